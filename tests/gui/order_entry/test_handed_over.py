"""A shop without a warehouse at its counter: sold is handed over, and taken back by one key."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.home.page import HomePage
from gui.home.tile import PageTile
from gui.order_entry.page import OrderEntryPage
from gui.shell.main_window import MainWindow
from models.catalogue import stock
from models.settings import preferences
from models.stages import Stage
from tests.gui.keys_in_time import Key, Keyboard, key_of
from tests.readable import a_product, order_row

RICE = "8991002101630"


@pytest.fixture
def main_window(application: Application, qtbot: QtBot) -> MainWindow:
    preferences.put(preferences.AT_COUNTER, True)
    a_product("Beras", 13_000, barcodes=[RICE], on_hand=5_000)
    main_window = application.start("order_entry")
    qtbot.waitActive(main_window)
    return main_window


def press(main_window: MainWindow, name: str) -> None:
    key = key_of(name)
    QTest.keyClick(main_window.focusWidget(), key.key(), key.keyboardModifiers())


def sell(main_window: MainWindow, *keys: str) -> None:
    field = main_window.focusWidget()
    assert field is not None
    Keyboard().play(field, [Key(letter, 8) for letter in RICE + "\r"])
    for key in keys:
        press(main_window, key)


def test_paid_is_handed_over_and_one_key_takes_it_back(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    counter = main_window.page
    assert isinstance(counter, OrderEntryPage)
    sell(main_window, "F9", "Return")
    qtbot.waitUntil(lambda: main_window.undo_bar is not None)
    order = order_row(1)
    assert (order["stage"], order["paid"]) == (Stage.HANDED_OVER, 13_000)
    told = counter.counter.pieces.placed.accessibleName()
    assert told == "Order 001 is paid and handed over. Rp13.000, paid. Handed over"
    press(main_window, "Ctrl+Z")
    qtbot.waitUntil(lambda: order_row(1)["stage"] == Stage.CANCELLED)
    assert (order_row(1)["paid"], stock.level(1)) == (0, (5_000, 0))
    notice = counter.counter.pieces.placed
    told = "001. Order cancelled. Give back Rp13.000 Cash"
    qtbot.waitUntil(lambda: notice.accessibleName() == told)
    bar = main_window.undo_bar
    assert bar is not None
    assert bar.accessibleName() == "Order 001 is cancelled: give back Rp13.000 Cash"


@pytest.mark.parametrize("at_counter", [True, False])
def test_home_calls_late_only_what_a_warehouse_keeps_waiting(
    main_window: MainWindow, qtbot: QtBot, at_counter: bool
) -> None:
    preferences.put(preferences.AT_COUNTER, at_counter)
    sell(main_window, "F10")
    qtbot.waitUntil(lambda: order_row(1)["stage"] == Stage.WAITING)
    press(main_window, "Ctrl+0")
    home = main_window.page
    assert isinstance(home, HomePage)
    qtbot.waitUntil(lambda: not home.refresher.stale)
    told = [tile.accessibleDescription() for tile in home.findChildren(PageTile)]
    assert any("1 open order" in text for text in told)
    assert any("Late:" in text for text in told) == (not at_counter)
