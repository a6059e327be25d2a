"""Goods back and goods out in one deed, for the one difference between them."""

from datetime import date

import pytest

from models.amounts import Discount
from models.catalogue import catalogue
from models.errors import (
    CannotUndo,
    EmptyCart,
    NotAllowed,
    NotEnoughStock,
    NothingToReturn,
    NotInDrawer,
    PaidTooMuch,
)
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.cart import CartLine
from models.orders.payments import Tender
from models.printing import receipt
from models.settings import staff
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Stage
from models.statistics import counter_figures, product_sales
from models.statistics.statistics import dashboard
from tests.conftest import SetClock
from tests.readable import a_product, cart_of, kept_sums, line_rows, order_row, pcs, sums_anew

SOLD, BACK = date(2026, 3, 2), date(2026, 3, 9)


def sold(price: int = 50_000, off: Discount | None = None) -> int:
    """One *Kemeja*, paid in cash and taken home."""
    cart = cart_of(a_product("Kemeja", price, cost=30_000, on_hand=10_000))
    if off is not None:
        cart.set_discount(off)
    order = orders.place(cart, tenders=[Tender("cash", cart.bill().total)]).value.id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    return order


def trousers(price: int, **facts: object) -> tuple[CartLine, ...]:
    return cart_of(a_product("Celana", price, cost=20_000, **{"on_hand": 5_000} | facts)).lines


def cash(order: int) -> list[int]:
    return [row.amount for row in order_history.sheet(order).payments]


def on_hand() -> dict[str, int | None]:
    found = catalogue.products_by_id([1, 2]).values()
    return {product.name: product.on_hand for product in found}


def adds_up(order: int) -> None:
    row, paper = order_row(order), receipt.receipt(order)
    assert row["paid"] == row["total"] == sum(cash(order)) == paper.total == paper.paid
    assert kept_sums() == sums_anew()
    assert journal.verify().intact
    assert replay.replay() == []


@pytest.mark.parametrize(
    ("price", "tenders", "money"),
    [(65_000, [Tender("cash", 15_000, 20_000)], [50_000, 15_000]), (50_000, [], [50_000]),
     (42_000, [], [50_000, -8_000])],
)  # fmt: skip
def test_only_the_difference_is_paid_or_given(
    shop: Shop, price: int, tenders: list[Tender], money: list[int]
) -> None:
    order, out = sold(), trousers(price)
    due = returns.exchange_due(order, {1: pcs(1)}, out)
    assert (due.out, due.back, due.due) == (price, 50_000, max(0, price - 50_000))
    done = returns.exchange(order, {1: pcs(1)}, out, tenders, note="kekecilan")
    assert done.value == 50_000 - price
    assert cash(order) == money
    assert order_row(order)["stage"] == Stage.HANDED_OVER
    assert on_hand() == {"Kemeja": 10_000, "Celana": 4_000}
    assert [(x.name, x.sold) for x in order_history.sheet(order).lines] == [
        ("Kemeja", 0), ("Celana", 1_000),
    ]  # fmt: skip
    adds_up(order)


def test_it_is_one_entry_and_one_undoing(shop: Shop) -> None:
    order, out = sold(), trousers(42_000)
    before = journal.newest()
    done = returns.exchange(order, {1: pcs(1)}, out)
    assert done.sequence == journal.newest() == before + 1
    undo(done.sequence)
    assert cash(order) == [50_000]
    assert on_hand() == {"Kemeja": 9_000, "Celana": 5_000}
    assert [x.sold for x in order_history.sheet(order).lines] == [1_000, 0]
    adds_up(order)
    returns.return_goods(order, {1: pcs(1)})
    adds_up(order)
    assert order_row(order)["total"] == 0


def test_what_went_out_comes_back_like_anything_else_and_then_it_stays(shop: Shop) -> None:
    order = sold()
    done = returns.exchange(order, {1: pcs(1)}, trousers(50_000))
    assert returns.return_goods(order, {2: pcs(1)}).value == 50_000
    adds_up(order)
    with pytest.raises(CannotUndo):
        undo(done.sequence)
    adds_up(order)


