"""Made `0_1/station.zip`: the folder that the program of version 0.1 leaves behind.

As `make_0_1.py` says, by `QT_QPA_PLATFORM=offscreen … -m tests.old_shops.station_0_1`.

The program itself ran in that folder: a cashier who changed whatever a station can change types two
lines of an order and leaves.
"""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import Application
from gui.first_run.answers import Agreement, Answers, Start, record
from gui.input import key_map, scanner_settings
from gui.input.scan_timing import ScanTiming
from gui.look import sounds
from gui.printing import print_settings
from models import clock
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop import backup
from models.shop.opening import Shop, open_shop
from tests.conftest import SetClock
from tests.old_shops.make_0_1 import SHOPS
from tests.readable import a_product, cart_of

NAME = "Kasir depan"


def main() -> None:
    set_clock = SetClock()
    clock.now = set_clock.now
    qt = QApplication([])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "BotBelanja"
        with open_shop(str(folder / "shop.sqlite3"), station=NAME) as shop:
            begin()
            with at_work(qt, shop, folder) as program:
                settle_in(program)
            set_clock.forward(40)
            backup.back_up_into(folder / "backups")
            orders.place(cart_of(a_product("Salah ketik", 1)))
            set_clock.forward(40)
            kept = backup.back_up_into(folder / "backups")
            orders.place(cart_of(a_product("Salah lagi", 1)))
            backup.restore(kept.path)
            with at_work(qt, shop, folder) as program:
                type_two_lines(program)
        left_behind = sorted(path.name for path in folder.iterdir())
        shutil.make_archive(str(SHOPS / "station"), "zip", scratch, "BotBelanja")
    assert len(left_behind) > 5, left_behind


def begin() -> None:
    """The first run, and something to sell."""
    agreement = Agreement(privacy.policy("id"), clock.now())
    record(Answers(agreement, "id", "Toko Berkah", "Asia/Makassar", "", "1234", Start.EMPTY, None))
    tea = a_product("Teh Botol 350 ml", 4_500, barcodes=["8996006855794"])
    a_product("Kopi Kapal 165g", 15_250)
    orders.place(Cart().add(tea))


@contextmanager
def at_work(qt: QApplication, shop: Shop, folder: Path) -> Iterator[Application]:
    program = Application(qt, shop, folder, immediate=True)
    program.start()
    wait(300)
    try:
        yield program
        wait(300)
    finally:
        program.close()


def settle_in(program: Application) -> None:
    """Every habit that a station has, as its settings keep them."""
    context = program.context
    station = context.station
    context.apply_settings(language="id", theme="dark", text_scale=1.25)
    station.remember("station", NAME)
    station.remember("start_room", "order_entry")
    station.remember("files/folder", "/media/usb")
    key_map.put_keys(context.actions, station, {"window.lock": "Ctrl+F12", "window.palette": ""})
    scanner_settings.keep_hearing(station, ScanTiming(48, "tab", "]E0", True))
    sounds.switch(station, "late", False)
    sounds.repeat(station, "new", True)
    for habit, value in (
        (print_settings.WAY, "escpos"),
        (print_settings.ADDRESS, "tcp://192.0.2.7:9100"),
        (print_settings.PAPER, "58"),
        (print_settings.COLUMNS, 32),
        (print_settings.RECEIPTS, False),
        (print_settings.TICKETS, True),
        (print_settings.TICKETS_AT, "Gudang"),
        (print_settings.SPELLED, True),
        (print_settings.DRAWER, True),
    ):
        station.remember(habit, value)
    wait(100)
    program.front().setGeometry(10, 60, 780, 640)
    context.open("fulfilment", own_window=True)
    wait(100)
    wall = program.main_windows[-1]
    wall.setGeometry(20, 20, 720, 560)
    wall.activateWindow()
    assert QTest.qWaitForWindowActive(wall)
    for _ in range(2):
        press(wall, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert station.number("fulfilment/zoom", 1.0) == 1.25


def type_two_lines(program: Application) -> None:
    """A draft at this seat; and a line in the log."""
    logging.getLogger("botbelanja").error("the cable of the drawer")
    for word in ("teh", "kopi"):
        for letter in word:
            press(program.front(), getattr(Qt.Key, f"Key_{letter.upper()}"))
        wait(200)
        press(program.front(), Qt.Key.Key_Return)
        wait(700)


def press(
    window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    wait(60)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
