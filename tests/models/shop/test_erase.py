"""*Erase everything*: looked for from outside, file by file and table by table."""

import os
from pathlib import Path
from typing import Any

import pytest

from models import session
from models.errors import Busy, CannotErase, NotAllowed, WrongPin
from models.settings import preferences, staff
from models.shop import backup, restore
from models.shop.opening import open_shop
from models.shop.places.peek import peek
from models.shop.removal.erase import check, erase
from models.storage.database import database
from models.storage.sqlite_driver import connect
from tests.readable import a_product, an_order


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_nothing_of_a_shop_in_a_file_is_left(empty_shop_file: Path, tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    logs = home / "logs"
    for folder in (home, stick, logs):
        folder.mkdir()
    other = home / "other.sqlite3"
    with open_shop(str(other)) as another:
        preferences.put(preferences.SHOP_NAME, "Lain")
        assert another.backup_folder is not None
        backup.back_up_into(another.backup_folder, stick)
    kept = {*files_in(home), *(f"stick/{name}" for name in files_in(stick))}
    for file in (logs / "botbelanja.log", home / "station.ini"):
        file.write_text("x")
    with open_shop(str(home / "shop.sqlite3")) as shop:
        preferences.put(preferences.SHOP_NAME, "Toko Maju")
        an_order(a_product("Beras", 70_000))
        assert shop.backup_folder is not None
        made = backup.back_up_into(shop.backup_folder, stick)
        restore.restore(made.path)  # the file that it replaced stands beside it
        (home / "shop.sqlite3.before-1").write_bytes(b"an older version")
        (shop.backup_folder / "BotBelanja Toko Maju 2020-01-01 08.00.sqlite3").write_bytes(b"torn")
        erase(shop, stick, [logs / "botbelanja.log", home / "station.ini"])
    assert {*files_in(home), *(f"stick/{name}" for name in files_in(stick))} == kept
    assert not logs.exists()
    assert peek(str(home / "shop.sqlite3")) is None


def test_where_nothing_else_lies_the_folder_of_the_station_goes_too(tmp_path: Path) -> None:
    home = tmp_path / "BotBelanja"
    with open_shop(str(home / "shop.sqlite3")) as shop:
        (home / "station.ini").write_text("x")
        erase(shop, None, [home / "station.ini"])
    assert not home.exists()


def test_no_table_is_left_on_a_server(empty_database: str) -> None:
    with open_shop(empty_database) as shop:
        an_order(a_product("Beras", 70_000))
        check()
        erase(shop)
    assert peek(empty_database) is None
    import psycopg

    with psycopg.connect(empty_database) as seen:
        for left in (
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace",
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        ):
            assert seen.execute(left).fetchall() == []
    with open_shop(empty_database):  # and a first day is possible
        a_product("Gula", 18_000)


def test_a_role_that_may_not_drop_the_tables_is_told_before_it_is_asked(
    empty_database: str,
) -> None:
    with open_shop(empty_database) as shop:
        a_product("Beras", 70_000)
        database.execute_sql("DROP ROLE IF EXISTS till")
        database.execute_sql("CREATE ROLE till")
        database.execute_sql("GRANT ALL ON ALL TABLES IN SCHEMA public TO till")
        database.execute_sql("SET ROLE till")
        for deed in (check, lambda: erase(shop)):
            with pytest.raises(CannotErase):
                deed()
        database.execute_sql("RESET ROLE")
        assert preferences.get(preferences.SHOP_NAME)
        database.execute_sql("DROP OWNED BY till")
        database.execute_sql("DROP ROLE till")


def test_a_shop_that_somebody_else_has_open_is_not_erased(fresh: Any) -> None:
    url = fresh()
    with open_shop(url) as shop:
        preferences.put(preferences.SHOP_NAME, "Toko Maju")
        other: Any
        if shop.path is None:
            import psycopg

            other = psycopg.connect(url)
        else:
            other = connect(shop.path)
            other.execute("SELECT count(*) FROM journal").fetchone()
        with pytest.raises(Busy):
            erase(shop)
        other.close()
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"


def test_the_owners_pin_is_typed_for_it(shop_file: Path) -> None:
    with open_shop(str(shop_file)) as shop:
        staff.add("P1", staff.OWNER, "2718")
        staff.add("K1", staff.COUNTER)
        with pytest.raises(NotAllowed):
            erase(shop)  # the owner, but nobody was asked whether it is meant
        asked = session.new_request()
        with pytest.raises(WrongPin):
            staff.approve(asked, "P1", "0000")
        with session.acting_for(asked), pytest.raises(NotAllowed):
            erase(shop)
        staff.sign_in("K1")
        by_counter = session.new_request()
        staff.approve(by_counter, "P1", "2718")
        with session.acting_for(by_counter), pytest.raises(NotAllowed):
            erase(shop)
        assert shop_file.exists()
        staff.approve(asked, "P1", "2718")
        with session.acting_for(asked):
            erase(shop)
    assert not any(os.scandir(shop_file.parent))
