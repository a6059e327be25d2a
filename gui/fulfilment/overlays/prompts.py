"""The small questions that open on the card itself: how many, why short, which number.

They cover the card's lines and nothing else of the wall; Enter answers, Esc closes. What is done
with an answer is done with the order that was in focus when it was asked.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.fulfilment.cards.card_face import unit_shown
from gui.fulfilment.overlays.overlay import Overlay
from gui.input.text_fields import for_numbers
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import point_out
from gui.widgets.text.plain_text import Words
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models.errors import ShopError
from models.fulfilment.cards import Card, CardLine
from models.orders import tickets

GROWN = 1.15  # what is typed on the wall is read from further away than at the counter


class CardPrompt(Overlay):
    """What the questions share: a title, a field for digits, and Enter and Esc."""

    def __init__(self, wall: Theme, form: Formatting, parent: QWidget) -> None:
        theme = Theme(wall.name, wall.text_scale * GROWN)
        super().__init__(theme, "surface", "accent", 12, parent)
        self.set_look("surface", "accent", 2)
        self.theme = theme
        self.form = form
        #: The order it was opened for, as it stood then; None when it is about no order.
        self.about: Card | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.px(12)] * 4)
        self.column.setSpacing(theme.px(6))
        theme.apply_theme(self)

    def title(self, text: str, *, can_close: bool = True) -> QLabel:
        """What is asked; beside it the way out, unless that is one of the answers."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        label = self.words(text, "card_title")
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(label, 1)
        if can_close:
            row.addWidget(self.close_button(), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        return label

    def words(self, text: str, role: str) -> QLabel:
        """Words in the colours of the wall."""
        label = Words(text)
        label.setFont(self.theme.font(role))
        # Said outright: the wall is dark in a program that is light.
        label.setStyleSheet(f"color: {self.theme.hex('text')};")
        return label

    def field(self, before: str, after: str, text: str, button: Button) -> QLineEdit:
        """A row: words, the field, words, and the button that Enter presses."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        words = self.words(before, "row")
        field = QLineEdit(text, maxLength=12)
        field.setFont(self.theme.font("title"))
        for_numbers(field)
        field.setFixedWidth(self.theme.px(80))
        field.setAccessibleName(before)
        field.selectAll()
        words.setBuddy(field)
        row.addWidget(words)
        row.addWidget(field)
        row.addWidget(self.words(after, "row"))
        row.addStretch(1)
        button.clicked.connect(self.answer)
        row.addWidget(button)
        self.column.addLayout(row)
        return field

    def amount(self, quantity: int, line: CardLine) -> str:
        """So many thousandths of a line, in its unit."""
        return f"{self.form.quantity(quantity)} {unit_shown(line.unit)}".strip()

    def answer(self) -> None:
        """Enter or the button: tells the answer and closes, or marks what is no number."""

    def refuse(self, field: QLineEdit) -> None:
        """What was typed is no number: the field keeps the focus, marked until it is mended."""
        point_out(field)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # What is taken back meanwhile is what was typed, and no step on a card.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if any(event.matches(key) for key in undoes):
                event.accept()
                return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.answer()
        else:
            super().keyPressEvent(event)


def short_name(line: CardLine) -> str:
    """A name as long as two rows; the rest of it stands on the card."""
    return line.name if len(line.name) <= 60 else f"{line.name[:40]} … {line.name[-16:]}"


class PartPrompt(CardPrompt):
    """How many of the line are in the box by now."""

    #: Carries the order, the line and the quantity picked so far, in thousandths.
    answered = Signal(object, object, object)

    def __init__(
        self, theme: Theme, form: Formatting, line: CardLine, key: str, parent: QWidget
    ) -> None:
        super().__init__(theme, form, parent)
        self._line = line
        self.title(short_name(line))
        button = Button(theme, self.tr("Note it"), "check", "primary", key)
        after = self.tr("of {quantity}").format(quantity=self.amount(line.wanted, line))
        text = form.quantity(line.picked) if line.picked else ""
        self._field = self.field(self.tr("Picked so far"), after, text, button)
        self.reason = self.words("", "row")
        self._field.textChanged.connect(self.reason.clear)
        self.column.addWidget(self.reason)
        self.column.addStretch(1)

    def take_focus(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def answer(self) -> None:
        text = self._field.text().strip()
        try:
            picked = self.form.parse_count(text, self._line.unit)
        except ShopError as error:
            self.reason.setText(sentence(error, self.form))
            self.refuse(self._field)
            return
        most = self._line.wanted - self._line.short
        if picked > most:
            said = self.tr("That is more than the {quantity} wanted.")
            self.reason.setText(said.format(quantity=self.form.quantity(most)))
            self.refuse(self._field)
            return
        self.answered.emit(self.about, self._line, picked)
        self.closed.emit()


class NumberPrompt(CardPrompt):
    """Which order: its number is typed as it was called out."""

    #: Carries the number.
    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        key: str,
        words_of: Callable[[int], str],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, form, parent)
        self._words_of = words_of
        self.title(self.tr("An order that is ready is handed over, any other comes into focus."))
        button = Button(theme, self.tr("Go"), "arrow-right-bold-outline", "primary", key)
        self._field = self.field(self.tr("Number"), "", "", button)
        self._field.textChanged.connect(self._look)
        self.state = self.words("", "card_title")
        self.column.addWidget(self.state)
        self.column.addStretch(1)

    def take_focus(self) -> None:
        self._field.setFocus()

    def _look(self, text: str) -> None:
        """How the order stands, before anything is done with it."""
        number = tickets.number_of(text)
        self.state.setText("" if number is None else self._words_of(number))

    def answer(self) -> None:
        number = tickets.number_of(self._field.text())
        if number is None:
            self.state.setText(self.tr("This is no number of an order."))
            self.refuse(self._field)
            return
        self.closed.emit()  # first: the answer may open another question
        self.answered.emit(number)
