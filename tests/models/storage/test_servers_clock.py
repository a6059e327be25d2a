"""Stations whose clocks stand an hour apart work by one clock: that of their server."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import clock
from models.catalogue import catalogue
from models.errors import ConnectionLost
from models.orders import orders
from models.shop.offline import own_file
from models.shop.opening import open_shop
from models.storage.connection_monitor import ConnectionMonitor
from models.storage.database import database
from tests.conftest import PATIENCE_MS
from tests.readable import cart_of

HOUR = 60 * clock.MINUTE
really = time.time_ns

Set = Callable[[int], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Set]:
    """Sets the clock of this computer forward by so much (ms); back, when negative."""
    yield lambda by: monkeypatch.setattr(time, "time_ns", lambda: really() + by * 1_000_000)
    clock.go_by(0)


def server_says() -> int:
    sql = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
    return int(database.execute_sql(sql).fetchone()[0])


@pytest.mark.parametrize("wrong_by", [HOUR, -HOUR])
def test_what_is_done_at_a_station_is_done_by_the_clock_of_its_server(
    postgres_url: str, set_clock: Set, wrong_by: int
) -> None:
    set_clock(wrong_by)
    with open_shop(postgres_url, station="Kasir 1"):
        kopi = catalogue.add_product("Kopi", 4_000).value
        placed = orders.place(cart_of(kopi)).value
        assert abs(placed.placed_at - server_says()) < clock.MINUTE
        assert abs(clock.ahead() + wrong_by) < clock.MINUTE
    set_clock(0)
    with open_shop(postgres_url, station="Kasir 2"):
        later = orders.place(cart_of(kopi)).value
        assert clock.ahead() == 0
        assert 0 <= later.placed_at - placed.placed_at + clock.MINUTE < 2 * clock.MINUTE
        assert (later.day, later.number) == (placed.day, 2)


def test_a_clock_that_is_set_while_the_station_works_moves_nothing(
    postgres_url: str, set_clock: Set
) -> None:
    with open_shop(postgres_url, station="Kasir 1"):
        catalogue.add_product("Kopi", 4_000)  # the news of it is heard
        assert clock.ahead() == 0
        set_clock(HOUR)
        has_looked = threading.Event()
        monitor = ConnectionMonitor(has_looked.set)
        try:
            assert has_looked.wait(PATIENCE_MS / 1000)
            assert abs(clock.now() - server_says()) < clock.MINUTE
        finally:
            monitor.close()


def test_a_station_that_starts_alone_goes_by_the_clock_that_it_knew(
    postgres_url: str, set_clock: Set, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(-HOUR)
    own = tmp_path / "own-1"
    with own_file.open_shop(postgres_url, own, station="Kasir 1"):
        kopi = catalogue.add_product("Kopi", 4_000).value
        own_file.catch_up(own)
        known = clock.ahead()

    def away(*_: object, **__: object) -> None:
        clock.go_by(0)
        raise ConnectionLost("pulled out")

    monkeypatch.setattr("models.shop.opening.open_shop", away)
    with own_file.open_shop(postgres_url, own, station="Kasir 1"):
        assert clock.ahead() == known
        placed = orders.place(cart_of(kopi)).value
        assert abs(placed.placed_at - really() // 1_000_000) < clock.MINUTE
    database.is_away, database.shop.away = False, None


def test_a_shop_in_a_file_goes_by_the_clock_of_its_computer(shop_file: Path) -> None:
    clock.go_by(HOUR)
    with open_shop(str(shop_file)):
        assert clock.ahead() == 0


@pytest.mark.parametrize(("moment", "ahead"), [(1_000, 0), (2_000, 0), (2_001, 2_001)])
def test_seconds_are_no_other_clock(set_clock: Set, moment: int, ahead: int) -> None:
    time_stands = really()
    time.time_ns, before = lambda: time_stands, time.time_ns
    try:
        clock.go_by_server(clock.of_this_computer() + moment, clock.of_this_computer())
    finally:
        time.time_ns = before
    assert clock.ahead() == ahead
