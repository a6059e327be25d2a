"""The few statements behind the owner's figures, each over two periods at once.

They read the kept sums and nothing else, except for one: what the counterpart of today had
sold by this time of day is read from the orders and changes of that single day.
"""

from dataclasses import dataclass
from typing import Any

from peewee import Case, fn

from models import events
from models.stages import Stage
from models.statistics.margin import Margin
from models.storage.database import one, rows
from models.storage.tables import BillChange, DayTotal, HourTotal, Order, OrderLine, Product
from models.sums import rollups
from models.sums.column_codec import beside, largest
from models.sums.day_archive import HOUR, LEAD_TIME, MARGIN, PRODUCT, STEPS, DayArchive


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
    """Day key → orders, lines, quantity, revenue, returned, discount, tax, cost, costed, cancelled,
    asked, short, picked and bulk lines, promises and those kept."""
    query = DayTotal.select(
        DayTotal.day, DayTotal.orders, DayTotal.lines, DayTotal.quantity, DayTotal.revenue,
        DayTotal.returned, DayTotal.discount, DayTotal.tax, DayTotal.cost, DayTotal.costed,
        DayTotal.cancelled, DayTotal.asked_lines, DayTotal.short_lines, DayTotal.picked_lines,
        DayTotal.bulk_lines, DayTotal.promised, DayTotal.kept,
    ).where(span.inside(DayTotal.day))  # fmt: skip
    return dict(rows(query, lambda day, *sums: (day, sums)))


def days_of_sales() -> tuple[int, int] | None:
    """The day keys of the shop's first and latest orders, None when there are none."""
    row = one(DayTotal.select(fn.MIN(DayTotal.day), fn.MAX(DayTotal.day)))
    return row if row and row[0] is not None else None


def heat_rows(closed: DayArchive, span: Span) -> list[tuple[int, ...]]:
    """(weekday, hour, orders, lines, revenue, orders made ready, their seconds) of the period,
    hours with orders or goods that came back only."""
    found = closed.sums(HOUR, span.first, span.last).T.tolist()
    return [(*divmod(code, 24), *counts) for code, *counts in found if counts[0] or counts[2]]


def hour_rows(span: Span) -> list[tuple[int, ...]]:
    """(day key, hour, orders, lines, revenue) of the last day and of its counterpart."""
    query = (
        HourTotal.select(
            HourTotal.day, HourTotal.hour, HourTotal.orders, HourTotal.lines, HourTotal.revenue
        )
        .where(
            HourTotal.day.in_([span.last, span.before_last]),
            (HourTotal.orders != 0) | (HourTotal.revenue != 0),
        )
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
    """(product, SKU, name, unit, lines, quantity, revenue, these three of the period before; and
    the margin of the period) of the best sellers, most first."""
    sold = closed.sums(PRODUCT, span.first, span.last)
    sold = sold[:, sold[2] > 0]
    best = sold[:, largest(sold[3], count)].T.tolist()
    old = closed.sums(PRODUCT, span.before_first, span.before_last)
    margins = closed.sums(MARGIN, span.first, span.last)
    known = dict(
        rows(
            Product.select(Product.id, Product.sku, Product.name, Product.unit).where(
                Product.id.in_([row[0] for row in best])
            ),
            lambda *row: (row[0], row),
        )
    )
    found = []
    codes = [row[0] for row in best]
    more = zip(best, beside(codes, old).T.tolist(), beside(codes, margins).T.tolist(), strict=True)
    for (product, *sums), before, margin in more:
        found.append((*known[product], *sums, *before, Margin(sums[2], *margin)))
    return found


def by_now(day: int, moment: int) -> tuple[int, ...]:
    """Orders, lines, quantity, revenue and what came back on a day (yyyymmdd), as they stood at
    `moment` (UTC ms).

    Read from the orders of that one day and from what was changed on it.
    """
    given = OrderLine.ordered - OrderLine.cancelled - OrderLine.short
    found = one(
        OrderLine.select(
            fn.SUM(Case(None, [((given > 0), 1)], 0)), fn.SUM(given - OrderLine.returned)
        )
        .join(Order, on=(OrderLine.order == Order.id))
        .where(_placed(day, moment))
    )
    lines, quantity = _integers(*(found or (0, 0)))
    orders, more_lines, more_quantity, revenue, returned = taken_by_now(day, moment)
    return orders, lines + more_lines, quantity + more_quantity, revenue, returned


def taken_by_now(day: int, moment: int) -> tuple[int, ...]:
    """What `by_now` says of orders, revenue and what came back, without a look at their lines:
    these and their quantity are by how much they were other then."""
    orders = one(
        Order.select(
            fn.SUM(Case(None, [((Order.cancelled_at > moment), 1),
                               ((Order.stage == int(Stage.CANCELLED)), 0)], 1)),
            fn.SUM(Order.total),
        ).where(_placed(day, moment))
    )  # fmt: skip
    sums = BillChange.lines, BillChange.quantity, BillChange.revenue
    later = one(
        BillChange.select(*map(fn.SUM, sums))
        .join(Order, on=(BillChange.order == Order.id))
        .where(_placed(day, moment), BillChange.at > moment)
    )
    of_others = (Order.day != day) | Order.channel.in_(rollups.REFUNDS)
    gone = of_others & (Order.stage == int(Stage.CANCELLED)) & (Order.cancelled_at <= moment)
    on_it = one(
        BillChange.select(
            *(fn.SUM(Case(None, [(of_others, column)], 0)) for column in sums),
            fn.COUNT(fn.DISTINCT(Case(None, [(gone, BillChange.order)]))),
            fn.SUM(Case(None, [(BillChange.kind == events.RETURNED, BillChange.revenue)], 0)),
        )
        .join(Order, on=(BillChange.order == Order.id))
        .where(BillChange.day == day, BillChange.at <= moment)
    )
    count, revenue = _integers(*(orders or (0, 0)))
    *others, cancelled, back = _integers(*(on_it or (0, 0, 0, 0, 0)))
    lines, quantity, more = (
        other - off for other, off in zip(others, _integers(*(later or (0, 0, 0))), strict=True)
    )
    return count - cancelled, lines, quantity, revenue + more, -back


def _placed(day: int, moment: int) -> Any:
    was_sold_on_it = (Order.day == day) & Order.channel.not_in(rollups.REFUNDS)
    return was_sold_on_it & (Order.placed_at <= moment)


def _integers(*row: Any) -> Any:
    """PostgreSQL adds whole numbers up to a Decimal, and nothing up to None."""
    return tuple(int(value or 0) for value in row)
