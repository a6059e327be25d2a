"""The shop goes to another place: every table, the journal with its hashes, and the sequences.

On its way it is a file that passes the gate, as a backup does. Until the last step there is no
shop at the other place: what counts the journal comes last, with all that follows from it, in one
transaction. Whatever cuts a copy off before, the next one goes on with it, if the shop is still
what it was.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from models import events, session
from models.errors import (
    Busy,
    CopyDiffers,
    GrewMeanwhile,
    JournalIsOwners,
    OwnerWanted,
    PlaceTaken,
)
from models.journal import journal, rights
from models.settings import preferences
from models.shop import backup, gate, opening, restore, verify
from models.shop.gate import ShopInfo
from models.shop.places import server_setup
from models.shop.places.peek import peek
from models.shop.removal import erase
from models.shop.removal.tables_owner import Login, acting_by, needs_login
from models.storage import database, locations, own_files, sqlite_driver, touched_rows
from models.storage.database import transaction, translated_errors
from models.storage.row_copying import End, FileEnd, Progress, ServerEnd, copy_rows, unwatched
from models.storage.tables import TABLES, Journal, Order

_COUNTER = "counter"
_NAMES = tuple(table._meta.table_name for table in TABLES)
#: Begins the name of the counter that says of what an unfinished copy is one.
_MARK = "copy of "
_PATIENT = "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0"


#: Who made the tables that are there, where others than the name that asks may not replace them.
_OTHER_OWNER = (
    "SELECT relowner::regrole::text FROM pg_class WHERE relkind = 'r' AND relnamespace = "
    "current_schema()::regnamespace AND NOT pg_has_role(relowner, 'USAGE') LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What was copied, counted at the new place: `rows` of all tables, the orders and the entries
    of the journal among them."""

    rows: int
    orders: int
    entries: int


@dataclass(frozen=True, slots=True)
class _Head:
    """The newest entry of a journal."""

    sequence: int
    hash: str


def look(url: str) -> ShopInfo | None:
    """What `peek` tells of a place to which the shop may go; where there is no shop yet it is one
    to which it can. Raises what `peek` raises, and `OwnerWanted`."""
    found = peek(url)
    if found is None and locations.is_postgres(url):
        with _connected(url) as server, translated_errors():
            user = server.execute_sql("SELECT current_user").fetchone()[0]
            other = server.execute_sql(_OTHER_OWNER).fetchone()
            may_make = "SELECT has_schema_privilege(current_schema(), 'CREATE')"
            if other is not None or not server.execute_sql(may_make).fetchone()[0]:
                raise OwnerWanted(user, other[0] if other else server_setup.OWNER, user)
    return found


@rights.checked("place.move")
def move(url: str, folder: Path, progress: Progress = unwatched) -> Arrived:
    """Takes the open shop to `url`: a server's empty database, or a file that is not there yet.

    Nobody else may have it open. Afterwards it stands there, verified, and the place that it had
    says where it went; the open shop is to be closed. In `folder` lies meanwhile what is on its
    way to a server. Tells what arrived there. Raises `PlaceTaken`, `GrewMeanwhile`, `Busy`,
    `CopyStopped`, `CopyDiffers`, and what `look` raises; the shop is then where it was.
    """
    with translated_errors():
        _be_alone()
    on_server = locations.is_postgres(url)
    if on_server and preferences.get(preferences.BACKUP_STATION) != session.current.station:
        preferences.put(preferences.BACKUP_STATION, session.current.station)
    head = _head(database.database.execute_sql)
    place = folder / "moving.sqlite3" if on_server else locations.file_of(url)
    way = place.with_name(f".{place.name}.moving")
    if not _stands_there(url, head, _identity()):
        with translated_errors():
            _set_out(way, head, progress)
            _arrive(way, url, head, progress)
    arrived = _compare(url, head)
    try:
        _leave(head, locations.shown(url))
    except BaseException:
        _take_back(url, head)
        raise
    way.unlink(missing_ok=True)
    return arrived


def bring(file: Path, url: str, folder: Path, progress: Progress = unwatched) -> Arrived:
    """Makes a shop of the backup `file` in a server's empty database, by the gate of all backups.

    In `folder` lies meanwhile what is on its way. Raises what `restore.bring` and `look` raise,
    `PlaceTaken`, `CopyStopped` and `CopyDiffers`; there is then no shop.
    """
    with _proven_in(folder, file) as way:
        with gate.reading(way) as source:
            head = _head(source.execute)
        if not _stands_there(url, head):
            with translated_errors():
                _arrive(way, url, head, progress)
        return _compare(url, head)


