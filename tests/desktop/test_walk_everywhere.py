"""Whatever is offered in a state does something, by every way: nothing that is shown is idle.

What a command does is declared for one state only; in the others something has to be seen of it.
The long walk goes through all states in both languages.
"""

import pytest

from tests.desktop.sight import Sight
from tests.desktop.states import STATES
from tests.desktop.walk import Note, Step, Walk, by_key

#: A language, and the keyboard that goes with it.
COUNTRIES = (("en", "us"), ("id", "id"))
#: Where also those commands are tried that are the same on all pages.
FIRST = ("home", "counter", "wall_taken", "board", "figures", "products", "all_orders",
         "drawer_closed", "settings_shop")  # fmt: skip
SAME = ("window.", "own_window.", "edit.")
#: It is so already: that way and that sum are chosen, the question is asked.
ALREADY = {
    ("payment", "payment.cash"), ("payment", "payment.suggestion_1"), ("held", "order.held"),
}  # fmt: skip
#: The cursor is there already.
CURSOR = {"order.box": "EntryField", "orders.find": "QLineEdit", "catalogue.find": "QLineEdit"}


@pytest.mark.parametrize("state", ["counter", "payment", "wall_empty"])
def test_no_key_is_idle_where_there_is_nothing_to_do(
    walk: Walk, record_property: Note, state: str
) -> None:
    steps = [step for step in walk.offered(state, "en") if step.way is by_key]
    do_all(walk, record_property, [step for step in steps if not step.id.startswith(SAME)], "en")


@pytest.mark.parametrize("state", ["order_paid", "order_waiting", "counter", "drawer_open"])
def test_a_key_of_what_cannot_be_done_says_why(
    walk: Walk, record_property: Note, state: str
) -> None:
    assert walk.press_idle_keys(state, record_property) == []


@pytest.mark.long
@pytest.mark.parametrize(("language", "keyboard"), COUNTRIES)
@pytest.mark.parametrize("state", STATES)
def test_everything_that_is_offered_does_something(
    walk: Walk, record_property: Note, state: str, language: str, keyboard: str
) -> None:
    walk.screen.keyboard(keyboard)
    steps = walk.offered(state, language)
    mine = [step for step in steps if state in FIRST or not step.id.startswith(SAME)]
    do_all(walk, record_property, mine, language)


def do_all(walk: Walk, note: Note, steps: list[Step], language: str) -> None:
    """Does them all; those that did nothing are told together."""
    failed = []
    for step in steps:
        if is_so(walk.seen(step.state, language), step):
            continue
        try:
            walk.do(step, note, language, elsewhere=True)
        except AssertionError as error:
            failed.append(f"{step}: {error}")
    assert not failed, "\n".join(failed)


def is_so(sight: Sight, step: Step) -> bool:
    """Whether the command would bring about what is there already."""
    own = f"own_window.{sight.page}" == step.id
    there = sight.focus is not None and sight.focus.kind == CURSOR.get(step.id)
    return own or there or (step.state, step.id) in ALREADY
