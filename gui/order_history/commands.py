"""What is done to an order that was placed: done, said in a sentence, and taken back on request."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.printing.print_settings import papers_of_change, papers_of_payment
from gui.shell.app_context import AppContext
from gui.words.state_words import method_text
from models.errors import ShopError
from models.events import Receipt
from models.orders import order_history, orders, payments, returns
from models.orders.order_history import LineRow, OrderRow
from models.orders.payments import Tender

translate = QCoreApplication.translate
Then = Callable[[], object]
Refused = Callable[[ShopError], object]


class OrderCommands:
    """The verbs of this page; what comes `then`, a form that closes, comes when it is done."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def cancel(self, order: OrderRow, reason: str, then: Then, refused: Refused) -> None:
        papers = papers_of_change(self._context.station)
        text = translate("order_history", "Order {number} is cancelled")
        self._context.run(
            partial(orders.cancel, order.id, reason, papers=papers),
            partial(self._say, order, text, "close-circle-outline", then),
            refused,
            once=("cancel", order.id),
        )

    def cancel_line(
        self, order: OrderRow, line: LineRow, reason: str, then: Then, refused: Refused
    ) -> None:
        papers = papers_of_change(self._context.station)
        self._context.run(
            partial(orders.cancel_line, order.id, line.line, reason, papers=papers),
            partial(self._say_taken_off, order, line, then),
            refused,
            once=("cancel_line", order.id, line.line),
        )

    def _say_taken_off(
        self, order: OrderRow, line: LineRow, then: Then, done: Receipt[None]
    ) -> None:
        text = translate("order_history", "{name} taken off order {number}")
        now = order_history.sheet(order.id).order
        if now.paid > now.total:
            text = translate("order_history", "{name} taken off order {number}, {sum} to give back")
        self._say(
            order, text, "close-circle-outline", then, done, name=line.name,
            sum=self._context.format.money(now.paid - now.total),
        )  # fmt: skip

    def pay(
        self,
        order: OrderRow,
        tenders: Sequence[Tender],
        wants_receipt: bool,
        then: Then,
        refused: Refused,
    ) -> None:
        papers = papers_of_payment(self._context.station, receipt=wants_receipt)
        words = self._context.format
        change = sum(tender.change for tender in tenders)
        text = translate("order_history", "Order {number}: {amount} received, {method}")
        if change:
            text = translate(
                "order_history", "Order {number}: {amount} received, give back {change}"
            )
        said = partial(
            self._say, order, text, "cash-check", then,
            amount=words.money(sum(tender.taken for tender in tenders)),
            change=words.money(change),
            method=", ".join(dict.fromkeys(method_text(tender.method) for tender in tenders)),
        )  # fmt: skip
        pay = partial(payments.pay, order.id, *tenders, papers=papers)
        self._context.run(pay, said, refused, once=("pay", order.id))

    def refund(
        self,
        order: OrderRow,
        amount: int,
        method: str | None,
        note: str,
        overdraw: bool,
        then: Then,
        refused: Refused,
    ) -> None:
        def say(done: Receipt[int]) -> None:
            text = translate("order_history", "Order {number}: {amount} given back, {method}")
            if method is None:
                text = translate("order_history", "Order {number}: {amount} given back")
            self._say(
                order, text, "cash-refund", then, done,
                amount=self._context.format.money(done.value), method=method_text(method or ""),
            )  # fmt: skip

        refund = partial(payments.refund, order.id, amount, method, note=note, overdraw=overdraw)
        self._context.run(refund, say, refused, once=("refund", order.id))

    def take_back(
        self,
        order: OrderRow,
        quantities: Mapping[int, int],
        method: str | None,
        restock: bool,
        note: str,
        overdraw: bool,
        then: Then,
        refused: Refused,
    ) -> None:
        def say(done: Receipt[int]) -> None:
            text = translate("order_history", "Order {number}: goods taken back")
            if done.value:
                text = translate(
                    "order_history", "Order {number}: goods taken back, {amount} given back"
                )
            amount = self._context.format.money(done.value)
            self._say(order, text, "keyboard-return", then, done, amount=amount)

        self._context.run(
            partial(
                returns.return_goods,
                order.id,
                quantities,
                method,
                restock=restock,
                note=note,
                overdraw=overdraw,
            ),
            say,
            refused,
            once=("return", order.id),
        )

    def _say(
        self, order: OrderRow, text: str, icon: str, then: Then, done: Receipt[Any], **facts: str
    ) -> None:
        """Nothing is said where somebody else was first."""
        if done.sequence is not None:
            undo = partial(self._context.undo, done.sequence)
            number = self._context.format.order_number(order.number)
            self._context.say(text.format(number=number, **facts), undo, icon, number)
        then()
