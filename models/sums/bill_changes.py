"""What is other on the bill of a placed order, line by line, and on which day that counts.

A deed counts on the business day on which it is done: a day that is over stays as it was printed.
Goods that come back on another day are less sold on that day, not on the day they were sold.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from models import clock, events, session
from models.session import Calendar
from models.storage.database import Statement, bind_param
from models.storage.tables import BillChange
from models.sums import tallies
from models.sums.line_sums import NOTHING, line_sums

Row = Mapping[str, Any]
#: The day (yyyymmdd) and hour at which something counts.
When = tuple[int, int]

COLUMNS = tuple(f.column_name for f in BillChange._meta.sorted_fields if f.column_name != "id")
_SUMS = ("lines", "quantity", "revenue", "tax")
#: Without another of these, a line comes to what it came to.
_COUNTED = {"net", "ordered", "cancelled", "short", "returned"}
_INSERT = Statement(
    lambda: BillChange.insert({getattr(BillChange, name): bind_param(name) for name in COLUMNS})
)


def when_counted(order: Row, moment: int, calendar: Calendar | None = None) -> When:
    """Where a deed on `order` at `moment` (UTC ms) counts: on the order's own day with its hour.

    `calendar` is that of the shop when it was entered, if that is not today's.
    """
    calendar = calendar or session.current.calendar
    day = clock.day_key(clock.business_day(moment, *calendar))
    if day == order["day"]:
        return day, order["hour"]
    return day, clock.local(moment, calendar.zone).hour


def of_entry(
    kind: str, payload: Row, moment: int, order: Row, before: Mapping[int, Row],
    lines: Mapping[int, Row], calendar: Calendar | None = None,
) -> list[dict[str, Any]]:  # fmt: skip
    """The rows of an entry of the journal that made the lines `before` of an order to `lines`."""
    day, hour = when_counted(order, moment, calendar)
    step = events.step_of(kind, payload)
    facts = {"order": order["id"], "at": moment, "day": day, "hour": hour}
    included = bool(order["tax_included"])
    rows = []
    for number, changes in payload.get("lines", {}).items():
        if not changes.keys() & _COUNTED:
            continue
        line, old = lines[int(number)], before.get(int(number))
        was = NOTHING if old is None else line_sums(old, tax_included=included)
        change = line_sums(line, tax_included=included) - was
        if any(change[: len(_SUMS)]):
            back = step == events.EXCHANGED and old is not None and changes.get("returned")
            of_line = {
                "line": int(number), "product": line["product"],
                "kind": events.RETURNED if back else step,
            }  # fmt: skip
            rows.append(facts | dict(zip(_SUMS, change, strict=False)) | of_line)
    return rows


def note(rows: Sequence[Row]) -> None:
    """Stores them, inside the present transaction."""
    _INSERT.run_many(rows)


def of_returns(rows: Sequence[Row], reason: str, lines: Mapping[int, Row]) -> tallies.Contribution:
    """What counts as brought back of these rows, by reason and product, by rate of tax, and in
    all."""
    found: dict[tuple[Any, ...], dict[str, int]] = {}
    for row in rows:
        if row["kind"] != events.RETURNED:
            continue
        day, times = row["day"], (row["quantity"] < 0) - (row["quantity"] > 0)
        rate = str(lines[row["line"]]["tax_rate"])
        for key, numbers in (
            (("day_total", day), {"returned": -row["revenue"]}),
            (
                ("tally", tallies.RETURNED, day, reason, str(row["product"])),
                {"first": times, "second": -row["quantity"], "third": -row["revenue"]},
            ),
            (
                ("tally", tallies.TAX_BACK, day, rate, ""),
                {"first": -row["revenue"], "second": -row["tax"]},
            ),
        ):
            tallies.merge(found, {key: numbers})
    return found
