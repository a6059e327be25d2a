"""Paying at the counter: sums by key, change, several ways, and nothing lost when it fails."""

from functools import partial
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.input.actions import why_not
from gui.payment.method_texts import COMMANDS
from gui.shell.app_context import AppContext
from gui.words.language import Language
from gui.words.state_words import method_text
from models import print_spool
from models.catalogue import catalogue
from models.errors import DiskFull
from models.formats import qris
from models.orders import drawer, orders
from models.orders.payments import METHODS
from models.print_spool import PrintRequest
from models.settings import preferences
from models.stages import Paid
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import Cashier
from tests.readable import STATIC_QRIS as STATIC
from tests.readable import a_product


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    """Rp251.000 is due."""
    a_product("Beras Raja Lele 5 kg", 251_000, barcodes=["8991001"])
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    cashier = Cashier(context, qtbot)
    cashier.scan("8991001")
    cashier.press("F9")
    return cashier


def paid(cashier: Cashier) -> list[tuple[str, int, int]]:
    """Method, amount and what was handed over, of the order placed last."""
    return [(p.method, p.amount, p.tendered) for p in cashier.orders[0].payments]


def face(cashier: Cashier) -> str:
    """What Enter will do."""
    return cashier.window.payment.pieces.take.text()


def refusal(cashier: Cashier) -> str:
    """What is said above the buttons, empty when nothing is."""
    trouble = cashier.window.payment.pieces.trouble
    return trouble.text() if trouble.isVisible() else ""


def listens(cashier: Cashier) -> bool:
    return cashier.window.payment.listens


def due(cashier: Cashier) -> int:
    return cashier.window.payment.till.rest


# --- cash ------------------------------------------------------------------------------------


def test_cash_that_no_till_has_is_asked_about_once(cashier: Cashier, said: Said) -> None:
    for _ in range(3):
        cashier.press("Return")
        cashier.scan("8991003")
        cashier.press("F9")
    assert [text.partition(".")[0] for text in said.notices] == ["No till is open at this station"]
    remedy = said.remedies[0]
    assert remedy is not None
    remedy()
    assert said.opened == [("drawer", {})]


def test_an_open_till_and_other_ways_to_pay_are_no_question(cashier: Cashier, said: Said) -> None:
    cashier.press("q", "Return")
    drawer.open_drawer(0)
    cashier.scan("8991003")
    cashier.press("F9", "Return")
    assert len(cashier.orders) == 2
    assert said.notices == []


def test_pay_and_enter_is_the_exact_sum(cashier: Cashier) -> None:
    assert face(cashier) == "Done, exact sum"
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 251_000)]
    assert cashier.orders[0].order.payment is Paid.PAID
    assert cashier.sent.startswith("Order 001 sent. Rp251.000, paid")


def test_the_receipt_of_what_was_just_paid_is_one_key_away(cashier: Cashier, said: Said) -> None:
    """Until the next order begins; then its key says where receipts are."""
    cashier.press("Return", "Ctrl+P")
    assert said.printed == [(PrintRequest("receipt", cashier.orders[0].order.id), False)]
    cashier.scan("8991003")
    cashier.press("Ctrl+P")
    assert len(said.printed) == 1
    printing = cashier.context.actions.of(cashier.window.counter, "payment.print")
    assert why_not(printing) == "Receipts of earlier orders are printed in All orders"


def test_alt_and_a_number_take_a_suggested_sum(cashier: Cashier) -> None:
    cashier.press("Alt+5")
    assert face(cashier) == "Done, Rp50.000 back"
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 301_000)]


def test_typed_digits_replace_the_proposed_sum(cashier: Cashier) -> None:
    cashier.type("300000")
    assert cashier.window.payment.pieces.amount.entry.text() == "Rp300.000"
    assert cashier.window.payment.pieces.change.accessibleName() == "Change Rp49.000"
    assert face(cashier) == "Done, Rp49.000 back"
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 300_000)]
    assert cashier.window.counter.pieces.placed.change.accessibleName() == "Change Rp49.000"


@pytest.mark.parametrize("keys", [("Ctrl+A",), ("Home",), ("Shift+Home",), ("Left", "Left")])
def test_whatever_is_marked_of_the_proposed_sum_the_first_digit_replaces_all_of_it(
    cashier: Cashier, keys: tuple[str, ...]
) -> None:
    """215 000 begins with a digit that stands in 251 000 as well."""
    cashier.press(*keys)
    cashier.type("215000")
    assert cashier.window.payment.pieces.amount.entry.text() == "Rp215.000"


