"""The words of the program in Indonesian and English, read from resources/translations."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from gui.runtime.error_handler import guarded
from gui.runtime.translation_files import Messages, contexts_in, files_of

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}  # each in its own words


class Words(QTranslator):
    """One language, straight from its .ts files: no compiled copy that could be out of date.

    A file is read when somebody first asks for words of a context in it.
    """

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._files = files_of(language)
        self._contexts: dict[str, Messages] = {}

    @guarded(False)
    def isEmpty(self) -> bool:
        return not self._files

    @guarded()
    def translate(
        self,
        context: str | None,
        source: str | None,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        messages = self._contexts.get(context or "")
        if messages is None:
            messages = self._contexts[context or ""] = self._read(context or "")
        found = messages.get((source or "", disambiguation or ""))
        if found is None and disambiguation:
            found = messages.get((source or "", ""))
        if found is None:
            return None  # an empty text would be shown; None lets Qt show the source
        if n >= 0 and found.plurals:
            return found.plurals[_plural_form(self._language, n, len(found.plurals))]
        return found.text

    def _read(self, context: str) -> Messages:
        messages: Messages = {}
        for path in self._files.get(context, ()):
            messages.update(contexts_in(path)[context])
        return messages


class Language:
    """Chooses the words for the whole program; call `choose` again to change them."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._words: Words | None = None
        self.current = "en"

    def choose(self, language: str | None = None) -> str:
        """Installs `language`, or that of the system; gives the one installed."""
        chosen = language if language in LANGUAGES else of_system()
        self.close()
        self._words = Words(chosen, self._application)  # lives on when nobody keeps this chooser
        self._application.installTranslator(self._words)
        QLocale.setDefault(QLocale("id_ID" if chosen == "id" else "en_ID"))
        self.current = chosen
        return chosen

    def close(self) -> None:
        """Back to the words that stand in the program."""
        if self._words is not None:
            self._application.removeTranslator(self._words)
            self._words.setParent(None)  # so that it is let go
            self._words = None


def of_system() -> str:
    """Indonesian where the system speaks it, otherwise English."""
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def _plural_form(language: str, n: int, forms: int) -> int:
    """Indonesian does not change a word for its number, English does for all but one."""
    return 0 if language == "id" or n == 1 else min(1, forms - 1)
