"""The figures behind the charts as tables: for the eye, for a screen reader, and for a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.formatting import Formatting
from gui.statistics.periods import range_text
from gui.statistics.sales_groups import Bars
from gui.statistics.words import step_names
from gui.widgets.rows import Column
from models.export import Sheet
from models.statistics import Dashboard

translate = QCoreApplication.translate

#: How a column is written on screen: text, number, quantity (thousandths), money, seconds, share.
Kind = str
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name, what its values are, and its width in pixels (None: what is left)."""

    head: str
    kind: Kind = "number"
    width: int | None = 110


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of raw values; the first column is different in every row."""

    name: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]


def column_of(table: FigureTable, number: int, fmt: Formatting) -> Column:
    """A column of the list on screen."""
    head = table.columns[number]

    def text(row: Row) -> str:
        return _text(fmt, head.kind, row[number])

    align = "left" if head.kind == "text" else "right"
    return Column(head.head, text, align=align, width=head.width, font="second")


def _text(fmt: Formatting, kind: Kind, value: Any) -> str:
    if value is None:
        return "\u2013"
    if kind == "text":
        return str(value)
    if kind == "share":
        return fmt.percent(value)
    if kind == "seconds":
        return fmt.duration(value * 1000)
    write = {"number": fmt.number, "quantity": fmt.quantity, "money": fmt.money}
    return write[kind](value)


def sheet_of(table: FigureTable) -> Sheet:
    """The table as a file holds it: quantities in pieces, times in seconds, shares below 1."""
    units = {"seconds": translate("statistics", "{head} (seconds)")}
    heads = [units.get(c.kind, "{head}").format(head=c.head) for c in table.columns]
    rows = [
        tuple(
            value / 1000 if column.kind == "quantity" and value is not None else value
            for column, value in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    ]
    return Sheet(table.name, heads, rows)


# --- the tables ----------------------------------------------------------------------------


def sales_table(fmt: Formatting, bars: Bars, name: str) -> FigureTable:
    def when(bar: Any) -> str:
        if bar.hour is not None:
            return f"{fmt.hour(bar.hour)}\u2013{fmt.hour(bar.hour + 1)}"
        return range_text(fmt, bar.first_day, bar.last_day)

    columns = (
        Head(_time_head(bars.unit), "text", None),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 130),
        Head(translate("statistics", "Orders before"), "number", 130),
        Head(translate("statistics", "Revenue before"), "money", 150),
    )
    rows = tuple(
        (when(bar), bar.orders, bar.revenue, bar.orders_before, bar.revenue_before)
        for bar in bars.bars
    )
    return FigureTable(name, columns, rows)


def _time_head(unit: str) -> str:
    return {
        "hour": translate("statistics", "Hour"),
        "day": translate("statistics", "Day"),
        "week": translate("statistics", "Week"),
        "month": translate("statistics", "Month"),
    }[unit]


def top_table(found: Dashboard, name: str) -> FigureTable:
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity"), "quantity", 84),
        Head(translate("statistics", "Revenue"), "money", 108),
        Head(translate("statistics", "Before"), "money", 108),
    )
    rows = tuple(
        (product.name, product.quantity, product.revenue, product.revenue_before)
        for product in found.top
    )
    return FigureTable(name, columns, rows)


def heat_table(fmt: Formatting, found: Dashboard, name: str) -> FigureTable:
    columns = (
        Head(translate("statistics", "Hour"), "text", None),
        Head(translate("statistics", "Days"), "number", 70),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Lines"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 140),
    )
    rows = tuple(
        (
            f"{fmt.weekday(cell.weekday)} {fmt.hour(cell.hour)}\u2013{fmt.hour(cell.hour + 1)}",
            cell.days,
            cell.orders,
            cell.lines,
            cell.revenue,
        )
        for cell in found.heat
    )
    return FigureTable(name, columns, rows)


def lead_table(found: Dashboard, name: str) -> FigureTable:
    names = step_names()
    columns = (
        Head(translate("statistics", "Stage"), "text", None),
        Head(translate("statistics", "Orders"), "number", 80),
        Head("p50", "seconds", 104),
        Head("p90", "seconds", 104),
    )
    rows = tuple((names[t.step], t.orders, t.p50, t.p90) for t in found.now.times)
    return FigureTable(name, columns, rows)


def period_table(found: Dashboard) -> FigureTable:
    """All figures of the period beside those of the one before. For files only."""
    now, before = found.now, found.before
    figures: Sequence[tuple[str, Any, Any]] = (
        (translate("statistics", "Revenue"), now.sums.revenue, before.sums.revenue),
        (translate("statistics", "Orders"), now.sums.orders, before.sums.orders),
        (
            translate("statistics", "Average order"),
            now.sums.average_order,
            before.sums.average_order,
        ),
        (
            translate("statistics", "Items sold"),
            now.sums.quantity / 1000,
            before.sums.quantity / 1000,
        ),
        (translate("statistics", "Lines"), now.sums.lines, before.sums.lines),
        (translate("statistics", "Discounts"), now.discount, before.discount),
        (translate("statistics", "Tax"), now.tax, before.tax),
        (translate("statistics", "Cancelled orders"), now.cancelled, before.cancelled),
        (translate("statistics", "Late, share of orders"), now.late_share, before.late_share),
        (translate("statistics", "Short lines, share"), now.short_share, before.short_share),
    )
    columns = (
        Head(translate("statistics", "Figure"), "text"),
        Head(range_text_iso(found.first_day, found.last_day), "raw"),
        Head(range_text_iso(found.before_first_day, found.before_last_day), "raw"),
    )
    return FigureTable(translate("statistics", "Figures"), columns, tuple(figures))


def range_text_iso(first: Any, last: Any) -> str:
    """`2026-10-25–2026-11-21`, as files name days."""
    return f"{first.isoformat()}\u2013{last.isoformat()}"