def test_a_sum_is_pasted_over_the_proposed_one_that_was_marked(cashier: Cashier) -> None:
    cashier.press("Ctrl+A")
    cashier.paste("251000")
    assert cashier.window.payment.pieces.amount.entry.text() == "Rp251.000"


@pytest.mark.parametrize("typed", ["", "300000"])
def test_a_double_click_marks_the_whole_sum(cashier: Cashier, typed: str) -> None:
    entry = cashier.window.payment.pieces.amount.entry
    cashier.type(typed)
    spot = entry.rect().center()
    spot.setX(entry.width() - 30)
    QTest.mouseDClick(entry, Qt.MouseButton.LeftButton, pos=spot)
    cashier.type("60000")
    assert entry.text() == "Rp60.000"


def test_backspace_takes_one_digit(cashier: Cashier) -> None:
    cashier.type("3000005")
    cashier.press("Backspace")
    assert cashier.window.payment.pieces.amount.amount == 300_000


def test_the_keys_of_the_touch_pad(cashier: Cashier) -> None:
    pad = cashier.window.payment.pieces.pad
    for key in ("3", "0", "00", "00", "0", ""):
        QTest.mouseClick(pad[key], Qt.MouseButton.LeftButton)
    assert cashier.window.payment.pieces.amount.amount == 300_000
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 300_000)]


@pytest.mark.parametrize("typed", ["99999999999999999999", "abc"])
def test_nonsense_in_the_amount_is_bounded(cashier: Cashier, typed: str) -> None:
    cashier.window.payment.pieces.amount.entry.setFocus()
    QTest.keyClicks(cashier.window.payment.pieces.amount.entry, typed)
    assert 0 <= cashier.window.payment.pieces.amount.amount < 10**13


def test_decimals_that_are_not_zeros_are_refused_and_zeros_are_none(cashier: Cashier) -> None:
    cashier.type("54500,50")
    assert cashier.window.payment.pieces.amount.amount == 54_500
    assert refusal(cashier) == "Only digits count here"
    cashier.press("Alt+5")
    cashier.type("300000,00")
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 300_000)]


def test_what_no_coin_makes_up_is_said_beside_the_notes(cashier: Cashier) -> None:
    cashier.type("277625")
    notes = cashier.window.payment.pieces.change.notes
    assert notes.accessibleName().endswith(
        "1 \u00d7 20,000, 1 \u00d7 5,000, 1 \u00d7 1,000, 1 \u00d7 500, 1 \u00d7 100, + Rp25"
    )


# --- other ways ------------------------------------------------------------------------------


@pytest.mark.parametrize(("letter", "method"), [("Q", "qris"), ("D", "card"), ("R", "transfer")])
def test_a_letter_chooses_the_way(cashier: Cashier, letter: str, method: str) -> None:
    cashier.press(letter)
    assert face(cashier) == "Rp251.000 has arrived"
    cashier.press("Return")
    assert paid(cashier) == [(method, 251_000, 251_000)]


def test_cash_is_t_for_tunai_in_indonesian(
    language: Language, context: AppContext, cashier: Cashier, qtbot: QtBot
) -> None:
    cashier.press("Escape", "F4", "Return")
    language.choose("id")
    kasir = Cashier(context, qtbot)
    kasir.scan("8991003")
    kasir.press("F9", "Q", "T", "Return")
    assert paid(kasir) == [("cash", 3_500, 3_500)]


def test_more_than_due_by_card_is_not_taken(cashier: Cashier) -> None:
    cashier.press("D")
    cashier.type("300000")
    pieces = cashier.window.payment.pieces
    assert not pieces.take.isEnabled()
    assert "gives no change" in pieces.take.accessibleName()
    assert "300.000" not in pieces.advice.accessibleName()
    cashier.press("Return")
    assert cashier.orders == []


def test_part_in_cash_and_the_rest_by_qris(cashier: Cashier) -> None:
    cashier.press("S")
    cashier.type("100000")
    assert face(cashier) == "Take Rp100.000, Rp151.000 is left"
    cashier.press("Return")
    assert due(cashier) == 151_000
    assert cashier.orders == []
    cashier.press("Q", "Return")
    assert paid(cashier) == [("cash", 100_000, 100_000), ("qris", 151_000, 151_000)]


def test_the_second_of_two_enters_does_not_take_the_rest(cashier: Cashier) -> None:
    """The rest is proposed, and nobody has received it yet."""
    cashier.press("S")
    cashier.type("50000")
    cashier.press("Return", "Return")
    assert (cashier.orders, due(cashier)) == ([], 201_000)
    cashier.qtbot.waitUntil(partial(listens, cashier))
    cashier.press("Return")
    assert [sheet.order.paid for sheet in cashier.orders] == [251_000]


