"""One word per state: only gui/words/state_words.py says what an order's states are called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.words.language import LANGUAGES, Language
from gui.words.state_words import lateness_text, paid_text, stage_text
from models.fulfilment.cards import Lateness
from models.stages import Paid, Stage
from tests.rules.test_translations import forms, messages, texts_of
from tests.translations import ROOT, pages

HOME = ROOT / "gui" / "words" / "state_words.py"
#: What windows called them of their own accord once.
SYNONYMS = {
    "being picked", "being prepared", "in preparation", "preparing", "ready for pick-up",
    "collected", "not paid", "not paid yet", "to be paid later", "nearly late",
}  # fmt: skip
#: The customers' board has one heading for all that is not ready, waiting or in hand.
BOARD = "ready_board"


def state_words() -> set[str]:
    """In the language that is chosen now."""
    words = {stage_text(stage) for stage in Stage}
    words |= {paid_text(paid) for paid in Paid}
    words |= {lateness_text(lateness) for lateness in Lateness}
    return {word.casefold() for word in words if word}


def said_again(path: Path, words: set[str]) -> Iterator[str]:
    for _, text in texts_of(path):
        if text.casefold() in words:
            yield text


@pytest.mark.parametrize("page", pages())
def test_no_window_has_a_word_of_its_own_for_a_state(page: str) -> None:
    words = state_words() | (SYNONYMS if page != BOARD else set())
    again = {
        str(path.relative_to(ROOT)): found
        for path in pages()[page]
        if path != HOME and (found := list(said_again(path, words)))
    }
    assert again == {}, "gui/words/state_words.py has the word"


@pytest.mark.parametrize("page", pages())
def test_no_translation_says_a_state_again(page: str, language: Language) -> None:
    language.choose("id")
    words = state_words()
    again = [
        (key, form)
        for key, message in messages("id", page).items()
        for form in forms(message)
        if key[0] != "states" and form.casefold() in words
    ]
    assert again == [], "a text that is a state in Indonesian is one in English too"


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_state_has_a_word_that_is_no_other_state_s(name: str, language: Language) -> None:
    language.choose(name)
    assert len(state_words()) == len(Stage) + len(Paid) + len(Lateness) - 1


def test_the_rule_sees_a_breach(tmp_path: Path) -> None:
    breach = tmp_path / "window.py"
    breach.write_text("class Home(QWidget):\n    def words(self):\n        self.tr('ready')\n")
    assert list(said_again(breach, state_words())) == ["ready"]
