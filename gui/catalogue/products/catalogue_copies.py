"""The catalogue as it leaves the shop: a file of all of it, and what customers can read of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.answers.copying import style
from gui.answers.price_list_text import messages_of
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_save
from gui.words.language import LANGUAGES
from models.catalogue import catalogue_listing
from models.export import export
from models.settings import preferences

# How the name of a catalogue for bots, and of one for customers ends.
BOT, TEXT = ".bot.csv", ".txt"


class CatalogueCopies(QObject):
    """`listed` gives the ids of the products that are listed: those are copied for customers.

    What is too long for one message is copied message by message, one more with each press.
    """

    def __init__(
        self, parent: QWidget, context: AppContext, listed: Callable[[], list[int]]
    ) -> None:
        super().__init__(parent)
        self._window, self._context, self._listed = parent.window, context, listed
        self._copied: tuple[tuple[int, ...], str] | None = None
        self._at = 0

    # --- for customers ---------------------------------------------------------------------

    def copy(self) -> None:
        """Puts the next message on the clipboard, in the language of the answers."""
        self._copy(preferences.get(preferences.ANSWER_LANGUAGE))

    def copy_in_other_language(self) -> None:
        """The same for customers who write in the other language."""
        usual = preferences.get(preferences.ANSWER_LANGUAGE)
        (other,) = LANGUAGES.keys() - {usual}
        self._copy(other)

    def _copy(self, language: str) -> None:
        ids = self._listed()
        copied = (tuple(ids), language)
        self._at = self._at + 1 if copied == self._copied else 0
        self._copied = copied
        self._context.background.ask(
            partial(self._messages, ids, language), self._put_on_clipboard, owner=self
        )

    def _messages(self, ids: list[int], language: str) -> list[str]:
        words = self._context.format
        products = catalogue_listing.page(ids)
        return messages_of(products, style(language), words.currency, words.zone)

    def _put_on_clipboard(self, messages: list[str]) -> None:
        if not messages:
            self._context.notice(self.tr("Nothing of what is listed is in stock"), "info")
            return
        self._at %= len(messages)
        QGuiApplication.clipboard().setText(messages[self._at])
        text = self.tr("Prices for customers copied")
        if len(messages) > 1:
            words = self._context.format
            text = self.tr("Message {number} of {count} copied; the same key copies the next")
            text = text.format(number=words.number(self._at + 1), count=words.number(len(messages)))
        self._context.say(text, icon="content-copy")

    # --- files -----------------------------------------------------------------------------

    def export(self) -> None:
        """Asks where the catalogue is to be written to, and as what."""
        name = self.tr("catalogue") + ".csv"
        kinds = (
            self.tr("CSV file (*.csv)"),
            self.tr("Prices for customers (*.txt)"),
            self.tr("CSV for a bot (*.bot.csv)"),
        )
        title = self.tr("Export the catalogue")
        station = self._context.station
        if path := file_to_save(self._window(), title, name, ";;".join(kinds), station):
            self.export_to(path)

    def export_to(self, path: str) -> None:
        """Writes every product, whatever is shown; for customers what is in stock of the list."""
        if path.endswith(TEXT):
            language = preferences.get(preferences.ANSWER_LANGUAGE)
            writing = partial(self._write_text, Path(path), self._listed(), language)
        elif path.endswith(BOT):
            writing = partial(export.write_bot_catalogue, Path(path))
        else:
            marks = export.marks_for(self._context.format.decimal_mark)
            writing = partial(export.write_products, Path(path), marks)
        self._context.background.ask(writing, self._exported, owner=self)

    def _write_text(self, path: Path, ids: list[int], language: str) -> Path:
        text = "\n\n\n".join(self._messages(ids, language))
        export.write_document(path, f"{text}\n".encode())
        return path

    def _exported(self, path: Path) -> None:
        text = self.tr("The catalogue is in {file}").format(file=path.name)
        self._context.say(text, icon="file-check-outline", bold=path.name)
