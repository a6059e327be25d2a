"""A hand at the wall: what comes under it by itself is said before anything is done with it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.fulfilment.cards.card_view import CardView
from gui.fulfilment.overlays.side_views import RestockTasks
from gui.widgets.buttons.button import Button
from models.fulfilment import fulfilment
from models.orders import orders
from models.stages import Stage
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


def three(wall: RealWall) -> list[int]:
    found = [an_order(a_product(f"{name} 1"), a_product(f"{name} 2")).id for name in "ABC"]
    wall.hear()
    return found


def claimed(order: int) -> bool:
    return order_row(order)["claimed_by"] is not None


# --- Enter on a card that came by itself ---------------------------------------------------


@pytest.mark.parametrize("begin", [(), ("Return",)], ids=["picked", "claimed and picked"])
def test_after_the_last_tick_enter_claims_no_other_order(
    wall: RealWall, begin: tuple[str, ...]
) -> None:
    first, second, _ = three(wall)
    wall.press(*begin, "Space", "Space")
    assert order_row(first)["stage"] == Stage.READY
    wall.read()
    wall.press("Return")
    assert not claimed(second)
    assert wall.verdict == "Next is 002 \u2014 Enter again: Claim"
    wall.press("Return")
    assert claimed(second)


def test_enter_again_hands_over_one_order_after_the_other(wall: RealWall) -> None:
    placed = [an_order(a_product(name)) for name in ("Tea", "Soap", "Salt")]
    for order in placed:
        pay(order)
        fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H")
    for order in placed:
        wall.press("Return")
        assert order_row(order.id)["stage"] == Stage.HANDED_OVER
        wall.read()


def test_a_card_that_was_chosen_takes_enter_at_once(wall: RealWall) -> None:
    _, second, third = three(wall)
    wall.press("Space", "Space", "2", "Return")
    assert claimed(third)
    assert not claimed(second)


def test_who_picks_on_with_space_is_not_asked(wall: RealWall) -> None:
    _, second, _ = three(wall)
    wall.press("Space", "Space")
    wall.read()
    wall.press("Space", "Space")
    assert order_row(second)["stage"] == Stage.READY


@pytest.mark.parametrize("why", ["cancelled at the counter", "made ready elsewhere"])
def test_when_another_took_the_card_away_enter_says_which_is_next(wall: RealWall, why: str) -> None:
    first, second, _ = three(wall)
    with at_station("2"):
        if why == "made ready elsewhere":
            fulfilment.make_ready(first)
        else:
            orders.cancel(first)
    wall.hear()
    if wall.card is not None and wall.card.id == first:  # it says why before it goes
        wall.press("Return")
    wall.read()
    wall.press("Return")
    assert not claimed(second)


# --- numbers that change -------------------------------------------------------------------


def test_a_number_means_the_card_that_had_it_when_the_hand_set_out(wall: RealWall) -> None:
    first, _, third = three(wall)
    with at_station("2"):
        fulfilment.rush(third, True)
    wall.hear()
    assert wall.numbers == [3, 1, 2]
    wall.strike("1")
    assert wall.page.wall.is_on(first)
    wall.read()
    wall.strike("1")
    assert wall.page.wall.is_on(third)


def test_a_rush_says_where_it_goes(wall: RealWall) -> None:
    three(wall)
    wall.press("2", "R")
    assert wall.said == "002 is a rush: right after the late ones"
    assert wall.numbers == [2, 1, 3]


# --- a long card ---------------------------------------------------------------------------


@pytest.fixture
def long(wall: RealWall) -> CardView:
    an_order(*[a_product(f"Goods {number:02}") for number in range(30)])
    for _ in range(6):
        an_order(a_product("Tea"))
    wall.main_window.resize(1366, 743)
    wall.hear()
    wall.main_window.grab()
    view = wall.page.wall.view
    assert view is not None
    assert view.sight.below
    return view


def turn(view: CardView, steps: int) -> None:
    spot = view.rect().center()
    event = QWheelEvent(
        QPointF(spot), QPointF(view.mapToGlobal(spot)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    view.grab()


def test_the_wheel_goes_through_the_lines_of_a_long_card(wall: RealWall, long: CardView) -> None:
    seen = set(long.lines_in_sight())
    for _ in range(40):
        turn(long, -1)
        seen |= set(long.lines_in_sight())
    assert seen == set(range(1, 31))
    assert not long.sight.below
    assert wall.card is not None
    assert wall.card.number == 1
    for _ in range(40):
        turn(long, 1)
    assert 1 in long.lines_in_sight()
    assert line_rows(1)[0]["picked"] == 0


def test_the_count_of_what_is_out_of_sight_shows_it(wall: RealWall, long: CardView) -> None:
    hidden = long.lines[long.sight.spots[-1].index + 1].line
    spot = long.mapTo(wall.main_window, long.sight.more.center())
    window = wall.main_window.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    wall.hear()
    assert hidden in long.lines_in_sight()
    assert [line["picked"] for line in line_rows(1)] == [0] * 30


# --- a card that another took away ---------------------------------------------------------

#: The keys of the wall that do something with the card in focus.
OF_THE_CARD = {
    "Space": "Pick the line",
    "Return": "All ready",
    "+": "One more picked",
    "-": "One less picked",
    "F6": "Part of the line",
    "S": "Short",
    "T": "Ask the counter",
    "R": "Rush",
    "M": "Give back",
    "P": "Print",
}


@pytest.mark.parametrize("key", OF_THE_CARD)
def test_no_key_for_a_card_that_was_taken_away_lands_on_the_next(wall: RealWall, key: str) -> None:
    first, second, _ = three(wall)
    fulfilment.pick(second, 1, 500)
    wall.hear()
    wall.press("Return", "Space")
    before = line_rows(second), order_row(second)
    with at_station("2"):
        orders.cancel(first)
    wall.hear()
    assert wall.card is not None
    assert wall.card.id == second
    wall.read()
    wall.strike(key)
    assert (line_rows(second), order_row(second)) == before
    assert wall.page.overlays.top is None
    name = "Enter" if key == "Return" else "*" if key == "F6" else key.replace("-", "\u2212")
    assert wall.verdict == f"Next is 002 \u2014 {name} again: {OF_THE_CARD[key]}"


def test_what_was_typed_into_a_question_that_went_with_its_card_takes_no_other(
    wall: RealWall,
) -> None:
    first, second, third = three(wall)
    wall.press("S")
    assert wall.page.overlays.question is not None
    with at_station("2"):
        orders.cancel(first)
    wall.hear()
    assert wall.page.overlays.question is None
    wall.strike("2")
    wall.strike("Return")
    assert not claimed(second)
    assert not claimed(third)


def test_what_is_too_much_in_the_box_after_a_change_is_told(wall: RealWall) -> None:
    order = an_order((a_product("Tea"), pcs(3)), a_product("Soap")).id
    wall.hear()
    wall.press("Space")
    with at_station("2"):
        orders.change(order, {1: pcs(1)})
        orders.cancel_line(order, 2)
    wall.hear()
    assert order_row(order)["stage"] == Stage.READY
    assert wall.told == "The counter changed 001: out of the box again goes 2 Tea."
    buttons = wall.main_window.notice_bar.findChildren(Button)
    next(button for button in buttons if button.text() == "Back to the shelf").click()
    assert isinstance(wall.page.overlays.top, RestockTasks)
