"""Giving money back, cancelling: small forms at the foot of an order's sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.input.actions import key_text
from gui.input.held_keys import DeafMoment, is_enter_again
from gui.input.text_fields import text_field
from gui.order_history.commands import OrderCommands
from gui.payment.amount_field import AmountField
from gui.payment.method_buttons import MethodButtons
from gui.payment.till_question import ask_for_till
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.draft import Draft
from gui.widgets.fields.form import explanation, point_out
from gui.widgets.text.labels import Label
from gui.words.state_words import ways_text
from models.errors import NotInDrawer, ShopError
from models.orders import drawer, order_history, payments
from models.orders.ledger import CASH, PayOut, paid_out
from models.orders.order_history import LineRow, OrderRow


class Form(QWidget):
    """A title, fields, and two buttons; `closed` when it is done or given up."""

    closed = Signal()
    #: It was given up, and what was typed is wanted again.
    reopened = Signal()

    def __init__(
        self, context: AppContext, deeds: OrderCommands, title: str, verb: str, icon: str
    ) -> None:
        super().__init__()
        self.draft = Draft(context.say, self)
        self._title = title
        self.context = context
        self.deeds = deeds
        self.order: OrderRow | None = None
        theme, px = context.theme, context.theme.px
        self.cancel = Button(theme, self.tr("Back"), "arrow-left", key=key_text("Esc"))
        self.go = Button(theme, verb, icon, "primary", key_text("Return"))
        self.cancel.clicked.connect(self.give_up)
        self.go.clicked.connect(self.try_to_take)
        body = QWidget()  # before its buttons, for Tab as for the eye
        self.fields = QVBoxLayout(body)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(px(6))
        self.head = QHBoxLayout()
        self.head.addWidget(Label(theme, title, "body_strong"), 1)
        self.fields.addLayout(self.head)
        buttons = QGridLayout()
        buttons.setSpacing(px(8))
        for column, button in enumerate((self.cancel, self.go)):
            buttons.addWidget(button, 0, column)
            buttons.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(12), px(16), px(12))
        whole.setSpacing(px(12))
        whole.addWidget(body, 1)
        whole.addLayout(buttons)

    def start(self, order: OrderRow) -> None:
        """Opens for this order."""
        self.order = order

    def save_state(self) -> object:
        """What was chosen besides its fields, for the form built anew."""
        return None

    def restore_state(self, carried: object) -> None:
        """Chooses what `save_state` gave, after it was started for the same order."""

    def take(self) -> None:
        """Does it; errors fly, and the form stays."""

    def try_to_take(self) -> None:
        """Does it, or says why not."""
        try:
            self.take()
        except ShopError as error:
            self.refuse(error)

    def refuse(self, error: ShopError) -> None:
        """Marks the field that must be mended; the error flies all the same."""
        if (field := self.doubtful()) is not None:
            point_out(field)
        raise error

    def doubtful(self) -> QLineEdit | None:
        """The field that what was refused is about, if it is about one."""
        return None

    def give_up(self) -> None:
        """Closes it; what was typed can be taken up again."""
        self.draft.give_up(self._title, self.reopened.emit)
        self.closed.emit()

    def field(self, name: str, hint: str = "") -> QLineEdit:
        """A field with its name above it."""
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.returnPressed.connect(self.try_to_take)
        self.fields.addWidget(Label(self.context.theme, name, "second", "text_muted"))
        self.fields.addWidget(field)
        return field

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc gives it up, whatever in it has the focus."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not is_key or event.type() == QEvent.Type.KeyRelease:
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self.give_up()
        event.accept()
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it also where nothing is written: at a choice, after Tab."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not is_enter_again(event) and text_field(self.focusWidget()) is None:
            self.try_to_take()
        else:
            super().keyPressEvent(event)


class MoneyForm(Form):
    """Money goes back by it: what leaves the till is seen before, and what is odd asked once."""

    def __init__(
        self, context: AppContext, deeds: OrderCommands, title: str, verb: str, icon: str
    ) -> None:
        super().__init__(context, deeds, title, verb, icon)
        self.outcome = explanation(context.theme, "")
        self.outcome.setFont(context.theme.font("second_strong"))
        self._asked = ""
        self._odd: ShopError | None = None
        self.deaf = DeafMoment(self)

    def outs(self) -> list[PayOut]:
        """What would go back now; raises why nothing can."""
        raise NotImplementedError

    def show_outcome(self, text: str) -> None:
        """Something was changed: what was asked counts no more."""
        self._asked = ""
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def sums(self, outs: Sequence[PayOut]) -> str:
        """`Rp8.500`, or what goes by which way."""
        words = self.context.format
        return words.money(outs[0].out) if len(outs) == 1 else ways_text(outs, words)

    @property
    def overdraws(self) -> bool:
        """Whether more cash than should be in the drawer was asked about."""
        return bool(self._asked)

    def finish(self) -> None:
        """The money has gone back."""
        self.closed.emit()
        ask_for_till(self.context, self._odd)

    def is_sure(self) -> bool:
        """Whether nothing is odd about the cash, or it was asked about and is meant."""
        cash = paid_out([part for part in self.outs() if part.method == CASH])
        self._odd = drawer.doubt(-cash)
        if not isinstance(self._odd, NotInDrawer):
            return True
        text = self.tr("Only {sum} should be in the drawer. Press once more if it is right.")
        text = text.format(sum=self.context.format.money(self._odd.expected))
        if text == self._asked:
            return self.deaf.is_over
        self.show_outcome(text)
        self._asked = text
        self.deaf.start()
        QApplication.beep()
        return False


class RefundForm(MoneyForm):
    """What was paid above the bill; else all that was paid, or a part of it."""

    def __init__(self, context: AppContext, deeds: OrderCommands) -> None:
        super().__init__(
            context, deeds, self.tr("Give money back"), self.tr("Refund"), "cash-refund"
        )
        self.method = MethodButtons(context, self, columns=2, kind="narrow")
        self._way: str | None = None
        self.method.chosen.connect(self._choose)
        self.fields.addWidget(self.method)
        self.amount = AmountField(context.theme, context.format, 24)
        self.amount.changed.connect(self._show)
        self.amount.entry.returnPressed.connect(self.take)
        self.fields.addWidget(self.amount)
        self.fields.addWidget(self.outcome)
        self.note = self.field(self.tr("Why"), self.tr("for the journal, no names"))
        self.note.setMaxLength(200)
        self.fields.addStretch(1)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.note.setText("")
        above = order.paid - order.total
        self._way = order_history.sheet(order.id).paid_by
        self.method.choose(self._way)
        self.amount.propose(above if above > 0 else order.paid, self.tr("Amount to give back"))
        self._show()
        self.amount.setFocus()

    def save_state(self) -> object:
        return self._way, (self.amount.amount, self.amount.is_proposed)

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        self._way, typed = carried
        self.method.choose(self._way)
        self.amount.put_back(*typed)

    def take(self) -> None:
        if not self.go.isEnabled():
            QApplication.beep()  # why not stands above the button
        elif self.order is not None and self.is_sure():
            self.deeds.refund(
                self.order, self.amount.amount, self._way, self.note.text(), self.overdraws,
                self.finish, self.refuse,
            )  # fmt: skip

    def outs(self) -> list[PayOut]:
        assert self.order is not None
        return payments.pay_outs(self.order.id, self.amount.amount, self._way)

    def _choose(self, method: str) -> None:
        """By this way; pressed again, by the ways it came."""
        self._way = None if method == self._way else method
        self.method.choose(self._way)
        self.amount.begin_anew()
        self._show()
        self.amount.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the amount, unless why is being told."""
        if not self.amount.take_key(event):
            super().keyPressEvent(event)

    def _show(self) -> None:
        """What really leaves the till, where cash is rounded; or that it is too much."""
        assert self.order is not None
        amount, paid = self.amount.amount, self.order.paid
        text, possible = "", 0 < amount <= paid
        if possible:
            outs = self.outs()
            if len(outs) > 1 or paid_out(outs) != amount:
                text = self.tr("Give back {sum}").format(sum=self.sums(outs))
        elif amount:
            text = self.tr("Only {sum} was paid").format(sum=self.context.format.money(paid))
        else:
            text = self.tr("Type what goes back")
        self.show_outcome(text)
        self.go.setEnabled(possible)


