"""Marks in the journal, each with the orders that were open there.

Any past moment of the queue is found by reading on from the nearest mark, however old the shop is.
"""

import json
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from peewee import Case, fn

from models import events
from models.journal.believed_times import believed
from models.stages import Stage
from models.storage.database import number_in, one, rows
from models.storage.tables import IS_OPEN, Journal, Order, QueueMark

#: A mark stands at every entry whose number can be divided by this.
EVERY = 2048


def write(sequence: int) -> None:
    """Notes which orders are open after this entry, inside its transaction."""
    before = one(QueueMark.select(fn.MAX(QueueMark.sequence)))
    since = Journal.sequence.between(((before and before[0]) or 0) + 1, sequence)
    newest = one(Journal.select(fn.MAX(Journal.at)).where(since))
    open_orders = Order.select(Order.id, Order.stage).where(IS_OPEN).order_by(Order.id)
    QueueMark.insert(
        sequence=sequence,
        at=newest[0] if newest else 0,
        orders=_text(rows(open_orders, lambda *row: row)),
    ).execute()


def _text(open_orders: Sequence[Sequence[int]]) -> str:
    return json.dumps(open_orders, separators=(",", ":"))


def forget(orders: set[int], first: int, last: int) -> None:
    """Orders whose detail is removed, of which these are the first and the last entry, were not
    open at any mark."""
    marks = QueueMark.select(QueueMark.sequence, QueueMark.orders)
    marks = marks.where(QueueMark.sequence.between(first, last))
    for sequence, text in rows(marks, lambda *row: row):
        known = json.loads(text)
        left = [move for move in known if move[0] not in orders]
        if left != known:
            mark = QueueMark.update(orders=_text(left)).where(QueueMark.sequence == sequence)
            mark.execute()


def misfits() -> Iterator[tuple[int, str, Any, Any]]:
    """Where marks are other than the journal says: entry, column, what it says, what stands.

    Of a mark that is missing there is no column, and the whole row is what the journal says.
    """
    marks = rows(QueueMark.select().order_by(QueueMark.sequence), lambda *row: row)
    marks += [(sequence, None, None) for sequence in _due() - {mark[0] for mark in marks}]
    stages: dict[int, int] = {}
    after = 0
    for sequence, at, orders in sorted(marks, key=itemgetter(0)):
        newest = 0
        for moment, order, stage in _moves(after, sequence):
            newest = max(newest, moment)
            if order is None or stage is None:
                continue
            if stage < Stage.HANDED_OVER:
                stages[order] = stage
            else:
                stages.pop(order, None)
        told = _text(sorted(stages.items()))
        if at is None:
            yield sequence, "", {"sequence": sequence, "at": newest, "orders": told}, None
        elif at != newest:
            yield sequence, "at", newest, at
        if at is not None and orders != told:
            yield sequence, "orders", told, orders
        after = sequence


def _due() -> set[int]:
    """The entries at which a mark was made: those written in bulk, which no request asked for,
    have one at their end only."""
    newest = one(Journal.select(fn.MAX(Journal.sequence)))
    every = range(EVERY, ((newest and newest[0]) or 0) + 1, EVERY)
    asked = Journal.select(Journal.sequence).where(Journal.request_id.is_null(False))
    return set(rows(asked.where(Journal.sequence.in_(list(every))), int))


def _moves(after: int, until: int) -> list[tuple[int, int | None, int | None]]:
    """Time, order and the stage that it comes to, of these entries."""
    of_order = [
        (Journal.kind == events.PLACED, number_in(Journal.payload, "order", "stage")),
        (Journal.kind.in_(sorted(events.ORDER_KINDS)),
         number_in(Journal.payload, "order", "stage", 1)),
    ]  # fmt: skip
    query = Journal.select(Journal.at, Journal.order, Case(None, of_order, None))
    query = query.where(Journal.sequence.between(after + 1, until)).order_by(Journal.sequence)
    return rows(query, lambda *row: row)


def around(begin: int, end: int) -> tuple[int, dict[int, int], int]:
    """The last mark up to `begin` (UTC ms): its entry, and the stage of each open order; and the
    entry of the first mark that is later than `end`, or the newest one.

    Marks of times at which a clock stood wrong are passed over.
    """
    marks = rows(
        QueueMark.select(QueueMark.sequence, QueueMark.at).order_by(QueueMark.sequence),
        lambda *row: row,
    )
    last = one(
        Journal.select(Journal.sequence, Journal.at).order_by(Journal.sequence.desc()).limit(1)
    )
    marks.append(last or (0, 0))
    sure = [marks[place] for place in believed([at for _, at in marks])]
    first = max((sequence for sequence, at in sure[:-1] if at <= begin), default=0)
    until = min((sequence for sequence, at in sure if at > end), default=marks[-1][0])
    found = one(QueueMark.select(QueueMark.orders).where(QueueMark.sequence == first))
    return first, dict(json.loads(found[0])) if found else {}, until
