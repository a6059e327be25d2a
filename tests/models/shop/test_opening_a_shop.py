"""Opening a shop: it is made, kept to its owner, brought up to date, or refused with the reason."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from models import session
from models.errors import (
    CannotOpen,
    ConnectionLost,
    NetworkPlace,
    NewerShop,
    NotAShop,
    ShopError,
    UnfitSqlite,
)
from models.orders import order_history
from models.settings import preferences
from models.shop.opening import Shop, open_shop
from models.storage import database as engine
from models.storage import locations
from tests.conftest import ROOT
from tests.readable import a_product, an_order


def refused(path: Path, error: type[ShopError]) -> None:
    """The shop is not opened, and what was there is as it was."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error):
        open_shop(str(path))
    assert (path.read_bytes() if path.is_file() else b"") == before


def edit(path: Path, statement: str) -> None:
    code = (
        "import sqlite3, sys; f = sqlite3.connect(sys.argv[1]); f.execute(sys.argv[2]); f.commit()"
    )
    subprocess.run([sys.executable, "-c", code, str(path), statement], check=True)


def test_a_new_shop_is_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "BotBelanja" / "shop.sqlite3"
    before = os.umask(0)
    try:
        with open_shop(f"sqlite:///{path}"):
            an_order()
            modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert set(modes) == {
        "shop.sqlite3",
        "shop.sqlite3-wal",
        "shop.sqlite3-shm",
        "shop.sqlite3-news",
    }
    assert set(modes.values()) == {0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_opened_shop_waits_for_the_disk_and_keeps_its_keys(
    shop_file: Path, shipped_pragmas: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", shipped_pragmas)
    with open_shop(str(shop_file)):
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        kept = [engine.database.execute_sql(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert kept == ["wal", 2, 1, 0]


def test_the_shop_is_there_again_the_next_day(shop_url: str) -> None:
    with open_shop(shop_url, station="1"):
        an_order()
        preferences.put(preferences.ZONE, "Asia/Makassar")
    with open_shop(shop_url, station="2"):
        assert (session.current.station, session.current.zone) == ("2", "Asia/Makassar")
        assert an_order().number == 2


def test_a_shop_from_a_newer_program_is_refused(shop_file: Path) -> None:
    edit(shop_file, "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '')")
    refused(shop_file, NewerShop)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    for number, content in enumerate([b"not a shop", b"x" * 10_000, b"SQLite format 3\0"]):
        path = tmp_path / f"{number}.sqlite3"
        path.write_bytes(content)
        refused(path, NotAShop)


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    edit(path, "CREATE TABLE notes (text)")
    refused(path, NotAShop)
    edit(path, "PRAGMA application_id = 7")
    refused(path, NotAShop)


def test_a_shop_that_a_newer_program_migrated_meanwhile_takes_nothing_of_the_older(
    shop: Shop,
) -> None:
    product = a_product("Teh")
    rename = "UPDATE schema_migration SET name = '{}' WHERE name = '{}'"
    engine.database.execute_sql(rename.format("9999_later", "0001_first_shop"))
    with pytest.raises(NewerShop):
        an_order(product)
    assert order_history.find() == [], "what is there can still be read"
    engine.database.execute_sql(rename.format("0001_first_shop", "9999_later"))  # for the next test


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, CannotOpen)


@pytest.mark.parametrize(
    "place", ["Dropbox/shop.sqlite3", "OneDrive/kasir/shop.sqlite3", "//server/share/shop.sqlite3"]
)
def test_a_synchronised_folder_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(NetworkPlace):
        open_shop(place if place.startswith("//") else str(tmp_path / place))
    assert list(tmp_path.iterdir()) == []


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Path, "read_text", lambda *given, **named: f"server:/ {tmp_path} nfs4 rw 0 0\n"
    )
    assert locations.network_kind(tmp_path / "shop.sqlite3") == "nfs4"
    with pytest.raises(NetworkPlace):
        open_shop(str(tmp_path / "shop.sqlite3"))


@pytest.mark.parametrize(
    ("version", "fit"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_an_sqlite_that_can_damage_a_shop_is_refused(
    shop_file: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], fit: bool
) -> None:
    monkeypatch.setattr("models.storage.sqlite_driver.VERSION", version)
    if fit:
        open_shop(str(shop_file)).close()
    else:
        refused(shop_file, UnfitSqlite)


AS_NOBODY = """
import os, sys
sys.path.insert(0, {root!r})
from models.errors import ShopError
from models.shop.opening import open_shop
os.setuid(65534) if os.getuid() == 0 else None
try:
    open_shop(sys.argv[1])
except ShopError as error:
    print(type(error).__name__)
"""


def as_nobody(path: Path) -> str:
    """What a user without rights is told (root may write everywhere)."""
    code = AS_NOBODY.format(root=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_folder_that_may_only_be_read_is_refused(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("folders of Windows have no mode")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and folder != Path("/") and "pytest" in folder.name:
            folder.chmod(0o755)
    tmp_path.chmod(0o555)
    try:
        assert as_nobody(tmp_path / "shop.sqlite3") == "ReadOnly"
    finally:
        tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(ConnectionLost):
        open_shop("postgresql://nobody@127.0.0.1:9/shop")
