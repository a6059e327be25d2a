"""The line for whoever is new: at each main window, until it was used or put away once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.visible_widgets import seen_in
from gui.settings.page import SettingsPage
from gui.shell.announcements.first_hint import HintLine
from gui.shell.main_window import MainWindow
from models.orders import order_history
from models.orders.order_history import Search
from models.shop.opening import Shop
from tests.gui.fulfilment.real_wall import RealWall
from tests.readable import a_product, an_order

Key = Qt.Key
MAIN_PAGES = ("order_entry", "fulfilment", "statistics")


def hint(window: MainWindow) -> str:
    """What the line says that is seen now, empty where there is none."""
    return "".join(it.accessibleName() for it in seen_in(window) if isinstance(it, HintLine))


def press(window: MainWindow, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)


@pytest.fixture
def begin(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Callable[[str], MainWindow]]:
    """Starts the program at a station whose habits lie in one folder."""
    begun: list[Application] = []

    def start(page: str) -> MainWindow:
        if begun:
            begun[-1].close()
        begun.append(Application(qapp, shop, tmp_path, "en", "light", immediate=True))
        window = begun[-1].start(page)
        assert QTest.qWaitForWindowActive(window)
        return window

    yield start
    begun[-1].close()


def test_at_the_counter_it_goes_with_the_first_order(
    begin: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    a_product("Gula Pasir", 17_000)
    window = begin("order_entry")
    assert "F9 takes the money, F10 sends" in hint(window)
    assert "F1 opens the guide" in hint(window)
    QTest.keyClicks(window.focusWidget(), "gula", delay=60)
    press(window, Key.Key_Return)
    assert hint(window)
    press(window, Key.Key_F10)
    qtbot.waitUntil(lambda: not hint(window))
    assert len(order_history.find(Search())) == 1
    window.open("home")
    window.open("order_entry")
    assert not hint(window)
    assert not hint(begin("order_entry"))


def test_at_the_wall_it_goes_with_the_first_line_that_was_picked(
    application: Application, qtbot: QtBot
) -> None:
    an_order()
    wall = RealWall(application, qtbot)
    window = wall.main_window
    assert "Space ticks off a line, Enter says" in hint(window)
    wall.press("1", "Space")
    qtbot.waitUntil(lambda: not hint(window))


@pytest.mark.parametrize("page", MAIN_PAGES)
def test_put_away_it_stays_so_until_the_settings_bring_it_back(
    page: str, begin: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = begin(page)
    assert hint(window)
    while not (isinstance(here := window.focusWidget(), QAbstractButton) and in_hint(here)):
        press(window, Key.Key_Tab)
    press(window, Key.Key_Space)
    assert not hint(window)
    window = begin(page)
    assert not hint(window)
    settings = window.open("settings", section="station")
    assert isinstance(settings, SettingsPage)
    again = next(
        it
        for it in seen_in(window)
        if isinstance(it, QAbstractButton) and it.text() == "Show the hints again"
    )
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    window.open(page)
    assert hint(window)


def in_hint(button: QAbstractButton) -> bool:
    return isinstance(button.parentWidget(), HintLine)


def test_other_pages_have_none(begin: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = begin("order_entry")
    for page in ("home", "catalogue", "settings"):
        window.open(page)
        assert not hint(window)


def test_a_locked_window_says_nothing_and_the_next_person_reads_it(
    begin: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = begin("order_entry")
    window.lock("")
    assert not hint(window)
    window.unlock("", "")
    assert hint(window)


def test_at_a_dark_wall_of_a_light_program_it_can_be_read(
    begin: Callable[[str], MainWindow],
) -> None:
    window = begin("fulfilment")
    (line,) = [it for it in seen_in(window) if isinstance(it, HintLine)]
    (words,) = line.findChildren(QLabel)
    ground = line.palette().color(QPalette.ColorRole.Window).lightness()
    assert abs(words.palette().color(QPalette.ColorRole.WindowText).lightness() - ground) > 128
