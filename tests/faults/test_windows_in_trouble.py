"""The file under the windows is taken away, replaced, held by others, or its disk is full.

A sentence stands in the window, what was being typed stays, nothing is half stored, and the same
windows go on when the trouble is over.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models import events
from models.errors import ShopFileMoved
from models.orders import order_history
from models.shop import backup, restore
from models.shop.opening import open_shop
from models.storage.database import database
from models.storage.sqlite_driver import connect
from tests.conftest import SetClock
from tests.faults.counter import Counter, check_orders, counter_at, hall
from tests.faults.test_storage import small_disk
from tests.readable import a_product, all_entries, an_order

__all__ = ["hall", "small_disk"]

pytestmark = pytest.mark.qt_no_exception_capture
GONE = "moved, deleted or replaced"


@pytest.fixture
def counter(shop_file: Path, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    with counter_at(str(shop_file), qapp, qtbot, tmp_path) as counter:
        yield counter


def sell(counter: Counter, numbers: list[int]) -> None:
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == numbers)


@pytest.mark.parametrize("how", ["moved", "replaced"])
def test_a_file_that_is_taken_away_takes_nothing_in_until_it_is_back(
    counter: Counter, shop_file: Path, tmp_path: Path, how: str
) -> None:
    counter.fill_cart()
    sell(counter, [1])
    counter.fill_cart()
    aside = tmp_path / "aside.sqlite3"
    shop_file.replace(aside)
    if how == "replaced":
        shutil.copy2(aside, shop_file)
    counter.send()
    assert counter.till.basket.cart.lines
    counter.wait_for_banner(GONE)
    aside.replace(shop_file)
    counter.wait_until_back()
    sell(counter, [1, 2])
    check_orders(2)


def test_a_file_that_was_deleted_is_not_made_anew(shop_file: Path) -> None:
    with open_shop(str(shop_file)) as shop:
        product = a_product()
        for path in shop_file.parent.glob("shop.sqlite3*"):
            path.unlink()
        for _ in range(2):
            with pytest.raises(ShopFileMoved):
                an_order(product)
            database.close()
        with pytest.raises(ShopFileMoved), shop.connection():
            pass
    assert not shop_file.exists()


def test_a_backup_that_is_restored_is_the_shop_from_then_on(
    shop_file: Path, tmp_path: Path
) -> None:
    with open_shop(str(shop_file)):
        product = a_product()
        backup.back_up(tmp_path / "copy.sqlite3")
        restore.restore(tmp_path / "copy.sqlite3")
        assert an_order(product).number == 1


def hold(path: Path) -> Any:
    """Another program that writes and does not come to an end."""
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_file_that_another_program_holds_is_told_and_the_order_waits_for_it(
    counter: Counter, shop_file: Path
) -> None:
    counter.fill_cart()
    other = hold(shop_file)
    QTest.keyClick(counter.till.focusWidget() or counter.till, Qt.Key.Key_F10)
    counter.wait(lambda: any("On its way" in text for text in counter.told()))
    assert order_history.find() == []
    other.execute("ROLLBACK")
    other.close()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    check_orders(1)


def test_a_clock_that_is_set_back_is_told_and_noted_and_orders_keep_their_order(
    shop_file: Path, qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: SetClock
) -> None:
    with counter_at(str(shop_file), qapp, qtbot, tmp_path) as counter:
        counter.fill_cart()
        counter.send()
        clock.forward(minutes=90)  # as after a night in which the machine slept
        counter.wait(lambda: counter.numbers_on_wall() == [1])
        with qtbot.waitSignal(counter.till.context.feed.looked):  # at the clock, too
            pass
        assert counter.told() == ["", "", ""]
        clock.forward(minutes=-60)
        counter.wait(lambda: any("set back by 1:00:0" in text for text in counter.told()))
        counter.fill_cart()
        sell(counter, [1, 2])
        check_orders(2)
        noted = [event for event in all_entries() if event.kind == events.CLOCK_SET_BACK]
        assert [round(event.payload["by"] / 60_000) for event in noted] == [60]


def test_a_full_disk_is_told_and_the_same_windows_go_on_after(
    small_disk: Path, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with counter_at(str(small_disk / "shop.sqlite3"), qapp, qtbot, tmp_path) as counter:
        counter.fill_cart()
        if sys.platform == "win32":
            pytest.skip("a disk is filled as Linux does it")
        free = os.statvfs(small_disk)
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"x" * (free.f_bavail * free.f_frsize))
        counter.send()
        sent = 0
        while not counter.till.basket.cart.lines:  # what still had room in the file
            sent += 1
            counter.fill_cart()
            counter.send()
        assert "The disk is full" in counter.till.counter.pieces.verdict.text()
        ballast.unlink()
        sell(counter, list(range(1, sent + 2)))
        check_orders(sent + 1)
