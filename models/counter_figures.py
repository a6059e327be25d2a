"""Money and people: what was paid how, what went back, who served, what was cancelled and why.

Read from the payments and orders of the days themselves.
"""

from dataclasses import dataclass
from datetime import date

from peewee import Case, fn

from models import clock, session
from models.database import rows
from models.stages import Stage
from models.tables import DrawerSession, Order, Payment


@dataclass(frozen=True, slots=True)
class Method:
    """Money by one way of paying, in rupiah; `refunded` is positive."""

    method: str
    payments: int
    received: int
    refunds: int
    refunded: int


@dataclass(frozen=True, slots=True)
class Count:
    """A drawer that was counted: `difference` is negative when cash was missing. UTC ms."""

    id: int
    station: str
    staff: str
    closed_at: int
    expected: int
    counted: int

    @property
    def difference(self) -> int:
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Server:
    """What was placed at a station under a staff code, without the cancelled orders."""

    station: str
    staff: str
    orders: int
    lines: int
    revenue: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Cancelled orders by the reason that was given."""

    reason: str
    orders: int


def methods(first_day: date, last_day: date) -> list[Method]:
    """Payments of these days by method, the largest first."""
    amount = Payment.amount
    came, went = amount >= 0, amount < 0
    query = (
        Payment.select(
            Payment.method,
            fn.SUM(Case(None, [(came, 1)], 0)),
            fn.SUM(Case(None, [(came, amount)], 0)),
            fn.SUM(Case(None, [(went, 1)], 0)),
            fn.SUM(Case(None, [(went, 0 - amount)], 0)),
        )
        .where(Payment.day.between(clock.day_key(first_day), clock.day_key(last_day)))
        .group_by(Payment.method)
    )
    found = rows(query, lambda method, *sums: Method(method, *map(int, sums)))
    return sorted(found, key=lambda row: -row.received)


def drawers(first_day: date, last_day: date) -> list[Count]:
    """Drawers that were closed on these days, the newest first."""
    zone = session.current.zone
    begin = clock.start_of(first_day, zone)
    end = clock.start_of(date.fromordinal(last_day.toordinal() + 1), zone)
    s = DrawerSession
    query = (
        s.select(s.id, s.station, s.staff, s.closed_at, s.expected, s.counted)
        .where(s.closed_at >= begin, s.closed_at < end)
        .order_by(s.id.desc())
    )
    return rows(query, Count)


def servers(first_day: date, last_day: date) -> list[Server]:
    """Orders of these days by station and staff code, the most revenue first."""
    kept = Order.stage != int(Stage.CANCELLED)
    query = (
        Order.select(
            Order.station,
            Order.staff,
            fn.SUM(Case(None, [(kept, 1)], 0)),
            fn.SUM(Case(None, [(kept, Order.lines)], 0)),
            fn.SUM(Case(None, [(kept, Order.total)], 0)),
            fn.SUM(Case(None, [(kept, 0)], 1)),
        )
        .where(Order.day.between(clock.day_key(first_day), clock.day_key(last_day)))
        .group_by(Order.station, Order.staff)
    )
    found = rows(query, lambda station, staff, *sums: Server(station, staff, *map(int, sums)))
    return sorted(found, key=lambda row: (-row.revenue, row.station, row.staff))


def cancelled(first_day: date, last_day: date) -> list[Cancelled]:
    """Cancelled orders of these days by reason, the most frequent first."""
    query = (
        Order.select(Order.cancel_reason, fn.COUNT(Order.id))
        .where(
            Order.day.between(clock.day_key(first_day), clock.day_key(last_day)),
            Order.stage == int(Stage.CANCELLED),
        )
        .group_by(Order.cancel_reason)
    )
    return sorted(rows(query, Cancelled), key=lambda row: (-row.orders, row.reason))
