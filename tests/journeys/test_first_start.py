"""The first start with an owner's PIN and the demo; and what is left of one that failed."""

import os
import shutil
from collections import namedtuple
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from gui.first_run.answers import OWNER_CODE
from gui.runtime.station import Station
from models.demo import demo
from models.journal import journal
from models.orders import order_history
from models.settings import preferences, privacy, staff
from models.shop import backup, set_up
from models.shop.opening import open_shop
from models.shop.places.peek import peek
from models.shop.set_up import Wanted
from models.shop.verify import verify
from models.storage.sqlite_driver import connect
from tests.journeys.conftest import Machine
from tests.journeys.person import Person
from tests.readable import a_product, an_order

disk = namedtuple("disk", "free")
PIN, ZONE = "1234", "Asia/Makassar"


@pytest.fixture(autouse=True)
def short_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a week; a whole one is made by `tests.tour`."""
    monkeypatch.setattr(demo, "make_demo", partial(demo.make_demo, days=7))


async def to_the_demo(person: Person) -> None:
    """In Indonesian, with a PIN; the demo is what is proposed."""
    await person.click("Bahasa Indonesia")
    await person.sees("Kebijakan privasi")
    await person.press("Tab", "End", "Space", "Return")
    await person.sees("Toko Anda")
    await person.press("Tab", "Tab")
    await person.type_in(PIN)
    await person.press("Return")
    await person.type_in(PIN)
    await person.press("Return")
    await person.sees("Coba dengan toko demo")
    await person.press("Return")


@pytest.mark.parametrize(
    ("place", "answer", "sentence"),
    [
        ("access", lambda *given: False, "Folder toko tidak bisa ditulisi"),
        ("disk_usage", lambda *given: disk(free=1_000), "Disk penuh"),
    ],
    ids=["read only", "no room"],
)
def test_a_place_where_nothing_can_be_kept_is_said_before_anything_is_asked(
    place: str,
    answer: Callable[..., object],
    sentence: str,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def story(person: Person) -> None:
        await person.sees(sentence)
        await person.press("Return")

    monkeypatch.setattr(os if place == "access" else shutil, place, answer)
    assert machine.run(story, "id") == 1
    assert not machine.shop.exists()


def test_an_owner_with_a_pin_tries_the_demo(machine: Machine) -> None:
    async def story(person: Person) -> None:
        await to_the_demo(person)
        await person.sees("Kode pemulihan P1")
        await person.press("Return")
        await person.sees("Kasir")
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    with open_shop(str(machine.shop), make=False):
        assert demo.is_demo()
        assert staff.sign_in(OWNER_CODE, PIN).value == staff.OWNER
        assert [code.code for code in staff.everyone()] == ["G1", "G2", "K1", "K2", "P1"]
        assert journal.verify().intact


def test_a_start_that_fails_is_said_logged_and_begun_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(demo, "_hold_carts", fail)

    async def story(person: Person) -> None:
        await to_the_demo(person)
        await person.sees("Ada kesalahan di program", "botbelanja.log")
        await person.press("Escape")

    assert machine.run(story, "") == 1
    assert peek(str(machine.shop)) is None, "half a shop is none"
    log = (machine.folder / "logs" / "botbelanja.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "_hold_carts" not in log.splitlines()[0], "what was said before is there as well"
    assert "secret" not in log
    monkeypatch.undo()

    async def again(person: Person) -> None:
        await person.sees("Kebijakan privasi")
        await person.press("Escape")

    monkeypatch.setattr("gui.startup.data_folder", lambda: machine.folder)
    assert machine.run(again, "") == 0


def test_a_shop_comes_back_on_another_computer_by_its_owner_s_hand(
    machine: Machine, tmp_path: Path
) -> None:
    with open_shop(str(tmp_path / "old.sqlite3")):
        set_up.begin(privacy.policy(), at=1, wanted=Wanted("Toko Maju", ZONE, OWNER_CODE, PIN))
        an_order(a_product("Beras"))
        stick = backup.back_up(tmp_path / "stick.sqlite3").path

    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("Tab", "End", "Space", "Return")
        await person.sees("Your shop")
        await person.click("I have a backup")
        await person.press("Tab")
        await person.type_in(str(stick))
        await person.press("Return")
        await person.sees("The shop in the backup", "Toko Maju", "Orders: 1")
        await person.press("Return")
        await person.sees("Locked")
        await person.type_in(PIN)
        await person.press("Return")
        await person.sees("Order entry")
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    with open_shop(str(machine.shop), make=False):
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
        assert staff.sign_in(OWNER_CODE, PIN).value == staff.OWNER
        assert len(order_history.find()) == 1
        assert verify().is_whole
    assert not list(machine.shop.parent.glob("*restoring*"))


def test_a_backup_that_is_not_taken_is_said_and_the_page_is_there_again(
    machine: Machine, tmp_path: Path
) -> None:
    copies = []
    with open_shop(str(tmp_path / "old.sqlite3")):
        set_up.begin(privacy.policy(), at=1, wanted=Wanted("Toko Maju", ZONE, OWNER_CODE, PIN))
        copies += [backup.back_up(tmp_path / f"{name}.sqlite3").path for name in ("bad", "good")]
    with closing(connect(copies[0])) as file:
        file.execute("UPDATE staff SET pin_hash = 'x'")  # a row that no entry tells

    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("Tab", "End", "Space", "Return")
        await person.sees("Your shop")
        await person.click("I have a backup")
        await person.press("Tab")
        await person.type_in(str(copies[0]))
        await person.press("Return")
        await person.sees("The shop in the backup")
        await person.press("Return")
        await person.sees("The backup bad.sqlite3 is not whole and was not taken")
        await person.press("Escape")
        await person.sees("The shop in the backup")
        assert not machine.shop.exists()
        shutil.copyfile(copies[1], copies[0])
        await person.press("Return")
        await person.sees("Locked")
        await person.type_in(PIN)
        await person.press("Return")
        await person.sees("Order entry")
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    with open_shop(str(machine.shop), make=False):
        assert verify().is_whole


def test_a_shop_that_cannot_be_opened_is_written_anew_before_its_first_window(
    machine: Machine,
) -> None:
    machine.folder.mkdir()
    with open_shop(str(machine.shop)):
        set_up.begin(privacy.policy(), at=1, wanted=Wanted("Toko Maju", ZONE, OWNER_CODE))
        an_order(a_product("Beras"))
        backup.back_up_into(machine.folder / "backups")
    station = Station(machine.folder)
    station.keep_consent(str(machine.shop), privacy.policy().version)
    station.close()
    whole = machine.shop.read_bytes()
    machine.shop.write_bytes(bytes(4096) + whole[4096:])

    async def leave(person: Person) -> None:
        await person.sees("The shop's file cannot be opened", "5 of them from backups")
        await person.press("Escape")
        await person.sees("not a shop of BotBelanja")
        await person.press("Escape")

    assert machine.run(leave, "en") == 1
    assert machine.shop.read_bytes()[:4096] == bytes(4096)

    async def story(person: Person) -> None:
        await person.sees("The shop's file cannot be opened")
        await person.click("Write anew")
        await person.sees("Order entry")
        await person.press("Ctrl+W")

    assert machine.run(story, "en") == 0
    with open_shop(str(machine.shop), make=False):
        assert len(order_history.find()) == 1
        assert verify([machine.folder / "backups", machine.folder / "heads"]).is_whole
