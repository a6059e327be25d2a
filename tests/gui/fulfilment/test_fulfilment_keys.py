"""The wall's keys as keyboards send them: signs by what they type, bursts, and the way back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from models.fulfilment import fulfilment
from models.orders import orders
from models.shop.opening import Shop
from models.stages import Stage
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay, three_orders
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier

STARS = [
    (Key.Key_Asterisk, SHIFT),  # us: Shift+8, as X11 sends it
    (Key.Key_8, SHIFT),  # us, as Windows sends it
    (Key.Key_ParenLeft, SHIFT),  # id and uk over a remote desktop
    (Key.Key_Asterisk, KEYPAD),
    (Key.Key_Asterisk, NONE),  # a keyboard of its own key
]


def picked(order_id: int) -> list[int]:
    return [row["picked"] for row in line_rows(order_id)]


@pytest.mark.parametrize(("key", "modifiers"), STARS)
def test_a_part_is_picked_by_whatever_types_a_star(
    wall: RealWall, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    order = an_order((a_product("Rice"), pcs(10)))
    wall.hear()
    wall.key(key, "*", modifiers)
    wall.type("4")
    wall.press("Return")
    assert picked(order.id) == [pcs(4)]


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "left"),
    [
        (Key.Key_Plus, "+", SHIFT, 3),
        (Key.Key_Equal, "+", SHIFT, 3),
        (Key.Key_Plus, "+", KEYPAD, 3),
        (Key.Key_Plus, "+", NONE, 3),
        (Key.Key_Minus, "-", NONE, 1),
        (Key.Key_Minus, "-", KEYPAD, 1),
        (Key.Key_Slash, "-", SHIFT, 1),
    ],
)
def test_one_more_and_one_less_by_whatever_types_the_sign(
    wall: RealWall, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, left: int
) -> None:
    order = an_order((a_product("Rice"), pcs(10)))
    fulfilment.pick(order.id, 1, pcs(2))
    wall.hear()
    wall.key(key, text, modifiers)
    assert picked(order.id) == [pcs(left)]


@pytest.mark.parametrize("modifiers", [NONE, KEYPAD, SHIFT])
def test_digits_choose_the_card_with_and_without_shift(
    wall: RealWall, modifiers: Qt.KeyboardModifier
) -> None:
    three_orders()
    wall.hear()
    wall.key(Key.Key_3, "3", modifiers)
    assert wall.card is not None
    assert wall.card.number == 3


def test_a_sign_with_ctrl_is_no_sign(wall: RealWall) -> None:
    order = an_order((a_product("Rice"), pcs(10)))
    wall.hear()
    wall.key(Key.Key_Plus, "+", SHIFT | Qt.KeyboardModifier.ControlModifier)
    assert picked(order.id) == [0]


# --- lists within one key ------------------------------------------------------------------


@pytest.mark.parametrize("back", ["H", "Escape"])
def test_ready_orders_are_one_key_away_and_one_key_back(wall: RealWall, back: str) -> None:
    placed = three_orders()
    fulfilment.make_ready(placed[1].id)
    wall.hear()
    wall.press("H")
    assert wall.numbers == [2]
    wall.press(back)
    assert wall.numbers == [1, 3]


@pytest.mark.parametrize("back", ["K", "Escape"])
def test_what_goes_back_to_the_shelf_is_one_key_away_and_one_key_back(
    wall: RealWall, back: str
) -> None:
    order = three_orders()[0]
    fulfilment.pick(order.id, 1)
    orders.cancel_line(order.id, 1)
    wall.hear()
    wall.press("K")
    side = wall.page.overlays.side
    assert side is not None
    assert [task.name for task in side.list.rows.rows] == ["Soap"]
    wall.press(back)
    assert wall.page.overlays.side is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (1024, 600), (960, 520)])
@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_needed_all_the_time_is_shown_on_small_screens_and_in_large_letters(
    qapp: QApplication,
    shop: Shop,
    qtbot: QtBot,
    size: tuple[int, int],
    scale: float,
    language: str,
) -> None:
    application = Application(qapp, shop, None, language, "light", scale, immediate=True)
    three_orders()
    wall = RealWall(application, qtbot)
    wall.main_window.resize(*size)
    wall.hear()
    needed = {wall.page.action(f"queue.{id}").text() for id in ("short", "ready", "put_back")}
    qtbot.waitUntil(lambda: needed <= wall.keys_shown)
    chips = [chip for chip in wall.page.bars.top.chips.values() if chip.isVisible()]
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
    wall.press("S")
    question = wall.page.overlays.question
    assert question is not None
    assert wall.page.wall.geometry().contains(question.geometry())
    application.close()


# --- keys in bursts, and what changes under them -------------------------------------------


def test_two_enters_at_once_hand_over_one_order(wall: RealWall) -> None:
    placed = three_orders()
    for order in placed:
        pay(order)
        fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H", "Return", "Return")  # the first card is gone before the second key
    stages = [order_row(order.id)["stage"] for order in placed]
    assert stages == [Stage.HANDED_OVER, Stage.READY, Stage.READY]
    wall.press("Right", "Return")  # whoever chooses a card means it
    assert order_row(placed[2].id)["stage"] == Stage.HANDED_OVER


def test_an_enter_on_a_card_that_changed_under_it_does_nothing(wall: RealWall) -> None:
    soap = a_product("Soap")
    order = an_order((soap, pcs(5)))
    pay(order)
    fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H")
    orders.change(order.id, {1: pcs(2)})  # the news of it is still on its way
    wall.press("Return")
    assert order_row(order.id)["stage"] == Stage.READY
    assert order_row(order.id)["changed"]
    wall.press("Return", "Return")
    assert "go back" in wall.asked
    wall.press("Return")
    assert order_row(order.id)["stage"] == Stage.HANDED_OVER


def test_a_card_that_another_station_took_meanwhile_is_left_to_it(wall: RealWall) -> None:
    order = three_orders()[0]
    wall.hear()
    with at_station("2"):
        fulfilment.claim(order.id)
    wall.press("Return")
    assert order_row(order.id)["claimed_by"] == "2"
    assert "changed elsewhere first" in wall.told


def test_a_scan_closes_what_was_asked_about_something_else(wall: RealWall) -> None:
    soap, tea = a_product("Soap", barcodes=["8991002101630"]), a_product("Tea")
    order = an_order((tea, pcs(3)), (soap, pcs(2)))
    wall.hear()
    wall.press("S")
    wall.scan("8991002101630")
    assert picked(order.id) == [0, pcs(1)]
    assert wall.page.overlays.question is None


def test_a_question_stays_open_when_the_window_gets_another_size(
    wall: RealWall, qtbot: QtBot
) -> None:
    three_orders()
    wall.hear()
    wall.press("0")
    question = wall.page.overlays.question
    assert question is not None
    wall.main_window.resize(1200, 640)
    qtbot.waitUntil(lambda: wall.page.wall.height() < 640)
    wall.press("2", "Return")
    assert wall.card is not None
    assert wall.card.number == 2
    assert wall.card.claimed_by is None


# --- the way back --------------------------------------------------------------------------


def test_ctrl_z_takes_back_this_station_s_newest_step_only(wall: RealWall) -> None:
    mine, other, _ = three_orders()
    wall.hear()
    wall.press("Space")
    with at_station("2"):
        fulfilment.pick(other.id, 1)
    wall.hear()
    wall.press("Ctrl+Z")
    assert picked(mine.id) == [0, 0, 0]
    assert picked(other.id) == [pcs(3)]
    wall.press("Ctrl+Z", "Ctrl+Z")  # nothing of its own is left
    assert picked(other.id) == [pcs(3)]


def test_after_ctrl_z_the_cursor_is_on_the_line_that_is_open_again(wall: RealWall) -> None:
    order = three_orders()[0]
    wall.hear()
    wall.press("Space", "Space", "Ctrl+Z")
    assert wall.said == "Taken back: 001 · Rice, what was picked"
    assert picked(order.id) == [pcs(2), 0, 0]
    wall.press("Ctrl+Z")
    assert wall.said == "Taken back: 001 · Soap, what was picked"
    wall.press("Space")
    assert picked(order.id) == [pcs(2), 0, 0]


def test_ctrl_z_leaves_what_another_station_took_over(wall: RealWall) -> None:
    order = three_orders()[0]
    wall.hear()
    wall.press("Space")
    with at_station("3"):
        fulfilment.claim(order.id, take_over=True)
    wall.hear()
    wall.press("Ctrl+Z")
    assert picked(order.id) == [pcs(2), 0, 0]
    assert "Take it over with M first" in wall.told


@pytest.mark.parametrize("key", ["Space", "-", "*", "click"])
def test_what_is_ready_is_opened_again_by_no_stray_key(
    wall: RealWall, qtbot: QtBot, key: str
) -> None:
    order = three_orders()[0]
    fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H")
    pick = wall.page.action("queue.pick")
    assert not pick.isEnabled()
    if key == "click":
        view = wall.page.wall.view
        assert view is not None
        for _ in range(2):
            qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    else:
        wall.press(key)
        assert wall.verdict == "It is ready — U takes it back"
    assert order_row(order.id)["stage"] == Stage.READY
    assert wall.page.overlays.top is None


def test_an_order_is_picked_when_something_of_it_is_picked(wall: RealWall) -> None:
    """On the wall as on every list: who works on it stands on its card."""
    order = three_orders()[0]
    wall.hear()
    wall.press("Return")
    chips = wall.page.bars.top.chips
    assert order_row(order.id)["claimed_by"] == "1"
    assert chips["waiting"].accessibleName() == "Waiting 3"
    wall.press("Space")
    assert chips["waiting"].accessibleName() == "Waiting 2"
    assert chips["picking"].accessibleName() == "Picking 1"


def test_ctrl_z_is_ahead_of_the_news(wall: RealWall) -> None:
    order = three_orders()[0]
    wall.hear()
    wall.press("Space")
    for key in ("Down", "Space", "Ctrl+Z"):
        wall.strike(key)
    assert picked(order.id) == [pcs(2), 0, 0]
    wall.hear()
    wall.press("Ctrl+Z")
    assert picked(order.id) == [0, 0, 0]


def test_ctrl_z_never_takes_back_what_another_station_did_to_the_same_card(
    wall: RealWall,
) -> None:
    order = three_orders()[0]
    wall.hear()
    wall.press("R")
    with at_station("2"):
        fulfilment.pick(order.id, 2)
    wall.hear()
    wall.wait_out_the_bar()
    wall.press("Ctrl+Z")
    assert not order_row(order.id)["rush"]
    assert picked(order.id) == [0, pcs(10), 0]
    assert order_row(order.id)["claimed_by"] == "2"


def test_ctrl_z_after_another_station_took_the_step_back_does_nothing_more(
    wall: RealWall,
) -> None:
    first, second, _ = three_orders()
    wall.hear()
    wall.press("Space", "2", "Space")
    with at_station("2"):
        fulfilment.undo_last_step(second.id)
    wall.hear()
    wall.wait_out_the_bar()
    wall.press("Ctrl+Z")
    assert picked(first.id) == [0, 0, 0]
    assert picked(second.id) == [0]


def test_a_key_of_the_strip_that_cannot_be_pressed_says_why_under_the_pointer(
    wall: RealWall,
) -> None:
    pick = next(
        b for b in wall.page.bars.keys.buttons if b.action and b.action.objectName() == "queue.pick"
    )
    assert pick.toolTip() == "No order is here"
    an_order((a_product("Rice"), pcs(1)))
    wall.hear()
    assert pick.isEnabled()
    assert pick.toolTip() == ""


def test_a_card_s_number_pressed_before_the_shop_has_answered_is_meant_for_what_comes(
    application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        an_order(a_product("Tea"))
    asked: list[tuple[Any, ...]] = []
    with monkeypatch.context() as later:
        later.setattr(application.context.background, "ask", lambda *of, **_: asked.append(of))
        wall = RealWall(application, qtbot, is_answered=False)
        qtbot.waitUntil(lambda: bool(asked))
        wall.strike("2")
        assert wall.page.bars.keys.toast.accessibleName() == ""
    for question, then, *_ in asked:
        then(question())
    wall.hear()
    assert wall.card is not None
    assert wall.card.number == 2
