"""A small dialog with a title, some fields, *Cancel* and the verb that it is for."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.actions import key_text
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.containers.layouts import lay_out_now
from gui.widgets.fields.form import explanation
from gui.widgets.text.labels import Label


class PromptDialog(QDialog):
    """Fields are put into `column`; `keep` is what the verb's button does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.apply_theme(self)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.px(24)] * 4)
        self.column.setSpacing(theme.px(6))
        self.setMinimumWidth(theme.px(380))

    def set_title(self, title: str) -> None:
        """What it is about: the first thing to be said."""
        self.setWindowTitle(title)
        self.column.addWidget(Label(self._theme, title, "title"))

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """All of its texts have their room: Qt by itself counts their rows for another width."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(max(0, self.column.totalHeightForWidth(self.width())))
        if event.type() == QEvent.Type.Show:
            lay_out_now()
        return done

    def add_buttons(self, verb: str, icon: str = "check", kind: str = "primary") -> None:
        """The row at the foot, after the last field."""
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = Button(self._theme, self.tr("Cancel"), "", "normal", "Esc")
        self.cancel.clicked.connect(self.reject)
        self.verb = Button(self._theme, verb, icon, kind, key_text("Enter"))
        self.verb.clicked.connect(self.keep)
        row.addWidget(self.cancel)
        row.addWidget(self.verb)
        self.column.addLayout(row)

    def add_wrong(self) -> None:
        """Room for what was wrong, after the last field."""
        self.wrong = explanation(self._theme, "")
        self.wrong.setStyleSheet(f"color: {self._theme.hex('on_danger_soft')};")
        self.wrong.hide()
        self.column.addWidget(self.wrong)

    def _tell(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def keep(self) -> None:
        """Does what the dialog is for, and closes it if that went well."""
        raise NotImplementedError
