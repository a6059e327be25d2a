"""The walk through the counter: each of its commands by its key and by its button."""

import pytest

from tests.desktop.walk import Walk, commands, with_button

GROUPS = ("order_entry", "payment", "shopping_list")


@pytest.mark.parametrize("id", commands(*GROUPS))
def test_by_its_key(walk: Walk, id: str) -> None:
    walk.by_key(id)


@pytest.mark.parametrize("id", with_button(*GROUPS))
def test_by_its_button(walk: Walk, id: str) -> None:
    walk.by_button(id)