def test_what_is_typed_after_a_part_is_taken_at_once(cashier: Cashier) -> None:
    cashier.press("S")
    cashier.type("50000")
    cashier.press("Return")
    cashier.type("210000")
    cashier.press("Return")
    assert paid(cashier) == [("cash", 50_000, 50_000), ("cash", 201_000, 210_000)]


def test_part_by_card_and_the_rest_in_cash_with_change(cashier: Cashier) -> None:
    cashier.press("D")
    cashier.type("51000")
    cashier.press("S", "C")
    cashier.type("250000")
    cashier.press("Return")
    assert paid(cashier) == [("card", 51_000, 51_000), ("cash", 200_000, 250_000)]


def test_a_part_now_and_the_rest_later(cashier: Cashier) -> None:
    cashier.type("100000")
    cashier.press("S", "F10")
    order = cashier.orders[0].order
    assert (order.paid, order.payment) == (100_000, Paid.PART)
    told = "Order 001 sent. Rp251.000, of which Rp151.000 is still to be paid"
    assert cashier.sent.startswith(told)


def test_escape_clears_what_was_typed_then_asks_and_gives_the_part_back(cashier: Cashier) -> None:
    cashier.type("100000")
    cashier.press("S")
    cashier.type("7")
    cashier.press("Escape")
    assert (due(cashier), cashier.page.pieces.amount.amount) == (151_000, 151_000)
    cashier.press("Escape", "Escape")
    assert due(cashier) == 151_000, "the second of two keys does not answer"
    assert "gives Rp100.000 (Cash) back" in cashier.page.pieces.trouble.text()
    cashier.qtbot.waitUntil(partial(listens, cashier))
    cashier.press("Escape")
    assert due(cashier) == 251_000
    cashier.press("Escape")
    assert cashier.page is cashier.window.counter
    assert cashier.cart == [("Beras Raja Lele 5 kg", 1)]
    assert cashier.orders == []


def test_a_part_that_is_more_than_what_is_due_by_now_is_told(cashier: Cashier) -> None:
    cashier.press("Escape")
    cashier.scan("8991003")
    cashier.press("F9")
    cashier.type("252000")
    cashier.press("S")
    cashier.window.undo()
    assert due(cashier) == 251_000
    assert "Rp252.000 that was taken goes back" in cashier.page.pieces.trouble.text()


def test_a_part_that_was_taken_is_told_where_something_else_is_done(
    cashier: Cashier, said: Said
) -> None:
    cashier.type("100000")
    cashier.press("S")
    cashier.window.opened(created=catalogue.by_category("")[0].id)
    assert cashier.page is cashier.window.counter
    assert said.notices == ["Rp100.000 that was taken goes back to the customer"]


def test_far_too_much_is_asked_about_once(cashier: Cashier) -> None:
    """A slip of the finger, or a barcode: no till pays a hundred thousand back without a word."""
    cashier.scan("8991003")
    cashier.press("F9")
    cashier.type("9999999")
    cashier.press("Return")
    assert cashier.orders == []
    assert "once more" in cashier.page.pieces.take.accessibleName()
    cashier.press("Backspace", "Return")
    assert cashier.orders == [], "another sum is asked about anew"
    cashier.press("Return")
    assert cashier.orders == [], "the second of two keys does not answer"
    cashier.qtbot.waitUntil(partial(listens, cashier))
    cashier.press("Return")
    assert [sheet.payments[0].tendered for sheet in cashier.orders] == [999_999]


def test_zero_is_not_taken(cashier: Cashier) -> None:
    cashier.press("S", "Return")
    assert cashier.page is cashier.window.payment
    assert cashier.orders == []


def test_a_free_order_needs_no_money(cashier: Cashier) -> None:
    cashier.press("Escape", "F8")
    cashier.enter("100%")
    cashier.press("F9")
    assert face(cashier) == "Done, nothing to pay"
    cashier.press("Return")
    assert cashier.orders[0].order.total == 0


@pytest.mark.parametrize("letter", ["C", "Q", "D", "R"])
def test_less_than_is_due_is_a_part_only_when_that_is_said(cashier: Cashier, letter: str) -> None:
    cashier.press(letter)
    cashier.type("1")
    cashier.press("Return", "Return", "Enter")
    assert cashier.orders == []
    assert due(cashier) == 251_000
    assert refusal(cashier) == "Rp250.999 is missing. S takes it as a part"
    take = cashier.window.payment.pieces.take
    before = take.mapTo(cashier.window, take.rect().topLeft()), take.size()
    cashier.press("Backspace")
    assert refusal(cashier) == ""
    assert (take.mapTo(cashier.window, take.rect().topLeft()), take.size()) == before
    cashier.type("1")
    cashier.press("S")
    assert due(cashier) == 250_999


