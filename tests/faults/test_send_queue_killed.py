"""Two counters sell and a picker picks while the server is away, and all are killed often, also
while they send."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models import session
from models.catalogue import catalogue, stock
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Card
from models.orders import orders
from models.settings import preferences, privacy
from models.shop import verify
from models.shop.offline import own_file, refused, send_queue
from models.storage.database import database
from tests.conftest import ROOT
from tests.faults.cable import Cable
from tests.faults.lonely_till import HOUR
from tests.readable import cart_of

COUNTERS, PICKER = ("Kasir 1", "Kasir 2"), "Gudang 1"
DEEDS = {**dict.fromkeys(COUNTERS, "sell"), PICKER: "pick"}
ON_HAND = 10**9


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


class Stations:
    """Each in a process of its own, with a file of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.files = {station: folder / f"own-{place}" for place, station in enumerate(DEEDS)}

    @contextmanager
    def at_work(self, station: str, deed: str) -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            [
                sys.executable, "-m", "tests.faults.lonely_till",
                self.url, str(self.files[station]), station, deed,
            ],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.kill()

    def killed(self, deeds: dict[str, str], lines: int) -> list[str]:
        """Does these deeds at once, and ends them when each said so many lines; what they said."""
        with ExitStack() as ended:
            at_work = [ended.enter_context(self.at_work(*x)) for x in deeds.items()]
            return [line for process in at_work for line in hear(process, lines)]

    def whole(self, station: str, deed: str) -> list[str]:
        """Does it to its end."""
        with self.at_work(station, deed) as process:
            said, _ = process.communicate()
        assert process.returncode == 0
        return said.split()


def hear(process: subprocess.Popen[str], lines: int) -> list[str]:
    assert process.stdout is not None
    return [line for line in (process.stdout.readline().strip() for _ in range(lines)) if line]


def noon() -> str:
    """A zone in which the hour before is of the same day, whenever the test runs."""
    later = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-later:+d}" if later else "Etc/GMT"


def open_shop(stations: Stations, to_pick: int) -> None:
    """All stations know the shop, and the picker has claimed orders."""
    for station, own in stations.files.items():
        with own_file.open_shop(stations.url, own, station=station):
            if privacy.needed():
                privacy.accept(privacy.policy("en"))
                preferences.put(preferences.ZONE, noon())
                for name, price in (("Teh", 4_000), ("Kopi", 5_000), ("Gula", 16_500)):
                    catalogue.add_product(name, price, on_hand=ON_HAND)
            if station == PICKER:
                goods = catalogue.products_by_id(range(1, 4)).values()
                for _ in range(to_pick):
                    placed = orders.place(cart_of(*((product, 5_000) for product in goods)))
                    fulfilment.claim(placed.value.id)
            own_file.catch_up(own)


def work_and_send(cable: Cable, folder: Path, each: int, to_pick: int, kills: int) -> None:
    """Each of two counters sells `each` orders while a picker picks so many, and all are killed so
    often while they work and while they send."""
    stations = Stations(cable.url_here, folder)
    open_shop(stations, to_pick)
    cable.cut()
    acknowledged: list[str] = []
    for _ in range(kills):
        acknowledged += stations.killed(DEEDS, each // kills)
    acknowledged += stations.whole(PICKER, "pick")
    assert acknowledged.pop() == "all"
    own = stations.files[PICKER]
    with own_file.open_shop(stations.url, own, station=PICKER, make=False) as shop:
        assert shop.is_away
        picked_there = as_picked()
        assert len(picked_there) == to_pick
    cable.mend()
    for _ in range(kills):
        stations.killed(dict.fromkeys(DEEDS, "send"), each // kills // 2)
    for station in DEEDS:
        stations.whole(station, "send")
    with own_file.open_shop(stations.url, own, station=PICKER):
        assert as_picked() == picked_there
        check(acknowledged, to_pick, folder)
    assert [refused.kept(own) for own in stations.files.values()] == [[], [], []]


def as_picked() -> list[tuple[int, tuple[tuple[int, int, int], ...]]]:
    """What the picker finished, line by line."""
    return [(card.id, _lines(card)) for card in fulfilment_queue.ready()]


def _lines(card: Card) -> tuple[tuple[int, int, int], ...]:
    return tuple((line.line, line.picked, line.short) for line in card.lines)


def asked(sql: str) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = database.execute_sql(sql).fetchall()
    return found


def check(acknowledged: list[str], to_pick: int, folder: Path) -> None:
    assert send_queue.count() == 0
    kept = database.execute_sql(
        "SELECT request_id, number, total, paid, placed_at FROM orders ORDER BY id"
    ).fetchall()
    entered = [request for (request,) in asked("SELECT request_id FROM journal")]
    requests = [request for request, *_ in kept]
    assert set(acknowledged) <= {*requests, *entered}
    assert len(set(requests)) == len(requests)
    assert len(set(entered)) == len(entered)
    assert [number for _, number, *_ in kept] == list(range(1, len(kept) + 1))
    sold = kept[to_pick:]
    unpaid = [number for _, number, total, paid, _ in sold if paid != total]
    assert len(unpaid) <= 20  # killed between the order and its payment, which nobody acknowledged
    paid_for = {request for request, _, total, paid, _ in sold if paid == total}
    assert {x for x in acknowledged if x in set(requests)} <= paid_for
    times = [at for *_, at in sold]
    assert max(times) - min(times) > HOUR // 2, "it was away for most of an hour"
    promised, picked = Counter[int](), Counter[int]()
    for product, ordered, taken, short in asked(
        "SELECT product, ordered, picked, short FROM order_line"
    ):
        promised[product] += ordered - taken - short
        picked[product] += taken
    moved = database.execute_sql(
        "SELECT product, CAST(sum(change) AS bigint) FROM stock_movement "
        "WHERE reason IN ('picked', 'returned') GROUP BY product"
    )
    gone: dict[int, int] = dict(moved.fetchall())
    assert gone == {product: -taken for product, taken in picked.items()}
    levels = {product: stock.level(product) for product in promised}
    assert {product: level and level[1] for product, level in levels.items()} == promised
    assert verify.verify([folder]).is_whole
    assert session.current.station == PICKER


@pytest.mark.long
def test_an_hour_without_the_server_of_two_counters_and_a_picker_killed_ten_times(
    cable: Cable, tmp_path: Path
) -> None:
    work_and_send(cable, tmp_path, each=250, to_pick=40, kills=10)
