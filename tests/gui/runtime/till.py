"""The counter in the program itself, with its threads and its keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_entry.page import OrderEntryPage
from models.orders import order_history


class Till:
    """`orders` and `cart` are names of goods."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self._qtbot = application, qtbot
        self.window = application.start("order_entry")
        qtbot.waitActive(self.window)
        page = self.window.page
        assert isinstance(page, OrderEntryPage)
        self.page = page

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.application.scanner.settle()
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def scan(self, code: str) -> None:
        self.page.scanned(code)

    def hold(self) -> None:
        """The cart goes to the rail, and is seen there."""
        self.press(Qt.Key.Key_F4)
        self.press(Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: len(self.page.counter.pieces.rail.cards) == 1)

    @property
    def cart(self) -> list[str]:
        return [line.name for line in self.page.basket.cart.lines]

    @property
    def orders(self) -> list[list[str]]:
        """What was sent, oldest first."""
        found = reversed(order_history.find())
        return [[line.name for line in order_history.sheet(order.id).lines] for order in found]
