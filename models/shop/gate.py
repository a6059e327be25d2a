"""What must be true of a file before it counts as a whole shop: the gate of all backups.

Header, application id, the exact schema with its triggers, SQLite's own check, foreign keys, and
every seal of the journal. A file that stands before the gate is only read.
"""

import stat
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from models import clock
from models.errors import CannotOpen, Damaged, JournalBroken, NewerShop, NotAShop
from models.journal import seals
from models.settings import preferences, station_names
from models.shop.opening import MIGRATIONS
from models.storage import sqlite_driver, touched_rows
from models.storage.database import APPLICATION_ID, translated_errors
from models.sums import rollups

if TYPE_CHECKING:
    from playhouse.migrations import Runner

#: Who wrote nothing for so long (ms), and is not connected, may have broken down.
QUIET = 60 * clock.MINUTE


@dataclass(frozen=True, slots=True)
class Origin:
    """The shop a place holds: the hash of its first journal entry, its name, how many orders it
    has, and number and time (UTC ms) of the last one, zero without any."""

    first_seal: str
    name: str
    orders: int
    last_number: int
    last_at: int


@dataclass(frozen=True, slots=True)
class ShopInfo:
    """What a shop says of itself before it is opened: its name, IANA zone and stations so far, and
    what is in it, if that is known. Of the stations those are `gone` that nobody has seen for a
    while: a new computer may take the place of one."""

    name: str
    zone: str
    stations: tuple[str, ...]
    origin: Origin | None = None
    gone: tuple[str, ...] = ()


def origin(path: Path) -> Origin:
    """Which shop the file at `path` was made of. Raises `StorageError`s when it is none."""
    with translated_errors(), reading(path) as file:
        return origin_in(file)


def sign(path: Path) -> ShopInfo:
    """What the shop in a file that passed the gate says of itself."""
    with translated_errors(), reading(path) as file:
        return sign_in(file, is_copy=True)


def sign_in(source: Any, here: Collection[str] = (), *, is_copy: bool = False) -> ShopInfo:
    """What the shop says to which `source` leads, a connection of whatever driver; `here` are the
    stations that are connected to it, and in a copy nobody is at work."""
    stations = source.execute(
        "SELECT head.station, entry.at FROM journal_head head"
        " LEFT JOIN journal entry ON entry.sequence = head.sequence"
        f" WHERE head.station <> '{rollups.IMPORT_STATION}' ORDER BY head.station"
    ).fetchall()
    long_ago = clock.now() - QUIET
    quiet = {name for name, at in stations if is_copy or (at or 0) < long_ago}
    zone = chosen_in(source, preferences.ZONE)
    found = origin_in(source)
    names = tuple(name for name, _ in stations)
    gone = tuple(x for x in names if x in quiet and not station_names.is_taken(x, here))
    return ShopInfo(found.name, zone, names, found, gone)


def origin_in(source: Any) -> Origin:
    """Which shop that is."""
    seal = source.execute("SELECT hash FROM journal WHERE sequence = 1").fetchone()
    (count,) = source.execute("SELECT COUNT(*) FROM orders").fetchone()
    last = source.execute(  # past sales come in later than they were placed
        "SELECT number, placed_at FROM orders ORDER BY day DESC, placed_at DESC, id DESC LIMIT 1"
    ).fetchone()
    name = chosen_in(source, preferences.SHOP_NAME)
    return Origin(seal[0] if seal else "", name, count, *(last or (0, 0)))


def chosen_in(source: Any, preference: preferences.Preference[str]) -> str:
    """What was chosen there, or the default."""
    sql = f"SELECT value FROM preference WHERE key = '{preference.key}'"
    found = source.execute(sql).fetchone()
    return preferences.parsed(preference, found and found[0])


