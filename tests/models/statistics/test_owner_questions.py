"""Why revenue changed, who earns, what stopped, how stock will last: as plain addition says it."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction

import pytest

from models import clock as shop_clock
from models.fulfilment import fulfilment
from models.orders import drawer, orders, payments, returns
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.statistics import (
    bought_together,
    counter_figures,
    product_sales,
    statistics,
    stock_outlook,
)
from models.statistics.compared_days import days_before
from tests.conftest import SetClock
from tests.models.conftest import After, postgres_in_the_long_run
from tests.models.statistics.test_statistics import MONDAY, Life, Oracle, by_product, sums
from tests.readable import a_product, an_order, at_station, pcs


def half_up(number: Fraction) -> int:
    return int((number + Fraction(1, 2)) // 1)


def forty_days(clock: SetClock) -> None:
    Life(clock, 21).days(40, orders_a_day=3)


@pytest.fixture
def lived(after: After, clock: SetClock) -> Shop:
    shop = after(forty_days, clock)
    clock.set(2026, 4, 20, 9)
    return shop


#: The first and the last day.
PERIODS = [
    (MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + length - 1))
    for start, length in ((14, 14), (20, 7), (20, 3))
]


def test_the_parts_of_a_change_add_up_to_the_rupiah(lived: Shop) -> None:
    oracle = Oracle()
    for first, last in PERIODS:
        check_change(oracle, first, last)


def check_change(oracle: Oracle, first: date, last: date) -> None:
    found = product_sales.explain(first, last)
    before_days = days_before(first, last)
    count, lines, _, after = sums(oracle.of(first, last))
    old_count, old_lines, _, before = sums(oracle.of(*before_days))
    assert (found.before, found.after) == (before, after)
    assert found.orders + found.lines + found.price + found.mix == after - before
    more = half_up(Fraction(before * count, old_count))
    longer = half_up(Fraction(before * lines, old_lines))
    now, old = by_product(oracle, first, last), by_product(oracle, *before_days)
    price = sum(
        now[p][2] - half_up(Fraction(now[p][1] * old[p][2], old[p][1])) for p in now.keys() & old
    )
    assert (found.orders, found.lines, found.price) == (more - before, longer - more, price)
    changes = {p: now.get(p, [0, 0, 0])[2] - old.get(p, [0, 0, 0])[2] for p in now.keys() | old}
    ranked = sorted(changes, key=lambda p: (-abs(changes[p]), p))
    assert [sale.id for sale in found.products] == ranked
    assert {sale.id: sale.change for sale in found.products} == changes


def test_a_higher_price_is_told_apart_from_more_customers(shop: Shop, clock: SetClock) -> None:
    rice, dear = a_product("Beras", 10_000), a_product("Beras mahal", 10_000)
    clock.set(2026, 3, 2)
    an_order((rice, pcs(2)))
    clock.set(2026, 3, 9)
    an_order((rice, pcs(2)))
    an_order((rice, pcs(2)))
    found = product_sales.explain(MONDAY, MONDAY)
    assert (found.orders, found.lines, found.price, found.mix) == (20_000, 0, 0, 0)
    an_order((dear, pcs(4)))
    found = product_sales.explain(MONDAY, MONDAY)
    assert (found.orders, found.lines, found.price, found.mix) == (40_000, 0, 0, 20_000)


def test_a_first_day_is_all_orders_and_a_closed_one_their_loss(shop: Shop, clock: SetClock) -> None:
    an_order((a_product(price=5_000), pcs(3)))
    found = product_sales.explain(MONDAY, MONDAY)
    assert (found.orders, found.lines, found.price, found.mix) == (15_000, 0, 0, 0)
    found = product_sales.explain(MONDAY + timedelta(7), MONDAY + timedelta(7))
    assert (found.orders, found.lines, found.price, found.mix) == (-15_000, 0, 0, 0)


@postgres_in_the_long_run
def test_classes_are_those_of_the_ranked_list(lived: Shop) -> None:
    first, last = MONDAY, MONDAY + timedelta(days=39)
    found, oracle = product_sales.ranking(first, last), Oracle()
    now = by_product(oracle, first, last)
    whole, so_far = sum(row[2] for row in now.values()), 0
    counts, revenue = Counter({"A": 0, "B": 0, "C": 0}), Counter({"A": 0, "B": 0, "C": 0})
    ranked = sorted((p for p in now if now[p][2] > 0), key=lambda p: (-now[p][2], p))
    for place, product in enumerate(ranked):
        part = Fraction(so_far, whole)
        letter = "A" if part < Fraction(8, 10) else "B" if part < Fraction(95, 100) else "C"
        so_far += now[product][2]
        counts[letter] += 1
        revenue[letter] += now[product][2]
        row = found.products[place]
        assert (row.sale.id, row.letter) == (product, letter)
        assert row.share == pytest.approx(so_far / whole)
    assert (found.counts, found.revenue) == (counts, revenue)


def test_nothing_is_ranked_in_an_empty_shop(shop: Shop, clock: SetClock) -> None:
    assert product_sales.ranking(MONDAY, MONDAY).products == ()
    assert product_sales.lost_products(MONDAY, MONDAY) == (0, ())
    assert product_sales.explain(MONDAY, MONDAY).products == ()


@postgres_in_the_long_run
def test_what_stopped_selling_is_found(lived: Shop) -> None:
    oracle = Oracle()
    for first, last in PERIODS:
        count, found = product_sales.lost_products(first, last)
        now, old = by_product(oracle, first, last), by_product(oracle, *days_before(first, last))
        gone = sorted(old.keys() - now.keys(), key=lambda p: (-old[p][2], p))
        assert [sale.id for sale in found] == gone, first
        assert count == len(gone)


@postgres_in_the_long_run
def test_orders_are_counted_for_who_took_them(lived: Shop) -> None:
    oracle = Oracle()
    first, last = MONDAY, MONDAY + timedelta(days=20)
    groups = defaultdict(list)
    reasons: Counter[str] = Counter()
    for part in oracle.of(first, last):
        groups[part.order["station"], part.order["staff"]].append(part)
        if not part.is_kept:
            reasons[part.order["cancel_reason"]] += part.sign
    found = counter_figures.servers(first, last)
    assert {(row.station, row.staff) for row in found} == set(groups)
    for row in found:
        here = groups[row.station, row.staff]
        assert (row.orders, row.lines, row.revenue) == (*sums(here)[:2], sums(here)[3])
        assert row.cancelled == sum(part.sign for part in here) - row.orders
    counted = {row.reason: row.orders for row in counter_figures.cancelled(first, last)}
    assert counted == {reason: count for reason, count in reasons.items() if count}


def test_money_is_told_by_how_it_was_paid(shop: Shop, clock: SetClock) -> None:
    product = a_product(price=10_000)
    for method in ("cash", "qris", "cash"):
        order = an_order((product, pcs(2)))
        payments.pay(order.id, Tender(method, 20_000))
    payments.refund(order.id, 5_000)
    clock.forward(24 * 60)
    payments.pay(an_order(product).id, Tender("card", 10_000))
    found = counter_figures.methods(MONDAY, MONDAY)
    assert [(m.method, m.payments, m.received, m.refunds, m.refunded) for m in found] == [
        ("cash", 2, 40_000, 1, 5_000), ("qris", 1, 20_000, 0, 0),
    ]  # fmt: skip


def test_differences_of_drawers_are_told_on_the_day_of_their_count(
    shop: Shop, clock: SetClock
) -> None:
    drawer.open_drawer(100_000)
    clock.forward(60)
    drawer.close_drawer(99_000)
    found = counter_figures.drawers(MONDAY, MONDAY)
    assert [(row.expected, row.counted, row.difference) for row in found] == [
        (100_000, 99_000, -1_000)
    ]
    assert counter_figures.drawers(MONDAY + timedelta(1), MONDAY + timedelta(1)) == []


def test_stock_that_runs_out_and_stock_that_nobody_buys(shop: Shop, clock: SetClock) -> None:
    low = a_product("Gula", on_hand=pcs(10), reorder_at=pcs(4))
    fast = a_product("Beras", on_hand=pcs(60))
    dead = a_product("Payung", on_hand=pcs(7))
    fine = a_product("Teh", on_hand=pcs(500))
    gone = a_product("Kopi", on_hand=0)
    for product, count in ((low, 8), (fast, 56), (fine, 28), (gone, 3)):
        an_order((product, pcs(count)))
    clock.forward(24 * 60)
    found = {row.id: row for row in stock_outlook.outlook().products}
    assert set(found) == {low.id, fast.id, dead.id, gone.id}
    # 8 sold in 28 days: 4 for the next 14, and 4 as its mark, of which 2 are free.
    assert (found[low.id].state, found[low.id].cover, found[low.id].order) == ("low", 7, pcs(6))
    # 2 a day, 4 left: two days.
    assert (found[fast.id].cover, found[fast.id].order) == (2, pcs(24))
    assert (found[dead.id].state, found[dead.id].cover, found[dead.id].order) == ("dead", None, 0)
    assert found[gone.id].cover == 0
    assert shop_clock.business_day(shop_clock.now(), "Asia/Jakarta") == MONDAY + timedelta(1)


def test_goods_that_were_sold_a_minute_ago_are_sold(shop: Shop, clock: SetClock) -> None:
    a_product("Gula", on_hand=pcs(40))
    tea = a_product("Teh", on_hand=pcs(40))
    assert stock_outlook.outlook().counts["dead"] == 2
    an_order((tea, pcs(1)))
    assert [row.name for row in stock_outlook.outlook().products] == ["Gula"]
    clock.forward(90 * 24 * 60)  # the ninetieth day after it
    assert stock_outlook.outlook().counts["dead"] == 2


def test_stock_below_zero_comes_first(shop: Shop, clock: SetClock) -> None:
    from models.fulfilment import fulfilment

    a_product("Gula", on_hand=pcs(1), reorder_at=pcs(4))
    short = a_product("Beras", on_hand=pcs(1))
    order = an_order((short, pcs(3)))
    fulfilment.make_ready(order.id)
    clock.forward(24 * 60)
    found = stock_outlook.outlook()
    assert found.products[0].id == short.id
    assert found.products[0].state == "negative"
    assert found.counts == {"negative": 1, "low": 1, "dead": 0}


def test_cancelled_orders_are_told_by_reason(shop: Shop, clock: SetClock) -> None:
    for reason in ("salah", "salah", ""):
        orders.cancel(an_order().id, reason)
    found = counter_figures.cancelled(MONDAY, MONDAY)
    assert [(row.reason, row.orders) for row in found] == [("salah", 2), ("", 1)]


def test_what_chance_explains_is_no_pair(shop: Shop, clock: SetClock) -> None:
    rice, sugar, tea = (a_product(name) for name in ("Beras", "Gula", "Teh"))
    for number in range(6):
        an_order(rice, *([sugar, tea] if number % 2 else []))
    found = bought_together.bought_together(MONDAY, MONDAY)
    assert (found.orders, found.all_orders) == (6, 6)
    (pair,) = found.pairs  # rice is in every basket, with whatever else
    assert (pair.first.name, pair.second.name, pair.together) == ("Gula", "Teh", 3)
    assert (pair.confidence, pair.lift) == (1.0, 2.0)


def test_goods_bought_together_and_brought_back_were_not(shop: Shop, clock: SetClock) -> None:
    sugar, tea = a_product("Gula"), a_product("Teh")
    placed = [an_order(sugar, tea) for _ in range(3)]
    an_order()
    assert len(bought_together.bought_together(MONDAY, MONDAY).pairs) == 1
    fulfilment.make_ready(placed[0].id)
    fulfilment.hand_over(placed[0].id)
    returns.return_goods(placed[0].id, {1: pcs(1)}, note="pecah")
    assert bought_together.bought_together(MONDAY, MONDAY).pairs == ()
    found = counter_figures.returned(MONDAY, MONDAY)
    assert [(x.reason, x.lines, x.amount) for x in found.reasons] == [("pecah", 1, 3_500)]
    assert [(x.name, x.quantity, x.amount) for x in found.products] == [("Gula", pcs(1), 3_500)]


def test_nobody_bought_anything(shop: Shop, clock: SetClock) -> None:
    assert bought_together.bought_together(MONDAY, MONDAY).pairs == ()
    assert product_sales.categories(MONDAY, MONDAY) == []
    assert stock_outlook.outlook().products == ()
    assert counter_figures.returned(MONDAY, MONDAY).products == ()
    assert counter_figures.pickers(MONDAY, MONDAY) == []


def test_who_ticks_one_by_one_can_be_believed(shop: Shop, clock: SetClock) -> None:
    first, second = an_order(a_product("Beras"), a_product("Gula")), an_order()
    with at_station("Gudang", "G1"):
        fulfilment.pick(first.id, 1)
        fulfilment.make_ready(first.id)
    with at_station("Gudang", "G2"):
        fulfilment.make_ready(second.id)
    found = counter_figures.pickers(MONDAY, MONDAY)
    assert [(x.staff, x.orders, x.one_by_one, x.in_bulk, x.trusted_share) for x in found] == [
        ("G1", 1, 1, 1, 0.5), ("G2", 1, 0, 1, 0.0),
    ]  # fmt: skip


def test_what_lasts_exactly_a_week_is_not_low(shop: Shop, clock: SetClock) -> None:
    week, less = a_product("Teh", on_hand=pcs(35)), a_product("Kopi", on_hand=pcs(34))
    for product in (week, less):
        an_order((product, pcs(28)))
    clock.forward(24 * 60)
    assert [row.id for row in stock_outlook.outlook().products] == [less.id]


def test_one_giant_basket_does_not_hide_the_others(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bought_together, "PAIRS", 500)
    goods = [a_product(f"Barang {n}") for n in range(bought_together.LARGEST + 1)]
    for _ in range(3):
        an_order(*goods[:2])
    an_order(*goods)  # 1,830 pairs
    an_order(*goods[:2])
    found = bought_together.bought_together(MONDAY, MONDAY)
    assert (found.orders, found.all_orders) == (4, 5)


def test_it_is_known_which_days_before_the_shop_was_open(shop: Shop, clock: SetClock) -> None:
    week = date(2026, 3, 2), date(2026, 3, 8)
    assert statistics.opened() is None
    assert not statistics.dashboard(*week).before_is_known
    for day, known in ((6, False), (1, True)):
        clock.set(2026, 3, day, 9)
        an_order()
        clock.set(2026, 3, 9, 10)
        assert statistics.opened() == date(2026, 3, day)
        found = statistics.dashboard(*week)
        assert (found.before_is_known, found.before_is_whole) == (known, False)
    assert statistics.dashboard(week[1], week[1]).before_is_whole
