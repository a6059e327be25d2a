"""Copies of the shop that are proven to be good before they count, and where they lie.

A backup is always an SQLite shop file, whichever engine the shop runs on. It is written under a
temporary name, opened again, checked, and only then given its name. Beside it, `<name>.head`
keeps the newest journal entry, so that a shop which lost its tail can be found out.
"""

import logging
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from models import clock, errors, events, session
from models.errors import BackupFailed, CannotOpen, StorageError
from models.journal import journal, rights
from models.settings import preferences
from models.shop import gate, heads, opening
from models.storage import database, own_files, sqlite_driver, touched_rows
from models.storage.database import APPLICATION_ID, snapshot, translated_errors
from models.storage.row_copying import ServerEnd
from models.storage.tables import TABLES

log = logging.getLogger(__name__)

#: How many backups of each age are kept: (age in days up to which, at most one per so many hours).
_KEEP = ((1, 0), (12, 24), (70, 24 * 7), (270, 24 * 30))
#: Readable by people; those of the first version bear only their moment.
_UNREADABLE: tuple[type[Exception], ...] = (StorageError, *sqlite_driver.FAILURES)
_PATTERNS = ("BotBelanja *.sqlite3", "shop-*.sqlite3")
_OF_SERVER = "shop.sqlite3"  # where a shop on a server would be, if it were a file
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_TABLE_NAMES = tuple(table._meta.table_name for table in TABLES)
_REASONS: tuple[tuple[type[StorageError], str], ...] = (
    (errors.DiskFull, "full"),
    (errors.ReadOnly, "read_only"),
    (errors.Busy, "busy"),
    (errors.ConnectionLost, "away"),
    (errors.Damaged, "damaged"),
    (errors.JournalBroken, "damaged"),
    (errors.NotAShop, "damaged"),
)

#: The columns of a table and its rows, by its name.
RowsOf = Callable[[str], tuple[list[str], Iterable[tuple[Any, ...]]]]


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that passed the gate: `at` UTC ms, `entries` of the journal, size in bytes."""

    path: Path
    at: int
    entries: int
    size: int


def back_up(path: str | Path) -> Backup:
    """Copies the open shop to `path`, proves the copy, and only then gives it that name.

    Readable by its owner only. What a backup that was cut off left there is removed. Raises
    `StorageError`s.
    """
    path = Path(path).expanduser().absolute()
    if database.database.is_own:
        raise errors.ServerAway("what this station goes on with is not the shop")
    if _is_open_shop(path):
        raise CannotOpen("the shop itself")
    return _proven(path, _copy_to)


@rights.checked("backup.elsewhere")
def copy_elsewhere(path: Path) -> Backup:
    """As `back_up`, to wherever an owner wants it; the journal tells that there is such a copy."""
    made = back_up(path)
    with database.transaction():
        journal.append(events.COPIED, {})
    return made


@rights.checked("backup.elsewhere")
def note_second_folder() -> None:
    """The journal tells that every backup goes to another folder as well, or no longer."""
    with database.transaction():
        journal.append(events.SECOND_FOLDER, {})


def _proven(path: Path, write: Callable[[Path], object]) -> Backup:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with translated_errors():
        own_files.make_folder(path.parent)
        _remove_leftovers(path.parent)
        try:
            temporary.unlink(missing_ok=True)
            os.close(own_files.create(temporary, os.O_EXCL))
            write(temporary)
            entries, seal = gate.examine(temporary)
            at, size = clock.now(), temporary.stat().st_size
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        heads.write(path, {"sequence": entries, "hash": seal, "at": at})
        return Backup(path, at, entries, size)


def back_up_into(folder: Path, second: Path | None = None) -> Backup:
    """A backup that is named by the shop and the moment, and the old ones thinned out.

    All of the last 24 hours stay, then one a day for 12 days, one a week for 10 weeks, one a
    month for 9 months. The same backup goes into the `second` folder. Raises `BackupFailed`; of
    the second folder, when that in the first is made.
    """
    check_folder(folder, make=True)
    with _told(folder):
        made = back_up(folder / free_name(folder))
        thin_out(folder)
    if second is not None:
        check_folder(second)
        with _told(second):
            _proven(second / free_name(second), lambda to: shutil.copyfile(made.path, to))
            thin_out(second)
    return made


def check_folder(folder: Path, *, make: bool = False) -> None:
    """Raises `BackupFailed` when no backup could be made there now; one that is missing may be
    made where that is allowed (`make`)."""
    there = folder
    while make and not there.exists() and not there.is_symlink() and there != there.parent:
        there = there.parent
    with _told(folder):
        if not there.exists():
            raise BackupFailed(str(folder), "missing")
        if not there.is_dir():
            raise BackupFailed(str(folder), "not_a_folder")
        if not os.access(there, os.W_OK | os.X_OK):
            raise BackupFailed(str(folder), "read_only")
        is_file = isinstance(database.database.obj, SqliteDatabase)
        size = Path(database.database.database).stat().st_size if is_file else 0
        if shutil.disk_usage(there).free < size:
            raise BackupFailed(str(folder), "full")


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What fails inside is told as a `BackupFailed` of this folder."""
    try:
        yield
    except (StorageError, OSError) as error:
        reasons = (reason for kind, reason in _REASONS if isinstance(error, kind))
        raise BackupFailed(str(folder), next(reasons, "other")) from error


