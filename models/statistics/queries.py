"""The few statements behind the owner's figures, each over two periods at once.

They read the kept sums and nothing else, except for one: what the counterpart of today had
sold by this time of day is read from the orders of that single day.
"""

from dataclasses import dataclass
from typing import Any

from peewee import SQL, fn

from models.stages import Stage
from models.storage.database import one, rows
from models.storage.tables import DayTotal, HourTotal, Order, OrderLine, Product
from models.sums.column_codec import largest
from models.sums.day_archive import HOUR, LEAD_TIME, PRODUCT, STEPS, DayArchive


@dataclass(frozen=True, slots=True)
class Span:
    """A period and the one before, as day keys (yyyymmdd), all inclusive."""

    first: int
    last: int
    before_first: int
    before_last: int

    def inside(self, day: Any) -> Any:
        """The days of both periods, whichever is the earlier one."""
        return day.between(self.first, self.last) | day.between(self.before_first, self.before_last)


def day_rows(span: Span) -> dict[int, tuple[int, ...]]:
    """Day key → orders, lines, quantity, revenue, discount, tax, cancelled, asked, short, picked
    and bulk lines, promises and those kept."""
    query = DayTotal.select(
        DayTotal.day, DayTotal.orders, DayTotal.lines, DayTotal.quantity, DayTotal.revenue,
        DayTotal.discount, DayTotal.tax, DayTotal.cancelled, DayTotal.asked_lines,
        DayTotal.short_lines, DayTotal.picked_lines, DayTotal.bulk_lines, DayTotal.promised,
        DayTotal.kept,
    ).where(span.inside(DayTotal.day))  # fmt: skip
    return dict(rows(query, lambda day, *sums: (day, sums)))


def first_day() -> int | None:
    """The day key of the shop's first order, None when there is none."""
    row = one(DayTotal.select(fn.MIN(DayTotal.day)))
    return row[0] if row else None


def heat_rows(closed: DayArchive, span: Span) -> list[tuple[int, ...]]:
    """(weekday, hour, orders, lines, revenue, orders made ready, their seconds) of the period,
    hours with orders only."""
    found = closed.sums(HOUR, span.first, span.last).T.tolist()
    return [(*divmod(code, 24), *counts) for code, *counts in found if counts[0] > 0]


def hour_rows(span: Span) -> list[tuple[int, ...]]:
    """(day key, hour, orders, lines, revenue) of the last day and of its counterpart."""
    query = (
        HourTotal.select(
            HourTotal.day, HourTotal.hour, HourTotal.orders, HourTotal.lines, HourTotal.revenue
        )
        .where(HourTotal.day.in_([span.last, span.before_last]), HourTotal.orders > 0)
        .order_by(HourTotal.day, HourTotal.hour)
    )
    return rows(query, _integers)


def lead_rows(
    closed: DayArchive, first: int, last: int, limit: int
) -> dict[str, tuple[int, int, int, int]]:
    """Step → orders, p50, p90 in seconds, and how many took `limit` seconds or more."""
    codes, orders = closed.sums(LEAD_TIME, first, last)
    times = {}
    codes, orders = codes[orders > 0], orders[orders > 0]
    every, steps = codes // len(STEPS), codes % len(STEPS)
    for place, step in enumerate(STEPS):
        here = (steps == place).nonzero()[0]
        if not len(here):
            continue
        seconds, so_far = every[here], orders[here].cumsum()
        count = so_far[-1]
        half, most = (so_far * 2).searchsorted(count), (so_far * 10).searchsorted(count * 9)
        late = orders[here][seconds >= limit].sum()
        times[step] = _integers(count, seconds[half], seconds[most], late)
    return times


def top_rows(closed: DayArchive, span: Span, count: int) -> list[tuple[Any, ...]]:
    """(product, SKU, name, unit, lines, quantity, revenue, and these three of the period before)
    of the best sellers, most first."""
    sold = closed.sums(PRODUCT, span.first, span.last)
    sold = sold[:, sold[2] > 0]
    best = sold[:, largest(sold[3], count)].T.tolist()
    old = closed.sums(PRODUCT, span.before_first, span.before_last)
    places = old[0].searchsorted([row[0] for row in best])
    known = dict(
        rows(
            Product.select(Product.id, Product.sku, Product.name, Product.unit).where(
                Product.id.in_([row[0] for row in best])
            ),
            lambda *row: (row[0], row),
        )
    )
    found = []
    for (product, *sums), place in zip(best, places.tolist(), strict=True):
        there = place < old.shape[1] and old[0, place] == product
        before = old[1:, place].tolist() if there else (0, 0, 0)
        found.append((*known[product], *sums, *before))
    return found


def by_now(span: Span, moment: int) -> tuple[int, int, int, int]:
    """Orders, lines, quantity and revenue of the last day before, of orders placed by `moment`.

    Read from the orders of that one day.
    """
    placed = (
        (Order.day == span.before_last)
        & (Order.placed_at <= moment)
        & (Order.stage != int(Stage.CANCELLED))
    )
    sold = OrderLine.ordered - OrderLine.cancelled - OrderLine.short - OrderLine.returned
    counting = (
        OrderLine.select(fn.COUNT(SQL("*")), fn.SUM(sold))
        .join(Order, on=(OrderLine.order == Order.id))
        .where(placed, sold > 0)
    )
    counted = one(counting) or (0, 0)
    paid = one(Order.select(fn.COUNT(Order.id), fn.SUM(Order.total)).where(placed)) or (0, 0)
    orders, lines, quantity, revenue = _integers(paid[0], *counted, paid[1])
    return orders, lines, quantity, revenue


def _integers(*row: Any) -> Any:
    """PostgreSQL adds whole numbers up to a Decimal, and nothing up to None."""
    return tuple(int(value or 0) for value in row)
