"""The plug is pulled while orders are placed: nothing acknowledged is lost, nothing doubled."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.catalogue import catalogue
from models.orders import held_carts
from models.shop.opening import open_shop
from models.storage.database import database
from tests.conftest import ROOT
from tests.readable import findings


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite3"
    with open_shop(str(path)):
        for number in range(5):
            catalogue.add_product(f"Product {number}", 1000 + number, on_hand=10**9)
    return path


@contextmanager
def till_at(path: Path, station: str) -> Iterator[subprocess.Popen[str]]:
    """A till that orders in a process of its own, until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.till", str(path), station],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as till:  # fmt: skip
        try:
            yield till
        finally:
            till.kill()


def hear(till: subprocess.Popen[str], count: int) -> list[tuple[int, str]]:
    """The next orders that it acknowledges."""
    assert till.stdout is not None
    return [_order(till.stdout.readline()) for _ in range(count)]


def kill(till: subprocess.Popen[str]) -> list[tuple[int, str]]:
    """What else it had acknowledged when it was killed."""
    assert till.stdout is not None
    till.kill()
    return [_order(line) for line in till.stdout]


def _order(line: str) -> tuple[int, str]:
    number, request = line.split()
    return int(number), request


def check_shop(path: Path, acknowledged: list[tuple[int, str]], station: str) -> None:
    with open_shop(str(path), station=station):
        kept = database.execute_sql("SELECT number, request_id, id FROM orders ORDER BY id")
        orders = kept.fetchall()
        numbers = {request: number for number, request, _ in orders}
        lost = [request for number, request in acknowledged if numbers.get(request) != number]
        assert lost == []
        assert [number for number, _, _ in orders] == list(range(1, len(orders) + 1))
        lines = database.execute_sql('SELECT COUNT(*) FROM order_line GROUP BY "order"').fetchall()
        assert {count for (count,) in lines} == {5}
        assert len(lines) == len(orders)
        draft = held_carts.draft()
        assert draft is None or draft.request_id not in numbers
        assert findings() == ()
        assert database.execute_sql("PRAGMA quick_check").fetchone() == ("ok",)


def kill_often(path: Path, times: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[tuple[int, str]] = []
    for _ in range(times):
        with till_at(path, "1") as till:
            acknowledged += hear(till, 1)
            time.sleep(chance.uniform(0.0, 0.15))
            acknowledged += kill(till)
    check_shop(path, acknowledged, "1")
    return len(acknowledged)


def test_ten_kills_lose_nothing(shop_file: Path) -> None:
    assert kill_often(shop_file, 10, seed=1) >= 10


@pytest.mark.long
def test_a_hundred_kills_lose_nothing(shop_file: Path) -> None:
    assert kill_often(shop_file, 100, seed=2) >= 100


def test_two_tills_on_one_file_share_the_numbers_without_a_gap(shop_file: Path) -> None:
    with till_at(shop_file, "1") as first, till_at(shop_file, "2") as second:
        acknowledged = hear(first, 100) + hear(second, 100)
        acknowledged += kill(first) + kill(second)
    assert len({number for number, _ in acknowledged}) == len(acknowledged)
    check_shop(shop_file, acknowledged, "3")
