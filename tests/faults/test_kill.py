"""The plug is pulled while orders are placed: nothing acknowledged is lost, nothing doubled."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models import catalogue, held_carts, journal, replay
from models.database import database
from models.shop import open_shop

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite3"
    with open_shop(str(path)):
        for number in range(5):
            catalogue.add_product(f"Product {number}", 1000 + number, on_hand=10**9)
    return path


def order_until_killed(path: Path, station: str, after: float) -> list[tuple[int, str]]:
    """What a till acknowledged before it was killed `after` seconds from its first order."""
    till = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.till", str(path), station],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert till.stdout is not None
    first = till.stdout.readline()
    time.sleep(after)
    till.kill()
    said = first + till.stdout.read()
    till.wait()
    till.stdout.close()
    lines = (line.split() for line in said.splitlines(keepends=False) if line.count(" ") == 1)
    return [(int(number), request) for number, request in lines]


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
        assert journal.verify().intact
        assert replay.replay() == []
        assert database.execute_sql("PRAGMA quick_check").fetchone() == ("ok",)


def kill_often(path: Path, times: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[tuple[int, str]] = []
    for _ in range(times):
        acknowledged += order_until_killed(path, "1", chance.uniform(0.0, 0.15))
    check_shop(path, acknowledged, "1")
    return len(acknowledged)


def test_ten_kills_lose_nothing(shop_file: Path) -> None:
    assert kill_often(shop_file, 10, seed=1) >= 10


@pytest.mark.long
def test_a_hundred_kills_lose_nothing(shop_file: Path) -> None:
    assert kill_often(shop_file, 100, seed=2) >= 100


def test_two_tills_on_one_file_share_the_numbers_without_a_gap(shop_file: Path) -> None:
    tills = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.till", str(shop_file), station],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )
        for station in ("1", "2")
    ]  # fmt: skip
    acknowledged: list[tuple[int, str]] = []
    for till in tills:
        assert till.stdout is not None
        for _ in range(100):
            number, request = till.stdout.readline().split()
            acknowledged.append((int(number), request))
    for till in tills:
        assert till.stdout is not None
        till.kill()
        rest = (line.split() for line in till.stdout.read().splitlines() if line.count(" ") == 1)
        acknowledged += [(int(number), request) for number, request in rest]
        till.wait()
        till.stdout.close()
    assert len({number for number, _ in acknowledged}) == len(acknowledged)
    check_shop(shop_file, acknowledged, "3")