@rights.checked("backup.restore")
def replace(
    file: Path, folder: Path, login: Login | None = None, progress: Progress = unwatched
) -> Path:
    """Puts the backup `file` in the place of the open shop, which is on a server; the file in
    `folder` in which a copy of what stood there is from now on.

    Nobody else may be connected. It is one transaction: whatever cuts it off, the shop is what it
    was. Where the login at work does not own the tables, that of their owner is given. Raises what
    `restore.sign` raises, `Busy`, `JournalIsOwners`, `CopyStopped` and `CopyDiffers`.
    """
    with _proven_in(folder, file) as way, translated_errors():
        _be_alone()
        aside = backup.copy_aside(folder)
        name = database.database.obj.address.user
        with acting_by(login):
            if needs_login():
                raise JournalIsOwners
            server = database.database.obj
            server.execute_sql(_PATIENT)
            with gate.reading(way) as source, server.atomic():
                left = _head(server.execute_sql)
                server.execute_sql("SET LOCAL lock_timeout = '5s'")
                erase.drop_tables(server)
                backup.begin_file(server)
                _pour(FileEnd(source), server, ServerEnd(server.connection()), progress)
                if login is not None:
                    for statement in server_setup.entry_of(f'"{name}"'):
                        server.execute_sql(statement)
                facts = {"from": file.name, "aside": aside.name, "left": asdict(left)}
                journal.append(events.RESTORED, facts)
                server.seal_journal()
    return aside


@contextmanager
def _proven_in(folder: Path, file: Path) -> Iterator[Path]:
    """A backup that passed the gate, as a shop of this version, while it is copied."""
    way = folder / ".moving.sqlite3.bringing"
    way.unlink(missing_ok=True)
    try:
        restore.bring(file, way)
        with _bound_to(str(way)):
            opening.catch_up()
        yield way
    finally:
        way.unlink(missing_ok=True)


# --- the way --------------------------------------------------------------------------------


def _stands_there(url: str, head: _Head, left: object = None) -> bool:
    """Whether it went there before, and only the end was cut off: another place than the one that
    is `left`, if one is. Raises `PlaceTaken`."""
    if look(url) is None:
        return False
    with _bound_to(url):
        is_other = left is None or _identity() != left
        if not is_other or _head(database.database.execute_sql) != head:
            raise PlaceTaken(locations.shown(url))
    return True


def _identity() -> object:
    """What the bound database has in common with no other one."""
    if isinstance(database.database.obj, SqliteDatabase):
        found = Path(database.database.database).stat()
        return found.st_dev, found.st_ino
    sql = "SELECT pg_postmaster_start_time(), oid FROM pg_database WHERE datname = "
    return database.database.execute_sql(f"{sql} current_database()").fetchone()


def _set_out(way: Path, head: _Head, progress: Progress) -> None:
    """The open shop, in a file of its own that is proven."""
    own_files.make_folder(way.parent)
    if isinstance(database.database.obj, SqliteDatabase):
        _clear(way)
        sqlite_driver.copy(database.database.connection(), way)
    else:
        _fill_from_server(way, head, progress)
    if gate.examine(way) != (head.sequence, head.hash):
        _clear(way)
        raise GrewMeanwhile


