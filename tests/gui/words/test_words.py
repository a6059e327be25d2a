"""Money, amounts, days, languages: what people read, in both languages."""

import gc
from collections.abc import Mapping
from datetime import date
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.widgets.text.plain_text import Words, set_tip
from gui.words import language as languages
from gui.words.error_messages import has_sentence, sentence
from gui.words.formatting import Formatting
from gui.words.language import Language
from models import errors
from models.errors import ShopError

MOMENT = 1_795_419_120_000  # 23 November 2026, 14.32 in Jakarta
ERRORS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, ShopError)
    and kind is not errors.ColumnsUnclear  # it ends in words to be copied to the command line
]  # fmt: skip


@pytest.fixture
def indonesian(language: Language) -> Formatting:
    language.choose("id")
    return Formatting("id")


@pytest.fixture
def english(language: Language) -> Formatting:
    language.choose("en")
    return Formatting("en")


def test_words_that_are_not_spoken_any_more_are_let_go(language: Language) -> None:
    """Counter and owner change it all day."""
    assert language.choose("en") == "en"
    before = words_kept()
    for _ in range(5):
        language.choose("id")
        language.choose("en")
    assert words_kept() == before


def words_kept() -> int:
    """How many dictionaries live, whoever keeps them."""
    gc.collect()
    return sum(isinstance(thing, languages.Words) for thing in gc.get_objects())


def test_money_is_written_the_same_in_both_languages(
    indonesian: Formatting, english: Formatting
) -> None:
    for format in (indonesian, english):
        assert format.money(1_234_567) == "Rp1.234.567"
        assert format.money(-5_000) == "−Rp5.000"
        assert format.money(0) == "Rp0"


def test_short_money_says_its_unit_in_indonesian(indonesian: Formatting) -> None:
    assert indonesian.short_money(12_000_000) == "Rp12\u00a0jt"
    assert indonesian.short_money(14_230_000) == "Rp14,2\u00a0jt"
    assert indonesian.short_money(850_000) == "Rp850\u00a0rb"
    assert indonesian.short_money(0) == "Rp0"


def test_short_money_in_english_is_never_an_m(english: Formatting) -> None:
    assert english.short_money(12_000_000) == "Rp12\u00a0mn"
    assert english.short_money(-14_230_000) == "−Rp14.2\u00a0mn"


def test_short_money_that_rounds_up_to_the_next_unit_says_so(english: Formatting) -> None:
    assert english.short_money(999_999_999) == "Rp1\u00a0bn"
    assert english.short_money(999_400) == "Rp999\u00a0k"


def test_quantities(indonesian: Formatting, english: Formatting) -> None:
    assert indonesian.quantity(500) == "0,5"
    assert english.quantity(500) == "0.5"
    assert indonesian.quantity(12_000) == "12"
    assert indonesian.quantity(-1_250) == "−1,25"
    assert indonesian.quantity(1_234_500) == "1.234,5"
    assert english.quantity(1_234_500) == "1,234.5"


def test_days_and_times(indonesian: Formatting, english: Formatting) -> None:
    day = date(2026, 11, 22)
    assert indonesian.time(MOMENT) == "14.32"
    assert english.time(MOMENT) == "14:32"
    assert indonesian.date(day) == english.date(day) == "22 Nov 2026"
    assert indonesian.long_date(day) == "Minggu, 22 November 2026"
    assert indonesian.weekday(0, short=True) == "Sen"
    assert english.weekday(6) == "Sunday"


def test_durations(indonesian: Formatting) -> None:
    assert indonesian.duration(380_000) == "6:20 mnt"
    assert indonesian.duration(3_980_000) == "1:06:20 jam"
    assert indonesian.stopwatch(530_999) == "08:50"
    assert indonesian.order_number(42) == "042"


def test_a_change_wears_its_sign(indonesian: Formatting) -> None:
    assert indonesian.percent(0.084, sign=True) == "+8,4%"
    assert indonesian.percent(-0.031, sign=True) == "−3,1%"
    assert indonesian.percent(0.0, sign=True) == "0,0%"


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_in_both_languages(
    kind: type[ShopError], language: Language
) -> None:
    assert has_sentence(kind)
    error = _some(kind)
    told = []
    for name in ("en", "id"):
        language.choose(name)
        told.append(sentence(error, Formatting(name)))
    assert all(text.endswith(".") and "{" not in text for text in told)
    assert told[0] != told[1]


def test_seconds_to_wait_are_counted_rightly(language: Language) -> None:
    assert "1 second." in sentence(errors.WrongPin(1))
    assert "5 seconds." in sentence(errors.WrongPin(5))


def test_an_error_never_repeats_a_whole_novel(language: Language) -> None:
    assert len(sentence(errors.NotANumber("9" * 5000))) < 200


def test_buttons_of_qt_speak_indonesian(qtbot: QtBot, language: Language) -> None:
    language.choose("id")
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Save | standard.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Simpan", "Batal"]


def test_an_unknown_language_becomes_that_of_the_system(language: Language) -> None:
    assert language.choose("xx") in ("id", "en")


def _some(kind: type[ShopError]) -> ShopError:
    """An error of this kind with a value in each field."""
    types = get_type_hints(kind)
    values: dict[Any, Any] = {int: 3, str: "x", date: date(2026, 11, 22), bool: True}
    values |= {tuple[str, ...]: ("x",), Mapping[str, Any]: {}, int | None: 3}
    return kind(*[values[types[name]] for name in kind.facts])


def test_what_looks_like_html_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    name = 'Sabun <b>murah</b> <img src="x">\n& wangi'
    label, button = Words(name), QPushButton()
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    assert label.textFormat() == Qt.TextFormat.PlainText
    set_tip(button, name)
    shown = QTextDocument()
    shown.setHtml(button.toolTip())
    assert shown.toPlainText() == name
    set_tip(button, "Teh & kopi")
    assert button.toolTip() == "Teh & kopi"
