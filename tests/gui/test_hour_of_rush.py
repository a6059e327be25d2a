"""An hour of rush, one order every four seconds, with every window open: nothing is left behind."""

import gc
import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.fulfilment.page import FulfilmentPage
from gui.order_entry.page import OrderEntryPage
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import order_history
from models.settings import privacy
from models.shop.opening import Shop
from tests.conftest import SetClock
from tests.gui.fulfilment.warehouse import Picker
from tests.readable import a_product, findings, pcs

EVERY = 4 / 60  # minutes between two orders
ORDERS, WARM_UP = 900, 300
BUSY = 12  # open orders from which on the picker hurries
PATIENT = 10  # ready orders that may stand there
FLAT = 1.02
WINDOWS = ("fulfilment", "ready_board", "statistics")


class Rush:
    """A counter and a picker who never rests, in one process with four windows."""

    def __init__(self, application: Application, clock: SetClock) -> None:
        self.clock = clock
        main_window = application.start("order_entry")
        for page in WINDOWS:
            application.open(page, own_window=True)
        self.application, self.main_windows = application, application.main_windows
        self.till, wall = main_window.page, self.main_windows[1].page
        assert isinstance(self.till, OrderEntryPage)
        assert isinstance(wall, FulfilmentPage)
        self.picker = Picker(wall)
        self.picker.look_timer.stop()  # works when it is told to

    def take_orders(self, count: int) -> None:
        counter, warehouse = self.main_windows[:2]
        for _ in range(count):
            counter.activateWindow()
            turn_loop(0)
            self.till.scanned("8990011")
            self.till.scanned("8990022")
            QTest.keyClick(self.till.focusWidget() or self.till, Qt.Key.Key_F10)
            turn_loop(20)
            self.clock.forward(minutes=EVERY)
            warehouse.activateWindow()
            turn_loop(0)
            for _ in range(8 if len(fulfilment_queue.waiting()) < BUSY else 30):
                self.picker.work()
                turn_loop(0)
            for ready in fulfilment_queue.wall().ready[:-PATIENT]:
                fulfilment.hand_over(ready.id)  # the customer comes for it

    def end(self) -> None:
        self.picker.deleteLater()


def turn_loop(milliseconds: int) -> None:
    """Lets the program work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle() -> None:
    turn_loop(1500)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def memory() -> int:
    """What the process holds in memory, in bytes."""
    if sys.platform == "win32":
        pytest.skip("it is read as Linux tells it")
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def things(application: Application) -> dict[str, int]:
    """What could be forgotten, counted."""
    objects = [
        child
        for main_window in application.main_windows
        for child in main_window.findChildren(QObject)
    ]
    objects += application.findChildren(QObject)
    return {
        "windows": len(QApplication.topLevelWidgets()),
        "widgets": len(QApplication.allWidgets()),
        "objects": len(objects),
        "timers": sum(isinstance(thing, QTimer) for thing in objects),
        "threads": threading.active_count(),
        "listeners": application.context.feed.receivers("2happened(PyObject)"),
        "pieces": sum(isinstance(thing, QObject) for thing in gc.get_objects()),
    }


@pytest.fixture
def application(qapp: QApplication, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Application:
    monkeypatch.setattr(QApplication, "beep", lambda: None)
    privacy.accept(privacy.policy("en"))
    a_product("Teh", 4_000, barcodes=["8990011"], on_hand=pcs(10_000))
    a_product("Kopi", 5_000, barcodes=["8990022"], on_hand=pcs(10_000))
    return Application(qapp, shop, None, "en", "light", 1.0)


@pytest.mark.long
@pytest.mark.qt_no_exception_capture
def test_an_hour_of_rush_leaves_nothing_behind(application: Application, clock: SetClock) -> None:
    rush = Rush(application, clock)
    rush.take_orders(WARM_UP)
    settle()
    before, held = things(application), memory()
    rush.take_orders(ORDERS - WARM_UP)
    settle()
    grown = memory() / held
    assert things(application) == before
    assert grown < FLAT
    assert len(fulfilment_queue.waiting()) <= 2 * BUSY
    assert {row.number for row in order_history.find(limit=2 * ORDERS)} == {*range(1, ORDERS + 1)}
    assert findings() == ()
    rush.end()
    application.close()
    settle()
    assert [type(widget) for widget in QApplication.allWidgets()] == []
