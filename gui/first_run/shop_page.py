"""The shop's set-up: name, zone, where it is kept, this computer, and the owner's PIN if wanted."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.first_run.answers import OWNER_CODE
from gui.first_run.choice_tile import ChoiceTile
from gui.first_run.file_row import FileRow
from gui.first_run.station_field import StationField
from gui.input.text_fields import LONGEST
from gui.look.theme import Theme
from gui.widgets.fields.form import add_field, explanation, heading, pin_field
from gui.widgets.fields.zone_box import zone_box
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models.errors import ShopError
from models.settings import station_names
from models.settings.staff import PIN_DIGITS
from models.shop import gate
from models.shop.gate import Origin, ShopInfo
from models.shop.places.peek import peek

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What the page was told; `database` is empty for a file on this computer."""

    name: str = ""
    zone: str = "Asia/Jakarta"
    on_server: bool = False
    url: str = ""
    pin: str = ""
    pin_again: str = ""
    station: str = station_names.USUAL
    from_backup: bool = False
    file: str = ""
    is_named: bool = False  # by the person; else the name is the one that was proposed

    @property
    def backup(self) -> Path | None:
        """The file that becomes the shop."""
        return Path(self.file).expanduser().absolute() if self.from_backup else None

    @property
    def database(self) -> str:
        return self.url if self.on_server else ""


