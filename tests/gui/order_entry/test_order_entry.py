"""The counter by keyboard and scanner: finding, adding, changing, undoing, sending."""

import gc
import random
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from gui.drawer.page import DrawerPage
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.last_sent import SentRow
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import RowsModel
from models import clock as shop_clock
from models.amounts import Discount
from models.catalogue import catalogue, stock
from models.catalogue.catalogue import Product
from models.clock import MINUTE
from models.fulfilment import fulfilment_queue
from models.orders import held_carts, order_history, orders, tickets
from models.search import product_search
from models.stages import Paid
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import WIDE, Cashier
from tests.readable import a_product, an_order, at_station, cart_of, pcs

if TYPE_CHECKING:
    from collections.abc import Callable

Modifier = Qt.KeyboardModifier


@pytest.fixture
def shelf(context: AppContext) -> dict[str, Product]:
    """Four products with labels."""
    return {
        "goreng": a_product("Indomie Goreng", 3_300, barcodes=["8991001"], on_hand=pcs(84)),
        "soto": a_product("Indomie Soto", 3_200, barcodes=["8991002"], on_hand=pcs(36)),
        "aqua": a_product("Aqua 600 ml", 3_500, barcodes=["8991003"], unit="btl"),
        "beras": a_product("Beras Curah", 15_000, barcodes=["8991004"], unit="kg"),
    }


@pytest.fixture
def cashier(context: AppContext, shelf: dict[str, Product], qtbot: QtBot) -> Cashier:
    return Cashier(context, qtbot)


