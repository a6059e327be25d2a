"""Opening and closing a shop: its file or its server, the right tables in it, and its news.

    with open_shop("sqlite:///shop.sqlite3", station="2") as shop:
        orders.place(cart)

One process has one shop open. Several processes may open the same one.
"""

import glob
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from peewee import SqliteDatabase

from models import clock, errors, session
from models.journal import journal
from models.settings import preferences
from models.storage import database, locations, own_files, sqlite_driver, touched_rows
from models.storage.database import APPLICATION_ID, translated_errors
from models.sums import sums_anew

if TYPE_CHECKING:
    from models.storage.connection_monitor import ConnectionMonitor

log = logging.getLogger(__name__)

#: So begin the folders of copies to play with (`models.shop.places.training`).
TRAINING = "training-"
#: Stands in the name of a file that made room for another.
ASIDE = " before restore "
#: Stands in the name of a file that is being made to take the place of another; behind it stands
#: the number of the program that makes it.
_FRESH = ".restoring"
MIGRATIONS = Path(__file__).parents[1] / "storage" / "migrations"


@dataclass(eq=False)
class Shop:
    """The shop that is open. `path` is its file, None for PostgreSQL, where `own_path` is with what
    this station goes on alone (`models.shop.offline`); `on_close` is called, from the last to the
    first, before its connection is given up."""

    url: str
    station: str
    path: Path | None
    own_path: Path | None = None
    on_close: list[Callable[[], None]] = field(default_factory=list)
    own_backups: Path | None = None

    @property
    def is_away(self) -> bool:
        """Whether the server is away and this station goes on alone, in its own file."""
        return database.database.is_away

    @property
    def news_path(self) -> Path | None:
        """A small file rewritten after every commit of every process, to be watched."""
        return self.path.with_name(self.path.name + "-news") if self.path else None

    @property
    def backup_folder(self) -> Path | None:
        """Where the backups are kept, if this station makes them."""
        return self.path.parent / "backups" if self.path else self.own_backups

    @property
    def engine(self) -> str:
        """The database at work, with its version: `SQLite 3.53.4`."""
        if self.path:
            return f"SQLite {database.sqlite_version()}"
        if self.is_away:
            return "PostgreSQL"
        with translated_errors():
            version = database.database.execute_sql("SHOW server_version").fetchone()[0]
        return f"PostgreSQL {version}"

    def check_file_identity(self) -> None:
        """Raises `ShopFileMoved` when the shop's file was taken away while it is open."""
        database.check_file_identity()

    def connection_monitor(self, wake: Callable[[], object]) -> "ConnectionMonitor | None":
        """Who tells what other machines did on PostgreSQL, and when it is gone; None for SQLite."""
        if self.path is not None:
            return None
        from models.storage.connection_monitor import ConnectionMonitor

        return ConnectionMonitor(wake)

    @contextmanager
    def connection(self) -> Iterator[None]:
        """A connection of the calling thread's own, closed at the end."""
        with translated_errors():
            database.database.connect(reuse_if_open=True)
        try:
            yield
        finally:
            database.database.close_here()

    def close(self) -> None:
        """Closes this thread's connection and stops telling the news."""
        while self.on_close:
            self.on_close.pop()()
        with translated_errors():
            database.database.close_here()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


#: Does some work that may take minutes, and comes back when it is done.
Patience = Callable[[Callable[[], object]], object]


def at_once(work: Callable[[], object]) -> None:
    work()


def open_shop(
    url: str, *, station: str = "1", patience: Patience = at_once, make: bool = True
) -> Shop:
    """Opens the shop at `url` (`sqlite:///path`, a plain path, `postgresql://…`).

    Where nobody has set one up yet it is made; with `make=False` nothing is written there, and
    `NoShop` raised. A file is copied aside before its tables are migrated, which is done under
    `patience`, on whatever thread that does it. Raises `ShopMoved`, `BadAddress` and the
    `StorageError` that fits; what was there is then untouched.
    """
    path = None if locations.is_postgres(url) else locations.file_of(url)
    if path is not None and not is_there(path, make):
        raise errors.NoShop(locations.shown(url))
    database.bind(url, station=station)
    database.at_begin[:] = [_check_tables, touched_rows.note_others]
    database.before_commit[:] = [journal.enter_the_rest]
    session.current.station = station
    session.current.staff = ""
    session.current.is_undecided = False
    session.current.is_training = path is not None and path.parent.name.startswith(TRAINING)
    try:
        database.connect()
        with translated_errors():
            applied = _applied()
            if not (make or _is_begun(applied)):
                raise errors.NoShop(locations.shown(url))
            _migrate(path, patience, applied)
        preferences.follow()
        if place := preferences.get(preferences.MOVED_TO):
            raise errors.ShopMoved(place)
    except BaseException:
        if not database.database.is_closed():
            database.database.close()
        raise
    shop = Shop(url, station, path)
    if path is not None:
        for left in leftovers(path):
            left.unlink(missing_ok=True)
    if shop.news_path is not None:
        shop.on_close.append(_tell_others(shop.news_path))
    log.info("shop opened, journal at %d", journal.newest())
    return shop


