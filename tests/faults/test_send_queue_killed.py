"""Two counters sell while the server is away, and are killed often, also while they send."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.catalogue import catalogue, stock
from models.orders import order_history
from models.settings import privacy
from models.shop import verify
from models.shop.offline import own_file, send_queue
from models.storage.database import database
from tests.conftest import ROOT
from tests.faults.cable import Cable

STATIONS = ("Kasir 1", "Kasir 2")
ON_HAND = 10**9


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


@contextmanager
def till(url: str, own: Path, station: str, deed: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.lonely_till", url, str(own), station, deed],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def hear(process: subprocess.Popen[str], lines: int) -> list[str]:
    assert process.stdout is not None
    return [line for line in (process.stdout.readline().strip() for _ in range(lines)) if line]


def sell_and_send(cable: Cable, folder: Path, each: int, kills: int) -> None:
    """Each of two counters sells `each` orders and is killed so often while it sells and sends."""
    url = cable.url_here
    files = {station: folder / f"own-{number}" for number, station in enumerate(STATIONS)}
    for station, own in files.items():
        with own_file.open_shop(url, own, station=station):
            if privacy.needed():
                privacy.accept(privacy.policy("en"))
                for name, price in (("Teh", 4_000), ("Kopi", 5_000), ("Gula", 16_500)):
                    catalogue.add_product(name, price, on_hand=ON_HAND)
            own_file.catch_up(own)
    cable.cut()
    acknowledged: list[str] = []
    for _ in range(kills):
        with (
            till(url, files[STATIONS[0]], STATIONS[0], "sell") as first,
            till(url, files[STATIONS[1]], STATIONS[1], "sell") as second,
        ):
            acknowledged += hear(first, each // kills) + hear(second, each // kills)
    cable.mend()
    for _ in range(kills):
        with (
            till(url, files[STATIONS[0]], STATIONS[0], "send") as first,
            till(url, files[STATIONS[1]], STATIONS[1], "send") as second,
        ):
            hear(first, each // kills // 2)
            hear(second, each // kills // 2)
    for station, own in files.items():
        with till(url, own, station, "send") as last:
            last.communicate()
        assert last.returncode == 0
    with own_file.open_shop(url, files[STATIONS[0]], station=STATIONS[0]):
        check(acknowledged, folder)


def check(acknowledged: list[str], folder: Path) -> None:
    assert send_queue.count() == 0
    kept = database.execute_sql(
        "SELECT request_id, number, total, paid FROM orders ORDER BY number"
    )
    orders = kept.fetchall()
    requests = [request for request, *_ in orders]
    assert set(acknowledged) <= set(requests)
    assert len(set(requests)) == len(requests)
    assert [number for _, number, *_ in orders] == list(range(1, len(orders) + 1))
    unpaid = [number for _, number, total, paid in orders if paid != total]
    assert len(unpaid) <= 20  # killed between the order and its payment, which nobody acknowledged
    assert set(acknowledged) <= {request for request, _, total, paid in orders if paid == total}
    assert order_history.find(limit=1)[0].number == len(orders)
    sold = Counter[int]()
    for product, quantity in database.execute_sql("SELECT product, ordered FROM order_line"):
        sold[product] += quantity
    assert {product: stock.level(product) for product in sold} == {
        product: (ON_HAND, quantity) for product, quantity in sold.items()
    }
    assert verify.verify([folder]).is_whole


@pytest.mark.long
def test_five_hundred_orders_of_two_counters_killed_ten_times(cable: Cable, tmp_path: Path) -> None:
    sell_and_send(cable, tmp_path, 250, 10)
