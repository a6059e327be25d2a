"""A megabyte pasted by mistake: every field takes what an answer may be long, and all goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.first_run.dialog import FirstRunDialog
from gui.input.text_fields import text_field
from gui.settings.page import SettingsPage
from gui.shell.page import Page

MEGABYTE = 1_000_000
#: A customer's whole list may be pasted where lists are read; anywhere else an answer is a line.
LONGEST_LINE, LONGEST_LIST = 5_000, 200_000
PASTED = {
    "letters": "x" * MEGABYTE,
    "digits": "7" * MEGABYTE,
    "lines": "teh 2\n" * (MEGABYTE // 6),
}


@pytest.fixture(autouse=True)
def nothing_stays_copied() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def fields(window: QWidget) -> list[QWidget]:
    """Every field that can be written in, also those of forms that are closed."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and text_field(widget)
    ]


def pastes(window: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Each field with each text, which is on the clipboard by then."""
    for pasted, content in PASTED.items():
        QGuiApplication.clipboard().setText(content)
        for field in fields(window):
            yield pasted, field


def too_long(window: QWidget) -> list[str]:
    """The fields of a window that took more than any answer to them can be, and of what."""
    found = []
    for pasted, field in pastes(window):
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        is_line = isinstance(field, QLineEdit)
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]
        if len(text) > (LONGEST_LINE if is_line else LONGEST_LIST):
            name = field.accessibleName()
            found.append(f"{type(field).__name__} {name}: {len(text)} {pasted}")
    return found


def test_no_page_takes_a_megabyte(page: Page) -> None:
    assert too_long(page) == []


def test_no_page_of_the_settings_does(settings: SettingsPage) -> None:
    assert too_long(settings) == []


def test_no_dialog_does(dialog: QWidget) -> None:
    assert too_long(dialog) == []


def test_the_first_run_does_not(first_run: FirstRunDialog) -> None:
    assert fields(first_run)
    assert too_long(first_run) == []


def test_a_field_that_takes_all_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window)
    assert len(too_long(window)) == len(PASTED)
