"""The few statements behind the owner's figures, each over two periods at once.

They read the kept sums and nothing else, except for one: what the counterpart of today had
sold by this time of day is read from the orders of that single day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Case, Node, fn

from models.database import one, rows
from models.stages import Stage
from models.tables import DayTotal, HourTotal, LeadTime, Order, OrderLine, Product, ProductDay

# Columns are grouped by their place in the SELECT: PostgreSQL takes the same expression with
# other placeholders for another one.
_FIRST, _SECOND, _THIRD = SQL("1"), SQL("2"), SQL("3")


@dataclass(frozen=True, slots=True)
class Span:
    """A period and the one before, as day keys (yyyymmdd), all inclusive."""

    first: int
    last: int
    before_first: int
    before_last: int

    def inside(self, day: Any) -> Any:
        """The days of both periods. The days between them, if any, are left out."""
        return day.between(self.before_first, self.last) & (
            (day <= self.before_last) | (day >= self.first)
        )

    def period(self, day: Any) -> Any:
        """1 for the days of the period, 0 for those of the one before."""
        return Case(None, [(day >= self.first, 1)], 0)


def day_rows(span: Span) -> dict[int, tuple[int, ...]]:
    """Day key → orders, lines, quantity, revenue, discount, tax, cancelled, asked, short, picked
    and bulk lines."""
    query = DayTotal.select(
        DayTotal.day, DayTotal.orders, DayTotal.lines, DayTotal.quantity, DayTotal.revenue,
        DayTotal.discount, DayTotal.tax, DayTotal.cancelled, DayTotal.asked_lines,
        DayTotal.short_lines, DayTotal.picked_lines, DayTotal.bulk_lines,
    ).where(span.inside(DayTotal.day))  # fmt: skip
    return dict(rows(query, lambda day, *sums: (day, sums)))


def first_day() -> int | None:
    """The day key of the shop's first order, None when there is none."""
    row = one(DayTotal.select(fn.MIN(DayTotal.day)))
    return row[0] if row else None


def heat_rows(span: Span) -> list[tuple[int, int, int, int, int]]:
    """(weekday, hour, orders, lines, revenue) of the period, hours with orders only."""
    orders = fn.SUM(HourTotal.orders)
    query = (
        HourTotal.select(
            _weekday(HourTotal.day), HourTotal.hour, orders, fn.SUM(HourTotal.lines),
            fn.SUM(HourTotal.revenue),
        )
        .where(HourTotal.day.between(span.first, span.last))
        .group_by(_FIRST, _SECOND)
        .having(orders > 0)
        .order_by(_FIRST, _SECOND)
    )  # fmt: skip
    return rows(query, _integers)


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


def lead_rows(span: Span, limit: int) -> dict[tuple[int, str], tuple[int, int, int, int]]:
    """(period, step) → orders, p50, p90 in seconds, and how many took `limit` seconds or more."""
    counted = (
        LeadTime.select(
            span.period(LeadTime.day).alias("period"), LeadTime.step, LeadTime.seconds,
            fn.SUM(LeadTime.orders).alias("orders"),
        )
        .where(span.inside(LeadTime.day), LeadTime.orders > 0)
        .group_by(_FIRST, _SECOND, _THIRD)
        .alias("counted")
    )  # fmt: skip
    kind = [counted.c.period, counted.c.step]
    ranked = (
        counted.select_from(
            *kind, counted.c.seconds, counted.c.orders,
            fn.SUM(counted.c.orders).over(partition_by=kind).alias("all_orders"),
            fn.SUM(counted.c.orders)
            .over(partition_by=kind, order_by=[counted.c.seconds])
            .alias("so_far"),
        ).alias("ranked")
    )  # fmt: skip
    c = ranked.c
    query = ranked.select_from(
        c.period, c.step, fn.MAX(c.all_orders),
        fn.MIN(Case(None, [(c.so_far * 2 >= c.all_orders, c.seconds)])),
        fn.MIN(Case(None, [(c.so_far * 10 >= c.all_orders * 9, c.seconds)])),
        fn.SUM(Case(None, [(c.seconds >= limit, c.orders)], 0)),
    ).group_by(_FIRST, _SECOND)  # fmt: skip
    return dict(rows(query, lambda period, step, *row: ((period, step), _integers(*row))))


def top_rows(span: Span, count: int) -> list[tuple[Any, ...]]:
    """(product, SKU, name, unit, lines, quantity, revenue) of the best sellers, most first."""
    revenue = fn.SUM(ProductDay.revenue)
    best = (
        ProductDay.select(
            ProductDay.product, fn.SUM(ProductDay.lines).alias("lines"),
            fn.SUM(ProductDay.quantity).alias("quantity"), revenue.alias("revenue"),
        )
        .where(ProductDay.day.between(span.first, span.last))
        .group_by(ProductDay.product)
        .having(fn.SUM(ProductDay.quantity) > 0)
        .order_by(revenue.desc(), ProductDay.product)
        .limit(count)
        .alias("best")
    )  # fmt: skip
    query = (
        Product.select(
            Product.id, Product.sku, Product.name, Product.unit, best.c.lines, best.c.quantity,
            best.c.revenue,
        )
        .join(best, on=(best.c.product == Product.id))
        .order_by(best.c.revenue.desc(), Product.id)
    )  # fmt: skip
    return rows(query, lambda *row: (*row[:4], *_integers(*row[4:])))


def top_rows_before(span: Span, products: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Product → lines, quantity, revenue in the period before."""
    query = (
        ProductDay.select(
            ProductDay.product, fn.SUM(ProductDay.lines), fn.SUM(ProductDay.quantity),
            fn.SUM(ProductDay.revenue),
        )
        .where(
            ProductDay.day.between(span.before_first, span.before_last),
            ProductDay.product.in_(list(products)),
        )
        .group_by(ProductDay.product)
    )  # fmt: skip
    return dict(rows(query, lambda product, *row: (product, _integers(*row))))


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


def _weekday(day: Any) -> Node:
    """The weekday of a day key, Monday 0, by whole-number division as both engines do it.

    The rule that counts the year from March, so that the leap day comes last (Sakamoto 1992).
    """
    year, month, date = day / 10_000, day / 100 - day / 10_000 * 100, day - day / 100 * 100
    late = (14 - month) / 12  # January and February belong to the year before
    y, m = year - late, month + 12 * late - 2
    since_sunday = date + y + y / 4 - y / 100 + y / 400 + 31 * m / 12
    since_monday = since_sunday + 6
    return since_monday - since_monday / 7 * 7  # type: ignore[no-any-return]


def _integers(*row: Any) -> Any:
    """PostgreSQL adds whole numbers up to a Decimal, and nothing up to None."""
    return tuple(int(value or 0) for value in row)
