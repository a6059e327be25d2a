"""The way back: a backup, proven and copied row by row into a fresh file, takes the shop's place.

At every instant of it a whole shop stands in its place: the fresh file gets the shop's name by one
rename, when the present file has a second name already.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from peewee import DatabaseError, SqliteDatabase, fn

from models import events, session
from models.errors import BackupNotWhole, Busy, CannotOpen, Damaged, JournalBroken
from models.journal import journal, rights
from models.settings import preferences
from models.shop import backup, gate, mend, opening, verify
from models.shop.gate import Origin, ShopInfo
from models.storage import database, own_files
from models.storage.database import one, transaction, translated_errors
from models.storage.sqlite_driver import FAILURES, Engine
from models.storage.tables import Journal, Order

_UNREADABLE: tuple[type[Exception], ...] = (DatabaseError, *FAILURES)


@dataclass(frozen=True, slots=True)
class Loss:
    """What a restore brings and what it takes: whose shop the file is, whether it is this one,
    and how many `entries` and `orders` of this one are not in it."""

    origin: Origin
    here: Origin
    is_same_shop: bool
    entries: int
    orders: int


@contextmanager
def _of(path: Path) -> Iterator[None]:
    """What is damaged inside is the backup at `path`, and not the shop that is open."""
    try:
        with translated_errors():
            yield
    except (Damaged, JournalBroken) as error:
        raise BackupNotWhole(str(error), path.name) from error


def sign(path: Path) -> ShopInfo:
    """Which shop the backup is of. Raises `NotAShop`, `NewerShop`, `BackupNotWhole`,
    `CannotOpen`."""
    with _of(path):
        gate.examine(path)
        return gate.sign(path)


def look(path: Path) -> Loss:
    """Lets the file through the gate and says what would be lost. Raises as `sign`."""
    path = path.expanduser().absolute()
    with _of(path):
        entries, _ = gate.examine(path)
        origin = gate.origin(path)
    present = here()
    same = origin.first_seal == present.first_seal and bool(present.first_seal)
    lost = max(0, journal.newest() - entries) if same else journal.newest()
    orders = present.orders - origin.orders if same else present.orders
    return Loss(origin, present, same, lost, max(0, orders))


@rights.checked("backup.restore")
def restore(path: str | Path) -> Path:
    """Puts the backup at `path` in the place of the open shop; where the present file went.

    Every other window and program must have closed the shop. Only for SQLite shops. Raises what
    `sign` raises, and `Busy` when somebody still has the shop open; nothing is then
    changed.
    """
    path = Path(path).expanduser().absolute()
    if not isinstance(database.database.obj, SqliteDatabase):
        raise CannotOpen("only a shop in a file of its own is replaced")
    present = Path(database.database.database)
    fresh = opening.fresh_name(present)
    left = {"sequence": journal.newest(), "hash": _newest_seal()}
    with translated_errors():
        try:
            _write_fresh(path, fresh)
            aside = take_place(present, fresh)
        finally:
            remove(opening.leftovers(present))
        database.database.connect(reuse_if_open=True)
    with transaction():
        facts = {"from": path.name, "aside": aside.name, "left": left}
        journal.append(events.RESTORED, facts)
    return aside


def bring(path: Path, place: Path) -> None:
    """Makes a shop of the backup at `path`, at `place`, where there is none yet.

    Raises what `sign` raises, and `CannotOpen` where something stands at `place`; nothing
    is then left there.
    """
    fresh = opening.fresh_name(place)
    with translated_errors():
        if place.exists() and place.stat().st_size:
            raise CannotOpen("something stands there")
        own_files.make_folder(place.parent)
        try:
            _write_fresh(path.expanduser().absolute(), fresh)
            fresh.replace(place)
        finally:
            remove(opening.leftovers(place))


def _write_fresh(path: Path, fresh: Path) -> None:
    """The rows of a proven backup, in a proven file of their own that only its owner reads."""
    with _of(path):
        gate.examine(path)
        remove([fresh])
        os.close(own_files.create(fresh, os.O_EXCL))
        with gate.reading(path) as source:
            backup.fill(fresh, backup.rows_in(source), source)
        _make_whole(fresh)
        gate.examine(fresh)


def remove(files: list[Path]) -> None:
    """Removes what nobody needs any more."""
    for file in files:
        file.unlink(missing_ok=True)


def _make_whole(fresh: Path) -> None:
    """Whatever another program wrote into the backup becomes what its journal tells."""
    present, calendar = database.database.obj, session.current.calendar
    engine = Engine(str(fresh), lock_type="IMMEDIATE", pragmas={"journal_mode": "delete"})
    database.database.initialize(engine)
    try:
        opening.enter_migrated()
        if any(finding.detail != "sums" for finding in verify.verify().findings):
            mend.write_as_told()
            if not verify.verify().is_whole:  # a PIN that nobody gave
                raise Damaged("rows that no entry tells")
    finally:
        engine.close()
        database.database.initialize(present)
        session.current.zone, session.current.day_ends = calendar


def here() -> Origin:
    """The open shop."""
    last = one(Order.select(Order.number, Order.placed_at).order_by(Order.id.desc()).limit(1))
    count = one(Order.select(fn.COUNT(Order.id)))
    return Origin(
        journal.first_seal(),
        preferences.get(preferences.SHOP_NAME),
        int(count[0]) if count else 0,
        *(last or (0, 0)),
    )


def _newest_seal() -> str:
    found = one(Journal.select(Journal.hash).order_by(Journal.sequence.desc()).limit(1))
    return str(found[0]) if found else ""


def take_place(present: Path, fresh: Path) -> Path:
    """Gives the present file a second name and then its own to the fresh one; the second name.

    Nobody else may have it open: raises `Busy`.
    """
    engine = database.database
    try:
        mode = engine.execute_sql("PRAGMA journal_mode = delete").fetchone()[0]
    except _UNREADABLE as error:
        if "locked" in str(error):
            raise
        mode = "delete"  # it cannot even be read
    engine.close()
    if mode != "delete":
        raise Busy("the shop is open elsewhere")
    aside = backup.free_aside(present)
    try:
        os.link(present, aside)
    except OSError:  # a stick knows no second names
        shutil.copy2(present, aside)
    fresh.replace(present)
    engine.forget()
    return aside
