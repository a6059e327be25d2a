"""Copies of the shop that are proven to be good before they count, and the way back.

A backup is always an SQLite shop file, whichever engine the shop runs on. It is written under a
temporary name, opened again, checked, and only then given its name. `restore` lets nothing into
the shop that has not passed the same gate, copies the rows into a fresh file, and sets the
present file aside.
"""

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase
from pysqlite3 import dbapi2 as sqlite3

from models import clock, events
from models.errors import Busy, CannotOpen, StorageError
from models.journal import journal, rights
from models.shop import gate, opening
from models.storage import database, touched_rows
from models.storage.database import APPLICATION_ID, snapshot, transaction, translated_errors
from models.storage.tables import TABLES

log = logging.getLogger(__name__)

#: How many backups of each age are kept: (age in days up to which, at most one per so many hours).
_KEEP = ((1, 0), (12, 24), (70, 24 * 7), (270, 24 * 30))


_Rows = Callable[[str], tuple[list[str], Iterable[tuple[Any, ...]]]]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that passed the gate: `at` UTC ms, `entries` of the journal, size in bytes."""

    path: Path
    at: int
    entries: int
    size: int


def back_up(path: str | Path) -> Backup:
    """Copies the open shop to `path`, proves the copy, and only then gives it that name.

    Readable by its owner only. Beside it, `<name>.head` keeps the newest journal entry's number
    and hash, so that a shop which lost its tail can be found out. Raises `StorageError`s.
    """
    path = Path(path).expanduser().absolute()
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    if _is_open_shop(path):
        raise CannotOpen("the shop itself")
    with translated_errors():
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            temporary.unlink(missing_ok=True)
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            _copy_to(temporary)
            entries, seal = gate.examine(temporary)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _write_head(path, entries, seal)
        return Backup(path, clock.now(), entries, path.stat().st_size)


def back_up_into(folder: Path) -> Backup:
    """A backup named by the moment, and the old ones thinned out.

    All of the last 24 hours stay, then one a day for 12 days, one a week for 10 weeks, one a
    month for 9 months.
    """
    made = back_up(folder / f"shop-{clock.now()}.sqlite3")
    thin_out(folder)
    return made


def backups(folder: Path) -> list[Path]:
    """The backups of the open shop that `back_up_into` made there, newest first.

    Shops whose files lie in one folder share it; each has only its own.
    """
    return list(_of_this_shop(folder))


def _of_this_shop(folder: Path) -> Iterator[Path]:
    here = journal.first_seal()
    for path in sorted(folder.glob("shop-*.sqlite3"), reverse=True):
        try:
            if gate.origin(path).first_seal == here:
                yield path
        except (StorageError, sqlite3.Error) as error:
            log.warning("nobody can tell whose backup %s is: %s", path.name, error)


def newest(folder: Path | None) -> int | None:
    """When (UTC ms) the open shop's newest backup in `folder` was made and proven, or None."""
    made = next(_of_this_shop(folder), None) if folder else None
    return int(made.stem.removeprefix("shop-")) if made else None


def thin_out(folder: Path) -> None:
    """Removes the open shop's backups that the rule of `back_up_into` does not keep."""
    kept: set[tuple[int, int]] = set()
    for path in backups(folder):
        moment = int(path.stem.removeprefix("shop-"))
        age = (clock.now() - moment) / clock.DAY
        hours = next((hours for days, hours in _KEEP if age <= days), None)
        # Spans are counted from the epoch, so that the same copy stays when time goes on.
        span = (hours, moment // (hours * 60 * clock.MINUTE)) if hours else None
        if hours is None or span in kept:
            discard(path)
        elif span is not None:
            kept.add(span)


def discard(path: Path) -> None:
    """Removes a backup and what `back_up` wrote beside it."""
    path.unlink()
    path.with_name(path.name + ".head").unlink(missing_ok=True)


@rights.checked("backup.restore")
def restore(path: str | Path) -> Path:
    """Puts the backup at `path` in the place of the open shop; where the present file went.

    Every other window and program must have closed the shop. Only for SQLite shops. Raises what
    `examine` raises, and `Busy` when somebody still has the shop open; nothing is then changed.
    """
    path = Path(path).expanduser().absolute()
    present = Path(database.database.database)
    fresh = present.with_name(f"{present.name}.restoring")
    with translated_errors():
        gate.examine(path)
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with gate.reading(path) as source:
                _fill(fresh, _rows_of(source), source)
            gate.examine(fresh)
            aside = _set_aside(present)
            fresh.replace(present)
        finally:
            fresh.unlink(missing_ok=True)
        database.database.connect(reuse_if_open=True)
        opening.enter_migrated()
    with transaction():
        journal.append(events.RESTORED, {"from": path.name, "aside": aside.name})
    return aside


def _is_open_shop(path: Path) -> bool:
    if not isinstance(database.database.obj, SqliteDatabase) or not path.exists():
        return False
    return path.samefile(database.database.database)


def _copy_to(path: Path) -> None:
    if not isinstance(database.database.obj, SqliteDatabase):
        with snapshot():
            _fill(path, _all_rows)
        return
    with closing(sqlite3.connect(str(path))) as target:
        database.database.connection().backup(target)
        target.execute("PRAGMA journal_mode = delete")


def _all_rows(table: str) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    (model,) = (one for one in TABLES if one._meta.table_name == table)
    columns = [field.column_name for field in model._meta.sorted_fields]
    return columns, database.database.execute(model.select()).fetchall()


def _rows_of(file: Any) -> _Rows:
    def rows(table: str) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
        columns = [row[1] for row in file.execute(f'PRAGMA table_info("{table}")')]
        return columns, file.execute(f'SELECT {_quoted(columns)} FROM "{table}"')

    return rows


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _fill(path: Path, rows_of: _Rows, like: Any = None) -> None:
    """Makes a fresh shop at `path` and copies every row into it, table by table.

    It has the tables of the file `like`, by default those of this program.
    """
    fresh = SqliteDatabase(str(path), pragmas={"journal_mode": "delete", "synchronous": "full"})
    with closing(fresh):
        fresh.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        if like is None:
            gate.runner(fresh).up()
        else:
            gate.bring_up(fresh, like)
        with fresh.atomic():
            there = fresh.get_tables()
            for table in {"counter", "touched_row"}.intersection(there):
                fresh.execute_sql(f"DELETE FROM {table}")
            for table in _NAMES:
                if table not in there:
                    continue
                columns, rows = rows_of(table)
                marks = ", ".join("?" * len(columns))
                fresh.cursor().executemany(
                    f'INSERT INTO "{table}" ({_quoted(columns)}) VALUES ({marks})', rows
                )
        if "touched_row" in there and not touched_rows.is_unfinished(fresh):
            touched_rows.watch(fresh, touched_rows.unwatched(fresh))
        opening.run_migrations(fresh)


_NAMES = [table._meta.table_name for table in TABLES]


def _set_aside(present: Path) -> Path:
    """Renames the present shop when nobody else has it open, and returns where it went."""
    engine = database.database
    mode = engine.execute_sql("PRAGMA journal_mode = delete").fetchone()[0]
    engine.close()
    if mode != "delete":
        raise Busy("the shop is open elsewhere")
    aside = present.with_name(f"{present.name}.before-restore-{clock.now()}")
    present.replace(aside)
    engine.forget()
    return aside


def _write_head(path: Path, entries: int, seal: str) -> None:
    head = path.with_name(path.name + ".head")
    temporary = head.with_name(f".{head.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"sequence": entries, "hash": seal}, file)
    temporary.replace(head)
