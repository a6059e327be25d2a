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
#: What an entry does not say, because the column is newer than it.
_DEFAULTS = {table._meta.table_name: table.defaults() for table in (Order, OrderLine, Payment)}


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
            replayed, misfits = _replayed(first, last)
            found += misfits
            found += _compared(replayed, _stored(first, last))
    return found


def _newest(column: Any) -> int:
    row = one(column.model.select(fn.MAX(column)))
    return row[0] or 0 if row else 0


def _replayed(first: int, last: int) -> tuple[Book, list[Difference]]:
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
            book["orders", order] = _DEFAULTS["orders"] | payload["order"]
            for line in payload["lines"]:
                book["order_line", order, line["line"]] = _DEFAULTS["order_line"] | line
        else:
            for key, changes in _changes(order, payload):
                row = book.get(key, {})
                misfits += [
                    Difference(("journal", sequence), column, old, row.get(column))
                    for column, (old, _) in changes.items()
                    if row.get(column) != old
                ]
                turned = {column: new for column, (_, new) in changes.items()}
                book[key] = (row or _DEFAULTS[key[0]]) | turned
        for payment in payload.get("payments", ()):
            book["payment", payment["id"]] = _DEFAULTS["payment"] | payment
    return book, misfits


def _entry(sequence: int, kind: str, order: int, payload: str) -> tuple[int, str, int, Row]:
    return sequence, kind, order, json.loads(payload)


def _changes(order: int, payload: Row) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Which row is changed, and of each column what it was and is."""
    if changes := payload.get("order"):
        yield ("orders", order), changes
    for line, changes in payload.get("lines", {}).items():
        yield ("order_line", order, int(line)), changes


def _stored(first: int, last: int) -> Book:
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


def _compared(replayed: Book, kept: Book) -> Iterator[Difference]:
    for key in replayed.keys() | kept.keys():
        said, stored = replayed.get(key), kept.get(key)
        if said is None or stored is None:
            yield Difference(key, "", said, stored)
        elif said != stored:
            for column, value in stored.items():
                if said.get(column) != value:
                    yield Difference(key, column, said.get(column), value)
