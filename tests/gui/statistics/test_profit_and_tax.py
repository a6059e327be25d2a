"""What the owner sees of profit, of tax and of goods that came back in the next month."""

from datetime import date

import pytest

from gui.shell.app_context import AppContext
from gui.statistics.panels.figure_tables import sheet_of
from models.fulfilment import fulfilment
from models.orders import orders, payments, returns
from models.orders.payments import Tender
from tests.conftest import SetClock
from tests.gui.statistics.owner import Owner, answer_of
from tests.gui.statistics.test_statistics_pages import ask, texts_of
from tests.readable import a_product, cart_of, pcs


@pytest.fixture
def with_returns(owner: Owner, context: AppContext, clock: SetClock) -> Owner:
    """Sold on 27 February and on 2 March; on 8 March goods of the first came back."""
    rice = a_product("Beras 5 kg", 78_000, cost=70_000, category="Sembako")
    noodles = a_product("Indomie", 3_330, cost=2_400, tax_rate=1_100, category="Mie")
    gift = a_product("Kantong", 5_000, category="Lain")
    placed = []
    for month, day in ((2, 27), (3, 2)):
        clock.set(2026, month, day, 10)
        order = orders.place(cart_of((rice, pcs(2)), (noodles, pcs(10)), gift)).value
        payments.pay(order.id, Tender("cash", order.total))
        fulfilment.make_ready(order.id)
        fulfilment.hand_over(order.id)
        placed.append(order)
    clock.set(2026, 3, 8, 12)
    returns.return_goods(placed[0].id, {1: pcs(1), 2: pcs(10)}, note="rusak")
    owner.hear()
    owner.press("28 days")
    return owner


def test_profit_is_told_by_day_with_what_came_back(with_returns: Owner, clock: SetClock) -> None:
    clock.forward(24 * 60)
    with_returns.press("7 days")
    ask(with_returns, "Gross profit")
    answer = answer_of(with_returns)
    assert "sales of Rp5.000 whose cost nobody knows are left out" in answer.said
    rows = texts_of(answer)
    assert [row[1] for row in rows] == ["Rp194.300", "\u2212Rp111.300"]
    assert [row[2] for row in rows] == ["Rp191.000", "\u2212Rp108.000"]
    assert [row[3] for row in rows] == ["Rp22.000", "\u2212Rp14.000"]
    assert [row[5] for row in rows] == ["Rp5.000", "Rp0"]


def test_tax_is_told_by_month_and_rate(with_returns: Owner, context: AppContext) -> None:
    ask(with_returns, "Tax by month")
    rows = texts_of(answer_of(with_returns))
    assert [row[:2] for row in rows] == [
        ["Feb 2026", "0.0%"], ["Feb 2026", "11.0%"], ["Mar 2026", "0.0%"], ["Mar 2026", "11.0%"],
    ]  # fmt: skip
    # Price without tax, its base of 11/12, tax, brought back, tax of it.
    assert rows[1][2:] == ["Rp30.000", "Rp27.500", "Rp3.300", "Rp0", "Rp0"]
    assert rows[3][2:] == ["Rp0", "Rp0", "Rp0", "Rp33.300", "Rp3.300"]
    table = answer_of(with_returns).table
    assert table is not None
    (month, rate, *money), *_ = sheet_of(table, context.format).rows
    assert (month, rate) == (date(2026, 2, 1), 0)
    assert all(type(sum_) is int for sum_ in money[:2]), "a spreadsheet adds them up"


def test_a_day_on_which_only_goods_came_back(with_returns: Owner) -> None:
    with_returns.press("Today")
    revenue = next(text for text in with_returns.figures if "evenue" in text)
    assert "\u2212Rp111.300" in revenue
    ask(with_returns, "Why it changed")
    assert "\u2212Rp111.300" in answer_of(with_returns).said
    ask(with_returns, "Categories")
    assert texts_of(answer_of(with_returns))
