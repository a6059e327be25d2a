"""The shop at a glance: what today has brought, what is open, and what stands behind the doors."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from peewee import SQL, fn

from models import amounts, clock, session
from models.catalogue import catalogue_listing
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Limits
from models.journal import rights
from models.settings import preferences
from models.stages import Stage
from models.statistics import queries
from models.storage.database import one, rows, snapshot
from models.storage.tables import (
    IS_OPEN,
    DayTotal,
    HeldCart,
    HourTotal,
    LeadTime,
    Order,
    OrderLine,
    PolicyAcceptance,
)
from models.sums import tallies


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What somebody who may not see the shop's figures did today, under the staff code `staff`.

    At the counter: orders placed with their lines and rupiah, and how many were cancelled since.
    In the warehouse: orders made ready, and lines taken one by one or with their whole card.
    """

    staff: str
    role: str
    orders: int = 0
    lines: int = 0
    revenue: int = 0
    cancelled: int = 0
    ready: int = 0
    one_by_one: int = 0
    in_bulk: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """Money in rupiah, moments UTC ms. By-hour tuples have 24 values.

    `taken_last_week` is what was taken on the same weekday last week up to this time of day.
    Whoever may not see the figures gets none of what was taken (`sees_sales`), but their `own`.
    Where a shop hands over `at_counter` nobody looks at the wall, and nothing there is late.
    `open` holds when each open order becomes almost late, and late, and its stage, oldest first.
    """

    shop_name: str
    is_demo: bool
    day: date
    trading_days: int
    hour: int
    orders_by_hour: tuple[int, ...]
    orders: int
    unpaid: int
    held: int
    last_placed_at: int | None
    taken: int
    returned: int
    taken_by_hour: tuple[int, ...]
    taken_by_hour_last_week: tuple[int, ...]
    taken_last_week: int
    median_ready: int | None
    open: tuple[tuple[tuple[int, int], Stage], ...]
    limits: Limits
    all_orders: int
    products: int
    low_products: int
    out_products: int
    accepted_at: int | None
    sees_sales: bool = True
    at_counter: bool = False
    own: OwnDay | None = None

    @property
    def average(self) -> int:
        """Rupiah per order, as the statistics say it."""
        return amounts.average(self.taken + self.returned, self.orders)


def today() -> Today:
    """Everything the home window shows, at one and the same moment."""
    facts = _today()
    standing = rights.standing()
    if standing.may("statistics"):
        return facts
    nothing = (0,) * 24
    return replace(
        facts, taken=0, returned=0, taken_by_hour=nothing, taken_by_hour_last_week=nothing,
        taken_last_week=0, median_ready=None, sees_sales=False,
        own=_own(facts.day, standing.role) if standing.role else None,
    )  # fmt: skip


def _own(day: date, role: str) -> OwnDay:
    """Of who is signed in, at all stations."""
    staff = session.current.staff

    def sums(kind: str) -> list[int]:
        mine = [row[2:] for row in tallies.read_tally(kind, day, day) if row[1] == staff]
        return [sum(column) for column in zip((0, 0, 0), *mine, strict=True)]

    with snapshot():
        if role == rights.WAREHOUSE:
            ready, one_by_one, in_bulk = sums(tallies.PICKED)
            return OwnDay(staff, role, ready=ready, one_by_one=one_by_one, in_bulk=in_bulk)
        orders, lines, revenue = sums(tallies.SERVED)
        return OwnDay(staff, role, orders, lines, revenue, sums(tallies.LOST)[0])


