"""A station in a shop where it has been before: it keeps its name, and each answers for itself."""

from pathlib import Path

from PySide6.QtCore import QSettings

from models import session
from models.settings import privacy
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.journeys.conftest import Machine
from tests.journeys.person import Person


def accepted_shop(path: Path) -> None:
    with open_shop(str(path), station="Kasir depan"):
        privacy.accept(privacy.policy("en"))


async def look_in(person: Person) -> None:
    await person.sees("Order entry")
    await person.press("Ctrl+W")


def test_a_station_of_the_first_version_keeps_its_name_and_is_asked_nothing(
    machine: Machine,
) -> None:
    machine.folder.mkdir()
    accepted_shop(machine.shop)
    habits = QSettings(str(machine.folder / "station.ini"), QSettings.Format.IniFormat)
    habits.setValue("station", "Kasir depan")
    habits.sync()
    assert machine.run(look_in, "en") == 0
    assert session.current.station == "Kasir depan"
    with open_shop(str(machine.shop)):
        assert len(privacy.acceptances()) == 1


def test_a_station_that_accepted_another_policy_is_asked_though_others_have_accepted(
    machine: Machine,
) -> None:
    at_home(machine.folder, machine.shop, "2023-02-09.00000000")
    accepted_shop(machine.shop)

    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("End", "Space", "Return")
        await look_in(person)

    for lived in (story, look_in):  # and the next morning it is not asked
        assert machine.run(lived, "en") == 0
    with open_shop(str(machine.shop)):
        assert len(privacy.acceptances()) == 2


def test_a_shop_that_was_taken_away_is_begun_anew_with_the_same_questions(
    machine: Machine,
) -> None:
    at_home(machine.folder, machine.shop)

    async def story(person: Person) -> None:
        await person.sees("Privacy policy")
        await person.press("End", "Space", "Return")
        await person.sees("Your shop")
        await person.press("Escape", "Escape")

    assert machine.run(story, "en") == 0
    # No shop was made. The station consented once, so its log goes on.
    assert machine.files == ["logs", "station.ini"]
