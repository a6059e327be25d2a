"""The owner removes old orders by keys: looked at, thought better of, meant, and then done."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.startup import CliOptions
from models.settings import staff
from models.shop import backup
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.conftest import SetClock
from tests.journeys.conftest import Machine, orders_left, two_old_orders_and_two_new
from tests.journeys.person import Person, live

PIN = "2718"
WORDS = {
    "en": ("Locked", "Database and backup", "Remove old orders", "2 finished orders", "remove",
           "There are no finished orders", "Wrong", "2 orders of before 1 Jan 2024 are"),
    "id": ("Terkunci", "Data dan cadangan", "Hapus pesanan lama", "2 pesanan selesai", "hapus",
           "Tidak ada pesanan selesai", "salah", "2 pesanan dari sebelum 1 Jan 2024 sudah"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_owner_removes_old_orders(
    machine: Machine, qapp: QApplication, tmp_path: Path, clock: SetClock, language: str
) -> None:
    locked, section, verb, told, word, nothing, wrong, done = WORDS[language]
    at_home(machine.folder, machine.shop)
    two_old_orders_and_two_new(machine.shop, clock, 2023, language)
    with open_shop(str(machine.shop)):
        staff.add("P1", staff.OWNER, PIN)

    async def begin(person: Person) -> None:
        await person.tab_to(verb)
        await person.press("Space")
        await person.sees(nothing)  # of ten years ago

    async def story(person: Person) -> None:
        await person.sees(locked)
        await person.type_in("P1")
        await person.press("Return")
        await person.type_in(PIN)
        await person.press("Return")
        await person.click(section)
        await begin(person)
        await person.press("Escape")
        await begin(person)
        await person.type_in("2")
        await person.sees(told)
        await person.press("Return")  # the word is missing: nothing happens
        await person.sees(told)
        await person.type_in(word)
        await person.press("Return")
        await person.type_in("0000")
        await person.press("Return")
        await person.sees(wrong)
        await person.type_in(PIN)
        await person.press("Return")
        await person.sees(done)
        await person.press("Ctrl+W")

    wishes = CliOptions(language=language, theme="light", window="settings")
    assert live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path) == 0
    assert orders_left(machine.shop) == 2
    assert backup.all_in(machine.shop.parent / "backups")