def test_a_percentage_follows_what_goes_out_and_a_sum_does_not(shop: Shop) -> None:
    by_rate, by_sum = sold(off=Discount(rate=1_000)), sold(off=Discount(5_000))
    out = trousers(60_000)
    assert returns.exchange_due(by_rate, {1: pcs(1)}, out).out == 54_000
    assert returns.exchange_due(by_sum, {1: pcs(1)}, out).out == 60_000
    returns.exchange(by_rate, {1: pcs(1)}, out, [Tender("cash", 9_000)])
    returns.exchange(by_sum, {1: pcs(1)}, out, [Tender("cash", 15_000)])
    adds_up(by_rate)
    adds_up(by_sum)


def test_it_counts_on_the_day_it_is_done(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 2, 10)
    order = sold()
    clock.set(2026, 3, 9, 14)
    returns.exchange(order, {1: pcs(1)}, trousers(65_000), [Tender("qris", 15_000)], note="kecil")
    then, now = dashboard(SOLD, SOLD).now, dashboard(BACK, BACK).now
    assert (then.sums.revenue, then.sums.orders, then.sums.returned) == (50_000, 1, 0)
    assert (now.sums.revenue, now.sums.orders, now.sums.returned) == (15_000, 0, 50_000)
    assert product_sales.explain(BACK, BACK).after == 15_000
    assert sum(row.revenue for row in product_sales.categories(BACK, BACK)) == 15_000
    assert [(x.reason, x.amount) for x in counter_figures.returned(BACK, BACK).reasons] == [
        ("kecil", 50_000)
    ]
    assert {x.method: (x.received, x.refunded) for x in counter_figures.methods(BACK, BACK)} == {
        "qris": (15_000, 0)
    }
    adds_up(order)


def test_what_cannot_be_exchanged_leaves_everything_as_it_was(shop: Shop) -> None:
    order, out = sold(), trousers(60_000, stock_policy="block", on_hand=0)
    before = line_rows(order)
    for quantities, goods, tenders, error in (
        ({1: pcs(1)}, (), [], EmptyCart),
        ({1: pcs(2)}, trousers(60_000, sku="b"), [], NothingToReturn),
        ({1: pcs(1)}, out, [], NotEnoughStock),
        ({1: pcs(1)}, trousers(50_000, sku="c"), [Tender("cash", 1)], PaidTooMuch),
    ):
        made = journal.newest()
        with pytest.raises(error):
            returns.exchange(order, quantities, goods, tenders)
        assert journal.newest() == made
    assert line_rows(order) == before


def test_more_cash_than_the_drawer_has_is_asked_about(shop: Shop) -> None:
    order = sold()
    drawer.open_drawer(1_000)
    out = trousers(20_000)
    with pytest.raises(NotInDrawer):
        returns.exchange(order, {1: pcs(1)}, out)
    assert returns.exchange(order, {1: pcs(1)}, out, overdraw=True).value == 30_000
    adds_up(order)


def test_what_the_customer_leaves_unpaid_is_due_on_the_order(shop: Shop) -> None:
    order = sold()
    assert returns.exchange(order, {1: pcs(1)}, trousers(65_000)).value == 0
    assert order_row(order)["total"] - order_row(order)["paid"] == 15_000
    payments.pay(order, Tender("card", 15_000))
    adds_up(order)


def test_the_counter_exchanges_for_the_same_or_more_and_else_asks_an_owner(shop: Shop) -> None:
    order, less, more = sold(), trousers(49_999), trousers(50_000, sku="m")
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER, "1111")
    staff.sign_in("K1", "1111")
    try:
        with pytest.raises(NotAllowed) as refused:
            returns.exchange(order, {1: pcs(1)}, less)
        assert refused.value.can_be_approved
        returns.exchange(order, {1: pcs(1)}, more)
    finally:
        staff.sign_out()
