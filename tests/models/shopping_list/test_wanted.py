"""A list says when its customer comes: that is found in the talk around the goods."""

import pytest

from models.shop.opening import Shop
from models.shopping_list import shopping_list
from tests.conftest import SetClock
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product

pytestmark = postgres_in_the_long_run


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("indomie goreng 2\ndiambil nanti jam 5 sore", "nanti jam 5 sore"),
        ("halo, indomie goreng 2 ambil jam 17.00 ya", "jam 17.00"),
        ("indomie goreng 2, diambil besok pagi", "besok pagi"),
        ("nanti jam 5 saya ambil\nindomie goreng 3", "nanti jam 5"),
        ("indomie goreng 2 jam 5 sore diambil", "jam 5 sore"),
        ("ambil besok jam 9\nindomie goreng 5", "besok jam 9"),
        ("indomie goreng 2 tlg dianter jam 3 sore", "jam 3 sore"),
        ("I'll pick up at 5pm\nindomie goreng 1", "at 5pm"),
        ("indomie goreng 1, diambil jam 8 pagi", "jam 8 pagi"),  # over: it is ten
        ("selamat pagi, indomie goreng 2 saya ambil ya", ""),
        ("pagi kak indomie goreng 2", ""),
        ("indomie goreng 2 diambil 5", ""),
        ("indomie goreng 2, tadi jam 3 sudah transfer, nanti diambil", ""),
        ("indomie goreng 2\nwarung buka jam 8.00", ""),
    ],
)
def test_when_it_is_wanted_is_found_in_the_talk(
    shop: Shop, clock: SetClock, text: str, said: str
) -> None:
    a_product("Indomie Goreng", 3_500)
    found = shopping_list.read_list(text)
    assert found.wanted == said
    assert [item.choices[0].name for item in found.proposals if item.choices] == ["Indomie Goreng"]
