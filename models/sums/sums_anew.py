"""The sums counted anew from the orders and the journal: once when a version counts otherwise.

Every order is followed through the journal, so that each deed counts on its day; an order that was
finished on its day, without a change, counts as it stands.
"""

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from operator import itemgetter
from typing import Any

from peewee import fn

from models import clock, events, session
from models.storage.database import one, rows, transaction
from models.storage.tables import (
    BillChange,
    ClosedSum,
    DayTotal,
    HourTotal,
    Journal,
    LateSum,
    LeadTime,
    Order,
    OrderLine,
    ProductDay,
    Tally,
)
from models.sums import bill_changes, rollups, tallies

#: How they are counted: 1 since a deed counts on the day on which it is done.
VERSION = 1

Row = dict[str, Any]
Sums = dict[tuple[Any, ...], dict[str, int]]
#: Sequence, order, time, kind, payload.
Entry = tuple[int, int, int, str, Row]

_KIND = "version"  # among the packed sums, which follow from them
_BATCH = 500  # orders
#: After these an order comes to something else.
_CHANGES = sorted(
    {events.CHANGED, events.ANSWERED, events.CANCELLED, events.RETURNED, events.SHORTED,
     events.UNDONE}
)  # fmt: skip


def is_due() -> bool:
    """Whether the sums of the open shop were counted by another version."""
    found = one(ClosedSum.select(ClosedSum.key).where(ClosedSum.kind == _KIND))
    return found is None or found[0] != VERSION


def make_anew() -> list[int]:
    """Counts all sums anew, in one transaction; the days (yyyymmdd) that read otherwise now."""
    with transaction():
        was = _days()
        for table in (DayTotal, HourTotal, ProductDay, LeadTime, ClosedSum, LateSum, BillChange):
            table.delete().execute()
        Tally.delete().where(Tally.kind.in_(tallies.OF_ORDERS)).execute()
        for sums, changes in counted():
            rollups.add(sums)
            bill_changes.note(changes)
        ClosedSum.insert(kind=_KIND, key=VERSION, content=b"").execute()
        now = _days()
    return sorted(day for day in was.keys() | now.keys() if was.get(day) != now.get(day))


def _days() -> dict[int, list[int]]:
    query = DayTotal.select(DayTotal.day, DayTotal.orders, DayTotal.revenue)
    return {day: sums for day, *sums in rows(query, lambda *row: row) if any(sums)}


def counted() -> Iterator[tuple[Sums, list[Row]]]:
    """The sums of some orders and the changes of their bills, until there are no more."""
    last = 0
    while found := _orders(last):
        last = found[-1]["id"]
        lines = _lines(found[0]["id"], last)
        sums: Sums = {}
        changes: list[Row] = []
        told = _told(found)
        for order in found:
            if entries := told.get(order["id"]):
                changes += _follow(entries, sums)
            else:
                of_order = rollups.contribution(order, lines.get(order["id"], ()))
                tallies.merge(sums, of_order)
        yield sums, changes


def _orders(after: int) -> list[Row]:
    names = [field.column_name for field in Order._meta.sorted_fields]
    query = Order.select().where(Order.id > after).order_by(Order.id).limit(_BATCH)
    return rows(query.tuples(), lambda *row: dict(zip(names, row, strict=True)))


def _lines(first: int, last: int) -> dict[int, list[Row]]:
    names = [field.column_name for field in OrderLine._meta.sorted_fields]
    query = OrderLine.select().where(OrderLine.order.between(first, last))
    found = rows(
        query.order_by(OrderLine.order, OrderLine.line).tuples(),
        lambda *row: dict(zip(names, row, strict=True)),
    )
    return {order: list(lines) for order, lines in groupby(found, itemgetter("order"))}


def _told(orders: Sequence[Row]) -> dict[int, list[Entry]]:
    """What the journal says of those orders that have to be followed through it."""
    first, last = orders[0]["id"], orders[-1]["id"]
    of_orders = Journal.order.between(first, last)
    latest = Journal.select(Journal.order, fn.MAX(Journal.at), fn.MIN(Journal.at))
    spans = rows(latest.where(of_orders).group_by(Journal.order), lambda *row: row)
    changed = Journal.select(Journal.order).where(of_orders, Journal.kind.in_(_CHANGES))
    followed = set(rows(changed, int))
    zone, days = session.current.zone, {order["id"]: order["day"] for order in orders}
    for order, *moments in spans:
        on = (clock.day_key(clock.business_day(at, zone)) for at in moments)
        if any(day != days.get(order) for day in on):
            followed.add(order)
    query = (
        Journal.select(Journal.sequence, Journal.order, Journal.at, Journal.kind, Journal.payload)
        .where(Journal.order.in_(sorted(followed)), Journal.kind.in_(sorted(events.ORDER_KINDS)))
        .order_by(Journal.order, Journal.sequence)
    )
    entries = rows(query, lambda *row: (*row[:-1], json.loads(row[-1])))
    return {order: list(told) for order, told in groupby(entries, itemgetter(1))}


def _follow(entries: Sequence[Entry], sums: Sums) -> list[Row]:
    """Adds what an order counts for, from deed to deed; the changes of its bill."""
    placed = entries[0][4]
    order = Order.defaults() | placed["order"]
    lines = {line["line"]: OrderLine.defaults() | line for line in placed["lines"]}
    tallies.merge(sums, rollups.contribution(order, lines.values()))
    reasons: dict[int, str] = {}
    found: list[Row] = []
    for sequence, _, at, kind, payload in entries[1:]:
        facts = payload.get("facts", {})
        reason = facts.get("note", reasons.get(facts.get("undone", 0), ""))
        reasons[sequence] = reason
        when = bill_changes.when_counted(order, at)
        before = deepcopy(lines)
        _take(sums, rollups.contribution(order, before.values(), when))
        order |= {column: new for column, (_, new) in payload.get("order", {}).items()}
        for number, changes in payload.get("lines", {}).items():
            line = lines.setdefault(int(number), OrderLine.defaults())
            line |= {column: new for column, (_, new) in changes.items()}
        tallies.merge(sums, rollups.contribution(order, lines.values(), when))
        changes = bill_changes.of_entry(kind, payload, at, order, before, lines)
        tallies.merge(sums, bill_changes.of_returns(changes, reason, lines))
        found += changes
    return found


def _take(sums: Sums, off: rollups.Contribution) -> None:
    for place, numbers in off.items():
        tallies.merge(sums, {place: {name: -number for name, number in numbers.items()}})
