"""One more, one less, away with it: what is done to a line without asking anything."""

from PySide6.QtCore import QCoreApplication

from gui.order_entry.cart.cart_editor import Basket
from gui.shell.app_context import Desk
from models.amounts import ONE

translate = QCoreApplication.translate


class LineDesk:
    """The verbs of the current line. Errors fly."""

    def __init__(self, desk: Desk, basket: Basket) -> None:
        self._desk, self._basket = desk, basket

    def step(self, at: int, by: int) -> None:
        """One piece more (1) or less (−1) of a line; below one piece it goes away.

        Raises `BadQuantity`, `NotEnoughStock`.
        """
        if not 0 <= at < len(self._basket.cart.lines):
            return
        self._basket.select(at)
        quantity = self._basket.cart.lines[at].quantity + by * ONE
        if quantity <= 0:
            self.remove()
        else:
            self._basket.set_quantity(at, quantity)

    def remove(self) -> None:
        """The current line, with undo."""
        if self._basket.current_line is not None:
            gone = self._basket.remove(self._basket.current)
            text = translate("order_entry", "{name} removed from the cart").format(name=gone.name)
            self._desk.say(text, self._basket.undo, "trash-can-outline", gone.name)
