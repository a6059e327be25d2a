"""The long walk: whatever is offered in every state, by every way, in both languages.

What a command does is declared for one state only; in the others something has to be seen of it.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.desktop.states import STATES
from tests.desktop.walk import Walk

#: A language, and the keyboard that goes with it.
COUNTRIES = (("en", "us"), ("id", "id"))
#: Where also those commands are tried that are the same on all pages.
FIRST = ("home", "counter", "wall_taken", "board", "figures", "products", "all_orders",
         "drawer_closed", "settings_shop")  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize(("language", "keyboard"), COUNTRIES)
@pytest.mark.parametrize("state", STATES)
def test_everything_that_is_offered_does_something(
    walk: Walk, record_property: Callable[[str, object], None], state: str, language: str,
    keyboard: str,
) -> None:  # fmt: skip
    walk.screen.keyboard(keyboard)
    walk = replace(walk, language=language)
    failed = []
    for id, way in walk.offered(state):
        if state in FIRST or not id.startswith(("window.", "own_window.", "edit.")):
            try:
                walk.do(state, id, way, elsewhere=True)
            except AssertionError as error:
                failed.append(f"{way.__name__} {id}: {error}")
    assert failed == []
