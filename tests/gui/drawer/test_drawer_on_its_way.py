"""Cash that is put in while the shop's file is in use elsewhere: each movement once, and what is
typed meanwhile stays.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.drawer.page import DrawerPage
from models.orders import drawer
from models.shop.opening import Shop
from tests.gui.held_by_another import held_by_another

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def page(qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot) -> Iterator[DrawerPage]:
    drawer.open_drawer(100_000)
    application = Application(qapp, shop, tmp_path, "en", "light")
    window = application.start("drawer")
    qtbot.waitActive(window)
    assert isinstance(window.page, DrawerPage)
    qtbot.waitUntil(window.page.in_use.isVisible)
    yield window.page
    application.close()


def type_in(page: DrawerPage, amount: str, reason: str) -> None:
    for field, text in ((page.in_use.amount, amount), (page.in_use.reason, reason)):
        field.selectAll()
        QTest.keyClicks(field, text)
    page.context.scanner.settle()


def test_each_movement_is_noted_once_and_the_next_one_stays_typed(
    page: DrawerPage, shop: Shop, qtbot: QtBot
) -> None:
    with held_by_another(shop):
        type_in(page, "5000", "air")
        for _ in range(2):
            QTest.keyClick(page.in_use.reason, Qt.Key.Key_F7)
        type_in(page, "7000", "gas")
        QTest.keyClick(page.in_use.reason, Qt.Key.Key_F8)
        type_in(page, "9000", "es")

    def amounts() -> list[int]:
        current = drawer.current()
        return [] if current is None else [x.amount for x in current.movements]

    qtbot.waitUntil(lambda: amounts() == [5_000, -7_000])
    qtbot.waitUntil(lambda: len(page.in_use.movements.rows.rows) == 2)
    assert page.in_use.typed_texts == ("9000", "es")
