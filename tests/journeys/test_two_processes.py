"""Two processes on one file: what one of them orders hangs on the other's wall, all of it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Timer

import pytest

from models.catalogue import catalogue
from models.fulfilment import fulfilment
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import Shop
from tests.conftest import ROOT

SOON = 50.0  # ms from the commit here to the paint there


@pytest.fixture
def wall(shop: Shop, shop_file: Path) -> Iterator[Iterator[str]]:
    """The queue window of another process: a line for each order that it heard of and painted."""
    privacy.accept(privacy.policy("id"))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.wall", str(shop_file)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    patience = Timer(300, process.kill)
    patience.start()
    assert process.stdout is not None
    assert next(process.stdout) == "ready\n"
    yield process.stdout
    patience.cancel()
    process.kill()
    process.wait()
    process.stdout.close()


def place_and_watch(wall: Iterator[str], count: int) -> tuple[list[int], list[int], list[float]]:
    """The numbers placed here, the numbers painted there, and the ms between the two."""
    product = catalogue.add_product("Aqua 600 ml", 2500).value
    placed, painted, waits = [], [], []
    for _ in range(count):
        order = orders.place(Cart().add(product)).value
        committed = time.monotonic_ns()
        number, _, painted_at = map(int, next(wall).split())
        placed.append(order.number)
        painted.append(number)
        waits.append((painted_at - committed) / 1e6)
        fulfilment.make_ready(order.id)  # off the wall, so that the next card has room on it
        fulfilment.hand_over(order.id)
    return placed, painted, waits


def test_every_order_hangs_on_the_wall_of_the_other_process(wall: Iterator[str]) -> None:
    placed, painted, _ = place_and_watch(wall, 30)
    assert painted == placed == list(range(1, 31))


@pytest.mark.long
def test_a_thousand_of_a_thousand_are_seen_and_half_of_them_within_50_ms(
    wall: Iterator[str],
) -> None:
    placed, painted, waits = place_and_watch(wall, 1000)
    assert painted == placed == list(range(1, 1001))
    assert median(waits) < SOON
