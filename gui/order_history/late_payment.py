"""An order that waits for its money is paid here as at the till, with the same panel."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.order_history.commands import OrderCommands
from gui.shell.app_context import AppContext
from models.orders.order_history import OrderSheet
from models.orders.payments import Tender

if TYPE_CHECKING:
    from gui.payment.payment_panel import PaymentPanel


class LatePayment(QObject):
    """Puts the panel in the place of `content` until the customer has paid, or not."""

    #: The content is back.
    left = Signal()

    def __init__(
        self, context: AppContext, deeds: OrderCommands, content: QWidget, column: QVBoxLayout
    ) -> None:
        """`column` is the page's, in which `content` stands."""
        super().__init__(content)
        self._context, self._deeds = context, deeds
        self._content, self._column = content, column
        self._sheet: OrderSheet | None = None

    @cached_property
    def pane(self) -> "PaymentPanel":
        """Made when somebody pays here for the first time."""
        from gui.payment.payment_panel import PaymentPanel

        pane = PaymentPanel(self._context)
        pane.hide()
        self._column.addWidget(pane)
        pane.paid.connect(self._take)
        pane.closed.connect(self.leave)
        return pane

    @property
    def is_open(self) -> bool:
        return self._sheet is not None

    def begin(self, sheet: OrderSheet) -> None:
        """The customer pays what is due of this order."""
        from gui.payment.payable import of_order

        self._sheet = sheet
        self._content.hide()
        self.pane.show()
        self.pane.begin(of_order(sheet, self._context.format))

    def save_state(self) -> object:
        """Whether somebody pays, and what was given so far."""
        return self.pane.save_state() if self.is_open else None

    def restore_state(self, carried: object, sheet: OrderSheet) -> None:
        if carried is not None:
            self.begin(sheet)
            self.pane.restore_state(carried)

    def leave(self) -> None:
        """Back to the orders."""
        if self._sheet is not None:
            self._sheet = None
            self.pane.hide()
            self._content.show()
            self.left.emit()

    def _take(self, tenders: tuple[Tender, ...], wants_receipt: bool) -> None:
        assert self._sheet is not None
        order, complain = self._sheet.order, self.pane.complain
        self._deeds.pay(order, tenders, wants_receipt, self.leave, complain)
