"""Counting the drawer: how many of each note and coin; the sheet adds up."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gui.input.text_fields import for_numbers
from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.fields.form import point_out
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from models.amounts import parse_money
from models.errors import ShopError
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
        return sum(note * (_number(note, field) or 0) for note, field in self.fields.items())

    @property
    def doubt(self) -> str:
        """What is typed and is no number of notes, in words; empty where all of it is."""
        for field, note in self._doubtful().items():
            text = translate("drawer", "\u201c{typed}\u201d is no whole number of {note}")
            if note == 1:
                text = translate("drawer", "\u201c{typed}\u201d is no sum of coins")
            return text.format(typed=field.text().strip(), note=self._format.money(note))
        return ""

    def _doubtful(self) -> dict[QLineEdit, int]:
        """Fields with something else than a number, and their notes."""
        return {x: note for note, x in self.fields.items() if _number(note, x) is None}

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
        """To the next note, or the one before; not on from what is no number."""
        fields = list(self.fields.values())
        at = fields.index(field) + by
        if by > 0 and field in self._doubtful():
            point_out(field)
            return
        if at == len(fields):
            self.finished.emit()
        elif at >= 0:
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_row(self, grid: QGridLayout, row: int, note: int) -> None:
        money = self._format.money(note)
        rest = note == 1
        name = translate("drawer", "Other coins, sum") if rest else money
        field = _Count(self)
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
            number = _number(note, field)
            self._sums[note].set_text(self._format.money(note * number) if number else "")
        self.changed.emit()


class _Count(QLineEdit):
    """A number of notes."""

    def __init__(self, sheet: CountSheet) -> None:
        super().__init__(maxLength=12)
        self._sheet = sheet
        for_numbers(self)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._sheet.step(self, step)


def _number(note: int, field: QLineEdit) -> int | None:
    """How many of a note, or rupiah in other coins (`note` 1); None for what is neither."""
    text = field.text().strip()
    if note > 1:
        number = int(text) if text.isdecimal() else 0
        return number if number <= MOST and (number or not text.strip("0")) else None
    with suppress(ShopError):
        return parse_money(text) if text else 0
    return None
