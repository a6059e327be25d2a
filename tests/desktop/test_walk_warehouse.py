"""The walk along the warehouse's wall, on a large screen: by each key and by each button."""

import pytest

from tests.desktop.walk import Walk, commands, with_button

GROUPS = ("fulfilment",)


@pytest.mark.parametrize("id", commands(*GROUPS))
def test_by_its_key(walk_on_large: Walk, id: str) -> None:
    walk_on_large.by_key(id)


@pytest.mark.parametrize("id", with_button(*GROUPS))
def test_by_its_button(walk_on_large: Walk, id: str) -> None:
    walk_on_large.by_button(id)
