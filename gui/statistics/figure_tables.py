"""The figures behind the charts as tables: for the eye, for a screen reader, and for a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.formatting import Formatting
from gui.statistics.periods import range_text
from gui.statistics.sales_groups import Bars
from gui.statistics.words import sales_title, step_names
from gui.widgets.rows import Column
from models.export import Sheet
from models.statistics import Dashboard

translate = QCoreApplication.translate

#: How a column is written: text, number, quantity (thousandths), money, change (money with its
#: sign), seconds, share, moment (UTC ms), or days (first day, last day and perhaps an hour).
Kind = str
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name, what its values are, and its width in pixels (None: what is left).

    A column with `width` 0 is for files only.
    """

    head: str
    kind: Kind = "number"
    width: int | None = 0


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of raw values. Column number `key` is different in every row and stays its name."""

    name: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    key: int = 0


def columns_of(table: FigureTable, fmt: Formatting) -> list[Column]:
    """The columns of the list on screen."""
    seen = [(number, head) for number, head in enumerate(table.columns) if head.width != 0]
    return [_column(number, head, fmt) for number, head in seen]


def _column(number: int, head: Head, fmt: Formatting) -> Column:
    def text(row: Row) -> str:
        return _text(fmt, head.kind, row[number])

    align = "left" if head.kind in ("text", "days", "moment") else "right"
    return Column(head.head, text, align=align, width=head.width, font="small")


def _text(fmt: Formatting, kind: Kind, value: Any) -> str:
    if value is None:
        return "\u2013"
    if kind == "text":
        return str(value)
    if kind == "days":
        first, last, hour = value
        return range_text(fmt, first, last) if hour is None else _hours(fmt, hour)
    if kind == "share":
        return fmt.percent(value)
    if kind == "seconds":
        return fmt.duration(value * 1000)
    if kind == "change":
        return signed(fmt, value)
    write = {
        "number": fmt.number,
        "quantity": fmt.quantity,
        "money": fmt.money,
        "moment": fmt.date_and_time,
    }
    return write[kind](value)


def signed(fmt: Formatting, amount: int) -> str:
    """A change in money: `+Rp500`, `−Rp500`, and Rp0 without a sign."""
    return f"+{fmt.money(amount)}" if amount > 0 else fmt.money(amount)


def sheet_of(table: FigureTable) -> Sheet:
    """The table as a file holds it: days as ISO dates, quantities in pieces, times in seconds."""
    units = {"seconds": translate("statistics", "{head} (seconds)")}
    heads = [units.get(c.kind, "{head}").format(head=c.head) for c in table.columns]
    rows = [
        tuple(_raw(head.kind, value) for head, value in zip(table.columns, row, strict=True))
        for row in table.rows
    ]
    return Sheet(table.name, heads, rows)


def _raw(kind: Kind, value: Any) -> Any:
    if kind == "quantity":
        return _pieces(value)
    if kind == "moment":
        return datetime.fromtimestamp(value / 1000, UTC).isoformat(" ", "seconds")
    if kind == "days":
        first, last, hour = value
        return range_text_iso(first, last) if hour is None else f"{first.isoformat()} {hour:02d}:00"
    return value


def _pieces(thousandths: int) -> int | float:
    return thousandths / 1000 if thousandths % 1000 else thousandths // 1000


def _hours(fmt: Formatting, hour: int) -> str:
    return f"{fmt.hour(hour)}\u2013{fmt.hour(hour + 1)}"


# --- the tables ----------------------------------------------------------------------------


def sales_table(bars: Bars, name: str) -> FigureTable:
    columns = (
        Head(_time_head(bars.unit), "days", None),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 130),
        Head(translate("statistics", "Orders before"), "number", 130),
        Head(translate("statistics", "Revenue before"), "money", 150),
    )
    rows = tuple(
        (
            (bar.first_day, bar.last_day, bar.hour),
            bar.orders,
            bar.revenue,
            bar.orders_before,
            bar.revenue_before,
        )
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
        Head(translate("statistics", "Quantity before"), "quantity"),
        Head(translate("statistics", "Unit"), "text"),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (
            product.name,
            product.quantity,
            product.revenue,
            product.revenue_before,
            product.quantity_before,
            product.unit,
            product.sku,
        )
        for product in found.top
    )
    return FigureTable(name, columns, rows, key=len(columns) - 1)


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
            f"{fmt.weekday(cell.weekday)} {_hours(fmt, cell.hour)}",
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
            _pieces(now.sums.quantity),
            _pieces(before.sums.quantity),
        ),
        (translate("statistics", "Lines"), now.sums.lines, before.sums.lines),
        (translate("statistics", "Discounts"), now.discount, before.discount),
        (translate("statistics", "Tax"), now.tax, before.tax),
        (translate("statistics", "Cancelled orders"), now.cancelled, before.cancelled),
        (translate("statistics", "Late, share of orders"), now.late_share, before.late_share),
        (translate("statistics", "Promises kept, share"), now.kept_share, before.kept_share),
        (translate("statistics", "Short lines, share"), now.short_share, before.short_share),
    )
    columns = (
        Head(translate("statistics", "Figure"), "text"),
        Head(range_text_iso(found.first_day, found.last_day), "raw"),
        Head(range_text_iso(found.before_first_day, found.before_last_day), "raw"),
    )
    return FigureTable(translate("statistics", "Figures"), columns, tuple(figures))


def tables_of(fmt: Formatting, found: Dashboard, bars: Bars) -> list[FigureTable]:
    """The tables behind the four panels, named like them."""
    return [
        sales_table(bars, sales_title(bars.unit)),
        top_table(found, translate("statistics", "Top products")),
        heat_table(fmt, found, translate("statistics", "When the shop is busy")),
        lead_table(found, translate("statistics", "How fast")),
    ]


def range_text_iso(first: Any, last: Any) -> str:
    """`2026-10-25`, `2026-10-25/2026-11-21`, as files name days (ISO 8601)."""
    return str(first) if first == last else f"{first}/{last}"
