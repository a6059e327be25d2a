"""Erases everything: said what goes and what stays, meant by a word and the owner's PIN."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui.runtime import log_file
from gui.runtime.station import Station
from gui.shell.app_context import AppContext
from gui.shell.sign_in.approval import MeantDialog
from gui.widgets.fields.form import explanation
from models import session
from models.session import Request
from models.shop.opening import Shop
from models.shop.removal import erase
from models.storage import locations


class EraseDialog(MeantDialog):
    """Accepted when the word is typed and, where rights hold, an owner's PIN or badge was given."""

    def __init__(self, context: AppContext, request: Request, parent: QWidget | None) -> None:
        super().__init__(context, request, parent)
        self.set_title(self.tr("Erase everything"))
        self.setMinimumWidth(context.theme.px(520))
        for text in (self._what_goes(context), self._what_stays(context)):
            self.column.addWidget(explanation(context.theme, text))
        self.column.addSpacing(context.theme.px(10))
        self.add_word(self.tr("ERASE"))
        self.add_owner(request.staff, in_row=True)
        self.add_buttons(self.tr("Erase everything"), "trash-can-outline", "danger")
        self.word.setFocus()

    def _what_goes(self, context: AppContext) -> str:
        shop, second = context.shop, _second(context)
        told = [
            self.tr("The shop in {place} is deleted.").format(place=locations.shown(shop.url)),
            self.tr("Its backups go as well: {folders}.").format(
                folders=", ".join(str(folder) for folder in (shop.backup_folder, second) if folder)
            )
            if shop.backup_folder
            else "",
            self.tr(
                "So do the log and the settings of this computer. All windows close, and the "
                "program begins as on its first day. Close it on all other computers first."
            ),
        ]
        return " ".join(filter(None, told))

    def _what_stays(self, context: AppContext) -> str:
        second = _second(context)
        told = [
            self.tr(
                "What was saved elsewhere stays: exports, copies, printed papers, and the log and "
                "settings of other computers. The program does not know where they are."
            )
        ]
        if context.shop.path is None:
            told.append(self.tr("Backups that the server makes by itself stay as well."))
        if second is not None and not second.is_dir():
            text = self.tr("{folder} is not there now: the backups in it stay.")
            told.append(text.format(folder=second))
        return " ".join(told)


def erase_everything(context: AppContext, parent: QWidget) -> None:
    """Asks whether it is meant, and begins anew without the shop."""
    request = session.new_request()
    dialog = EraseDialog(context, request, parent)
    if dialog.exec():
        erasing = partial(_erase, context.shop, _second(context), context.station, request)
        context.restart(erasing)
    dialog.deleteLater()


def _erase(shop: Shop, second: Path | None, station: Station, request: Request) -> None:
    logs = station.folder / "logs" if station.folder else None
    with session.acting_for(request):
        erase.erase(shop, second, [*log_file.files(logs), *station.files()])


def _second(context: AppContext) -> Path | None:
    return context.backups.second if context.backups is not None else None
