"""The owner removes old orders by keys: looked at, thought better of, meant, and then done."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.startup import CliOptions
from models.orders import order_history, orders
from models.settings import privacy, staff
from models.shop import backup
from models.shop.opening import open_shop
from models.shop.verify import verify
from tests.at_home import at_home
from tests.conftest import SetClock
from tests.journeys.conftest import Machine
from tests.journeys.person import Person, live
from tests.readable import a_product, an_order

PIN = "2718"
WORDS = {
    "en": ("Locked", "Database and backup", "Remove old orders", "2 finished orders", "remove",
           "There are no finished orders", "Wrong", "2 orders of before 1 Jan 2024 are"),
    "id": ("Terkunci", "Data dan cadangan", "Hapus pesanan lama", "2 pesanan selesai", "hapus",
           "Tidak ada pesanan selesai", "salah", "2 pesanan dari sebelum 1 Jan 2024 sudah"),
}  # fmt: skip


def left(machine: Machine) -> int:
    with open_shop(str(machine.shop)):
        assert verify().is_whole
        return len(order_history.find())


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_owner_removes_old_orders(
    machine: Machine, qapp: QApplication, tmp_path: Path, clock: SetClock, language: str
) -> None:
    locked, section, verb, told, word, nothing, wrong, done = WORDS[language]
    at_home(machine.folder, machine.shop)
    clock.set(2023, 3, 5, 10)
    with open_shop(str(machine.shop)):
        privacy.accept(privacy.policy(language))
        tea = a_product("Teh")
        for _ in range(2):
            orders.cancel(an_order(tea).id, "batal")
        clock.set(2026, 3, 2, 9)
        an_order(tea)
        an_order(tea)
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
    assert left(machine) == 2
    assert backup.all_in(machine.shop.parent / "backups")
