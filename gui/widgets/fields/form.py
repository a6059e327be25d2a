"""Fields under one another: the name of each, the field, and a line that explains it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRegularExpression
from PySide6.QtGui import QMouseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.containers.scroll_area import bring_into_sight
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from models.settings.staff import PIN_DIGITS


def heading(theme: Theme, title: str) -> Label:
    """The name above a field."""
    return Label(theme, title, "second_strong", "text_muted")


def explanation(theme: Theme, text: str) -> QLabel:
    """A muted line, as many lines long as it must be."""
    line = Words(text, wordWrap=True)
    line.setFont(theme.font("second"))
    line.setStyleSheet(f"color: {theme.hex('text_muted')};")
    return line


def add_field(
    theme: Theme, column: QVBoxLayout, title: str, field: QWidget, hint: str = ""
) -> None:
    """Puts a field with its name above and its explanation below at the end of `column`."""
    field.setAccessibleName(title)
    if isinstance(field, QSpinBox):
        inset(theme, field)
    column.addWidget(heading(theme, title))
    column.addWidget(field)
    if hint:
        column.addWidget(explanation(theme, hint))
    column.addSpacing(theme.px(10))


def field_row(theme: Theme, fields: Sequence[tuple[str, QWidget]]) -> QBoxLayout:
    """Fields beside each other, each with its name above; more can be put behind them."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for title, field in fields:
        field.setAccessibleName(title)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(heading(theme, title))
        column.addWidget(field)
        row.addLayout(column, 1)
    return row


class ProposalField(QLineEdit):
    """Holds what may be meant: whoever clicks on it and types means something else."""

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.isModified() and not self.hasSelectedText():
            self.selectAll()


def pin_field(pin: str = "") -> QLineEdit:
    """Takes digits only, as many as a PIN may have, and shows none of them."""
    field = QLineEdit(pin)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    digits = QRegularExpression(f"[0-9]{{0,{PIN_DIGITS[1]}}}")
    field.setValidator(QRegularExpressionValidator(digits, field))
    return field


def mark_wrong(field: QWidget, is_wrong: bool = True) -> None:
    """Shows at the field itself that it is missing or not understood; typing in it ends that."""
    if bool(field.property("wrong")) == is_wrong:
        return
    field.setProperty("wrong", is_wrong)
    field.style().unpolish(field)
    field.style().polish(field)
    if is_wrong:
        _Mark(field)


def point_out(field: QWidget) -> None:
    """Marks a field in sight, and puts the cursor there with all of its text chosen."""
    mark_wrong(field)
    field.setFocus()
    bring_into_sight(field)
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    if isinstance(line, QLineEdit):
        line.selectAll()


class _Mark(QObject):
    """Lifts the mark of a field when somebody types in it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if isinstance(line, QLineEdit):
            line.textEdited.connect(self._lift)

    def _lift(self) -> None:
        mark_wrong(self._field, False)
        self.deleteLater()


def inset(theme: Theme, box: QSpinBox) -> None:
    """Keeps the number off the edge: style sheets give a box without arrows no padding."""
    box.lineEdit().setTextMargins(theme.px(12), 0, theme.px(12), 0)
