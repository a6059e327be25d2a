"""Four pickers in four processes tick the same lines: no line twice, none forgotten."""

import subprocess
import sys
from collections import Counter

import pytest

from models import events
from models.catalogue import catalogue, stock
from models.orders import orders
from models.orders.cart import Cart
from models.shop.opening import open_shop
from models.storage.database import database
from tests.conftest import ROOT
from tests.readable import all_entries, findings

LINES, PICKERS = 10, 4
SHELF = 10**9


@pytest.fixture(params=["sqlite", "postgres"])
def shop_url(request: pytest.FixtureRequest) -> str:
    name = "shop_file" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


def fill(url: str, count: int) -> None:
    with open_shop(url):
        goods = [
            catalogue.add_product(f"Barang {n}", 1000, on_hand=SHELF).value for n in range(LINES)
        ]
        for _ in range(count):
            cart = Cart()
            for product in goods:
                cart.add(product, 2_000)
            orders.place(cart)


def race(url: str) -> list[str]:
    """`order line` for each tick that a picker believes was its own."""
    pickers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.picker", url, f"P{number}", str(number)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(PICKERS)
    ]  # fmt: skip
    for picker in pickers:
        assert picker.stdout is not None
        assert picker.stdout.readline() == "here\n"
    for picker in pickers:
        assert picker.stdin is not None
        picker.stdin.write("go\n")
        picker.stdin.flush()
    said: list[str] = []
    for picker in pickers:
        said += picker.communicate(timeout=600)[0].splitlines()
        assert picker.returncode == 0
    return said


def check(url: str, count: int) -> None:
    said = race(url)
    every = {f"{order} {line}" for order in range(1, count + 1) for line in range(1, LINES + 1)}
    assert len(said) == len(set(said))
    assert set(said) == every
    with open_shop(url):
        told = Counter(
            f"{event.order_id} {event.payload['facts']['line']}"
            for event in all_entries()
            if event.kind == events.PICKED
        )
        assert told == Counter(every)
        wrong = database.execute_sql(
            "SELECT COUNT(*) FROM order_line WHERE picked <> ordered"
        ).fetchone()
        assert wrong == (0,)
        for product in range(1, LINES + 1):
            assert stock.level(product) == (SHELF - 2_000 * count, 0)
        assert findings() == ()


def test_four_pickers_race_for_a_hundred_lines(shop_url: str) -> None:
    fill(shop_url, 10)
    check(shop_url, 10)


@pytest.mark.long
def test_four_pickers_race_for_two_thousand_lines(shop_url: str) -> None:
    fill(shop_url, 200)
    check(shop_url, 200)