class ShopPage(QWidget):
    """`place` is where the shop's file will be; `fixed` a database given on the command line."""

    #: Something was typed or chosen.
    changed = Signal()

    def __init__(self, theme: Theme, facts: ShopFacts, place: str, fixed: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._fixed = fixed
        self._is_named = facts.is_named
        self.sign: ShopInfo | None = None
        #: What is in the backup, when one was looked at.
        self.origin: Origin | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.name = QLineEdit(facts.name or self.tr("My shop"))
        self.name.setMaxLength(80)
        self.zone = zone_box(facts.zone)
        self.pin, self.pin_again = pin_field(facts.pin), pin_field(facts.pin_again)
        left = QVBoxLayout()
        left.setSpacing(theme.px(6))
        add_field(theme, left, self.tr("Name of the shop"), self.name)
        add_field(theme, left, self.tr("Time zone"), self.zone)
        add_field(theme, left, self.tr("Owner's PIN (optional)"), self.pin, self._pin_hint())
        add_field(theme, left, self.tr("The PIN again"), self.pin_again)
        left.addWidget(heading(theme, self.tr("Currency")))
        left.addWidget(Label(theme, self.tr("Rupiah (IDR), without decimals")))
        left.addStretch(1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(self._database(facts, place), 0, 1)
        self.setFocusProxy(self.name)
        self.name.textChanged.connect(self._typed)
        self.url.textChanged.connect(self._typed)
        self.url.textChanged.connect(self.refusal.hide)
        self.file.textChanged.connect(self.refusal.hide)
        self.station.textChanged.connect(self._typed)
        self.pin.textChanged.connect(self._typed)
        self.pin_again.textChanged.connect(self._typed)
        self.pin.returnPressed.connect(self.pin_again.setFocus)
        self.name.selectAll()

    def facts(self) -> ShopFacts:
        return ShopFacts(
            self.name.text().strip(),
            self.zone.currentData(),
            self.server.isChecked(),
            self._fixed or self.url.text().strip(),
            self.pin.text(),
            self.pin_again.text(),
            self.station.name(),
            self.backup.isChecked(),
            self.file.text().strip(),
            self._is_named or self.name.isModified(),
        )

    def waits_for(self) -> str:
        """Why one cannot go on yet; empty when one can."""
        facts = self.facts()
        if facts.backup is not None:
            if not facts.file:
                return self.tr("Choose the backup first")
            if not facts.backup.is_file():
                return self.tr("There is no such file")
            return self.station.waits_for()
        if not facts.name:
            return self.tr("The shop needs a name")
        if facts.pin and len(facts.pin) < PIN_DIGITS[0]:
            return self.tr("A PIN has at least {count} digits").format(count=PIN_DIGITS[0])
        if facts.pin != facts.pin_again:
            return self.tr("The two PINs are not the same")
        if facts.on_server and not self._fixed and not _is_server(facts.url):
            return self.tr("The server's address is missing")
        return self.station.waits_for()

    def look_for_shop(self) -> bool:
        """Looks whether one stands at the server, or in the backup, that was named, and keeps its
        `sign`.

        False when there can be none; why is said under the field until another one is named.
        """
        facts, url = self.facts(), self.facts().database
        look: Callable[[], tuple[ShopInfo | None, Origin | None]]
        if facts.backup is not None:
            look = partial(_look_into, facts.backup)
        elif url and not self._fixed:  # of that on the command line the caller knows
            look = partial(_look_at, url)
        else:
            return True
        from gui.shell.progress_window import A_MOMENT, ProgressWindow

        self.refusal.hide()  # by now the server may answer
        window = self.window()
        window.setEnabled(False)
        waiting = ProgressWindow(self._theme, self.tr("Looking for the shop …"), A_MOMENT)
        try:
            self.sign, self.origin = waiting.during(look)
        except ShopError as error:
            self.refusal.setText(sentence(error))
            self.refusal.show()
        finally:
            window.setEnabled(True)
            window.activateWindow()
            (self.file if facts.backup is not None else self.url).setFocus()
        return self.refusal.isHidden()

    def _database(self, facts: ShopFacts, place: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(8))
        column.addWidget(heading(self._theme, self.tr("Where the shop is kept")))
        self.here = ChoiceTile(
            self._theme,
            "laptop",
            self.tr("This computer"),
            self.tr("One file, readable by you only: {place}").format(place=place),
        )
        self.server = ChoiceTile(
            self._theme,
            "server-network",
            self.tr("A PostgreSQL server"),
            self.tr("For several stations that share one shop."),
        )
        self._group = QButtonGroup(self, exclusive=True)
        self.backup = ChoiceTile(
            self._theme,
            "backup-restore",
            self.tr("I have a backup"),
            self.tr(
                "A file of BotBelanja, on a stick for instance. It is checked, and becomes the "
                "shop of this computer with all that is in it."
            ),
        )
        for choice in (self.here, self.server, self.backup):
            self._group.addButton(choice)
            column.addWidget(choice)
        column.addWidget(self._file_row(facts.file))
        self.url = QLineEdit("" if self._fixed else facts.url, maxLength=LONGEST)
        self.url.setPlaceholderText("postgresql://user@server/shop")
        self.url.setAccessibleName(self.tr("Address of the server"))
        column.addWidget(self.url)
        self.refusal = explanation(self._theme, "")
        self.refusal.setStyleSheet(f"color: {self._theme.hex('danger')};")
        column.addWidget(self.refusal)
        self.refusal.hide()
        column.addSpacing(self._theme.px(10))
        self.station = StationField(facts.station, ())
        title = self.tr("Name of this station")
        add_field(self._theme, column, title, self.station, self.station.hint())
        column.addStretch(1)
        on_server = self._fixed.startswith("postgres") if self._fixed else facts.on_server
        (self.server if on_server else self.here).setChecked(True)
        if self._fixed:
            (self.here if self.server.isChecked() else self.server).hide()
            self.backup.setHidden(on_server)  # a server's shop is brought back by its owner there
        elif facts.from_backup:
            self.backup.setChecked(True)
        self._group.buttonToggled.connect(self._chose)
        self._show_fields()
        return column

    def _file_row(self, file: str) -> FileRow:
        title, kinds = self.tr("I have a backup"), self.tr("Shops (*.sqlite3)")
        self._row = FileRow(self._theme, file, self.tr("File with the backup"), title, kinds)
        self.file = self._row.line
        self.file.textChanged.connect(self._typed)
        return self._row

    def _pin_hint(self) -> str:
        text = self.tr(
            "{low} to {high} digits. It unlocks a station as staff code {code} and is kept only "
            "as a hash."
        )
        return text.format(low=PIN_DIGITS[0], high=PIN_DIGITS[1], code=OWNER_CODE)

    def _show_fields(self) -> None:
        """A shop from a backup brings its name, zone and PINs along."""
        is_new = not self.backup.isChecked()
        for field in (self.name, self.zone, self.pin, self.pin_again):
            field.setEnabled(is_new)
        self._row.setVisible(not is_new)
        self.url.setVisible(self.server.isChecked() and not self._fixed)
        self.refusal.hide()

    def _chose(self) -> None:
        self._show_fields()
        if self.url.isVisible() and not self.url.text():
            self.url.setText("postgresql://")
        self.changed.emit()

    def _typed(self, text: str) -> None:
        self.changed.emit()


def _look_at(url: str) -> tuple[ShopInfo | None, Origin | None]:
    return peek(url), None


def _look_into(path: Path) -> tuple[ShopInfo | None, Origin | None]:
    """Lets the file through the gate. Raises `StorageError`s."""
    gate.examine(path)
    return gate.sign(path), gate.origin(path)


def _is_server(url: str) -> bool:
    parts = urlsplit(url)
    named = bool(parts.netloc or parts.path.strip("/"))
    return named and parts.scheme in ("postgres", "postgresql")
