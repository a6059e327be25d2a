"""Where the cart was when an order is sent: its number, and the money to give back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.payment.change_panel import ChangePanel
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.text.labels import Label
from gui.words.state_words import stage_text, ways_text
from models import events
from models.events import Event, Receipt
from models.fulfilment.promise import Promise
from models.orders import order_history, tickets
from models.orders.ledger import PayOut
from models.orders.order_history import OrderSheet
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.stages import Stage

if TYPE_CHECKING:
    from models.shop.offline.send_queue import Sent

translate = QCoreApplication.translate


class PlacedNotice(QWidget):
    """Stays until the next product comes."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        theme, format = context.theme, context.format
        self._format = format
        self._background = context.background
        context.feed.happened.connect(self._hear)
        if context.line is not None:
            context.line.sent.connect(self._told)
        #: The order whose number it is.
        self.order_id = 0
        self._is_cancelled = False
        #: The order as it was sent, should it be one again.
        self._shown: tuple[PlacedOrder, Sequence[Tender], Promise] | None = None
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sent = Label(theme, "", "title", "on_ready_soft", "check-circle", align=centre)
        self._number = Label(theme, "", "order_number", "text", align=centre)
        self._total = Label(theme, "", "body", "text_muted", align=centre)
        self._ready = Label(theme, "", "row_total", "text", "clock-outline", align=centre)
        self.change = ChangePanel(theme, format)
        self.change.setMaximumWidth(theme.px(760))
        next_one = translate("order_entry", "Scan or type for the next order.")
        self._next = Label(theme, next_one, "body", "text_muted", align=centre)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addWidget(self._sent)
        column.addWidget(self._number)
        column.addWidget(self._total)
        column.addWidget(self._ready)
        column.addSpacing(theme.px(8))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.change, 8)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.px(8))
        column.addWidget(self._next)
        column.addStretch(1)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Below a list that is open the change stays; the rest goes as needed, the number last."""
        optional = (self._next, self._total, self._ready, self._sent, self._number)
        for label in optional:
            label.setVisible(bool(label.text()))
        for label in optional:
            if self._column.sizeHint().height() <= self.height():
                return
            label.hide()

    def _told(self, sent: Sequence["Sent"]) -> None:
        """What was kept here is at the server by now, or was refused there."""
        for one in sent:
            if one.own_order == self.order_id and one.kind == events.PLACED:
                self._show_sent(one)

    def _show_sent(self, sent: "Sent") -> None:
        self.order_id = sent.order
        if sent.number is None:
            self._sent.set_text(self.tr("Not sent: it waits among the held carts"))
            self.setAccessibleName(f"{self._number.text()}. {self._sent.text()}")
            return
        if self._shown is not None:
            placed, tenders, ready = self._shown
            self._shown = replace(placed, id=sent.order, number=sent.number), tenders, ready
        text = self._format.order_number(sent.number)
        self._number.set_text(text)
        self._sent.set_text(self.tr("Order sent"))
        said = translate("order_entry", "Order {number} sent").format(number=text)
        self.setAccessibleName(f"{said}. {self._total.text()}")

    def show_taken_back(self, order_id: int, sums: str) -> None:
        """The sale was undone, and its money goes back: `sums` by their ways."""
        if order_id != self.order_id:
            return  # the next customer's stands here by now
        self._show_cancelled(sums, self.tr("Back on the shelf"))

    def _show_cancelled(self, sums: str, goods: str) -> None:
        """What goes back to the customer, and what becomes of the goods; either may be empty."""
        self._is_cancelled = True
        self._show_verdict(self.tr("Order cancelled"), "close-circle-outline", "on_danger_soft")
        text = self.tr("Give back {sum}").format(sum=sums) if sums else ""
        self._total.set_text(text)
        self._ready.set_text(goods)
        self.change.hide()
        self._fit()
        said = filter(None, (self._number.text(), self._sent.text(), text))
        self.setAccessibleName(". ".join(said))

    def _hear(self, news: Sequence[Event]) -> None:
        """The order may be cancelled by whoever works on it, and settled, and be one again."""
        # The undoing of the sale itself says what goes back, which is no longer paid then.
        if any(x.order_id == self.order_id and x.step != events.PLACED for x in news):
            self._background.ask(partial(order_history.sheet, self.order_id), self._show_state)

    def _show_state(self, sheet: OrderSheet) -> None:
        order = sheet.order
        if order.id != self.order_id:
            return
        if order.stage == Stage.CANCELLED:
            back = order.paid - order.total
            self._show_cancelled(self._format.money(back) if back > 0 else "", "")
        elif self._is_cancelled and self._shown is not None:
            self.show_order(*self._shown)

    def _show_verdict(self, text: str, icon: str, token: str) -> None:
        self._sent.set_text(text)
        self._sent.set_token(token)
        self._sent.set_icon(icon)

    def show_order(self, placed: PlacedOrder, tenders: Sequence[Tender], ready: Promise) -> None:
        """`tenders` came in, the order may be paid later; `ready` is what may be told."""
        self.order_id, self._is_cancelled = placed.id, False
        self._shown = placed, tenders, ready
        paid = sum(tender.amount for tender in tenders)
        taken = sum(tender.taken for tender in tenders)
        number = self._format.order_number(placed.number)
        self._number.set_text(number)
        sent = translate("order_entry", "Order {number} sent").format(number=number)
        if is_kept := bool(tickets.parted(placed.number)[0]):
            kept = self.tr("Kept here until the server is back")
            sent = f"{number}. {kept}"
        elif placed.handed_over:
            sent = translate("order_entry", "Order {number} is paid and handed over")
            sent = sent.format(number=number)
        done = self.tr("Order done") if placed.handed_over else self.tr("Order sent")
        self._show_verdict(kept if is_kept else done, "check-circle", "on_ready_soft")
        total = self._format.money(placed.total)
        if paid >= placed.total and taken != paid:
            text = self.tr("{total}, {taken} paid")
        elif paid >= placed.total:
            text = self.tr("{total}, paid")
        elif paid:
            text = self.tr("{total}, of which {rest} is still to be paid")
        else:
            text = self.tr("{total}, to be paid later")
        rest = self._format.money(placed.total - paid)
        taken_text = self._format.money(taken)
        self._total.set_text(text.format(total=total, rest=rest, taken=taken_text))
        when = self._when(ready, self._format.day_of(placed.placed_at))
        self._ready.set_text(stage_text(Stage.HANDED_OVER) if placed.handed_over else when)
        self.change.setVisible(placed.change > 0)
        self.change.show_change(placed.change)
        self._fit()
        self.setAccessibleName(f"{sent}. {self._total.text()}. {self._ready.text()}")

    def _when(self, ready: Promise, day: date) -> str:
        """When it is ready, told on that day; and what becomes of a time that was asked for."""
        text = self.tr("Ready at {time}")
        if ready.is_guess:
            text = self.tr("Ready at about {time} (a first estimate)")
        if ready.usual_at is not None:
            text = self.tr("For {time} \u2014 that is soon: as a rule it is ready at {usual}")
        elif ready.over is not None:
            text = self.tr("{over} is over: ready at about {time}")
        at = partial(self._format.time_on_day, seen_on=day)
        return text.format(
            time=at(ready.ready_at),
            usual=at(ready.usual_at or ready.ready_at),
            over=at(ready.over or ready.ready_at),
        )


def say_placed(
    context: AppContext,
    placed: Receipt[PlacedOrder],
    tenders: Sequence[Tender],
    notice: PlacedNotice,
) -> None:
    """Where the counter that sent it is gone; and of what was handed over at once, which is the
    one deed by which an order is placed that can be taken back: that is said in `notice`, too, with
    what goes back of the `tenders` and by which way."""

    def say_taken_back() -> None:
        back = translate("order_entry", "Order {number} is cancelled: give back {sum}")
        outs = [PayOut(tender.method, tender.amount, tender.taken) for tender in tenders]
        sums = ways_text(outs, context.format)
        context.say(back.format(number=number, sum=sums), None, "undo-variant", number)
        if isValid(notice):
            notice.show_taken_back(placed.value.id, sums)

    number, undo = context.format.order_number(placed.value.number), None
    text = translate("order_entry", "Order {number} is sent")
    if placed.value.handed_over:
        text = translate("order_entry", "Order {number} is paid and handed over")
        undo = partial(context.undo, placed.sequence, lambda _: say_taken_back())
    context.say(text.format(number=number), undo, "check", number)
