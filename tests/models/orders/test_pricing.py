"""What an order comes to: everything adds up to the rupiah, for every order there can be."""

from hypothesis import given
from hypothesis import strategies as some

from models.amounts import NO_DISCOUNT, Discount
from models.orders.pricing import Bill, Charge, bill


@some.composite
def charges(draw: some.DrawFn) -> Charge:
    """Any line that can be in an order."""
    price = draw(some.integers(0, 100) | some.integers(0, 10**9))
    ordered = draw(some.integers(1, 100) | some.integers(1, 10**6))
    billed = draw(some.sampled_from([0, ordered]) | some.integers(0, ordered))
    gross = (price * ordered + 500) // 1000
    discount = draw(
        some.builds(Discount, some.integers(0, gross))
        | some.builds(Discount, rate=some.integers(0, 10_000))
    )
    return Charge(
        price,
        ordered,
        billed,
        discount,
        draw(some.sampled_from([0, 1100, 1200, 10_000])),
        share=draw(some.integers(0, gross)),
    )


orders = some.lists(charges(), min_size=1, max_size=12)


def bills(lines: list[Charge], rate: int) -> list[Bill]:
    return [bill(lines, rate, tax_included=included) for included in (True, False)]


@given(orders, some.integers(0, 10_000))
def test_everything_adds_up(lines: list[Charge], rate: int) -> None:
    for due in bills(lines, rate):
        assert due.subtotal == sum(due.line_totals)
        assert sum(due.line_nets) == due.subtotal - due.discount
        assert 0 <= due.discount <= due.subtotal


@given(orders, some.integers(0, 10_000))
def test_nothing_is_ever_negative(lines: list[Charge], rate: int) -> None:
    for due in bills(lines, rate):
        assert min(due.line_totals) >= 0
        assert min(due.line_nets) >= 0
        assert min(due.tax, due.total) >= 0


@given(orders, some.integers(0, 10_000))
def test_tax_is_within_the_price_or_on_top_of_it(lines: list[Charge], rate: int) -> None:
    within, on_top = bills(lines, rate)
    assert within.total == within.subtotal - within.discount
    assert within.tax <= within.total
    assert on_top.total == on_top.subtotal - on_top.discount + on_top.tax


@given(orders)
def test_a_line_that_is_not_delivered_costs_nothing(lines: list[Charge]) -> None:
    for due in bills(lines, 0):
        for line, total in zip(lines, due.line_totals, strict=True):
            assert total == 0 or line.billed


def test_eleven_percent_of_an_inclusive_price() -> None:
    due = bill([Charge(11_100, 1000, 1000, NO_DISCOUNT, 1100)], 0, tax_included=True)
    assert (due.tax, due.total) == (1_100, 11_100)


def test_eleven_percent_on_top() -> None:
    due = bill([Charge(10_000, 1000, 1000, NO_DISCOUNT, 1100)], 0, tax_included=False)
    assert (due.tax, due.total) == (1_100, 11_100)


def test_half_the_line_takes_half_of_its_discount() -> None:
    due = bill([Charge(1_000, 10_000, 5_000, Discount(500), 0)], 0, tax_included=True)
    assert due.total == 5_000 - 250


def test_a_discount_never_grows_past_what_is_left_of_a_line() -> None:
    due = bill([Charge(17, 30, 15, Discount(1), 0)], 0, tax_included=True)
    assert due.line_totals == (0,)
