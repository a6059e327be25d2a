"""Money comes in and goes back; what is owed is always known."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.errors import BadChoice, BadMoney, NothingToPay, PaidTooMuch, TenderTooSmall
from models.journal import journal
from models.orders import order_history, payments
from models.orders.payments import NOTES, Tender, notes_of, suggestions
from models.shop.opening import Shop
from models.stages import Paid
from models.statistics import counter_figures
from tests.readable import a_product, an_order, asked_for, order_row


def owing(amount: int) -> int:
    """An order that comes to so much, placed without money; its id."""
    return an_order(a_product(price=amount)).id


def test_an_order_is_paid_in_parts(shop: Shop) -> None:
    order = owing(10_000)
    states = []
    for amount in (4_000, 6_000):
        states.append(order_history.sheet(order).order.payment)
        payments.pay(order, Tender("qris", amount))
    states.append(order_history.sheet(order).order.payment)
    assert states == [Paid.UNPAID, Paid.PART, Paid.PAID]


def test_change_is_what_is_tendered_beyond_the_amount(shop: Shop) -> None:
    tender = Tender("cash", 7_500, 10_000)
    payments.pay(owing(7_500), tender)
    assert tender.change == 2_500


def test_the_same_payment_is_taken_once(shop: Shop) -> None:
    order = owing(10_000)
    for _ in range(2):
        with asked_for("tap"):
            payments.pay(order, Tender("card", 4_000))
    assert order_row(order)["paid"] == 4_000


@pytest.mark.parametrize(
    ("tender", "refusal"),
    [
        (Tender("qris", 10_001), PaidTooMuch),
        (Tender("card", 10_000, 20_000), PaidTooMuch),
        (Tender("cash", 10_000, 5_000), TenderTooSmall),
        (Tender("cash", 10_000, 9_999), TenderTooSmall),
        (Tender("shells", 10_000), BadChoice),
        (Tender("cash", -1), BadMoney),
        (Tender("cash", True), BadMoney),
        (Tender("cash", 10_000, 10**18), BadMoney),
        (Tender("cash", 0), NothingToPay),
    ],
)
def test_money_that_does_not_fit_is_not_taken(
    shop: Shop, tender: Tender, refusal: type[Exception]
) -> None:
    order = owing(10_000)
    entries = journal.newest()
    with pytest.raises(refusal):
        payments.pay(order, tender)
    assert (order_row(order)["paid"], journal.newest()) == (0, entries)


def test_a_paid_order_takes_no_more(shop: Shop) -> None:
    order = owing(10_000)
    payments.pay(order, Tender("cash", 10_000))
    with pytest.raises(NothingToPay):
        payments.pay(order, Tender("cash", 1))


def test_a_refund_goes_back_up_to_what_was_paid(shop: Shop) -> None:
    order = owing(10_000)
    payments.pay(order, Tender("cash", 10_000))
    payments.refund(order, 4_000, note="telur pecah")
    payments.refund(order, 6_000)
    sheet = order_history.sheet(order)
    assert sheet.order.payment == Paid.REFUNDED
    assert [payment.amount for payment in sheet.payments] == [10_000, -4_000, -6_000]


@pytest.mark.parametrize("amount", [0, -1, 10_001, True, 5_000.0])
def test_nobody_gets_back_more_than_was_paid_or_nothing(shop: Shop, amount: int) -> None:
    order = owing(10_000)
    payments.pay(order, Tender("cash", 10_000))
    with pytest.raises(BadMoney) as refused:
        payments.refund(order, amount)
    assert (refused.value.amount, refused.value.limit) == (amount, 10_000)


def test_nothing_comes_back_from_an_unpaid_order(shop: Shop) -> None:
    with pytest.raises(BadMoney):
        payments.refund(owing(10_000), 1)


# --- what a customer is likely to hand over ---------------------------------------------------


def test_the_exact_sum_comes_first_and_then_the_next_notes() -> None:
    assert suggestions(37_500)[:2] == [37_500, 40_000]
    assert 50_000 in suggestions(37_500)


def test_coins_in_the_hand_save_small_change() -> None:
    assert 301_000 in suggestions(251_000), "a note of 50.000 comes back"


def test_money_goes_back_only_by_a_known_way(shop: Shop) -> None:
    order = owing(10_000)
    payments.pay(order, Tender("cash", 10_000))
    with pytest.raises(BadChoice):
        payments.refund(order, 1_000, "cheque")
    assert order_row(order)["paid"] == 10_000


def test_nothing_due_nothing_suggested() -> None:
    assert suggestions(0) == []


@given(some.integers(1, 10**9))
def test_suggestions_are_few_enough_and_in_order(due: int) -> None:
    sums = suggestions(due)
    assert sums[0] == due
    assert sums == sorted(set(sums))
    assert 1 <= len(sums) <= 6
    assert all(amount - due <= max(NOTES) for amount in sums)


@given(some.integers(0, 10**7).map(lambda hundreds: hundreds * 100))
def test_notes_and_coins_make_up_the_change(amount: int) -> None:
    assert sum(count * note for count, note in notes_of(amount)) == amount


def test_one_rupiah_that_goes_back_is_money_given_back(shop: Shop) -> None:
    order = owing(10_000)
    payments.pay(order, Tender("qris", 10_000))
    payments.refund(order, 1)
    day = order_history.sheet(order).order.day
    (qris,) = counter_figures.methods(day, day)
    assert (qris.payments, qris.received, qris.refunds, qris.refunded) == (1, 10_000, 1, 1)
