"""Covers a window until a staff code is signed in; what was being worked on stays behind it."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.form import point_out
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from gui.words.error_messages import sentence
from models.errors import ShopError, UnknownStaff
from models.settings import staff


class LockScreen(QWidget):
    """Asks for a staff code and its PIN; the sentence about a wrong one stands under the fields."""

    unlocked = Signal()

    def __init__(self, context: AppContext, last: str) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        theme.apply_theme(self)
        self.setAutoFillBackground(True)
        card = Card(theme)
        card.setFixedWidth(theme.px(360))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(Label(theme, self.tr("Locked"), "title", "text", "lock-outline"))
        self._code = self._field(self.tr("Staff code"), "[A-Za-z]{0,2}[0-9]{0,3}")
        self._pin = self._field(self.tr("PIN"), "[0-9]{0,12}")
        self._code.setText(last)
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self._code, self._pin):
            column.addWidget(Label(theme, field.accessibleName(), "second_strong", "text_muted"))
            column.addWidget(field)
        self.wrong = Words(wordWrap=True)
        self.wrong.setStyleSheet(f"color: {theme.hex('on_danger_soft')};")
        self.wrong.hide()
        column.addWidget(self.wrong)
        button = Button(theme, self.tr("Unlock"), "lock-open-outline", "primary", self.tr("Enter"))
        button.clicked.connect(self.try_unlock)
        column.addWidget(button)
        around = QVBoxLayout(self)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def take_focus(self) -> None:
        (self._pin if self._code.text() else self._code).setFocus()

    def try_unlock(self) -> None:
        """Signs in; a wrong PIN is told here, where the person looks."""
        try:
            staff.sign_in(self._code.text(), self._pin.text())
        except ShopError as error:
            said = sentence(error, self._context.format)
            self.wrong.setText(said if self._code.text() else self.tr("Type your staff code."))
            self.wrong.show()
            self._pin.setText("")
            if isinstance(error, UnknownStaff):
                point_out(self._code)
            else:
                self.take_focus()
            return
        self.unlocked.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes past it to what it covers, nor the Enter that unlocked to what is there."""

    def _field(self, name: str, pattern: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), field))
        field.returnPressed.connect(self.try_unlock)
        return field
