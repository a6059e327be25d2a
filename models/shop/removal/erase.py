"""Nothing of the shop is left: its database, its backups, and what was set aside beside it.

Every other window and program must have closed the shop, on a server too.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from peewee import PostgresqlDatabase

from models import session
from models.errors import Busy, CannotErase, OnlyPlayed, StorageError
from models.journal import journal, rights
from models.shop import backup, gate, opening
from models.shop.opening import Shop
from models.storage.database import database, translated_errors
from models.storage.tables import TABLES

_SIDES = ("", "-wal", "-shm", "-journal", "-news")
_TABLES = (*(table._meta.table_name for table in TABLES), "schema_migration")
#: What this program's own connections, given up a moment ago, may take to be gone (tenths of a s).
_LOOKS = 30


def check() -> None:
    """Raises `NotAllowed`, `OnlyPlayed` in a copy to play with, and `CannotErase` where the tables
    are not this role's to drop, before anybody is asked whether it is meant."""
    rights.check("erase")
    if session.current.is_training:
        raise OnlyPlayed
    if isinstance(database.obj, PostgresqlDatabase):
        with translated_errors():
            found = database.execute_sql(
                "SELECT bool_and(pg_has_role(tableowner, 'USAGE')) FROM pg_tables "
                "WHERE schemaname = current_schema() AND tablename = ANY(%s)",
                (list(_TABLES),),
            )
            if not found.fetchone()[0]:
                raise CannotErase


@rights.checked("erase")
def erase(shop: Shop, second: Path | None = None, others: Iterable[Path] = ()) -> None:
    """Closes the shop and erases it with its backups, also those in the `second` folder, and the
    `others`: files that this station keeps.

    Where rights hold, an owner's PIN was typed for this very request (`staff.approve`). Raises
    `NotAllowed`, `CannotErase`, and `Busy` when somebody else has the shop open; nothing is then
    erased.
    """
    rights.check_meant("erase")
    check()
    with translated_errors():
        if shop.path is None:
            seals = {journal.first_seal()}
            _drop_tables()
            shop.close()
            _discard_backups(shop, second, seals)
        else:
            _remove_file(shop, shop.path, second)
        for file in others:
            file.unlink(missing_ok=True)
            with suppress(OSError):  # something else lies there
                file.parent.rmdir()


def _drop_tables() -> None:
    wait_until_alone()
    with database.atomic():
        database.execute_sql("SET LOCAL lock_timeout = '5s'")
        drop_tables(database)


def drop_tables(engine: Any) -> None:
    """Drops all that the program made in a server's database."""
    engine.execute_sql(f"DROP TABLE IF EXISTS {', '.join(_TABLES)} CASCADE")
    functions = ("note_touched_row()", "journal_is_sealed()", "journal_head_goes_on()")
    engine.execute_sql(f"DROP FUNCTION IF EXISTS {', '.join(functions)}")


def wait_until_alone() -> None:
    """Raises `Busy` when somebody else goes on being connected."""
    for _ in range(_LOOKS):
        others = database.execute_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        if not others.fetchone()[0]:
            return
        database.execute_sql("SELECT pg_sleep(0.1)")
    raise Busy("others are connected")


def _remove_file(shop: Shop, path: Path, second: Path | None) -> None:
    aside = list(_set_aside(path))
    seals = {journal.first_seal(), *filter(None, map(_seal_of, aside))}
    # Whoever keeps the file open keeps it from leaving the mode that several programs need.
    if database.execute_sql("PRAGMA journal_mode = delete").fetchone()[0] != "delete":
        raise Busy("the shop is open elsewhere")
    shop.close()
    _discard_backups(shop, second, seals)
    for file in (*aside, path):
        for side in _SIDES:
            file.with_name(file.name + side).unlink(missing_ok=True)


def _discard_backups(shop: Shop, second: Path | None, seals: set[str]) -> None:
    for folder in filter(None, (shop.backup_folder, second)):
        for copy in backup.copies_of(seals, folder):
            backup.discard(copy)
        for aside in backup.set_aside_in(folder):
            if _seal_of(aside) in seals | {""}:
                aside.unlink()
    if shop.backup_folder is not None:
        with suppress(OSError):  # the backups of another shop lie there
            shop.backup_folder.rmdir()


def _set_aside(path: Path) -> list[Path]:
    """What a restore and a migration put beside the shop, and what one left that was cut off."""
    return [*{*opening.set_aside(path), *opening.leftovers(path)}]


def _seal_of(path: Path) -> str:
    with suppress(StorageError):
        return gate.origin(path).first_seal
    return ""
