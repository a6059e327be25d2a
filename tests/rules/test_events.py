"""What is done to an order is told in its timeline, in words of both languages."""

import ast

import pytest

from gui.look.icons import letter
from gui.order_history.timeline import _ICONS, title_of
from gui.words.deed_words import deed_word
from gui.words.language import Language
from models import events
from tests.rules.source import MODELS


def noted_of_an_order() -> set[str]:
    """The kinds whose entries carry an order anywhere in `models`: its story has them all."""
    return {
        getattr(events, call.args[0].attr)
        for text in (path.read_text(encoding="utf-8") for path in MODELS)
        if "order_id=" in text
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "append"
        and any(word.arg == "order_id" for word in call.keywords)
        and isinstance(call.args[0], ast.Attribute)
    }


KINDS = sorted(events.ORDER_KINDS | noted_of_an_order())


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_of_an_order_has_a_title_and_an_icon(kind: str, language: Language) -> None:
    told = []
    for name in ("en", "id"):
        language.choose(name)
        told.append(title_of(kind))
    assert kind not in told
    assert told[0] != told[1]
    assert letter(_ICONS[kind])


def test_every_kind_has_a_word_in_a_list_of_deeds(language: Language) -> None:
    kinds = [x for name, x in vars(events).items() if name.isupper() and isinstance(x, str)]
    for name in ("en", "id"):
        language.choose(name)
        assert [kind for kind in kinds if deed_word(kind) == kind] == []


def test_paper_and_goods_that_went_back_are_in_the_story_too() -> None:
    assert noted_of_an_order() >= {events.PUT_BACK, events.PRINTED, events.PLACED}


def test_an_event_without_a_title_is_seen() -> None:
    assert title_of("invented") == "invented"
