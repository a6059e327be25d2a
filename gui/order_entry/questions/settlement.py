"""What goes back to a customer who paid for more than he gets, or is still to be paid."""

from functools import partial

from PySide6.QtCore import QObject

from gui.shell.app_context import AppContext
from models import events, session
from models.events import Event
from models.orders import order_history
from models.orders.order_history import OrderSheet


class Settlement(QObject):
    """Tells it in a strip that leads to the order, until that is settled."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        #: What is told of which order.
        self._told: dict[int, str] = {}
        context.feed.happened.connect(self._hear)

    def _hear(self, news: list[Event]) -> None:
        """What the warehouse reports short comes unasked; what is told already may be settled."""
        touched = {
            event.order_id: None
            for event in news
            if event.order_id is not None
            and (event.kind == events.SHORTED or event.order_id in self._told)
        }
        for order_id in touched:
            self._context.background.ask(partial(order_history.sheet, order_id), self._show)

    def _show(self, sheet: OrderSheet) -> None:
        order = sheet.order
        own = order.station == session.current.station
        if order.id in self._told or (own and order.paid > order.total):
            self.show_order(sheet)

    def show_order(self, sheet: OrderSheet) -> None:
        """Tells it of a paid order, once for each sum."""
        order = sheet.order
        more = order.total - order.paid
        text = self._text(sheet) if order.paid and more else ""
        before = self._told.pop(order.id, "")
        if before and before != text:
            self._context.withdraw(before)
        if not text:
            return
        self._told[order.id] = text
        if before != text:
            settle = partial(self._context.open, "order_history", order_id=order.id, settle=True)
            verb = self.tr("Give it back") if more < 0 else self.tr("Take payment")
            self._context.notice(text, "warn", (verb, settle))

    def _text(self, sheet: OrderSheet) -> str:
        order, form = sheet.order, self._context.format
        more = order.total - order.paid
        text = self.tr("Order {number}: {sum} to give back to the customer")
        if more > 0:
            text = self.tr("Order {number}: {sum} more is to be paid")
        text = text.format(number=form.order_number(order.number), sum=form.money(abs(more)))
        if sheet.off_goods_gone:
            left = self.tr("discount now {sum}").format(sum=form.money(sheet.discount))
            text = f"{text} \u00b7 {left}"
        return text
