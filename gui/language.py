"""The words of the program in Indonesian and English, read from resources/translations."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from gui.exception_desk import guarded

TRANSLATIONS = Path(__file__).parent.parent / "resources" / "translations"
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}  # each in its own words


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    plurals: tuple[str, ...]


# Context, source text, comment that tells two meanings apart.
_Key = tuple[str, str, str]


class Words(QTranslator):
    """One language, straight from its .ts files: no compiled copy that could be out of date."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._messages = _messages(language)

    @guarded(False)
    def isEmpty(self) -> bool:
        return not self._messages

    @guarded()
    def translate(
        self,
        context: str | None,
        source: str | None,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        found = self._messages.get((context or "", source or "", disambiguation or ""))
        if found is None and disambiguation:
            found = self._messages.get((context or "", source or "", ""))
        if found is None:
            return None  # an empty text would be shown; None lets Qt show the source
        if n >= 0 and found.plurals:
            return found.plurals[_plural_form(self._language, n, len(found.plurals))]
        return found.text


class Language:
    """Chooses the words for the whole program; call `choose` again to change them."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._words: Words | None = None
        self.current = "en"

    def choose(self, language: str | None = None) -> str:
        """Installs `language`, or that of the system; gives the one installed."""
        chosen = language if language in LANGUAGES else of_system()
        if self._words is not None:
            self._application.removeTranslator(self._words)
        self._words = Words(chosen, self._application)
        self._application.installTranslator(self._words)
        QLocale.setDefault(QLocale("id_ID" if chosen == "id" else "en_ID"))
        self.current = chosen
        return chosen

    def close(self) -> None:
        """Back to the words that stand in the program."""
        if self._words is not None:
            self._application.removeTranslator(self._words)
            self._words = None


def of_system() -> str:
    """Indonesian where the system speaks it, otherwise English."""
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def _plural_form(language: str, n: int, forms: int) -> int:
    """Indonesian does not change a word for its number, English does for all but one."""
    return 0 if language == "id" or n == 1 else min(1, forms - 1)


@cache
def _messages(language: str) -> dict[_Key, _Message]:
    messages: dict[_Key, _Message] = {}
    for path in sorted((TRANSLATIONS / language).glob("*.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                found = _read(message)
                if found is not None:
                    source = message.findtext("source", "")
                    messages[name, source, message.findtext("comment", "")] = found
    return messages


def _read(message: ElementTree.Element) -> _Message | None:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("obsolete", "vanished"):
        return None
    plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
    text = plurals[0] if plurals else translation.text or ""
    return _Message(text, plurals) if text else None
