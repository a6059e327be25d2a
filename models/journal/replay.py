"""Writes the order book anew from the journal alone, and says where it differs from what is kept.

The journal's seals prove that the journal is as it was written; this proves that the orders, their
lines and their payments are what the journal says, so that nothing was edited beside it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from peewee import fn

from models.events import ORDER_KINDS
from models.journal.journal import Row
from models.storage.database import one, rows, snapshot
from models.storage.tables import Journal, Order, OrderLine, Payment, Table

#: Rows by table and key: `("order_line", 7, 2)` is line 2 of order 7.
Book = dict[tuple[Any, ...], Row]

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """A row (`column` empty) or a column that the journal and the table tell differently.

    `key` is the table's name and the row's key. A row that is missing on one side is None there.
    For a step that does not fit onto the one before, the table is `journal` and the key its number.
    """

    key: tuple[Any, ...]
    column: str
    journal: Any
    table: Any


def replay() -> list[Difference]:
    """All differences between the order tables and the journal; none in a sound shop."""
    found: list[Difference] = []
    with snapshot():
        newest = max(_newest(Order.id), _newest(Journal.order))
        for first in range(1, newest + 1, _BATCH):
            last = first + _BATCH - 1
            told, misfits = _told(first, last)
            found += misfits
            found += _compared(told, _kept(first, last))
    return found


def _newest(column: Any) -> int:
    row = one(column.model.select(fn.MAX(column)))
    return row[0] or 0 if row else 0


def _told(first: int, last: int) -> tuple[Book, list[Difference]]:
    """What the journal says about these orders, and its steps that do not fit together."""
    book: Book = {}
    misfits: list[Difference] = []
    query = (
        Journal.select(Journal.sequence, Journal.kind, Journal.order, Journal.payload)
        .where(Journal.order.between(first, last))
        .order_by(Journal.order, Journal.sequence)
    )
    for sequence, kind, order, payload in rows(query, _entry):
        if kind not in ORDER_KINDS:
            continue
        if isinstance(payload.get("lines"), list):
            book["orders", order] = payload["order"]
            book.update({("order_line", order, x["line"]): x for x in payload["lines"]})
        else:
            for key, column, old, new in _changes(order, payload):
                row = book.setdefault(key, {})
                if row.get(column) != old:
                    misfits.append(Difference(("journal", sequence), column, old, row.get(column)))
                row[column] = new
        book.update({("payment", x["id"]): x for x in payload.get("payments", ())})
    return book, misfits


def _entry(sequence: int, kind: str, order: int, payload: str) -> tuple[int, str, int, Row]:
    return sequence, kind, order, json.loads(payload)


def _changes(order: int, payload: Row) -> Iterator[tuple[tuple[Any, ...], str, Any, Any]]:
    for column, (old, new) in payload.get("order", {}).items():
        yield ("orders", order), column, old, new
    for line, changes in payload.get("lines", {}).items():
        for column, (old, new) in changes.items():
            yield ("order_line", order, int(line)), column, old, new


def _kept(first: int, last: int) -> Book:
    """What the tables hold about these orders."""
    book: Book = {}
    tables: tuple[tuple[type[Table], Any, tuple[str, ...]], ...] = (
        (Order, Order.id, ("id",)),
        (OrderLine, OrderLine.order, ("order", "line")),
        (Payment, Payment.order, ("id",)),
    )
    for table, order, keys in tables:
        columns = [field.column_name for field in table._meta.sorted_fields]
        name = table._meta.table_name
        for values in rows(table.select().where(order.between(first, last)), lambda *row: row):
            row = dict(zip(columns, values, strict=True))
            book[name, *(row[key] for key in keys)] = row
    return book


def _compared(told: Book, kept: Book) -> Iterator[Difference]:
    for key in told.keys() | kept.keys():
        said, stored = told.get(key), kept.get(key)
        if said is None or stored is None:
            yield Difference(key, "", said, stored)
        elif said != stored:
            for column, value in stored.items():
                if said.get(column) != value:
                    yield Difference(key, column, said.get(column), value)
