"""Asks for a new PIN, twice, so that a slip of the finger locks nobody out."""

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.actions import key_text
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import add_field, explanation, pin_field
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models.errors import ShopError
from models.events import Receipt
from models.settings import staff


class PinDialog(QDialog):
    """Empty twice takes the PIN away. What is wrong is said under the fields."""

    def __init__(self, context: AppContext, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = code
        theme = context.theme
        theme.apply_theme(self)
        self.setWindowTitle(self.tr("PIN of {code}").format(code=code))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(6))
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        low, high = staff.PIN_DIGITS
        hint = self.tr("{low} to {high} digits; leave both empty for none.")
        self.first, self.again = pin_field(), pin_field()
        add_field(theme, column, self.tr("New PIN"), self.first, hint.format(low=low, high=high))
        add_field(theme, column, self.tr("New PIN again"), self.again)
        self.wrong = explanation(theme, "")
        self.wrong.setStyleSheet(f"color: {theme.hex('on_danger_soft')};")
        self.wrong.hide()
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), "", "normal", "Esc")
        cancel.clicked.connect(self.reject)
        keep = Button(theme, self.tr("Keep"), "check", "primary", key_text("Enter"))
        keep.clicked.connect(self.keep)
        row.addWidget(cancel)
        row.addWidget(keep)
        column.addLayout(row)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.keep)
        self.setMinimumWidth(theme.px(380))

    def keep(self) -> None:
        """Gives the code its new PIN, if both are the same."""
        if self.first.text() != self.again.text():
            self._tell(self.tr("The two are not the same. Nothing was changed."))
            return
        give = partial(staff.set_pin, self._code, self.first.text())
        self._context.run(give, self._given, self._refused, self)

    def _given(self, _: Receipt[None]) -> None:
        self.accept()

    def _refused(self, error: ShopError) -> None:
        self._tell(sentence(error, self._context.format))

    def _tell(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()
        self.again.setText("")
        self.first.setFocus()
        self.first.selectAll()