def test_hits_over_an_empty_cart_push_no_button_out_of_the_window(cashier: Cashier) -> None:
    for number in range(6):
        a_product(f"Kopi {number}")
    cashier.type("kopi")
    window = cashier.window
    cashier.qtbot.waitUntil(lambda: cashier.page.box.height() > window.height() // 3)
    asked = window.heightForWidth(window.width()) if window.hasHeightForWidth() else 0
    assert max(asked, window.minimumSizeHint().height()) <= window.height()


def plate(cashier: Cashier) -> str:
    """What stands before the field: of what it is, or how many."""
    shown = cashier.window.counter.box.plate
    return shown.accessibleName() if shown.isVisible() else ""


# --- scanning --------------------------------------------------------------------------------


def test_three_scans_and_one_key_are_an_order(cashier: Cashier) -> None:
    cashier.scan("8991001", "8991002", "8991001")
    cashier.press("F10")
    (order,) = cashier.orders
    assert [(line.name, line.ordered) for line in order.lines] == [
        ("Indomie Goreng", pcs(2)),
        ("Indomie Soto", pcs(1)),
    ]
    assert order.channel == "scanned"
    assert order.order.payment is Paid.UNPAID
    assert cashier.cart == []
    assert cashier.sent.startswith("Order 001 sent")


def test_every_scan_gets_a_verdict(cashier: Cashier) -> None:
    cashier.scan("8991003")
    assert cashier.verdict == "Added Aqua 600 ml \u00d7 1 8991003"
    cashier.scan("4006381333931")
    assert cashier.verdict == "Unknown code 4006381333931"


def test_goods_scanned_in_a_room_without_goods_are_sold_at_the_counter(
    context: AppContext, shelf: dict[str, Product], said: Said, qtbot: QtBot
) -> None:
    drawer = DrawerPage(context)
    qtbot.addWidget(drawer)
    drawer.scanned("8991003")
    assert said.opened == [("order_entry", {"scanned": "8991003"})]
    cashier = Cashier(context, qtbot)
    cashier.window.opened(scanned="8991003")
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_a_scan_that_fails_behind_the_payment_is_told_in_front_of_it(
    cashier: Cashier, said: Said
) -> None:
    cashier.scan("8991003")
    cashier.press("F9")
    cashier.scan("0000000")
    assert said.notices == ["Unknown code 0000000"]
    cashier.scan("8991001")
    assert len(said.notices) == 1, "what was added stands in the sum"
    assert cashier.page.pieces.amount.amount == 6_800


def test_an_unknown_code_can_become_a_product(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991003", "4006381333931")
    cashier.press("Ctrl+N")
    assert said.opened == [("catalogue", {"new_code": "4006381333931", "for_counter": True})]
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_the_code_of_a_paper_opens_its_order(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991003")
    cashier.press("F10")
    placed = order_history.find()[0]
    cashier.scan(tickets.code(placed.day, placed.number))
    assert said.opened == [("order_history", {"order_id": placed.id})]
    assert cashier.cart == []


def test_a_scan_leaves_half_typed_words_alone(cashier: Cashier) -> None:
    cashier.type("indo")
    cashier.scan("8991003")
    assert cashier.box == "indo"
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_five_star_and_a_scan_is_five(cashier: Cashier) -> None:
    cashier.type("5*")
    cashier.scan("8991001")
    cashier.scan("8991001")
    assert cashier.cart == [("Indomie Goreng", 6)]


def test_the_label_of_a_carton_means_forty(cashier: Cashier, shelf: dict[str, Product]) -> None:
    catalogue.add_barcode(shelf["goreng"].id, "8991040", pcs(40))
    cashier.type("2*")
    cashier.scan("8991040")
    assert cashier.cart == [("Indomie Goreng", 80)]


def test_a_scan_while_a_note_is_typed_adds_and_keeps_the_note(cashier: Cashier) -> None:
    cashier.scan("8991001")
    cashier.press("F3")
    cashier.type("antar")
    cashier.scan("8991003")
    assert cashier.box == "antar"
    assert len(cashier.cart) == 2


# --- typing ----------------------------------------------------------------------------------


def test_hits_open_while_one_types_and_enter_takes_the_first(cashier: Cashier) -> None:
    cashier.type("indo")
    assert sorted(cashier.hits) == ["Indomie Goreng", "Indomie Soto"]
    first = cashier.hits[0]
    cashier.press("Return")
    assert cashier.cart == [(first, 1)]
    assert cashier.box == ""
    assert cashier.hits == []


def test_arrow_down_takes_the_second(cashier: Cashier) -> None:
    cashier.type("indo")
    second = cashier.hits[1]
    cashier.press("Down", "Return")
    assert cashier.cart == [(second, 1)]


def test_a_whole_code_typed_by_hand_is_taken_exactly(cashier: Cashier) -> None:
    cashier.enter("8991004")
    assert cashier.cart == [("Beras Curah", 1)]


def test_a_number_and_a_star_before_a_name(cashier: Cashier) -> None:
    cashier.enter("0,5*beras")
    assert cashier.cart == [("Beras Curah", 0.5)]


def test_half_of_what_is_counted_is_refused_in_a_sentence(cashier: Cashier) -> None:
    cashier.enter("0,5*aqua")
    assert cashier.cart == []
    assert "whole pieces" in cashier.verdict
    cashier.press("Escape", "Escape")
    cashier.enter("aqua")
    cashier.type("0,5*")
    cashier.press("Return", "Backspace")
    cashier.press("F6")
    cashier.enter("1/2")
    assert cashier.cart == [("Aqua 600 ml", 1)]
    assert "whole pieces" in cashier.window.counter.box.foot.label.text()


def test_backspace_takes_the_plate_off(cashier: Cashier) -> None:
    cashier.type("5*")
    cashier.press("Backspace")
    cashier.enter("aqua")
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_enter_in_the_empty_box_repeats(cashier: Cashier) -> None:
    cashier.enter("aqua")
    for _ in range(2):
        cashier.qtbot.waitUntil(lambda: cashier.window.counter.box.entry.listens)
        cashier.press("Return")
    assert cashier.cart == [("Aqua 600 ml", 3)]


def test_enter_in_an_empty_box_of_an_empty_cart_does_nothing(cashier: Cashier) -> None:
    cashier.press("Return")
    assert cashier.cart == []


def test_letters_go_to_the_box_wherever_the_focus_is(cashier: Cashier) -> None:
    cashier.press("Tab")
    assert cashier.focus is not cashier.window.counter.box.entry
    cashier.type("aqua")
    assert cashier.box == "aqua"
    assert cashier.focus is cashier.window.counter.box.entry


def test_enter_presses_a_button_that_has_the_focus(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.window.counter.pieces.keys["order.price_check"].setFocus()
    cashier.press("Return")
    assert cashier.window.counter.box.entry.accessibleName().startswith("Price check")


def test_nothing_found_is_said_and_the_words_stay(cashier: Cashier) -> None:
    cashier.enter("zzyzx brambory")
    assert cashier.verdict == "Not found zzyzx brambory"
    assert cashier.box == "zzyzx brambory"


def test_escape_empties_the_box_and_never_the_cart(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.type("5*indo")
    cashier.press("Escape", "Escape", "Escape")
    assert cashier.box == ""
    assert cashier.cart == [("Aqua 600 ml", 1)]


@pytest.mark.parametrize("typed", ["0*", "9999999999*"])
def test_a_plate_that_cannot_be_is_told_at_once(cashier: Cashier, typed: str) -> None:
    cashier.type(typed)
    assert "Nothing was changed" in cashier.window.counter.box.foot.label.text()


# --- the current line ------------------------------------------------------------------------


def test_plus_and_minus_change_the_current_line(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("+", "+", "-")
    assert cashier.cart == [("Aqua 600 ml", 2)]


@pytest.mark.parametrize("held", [Modifier.ShiftModifier, Modifier.KeypadModifier])
def test_plus_counts_however_the_keyboard_makes_it(cashier: Cashier, held: Modifier) -> None:
    cashier.enter("aqua")
    QTest.keyClick(cashier.focus, Qt.Key.Key_Plus, held)
    assert cashier.cart == [("Aqua 600 ml", 2)]
    assert cashier.box == ""


def test_minus_on_the_last_piece_removes_with_undo(cashier: Cashier, said: Said) -> None:
    cashier.enter("aqua")
    cashier.press("-")
    assert cashier.cart == []
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_delete_removes_the_current_line_and_undo_puts_it_back_in_its_place(
    cashier: Cashier, said: Said
) -> None:
    cashier.scan("8991001", "8991002", "8991003")
    before = cashier.cart
    cashier.press("Up", "Del")
    assert cashier.cart == [before[0], before[2]]
    assert said.deeds == ["Indomie Soto removed from the cart"]
    cashier.window.undo()
    assert cashier.cart == before


def test_page_down_edits_the_line_added_last(cashier: Cashier) -> None:
    cashier.scan("8991001", "8991002", "8991001")
    cashier.press("PgDown")
    cashier.enter("12")
    assert cashier.cart == [("Indomie Goreng", 12), ("Indomie Soto", 1)]


@pytest.mark.parametrize(("typed", "pieces"), [("0,5", 0.5), ("1/2", 0.5), ("150", 150)])
def test_f6_takes_fractions(cashier: Cashier, typed: str, pieces: float) -> None:
    cashier.enter("beras")
    cashier.press("F6")
    cashier.enter(typed)
    assert cashier.cart == [("Beras Curah", pieces)]


@pytest.mark.parametrize("typed", ["0", "-3", "abc", "1000000000000", "1.2.3"])
def test_a_quantity_that_cannot_be_is_told_and_nothing_changes(
    cashier: Cashier, typed: str
) -> None:
    cashier.enter("beras")
    cashier.press("F6")
    cashier.enter(typed)
    assert cashier.cart == [("Beras Curah", 1)]
    assert "Nothing was changed" in cashier.window.counter.box.foot.label.text()
    cashier.press("Escape")
    cashier.enter("aqua")
    assert len(cashier.cart) == 2


def test_f6_takes_other_units_and_packages(cashier: Cashier, shelf: dict[str, Product]) -> None:
    catalogue.add_barcode(shelf["goreng"].id, "18991001", pcs(40))
    cashier.scan("8991004", "8991001")
    cashier.press("F6")
    assert "box of 40" in cashier.window.counter.box.entry.accessibleName()
    cashier.enter("2 dus")
    cashier.press("Up", "F6")
    cashier.enter("250 g")
    assert cashier.cart == [("Beras Curah", 0.25), ("Indomie Goreng", 80)]


@pytest.mark.parametrize("key", ["F6", "F8"])
def test_a_scan_ends_a_question_about_another_line(cashier: Cashier, key: str) -> None:
    """Nothing was typed yet; what is typed now is looked for, and no line gets it."""
    cashier.scan("8991004")
    cashier.press(key)
    cashier.scan("8991003")
    assert plate(cashier) == ""
    assert cashier.window.counter.talk.prompt is cashier.window.counter.talk.search
    assert (cashier.box, cashier.cart) == ("", [("Beras Curah", 1), ("Aqua 600 ml", 1)])


@pytest.mark.parametrize(("key", "total"), [("F6", 5 * 15_000 + 3_500), ("F8", 18_495)])
def test_a_number_half_typed_goes_to_the_line_that_is_named(
    cashier: Cashier, key: str, total: int
) -> None:
    cashier.scan("8991004")
    cashier.press(key)
    cashier.type("5")
    cashier.scan("8991003")
    assert plate(cashier).startswith("Beras Curah")
    assert cashier.window.basket.current == 0
    cashier.press("Return")
    assert cashier.total == total


@pytest.mark.parametrize("key", ["F6", "F8"])
def test_a_question_about_a_line_that_was_taken_back_is_over(cashier: Cashier, key: str) -> None:
    cashier.scan("8991004", "8991003")
    cashier.press(key)
    cashier.type("5")
    cashier.window.undo()
    assert (plate(cashier), cashier.box) == ("", "")
    assert cashier.cart == [("Beras Curah", 1)]


def test_a_click_on_another_line_ends_it_too(cashier: Cashier) -> None:
    cashier.scan("8991004", "8991003")
    cashier.press("F6")
    lines = cashier.window.counter.pieces.cart.rows
    spot = lines.visualRect(lines.model().index(0, 0)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert cashier.window.basket.current == 0
    assert plate(cashier) == ""


def test_a_percentage_off_the_line(cashier: Cashier) -> None:
    cashier.enter("2*beras")
    cashier.press("F8")
    cashier.enter("12,5%")
    assert cashier.total == 26_250


def test_a_percentage_stays_one_whatever_becomes_of_the_goods(cashier: Cashier) -> None:
    cashier.scan("8991004")
    cashier.press("F8")
    cashier.enter("10%")
    assert cashier.total == 13_500
    cashier.press("+")
    assert cashier.total == 27_000
    rows = cashier.window.counter.pieces.cart.rows
    assert "Discount 10%" in rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    cashier.press("F8")
    assert cashier.box == "10%"
    cashier.press("F8")
    cashier.enter("2,5%")
    cashier.scan("8991003")
    assert cashier.total == (27_000 + 3_500) * 975 // 1_000


@pytest.mark.parametrize("typed", ["101%", "1.500%", "0,005%", "%", "-5%", "sepuluh%x", "1/0%"])
def test_a_percentage_that_is_none_changes_nothing(cashier: Cashier, typed: str) -> None:
    cashier.scan("8991004")
    cashier.press("F8")
    cashier.enter(typed)
    assert cashier.total == 15_000
    assert cashier.box == typed


def test_there_is_nothing_to_take_off_an_empty_cart(cashier: Cashier) -> None:
    cashier.press("F8")
    assert plate(cashier) == ""
    cashier.enter("beras")
    assert len(cashier.cart) == 1
    cashier.press("F8")
    assert plate(cashier) == "Beras Curah"


@pytest.mark.parametrize("typed", ["150%", "12,5 %"])
def test_a_percentage_is_no_product(cashier: Cashier, typed: str) -> None:
    a_product("Susu 150% Kalsium 12,5 % 10%", 9_000)
    cashier.enter(typed)
    assert cashier.cart == []
    assert "nothing to take it off" in cashier.verdict
    cashier.press("Escape")
    cashier.scan("8991004")
    cashier.enter(typed)
    assert "F8 takes it off" in cashier.verdict
    assert cashier.total == 15_000


def test_a_price_that_changed_meanwhile_is_said(cashier: Cashier) -> None:
    cashier.scan("8991004")
    product = catalogue.scanned("8991004")[0]
    catalogue.change_product(product.id, price=16_000)
    cashier.scan("8991004")
    assert cashier.total == 31_000
    assert "Rp15.000 \u2192 Rp16.000" in cashier.verdict
    cashier.scan("8991004")
    assert "\u2192" not in cashier.verdict
    cashier.window.basket.select(0)
    cashier.press("+")
    assert [line.price for line in cashier.window.basket.cart.lines] == [15_000, 16_000]
    assert cashier.total == 15_000 + 3 * 16_000
    assert "Rp15.000 \u2192 Rp16.000" in cashier.verdict
    cashier.window.basket.select(0)
    cashier.press("F6")
    cashier.enter("3")
    assert cashier.total == 15_000 + 5 * 16_000
    cashier.window.undo()
    assert cashier.total == 15_000 + 3 * 16_000


def test_a_cart_that_is_taken_up_says_which_prices_are_other(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991004", "8991003")
    held = held_carts.hold(cashier.window.basket.cart).value
    cashier.window.basket.begin()
    product = catalogue.scanned("8991004")[0]
    catalogue.change_product(product.id, price=16_000)
    cashier.window.counter.take_cart(held_carts.resume(held).value)
    told = "Other prices by now: Beras Curah Rp15.000 \u2192 Rp16.000."
    assert said.notices == [f"{told} What is in the cart keeps its own."]
    assert cashier.total == 18_500


def test_f8_twice_is_a_discount_on_the_whole_order(cashier: Cashier) -> None:
    cashier.scan("8991004", "8991003")
    cashier.press("F8", "F8")
    cashier.enter("500")
    assert cashier.window.basket.cart.discount == Discount(500)
    assert cashier.total == 18_000


def test_a_discount_above_the_sum_is_refused(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("F8")
    cashier.enter("3501")
    assert cashier.total == 3_500
    cashier.press("Escape", "F8")
    cashier.enter("101%")
    assert cashier.total == 3_500


def test_a_note_on_the_order_and_on_a_line(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("F3")
    cashier.enter("antar jam 5")
    cashier.press("F3", "F3")
    cashier.enter("yang dingin")
    cart = cashier.window.basket.cart
    assert (cart.note, cart.lines[0].note) == ("antar jam 5", "yang dingin")


def test_a_telephone_number_does_not_get_into_a_note(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("F3")
    cashier.enter("telepon 0812-3456-7890 dulu")
    assert cashier.window.basket.cart.note == "telepon dulu"
    assert cashier.verdict.startswith("1 personal detail removed")


def test_a_note_of_a_million_letters_is_refused(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("F3")
    cashier.window.counter.box.set_text("ab " * 333_333)
    cashier.press("Return")
    assert cashier.window.basket.cart.note == ""
    assert "too long" in cashier.window.counter.box.foot.label.text()


# --- price check -----------------------------------------------------------------------------


def test_a_price_check_tells_and_never_adds(cashier: Cashier) -> None:
    cashier.press("F7")
    cashier.enter("goreng")
    card = cashier.window.counter.pieces.price_card
    assert card.isVisible()
    assert "Rp3.300" in card.accessibleName()
    assert "84 in stock" in card.accessibleName()
    assert "8991001" in card.accessibleName()
    cashier.scan("8991003")
    assert "Aqua 600 ml" in card.accessibleName()
    assert cashier.cart == []
    cashier.press("Escape")
    cashier.scan("8991003")
    assert cashier.cart == [("Aqua 600 ml", 1)]


# --- what may not be sold --------------------------------------------------------------------


def test_a_discontinued_product_is_not_added(cashier: Cashier, shelf: dict[str, Product]) -> None:
    catalogue.change_product(shelf["aqua"].id, active=False)
    cashier.scan("8991003")
    assert cashier.cart == []
    assert "not sold any more" in cashier.verdict


def test_more_than_there_is_of_a_guarded_product_is_refused(
    cashier: Cashier, shelf: dict[str, Product]
) -> None:
    catalogue.change_product(shelf["soto"].id, stock_policy="block")
    cashier.enter("36*soto")
    cashier.press("+")
    assert cashier.cart == [("Indomie Soto", 36)]
    assert "only 36 left" in cashier.verdict


def test_more_than_there_is_of_a_watched_product_is_added_with_a_warning(
    cashier: Cashier, shelf: dict[str, Product]
) -> None:
    catalogue.change_product(shelf["soto"].id, stock_policy="warn")
    cashier.enter("40*soto")
    assert cashier.cart == [("Indomie Soto", 40)]
    assert "only 36 in stock" in cashier.verdict


def test_when_another_counter_took_the_last_piece_nothing_is_lost(
    cashier: Cashier, shelf: dict[str, Product]
) -> None:
    catalogue.change_product(shelf["soto"].id, stock_policy="block")
    cashier.enter("36*soto")
    orders.place(cart_of((shelf["soto"], pcs(1))))
    cashier.press("F10")
    assert cashier.cart == [("Indomie Soto", 36)]
    assert "36 wanted, only 35 left" in cashier.verdict
    assert len(cashier.orders) == 1


# --- sending ---------------------------------------------------------------------------------


def test_pressing_twice_places_once(cashier: Cashier) -> None:
    cashier.scan("8991001")
    QTest.keyClick(cashier.focus, Qt.Key.Key_F10)
    QTest.keyClick(cashier.focus, Qt.Key.Key_F10)
    cashier.hear()
    assert len(cashier.orders) == 1


def test_an_empty_cart_cannot_be_sent(cashier: Cashier) -> None:
    cashier.press("F10", "F9", "F4")
    assert cashier.orders == []
    assert cashier.page is cashier.window.counter


def test_the_number_stays_until_the_next_product(cashier: Cashier) -> None:
    cashier.scan("8991001")
    cashier.press("F10")
    assert cashier.sent.startswith("Order 001 sent. Rp3.300, to be paid later")
    cashier.scan("8991002")
    assert cashier.sent == ""


def test_an_order_says_how_it_came_in(cashier: Cashier) -> None:
    for scanned, typed, channel in (
        ("8991001", "aqua", "mixed"), ("", "aqua", "keyed"), ("8991001", "", "scanned"),
    ):  # fmt: skip
        if scanned:
            cashier.scan(scanned)
        if typed:
            cashier.enter(typed)
        cashier.press("F10")
        assert cashier.orders[0].channel == channel


def test_the_orders_sent_last_stand_at_the_side(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991001")
    cashier.press("F10")
    (sent,) = cashier.window.counter.pieces.last_sent.findChildren(SentRow)
    assert sent.accessibleName() == "001 Waiting"
    QTest.mouseClick(sent, Qt.MouseButton.LeftButton)
    assert said.opened == [("order_history", {"order_id": cashier.orders[0].order.id})]


def test_the_orders_of_this_counter_stand_first_among_those_sent_last(cashier: Cashier) -> None:
    mine = an_order()
    with at_station("2"):
        others = [an_order() for _ in range(6)]
    cashier.hear()
    last = cashier.window.counter.pieces.last_sent
    cashier.qtbot.waitUntil(lambda: bool(last.findChildren(SentRow)))
    numbers = [row.order.number for row in last.findChildren(SentRow)]
    assert numbers == [mine.number, *[order.number for order in reversed(others)][:3]]


# --- undo ------------------------------------------------------------------------------------


def test_every_step_can_be_undone_and_done_again(cashier: Cashier) -> None:
    cashier.scan("8991001", "8991003")
    cashier.press("+", "F8")
    cashier.enter("100")
    cashier.press("F3")
    cashier.enter("dingin")
    after = cashier.window.basket.cart
    for _ in range(5):
        cashier.window.undo()
    assert cashier.cart == []
    for _ in range(5):
        cashier.window.redo()
    assert cashier.window.basket.cart == after


def test_undoing_any_steps_restores_the_cart(
    context: AppContext, shelf: dict[str, Product]
) -> None:
    chance = random.Random(7)
    for _ in range(20):
        basket = CartEditor(context)
        basket.begin()
        seen = [basket.cart]
        for _ in range(chance.randint(1, 15)):
            _any_step(basket, chance, list(shelf.values()))
            seen.append(basket.cart)
        back = chance.randint(1, len(seen) - 1)
        for _ in range(back):
            basket.undo()
        assert basket.cart == seen[-1 - back]
        basket.save_draft()  # now, and not half a second later into the shop of another test


def _any_step(basket: CartEditor, chance: random.Random, products: list[Product]) -> None:
    steps: list[Callable[[], Any]] = [
        lambda: basket.add(chance.choice(products), chance.randint(1, 5000)),
    ]
    if basket.cart.lines:
        at = chance.randrange(len(basket.cart.lines))
        steps += [
            lambda: basket.set_quantity(at, chance.randint(1, 9000)),
            lambda: basket.remove(at),
            lambda: basket.change(lambda cart: cart.set_line_discount(at, Discount(1))),
            lambda: basket.change(lambda cart: cart.set_note(str(chance.random()))),
        ]
    chance.choice(steps)()


def test_an_order_that_was_sent_is_not_undone_into_the_cart(cashier: Cashier) -> None:
    cashier.scan("8991001")
    cashier.press("F10")
    cashier.window.undo()
    assert cashier.cart == []


# --- touch and large screens -----------------------------------------------------------------


def test_a_tile_adds_its_product_and_counts_it(
    context: AppContext, shelf: dict[str, Product], qtbot: QtBot
) -> None:
    catalogue.change_product(shelf["aqua"].id, favourite=1)
    cashier = Cashier(context, qtbot, WIDE)
    view = cashier.window.counter.pieces.tiles.list_view
    spot = view.visualRect(view.model().index(0, 0)).center()
    for _ in range(2):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert cashier.cart == [("Aqua 600 ml", 2)]
    cashier.enter("goreng")
    assert cashier.cart[1] == ("Indomie Goreng", 1)


def test_the_steppers_of_the_current_line_can_be_pressed(cashier: Cashier) -> None:
    cashier.enter("3*aqua")
    view = cashier.window.counter.pieces.cart.rows
    box = view.visualRect(view.model().index(0, 0))
    painter = cashier.window.counter.pieces.cart.painter
    (_, minus), (_, plus) = painter.steppers(box, cashier.window.basket.cart.lines[0])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=plus.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=plus.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=minus.center())
    assert cashier.cart == [("Aqua 600 ml", 4)]


def test_a_hit_can_be_pressed(cashier: Cashier) -> None:
    cashier.type("aqua")
    view = cashier.window.counter.talk.finder.list
    spot = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert cashier.cart == [("Aqua 600 ml", 1)]
    assert cashier.focus is cashier.window.counter.box.entry


def test_the_hints_stand_for_their_keys(cashier: Cashier) -> None:
    cashier.enter("3*aqua")
    cashier.press("F6")
    cashier.type("7")
    QCoreApplication.sendPostedEvents()  # all stands where it will be seen
    hints = cashier.window.counter.box.hints
    QTest.mouseClick(hints, Qt.MouseButton.LeftButton, pos=hints.place_of("Enter").center())
    assert cashier.cart == [("Aqua 600 ml", 7)]


def test_the_keys_of_the_counter_do_not_work_behind_the_payment(cashier: Cashier) -> None:
    cashier.scan("8991001")
    cashier.press("F9", "Del", "F4")
    assert cashier.cart == [("Indomie Goreng", 1)]
    assert cashier.page is cashier.window.payment


# --- the window itself -----------------------------------------------------------------------


def test_the_lists_keep_the_rules_of_their_models(cashier: Cashier) -> None:
    for view in cashier.window.findChildren(QAbstractItemView):
        model = view.model()
        if isinstance(model, RowsModel):
            mode = QAbstractItemModelTester.FailureReportingMode.Fatal
            QAbstractItemModelTester(model, mode, model)
    cashier.scan("8991001", "8991002", "8991003")
    cashier.press("Up", "Del", "+")
    cashier.type("indo")
    cashier.press("Escape")
    assert len(cashier.cart) == 2


def test_a_closed_window_is_gone(
    context: AppContext, shelf: dict[str, Product], qtbot: QtBot
) -> None:
    cashier = Cashier(context, qtbot)
    cashier.scan("8991001")
    cashier.press("F9", "Escape")
    window = weakref.ref(cashier.window)
    cashier.close()
    del cashier
    gc.collect()
    assert window() is None


def test_a_rebuilt_window_goes_on_with_the_cart(
    context: AppContext, shelf: dict[str, Product], qtbot: QtBot
) -> None:
    before = Cashier(context, qtbot)
    before.scan("8991001", "8991003")
    cart = before.cart
    after = Cashier(context, qtbot)
    after.window.restore_state(before.window.save_state())
    before.close()
    assert after.cart == cart
    after.close()
    assert Cashier(context, qtbot).cart == cart


def test_a_rebuilt_window_leaves_no_second_cart_behind(
    context: AppContext, shelf: dict[str, Product], qtbot: QtBot
) -> None:
    before = Cashier(context, qtbot)
    before.scan("8991001")  # its draft is not written yet
    after = Cashier(context, qtbot)
    after.window.restore_state(before.window.save_state())
    after.press("F10")
    before.close()
    assert held_carts.drafts() == {}
    assert Cashier(context, qtbot).cart == []


def test_the_price_in_the_cart_is_the_one_of_the_moment_it_was_added(
    cashier: Cashier, shelf: dict[str, Product]
) -> None:
    cashier.scan("8991003")
    catalogue.change_product(shelf["aqua"].id, price=9_000)
    cashier.hear()
    assert cashier.total == 3_500


def test_the_stock_in_the_hits_is_that_of_now(cashier: Cashier, shelf: dict[str, Product]) -> None:
    stock.adjust(shelf["goreng"].id, 0)
    cashier.type("goreng")
    view = cashier.window.counter.talk.finder.list
    assert "None left" in view.model().index(0, 0).data()


# --- a catalogue so large that its names are not ready yet --------------------------------------


class Later:
    """A worker that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, Any]] = []

    def ask(self, question: Any, then: Any, failed: Any = None, owner: Any = None) -> None:
        self.asked.append((question, then))

    def answer(self) -> None:
        asked, self.asked = self.asked, []
        for question, then in asked:
            then(question())


def test_typing_never_waits_for_the_names_to_be_ready(
    cashier: Cashier, monkeypatch: pytest.MonkeyPatch
) -> None:
    cashier.context.background = later = Later()  # type: ignore[assignment]
    with monkeypatch.context() as busy:
        busy.setattr(product_search, "at_hand", lambda text, limit: None)
        cashier.type("gor")
        cashier.press("Return")
        assert (cashier.box, cashier.cart) == ("gor", [])
        cashier.type("eng")
        assert cashier.cart == [], "who goes on typing means something else"
        cashier.press("Return")
    later.answer()
    assert cashier.cart == [("Indomie Goreng", 1)], "Enter takes what is found, once it is found"
    assert cashier.box == ""


def test_nothing_is_at_hand_while_the_names_are_read_elsewhere(shelf: dict[str, Product]) -> None:
    assert product_search.at_hand("goreng") is None, "they were never read"
    product_search.prepare()
    found = product_search.at_hand("goreng")
    assert found
    assert found[0].name == "Indomie Goreng"
    with ThreadPoolExecutor(1) as other, product_search.current():
        assert other.submit(product_search.at_hand, "goreng").result() is None


@pytest.mark.parametrize(
    ("key", "typed"), [("F8", "10%"), ("F3", "no ice"), ("F6", "3"), ("Ctrl+U", "17")]
)
def test_the_key_of_a_question_pressed_twice_leaves_what_is_typed(
    cashier: Cashier, clock: SetClock, key: str, typed: str
) -> None:
    cashier.enter("aqua")
    cashier.press(key)
    cashier.type(typed)
    cashier.press(key)
    assert cashier.box == typed
    cashier.press("Return")
    cart = cashier.window.basket.cart
    said = {
        "F8": cart.discount == Discount(rate=1000),
        "F3": cart.lines[0].note == "no ice",
        "F6": cart.lines[0].quantity == 3000,
        "Ctrl+U": cart.wanted_at is not None,
    }
    assert said[key]


# --- wanted later ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("17", "Monday, 9 March 2026, 17:00"),
        ("jam 5 sore", "Monday, 9 March 2026, 17:00"),
        ("5pm", "Monday, 9 March 2026, 17:00"),
        ("besok 9.00", "Tuesday, 10 March 2026, 09:00"),
        ("Sabtu 10", "Saturday, 14 March 2026, 10:00"),
    ],
)
def test_a_time_is_shown_as_it_is_understood_while_one_types(
    cashier: Cashier, clock: SetClock, typed: str, understood: str
) -> None:
    cashier.enter("aqua")
    cashier.press("Ctrl+U")
    cashier.type(typed)
    assert cashier.window.counter.box.foot.text() == understood
    cashier.press("Return")
    wanted = cashier.window.basket.cart.wanted_at
    assert wanted is not None
    assert cashier.context.format.long_date_and_time(wanted) == understood
    cashier.press("Ctrl+U", "Return")  # it is read back as it stands there
    assert cashier.window.basket.cart.wanted_at == wanted


def test_a_time_that_is_sooner_than_usual_is_kept_and_said_before_and_after(
    cashier: Cashier, clock: SetClock
) -> None:
    soon, usual = (cashier.context.format.time(shop_clock.now() + n * MINUTE) for n in (3, 10))
    cashier.enter("aqua")
    cashier.press("Ctrl+U")
    cashier.type(soon)
    foot = cashier.window.counter.box.foot.text()
    assert foot.endswith(f"sooner than usual ({usual}); it is prepared at once")
    cashier.press("Return", "F10")
    told = f"For {soon} \u2014 that is soon: as a rule it is ready at {usual}"
    assert told in cashier.window.counter.pieces.placed.accessibleName()
    (card,) = fulfilment_queue.waiting()
    assert card.promised_at == shop_clock.now() + 3 * MINUTE


def test_a_time_that_is_over_when_the_order_is_sent_is_told(
    cashier: Cashier, clock: SetClock
) -> None:
    cashier.enter("aqua")
    cashier.press("Ctrl+U")
    cashier.enter(soon := cashier.context.format.time(shop_clock.now() + 3 * MINUTE))
    clock.forward(5)
    cashier.press("F10")
    assert (
        f"{soon} is over: ready at about" in cashier.window.counter.pieces.placed.accessibleName()
    )


@pytest.mark.parametrize("typed", ["kemarin 9", "jam 25", "jam 5", "hari ini 8.00"])
def test_a_time_in_doubt_or_over_is_refused_and_kept(
    cashier: Cashier, clock: SetClock, typed: str
) -> None:
    cashier.enter("aqua")
    cashier.press("Ctrl+U")
    cashier.enter(typed)
    assert cashier.window.basket.cart.wanted_at is None
    assert cashier.box == typed
    assert typed in cashier.window.counter.box.foot.text()


@pytest.mark.parametrize("size", [(1366, 680), (1280, 580)])
def test_the_buttons_stay_where_they_are_whatever_is_said_of_the_order(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    a_product("Aqua 600 ml", 3_500)
    cashier = Cashier(context, qtbot, size)
    cashier.enter("aqua")
    counter = cashier.window.counter
    buttons = [b for b in counter.findChildren(ActionButton) if b.isVisible()]
    assert len(buttons) > 10

    def places() -> list[QPoint]:
        return [button.mapTo(counter, QPoint()) for button in buttons]

    before = places()
    for key, said in (("F8", "10%"), ("F3", "Titip di depan"), ("Ctrl+U", "23.55")):
        cashier.press(key)
        cashier.enter(said)
        assert places() == before, said


def test_all_buttons_are_in_sight_beside_the_bars_of_a_desktop(
    context: AppContext, qtbot: QtBot
) -> None:
    """What a title bar and the bar of pages leave of 1366×743."""
    cashier = Cashier(context, qtbot, (1366, 654))
    counter = cashier.window.counter
    buttons = [b for b in counter.findChildren(ActionButton) if b.isVisible()]
    assert len(buttons) > 10
    assert [b.text() for b in buttons if b.visibleRegion().boundingRect() != b.rect()] == []
    # Picture, word and key of each have room.
    assert [b.text() for b in buttons if b.sizeHint().width() > b.width()] == []


@pytest.mark.parametrize("size", [(1366, 680), (960, 472), (800, 512)])
def test_when_it_is_wanted_is_read_to_its_end(
    context: AppContext, qtbot: QtBot, clock: SetClock, size: tuple[int, int]
) -> None:
    a_product("Aqua 600 ml", 3_500)
    cashier = Cashier(context, qtbot, size)
    cashier.enter("aqua")
    cashier.press("F3")
    cashier.enter("Dua plastik, yang kecil di dalam yang besar")
    cashier.press("Ctrl+U")
    cashier.enter("besok 9")
    wanted = cashier.window.counter.pieces.total.wanted
    assert wanted.width() >= wanted.sizeHint().width()
