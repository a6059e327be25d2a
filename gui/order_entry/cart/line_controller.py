"""One more, one less, away with it: what is done to a line without asking anything."""

from PySide6.QtCore import QCoreApplication

from gui.order_entry.cart.cart_editor import CartEditor
from gui.shell.app_context import AppContext
from models.amounts import ONE

translate = QCoreApplication.translate


class LineController:
    """The verbs of the current line. Errors fly."""

    def __init__(self, context: AppContext, basket: CartEditor) -> None:
        self._context, self._basket = context, basket

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
            self._context.say(text, self._basket.undo, "trash-can-outline", gone.name)
