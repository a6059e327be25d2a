"""*Save everything*: a folder that is looked at from outside, file by file."""

import csv
import json
import stat
from pathlib import Path

import pytest

from models.errors import NotAllowed, ShopError
from models.export import export
from models.settings import preferences, staff
from models.shop import gate
from models.shop.opening import Shop
from models.shop.places.take_away import FILES, save_everything
from tests.readable import a_product, an_order


def test_the_folder_holds_the_shop_in_files_that_others_can_read(
    shop: Shop, tmp_path: Path
) -> None:
    an_order(a_product("Beras", 70_000))
    preferences.put(preferences.SHOP_NAME, "Toko Maju")
    folder = save_everything(tmp_path, "Semua ada di sini\r\n")
    assert folder.parent == tmp_path
    assert folder.name.startswith("BotBelanja Toko Maju 20")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert (folder / "README.txt").read_bytes() == b"Semua ada di sini\r\n"
    with (folder / "orders.csv").open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Beras"]
    (line,) = (folder / "orders.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["number"] == 1
    origin = gate.origin(folder / "shop.sqlite3")
    assert (origin.name, origin.orders) == ("Toko Maju", 1)


def test_a_second_folder_of_the_same_minute_leaves_the_first_alone(
    shop: Shop, tmp_path: Path
) -> None:
    first, second = (save_everything(tmp_path, text) for text in ("1", "2"))
    assert first != second
    assert (first / "README.txt").read_text("utf-8") == "1"


def test_what_cannot_be_made_whole_is_not_there(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "export_folder", full)
    place = tmp_path / "stick"
    place.mkdir()
    with pytest.raises(OSError, match="No space"):
        save_everything(place, "")
    assert list(place.iterdir()) == []
    with pytest.raises(ShopError):
        save_everything(tmp_path / "taken out", "")


def test_it_is_the_owners(shop: Shop, tmp_path: Path) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    before = list(tmp_path.iterdir())
    with pytest.raises(NotAllowed):
        save_everything(tmp_path, "")
    assert list(tmp_path.iterdir()) == before