class CancelForm(Form):
    """The reason stays with the order."""

    def __init__(self, context: AppContext, deeds: OrderCommands) -> None:
        super().__init__(
            context,
            deeds,
            self.tr("Cancel the order"),
            self.tr("Cancel it"),
            "close-circle-outline",
        )
        self.reason = self.field(self.tr("Why"), self.tr("for example: ordered twice"))
        self.reason.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.reason.setText("")
        self.reason.setFocus()

    def take(self) -> None:
        if self.order is not None:
            self.deeds.cancel(self.order, self.reason.text(), self.closed.emit, self.refuse)


class LineForm(Form):
    """One line is not wanted any more; why may stay empty."""

    def __init__(self, context: AppContext, deeds: OrderCommands) -> None:
        super().__init__(
            context,
            deeds,
            self.tr("Take a line off"),
            self.tr("Take it off"),
            "close-circle-outline",
        )
        self.line: LineRow | None = None
        self._name = Label(context.theme, "", "body")
        self.fields.addWidget(self._name)
        self.reason = self.field(self.tr("Why"), self.tr("for example: changed their mind"))
        self.reason.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        if self.line is not None:
            self._name.set_text(self.line.name)
        self.reason.setText("")
        self.reason.setFocus()

    def take(self) -> None:
        if self.order is not None and self.line is not None:
            self.deeds.cancel_line(
                self.order, self.line, self.reason.text(), self.closed.emit, self.refuse
            )
