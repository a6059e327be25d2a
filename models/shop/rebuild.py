"""The shop written anew from its journal, into a fresh file beside the one that is not whole.

An entry that cannot be read any more, or is not as it was sealed, is taken from the newest backup
that has it; the journal then tells every table. What it ends at is the last entry that anybody
still has.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

from peewee import DatabaseError, SqliteDatabase

from models import events
from models.errors import CannotOpen, JournalBroken, StorageError
from models.journal import journal, rights, seals
from models.shop import backup, gate, heads, mend, opening, restore
from models.storage import database, touched_rows
from models.storage.database import transaction, translated_errors
from models.storage.sqlite_driver import FAILURES, Engine

_BATCH = 500
_SEARCHED = 100  # the first entries tell whose journal it is
_COLUMNS = (
    'sequence, at, station, staff, kind, "order", payload, previous, version, request_id, '
    "row_images, hash"
)
_ENTER = f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * 12)})"
_NEWEST = (
    "SELECT MAX(sequence) FROM journal",
    "SELECT value FROM counter WHERE name = 'journal'",
    "SELECT MAX(sequence) FROM journal_head",
)
#: What no entry tells: papers on their way, and what is being typed.
_BESIDE = (("print_job", ""), ("held_cart", "WHERE draft_of IS NOT NULL"))

Entry = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """How far the journal can be had: `entries` of the `known` ones that ever were, the last of
    them written at `until` (UTC ms), so many of them `from_backups`."""

    entries: int
    known: int
    until: int
    from_backups: int

    @property
    def lost(self) -> int:
        """Entries that nobody has any more."""
        return self.known - self.entries


def point_at(url: str) -> None:
    """Binds the shop at `url`, which cannot be opened."""
    database.bind(url, station="")


def look(folders: Sequence[Path]) -> Prospect:
    """What a rebuild of the bound shop would bring, with the backups in `folders`.

    Raises `StorageError`s where there is no file that could be looked into.
    """
    with translated_errors(), _books(folders) as books:
        taken = until = from_backups = 0
        for entry, is_of_backup in _sealed(books):
            taken, until = entry[0], entry[1]
            from_backups += is_of_backup
        return Prospect(taken, max(book.newest for book in books), until, from_backups)


def rebuild(folders: Sequence[Path]) -> Path:
    """Puts the bound shop, written anew, in the place of its file; where that went.

    Every other window and program must have closed the shop. Only for SQLite shops. Raises
    `CannotOpen`, `JournalBroken` where nothing of the journal can be had, `Busy` when
    somebody else has the shop open, `DiskFull`; nothing is then changed.
    """
    _check_rights()
    engine = database.database.obj
    if not isinstance(engine, SqliteDatabase):
        raise CannotOpen("only a shop in a file of its own is written anew")
    present = Path(engine.database)
    fresh = opening.fresh_name(present)
    with translated_errors():
        restore.remove(opening.leftovers(present))
        try:
            with _books(folders) as books:
                _write(fresh, books, folders)
            gate.examine(fresh)
            aside = restore.take_place(present, fresh)
        finally:
            restore.remove(opening.leftovers(present))
    return aside


def _check_rights() -> None:
    try:
        rights.check("backup.restore")
    except StorageError:  # nobody can read any more who may
        return


# --- the journal, wherever it is ------------------------------------------------------------


class _Book:
    """The journal of a file that may be damaged anywhere."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._first, self._batch = -_BATCH, dict[int, Entry]()
        self.newest = 0
        self._can_be_read = bool(self.rows("journal", "LIMIT 0")[0])
        self._left_rightly: dict[int, bool] = {}
        for sql in _NEWEST:
            with suppress(*FAILURES, TypeError):  # what says it may be lost
                self.newest = max(self.newest, *file.execute(sql).fetchone())

    def entry(self, sequence: int) -> Entry | None:
        """The entry as it stands there, None where it cannot be read."""
        if not self._first <= sequence < self._first + _BATCH and self._can_be_read:
            self._first, self._batch = sequence, self._read(sequence, sequence + _BATCH - 1)
        return self._batch.get(sequence)

    def _read(self, first: int, last: int) -> dict[int, Entry]:
        sql = f"SELECT {_COLUMNS} FROM journal WHERE sequence BETWEEN ? AND ?"
        try:
            return {row[0]: row for row in self._file.execute(sql, (first, last))}
        except FAILURES:
            if first == last:
                return {}
        middle = (first + last) // 2
        return self._read(first, middle) | self._read(middle + 1, last)

    def can_give(self, entry: Entry) -> bool:
        """Whether the entry is as it was sealed, or as it was left when its content was removed."""
        if seals.is_sealed(entry):
            return True
        by = seals.removed_by(entry)
        if by and by not in self._left_rightly:
            self._left_rightly[by] = self._is_left_rightly(by)
        return self._left_rightly.get(by, False)

    def _is_left_rightly(self, by: int) -> bool:
        told = self.entry(by)
        if told is None or told[4] != events.DETAIL_REMOVED or not seals.is_sealed(told):
            return False
        payload = json.loads(told[6])
        sql = f'SELECT {_COLUMNS} FROM journal WHERE "order" IN (SELECT value FROM json_each(?))'
        with suppress(*FAILURES):
            left = self._file.execute(f"{sql} ORDER BY sequence", (json.dumps(payload["orders"]),))
            return seals.Digest(left).is_told_by(payload)
        return False

    def texts(self, table: str, column: str) -> list[str]:
        """All texts in a column, as far as they can be read."""
        with suppress(*FAILURES):
            return [str(row[0]) for row in self._file.execute(f'SELECT "{column}" FROM "{table}"')]
        return []

    def rows(self, table: str, where: str) -> tuple[list[str], list[Entry]]:
        """Columns and rows of a table, none where they cannot be read."""
        with suppress(*FAILURES):
            facts = self._file.execute(f'PRAGMA table_info("{table}")').fetchall()
            found = self._file.execute(f'SELECT * FROM "{table}" {where}').fetchall()
            return [fact[1] for fact in facts], found
        return [], []


