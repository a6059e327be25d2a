"""Another language or theme builds anew what stands in a window, which stays the one it was."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.visible_widgets import seen_in
from gui.settings.page import SettingsPage
from gui.settings.shop.lateness import LatenessSection
from gui.shell.main_window import MainWindow
from gui.widgets.containers.training_frame import TrainingFrame
from models import session
from models.journal import journal
from models.settings import preferences
from models.shop.opening import Shop

Place = tuple[str, int, int, int, int]


@pytest.fixture
def application(qapp: QApplication, shop: Shop) -> Iterator[Application]:
    made = Application(qapp, shop, None, "en", "light", immediate=True)
    yield made
    made.close()


@pytest.fixture
def window(qapp: QApplication, application: Application, qtbot: QtBot) -> MainWindow:
    window = application.start("settings", section="appearance")
    qtbot.waitActive(window)
    qapp.processEvents()
    return window


def anew(window: MainWindow, change: Callable[[], object], qtbot: QtBot) -> None:
    page = window.page
    change()
    qtbot.waitUntil(lambda: window.page is not page)


def test_keys_and_clicks_of_these_moments_reach_it(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    """A desktop gives them to the window that has the focus, whatever stands in it by then."""
    handle = window.windowHandle()

    def choose(text: str) -> None:
        buttons = (x for x in seen_in(window) if isinstance(x, QAbstractButton))
        button = next(x for x in buttons if x.text() == text)
        middle = button.mapTo(window, button.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=middle)

    anew(window, lambda: choose("Bahasa Indonesia"), qtbot)
    anew(window, lambda: choose("Gelap"), qtbot)
    QTest.keyClick(handle, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page.name == "order_entry"
    QTest.keyClick(handle, Qt.Key.Key_G)
    assert window.page.counter.box.text() == "g"  # type: ignore[attr-defined]
    assert application.main_windows == [window]
    assert window.windowHandle() is handle
    assert window.isActiveWindow()


def test_a_number_half_typed_is_not_taken_as_meant(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page
    assert isinstance(page, SettingsPage)
    page.show_section("lateness")
    section = page.section
    assert isinstance(section, LatenessSection)
    section.board.setFocus()
    minutes, before = preferences.get(preferences.BOARD_AFTER), journal.newest()
    QTest.keyClick(section.board, Qt.Key.Key_Up)
    anew(window, lambda: application.apply_settings(theme="dark"), qtbot)
    assert (preferences.get(preferences.BOARD_AFTER), journal.newest()) == (minutes, before)


def test_the_frame_of_training_is_around_it_again(
    application: Application, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.current, "is_training", True)
    anew(window, lambda: application.apply_settings(theme="dark"), qtbot)
    (frame,) = (child for child in window.children() if isinstance(child, TrainingFrame))
    assert (frame.isVisible(), frame.size()) == (True, window.size())


@pytest.mark.parametrize("name", ["order_entry", "fulfilment", "order_history", "settings"])
def test_all_of_it_has_its_place_before_it_is_shown(
    qapp: QApplication, application: Application, window: MainWindow, qtbot: QtBot, name: str
) -> None:
    """Nothing moves when the loop goes on: no half of a page is seen, and a click hits."""
    window.open(name)
    qapp.processEvents()
    at_first: list[list[Place]] = []

    def change() -> None:
        application.apply_settings("id", then=lambda: at_first.append(places(window)))

    anew(window, change, qtbot)
    qapp.processEvents()
    assert at_first == [places(window)]


def places(window: QWidget) -> list[Place]:
    """Where all that can be pressed stands."""
    return [
        (type(one).__name__, *one.mapTo(window, QPoint()).toTuple(), *one.size().toTuple())
        for one in seen_in(window)
        if isinstance(one, QAbstractButton | QLineEdit)
    ]
