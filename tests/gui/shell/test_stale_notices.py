"""A notice goes as soon as it is not true any more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.shell.main_window import MainWindow
from models.fulfilment import fulfilment, questions
from tests.gui.keys_in_time import Key, Keyboard
from tests.readable import a_product, an_order, at_station, pcs

GOOD, MISREAD = "8991002101630", "8991002101631"


@pytest.fixture
def main_window(application: Application, qtbot: QtBot) -> MainWindow:
    a_product("Sabun", 4_000, barcodes=[GOOD])
    main_window = application.start("catalogue")
    qtbot.waitActive(main_window)
    qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
    return main_window


def scan(main_window: MainWindow, code: str, keyboard: Keyboard) -> None:
    place = main_window.focusWidget() or main_window
    keyboard.play(place, [Key(letter, 8) for letter in code + "\r"])
    keyboard.now += 1000


@pytest.mark.parametrize("page", ["catalogue", "order_entry"])
def test_a_good_scan_ends_what_was_said_of_a_misread_one(
    main_window: MainWindow, qtbot: QtBot, page: str
) -> None:
    keyboard = Keyboard()
    main_window.open(page)
    if page == "order_entry":  # the strip of the verdicts is behind the payment
        scan(main_window, GOOD, keyboard)
        QTest.keyClick(main_window, Qt.Key.Key_F9)
    scan(main_window, MISREAD, keyboard)
    said = "does not fit" if page == "order_entry" else "was misread"
    qtbot.waitUntil(lambda: said in main_window.notice_text())
    scan(main_window, GOOD, keyboard)
    assert main_window.notice_text() == ""


def test_the_notice_of_a_question_goes_when_it_is_answered(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.open("order_entry")
    main_window.open("catalogue")
    placed = an_order((a_product("Beras", 13_000), pcs(5)))
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(2))
        questions.ask(placed.id, 1)
    qtbot.waitUntil(lambda: "Beras missing" in main_window.notice_text())
    with at_station("2"):
        questions.answer(placed.id, 1, "wait")
    qtbot.waitUntil(lambda: main_window.notice_text() == "")
