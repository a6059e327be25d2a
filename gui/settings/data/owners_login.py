"""The login of the tables' owner on a server, asked in place, for this once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.fields.form import explanation, field_row
from models.shop.removal.tables_owner import Login


class OwnersLogin(QWidget):
    """Two fields, and why they are there."""

    #: Enter was pressed in one of them.
    entered = Signal()

    def __init__(self, theme: Theme, why: str) -> None:
        super().__init__()
        self.user = QLineEdit(maxLength=80)
        self.password = QLineEdit(maxLength=200, echoMode=QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(10))
        fields = (
            (self.tr("Login of the tables’ owner"), self.user),
            (self.tr("Its password"), self.password),
        )
        column.addLayout(field_row(theme, fields))
        kept = self.tr("The login is used for this once and kept nowhere.")
        column.addWidget(explanation(theme, f"{why} {kept}"))
        for line in (self.user, self.password):
            line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.user)

    def login(self) -> Login:
        """What was typed."""
        return Login(self.user.text().strip(), self.password.text())


class OwnersLoginDialog(PromptDialog):
    """Accepted when a login was typed for the `verb`."""

    def __init__(self, theme: Theme, verb: str, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.set_title(verb)
        self.setMinimumWidth(theme.px(560))
        why = self.tr("On the server only the owner of the tables can put others in their place.")
        self.fields = OwnersLogin(theme, why)
        self.fields.entered.connect(self.keep)
        self.column.addWidget(self.fields)
        self.add_buttons(verb, "backup-restore", "danger")
        self.fields.setFocus()

    def keep(self) -> None:
        if self.fields.user.text().strip():
            self.accept()
        else:
            self.fields.setFocus()
