"""Where the shop is kept: another place is named, tried and gone to by keys."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.place.place_form import Kind
from gui.runtime.station import Station
from gui.settings.data.place import PlaceCard
from gui.settings.data.storage import StorageSection
from gui.shell.announcements.said_outside import take_word
from gui.startup import CliOptions, default_database
from gui.widgets.buttons.button import Button
from gui.widgets.messages.confirmation import Question
from models import session
from models.errors import ShopMoved
from models.orders import order_history
from models.settings import preferences, privacy
from models.shop import backup, set_up
from models.shop.opening import open_shop
from models.shop.places.stations import stations
from models.storage import locations, server_address
from tests.conftest import PASSWORD
from tests.models.shop.test_peek import ANSWERS, Office, Play, office
from tests.readable import a_product, an_order

if TYPE_CHECKING:
    from gui.shell.main_window import MainWindow
    from models.errors import ShopError

__all__ = ["office"]


@pytest.fixture
def card(application: Application) -> PlaceCard:
    """The card of the place, unfolded by its button."""
    end_loop()
    set_up.begin(privacy.policy(), at=1, wanted=set_up.Wanted("Toko Maju", "Asia/Jakarta", "P1"))
    window: MainWindow = application.main_windows[0]
    application.open("settings", section="storage")
    section = window.page.section  # type: ignore[attr-defined]
    assert isinstance(section, StorageSection)
    press(section.place.elsewhere, Qt.Key.Key_Space)
    return section.place


def press(widget: QWidget, *keys: Qt.Key) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key)


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def name_server(card: PlaceCard, url: str) -> None:
    """The server is chosen and its parts are typed, a URL where the name belongs."""
    press(card.form.tiles[Kind.HERE], Qt.Key.Key_Down)
    assert card.form.kind is Kind.SERVER
    type_into(card.form.server.host, url)


def try_it(card: PlaceCard, qtbot: QtBot) -> str:
    press(card.form.try_button, Qt.Key.Key_Space)
    qtbot.waitUntil(card.form.answer.isVisible)
    qtbot.waitUntil(card.window().isEnabled)
    return card.form.answer.text()


@pytest.fixture
def answers_yes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whoever is asked says yes, by keys."""
    asked: list[str] = []
    really = Question.exec

    def yes() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        verb = next(button for button in box.findChildren(Button) if button is not box.cancel)
        verb.setFocus()
        QTest.keyClick(verb, Qt.Key.Key_Return)
        if box.isVisible():  # no key may leave it standing here for ever
            box.reject()

    def exec_(question: Question) -> int:
        asked.extend(label.text() for label in question.findChildren(QLabel))
        QTimer.singleShot(0, question, yes)
        return really(question)

    monkeypatch.setattr(Question, "exec", exec_)
    return asked


SAID = {
    "NoSuchHost": "There is no computer called no-such-host.invalid",
    "NobodyListens": "no PostgreSQL answers at port 9",
    "WrongPassword": "does not take the name",
    "NotLetIn": "pg_hba.conf",
    "NotEncrypted": "cannot be encrypted",
    "NoSuchDatabase": "has no database no_such_shop",
    "NoServerRights": "server-setup",
    "OtherDatabase": "that of another program",
    "NewerShop": "newer BotBelanja",
    "BadAddress": "%40",
}


@pytest.mark.parametrize(("play", "answer"), ANSWERS)
def test_each_answer_of_a_server_is_said_and_what_was_typed_stays(
    card: PlaceCard, office: Office, play: Play, answer: "type[ShopError]", qtbot: QtBot
) -> None:
    name_server(card, play(office) or office.asked)
    said = try_it(card, qtbot)
    assert SAID[answer.__name__] in said
    assert card.form.answer.isVisible()
    assert not card.go.isVisible()
    assert card.form.server.host.text()
    type_into(card.form.server.port, "1")
    assert not card.form.answer.isVisible()


def test_a_port_that_is_none_is_said_to_be_one(card: PlaceCard, qtbot: QtBot) -> None:
    press(card.form.tiles[Kind.HERE], Qt.Key.Key_Down)
    fields = card.form.server
    for field, text in ((fields.host, "kantor"), (fields.port, "abc"), (fields.database, "shop")):
        type_into(field, text)
    assert "“abc” is no port" in try_it(card, qtbot)


def test_the_owners_name_is_asked_for_before_a_copy_is_offered(
    card: PlaceCard, office: Office, qtbot: QtBot
) -> None:
    """The tables are made, and the name of every day may work in them."""
    office.make_tables()
    name_server(card, office.asked)
    said = try_it(card, qtbot)
    assert "taken there by the owner's name, postgres: type it" in said
    assert "toko is for every day" in said
    assert not card.go.isVisible()


