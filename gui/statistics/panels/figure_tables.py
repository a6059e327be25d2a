"""The figures behind the charts as tables: for the eye, for a screen reader, and for a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from math import ceil
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.look.theme import Theme, text_width
from gui.statistics.panels.drill_down import DrillDown
from gui.statistics.period.periods import range_text
from gui.widgets.rows.rows import Column
from gui.words.formatting import Formatting
from models import clock
from models.export.export import Marks, Sheet, marks_for
from models.statistics.margin import Margin

translate = QCoreApplication.translate

#: How a column is written: text, moved (a text at the right), number, quantity (thousandths),
#: money, change (money with its sign), seconds, share, times (as often), moment (UTC ms), days
#: (first day, last day and perhaps an hour), month (its first day), or figure (a pair: one of
#: these, and the value).
#: What only moved is for the screen; files have the numbers that it is made of.
Kind = str
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name, what its values are, and its width in pixels (None: what is left).

    A column with `width` 0 is for files only, and one without a name only for the table's key.
    """

    head: str
    kind: Kind = "number"
    width: int | None = 0


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of raw values. Column number `key` is different in every row and stays its name;
    `leads` says by that name where a row leads to."""

    name: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]
    key: int = 0
    leads: Mapping[Any, DrillDown] = field(default_factory=dict)

    def lead_of(self, row: Row) -> DrillDown | None:
        """Where this row leads to, None for nowhere."""
        return self.leads.get(row[self.key])


def margin_heads(
    net: int = 0, profit: int = 0, margin: int = 0, unknown: int = 0
) -> tuple[Head, ...]:
    """What was earned on a revenue, in columns of these widths (0: for files only)."""
    return (
        Head(translate("statistics", "Without tax"), "money", net),
        Head(translate("statistics", "Gross profit"), "money", profit),
        Head(translate("statistics", "Margin"), "share", margin),
        Head(translate("statistics", "Cost unknown"), "money", unknown),
    )


def margin_values(margin: Margin) -> Row:
    """The values under `margin_heads`."""
    return margin.net, margin.profit, margin.share, margin.unknown


def columns_of(table: FigureTable, theme: Theme, fmt: Formatting) -> list[Column]:
    """The columns of the list on screen, no column narrower than its head."""
    seen = [(number, head) for number, head in enumerate(table.columns) if head.width != 0]
    return [_column(table, number, head, theme, fmt) for number, head in seen]


def _column(table: FigureTable, number: int, head: Head, theme: Theme, fmt: Formatting) -> Column:
    def text(row: Row) -> str:
        return _text(fmt, head.kind, row[number])

    align = "left" if head.kind in ("text", "days", "month", "moment") else "right"
    width = head.width
    if width is not None:
        needed = text_width(theme.font("head"), head.head)
        width = max(width, ceil(needed / theme.px(100) * 100) + 26)
    return Column(head.head, text, align=align, width=width, font="small")


def _text(fmt: Formatting, kind: Kind, value: Any) -> str:
    if value is None:
        return "\u2013"
    if kind in ("text", "moved"):
        return str(value)
    if kind == "figure":
        return _text(fmt, *value)
    if kind == "days":
        first, last, hour = value
        return range_text(fmt, first, last) if hour is None else hours_text(fmt, hour)
    if kind == "month":
        return f"{fmt.month(value.month)} {value.year}"
    if kind == "share":
        return fmt.percent(value)
    if kind == "seconds":
        return fmt.duration(value * 1000)
    if kind == "change":
        return signed(fmt, value)
    if kind == "times":
        return f"{fmt.decimal(value)} \u00d7"
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


def sheet_of(table: FigureTable, fmt: Formatting) -> Sheet:
    """The table as a file holds it: plain numbers under heads that name their unit (money,
    seconds, per cent), quantities in pieces, days and moments of the shop's wall clock. Days
    that are several in a row are two columns, the first and the last."""
    heads: list[str] = []
    columns: list[list[Any]] = []
    for number, head in enumerate(table.columns):
        values = [row[number] for row in table.rows]
        if not head.head or head.kind == "moved":
            continue
        if head.kind == "days" and any(first != last for first, last, _ in values):
            first_head = translate("statistics", "{head}, first day")
            last_head = translate("statistics", "{head}, last day")
            heads += [text.format(head=head.head) for text in (first_head, last_head)]
            columns += [[days[0] for days in values], [days[1] for days in values]]
            continue
        unit = unit_of(fmt, head.kind)
        heads.append(f"{head.head} ({unit})" if unit else head.head)
        columns.append([_raw(fmt, head.kind, value) for value in values])
    return Sheet(table.name, heads, list(zip(*columns, strict=True)))


def marks_of(fmt: Formatting) -> Marks:
    """The marks that the spreadsheet of whoever reads this language expects."""
    return marks_for(fmt.decimal_mark)


def unit_of(fmt: Formatting, kind: Kind) -> str:
    """What the numbers of a column are counted in, where that is the same in all its rows."""
    units = {
        "money": fmt.currency,
        "change": fmt.currency,
        "seconds": translate("statistics", "seconds"),
        "share": "%",
    }
    return units.get(kind, "")


def _raw(fmt: Formatting, kind: Kind, value: Any) -> Any:
    if kind == "figure":
        return _raw(fmt, *value)
    if value is None:
        return None
    if kind == "quantity":
        return _plain(value / 1000)
    if kind == "share":
        return _plain(round(value * 100, 4))
    if kind == "times":
        return _plain(round(value, 4))
    if kind == "moment":
        return clock.local(value, fmt.zone).replace(tzinfo=None, microsecond=0)
    if kind == "days":
        day, _, hour = value
        return day if hour is None else datetime.combine(day, time(hour))
    return value


def _plain(number: float) -> int | float:
    """`2` rather than `2.0`."""
    return int(number) if number == int(number) else float(number)


def hours_text(fmt: Formatting, hour: int) -> str:
    return f"{fmt.hour(hour)}\u2013{fmt.hour(hour + 1)}"
