"""A backup takes the shop's place, in a file or on a server: what would be lost is said before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gui.settings.data.owners_login import OwnersLoginDialog
from gui.shell.app_context import AppContext
from gui.shell.progress_window import ProgressWindow
from gui.widgets.messages.confirmation import sure
from gui.words.losses.loss_texts import loss_texts
from models.errors import BackupElsewhere
from models.journal import rights
from models.shop import restore
from models.shop.offline import send_queue
from models.shop.opening import Shop
from models.shop.places import moving
from models.shop.removal import tables_owner
from models.shop.restore import Loss


class Restoring(QWidget):
    """Asks whether it is meant, on its `parent`. In `folder` the station keeps its backups."""

    #: Whether a file is being looked at just now.
    looks = Signal(bool)

    def __init__(self, context: AppContext, folder: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context, self._folder, self._page, self._path = context, folder, parent, Path()
        self._is_on_server = context.shop.path is None

    def check(self) -> None:
        """Raises what a restore is refused for, before anybody is asked anything."""
        rights.check("backup.restore")
        if self._is_on_server and self._folder is None:
            raise BackupElsewhere  # what stands there is copied first

    def begin(self, path: Path) -> None:
        """The gate first: nobody is asked about a file that cannot be restored anyway."""
        self.check()
        if self._is_on_server and tells_of_unsent(self._context):
            return
        self.looks.emit(True)
        self._path = path
        look = partial(restore.look, path)
        self._context.background.ask(look, self._ask, self._failed, owner=self)

    def _failed(self, error: BaseException) -> None:
        self.looks.emit(False)
        raise error

    def _ask(self, loss: Loss) -> None:
        self.looks.emit(False)
        context, name = self._context, self._path.name
        if loss.is_same_shop:
            question = self.tr("Put the shop back to the state of {name}?").format(name=name)
            verb = self.tr("Restore")
        else:
            question = self.tr("This is another shop. Open “{other}” in the place of “{here}”?")
            question = question.format(other=loss.origin.name, here=loss.here.name)
            verb = self.tr("Replace the shop")
        detail = " ".join([*loss_texts(loss, name, context.format), self._what_is_kept()])
        if sure(self._page, context.theme, question, detail, verb):
            self._put_back(verb)

    def _what_is_kept(self) -> str:
        if self._is_on_server:
            return self.tr(
                "What stands on the server now is copied into a file first, which can be restored "
                "in the same way. All windows close and open again. Close the program on all "
                "other computers before."
            )
        return self.tr(
            "The present file is set aside beside the shop, not deleted, and can be restored in "
            "the same way. All windows close and open again."
        )

    def _put_back(self, verb: str) -> None:
        context = self._context
        if self._folder is None or not self._is_on_server:
            context.restart(partial(restore.restore, self._path))
            return
        login: tables_owner.Login | None = None
        if tables_owner.needs_login():
            dialog = OwnersLoginDialog(context.theme, verb, self._page)
            is_given = bool(dialog.exec())
            login = dialog.fields.login()
            dialog.deleteLater()
            if not is_given:
                return
        text = self.tr("The shop comes back from its backup …")
        waiting = ProgressWindow(context.theme, text, may_stop=True)
        bring = partial(moving.replace, self._path, self._folder, login)
        context.restart(partial(_on_server, context.shop, bring, waiting))


def _on_server(
    shop: Shop, bring: Callable[[Callable[[int, int], bool]], Path], waiting: ProgressWindow
) -> None:
    """With all windows closed: the backup takes the shop's place."""
    shop.close()

    def work(progress: Callable[[int, int], bool]) -> Path:
        with shop.connection():
            return bring(progress)

    waiting.watching(work)


def tells_of_unsent(context: AppContext) -> bool:
    """Whether something of this station has to reach the server first; that is then said."""
    waiting = send_queue.count()
    if waiting:
        text = QCoreApplication.translate(
            "Restoring",
            "{count} orders, payments and picks of this station wait to be sent. They have to "
            "reach the server first.",
        )
        context.notice(text.format(count=context.format.number(waiting)))
    return bool(waiting)
