"""The counter at work: what each key does to the box and the cart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.input.actions import allow
from gui.order_entry.answer_controller import AnswerController
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.cart.command_states import show_offers
from gui.order_entry.cart.exchange import due_for
from gui.order_entry.cart.line_controller import LineController
from gui.order_entry.counter_layout import CounterLayout
from gui.order_entry.entry import prompts
from gui.order_entry.entry.item_entry_controller import ItemEntryController
from gui.order_entry.entry.stock_texts import left_badge
from gui.order_entry.entry.wanted_prompt import WantedPrompt
from gui.order_entry.held.held_controller import HeldController
from gui.order_entry.held.held_prompt import HeldPrompt
from gui.order_entry.plurals import Plurals
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.messages.undo_bar import UndoBar
from gui.words.error_messages import sentence
from models.catalogue import catalogue
from models.errors import ShopError
from models.orders.cart import Cart
from models.orders.held_carts import HeldCartRow
from models.orders.order_history import OrderRow
from models.print_spool import PrintRequest

translate = QCoreApplication.translate


class CounterView(QWidget):
    """Says what the cashier wants: to pay, to send, to paste a list."""

    pay_asked = Signal()
    send_asked = Signal()
    #: Carries the pasted text.
    list_pasted = Signal(str)

    def __init__(self, context: AppContext, basket: CartEditor, question: QWidget) -> None:
        """`question` is the card of what the warehouse asks."""
        super().__init__()
        self._context, self._basket = context, basket
        self._step = basket.step
        self._held_controller = HeldController(context, basket)
        self._line_controller = LineController(context, basket)
        self._answers = AnswerController(context, basket)
        self._actions = {
            id: context.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        self.pieces = pieces = CounterLayout(context, self._actions, question)
        self._tiles = pieces.tiles.arranging
        self.box = pieces.box
        self.talk = ItemEntryController(
            context, basket, self.box, pieces.verdict, pieces.price_card
        )
        self._answers.talk = self.talk
        self.box.add_below(pieces.held_list)
        self.setLayout(pieces.columns())
        pieces.arrange(self.width(), self.height())
        self._connect()
        self.talk.back()
        self._show_cart()
        self.setAcceptDrops(True)
        self.box.entry.setAcceptDrops(False)

    # --- what the window says --------------------------------------------------------------

    def scanned(self, code: str) -> None:
        """Every scan gets a verdict; a scan never types into the field."""
        self.talk.scanned(code)

    def show_placed(self) -> None:
        """The order is sent: its number stands where the cart was."""
        self.pieces.empty.setCurrentWidget(self.pieces.placed)
        self.talk.back()
        self.pieces.verdict.clear()

    def tell_of_draft(self) -> None:
        """The cart in hand is the one of before the program stopped."""
        text = self.tr("what was in hand when the program stopped")
        self.pieces.verdict.tell("ready", self.tr("Restored"), text)

    def take_cart(self, cart: Cart) -> None:
        """A cart from elsewhere comes into the hands."""
        self.talk.back()
        self._held_controller.exchange(cart)

    def change_order(self, order_id: int) -> None:
        """A placed order comes into the hands."""
        self.talk.back()
        self._attempt(lambda: self._held_controller.change(order_id))

    def show_held(self, held: Sequence[HeldCartRow], there: int) -> None:
        """The carts on the rail are these now; more wait `there`, at a server that is away."""
        self.pieces.rail.show_held(held, there)
        if isinstance(self.talk.prompt, HeldPrompt):
            self.talk.prompt.show_held(held, there)

    def offer_to_create(self, code: str) -> None:
        """Nobody knows the code; it can be made a product at once, or later."""
        self.talk.search.offer_to_create(code)

    def ask_when(self, said: str) -> None:
        """A list that is in the cart perhaps `said` when the order is wanted."""
        if said and self._basket.cart.wanted_at is None:
            self.talk.turn_to(WantedPrompt(self._basket, self._context.format, self.box, said))

    def add_created(self, product_id: int) -> None:
        """What was unknown is in the catalogue now, and comes into the cart."""
        self.talk.focus()
        self.talk.add(catalogue.product(product_id))

    def complain(self, error: ShopError) -> None:
        """Tells in the strip under the cart what could not be done."""
        self.pieces.verdict.tell("danger", sentence(error, self._context.format))

    def save_state(self) -> object:
        """The current line, what the box asks, the amount before it, and whether tiles are open."""
        prompt, tiles = self.talk.prompt, self.pieces.tiles
        shown = (self.pieces.tiles_wanted, tiles.is_arranging)
        return self._basket.current, prompt.command, prompt.whole, self.talk.search.times, shown

    def restore_state(self, carried: object) -> None:
        """Once the cart is here."""
        assert isinstance(carried, tuple)
        current, command, whole, times, (tiles_wanted, arranging) = carried
        self.pieces.show_tiles(tiles_wanted)
        if arranging:
            self._arrange()
        self._basket.select(current)
        self.talk.search.set_times(times)
        if command:
            self._actions[command].trigger()
            if self.talk.prompt.whole != whole:
                self._actions[command].trigger()

    def undo(self) -> bool:
        """The last step of the cart, or of the tiles while they are arranged."""
        return (self._tiles if self.pieces.tiles.is_arranging else self._basket).undo()

    def redo(self) -> bool:
        return (self._tiles if self.pieces.tiles.is_arranging else self._basket).redo()

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
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        self.list_pasted.emit(event.mimeData().text())
        event.acceptProposedAction()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pieces.arrange(self.width(), self.height())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "order.box": self._to_box,
            "order.note": self._note,
            "order.hold": self._hold,
            "order.held": self._held,
            "order.quantity": self._quantity,
            "order.price_check": self._check_prices,
            "order.discount": self._discount,
            "order.later": self._later,
            "order.pay": self.pay_asked.emit,
            "order.send": self.send_asked.emit,
            "payment.print": self._print_receipt,
            "order.paste": self._paste,
            **self._answers.handlers(),
            "order.more": self._more,
            "order.less": self._less,
            "order.remove": self._remove,
            "order.last_line": self._edit_last,
            "order.create": self._create,
            "order.leave": self.leave,
            "order.tiles": self._turn_tiles,
            "order.favourite": self._star,
            "order.arrange": self._arrange,
        }

    def _connect(self) -> None:
        talk, pieces = self.talk, self.pieces
        talk.turned.connect(self._show_what_can_be_done)
        talk.answered.connect(self._answered)
        talk.refused.connect(self.complain)
        talk.commanded.connect(self._commanded)
        pieces.held_list.pressed_row.connect(self._resume)
        pieces.rail.chosen.connect(self._resume)
        pieces.last_sent.chosen.connect(self._open_order)
        pieces.cart.pressed_line.connect(self._basket.select)
        pieces.cart.stepped.connect(self._step_line)
        pieces.tiles.pressed.connect(talk.add)
        pieces.tiles.ended.connect(self.take_focus)
        self._basket.changed.connect(self._show_cart)

    # --- the box ---------------------------------------------------------------------------

    def _answered(self, prompt: prompts.Prompt) -> None:
        """What an answered question leads to."""
        if isinstance(prompt, prompts.HoldPrompt):
            reference = prompt.reference
            self._held_controller.put_aside(reference, self.complain)
        elif isinstance(prompt, HeldPrompt) and prompt.chosen is not None:
            self._resume(prompt.chosen)
        if isinstance(prompt, prompts.HoldPrompt | prompts.NotePrompt) and prompt.removed:
            text = Plurals().details_removed(prompt.removed)
            self.pieces.verdict.tell("warn", text, self.tr("The shop keeps no personal data."))

    def _commanded(self, id: str) -> None:
        self._actions[id].trigger()

    def _to_box(self) -> None:
        self.talk.focus()

    def _check_prices(self) -> None:
        self.talk.check_prices()

    def _create(self) -> None:
        """The owner adds what nobody knows yet; the cart waits here."""
        code, self.talk.search.unknown = self.talk.search.unknown, ""
        self.pieces.verdict.clear()
        self._context.open("catalogue", new_code=code, for_counter=True)

    # --- the cart --------------------------------------------------------------------------

    def _note(self) -> None:
        self.talk.again_or(prompts.NotePrompt, self._new_note)

    def _new_note(self) -> prompts.Prompt:
        return prompts.NotePrompt(self._basket, self._context.actions)

    def _discount(self) -> None:
        self.talk.again_or(prompts.DiscountPrompt, self._new_discount)

    def _new_discount(self) -> prompts.Prompt:
        return prompts.DiscountPrompt(self._basket, self._context.actions, self._context.format)

    def _later(self) -> None:
        self.talk.turn_to(WantedPrompt(self._basket, self._context.format, self.box))

    def _quantity(self) -> None:
        if self._basket.current_line is not None:
            self.talk.turn_to(prompts.QuantityPrompt(self._basket, self._context.format))

    def _edit_last(self) -> None:
        at = self._basket.last_line
        self._basket.select(at if at >= 0 else len(self._basket.cart.lines) - 1)
        self._quantity()

    def _print_receipt(self) -> None:
        """Of the order whose number stands there."""
        self._context.print(PrintRequest("receipt", self.pieces.placed.order_id))

    def _more(self) -> None:
        self._step_current(1)

    def _less(self) -> None:
        self._step_current(-1)

    def _step_current(self, by: int) -> None:
        if self._basket.current_line is None:
            self._choose_first()
        else:
            self._step_line(self._basket.current, by)

    def _step_line(self, at: int, by: int) -> None:
        self._attempt(lambda: self._line_controller.step(at, by))

    def _remove(self) -> None:
        if isinstance(self.talk.prompt, HeldPrompt):
            self._discard(self.talk.prompt)
        else:
            self._line_controller.remove()

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if len(text.split("\n")) > 1 or len(text.split()) > 4:
            self.list_pasted.emit(text)
        elif text.strip():  # a code or a name
            self.box.entry.paste()
        else:
            self.pieces.verdict.tell("warn", self.tr("No text was copied"))

    def _open_order(self, order: OrderRow) -> None:
        self._context.open("order_history", order_id=order.id)

    # --- favourites ------------------------------------------------------------------------

    def _turn_tiles(self) -> None:
        self.pieces.tiles.end_arranging()
        self.pieces.turn_tiles()
        self.take_focus()

    def _star(self) -> None:
        """The product that is marked among the hits, else in the cart."""
        hit, line = self.talk.marked_hit, self._basket.current_line
        product = hit.id if hit is not None else line.product_id if line is not None else None
        if product is None:
            self._choose_first()
        else:
            self._tiles.star(product)

    def _choose_first(self) -> None:
        self.pieces.verdict.tell("warn", self.tr("Choose a product first"))

    def _arrange(self) -> None:
        """The tiles can be moved, until Esc."""
        if self.pieces.tiles.is_arranging:
            self.pieces.tiles.end_arranging()
            return
        self.talk.back()
        self.pieces.show_tiles(True)
        self.pieces.tiles.begin_arranging()

    # --- held carts ------------------------------------------------------------------------

    def _hold(self) -> None:
        if isinstance(self.talk.prompt, prompts.HoldPrompt):
            self.talk.enter()
        elif self._basket.cart:
            self.talk.turn_to(prompts.HoldPrompt())

    def _held(self) -> None:
        self.talk.turn_to(HeldPrompt(self._context, self.box, self.pieces.held_list))

    def _resume(self, held: HeldCartRow) -> None:
        self.talk.back()
        self._held_controller.take_up(held.id, self.complain)

    def _discard(self, prompt: HeldPrompt) -> None:
        held = prompt.marked
        if held is not None:
            self._held_controller.discard(held, self.complain)

    # --- showing ---------------------------------------------------------------------------

    def _show_cart(self) -> None:
        pieces, basket = self.pieces, self._basket
        form = self._context.format
        beyond = {id_: left_badge(left, form) for id_, left in basket.beyond_shelf().items()}
        pieces.cart.show_cart(basket.cart, basket.current, beyond)
        pieces.total.show_cart(basket.cart, due_for(basket))
        pieces.tiles.show_counts(basket.counted())
        if basket.cart or basket.changing:  # of the customer before it would be paid twice
            pieces.empty.setCurrentIndex(0)
        self._show_what_can_be_done()
        if self._step != basket.step:
            self._step = basket.step
            for bar in self.findChildren(UndoBar):
                bar.dismiss()  # the next deed replaces what could be undone with one key
            if basket.is_as_taken or not basket.cart:
                pieces.verdict.clear()  # what was said before is not said of this one

    def _show_what_can_be_done(self) -> None:
        discards = isinstance(self.talk.prompt, HeldPrompt)
        show_offers(self._actions, self._basket, self._context, discards)
        is_sent = self.pieces.empty.currentWidget() is self.pieces.placed
        reason = self.tr("Receipts of earlier orders are printed in All orders")
        allow(self._actions["payment.print"], is_sent, reason)
        self.pieces.change_bar.show_opened(self._basket.changing)

    def leave(self) -> None:
        """The order that is being changed stays as it is."""
        self._held_controller.leave()

    def _attempt(self, deed: Callable[[], object]) -> None:
        """Does it, or says under the cart why not."""
        try:
            deed()
        except ShopError as error:
            self.complain(error)
