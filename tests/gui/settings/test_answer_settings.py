"""The shop's own words for its customers, typed and seen at once."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.shop.answers import AnswersSection
from models.settings import preferences
from tests.gui.keys_in_time import Key, Keyboard
from tests.gui.settings.keys import press


@pytest.fixture
def section(application: Application) -> AnswersSection:
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.opened(section="answers", field="text")
    assert isinstance(page.section, AnswersSection)
    return page.section


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    Keyboard().play(focused, [Key(letter, 120) for letter in text])


def test_each_letter_is_seen_in_the_preview_and_kept_when_the_field_is_left(
    section: AnswersSection,
) -> None:
    press("Ctrl+Home")
    type_in("Selamat datang. ")
    assert section.preview.toPlainText().startswith("Selamat datang. Halo, ini pesanan *002*:\n")
    assert "2. Telur Ayam\n   0,5 kg × Rp29.000 = Rp14.500" in section.preview.toPlainText()
    text = preferences.ANSWER_TEXTS["id"]
    assert preferences.get(text) == ""
    press("Tab")
    assert preferences.get(text).startswith("Selamat datang. Halo, ini {pesanan}:\n\n{barang}\n")
    press("Ctrl+Z")
    assert preferences.get(text) == ""


def test_what_is_wrong_says_where_and_is_not_kept(section: AnswersSection) -> None:
    press("Ctrl+End", "Return")
    type_in("Salam, {nama}")
    assert section.verdict.isVisible()
    assert section.verdict.text() == "Line 15, place 8: there is no {nama}."
    press("Tab")
    assert preferences.get(preferences.ANSWER_TEXTS["id"]) == ""
    section.written_in.take_focus()
    press("Right", "Left")
    assert section.text.toPlainText().endswith("{nama}"), "what was typed is not lost"
    section.text.setFocus()
    press("Ctrl+End", *["Backspace"] * len(", {nama}"), "Tab")
    assert not section.verdict.isVisible()
    assert preferences.get(preferences.ANSWER_TEXTS["id"]).endswith("{toko}\nSalam")


def test_each_language_has_a_text_and_the_usual_one_comes_back(section: AnswersSection) -> None:
    section.written_in.take_focus()
    press("Right")
    assert section.preview.toPlainText().startswith("Hello, this is your order *002*:\n")
    section.text.setFocus()
    press("Ctrl+Home")
    type_in("Hi! ")
    section.usual.setFocus()
    assert preferences.get(preferences.ANSWER_TEXTS["en"]).startswith("Hi! Hello")
    press("Space")
    assert preferences.get(preferences.ANSWER_TEXTS["en"]) == ""
    assert section.text.toPlainText().startswith("Hello, this is {order}:")


def test_marks_and_language_are_kept_at_once(
    application: Application, section: AnswersSection, qtbot: QtBot
) -> None:
    section.marks.take_focus()
    press("Right")
    assert preferences.get(preferences.ANSWER_MARKED) is False
    application.context.feed.read()
    qtbot.waitUntil(lambda: "ini pesanan 002:" in section.preview.toPlainText())
    section.language.take_focus()
    press("Right")
    assert preferences.get(preferences.ANSWER_LANGUAGE) == "en"
