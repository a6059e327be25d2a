"""The walk along the warehouse's wall, on a large screen: by each key and by each button."""

import pytest

from tests.desktop.walk import Note, Step, Walk, steps


@pytest.mark.parametrize("step", steps("fulfilment"), ids=str)
def test_does_what_it_says(walk_on_large: Walk, step: Step, record_property: Note) -> None:
    walk_on_large.do(step, record_property)
