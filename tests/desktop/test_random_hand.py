"""Whatever a hand presses that knows nothing: the program lives, and the shop is whole."""

from functools import partial
from pathlib import Path

import pytest

from models.shop.opening import open_shop
from tests.desktop.conftest import Start
from tests.desktop.hand import Hand, arrive, playground
from tests.readable import findings, kept_sums, sums_anew

MEGABYTES = 10  # that minute 20 may have over minute 5


def a_hand(start: Start, folder: Path, seed: int) -> tuple[Hand, Path]:
    shop = playground(folder / "shop")
    person = start("--database", str(shop), language="")
    arrive(person)
    again = partial(start, "--database", str(shop), home=person.home, language="")
    return Hand(person, seed, again), shop


def whole(shop: Path) -> None:
    with open_shop(str(shop)):
        assert findings() == ()
        assert kept_sums() == sums_anew()


@pytest.mark.parametrize("seed", [1])
def test_a_minute(start: Start, tmp_path: Path, seed: int) -> None:
    hand, shop = a_hand(start, tmp_path, seed)
    hand.play(seconds=60)
    whole(shop)


@pytest.mark.long
@pytest.mark.parametrize("seed", [11])
def test_twenty_minutes(start: Start, tmp_path: Path, seed: int) -> None:
    hand, shop = a_hand(start, tmp_path, seed)
    hand.see_all()
    hand.play(seconds=5 * 60)
    hand.tidy()
    left, early = hand.left, hand.person.memory()
    hand.play(seconds=15 * 60)
    hand.tidy()
    assert hand.left == left, "the memory of another program"
    assert hand.person.memory() - early <= MEGABYTES, hand.told()
    whole(shop)
