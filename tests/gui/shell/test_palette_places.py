"""Every setting is found by the name on its page, in both languages, and shown there."""

from collections.abc import Iterator
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.held_keys import DeafMoment
from gui.settings.page import _SECTIONS, SettingsPage
from gui.shell.command_palette import CommandPalette
from gui.shell.palette_words import PLACES
from gui.widgets.buttons.nav_button import NavButton
from models.shop.opening import Shop

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """Somebody who finds things by Ctrl+K."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot
        self.main_window = application.start("settings")

    def find(self, typed: str) -> CommandPalette:
        """At the pace of a hand: what comes faster is a scan."""
        self.main_window.activateWindow()
        assert QTest.qWaitForWindowActive(self.main_window)
        QTest.keyClick(self.main_window.windowHandle(), Qt.Key.Key_K, CTRL)
        palette = self.main_window.findChild(CommandPalette)
        assert palette is not None
        for letter in typed:
            self.qtbot.keyClicks(palette.box.field, letter)
            self.application.scanner.settle()
        assert palette.box.field.text() == typed
        return palette

    def press(self, palette: CommandPalette, key: Qt.Key) -> None:
        self.qtbot.keyClick(palette.box.field, key)
        self.application.scanner.settle()

    def shown(self, palette: CommandPalette) -> SettingsPage:
        self.press(palette, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.main_window.findChild(CommandPalette) is None)
        page = self.main_window.page
        assert isinstance(page, SettingsPage)
        return page


@pytest.fixture(params=["en", "id"])
def desk(
    qapp: QApplication, shop: Shop, request: pytest.FixtureRequest, qtbot: QtBot
) -> Iterator[Desk]:
    application = Application(qapp, shop, None, request.param, "light", immediate=True)
    yield Desk(application, qtbot)
    application.close()


def rows_of(palette: CommandPalette) -> list[str]:
    return [palette.list.rows.row(at).objectName() for at in range(palette.list.rows.rowCount())]


def test_every_page_of_the_settings_is_found_by_its_title(desk: Desk) -> None:
    for section, kind in _SECTIONS.items():
        desk.main_window.open("settings", section="privacy" if section == "about" else "about")
        button = desk.main_window.findChild(NavButton, section)
        assert isinstance(button, NavButton)
        desk.main_window.open("home")
        palette = desk.find(button.text().lower())
        if section == "keys":  # in English the list of F1 is called the same
            while palette.list.current.data() is None:
                desk.press(palette, Qt.Key.Key_Down)
        assert type(desk.shown(palette).section) is kind


def test_a_setting_that_was_found_has_the_focus(desk: Desk) -> None:
    for number, place in enumerate(PLACES):
        if not place.field:
            continue
        desk.main_window.open("home")
        palette = desk.find(place.text)
        for _ in range(rows_of(palette).index(f"places.{number}")):
            desk.press(palette, Qt.Key.Key_Down)
        page = desk.shown(palette)
        wanted, focus = attrgetter(place.field)(page.section), desk.main_window.focusWidget()
        assert focus is not None, place
        assert focus is wanted or wanted.isAncestorOf(focus), place


# --- one row -------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["appearence", "tk"])
def test_the_only_row_is_shown_though_it_is_not_sure(desk: Desk, typed: str) -> None:
    desk.main_window.open("home")
    palette = desk.find(typed)
    assert len(rows_of(palette)) == 1
    desk.shown(palette)


def test_the_only_deed_that_comes_near_is_asked_about_once(desk: Desk) -> None:
    desk.main_window.open("home")
    palette = desk.find("fulscren")
    assert rows_of(palette) == ["window.full_screen"]
    for _ in range(2):  # a finger that bounces
        desk.press(palette, Qt.Key.Key_Return)
    assert palette.prompt.isVisible()
    assert not desk.main_window.isFullScreen()
    deaf = DeafMoment(palette)
    deaf.start()
    desk.qtbot.waitUntil(lambda: deaf.is_over)
    desk.press(palette, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(desk.main_window.isFullScreen)
