"""Taking money, giving it back, cancelling: small forms at the foot of an order's sheet."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.exception_desk import guarded
from gui.order_history.deeds import Deeds
from gui.order_history.words import method_text
from gui.widgets.button import Button
from gui.widgets.labels import Label
from gui.widgets.segmented import Segmented
from models.errors import ShopError
from models.order_history import LineRow, OrderRow
from models.payments import METHODS, Tender, cash_due, cash_tender


class Form(QWidget):
    """A title, fields, and two buttons; `closed` when it is done or given up."""

    closed = Signal()

    def __init__(self, desk: Desk, deeds: Deeds, title: str, verb: str, icon: str) -> None:
        super().__init__()
        self.desk = desk
        self.deeds = deeds
        self.order: OrderRow | None = None
        theme, px = desk.theme, desk.theme.px
        self._cancel = Button(theme, self.tr("Back"), "arrow-left")
        self.go = Button(theme, verb, icon, "primary")
        self._cancel.clicked.connect(self.closed)
        self.go.clicked.connect(self.take)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(px(6))
        self.fields.addWidget(Label(theme, title, "body_strong"))
        buttons = QGridLayout()
        buttons.setSpacing(px(8))
        for column, button in enumerate((self._cancel, self.go)):
            buttons.addWidget(button, 0, column)
            buttons.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(12), px(16), px(12))
        whole.setSpacing(px(12))
        whole.addLayout(self.fields)
        whole.addLayout(buttons)

    def start(self, order: OrderRow) -> None:
        """Opens for this order."""
        self.order = order

    def take(self) -> None:
        """Does it; errors fly, and the form stays."""

    def field(self, name: str, hint: str = "", *, right: bool = False) -> QLineEdit:
        """A field with its name above it."""
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        if right:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.returnPressed.connect(self.take)
        field.installEventFilter(self)
        self.fields.addWidget(Label(self.desk.theme, name, "second", "text_muted"))
        self.fields.addWidget(field)
        return field

    def methods(self) -> Segmented:
        names = [method_text(method) for method in METHODS]
        choice = Segmented(self.desk.theme, names, self.tr("Payment method"))
        self.fields.addWidget(choice)
        return choice

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.closed.emit()
        event.accept()
        return True


class PayForm(Form):
    """What is due, or a part of it; cash may be more, and the change is shown."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(desk, deeds, self.tr("Take payment"), self.tr("Receive"), "cash-check")
        self.method = self.methods()
        self.method.chosen.connect(self._propose)
        self.amount = self.field(self.tr("Amount received"), right=True)
        self.amount.textEdited.connect(self._reckon)
        self._outcome = Label(desk.theme, "", "second_strong", "text_muted")
        self.fields.addWidget(self._outcome)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.method.choose(0)
        self._propose()
        self.amount.setFocus()
        self.amount.selectAll()

    def take(self) -> None:
        if self.order is not None:
            self.deeds.pay(self.order, self._tender(self.order))
            self.closed.emit()

    def _tender(self, order: OrderRow) -> Tender:
        given = self.desk.format.parse_money(self.amount.text())
        method = METHODS[self.method.current]
        if method == "cash":
            return cash_tender(order.total - order.paid, given)
        return Tender(method, given)

    def _propose(self) -> None:
        """What is due by the chosen method."""
        if self.order is not None:
            due = self.order.total - self.order.paid
            by_cash = METHODS[self.method.current] == "cash"
            self.amount.setText(_typed(self.desk, cash_due(due) if by_cash else due))
            self._reckon()

    def _reckon(self) -> None:
        if self.order is None:
            return
        words = self.desk.format
        try:
            tender = self._tender(self.order)
        except ShopError:
            self._outcome.set_text("")
            return
        left = self.order.total - self.order.paid - tender.amount
        if tender.change:
            text = self.tr("Give back {sum}").format(sum=words.money(tender.change))
        elif left > 0:
            text = self.tr("{sum} stays to be paid").format(sum=words.money(left))
        else:
            text = self.tr("Paid in full")
        self._outcome.set_text(text)


class RefundForm(Form):
    """What was paid above the bill; else all that was paid, or a part of it."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(desk, deeds, self.tr("Give money back"), self.tr("Refund"), "cash-refund")
        self.method = self.methods()
        self.method.chosen.connect(self._reckon)
        self.amount = self.field(self.tr("Amount"), right=True)
        self.amount.textChanged.connect(self._reckon)
        self._outcome = Label(desk.theme, "", "second_strong", "text_muted")
        self.fields.addWidget(self._outcome)
        self.note = self.field(self.tr("Why"), self.tr("for the journal, no names"))
        self.note.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.note.clear()
        above = order.paid - order.total
        self.amount.setText(_typed(self.desk, above if above > 0 else order.paid))
        self.amount.setFocus()
        self.amount.selectAll()

    def take(self) -> None:
        if self.order is not None:
            amount = self.desk.format.parse_money(self.amount.text())
            method = METHODS[self.method.current]
            self.deeds.refund(self.order, amount, method, self.note.text())
            self.closed.emit()

    def _reckon(self) -> None:
        """What really leaves the drawer, where cash is rounded."""
        text = ""
        if METHODS[self.method.current] == "cash":
            try:
                amount = self.desk.format.parse_money(self.amount.text())
            except ShopError:
                amount = 0
            if (out := cash_due(amount)) != amount:
                text = self.tr("Give back {sum}").format(sum=self.desk.format.money(out))
        self._outcome.set_text(text)
        self._outcome.setVisible(bool(text))


class CancelForm(Form):
    """The reason stays with the order."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(
            desk, deeds, self.tr("Cancel the order"), self.tr("Cancel it"), "close-circle-outline"
        )
        self.reason = self.field(self.tr("Why"), self.tr("for example: ordered twice"))
        self.reason.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.reason.clear()
        self.reason.setFocus()

    def take(self) -> None:
        if self.order is not None:
            self.deeds.cancel(self.order, self.reason.text())
            self.closed.emit()


class LineForm(Form):
    """One line is not wanted any more; why may stay empty."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(
            desk, deeds, self.tr("Take a line off"), self.tr("Take it off"), "close-circle-outline"
        )
        self.line: LineRow | None = None
        self._name = Label(desk.theme, "", "body")
        self.fields.addWidget(self._name)
        self.reason = self.field(self.tr("Why"), self.tr("for example: changed their mind"))
        self.reason.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        if self.line is not None:
            self._name.set_text(self.line.name)
        self.reason.clear()
        self.reason.setFocus()

    def take(self) -> None:
        if self.order is not None and self.line is not None:
            self.deeds.cancel_line(self.order, self.line, self.reason.text())
            self.closed.emit()


def _typed(desk: Desk, amount: int) -> str:
    return re.sub(r"^\D+", "", desk.format.money(amount))
