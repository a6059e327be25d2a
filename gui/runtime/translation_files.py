"""What stands in resources/translations, read without Qt, which may not be there to be asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TRANSLATIONS = Path(__file__).parent.parent.parent / "resources" / "translations"


@dataclass(frozen=True, slots=True)
class Message:
    text: str
    plurals: tuple[str, ...]


# By source text and the comment that tells two meanings apart.
Messages = dict[tuple[str, str], Message]


@cache
def files_of(language: str) -> Mapping[str, list[Path]]:
    """The files in which the words of each context stand."""
    found: dict[str, list[Path]] = {}
    for path in sorted((TRANSLATIONS / language).glob("*.ts")):
        for context in re.findall("<name>(.*?)</name>", path.read_text("utf-8")):
            found.setdefault(context, []).append(path)
    return found


@cache
def contexts_in(path: Path) -> Mapping[str, Messages]:
    from xml.etree import ElementTree

    contexts: dict[str, Messages] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        messages = contexts.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            if (found := _message(message)) is not None:
                key = message.findtext("source", ""), message.findtext("comment", "")
                messages[key] = found
    return contexts


def _message(message: "Element") -> Message | None:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("obsolete", "vanished"):
        return None
    plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
    text = plurals[0] if plurals else translation.text or ""
    return Message(text, plurals) if text else None