@contextmanager
def _books(folders: Sequence[Path]) -> Iterator[list[_Book]]:
    """The journals of the present file and of the backups of the same shop, newest first."""
    present = Path(database.database.obj.database)
    with ExitStack() as stack:
        own = _Book(stack.enter_context(gate.reading(present)))
        books = [own]
        for path in _copies(folders):
            with suppress(StorageError, *FAILURES):
                book = _Book(stack.enter_context(gate.reading(path)))
                if _is_same_shop(own, book):
                    books.append(book)
        yield books


def _copies(folders: Sequence[Path]) -> list[Path]:
    found = [path for folder in folders for path in backup.all_in(folder)]
    return sorted(found, key=backup.made_at, reverse=True)


def _is_same_shop(own: _Book, other: _Book) -> bool:
    """Whether they have an entry in common; where nothing of its own can be read, nobody knows."""
    pairs = [(own.entry(n), other.entry(n)) for n in range(1, _SEARCHED + 1)]
    return any(mine == theirs for mine, theirs in pairs if mine) or not any(x for x, _ in pairs)


def _sealed(books: Sequence[_Book]) -> Iterator[tuple[Entry, bool]]:
    """The entries in their order, each sealed onto the one before, as far as there are any; and
    whether it is a backup's."""
    newest: dict[str, str] = {}
    for sequence in count(1):
        for book in books:
            entry = book.entry(sequence)
            if entry is None or not book.can_give(entry):
                continue
            if entry[7] == newest.get(entry[2], ""):
                newest[entry[2]] = entry[-1]
                yield entry, book is not books[0]
                break
        else:
            return


# --- the fresh file -------------------------------------------------------------------------


def _write(fresh: Path, books: Sequence[_Book], folders: Sequence[Path]) -> None:
    """Makes the fresh file: the journal first, and then whatever it tells."""
    present = database.database.obj
    pragmas = {"journal_mode": "delete", "synchronous": "full"}
    engine = Engine(str(fresh), pragmas=pragmas, lock_type="IMMEDIATE")
    try:
        backup.begin_file(engine)
        newest = _enter(engine, books)
        database.database.initialize(engine)
        lost = max((sequence for sequence, _ in heads.lost(folders)), default=0)
        left = max(lost, *(book.newest for book in books))
        with transaction():
            facts = {"rebuilt": newest, "left": {"sequence": left}}
            journal.append(events.RESTORED, facts)
        texts = {
            text
            for table, column in touched_rows.DIGESTED
            for book in books
            for text in book.texts(table, column)
        }
        mend.write_as_told({touched_rows.digest(text): text for text in texts})
        _take_beside(engine, books[0])
        touched_rows.watch(engine, touched_rows.unwatched(engine))
    finally:
        engine.close()
        database.database.initialize(present)


def _enter(engine: SqliteDatabase, books: Sequence[_Book]) -> int:
    """Copies the entries; the number of the last."""
    newest: dict[str, tuple[str, int, str]] = {}
    sequence, removed = 0, _removed(books)
    with engine.atomic():
        entries = _sealed(books)
        while batch := [_as_left(entry, removed) for entry, _ in islice(entries, _BATCH)]:
            engine.cursor().executemany(_ENTER, batch)
            newest |= {entry[2]: (entry[2], entry[0], entry[-1]) for entry in batch}
            sequence = batch[-1][0]
        engine.cursor().executemany("INSERT INTO journal_head VALUES (?, ?, ?)", newest.values())
        engine.execute_sql("INSERT INTO counter VALUES ('journal', ?)", (sequence,))
    if not sequence:
        raise JournalBroken("1")
    return sequence


def _removed(books: Sequence[_Book]) -> dict[int, int]:
    """The orders whose detail was removed, each with the entry that tells it."""
    told = (entry for entry, _ in _sealed(books) if entry[4] == events.DETAIL_REMOVED)
    return {order: entry[0] for entry in told for order in json.loads(entry[6])["orders"]}


def _as_left(entry: Entry, removed: Mapping[int, int]) -> Entry:
    """The entry, from a backup of before its content was removed, without it."""
    by = removed.get(entry[5])
    return entry if by is None else seals.without_content(entry, by)


def _take_beside(engine: SqliteDatabase, own: _Book) -> None:
    with engine.atomic():
        for table, where in _BESIDE:
            columns, rows = own.rows(table, where)
            marks = ", ".join("?" * len(columns))
            for row in rows:
                with suppress(*FAILURES, DatabaseError):  # damaged, and nobody knows it better
                    engine.execute_sql(f"INSERT INTO {table} VALUES ({marks})", row)
