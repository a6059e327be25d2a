"""A label is scanned while a dialog stands before the counter: nothing goes in unseen."""

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_entry.page import OrderEntryPage
from gui.settings.devices.learn_dialog import LearnDialog
from gui.shell.announcements.report_dialog import ReportDialog
from gui.shell.app_context import AppContext
from gui.shell.main_window import MainWindow
from gui.shell.scan_delivery import RefusedScans
from gui.shell.sign_in.lock_screen import LockScreen
from models.settings import staff
from tests.gui.keys_in_time import Key, Keyboard
from tests.readable import a_product
from tests.rules.conftest import DIALOGS

MOMENTS = count(10_000, 10_000)
RICE, EGGS = "8991002101630", "8991002101647"
#: What to scan is said in them, or they do not hold up the counter.
TAKES_SCANS = {LearnDialog, LockScreen}


def a_file_dialog(_: AppContext, window: QWidget) -> QWidget:
    dialog = QFileDialog(window, "Save as")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


KINDS: dict[type[QWidget], Callable[[AppContext, QWidget], QWidget]] = {
    **{kind: build for kind, build in DIALOGS.items() if kind not in TAKES_SCANS},
    QFileDialog: a_file_dialog,
}


@pytest.fixture
def main_window(application: Application, qtbot: QtBot) -> MainWindow:
    a_product("Beras", 13_000, barcodes=[RICE])
    a_product("Telur", 28_000, barcodes=[EGGS])
    staff.add("P1", staff.OWNER)
    main_window = application.start("order_entry")
    qtbot.waitActive(main_window)
    return main_window


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_dialog_takes_a_scan_or_says_that_it_does_not(
    application: Application,
    main_window: MainWindow,
    qtbot: QtBot,
    beeps: list[int],
    kind: type[QWidget],
) -> None:
    before = cart_of(main_window)
    dialog = KINDS[kind](application.context, main_window)
    assert isinstance(dialog, QDialog)
    dialog.open()
    bring_to_front(dialog, qtbot)
    scan(dialog, RICE)
    assert cart_of(main_window) == before, "behind it nothing changes"
    if hasattr(dialog, "scanned"):
        return
    assert typed_in(dialog) == [], "nor does a code stand in a field"
    assert dialog.isVisible(), "nor does its Enter press a button"
    assert refused_in(dialog) == f"Not taken: {RICE}. Finish or close this first, then scan again."
    scan(dialog, EGGS)
    assert f"{RICE}, {EGGS}" in refused_in(dialog)
    assert len(beeps) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    if dialog.isVisible():  # one that is finished by its button alone
        dialog.reject()
    assert main_window.notice_text() == f"Not taken: {RICE}, {EGGS}. Scan again."
    scan(main_window, RICE)
    assert cart_of(main_window) == ["Beras"]
    assert main_window.notice_text() == ""


def test_what_was_read_in_the_dialog_is_not_said_again(
    main_window: MainWindow, qtbot: QtBot, beeps: list[int]
) -> None:
    dialog = QDialog(main_window)
    dialog.resize(500, 300)
    dialog.open()
    bring_to_front(dialog, qtbot)
    scan(dialog, RICE)
    (refused,) = [child for child in dialog.children() if isinstance(child, RefusedScans)]
    refused.close_it()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert main_window.notice_text() == ""
    assert beeps


def test_a_window_that_stands_beside_the_counter_holds_up_no_scan(
    main_window: MainWindow, qtbot: QtBot, application: Application
) -> None:
    application.exceptions.report_due.emit("Traceback")
    (report,) = [child for child in main_window.children() if isinstance(child, ReportDialog)]
    bring_to_front(report, qtbot)
    scan(report, RICE)
    assert cart_of(main_window) == ["Beras"]
    qtbot.waitUntil(main_window.isActiveWindow)  # where what comes next is seen
    report.close()


def bring_to_front(window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def scan(window: QWidget, code: str) -> None:
    keyboard = Keyboard()
    keyboard.now = next(MOMENTS)
    keyboard.play(window.focusWidget() or window, [Key(letter, 8) for letter in code + "\r"])


def cart_of(main_window: MainWindow) -> list[str]:
    counter = main_window.page
    assert isinstance(counter, OrderEntryPage)
    return [line.name for line in counter.basket.cart.lines]


def typed_in(dialog: QWidget) -> list[str]:
    fields = dialog.findChildren(QLineEdit)
    return [field.text() for field in fields if RICE[:3] in field.text()]


def refused_in(dialog: QWidget) -> str:
    notes = [child for child in dialog.children() if isinstance(child, RefusedScans)]
    return notes[0].text() if notes and notes[0].isVisible() else ""
