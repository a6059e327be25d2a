"""The customers' board: numbers only, all of them, the newest largest."""

import pytest
from pytestqt.qtbot import QtBot

from gui.ready_board.number_grid import tiles
from gui.ready_board.page import ReadyBoardPage
from gui.shell.app_context import AppContext
from models.fulfilment import fulfilment
from models.settings import preferences
from tests.conftest import SetClock
from tests.readable import a_product, an_order

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def board(context: AppContext, qtbot: QtBot) -> ReadyBoardPage:
    window = ReadyBoardPage(context)
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    qtbot.waitUntil(lambda: not window.refresher.stale)
    return window


def hear(board: ReadyBoardPage, context: AppContext, qtbot: QtBot) -> str:
    context.feed.read()
    qtbot.waitUntil(lambda: not board.refresher.stale)
    return board.accessibleName()


def test_a_number_goes_from_left_to_right_and_away(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, beeps: list[int]
) -> None:
    order = an_order(a_product("Secret medicine"))
    an_order()
    assert hear(board, context, qtbot) == "Ready to collect: . Being prepared: 001 002"
    fulfilment.make_ready(order.id)
    assert hear(board, context, qtbot) == "Ready to collect: 001. Being prepared: 002"
    assert beeps
    fulfilment.hand_over(order.id)
    assert hear(board, context, qtbot) == "Ready to collect: . Being prepared: 002"


def test_the_newest_is_called_new_for_two_minutes(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, clock: SetClock
) -> None:
    orders = [an_order() for _ in range(2)]
    for order in orders:
        clock.forward(1)
        fulfilment.make_ready(order.id)
    hear(board, context, qtbot)
    assert [ready.number for ready in board.shown()] == [2, 1]
    assert board.is_just_ready()
    clock.forward(2)
    board.tick()
    assert not board.is_just_ready()


def test_a_number_nobody_came_for_leaves_the_board_but_is_counted(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, clock: SetClock
) -> None:
    fulfilment.make_ready(an_order().id)
    hear(board, context, qtbot)
    clock.forward(31)
    board.tick()
    assert board.shown() == []
    assert "1 waiting longer" in board.counts()
    preferences.put(preferences.BOARD_AFTER, 40)
    hear(board, context, qtbot)
    assert [ready.number for ready in board.shown()] == [1]


def test_an_order_that_is_wanted_later_joins_in_its_time(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, clock: SetClock
) -> None:
    an_order(starts_at=clock.now() + 60 * 60_000)
    assert hear(board, context, qtbot) == "Ready to collect: . Being prepared: "
    clock.forward(60)
    board.tick()
    assert board.accessibleName() == "Ready to collect: . Being prepared: 001"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (640, 480), (1080, 1920)])
def test_the_board_can_be_drawn_on_any_screen(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    for _ in range(20):
        an_order()
    for order in [an_order() for _ in range(12)]:
        fulfilment.make_ready(order.id)
    hear(board, context, qtbot)
    board.resize(*size)
    assert not board.grab().isNull()


@pytest.mark.parametrize("count", [0, 1, 4, 5, 16, 17, 60, 500])
def test_tiles_show_every_number_or_count_the_rest(count: int) -> None:
    grid = tiles(count, 720, 770, 16, columns=4, tallest=180, least=88)
    assert grid.shown <= count
    places = [grid.place(i) for i in range(grid.shown + (grid.shown < count))]
    assert all(x + grid.width <= 720 and y + grid.height <= 770 for x, y in places)
    assert len(set(places)) == len(places)
    if count <= 60:
        assert grid.shown == count


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_board_fills_its_screen_whatever_the_size_of_letters(
    board: ReadyBoardPage, context: AppContext, qtbot: QtBot, scale: float
) -> None:
    """Larger letters would push the numbers out of it."""
    for _ in range(3):
        fulfilment.make_ready(an_order().id)
    hear(board, context, qtbot)
    usual = board.grab().toImage()
    context.theme.text_scale = scale
    assert board.grab().toImage() == usual
