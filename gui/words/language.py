"""The words of the program in Indonesian and English, read from resources/translations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from gui.runtime.error_handler import guarded

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TRANSLATIONS = Path(__file__).parent.parent.parent / "resources" / "translations"
LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}  # each in its own words


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    plurals: tuple[str, ...]


# By source text and the comment that tells two meanings apart.
_Messages = Mapping[tuple[str, str], _Message]


class Words(QTranslator):
    """One language, straight from its .ts files: no compiled copy that could be out of date.

    A file is read when somebody first asks for words of a context in it.
    """

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._files = _files(language)
        self._contexts: dict[str, _Messages] = {}

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

    def _read(self, context: str) -> _Messages:
        messages: dict[tuple[str, str], _Message] = {}
        for path in self._files.get(context, ()):
            messages.update(_contexts(path)[context])
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


@cache
def _files(language: str) -> Mapping[str, list[Path]]:
    """The files in which the words of each context stand."""
    found: dict[str, list[Path]] = {}
    for path in sorted((TRANSLATIONS / language).glob("*.ts")):
        for context in re.findall("<name>(.*?)</name>", path.read_text("utf-8")):
            found.setdefault(context, []).append(path)
    return found


@cache
def _contexts(path: Path) -> Mapping[str, _Messages]:
    from xml.etree import ElementTree

    contexts: dict[str, dict[tuple[str, str], _Message]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        messages = contexts.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            if (found := _message(message)) is not None:
                key = message.findtext("source", ""), message.findtext("comment", "")
                messages[key] = found
    return contexts


def _message(message: "Element") -> _Message | None:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("obsolete", "vanished"):
        return None
    plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
    text = plurals[0] if plurals else translation.text or ""
    return _Message(text, plurals) if text else None
