"""A notice goes as soon as it is not true any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.shell.main_window import Frame
from models.fulfilment import fulfilment, questions
from models.shop.opening import Shop
from tests.gui.keys_in_time import Key, Keyboard
from tests.readable import a_product, an_order, at_station, pcs

GOOD, MISREAD = "8991002101630", "8991002101631"


@pytest.fixture
def frame(qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot) -> Iterator[Frame]:
    a_product("Sabun", 4_000, barcodes=[GOOD])
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True)
    frame = application.start("catalogue")
    qtbot.waitActive(frame)
    qtbot.waitUntil(lambda: not frame.room.refreshing.stale)
    yield frame
    application.close()


def scan(frame: Frame, code: str, keyboard: Keyboard) -> None:
    place = frame.focusWidget() or frame
    keyboard.play(place, [Key(letter, 8) for letter in code + "\r"])
    keyboard.now += 1000


@pytest.mark.parametrize("room", ["catalogue", "order_entry"])
def test_a_good_scan_ends_what_was_said_of_a_misread_one(
    frame: Frame, qtbot: QtBot, room: str
) -> None:
    keyboard = Keyboard()
    frame.open(room)
    if room == "order_entry":  # the strip of the verdicts is behind the payment
        scan(frame, GOOD, keyboard)
        QTest.keyClick(frame, Qt.Key.Key_F9)
    scan(frame, MISREAD, keyboard)
    qtbot.waitUntil(lambda: "was misread" in frame.notice_text())
    scan(frame, GOOD, keyboard)
    assert frame.notice_text() == ""


def test_the_notice_of_a_question_goes_when_it_is_answered(frame: Frame, qtbot: QtBot) -> None:
    frame.open("order_entry")
    frame.open("catalogue")
    placed = an_order((a_product("Beras", 13_000), pcs(5)))
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(2))
        questions.ask(placed.id, 1)
    qtbot.waitUntil(lambda: "Beras missing" in frame.notice_text())
    with at_station("2"):
        questions.answer(placed.id, 1, "wait")
    qtbot.waitUntil(lambda: frame.notice_text() == "")
