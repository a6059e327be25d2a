"""Where the shop is kept, and the way to another place: a file here, a server, a backup."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from gui.place.place_form import Kind, PlaceFacts, PlaceForm
from gui.runtime.station import Station, go_to
from gui.settings.data.restoring import tells_of_unsent
from gui.shell.announcements.said_outside import leave_word
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_save
from gui.shell.progress_window import ProgressWindow
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.messages.confirmation import sure
from gui.widgets.text.labels import Label
from gui.words.losses.loss_texts import arrival, arrival_text
from models import session
from models.journal import journal, rights
from models.shop.opening import Shop
from models.shop.places import moving
from models.shop.places.moving import Arrived
from models.storage import locations, server_address
from models.storage.server_address import PASSWORDS, ServerAddress


class PlaceCard(Card):
    """Says where the shop is; *Keep it elsewhere* asks where else, as the first run does."""

    #: A backup (a `Path`) is to take the shop's place.
    restore_wanted = Signal(object)

    def __init__(self, context: AppContext) -> None:
        theme = context.theme
        super().__init__(theme)
        self.context = context
        column = self.column_under(self.tr("Kept in"))
        self.row = QHBoxLayout()
        path = context.shop.path
        icon = "server-network" if path is None else "file-lock-outline"
        place = locations.shown(context.shop.url)
        shown = place if path is not None else f"PostgreSQL · {place}"
        self.row.addWidget(Label(theme, shown, "row", "text", icon), 1)
        if path is not None:
            folder = Button(theme, self.tr("Open the folder"), "folder-open-outline", "toolbar")
            folder.clicked.connect(self._open_folder)
            self.row.addWidget(folder)
        self.elsewhere = Button(theme, self.tr("Keep it elsewhere"), "swap-horizontal", "toolbar")
        self.elsewhere.clicked.connect(self._unfold)
        self.row.addWidget(self.elsewhere)
        column.addLayout(self.row)
        own = context.station.folder
        self._folder = own or Path()
        here = str(path or self._folder / "shop.sqlite3")
        self.form = PlaceForm(
            theme, context.format, self._facts(), here, self._folder, look=moving.look
        )
        self.form.changed.connect(self._look)
        self.form.tried.connect(self._look)
        column.addWidget(self.form)
        self.go = Button(theme, self.tr("Join this shop"), "check", "toolbar_primary")
        self.go.clicked.connect(self._go)
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addStretch(1)
        column.addLayout(foot)
        self.form.hide()
        self._look()
        # Of a copy to play with nothing goes anywhere; without a folder no place is remembered.
        self.elsewhere.setHidden(session.current.is_training or own is None)

    def _facts(self) -> PlaceFacts:
        if self.context.shop.path is not None:
            return PlaceFacts(Kind.HERE)
        return PlaceFacts(Kind.SERVER, server_address.read(self.context.shop.url))

    def _unfold(self) -> None:
        rights.check("place.move")  # who may not is told before anything is typed
        self.form.setVisible(self.form.isHidden())
        self._look()
        if not self.form.isHidden():
            self.form.setFocus()

    def _look(self) -> None:
        """What can be done with what was found; before it was tried, nothing."""
        verb = self._verb()
        self.go.setVisible(not self.form.isHidden() and bool(verb))
        if verb:
            self.go.setText(verb)

    def _verb(self) -> str:
        is_file, kind = self.context.shop.path is not None, self.form.kind
        if kind is Kind.HERE:
            return "" if is_file else self.tr("Copy this shop to a file")
        if not self.form.is_tried:
            return ""
        if kind is Kind.BACKUP:
            return self.tr("Restore this backup")
        if self.form.sign is None:
            return self.tr("Copy this shop to the server")
        return self.tr("Go on there") if self._is_this_shop() else self.tr("Join this shop")

    def _is_this_shop(self) -> bool:
        sign = self.form.sign
        seal = sign.origin.first_seal if sign is not None and sign.origin is not None else ""
        return bool(seal) and seal == journal.shop_seal()

    def _is_here(self) -> bool:
        """Only the name and the password for where the shop is kept are other ones."""
        address, here = self.form.facts().address, locations.shown(self.context.shop.url)
        return self._is_this_shop() and address.shown == here

    def _go(self) -> None:
        rights.check("place.move")
        if not self._is_here() and tells_of_unsent(self.context):
            return
        facts = self.form.facts()
        if facts.backup is not None:
            self.restore_wanted.emit(facts.backup)
        elif facts.kind is Kind.HERE:
            title, kinds = self.tr("Copy this shop to a file"), self.tr("Shops (*.sqlite3)")
            path = file_to_save(self, title, "shop.sqlite3", kinds, self.context.station)
            if path:
                self._move(path)
        elif self.form.sign is None:
            self._move(self._kept(facts.address))
        else:
            self._join(self._kept(facts.address), go_to if self._is_this_shop() else _join)

    def _kept(self, address: ServerAddress) -> str:
        return server_address.keep_password(address, self._folder / PASSWORDS).url

    def _move(self, url: str) -> None:
        question = self.tr("Take the shop to {place}?").format(place=locations.shown(url))
        detail = self.tr(
            "All windows close while it is copied and checked, and open again there. What stands "
            "here stays as it is, is no longer used, and says where the shop went. Close the "
            "program on all other computers first; afterwards they are led to the new place."
        )
        if sure(self, self.context.theme, question, detail, self.tr("Take it there")):
            text = self.tr("The shop is on its way to {place} …")
            waiting = ProgressWindow(
                self.context.theme, text.format(place=locations.shown(url)), may_stop=True
            )
            told = partial(arrival_text, arrival(), self.context.format, locations.shown(url))
            self.context.restart(
                partial(_carry, self.context.shop, url, self._folder, waiting, told)
            )

    def _join(self, url: str, deed: Callable[[Path, str], None]) -> None:
        question = self.tr("Open the shop at {place}?").format(place=locations.shown(url))
        detail = self.tr(
            "All windows close and open again there. The shop that is open now stays where it is, "
            "and nothing of either is changed."
        )
        if sure(self, self.context.theme, question, detail, self.tr("Open it")):
            self.context.restart(partial(deed, self._folder, url))

    def _open_folder(self) -> None:
        if (path := self.context.shop.path) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _carry(
    shop: Shop,
    url: str,
    folder: Path,
    waiting: ProgressWindow,
    told: Callable[[Arrived], str],
) -> None:
    """With all windows closed: the shop goes to `url`, and this station with it. What arrived is
    told in the next window."""
    shop.close()

    def work(progress: Callable[[int, int], bool]) -> Arrived:
        with shop.connection():
            return moving.move(url, folder, progress)

    arrived = waiting.watching(work)
    go_to(folder, url)
    leave_word(folder, told(arrived))


def _join(folder: Path, url: str) -> None:
    """The next start asks there for what a first run asks; who declines comes back here."""
    station = Station(folder)
    station.remember("joining", url)
    station.close()
