"""Marks in the journal, each with the orders that were open there.

Any past moment of the queue is found by reading on from the nearest mark, however old the shop is.
"""

import json

from peewee import fn

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


def before(moment: int) -> tuple[int, dict[int, int]]:
    """The last mark up to `moment` (UTC ms): its entry, and the stage of each open order."""
    found = one(
        QueueMark.select(QueueMark.sequence, QueueMark.orders)
        .where(QueueMark.at <= moment)
        .order_by(QueueMark.sequence.desc())
        .limit(1)
    )
    return (found[0], dict(json.loads(found[1]))) if found else (0, {})
