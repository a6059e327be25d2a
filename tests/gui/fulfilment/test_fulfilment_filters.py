"""The wall shows what is asked for, and never lets it be forgotten that there is more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.fulfilment import filters
from gui.fulfilment.filters import Filter, HiddenOrders
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders.orders import PlacedOrder
from tests.conftest import SetClock
from tests.gui.fulfilment.wall import OpenWall, Warehouse
from tests.readable import a_product, an_order, line_rows, pcs

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key


@pytest.fixture
def placed(context: AppContext, clock: SetClock) -> list[PlacedOrder]:
    """A late order for soap, one for soap and tea, a rush for tea."""
    soap = a_product("Soap", category="Household")
    tea = a_product("Tea", category="Drinks")
    late = an_order(soap)
    clock.forward(30)
    return [late, an_order((soap, pcs(2)), (tea, pcs(3))), an_order(tea, rush=True)]


def strip(warehouse: Warehouse) -> str:
    shown = warehouse.window.bars.filter
    return shown.accessibleName() if shown.isVisible() else ""


def offered(warehouse: Warehouse) -> list[str]:
    question = warehouse.window.overlays.question
    assert question is not None
    names = [button.accessibleName() for button in question.findChildren(Button)]
    return [name for name in names if name != "Close"]


def test_f_lists_states_and_categories_with_their_counts(
    placed: list[PlacedOrder], open_window: OpenWall
) -> None:
    warehouse = open_window()
    assert strip(warehouse) == ""
    warehouse.press(Key.Key_F)
    assert offered(warehouse) == [
        "All orders", "Waiting 3", "Picking 0", "Late 1", "Ready 0", "Drinks 2", "Household 2",
    ]  # fmt: skip


def test_a_category_shows_its_orders_and_counts_what_it_hides(
    placed: list[PlacedOrder], open_window: OpenWall
) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_6)
    assert warehouse.numbers == [1, 2]
    assert strip(warehouse) == "Only: Household, 2 shown, 1 not, 1 rush not shown"
    warehouse.press(Key.Key_F, Key.Key_5)
    assert warehouse.numbers == [3, 2]
    assert strip(warehouse) == "Only: Drinks, 2 shown, 1 not, 1 late not shown"
    warehouse.press(Key.Key_Escape)
    assert (warehouse.numbers, strip(warehouse)) == ([1, 3, 2], "")


def test_arrows_and_enter_choose_as_well_and_zero_shows_all(
    placed: list[PlacedOrder], open_window: OpenWall
) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_F, *[Key.Key_Right] * 3, Key.Key_Return)
    assert strip(warehouse).startswith("Only: Late, 1 shown, 2 not")
    warehouse.press(Key.Key_F, Key.Key_0)
    assert strip(warehouse) == ""
    assert warehouse.window.wall.hasFocus()


def test_the_button_of_the_strip_shows_all_orders(
    placed: list[PlacedOrder], open_window: OpenWall
) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_5)
    button = warehouse.window.bars.filter.findChild(Button)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert warehouse.numbers == [1, 3, 2]


def test_space_picks_what_is_looked_for_first(
    placed: list[PlacedOrder], open_window: OpenWall
) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_5, Key.Key_2, Key.Key_Space)
    assert [row["picked"] for row in line_rows(placed[1].id)] == [0, pcs(3)]
    assert warehouse.numbers == [3]


def test_a_long_card_begins_with_what_is_looked_for(
    open_window: OpenWall,
) -> None:
    others = [a_product(f"Other {n}", category="Other") for n in range(20)]
    an_order(a_product("Soap", category="Household"))
    an_order(*others, a_product("Rag", category="Household"))
    warehouse = open_window(1366, 768)
    warehouse.press(Key.Key_F, Key.Key_5)
    warehouse.window.grab()
    view = warehouse.window.wall.views[1]
    assert 20 in [spot.index for spot in view.sight.spots]
    assert [face.aside for face in view.lines] == [True] * 20 + [False]


def test_a_filter_that_shows_nothing_says_so(
    placed: list[PlacedOrder], open_window: OpenWall, beeps: list[int]
) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_6)
    for order in placed[:2]:
        fulfilment.pick(order.id, 1)
    warehouse.hear()
    assert warehouse.numbers == []
    empty = warehouse.window.empty.accessibleName()
    assert "No order here: Household" in empty
    assert "2 other orders are hidden by the filter; Esc shows all." in empty
    beeps.clear()
    an_order(a_product("Juice", category="Drinks"))
    warehouse.hear()
    assert beeps
    assert strip(warehouse).startswith("Only: Household, 0 shown, 3 not")


def test_goods_without_a_category_are_found_too(open_window: OpenWall) -> None:
    an_order(a_product("Thing"))
    an_order(a_product("Tea", category="Drinks"))
    warehouse = open_window()
    warehouse.press(Key.Key_F, Key.Key_5)
    assert warehouse.numbers == [1]
    assert strip(warehouse).startswith("Only: Without category")


def test_the_strip_does_not_change_how_many_cards_there_are(
    open_window: OpenWall,
) -> None:
    soap = a_product("Soap", category="Household")
    for _ in range(20):
        an_order(soap)
    for size in ((1366, 768), (1920, 1080), (3840, 2160)):
        warehouse = open_window(*size)
        before = warehouse.numbers
        warehouse.press(Key.Key_F, Key.Key_5)
        assert warehouse.numbers == before


def test_what_is_hidden_is_counted_over_all_orders(
    placed: list[PlacedOrder], clock: SetClock
) -> None:
    wall = fulfilment_queue.wall()
    ready = Filter("state", "ready")
    assert filters.hidden_by(wall, ready, clock.now()) == HiddenOrders(3, 1, 1)
    assert filters.hidden_by(wall, filters.ALL, clock.now()) == HiddenOrders(0, 0, 0)
