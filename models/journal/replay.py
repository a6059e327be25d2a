"""Writes the shop anew from the journal alone, and says where it differs from what is kept.

The journal's seals prove that the journal is as it was written; this proves that every table is
what the journal says, so that nothing was edited beside it. Orders, lines and payments follow from
what was done to them; of all other tables the entries hold the rows (`storage.touched_rows`).
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from peewee import fn

from models.events import ORDER_KINDS
from models.journal import seals
from models.journal.journal import Row
from models.storage import touched_rows
from models.storage.database import damaged_texts, one, rows, snapshot
from models.storage.tables import Journal, Order, OrderLine, Payment, Table
from models.storage.touched_rows import KEPT, Key

#: Rows by table and key: `("order_line", 7, 2)` is line 2 of order 7.
Book = dict[tuple[Any, ...], Row]
#: Which orders, as a condition on the column that names them.
Which = Callable[[Any], Any]

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
    """All differences between the tables and the journal; none in a sound shop."""
    with snapshot(), damaged_texts():
        kept = KeptRows()
        query = Journal.select(Journal.sequence, Journal.row_images)
        query = query.where(Journal.row_images.is_null(False)).order_by(Journal.sequence)
        for sequence, images in rows(query, lambda *row: row):
            kept.read(sequence, images)
        return [*orders(), *kept.differences()]


class KeptRows:
    """What the entries that were read say about the rows of all tables but those of orders."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[Key, tuple[Any, ...]]] = {name: {} for name in KEPT}
        self._gone: dict[str, set[Key]] = {name: set() for name in KEPT}
        self._misfits: list[Difference] = []

    def read(self, sequence: int, images: str | None) -> None:
        """Reads the rows that an entry holds; entries come in their order."""
        if images is None:
            return
        try:
            for name, image in json.loads(images).items():
                if name in KEPT:
                    self._read(name, image)
        except (ValueError, TypeError, LookupError, AttributeError):
            self._misfits.append(Difference(("journal", sequence), "row_images", None, None))

    def _read(self, name: str, image: Row) -> None:
        there, columns = self._tables[name], touched_rows.told_columns(name)
        if tuple(image["columns"]) == columns:
            told = [tuple(values) for values in image["rows"]]
        else:  # of a program that knew other columns
            known = (
                KEPT[name].defaults() | dict(zip(image["columns"], values, strict=True))
                for values in image["rows"]
            )
            told = [tuple(row.get(column) for column in columns) for row in known]
        positions = touched_rows.key_positions(name)
        for row in told:
            key = tuple(row[place] for place in positions)
            there[key] = row
            self._gone[name].discard(key)
        for gone in image.get("gone", ()):
            there.pop(tuple(gone), None)
            self._gone[name].add(tuple(gone))

    def differences(self, *, of_told: bool = False) -> Iterator[Difference]:
        """Where what is kept differs, and entries whose rows nobody can read; or only rows that
        are told (`of_told`), where not all entries were read."""
        yield from self._misfits
        for name, said in self._tables.items():
            columns = touched_rows.told_columns(name)
            missing, told_of = set(said), said.keys() | self._gone[name]
            stored = touched_rows.rows_of(name, told_of) if of_told else touched_rows.all_rows(name)
            for key, values in stored:
                row = tuple(values)
                missing.discard(key)
                if (told := said.get(key)) is None:
                    yield Difference((name, *key), "", None, dict(zip(columns, row, strict=True)))
                elif told != row:
                    for column, old, new in zip(columns, told, row, strict=True):
                        if old != new:
                            yield Difference((name, *key), column, old, new)
            for key in sorted(missing):
                yield Difference((name, *key), "", dict(zip(columns, said[key], strict=True)), None)


def orders(progress: Callable[[float], object] | None = None) -> Iterator[Difference]:
    """Where the tables of orders differ from what was done to them, a batch at a time.

    `progress` is told which part is done, 0 to 1.
    """
    newest = max(_newest(Order.id), _newest(Journal.order))
    for first in range(1, newest + 1, _BATCH):
        last = first + _BATCH - 1
        if progress is not None:
            progress(first / newest)
        yield from _differing(partial(_between, first=first, last=last))


def _between(column: Any, first: int, last: int) -> Any:
    return column.between(first, last)


def _among(column: Any, some: Sequence[int]) -> Any:
    return column.in_(some)


def _differing(of: Which) -> Iterator[Difference]:
    replayed, misfits = _replayed(of)
    yield from misfits
    yield from _compared(replayed, _stored(of))


def orders_since(sequence: int) -> Iterator[Difference]:
    """The same of those orders to which something was done after that entry."""
    query = Journal.select(Journal.order).where(
        Journal.sequence > sequence, Journal.order.is_null(False)
    )
    touched = sorted(set(rows(query.distinct(), int)))
    for start in range(0, len(touched), _BATCH):
        yield from orders_among(touched[start : start + _BATCH])


def orders_among(ids: Sequence[int]) -> Iterator[Difference]:
    """The same of these orders, at most a few hundred."""
    yield from _differing(partial(_among, some=ids))


def _newest(column: Any) -> int:
    row = one(column.model.select(fn.MAX(column)))
    return row[0] or 0 if row else 0


def _replayed(of: Which) -> tuple[Book, list[Difference]]:
    """What the journal says about these orders, and its steps that do not fit together."""
    book: Book = {}
    misfits: list[Difference] = []
    query = (
        Journal.select(Journal.sequence, Journal.kind, Journal.order, Journal.payload)
        .where(of(Journal.order))
        .order_by(Journal.order, Journal.sequence)
    )
    for sequence, kind, order, payload in rows(query, lambda *row: row):
        if kind not in ORDER_KINDS or seals.is_removed(payload):
            continue
        try:
            misfits += _follow(book, sequence, order, json.loads(payload))
        except (ValueError, TypeError, LookupError, AttributeError):
            misfits.append(Difference(("journal", sequence), "payload", None, None))
    return book, misfits


def _follow(book: Book, sequence: int, order: int, payload: Row) -> list[Difference]:
    """Does in the book what an entry says; where it does not fit onto the one before."""
    misfits: list[Difference] = []
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
    return misfits


def _changes(order: int, payload: Row) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Which row is changed, and of each column what it was and is."""
    if changes := payload.get("order"):
        yield ("orders", order), changes
    for line, changes in payload.get("lines", {}).items():
        yield ("order_line", order, int(line)), changes


def _stored(of: Which) -> Book:
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
        for values in rows(table.select().where(of(order)), lambda *row: row):
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
