"""A file here, a server, or a backup: what is chosen is tried, and what stands there is said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.place.choice_tile import ChoiceTile
from gui.place.file_row import FileRow
from gui.place.server_fields import ServerFields
from gui.shell.progress_window import A_MOMENT, ProgressWindow
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import explanation
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from gui.words.losses.loss_texts import origin_text
from models.errors import ShopError
from models.shop import restore
from models.shop.gate import ShopInfo
from models.shop.places.peek import peek
from models.storage.server_address import PASSWORDS, ServerAddress


class Kind(Enum):
    """The three places."""

    HERE = "here"
    SERVER = "server"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What was chosen and typed; `file` is that of the backup."""

    kind: Kind = Kind.HERE
    address: ServerAddress = field(default_factory=ServerAddress)
    file: str = ""

    @property
    def backup(self) -> Path | None:
        """The backup that was chosen."""
        is_one = self.kind is Kind.BACKUP
        return Path(self.file).expanduser().absolute() if is_one else None

    @property
    def database(self) -> str:
        """The URL of the server that was chosen, with its password; else empty."""
        return self.address.open_url if self.kind is Kind.SERVER else ""


class PlaceForm(QWidget):
    """`here` is the place of the file on this computer; a `fixed` kind is the only one there is,
    and nothing of it can be typed; `look` takes the place of `peek`
    where a server is looked at."""

    #: Something was typed or chosen.
    changed = Signal()
    #: It was looked what stands there; `is_tried` and `sign` say it.
    tried = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Formatting,
        facts: PlaceFacts,
        here: str,
        folder: Path,
        *,
        without: Kind | None = None,
        fixed: Kind | None = None,
        look: Callable[[str], ShopInfo | None] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._words, self._fixed, self._ask = theme, words, fixed, look
        #: The shop that was found when it was tried.
        self.sign: ShopInfo | None = None
        #: Whether a shop is there, or can be.
        self.is_tried = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._group = QButtonGroup(self, exclusive=True)
        self.tiles = self._tiles(here)
        for kind, tile in self.tiles.items():
            self._group.addButton(tile)
            column.addWidget(tile)
            # A server's shop is brought back by its owner there.
            is_other = fixed is not None and (kind, fixed) != (Kind.BACKUP, Kind.HERE)
            tile.setHidden(kind is without or (is_other and kind is not fixed))
        self.server = ServerFields(theme, facts.address, str(folder / PASSWORDS))
        title, kinds = self.tr("I have a backup"), self.tr("Shops (*.sqlite3)")
        self._row = FileRow(theme, facts.file, self.tr("File with the backup"), title, kinds)
        self.file = self._row.line
        column.addWidget(self.server)
        column.addWidget(self._row)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.try_button = Button(theme, self.tr("Try it"), "lan-check", "toolbar")
        self.try_button.clicked.connect(self.look)
        self.answer = explanation(theme, "")
        row.addWidget(self.try_button)
        row.addWidget(self.answer, 1)
        column.addLayout(row)
        self.tiles[fixed or facts.kind].setChecked(True)
        self._group.buttonToggled.connect(self._chose)
        self.server.changed.connect(self._typed)
        self.file.textChanged.connect(self._typed)
        self._show_fields()

    @property
    def kind(self) -> Kind:
        """Which of them is chosen."""
        return next(kind for kind, tile in self.tiles.items() if tile.isChecked())

    def facts(self) -> PlaceFacts:
        """What stands there."""
        return PlaceFacts(self.kind, self.server.typed(), self.file.text().strip())

    def waits_for(self) -> str:
        """Why it cannot be tried yet; empty when it can."""
        if self._asks_for_server:
            return self.server.waits_for()
        if self.kind is Kind.BACKUP:
            if not self.file.text().strip():
                return self.tr("Choose the backup first")
            if not Path(self.file.text().strip()).expanduser().is_file():
                return self.tr("There is no such file")
        return ""

    def look(self) -> bool:
        """Looks what stands there, says it, and keeps its `sign`; False when nothing can be
        there, or nothing was named."""
        self.sign, self.is_tried = None, False
        if self.waits_for():
            self._say(self.waits_for(), "text_muted")
            return False
        try:
            if self._asks_for_server:
                self.server.check()
            found = self._found(self.facts())
        except ShopError as error:
            self._say(sentence(error, self._words), "on_danger_soft")
            return False
        self.sign, self.is_tried = found, True
        if found is not None:
            self._say(self._told(found), "on_ready_soft")
        elif self._asks_for_server:
            text = self.tr("The database is empty, and a shop can be kept in it.")
            self._say(text, "on_ready_soft")
        self.tried.emit()
        return True

    # --- inside ----------------------------------------------------------------------------

    @property
    def _asks_for_server(self) -> bool:
        return self.kind is Kind.SERVER and self._fixed is None

    def _found(self, facts: PlaceFacts) -> ShopInfo | None:
        work: Callable[[], ShopInfo | None]
        if facts.backup is not None:
            work = partial(restore.sign, facts.backup)
        elif self._asks_for_server:
            work = partial(self._ask or peek, facts.database)
        else:  # of the place here, and that on the command line, the caller knows
            return None
        window, focus = self.window(), self.window().focusWidget()
        window.setEnabled(False)
        waiting = ProgressWindow(self._theme, self.tr("Looking for the shop …"), A_MOMENT)
        try:
            return waiting.during(work)
        finally:
            window.setEnabled(True)
            window.activateWindow()
            (focus or self).setFocus()

    def _told(self, found: ShopInfo) -> str:
        text = self.tr("The shop “{name}” is there. {orders}. Stations: {stations}.")
        return text.format(
            name=found.name,
            orders=origin_text(found.origin, self._words) if found.origin else "",
            stations=self._words.number(len(found.stations)),
        )

    def _say(self, text: str, token: str) -> None:
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self._theme.hex(token)};")
        self.answer.setVisible(bool(text))

    def _tiles(self, here: str) -> dict[Kind, ChoiceTile]:
        theme = self._theme
        text = self.tr("One file, readable by you only: {place}").format(place=here)
        return {
            Kind.HERE: ChoiceTile(theme, "laptop", self.tr("This computer"), text),
            Kind.SERVER: ChoiceTile(
                theme,
                "server-network",
                self.tr("A PostgreSQL server"),
                self.tr("For several stations that share one shop."),
            ),
            Kind.BACKUP: ChoiceTile(
                theme,
                "backup-restore",
                self.tr("I have a backup"),
                self.tr(
                    "A file of BotBelanja, on a stick for instance. It is checked, and becomes "
                    "the shop of this computer with all that is in it."
                ),
            ),
        }

    def _show_fields(self) -> None:
        kind = self.kind
        self.server.setVisible(self._asks_for_server)
        self._row.setVisible(kind is Kind.BACKUP)
        self.try_button.setVisible(self._asks_for_server or kind is Kind.BACKUP)
        self._typed()

    def _chose(self, button: QAbstractButton, chosen: bool) -> None:
        if chosen:
            self._show_fields()

    def _typed(self) -> None:
        """What was said of something else is over."""
        self.sign, self.is_tried = None, False
        self._say("", "text_muted")
        self.changed.emit()
