"""The owner's figures are those of the orders themselves, whatever happened to them."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from models import clock as shop_clock
from models import session
from models.amounts import NO_DISCOUNT, Discount
from models.errors import ShopError
from models.fulfilment import fulfilment
from models.orders import orders, returns
from models.orders.cart import Cart
from models.settings import preferences
from models.shop.opening import Shop
from models.statistics import statistics
from models.statistics.compared_days import days_before
from models.statistics.statistics import Dashboard, dashboard
from models.storage.database import rows
from models.storage.tables import LateSum
from models.sums import day_archive
from tests.conftest import SetClock
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order, cart_of, pcs
from tests.reckoned import Part, brought_back, half_up, parts

MONDAY = date(2026, 3, 9)


# --- a random shop, lived through with the verbs ---------------------------------------------


class Life:
    """Customers come, and all that can happen to an order happens to some of them."""

    def __init__(self, clock: SetClock, seed: int) -> None:
        self.clock = clock
        self.random = Random(seed)
        self.goods = [
            a_product(
                f"Barang {n}", 1_000 + 777 * n,
                tax_rate=(1_100, 1_100, 0)[n % 3], cost=600 + 501 * n if n % 4 else None,
            )
            for n in range(26)
        ]  # fmt: skip
        self.placed: list[int] = []

    def days(self, count: int, orders_a_day: int) -> None:
        for number in range(count):
            day = MONDAY + timedelta(days=number)
            if self.random.random() < 0.15:
                continue  # closed
            midnight = shop_clock.start_of(day, session.current.zone)
            count = self.random.randint(0, 2 * orders_a_day)
            for second in sorted(self.random.randrange(24 * 3600) for _ in range(count)):
                self.clock.moment = max(self.clock.now(), midnight + second * 1000)
                self.come()

    def come(self) -> None:
        self.placed.append(orders.place(self.cart()).value.id)
        for _ in range(self.random.randint(0, 6)):
            self.clock.forward(self.random.random() * 9)
            # Mostly the new order, sometimes one of another day.
            recent = self.random.random() < 0.8
            self.something(self.placed[-1] if recent else self.random.choice(self.placed))

    def cart(self) -> Cart:
        chance = self.random
        cart = Cart(tax_included=chance.random() < 0.7)
        for product in chance.sample(self.goods, chance.randint(1, 5)):
            price = product.price
            some_off = [NO_DISCOUNT, Discount(price // 7), Discount(rate=1_000)]
            cart.add(
                product,
                chance.choice([500, 1000, 1000, 1333, 2000, 12_000]),
                discount=chance.choice(some_off) if price > 2_000 else NO_DISCOUNT,
            )
        if chance.random() < 0.25:
            sums = [Discount(cart.subtotal // part) for part in (3, 10, 97)]
            cart.set_discount(chance.choice([*sums, Discount(rate=1_250)]))
        return cart

    def something(self, order: int) -> None:
        line = self.random.randint(1, 5)
        quantity = self.random.choice([None, None, 500, 1000])
        deeds: list[Callable[[], object]] = [
            lambda: fulfilment.claim(order),
            lambda: fulfilment.pick(order, line, quantity),
            lambda: fulfilment.pick(order, line),
            lambda: fulfilment.short(order, line, quantity),
            lambda: fulfilment.unpick(order, line, quantity),
            lambda: fulfilment.make_ready(order),
            lambda: fulfilment.make_ready(order),
            lambda: fulfilment.hand_over(order),
            lambda: fulfilment.hand_over(order),
            lambda: fulfilment.undo_last_step(order),
            lambda: fulfilment.release(order),
            lambda: orders.cancel_line(order, line),
            lambda: orders.change(order, {line: quantity or 3000}),
            lambda: orders.change(order, {}, self.cart().lines[:2]),
            lambda: self.bring_back(order, line, quantity or 1000),
            lambda: orders.cancel(order) if self.random.random() < 0.3 else None,
        ]
        # The shop may refuse, and a line may not exist; nothing is stored then.
        with suppress(ShopError, KeyError):
            self.random.choice(deeds)()

    def bring_back(self, order: int, line: int, quantity: int) -> None:
        for step in (fulfilment.make_ready, fulfilment.hand_over):
            with suppress(ShopError):
                step(order)
                self.clock.forward(1)
        returns.return_goods(order, {line: quantity})


# --- the same figures by plain addition over every order and line ----------------------------


class Oracle:
    """Adds up how every order stood at the end of each day, as `tests.reckoned` has it."""

    def __init__(self) -> None:
        self.zone = session.current.zone
        self.parts = parts(self.zone)
        self.back = brought_back(self.zone)

    def of(self, first: date, last: date, until: int | None = None) -> list[Part]:
        every = self.parts if until is None else parts(self.zone, until)
        return [part for part in every if first <= part.day <= last]

    def returned(self, first: date, last: date, until: int | None = None) -> int:
        back = self.back if until is None else brought_back(self.zone, until)
        return sum(x.revenue for x in back if first <= x.day <= last)


def kept(found: list[Part]) -> list[Part]:
    return [part for part in found if part.is_kept]


def sums(found: list[Part]) -> tuple[int, int, int, int]:
    sold = [(part.sign, line) for part in found for line in part.sold]
    return (
        sum(part.sign for part in kept(found)),
        sum(sign for sign, _ in sold),
        sum(sign * line["sold"] for sign, line in sold),
        sum(part.sign * part.order["total"] for part in kept(found)),
    )


def nearest_rank(values: list[int], tenths: int) -> int | None:
    ranked = sorted(values)
    return ranked[-(-len(ranked) * tenths // 10) - 1] if ranked else None


MOMENTS = {
    "claim": ("placed_at", "claimed_at"),
    "pick": ("claimed_at", "ready_at"),
    "collect": ("ready_at", "handed_at"),
    "ready": ("placed_at", "ready_at"),
    "whole": ("placed_at", "handed_at"),
}


def check_figures(oracle: Oracle, figures: statistics.Figures, first: date, last: date) -> None:
    found = oracle.of(first, last)
    assert _sums(figures.sums)[:4] == sums(found)
    count, _, _, revenue = sums(found)
    back = oracle.returned(first, last)
    assert figures.sums.returned == back
    assert figures.sums.average_order == (half_up(Fraction(revenue + back, count)) if count else 0)
    assert figures.cancelled == sum(part.sign for part in found) - count
    assert figures.tax == sum(part.sign * part.order["tax"] for part in kept(found))
    for part in kept(found):
        assert part.order["total"] == sum(line["revenue"] for line in part.sold)
        assert part.order["tax"] == sum(line["tax"] for line in part.sold)
    sold = [(part.sign, line) for part in found for line in part.sold]
    assert figures.discount == sum(sign * line["off"] for sign, line in sold)
    assert figures.margin.cost == sum(sign * line["costs"] for sign, line in sold)
    assert figures.margin.costed == sum(sign * line["costed"] for sign, line in sold)
    lines = [(part.sign, line) for part in kept(found) for line in part.lines]
    asked = [sign for sign, line in lines if line["ordered"] - line["cancelled"] > 0]
    picked = [(sign, line) for sign, line in lines if line["picked"] > 0]
    assert figures.asked_lines == sum(asked)
    assert figures.short_lines == sum(sign for sign, line in lines if line["short"] > 0)
    assert figures.picked_lines == sum(sign for sign, _ in picked)
    assert figures.bulk_lines == sum(sign for sign, line in picked if line["bulk"])
    for step, (start, end) in MOMENTS.items():
        counted: dict[int, int] = defaultdict(int)
        for part in kept(found):
            if part.order[start] is not None and part.order[end] is not None:
                second = max(0, part.order[end] - part.order[start]) // 1000
                counted[second] += part.sign
        seconds = [second for second, count in counted.items() for _ in range(max(0, count))]
        time = figures.time(step)
        expected = (len(seconds), nearest_rank(seconds, 5), nearest_rank(seconds, 9))
        assert (time.orders, time.p50, time.p90) == expected, step
        if step == "ready":
            limit = preferences.get(preferences.LATE_AFTER) * 60
            assert figures.late == sum(second >= limit for second in seconds)


def _sums(counted: statistics.Sums) -> tuple[int, ...]:
    return astuple(counted)


def check_days(oracle: Oracle, days: Any, first: date, last: date) -> None:
    assert [row.day for row in days] == [
        first + timedelta(days=n) for n in range((last - first).days + 1)
    ]
    for row in days:
        count, lines, _, revenue = sums(oracle.of(row.day, row.day))
        back = oracle.returned(row.day, row.day)
        assert (row.orders, row.lines, row.revenue, row.returned) == (count, lines, revenue, back)


def check_hours(oracle: Oracle, hours: Any, day: date) -> None:
    expected = {
        hour: (a, b, d)
        for hour in range(24)
        for a, b, _, d in [sums([x for x in oracle.of(day, day) if x.hour == hour])]
        if a or d
    }
    assert {row.hour: (row.orders, row.lines, row.revenue) for row in hours} == expected


def check_heat(oracle: Oracle, found: Dashboard) -> None:
    expected = {}
    opened = min(part.day for part in oracle.parts)
    for weekday in range(7):
        days = sum(row.day.weekday() == weekday and row.day >= opened for row in found.days)
        for hour in range(24):
            here = [
                part
                for part in oracle.of(found.first_day, found.last_day)
                if (part.day.weekday(), part.hour) == (weekday, hour)
            ]
            count, lines, _, revenue = sums(here)
            if count or revenue:
                expected[weekday, hour] = (days, count, lines, revenue)
    counted = {(c.weekday, c.hour): (c.days, c.orders, c.lines, c.revenue) for c in found.heat}
    assert counted == expected


def check_top(oracle: Oracle, found: Dashboard) -> None:
    now = by_product(oracle, found.first_day, found.last_day)
    before = by_product(oracle, found.before_first_day, found.before_last_day)
    best = sorted((p for p in now if now[p][1] > 0), key=lambda p: (-now[p][2], p))[:20]
    assert [product.id for product in found.top] == best
    for row in found.top:
        assert (row.lines, row.quantity, row.revenue) == tuple(now[row.id])
        old = tuple(before.get(row.id, [0, 0, 0]))
        assert (row.lines_before, row.quantity_before, row.revenue_before) == old


def by_product(oracle: Oracle, first: date, last: date) -> dict[int, list[int]]:
    products: dict[int, list[int]] = {}
    for part in oracle.of(first, last):
        for line in part.sold:
            row = products.setdefault(line["product"], [0, 0, 0])
            for place, number in enumerate((1, line["sold"], line["revenue"])):
                row[place] += part.sign * number
    return {product: row for product, row in products.items() if any(row)}


def check(found: Dashboard) -> None:
    oracle = Oracle()
    first, last = found.first_day, found.last_day
    before = found.before_first_day, found.before_last_day
    check_figures(oracle, found.now, first, last)
    check_figures(oracle, found.before, *before)
    check_days(oracle, found.days, first, last)
    check_days(oracle, found.days_before, *before)
    check_hours(oracle, found.hours, last)
    check_hours(oracle, found.hours_before, before[1])
    check_heat(oracle, found)
    check_top(oracle, found)
    until = None
    if found.unfinished:
        until = found.counted_at - (last - before[1]).days * shop_clock.DAY
    so_far = sums(oracle.of(*before, until)), oracle.returned(*before, until)
    assert _sums(found.before_by_now) == (*so_far[0], so_far[1])


@postgres_in_the_long_run  # test_every_figure.py asks it there
@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))]
)
def test_every_figure_is_that_of_the_orders(shop: Shop, clock: SetClock, seed: int) -> None:
    life = Life(clock, seed)
    life.days(24, orders_a_day=4)
    clock.set(2026, 4, 1, 13, 30)
    life.come()
    oracle = Oracle()
    assert len(kept(oracle.parts)) < len(oracle.parts)
    for deed in ("short", "cancelled", "returned", "discount", "cost"):
        assert any(line[deed] for part in oracle.parts for line in part.lines), deed
    for length in (1, 2, 7, 10, 14, 24):
        check(dashboard(date(2026, 4, 1) - timedelta(days=length - 1), date(2026, 4, 1)))
        check(dashboard(date(2026, 3, 31) - timedelta(days=length - 1), date(2026, 3, 31)))
        check(dashboard(MONDAY, MONDAY + timedelta(days=length - 1)))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 160))
def test_every_figure_of_many_shops(shop: Shop, clock: SetClock, seed: int) -> None:
    life = Life(clock, seed)
    life.days(60, orders_a_day=6)
    clock.set(2026, 5, 7, 20, 30)
    life.come()
    for _ in range(12):
        first = MONDAY + timedelta(days=life.random.randint(-3, 62))
        check(dashboard(first, first + timedelta(days=life.random.randint(0, 40))))


# --- single promises -------------------------------------------------------------------------


def test_an_empty_shop_has_zeros_and_no_times(shop: Shop, clock: SetClock) -> None:
    found = dashboard(MONDAY, MONDAY + timedelta(days=6))
    assert found.now.sums == statistics.Sums(0, 0, 0, 0)
    assert found.now.sums.average_order == 0
    assert (found.now.late_share, found.now.short_share) == (None, None)
    assert [time.p50 for time in found.now.times] == [None] * 5
    assert len(found.days) == len(found.days_before) == 7
    assert not found.heat
    assert not found.top


def test_seven_days_are_compared_with_the_seven_before(shop: Shop) -> None:
    assert days_before(MONDAY, date(2026, 3, 15)) == (date(2026, 3, 2), date(2026, 3, 8))


def test_other_lengths_are_compared_with_the_same_weekdays(shop: Shop) -> None:
    assert days_before(MONDAY, MONDAY) == (date(2026, 3, 2), date(2026, 3, 2))
    first, last = days_before(MONDAY, MONDAY + timedelta(days=29))
    assert (last - first).days == 29
    assert first == MONDAY - timedelta(days=35)


def test_days_in_the_wrong_order_are_put_right(shop: Shop, clock: SetClock) -> None:
    found = dashboard(MONDAY, MONDAY - timedelta(days=3))
    assert (found.first_day, found.last_day) == (MONDAY - timedelta(days=3), MONDAY)


def test_a_cancelled_order_is_only_counted_as_cancelled(shop: Shop, clock: SetClock) -> None:
    order = an_order(a_product(price=5_000))
    orders.cancel(order.id)
    found = dashboard(MONDAY, MONDAY)
    assert found.now.cancelled == 1
    assert found.now.sums == statistics.Sums(0, 0, 0, 0)
    assert not found.top
    assert not found.heat


def test_times_are_exact_to_the_second(shop: Shop, clock: SetClock) -> None:
    product = a_product()
    for seconds in (60, 61, 62, 700):
        order = an_order(product)
        clock.forward(seconds / 60)
        fulfilment.make_ready(order.id)
    found = dashboard(MONDAY, MONDAY).now
    assert found.time("ready") == statistics.StepTime("ready", 4, 61, 700)
    assert found.late_share == 0.25


def test_the_shops_limit_decides_what_is_late(shop: Shop, clock: SetClock) -> None:
    order = an_order()
    clock.forward(3)
    fulfilment.make_ready(order.id)
    assert dashboard(MONDAY, MONDAY).now.late == 0
    preferences.put(preferences.LATE_AFTER, 3)
    found = dashboard(MONDAY, MONDAY)
    assert (found.late_after, found.now.late) == (3, 1)


def test_a_line_that_was_wholly_short_counts_as_asked_for(shop: Shop, clock: SetClock) -> None:
    order = an_order(a_product("Beras"), a_product("Gula"))
    fulfilment.short(order.id, 1)
    fulfilment.make_ready(order.id)
    found = dashboard(MONDAY, MONDAY).now
    assert (found.sums.lines, found.asked_lines, found.short_share) == (1, 2, 0.5)


def test_today_is_compared_with_the_same_time_of_day(shop: Shop, clock: SetClock) -> None:
    product = a_product(price=10_000)
    clock.set(2026, 3, 2, 9)
    an_order((product, pcs(2)))
    clock.set(2026, 3, 2, 15)
    an_order((product, pcs(7)))
    clock.set(2026, 3, 9, 10)
    an_order(product)
    found = dashboard(MONDAY, MONDAY)
    assert found.unfinished
    assert found.before.sums.revenue == 90_000
    assert found.before_by_now == statistics.Sums(1, 1, pcs(2), 20_000)
    assert not dashboard(date(2026, 3, 2), date(2026, 3, 8)).unfinished


def test_weekdays_are_those_of_the_calendar(shop: Shop, clock: SetClock) -> None:
    product = a_product()
    for day in (date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28)):
        clock.set(day.year, day.month, day.day, 8)
        an_order(product)
        assert [cell.weekday for cell in dashboard(day, day).heat] == [day.weekday()]


def test_the_best_twenty_are_shown_and_ties_stay_in_order(shop: Shop, clock: SetClock) -> None:
    goods = [a_product(f"Barang {n}", 1_000) for n in range(25)]
    orders.place(cart_of(*goods))
    assert [row.id for row in dashboard(MONDAY, MONDAY).top] == [g.id for g in goods[:20]]


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SELECTs that are run inside."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = str(record.msg[0] if isinstance(record.msg, tuple) else record.msg)
            if "SELECT" in text:
                said.append(text)

    log, listener = logging.getLogger("peewee"), Listener()
    level = log.level
    log.addHandler(listener)
    log.setLevel(logging.DEBUG)
    yield said
    log.removeHandler(listener)
    log.setLevel(level)


@postgres_in_the_long_run
def test_the_number_of_statements_does_not_grow_with_the_shop(shop: Shop, clock: SetClock) -> None:
    def count() -> int:
        with statements() as said:
            dashboard(MONDAY, MONDAY + timedelta(days=27))
        return len(said)

    life = Life(clock, 5)
    life.days(10, orders_a_day=1)
    clock.set(2026, 4, 20)
    dashboard(MONDAY, MONDAY)  # packs the days that are over
    small = count()
    life.days(28, orders_a_day=6)
    clock.set(2026, 4, 20)
    dashboard(MONDAY, MONDAY)
    assert count() == small <= 25


def test_progress_is_told_for_each_product(shop: Shop, clock: SetClock) -> None:
    rice, sugar = a_product("Beras", 70_000), a_product("Gula", 18_000)
    clock.set(2026, 3, 2, 9)
    an_order((rice, pcs(1)))
    an_order((sugar, pcs(4)))
    clock.set(2026, 3, 9, 9)
    an_order((rice, pcs(2)))
    first, *rest = dashboard(MONDAY, MONDAY).top
    assert (first.name, first.revenue, first.revenue_before) == ("Beras", 140_000, 70_000)
    assert not rest


def test_days_before_the_first_order_do_not_thin_the_averages(shop: Shop, clock: SetClock) -> None:
    an_order()
    cell = dashboard(MONDAY - timedelta(days=60), MONDAY + timedelta(days=6)).heat[0]
    assert (cell.weekday, cell.days, cell.orders) == (0, 1, 1)


@pytest.mark.parametrize("seed", [11, pytest.param(12, marks=pytest.mark.long)])
@postgres_in_the_long_run
def test_packed_days_lose_nothing(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Days are packed, months closed, and orders of those days go on to change."""
    monkeypatch.setattr(day_archive, "_FEW_DAYS", 2)
    monkeypatch.setattr(day_archive, "_LATE_ENOUGH", 40)
    life = Life(clock, seed)
    for count in (50, 30, 90):
        life.days(count, orders_a_day=1)  # the second and third time into packed days
        clock.set(2026, 6, 20, 9)
        life.come()
        for first, length in ((MONDAY, 104), (MONDAY, 30), (date(2026, 3, 28), 22), (MONDAY, 8),
                              (date(2026, 3, 20), 60), (date(2026, 4, 30), 40)):  # fmt: skip
            check(dashboard(first, first + timedelta(days=length - 1)))
    assert day_archive.closed_until() > 20260401


def test_what_changed_late_is_worked_in(shop: Shop, clock: SetClock) -> None:
    product = a_product(price=5_000)
    an_order(product)
    clock.set(2026, 4, 12)
    an_order(product)
    clock.set(2026, 4, 13)
    assert dashboard(MONDAY, date(2026, 4, 12)).now.sums.orders == 2
    assert day_archive.closed_until() == 20260412
    clock.set(2026, 3, 9, 20)  # the clock stands wrong: the order stays on that day
    an_order((product, pcs(3)))
    clock.set(2026, 4, 13, 12)
    assert dashboard(MONDAY, MONDAY).top[0].quantity == pcs(4)
    assert set(rows(LateSum.select(LateSum.day), int)) == {20260309}
    an_order(product)
    clock.set(2026, 4, 14)
    found = dashboard(MONDAY, date(2026, 4, 13))
    assert not rows(LateSum.select(LateSum.day), int)
    assert (found.now.sums.orders, found.top[0].quantity) == (4, pcs(6))
    assert dashboard(MONDAY, MONDAY).top[0].quantity == pcs(4)
