"""Where the shop is kept, how safe it is, and the way back."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.settings.data.everything import EverythingCard
from gui.settings.data.old_orders import OldOrdersCard
from gui.settings.data.place import PlaceCard
from gui.settings.data.proof import ProofCard
from gui.settings.data.restoring import Restoring
from gui.settings.data.stations import StationsCard
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_open, file_to_save, folder_to_use
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.station_names import station_name
from models import session
from models.events import Receipt
from models.journal import rights
from models.settings import preferences
from models.shop import backup, opening
from models.shop.backup import Backup


@dataclass(frozen=True, slots=True)
class _Copy:
    """A backup in the list: when it was made (UTC ms), how large it is (bytes), and whether it is
    what `made_room` for another."""

    path: Path
    at: int
    size: int
    made_room: bool


class StorageSection(Section):
    """Backups and checks run in the background; what came of them is said here."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(
            self.tr("Database and backup"), self.tr("Where the shop is kept, and the way back.")
        )
        self._folder = None if session.current.is_training else context.shop.backup_folder
        self._add_place()
        self.stations: StationsCard | None = None
        if context.shop.path is None:
            self.stations = StationsCard(context)
            self.column.addWidget(self.stations)
        self._add_backups()
        self._add_elsewhere()
        self._add_proof()
        self.old_orders = OldOrdersCard(context)
        self.fold(self.old_orders.row)
        self.column.addWidget(self.old_orders)
        self.everything = EverythingCard(context)
        self.fold(self.everything.row)
        self.column.addWidget(self.everything)
        self.column.addStretch(1)
        if session.current.is_training:  # nothing of it shall stay, or be taken for the shop
            for widget in (self.elsewhere, self.restore_button, self.other_button):
                widget.hide()
            self.old_orders.hide()
            self.everything.hide()
        self._move(None)

    def refresh(self) -> None:
        look = partial(_copies, self._folder, self.context.shop.path)
        self.context.background.ask(look, self._show, owner=self)
        if self.stations is not None:
            self.stations.refresh()

    # --- building --------------------------------------------------------------------------

    def _add_place(self) -> None:
        self.place = PlaceCard(self.context)
        self.fold(self.place.row)
        self.restoring = Restoring(self.context, self._folder, self)
        self.restoring.looks.connect(self._busy)
        self.place.restore_wanted.connect(self.restoring.begin)
        self.column.addWidget(self.place)

    def _add_backups(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        card = self.card(wide=None)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(Label(theme, self.tr("Backups"), "card_title"))
        self.newest = Label(theme, "", "second", "text_muted")
        row.addWidget(self.newest, 1)
        self.now_button = Button(
            theme,
            self.tr("Back up now"),
            "database-check-outline",
            "toolbar_primary",
            self.context.actions.key("settings.back_up"),
        )
        self.now_button.clicked.connect(self.back_up)
        row.addWidget(self.now_button)
        card.addLayout(row)
        self.fold(row)
        card.addSpacing(px(6))
        columns = (
            Column(self.tr("Made"), self._made, width=240),
            Column(self.tr("File"), _file, token="text_muted"),
            Column(self.tr("Size"), self._size, align="right", width=140),
        )
        self.list = RowsView(theme, columns, key=_path, row_height=36)
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumHeight(px(36 + 36 * 4))
        self.list.moved.connect(self._move)
        self.list.set_empty(
            EmptyState(
                theme,
                "database-outline",
                self.tr("No backup yet"),
                self.tr(
                    "File and journal of every backup are checked; Prove it also puts the newest "
                    "one back."
                ),
            )
        )
        card.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.restore_button = Button(
            theme, self.tr("Restore this backup"), "backup-restore", "toolbar"
        )
        self.restore_button.clicked.connect(self._restore_chosen)
        self.other_button = Button(
            theme, self.tr("Restore from a file"), "folder-open-outline", "toolbar"
        )
        self.other_button.clicked.connect(self._restore_file)
        for button in (self.restore_button, self.other_button):
            row.addWidget(button)
        row.addStretch(1)
        card.addLayout(row)
        self.fold(row)
        if self.context.shop.path is None:
            self._add_keeper(card)
        if self._folder is None:
            for widget in (self.now_button, self.list, self.restore_button):
                widget.hide()

    def _add_keeper(self, card: QVBoxLayout) -> None:
        """Of a shop on a server one of the stations makes the backups."""
        theme, keeper = self.context.theme, preferences.get(preferences.BACKUP_STATION)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if not keeper:
            text = self.tr("No station makes backups of this shop yet.")
        elif keeper == session.current.station:
            text = self.tr("This station makes the backups of this shop, every half hour.")
        else:
            text = self.tr("The backups of this shop are made by {station}.")
            text = text.format(station=station_name(keeper))
        self.keeper = Label(theme, text, "second", "text_muted", "database-check-outline")
        row.addWidget(self.keeper, 1)
        self.keep_button = Button(
            theme, self.tr("Make them here"), "database-arrow-down-outline", "toolbar"
        )
        self.keep_button.clicked.connect(self._keep_here)
        self.keep_button.setHidden(keeper == session.current.station)
        row.addWidget(self.keep_button)
        card.addLayout(row)
        self.fold(row)

    def _keep_here(self) -> None:
        put = partial(preferences.put, preferences.BACKUP_STATION, session.current.station)
        self.context.run(put, self._keep_from_now_on, self.show_stored, self)

    def _keep_from_now_on(self, _: Receipt[None]) -> None:
        self.context.restart(_nothing)  # what makes them is built at the start

    def _add_elsewhere(self) -> None:
        """Where every backup goes once more, for the disk of the shop may die with all of them; and
        a copy for wherever else."""
        theme, backups = self.context.theme, self.context.backups
        card = self.card(wide=None, deed="backup.elsewhere")
        inside = card.parentWidget()
        assert inside is not None
        self.elsewhere = inside
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.second = Label(theme, "", "second", "text_muted", "folder-open-outline")
        row.addWidget(self.second, 1)
        self.second_button = Button(
            theme, self.tr("Choose a second folder"), "folder-open-outline", "toolbar"
        )
        self.second_button.clicked.connect(self._choose_second)
        self.no_second_button = Button(theme, self.tr("No second folder"), "close", "toolbar")
        self.no_second_button.clicked.connect(self._forget_second)
        self.copy_button = Button(
            theme, self.tr("Copy to another place"), "content-save-outline", "toolbar"
        )
        self.copy_button.clicked.connect(self._copy_elsewhere)
        for button in (self.second_button, self.no_second_button, self.copy_button):
            row.addWidget(button)
        card.addLayout(row)
        self.fold(row)
        if backups is None:
            for widget in (self.second, self.second_button, self.no_second_button):
                widget.hide()
            return
        backups.changed.connect(self._show_second)
        self._show_second()

    def _show_second(self) -> None:
        backups = self.context.backups
        assert backups is not None
        folder, trouble = backups.second, backups.trouble
        self.no_second_button.setVisible(folder is not None)
        if trouble is not None:
            self.second.set_text(sentence(trouble))
        elif folder is not None:
            text = self.tr("Every backup also goes into {folder}")
            self.second.set_text(text.format(folder=folder))
        else:
            self.second.set_text(
                self.tr("A stick or another disk as second folder saves them when this disk dies.")
            )
        self.second.set_token("on_danger_soft" if trouble else "text_muted")

    def _choose_second(self) -> None:
        if path := folder_to_use(self, self.tr("Second folder"), self.context.station):
            self._use_second(Path(path))

    def _forget_second(self) -> None:
        self._use_second(None)

    def _use_second(self, folder: Path | None) -> None:
        backups = self.context.backups
        assert backups is not None
        backup.note_second_folder()
        backups.use_second(folder)
        self._show_second()

    def _add_proof(self) -> None:
        if self.context.prover is not None and not session.current.is_training:
            self.proof = ProofCard(self.context, self.context.prover)
            self.fold(self.proof.row)
            self.column.addWidget(self.proof)

    # --- what is shown ---------------------------------------------------------------------

    def _show(self, copies: list[_Copy]) -> None:
        self.list.rows.show(copies)
        newest = next((copy for copy in copies if not copy.made_room), None)
        if newest is not None:
            when = self.context.format.date_and_time(newest.at)
            self.newest.set_text(
                self.tr("Last backup: {when}, file and journal whole").format(when=when)
            )
        elif session.current.is_training:
            self.newest.set_text(self.tr("A copy to play with is not backed up."))
        elif self._folder is None:
            self.newest.set_text(self.tr("The server has backups of its own; a copy never harms."))

    def _made(self, copy: _Copy) -> str:
        return self.context.format.date_and_time(copy.at)

    def _size(self, copy: _Copy) -> str:
        return self.tr("{size} MB").format(size=self.context.format.decimal(copy.size / 1e6))

    def _move(self, copy: _Copy | None) -> None:
        self.restore_button.setEnabled(copy is not None)

    # --- what is done ----------------------------------------------------------------------

    def back_up(self) -> None:
        """Makes a backup beside the shop and proves it."""
        if self._folder is not None and self.now_button.isEnabled():
            self._busy(True)
            self.newest.set_text(self.tr("Backing up …"))
            second = self.context.backups.second if self.context.backups else None
            make = partial(backup.back_up_into, self._folder, second)
            self.context.background.ask(make, self._backed_up, self._failed, owner=self)

    def _copy_elsewhere(self) -> None:
        rights.check("backup.elsewhere")
        title = self.tr("Copy the shop to")
        kinds = self.tr("Shops (*.sqlite3)")
        if path := file_to_save(self, title, "botbelanja.sqlite3", kinds, self.context.station):
            self._busy(True)
            make = partial(backup.copy_elsewhere, Path(path))
            self.context.background.ask(make, self._backed_up, self._failed, owner=self)

    def _backed_up(self, made: Backup) -> None:
        self._busy(False)
        text = self.tr("Backed up, file and journal whole: {name}").format(name=made.path.name)
        self.context.say(text, icon="database-check-outline", bold=made.path.name)
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        self.newest.set_text("")
        raise error

    def _busy(self, busy: bool) -> None:
        self.now_button.setEnabled(not busy)
        self.copy_button.setEnabled(not busy and rights.may_now("backup.elsewhere"))

    def _restore_chosen(self) -> None:
        copy: _Copy = self.list.current
        self.restoring.begin(copy.path)

    def _restore_file(self) -> None:
        self.restoring.check()
        kinds = self.tr("Shops (*.sqlite3)")
        if path := file_to_open(self, self.tr("Restore from"), kinds, self.context.station):
            self.restoring.begin(Path(path))


def _copies(folder: Path | None, shop: Path | None) -> list[_Copy]:
    """The backups, and below them what restores set aside."""
    found = backup.backups(folder) if folder else []
    aside: list[Path] = []
    if shop is not None:
        aside = opening.set_aside(shop)
    elif folder is not None:
        aside = backup.set_aside_in(folder)
    return [
        *(_Copy(path, backup.made_at(path), path.stat().st_size, False) for path in found),
        *(_Copy(path, _changed_at(path), path.stat().st_size, True) for path in aside),
    ]


def _nothing() -> None:
    """Only begins anew."""


def _changed_at(path: Path) -> int:
    return path.stat().st_mtime_ns // 1_000_000


def _path(copy: _Copy) -> Path:
    return copy.path


def _file(copy: _Copy) -> str:
    return copy.path.name