# --- the files -----------------------------------------------------------------------------


def backups(folder: Path) -> list[Path]:
    """The backups of the open shop that `back_up_into` made there, newest first.

    Shops whose files lie in one folder share it; each has only its own.
    """
    return list(_of_this_shop(folder))


def made_at(path: Path) -> int:
    """When (UTC ms) a backup was made."""
    if path.stem.startswith("shop-") and path.stem[5:].isdigit():
        return int(path.stem[5:])
    at = heads.read(path).get("at")
    return at if isinstance(at, int) else path.stat().st_mtime_ns // 1_000_000


def copies_of(seals: Collection[str], folder: Path) -> list[Path]:
    """The backups in `folder` of the shops whose journals begin with these seals, and those of
    which nobody can tell whose they are."""
    return [path for path, seal in _found(folder) if seal is None or seal in seals]


def all_in(folder: Path) -> list[Path]:
    """Every backup in `folder`, whosever it is, newest first."""
    found = [path for pattern in _PATTERNS for path in folder.glob(pattern) if path.is_file()]
    return sorted(found, key=made_at, reverse=True)


def _of_this_shop(folder: Path) -> Iterator[Path]:
    here = journal.shop_seal()
    return (path for path, seal in _found(folder) if seal == here)


def _found(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Newest first, each with the seal of its shop, None where it cannot be read."""
    for path in all_in(folder):
        try:
            yield path, heads.read(path).get("shop") or gate.origin(path).first_seal
        except _UNREADABLE as error:
            log.warning("nobody can tell whose backup %s is: %s", path.name, error)
            yield path, None


def newest(folder: Path | None) -> int | None:
    """When (UTC ms) the open shop's newest backup in `folder` was made and proven, or None."""
    made = next(_of_this_shop(folder), None) if folder else None
    return made_at(made) if made else None


def newest_kept(folder: Path) -> tuple[int, int] | None:
    """The entry up to which the open shop's newest backup in `folder` goes, and when (UTC ms) it
    was made; None without any."""
    made = next(_of_this_shop(folder), None)
    return (int(heads.read(made).get("sequence", 0)), made_at(made)) if made else None


def thin_out(folder: Path) -> None:
    """Removes the open shop's backups that the rule of `back_up_into` does not keep."""
    kept: set[tuple[int, int]] = set()
    for path in backups(folder):
        moment = made_at(path)
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
    heads.remove(path)


def free_name(folder: Path, ending: str = ".sqlite3") -> str:
    """`BotBelanja Toko Berkah 2026-11-29 14.32.sqlite3`, in the shop's own time; free there."""
    local = clock.local(clock.now(), session.current.zone)
    words = _NOT_IN_NAMES.sub(" ", preferences.get(preferences.SHOP_NAME)).split()
    name = " ".join(words)[:40].strip(" .")
    name = "" if name == "BotBelanja" else f" {name}".rstrip()
    stem = f"BotBelanja{name} {local:%Y-%m-%d %H.%M}"
    number, free = 1, f"{stem}{ending}"
    while (folder / free).exists():
        number += 1
        free = f"{stem} ({number}){ending}"
    return free


_LEFT = re.compile(r"\..+\.sqlite3(?:\.head|-journal|-wal|-shm)?\.(\d+)(?:-journal|-wal|-shm)?")


def _remove_leftovers(folder: Path) -> None:
    """Removes what backups that were cut off left."""
    for path in folder.glob(".*.sqlite3*"):
        made = _LEFT.fullmatch(path.name)
        if made and int(made[1]) != os.getpid() and not own_files.is_written_by(int(made[1]), path):
            path.unlink(missing_ok=True)


# --- copying -------------------------------------------------------------------------------


def _is_open_shop(path: Path) -> bool:
    if not isinstance(database.database.obj, SqliteDatabase) or not path.exists():
        return False
    return path.samefile(database.database.database)


def _copy_to(path: Path) -> None:
    if not isinstance(database.database.obj, SqliteDatabase):
        with snapshot():
            fill(path, _all_rows)
        return
    sqlite_driver.copy(database.database.connection(), path)


def free_aside(path: Path) -> Path:
    """Where what stands at `path` now can be put aside: a name with the moment, free there."""
    local = clock.local(clock.now(), session.current.zone)
    stem, number = f"{path.stem}{opening.ASIDE}{local:%Y-%m-%d %H.%M}", 1
    aside = path.with_name(f"{stem}.sqlite3")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem} ({number}).sqlite3")
    return aside


