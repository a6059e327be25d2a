"""The cart in the cashier's hands: every step can be taken back, and nothing typed is ever lost."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gui.runtime.station import StationSlot
from gui.shell.app_context import AppContext
from models.amounts import NO_DISCOUNT, ONE, Discount
from models.catalogue import stock
from models.catalogue.catalogue import Product, product, products_by_id
from models.errors import NotEnoughStock, UnknownProduct
from models.orders import held_carts
from models.orders.cart import Cart, CartLine, OtherPrice
from models.orders.order_changes import OpenedOrder
from models.orders.returns import OpenedExchange
from models.settings import preferences

DRAFT_MS = 300


#: A cart and which of its lines is current; carts are small, so whole ones are kept.
State = tuple[Cart, int]


class Steps:
    """What was done to a cart: each step from one state to the next.

    Not Qt's stack, whose commands Python may free before the stack that still holds them: the two
    are handed from one cart to another here.
    """

    def __init__(self) -> None:
        self._steps: list[tuple[State, State]] = []
        self._done = 0

    def __bool__(self) -> bool:
        """Whether anything is done that was not taken back."""
        return self._done > 0

    def push(self, before: State, after: State) -> State:
        """A step was done; what was undone before it is forgotten."""
        self._steps[self._done :] = [(before, after)]
        self._done += 1
        return after

    def undo(self) -> State | None:
        """The state before the last step; None when there is none."""
        if self._done == 0:
            return None
        self._done -= 1
        return self._steps[self._done][0]

    def redo(self) -> State | None:
        """The state after the step that was undone last; None when there is none."""
        if self._done == len(self._steps):
            return None
        self._done += 1
        return self._steps[self._done - 1][1]


@dataclass(frozen=True, slots=True)
class InHand:
    """A cart with everything that was done to it, so that it can be taken up where it was left."""

    cart: Cart
    current: int
    changing: OpenedOrder | OpenedExchange | None
    steps: Steps
    channels: set[str]
    left: dict[int, int | None]
    staff: str  # whose hands they were


class CartEditor(QObject):
    """Holds the cart, which line is current, and what was added last."""

    #: The cart, or which of its lines is current, is another one now.
    changed = Signal()
    #: What was added costs something else than what there was; carries an `OtherPrice`.
    repriced = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.cart = Cart()
        self.current = -1
        self.last_product: int | None = None
        #: The placed order that is changed, or of which goods are exchanged for what is in the
        #: cart; that is then no order of its own.
        self.changing: OpenedOrder | OpenedExchange | None = None
        #: What was left (thousandths) of each product when it was added; None: not counted.
        self._left: dict[int, int | None] = {}
        #: Where this is in the shop; each slot of a station has its own draft.
        self.slot = StationSlot()
        #: Counts everything that was done; equal numbers mean that nothing was done in between.
        self.step = 0
        self._channels: set[str] = set()
        self._steps = Steps()
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._drafting.timeout.connect(self._save_draft)
        context.feed.lost.connect(self._draft_soon)  # where the station goes on alone, as well

    # --- looking at it ---------------------------------------------------------------------

    @property
    def current_line(self) -> CartLine | None:
        return self.cart.lines[self.current] if 0 <= self.current < len(self.cart.lines) else None

    @property
    def is_as_taken(self) -> bool:
        """Whether nothing was done to the cart since it is in hand."""
        return not self._steps

    @property
    def last_line(self) -> int:
        """The index of the line that was added to last, -1 when it is gone."""
        return _index_of(self.cart, self.last_product)

    @property
    def channel(self) -> str:
        """How the order came in: from a list, scanned or keyed throughout, or mixed."""
        if "list" in self._channels:
            return "list"
        if len(self._channels) > 1:
            return "mixed"
        return "scanned" if "scanned" in self._channels else "keyed"

    def counted(self) -> dict[int, int]:
        """How much (thousandths) of each product is in the cart."""
        counts: dict[int, int] = {}
        for line in self.cart.lines:
            counts[line.product_id] = counts.get(line.product_id, 0) + line.quantity
        return counts

    def beyond_shelf(self) -> dict[int, int]:
        """Of what more is in the cart than there was when it was added: how much there was."""
        beyond = {}
        for id_, quantity in self.counted().items():
            left = self._left.get(id_)
            if left is not None and quantity - self._had(id_) > left:
                beyond[id_] = left + self._had(id_)
        return beyond

    # --- steps -----------------------------------------------------------------------------

    def add(
        self,
        product: Product,
        quantity: int = ONE,
        channel: str = "keyed",
        discount: Discount = NO_DISCOUNT,
    ) -> list[OtherPrice]:
        """What costs something else now than what there was of it in the cart.

        Raises what `Cart.add` raises, and `NotEnoughStock`; the cart is then as before.
        """
        return self._take([(product, quantity, "")], channel, discount)

    def add_all(self, wanted: list[tuple[Product, int, str]], channel: str) -> None:
        """Several products in one step, with what the customer wrote: together or not at all."""
        for price in self._take(wanted, channel):
            self.repriced.emit(price)

    def added_last(self) -> Product | None:
        """The product added last, as it is now; None when there is none."""
        with suppress(UnknownProduct):
            return None if self.last_product is None else product(self.last_product)
        return None

    def set_quantity(self, at: int, quantity: int) -> None:
        """Less of a line, or more of it; what comes costs what it costs now."""
        line, cart = self.cart.lines[at], self.cart.copy()
        more, now = quantity - line.quantity, None
        if more > 0:
            now = products_by_id([line.product_id]).get(line.product_id)
            self._left[line.product_id] = now.available if now else None
        if now is not None and now.active and now.price != line.price:
            cart.add(now, more)
            at = _index_of(cart, now.id)
            self.repriced.emit(OtherPrice(line.name, line.price, now.price))
        else:
            cart.set_quantity(at, quantity)
        if more > 0:
            self._check_stock(cart, [line.product_id])
        self._push(cart, at)

    def change(self, deed: Callable[[Cart], object]) -> None:
        """One step that changes notes or discounts."""
        cart = self.cart.copy()
        deed(cart)
        self._push(cart, self.current)

    def remove(self, at: int) -> CartLine:
        cart = self.cart.copy()
        gone = cart.remove(at)
        self._push(cart, min(at, len(cart.lines) - 1))
        return gone

    def undo(self) -> bool:
        """Takes the last step back; False when there is none."""
        return self._show(self._steps.undo())

    def redo(self) -> bool:
        return self._show(self._steps.redo())

    # --- whole carts -----------------------------------------------------------------------

    def select(self, at: int) -> None:
        """Makes another line the current one."""
        at = max(-1, min(at, len(self.cart.lines) - 1))
        if at != self.current:
            self.current = at
            self.changed.emit()

    def begin(
        self, cart: Cart | None = None, changing: OpenedOrder | OpenedExchange | None = None
    ) -> None:
        """Takes up another cart, or an empty one; what was before is not undone into it."""
        self._steps, self._channels = Steps(), set()
        self._hold(cart, changing)
        # At once: a cart that was taken off the rail is nowhere else.
        self._save_draft()

    def _hold(self, cart: Cart | None, changing: OpenedOrder | OpenedExchange | None) -> None:
        self.changing = changing
        self.last_product = None
        if not cart:
            self._left = {}
        self.cart = cart or Cart(tax_included=preferences.get(preferences.PRICES_INCLUDE_TAX))
        self.current = len(self.cart.lines) - 1
        self.step += 1
        if self.cart.lines:
            self.last_product = self.cart.lines[-1].product_id
        self.changed.emit()

    def hand_over(self) -> InHand:
        """What was in hand is on its way; the hands are empty for the next customer.

        It stays the draft until it has arrived (`save_draft`), or for a moment.
        """
        taken = InHand(
            self.cart, self.current, self.changing, self._steps, self._channels, self._left,
            self._context.staff,
        )  # fmt: skip
        self._steps, self._channels = Steps(), set()
        self._hold(None, None)
        self._draft_soon()
        return taken

    def take_back(self, taken: InHand) -> bool:
        """What could not be done comes back into empty hands; False when they are full by now,
        another person's, or gone with their window."""
        if not isValid(self) or self.cart or self.changing or taken.staff != self._context.staff:
            return False
        self._left = taken.left
        self.begin(taken.cart, taken.changing)
        self._steps, self._channels = taken.steps, taken.channels
        self.select(taken.current)
        return True

    def take_up_draft(self) -> bool:
        """What was being typed here when the station stopped, if anything was."""
        # It keeps its key: should it have been placed unheard, placing it again finds that order.
        cart = held_carts.draft(self.slot.key)
        self.begin(cart)
        return cart is not None

    def save_draft(self) -> None:
        """Writes the draft now, if it is not written yet."""
        if self._drafting.isActive():
            self._save_draft()

    # --- inside ----------------------------------------------------------------------------

    def _take(
        self,
        wanted: list[tuple[Product, int, str]],
        channel: str,
        discount: Discount = NO_DISCOUNT,
    ) -> list[OtherPrice]:
        there = {item.id: [x.price for x in self.cart.lines if x.product_id == item.id]
                 for item, *_ in wanted}  # fmt: skip
        cart = self.cart.copy()
        for item, quantity, words in wanted:
            cart.add(item, quantity, discount=discount, words=words)
        self._check_stock(cart, [item.id for item, *_ in wanted])
        self._left.update((item.id, item.available) for item, *_ in wanted)
        self._channels.add(channel)
        self.last_product = wanted[-1][0].id
        self._push(cart, _index_of(cart, self.last_product))
        return [
            OtherPrice(item.name, there[item.id][-1], item.price)
            for item in {item.id: item for item, *_ in wanted}.values()
            if there[item.id] and item.price not in there[item.id]
        ]

    def _check_stock(self, cart: Cart, products: list[int]) -> None:
        """Refuses at once what placing would refuse."""
        for item, name, available in stock.not_oversellable(products):
            asked = sum(x.quantity for x in cart.lines if x.product_id == item)
            asked -= self._had(item)
            if asked > available:
                raise NotEnoughStock(name, asked, max(0, available))

    def _had(self, product_id: int) -> int:
        """How much (thousandths) of it is set aside for the order that is changed."""
        return self.changing.had(product_id) if isinstance(self.changing, OpenedOrder) else 0

    def _save_draft(self) -> None:
        self._drafting.stop()
        # A change that was not sent is forgotten: as a draft it would become a second order.
        cart = Cart() if self.changing else self.cart
        self._context.run(partial(held_carts.save_draft, cart, self.slot.key))

    def _draft_soon(self) -> None:
        # Not started anew by each key: the first step waits no longer for the ones after it.
        if not self._drafting.isActive():
            self._drafting.start()

    def _push(self, cart: Cart, current: int) -> None:
        self._show(self._steps.push((self.cart, self.current), (cart, current)))

    def _show(self, state: State | None) -> bool:
        if state is None:
            return False
        self.cart, self.current = state
        self.step += 1
        self._draft_soon()
        self.changed.emit()
        return True


def _index_of(cart: Cart, product_id: int | None) -> int:
    """The last line of the product."""
    for at in range(len(cart.lines) - 1, -1, -1):
        if cart.lines[at].product_id == product_id:
            return at
    return -1
