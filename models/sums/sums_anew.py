"""The sums counted anew from the orders and the journal: once when a version counts otherwise.

Every order is followed through the journal, so that each deed counts on its day; an order that was
finished on its day, without a change, counts as it stands.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from peewee import fn

from models import clock, events, session
from models.session import Calendar
from models.storage.database import rows, transaction
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
    Payment,
    ProductDay,
    Tally,
)
from models.sums import bill_changes, rollups, tallies
from models.sums.day_archive import COUNTED_BY

#: How they are counted: 1 since a deed counts on the day on which it is done, 2 since lines of past
#: sales are none of those that could have been short.
VERSION = 2

Row = dict[str, Any]
Sums = dict[tuple[Any, ...], dict[str, int]]
#: Sequence, order, time, kind, payload.
Entry = tuple[int, int, int, str, Row]

#: What is thrown away and made anew; packed days are packed again when somebody looks.
TABLES = (DayTotal, HourTotal, ProductDay, LeadTime, Tally, BillChange, ClosedSum, LateSum)

_BATCH = 500  # orders
_PART = 5_000  # payments, or entries
#: After these an order comes to something else.
_CHANGES = sorted(
    {events.CHANGED, events.ANSWERED, events.CANCELLED, events.RETURNED, events.EXCHANGED,
     events.SHORTED, events.UNDONE}
)  # fmt: skip


def is_due() -> bool:
    """Whether the sums of the open shop were counted by another version."""
    found = ClosedSum.select(ClosedSum.key).where(ClosedSum.kind == COUNTED_BY)
    return rows(found.tuples(), int) != [VERSION]


def is_marked() -> bool:
    """Whether what says by which version they were counted stands as `make_anew` writes it."""
    found = ClosedSum.select(ClosedSum.key, ClosedSum.content).where(ClosedSum.kind == COUNTED_BY)
    return rows(found.tuples(), lambda key, content: (key, bytes(content))) == [(VERSION, b"")]


def make_anew() -> list[int]:
    """Counts all sums anew, in one transaction; the days (yyyymmdd) that read otherwise now."""
    with transaction():
        was = _days()
        for table in TABLES:
            table.delete().execute()
        for sums, changes in counted():
            rollups.add(sums)
            bill_changes.note(changes)
        ClosedSum.insert(kind=COUNTED_BY, key=VERSION, content=b"").execute()
        now = _days()
    return sorted(day for day in was.keys() | now.keys() if was.get(day) != now.get(day))


def _days() -> dict[int, list[int]]:
    query = DayTotal.select(DayTotal.day, DayTotal.orders, DayTotal.revenue)
    return {day: sums for day, *sums in rows(query, lambda *row: row) if any(sums)}


def counted() -> Iterator[tuple[Sums, list[Row]]]:
    """The sums of some orders and the changes of their bills, until there are no more; then those
    of all payments, of all work in the warehouse, and of the orders that were put away."""
    last, calendars = 0, _Calendars()
    while found := _orders(Order.id > last):
        last = found[-1]["id"]
        yield _ordered(found, calendars)
    yield _paid(), []
    yield _worked(calendars), []
    for sums in _of_removed():
        yield sums, []


def of_orders(ids: Sequence[int]) -> Sums:
    """What these orders count for, at most a few hundred: with their payments, and the work on
    them."""
    calendars = _Calendars()
    sums, _ = _ordered(_orders(Order.id.in_(ids)), calendars)
    tallies.merge(sums, _paid(Payment.order.in_(ids)))
    tallies.merge(sums, _worked(calendars, Journal.order.in_(ids)))
    return sums


def as_facts(sums: Sums) -> list[list[Any]]:
    """Sums as an entry of the journal holds them; `_of_removed` reads them."""
    counted = ((place, {x: n for x, n in numbers.items() if n}) for place, numbers in sums.items())
    return [[*place, numbers] for place, numbers in counted if numbers]


def _of_removed() -> Iterator[Sums]:
    """The sums of orders of which nothing else is left, as they were sealed."""
    query = Journal.select(Journal.sequence, Journal.payload)
    query = query.where(Journal.kind == events.DETAIL_REMOVED)
    for _, payload in _in_parts(query, Journal.sequence):
        yield {tuple(place): numbers for *place, numbers in json.loads(payload)["sums"]}


def _ordered(found: Sequence[Row], calendars: "_Calendars") -> tuple[Sums, list[Row]]:
    """What orders come to, and the changes of their bills."""
    lines = _lines(found[0]["id"], found[-1]["id"])
    sums: Sums = {}
    changes: list[Row] = []
    told = _told(found, calendars)
    for order in found:
        if entries := told.get(order["id"]):
            changes += _follow(entries, sums, calendars)
        else:
            of_order = rollups.contribution(order, lines.get(order["id"], ()))
            tallies.merge(sums, of_order)
    return sums, changes


class _Calendars:
    """The shop's calendars: a deed counts on the day that it was when it was entered."""

    def __init__(self) -> None:
        query = (
            Journal.select(Journal.sequence, Journal.payload)
            .where(Journal.kind == events.PREFERENCE_CHANGED)
            .order_by(Journal.sequence.desc())
        )
        self._changed: list[int] = []
        self._calendars = [session.current.calendar]
        for sequence, payload in rows(query, lambda *row: row):
            change = json.loads(payload)
            if change["key"] in Calendar._fields:
                before = self._calendars[0]._replace(**{change["key"]: change["value"][0]})
                self._calendars.insert(0, before)
                self._changed.insert(0, sequence)

    def at(self, sequence: int) -> Calendar:
        """The calendar when this entry was written."""
        return self._calendars[bisect_right(self._changed, sequence)]

    def days(self, moment: int) -> set[int]:
        """The days (yyyymmdd) that this moment (UTC ms) may have been."""
        return {clock.day_key(clock.business_day(moment, *each)) for each in self._calendars}


