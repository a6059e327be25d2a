"""The one file that knows the engines: SQLite for one machine, PostgreSQL for several.

A verb writes inside `transaction()`, a question reads with `rows()`, several questions that must
agree with each other read inside `snapshot()`. Peewee describes the schema and builds the
queries; the few hot statements are built once as `Statement` and then run as plain tuples.
"""

import logging
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from peewee import (
    ColumnBase,
    DatabaseError,
    InterfaceError,
    ModelSelect,
    PostgresqlDatabase,
    Query,
    SqliteDatabase,
    Value,
    fn,
)

from models import clock, errors
from models.storage import sqlite_driver
from models.storage.engines import Engines
from models.storage.locations import file_of, is_postgres
from models.storage.shop_file import ShopFile

if TYPE_CHECKING:
    from models.storage.postgres import Postgres

database = Engines()
log = logging.getLogger(__name__)

#: Called with no arguments after every commit, on the committing thread; they only wake readers.
after_commit: list[Callable[[], None]] = []

#: What a transaction does first (`at_begin()`) and last (`before_commit(passing)`) inside itself,
#: set when a shop is opened.
at_begin: list[Callable[[], None]] = []
before_commit: list[Callable[[bool], None]] = []

#: Marks our SQLite files ("BBLJ"), see `PRAGMA application_id`.
APPLICATION_ID = 0x42424C4A
NEWS_CHANNEL = "botbelanja"

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "recursive_triggers": 1,
    "fullfsync": 1,
}

Shape = TypeVar("Shape")


def sqlite_version() -> str:
    """The version of the SQLite at work: `3.53.4`."""
    return ".".join(map(str, sqlite_driver.VERSION))


def bind(url: str, *, station: str) -> None:
    """Points `database` at `url`. Nothing is opened yet.

    Raises `MissingDriver`, `BadAddress`, `UnfitSqlite`.
    """
    database.close_here()  # one process has one shop open
    clock.go_by(0)
    if is_postgres(url):
        from models.storage import postgres

        database.initialize(postgres.engine(url, station))
    else:
        if not is_fit(sqlite_driver.VERSION):
            raise errors.UnfitSqlite(sqlite_version())
        database.initialize(file_engine(file_of(url)))


def file_engine(path: Path) -> ShopFile:
    """The engine of the shop's file at `path`, as it is written to."""
    return ShopFile(
        str(path), pragmas=PRAGMAS, lock_type="IMMEDIATE", timeout=5,
        **sqlite_driver.MANY_STATEMENTS,
    )  # fmt: skip


def connect() -> None:
    """Connects for the first time. Raises the `StorageError` that says why not."""
    with translated_errors():
        if isinstance(database.obj, SqliteDatabase):
            database.connect(reuse_if_open=True)
            return
        server: Postgres = database.obj
        with server.diagnosed():
            database.connect(reuse_if_open=True)
        server.check(database.connection())
        server.follow_clock(database.connection())


def is_fit(version: tuple[int, ...]) -> bool:
    """Whether that SQLite cannot damage a shop."""
    # The WAL-reset fault is mended in 3.51.3, and in the branches 3.50.7 and 3.44.6.
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


# --- reading and writing -------------------------------------------------------------------


@contextmanager
def transaction(*, passing: bool = False) -> Iterator[None]:
    """One verb: everything inside is stored together or not at all; readers are woken after.

    What is written and stands in no entry of the journal is entered at the end, unless it is
    `passing`: a draft, a wrong PIN, a paper on its way.

    Writers take turns from the first statement on (SQLite: BEGIN IMMEDIATE; PostgreSQL: the lock
    on the journal's counter row), so what a verb has read stays true until it has written.
    Raises the `StorageError` that fits when the engine fails.
    """
    with database.kept(), translated_errors():
        check_file_identity()
        is_outermost = not database.in_transaction()  # Peewee counts no savepoints
        with database.atomic():
            if isinstance(database.obj, PostgresqlDatabase):
                database.execute_sql("SELECT value FROM counter WHERE name = 'journal' FOR UPDATE")
            for begin in at_begin if is_outermost else ():
                begin()
            yield
            for end in before_commit if is_outermost else ():
                end(passing)
            if isinstance(database.obj, PostgresqlDatabase):
                database.execute_sql(f"NOTIFY {NEWS_CHANNEL}")
        is_stored = not database.in_transaction()
    if is_stored:
        _wake_readers()


