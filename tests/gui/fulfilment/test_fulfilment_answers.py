"""What the wall answers to its keys: to the right order, once, and only where it is true."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.fulfilment.overlays.filter_prompt import FilterPrompt
from models.clock import MINUTE
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.orders import orders
from models.settings import staff
from models.stages import Stage
from tests.conftest import SetClock
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.readable import a_product, an_order, at_station, cart_of, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


# --- a key that was answered -----------------------------------------------------------------


@pytest.mark.parametrize("beside", ["nothing", "claimed"])
@pytest.mark.parametrize("key", ["U", "A"])
@pytest.mark.parametrize("enter", ["Return", "Space"])
def test_a_key_that_a_list_takes_is_not_said_to_be_impossible(
    wall: RealWall, beside: str, key: str, enter: str
) -> None:
    fulfilment.make_ready(an_order(a_product("Soap")).id)
    if beside == "claimed":
        fulfilment.pick(an_order(a_product("Tea"), a_product("Salt")).id, 1)
    wall.hear()
    wall.press(key, enter)
    assert wall.told == ""
    assert "Not possible" not in wall.verdict
    assert "No order" not in wall.verdict


@pytest.mark.parametrize("orders", [0, 1])
def test_the_enter_that_unlocks_is_nothing_else(wall: RealWall, orders: int) -> None:
    staff.add("K1", staff.COUNTER)
    for _ in range(orders):
        an_order(a_product("Tea"))
    wall.hear()
    wall.strike("Ctrl+L")
    wall.strike("Ctrl+L")
    assert wall.told == ""
    wall.type("K1")
    wall.press("Return")
    assert not wall.main_window.is_locked
    assert (wall.told, wall.verdict) == ("", "")


def test_the_second_of_two_enters_does_not_answer_what_came_to_light(wall: RealWall) -> None:
    staff.add("K1", staff.COUNTER)
    order = an_order(a_product("Tea"), a_product("Salt"))
    pay(order)
    wall.hear()
    wall.press("1", "Return")
    wall.strike("Ctrl+L")
    wall.type("K1")
    for name in ("Return", "Return", "S", "Return", "Return"):
        wall.strike(name)
    wall.hear()
    assert not wall.main_window.is_locked
    assert wall.asked == ""
    assert order_row(order.id)["stage"] < Stage.READY
    wall.read()
    wall.press("Return")
    assert order_row(order.id)["stage"] == Stage.READY


# --- the way back ------------------------------------------------------------------------------


def three_ready(wall: RealWall) -> list[int]:
    """Three paid orders, each made ready at this wall."""
    placed = [an_order(a_product(name), a_product(f"{name} 2")) for name in ("Tea", "Soap", "Salt")]
    wall.hear()
    for order in placed:
        pay(order)
        wall.press("1", "Return", "Return")
    return [order.id for order in placed]


@pytest.mark.parametrize("page", ["wall", "ready"])
def test_after_ready_is_taken_back_the_focus_stands_on_that_order(
    wall: RealWall, page: str
) -> None:
    *_, last = three_ready(wall)
    an_order(a_product("Rice"))
    wall.hear()
    if page == "ready":
        wall.press("H")
    wall.press("Ctrl+Z")
    assert order_row(last)["stage"] == Stage.WAITING
    assert wall.card is not None
    assert wall.card.id == last
    assert wall.numbers == [3, 4]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_after_a_hand_over_is_taken_back_the_focus_stands_on_that_order(
    wall: RealWall, number: int
) -> None:
    placed = three_ready(wall)
    an_order(a_product("Rice"))
    wall.hear()
    wall.press("H", str(number), "Return")
    wall.wait_out_the_bar()
    wall.press("Ctrl+Z")
    assert order_row(placed[number - 1])["stage"] == Stage.READY
    assert wall.card is not None
    assert wall.card.id == placed[number - 1]
    assert wall.numbers == [1, 2, 3]


def test_the_last_hand_over_is_taken_back_on_the_page_where_it_was_done(wall: RealWall) -> None:
    order = an_order(a_product("Tea"))
    pay(order)
    fulfilment.make_ready(order.id)
    an_order(a_product("Rice"))
    wall.hear()
    wall.press("H", "Return")
    assert wall.numbers == [2]
    wall.press("Ctrl+Z")
    assert wall.numbers == [1]


def test_what_is_taken_back_to_later_changes_nothing_on_the_wall(
    wall: RealWall, clock: SetClock
) -> None:
    an_order(a_product("Tea"))
    an_order(a_product("Rice"), starts_at=clock.now() + 60 * MINUTE)
    wall.hear()
    wall.press("R")
    wall.press("L", "Return", "Escape")
    assert wall.numbers == [1, 2]
    wall.press("H", "Ctrl+Z")
    assert "Taken back" in wall.said
    assert wall.numbers == []


def test_ctrl_z_takes_back_a_recall_and_goods_put_on_the_shelf(wall: RealWall) -> None:
    ready = three_ready(wall)
    other = an_order(a_product("Rice"), a_product("Oil"))
    wall.hear()
    wall.press("U", "Return", "Escape")
    assert Stage.WAITING in [order_row(order)["stage"] for order in ready]
    wall.press("Ctrl+Z")
    assert "the recall" in wall.said
    assert {order_row(order)["stage"] for order in ready} == {Stage.READY}
    fulfilment.pick(other.id, 1)
    orders.cancel_line(other.id, 1)
    wall.hear()
    wall.press("K", "Return", "Escape")
    assert fulfilment_queue.open_restock_tasks() == []
    wall.press("Ctrl+Z")
    assert "back on the shelf" in wall.said
    assert [task.number for task in fulfilment_queue.open_restock_tasks()] == [4]
    assert order_row(other.id)["claimed_by"] == "1"


# --- which card ------------------------------------------------------------------------------


def test_the_list_of_ready_orders_begins_with_the_one_that_waits_longest(wall: RealWall) -> None:
    three_ready(wall)
    for name in ("Rice", "Oil"):
        an_order(a_product(name))
    wall.hear()
    wall.press("2", "H")
    assert wall.card is not None
    assert wall.card.number == 1
    wall.press("3", "H")
    assert wall.card is not None
    assert wall.card.number == 4


def test_the_count_of_what_is_out_of_sight_goes_on_like_the_cards(
    wall: RealWall, clock: SetClock
) -> None:
    for place in range(20):
        an_order(a_product(f"Tea {place}"))
    wall.hear()
    rest = wall.page.wall.rest
    assert rest is not None
    assert rest.rest is not None
    clock.forward(1)
    wall.page.tick()  # the orders are not new any more
    before = rest.rest.oldest
    clock.forward(0.1)
    wall.page.tick()
    assert rest.rest.oldest == before + MINUTE // 10


# --- what the counter does meanwhile -----------------------------------------------------------


@pytest.mark.parametrize("key", ["S", "*"])
@pytest.mark.parametrize("mine", [True, False])
def test_a_question_about_an_order_goes_with_it(wall: RealWall, key: str, mine: bool) -> None:
    order = an_order(a_product("Tea"), a_product("Soap"))
    other = an_order(a_product("Rice"))
    if mine:
        fulfilment.pick(order.id, 2)
    wall.hear()
    wall.press("1", key)
    assert wall.page.overlays.question is not None
    with at_station("2"):
        orders.cancel(order.id)
    wall.hear()
    assert wall.page.overlays.question is None
    if mine:
        assert wall.told == "The counter cancelled 001: put back what you have picked."
    else:
        assert wall.verdict == "Cancelled by the counter 001"
    assert wall.numbers == [other.number]


def test_an_answer_to_an_order_out_of_sight_is_said_with_its_number(wall: RealWall) -> None:
    placed = [an_order(a_product(f"Tea {place}"), a_product("Soap")) for place in range(20)]
    for order in (placed[0], placed[-1]):
        questions.ask(order.id, 1)
    wall.hear()
    for question in questions.open_questions().questions:
        with at_station("2"):
            questions.answer(question.order_id, 1, "wait")
    wall.hear()
    assert wall.verdict == "The counter has answered 020"
    with at_station("2"):
        orders.cancel_line(placed[-2].id, 1)
    wall.hear()
    assert wall.verdict == "The counter has changed something 019"


def test_a_label_that_was_wrong_is_not_spoken_of_after_the_next_deed(wall: RealWall) -> None:
    an_order(a_product("Tea"), a_product("Soap"))
    wall.hear()
    wall.scan("8991102020107")
    assert wall.verdict.startswith("Unknown code")
    wall.press("Return")
    assert wall.verdict == ""


# --- lines that were not in sight --------------------------------------------------------------


def with_two_answers(wall: RealWall) -> int:
    """An order on a full wall, so that its card is small: Sprite comes instead of Indomie, and the
    customer waits for Aqua."""
    names = ("Indomie", "Tea", "Soap", "Salt", "Rice", "Oil", "Sugar", "Aqua")
    order = an_order(*(a_product(name) for name in names)).id
    for place in range(12):
        an_order(a_product(f"Comb {place}"))
    for line in (1, 8):
        questions.ask(order, line)
    wall.hear()
    (sprite,) = cart_of(a_product("Sprite")).lines
    with at_station("2"):
        questions.answer(order, 8, "wait")
        questions.answer(order, 1, "substitute", sprite)
    wall.hear()
    wall.press("1")
    assert wall.page.wall.view is not None
    assert 9 not in wall.page.wall.view.lines_in_sight()
    return order


@pytest.mark.parametrize("hand", ["key", "mouse"])
def test_lines_of_a_change_that_were_not_in_sight_are_asked_about_before_it_is_noted(
    wall: RealWall, qtbot: QtBot, hand: str
) -> None:
    order = with_two_answers(wall)
    view = wall.page.wall.view
    assert view is not None
    assert 1 in view.lines_in_sight(), "what is cancelled stands on the card"
    if hand == "key":
        wall.press("Return")
    else:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.band_box().center())
        wall.hear()
    assert wall.asked.startswith("001 · ")
    assert "not in sight" in wall.asked
    assert "0 → 1 Sprite" in wall.asked
    assert order_row(order)["changed"]
    wall.press("Escape")
    wall.press(*["Down"] * 7)
    wall.press("Return")
    assert wall.asked == ""
    assert not order_row(order)["changed"]
    wall.press("Return")
    assert order_row(order)["stage"] == Stage.READY


def test_what_was_not_in_sight_is_noted_when_that_is_said(wall: RealWall) -> None:
    order = with_two_answers(wall)
    wall.press("Return", "Return")
    assert not order_row(order)["changed"]
    wall.press("Return")
    assert order_row(order)["stage"] == Stage.READY


def test_an_order_that_an_answer_makes_ready_does_not_go_without_a_word(wall: RealWall) -> None:
    tea, soap = a_product("Tea"), a_product("Soap")
    order = an_order((tea, pcs(3)), soap).id
    an_order(soap)
    wall.hear()
    wall.press("1", "Down", "Space", "Up", "T")
    wall.type("1")
    wall.press("Return")
    with at_station("2"):
        questions.answer(order, 1, "send")
    wall.hear()
    assert order_row(order)["stage"] == Stage.READY
    assert wall.verdict == "The counter has answered: it is ready now 001"


def test_the_digit_of_a_card_that_is_not_there_is_answered(wall: RealWall) -> None:
    order = an_order(a_product("Tea")).id
    wall.hear()
    wall.press("4")
    assert wall.verdict == "No card has the number 4"
    wall.strike("4")
    wall.strike("Return")
    assert order_row(order)["claimed_by"] is None


def test_a_lock_that_is_given_no_code_asks_for_one(wall: RealWall) -> None:
    staff.add("K1", staff.COUNTER)
    wall.strike("Ctrl+L")
    assert wall.main_window.page.isVisible()  # what hangs there is seen, nothing is done with it
    wall.strike("Return")
    lock = wall.main_window.lock_screen
    assert lock is not None
    assert lock.fields.wrong.text() == "Type your staff code."


def test_the_filter_question_is_whole_or_scrolls(application: Application, wall: RealWall) -> None:
    for place in range(10):
        an_order(a_product(f"Tea {place}", category=f"Kind {place}"))
    wall.after(lambda: application.apply_settings(text_scale=2.0))
    wall.look_again()
    wall.main_window.resize(1280, 640)
    wall.hear()
    wall.press("F")
    question, whole = wall.page.overlays.question, wall.page.wall.geometry()
    assert isinstance(question, FilterPrompt)
    assert whole.contains(question.geometry())
    shown = set()
    for key in ["Right"] * 14 + ["Up"] * 6:
        focus = wall.main_window.focusWidget()
        assert focus is not None
        assert focus.visibleRegion().boundingRect() == focus.rect()
        shown.add(focus.accessibleName())
        wall.strike(key)
    assert len(shown) > 9


def test_only_what_is_in_the_box_has_a_tick(application: Application, wall: RealWall) -> None:
    an_order(*(a_product(name) for name in ("Tea", "Soap")))
    wall.hear()
    tick = application.context.theme.dark().color("done_tick")
    for keys, ticks in ((["S", "Return"], False), (["Ctrl+Z", "Space"], True)):
        wall.press(*keys)
        view = wall.page.wall.view
        assert view is not None
        lines = view.grab(view.body_box().adjusted(0, 0, 0, -view.height() // 4)).toImage()
        seen = {lines.pixel(x, y) for x in range(lines.width()) for y in range(lines.height())}
        assert (tick.rgb() in seen) == ticks
