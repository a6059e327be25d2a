"""What somebody did at the wall who had never seen it: focus, ways back, keys that answer."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.fulfilment.overlays.prompts import NumberPrompt, PartPrompt
from gui.fulfilment.overlays.short_prompt import ShortPrompt
from models import clock
from models.fulfilment import fulfilment
from models.orders import orders
from models.orders.tickets import TakenAlone
from models.stages import Stage
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.gui.keys_in_time import key_of
from tests.readable import a_product, an_order, at_station, cart_of, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


# --- another language ----------------------------------------------------------------------


@pytest.mark.parametrize("front", ["Ctrl+2", "Ctrl+,"])
def test_after_another_language_the_keys_are_the_wall_s(
    application: Application, wall: RealWall, qtbot: QtBot, front: str
) -> None:
    order = an_order((a_product("Tea"), pcs(2)), a_product("Soap")).id
    wall.hear()
    wall.press("Space")
    wall.strike(front)
    wall.after(lambda: application.apply_settings(language="id"))
    wall.strike("Ctrl+2")
    wall.look_again()
    wall.press("Space")
    assert wall.main_window.page is wall.page
    assert order_row(order)["stage"] == Stage.READY


@pytest.mark.parametrize("key", [f"Ctrl+{n}" for n in (1, 2, 4, 5)])
def test_a_page_that_comes_again_has_the_focus_where_one_works(
    application: Application, wall: RealWall, key: str
) -> None:
    wall.strike(key)
    wall.strike("Ctrl+0")
    wall.after(lambda: application.apply_settings(language="id"))
    wall.strike(key)
    focus = wall.main_window.focusWidget()
    assert focus is not None
    assert wall.main_window.page.isAncestorOf(focus)
    assert not isinstance(focus, QAbstractButton)


# --- the way back --------------------------------------------------------------------------


def test_what_was_taken_over_goes_back_with_ctrl_z(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    with at_station("2"):
        fulfilment.pick(order, 1)
    wall.hear()
    wall.press("M")
    assert order_row(order)["claimed_by"] == "1"
    wall.press("Ctrl+Z")
    assert order_row(order)["claimed_by"] == "2"


def test_what_was_given_back_is_taken_again_with_ctrl_z(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "M")
    assert order_row(order)["claimed_by"] is None
    wall.press("Ctrl+Z")
    assert order_row(order)["claimed_by"] == "1"


def test_ctrl_z_says_what_it_took_back_and_the_focus_follows(wall: RealWall) -> None:
    first, _ = an_order(a_product("Tea"), a_product("Soap")), an_order(a_product("Salt"))
    wall.hear()
    wall.press("Space", "2")
    wall.wait_out_the_bar()
    wall.press("Ctrl+Z")
    assert order_row(first.id)["stage"] == Stage.WAITING
    assert wall.card is not None
    assert wall.card.id == first.id
    assert wall.said == "Taken back: 001 · Tea, what was picked"
    wall.press("Ctrl+Z")
    assert wall.main_window.notice_text() == "There is nothing left to undo."


def test_a_short_says_that_it_is_short_and_why(wall: RealWall) -> None:
    an_order((a_product("SilverQueen"), pcs(2)), a_product("Soap"))
    wall.hear()
    wall.press("+", "S")
    assert isinstance(question := wall.page.overlays.question, ShortPrompt)
    assert question.outcome.text() == "In the box: 1, and 0 more. Missing: 1."
    wall.press("D", "Return")
    assert wall.said == "Short, damaged: 001 1 SilverQueen"


# --- keys that answer ----------------------------------------------------------------------


def key_shown(wall: RealWall) -> str:
    assert wall.page.wall.view is not None
    return wall.page.wall.view.key_shown


def test_the_key_stands_only_where_it_does_something_and_says_why_not(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    assert key_shown(wall) == "Space"
    with at_station("2"):
        fulfilment.pick(order, 1)
    wall.hear()
    assert key_shown(wall) == ""
    wall.press("Space")
    assert wall.verdict == "Counter 2 is on it — M takes over"
    with at_station("2"):
        fulfilment.make_ready(order)
    wall.press("H")
    assert key_shown(wall) == ""
    wall.press("Space")
    assert wall.verdict == "Counter 2 made it ready"


def test_short_of_a_short_line_says_so_and_the_enter_meant_for_it_does_nothing(
    wall: RealWall,
) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("S", "Return", "Up")
    wall.strike("S")
    wall.strike("Return")
    wall.hear()
    assert wall.verdict == "Reported short already; nothing of it is open"
    assert order_row(order)["stage"] == Stage.PICKING


def test_all_ready_under_a_filter_asks_about_what_stands_back(wall: RealWall) -> None:
    tea, soap = a_product("Tea", category="Drinks"), a_product("Soap", category="Bath")
    order = an_order(tea, soap, a_product("Comb", category="Bath")).id
    wall.hear()
    wall.press("F", "6")
    wall.press("Return", "Return")
    assert "001 · 2 lines of other categories are not picked" in wall.asked
    assert order_row(order)["stage"] == Stage.WAITING
    wall.press("Escape")
    assert order_row(order)["stage"] == Stage.WAITING
    wall.press("Return", "Return")
    assert order_row(order)["stage"] == Stage.READY


def test_money_to_be_given_back_is_asked_about_once(wall: RealWall) -> None:
    order = an_order((a_product("Soap", 16_500), pcs(2)))
    pay(order)
    fulfilment.pick(order.id, 1, pcs(1))
    fulfilment.short(order.id, 1)
    wall.hear()
    wall.press("H", "Return")
    assert "001 · Paid too much: Rp16.500 go back" in wall.asked
    wall.press("Return")
    assert order_row(order.id)["stage"] == Stage.HANDED_OVER


def test_the_second_enter_of_two_is_no_answer(wall: RealWall) -> None:
    order = an_order(a_product("Soap", 16_500))
    fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H")
    wall.strike("Return")
    wall.strike("Return")
    wall.hear()
    assert "Unpaid" in wall.asked
    assert order_row(order.id)["stage"] == Stage.READY
    wall.press("Return")
    assert wall.said == "001 handed over unpaid"


def test_after_the_last_ready_order_all_are_seen_again(wall: RealWall) -> None:
    order = an_order(a_product("Soap"))
    other = an_order(a_product("Tea"))
    fulfilment.make_ready(order.id)
    pay(order)
    wall.hear()
    wall.press("H", "Return")
    assert wall.numbers == [other.number]
    assert wall.verdict == "No more ready orders: all orders are shown again"
    wall.press("H")
    assert wall.numbers == []


def test_scans_go_on_to_the_next_line_when_one_is_complete(wall: RealWall) -> None:
    tea = a_product("Tea", barcodes=["8991102020107"])
    order = an_order((tea, pcs(2)), a_product("Soap")).id
    wall.hear()
    wall.scan("8991102020107")
    wall.scan("8991102020107")
    wall.press("Space")
    assert order_row(order)["stage"] == Stage.READY


# --- lists beside the wall -----------------------------------------------------------------


def test_the_strip_has_the_keys_of_the_list_that_is_open(wall: RealWall) -> None:
    an_order(a_product("Tea"), a_product("Soap"))
    wall.hear()
    wall.press("B")
    assert wall.keys_shown == {"Picked for all boxes", "Row", "Close"}
    wall.press("Escape")
    assert "Pick the line" in wall.keys_shown


def test_an_empty_list_has_no_button_to_press(wall: RealWall) -> None:
    wall.press("K")
    side = wall.page.overlays.side
    assert side is not None
    assert side.action_button is not None
    assert not side.action_button.isEnabled()


def test_a_scan_ticks_the_row_of_the_round_and_two_enters_take_one_row(wall: RealWall) -> None:
    tea, salt, comb = a_product("Tea", barcodes=["8991102020107"]), a_product("A"), a_product("B")
    first = an_order(a_product("Soap"), salt, comb, tea).id
    second = an_order((tea, pcs(2)), salt, comb).id
    an_order(a_product("Rice"), rush=True)
    wall.hear()
    wall.press("1", "B")
    side = wall.page.overlays.batch
    assert side is not None
    assert "RUSH 003 is not in this round" in side.hint_line.text()
    wall.scan("8991102020107")
    assert wall.verdict.startswith("Right Tea")
    assert [row["picked"] for row in line_rows(first)] == [0, 0, 0, pcs(1)]
    assert [row["picked"] for row in line_rows(second)] == [pcs(2), 0, 0]
    wall.strike("Return")
    wall.strike("Return")
    wall.hear()
    assert [row["picked"] for row in line_rows(second)] == [pcs(2), pcs(1), 0]


def test_the_card_in_focus_stays_in_sight_beside_a_list(wall: RealWall) -> None:
    for name in ("Tea", "Soap", "Salt", "Rice"):
        an_order(a_product(name))
    wall.hear()
    for key in ("1", "2"):
        wall.press(key, "K")
        side, view = wall.page.overlays.side, wall.page.wall.view
        assert side is not None
        assert view is not None
        assert not side.geometry().intersects(view.card_box().translated(view.pos()))
        wall.press("Escape")


def test_too_much_and_what_is_no_number_are_refused_in_words(wall: RealWall) -> None:
    an_order((a_product("Tea"), pcs(2)))
    wall.hear()
    wall.press("*")
    wall.type("5")
    wall.press("Return")
    assert isinstance(part := wall.page.overlays.question, PartPrompt)
    assert part.reason.text() == "That is more than the 2 wanted."
    wall.press("Escape", "0")
    wall.type("999abc")
    wall.press("Return")
    assert isinstance(number := wall.page.overlays.question, NumberPrompt)
    assert number.state.text() == "This is no number of an order."


def test_an_order_taken_without_its_server_is_called_by_what_stands_on_its_paper(
    wall: RealWall,
) -> None:
    an_order(a_product("Soap"))
    alone = TakenAlone(clock.now(), 1_000_003)
    order = orders.place(cart_of(a_product("Tea")), taken=alone).value
    wall.hear()
    wall.press("0")
    for sign in "A-003":
        wall.key(key_of(sign).key(), sign)
    assert isinstance(number := wall.page.overlays.question, NumberPrompt)
    assert number.state.text().startswith("002")
    wall.press("Return")
    assert wall.card is not None
    assert wall.card.id == order.id


@pytest.mark.parametrize("late", [200, 600])
def test_the_enter_of_a_scan_that_comes_late_takes_no_step(wall: RealWall, late: int) -> None:
    """By radio, or on a machine with much to do: the digits were a scan already without it."""
    tea, soap = a_product("Tea", barcodes=["8991002101630"]), a_product("Soap")
    order = an_order((tea, pcs(2)), soap).id
    wall.hear()
    wall.scan("8991002101999", late)
    assert order_row(order)["stage"] == Stage.WAITING
    wall.scan("8991002101630", late)
    assert [line["picked"] for line in line_rows(order)] == [pcs(1), 0]
    assert order_row(order)["stage"] == Stage.PICKING


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (960, 520)])
def test_each_press_on_larger_or_smaller_is_seen_or_says_why_not(
    wall: RealWall, size: tuple[int, int]
) -> None:
    """A few per cent often come to the same cards; then it is the next size that is seen."""
    an_order(a_product("Telur"))
    wall.main_window.resize(*size)
    wall.hear()
    for key, why in (("Ctrl+-", "Cards do not get smaller"), ("Ctrl+=", "Cards do not get larger")):
        seen = []
        while wall.page.wall.grid not in seen:
            seen.append(wall.page.wall.grid)
            wall.press(key)
        assert len(seen) > 1, key
        assert wall.verdict == why


def test_a_scan_for_a_card_that_is_another_s_says_whose_it_is(wall: RealWall) -> None:
    order = an_order(a_product("Tea", barcodes=["8991001"])).id
    with at_station("2"):
        fulfilment.claim(order)
    wall.hear()
    wall.scan("8991001")
    assert wall.verdict.startswith("Counter 2 is on it \u2014 M takes over 001")
    with at_station("2"):
        fulfilment.release(order)
    fulfilment.make_ready(order)
    wall.hear()
    wall.press("H")
    wall.scan("8991001")
    assert wall.verdict.startswith("It is ready already 001")


def test_a_part_of_a_piece_is_refused_with_the_reason(wall: RealWall) -> None:
    order = an_order(a_product("Tea", unit="ktk"))
    wall.hear()
    wall.press("*")
    wall.type("0,5")
    wall.press("Return")
    (prompt,) = wall.page.findChildren(PartPrompt)
    assert prompt.reason.text().startswith("Counted in \u201cktk\u201d it comes in whole pieces")
    assert line_rows(order.id)[0]["picked"] == 0
    field = QApplication.focusWidget()
    assert field is not None
    assert field.property("wrong")
    wall.type("1")
    assert not field.property("wrong"), "what is typed now is right"
    assert prompt.reason.text() == ""
