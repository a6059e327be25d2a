"""What is taken back at once is gone from every figure of the day, as if it had never been done."""

from collections.abc import Callable
from typing import Any

import pytest

from models import clock, session
from models.amounts import Discount
from models.catalogue import catalogue, stock
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import order_history, orders, payments, returns
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.shop.undo import undo
from models.stages import Paid
from models.storage.database import database
from models.sums import rollups
from tests.readable import a_product, an_order, cart_of, pcs

pytestmark = pytest.mark.usefixtures("shop", "clock")

Deed = Callable[[PlacedOrder], object]


def every_figure() -> dict[tuple[Any, ...], tuple[int, ...]]:
    """All roll-ups that are not zero, those that are counted once on their day among them."""
    found = {}
    for name, (keys, columns, _) in rollups.TABLES.items():
        for row in database.execute_sql(f"SELECT {', '.join(keys + columns)} FROM {name}"):
            if any(sums := tuple(map(int, row[len(keys) :]))):
                found[name, *row[: len(keys)]] = sums
    return found


def on_the_shelf() -> list[tuple[int, int] | None]:
    return [stock.level(product) for product in (1, 2)]


@pytest.fixture
def handed_over() -> PlacedOrder:
    """Three of rice and one of tea, paid in cash and gone with the customer."""
    rice, tea = a_product("Beras", 70_000, on_hand=pcs(9)), a_product("Teh", 5_000, on_hand=pcs(9))
    cart = cart_of((rice, pcs(3)), tea)
    placed = orders.place(cart, tenders=[Tender("cash", cart.bill().total)]).value
    fulfilment.make_ready(placed.id)
    fulfilment.hand_over(placed.id)
    return placed


@pytest.mark.parametrize(
    "deed",
    [
        lambda order: returns.return_goods(order.id, {1: pcs(1)}, note="pecah"),
        lambda order: returns.return_goods(order.id, {1: pcs(3), 2: pcs(1)}, note="pecah"),
        lambda order: returns.return_goods(order.id, {2: pcs(1)}, method="qris", restock=False),
    ],
)
def test_goods_that_came_back_by_mistake(handed_over: PlacedOrder, deed: Deed) -> None:
    before, shelf = every_figure(), on_the_shelf()
    deed(handed_over)
    assert every_figure() != before
    undo(journal.newest())
    assert every_figure() == before
    assert on_the_shelf() == shelf
    assert journal.verify().intact


def test_money_that_was_taken_or_given_back_by_mistake(handed_over: PlacedOrder) -> None:
    """It is neither a payment nor a refund, and nothing stands on the order."""
    sheet, before = order_history.sheet(handed_over.id), every_figure()
    payments.refund(handed_over.id, 10_000, "qris")
    undo(journal.newest())
    assert every_figure() == before
    placed = an_order(catalogue.product(2))
    owed, before = order_history.sheet(placed.id), every_figure()
    payments.pay(placed.id, Tender("qris", 2_000), Tender("cash", 3_000, 50_000))
    undo(journal.newest())
    assert every_figure() == before
    for then in (sheet, owed):
        now = order_history.sheet(then.order.id)
        assert (now.order, now.payments) == (then.order, then.payments)
    today = clock.business_day(clock.now(), session.current.zone)
    only = OrderFilter(paid_back=True, done=(today, today))
    assert order_history.find(Search(order_filter=only)) == []
    payments.pay(placed.id, Tender("qris", 5_000))
    payments.refund(placed.id, 5_000, "qris")
    undo(journal.newest())
    undo(journal.newest() - 2)
    assert order_history.sheet(placed.id).order.payment is Paid.UNPAID


@pytest.mark.parametrize(
    "deed",
    [
        lambda order: orders.cancel(order.id, "salah ketik"),
        lambda order: orders.cancel_line(order.id, 1),
        lambda order: orders.change(order.id, {1: pcs(5)}, discount=Discount(1_000)),
        lambda order: fulfilment.short(order.id, 1, reason="damaged"),
    ],
)
def test_what_was_changed_by_mistake(deed: Deed) -> None:
    rice, tea = a_product("Beras", 70_000, on_hand=pcs(9)), a_product("Teh", 5_000, on_hand=pcs(9))
    placed = an_order((rice, pcs(3)), tea)
    before, shelf = every_figure(), on_the_shelf()
    deed(placed)
    assert every_figure() != before
    undo(journal.newest())
    assert every_figure() == before
    assert on_the_shelf() == shelf
    assert journal.verify().intact
