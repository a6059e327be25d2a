"""The walk through the shop's other pages: each of its commands by its key and by its button."""

import pytest

from tests.desktop.walk import Note, Step, Walk, steps

GROUPS = (
    "everywhere", "home", "statistics", "catalogue", "import", "order_history",
    "drawer", "settings",
)  # fmt: skip


@pytest.mark.parametrize("step", steps(*GROUPS), ids=str)
def test_does_what_it_says(walk: Walk, step: Step, record_property: Note) -> None:
    walk.do(step, record_property)
