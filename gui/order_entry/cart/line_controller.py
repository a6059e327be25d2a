"""One more, one less, away with it: what is done to a line without asking anything."""

from PySide6.QtCore import QCoreApplication

from gui.order_entry.cart.cart_editor import CartEditor
from gui.shell.app_context import AppContext
from models.amounts import ONE

translate = QCoreApplication.translate


class LineController:
    """The verbs of the current line. Errors fly."""

    def __init__(self, context: AppContext, editor: CartEditor) -> None:
        self._context, self._editor = context, editor

    def step(self, row: int, by: int) -> None:
        """One piece more (1) or less (−1) of a line; below one piece it goes away.

        Raises `BadQuantity`, `NotEnoughStock`.
        """
        if not 0 <= row < len(self._editor.cart.lines):
            return
        self._editor.select(row)
        quantity = self._editor.cart.lines[row].quantity + by * ONE
        if quantity <= 0:
            self.remove()
        else:
            self._editor.set_quantity(row, quantity)

    def remove(self) -> None:
        """The current line, with undo."""
        if self._editor.current_line is not None:
            gone = self._editor.remove(self._editor.current)
            text = translate("order_entry", "{name} removed from the cart").format(name=gone.name)
            self._context.say(text, self._editor.undo, "trash-can-outline", gone.name)
