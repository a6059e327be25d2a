"""The walk through the counter: each of its commands by its key and by its button."""

import pytest

from tests.desktop.walk import Note, Step, Walk, steps


@pytest.mark.parametrize("step", steps("order_entry", "payment", "shopping_list"), ids=str)
def test_does_what_it_says(walk: Walk, step: Step, record_property: Note) -> None:
    walk.do(step, record_property)
