"""The program ends: a backup is made, and if it cannot be, the person hears it in her language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.shell.announcements.said_outside import leave_word
from gui.startup import CliOptions
from models.errors import DiskFull
from models.settings import privacy
from models.shop import backup, gate
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.journeys.person import Person, Story, live
from tests.readable import an_order

#: Lives a story in the program; its exit code.
Lived = Callable[[Story], int]


async def close_at_once(person: Person) -> None:
    await person.sees("Pesanan")
    await person.press("Ctrl+W")


@pytest.fixture
def lived(
    qapp: QApplication, shop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Lived:
    """Opens the shop in Indonesian, at a station in `tmp_path / "station"`."""
    monkeypatch.setattr(startup, "data_folder", lambda: tmp_path / "station")
    with open_shop(str(shop_file)):
        privacy.accept(privacy.policy("id"))
    at_home(tmp_path / "station", shop_file)
    wishes = CliOptions(database=str(shop_file), language="id", theme="light")
    return lambda story: live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path)


@pytest.fixture
def close_after_an_order(lived: Lived) -> Lived:
    """Orders something, closes the shop, and lets the story go on."""

    def run(afterwards: Story) -> int:
        async def story(person: Person) -> None:
            await person.sees("Pesanan")
            an_order()
            await person.press("Ctrl+W")
            await afterwards(person)

        return lived(story)

    return run


def test_a_backup_is_made_at_closing(close_after_an_order: Lived, shop_file: Path) -> None:
    async def nothing_more(person: Person) -> None:
        pass

    assert close_after_an_order(nothing_more) == 0
    (made,) = (shop_file.parent / "backups").glob("BotBelanja *.sqlite3")
    entries, _ = gate.examine(made)
    assert entries > 0


def test_a_shop_in_which_nothing_was_done_has_one_backup(lived: Lived, shop_file: Path) -> None:
    for _ in range(2):  # what did not change since needs no second one
        assert lived(close_at_once) == 0
        assert len(list((shop_file.parent / "backups").glob("BotBelanja *.sqlite3"))) == 1


def test_what_was_done_with_all_windows_closed_is_told_in_the_next(
    lived: Lived, tmp_path: Path
) -> None:
    leave_word(tmp_path / "station", "Seluruh toko sudah ada di sini.")

    async def story(person: Person) -> None:
        await person.sees("Seluruh toko sudah ada di sini.")
        await close_at_once(person)

    assert lived(story) == 0


def test_a_backup_that_fails_is_told_in_the_language_of_the_session(
    close_after_an_order: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, second: Path | None) -> None:
        raise DiskFull("full")

    async def read_it(person: Person) -> None:
        await person.sees("Disk penuh.", "ketika membuat cadangan")
        await person.press("Return")

    monkeypatch.setattr(backup, "back_up_into", full)
    assert close_after_an_order(read_it) == 0
