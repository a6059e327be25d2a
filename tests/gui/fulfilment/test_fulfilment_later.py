"""An order for later: chosen at the counter, kept off the wall, and there when it is time."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from models.journal import journal
from models.orders import tickets
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.fulfilment.wall import Warehouse
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, order_row

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key


@pytest.fixture
def cashier(context: AppContext, clock: SetClock, qtbot: QtBot) -> Cashier:
    a_product("Teh", barcodes=["8990001"])
    return Cashier(context, qtbot)


def sent_for(cashier: Cashier, time: str) -> int:
    """An order for that time, sent at ten."""
    cashier.scan("8990001")
    cashier.press("Ctrl+U")
    cashier.enter(time)
    cashier.press("F10")
    return cashier.orders[0].order.id


def later(warehouse: Warehouse) -> str:
    chip = warehouse.window.bars.top.chips["later"]
    return chip.accessibleName() if chip.isVisible() else ""


def test_the_counter_chooses_the_time_and_tells_it(cashier: Cashier) -> None:
    cashier.scan("8990001")
    cashier.press("Ctrl+U")
    cashier.enter("17.30")
    assert cashier.window.counter.pieces.total.wanted.text() == "For 17:30"
    cashier.press("F10")
    assert "Ready at 17:30" in cashier.sent
    row = order_row(cashier.orders[0].order.id)
    assert row["starts_at"] == row["promised_at"] - 10 * 60_000
    assert cashier.window.basket.cart.wanted_at is None


def test_another_day_is_named(cashier: Cashier) -> None:
    sent_for(cashier, "11/3 9")
    assert "Ready at 11 Mar 09:00" in cashier.sent


def test_what_is_no_time_is_told_and_nothing_typed_takes_it_off(cashier: Cashier) -> None:
    cashier.scan("8990001")
    cashier.press("Ctrl+U")
    cashier.enter("nothing")
    assert cashier.window.basket.cart.wanted_at is None
    cashier.window.counter.box.set_text("12")
    cashier.press("Return")
    assert cashier.window.basket.cart.wanted_at is not None
    cashier.press("Ctrl+U")
    cashier.window.counter.box.set_text("")
    cashier.press("Return")
    assert cashier.window.basket.cart.wanted_at is None


def test_a_held_cart_keeps_its_time(cashier: Cashier) -> None:
    cashier.scan("8990001")
    cashier.press("Ctrl+U")
    cashier.enter("17")
    wanted = cashier.window.basket.cart.wanted_at
    cashier.press("F4", "Return", "F5", "Return")
    assert cashier.window.basket.cart.wanted_at == wanted


def test_it_comes_to_the_wall_by_itself_and_is_heard(
    cashier: Cashier, open_window: Callable[..., Warehouse], clock: SetClock, beeps: list[int]
) -> None:
    sent_for(cashier, "12.00")
    an_order()
    warehouse = open_window()
    assert (warehouse.numbers, later(warehouse)) == ([2], "Later 1")
    clock.forward(109)
    warehouse.window.tick()
    assert (warehouse.numbers, beeps) == ([2], [1])
    beeps.clear()  # the other one became late
    clock.forward(1)
    warehouse.window.tick()
    assert (warehouse.numbers, later(warehouse)) == ([2, 1], "")
    assert beeps
    card = warehouse.window.wall.views[1]
    assert "for 12:00, 00:00" in card.accessibleName()


def test_it_is_pulled_forward_and_let_go_again(
    cashier: Cashier, open_window: Callable[..., Warehouse], said: Said
) -> None:
    order = sent_for(cashier, "17.30")
    starts_at = order_row(order)["starts_at"]
    warehouse = open_window()
    assert "1 order for later." in warehouse.window.empty.accessibleName()
    warehouse.press(Key.Key_L, Key.Key_Return)
    assert warehouse.numbers == [1]
    assert said.deeds[-1] == "001 is on the wall now"
    assert journal.for_order(order)[-1].kind == "pulled_forward"
    said.undo()
    warehouse.hear()
    assert (warehouse.numbers, order_row(order)["starts_at"]) == ([], starts_at)


def test_who_calls_its_number_or_scans_its_ticket_is_led_to_the_list(
    cashier: Cashier, open_window: Callable[..., Warehouse]
) -> None:
    for time in ("17.30", "18"):
        sent_for(cashier, time)
    warehouse = open_window()
    warehouse.press(Key.Key_0, Key.Key_2, Key.Key_Return)
    toast = warehouse.window.bars.keys.toast
    assert toast.accessibleName() == "For later, at 18:00 002"
    assert warehouse.window.overlays.side.list.current.number == 2
    placed = cashier.orders[1].order
    warehouse.window.scanned(tickets.code(placed.day, placed.number))
    assert warehouse.window.overlays.side.list.current.number == 1
