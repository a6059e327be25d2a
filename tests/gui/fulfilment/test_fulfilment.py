"""The warehouse's window, worked on by keys, mouse and scanner alone."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.fulfilment.page import FulfilmentPage
from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from gui.widgets.messages.undo_bar import UndoBar
from gui.words.language import Language
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import orders, tickets
from models.print_spool import PrintRequest
from models.stages import Stage
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.fulfilment.wall import OpenWall, pay, three_orders
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key


def test_every_open_order_hangs_on_the_wall_oldest_first(open_window: OpenWall) -> None:
    three_orders()
    warehouse = open_window()
    assert warehouse.numbers == [1, 2, 3]
    assert warehouse.number == 1


def test_a_new_order_appears_at_once_and_is_marked_and_heard(
    open_window: OpenWall, beeps: list[int]
) -> None:
    three_orders()
    warehouse = open_window()
    assert not beeps
    placed = an_order()
    warehouse.hear()
    assert warehouse.numbers == [1, 2, 3, 4]
    assert beeps
    warehouse.window.wall.focus_order(placed.id)
    assert warehouse.window.wall.view.is_new


def test_the_sound_can_be_switched_off(open_window: OpenWall, beeps: list[int]) -> None:
    warehouse = open_window()
    warehouse.press(Key.Key_V)
    an_order()
    warehouse.hear()
    assert not beeps
    assert warehouse.numbers == [1]


def test_digits_and_arrows_choose_the_card_and_the_line(open_window: OpenWall) -> None:
    three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_3)
    assert warehouse.number == 3
    warehouse.press(Key.Key_Left, Key.Key_Left)
    assert (warehouse.number, warehouse.line) == (1, 1)
    warehouse.press(Key.Key_Down, Key.Key_Down)
    assert warehouse.line == 3
    warehouse.press(Key.Key_Up)
    assert warehouse.line == 2


def test_space_picks_line_after_line_and_the_order_is_ready(
    open_window: OpenWall, said: Said
) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Space)
    assert warehouse.line == 2
    assert order_row(order.id)["claimed_by"] == "1"
    warehouse.press(Key.Key_Space, Key.Key_Space)
    assert order_row(order.id)["stage"] == Stage.READY
    assert warehouse.numbers == [2, 3]
    assert said.deeds == ["001: 2 Soap picked", "001: 10 Rice picked", "001 is ready"]


def test_space_on_a_picked_line_takes_the_tick_off(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Space, Key.Key_Up, Key.Key_Space)
    assert line_rows(order.id)[0]["picked"] == 0


def test_undo_takes_back_one_step_after_the_other(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Space, Key.Key_Space)
    warehouse.window.undo()
    warehouse.hear()
    assert [row["picked"] for row in line_rows(order.id)] == [pcs(2), 0, 0]
    warehouse.window.undo()
    warehouse.hear()
    assert [row["picked"] for row in line_rows(order.id)] == [0, 0, 0]


def test_the_undo_bar_undoes_what_it_names(open_window: OpenWall, said: Said) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_R)
    assert order_row(order.id)["rush"]
    said.undo()
    assert not order_row(order.id)["rush"]


@pytest.mark.parametrize("size", [(1366, 768), (3840, 2160)])
def test_the_way_back_covers_no_card_and_not_the_keys_needed_most(
    open_window: OpenWall, context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    for _ in range(4):
        three_orders()
    window = open_window(*size).window
    keys = window.bars.keys
    before = [button.text() for button in keys.buttons if button.isVisible()]
    bar = UndoBar(
        window.undo_bar_anchor(), window.undo_bar_theme(), "001: 2 Soap picked", window.undo
    )
    box = QRect(bar.mapTo(window, QPoint()), bar.size())
    assert keys.geometry().contains(box)
    assert box.height() * 2 > keys.height()
    left = [button for button in keys.buttons if button.isVisible()]
    assert [button.text() for button in left] == before[: len(left)]
    assert [button.text() for button in left][:4] == ["Card", "Pick the line", "Claim", "Short"]
    assert not any(box.intersects(_box_in(window, button)) for button in left)
    bar.dismiss()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [button.text() for button in keys.buttons if button.isVisible()] == before


def _box_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_a_quiet_wall_shows_all_lines_and_a_full_one_equal_cards(open_window: OpenWall) -> None:
    soap = a_product("Soap")
    an_order(*(a_product(f"Product {n}") for n in range(12)))
    an_order(soap)
    warehouse = open_window()
    warehouse.window.grab()
    views = warehouse.window.wall.views
    assert views[0].sight.below == 0
    assert views[0].height() == views[1].height()
    tall = views[0].height()
    for _ in range(8):
        an_order(soap)
    warehouse.hear()
    views = warehouse.window.wall.views
    assert {view.height() for view in views} == {views[0].height()}
    assert views[0].height() < tall
    boxes = [view.geometry() for view in views]
    assert all(warehouse.window.wall.rect().contains(box.adjusted(6, 6, -6, -6)) for box in boxes)


def test_plus_and_minus_pick_one_piece_at_a_time(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Down, Key.Key_Plus, Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)
    assert line_rows(order.id)[1]["picked"] == pcs(2)
    assert warehouse.line == 2


def test_a_part_of_a_line_is_typed(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Down, Key.Key_Asterisk)
    warehouse.type("6")
    warehouse.press(Key.Key_Return)
    assert line_rows(order.id)[1]["picked"] == pcs(6)
    warehouse.press(Key.Key_Asterisk)
    warehouse.type("4")
    warehouse.press(Key.Key_Return)
    assert line_rows(order.id)[1]["picked"] == pcs(4)


@pytest.mark.parametrize("text", ["11", "abc", "-1", "", "99999999999"])
def test_a_part_that_cannot_be_keeps_the_question_open(open_window: OpenWall, text: str) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Down, Key.Key_Asterisk)
    warehouse.type(text)
    warehouse.press(Key.Key_Return)
    assert warehouse.window.overlays.question is not None
    assert line_rows(order.id)[1]["picked"] == 0
    warehouse.press(Key.Key_Escape)
    assert warehouse.window.overlays.question is None
    assert warehouse.window.wall.hasFocus()


def test_enter_claims_then_makes_ready_then_hands_over(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_Return)
    assert order_row(order.id)["claimed_by"] == "1"
    warehouse.press(Key.Key_Return)
    assert order_row(order.id)["stage"] == Stage.READY
    warehouse.press(Key.Key_F, Key.Key_4)
    assert warehouse.numbers == [1]
    pay(order)
    warehouse.press(Key.Key_Return)
    assert order_row(order.id)["stage"] == Stage.HANDED_OVER
    assert warehouse.numbers == [2, 3]  # no more is ready: all are seen again


def test_enter_acknowledges_a_change_before_anything_else(open_window: OpenWall) -> None:
    order = three_orders()[0]
    fulfilment.claim(order.id)
    orders.cancel_line(order.id, 1)
    warehouse = open_window()
    warehouse.press(Key.Key_Return)
    assert not order_row(order.id)["changed"]
    assert order_row(order.id)["stage"] == Stage.WAITING


def test_the_key_strip_says_what_enter_does_next(open_window: OpenWall) -> None:
    three_orders()
    warehouse = open_window()
    action = warehouse.window.action("queue.next")
    assert action.text() == "Claim"
    warehouse.press(Key.Key_M)
    assert action.text() == "All ready"
    assert warehouse.window.action("queue.claim").text() == "Give back"


def test_letters_are_not_commands_while_a_question_is_open(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_S, Key.Key_R, Key.Key_Space, Key.Key_M)
    assert not order_row(order.id)["rush"]
    assert order_row(order.id)["claimed_by"] is None


def test_m_gives_back_and_takes_over(open_window: OpenWall) -> None:
    order = three_orders()[0]
    with at_station("2"):
        fulfilment.claim(order.id)
    warehouse = open_window()
    assert warehouse.window.action("queue.claim").text() == "Take over"
    warehouse.press(Key.Key_M)
    assert order_row(order.id)["claimed_by"] == "1"
    warehouse.press(Key.Key_M)
    assert order_row(order.id)["claimed_by"] is None


def test_the_focus_stays_on_its_order_when_others_go_before_it(open_window: OpenWall) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_2)
    fulfilment.rush(placed[2].id)
    warehouse.hear()
    assert warehouse.numbers == [3, 1, 2]
    assert warehouse.number == 2
    fulfilment.make_ready(placed[0].id)
    warehouse.hear()
    assert (warehouse.numbers, warehouse.number) == ([3, 2], 2)


def test_when_the_card_in_focus_goes_the_next_one_has_the_focus(open_window: OpenWall) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_2)
    fulfilment.make_ready(placed[1].id)
    warehouse.hear()
    assert warehouse.number == 3


def test_when_a_card_of_a_later_page_goes_the_oldest_order_is_seen_again(
    open_window: OpenWall,
) -> None:
    soap = a_product()
    placed = [an_order(soap) for _ in range(15)]
    warehouse = open_window()
    warehouse.press(Key.Key_End, Key.Key_Space)
    assert order_row(placed[-1].id)["stage"] == Stage.READY
    assert warehouse.number == 1
    assert 1 in warehouse.numbers


def test_more_orders_than_fit_are_counted_and_can_be_reached(open_window: OpenWall) -> None:
    soap = a_product("Soap")
    for _ in range(30):
        an_order(soap)
    warehouse = open_window()
    rest = warehouse.window.wall.rest
    assert warehouse.numbers == list(range(1, 12))
    assert rest.isVisible()
    assert list(rest.rest.after) == list(range(12, 31))
    assert "+19 more orders" in rest.accessibleName()
    warehouse.press(Key.Key_PageDown)
    assert warehouse.numbers == list(range(12, 23))
    assert (len(rest.rest.before), len(rest.rest.after)) == (11, 8)
    warehouse.press(Key.Key_End)
    assert warehouse.number == 30
    warehouse.press(Key.Key_PageDown)
    assert warehouse.number == 1


def test_a_long_card_is_read_to_its_end_by_arrows(open_window: OpenWall) -> None:
    products = [a_product(f"Product {n}") for n in range(40)]
    an_order(*products)
    warehouse = open_window()
    warehouse.window.grab()
    sight = warehouse.window.wall.view.sight
    assert sight.above == 0
    assert sight.below + len(sight.spots) == 40
    warehouse.press(*[Key.Key_Down] * 39)
    warehouse.window.grab()
    sight = warehouse.window.wall.view.sight
    assert sight.below == 0
    assert sight.spots[-1].index == 39


def test_a_long_name_goes_on_in_rows_that_are_left(open_window: OpenWall) -> None:
    long = a_product("Biskuit kaleng besar isi campur rasa cokelat keju dan kelapa 1600 gram")
    an_order(a_product("Teh"), long)
    crowd = [a_product(f"Product {n}") for n in range(40)]
    an_order(a_product("Kopi"), long, *crowd)
    warehouse = open_window()
    warehouse.window.grab()
    roomy, crowded = (view.sight.spots for view in warehouse.window.wall.views[:2])
    row = roomy[0].box.height()
    assert roomy[1].box.height() in (2 * row, 3 * row)
    assert crowded[1].box.height() == row


def test_filters_by_key_and_by_mouse(open_window: OpenWall) -> None:
    placed = three_orders()
    fulfilment.pick(placed[1].id, 1, pcs(1))
    fulfilment.make_ready(placed[2].id)
    warehouse = open_window()
    assert warehouse.numbers == [1, 2]
    warehouse.press(Key.Key_F, Key.Key_1)
    assert warehouse.numbers == [1]
    QTest.mouseClick(warehouse.window.bars.top.chips["ready"], Qt.MouseButton.LeftButton)
    assert warehouse.numbers == [3]
    QTest.mouseClick(warehouse.window.bars.top.chips["ready"], Qt.MouseButton.LeftButton)
    assert warehouse.numbers == [1, 2]
    chips = warehouse.window.bars.top.chips.values()
    names = [chip.accessibleName() for chip in chips if chip.isVisible()]
    assert names == ["Waiting 1", "Picking 1", "Late 0", "Ready 1"]


def test_an_order_called_by_its_number_is_handed_over_when_it_is_ready(
    open_window: OpenWall,
) -> None:
    placed = three_orders()
    pay(placed[2])
    fulfilment.make_ready(placed[2].id)
    warehouse = open_window()
    warehouse.press(Key.Key_0)
    warehouse.type("03")
    warehouse.press(Key.Key_Return)
    assert order_row(placed[2].id)["stage"] == Stage.HANDED_OVER
    warehouse.press(Key.Key_0)
    warehouse.type("2")
    warehouse.press(Key.Key_Return)
    assert warehouse.number == 2


def test_the_last_orders_can_be_recalled_step_by_step(open_window: OpenWall) -> None:
    order = three_orders()[0]
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    warehouse = open_window()
    warehouse.press(Key.Key_U, Key.Key_U)
    assert order_row(order.id)["stage"] == Stage.READY
    warehouse.press(Key.Key_Return)
    assert order_row(order.id)["stage"] == Stage.WAITING
    warehouse.press(Key.Key_Escape)
    assert warehouse.numbers == [1, 2, 3]
    assert warehouse.window.wall.hasFocus()


def test_all_day_totals_follow_the_news(open_window: OpenWall) -> None:
    order = three_orders()[0]
    warehouse = open_window()
    warehouse.press(Key.Key_A)
    totals = warehouse.window.overlays.side.list.rows
    assert (totals.rows[0].name, totals.rows[0].quantity) == ("Rice", pcs(13))
    fulfilment.pick(order.id, 2)
    warehouse.hear()
    assert ("Rice", pcs(3)) in [(need.name, need.quantity) for need in totals.rows]
    warehouse.press(Key.Key_A)
    assert warehouse.window.overlays.side is None


def test_goods_of_a_cancelled_line_are_ticked_off_when_back_on_the_shelf(
    open_window: OpenWall,
) -> None:
    order = three_orders()[0]
    fulfilment.pick(order.id, 1)
    orders.cancel_line(order.id, 1)
    warehouse = open_window()
    assert warehouse.window.wall.rest.rest.restock_tasks == 1
    warehouse.press(Key.Key_K)
    assert [task.name for task in warehouse.window.overlays.side.list.rows.rows] == ["Soap"]
    warehouse.press(Key.Key_Return)
    assert fulfilment_queue.open_restock_tasks() == []
    assert warehouse.window.overlays.side.list.rows.rows == []


def test_a_stop_of_a_batch_is_picked_for_all_boxes_and_undone_as_one(
    open_window: OpenWall, said: Said
) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_B)
    rows = warehouse.window.overlays.side.list.rows
    assert [stop.name for stop in rows.rows] == ["Oil", "Rice", "Soap"]
    warehouse.press(Key.Key_Down, Key.Key_Return)
    picked = [line_rows(placed[0].id)[1]["picked"], line_rows(placed[1].id)[0]["picked"]]
    assert picked == [pcs(10), pcs(3)]
    said.undo()
    picked = [line_rows(placed[0].id)[1]["picked"], line_rows(placed[1].id)[0]["picked"]]
    assert picked == [0, 0]


def test_scans_tick_the_order_in_focus_and_never_more_than_was_ordered(
    open_window: OpenWall,
) -> None:
    soap = a_product("Soap", barcodes=["8991"])
    a_product("Rice", barcodes=["8992"])
    order = an_order((soap, pcs(2)), a_product("Oil"))
    warehouse = open_window()
    toast = warehouse.window.bars.keys.toast
    verdicts = []
    for code in ("8991", "8992", "nothing", "8991", "8991"):
        warehouse.window.scanned(code)
        warehouse.hear()
        verdicts.append(toast.accessibleName().split(" 001")[0])
    assert verdicts == [
        "Right", "Wrong item", "Unknown code nothing", "Right", "Enough already",
    ]  # fmt: skip
    assert [row["picked"] for row in line_rows(order.id)] == [pcs(2), 0]


def test_a_scan_goes_to_the_claimed_order_while_anothers_is_in_focus(open_window: OpenWall) -> None:
    soap = a_product("Soap", barcodes=["8991"])
    theirs, mine = an_order((soap, pcs(2))), an_order((soap, pcs(2)))
    with at_station("2"):
        fulfilment.claim(theirs.id)
    fulfilment.claim(mine.id)
    warehouse = open_window()
    warehouse.window.scanned("8991")
    assert line_rows(mine.id)[0]["picked"] == pcs(1)
    assert line_rows(theirs.id)[0]["picked"] == 0


def test_a_tap_on_a_card_chooses_it_and_a_tap_on_its_line_picks(open_window: OpenWall) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.window.grab()
    view = warehouse.window.wall.views[1]
    spot = view.sight.spots[0].box.center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert warehouse.number == 2
    assert line_rows(placed[1].id)[0]["picked"] == 0
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert line_rows(placed[1].id)[0]["picked"] == pcs(3)


def test_cards_change_places_when_they_become_late(open_window: OpenWall, clock: SetClock) -> None:
    placed = three_orders()
    clock.forward(6)
    rush = an_order()
    fulfilment.rush(rush.id)
    warehouse = open_window()
    assert warehouse.numbers == [4, 1, 2, 3]
    clock.forward(5)
    warehouse.window.tick()
    assert warehouse.numbers == [1, 2, 3, 4]
    assert warehouse.window.bars.top.chips["late"].accessibleName() == "Late 3"
    assert len(placed) == 3


def test_news_that_stop_are_told(
    open_window: OpenWall, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = open_window()
    monkeypatch.setattr(context.feed, "fresh_at", context.feed.fresh_at - 30)
    warehouse.window.tick()
    assert warehouse.window.bars.top.fresh_label.text().startswith("Offline since")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 640), (960, 520)])
@pytest.mark.parametrize("language_name", ["en", "id"])
def test_nothing_of_the_head_is_cut_in_the_largest_letters(
    context: AppContext, language: Language, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    language_name: str, width: int, height: int,
) -> None:  # fmt: skip
    """With orders for later, and while the news stop."""
    language.choose(language_name)
    context.theme = Theme("light", 2.0)
    window = FulfilmentPage(context)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)
    top = window.bars.top
    top.show_counts(dict(zip(top.chips, (128, 24, 16, 31, 12), strict=True)), "all")
    for stale in (False, True):
        if stale:
            monkeypatch.setattr(context.feed, "fresh_at", context.feed.fresh_at - 30)
        top.tick()
        for part in top.findChildren(QWidget):
            if part.isVisible():
                assert part.width() >= part.sizeHint().width(), part.accessibleName()
                assert part.geometry().right() < top.width(), part.accessibleName()
        assert top.fresh_label.accessibleName() == top.freshness[0]


def test_an_empty_wall_says_what_belongs_there(open_window: OpenWall) -> None:
    warehouse = open_window()
    assert warehouse.window.empty.isVisible()
    assert "Nothing to prepare" in warehouse.window.empty.accessibleName()
    an_order()
    warehouse.hear()
    assert not warehouse.window.empty.isVisible()


def test_zoom_is_kept_for_the_station(open_window: OpenWall, context: AppContext) -> None:
    three_orders()
    warehouse = open_window()
    cells = warehouse.window.wall.grid.cells
    warehouse.window.zoom_in()
    warehouse.window.zoom_in()
    assert warehouse.window.wall.grid.cells < cells
    assert context.station.number("fulfilment/zoom", 0) > 1


def test_a_notice_over_the_wall_leaves_the_cards_where_they_are(open_window: OpenWall) -> None:
    soap = a_product("Soap")
    for _ in range(20):
        an_order(soap)
    warehouse = open_window()
    before = warehouse.numbers
    warehouse.window.resize(1920, 1032)
    assert warehouse.numbers == before
    warehouse.window.resize(1920, 1080)
    assert warehouse.numbers == before


def test_every_card_and_control_has_a_name(open_window: OpenWall) -> None:
    from PySide6.QtWidgets import QAbstractButton

    three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_U)
    assert all(view.accessibleName() for view in warehouse.window.wall.views)
    buttons = warehouse.window.findChildren(QAbstractButton)
    assert buttons
    assert [b for b in buttons if b.isVisible() and not b.accessibleName()] == []


@pytest.mark.parametrize("language_code", ["id", "en"])
@pytest.mark.parametrize("size", [(640, 480), (1366, 768), (3840, 2160)])
def test_the_window_can_be_drawn_on_any_screen(
    open_window: OpenWall, language: Language, language_code: str, size: tuple[int, int]
) -> None:
    language.choose(language_code)
    an_order(*(a_product("X" * 200 if n == 1 else f"Product {n}") for n in range(60)))
    three_orders()
    warehouse = open_window(*size)
    for key in (Key.Key_S, Key.Key_Escape, Key.Key_A, Key.Key_K, Key.Key_U, Key.Key_B):
        warehouse.press(key)
        assert not warehouse.window.grab().isNull()


def test_a_closed_window_is_freed(context: AppContext, qtbot: QtBot) -> None:
    three_orders()
    window = FulfilmentPage(context)
    window.resize(1366, 768)
    window.show()
    qtbot.waitActive(window)
    gone = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_scanned_ticket_opens_its_order_and_hands_over_what_is_ready(
    open_window: OpenWall,
) -> None:
    placed = three_orders()
    pay(placed[0])
    fulfilment.make_ready(placed[0].id)
    warehouse = open_window()
    warehouse.window.scanned(tickets.code(placed[2].day, placed[2].number))
    assert warehouse.number == 3
    warehouse.window.scanned(tickets.code(placed[0].day, placed[0].number))
    assert order_row(placed[0].id)["stage"] == Stage.HANDED_OVER


def test_p_prints_the_pick_ticket_of_the_card_in_focus(open_window: OpenWall, said: Said) -> None:
    placed = three_orders()
    warehouse = open_window()
    warehouse.press(Key.Key_2, Key.Key_P)
    assert said.printed == [(PrintRequest("ticket", placed[1].id), False)]
