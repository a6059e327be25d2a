"""The server goes away while a counter sells: it sells on by its keys, and all is sent once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.runtime.station import HEADS
from models.shop.offline import own_file
from tests.faults.cable import Cable
from tests.faults.counter import Counter, check_orders, counter_at, hall

__all__ = ["hall"]

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


@pytest.fixture
def counter(cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    own = own_file.path_in(tmp_path / HEADS, cable.url_here)
    with counter_at(cable.url_here, qapp, qtbot, tmp_path, own) as counter:
        counter.wait(own.exists)
        counter.wait_until_copied()
        yield counter


def test_a_counter_sells_on_and_the_orders_are_sent(counter: Counter, cable: Cable) -> None:
    counter.fill_cart()
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    QTest.keyClicks(counter.till.focusWidget(), "teh")
    QTest.keyClick(counter.till.focusWidget() or counter.till, Qt.Key.Key_Return)
    counter.wait(lambda: bool(counter.till.basket.cart))
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1, 1_000_001])
    counter.wait(lambda: counter.waiting() == 1)
    cable.mend()
    counter.wait(lambda: "A-001 → 002" in counter.told()[0])
    counter.wait(lambda: counter.numbers_on_wall() == [1, 2])
    assert counter.waiting() == 0
    check_orders(2)
