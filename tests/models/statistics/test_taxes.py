"""The tax of each month by rate, as it is told to the tax office."""

from datetime import date

import pytest

from models.fulfilment import fulfilment
from models.orders import orders, payments, returns
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.statistics import taxes
from models.statistics.statistics import dashboard
from models.storage.database import database
from tests.conftest import SetClock
from tests.readable import a_product, pcs


def sold(clock: SetClock, included: bool) -> int:
    """On 27 February: 222.000 at 11 %, 112.000 at 12 % and 50.000 without, tax included or on."""
    clock.set(2026, 2, 27, 10)
    cart = Cart(tax_included=included)
    for price, rate in ((222_000, 1_100), (112_000, 1_200), (50_000, 0)):
        cart.add(a_product(f"Barang {rate}", price, tax_rate=rate), pcs(1))
    order = orders.place(cart).value
    payments.pay(order.id, Tender("cash", order.total))
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    return order.id


def by_rate(year: int, month: int) -> dict[int, taxes.TaxOfMonth]:
    first = date(year, month, 1)
    found = taxes.by_month(first, date(year, month, 28))
    assert {row.month for row in found} <= {first}
    whole = dashboard(first, date(year, month, 28)).now
    assert sum(row.revenue for row in found) == whole.sums.revenue
    assert sum(row.tax for row in found) == whole.tax
    assert sum(row.returned for row in found) == whole.sums.returned
    return {row.rate: row for row in found}


def test_prices_with_tax_by_rate(shop: Shop, clock: SetClock) -> None:
    sold(clock, included=True)
    found = by_rate(2026, 2)
    assert [(x, found[x].price, found[x].base, found[x].tax) for x in sorted(found)] == [
        (0, 50_000, 50_000, 0), (1_100, 200_000, 183_333, 22_000),
        (1_200, 100_000, 100_000, 12_000),
    ]  # fmt: skip
    assert [found[x].base_rate for x in sorted(found)] == [0, 1_200, 1_200]


def test_tax_on_top_by_rate(shop: Shop, clock: SetClock) -> None:
    sold(clock, included=False)
    found = by_rate(2026, 2)
    assert (found[1_100].price, found[1_100].tax, found[1_100].revenue) == (
        222_000, 24_420, 246_420,
    )  # fmt: skip


@pytest.mark.parametrize("included", [True, False])
def test_what_comes_back_in_the_next_month_is_that_month_s(
    shop: Shop, clock: SetClock, included: bool
) -> None:
    order = sold(clock, included)
    before = by_rate(2026, 2)
    clock.set(2026, 3, 2, 10)
    returns.return_goods(order, {1: pcs(1)})
    assert by_rate(2026, 2) == before
    (back,) = by_rate(2026, 3).values()
    assert (back.rate, back.tax, back.revenue) == (
        1_100,
        -before[1_100].tax,
        -before[1_100].revenue,
    )
    assert (back.returned, back.returned_tax) == (before[1_100].revenue, before[1_100].tax)
    assert back.base == -before[1_100].base


def test_what_is_added_or_taken_off_in_the_next_month_is_that_month_s(
    shop: Shop, clock: SetClock
) -> None:
    clock.set(2026, 2, 27, 10)
    cart = Cart(tax_included=True)
    cart.add(a_product("Teh", 112_000, tax_rate=1_200), pcs(1))
    cart.add(a_product("Kopi", 50_000, tax_rate=0), pcs(1))
    order = orders.place(cart).value
    before = by_rate(2026, 2)
    assert before[1_200].tax == 12_000
    clock.set(2026, 3, 2, 10)
    more = Cart(tax_included=True)
    more.add(a_product("Beras", 222_000, tax_rate=1_100), pcs(1))
    orders.change(order.id, {1: 0}, added=more.lines)
    assert by_rate(2026, 2) == before
    found = by_rate(2026, 3)
    assert (found[1_100].tax, found[1_100].revenue) == (22_000, 222_000)
    assert (found[1_200].tax, found[1_200].revenue) == (-12_000, -112_000)
    changes = database.execute_sql("SELECT revenue, tax FROM bill_change ORDER BY line").fetchall()
    assert [*map(tuple, changes)] == [(-112_000, -12_000), (222_000, 22_000)]


def test_before_2025_the_base_is_the_price(shop: Shop, clock: SetClock) -> None:
    found = taxes.TaxOfMonth(date(2024, 12, 1), 1_100, 111_000, 11_000, 0, 0)
    assert (found.base, found.base_rate) == (100_000, 1_100)
