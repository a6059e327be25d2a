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
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase
from pysqlite3 import dbapi2 as sqlite3

from models import clock, events
from models.errors import (
    Busy,
    CannotOpen,
    Damaged,
    JournalBroken,
    NewerShop,
    NotAShop,
    StorageError,
)
from models.journal import journal
from models.settings import preferences
from models.shop.opening import MIGRATIONS
from models.storage import database
from models.storage.database import APPLICATION_ID, snapshot, transaction, translated_errors
from models.storage.tables import TABLES, Table

log = logging.getLogger(__name__)

#: How many backups of each age are kept: (age in days up to which, at most one per so many hours).
_KEEP = ((1, 0), (12, 24), (70, 24 * 7), (270, 24 * 30))


_Rows = Callable[[type[Table]], tuple[list[str], Iterable[tuple[Any, ...]]]]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that passed the gate: `at` UTC ms, `entries` of the journal, size in bytes."""

    path: Path
    at: int
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The shop a file was made of: the hash of its first journal entry, and its name."""

    first_seal: str
    name: str


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
            entries, seal = examine(temporary)
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
            if origin(path).first_seal == here:
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


def origin(path: Path) -> Origin:
    """Which shop the file at `path` was made of. Raises `StorageError`s when it is none."""
    with translated_errors(), _reading(path) as file:
        seal = file.execute("SELECT hash FROM journal WHERE sequence = 1").fetchone()
        key = (preferences.SHOP_NAME.key,)
        name = file.execute("SELECT value FROM preference WHERE key = ?", key).fetchone()
    shop_name = preferences.parsed(preferences.SHOP_NAME, name and name[0])
    return Origin(seal[0] if seal else "", shop_name)


def examine(path: Path) -> tuple[int, str]:
    """The gate: (number of journal entries, newest hash) of a whole, untampered shop file.

    Header, application id, the exact schema, SQLite's own check, foreign keys, and every seal of
    the journal. Raises `NotAShop`, `NewerShop`, `Damaged`, `JournalBroken`, `CannotOpen`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise CannotOpen(str(error)) from error
    if not head.startswith(b"SQLite format 3\0") or len(head) < 100:
        raise NotAShop(path.name)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAShop(path.name)
    with translated_errors(), _reading(path) as file_:
        _check_schema(file_)
        problems = [row[0] for row in file_.execute("PRAGMA quick_check(1)")]
        if problems != ["ok"]:
            raise Damaged(problems[0])
        if file_.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged("foreign keys")
        return _check_journal(file_)


def restore(path: str | Path) -> Path:
    """Puts the backup at `path` in the place of the open shop; where the present file went.

    Every other window and program must have closed the shop. Only for SQLite shops. Raises what
    `examine` raises, and `Busy` when somebody still has the shop open; nothing is then changed.
    """
    path = Path(path).expanduser().absolute()
    present = Path(database.database.database)
    fresh = present.with_name(f"{present.name}.restoring")
    with translated_errors():
        examine(path)
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with _reading(path) as source:
                _fill(fresh, _rows_of(source))
            examine(fresh)
            aside = _set_aside(present)
            fresh.replace(present)
        finally:
            fresh.unlink(missing_ok=True)
        database.database.connect(reuse_if_open=True)
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


def _all_rows(table: type[Table]) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    columns = [field.column_name for field in table._meta.sorted_fields]
    return columns, database.database.execute(table.select()).fetchall()


def _rows_of(file: Any) -> _Rows:
    def rows(table: type[Table]) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
        # A backup of an older version lacks columns that came later.
        name = table._meta.table_name
        there = {row[1] for row in file.execute(f'PRAGMA table_info("{name}")')}
        columns = [f.column_name for f in table._meta.sorted_fields if f.column_name in there]
        if not columns:
            return [], ()
        return columns, file.execute(f'SELECT {_quoted(columns)} FROM "{name}"')

    return rows


def _runner(engine: SqliteDatabase) -> Any:
    from playhouse.migrations import Runner  # loads half of Peewee's extras: only when needed

    return Runner(engine, str(MIGRATIONS))


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _fill(path: Path, rows_of: _Rows) -> None:
    """Makes a fresh shop at `path` and copies every row into it, table by table."""
    fresh = SqliteDatabase(str(path), pragmas={"journal_mode": "delete", "synchronous": "full"})
    with closing(fresh):
        fresh.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        _runner(fresh).up()
        with fresh.atomic():
            fresh.execute_sql("DELETE FROM counter")
            for table in TABLES:
                columns, rows = rows_of(table)
                if columns:
                    marks = ", ".join("?" * len(columns))
                    fresh.cursor().executemany(
                        f'INSERT INTO "{table._meta.table_name}" ({_quoted(columns)}) '
                        f"VALUES ({marks})",
                        rows,
                    )


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        file.execute("PRAGMA trusted_schema = 0")
        file.execute("PRAGMA cell_size_check = 1")
        yield file


def _schema(file: Any) -> set[tuple[str, str, str]]:
    return {
        tuple(row)
        for row in file.execute(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        )
    }


def _check_schema(file: Any) -> None:
    names = {row[0] for row in file.execute("SELECT name FROM sqlite_master")}
    if "schema_migration" not in names:
        raise NotAShop("no tables of ours")
    applied = {row[0] for row in file.execute("SELECT name FROM schema_migration")}
    with closing(SqliteDatabase(":memory:")) as memory:
        runner = _runner(memory)
        known = {migration.name for migration in runner.migrations()}
        if newer := applied - known:
            raise NewerShop(max(newer))
        for name in sorted(applied):
            runner.up(name)
        # A trigger or view more than ours could do harm when the file is opened.
        if _schema(file) != _schema(memory.connection()):
            raise NotAShop("other tables than ours")


def _check_journal(file: Any) -> tuple[int, str]:
    heads: dict[str, str] = {}
    expected, seal = 0, ""
    named = {row[1] for row in file.execute("PRAGMA table_info(journal)")}
    version = "version, request_id" if "version" in named else "1, NULL"
    rows = file.execute(
        f'SELECT sequence, at, station, staff, kind, "order", payload, previous, {version}, hash '
        "FROM journal ORDER BY sequence"
    )
    for row in rows:
        expected += 1
        seal = row[-1]
        if row[0] != expected or heads.get(row[2], "") != row[7]:
            raise JournalBroken(str(expected))
        if journal.sealed(*row[:-1])["hash"] != seal:
            raise JournalBroken(str(expected))
        heads[row[2]] = seal
    kept = dict(file.execute("SELECT station, hash FROM journal_head").fetchall())
    if kept != heads:
        raise JournalBroken(str(expected + 1))
    return expected, seal


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