def sqlite_at_work() -> tuple[str, bool]:
    """The version of SQLite with its driver, and whether a shop is safe with it."""
    version = f"{database.sqlite_version()} ({sqlite_driver.NAME})"
    return version, database.is_fit(sqlite_driver.VERSION)


def is_there(path: Path, make: bool = False) -> bool:
    """Whether a file stands there that may be a shop; one that has nothing in it is made."""
    kind = locations.network_kind(path)
    if kind:
        raise errors.NetworkPlace(kind)
    try:
        if make:
            own_files.make_folder(path.parent)
            # Only its owner may read the shop; SQLite gives the same mode to its side files.
            os.close(own_files.create(path))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except PermissionError as error:
        raise errors.ReadOnly(str(error)) from error
    except OSError as error:
        raise errors.CannotOpen(str(error)) from error
    if not head:
        return make
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise errors.NotAShop(path.name)
    # Ours are marked before their first table is made; until then there is one page, the header's.
    mark, pages = int.from_bytes(head[68:72], "big"), int.from_bytes(head[28:32], "big")
    if mark != APPLICATION_ID and (mark or pages > 1):
        raise errors.NotAShop(path.name)
    if not os.access(path, os.W_OK):
        raise errors.ReadOnly(path.name)
    return True


def fresh_name(path: Path) -> Path:
    """Where a file is made that is to take the place of the shop at `path`."""
    return path.with_name(f"{path.name}{_FRESH}.{os.getpid()}")


def leftovers(path: Path) -> list[Path]:
    """What such a work that was cut off left, and not what another program is at: SQLite's own
    files beside it, and a second name that the shop's file was given before it was to make room."""
    fresh = [x for x in path.parent.glob(f"{glob.escape(path.name)}{_FRESH}*") if _is_left(x)]
    return [*fresh, *(aside for aside in set_aside(path) if _is_same_file(aside, path))]


def _is_left(fresh: Path) -> bool:
    number = fresh.name.partition(f"{_FRESH}.")[2].partition("-")[0]
    is_of_another = number.isdecimal() and int(number) != os.getpid()
    return not (is_of_another and own_files.is_written_by(int(number), fresh))


def set_aside(path: Path) -> list[Path]:
    """What restores and migrations put beside the shop's file, newest first."""
    stem, name = glob.escape(path.stem), glob.escape(path.name)
    patterns = (f"{stem}{ASIDE}*.sqlite3", f"{name}.before-*")
    found = [aside for pattern in patterns for aside in path.parent.glob(pattern)]
    return sorted(found, key=lambda aside: aside.stat().st_mtime_ns, reverse=True)


def _is_same_file(aside: Path, path: Path) -> bool:
    return path.exists() and aside.samefile(path)


def make_tables(own: Path) -> None:
    """A station's own file, of which this thread speaks, gets the tables of this version.

    Raises `StorageError`.
    """
    is_there(own, make=True)
    with translated_errors():
        applied = _applied()
        if not applied:
            database.database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        if applied != _known():
            run_migrations(database.database.obj)
            enter_migrated()


def meet_server() -> None:
    """A server that was away gets the tables of this version, if it has not. Raises
    `StorageError`."""
    with translated_errors():
        _migrate(None, at_once, _applied())


def _is_begun(applied: set[str]) -> bool:
    """Whether somebody set a shop up in the database that is open; its tables alone are none."""
    return bool(applied) and journal.newest() > 0


