"""Counting the drawer: how many of each note and coin; the sheet adds up."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gui.input.text_fields import for_numbers
from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from models.orders.payments import COINS, NOTES

translate = QCoreApplication.translate

MOST = 99_999  # pieces of one note; more is a slip of the hand
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CountSheet(QWidget):
    """Enter and the arrows go from note to note; what no coin makes up is typed as a sum."""

    # Something was counted.
    changed = Signal()
    # Enter in the last field.
    finished = Signal()

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__()
        self._theme, self._format = theme, format
        self.fields: dict[int, QLineEdit] = {}
        self._sums: dict[int, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(2, 1)
        most = text_width(theme.font("row"), format.money(9_900_000))
        grid.setColumnMinimumWidth(2, most)
        # A note whose sum cannot be read cannot be counted.
        grid.setColumnMinimumWidth(0, text_width(theme.font("row"), format.money(max(NOTES))))
        for row, note in enumerate((*NOTES, *COINS, 1)):
            self._add_row(grid, row, note)

    @property
    def sum(self) -> int:
        """What was counted, in rupiah."""
        return sum(note * _number(field) for note, field in self.fields.items())

    @property
    def is_empty(self) -> bool:
        """Nothing was counted yet; a typed nought counts."""
        return not any(field.text() for field in self.fields.values())

    def clear(self) -> None:
        """A new sheet."""
        for field in self.fields.values():
            field.setText("")
        self.reckon()

    def take_focus(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, field: QLineEdit, by: int) -> None:
        """To the next note, or the one before."""
        fields = list(self.fields.values())
        at = fields.index(field) + by
        if at == len(fields):
            self.finished.emit()
        elif at >= 0:
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_row(self, grid: QGridLayout, row: int, note: int) -> None:
        money = self._format.money(note)
        rest = note == 1
        name = translate("drawer", "Other coins, sum") if rest else money
        field = _Count(self, MOST * 1000 if rest else MOST)
        field.setAccessibleName(
            name if rest else translate("drawer", "How many of {note}").format(note=money)
        )
        field.setMaximumWidth(self._theme.px(96))
        field.textEdited.connect(self.reckon)
        self.fields[note] = field
        align = Qt.AlignmentFlag.AlignRight
        self._sums[note] = Label(self._theme, "", "row", "text_muted", align=align)
        token = "text_muted" if rest else "text"
        grid.addWidget(Label(self._theme, name, "row", token, align=align), row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(self._sums[note], row, 2)

    def reckon(self) -> None:
        for note, field in self.fields.items():
            number = _number(field)
            self._sums[note].set_text(self._format.money(note * number) if number else "")
        self.changed.emit()


class _Count(QLineEdit):
    """A number of notes."""

    def __init__(self, sheet: CountSheet, most: int) -> None:
        super().__init__()
        self._sheet = sheet
        self.setValidator(QIntValidator(0, most, self))
        self.setMaxLength(len(str(most)))
        for_numbers(self)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._sheet.step(self, step)


def _number(field: QLineEdit) -> int:
    text = field.text()
    return int(text) if text.isdecimal() else 0
