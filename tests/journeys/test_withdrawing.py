"""The policy is withdrawn while the shop is open: every station closes it, and its owner is led to
taking the data out and to erasing it.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from gui import startup
from gui.startup import CliOptions
from models.settings import privacy, staff
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.journeys.conftest import Machine
from tests.journeys.person import Person, live

PIN = "2718"


def a_shop(machine: Machine) -> None:
    at_home(machine.folder, machine.shop)
    with open_shop(str(machine.shop)):
        privacy.accept(privacy.policy())
        staff.add("P1", staff.OWNER, PIN)
        staff.add("K1", staff.COUNTER)


async def sign_in(person: Person, code: str, pin: str = "") -> None:
    await person.type_in(code)
    await person.press("Tab")
    await person.type_in(pin)
    await person.press("Return")


def test_withdrawing_leads_to_saving_and_erasing(
    machine: Machine, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_shop(machine)
    saved = tmp_path / "saved"
    saved.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(saved))

    async def story(person: Person) -> None:
        await person.sees("Locked")
        await person.type_in(PIN)  # the only code that has one stands there
        await person.press("Return")
        await person.click("Privacy")
        await person.tab_to("Withdraw acceptance")
        await person.press("Space")
        await person.sees("on every computer of the shop")
        await person.tab_to("Withdraw")
        await person.press("Space")
        await person.sees("is withdrawn")
        await sign_in(person, "K1")
        await person.sees("Only an owner may do this")
        await person.press("Shift+Tab")
        await sign_in(person, "P1", PIN)
        await person.until("the owner's buttons", person.button("Save everything").isEnabled)
        await person.press("Space")
        await person.until("a folder", lambda: any(saved.iterdir()))
        await person.tab_to("Erase everything")
        await person.press("Space")
        await person.sees("Type ERASE")
        await person.look_up()
        await person.type_in("erase")
        await person.press("Return")
        await person.type_in(PIN)
        await person.press("Return")
        await person.sees("Read to the end, then choose")
        assert machine.files == []
        await person.press("Escape")

    wishes = CliOptions(language="en", theme="light", window="settings")
    assert live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path) == 0
    assert machine.files == []
    (folder,) = saved.iterdir()
    assert (folder / "README.txt").exists()


def test_another_station_closes_and_may_accept_again(
    machine: Machine, qapp: QApplication, tmp_path: Path
) -> None:
    at_home(machine.folder, machine.shop)
    with open_shop(str(machine.shop)):
        privacy.accept(privacy.policy())

    async def story(person: Person) -> None:
        await person.sees("Home")
        privacy.withdraw()  # as another station does
        await person.sees("is withdrawn")
        await person.press("Return")
        await person.sees("Read to the end, then choose")
        await person.press("End", "Space", "Return")
        await person.sees("Home")
        assert not privacy.needed()
        await person.press("Ctrl+W")

    wishes = CliOptions(language="en", theme="light")
    assert live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path) == 0
