"""Goods that come back: how much of each line, whether onto the shelf, and how money goes back."""

from contextlib import suppress
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from gui.input.text_fields import LONGEST, for_numbers
from gui.order_history.commands import OrderCommands
from gui.order_history.refund_forms import MoneyForm
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.containers.layouts import empty
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.fields.form import mark_wrong
from gui.widgets.text.labels import Label
from gui.words.state_words import method_text
from models.errors import ShopError, TextMissing
from models.orders import order_history, returns
from models.orders.ledger import PayOut
from models.orders.order_history import LineRow, OrderRow
from models.orders.payments import METHODS
from models.orders.returns import OpenedExchange

#: By the ways it came, or by one.
_WAYS = (None, *METHODS)


class ReturnForm(MoneyForm):
    """A field for each line the customer has; empty means none of it."""

    def __init__(self, context: AppContext, deeds: OrderCommands) -> None:
        super().__init__(
            context, deeds, self.tr("Take goods back"), self.tr("Take back"), "keyboard-return"
        )
        self.quantities: dict[int, QLineEdit] = {}
        self._units: dict[int, str] = {}
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fields.addWidget(ScrollArea(self._holder, sideways=False), 1)
        self.restock = QCheckBox(self.tr("Back onto the shelf"))
        self.restock.setAccessibleName(self.restock.text())
        self.fields.addWidget(self.restock)
        names = [self.tr("As paid"), *(method_text(method) for method in METHODS)]
        self.method = Segmented(context.theme, names, self.tr("Payment method"))
        self.fields.addWidget(self.method)
        self.method.chosen.connect(self._reckon)
        self.note = self.field(self.tr("Why"), self.tr("for the journal, no names"))
        self.note.setMaxLength(200)
        self.fields.addWidget(self.outcome)
        exchange = self.tr("Exchange for other goods")
        self.swap = Button(context.theme, exchange, "swap-horizontal", "narrow")
        self.swap.clicked.connect(self._exchange)
        self.head.addWidget(self.swap)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        sheet = order_history.sheet(order.id)
        self.note.setText("")
        self.restock.setChecked(True)
        self.method.choose(_WAYS.index(sheet.paid_by))
        self._show_lines([x for x in sheet.lines if _has(x) > 0])
        for field in list(self.quantities.values())[:1]:
            field.setFocus()

    def save_state(self) -> object:
        return self.method.current

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, int)
        self.method.choose(carried)
        self._reckon()

    def take(self) -> None:
        if self.order is None:
            return
        wanted = self._wanted()
        if not wanted:
            raise TextMissing("quantity")
        note = self.note.text()
        if self.is_sure():
            self.deeds.take_back(
                self.order, wanted, self.way, self.restock.isChecked(), note, self.overdraws,
                self.finish, self.refuse,
            )  # fmt: skip

    def _exchange(self) -> None:
        """What goes out for them is chosen at the counter."""
        assert self.order is not None
        try:
            wanted = self._wanted()
            if not wanted:
                raise TextMissing("quantity")
            self.outs()
        except ShopError as error:
            self.refuse(error)
        goods = OpenedExchange(
            self.order.id, self.order.number, wanted, self.way, self.restock.isChecked(),
            self.note.text(),
        )  # fmt: skip
        self.closed.emit()
        self.context.open("order_entry", exchange=goods)

    @property
    def way(self) -> str | None:
        """How money goes back; None: by the ways it came."""
        return _WAYS[self.method.current]

    def outs(self) -> list[PayOut]:
        assert self.order is not None
        return returns.refund_due(self.order.id, self._wanted(), self.way)

    def doubtful(self) -> QLineEdit | None:
        """The first quantity that is none, or more than the customer has by now; when nothing is
        typed, the first one of all."""
        assert self.order is not None
        typed = {line: field for line, field in self.quantities.items() if field.text().strip()}
        has = {line.line: _has(line) for line in order_history.sheet(self.order.id).lines}
        for line, field in typed.items():
            with suppress(ShopError):
                if self._quantity(line, field) <= has[line]:
                    continue
            return field
        return None if typed else next(iter(self.quantities.values()), None)

    def _go_on(self) -> None:
        """Enter: to the next line; after the last one it is done."""
        fields = list(self.quantities.values())
        following = dict(pairwise(fields)).get(cast("QLineEdit", self.sender()))
        if following is None:
            self.try_to_take()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _quantity(self, line: int, field: QLineEdit) -> int:
        return self.context.format.parse_quantity(field.text(), self._units[line])

    def _wanted(self) -> dict[int, int]:
        """Thousandths by line; raises what a quantity that is none raises."""
        return {
            line: self._quantity(line, field)
            for line, field in self.quantities.items()
            if field.text().strip()
        }

    def _reckon(self) -> None:
        """What goes back to the customer, as soon as it can be said."""
        text = ""
        for field in self.quantities.values():
            mark_wrong(field, False)  # something was changed: it is asked anew
        if self.order is not None:
            with suppress(ShopError):
                outs = self.outs()
                nothing = self.context.format.money(0)
                text = self.tr("{sum} goes back").format(sum=self.sums(outs) if outs else nothing)
        self.show_outcome(text)

    def _show_lines(self, lines: list[LineRow]) -> None:
        empty(self._grid)
        self.quantities.clear()
        theme, words = self.context.theme, self.context.format
        for row, line in enumerate(lines):
            has = f"{words.quantity(_has(line))} {line.unit}"
            text = self.tr("{name}, of {quantity}").format(name=line.name, quantity=has)
            field = QLineEdit(maxLength=LONGEST)
            for_numbers(field)
            field.setMaximumWidth(theme.px(96))
            field.setAccessibleName(text)
            field.returnPressed.connect(self._go_on)
            field.textEdited.connect(self._reckon)
            self.quantities[line.line], self._units[line.line] = field, line.unit
            self._grid.addWidget(Label(theme, text), row, 0)
            self._grid.addWidget(field, row, 1)
        self._reckon()


def _has(line: LineRow) -> int:
    """What the customer has of a line, thousandths."""
    return line.handed - line.returned
