"""From F10 to the emptied cart with the order's number painted, in the real window of the counter.

And the loop meanwhile: how long no window could answer while another program holds the file and
orders are pressed one after another. Wall milliseconds both: waiting is what is felt.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.order_entry.page import OrderEntryPage
from models.catalogue import catalogue
from models.settings import privacy
from models.shop.opening import open_shop
from models.storage.tables import Order
from tests.benchmarks.metric import metric, percentile, run_loop

SHOWN, HELD = 50.0, 100.0  # ms
LINES = 5
_PATIENCE = 300  # tenths of a second until all is stored
PACE = 90  # ms between two keys of a quick hand

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from models.storage.sqlite_driver import connect
connection = connect(Path(sys.argv[1]))
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("ROLLBACK")
"""


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """The key (p95), the longest turn of the loop under a lock, and that each order counts once."""
    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    orders, pressed, locked = (10, 5, 3) if quick else (100, 20, 10)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.sqlite3"
        with open_shop(str(path)) as shop:
            privacy.accept(privacy.policy("en"))
            for number in range(LINES):
                catalogue.add_product(f"Barang {number}", 1000, sku=f"{number}", on_hand=10**9)
            application = Application(qt, shop, None, "en", "light")
            main_window = application.start("order_entry")
            main_window.resize(1366, 768)
            QTest.qWaitForWindowActive(main_window)
            page = main_window.page
            assert isinstance(page, OrderEntryPage)
            shown = [_send(page) for _ in range(orders)]
            before = Order.select().count()
            held = _under_lock(page, path, pressed, locked)
            counted = Order.select().count() - before
            application.close()
    return [
        metric("F10 to cart empty and number painted, p95", percentile(shown, 0.95), SHOWN, "ms"),
        metric(f"loop held, file locked for {locked} s", held, HELD, "ms"),
        metric("orders pressed meanwhile and stored", counted, pressed, "orders"),
    ]


class _Notice(QObject):
    """Painted with another number than before, over an empty cart."""

    def __init__(self, page: OrderEntryPage) -> None:
        super().__init__()
        self._page, self._notice = page, page.counter.pieces.placed
        self._before = self._notice.accessibleName()
        self.painted = 0.0
        self._notice.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The painting itself counts: looked at when the loop is reached again.
        if event.type() == QEvent.Type.Paint and not self.painted:
            QTimer.singleShot(0, self._look)
        return False

    def _look(self) -> None:
        if self._notice.accessibleName() != self._before and not self._page.basket.cart:
            self.painted = self.painted or time.perf_counter()


def _send(page: OrderEntryPage) -> float:
    """Five goods by their codes, and F10; milliseconds until its number stands there."""
    _fill(page)
    notice = _Notice(page)
    begun = time.perf_counter()
    _press(page, Qt.Key.Key_F10)
    while not notice.painted:
        run_loop(1)
    run_loop(PACE)
    return 1000 * (notice.painted - begun)


def _under_lock(page: OrderEntryPage, path: Path, count: int, seconds: int) -> float:
    """Milliseconds of the longest turn of the loop from the lock until all is stored."""
    turns: list[float] = []
    before = Order.select().count()
    command = [sys.executable, "-c", HOLD, str(path), str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "held"
        last = time.perf_counter()

        def beat() -> None:
            nonlocal last
            now = time.perf_counter()
            turns.append(now - last)
            last = now

        timer = QTimer(interval=0)
        timer.timeout.connect(beat)
        timer.start()
        for _ in range(count):
            _fill(page)
            _press(page, Qt.Key.Key_F10)
        for _ in range(_PATIENCE):
            if holder.poll() is not None and Order.select().count() >= before + count:
                break
            run_loop(100)
        timer.stop()
    return 1000 * max(turns)


def _fill(page: OrderEntryPage) -> None:
    for number in range(LINES):
        _press(page, Qt.Key(Qt.Key.Key_0 + number))
        _press(page, Qt.Key.Key_Return)


def _press(page: OrderEntryPage, key: Qt.Key) -> None:
    QTest.keyClick(page.window().windowHandle(), key)
    run_loop(PACE)
