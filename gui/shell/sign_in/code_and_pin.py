"""A staff code and its PIN, and under them what was wrong: to sign in, and to approve."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRegularExpression, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.input.text_fields import takes_badges
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.fields.form import add_field, field_row, pin_field, point_out
from gui.widgets.text.plain_text import Words
from gui.words.error_messages import sentence
from models.errors import PinMissing, ShopError, UnknownStaff, WrongPin
from models.events import Receipt
from models.settings import staff


class CodeAndPin(QWidget):
    """`entered`: Enter was pressed in one of the two."""

    entered = Signal()

    def __init__(self, context: AppContext, code: str, *, in_row: bool = False) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self.code_line = QLineEdit(code)
        # A letter first: a PIN that is typed here by mistake is never seen.
        pattern = QRegularExpression("([A-Za-z]{1,2}[0-9]{0,3})?")
        self.code_line.setValidator(QRegularExpressionValidator(pattern, self.code_line))
        self.pin_line = pin_field()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        names = (self.tr("Staff code"), self.code_line), (self.tr("PIN"), self.pin_line)
        if in_row:
            column.addLayout(field_row(theme, names))
        else:
            for name, field in names:
                add_field(theme, column, name, field)
        self.wrong = Words(wordWrap=True)
        self.wrong.setStyleSheet(f"color: {theme.hex('on_danger_soft')};")
        self.wrong.hide()
        column.addWidget(self.wrong)
        self._wait = 0  # seconds until the next PIN is looked at
        self._waits_for: type[WrongPin] = WrongPin
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self._count_down)
        for field in (self.code_line, self.pin_line):
            field.returnPressed.connect(self.entered)
            takes_badges(field)
        self.pin_line.installEventFilter(self)

    def take_focus(self) -> None:
        (self.pin_line if self.code_line.text() else self.code_line).setFocus()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter begins a code, whoever is expected here: no PIN has one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            sign = event.text()
            if sign.isascii() and sign.isalpha():
                self.code_line.setText("")
                self.code_line.setFocus()
                self.code_line.insert(sign)
                return True
        return False

    def submit(
        self, check: Callable[[str, str], Receipt[Any]], done: Callable[[Receipt[Any]], object]
    ) -> None:
        """Has what was typed checked, behind what is on its way; one at a time in all windows."""
        code, pin = self.code_line.text().strip().upper(), self.pin_line.text()
        if not pin and any(one.has_pin for one in staff.everyone() if one.code == code):
            self.tell(PinMissing(code))  # at once: the next key is the first of the PIN
            return
        self._context.run(partial(check, code, pin), done, self.tell, once=CodeAndPin)

    def submit_badge(
        self,
        badge: str,
        check: Callable[[str], Receipt[Any]],
        done: Callable[[Receipt[Any]], object],
    ) -> None:
        """The same for a badge that was scanned."""
        self._context.run(partial(check, badge), done, self.tell, once=CodeAndPin)

    def tell(self, error: ShopError) -> None:
        """Says what was wrong, where the person looks, and takes the cursor there."""
        if not isValid(self):  # the windows were built anew meanwhile
            raise error
        said = sentence(error, self._context.format)
        if isinstance(error, UnknownStaff) and not self.code_line.text():
            said = self.tr("Type your staff code.")
        self.wrong.setText(said)
        self.wrong.show()
        self._wait = error.wait if isinstance(error, WrongPin) else 0
        if isinstance(error, WrongPin) and self._wait:
            self._waits_for = type(error)
            self._seconds.start()
        else:
            self._seconds.stop()
        self.pin_line.setText("")
        if isinstance(error, UnknownStaff):
            point_out(self.code_line)
        else:
            self.take_focus()

    def _count_down(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._waits_for = WrongPin
        self.wrong.setText(sentence(self._waits_for(self._wait), self._context.format))
        if self._wait <= 0:
            self._seconds.stop()
