"""Sums that are kept while orders change, so that a chart of ten years reads a few thousand rows.

Everything an order adds is computed from its row and its lines by `contribution`. A verb adds the
contribution after and subtracts the one before, in its own transaction: on the order's day while
that lasts, later on the day of the deed. Following the journal gives the same tables at any moment
(`models.sums.sums_anew`).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from peewee import EXCLUDED

from models.amounts import line_total
from models.stages import Stage, handed_at_once
from models.storage.database import Statement, bind_param
from models.storage.tables import DayTotal, HourTotal, LeadTime, ProductDay, Table, Tally
from models.sums import day_archive, tallies
from models.sums.bill_changes import When
from models.sums.day_archive import STEPS
from models.sums.line_sums import line_sums

Row = Mapping[str, Any]
#: table name → key columns → column → number
Contribution = Mapping[tuple[Any, ...], Mapping[str, int]]

#: The channel of orders of past years: nobody knows how long their steps took.
IMPORTED = "imported"
#: Of past refunds whose sale is in no file: such an order was sold on a day that nobody knows, so
#: its sale counts on none, and what is done to it later counts as with any other.
IMPORTED_REFUND = "imported_refund"
#: The same, of files that tell days without times: these are in no hour of their day.
IMPORTED_BY_DAY, IMPORTED_REFUND_BY_DAY = "imported_by_day", "imported_refund_by_day"
REFUNDS = frozenset({IMPORTED_REFUND, IMPORTED_REFUND_BY_DAY})
WITHOUT_HOUR = frozenset({IMPORTED_BY_DAY, IMPORTED_REFUND_BY_DAY})
PAST = frozenset({IMPORTED, IMPORTED_BY_DAY}) | REFUNDS
#: Who entered them in the journal: with times of their own, long before what stands around them.
IMPORT_STATION = "import"
_NOTHING: Mapping[str, int] = {}


def contribution(order: Row, lines: Iterable[Row], when: When | None = None) -> Contribution:
    """What this order adds to each sum: `{(table, *key): {column: number}}`.

    That is on its own day and in its hour, or `when` a deed counts that changes it.
    """
    day, hour = when or (order["day"], order["hour"])
    who = order["station"], order["staff"]
    sums: dict[tuple[Any, ...], dict[str, int]] = {}
    if order["stage"] == Stage.CANCELLED:
        return {
            ("day_total", day): {"cancelled": 1},
            ("tally", tallies.LOST, day, *who): {"first": 1},
            ("tally", tallies.CANCELLED, day, order["cancel_reason"], ""): {"first": 1},
        }
    count = quantity = discount = asked = short = picked = bulk = cost = costed = 0
    past, included = order["channel"] in PAST, bool(order["tax_included"])
    is_timed = not past and not handed_at_once(order)
    for line in lines:
        asked += not past and line["ordered"] > line["cancelled"]
        if line["short"] > 0:
            short += 1
            _add_short(sums, day, line)
        if line["picked"] > 0 and is_timed:
            picked += 1
            bulk += bool(line["bulk"])
        of_line = line_sums(line, tax_included=included)
        if not of_line.lines:
            continue
        count += 1
        quantity += of_line.quantity
        discount += line_total(line["price"], of_line.quantity) - line["net"]
        cost += of_line.cost
        costed += of_line.costed
        tallies.merge(
            sums,
            {
                ("product_day", day, line["product"]): of_line._asdict(),
                ("tally", tallies.TAX, day, str(line["tax_rate"]), ""): {
                    "first": of_line.revenue, "second": of_line.tax,
                },
            },
        )  # fmt: skip
    total = {
        "orders": 1, "lines": count, "quantity": quantity, "revenue": order["total"],
        "discount": discount, "tax": order["tax"], "asked_lines": asked, "short_lines": short,
        "picked_lines": picked, "bulk_lines": bulk, "cost": cost, "costed": costed,
    }  # fmt: skip
    if order["promised_at"] is not None and order["ready_at"] is not None:
        total.update(promised=1, kept=int(order["ready_at"] <= order["promised_at"]))
    sums["day_total", day] = total
    of_hour = {"orders": 1, "lines": count, "revenue": order["total"]}
    if order["channel"] not in WITHOUT_HOUR:
        sums["hour_total", day, hour] = of_hour
    sums["tally", tallies.SERVED, day, *who] = {
        "first": 1, "second": count, "third": order["total"],
    }  # fmt: skip
    for step, seconds in _taken_by_steps(order) if is_timed else ():
        sums["lead_time", day, step, seconds] = {"orders": 1}
        if step == "ready":
            of_hour |= {"timed": 1, "seconds": seconds}
    return sums


def _taken_by_steps(order: Row) -> Iterator[tuple[str, int]]:
    """The steps that are over, and the seconds that they took."""
    for step, (start, end) in STEPS.items():
        begun = order["starts_at"] if start == "placed_at" else None
        begun = order[start] if begun is None else begun
        if begun is not None and order[end] is not None:
            yield step, max(0, order[end] - begun) // 1000


def _add_short(sums: dict[tuple[Any, ...], dict[str, int]], day: int, line: Row) -> None:
    missing = {
        "first": 1,
        "second": line["short"],
        "third": line_total(line["price"], line["short"]),
    }
    tallies.merge(sums, {("tally", tallies.SHORT, day, line["short_reason"], ""): missing})


def add(contribution: Contribution) -> None:
    """Adds to the sums, inside the present transaction."""
    if contribution:
        move({}, contribution)


def move(before: Contribution, after: Contribution) -> None:
    """Takes `before` off the sums and adds `after`, inside the present transaction."""
    changes: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for place in before.keys() | after.keys() if before else after:
        keys, columns, _ = TABLES[place[0]]
        old, new = before.get(place, _NOTHING), after.get(place, _NOTHING)
        if old == new:
            continue
        change: dict[str, Any] = dict.fromkeys(columns, 0)
        change.update(new)
        change.update(zip(keys, place[1:], strict=True))
        for name, value in old.items():
            change[name] -= value
        changes[place[0]].append(change)
    for name, (_, _, add) in TABLES.items():
        add.run_many(changes[name])
    day_archive.note(changes)


def _adding(table: type[Table], keys: tuple[str, ...], columns: tuple[str, ...]) -> Statement:
    def build() -> Any:
        values = {getattr(table, name): bind_param(name) for name in keys + columns}
        sums = {
            getattr(table, name): getattr(table, name) + getattr(EXCLUDED, name) for name in columns
        }
        return table.insert(values).on_conflict(
            conflict_target=[getattr(table, name) for name in keys], update=sums
        )

    return Statement(build)


def _row(
    table: type[Table], keys: tuple[str, ...], columns: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], Statement]:
    return keys, columns, _adding(table, keys, columns)


TABLES = {
    "day_total": _row(
        DayTotal,
        ("day",),
        (
            "orders", "lines", "quantity", "revenue", "discount", "tax", "cancelled",
            "asked_lines", "short_lines", "bulk_lines", "picked_lines", "promised", "kept",
            "returned", "cost", "costed",
        ),
    ),
    "hour_total": _row(
        HourTotal, ("day", "hour"), ("orders", "lines", "revenue", "timed", "seconds")
    ),
    "product_day": _row(
        ProductDay,
        ("day", "product"),
        ("lines", "quantity", "revenue", "tax", "cost", "costed"),
    ),
    "lead_time": _row(LeadTime, ("day", "step", "seconds"), ("orders",)),
    "tally": _row(Tally, ("kind", "day", "name", "detail"), ("first", "second", "third")),
}  # fmt: skip
