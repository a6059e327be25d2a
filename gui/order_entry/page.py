"""Order entry: where orders are scanned, typed or pasted, paid and sent to the warehouse."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.order_entry.cart.cart_card import cart_count
from gui.order_entry.cart.cart_editor import CartEditor, InHand
from gui.order_entry.cart.exchange import ExchangeController, due_for
from gui.order_entry.counter_view import CounterView
from gui.order_entry.held.held_controller import (
    HeldController,
    keep_unsent,
    keep_what_was_left,
    say_left,
)
from gui.order_entry.inbox_controller import InboxController
from gui.order_entry.placed_notice import say_placed
from gui.order_entry.questions.question_controller import QuestionController
from gui.order_entry.surroundings import Surroundings, surroundings
from gui.printing.print_settings import papers_of_change, papers_of_order
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.words.error_messages import sentence
from models import events
from models.errors import ShopError
from models.events import Event, Receipt
from models.fulfilment import promise
from models.fulfilment.promise import Promise
from models.orders import order_changes, orders
from models.orders.cart import Cart
from models.orders.order_changes import OpenedOrder
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.orders.returns import Exchange, OpenedExchange
from models.search import product_search
from models.shopping_list.inbox import Waiting

if TYPE_CHECKING:
    from gui.order_entry.shopping_list.review_panel import ReviewPanel
    from gui.payment.payable import Payable
    from gui.payment.payment_panel import PaymentPanel

translate = QCoreApplication.translate

_RAIL = frozenset({events.HELD, events.RESUMED, events.DISCARDED, events.INBOX_CHANGED})


class OrderEntryPage(Page):
    """The counter page, and in front of it now and then the payment or a pasted list."""

    name = "order_entry"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.basket = CartEditor(context, self)
        self.questions = QuestionController(context, self)
        self.exchange = ExchangeController(context, self.basket)
        self.counter = CounterView(context, self.basket, self.questions.card)
        self.questions.left.connect(self._to_page)
        self.questions.out_of_sight.connect(self._answer_later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counter.pieces.change_bar)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.counter)
        self.counter.send_asked.connect(self.send)
        self.counter.pay_asked.connect(self.pay)
        self.counter.list_pasted.connect(self.paste)
        self.setFocusProxy(self.counter.box.entry)
        self.basket.slot = context.station.slot(self.name, self)
        self.counter.pieces.add_above_rail(self.button("order.inbox", self.read_oldest, "narrow"))
        self.inbox = InboxController(context, self.basket, self.action("order.inbox"), self)
        self.inbox.taken.connect(self._read_message)
        if self.basket.take_up_draft():
            self.counter.tell_of_draft()

    @cached_property
    def payment(self) -> "PaymentPanel":
        """Made when somebody pays for the first time: a counter opens a third sooner for it."""
        from gui.payment.payment_panel import PaymentPanel

        pane = PaymentPanel(self.context)
        self._stack.addWidget(pane)
        pane.paid.connect(self._place)
        pane.closed.connect(self._to_counter)
        self.basket.changed.connect(self._amend_payment)
        return pane

    @cached_property
    def review(self) -> "ReviewPanel":
        """Made when the first list is pasted."""
        from gui.order_entry.shopping_list.review_panel import ReviewPanel

        pane = ReviewPanel(self.context, self.basket, self.inbox)
        self._stack.addWidget(pane)
        pane.closed.connect(self._to_counter)
        pane.closed.connect(self.counter.ask_when)
        pane.reopened.connect(self._take_up_list)
        return pane

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.basket.save_draft()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # Above this the pages fold by themselves; below it the window lets them scroll.
        return QSize(self.context.theme.px(600), self.context.theme.px(440))

    def title(self) -> str:
        return self.tr("Order entry")

    def person_changed(self, before: str, now: str) -> None:
        self._put_away()
        HeldController(self.context, self.basket).hand_over(before, now)

    def opened(self, **arguments: object) -> None:
        """`cart`: an order to be placed again; `change`: the id of one to be changed; `exchange`:
        goods of one that came back.

        The cart in hand is set aside for it. `scanned`: a code that was scanned elsewhere.
        `created`: a product that was made of an unknown code; `offered`: one that was not.
        `message`: the id of one in the inbox, to be read here.
        """
        if isinstance(cart := arguments.get("cart"), Cart):
            self._put_away()
            self.counter.take_cart(cart)
        if isinstance(order_id := arguments.get("change"), int):
            self._put_away()
            self.counter.change_order(order_id)
        if isinstance(goods := arguments.get("exchange"), OpenedExchange):
            self._to_counter()
            self.counter.talk.back()
            HeldController(self.context, self.basket).begin_exchange(goods)
        if isinstance(code := arguments.get("scanned"), str):
            self.scanned(code)
        if isinstance(product_id := arguments.get("created"), int):
            self._put_away()
            self.counter.add_created(product_id)
        if isinstance(code := arguments.get("offered"), str) and code:
            self._put_away()
            self.counter.offer_to_create(code)
        self._to_page()
        keep_what_was_left(self.context, self.name, self.basket.slot)
        self.inbox.give_back_what_was_left(self.name)
        if isinstance(message := arguments.get("message"), int):
            self._take_message(message)

    def _answer_later(self) -> None:
        self._say_in_front(self.tr("First finish this, then answer the warehouse"))

    def _say_in_front(self, text: str) -> None:
        """Tells it where the payment or the list is in front of the counter."""
        if self._stack.currentWidget() is self.payment:
            self.payment.refuse(text)
        else:
            self.review.pieces.complain(text)

    def _to_page(self) -> None:
        page: Any = self._stack.currentWidget()
        page.take_focus()

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in (_RAIL | events.ORDER_KINDS | events.CATALOGUE_KINDS)

    def refresh(self) -> None:
        self.context.background.ask(surroundings, self._show_surroundings, owner=self)
        self.counter.pieces.tiles.ask()
        self.context.background.ask(product_search.prepare, _ready, owner=self)

    def _show_surroundings(self, around: Surroundings) -> None:
        self.counter.show_held(around.held, around.held_there)
        self.counter.pieces.last_sent.show_orders(around.sent)
        self.questions.show_open(around.asked)
        self.inbox.show_waiting(*around.waiting)

    # --- what comes from outside -----------------------------------------------------------

    def scanned(self, code: str) -> None:
        self.counter.scanned(code)
        verdict = self.counter.pieces.verdict
        lists = "review" in vars(self) and self.review.isVisible()  # shows no cart
        if not self.counter.isVisible() and (lists or verdict.kind != "ready"):
            self.context.notice(verdict.text(), "info" if verdict.kind == "ready" else "warn")

    def read_oldest(self) -> None:
        """Ctrl+M: the message that waits longest is looked through."""
        self._take_message(None)

    def _take_message(self, message: int | None) -> None:
        if self._stack.currentWidget() is self.counter:
            self.inbox.take(message)
        else:
            self._say_in_front(self.tr("First finish this, then read the message"))

    def _read_message(self, message: Waiting) -> None:
        if self._stack.currentWidget() is self.counter:
            self.paste(message.content)
        else:
            self.inbox.give_back()

    def undo(self) -> bool:
        return self.counter.undo()

    def redo(self) -> bool:
        return self.counter.redo()

    def undo_bar_anchor(self) -> QWidget:
        in_front = self._stack.currentWidget() or self.counter
        return self.counter.pieces.goods if in_front is self.counter else in_front

    def save_state(self) -> object:
        """The cart goes on in the rebuilt window, with what is done to it; this one lets go."""
        cart, changing, page = self.basket.cart, self.basket.changing, self._stack.currentWidget()
        counter, paying, list_ = self.counter.save_state(), None, None
        if page is not self.counter:
            paying = self.payment.save_state() if page is self.payment else None
            list_ = self.review.save_state() if page is self.review else None
        self.basket.begin()
        return cart, changing, self.basket.slot, counter, paying, list_

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        cart, changing, slot, counter, paying, list_ = carried
        self.basket.slot = self.context.station.slot(self.name, self, slot.number)
        self.basket.begin(cart, changing)
        self.counter.restore_state(counter)
        if paying is not None:
            self.pay()
            self.payment.restore_state(paying)
        elif list_ is not None:
            self._take_up_list(list_)

    # --- verbs -----------------------------------------------------------------------------

    def send(self) -> None:
        """F10: to the warehouse, to be paid later."""
        self._place((), False)

    def pay(self) -> None:
        """F9: the customer pays now; a change of a placed order is sent instead. For goods that
        are exchanged the difference is paid, or goes back."""
        changing, due = self.basket.changing, due_for(self.basket)
        if isinstance(changing, OpenedExchange) and not (due and due.due):
            self._give_back(due)
        elif isinstance(changing, OpenedOrder):
            self._send_change(changing)
        elif self.basket.cart:
            self._stack.setCurrentWidget(self.payment)
            self.payment.begin(self._to_pay())

    def _give_back(self, due: Exchange | None) -> None:
        try:
            self.exchange.give_back(due, self._change_refused)
        except ShopError as error:
            self.counter.complain(error)

    def _to_pay(self) -> "Payable":
        from gui.payment.payable import of_cart, of_exchange

        opened, due = self.basket.changing, due_for(self.basket)
        if isinstance(opened, OpenedExchange) and due is not None:
            return of_exchange(opened, self.basket.cart, due, self.context.format)
        return of_cart(self.basket.cart, cart_count(self.basket.cart))

    def _amend_payment(self) -> None:
        """Something was scanned, or taken back, while the customer was paying."""
        if not self.payment.isVisible():
            return
        if self.basket.cart and (to_pay := self._to_pay()).due:
            self.payment.amend(to_pay)
        else:
            self._to_counter()

    def paste(self, text: str) -> None:
        """Ctrl+V: a customer's list is looked through before it counts."""
        self._stack.setCurrentWidget(self.review)
        self.review.begin(text)

    def _take_up_list(self, carried: object) -> None:
        """A list that was given up, with its answers; not over what is in front by now."""
        if self._stack.currentWidget() is self.counter:
            self._stack.setCurrentWidget(self.review)
            self.review.restore_state(carried)
        else:
            self.inbox.give_back()  # no message is in hand where nobody looks at it

    def _place(self, tenders: tuple[Tender, ...], wants_receipt: bool) -> None:
        if self.basket.changing is not None:
            self._to_counter()
            self.exchange.send(tenders, wants_receipt, self._change_refused)
            return
        receipt = bool(tenders) and wants_receipt
        papers = papers_of_order(self.context.station, receipt=receipt)
        cart = self.basket.cart
        if not cart:
            return  # the key was pressed twice
        ready = promise.propose(len(cart.lines), cart.wanted_at)
        place = partial(
            orders.place,
            cart,
            channel=self.basket.channel,
            tenders=tenders,
            promised_at=ready.times.promised_at,
            starts_at=ready.times.starts_at,
            papers=papers,
        )
        paying = self.payment.save_state() if tenders else None
        taken = self.basket.hand_over()
        self._to_counter()
        self.context.run(
            place,
            partial(self._placed, tenders, ready),
            partial(self._not_placed, taken, paying),
            unheard=partial(keep_unsent, taken),
        )

    def _not_placed(self, taken: InHand, paying: object, error: ShopError) -> None:
        if not self._comes_back(taken, error):
            return
        if paying is None:
            self.counter.complain(error)
        else:
            self.pay()
            self.payment.restore_state(paying)
            self.payment.complain(error)

    def _comes_back(self, taken: InHand, error: ShopError) -> bool:
        """What could not be done is in hand again. If the next customer's goods are, or the window
        is gone, it is put aside."""
        if self.basket.take_back(taken):
            return True
        reason = sentence(error, self.context.format)
        if taken.changing is not None:
            number = self.context.format.order_number(taken.changing.number)
            text = translate("OrderEntryPage", "Order {number} was not changed: {reason}")
            self.context.notice(text.format(number=number, reason=reason))
        else:
            text = translate("OrderEntryPage", "Not sent, and put aside as a held cart: {reason}")
            self.context.notice(text.format(reason=reason))
            HeldController(self.context, self.basket).keep(taken.cart, taken.staff)
        return False

    def _send_change(self, opened: OpenedOrder) -> None:
        """Then to the order, where what is still due is paid or given back."""
        papers = papers_of_change(self.context.station)
        cart = self.basket.cart
        times = promise.times_of_change(len(cart.lines), opened.cart.wanted_at, cart.wanted_at)
        send = partial(order_changes.send, opened, cart, times=times, papers=papers)
        taken = self.basket.hand_over()
        self.context.run(
            send, partial(self._change_sent, opened), partial(self._change_refused, taken)
        )

    def _change_refused(self, taken: InHand, error: ShopError) -> None:
        if self._comes_back(taken, error):
            self.counter.complain(error)

    def _change_sent(self, opened: OpenedOrder, changed: Receipt[None]) -> None:
        if changed.sequence is None:
            say_left(self.context, opened)
            return
        number = self.context.format.order_number(opened.number)
        self.context.open("order_history", order_id=opened.order_id, settle=True)
        text = translate("OrderEntryPage", "The change of order {number} is sent")
        undo = partial(self.context.undo, changed.sequence)
        self.context.say(text.format(number=number), undo, "send-outline", number)

    def _placed(
        self, tenders: tuple[Tender, ...], ready: Promise, placed: Receipt[PlacedOrder]
    ) -> None:
        if isValid(self):
            self.basket.save_draft()
            self.counter.pieces.placed.show_order(placed.value, tenders, ready)
            self.counter.show_placed()
        if placed.value.handed_over or not isValid(self):  # or built anew meanwhile
            say_placed(self.context, placed, tenders, self.counter.pieces.placed)

    def _put_away(self) -> None:
        """Something else is done at the counter than what is in front of it."""
        in_front: Any = self._stack.currentWidget()
        if in_front is not self.counter:
            in_front.give_up()

    def _to_counter(self) -> None:
        self._stack.setCurrentWidget(self.counter)
        self.counter.take_focus()


def _ready(_: None) -> None:
    """The index of names is made; nobody has to be told."""
