"""Ctrl+Z takes back what was done at this window, whatever others did in between."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_history.page import OrderHistoryPage
from models.fulfilment import fulfilment
from models.orders import orders
from tests.gui.keys_in_time import key_of
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

if TYPE_CHECKING:
    from gui.shell.main_window import MainWindow


class Counter:
    """Somebody at the order history, with the program around it."""

    def __init__(self, application: Application, qtbot: QtBot, order: int) -> None:
        self.application, self.qtbot = application, qtbot
        self.main_window: MainWindow = application.start("order_history", order_id=order)
        self.main_window.showNormal()
        qtbot.waitActive(self.main_window)
        self.hear()

    @property
    def page(self) -> OrderHistoryPage:
        assert isinstance(self.main_window.page, OrderHistoryPage)
        return self.main_window.page

    def hear(self) -> None:
        self.application.scanner.settle()
        self.application.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        following = self.page.following.pause.isActive()
        return not (self.page.refresher.stale or following)

    def press(self, *names: str) -> None:
        for name in names:
            keys = key_of(name)
            QTest.keyClick(self.main_window.windowHandle(), keys.key(), keys.keyboardModifiers())
            self.hear()

    def take_off(self, line: int) -> None:
        """The cross at the end of a line, and Enter."""
        self.qtbot.waitUntil(lambda: self._cross(line).visibleRegion().boundingRect().height() > 8)
        QTest.mouseClick(self._cross(line), Qt.MouseButton.LeftButton)
        self.press("Return")

    def _cross(self, line: int) -> QAbstractButton:
        cross = self.page.sheet.lines.findChild(QAbstractButton, str(line))
        assert isinstance(cross, QAbstractButton)
        return cross


def wanted(order: int) -> list[int]:
    return [line["ordered"] - line["cancelled"] for line in line_rows(order)]


def two_lines() -> int:
    return an_order((a_product("Beras"), pcs(2)), (a_product("Teh"), pcs(3))).id


def test_my_line_comes_back_though_the_warehouse_acknowledged(
    application: Application, qtbot: QtBot
) -> None:
    order = two_lines()
    counter = Counter(application, qtbot, order)
    counter.take_off(2)
    assert wanted(order) == [pcs(2), 0]
    with at_station("2"):
        fulfilment.acknowledge(order)
    counter.hear()
    counter.press("Ctrl+Z")
    assert wanted(order) == [pcs(2), pcs(3)]
    assert order_row(order)["changed"]
    assert counter.main_window.notice_text() == ""


def test_a_colleague_s_change_is_never_taken_back_instead(
    application: Application, qtbot: QtBot
) -> None:
    order = two_lines()
    counter = Counter(application, qtbot, order)
    counter.take_off(2)
    with at_station("2"):
        orders.change(order, {1: pcs(5), 2: pcs(1)})
    counter.hear()
    counter.press("Ctrl+Z")
    assert wanted(order) == [pcs(5), pcs(1)]
    assert "changed again since" in counter.main_window.notice_text()
