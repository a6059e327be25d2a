"""A day that is over stays as it was printed: what is done later counts on the day it is done."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models import session
from models.catalogue import catalogue
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import orders, payments, returns
from models.orders.cart import Cart
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.orders.tickets import TakenAlone
from models.shop.opening import Shop
from models.shop.undo import undo
from models.statistics import counter_figures, product_sales, statistics
from models.statistics.statistics import dashboard
from models.statistics.today import today
from models.sums import day_archive, sums_anew
from tests.conftest import SetClock
from tests.readable import a_product, an_order, cart_of, kept_sums, pcs
from tests.readable import sums_anew as counted_anew

SOLD, BACK = date(2026, 3, 2), date(2026, 3, 9)


def handed_over(order: PlacedOrder) -> PlacedOrder:
    payments.pay(order.id, Tender("cash", order.total))
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    return order


def revenue(day: date) -> int:
    found = dashboard(day, day)
    sums = found.now.sums
    assert sum(hour.revenue for hour in found.hours) == sums.revenue
    assert sum(cell.revenue for cell in found.heat) == sums.revenue
    assert sum(row.revenue for row in product_sales.categories(day, day)) == sums.revenue
    assert product_sales.explain(day, day).after == sums.revenue
    assert kept_sums() == counted_anew()
    return sums.revenue


def sold_a_week_ago(clock: SetClock) -> PlacedOrder:
    """100.000 on 2 March at ten; now it is 9 March, at two."""
    clock.set(2026, 3, 2, 10)
    order = handed_over(an_order((a_product("Beras", 50_000, category="Sembako"), pcs(2))))
    clock.set(2026, 3, 9, 14)
    assert revenue(SOLD) == 100_000
    return order


@pytest.mark.parametrize("is_packed", [False, True])
def test_goods_that_come_back_count_on_the_day_they_came_back(
    shop: Shop, clock: SetClock, is_packed: bool
) -> None:
    order = sold_a_week_ago(clock)
    if is_packed:
        day_archive.keep_up(20260309)
    returns.return_goods(order.id, {1: pcs(2)}, note="rusak")
    assert (revenue(SOLD), revenue(BACK)) == (100_000, -100_000)
    week = dashboard(SOLD, BACK).now
    assert (week.sums.orders, week.sums.revenue, week.sums.returned) == (1, 0, 100_000)
    assert dashboard(BACK, BACK).hours == (statistics.HourSales(14, 0, 0, -100_000),)
    assert counter_figures.returned(BACK, BACK).amount == 100_000
    assert counter_figures.returned(SOLD, SOLD).amount == 0
    assert [(x.revenue, x.quantity) for x in product_sales.categories(BACK, BACK)] == [
        (-100_000, -pcs(2))
    ]
    assert today().taken == -100_000


def test_each_piece_counts_on_its_day(shop: Shop, clock: SetClock) -> None:
    order = sold_a_week_ago(clock)
    returns.return_goods(order.id, {1: pcs(1)})
    clock.set(2026, 3, 10, 9)
    returns.return_goods(order.id, {1: pcs(1)})
    days = [revenue(date(2026, 3, day)) for day in (2, 9, 10)]
    assert days == [100_000, -50_000, -50_000]


def test_within_one_day_they_meet(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 10)
    order = handed_over(an_order((a_product("Beras", 50_000), pcs(2))))
    clock.set(2026, 3, 9, 14)
    returns.return_goods(order.id, {1: pcs(1)})
    assert revenue(BACK) == 50_000
    assert dashboard(BACK, BACK).hours == (statistics.HourSales(10, 1, 1, 50_000),)


def test_a_return_that_is_undone_on_another_day(shop: Shop, clock: SetClock) -> None:
    order = sold_a_week_ago(clock)
    back = returns.return_goods(order.id, {1: pcs(2)}, note="rusak")
    clock.set(2026, 3, 10, 9)
    undo(back.sequence)
    assert [revenue(date(2026, 3, day)) for day in (2, 9, 10)] == [100_000, -100_000, 100_000]
    assert counter_figures.returned(BACK, BACK).amount == 100_000
    assert counter_figures.returned(BACK, date(2026, 3, 10)).amount == 0
    paid_back = [(m.refunds, m.refunded) for m in counter_figures.methods(BACK, BACK)]
    assert paid_back == [(1, 100_000)]


@pytest.mark.parametrize("how", ["short", "cancel", "line", "less"])
def test_what_is_short_or_cancelled_on_another_day_counts_there(
    shop: Shop, clock: SetClock, how: str
) -> None:
    clock.set(2026, 3, 2, 10)
    rice, tea = a_product("Beras", 80_000), a_product("Teh", 20_000)
    order = an_order(rice, tea)
    clock.set(2026, 3, 9, 14)
    if how == "short":
        fulfilment.short(order.id, 2, pcs(1))
    elif how == "line":
        orders.cancel_line(order.id, 2)
    elif how == "less":
        orders.change(order.id, {2: 0})
    else:
        orders.cancel(order.id, "batal")
    assert revenue(SOLD) == 100_000
    assert revenue(BACK) == (-100_000 if how == "cancel" else -20_000)
    before, now = dashboard(SOLD, SOLD).now, dashboard(BACK, BACK).now
    assert (before.sums.orders, before.cancelled, before.short_lines) == (1, 0, 0)
    assert (now.sums.orders, now.cancelled) == ((-1, 1) if how == "cancel" else (0, 0))
    assert now.short_lines == (how == "short")
    both = dashboard(SOLD, BACK).now
    assert both.sums.orders == (how != "cancel")
    reasons = [(x.reason, x.orders) for x in counter_figures.cancelled(SOLD, SOLD)]
    assert reasons == []


def test_what_is_added_on_another_day_counts_there(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 2, 23, 50)
    rice = a_product("Beras", 80_000)
    order = an_order(rice)
    clock.set(2026, 3, 3, 0, 10)
    orders.change(order.id, {1: pcs(3)})
    assert (revenue(SOLD), revenue(date(2026, 3, 3))) == (80_000, 160_000)


def test_the_average_is_over_orders_and_not_over_what_is_left_of_them(
    shop: Shop, clock: SetClock
) -> None:
    clock.set(2026, 3, 9, 10)
    rice = a_product("Beras", 50_000)
    first, _ = handed_over(an_order(rice)), handed_over(an_order(rice))
    returns.return_goods(first.id, {1: pcs(1)})
    found = dashboard(BACK, BACK).now.sums
    assert (found.orders, found.revenue, found.average_order) == (2, 50_000, 50_000)
    assert today().average == 50_000


def test_an_average_of_returns_alone_is_none(shop: Shop, clock: SetClock) -> None:
    order = sold_a_week_ago(clock)
    returns.return_goods(order.id, {1: pcs(2)})
    assert dashboard(BACK, BACK).now.sums.average_order == 0


@pytest.mark.parametrize("included", [True, False])
def test_products_add_up_with_tax_and_without(shop: Shop, clock: SetClock, included: bool) -> None:
    clock.set(2026, 3, 9, 10)
    goods = [
        (a_product("Teh", 3_330, tax_rate=1_100), pcs(1)),
        (a_product("Kopi", 6_835, tax_rate=1_100), pcs(2)),
        (a_product("Beras", 9_660), pcs(1)),
    ]
    cart = Cart(tax_included=included)
    for product, quantity in goods:
        cart.add(product, quantity)
    order = orders.place(cart).value
    found = dashboard(BACK, BACK)
    if not included:
        assert (found.now.margin.net, found.now.tax, order.total) == (26_660, 1_870, 28_530)
    rows = [row.margin for row in found.top]
    assert sum(row.revenue for row in found.top) == found.now.sums.revenue == order.total
    assert sum(row.net for row in rows) == found.now.margin.net
    assert sum(row.tax for row in rows) == found.now.tax
    parts = product_sales.categories(BACK, BACK)
    assert sum(row.margin.net for row in parts) == found.now.margin.net
    assert sum(row.revenue for row in parts) == order.total
    ranked = product_sales.ranking(BACK, BACK).products
    assert sum(row.sale.margin.net for row in ranked) == found.now.margin.net
    assert product_sales.explain(BACK, BACK, hour=10).after == order.total


def test_profit_is_at_the_cost_of_the_moment_of_sale(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 10)
    rice = a_product("Beras", 11_100, cost=8_000, tax_rate=1_100)
    gift = a_product("Hadiah", 5_000)
    an_order((rice, pcs(2)), gift)
    catalogue.change_product(rice.id, cost=9_500)
    found = dashboard(BACK, BACK).now.margin
    assert (found.net, found.cost, found.costed) == (25_000, 16_000, 20_000)
    assert (found.profit, found.share, found.unknown) == (4_000, 0.2, 5_000)
    an_order(catalogue.products_by_id([rice.id])[rice.id])
    assert dashboard(BACK, BACK).now.margin.profit == 4_500


def test_a_return_takes_its_cost_along(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 2, 10)
    order = handed_over(an_order((a_product("Beras", 10_000, cost=7_000), pcs(3))))
    clock.set(2026, 3, 9, 10)
    returns.return_goods(order.id, {1: pcs(1)})
    assert dashboard(SOLD, SOLD).now.margin.profit == 9_000
    assert dashboard(BACK, BACK).now.margin.profit == -3_000


def test_counting_anew_changes_nothing_in_a_shop_of_today(shop: Shop, clock: SetClock) -> None:
    order = sold_a_week_ago(clock)
    returns.return_goods(order.id, {1: pcs(1)}, note="rusak")
    day_archive.keep_up(20260309)
    was = kept_sums()
    assert not sums_anew.is_due()
    assert sums_anew.make_anew() == []
    assert kept_sums() == was
    assert (revenue(SOLD), revenue(BACK)) == (100_000, -50_000)


def test_by_now_compares_what_stood_then(shop: Shop, clock: SetClock) -> None:
    order = sold_a_week_ago(clock)
    returns.return_goods(order.id, {1: pcs(2)})
    found = dashboard(BACK, BACK)
    assert found.before_by_now == statistics.Sums(1, 1, pcs(2), 100_000, 0)
    clock.set(2026, 3, 16, 13)
    assert dashboard(date(2026, 3, 16), date(2026, 3, 16)).before_by_now.revenue == 0
    clock.set(2026, 3, 16, 15)
    before = dashboard(date(2026, 3, 16), date(2026, 3, 16)).before_by_now
    assert (before.revenue, before.returned) == (-100_000, 100_000)
    assert today().taken_last_week == -100_000


@pytest.mark.parametrize(
    ("day", "hour", "counted"),
    [
        ((2026, 3, 15), 12, 1),
        ((2026, 3, 15), 11, 0),
        ((2026, 11, 8), 12, 1),
        ((2026, 11, 8), 11, 0),
    ],
)
def test_by_now_is_by_the_wall_clock_also_when_a_day_has_23_or_25_hours(
    shop: Shop, clock: SetClock, day: tuple[int, int, int], hour: int, counted: int
) -> None:
    session.current.zone = "America/New_York"

    def at(on: date, hour: int) -> int:
        there = datetime(on.year, on.month, on.day, hour, 30, tzinfo=ZoneInfo("America/New_York"))
        return int(there.timestamp() * 1000)

    now = date(*day)
    clock.moment = at(now - timedelta(7), 11) + 60_000 * 15
    an_order(a_product())
    clock.moment = at(now, hour)
    assert dashboard(now, now).before_by_now.orders == counted
    assert (today().taken_last_week > 0) == bool(counted)


def test_the_last_order_is_that_which_was_taken_last(shop: Shop, clock: SetClock) -> None:
    """One that was taken while the server was away has a higher number than a later one."""
    kopi = a_product("Kopi")
    later = orders.place(cart_of(kopi)).value
    taken = TakenAlone(later.placed_at - 60_000, 1_000_001)
    sent = orders.place(cart_of(kopi), taken=taken).value
    assert sent.number > later.number
    assert today().last_placed_at == later.placed_at
    (entry,) = journal.for_order(sent.id)
    assert (sent.placed_at, entry.at) == (taken.at, clock.now())
