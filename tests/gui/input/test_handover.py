"""What is pressed while a window is built anew is not lost: the old one hands it on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.input.handover import Handover


class Window(QWidget):
    """A field, a box and a command."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.field, self.box = QLineEdit(), QCheckBox("Gula")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.box)
        self.command = QAction(self)
        self.command.setShortcut("Ctrl+1")
        self.command.triggered.connect(lambda: self.done.append("Ctrl+1"))
        self.addAction(self.command)
        self.field.setFocus()


@pytest.fixture
def windows(qtbot: QtBot) -> Iterator[tuple[Window, Window, Window]]:
    """The first has the focus; the others are shown, and the desktop is slow to give it to them."""
    made = Window(), Window(), Window()
    for window in made:
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, window is not made[0])
        window.show()
    made[0].activateWindow()
    qtbot.waitActive(made[0])
    yield made
    made[2].close()
    made[2].deleteLater()


def type_at(handle: QWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(handle, Qt.Key(ord(letter.upper())))


def test_keys_and_clicks_of_these_moments_are_the_new_window_s(
    windows: tuple[Window, Window, Window], qtbot: QtBot
) -> None:
    old, new, newer = windows
    handle, place = old.windowHandle(), old.box.geometry().center()
    gone = []
    old.destroyed.connect(lambda: gone.append("old"))
    Handover(old, new)
    type_at(handle, "gula")
    QTest.keyClick(handle, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(new.box.x() + 8, place.y()))
    assert (new.field.text(), new.box.isChecked(), new.done) == ("gula", True, ["Ctrl+1"])
    assert old.done == []
    assert old.isVisible()
    Handover(new, newer)  # it is built anew once more, before it had the focus
    type_at(handle, "kopi")
    assert newer.field.text() == "kopi"
    newer.activateWindow()
    qtbot.waitUntil(lambda: gone == ["old"])