def copy_aside(folder: Path) -> Path:
    """A copy of the open shop as it is, whole or not, before another takes its place on a server:
    it is then `set_aside_in` that folder."""
    own_files.make_folder(folder)
    aside = free_aside(folder / _OF_SERVER)
    temporary = aside.with_name(f".{aside.name}.{os.getpid()}")
    try:
        os.close(own_files.create(temporary, os.O_EXCL))
        _copy_to(temporary)
        return temporary.replace(aside)
    finally:
        temporary.unlink(missing_ok=True)


def set_aside_in(folder: Path) -> list[Path]:
    """What `copy_aside` put there, newest first."""
    return opening.set_aside(folder / _OF_SERVER)


def _all_rows(table: str) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    server = ServerEnd(database.database.connection())
    columns = server.columns(table)
    return columns, server.read(table, columns, 0)


def rows_in(file: Any) -> RowsOf:
    """The rows of a file that is open."""

    def rows(table: str) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
        columns = [row[1] for row in file.execute(f'PRAGMA table_info("{table}")')]
        return columns, file.execute(f'SELECT {_quoted(columns)} FROM "{table}"')

    return rows


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def begin_file(fresh: Any, like: Any = None) -> None:
    """Makes the tables of a shop in an empty file or database, without a row in them.

    They are those of the file `like`, by default those of this program.
    """
    if isinstance(fresh, SqliteDatabase):
        fresh.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    if like is None:
        gate.runner(fresh).up()
    else:
        gate.bring_up(fresh, like)
    with fresh.atomic():
        for table in {"counter", "touched_row"}.intersection(fresh.get_tables()):
            fresh.execute_sql(f"DELETE FROM {table}")


def fill(path: Path, rows_of: RowsOf, like: Any = None) -> None:
    """Makes a fresh shop at `path` and copies every row into it, table by table.

    It has the tables of the file `like`, by default those of this program.
    """
    fresh = sqlite_driver.Engine(
        str(path), pragmas={"journal_mode": "delete", "synchronous": "full"}
    )
    with closing(fresh):
        begin_file(fresh, like)
        with fresh.atomic():
            there = fresh.get_tables()
            for table in _TABLE_NAMES:
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
