"""The inbox at the counter: how many messages wait, and the one that is taken from it here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction

from gui.input.actions import allow
from gui.order_entry.cart.cart_editor import CartEditor
from gui.shell.app_context import AppContext
from models.events import Receipt
from models.shopping_list import inbox
from models.shopping_list.inbox import Waiting

translate = QCoreApplication.translate


class InboxController(QObject):
    """Takes a message for this seat of the station; there it is finished, or given back."""

    #: A message is in the hands of this counter; carries its `Waiting`.
    taken = Signal(object)

    def __init__(
        self, context: AppContext, basket: CartEditor, action: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._basket, self._action = context, basket, action
        #: The message that is looked through here.
        self.in_hand: int | None = None
        self._is_tidy = False
        self.show_waiting(0, None)

    def show_waiting(self, count: int, oldest_at: int | None) -> None:
        """So many messages, the oldest since then (UTC ms)."""
        words, text = self._context.format, translate("order_entry", "Inbox")
        if oldest_at is not None:
            text = f"{text} {words.number(count)} \u00b7 {words.time_on_day(oldest_at)}"
        self._action.setText(text)
        allow(self._action, count > 0, translate("order_entry", "No message waits in the inbox"))

    def take(self, message: int | None) -> None:
        """One of them, None for the oldest."""
        self._take(message, self._take_in)

    def take_again(self, message: int, then: Callable[[], object]) -> None:
        """One that was given back, if no other counter has taken it by then."""
        self._take(message, partial(self._hold_again, then))

    def _take(self, message: int | None, done: Callable[[Receipt[Waiting | None]], object]) -> None:
        take = partial(inbox.take, message, self._basket.slot.key)
        self._context.run(take, done, None, self, "message")

    def _take_in(self, taken: Receipt[Waiting | None]) -> None:
        if taken.value is None:
            self._context.notice(translate("order_entry", "No message waits in the inbox"))
        else:
            self.in_hand = taken.value.id
            self.taken.emit(taken.value)

    def _hold_again(self, then: Callable[[], object], taken: Receipt[Waiting | None]) -> None:
        self.in_hand = taken.value.id if taken.value else None
        then()

    def give_back(self) -> None:
        """The message in hand waits again."""
        if self.in_hand is not None:
            self.in_hand = None
            self._give_back([self._basket.slot.key])

    def finish(self) -> None:
        """The message in hand is in the cart.

        It is said in the same moment as the cart is kept: no kill in between reads it twice.
        """
        if self.in_hand is not None:
            cart = None if self._basket.changing else self._basket.cart.copy()
            finish = partial(inbox.finish, self.in_hand, self._basket.slot.key, cart)
            self.in_hand = None
            self._context.run(finish)

    def give_back_what_was_left(self, kind: str) -> None:
        """Once: what a program that has ended had in hand at this machine."""
        if not self._is_tidy:
            self._is_tidy = True
            own, is_free = self._basket.slot.key, self._context.station.is_free
            left = [x for x in inbox.taken_here() if x == own or is_free(kind, x)]
            if left:
                self._give_back(left)

    def _give_back(self, slots: list[str]) -> None:
        self._context.run(partial(inbox.give_back, [inbox.seat(slot) for slot in slots]))
