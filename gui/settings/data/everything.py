"""All that the shop keeps: to take away in a folder, or to be erased."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from gui.settings.data.erasing import erase_everything
from gui.shell.app_context import AppContext
from gui.shell.file_choice import folder_to_use
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.form import explanation
from models.journal import rights
from models.settings import preferences
from models.shop.places import take_away
from models.shop.removal import erase

translate = QCoreApplication.translate


class EverythingCard(Card):
    """The owner's way out with the shop's data."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme)
        self._context = context
        theme, px = context.theme, context.theme.px
        column = self.column_under(self.tr("Everything"))
        column.addSpacing(px(6))
        text = self.tr(
            "Save everything makes a folder with the orders, payments and products as tables, a "
            "backup, and a README that explains each file. Erase everything leaves nothing of the "
            "shop: the program begins as on its first day."
        )
        column.addWidget(explanation(theme, text))
        self.row = QHBoxLayout()
        self.row.setSpacing(px(8))
        icon = "file-download-outline"
        self.save_button = Button(theme, self.tr("Save everything"), icon, "toolbar")
        self.save_button.clicked.connect(self._save)
        self.erase_button = Button(
            theme, self.tr("Erase everything"), "trash-can-outline", "danger"
        )
        self.erase_button.set_height(40)
        self.erase_button.clicked.connect(self._erase)
        for button in (self.save_button, self.erase_button):
            self.row.addWidget(button)
        self.row.addStretch(1)
        column.addLayout(self.row)

    def _save(self) -> None:
        rights.check("export")  # nobody chooses a folder for nothing
        context = self._context
        if path := folder_to_use(self, self.tr("Save everything in"), context.station):
            self.save_button.set_busy(True)
            save = partial(take_away.save_everything, Path(path), readme())
            context.background.ask(save, self._saved, self._failed, owner=self)

    def _saved(self, folder: Path) -> None:
        self.save_button.set_busy(False)
        text = self.tr("Everything is saved in {name}").format(name=folder.name)
        self._context.say(text, icon="file-download-outline", bold=folder.name)

    def _erase(self) -> None:
        erase.check()
        erase_everything(self._context, self)

    def _failed(self, error: BaseException) -> None:
        self.save_button.set_busy(False)
        raise error


def readme() -> str:
    """What each of `take_away.FILES` is, for who opens the folder without the program."""
    name = preferences.get(preferences.SHOP_NAME)
    head = translate("readme", "Everything that the shop {name} keeps.").format(name=name)
    private = translate(
        "readme", "It holds what was sold and for how much: keep the folder to yourself."
    )
    told = {
        "README.txt": translate("readme", "This text."),
        "orders.csv": translate(
            "readme",
            "Every order, one row for each item of it. Opens in LibreOffice and Excel. Money is in "
            "whole rupiah, quantities are in pieces.",
        ),
        "payments.csv": translate("readme", "Every payment and every refund."),
        "products.csv": translate(
            "readme",
            "The catalogue with prices and stock. Other shop programs can import it.",
        ),
        "orders.jsonl": translate(
            "readme",
            "The orders once more, one to a line as JSON, with their items, payments and steps, "
            "for other programs.",
        ),
        "shop.sqlite3": translate(
            "readme",
            "A backup of the whole shop, an SQLite database. In BotBelanja: Settings, Database and "
            "backup, Restore from a file.",
        ),
        "shop.sqlite3.head": translate(
            "readme", "The newest entry of the journal in that backup, by which it can be checked."
        ),
        "data_inventory.csv": translate(
            "readme", "Every column of every table: what it holds, what for, and how many rows."
        ),
    }
    files = [f"{file}\r\n    {told[file]}\r\n" for file in take_away.FILES]
    return "\r\n".join([head, private, "", *files])
