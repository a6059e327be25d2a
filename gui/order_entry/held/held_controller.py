"""Setting the cart in hand aside and taking one up again; nothing is ever lost on the way."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from shiboken6 import isValid

from gui.order_entry.cart.cart_editor import CartEditor, InHand
from gui.order_entry.cart.price_changes import tell_other_prices
from gui.order_entry.plurals import Plurals
from gui.runtime.station import StationSlot
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from models import clock
from models.errors import ShopError
from models.events import Receipt
from models.orders import held_carts, order_changes
from models.orders.cart import Cart
from models.orders.held_carts import HeldCartRow
from models.orders.order_changes import OpenedOrder
from models.orders.returns import OpenedExchange

translate = QCoreApplication.translate
Refused = Callable[[ShopError], object]
Verb = Callable[[], Receipt[Any]]

#: A cart of another machine that nobody touched for so long was left behind.
LEFT_MS = 12 * 60 * clock.MINUTE


def keep_what_was_left(context: AppContext, kind: str, own: StationSlot) -> None:
    """Carts at slots of this station where nobody sits any more go to the rail, and that is said.

    The program there has crashed, or was closed and never opened so often again.
    """
    left = [
        slot
        for slot, at in held_carts.drafts().items()
        if slot != own.key and (context.station.is_free(kind, slot) or clock.now() - at > LEFT_MS)
    ]

    def say(done: Receipt[int]) -> None:
        if done.value:
            context.notice(Plurals().left_behind(done.value))

    if left:
        context.run(partial(held_carts.release_drafts, left), say)


def say_left(context: AppContext, opened: OpenedOrder | OpenedExchange) -> None:
    """An order that was opened to be changed was not."""
    number = context.format.order_number(opened.number)
    text = translate("order_entry", "Order {number} stays as it was")
    context.say(text.format(number=number), None, "check", number)


def keep_unsent(taken: InHand, done: Receipt[Any] | None) -> Verb | None:
    """The program closes before its counter heard of it: what was refused waits on the rail."""
    return partial(held_carts.keep_for, taken.cart, taken.staff) if done is None else None


def keep_resumed(staff: str, taken: Receipt[Cart | None] | None) -> Verb | None:
    """The program closes before the cart came into the hands: it goes back to the rail."""
    if taken is None or taken.value is None:
        return None
    return partial(held_carts.keep_for, taken.value, staff)


class HeldController:
    """The verbs of held carts, each with its undo."""

    def __init__(self, context: AppContext, basket: CartEditor) -> None:
        self._context, self._basket = context, basket

    def put_aside(self, reference: str, refused: Refused) -> None:
        """What cannot be held (`EmptyCart`, `TextTooLong`) is in hand again."""
        taken = self._basket.hand_over()

        def come_back(error: ShopError) -> None:
            if self._basket.take_back(taken):
                refused(error)
            else:
                self._not_kept(taken.cart, taken.staff, error)

        hold = partial(held_carts.hold, taken.cart, reference)
        said = partial(self._say_held, reference)
        self._context.run(hold, said, come_back, unheard=partial(keep_unsent, taken))

    def _say_held(self, reference: str, held: Receipt[int]) -> None:
        text = translate("order_entry", "Cart held") + (f": {reference}" if reference else "")
        taken_up = partial(self._taken_up, self._context.staff)
        undo = partial(self._context.undo, held.sequence, taken_up)
        self._context.say(text, undo, "pause", reference)

    def keep(self, cart: Cart, staff: str) -> None:
        """Among the held carts, because other goods are in hand, or under the code of `staff`,
        because another person is here."""
        whose = "" if staff == self._context.staff else staff
        keep = partial(held_carts.keep_for, cart, whose)
        self._context.run(keep, None, partial(self._not_kept, cart, staff))

    def _not_kept(self, cart: Cart, staff: str, error: ShopError) -> None:
        text = translate("order_entry", "A cart could not be put aside: {reason}")
        again = (translate("order_entry", "Try again"), partial(self.keep, cart, staff))
        reason = sentence(error, self._context.format)
        self._context.notice(text.format(reason=reason), remedy=again)

    def take_up(self, held: int, refused: Refused | None = None) -> None:
        """The cart in hand is set aside instead."""
        staff = self._context.staff
        self._context.run(
            partial(held_carts.resume, held),
            partial(self._taken_up, staff),
            refused,
            once=("resume", held),
            unheard=partial(keep_resumed, staff),
        )

    def _taken_up(self, staff: str, taken: Receipt[Cart] | Receipt[Cart | None]) -> None:
        if taken.value is None:
            return  # nothing waited
        if isValid(self._basket) and staff == self._context.staff:
            self.exchange(taken.value)
        else:  # the window is gone or another's by now, and the cart off the rail
            self.keep(taken.value, staff)

    def exchange(self, cart: Cart) -> None:
        """Takes another cart into the hands; the one in hand is set aside."""
        self._set_aside()
        self._basket.begin(cart)
        tell_other_prices(self._context, cart)

    def change(self, order_id: int) -> None:
        """Takes a placed order into the hands. Raises `UnknownOrder`, `WrongStage`."""
        opened = order_changes.open_order(order_id)
        self._set_aside()
        self._basket.begin(opened.cart.copy(), opened)
        tell_other_prices(self._context, opened.cart)

    def begin_exchange(self, opened: OpenedExchange) -> None:
        """What goes out for goods that came back is chosen."""
        self._set_aside()
        self._basket.begin(None, opened)

    def leave(self) -> None:
        """The order that is being changed stays as it is."""
        if (opened := self._basket.changing) is not None:
            self._basket.begin()
            say_left(self._context, opened)

    def hand_over(self, before: str, now: str) -> None:
        """Another person stands here: the cart of `before` waits under that code, and the one that
        waits for `now` is taken up."""
        if self._basket.changing is not None:
            self.leave()
        elif self._basket.cart:
            self.keep(self._basket.hand_over().cart, before)
        if now:  # asked behind what is on its way: their cart may be among it
            self._context.run(
                partial(held_carts.resume_for, now),
                partial(self._taken_up, now),
                unheard=partial(keep_resumed, now),
            )

    def _set_aside(self) -> None:
        if self._basket.changing is not None:
            self.leave()
        elif self._basket.cart:
            self.keep(self._basket.hand_over().cart, self._context.staff)

    def discard(self, held: HeldCartRow, refused: Refused) -> None:
        discard = partial(held_carts.discard, held.id)
        self._context.run(discard, self._say_discarded, refused, once=("discard", held.id))

    def _say_discarded(self, gone: Receipt[Cart]) -> None:
        text = translate("order_entry", "Held cart discarded")
        undo = partial(self._context.undo, gone.sequence, again=self._say_discarded)
        self._context.say(text, undo, "trash-can-outline")
