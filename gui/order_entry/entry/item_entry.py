"""The one box of the counter: scanning, searching, and every small question is answered in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.input.text_fields import LONGEST
from gui.look import icons
from gui.look.theme import Theme, text_width
from gui.order_entry.entry.entry_field import EntryField
from gui.order_entry.entry.key_hints import Hint, KeyHints
from gui.runtime.error_handler import guarded
from gui.widgets.containers.card import Panel
from gui.widgets.text.labels import Label
from gui.widgets.text.text_painting import write


@dataclass(frozen=True, slots=True)
class PromptText:
    """What the box is asking: `plate` names it, `hints` stand at the right of the field."""

    icon: str
    placeholder: str
    plate: str = ""
    text: str = ""
    hints: tuple[Hint, ...] = ()
    is_search: bool = False
    is_number: bool = False
    window_keys: tuple[Qt.Key, ...] = ()


class ItemEntry(Panel):
    """The field, and below it in the same frame whatever it found."""

    #: The text changed by a person's hand.
    typed = Signal(str)
    #: A hint was pressed; carries its key.
    hint_pressed = Signal(str)

    def __init__(self, theme: Theme, wide: bool = False) -> None:
        super().__init__(theme)
        self.theme = theme
        self.set_look("surface", "accent", 2)
        self.column.setContentsMargins(2, 2, 2, 2)
        self._icon = _Icon(theme)
        self.plate = Plate(theme)
        self.entry = EntryField()
        self.entry.setMaxLength(LONGEST)
        self.entry.textEdited.connect(self.typed)
        # Later: what did fit is looked for first.
        self.entry.inputRejected.connect(self._tell_of_length, Qt.ConnectionType.QueuedConnection)
        self.hints = KeyHints(theme)
        self.hints.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hints.pressed.connect(self.hint_pressed)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.px(12), 0, theme.px(14), 0)
        row.setSpacing(theme.px(12))
        for widget in (self._icon, self.plate, self.entry, self.hints):
            row.addWidget(widget, 1 if widget is self.entry else 0)
        self.foot = Foot(theme)
        self.foot.hints.pressed.connect(self.hint_pressed)
        self._below: list[QWidget] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        self.column.addWidget(self._head)
        self.column.addLayout(self._place)
        self.column.addWidget(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_wide(wide)
        self.foot.hide()

    def set_wide(self, wide: bool) -> None:
        self._head.setFixedHeight(self.theme.px(60 if wide else 52))
        self.entry.setFont(self.theme.font("search"))

    def ask(self, question: PromptText) -> None:
        """Turns to another question; what was below the old one is closed."""
        self._icon.show_icon(question.icon)
        self.entry.is_search = question.is_search
        hint = Qt.InputMethodHint
        self.entry.setInputMethodHints(
            hint.ImhPreferNumbers if question.is_number else hint.ImhNone
        )
        self.entry.window_keys = question.window_keys
        self.entry.setPlaceholderText(question.placeholder)
        self.entry.setAccessibleName(f"{question.plate} {question.placeholder}".strip())
        self.entry.setText(question.text)
        self.entry.selectAll()
        self.plate.say(question.plate)
        self.hints.show_hints(question.hints)
        self.close_below()
        self.take_focus()

    def take_up(self, typed: str) -> None:
        """What a person has typed already stands in the field."""
        self.entry.setText(typed)
        self.entry.setModified(True)

    def take_focus(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        return self.entry.text()

    def set_text(self, text: str) -> None:
        self.entry.setText(text)

    def set_plate(self, text: str) -> None:
        self.plate.say(text)

    # --- below the field -------------------------------------------------------------------

    def add_below(self, widget: QWidget) -> None:
        """Gives a list or card its place under the field; it is shown by `open_below`."""
        widget.hide()
        self._below.append(widget)
        self._place.addWidget(widget)

    def open_below(self, widget: QWidget | None, text: str, hints: Sequence[Hint] = ()) -> None:
        """Shows one of the widgets, and a line at the foot that says what it is."""
        for other in self._below:
            other.setVisible(other is widget)
        self.foot.say(text, hints)
        self.foot.show()

    def close_below(self) -> None:
        for widget in self._below:
            widget.hide()
        self.foot.hide()

    def tell_wrong(self, sentence: str) -> None:
        """What is wrong with what is being typed, below it; nobody is disturbed in typing."""
        self.foot.say(sentence, (), is_wrong=True)
        self.foot.show()

    @property
    def is_open(self) -> bool:
        """Whether something stands below the field."""
        return self.foot.isVisible()

    def complain(self, sentence: str) -> None:
        """What is wrong with the answer; it stays to be mended, marked as a whole."""
        self.tell_wrong(sentence)
        self.entry.selectAll()

    def _tell_of_length(self) -> None:
        text = self.tr("Only the first {limit} characters fit in here.")
        self.tell_wrong(text.format(limit=LONGEST))


class Plate(QWidget):
    """`5 ×` before the field, or the name of what is being asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = text_width(self._theme.font("row_total"), self._text) + 2 * self._theme.px(9)
        return QSize(width, self._theme.px(28))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(260)), self._theme.px(28))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        box = self.rect().adjusted(self._theme.px(9), 0, -self._theme.px(8), 0)
        write(
            painter, box, self._text, self._theme.font("row_total"),
            self._theme.color("on_accent_soft"),
        )  # fmt: skip
        painter.end()


class Foot(QWidget):
    """The line under what was found: how many, and the keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_wrong = False
        self.label = Label(theme, "", "second", "text_muted")
        self.hints = KeyHints(theme)
        self.setFixedHeight(theme.px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.label, 1)
        row.addWidget(self.hints)

    def text(self) -> str:
        return self.label.text()

    def say(self, text: str, hints: Sequence[Hint], is_wrong: bool = False) -> None:
        self._is_wrong = is_wrong
        self.label.set_text(text)
        self.label.set_token("on_danger_soft" if is_wrong else "text_muted")
        self.label.set_icon("alert-circle-outline" if is_wrong else "", "on_danger_soft")
        self.hints.show_hints(hints)
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "danger_soft" if self._is_wrong else "surface_alt"
        painter.fillRect(self.rect(), self._theme.color(fill))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("grid"))
        painter.end()


class _Icon(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = "barcode-scan"
        self.setFixedSize(theme.px(28), theme.px(28))

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self.rect(), self._icon, self._theme.color("accent"))
        painter.end()
