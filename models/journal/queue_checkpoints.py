"""Marks in the journal, each with the orders that were open there.

Any past moment of the queue is found by reading on from the nearest mark, however old the shop is.
"""

import json

from peewee import fn

from models.journal.believed_times import believed
from models.storage.database import one, rows
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
        orders=json.dumps(rows(open_orders, lambda *row: row), separators=(",", ":")),
    ).execute()


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
