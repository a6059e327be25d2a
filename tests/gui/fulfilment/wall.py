"""A person at the warehouse's screen, for tests of its window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.fulfilment.overlays.which_prompt import WhichPrompt
from gui.fulfilment.page import FulfilmentPage
from gui.shell.app_context import AppContext
from models.orders import payments
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from tests.readable import a_product, an_order, pcs


class Warehouse:
    """The window and the keys pressed there; what was done is on the wall afterwards."""

    def __init__(self, window: FulfilmentPage, context: AppContext, qtbot: QtBot) -> None:
        self.window = window
        self.context = context
        self.qtbot = qtbot

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.window.wall, key)
            self.hear()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def hear(self) -> None:
        """The news of what was done reaches the wall."""
        self.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)
        self.qtbot.waitUntil(partial(listens, self.window))

    def _is_settled(self) -> bool:
        return not self.window.refresher.stale

    @property
    def numbers(self) -> list[int]:
        """The cards in sight."""
        return [view.card.number for view in self.window.wall.views if view.card]

    @property
    def number(self) -> int | None:
        """The card in focus."""
        card = self.window.wall.card
        return card.number if card else None

    @property
    def line(self) -> int | None:
        line = self.window.wall.line
        return line.line if line else None


def listens(window: FulfilmentPage) -> bool:
    """What comes up by itself is deaf at first: its key may be the second of two."""
    question, side = window.overlays.question, window.overlays.side
    if isinstance(question, ConfirmPrompt | WhichPrompt):
        return question.listens
    return side is None or side.listens


#: Opens a window of the wall in a size, if not in that of a full screen.
OpenWall = Callable[..., Warehouse]


def open_wall(
    context: AppContext, qtbot: QtBot, width: int = 1920, height: int = 1080
) -> Warehouse:
    """A new window on the shop of `context`."""
    window = FulfilmentPage(context)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    qtbot.waitActive(window)
    window.wall.setFocus()
    warehouse = Warehouse(window, context, qtbot)
    warehouse.hear()
    return warehouse


def pay(order: PlacedOrder, amount: int | None = None) -> None:
    """The customer pays that much of it, or all."""
    payments.pay(order.id, Tender("cash", order.total if amount is None else amount))


def three_orders() -> list[PlacedOrder]:
    soap, rice, oil = a_product("Soap"), a_product("Rice"), a_product("Oil")
    return [
        an_order((soap, pcs(2)), (rice, pcs(10)), oil),
        an_order((rice, pcs(3))),
        an_order(oil, soap),
    ]