def examine(path: Path) -> tuple[int, str]:
    """The gate: (number of journal entries, newest hash) of a whole, untampered shop file.

    Header, application id, the exact schema, SQLite's own check, foreign keys, and every seal of
    the journal. Raises `NotAShop`, `NewerShop`, `Damaged`, `JournalBroken`, `CannotOpen`.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # who opens a pipe waits for ever
            raise CannotOpen("not a regular file")
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise CannotOpen(str(error)) from error
    if not head.startswith(b"SQLite format 3\0") or len(head) < 100:
        raise NotAShop(path.name)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAShop(path.name)
    with translated_errors(), reading(path) as file_:
        _check_schema(file_)
        problems = [row[0] for row in file_.execute("PRAGMA quick_check(1)")]
        if problems != ["ok"]:
            raise Damaged(problems[0])
        if file_.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged("foreign keys")
        return _check_journal(file_)


@contextmanager
def reading(path: Path) -> Iterator[Any]:
    with closing(sqlite_driver.connect_read_only(path)) as file:
        file.execute("PRAGMA trusted_schema = 0")
        file.execute("PRAGMA cell_size_check = 1")
        with sqlite_driver.damaged_texts(file):
            yield file


def _schema(file: Any) -> set[tuple[str, str, str]]:
    return {
        tuple(row)
        for row in file.execute(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        )
    }


def runner(engine: Any) -> "Runner":
    """What runs the migrations on a file or a server's database."""
    from playhouse.migrations import Runner  # loads half of Peewee's extras: only when needed

    return Runner(engine, str(MIGRATIONS))


def bring_up(engine: SqliteDatabase, file: Any) -> None:
    """Makes the tables of `file` in an empty database, as far as its own migrations went."""
    migrations = runner(engine)
    for name in _applied(file):
        migrations.up(name)


def _applied(file: Any) -> tuple[str, ...]:
    rows = file.execute("SELECT name FROM schema_migration ORDER BY name").fetchall()
    return tuple(name for (name,) in rows)


def _check_schema(file: Any) -> None:
    names = {row[0] for row in file.execute("SELECT name FROM sqlite_master")}
    if "schema_migration" not in names:
        raise NotAShop("no tables of ours")
    # A trigger or view more than ours could do harm when the file is opened.
    lacking, added = other_schema(file)
    if added or lacking:
        raise NotAShop(f"other tables than ours: {min(lacking | added)}")


def other_schema(file: Any) -> tuple[set[str], set[str]]:
    """What `file` lacks of the tables, indexes and triggers that its migrations made, and what is
    in it that is not of them, or not as they made it. Raises `NewerShop`."""
    theirs, ours = _schema(file), _made_by(_applied(file))
    is_unfinished = True  # its rows are not watched yet
    if any(name == "touched_row" for _, name, _ in ours):
        is_unfinished = file.execute(touched_rows.UNFINISHED).fetchone() is not None
    added = {name for _, name, _ in theirs - ours}
    lacking = {name for _, name, _ in ours - theirs} - added
    return {name for name in lacking if not (is_unfinished and "_touched_" in name)}, added


@lru_cache(maxsize=8)
def _made_by(applied: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    """What these migrations make. They are never edited: one look is enough."""
    with closing(sqlite_driver.Engine(":memory:")) as memory:
        migrations = runner(memory)
        if newer := set(applied) - {migration.name for migration in migrations.migrations()}:
            raise NewerShop(max(newer))
        for name in applied:
            migrations.up(name)
        if memory.table_exists("touched_row"):
            touched_rows.watch(memory, touched_rows.unwatched(memory))
        return frozenset(_schema(memory.connection()))


def _check_journal(file: Any) -> tuple[int, str]:
    chain, seal = seals.Chain(), ""
    named = {row[1] for row in file.execute("PRAGMA table_info(journal)")}
    version = "version, request_id" if "version" in named else "1, NULL"
    version += ", row_images" if "row_images" in named else ", NULL"
    rows = file.execute(
        f'SELECT sequence, at, station, staff, kind, "order", payload, previous, {version}, hash '
        "FROM journal ORDER BY sequence"
    )
    for row in rows:
        if chain.fault(row):
            raise JournalBroken(str(chain.newest))
        seal = row[-1]
    if (first := chain.unsealed()) is not None:
        raise JournalBroken(str(first))
    kept = dict(file.execute("SELECT station, hash FROM journal_head").fetchall())
    if kept != {station: hash_ for station, (_, hash_) in chain.heads.items()}:
        raise JournalBroken(str(chain.newest + 1))
    return chain.newest, seal