def test_a_password_is_typed_as_it_is_and_the_shop_goes_there(
    application: Application, card: PlaceCard, office: Office, tmp_path: Path,
    answers_yes: list[str], qtbot: QtBot,
) -> None:  # fmt: skip
    office.allow()
    an_order(a_product("Beras"))
    (office.folder / "server.pgpass").unlink()
    fields = card.form.server
    press(card.form.tiles[Kind.HERE], Qt.Key.Key_Down)
    for field, text in (
        (fields.host, office.socket), (fields.database, office.name), (fields.user, "toko"),
        (fields.password, "r@h:a/s#i 100%"),
    ):  # fmt: skip
        type_into(field, text)
    assert "The database is empty" in try_it(card, qtbot)
    assert card.go.text() == "Copy this shop to the server"
    press(card.go, Qt.Key.Key_Space)
    leave(application, qtbot)
    url = default_database(tmp_path, CliOptions())
    assert locations.shown(url) == f"{office.socket}/{office.name}"
    for file in tmp_path.rglob("*"):  # neither in station.ini nor in a log
        if file.is_file() and file.name != server_address.PASSWORDS:
            assert b"r@h:a/s#i" not in file.read_bytes(), file
    with open_shop(url, station="1", make=False):
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
        assert preferences.get(preferences.BACKUP_STATION) == "1"
        assert len(order_history.find()) == 1
    with pytest.raises(ShopMoved):
        open_shop(application.context.shop.url)
    station = Station(tmp_path)
    assert station.consent(locations.shown(url)) == privacy.policy().version
    word = take_word(station)
    assert word.startswith(f"All of the shop is at {locations.shown(url)} by now: ")
    assert "1 orders" in word
    assert take_word(station) == ""
    station.close()


def end_loop() -> None:
    """The loop that was told to end has ended: Qt begins no other one before."""
    QTimer.singleShot(0, QApplication.exit)
    QApplication.exec()


def leave(application: Application, qtbot: QtBot) -> None:
    """As the program does once its windows are closed."""
    qtbot.waitUntil(lambda: application.before_again is not None)
    deed = application.before_again
    assert deed is not None
    end_loop()
    application.close()
    deed()


def test_a_shop_that_is_there_is_joined_by_the_page_of_the_first_run(
    application: Application, card: PlaceCard, office: Office, tmp_path: Path,
    answers_yes: list[str], qtbot: QtBot,
) -> None:  # fmt: skip
    own = application.context.shop.url
    application.context.shop.close()
    office.set_up()
    open_shop(own, station="1")
    name_server(card, office.asked)
    said = try_it(card, qtbot)
    assert "The shop “Toko Maju” is there. Orders: 1; the last one, 001" in said
    assert card.go.text() == "Join this shop"
    press(card.go, Qt.Key.Key_Space)
    leave(application, qtbot)
    station = Station(tmp_path)
    assert locations.shown(station.text("joining")) == f"{office.socket}/{office.name}"
    assert station.text("database") == ""  # who declines there comes back here
    station.close()


def test_a_backup_is_restored_from_the_same_page(
    application: Application, card: PlaceCard, tmp_path: Path, answers_yes: list[str], qtbot: QtBot
) -> None:
    made = backup.back_up(tmp_path / "copies" / "copy.sqlite3")
    an_order()
    press(card.form.tiles[Kind.BACKUP], Qt.Key.Key_Space)
    type_into(card.form.file, str(made.path))
    assert "The shop “Toko Maju” is there" in try_it(card, qtbot)
    assert card.go.text() == "Restore this backup"
    press(card.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: application.before_again is not None)
    end_loop()
    assert answers_yes


def settings_of_a_server(
    qapp: QApplication, office: Office, folder: Path, qtbot: QtBot
) -> tuple[Application, PlaceCard]:
    """A station whose shop is on the server, and its settings where another place is named."""
    shop = open_shop(office.asked, station="Kasir 1")
    application = Application(qapp, shop, folder, "en", "light", immediate=True)
    window = application.start("settings")
    qtbot.waitActive(window)
    application.open("settings", section="storage")
    card: PlaceCard = window.page.section.place  # type: ignore[attr-defined]
    press(card.elsewhere, Qt.Key.Key_Space)
    return application, card