def check_file_identity() -> None:
    """Raises `ShopFileMoved` when the shop's file no longer stands where it was opened."""
    if isinstance(database.obj, ShopFile):
        database.obj.check()


def _wake_readers() -> None:
    for wake in tuple(after_commit):
        try:
            wake()
        except Exception:  # what is stored must not look failed
            log.exception("a listener failed")


@contextmanager
def snapshot() -> Iterator[None]:
    """Several reads that see the shop at one and the same moment."""
    with database.kept(), translated_errors():
        if database.in_transaction():
            yield
        elif isinstance(database.obj, PostgresqlDatabase):
            with database.atomic(isolation_level="REPEATABLE READ"):
                yield
        else:
            with database.atomic("DEFERRED"):
                yield


@contextmanager
def damaged_texts() -> Iterator[None]:
    """Texts of a damaged file are read as they are: what is no UTF-8 becomes surrogates."""
    engine = database.obj
    if isinstance(engine, PostgresqlDatabase):  # refuses such texts itself
        yield
        return
    with sqlite_driver.damaged_texts(engine.connection()):
        yield


def rows(query: Query, shape: Callable[..., Shape]) -> list[Shape]:
    """Every row of `query` as `shape(*row)`, by one statement."""
    with translated_errors():
        return [shape(*row) for row in database.execute(query).fetchall()]


def one(query: Query) -> tuple[Any, ...] | None:
    """The first row of `query`, or None."""
    with translated_errors():
        row: tuple[Any, ...] | None = database.execute(query).fetchone()
        return row


def columns(query: "ModelSelect[Any]", *expressions: Any, between: str = ",") -> list[str]:
    """Whole columns of all rows of `query`, each as one text: many times faster than rows.

    Nothing in them may be NULL; the rows stand in the same order in every column.
    """
    if isinstance(database.obj, PostgresqlDatabase):
        joined = [fn.STRING_AGG(x.cast("text"), between) for x in expressions]
    else:
        joined = [fn.GROUP_CONCAT(x, between) for x in expressions]
    found = one(query.select(*joined)) or [None] * len(joined)
    return [text or "" for text in found]


def number_in(text: ColumnBase, *path: str | int) -> ColumnBase:
    """A whole number in a column of JSON, as the engine reads it; NULL where there is none.

    `number_in(Journal.payload, "order", "stage", 1)` is the 3 of `{"order":{"stage":[2,3]}}`.
    """
    if isinstance(database.obj, PostgresqlDatabase):
        found = fn.json_extract_path_text(text.cast("json"), *map(str, path))
        return found.cast("integer")
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return fn.json_extract(text, f"${steps}")


class _Param:
    __slots__ = ("name",)

    def __init__(self, name: Hashable) -> None:
        self.name = name


def bind_param(name: Hashable) -> Value:
    """A place in a `Statement` that each run fills with the value of that name."""
    return Value(_Param(name), converter=False)


_Fill = Callable[[Mapping[Any, Any]], tuple[Any, ...]]


class Statement:
    """A query built by Peewee once per engine and run many times at the engine's own speed."""

    def __init__(self, build: Callable[[], Query]) -> None:
        self._build = build
        self._compiled: dict[type, tuple[str, _Fill]] = {}

    def run(self, values: Mapping[Any, Any]) -> Any:
        """Runs it once; the cursor."""
        engine = database.obj
        sql, fill = self._compiled.get(type(engine)) or self._compile(engine)
        try:
            cursor = engine.cursor()
            cursor.execute(sql, fill(values))
        except Exception:  # told only now: a verb runs many of these
            with translated_errors():
                raise
        return cursor

    def run_many(self, many: Iterable[Mapping[Any, Any]]) -> None:
        """Runs it for each mapping, in one call of the driver."""
        engine = database.obj
        sql, fill = self._compiled.get(type(engine)) or self._compile(engine)
        if batch := [fill(values) for values in many]:
            cursor = engine.cursor()
            cursor.executemany(sql, batch)
            cursor.close()

    def _compile(self, engine: Any) -> tuple[str, _Fill]:
        sql, params = self._build().sql()
        compiled = self._compiled[type(engine)] = (sql, _filling(params))
        return compiled


