"""A step on the way to what is chosen is no choice: the shop changes when it is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.shop.lateness import LatenessSection
from gui.settings.shop.shop import ShopSection
from gui.widgets.fields.boxes import ChoiceBox
from models.journal import journal
from models.settings import preferences
from tests.gui.settings.keys import press


def page(application: Application, section: str) -> QWidget:
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    assert page.section is not None
    return page.section


@pytest.mark.parametrize("end", ["Return", "Enter", "Tab"])
def test_the_zone_is_changed_when_it_is_meant_and_once(application: Application, end: str) -> None:
    section = page(application, "shop")
    assert isinstance(section, ShopSection)
    section.zone.setFocus()
    before = journal.newest()
    press("Down", "Down", "Up", "Down")
    assert section.isVisible(), "the windows are not built anew on the way"
    assert preferences.get(preferences.ZONE) == "Asia/Jakarta"
    assert journal.newest() == before
    press(end)
    assert preferences.get(preferences.ZONE) == "Asia/Jayapura"
    assert journal.newest() == before + 1


def test_minutes_are_changed_when_they_are_meant_and_once(application: Application) -> None:
    section = page(application, "lateness")
    assert isinstance(section, LatenessSection)
    section.board.setFocus()
    minutes, before = preferences.get(preferences.BOARD_AFTER), journal.newest()
    press("Up", "Up", "Up")
    assert preferences.get(preferences.BOARD_AFTER) == minutes
    press("Return", "Tab")
    assert preferences.get(preferences.BOARD_AFTER) == minutes + 3
    assert journal.newest() == before + 1


def test_what_is_taken_from_the_open_list_is_meant(qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.addItems(["WIB", "WITA", "WIT"])
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    chosen: list[str] = []
    box.chosen.connect(lambda: chosen.append(box.currentText()))
    box.showPopup()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    assert chosen == []
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert chosen == ["WITA"]


@pytest.mark.parametrize("keys", [("Up", "Up", "Up"), ("Ctrl+A", "3", "3")])
def test_minutes_that_are_being_chosen_outlive_news_from_elsewhere(
    application: Application, qtbot: QtBot, keys: tuple[str, ...]
) -> None:
    section = page(application, "lateness")
    assert isinstance(section, LatenessSection)
    section.board.setFocus()
    press(*keys)
    _hear_of_another_name(application, qtbot)
    press("Return")
    assert preferences.get(preferences.BOARD_AFTER) == 33
    preferences.put(preferences.BOARD_AFTER, 40)  # taken back, or changed elsewhere
    _hear_of_another_name(application, qtbot)
    assert section.board.value() == 40


def test_a_zone_that_is_being_chosen_outlives_news_from_elsewhere(
    application: Application, qtbot: QtBot
) -> None:
    section = page(application, "shop")
    assert isinstance(section, ShopSection)
    section.zone.setFocus()
    press("Down", "Down")
    _hear_of_another_name(application, qtbot)
    press("Return")
    assert preferences.get(preferences.ZONE) == "Asia/Jayapura"


def _hear_of_another_name(application: Application, qtbot: QtBot) -> None:
    preferences.put(preferences.SHOP_NAME, f"Toko {journal.newest()}")
    application.context.feed.read()
    page = application.front().page
    qtbot.waitUntil(lambda: not page.refresher.stale)
