"""Opening and closing a shop: its file or its server, the right tables in it, and its news.

    with open_shop("sqlite:///shop.sqlite3", station="2") as shop:
        orders.place(cart)

One process has one shop open. Several processes may open the same one.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from models import clock, database, errors, journal, places, preferences, session
from models.database import APPLICATION_ID, told

if TYPE_CHECKING:
    from models.pulse import Pulse

log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(eq=False)
class Shop:
    """The shop that is open. `path` is its file, None for PostgreSQL."""

    url: str
    station: str
    path: Path | None
    _stops: list[Callable[[], None]] = field(default_factory=list)

    @property
    def news_path(self) -> Path | None:
        """A small file rewritten after every commit of every process, to be watched."""
        return self.path.with_name(self.path.name + "-news") if self.path else None

    @property
    def backup_folder(self) -> Path | None:
        """Where the backups of a shop file are kept: beside it."""
        return self.path.parent / "backups" if self.path else None

    @property
    def engine(self) -> str:
        """The database at work, with its version: `SQLite 3.53.4`."""
        if self.path:
            return f"SQLite {database.sqlite_version()}"
        with told():
            version = database.database.execute_sql("SHOW server_version").fetchone()[0]
        return f"PostgreSQL {version}"

    def check_place(self) -> None:
        """Raises `FileGone` when the shop's file was taken away while it is open."""
        database.check_place()

    def pulse(self, wake: Callable[[], object]) -> "Pulse | None":
        """Who tells what other machines did on PostgreSQL, and when it is gone; None for SQLite."""
        if self.path is not None:
            return None
        from models.pulse import Pulse

        return Pulse(wake)

    @contextmanager
    def connection(self) -> Iterator[None]:
        """A connection of the calling thread's own, closed at the end."""
        with told():
            database.database.connect(reuse_if_open=True)
        try:
            yield
        finally:
            if not database.database.is_closed():
                database.database.close()

    def close(self) -> None:
        """Closes this thread's connection and stops telling the news."""
        while self._stops:
            self._stops.pop()()
        if not database.database.is_closed():
            with told():
                database.database.close()

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


def _at_once(work: Callable[[], object]) -> None:
    work()


def open_shop(url: str, *, station: str = "1", patience: Patience = _at_once) -> Shop:
    """Opens the shop at `url` (`sqlite:///path`, a plain path, `postgresql://…`), making it if new.

    A file is copied aside before its tables are migrated, which is done under `patience`, on
    whatever thread that does it. Raises `NetworkPlace`, `NewerShop`,
    `NotAShop`, `UnfitSqlite`, `MissingDriver`, `ConnectionLost`, `CannotOpen`, `ReadOnly`,
    `DiskFull`, `Damaged`; what was there is then untouched.
    """
    path = None if places.is_postgres(url) else places.file_of(url)
    if path is not None:
        _prepare_file(path)
    database.bind(url, station=station)
    try:
        with told():
            database.database.connect(reuse_if_open=True)
            _migrate(path, patience)
        session.current.station = station
        session.current.staff = ""
        session.current.zone = preferences.get(preferences.ZONE)
    except BaseException:
        if not database.database.is_closed():
            database.database.close()
        raise
    shop = Shop(url, station, path)
    if shop.news_path is not None:
        shop._stops.append(_tell_others(shop.news_path))
    log.info("shop opened, journal at %d", journal.newest())
    return shop


def _prepare_file(path: Path) -> None:
    kind = places.network_kind(path)
    if kind:
        raise errors.NetworkPlace(kind)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            # Only its owner may read the shop; SQLite gives the same mode to its side files.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            return
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError as error:
        raise errors.ReadOnly(str(error)) from error
    except OSError as error:
        raise errors.CannotOpen(str(error)) from error
    if not head:
        return
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise errors.NotAShop(path.name)
    # Ours are marked before their first table is made; until then there is one page, the header's.
    mark, pages = int.from_bytes(head[68:72], "big"), int.from_bytes(head[28:32], "big")
    if mark != APPLICATION_ID and (mark or pages > 1):
        raise errors.NotAShop(path.name)
    if not os.access(path, os.W_OK):
        raise errors.ReadOnly(path.name)


def _migrate(path: Path | None, patience: Patience) -> None:
    known = {file.stem for file in MIGRATIONS.glob("[0-9]*.py")}
    there = set(database.database.get_tables())
    applied = _applied() if "schema_migration" in there else set()
    if newer := sorted(applied - known):
        raise errors.NewerShop(newer[-1])
    if not applied and there - {"schema_migration"}:
        raise errors.NotAShop("other tables")
    if applied == known:
        return
    if applied:
        patience(partial(_bring_up, path))
        return
    if path is not None:
        database.database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    _run_migrations()


def _bring_up(path: Path | None) -> None:
    """A shop of an earlier version becomes one of this version."""
    is_our_own = database.database.is_closed()  # on another thread
    with told():
        database.database.connect(reuse_if_open=True)
        try:
            if path is not None:
                _copy_aside(path)
            _run_migrations()
        finally:
            if is_our_own:
                database.database.close()


def _run_migrations() -> None:
    from playhouse.migrations import Runner

    Runner(database.database.obj, str(MIGRATIONS)).up()


def _applied() -> set[str]:
    found = database.database.execute_sql("SELECT name FROM schema_migration").fetchall()
    return {name for (name,) in found}


def _copy_aside(path: Path) -> None:
    copy = path.with_name(f"{path.name}.before-{clock.now()}")
    database.database.execute_sql("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o600)
    log.info("copied aside before migration: %s", copy.name)


def _tell_others(news: Path) -> Callable[[], None]:
    """Rewrites the news file after each commit, so that watchers in other processes wake."""
    with told():
        descriptor = os.open(news, os.O_CREAT | os.O_WRONLY, 0o600)

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
