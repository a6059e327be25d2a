"""A start that finds the shop elsewhere, or was told to join another one, asks and goes there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.first_run.answers import Agreement, Answers, Start
from gui.first_run.dialog import FirstRunDialog
from gui.look.theme import Theme
from gui.runtime.station import Station, go_to
from gui.startup import CliOptions, default_database
from gui.words.language import Language
from models import clock
from models.errors import ShopError, ShopMoved
from models.settings import preferences, privacy
from models.shop import set_up
from models.shop.opening import open_shop
from models.shop.places import moving
from models.storage import locations

WANTED = set_up.Wanted("Toko Maju", "Asia/Makassar", "P1")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a station that is at home in its file."""
    shop = tmp_path / "shop.sqlite3"
    with open_shop(str(shop), station="Kasir 1"):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    go_to(tmp_path, str(shop))
    return tmp_path


def joins(folder: Path, url: str) -> None:
    station = Station(folder)
    station.remember("joining", url)
    station.close()


def begin(qapp: QApplication, folder: Path, language: Language) -> "startup.Opened | None":
    return startup._open(qapp, folder, CliOptions(), language, Theme("light"))  # noqa: SLF001


def test_who_agrees_is_at_home_there_and_who_declines_comes_back(
    qapp: QApplication, own: Path, own_postgres_url: str, language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with open_shop(own_postgres_url, station="Kasir 1"):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    joins(own, own_postgres_url)
    monkeypatch.setattr(FirstRunDialog, "ask", lambda dialog: None)
    assert begin(qapp, own, language) is None
    assert default_database(own, CliOptions()) == str(own / "shop.sqlite3")
    joins(own, own_postgres_url)
    agreed = Agreement(privacy.policy("id"), clock.now())
    answers = Answers(agreed, "id", "", "Asia/Jakarta", "", "", Start.EMPTY, None, "Kasir 2")
    monkeypatch.setattr(FirstRunDialog, "ask", lambda dialog: answers)
    opened = begin(qapp, own, language)
    assert opened is not None
    opened[0].close()
    station = Station(own)
    assert station.text("joining") == ""
    assert station.text("station") == "Kasir 2"
    place = default_database(own, CliOptions())
    assert locations.shown(place) == locations.shown(own_postgres_url)
    assert station.consent(locations.shown(place)) == privacy.policy().version
    station.close()


def test_a_start_where_the_shop_was_says_where_it_went_and_asks_for_the_place(
    qapp: QApplication, own: Path, empty_database: str, language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with open_shop(str(own / "shop.sqlite3"), station="Kasir 1"):
        moving.move(empty_database, own)
    told: list[ShopError] = []
    asked: list[str] = []
    monkeypatch.setattr(startup, "tell_error", told.append)

    def ask(dialog: FirstRunDialog) -> None:
        asked.append(dialog.windowTitle())

    monkeypatch.setattr(FirstRunDialog, "ask", ask)
    assert begin(qapp, own, language) is None
    assert [type(error) for error in told] == [ShopMoved]
    assert len(asked) == 1
    with open_shop(empty_database, make=False):
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
