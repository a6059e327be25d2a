"""Whatever goes wrong has a sentence of its own, in both languages."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_type_hints

import pytest

from gui.words.error_messages import has_sentence, sentence
from gui.words.formatting import Formatting
from gui.words.language import Language
from models import errors
from models.errors import ShopError, StorageError
from models.stages import Stage
from tests.rules.source import subclasses

FACTS: dict[Any, Any] = {
    str: "X", int: 1000, int | None: 1000, bool: True, date: date(2026, 3, 9),
    tuple[str, ...]: ("order",), Mapping[str, Any]: {},
}  # fmt: skip
#: Of these not every number means something.
NAMED = {"stage": int(Stage.CANCELLED)}

KINDS = [kind for kind in subclasses(ShopError) if kind is not StorageError]


def test_all_errors_are_declared_in_one_place() -> None:
    assert {kind.__module__ for kind in KINDS} == {errors.__name__}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_a_sentence(kind: type[ShopError], language: Language) -> None:
    types = get_type_hints(kind)
    error = kind(*(NAMED.get(name, FACTS[types[name]]) for name in kind.facts))
    assert has_sentence(kind)
    told = {}
    for chosen in ("en", "id"):
        language.choose(chosen)
        told[chosen] = sentence(error, Formatting(chosen))
        assert told[chosen].rstrip().endswith((".", "?", "!"))
        assert "{" not in told[chosen]
    assert told["en"] != told["id"]


def test_an_error_without_a_sentence_is_seen() -> None:
    class Unheard(ShopError):
        pass

    assert not has_sentence(Unheard)