def _clear(way: Path) -> None:
    """An empty file that only its owner reads."""
    for file in (way, way.with_name(f"{way.name}-journal")):
        file.unlink(missing_ok=True)
    os.close(os.open(way, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _fill_from_server(way: Path, head: _Head, progress: Progress) -> None:
    if not (way.exists() and _is_on_its_way(way, head)):
        _clear(way)
    with closing(database.database.obj.dial()) as server, closing(_file(way)) as fresh:
        server.execute(_PATIENT)
        server.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        if _head(server.execute) != head:
            raise GrewMeanwhile
        if not fresh.get_tables():
            backup.begin_file(fresh)
            _mark(fresh, head)
        if _is_copy_of(fresh, head):
            _pour(ServerEnd(server), fresh, FileEnd(fresh.connection()), progress)


def _is_on_its_way(way: Path, head: _Head) -> bool:
    with closing(_file(way)) as file:
        is_whole = _COUNTER in file.get_tables() and _head(file.execute_sql) == head
        return is_whole or _is_copy_of(file, head)


def _file(path: Path) -> Any:
    return sqlite_driver.Engine(
        str(path), pragmas={"journal_mode": "delete", "synchronous": "full"}
    )


def _arrive(way: Path, url: str, head: _Head, progress: Progress) -> None:
    if not locations.is_postgres(url):
        os.link(way, locations.file_of(url))  # fails where something stands by now
        way.unlink()
        return
    with _connected(url) as server, gate.reading(way) as source:
        server.execute_sql(_PATIENT)
        if not _is_copy_of(server, head):
            with server.atomic():
                erase.drop_tables(server)
            backup.begin_file(server)
            _mark(server, head)
        _pour(FileEnd(source), server, ServerEnd(server.connection()), progress)
        server.seal_journal()


def _pour(source: End, target: Any, end: End, progress: Progress) -> None:
    """Copies what is missing, and makes a shop of it."""
    copy_rows(source, end, target.atomic, [x for x in _NAMES if x != _COUNTER], progress)
    with target.atomic():
        columns = source.columns(_COUNTER)
        target.execute_sql(f"DELETE FROM {_COUNTER}")
        end.write(_COUNTER, columns, list(source.read(_COUNTER, columns, 0)))
        touched_rows.watch(target, touched_rows.unwatched(target))
        if not isinstance(target, SqliteDatabase):
            _set_sequences(target)
    for table in _NAMES:
        if source.count(table) != end.count(table):
            raise CopyDiffers(table)


def _set_sequences(server: Any) -> None:
    """The next number of each table is the one after the largest."""
    found = server.execute_sql(
        "SELECT sequence.oid::regclass::text, owner.relname, attname FROM pg_class AS sequence "
        "JOIN pg_depend ON objid = sequence.oid AND classid = 'pg_class'::regclass "
        "AND deptype IN ('a', 'i') JOIN pg_class AS owner ON owner.oid = refobjid "
        "JOIN pg_attribute ON attrelid = owner.oid AND attnum = refobjsubid "
        "WHERE sequence.relkind = 'S' AND owner.relnamespace = current_schema()::regnamespace"
    )
    for sequence, table, column in found.fetchall():
        largest = f'SELECT max("{column}") FROM "{table}"'
        server.execute_sql(
            f"SELECT setval('{sequence}', coalesce(({largest}), 1), ({largest}) > 0)"
        )


def _mark(target: Any, head: _Head) -> None:
    target.execute_sql(f"INSERT INTO {_COUNTER} VALUES ('{_MARK}{head.hash}', 0)")


def _is_copy_of(target: Any, head: _Head) -> bool:
    """Whether an unfinished copy of this shop stands there."""
    if _COUNTER not in target.get_tables():
        return False
    sql = f"SELECT 1 FROM {_COUNTER} WHERE name = '{_MARK}{head.hash}'"
    return target.execute_sql(sql).fetchone() is not None


# --- the end --------------------------------------------------------------------------------


def _compare(url: str, head: _Head) -> Arrived:
    """What was copied is looked at in its new place as a whole. Raises `CopyDiffers`."""
    with _bound_to(url):
        there, found = _head(database.database.execute_sql), verify.verify().findings
        counts = {table: table.select().count() for table in TABLES}
    if there != head or (found and found != verify.verify().findings):
        raise CopyDiffers("verify")
    return Arrived(sum(counts.values()), counts[Order], counts[Journal])


def _leave(head: _Head, place: str) -> None:
    """From now on whoever opens the place that is left is told where the shop went."""
    with translated_errors():
        _be_alone()
    with transaction(passing=True):
        if _head(database.database.execute_sql) != head:
            raise GrewMeanwhile
        preferences.write(preferences.MOVED_TO, place)


def _take_back(url: str, head: _Head) -> None:
    """There is no shop at `url` any more."""
    if not locations.is_postgres(url):
        locations.file_of(url).unlink(missing_ok=True)
        return
    with _connected(url) as server, server.atomic():
        if _head(server.execute_sql) == head:
            erase.drop_tables(server)


def _be_alone() -> None:
    """Raises `Busy` when somebody else has the open shop open, too."""
    if not isinstance(database.database.obj, SqliteDatabase):
        erase.wait_until_alone()
    elif database.database.execute_sql("PRAGMA journal_mode = delete").fetchone()[0] != "delete":
        raise Busy("the shop is open elsewhere")


def _head(execute: Any) -> _Head:
    found = execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    return _Head(*(found or (0, "")))


@contextmanager
def _connected(url: str) -> Iterator[Any]:
    from models.storage import postgres

    server = postgres.engine(url, session.current.station)
    with server.diagnosed():
        server.connect()
    try:
        yield server
    finally:
        server.close()


@contextmanager
def _bound_to(url: str) -> Iterator[None]:
    """What asks the open shop asks the one at `url` meanwhile."""
    calendar = session.current.calendar
    if locations.is_postgres(url):
        with _connected(url) as server:
            server.execute_sql(_PATIENT)
            yield from _asked(server, calendar)
        return
    with closing(_file(locations.file_of(url))) as file:
        yield from _asked(file, calendar)


def _asked(engine: Any, calendar: session.Calendar) -> Iterator[None]:
    with database.database.speaking_to(engine):
        try:
            preferences.follow()
            yield
        finally:
            session.current.zone, session.current.day_ends = calendar
