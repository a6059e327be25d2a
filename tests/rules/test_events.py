"""What is done to an order is told in its timeline, in words of both languages."""

import pytest

from gui.language import Language
from gui.order_history.timeline import _ICONS, title_of
from models import events

KINDS = sorted(events.ORDER_KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_of_an_order_has_a_title_and_an_icon(kind: str, language: Language) -> None:
    told = []
    for name in ("en", "id"):
        language.choose(name)
        told.append(title_of(kind))
    assert kind not in told
    assert told[0] != told[1]
    assert kind in _ICONS


def test_an_event_without_a_title_is_seen() -> None:
    assert title_of("invented") == "invented"
