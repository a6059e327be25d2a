"""A person at the counter: presses keys, scans labels, and reads what stands on the screen."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.order_entry.page import OrderEntryPage
from gui.shell.app_context import AppContext
from models.orders import order_history
from models.orders.order_history import OrderSheet
from tests.gui.keys_in_time import key_of

WIDE = (1920, 1080)
SMALL = (1366, 720)


class Cashier:
    """Works the window by keyboard alone."""

    def __init__(self, context: AppContext, qtbot: QtBot, size: tuple[int, int] = SMALL) -> None:
        self.context, self.qtbot = context, qtbot
        self.window = OrderEntryPage(context)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.window.opened()
        self.hear()

    def press(self, *keys: str) -> None:
        """`F9`, `Ctrl+Return`, `+`: each key by its name."""
        for name in keys:
            combination = key_of(name)
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.hear()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def enter(self, text: str) -> None:
        """Types and presses Enter."""
        self.type(text)
        self.press("Return")

    def scan(self, *codes: str) -> None:
        for code in codes:
            self.window.scanned(code)
            self.hear()

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def hear(self) -> None:
        """The news of what was done reaches the window."""
        self.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        return not (self.window.isVisible() and self.window.refresher.stale)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del self.window  # as nobody holds it in the program

    # --- what is seen ----------------------------------------------------------------------

    @property
    def focus(self) -> Any:
        return self.window.focusWidget() or self.window

    @property
    def page(self) -> Any:
        """The page in front: counter, payment or review."""
        pages = (self.window.counter, self.window.payment, self.window.review)
        return next(page for page in pages if page.isVisible())

    @property
    def cart(self) -> list[tuple[str, float]]:
        """Names and pieces."""
        return [(line.name, line.quantity / 1000) for line in self.window.basket.cart.lines]

    @property
    def total(self) -> int:
        return self.window.basket.cart.bill().total

    @property
    def box(self) -> str:
        return self.window.counter.box.text()

    @property
    def verdict(self) -> str:
        return self.window.counter.pieces.verdict.text()

    @property
    def hits(self) -> list[str]:
        """The products found, while their list is open."""
        finder = self.window.counter.box.findChildren(type(self.window.counter.pieces.held_list))
        shown = [choices for choices in finder if choices.isVisible()]
        return [row.name for row in shown[0].rows.rows] if shown else []

    @property
    def sent(self) -> str:
        """What the notice of the order sent last says, empty when something else is shown."""
        notice = self.window.counter.pieces.placed
        return notice.accessibleName() if notice.isVisible() else ""

    @property
    def orders(self) -> list[OrderSheet]:
        """All orders of the shop, newest first."""
        return [order_history.sheet(row.id) for row in order_history.find()]
