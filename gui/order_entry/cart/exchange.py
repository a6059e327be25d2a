"""Other goods for those that came back, chosen at the counter, for the one difference in money."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.input.held_keys import DeafMoment
from gui.order_entry.cart.cart_editor import CartEditor, InHand
from gui.payment.till_question import ask_for_till
from gui.printing.print_settings import papers_of_payment, prints_receipts
from gui.shell.app_context import AppContext
from models.errors import NotInDrawer, ShopError
from models.events import Receipt
from models.orders import drawer, returns
from models.orders.ledger import CASH, paid_out
from models.orders.order_changes import OpenedOrder
from models.orders.payments import Tender
from models.orders.returns import Exchange, OpenedExchange

translate = QCoreApplication.translate
Refused = Callable[[InHand, ShopError], object]


def due_for(basket: CartEditor) -> Exchange | None:
    """What the exchange in the hands comes to; None when there is none that can be."""
    opened = basket.changing
    if isinstance(opened, OpenedExchange):
        with suppress(ShopError):  # what is wrong is said when it is done
            return returns.exchange_due(
                opened.order_id, opened.back, basket.cart.lines, opened.method
            )
    return None


def pay_text(basket: CartEditor, context: AppContext) -> str:
    """What paying is called with the cart in the hands."""
    if isinstance(basket.changing, OpenedOrder):
        return translate("order_entry", "Send the change")
    due = due_for(basket) if basket.cart else None
    if due is None or due.due:
        return context.actions.text("order.pay")
    if back := paid_out(due.outs):
        text = translate("order_entry", "Give back {sum}")
        return text.format(sum=context.format.money(back))
    return translate("order_entry", "Exchange")


class ExchangeController:
    """Does it, once it is sure; then the order is shown, with its undo."""

    def __init__(self, context: AppContext, basket: CartEditor) -> None:
        self._context, self._basket = context, basket
        #: The state of the cart about which was asked whether so much cash may go out.
        self._asked = -1
        self.deaf = DeafMoment(basket)

    def give_back(self, due: Exchange | None, refused: Refused) -> None:
        """Nothing is to be paid: what is too much goes back.

        Raises `NotInDrawer` once where that is more cash than should be in the drawer.
        """
        outs = () if due is None else due.outs
        odd = drawer.doubt(-paid_out([part for part in outs if part.method == CASH]))
        if isinstance(odd, NotInDrawer):
            first = self._asked != self._basket.step
            if first:
                self._asked = self._basket.step
                self.deaf.start()
            if first or not self.deaf.is_over:
                raise odd
        self.send((), prints_receipts(self._context.station), refused)
        ask_for_till(self._context, odd)

    def send(self, tenders: Sequence[Tender], wants_receipt: bool, refused: Refused) -> None:
        """The goods change hands, and the money."""
        opened = self._basket.changing
        assert isinstance(opened, OpenedExchange)
        exchange = partial(
            returns.exchange, opened.order_id, opened.back, self._basket.cart.lines, tenders,
            opened.method, restock=opened.restock, note=opened.note,
            overdraw=self._asked == self._basket.step,
            papers=papers_of_payment(self._context.station, receipt=wants_receipt),
        )  # fmt: skip
        taken = self._basket.hand_over()
        change = sum(tender.change for tender in tenders)
        done = partial(self._done, opened, change)
        self._context.run(exchange, done, partial(refused, taken))

    def _done(self, opened: OpenedExchange, change: int, done: Receipt[int]) -> None:
        money, number = self._context.format.money, self._context.format.order_number(opened.number)
        text, bold = translate("order_entry", "Order {number}: exchanged"), number
        if done.value > 0:
            text = translate("order_entry", "Order {number}: exchanged, {sum} given back")
        elif change:
            # First, where it is read first: the goods have gone, this money has not.
            text = translate(
                "order_entry",
                "Give back {change} change. Order {number}: exchanged, {sum} received",
            )
            bold = money(change)
        elif done.value < 0:
            text = translate("order_entry", "Order {number}: exchanged, {sum} received")
        text = text.format(number=number, sum=money(abs(done.value)), change=money(change))
        self._context.open("order_history", order_id=opened.order_id)
        undo = partial(self._context.undo, done.sequence)
        self._context.say(text, undo, "swap-horizontal", bold)
