"""The SQLite that the program brings along: pysqlite3's, or apsw's where that has no wheel.

Python's own is as old as the system, and of two in one process each releases the other's locks
(https://www.sqlite.org/howtocorrupt.html, 2.2.1). So whoever opens a file asks here.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee

try:
    from pysqlite3 import dbapi2
except ModuleNotFoundError:  # Linux on ARM, Macs with a processor of Intel
    import apsw
    from playhouse.apsw_ext import APSWDatabase

    class _ApswEngine(APSWDatabase):  # type: ignore[misc]
        def _add_conn_hooks(self, connection: Any) -> None:
            connection.convert_binding = _as_text
            super()._add_conn_hooks(connection)

    _engine: Any = _ApswEngine
    NAME = "apsw"
    VERSION = tuple(map(int, apsw.sqlite_lib_version().split(".")))
    #: What the driver raises.
    FAILURES: tuple[type[Exception], ...] = (apsw.Error, UnicodeDecodeError)
    READS_DAMAGED_TEXTS = False
    MANY_STATEMENTS = {"statementcachesize": 500}
    _BY_URI: dict[str, Any] = {"flags": apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI}
    _open: Any = apsw.Connection
else:
    _engine = peewee.SqliteDatabase
    vars(peewee)["sqlite3"] = dbapi2  # it takes Python's own where that is the newer one
    NAME = "pysqlite3"
    VERSION = dbapi2.sqlite_version_info
    # A damaged file may have no text in what it complains about.
    FAILURES = (dbapi2.Error, UnicodeDecodeError)
    READS_DAMAGED_TEXTS = True
    #: So many stay prepared in a connection. With the driver's own hundred a day of pages fills it,
    #: and what comes later is prepared anew each time (an order then costs twice the CPU).
    MANY_STATEMENTS = {"cached_statements": 500}
    _BY_URI = {"uri": True}
    _open = partial(dbapi2.connect, isolation_level=None)

if TYPE_CHECKING:
    Engine = peewee.SqliteDatabase
else:
    Engine = _engine


def connect(path: Path) -> Any:
    """A file, made if it is not there; each statement is a transaction of its own."""
    return _open(str(path))


def connect_read_only(path: Path, *, is_alone: bool = False) -> Any:
    """A file that is only read, and that no other program changes if it `is_alone`."""
    return _open(f"{path.as_uri()}?mode=ro{'&immutable=1' if is_alone else ''}", **_BY_URI)


def copy(connection: Any, path: Path) -> None:
    """Copies what `connection` has open into the file at `path`, as of one moment."""
    with closing(connect(path)) as target:
        if isinstance(_open, partial):
            connection.backup(target)
        else:
            with target.backup("main", connection, "main") as work:
                work.step()
        target.execute("PRAGMA journal_mode = delete")


@contextmanager
def damaged_texts(connection: Any) -> Iterator[None]:
    """Texts of a damaged file are read as they are: what is no UTF-8 becomes surrogates.

    Where the driver reads no such texts, it raises one of `FAILURES`.
    """
    if not READS_DAMAGED_TEXTS:
        yield
        return
    before, connection.text_factory = connection.text_factory, _with_surrogates
    try:
        yield
    finally:
        connection.text_factory = before


def _as_text(connection: Any, number: int, value: object) -> str:
    """Moments and the like, as Peewee has the other driver write them."""
    return str(value)


def _with_surrogates(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")
