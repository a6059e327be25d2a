"""The counter at work: what each key does to the box and the cart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.desk import Desk
from gui.error_messages import sentence
from gui.exception_desk import guarded
from gui.order_entry.basket import Basket
from gui.order_entry.counted import Counted
from gui.order_entry.counter_pieces import CounterPieces
from gui.order_entry.finding import Finder, PriceMode, SearchMode
from gui.order_entry.held_desk import HeldDesk
from gui.order_entry.held_mode import HeldMode
from gui.order_entry.line_desk import LineDesk
from gui.order_entry.modes import DiscountMode, HoldMode, Mode, NoteMode, QuantityMode
from gui.widgets.undo_bar import UndoBar
from models.amounts import ONE
from models.cart import Cart
from models.catalogue import Product
from models.errors import ShopError
from models.held_carts import Held
from models.order_history import OrderRow
from models.orders import PlacedOrder

translate = QCoreApplication.translate


class CounterPage(QWidget):
    """Says what the cashier wants: to pay, to send, to paste a list."""

    pay_asked = Signal()
    send_asked = Signal()
    #: Carries the pasted text.
    list_pasted = Signal(str)

    def __init__(self, desk: Desk, basket: Basket) -> None:
        super().__init__()
        self._desk, self._basket = desk, basket
        self._step = basket.step
        self._held_desk = HeldDesk(desk, basket)
        self._line_desk = LineDesk(desk, basket)
        self.pieces = pieces = CounterPieces(self, desk, self._bind_all())
        self.box = pieces.box
        self._finder = Finder(desk, self.box)
        self.box.add_below(pieces.held_list)
        self.box.add_below(pieces.price_card)
        self.search = SearchMode(desk, basket, self.box, self._finder, pieces.verdict)
        self._mode: Mode = self.search
        pieces.arrange(self.width(), self.height())
        self._connect()
        self._turn_to(self.search)
        self._show_cart()

    # --- what the window says --------------------------------------------------------------

    def scanned(self, code: str) -> None:
        """Every scan gets a verdict; a scan never types into the field."""
        self._attempt(lambda: self._scanned(code))

    def show_placed(self, placed: PlacedOrder, paid: int) -> None:
        """The order is sent: its number stands where the cart was."""
        self._back_to_search()
        self.pieces.placed.show_order(placed, paid)
        self.pieces.empty.setCurrentWidget(self.pieces.placed)
        self.pieces.verdict.clear()

    def take_cart(self, cart: Cart) -> None:
        """A cart from elsewhere comes into the hands."""
        self._back_to_search()
        self._attempt(lambda: self._held_desk.exchange(cart))

    def show_held(self, held: Sequence[Held]) -> None:
        """The carts on the rail are these now."""
        self.pieces.rail.show_held(held)
        if isinstance(self._mode, HeldMode):
            self._mode.show_held(held)

    def complain(self, error: ShopError) -> None:
        """Tells in the strip under the cart what could not be done."""
        self.pieces.verdict.tell("danger", sentence(error, self._desk.format))

    def take_focus(self) -> None:
        self.box.take_focus()

    # --- keys ------------------------------------------------------------------------------

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever has the focus: letters and digits go to the box, Enter presses a button."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QAbstractButton
        ):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            self.box.take_focus()
            self.box.entry.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pieces.arrange(self.width(), self.height())

    def _bind_all(self) -> dict[str, Callable[[], object]]:
        return {
            "order.box": self._to_box,
            "order.note": self._note,
            "order.hold": self._hold,
            "order.held": self._held,
            "order.quantity": self._quantity,
            "order.price_check": self._price_check,
            "order.discount": self._discount,
            "order.pay": self.pay_asked.emit,
            "order.send": self.send_asked.emit,
            "order.paste": self._paste,
            "order.more": self._more,
            "order.less": self._less,
            "order.remove": self._remove,
            "order.last_line": self._edit_last,
            "order.create": self._create,
        }

    def _connect(self) -> None:
        box, pieces = self.box, self.pieces
        box.typed.connect(self._typed)
        box.entry.entered.connect(self._entered)
        box.entry.stepped.connect(self._stepped)
        box.entry.escaped.connect(self._escaped)
        box.entry.erased.connect(self._erased)
        box.entry.left_to_window.connect(self._window_key)
        self._finder.list.pressed_row.connect(self._hit_pressed)
        pieces.held_list.pressed_row.connect(self._resume)
        pieces.rail.chosen.connect(self._resume)
        pieces.last_sent.chosen.connect(self._open_order)
        pieces.cart.pressed_line.connect(self._basket.select)
        pieces.cart.stepped.connect(self._step_line)
        pieces.tiles.pressed.connect(self._tile_pressed)
        self._basket.changed.connect(self._show_cart)

    # --- the box ---------------------------------------------------------------------------

    def _turn_to(self, mode: Mode) -> None:
        self._mode = mode
        self.box.ask(mode.question())
        if mode is self.search:
            self.search.set_times(ONE)
        mode.typed(self.box.text())
        self._show_what_can_be_done()

    def _back_to_search(self) -> None:
        self._turn_to(self.search)

    def _to_box(self) -> None:
        if self._mode is not self.search:
            self._back_to_search()
        self.box.take_focus()
        self.box.entry.selectAll()

    def _typed(self, text: str) -> None:
        try:
            self._mode.typed(text)
        except ShopError as error:
            self.box.complain(sentence(error, self._desk.format))

    def _entered(self) -> None:
        mode = self._mode
        try:
            done = mode.entered(self.box.text())
        except ShopError as error:
            if mode is self.search:
                self.complain(error)
            else:
                self.box.complain(sentence(error, self._desk.format))
            return
        if done and mode is not self.search:
            self._back_to_search()
            self._finish(mode)

    def _finish(self, mode: Mode) -> None:
        """What an answered question leads to."""
        if isinstance(mode, HoldMode):
            reference = mode.reference
            self._attempt(lambda: self._held_desk.put_aside(reference))
        elif isinstance(mode, HeldMode) and mode.chosen is not None:
            self._resume(mode.chosen)
        removed = mode.removed if isinstance(mode, HoldMode | NoteMode) else 0
        if removed:
            text = Counted().removed(removed)
            self.pieces.verdict.tell("warn", text, self.tr("The shop keeps no personal data."))

    def _stepped(self, by: int) -> None:
        self._mode.stepped(by)

    def _escaped(self) -> None:
        if self._mode is not self.search:
            self._back_to_search()
        elif not self.search.clear():
            self.pieces.verdict.clear()

    def _erased(self) -> None:
        if self._mode is self.search:
            self.search.erase()

    def _window_key(self, key: int) -> None:
        commands = {
            Qt.Key.Key_Plus: "order.more",
            Qt.Key.Key_Minus: "order.less",
            Qt.Key.Key_Delete: "order.remove",
        }
        self._desk.actions.of(self, commands[Qt.Key(key)]).trigger()

    def _ask_again_or(self, kind: type[Mode], build: Callable[[], Mode]) -> None:
        """The key of a question pressed twice asks its other half."""
        if isinstance(self._mode, kind) and self._mode.again():
            self._turn_to(self._mode)
        else:
            self._turn_to(build())

    # --- finding ---------------------------------------------------------------------------

    def _hit_pressed(self, product: Product) -> None:
        mode = self._mode
        if isinstance(mode, PriceMode):
            mode.show(product)
        else:
            self._attempt(lambda: self.search.add(product, ONE, "keyed"))

    def _tile_pressed(self, product: Product) -> None:
        self._attempt(lambda: self.search.add(product, ONE, "keyed"))

    def _scanned(self, code: str) -> None:
        if isinstance(self._mode, PriceMode):
            self._mode.scanned(code)
        else:
            self.search.scanned(code)

    def _price_check(self) -> None:
        self._turn_to(PriceMode(self.box, self._finder, self.pieces.price_card))

    def _create(self) -> None:
        """The owner adds what nobody knows yet; the cart waits here."""
        code, self.search.unknown = self.search.unknown, ""
        self.pieces.verdict.clear()
        self._desk.open("catalogue", new_code=code)

    # --- the cart --------------------------------------------------------------------------

    def _note(self) -> None:
        self._ask_again_or(NoteMode, self._new_note)

    def _new_note(self) -> Mode:
        return NoteMode(self._basket, self._desk.actions)

    def _discount(self) -> None:
        self._ask_again_or(DiscountMode, self._new_discount)

    def _new_discount(self) -> Mode:
        return DiscountMode(self._basket, self._desk.actions)

    def _quantity(self) -> None:
        if self._basket.current_line is not None:
            self._turn_to(QuantityMode(self._basket, self._desk.format))

    def _edit_last(self) -> None:
        at = self._basket.last_line
        self._basket.select(at if at >= 0 else len(self._basket.cart.lines) - 1)
        self._quantity()

    def _more(self) -> None:
        self._step_line(self._basket.current, 1)

    def _less(self) -> None:
        self._step_line(self._basket.current, -1)

    def _step_line(self, at: int, by: int) -> None:
        self._attempt(lambda: self._line_desk.step(at, by))

    def _remove(self) -> None:
        if isinstance(self._mode, HeldMode):
            self._discard(self._mode)
        else:
            self._line_desk.remove()

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if len(text.split("\n")) > 1 or len(text.split()) > 4:
            self.list_pasted.emit(text)
        elif text.strip():  # a code or a name
            self.box.entry.paste()

    def _open_order(self, order: OrderRow) -> None:
        self._desk.open("order_history", order_id=order.id)

    # --- held carts ------------------------------------------------------------------------

    def _hold(self) -> None:
        if isinstance(self._mode, HoldMode):
            self._entered()
        elif self._basket.cart:
            self._turn_to(HoldMode())

    def _held(self) -> None:
        self._turn_to(HeldMode(self._desk, self.box, self.pieces.held_list))

    def _resume(self, held: Held) -> None:
        self._back_to_search()
        self._attempt(lambda: self._held_desk.take_up(held.id))

    def _discard(self, mode: HeldMode) -> None:
        held = mode.marked
        if held is not None:
            self._attempt(lambda: self._held_desk.discard(held))

    # --- showing ---------------------------------------------------------------------------

    def _show_cart(self) -> None:
        pieces, basket = self.pieces, self._basket
        pieces.cart.show_cart(basket.cart, basket.current)
        pieces.total.show_cart(basket.cart)
        pieces.tiles.show_counts(basket.counted())
        if basket.cart:
            pieces.empty.setCurrentIndex(0)
        self._show_what_can_be_done()
        if self._step != basket.step:
            self._step = basket.step
            self._dismiss_undo()
            if not basket.cart:
                pieces.verdict.clear()

    def _show_what_can_be_done(self) -> None:
        cart, line = bool(self._basket.cart), self._basket.current_line is not None
        can = {
            **dict.fromkeys(("order.pay", "order.send", "order.hold"), cart),
            **dict.fromkeys(("order.discount", "order.note"), cart),
            "order.quantity": line,
            "order.remove": line or isinstance(self._mode, HeldMode),
        }
        for command, enabled in can.items():
            self._desk.actions.of(self, command).setEnabled(enabled)

    def _dismiss_undo(self) -> None:
        """The next deed replaces what could be undone with one key."""
        for bar in self.pieces.verdict.findChildren(UndoBar):
            bar.dismiss()

    def _attempt(self, deed: Callable[[], object]) -> None:
        """Does it, or says under the cart why not."""
        try:
            deed()
        except ShopError as error:
            self.complain(error)
