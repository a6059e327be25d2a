"""The money a customer gives: digits only, always in sight as a sum of rupiah."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from gui.input.text_fields import WayBack, for_numbers
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.containers.card import Card
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting
from models.errors import ShopError

DIGITS = 13  # a thousand billion; more is a scan or a cat on the keyboard
LONGEST = 64  # what may be pasted, with its Rp and dots
_OF_A_SUM = frozenset("0123456789., \u00a0Rp")
_OWN_KEYS = (
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End,
)  # fmt: skip
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class AmountField(Card):
    """The first digit replaces the sum that was proposed."""

    #: A person changed the sum.
    changed = Signal()
    #: What was typed or pasted is no sum; nothing changed.
    refused = Signal()

    def __init__(self, theme: Theme, format: Formatting, pixels: int = 42) -> None:
        """`pixels` is how large the digits are."""
        super().__init__(theme)
        self._theme, self._format = theme, format
        self._amount = 0
        self.is_proposed = True
        self._is_behind_comma = False
        self._title = Label(theme, "", "second_strong", "text_muted")
        self._hint = Label(theme, self.tr("type digits"), "second", "text_faint")
        self._hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.entry = _Digits(self)
        self.entry.setMaxLength(LONGEST)
        for_numbers(self.entry)
        self.entry.textEdited.connect(self._edited)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), theme.px(8))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.entry, 1)
        self.set_digits(pixels)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # all of it, and not the digits alone
        self.setFocusProxy(self.entry)
        self.show_focus(False)

    def set_digits(self, pixels: int) -> None:
        """How large the digits are."""
        self.entry.setFont(self._theme.letters(pixels, 700, -0.8))
        self.setFixedHeight(self._theme.px(52 + pixels))

    def show_focus(self, has_focus: bool) -> None:
        """Whether the next digit comes here."""
        self.set_look("surface", "accent" if has_focus else "border", 2)

    def begin_anew(self) -> None:
        """The sum stands, and the next digit replaces it."""
        self.is_proposed = True
        self._is_behind_comma = False

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit that was typed beside it comes here; False where it is none."""
        if not event.text().isdecimal() and event.key() != Qt.Key.Key_Backspace:
            return False
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.keyPressEvent(event)
        return True

    @property
    def amount(self) -> int:
        return self._amount

    def propose(self, amount: int, title: str) -> None:
        """Shows a sum that the next digit replaces."""
        self.begin_anew()
        self._title.set_text(title)
        self.entry.setAccessibleName(title)
        self._show(amount)

    def set_amount(self, amount: int) -> None:
        """A sum chosen by a button."""
        self.begin_anew()
        self._show(amount)
        self.changed.emit()

    def press(self, digits: str) -> None:
        """A key of the touch pad."""
        self._take(("" if self.is_proposed else self._digits()) + digits)

    def erase(self) -> None:
        self._take("" if self.is_proposed else self._digits()[:-1])

    def empty(self) -> None:
        self._take("")

    def _digits(self) -> str:
        return str(self._amount) if self._amount else ""

    def _edited(self, text: str) -> None:
        before, digits = self._digits(), "".join(c for c in text if c.isdecimal() and c.isascii())
        shown = self._format.money(self._amount)
        new = Counter(text) - Counter(shown)
        has_digits = any(c.isdecimal() for c in new)
        if text == shown + ",":
            self._is_behind_comma = True  # the screen's own groups have dots
        elif self._is_behind_comma and text == shown + "0":
            self._show(self._amount)  # 54.500,00 is 54.500
            return
        elif new.total() > 1 and not all(c.isdecimal() for c in new):
            self._take_written(text.removeprefix(shown) if self.is_proposed else text)
            return
        elif (
            (self._is_behind_comma and has_digits)
            or not set(new) <= _OF_A_SUM
            or len(digits) > DIGITS + len(before)
        ):
            self._refuse()
            return
        if new and not has_digits:  # the dots are set here
            self._show(self._amount)
            return
        if self.is_proposed:
            # What was proposed goes: only what is new counts.
            digits = digits.removeprefix(before) if has_digits else ""
        self._take(digits)

    def _take_written(self, text: str) -> None:
        """What was pasted as people write sums: `Rp 54.500,00`, `200rb`."""
        try:
            amount = self._format.parse_money(text)
        except ShopError:
            self._refuse()
        else:
            self._take(str(amount))

    def _refuse(self) -> None:
        self._show(self._amount)
        self.refused.emit()

    def _take(self, digits: str) -> None:
        self.is_proposed = self._is_behind_comma = False
        self._show(int(digits[:DIGITS] or "0"))
        self.changed.emit()

    def way_back(self) -> WayBack:
        """A scan is no sum: what was proposed is proposed again."""
        return partial(self.put_back, self._amount, self.is_proposed)

    def put_back(self, amount: int, was_proposed: bool) -> None:
        """The sum as it stood before."""
        self.is_proposed = was_proposed
        self._show(amount)
        self.changed.emit()

    def _show(self, amount: int) -> None:
        self._amount = amount
        self.entry.setText(self._format.money(amount))
        self.entry.setCursorPosition(len(self.entry.text()))


class _Digits(QLineEdit):
    """Keeps the digits and leaves every other key to the window: letters choose the method."""

    def __init__(self, amount: AmountField) -> None:
        super().__init__()
        self._amount = amount
        self.way_back = amount.way_back
        self.setProperty("bare", True)
        self.setFrame(False)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.text().isdecimal()
            and event.key() not in _OWN_KEYS
        ):
            event.ignore()
            return False
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_new = event.text().isdecimal() or event.matches(QKeySequence.StandardKey.Paste)
        if is_new and self._amount.is_proposed:
            self.end(False)  # it replaces what was proposed, whatever of that is marked
        super().keyPressEvent(event)

    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selectAll()  # a sum is one word, whatever dots are in it

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.deselect()
        if event.reason() in _BY_TAB:
            self._amount.begin_anew()
        self._amount.show_focus(True)

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._amount.show_focus(False)
