"""What is copied at the counter for the customer: the cart, or the held cart that is marked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.answers.answer import Answer, of_cart
from gui.answers.copying import copy_answer, copy_in_other_language
from gui.answers.qris_picture import copy_qris
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.held.held_prompt import HeldPrompt
from gui.shell.app_context import AppContext
from models.orders import held_carts

if TYPE_CHECKING:
    from gui.order_entry.entry.item_entry_controller import ItemEntryController


class AnswerController:
    """Each raises `UnknownCart` where another station has taken the held cart meanwhile."""

    def __init__(self, context: AppContext, basket: CartEditor) -> None:
        self._context, self._basket = context, basket
        #: What the box asks, once there is a box.
        self.talk: ItemEntryController | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "order.copy": self.copy,
            "order.copy_other": self.copy_in_other_language,
            "order.copy_qris": self.copy_qris,
        }

    def copy(self) -> None:
        copy_answer(self._context, self._answer())

    def copy_in_other_language(self) -> None:
        copy_in_other_language(self._context, self._answer())

    def copy_qris(self) -> None:
        copy_qris(self._context, self._answer())

    def _answer(self) -> Answer:
        prompt = self.talk.prompt if self.talk else None
        if isinstance(prompt, HeldPrompt) and prompt.marked is not None:
            return of_cart(held_carts.content(prompt.marked.id))
        changing = self._basket.changing
        return of_cart(self._basket.cart, number=changing.number if changing else None)
