"""What is done to an order that was placed: done, said in a sentence, and taken back on request."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.printing.print_settings import papers_of_change, papers_of_payment
from gui.shell.app_context import Desk
from gui.words.state_words import method_text
from models.events import Receipt
from models.orders import order_history, orders, payments, returns
from models.orders.order_history import LineRow, OrderRow
from models.orders.payments import Tender
from models.text import redaction

translate = QCoreApplication.translate


class Deeds:
    """The verbs of this room."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def cancel(self, order: OrderRow, reason: str) -> None:
        papers = papers_of_change(self._desk.station)
        done = orders.cancel(order.id, redaction.clean(reason).text, papers=papers)
        text = translate("order_history", "Order {number} is cancelled")
        self._say(order, text, "close-circle-outline", done)

    def cancel_line(self, order: OrderRow, line: LineRow, reason: str) -> None:
        papers = papers_of_change(self._desk.station)
        reason = redaction.clean(reason).text
        done = orders.cancel_line(order.id, line.line, reason, papers=papers)
        text = translate("order_history", "{name} taken off order {number}")
        now = order_history.sheet(order.id).order
        if now.paid > now.total:
            text = translate("order_history", "{name} taken off order {number}, {sum} goes back")
        self._say(
            order, text, "close-circle-outline", done, name=line.name,
            sum=self._desk.format.money(now.paid - now.total),
        )  # fmt: skip

    def pay(self, order: OrderRow, tenders: Sequence[Tender], wants_receipt: bool) -> None:
        papers = papers_of_payment(self._desk.station, receipt=wants_receipt)
        done = payments.pay(order.id, *tenders, papers=papers)
        words = self._desk.format
        change = sum(tender.change for tender in tenders)
        text = translate("order_history", "Order {number}: {amount} received, {method}")
        if change:
            text = translate(
                "order_history", "Order {number}: {amount} received, give back {change}"
            )
        self._say(
            order, text, "cash-check", done,
            amount=words.money(sum(tender.taken for tender in tenders)),
            change=words.money(change),
            method=", ".join(dict.fromkeys(method_text(tender.method) for tender in tenders)),
        )  # fmt: skip

    def refund(self, order: OrderRow, amount: int, method: str, note: str) -> None:
        done = payments.refund(order.id, amount, method, note=note)
        text = translate("order_history", "Order {number}: {amount} given back, {method}")
        self._say(
            order, text, "cash-refund", done,
            amount=self._desk.format.money(done.value), method=method_text(method),
        )  # fmt: skip

    def take_back(
        self, order: OrderRow, quantities: Mapping[int, int], method: str, restock: bool, note: str
    ) -> None:
        done = returns.take_back(order.id, quantities, method, restock=restock, note=note)
        text = translate("order_history", "Order {number}: goods taken back, {amount} given back")
        if not done.value:
            text = translate("order_history", "Order {number}: goods taken back")
        amount = self._desk.format.money(done.value)
        self._say(order, text, "keyboard-return", done, amount=amount)

    def _say(self, order: OrderRow, text: str, icon: str, done: Receipt[Any], **facts: str) -> None:
        if done.sequence is None:
            return  # somebody else was first
        undo = partial(self._desk.undo, done.sequence)
        number = self._desk.format.order_number(order.number)
        self._desk.say(text.format(number=number, **facts), undo, icon, number)