def _today() -> Today:
    now = clock.now()
    day = clock.business_day(now, *session.current.calendar)
    before = day - timedelta(days=7)
    with snapshot():
        chosen, limits = preferences.all_values(), fulfilment_queue.limits()
        totals = one(
            DayTotal.select(DayTotal.orders, DayTotal.revenue, DayTotal.returned).where(
                DayTotal.day == clock.day_key(day)
            )
        ) or (0, 0, 0)
        orders, taken = _by_hour(day)
        _, taken_before = _by_hour(before)
        shelves = catalogue_listing.counts()
        return Today(
            shop_name=chosen[preferences.SHOP_NAME.key],
            is_demo=chosen[preferences.DEMO.key],
            day=day,
            trading_days=_count(DayTotal.select(fn.COUNT(DayTotal.day))),
            hour=clock.local(now, session.current.zone).hour,
            orders_by_hour=orders,
            orders=totals[0],
            unpaid=_count(
                Order.select(fn.COUNT(Order.id)).where(SQL("paid < total AND stage < 4"))
            ),
            held=_count(HeldCart.select(fn.COUNT(HeldCart.id)).where(HeldCart.draft_of.is_null())),
            last_placed_at=_last_placed(day),
            taken=totals[1],
            returned=totals[2],
            taken_by_hour=tuple(accumulate(taken)),
            taken_by_hour_last_week=tuple(accumulate(taken_before)),
            taken_last_week=_taken_until(before, now),
            median_ready=_median_ready(day),
            open=tuple(_open(limits)),
            limits=limits,
            all_orders=_all_orders(chosen[preferences.DETAIL_FROM.key]),
            products=shelves["all"],
            at_counter=chosen[preferences.AT_COUNTER.key],
            low_products=shelves["low"],
            out_products=shelves["out"],
            accepted_at=(
                one(
                    PolicyAcceptance.select(fn.MAX(PolicyAcceptance.accepted_at)).where(
                        PolicyAcceptance.withdrawn_at.is_null()
                    )
                )
                or (None,)
            )[0],
        )


def _count(query: Any) -> int:
    row = one(query)
    return int(row[0]) if row else 0


def _all_orders(kept_from: int) -> int:
    """How many there are: the sums of the days before `kept_from` count removed ones as well."""
    kept = DayTotal.select(fn.COALESCE(fn.SUM(DayTotal.orders + DayTotal.cancelled), 0))
    left = Order.select(fn.COUNT(Order.id)).where(Order.day < kept_from)
    return _count(kept.where(DayTotal.day >= kept_from)) + _count(left)


def _by_hour(day: date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    query = HourTotal.select(HourTotal.hour, HourTotal.orders, HourTotal.revenue)
    found = rows(query.where(HourTotal.day == clock.day_key(day)), lambda *row: row)
    orders, taken = [0] * 24, [0] * 24
    for hour, count, revenue in found:
        orders[hour], taken[hour] = count, revenue
    return tuple(orders), tuple(taken)


def _last_placed(day: date) -> int | None:
    row = one(Order.select(fn.MAX(Order.placed_at)).where(Order.day == clock.day_key(day)))
    return row[0] if row else None


def _taken_until(day: date, now: int) -> int:
    moment = clock.same_time(now, day, *session.current.calendar)
    return queries.taken_by_now(clock.day_key(day), moment)[3]


def _median_ready(day: date) -> int | None:
    """The median of today's times from placing to ready, in ms."""
    found = rows(
        LeadTime.select(LeadTime.seconds, LeadTime.orders)
        .where(LeadTime.day == clock.day_key(day), LeadTime.step == "ready", LeadTime.orders > 0)
        .order_by(LeadTime.seconds),
        lambda *row: row,
    )
    half = (sum(count for _, count in found) + 1) // 2
    for seconds, count in found:
        half -= count
        if half <= 0:
            return int(seconds) * 1000
    return None


def _open(limits: Limits) -> list[tuple[tuple[int, int], Stage]]:
    since = fn.COALESCE(Order.starts_at, Order.placed_at)
    gone = OrderLine.picked + OrderLine.short + OrderLine.cancelled
    left = OrderLine.select(fn.COUNT(OrderLine.line)).where(
        OrderLine.order == Order.id, OrderLine.ordered != gone
    )
    query = Order.select(since, Order.promised_at, left, Order.stage)
    return rows(
        query.where(IS_OPEN).order_by(Order.id),
        lambda *row: (limits.thresholds(*row[:3]), Stage(row[3])),
    )
