"""Asks once more before something that cannot be taken back with one key, or tells one thing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.actions import key_text
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import explanation
from gui.widgets.text.plain_text import Words


class Question(QDialog):
    """The verb is on its button; Enter and Esc cancel. Without a `verb` it only tells.

    Tab and the arrows go from button to button, Enter presses the one with the focus.
    """

    def __init__(
        self, theme: Theme, question: str, detail: str, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.apply_theme(self)
        self.setWindowTitle("BotBelanja")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        asked = Words(question, wordWrap=True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setFont(theme.font("title"))
        asked.setStyleSheet(f"color: {theme.hex('text')};")
        column.addWidget(asked)
        if detail:
            column.addWidget(explanation(theme, detail))
        column.addSpacing(theme.px(8))
        self._buttons: list[Button] = []
        if verb:
            self._add(Button(theme, verb, "", "danger")).clicked.connect(self.accept)
        word = self.tr("Cancel") if verb else self.tr("Close")
        self.cancel = self._add(Button(theme, word, "", "primary", key_text("Esc")))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(440))
        self.cancel.setFocus()

    def _add(self, button: Button) -> Button:
        self._buttons.append(button)
        return button

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, Button) else self.cancel).click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


def sure(parent: QWidget, theme: Theme, question: str, detail: str, verb: str) -> bool:
    """Whether the person pressed `verb`."""
    return _answered(Question(theme, question, detail, verb, parent))


def tell(theme: Theme, text: str, detail: str) -> None:
    """Before there are windows, and after: waits until it was read."""
    _answered(Question(theme, text, detail, ""))


def _answered(dialog: Question) -> bool:
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted
