"""A number that is called and could mean the orders of two days."""

import pytest

from models.fulfilment import fulfilment, fulfilment_queue
from models.stages import Stage
from tests.conftest import SetClock
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.readable import an_order, order_row

pytestmark = pytest.mark.usefixtures("beeps")


def twins(clock: SetClock, wall: RealWall) -> tuple[int, int]:
    """Yesterday's order was handed over; today's has its number; then the first is taken back."""
    first = an_order()
    fulfilment.make_ready(first.id)
    fulfilment.hand_over(first.id)
    clock.forward(24 * 60)
    second = an_order()
    pay(second)
    pay(first)
    fulfilment.make_ready(second.id)
    fulfilment.undo_last_step(first.id)
    assert first.number == second.number == 1
    wall.hear()
    return first.id, second.id


def test_a_call_that_could_mean_two_asks(wall: RealWall, clock: SetClock) -> None:
    first, second = twins(clock, wall)
    wall.press("0", "0", "1")
    assert wall.page.overlays.question.state.text() == "001 (9 Mar) / 001"
    wall.press("Return")
    assert [order_row(x)["stage"] for x in (first, second)] == [Stage.READY] * 2
    assert "Which one?" in wall.page.overlays.question.accessibleName()
    wall.press("2")
    assert order_row(first)["stage"] == Stage.READY
    assert order_row(second)["stage"] == Stage.HANDED_OVER
    # One is left: it is meant.
    wall.press("0", "1", "Return")
    assert order_row(first)["stage"] == Stage.HANDED_OVER


def test_the_first_of_two_and_none_of_them(wall: RealWall, clock: SetClock) -> None:
    first, second = twins(clock, wall)
    wall.press("0", "1", "Return", "Escape")
    assert wall.page.overlays.question is None
    wall.press("0", "1", "Return", "1")
    assert order_row(first)["stage"] == Stage.HANDED_OVER
    assert order_row(second)["stage"] == Stage.READY


def test_the_card_of_another_day_says_so(wall: RealWall, clock: SetClock) -> None:
    twins(clock, wall)
    words = {view.card.id: view.accessibleName() for view in wall.page.wall.views if view.card}
    assert len(fulfilment_queue.ready()) == 2
    assert sum("9 Mar" in text for text in words.values()) == 1
