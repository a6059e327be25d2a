"""The privacy policy once more, to be read in peace."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.text.labels import Label
from gui.widgets.text.policy_text import PolicyText


class PolicyDialog(QDialog):
    """Shows one text: the policy in force, or the very words that were accepted."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, title, "title"))
        column.addWidget(Label(theme, subtitle, "second", "text_muted"))
        self.text = PolicyText(theme)
        self.text.show_text(text)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(theme, self.tr("Close"), "", "normal", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(theme.px(820), theme.px(600))
        self.text.setFocus()
