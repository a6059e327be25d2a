"""Walls fill the screen they are put on, and there is a way out of that which everybody finds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.shell.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = {"fulfilment": Qt.Key.Key_2, "ready_board": Qt.Key.Key_6, "catalogue": Qt.Key.Key_4}


def press(
    main_window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> None:
    QTest.keyClick(main_window.windowHandle(), key, modifiers or Qt.KeyboardModifier.NoModifier)


def open_beside(application: Application, qtbot: QtBot, page: str) -> MainWindow:
    """By its key, from the window that is there."""
    first = application.main_windows[0] if application.main_windows else application.start("home")
    first.activateWindow()
    qtbot.waitActive(first)
    press(first, KEYS[page], CTRL_SHIFT)
    main_window = application.main_windows[-1]
    qtbot.waitActive(main_window)
    return main_window


@pytest.mark.parametrize("page", ["fulfilment", "ready_board"])
def test_a_wall_in_its_own_window_fills_the_screen_until_f11_and_esc_says_so(
    application: Application, qtbot: QtBot, page: str
) -> None:
    main_window = open_beside(application, qtbot, page)
    assert main_window.isFullScreen()
    for _ in range(3):
        press(main_window, Qt.Key.Key_Escape)
        assert main_window.isFullScreen()
    assert main_window.notice_text() == "F11 leaves full screen"
    press(main_window, Qt.Key.Key_F11)
    assert not main_window.isFullScreen()
    assert main_window.screen().geometry().contains(main_window.geometry())
    press(main_window, Qt.Key.Key_F11)
    assert main_window.isFullScreen()


@pytest.mark.parametrize("page", ["fulfilment", "ready_board"])
def test_a_program_that_begins_with_a_wall_fills_the_screen(
    application: Application, qtbot: QtBot, page: str
) -> None:
    main_window = application.start(page)
    qtbot.waitActive(main_window)
    assert main_window.isFullScreen()


def test_esc_first_closes_what_is_open_on_the_wall(application: Application, qtbot: QtBot) -> None:
    main_window = open_beside(application, qtbot, "fulfilment")
    for key in (Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_0):
        press(main_window, key)
        application.scanner.settle()
        press(main_window, Qt.Key.Key_Escape)
        assert main_window.notice_text() == ""
    press(main_window, Qt.Key.Key_Escape)
    assert main_window.notice_text() == "F11 leaves full screen"


def test_a_wall_comes_back_as_it_was_left(application: Application, qtbot: QtBot) -> None:
    main_window = open_beside(application, qtbot, "fulfilment")
    press(main_window, Qt.Key.Key_F11)
    press(main_window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main_window not in application.main_windows)
    assert not open_beside(application, qtbot, "fulfilment").isFullScreen()


def test_other_windows_are_windows(application: Application, qtbot: QtBot) -> None:
    assert not open_beside(application, qtbot, "catalogue").isFullScreen()
    assert not application.main_windows[0].isFullScreen()


def test_a_window_of_its_own_that_was_led_elsewhere_shows_its_page_again(
    application: Application, qtbot: QtBot
) -> None:
    main_window = open_beside(application, qtbot, "catalogue")
    press(main_window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert main_window.page.name == "drawer"
    press(main_window, KEYS["catalogue"], CTRL_SHIFT)
    assert main_window.page.name == "catalogue"
    assert len(application.main_windows) == 2
