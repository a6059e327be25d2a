"""What stands at a place where a shop may be kept, before it is opened; nothing is written there.

It is asked on a connection of its own: another shop may be open meanwhile.
"""

from collections.abc import Collection
from contextlib import closing
from typing import Any

from models import errors
from models.settings import preferences
from models.shop import gate, opening
from models.shop.gate import ShopInfo
from models.storage import locations
from models.storage.database import translated_errors
from models.storage.sqlite_driver import connect_read_only


def peek(url: str) -> ShopInfo | None:
    """The shop that was set up at `url`; None where there is none yet, and one could be made.

    Raises as `open_shop` does, and `NoServerRights`.
    """
    if locations.is_postgres(url):
        return _on_server(url)
    path = locations.file_of(url)
    if not opening.is_there(path):
        return None
    # Where no other program has the file open, SQLite would make side files to read it.
    is_alone = not path.with_name(path.name + "-wal").exists()
    with translated_errors(), closing(connect_read_only(path, is_alone=is_alone)) as file:
        found = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return _told(file, {name for (name,) in found}, errors.NotAShop)


def _on_server(url: str) -> ShopInfo | None:
    from models.storage import postgres

    engine = postgres.engine(url, station="")
    import psycopg

    try:
        with engine.diagnosed():
            connection = engine.dial()
        with closing(connection) as server:
            engine.check(server)
            server.execute("SET default_transaction_read_only = on")
            found = server.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            )
            tables = {name for (name,) in found.fetchall()}
            sql = "SELECT application_name FROM pg_stat_activity WHERE datname = current_database()"
            programs = (postgres.named(name) for (name,) in server.execute(sql).fetchall())
            here = {station for station, _ in filter(None, programs)}
            shop = _told(server, tables, errors.OtherDatabase, here)
            _check_rights(server, are_tables_there="journal" in tables)
            return shop
    except psycopg.errors.InsufficientPrivilege as error:
        raise errors.NoServerRights(str(error)) from error
    except psycopg.Error as error:
        raise errors.ConnectionLost(str(error)) from error


def _check_rights(server: Any, *, are_tables_there: bool) -> None:
    """Whether a shop could be made in the open database, or the one there be worked in."""
    sql = (
        "SELECT has_table_privilege('journal', 'SELECT') AND has_table_privilege('journal',"
        " 'INSERT') AND has_table_privilege('orders', 'UPDATE')"
        if are_tables_there
        else "SELECT has_schema_privilege(current_schema(), 'CREATE')"
    )
    if not server.execute(sql).fetchone()[0]:
        raise errors.NoServerRights("not granted")


def _told(
    source: Any,
    tables: set[str],
    none_of_ours: type[errors.NotAShop],
    here: Collection[str] = (),
) -> ShopInfo | None:
    applied = set()
    if "schema_migration" in tables:
        rows = source.execute("SELECT name FROM schema_migration").fetchall()
        applied = {name for (name,) in rows}
    opening.check_applied(applied, tables, none_of_ours)
    if not applied:
        return None
    newest = source.execute("SELECT value FROM counter WHERE name = 'journal'").fetchone()
    if not (newest and newest[0]):
        return None
    if place := gate.chosen_in(source, preferences.MOVED_TO):
        raise errors.ShopMoved(place)
    return gate.sign_in(source, here)