def _applied() -> set[str]:
    """The migrations that the open database has been through. Raises `NewerShop`, `NotAShop`."""
    there = set(database.database.get_tables())
    applied = set()
    if "schema_migration" in there:
        found = database.database.execute_sql("SELECT name FROM schema_migration").fetchall()
        applied = {name for (name,) in found}
    is_file = isinstance(database.database.obj, SqliteDatabase)
    check_applied(applied, there, errors.NotAShop if is_file else errors.OtherDatabase)
    return applied


def _check_tables() -> None:
    """Raises `NewerShop` when a newer program has migrated the shop while it is open here."""
    newest = database.database.execute_sql("SELECT MAX(name) FROM schema_migration").fetchone()
    if newest[0] and newest[0] not in _known():
        raise errors.NewerShop(newest[0])


def check_applied(applied: set[str], tables: set[str], none_of_ours: type[errors.NotAShop]) -> None:
    """Whether a database that went through these migrations, and has these tables, is one of ours
    or empty. Raises `NewerShop`, and `none_of_ours`."""
    if newer := sorted(applied - _known()):
        raise errors.NewerShop(newer[-1])
    if not applied and tables - {"schema_migration"}:
        raise none_of_ours("other tables")


@cache
def _known() -> frozenset[str]:
    return frozenset(file.stem for file in MIGRATIONS.glob("[0-9]*.py"))


def _migrate(path: Path | None, patience: Patience, applied: set[str]) -> None:
    if applied == _known() and not (
        touched_rows.is_unfinished(database.database) or sums_anew.is_due()
    ):
        return
    if applied:
        patience(partial(_bring_up, path))
        return
    if path is not None:
        database.database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    _run_migrations(path)


def _bring_up(path: Path | None) -> None:
    """A shop of an earlier version becomes one of this version."""
    is_our_own = database.database.is_closed()  # on another thread
    with translated_errors():
        database.database.connect(reuse_if_open=True)
        try:
            if path is not None:
                _copy_aside(path)
            _run_migrations(path)
        finally:
            if is_our_own:
                database.database.close()


def _run_migrations(path: Path | None) -> None:
    engine = database.database.obj
    if path is None:  # several computers may begin in the same moment
        engine.execute_sql(f"SELECT pg_advisory_lock({APPLICATION_ID})")
    try:
        run_migrations(engine)  # whoever comes second finds nothing to do
        catch_up()
        if path is None:
            engine.seal_journal()
    finally:
        if path is None:
            engine.execute_sql(f"SELECT pg_advisory_unlock({APPLICATION_ID})")


def run_migrations(engine: Any) -> None:
    """Brings the tables of a database up to this version; `catch_up` comes after it."""
    from playhouse.migrations import Runner  # loads half of Peewee's extras: only when needed

    runner = Runner(engine, str(MIGRATIONS))
    if any(migration.applied is None for migration in runner.status()):
        touched_rows.begin_migrating(engine)
        runner.up()


def catch_up() -> None:
    """After its tables, what stands in the open shop becomes that of this version: its journal,
    and its sums by its own calendar."""
    enter_migrated()
    preferences.follow()
    if sums_anew.is_due():
        days = sums_anew.make_anew()
        log.info("sums counted anew; days that read otherwise: %s", days or "none")


def enter_migrated() -> None:
    """The journal of the open shop takes in what migrations wrote, also if they were cut off."""
    engine = database.database.obj
    if touched_rows.is_unfinished(engine):
        with database.database.atomic():
            new = touched_rows.unwatched(engine)
            touched_rows.watch(engine, new)
            journal.enter_migrated(new)
            touched_rows.end_migrating(engine)


def _copy_aside(path: Path) -> None:
    copy = path.with_name(f"{path.name}.before-{clock.now()}")
    database.database.execute_sql("VACUUM INTO ?", (str(copy),))
    own_files.restrict(copy)
    log.info("copied aside before migration: %s", copy.name)


def _tell_others(news: Path) -> Callable[[], None]:
    """Rewrites the news file after each commit, so that watchers in other processes wake."""
    with translated_errors():
        descriptor = own_files.create(news)

    def write() -> None:
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, b"%020d" % clock.now())
        except OSError:  # a full disk must not make a stored order look failed
            log.warning("news file not written", exc_info=True)

    stop = journal.listen(write)

    def close() -> None:
        stop()
        os.close(descriptor)

    return close
