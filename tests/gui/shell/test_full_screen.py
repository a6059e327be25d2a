"""Walls fill the screen they are put on, and there is a way out of that which everybody finds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.shell.main_window import Frame

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = {"fulfilment": Qt.Key.Key_2, "ready_board": Qt.Key.Key_6, "catalogue": Qt.Key.Key_4}


def press(frame: Frame, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(frame.windowHandle(), key, modifiers or Qt.KeyboardModifier.NoModifier)


def open_beside(application: Application, qtbot: QtBot, room: str) -> Frame:
    """By its key, from the window that is there."""
    first = application.frames[0] if application.frames else application.start("home")
    qtbot.waitActive(first)
    press(first, KEYS[room], CTRL_SHIFT)
    frame = application.frames[-1]
    qtbot.waitActive(frame)
    return frame


@pytest.mark.parametrize("way_out", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
@pytest.mark.parametrize("room", ["fulfilment", "ready_board"])
def test_a_wall_in_its_own_window_fills_the_screen_until_esc_or_f11(
    application: Application, qtbot: QtBot, room: str, way_out: Qt.Key
) -> None:
    frame = open_beside(application, qtbot, room)
    assert frame.isFullScreen()
    press(frame, way_out)
    assert not frame.isFullScreen()
    assert frame.screen().geometry().contains(frame.geometry())
    press(frame, Qt.Key.Key_F11)
    assert frame.isFullScreen()


@pytest.mark.parametrize("room", ["fulfilment", "ready_board"])
def test_a_program_that_begins_with_a_wall_fills_the_screen(
    application: Application, qtbot: QtBot, room: str
) -> None:
    frame = application.start(room)
    qtbot.waitActive(frame)
    assert frame.isFullScreen()


def test_esc_first_closes_what_is_open_on_the_wall(application: Application, qtbot: QtBot) -> None:
    frame = open_beside(application, qtbot, "fulfilment")
    for key in (Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_0):
        press(frame, key)
        application.scanner.settle()
        press(frame, Qt.Key.Key_Escape)
        assert frame.isFullScreen()
    press(frame, Qt.Key.Key_Escape)
    assert not frame.isFullScreen()


def test_a_wall_comes_back_as_it_was_left(application: Application, qtbot: QtBot) -> None:
    frame = open_beside(application, qtbot, "fulfilment")
    press(frame, Qt.Key.Key_Escape)
    press(frame, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: frame not in application.frames)
    assert not open_beside(application, qtbot, "fulfilment").isFullScreen()


def test_other_windows_are_windows(application: Application, qtbot: QtBot) -> None:
    assert not open_beside(application, qtbot, "catalogue").isFullScreen()
    assert not application.frames[0].isFullScreen()


def test_a_window_of_its_own_that_was_led_elsewhere_shows_its_page_again(
    application: Application, qtbot: QtBot
) -> None:
    frame = open_beside(application, qtbot, "catalogue")
    press(frame, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert frame.room.name == "drawer"
    press(frame, KEYS["catalogue"], CTRL_SHIFT)
    assert frame.room.name == "catalogue"
    assert len(application.frames) == 2
