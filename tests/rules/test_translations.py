"""No screen is half translated: every text of the program is in the translation files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from gui.input.actions import Actions
from gui.input.commands import COMMANDS
from gui.words.language import LANGUAGES, Language
from main import main
from models.settings import privacy
from tests.translations import ROOT, TRANSLATIONS, pages

SequenceFormat = QKeySequence.SequenceFormat
Key = tuple[str, str]  # context, source
FIELD = re.compile(r"\{\w*\}")
SOURCES = sorted((name, path) for name, paths in pages().items() for path in paths)


def texts_of(path: Path) -> Iterator[Key]:
    """Every text that is given to tr, translate or marked."""
    yield from _texts(ast.parse(path.read_text("utf-8")), "")


def _texts(node: ast.AST, inside: str) -> Iterator[Key]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _text(child, inside)
        yield from _texts(child, child.name if isinstance(child, ast.ClassDef) else inside)


def _text(call: ast.Call, inside: str) -> Iterator[Key]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = [a.value if isinstance(a, ast.Constant) else None for a in call.args]
    if name == "tr" and given and isinstance(given[0], str):
        yield inside, given[0]
    elif name in ("translate", "marked") and len(given) > 1 and isinstance(given[1], str):
        yield str(given[0]), given[1]


def messages(language: str, page: str) -> dict[Key, ElementTree.Element]:
    path = TRANSLATIONS / language / f"{page}.ts"
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def forms(message: ElementTree.Element) -> list[str]:
    """The translations of one message; more than one where a number is spoken."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return [""]
    plurals = [form.text or "" for form in translation.iter("numerusform")]
    return plurals or [translation.text or ""]


@pytest.mark.parametrize(
    ("page", "path"), SOURCES, ids=[str(path.relative_to(ROOT)) for _, path in SOURCES]
)
def test_every_text_of_the_program_is_translated(page: str, path: Path) -> None:
    texts = list(texts_of(path))
    for language in set(LANGUAGES) - {"en"}:
        known = messages(language, page)
        assert [key for key in texts if key not in known or not all(forms(known[key]))] == []


def test_a_language_is_known_everywhere() -> None:
    """By the windows, the policy, the translations and the command line."""
    assert set(privacy.LANGUAGES) == set(LANGUAGES)
    assert {folder.name for folder in TRANSLATIONS.iterdir()} == set(LANGUAGES)
    for language in LANGUAGES:
        with pytest.raises(SystemExit) as ended:
            main(["--language", language, "--version"])
        assert ended.value.code == 0


@pytest.mark.parametrize("path", sorted(TRANSLATIONS.glob("*/*.ts")), ids=lambda p: p.stem)
def test_no_message_waits_to_be_translated_or_has_lost_its_fields(path: Path) -> None:
    for (_, source), message in messages(path.parent.name, path.stem).items():
        for form in forms(message):
            assert form, f"unfinished: {source}"
            assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(source)), source
            assert form.count("%n") == source.count("%n") or "%n" not in form, source


@pytest.mark.parametrize("page", pages())
def test_english_has_a_singular_and_a_plural_for_each_number(page: str) -> None:
    english = messages("en", page)
    for key, message in messages("id", page).items():
        if message.get("numerus") == "yes":
            assert key in english, key
            assert len(forms(english[key])) == 2, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_keys_in_every_language(qapp: QApplication, language: str) -> None:
    """In Indonesian *Enter* is what Qt calls Return: two names that are then one key."""
    spoken = Language(qapp)
    spoken.choose(language)
    page = QWidget()
    actions = Actions()
    for command in COMMANDS:
        action = actions.bind(page, command.id, page.update)
        portable = [key.toString(SequenceFormat.PortableText) for key in action.shortcuts()]
        assert portable == [without_language(key) for key in actions.keys(command.id)]
        assert len(set(portable)) == len(portable)
    spoken.close()


def without_language(key: str) -> str:
    """Qt's own spelling of a key's portable name."""
    return QKeySequence.fromString(key).toString(SequenceFormat.PortableText)
