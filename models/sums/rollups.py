"""Sums that are kept while orders change, so that a chart of ten years reads a few thousand rows.

Everything an order adds to a day is computed from its row and its lines by `contribution`. A verb
adds the contribution after and subtracts the one before, in its own transaction; recomputing all
of them from the lines therefore gives the same tables at any moment.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from peewee import EXCLUDED

from models.amounts import line_total
from models.stages import Stage, sold_of
from models.storage.database import Statement, bind_param
from models.storage.tables import DayTotal, HourTotal, LeadTime, ProductDay, Table, Tally
from models.sums import day_archive, tallies
from models.sums.day_archive import STEPS

Row = Mapping[str, Any]
#: table name → key columns → column → number
Contribution = Mapping[tuple[Any, ...], Mapping[str, int]]

#: The channel of orders of past years: nobody knows how long their steps took.
IMPORTED = "imported"
#: Who entered them in the journal: with times of their own, long before what stands around them.
IMPORT_STATION = "import"
_NOTHING: Mapping[str, int] = {}
_NO_SALE = {"lines": 0, "quantity": 0, "revenue": 0}


def contribution(order: Row, lines: Iterable[Row]) -> Contribution:
    """What this order adds to each sum: `{(table, *key): {column: number}}`."""
    day, who = order["day"], (order["station"], order["staff"])
    sums: dict[tuple[Any, ...], Mapping[str, int]] = {}
    if order["stage"] == Stage.CANCELLED:
        return {
            ("day_total", day): {"cancelled": 1},
            ("tally", tallies.LOST, day, *who): {"first": 1},
            ("tally", tallies.CANCELLED, day, order["cancel_reason"], ""): {"first": 1},
        }
    count = quantity = discount = asked = short = picked = bulk = 0
    past = order["channel"] == IMPORTED
    for line in lines:
        sold = sold_of(line)
        asked += line["ordered"] > line["cancelled"]
        if line["short"] > 0:
            short += 1
            _add_short(sums, day, line)
        if line["picked"] > 0 and not past:
            picked += 1
            bulk += bool(line["bulk"])
        if sold > 0:
            net = line["net"]
            count += 1
            quantity += sold
            discount += line_total(line["price"], sold) - net
            place = ("product_day", day, line["product"])
            before = sums.get(place, _NO_SALE)
            sums[place] = {
                "lines": before["lines"] + 1,
                "quantity": before["quantity"] + sold,
                "revenue": before["revenue"] + net,
            }
    total = {
        "orders": 1, "lines": count, "quantity": quantity, "revenue": order["total"],
        "discount": discount, "tax": order["tax"], "asked_lines": asked, "short_lines": short,
        "picked_lines": picked, "bulk_lines": bulk,
    }  # fmt: skip
    if order["promised_at"] is not None and order["ready_at"] is not None:
        total.update(promised=1, kept=int(order["ready_at"] <= order["promised_at"]))
    sums["day_total", day] = total
    hour = {"orders": 1, "lines": count, "revenue": order["total"]}
    sums["hour_total", day, order["hour"]] = hour
    sums["tally", tallies.SERVED, day, *who] = {
        "first": 1, "second": count, "third": order["total"],
    }  # fmt: skip
    for step, (start, end) in () if past else STEPS.items():
        begun = order["starts_at"] if start == "placed_at" else None
        begun = order[start] if begun is None else begun
        if begun is not None and order[end] is not None:
            seconds = max(0, order[end] - begun) // 1000
            sums["lead_time", day, step, seconds] = {"orders": 1}
            if step == "ready":
                hour |= {"timed": 1, "seconds": seconds}
    return sums


def _add_short(sums: dict[tuple[Any, ...], Mapping[str, int]], day: int, line: Row) -> None:
    place = ("tally", tallies.SHORT, day, line["short_reason"], "")
    before = sums.get(place, _NOTHING)
    sums[place] = {
        "first": before.get("first", 0) + 1,
        "second": before.get("second", 0) + line["short"],
        "third": before.get("third", 0) + line_total(line["price"], line["short"]),
    }


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
        ),
    ),
    "hour_total": _row(
        HourTotal, ("day", "hour"), ("orders", "lines", "revenue", "timed", "seconds")
    ),
    "product_day": _row(ProductDay, ("day", "product"), ("lines", "quantity", "revenue")),
    "lead_time": _row(LeadTime, ("day", "step", "seconds"), ("orders",)),
    "tally": _row(Tally, ("kind", "day", "name", "detail"), ("first", "second", "third")),
}  # fmt: skip
