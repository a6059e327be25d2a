"""Sums paid in cash are rounded to what coins make up, and still add up to the rupiah."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import BadMoney, TenderTooSmall
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.drawer import Taken
from models.orders.ledger import paid_out
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender, cash_due, cash_tender
from models.settings import preferences
from models.settings.preferences import CASH_ROUNDING
from models.shop.undo import undo
from models.stages import Paid
from tests.readable import a_product, an_order, cart_of, pcs

pytestmark = pytest.mark.usefixtures("shop")


@given(
    rest=st.integers(1, 10**9),
    given_=st.integers(0, 2 * 10**9),
    unit=st.sampled_from([1, 100, 500]),
)
@settings(max_examples=300)
def test_what_is_given_is_what_counts_the_rounding_and_the_change(
    rest: int, given_: int, unit: int
) -> None:
    tender = cash_tender(rest, given_, unit)
    assert tender.amount + tender.rounding + tender.change == given_
    assert 0 <= tender.amount <= rest
    assert tender.change >= 0
    assert 2 * abs(tender.rounding) <= unit
    if given_ >= cash_due(rest, unit):
        assert tender.amount == rest


@given(rest=st.integers(1, 10**9), unit=st.sampled_from([100, 500]))
@settings(max_examples=200)
def test_who_has_the_exact_sum_pays_exactly_that(rest: int, unit: int) -> None:
    assert cash_tender(rest, rest, unit) == Tender("cash", rest, rest, rounding=0)


def buy(price: int, given_: int) -> PlacedOrder:
    product = a_product(f"Gula {price}", price, on_hand=pcs(10))
    cart = cart_of(product)
    return orders.place(cart, tenders=[cash_tender(cart.bill().total, given_)]).value


def rows_of(order: PlacedOrder) -> list[tuple[str, int, int]]:
    return [(p.method, p.amount, p.tendered) for p in order_history.sheet(order.id).payments]


def everything_adds_up(*in_the_drawer: int) -> None:
    current = drawer.current()
    assert current is not None
    assert current.cash == sum(in_the_drawer)
    assert journal.verify().intact
    assert replay.replay() == []


def test_a_shop_that_does_not_round_takes_the_exact_sum() -> None:
    assert rows_of(buy(70_350, 71_000)) == [("cash", 70_350, 71_000)]


def test_up_or_down_to_the_nearest_hundred() -> None:
    preferences.put(CASH_ROUNDING, 100)
    drawer.open_drawer(0)
    up, down = buy(70_350, 100_000), buy(70_349, 70_300)
    assert up.change == 29_600
    assert rows_of(up) == [("cash", 70_400, 100_000), ("rounding", -50, -50)]
    assert rows_of(down) == [("cash", 70_300, 70_300), ("rounding", 49, 49)]
    for order in (up, down):
        assert order_history.sheet(order.id).order.payment is Paid.PAID
    everything_adds_up(70_400, 70_300)
    current = drawer.current()
    assert current is not None
    assert current.taken == (
        Taken("cash", False, 2, 140_700),
        Taken("rounding", False, 2, -1),
    )


def test_who_has_the_exact_sum_pays_it_and_other_ways_stay_exact() -> None:
    preferences.put(CASH_ROUNDING, 500)
    assert rows_of(buy(70_350, 70_350)) == [("cash", 70_350, 70_350)]
    with pytest.raises(BadMoney) as error:
        orders.place(cart_of(a_product()), tenders=[Tender("cash", 3_499, 3_500, 2)])
    assert (error.value.amount, error.value.limit) == (2, 1)


def test_less_than_the_rounded_sum_is_too_little_for_a_rounded_payment() -> None:
    preferences.put(CASH_ROUNDING, 100)
    order = orders.place(cart_of(a_product("Teh", 3_460))).value
    with pytest.raises(TenderTooSmall):
        payments.pay(order.id, Tender("cash", 3_460, 3_480, 40))
    payments.pay(order.id, Tender("cash", 3_460, 3_500, 40))
    assert rows_of(order) == [("cash", 3_500, 3_500), ("rounding", -40, -40)]


def test_a_sum_that_rounds_to_nothing_takes_no_cash() -> None:
    preferences.put(CASH_ROUNDING, 100)
    drawer.open_drawer(0)
    assert rows_of(buy(40, 0)) == [("rounding", 40, 40)]
    everything_adds_up(0)


def test_cash_that_goes_back_is_rounded_as_it_came() -> None:
    preferences.put(CASH_ROUNDING, 100)
    drawer.open_drawer(100_000)
    order = buy(70_350, 70_400)
    assert payments.refund(order.id, 70_350).value == 70_400
    assert order_history.sheet(order.id).order.payment is Paid.REFUNDED
    everything_adds_up(0)
    exact = an_order(a_product(price=1_250))
    undo(payments.pay(exact.id, Tender("cash", 1_250)).sequence)
    assert rows_of(exact) == [], "a slip of the finger is no payment"
    everything_adds_up(0)  # 1,300 would have been too much


def test_goods_brought_back_give_rounded_cash() -> None:
    preferences.put(CASH_ROUNDING, 500)
    drawer.open_drawer(100_000)
    order = buy(1_260, 1_500)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    assert returns.return_goods(order.id, {1: pcs(1)}).value == 1_500
    sheet = order_history.sheet(order.id)
    assert sheet.order.paid == sheet.order.total == 0
    everything_adds_up(0)


@pytest.mark.parametrize("method", [None, "cash", "qris"])
@pytest.mark.parametrize("came", [1_260, 1_500])
def test_what_would_go_back_is_what_goes_back(method: str | None, came: int) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = buy(1_260, came)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    assert paid_out(returns.refund_due(order.id, {1: pcs(1)}, method)) == came
    assert returns.return_goods(order.id, {1: pcs(1)}, method).value == came
