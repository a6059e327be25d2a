"""Two stations, a hasty counter, a jumping clock, far too much: one wins, the other is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.words.error_messages import sentence
from models.errors import ClaimedByOther, MoreThanOpen, ShopError, WrongStage
from models.fulfilment import fulfilment, fulfilment_queue
from models.journal import journal, replay
from models.orders import orders, tickets
from models.stages import Stage
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.fulfilment.wall import Warehouse, three_orders
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key


def told(warehouse: Warehouse, qtbot: QtBot, key: Qt.Key) -> ShopError:
    """What the person is told when the key comes too late."""
    with qtbot.capture_exceptions() as errors:
        QTest.keyClick(warehouse.window.focusWidget(), key)
    (error,) = [error for _, error, _ in errors]
    assert isinstance(error, ShopError)
    assert sentence(error, warehouse.context.format)
    return error


def test_two_stations_tick_the_same_line(
    open_window: Callable[..., Warehouse], qtbot: QtBot
) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    with at_station("2"):
        fulfilment.pick(order.id, 1)  # the news of it is still on its way
    error = told(warehouse, qtbot, Key.Key_Space)
    assert isinstance(error, ClaimedByOther)
    warehouse.hear()
    assert line_rows(order.id)[0]["picked"] == pcs(2)
    assert warehouse.window.wall.card.claimed_by == "2"


def test_one_station_s_two_windows_tick_the_same_line(
    open_window: Callable[..., Warehouse], qtbot: QtBot
) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    fulfilment.pick(order.id, 1)
    error = told(warehouse, qtbot, Key.Key_Space)
    assert isinstance(error, MoreThanOpen)
    assert line_rows(order.id)[0]["picked"] == pcs(2)


def test_two_stations_claim_the_same_card(
    open_window: Callable[..., Warehouse], qtbot: QtBot
) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    with at_station("2"):
        fulfilment.claim(order.id)
    error = told(warehouse, qtbot, Key.Key_M)
    assert isinstance(error, ClaimedByOther)
    assert order_row(order.id)["claimed_by"] == "2"


def test_an_order_is_handed_over_once(open_window: Callable[..., Warehouse], qtbot: QtBot) -> None:
    order = three_orders()[0]
    fulfilment.make_ready(order.id)
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_4)
    fulfilment.hand_over(order.id)
    error = told(warehouse, qtbot, Key.Key_Return)
    assert isinstance(error, WrongStage)
    warehouse.hear()
    assert warehouse.numbers == [2, 3]


def test_another_station_s_card_is_left_to_it(open_window: Callable[..., Warehouse]) -> None:
    order = three_orders()[0]
    with at_station("2"):
        fulfilment.claim(order.id)
    warehouse = open_window()
    texts = {id: warehouse.window.action(f"queue.{id}") for id in ("next", "pick", "short", "ask")}
    assert [id for id, action in texts.items() if action.isEnabled()] == []
    assert texts["next"].text() == "Next step"
    before = journal.newest()
    warehouse.press(Key.Key_Return, Key.Key_Space, Key.Key_S, Key.Key_T, Key.Key_Plus)
    assert journal.newest() == before
    orders.change(order.id, {1: pcs(5)})
    warehouse.hear()
    assert texts["next"].text() == "Got the change"


def test_the_counter_cancels_what_is_being_picked(
    open_window: Callable[..., Warehouse], said: Said, beeps: list[int]
) -> None:
    mine, other, _ = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_Space)
    orders.cancel(mine.id)
    orders.cancel(other.id)
    warehouse.hear()
    assert warehouse.numbers == [3]
    assert beeps
    assert said.notices == ["The counter cancelled 001: put back what you have picked."]
    toast = warehouse.window.bars.keys.toast
    assert toast.accessibleName() == "Cancelled by the counter 002"
    remedy = said.remedies[-1]
    assert remedy is not None
    remedy()
    assert [task.name for task in warehouse.window.overlays.side.list.rows.rows] == ["Soap"]


def test_the_counter_cancels_while_a_question_on_the_card_is_open(
    open_window: Callable[..., Warehouse], qtbot: QtBot
) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_S)
    orders.cancel(order.id)
    error = told(warehouse, qtbot, Key.Key_Return)
    assert isinstance(error, WrongStage)
    warehouse.hear()
    assert order_row(order.id)["stage"] == Stage.CANCELLED
    assert warehouse.numbers == [2, 3]


def test_the_clock_jumps_back_an_hour(
    open_window: Callable[..., Warehouse], clock: SetClock
) -> None:
    three_orders()
    clock.forward(4)
    warehouse = open_window()
    clock.forward(-60)
    warehouse.window.tick()
    an_order()
    warehouse.hear()
    warehouse.window.tick()
    assert warehouse.numbers == [1, 2, 3, 4]  # in the order in which they came
    assert {view.watch_text for view in warehouse.window.wall.views} == {"00:00"}
    warehouse.press(Key.Key_M, Key.Key_Return)
    assert warehouse.numbers == [2, 3, 4]
    assert replay.replay() == []


def test_a_card_of_200_lines_with_names_of_200_letters(
    open_window: Callable[..., Warehouse],
) -> None:
    goods = [a_product(f"{n:03d} " + "Indomie " * 24 + "xyz", category="Mie") for n in range(200)]
    order = an_order(*goods)
    for size in ((1366, 768), (3840, 2160)):
        warehouse = open_window(*size)
        warehouse.press(*[Key.Key_Down] * 3)
        assert not warehouse.window.grab().isNull()
        assert warehouse.line == 4
        sight = warehouse.window.wall.view.sight
        assert sight.above + len(sight.spots) + sight.below == 200
        warehouse.press(Key.Key_S, Key.Key_Escape)
    warehouse.press(Key.Key_Space)
    assert [row["picked"] for row in line_rows(order.id)][3] == pcs(1)


def test_a_ticket_of_another_order_brings_that_one_into_focus(
    open_window: Callable[..., Warehouse],
) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_M, Key.Key_F, Key.Key_2)
    warehouse.window.scanned(tickets.code(placed[2].day, placed[2].number))
    assert warehouse.number == 3
    assert not warehouse.window.bars.filter.isVisible()
    assert order_row(placed[2].id)["stage"] == Stage.WAITING


@pytest.mark.long
def test_two_thousand_open_orders(open_window: Callable[..., Warehouse]) -> None:
    soap = a_product("Soap", category="Household")
    for _ in range(2_000):
        an_order(soap)
    warehouse = open_window()
    rest = warehouse.window.wall.rest
    assert "+1,989 more orders" in rest.accessibleName()
    warehouse.press(Key.Key_End)
    assert warehouse.number == 2_000
    warehouse.press(Key.Key_Space, Key.Key_F, Key.Key_5)
    assert warehouse.window.bars.filter.accessibleName().startswith("Only: Household, 1,999 sho")
    assert len(fulfilment_queue.wall().ready) == 1
    assert not warehouse.window.grab().isNull()