def _filling(params: Sequence[Any]) -> _Fill:
    """What makes the driver's tuple of a mapping."""
    if len(params) > 1 and all(type(param) is _Param for param in params):
        return itemgetter(*[param.name for param in params])
    return lambda values: tuple(
        [values[param.name] if type(param) is _Param else param for param in params]
    )


# --- what an engine's complaint means ------------------------------------------------------

_MEANINGS: tuple[tuple[str, type[errors.StorageError]], ...] = (
    ("disk is full", errors.DiskFull),
    ("readonly", errors.ReadOnly),
    ("malformed", errors.Damaged),
    ("could not decode", errors.Damaged),
    ("can't decode", errors.Damaged),
    ("not a database", errors.NotAShop),
    ("database is locked", errors.Busy),
    ("database table is locked", errors.Busy),
    ("unable to open", errors.CannotOpen),
    ("disk i/o error", errors.DiskFull),
    ("cannot contain nul", errors.NotStorable),
    ("request_id", errors.AlreadyDone),
)
# SQLSTATE classes, https://www.postgresql.org/docs/current/errcodes-appendix.html
_SQLSTATE_MEANINGS: tuple[tuple[str, type[errors.StorageError]], ...] = (
    ("53100", errors.ServerDiskFull),
    ("25006", errors.ReadOnly),
    ("42501", errors.NoServerRights),
    ("55P03", errors.Busy),
    ("57014", errors.Busy),
    ("22", errors.NotStorable),
    ("54", errors.NotStorable),
    ("XX", errors.Damaged),
    ("08", errors.ConnectionLost),
    ("57", errors.ConnectionLost),
    ("53", errors.ConnectionLost),
    ("28", errors.CannotOpen),
    ("3D", errors.CannotOpen),
)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turns an engine's failure into the `StorageError` that says what it means."""
    try:
        if (away := getattr(database.obj, "away", None)) is not None:
            raise errors.ConnectionLost(str(away))
        yield
    except errors.ConnectionLost:
        _forget_connection()
        raise
    except _failures() as error:
        meaning = _meaning(error)
        if meaning is None:
            raise
        if isinstance(meaning, errors.ConnectionLost):
            _forget_connection()
        raise meaning from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise errors.NotStorable(str(error)) from error
    except OSError as error:
        raise _os_meaning(error) from error


def _forget_connection() -> None:
    """The next call connects afresh; a verb that was in the middle is ended first."""
    if not database.is_closed() and not database.in_transaction():
        database.close()


def _failures() -> tuple[type[Exception], ...]:
    """What Peewee raises, and what the drivers raise where a `Statement` speaks to them."""
    driver: Any = sys.modules.get("psycopg")
    far = (driver.Error,) if driver is not None else ()
    return (DatabaseError, InterfaceError, *sqlite_driver.FAILURES, *far)


def _meaning(error: BaseException) -> errors.StorageError | None:
    # Peewee hides causes behind a failed rollback: the first complaint is at the root.
    chain = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    for link in reversed(chain):
        text = str(link).lower()
        state = getattr(link, "sqlstate", None)
        if state:
            for prefix, kind in _SQLSTATE_MEANINGS:
                if state.startswith(prefix):
                    return kind(str(link))
        for words, kind in _MEANINGS:
            if words in text:
                return kind(str(link))
        if isinstance(database.obj, PostgresqlDatabase) and type(link).__name__ in (
            "OperationalError",
            "InterfaceError",
            "ConnectionTimeout",
        ):
            return errors.ConnectionLost(str(link))
    return None


def _os_meaning(error: OSError) -> errors.StorageError:
    import errno

    kinds: dict[int | None, type[errors.StorageError]] = {
        errno.ENOSPC: errors.DiskFull,
        errno.EDQUOT: errors.DiskFull,
        errno.EROFS: errors.ReadOnly,
        errno.EACCES: errors.ReadOnly,
        errno.EPERM: errors.ReadOnly,
    }
    return kinds.get(error.errno, errors.CannotOpen)(str(error))
