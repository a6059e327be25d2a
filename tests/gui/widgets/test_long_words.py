"""A text of two hundred letters without a blank breaks where it must, and pushes nothing aside."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.look.theme import Theme, breakable, elided, kept_together
from gui.widgets.text.plain_text import Words

LONG = "W" * 200


def test_a_label_is_not_as_wide_as_its_longest_word(qapp: QApplication) -> None:
    label = Words(f"Sabun {LONG}", wordWrap=True)
    assert label.text() == f"Sabun {LONG}"
    assert label.minimumSizeHint().width() < 400
    assert label.heightForWidth(400) > 4 * label.fontMetrics().height()


@pytest.mark.parametrize("text", ["", "Indomie Goreng 85 g", "x" * 24, "Teh\u00a0Botol"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert breakable(text) == text


def test_what_is_drawn_in_more_lines_breaks_too(qapp: QApplication) -> None:
    assert "\u200b" in kept_together(LONG)
    font = Theme("light").font("body")
    assert elided(font, LONG, 100).endswith("\u2026")