def test_from_a_server_the_shop_comes_to_a_file(
    qapp: QApplication, office: Office, tmp_path: Path, answers_yes: list[str],
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    office.set_up()
    file = tmp_path / "back" / "shop.sqlite3"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    application, card = settings_of_a_server(qapp, office, tmp_path / "own", qtbot)
    assert card.form.server.user.text() == "toko"
    assert card.form.server.password.text() == ""
    press(card.form.tiles[Kind.HERE], Qt.Key.Key_Space)
    assert card.form.kind is Kind.HERE
    assert card.go.text() == "Copy this shop to a file"
    press(card.go, Qt.Key.Key_Space)
    leave(application, qtbot)
    with open_shop(str(file), station="Kasir 1", make=False):
        assert len(order_history.find()) == 1
    assert default_database(tmp_path / "own", CliOptions()) == str(file)


def test_the_backups_of_a_servers_shop_are_made_by_the_station_that_wants_to(
    qapp: QApplication, office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    office.set_up()
    with open_shop(office.asked, station="Kasir 1"):
        assert preferences.get(preferences.BACKUP_STATION) == "Kasir 1"  # who set it up
    shop = open_shop(office.asked, station="Gudang 1")
    application = Application(qapp, shop, tmp_path / "own", "en", "light", immediate=True)
    end_loop()
    window = application.start("settings")
    qtbot.waitActive(window)
    application.open("settings", section="storage")
    section = window.page.section  # type: ignore[attr-defined]
    assert section.keeper.text() == "The backups of this shop are made by Kasir 1."
    shown = section.stations.list.rows
    qtbot.waitUntil(lambda: bool(shown.rows))
    assert [station.name for station in shown.rows] == ["Gudang 1", "Kasir 1"]
    said = [[str(shown.index(row, at).data()) for at in (0, 1, 3)] for row in range(2)]
    version = session.PROGRAM_VERSION
    assert said == [["Gudang 1", "connected", version], ["Kasir 1", "away", ""]]
    press(section.keep_button, Qt.Key.Key_Space)
    leave(application, qtbot)
    assert preferences.get(preferences.BACKUP_STATION) == "Gudang 1"
    found = {station.name: station.version for station in stations()}
    assert found == {"Gudang 1": session.PROGRAM_VERSION, "Kasir 1": ""}
    shop.close()


def test_a_backup_of_a_server_is_listed_and_opens_as_a_file(office: Office, tmp_path: Path) -> None:
    office.set_up()
    with open_shop(office.asked, station="Kasir 1") as shop:
        shop.own_backups = tmp_path / "backups"
        assert shop.backup_folder is not None
        made = backup.back_up_into(shop.backup_folder)
        assert backup.backups(shop.backup_folder) == [made.path]
    with open_shop(str(made.path), station="Kasir 1", make=False):
        assert len(order_history.find()) == 1


def test_who_has_orders_that_are_not_sent_goes_nowhere(
    application: Application, card: PlaceCard, office: Office, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    office.allow()
    name_server(card, office.asked)
    try_it(card, qtbot)
    monkeypatch.setattr("models.shop.offline.send_queue.count", lambda: 3)
    press(card.go, Qt.Key.Key_Space)
    said = [label.text() for label in card.window().findChildren(QLabel) if label.isVisible()]
    assert any("3 orders, payments and picks of this station wait" in text for text in said)
    assert application.before_again is None


def test_a_new_password_for_where_the_shop_is_may_be_given_while_orders_wait(
    qapp: QApplication, office: Office, tmp_path: Path, answers_yes: list[str],
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    office.set_up()
    application, card = settings_of_a_server(qapp, office, tmp_path / "own", qtbot)
    type_into(card.form.server.password, PASSWORD)
    try_it(card, qtbot)
    assert card.go.text() == "Go on there"
    monkeypatch.setattr("models.shop.offline.send_queue.count", lambda: 3)
    press(card.go, Qt.Key.Key_Space)
    leave(application, qtbot)
    station = Station(tmp_path / "own")
    assert locations.shown(station.text("database")) == locations.shown(office.asked)
    station.close()


def test_a_backup_from_a_stick_is_restored_on_a_server(
    qapp: QApplication, office: Office, tmp_path: Path, answers_yes: list[str],
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    """By keys; whose shop it is and what would be lost is said before."""
    office.set_up()
    with open_shop(office.asked, station="Kasir 1"):
        preferences.put(preferences.BACKUP_STATION, "Kasir 1")
        made = backup.back_up(tmp_path / "stick" / "copy.sqlite3")
        an_order()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made.path), ""))
    shop = open_shop(office.asked, station="Kasir 1")
    shop.own_backups = tmp_path / "backups"
    application = Application(qapp, shop, tmp_path / "own", "en", "light", immediate=True)
    end_loop()
    window = application.start("settings")
    qtbot.waitActive(window)
    application.open("settings", section="storage")
    section = window.page.section  # type: ignore[attr-defined]
    press(section.other_button, Qt.Key.Key_Space)
    leave(application, qtbot)
    said = " ".join(answers_yes)
    assert "copy.sqlite3 is the shop “Toko Maju”; orders in it: 1; the last one, 001, on" in said
    assert "of this shop’s steps and 1 of its orders; the last one, 002, on" in said
    assert "What stands on the server now is copied into a file first" in said
    with open_shop(office.asked, station="Kasir 1"):
        assert len(order_history.find()) == 1
    with open_shop(str(backup.set_aside_in(tmp_path / "backups")[0]), make=False):
        assert len(order_history.find()) == 2


def test_a_station_without_backups_of_its_own_restores_nothing_on_a_server(
    qapp: QApplication, office: Office, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """It is told before any file is asked for."""
    office.set_up()
    shop = open_shop(office.asked, station="Kasir 2")
    application = Application(qapp, shop, tmp_path / "own", "en", "light", immediate=True)
    end_loop()
    window = application.start("settings")
    qtbot.waitActive(window)
    application.open("settings", section="storage")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("asked"))
    section = window.page.section  # type: ignore[attr-defined]
    press(section.other_button, Qt.Key.Key_Space)
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("this station makes none" in text for text in said)
    application.close()
    shop.close()
