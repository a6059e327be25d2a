"""The guide says everything, in each language, in the words and by the keys of the program."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from gui.input.actions import Actions
from gui.input.commands import GROUPS
from gui.pages import GUIDE, PAGES
from gui.runtime.translation_files import TRANSLATIONS
from gui.settings.page import _SECTIONS
from gui.shell.guide import guide_pages
from gui.words.language import LANGUAGES, Language
from tests.conftest import ROOT

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_PRESSED = re.compile(r"\*\*([^*]+)\*\* `([^`]+)`")
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d\d?|PgDn|PgUp|Del")
#: Of the window of the guide itself, and of no table.
_OF_THE_GUIDE = {"Alt+←"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    chooser = Language(qapp)
    yield chooser.choose(str(request.param))
    chooser.close()


@cache
def _texts(language: str) -> set[str]:
    """What can stand on the screen."""
    found = set()
    for path in (TRANSLATIONS / "id").glob("*.ts"):
        for message in ElementTree.parse(path).getroot().iter("message"):
            of = message.find("translation") if language == "id" else message.find("source")
            found |= {of.text or ""} | {form.text or "" for form in of.iter("numerusform")}
    return found


def test_each_page_stands_in_each_language(language: str) -> None:
    there = {path.stem for path in (guide_pages.GUIDE / language).iterdir()}
    assert there == set(guide_pages.TOPICS)


def test_the_pages_of_all_languages_have_the_same_headings_pictures_and_links() -> None:
    def shape(topic: str, language: str) -> list[object]:
        text = guide_pages.markdown(topic, language)
        heads = re.findall(r"^(#+) ", text, re.MULTILINE)
        pictures = [re.sub(r"_(id|en)\.png$", "", place) for place in _PICTURE.findall(text)]
        return [heads, pictures, sorted(_LINK.findall(text)), text.count("\n- ")]

    for topic in guide_pages.TOPICS:
        assert shape(topic, "id") == shape(topic, "en"), topic


def test_whatever_can_be_in_front_has_its_page() -> None:
    in_front = set(PAGES) - {"settings"} | {f"settings.{name}" for name in _SECTIONS}
    in_front |= {"home.new"}
    assert set(GUIDE) == in_front | (set(GROUPS) - set(PAGES) - {"everywhere"})
    assert set(GUIDE.values()) <= set(guide_pages.TOPICS)


def test_links_and_pictures_lead_somewhere(language: str) -> None:
    for topic in guide_pages.TOPICS:
        text = guide_pages.markdown(topic, language)
        for place in _LINK.findall(text):
            assert place.removesuffix(".md") in guide_pages.TOPICS, (topic, place)
        for place in _PICTURE.findall(text):
            assert (guide_pages.GUIDE / language / place).exists(), (topic, place)


def test_files_of_the_source_that_are_named_are_there(language: str) -> None:
    for topic in guide_pages.TOPICS:
        for code in _CODE.findall(guide_pages.markdown(topic, language)):
            assert not code.startswith("docs/") or (ROOT / code).exists(), (topic, code)


def test_every_page_is_linked_from_the_first(language: str) -> None:
    linked = set(_LINK.findall(guide_pages.markdown("index", language)))
    assert linked == {f"{topic}.md" for topic in guide_pages.TOPICS} - {"index.md"}


def test_what_is_bold_stands_on_the_screen(language: str) -> None:
    unknown = {
        (topic, words)
        for topic in guide_pages.TOPICS
        for words in _BOLD.findall(guide_pages.markdown(topic, language))
        if words not in _texts(language)
    }
    assert not unknown


def test_a_command_is_named_with_its_own_key(language: str) -> None:
    actions = Actions()
    pressed = {(actions.text(id), key) for id in actions.commands for key in actions.key_names(id)}
    wrong = {
        (topic, *said)
        for topic in guide_pages.TOPICS
        for said in _PRESSED.findall(guide_pages.markdown(topic, language))
        if said not in pressed
    }
    assert not wrong


def test_every_other_key_is_one_of_the_program(language: str) -> None:
    actions = Actions()
    keys = {key for id in actions.commands for key in actions.key_names(id)}
    named = {
        (topic, code)
        for topic in guide_pages.TOPICS
        for code in _CODE.findall(guide_pages.markdown(topic, language))
        if _KEY.fullmatch(code) and code not in keys | _OF_THE_GUIDE
    }
    assert not named


def test_a_page_is_found_by_its_words(language: str) -> None:
    word = {"id": "timbangan", "en": "scales"}[language]
    assert guide_pages.found(word, language)[0] == "scanner"
    assert guide_pages.found("zzz", language) == []
    assert guide_pages.found("", language) == list(guide_pages.TOPICS)
    assert "scanner" not in guide_pages.found("png", language)  # no signs, and no addresses


def test_no_picture_weighs_on_the_package() -> None:
    assert not [path for path in guide_pages.GUIDE.rglob("*") if path.suffix not in ("", ".md")]
