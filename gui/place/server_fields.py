"""How a server is reached: part by part, or by a URL that is pasted where the computer's name is.

In the parts a password may have any sign; a URL is read by libpq itself and taken apart here.
"""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.input.text_fields import LONGEST
from gui.look.theme import Theme
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.form import explanation, field_row
from models.errors import ShopError
from models.storage import locations, server_address
from models.storage.server_address import ServerAddress


class ServerFields(QWidget):
    """`address` is what stands in the fields at first; `passwords` the file that keeps one."""

    #: Something was typed or chosen.
    changed = Signal()

    def __init__(self, theme: Theme, address: ServerAddress, passwords: str) -> None:
        super().__init__()
        self._more: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.host, self.port = QLineEdit(maxLength=LONGEST), QLineEdit(maxLength=80)
        self.host.setPlaceholderText(self.tr("Name, IP address, or postgresql:// URL"))
        self.port.setPlaceholderText("5432")
        self.database, self.user = QLineEdit(maxLength=80), QLineEdit(maxLength=80)
        self.password = QLineEdit(maxLength=LONGEST, echoMode=QLineEdit.EchoMode.Password)
        self.encryption = ChoiceBox()
        for mode, text in (
            ("", self.tr("If the server offers it")),
            ("require", self.tr("Always")),
            ("verify-full", self.tr("Always, certificate checked")),
        ):
            self.encryption.addItem(text, mode)
        first = field_row(theme, ((self.tr("Server"), self.host), (self.tr("Port"), self.port)))
        first.setStretch(0, 3)
        column.addLayout(first)
        for fields in (
            ((self.tr("Database"), self.database), (self.tr("Encryption"), self.encryption)),
            ((self.tr("User name"), self.user), (self.tr("Password"), self.password)),
        ):
            column.addLayout(field_row(theme, fields))
        text = self.tr("The password is kept in {file}, which only you can read; nowhere else.")
        column.addWidget(explanation(theme, text.format(file=passwords)))
        self._show(address)
        self.setFocusProxy(self.host)
        self.lines = (self.host, self.port, self.database, self.user, self.password)
        for line in self.lines:
            line.textChanged.connect(self._typed)
        self.encryption.currentIndexChanged.connect(self._chosen)
        self.host.editingFinished.connect(self._leave)

    def typed(self) -> ServerAddress:
        """What stands in the fields, as it stands there."""
        return ServerAddress(
            self.host.text().strip(),
            self.port.text().strip(),
            self.database.text().strip(),
            self.user.text().strip(),
            self.password.text(),
            self.encryption.currentData(),
            self._more,
        )

    def check(self) -> None:
        """Takes a URL apart. Raises `BadAddress` where no server can be meant."""
        address = self.typed()
        if locations.is_postgres(address.host):
            found = server_address.read(address.host)
            self._show(found if found.password else replace(found, password=address.password))
        else:
            server_address.check(address)

    def waits_for(self) -> str:
        """Why no server can be looked for yet; empty when one can."""
        host = self.host.text().strip()
        if not host or (locations.is_postgres(host) and not host.partition("://")[2]):
            return self.tr("The server's name is missing")
        if not locations.is_postgres(host) and not self.database.text().strip():
            return self.tr("The database's name is missing")
        return ""

    def _show(self, address: ServerAddress) -> None:
        self._more = address.more
        for line, text in (
            (self.host, address.host),
            (self.port, address.port),
            (self.database, address.database),
            (self.user, address.user),
            (self.password, address.password),
        ):
            line.setText(text)
        if self.encryption.findData(address.encryption) < 0:  # one of libpq's others
            self.encryption.addItem(address.encryption, address.encryption)
        self.encryption.setCurrentIndex(self.encryption.findData(address.encryption))

    def _leave(self) -> None:
        """A password that was pasted with the rest goes where nobody reads it."""
        with suppress(ShopError):  # told when it is tried
            self.check()

    def _typed(self, text: str) -> None:
        self.changed.emit()

    def _chosen(self, index: int) -> None:
        self.changed.emit()