def _paid(*which: Any) -> Sums:
    """What payments count for; one that takes another back counts against it."""
    query = Payment.select(
        Payment.id, Payment.request_id, Payment.day, Payment.method, Payment.amount
    )
    sums: Sums = {}
    for _, key, day, method, amount in _in_parts(query, Payment.id, *which):
        sign = -1 if key.endswith(tallies.UNDONE) else 1
        paid = {"day": day, "method": method, "amount": sign * amount}
        tallies.merge(sums, tallies.of_payments([paid]), sign)
    return sums


def _worked(calendars: _Calendars, *which: Any) -> Sums:
    """What was done in the warehouse, as the journal tells it; of past sales nobody knows."""
    query = Journal.select(
        Journal.sequence, Journal.kind, Journal.payload, Journal.at, Journal.station, Journal.staff
    ).where(Journal.kind.in_(sorted(tallies.WORK)), Journal.station != rollups.IMPORT_STATION)
    sums: Sums = {}
    for sequence, kind, payload, at, *who in _in_parts(query, Journal.sequence, *which):
        work = tallies.of_work(kind, json.loads(payload), at, tuple(who), calendars.at(sequence))
        tallies.merge(sums, work)
    return sums


def _in_parts(query: Any, key: Any, *which: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of `query` in the order of `key`, its first column: never all of them in memory."""
    last = 0
    while found := rows(
        query.where(key > last, *which).order_by(key).limit(_PART), lambda *row: row
    ):
        yield from found
        last = found[-1][0]


def _orders(which: Any) -> list[Row]:
    names = [field.column_name for field in Order._meta.sorted_fields]
    query = Order.select().where(which).order_by(Order.id).limit(_BATCH)
    return rows(query.tuples(), lambda *row: dict(zip(names, row, strict=True)))


def _lines(first: int, last: int) -> dict[int, list[Row]]:
    names = [field.column_name for field in OrderLine._meta.sorted_fields]
    query = OrderLine.select().where(OrderLine.order.between(first, last))
    found = rows(
        query.order_by(OrderLine.order, OrderLine.line).tuples(),
        lambda *row: dict(zip(names, row, strict=True)),
    )
    return {order: list(lines) for order, lines in groupby(found, itemgetter("order"))}


def _told(orders: Sequence[Row], calendars: _Calendars) -> dict[int, list[Entry]]:
    """What the journal says of those orders that have to be followed through it."""
    first, last = orders[0]["id"], orders[-1]["id"]
    of_orders = Journal.order.between(first, last)
    latest = Journal.select(Journal.order, fn.MAX(Journal.at), fn.MIN(Journal.at))
    spans = rows(latest.where(of_orders).group_by(Journal.order), lambda *row: row)
    changed = Journal.select(Journal.order).where(of_orders, Journal.kind.in_(_CHANGES))
    followed = set(rows(changed, int))
    days = {order["id"]: order["day"] for order in orders}
    for order, *moments in spans:
        if any(calendars.days(at) != {days.get(order)} for at in moments):
            followed.add(order)
    query = (
        Journal.select(Journal.sequence, Journal.order, Journal.at, Journal.kind, Journal.payload)
        .where(Journal.order.in_(sorted(followed)), Journal.kind.in_(sorted(events.ORDER_KINDS)))
        .order_by(Journal.order, Journal.sequence)
    )
    entries = rows(query, lambda *row: (*row[:-1], json.loads(row[-1])))
    return {order: list(told) for order, told in groupby(entries, itemgetter(1))}


def _follow(entries: Sequence[Entry], sums: Sums, calendars: _Calendars) -> list[Row]:
    """Adds what an order counts for, from deed to deed; the changes of its bill."""
    placed = entries[0][4]
    order = Order.defaults() | placed["order"]
    lines = {line["line"]: OrderLine.defaults() | line for line in placed["lines"]}
    if order["channel"] not in rollups.REFUNDS:
        tallies.merge(sums, rollups.contribution(order, lines.values()))
    reasons: dict[int, str] = {}
    found: list[Row] = []
    for sequence, _, at, kind, payload in entries[1:]:
        facts = payload.get("facts", {})
        reason = facts.get("note", reasons.get(facts.get("undone", 0), ""))
        reasons[sequence] = reason
        calendar = calendars.at(sequence)
        when = bill_changes.when_counted(order, at, calendar)
        before = {number: dict(line) for number, line in lines.items()}
        counted_before = rollups.contribution(order, before.values(), when)
        order |= {column: new for column, (_, new) in payload.get("order", {}).items()}
        for number, changes in payload.get("lines", {}).items():
            line = lines.setdefault(int(number), OrderLine.defaults())
            line |= {column: new for column, (_, new) in changes.items()}
        counted_now = rollups.contribution(order, lines.values(), when)
        if counted_now != counted_before:  # most deeds of a warehouse change no sum
            tallies.merge(sums, counted_before, sign=-1)
            tallies.merge(sums, counted_now)
        changes = bill_changes.of_entry(kind, payload, at, order, before, lines, calendar)
        tallies.merge(sums, bill_changes.of_returns(changes, reason, lines))
        found += changes
    return found
