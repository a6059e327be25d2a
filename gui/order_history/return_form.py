"""Goods that come back: how much of each line, whether onto the shelf, and how money goes back."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from gui.desk import Desk
from gui.order_history.deeds import Deeds
from gui.order_history.forms import Form
from gui.widgets.labels import Label
from models import order_history, personal_data
from models.order_history import LineRow, OrderRow
from models.payments import METHODS


class ReturnForm(Form):
    """A field for each line the customer has; empty means none of it."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(
            desk, deeds, self.tr("Take goods back"), self.tr("Take back"), "keyboard-return"
        )
        self.quantities: dict[int, QLineEdit] = {}
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.fields.addWidget(self._holder)
        self.restock = QCheckBox(self.tr("Back onto the shelf"))
        self.restock.setAccessibleName(self.restock.text())
        self.fields.addWidget(self.restock)
        self.method = self.methods()
        self.note = self.field(self.tr("Why"), self.tr("for the journal, no names"))
        self.note.setMaxLength(200)

    def start(self, order: OrderRow) -> None:
        super().start(order)
        self.note.clear()
        self.restock.setChecked(True)
        self._show_lines([x for x in order_history.sheet(order.id).lines if _has(x) > 0])
        for field in list(self.quantities.values())[:1]:
            field.setFocus()

    def take(self) -> None:
        if self.order is None:
            return
        words = self.desk.format
        wanted = {
            line: words.parse_quantity(field.text())
            for line, field in self.quantities.items()
            if field.text().strip()
        }
        if not wanted:
            next(iter(self.quantities.values())).setFocus()
            return
        note = personal_data.clean(self.note.text()).text
        method = METHODS[self.method.current]
        self.deeds.take_back(self.order, wanted, method, self.restock.isChecked(), note)
        self.closed.emit()

    def _show_lines(self, lines: list[LineRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.quantities.clear()
        theme, words = self.desk.theme, self.desk.format
        for row, line in enumerate(lines):
            has = f"{words.quantity(_has(line))} {line.unit}"
            text = self.tr("{name}, of {quantity}").format(name=line.name, quantity=has)
            field = QLineEdit()
            field.setMaximumWidth(theme.px(96))
            field.setAccessibleName(text)
            field.returnPressed.connect(self.take)
            field.installEventFilter(self)
            self.quantities[line.line] = field
            self._grid.addWidget(Label(theme, text), row, 0)
            self._grid.addWidget(field, row, 1)


def _has(line: LineRow) -> int:
    """What the customer has of a line, thousandths."""
    return line.handed - line.returned