def test_what_is_due_is_never_green(cashier: Cashier) -> None:
    panel = cashier.window.payment.pieces.change
    assert panel.accessibleName() == "Change Rp0"
    for typed, name in (("2", "Still to pay Rp250.998"), ("51000", "Change Rp0")):
        cashier.type(typed)
        assert panel.accessibleName() == name
    green = cashier.context.theme.color("ready_soft")
    cashier.press("Backspace")
    assert panel.grab().toImage().pixelColor(40, 4) == cashier.context.theme.color("warn_soft")
    cashier.type("0")
    assert panel.grab().toImage().pixelColor(40, 4) == green


@pytest.mark.parametrize(
    "pasted", ["7" * 1_000_000, "x" * 1_000_000, "12abc", "-5000", "1e9", "54500,50"]
)
def test_what_is_no_sum_is_refused_and_nothing_is_lost(cashier: Cashier, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    cashier.press("Ctrl+V")
    assert cashier.window.payment.pieces.amount.amount == 251_000
    assert refusal(cashier) == "Only digits count here"
    cashier.press("Return")
    assert paid(cashier) == [("cash", 251_000, 251_000)]


@pytest.mark.parametrize("pasted", ["Rp 300.000", "300000", "300,000", "300rb", "Rp 300.000,00"])
def test_a_sum_is_pasted_as_people_write_it(cashier: Cashier, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    cashier.press("Ctrl+V")
    assert cashier.window.payment.pieces.amount.amount == 300_000
    cashier.press("Ctrl+A", "Ctrl+V")
    assert cashier.window.payment.pieces.amount.amount == 300_000


# --- the receipt -----------------------------------------------------------------------------


def papers() -> list[str]:
    return [job.request.paper for job in print_spool.outstanding()]


def test_a_receipt_is_wished_for_where_a_printer_is(context: AppContext, cashier: Cashier) -> None:
    context.station.remember("printing/way", "pdf")
    cashier.press("Escape", "F9", "Return")
    assert papers() == ["receipt"]


def test_ctrl_p_goes_without_a_receipt_this_once(context: AppContext, cashier: Cashier) -> None:
    context.station.remember("printing/way", "pdf")
    cashier.press("Escape", "F9", "Ctrl+P", "Return")
    assert papers() == []
    cashier.scan("8991003")
    cashier.press("F9", "Return")
    assert papers() == ["receipt"]


def test_without_a_printer_nothing_is_offered(context: AppContext, cashier: Cashier) -> None:
    assert not cashier.window.payment.pieces.receipt.isVisible()
    cashier.press("Return")
    assert papers() == []


# --- in the middle of it ---------------------------------------------------------------------


def test_one_more_thing_is_scanned_while_paying(cashier: Cashier) -> None:
    cashier.type("100000")
    cashier.press("S")
    cashier.scan("8991003")
    assert due(cashier) == 154_500
    cashier.press("Return")
    assert cashier.orders[0].order.total == 254_500
    assert cashier.orders[0].order.payment is Paid.PAID


def test_when_the_disk_is_full_it_is_said_and_nothing_is_lost(
    cashier: Cashier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise DiskFull("no space left")

    place = orders.place
    monkeypatch.setattr(orders, "place", full)
    cashier.type("300000")
    cashier.press("Return")
    assert "The disk is full" in cashier.window.payment.pieces.trouble.text()
    assert cashier.page is cashier.window.payment
    assert cashier.cart == [("Beras Raja Lele 5 kg", 1)]
    monkeypatch.setattr(orders, "place", place)
    cashier.press("Alt+1", "Return")
    assert paid(cashier) == [("cash", 251_000, 251_000)]


def test_enter_pressed_twice_pays_once(cashier: Cashier) -> None:
    entry = cashier.focus
    QTest.keyClick(entry, Qt.Key.Key_Return)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    cashier.hear()
    assert len(cashier.orders) == 1
    assert len(cashier.orders[0].payments) == 1


def test_five_typed_lines_paid_exactly(context: AppContext, qtbot: QtBot) -> None:
    for name in ("Aqua", "Bimoli", "Gula", "Kopi", "Susu"):
        a_product(name, 5_000)
    cashier = Cashier(context, qtbot)
    for typed in ("2*aq", "3*bi", "gu", "ko", "su"):
        cashier.enter(typed)
    cashier.press("F9", "Return")
    assert cashier.orders[0].order.total == 40_000
    assert cashier.orders[0].order.payment is Paid.PAID


# --- QRIS ------------------------------------------------------------------------------------


def seen_by_a_phone(cashier: Cashier) -> list[str]:
    """The codes that can be read on a picture of the screen."""
    grey = cashier.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return [code.text for code in zxingcpp.read_barcodes(rows[:, : grey.width()].copy())]


def test_the_shops_qris_is_shown_with_the_sum(cashier: Cashier) -> None:
    preferences.put(preferences.QRIS, STATIC)
    cashier.press("Esc", "F9", "Q")
    assert seen_by_a_phone(cashier) == [qris.with_amount(STATIC, 251_000)]
    code = cashier.window.payment.pieces.qris
    dark = code.width() * (1 - 8 / (len(code.modules) + 8))
    assert dark / 96 * 25.4 >= 30, "millimetres"
    cashier.type("100000")
    assert seen_by_a_phone(cashier) == [qris.with_amount(STATIC, 100_000)]
    cashier.press("S")
    assert seen_by_a_phone(cashier) == [qris.with_amount(STATIC, 151_000)]
    assert "has arrived" in face(cashier), "the cashier confirms; a code is no proof"
    cashier.qtbot.waitUntil(partial(listens, cashier))
    cashier.press("Return")
    assert paid(cashier) == [("qris", 100_000, 100_000), ("qris", 151_000, 151_000)]


def test_cash_shows_no_code(cashier: Cashier) -> None:
    preferences.put(preferences.QRIS, STATIC)
    cashier.press("Esc", "F9", "Q", "C")
    assert seen_by_a_phone(cashier) == []


def test_without_a_qris_the_method_works_and_says_where_to_set_it(cashier: Cashier) -> None:
    cashier.press("Q")
    assert seen_by_a_phone(cashier) == []
    assert "Settings, Shop" in cashier.window.payment.pieces.advice.accessibleName()
    cashier.press("Return")
    assert paid(cashier) == [("qris", 251_000, 251_000)]


# --- rounding of cash ------------------------------------------------------------------------


def test_cash_is_rounded_and_the_rest_of_the_ways_are_not(cashier: Cashier) -> None:
    a_product("Gula curah", 1_260, barcodes=["8991009"])
    preferences.put(preferences.CASH_ROUNDING, 100)
    cashier.press("Esc")
    cashier.scan("8991009")
    cashier.press("F9")
    amount = cashier.window.payment.pieces.amount
    assert amount.amount == 252_300
    assert "Rp252.300" in cashier.window.payment.pieces.summary.due.accessibleName()
    cashier.press("Q")
    assert amount.amount == 252_260
    cashier.press("C")
    cashier.press("S")
    cashier.type("252200")
    assert face(cashier) == "Take Rp252.200, Rp60 is left"
    cashier.press("Alt+1")
    assert face(cashier) == "Done, exact sum"
    cashier.type("300000")
    assert face(cashier) == "Done, Rp47.700 back"
    cashier.press("Return")
    assert paid(cashier) == [("cash", 252_300, 300_000), ("rounding", -40, -40)]
    assert cashier.orders[0].order.payment is Paid.PAID
    assert "Rp252.260, Rp252.300 paid." in cashier.sent


def test_the_rest_after_another_way_is_rounded_in_cash(cashier: Cashier) -> None:
    preferences.put(preferences.CASH_ROUNDING, 500)
    cashier.press("Esc", "F9", "Q")
    cashier.type("250730")
    cashier.press("S", "C")
    assert cashier.window.payment.pieces.amount.amount == 500
    cashier.press("Return")
    assert paid(cashier) == [
        ("qris", 250_730, 250_730), ("cash", 500, 500), ("rounding", -230, -230),
    ]  # fmt: skip


def test_a_rest_that_no_coin_makes_up_is_done_with_enter(cashier: Cashier) -> None:
    preferences.put(preferences.CASH_ROUNDING, 100)
    cashier.press("Esc", "F9", "Q")
    cashier.type("250980")
    cashier.press("S", "C")
    assert cashier.window.payment.pieces.amount.amount == 0
    cashier.press("Return")
    assert paid(cashier)[1:] == [("rounding", 20, 20)]


@pytest.mark.parametrize("code", ["en", "id"])
def test_a_way_to_pay_has_one_name_on_every_screen_and_paper(
    context: AppContext, language: Language, code: str
) -> None:
    language.choose(code)
    for method in METHODS:
        names = {method_text(method), context.actions.text(COMMANDS[method])}
        assert len(names) == 1
