"""The owner erases everything by keys; what is left is looked for from outside, file by file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.runtime.station import Station
from gui.startup import CliOptions
from models.settings import preferences, privacy, staff
from models.shop import backup
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.journeys.conftest import Machine
from tests.journeys.person import Person, live

PIN = "2718"
WORDS = {
    "en": ("Locked", "Database and backup", "Erase everything", "erase", "Privacy policy", "Wrong"),
    "id": ("Terkunci", "Data dan cadangan", "Hapus semua", "hapus", "Kebijakan privasi", "salah"),
}


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_owner_erases_everything_and_the_program_begins_as_on_its_first_day(
    machine: Machine, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    locked, section, verb, word, policy, wrong = WORDS[language]
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"the owner's own")
    at_home(machine.folder, machine.shop)
    station = Station(machine.folder)
    station.remember("second_backup_folder", str(stick))
    station.close()
    with open_shop(str(machine.shop)) as shop:
        privacy.accept(privacy.policy(language))
        preferences.put(preferences.SHOP_NAME, "Toko Maju")
        staff.add("P1", staff.OWNER, PIN)
        assert shop.backup_folder is not None
        backup.back_up_into(shop.backup_folder, stick)
    assert len(list(stick.iterdir())) == 3

    async def story(person: Person) -> None:
        await person.sees(locked)
        await person.type_in(PIN)  # the code of the only one with a PIN stands there
        await person.press("Return")
        await person.click(section)
        await person.tab_to(verb)
        await person.press("Space")
        await person.sees(str(stick))
        await person.press("Return")  # nothing is typed: nothing happens
        assert machine.shop.exists()
        await person.type_in(word)
        await person.press("Return")
        await person.type_in("0000")
        await person.press("Return")
        await person.sees(wrong)
        assert machine.shop.exists()
        await person.type_in(PIN)
        await person.press("Return")
        await person.sees(policy)
        assert machine.files == []
        await person.press("Escape")

    wishes = CliOptions(language=language, theme="light", window="settings")
    assert live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path) == 0
    assert machine.files == []
    assert [path.name for path in stick.iterdir()] == ["holiday.jpg"]
