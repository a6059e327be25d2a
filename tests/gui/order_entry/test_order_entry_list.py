"""A customer's list pasted at the counter: read, asked about, learned, put into the cart."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.order_entry.shopping_list.list_review import ListReview, State
from gui.shell.app_context import AppContext
from models import clock as shop_clock
from models.catalogue import catalogue
from models.orders.cart import Cart
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product

LIST = """Selamat sore Bu, saya mau pesan
aqua 600 ml 12 btl
kopi kapal api 2
telepon saya 0812-3456-7890
terima kasih"""


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    a_product("Aqua 600 ml", 3_500, unit="btl")
    a_product("Kopi Kapal Api Special 65 g", 5_000)
    a_product("Kopi Kapal Api Special 165 g", 12_000)
    a_product("Kopi Kapal Api Mocha 30 g", 1_000)
    return Cashier(context, qtbot)


def review(cashier: Cashier) -> ListReview:
    found = cashier.window.review.review
    assert found is not None
    return found


def test_a_pasted_list_is_looked_through_before_it_counts(cashier: Cashier) -> None:
    cashier.paste(LIST)
    assert cashier.page is cashier.window.review
    assert cashier.cart == []
    sources = [wish.proposal.source for wish in review(cashier).wishes]
    assert sources == ["aqua 600 ml 12 btl", "kopi kapal api 2"]


def test_a_number_chooses_and_ctrl_enter_puts_it_into_the_cart(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("Ctrl+Return")
    assert cashier.window.review.isVisible(), "a question is open"
    second = review(cashier).wishes[1].choices[1].name
    cashier.press("2", "Ctrl+Return")
    assert cashier.cart == [("Aqua 600 ml", 12), (second, 2)]
    assert cashier.page is cashier.window.counter
    cashier.press("F10")
    assert cashier.orders[0].channel == "list"


def test_enter_goes_through_the_whole_list(cashier: Cashier) -> None:
    cashier.paste(LIST)
    first = review(cashier).wishes[1].choices[0].name
    cashier.press("Return", "Return", "F10")
    assert [line.name for line in cashier.orders[0].lines] == ["Aqua 600 ml", first]


@pytest.mark.parametrize(("chosen", "quantity"), [("Gula Curah", 1.5), ("Gula Pasir 500 gr", 3)])
def test_a_weight_becomes_as_many_packets_as_make_it(
    cashier: Cashier, chosen: str, quantity: float
) -> None:
    a_product("Gula Curah", 14_000, unit="kg")
    a_product("Gula Pasir 500 gr", 8_000, unit="bks")
    cashier.paste("gula 1,5 kg\naqua 600 ml 2")
    names = [hit.name for hit in review(cashier).wishes[0].choices]
    cashier.press(str(names.index(chosen) + 1), "Ctrl+Return")
    assert cashier.cart == [(chosen, quantity), ("Aqua 600 ml", 2)]


def test_zero_leaves_a_line_out(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("0", "Ctrl+Return")
    assert cashier.cart == [("Aqua 600 ml", 12)]


def test_arrows_mark_another_choice(cashier: Cashier) -> None:
    cashier.paste(LIST)
    third = review(cashier).wishes[1].choices[2].name
    cashier.press("Down", "Down", "Return", "Ctrl+Return")
    assert (third, 2) in cashier.cart


def test_tab_goes_from_question_to_question(cashier: Cashier) -> None:
    a_product("Teh Celup Sariwangi isi 25", 7_000)
    a_product("Teh Celup Sosro isi 25", 6_500)
    cashier.paste("kopi kapal api 2\nteh celup 1")
    assert review(cashier).open == 0
    cashier.press("Tab")
    assert review(cashier).open == 1
    cashier.press("Tab")
    assert review(cashier).open == 0


def test_an_answer_is_remembered(cashier: Cashier) -> None:
    cashier.paste(LIST)
    chosen = review(cashier).wishes[1].choices[2].name
    cashier.press("3", "Ctrl+Return")
    cashier.paste("kopi kapal api 5\naqua 600 ml 1 btl")
    assert review(cashier).questions == 0
    assert review(cashier).wishes[0].product is not None
    assert review(cashier).wishes[0].product.name == chosen


def test_a_list_that_is_given_up_teaches_nothing(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("3", "Escape")
    assert cashier.page is cashier.window.counter
    assert cashier.cart == []
    for product in catalogue.by_category(""):
        assert catalogue.sheet(product.id).aliases == ()


def test_a_telephone_number_is_neither_shown_nor_kept(cashier: Cashier) -> None:
    cashier.paste(LIST)
    assert "0812" not in review(cashier).reading.text
    pieces = cashier.window.review.pieces
    assert pieces.privacy.text().startswith("1 name, number or address removed")
    shown = [row.text for row in pieces.words.rows.rows]
    assert not any("0812" in text for text in shown)


def test_what_is_not_in_the_catalogue_can_be_looked_for(cashier: Cashier) -> None:
    cashier.paste("aqua 600 ml 12 btl\nwortel impor 3 kg")
    assert review(cashier).wishes[1].product is None
    cashier.press("F3")
    cashier.type("mocha")
    cashier.press("Return", "Ctrl+Return")
    assert cashier.cart == [], "three kilos are no three packets"
    cashier.type("3")
    cashier.press("Return", "Ctrl+Return")
    assert cashier.cart == [("Aqua 600 ml", 12), ("Kopi Kapal Api Mocha 30 g", 3)]


def test_after_a_look_for_it_a_question_can_still_be_skipped(cashier: Cashier) -> None:
    cashier.paste("aqua 600 ml 12 btl\nwortel impor 3 kg")
    cashier.press("F3", "Escape", "0")
    assert review(cashier).wishes[1].state is State.SKIPPED


@pytest.mark.parametrize("typed", ["zzyzx", "", "  "])
def test_enter_where_nothing_was_found_says_so_and_the_list_stays(
    cashier: Cashier, typed: str
) -> None:
    cashier.paste("aqua 600 ml 12 btl\nwortel impor 3 kg")
    cashier.press("F3")
    cashier.type(typed)
    for _ in range(2):
        cashier.press("Return")
        assert cashier.window.review.isVisible()
        assert cashier.cart == []
    trouble = cashier.window.review.pieces.trouble
    assert trouble.isVisible()
    assert typed.strip() in trouble.text()
    cashier.type("mocha")
    assert not trouble.isVisible()
    cashier.press("Return", "Return", "Ctrl+Return")
    assert [name for name, _ in cashier.cart] == ["Aqua 600 ml", "Kopi Kapal Api Mocha 30 g"]


def test_talk_alone_becomes_nothing(cashier: Cashier) -> None:
    cashier.paste("Selamat pagi\nterima kasih banyak ya")
    assert review(cashier).wishes == []
    cashier.press("Ctrl+Return")
    assert cashier.cart == []
    cashier.press("Escape")
    assert cashier.page is cashier.window.counter


def test_the_words_can_be_changed_and_read_again(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("F2")
    cashier.window.review.pieces.editor.setPlainText("aqua 600 ml 7 btl")
    cashier.press("F2", "Ctrl+Return")
    assert cashier.cart == [("Aqua 600 ml", 7)]


def test_what_is_added_to_the_words_stands_on_a_line_of_its_own(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("F2")
    cashier.type("kopi kapal api mocha 3")
    cashier.press("F2")
    assert review(cashier).wishes[-1].proposal.source == "kopi kapal api mocha 3"


def test_escape_closes_the_words_before_what_was_looked_for_beside_them(
    cashier: Cashier, said: Said
) -> None:
    cashier.paste(LIST)
    cashier.press("F3", "F2")
    cashier.type("kopi kapal api mocha 3")
    cashier.press("Escape")
    assert not cashier.window.review.pieces.is_editing
    assert said.deeds == ["The words stay as they were"]
    cashier.press("Escape")
    assert not cashier.window.review.pieces.search.isVisible()
    assert cashier.page is cashier.window.review


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+Shift+C"])
def test_changed_words_are_read_before_anything_is_made_of_the_list(
    cashier: Cashier, key: str
) -> None:
    """Also where the questions were answered beside them, by the mouse."""
    cashier.paste("aqua 600 ml 7 btl\nkopi kapal api 2")
    QApplication.clipboard().clear()
    cashier.press("1", "F2", "Ctrl+End", "Return")
    cashier.type("kopi kapal api mocha 3")
    cashier.press(key)
    assert cashier.window.review.isVisible()
    assert (cashier.cart, QApplication.clipboard().text()) == ([], "")
    assert "read first" in cashier.window.review.pieces.trouble.text()
    assert len(review(cashier).wishes) == 3
    cashier.press("Ctrl+Return")
    assert cashier.cart[2:] == [("Kopi Kapal Api Mocha 30 g", 3)]


def test_words_that_were_changed_in_vain_can_be_changed_on(cashier: Cashier, said: Said) -> None:
    cashier.paste("aqua 600 ml 7 btl\nkopi kapal api 2")
    cashier.press("F2", "Ctrl+End", "Return")
    cashier.type("kopi kapal api mocha 3")
    cashier.press("Escape")
    assert said.deeds == ["The words stay as they were"]
    said.undo()
    cashier.press("F2")
    assert len(review(cashier).wishes) == 3


@pytest.mark.parametrize("leaves", [False, True])
def test_a_list_that_was_left_is_taken_up_again_with_its_answers(
    cashier: Cashier, said: Said, leaves: bool
) -> None:
    cashier.paste(LIST)
    cashier.press("2")
    if leaves:  # an order is placed again from All orders
        cashier.window.opened(cart=Cart())
    else:
        cashier.press("Escape")
    assert cashier.page is cashier.window.counter
    assert said.deeds == ["The shopping list is closed"]
    said.undo()
    assert cashier.window.review.isVisible()
    cashier.press("Ctrl+Return")
    assert len(cashier.cart) == 2


def test_one_pasted_word_goes_into_the_box(cashier: Cashier) -> None:
    cashier.paste("aqua 600")
    assert cashier.box == "aqua 600"
    assert cashier.hits == ["Aqua 600 ml"]


def test_a_list_can_be_dropped_on_the_window(cashier: Cashier) -> None:
    text = QMimeData()
    text.setText(LIST)
    where, action = QPointF(500, 400), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    cashier.window.counter.dropEvent(QDropEvent(where, action, text, button, keys))
    assert len(review(cashier).wishes) == 2


def test_the_whole_list_is_one_step(cashier: Cashier) -> None:
    cashier.paste(LIST)
    cashier.press("1", "Ctrl+Return")
    cashier.window.undo()
    assert cashier.cart == []


def test_ten_thousand_lines_are_bounded_and_told(cashier: Cashier) -> None:
    cashier.paste("\n".join(f"aqua 600 ml {n % 9 + 1} btl" for n in range(3_000)))
    assert len(review(cashier).wishes) == 1000
    assert "at the end not read" in cashier.window.review.pieces.privacy.text()


PARAGRAPH = (
    "Sore bu, mau: kopi kapal api 2, aqua 600 ml 12 btl, kopi kapal api mocha 3 sama teh 1 ya"
)


@pytest.mark.parametrize("text", [PARAGRAPH, PARAGRAPH.replace(",", "\n")])
def test_a_press_on_the_customers_words_opens_what_they_became(
    cashier: Cashier, qtbot: QtBot, text: str
) -> None:
    """Also where all was written in one paragraph."""
    cashier.paste(text)
    words = cashier.window.review.pieces.words
    qtbot.waitUntil(words.isVisible)
    wishes = review(cashier).wishes
    assert len(wishes) > 2
    rows = words.rows.rows
    assert [row.wishes for row in rows if row.wishes] == [(at,) for at in range(len(wishes))]
    assert "".join(row.text for row in rows).replace(" ", "") == "".join(text.split())
    for row in reversed(rows):
        if not row.wishes:
            continue
        (wish,) = row.wishes
        if review(cashier).open == wish:
            cashier.press("Tab")
        assert wishes[wish].proposal.source in row.text
        place = words.visualRect(words.model().index(row.at, 0))
        QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert review(cashier).open == wish


def test_what_was_set_aside_as_talk_is_taken_up_by_a_key_or_a_press(cashier: Cashier) -> None:
    cashier.paste("halo kak\naqua 600 ml 12 btl\nterima kasih")
    assert len(review(cashier).wishes) == 1
    cashier.press("F4")
    assert [w.proposal.source for w in review(cashier).wishes] == ["halo kak", "aqua 600 ml 12 btl"]
    assert review(cashier).open == 0
    cashier.type("mocha")
    cashier.press("Return")
    words = cashier.window.review.pieces.words
    last = words.visualRect(words.model().index(2, 0))
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert review(cashier).wishes[2].proposal.source == "terima kasih"
    cashier.press("Escape", "0", "Ctrl+Return")
    assert [name for name, _ in cashier.cart] == ["Kopi Kapal Api Mocha 30 g", "Aqua 600 ml"]


@pytest.mark.parametrize("back", [("Escape",), ("F3", "Escape")])
def test_talk_that_was_taken_up_in_vain_is_talk_again_and_in_no_answer(
    cashier: Cashier, back: tuple[str, ...]
) -> None:
    cashier.paste("halo kak\naqua 600 ml 12 btl\nkopi kapal api mocha 2")
    cashier.press("F4")
    cashier.press("Ctrl+Shift+C")
    assert "halo kak" not in QApplication.clipboard().text()
    cashier.press(*back)
    assert len(review(cashier).wishes) == 2
    assert cashier.window.review.pieces.words.rows.rows[0].is_talk


def test_what_changes_another_line_is_no_talk_but_opens_that(cashier: Cashier) -> None:
    cashier.paste("aqua 600 ml 12 btl\nkopi kapal api mocha 2\naqua 600 ml nya 3 aja\nmakasih")
    words = cashier.window.review.pieces.words
    assert [row.wishes for row in words.rows.rows] == [(0,), (1,), (0,), ()]
    assert [w.quantity for w in review(cashier).wishes] == [3_000, 2_000]
    cashier.press("Tab")
    third = words.visualRect(words.model().index(2, 0))
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=third.center())
    assert review(cashier).open == 0


def test_talk_beside_a_wish_is_a_piece_of_its_own(cashier: Cashier) -> None:
    cashier.paste("aqua 600 ml 12 btl, kopi kapal api mocha 2, terima kasih ya")
    rows = cashier.window.review.pieces.words.rows.rows
    assert [(row.text, row.is_talk) for row in rows] == [
        ("aqua 600 ml 12 btl,", False), ("kopi kapal api mocha 2,", False),
        ("terima kasih ya", True),
    ]  # fmt: skip
    cashier.press("F4")
    assert [w.proposal.source for w in review(cashier).wishes][2:] == ["terima kasih ya"]


# --- how much -------------------------------------------------------------------------------------


@pytest.fixture
def eggs(cashier: Cashier) -> Cashier:
    a_product("Telor Ayam Curah", 28_000, unit="kg")
    a_product("Teh Pucuk 350 ml", 3_000, unit="btl")
    return cashier


def test_pieces_of_what_is_weighed_are_asked_in_the_row(eggs: Cashier) -> None:
    eggs.paste("telor ayam curah 10 butir\naqua 600 ml 2")
    assert (review(eggs).questions, review(eggs).is_amount_open) == (1, True)
    field = eggs.window.review.pieces.amount
    assert field.isVisible()
    eggs.press("Ctrl+Return")
    assert eggs.cart == []
    eggs.type("0,6")
    eggs.press("Return")
    assert not field.isVisible()
    eggs.press("Ctrl+Return")
    assert eggs.cart == [("Telor Ayam Curah", 0.6), ("Aqua 600 ml", 2)]


def test_choosing_the_product_does_not_answer_the_amount(eggs: Cashier) -> None:
    eggs.paste("kopi kapal api 2 dus\naqua 600 ml 2")
    eggs.press("1")
    assert review(eggs).is_amount_open
    eggs.press("Ctrl+Return")
    assert eggs.cart == []
    eggs.type("48")
    eggs.press("Return", "Ctrl+Return")
    assert eggs.cart[0][1] == 48


def test_the_packages_of_the_catalogue_are_proposed(eggs: Cashier) -> None:
    tea = next(p for p in catalogue.by_category("") if p.name == "Teh Pucuk 350 ml")
    catalogue.add_barcode(tea.id, "100", 12_000)
    catalogue.add_barcode(tea.id, "200", 24_000)
    eggs.paste("teh pucuk 350 ml 2 dus\naqua 600 ml 2")
    row = review(eggs).rows()[0]
    assert row.amounts == (24_000, 48_000, 2_000, 1_000)
    eggs.press("Down", "Return", "Ctrl+Return")
    assert eggs.cart[0] == ("Teh Pucuk 350 ml", 48)
    eggs.paste("teh pucuk 350 ml 1 dus\naqua 600 ml 2")
    assert review(eggs).questions == 0
    assert review(eggs).wishes[0].quantity == 24_000
    eggs.press("Escape")


def test_tab_reaches_the_next_amount(eggs: Cashier) -> None:
    eggs.paste("telor ayam curah 10 butir\nteh pucuk 350 ml 2 dus\naqua 600 ml 2")
    assert review(eggs).open == 0
    eggs.press("Tab")
    assert (review(eggs).open, review(eggs).is_amount_open) == (1, True)
    eggs.type("24")
    eggs.press("Return")
    assert review(eggs).open == 0


@pytest.mark.parametrize("wish", ["telor ayam curah 10 butir", "teh pucuk 350 ml 1 dus"])
def test_enter_sells_no_amount_that_is_anybodys_guess(eggs: Cashier, wish: str) -> None:
    eggs.paste(f"{wish}\naqua 600 ml 2")
    assert review(eggs).rows()[0].amounts == ()
    eggs.press("Return", "Down", "Return", "Ctrl+Return")
    assert (review(eggs).questions, eggs.cart) == (1, [])
    assert eggs.window.review.pieces.trouble.text() == "Type how much it is"
    eggs.type("6")
    eggs.press("Return", "Ctrl+Return")
    assert eggs.cart[0][1] == 6


def test_half_a_kilo_is_half_a_kilo_before_it_is_known_of_what(eggs: Cashier) -> None:
    a_product("Gula Curah", 14_000, unit="kg")
    a_product("Gula Pasir 1 kg", 17_000, unit="pcs")
    eggs.paste("gula setengah kilo\naqua 600 ml 2")
    row = review(eggs).rows()[0]
    assert (row.product, row.quantity, row.unit) == (None, 500, "kilo")


def test_an_amount_that_is_none_is_a_sentence(eggs: Cashier) -> None:
    eggs.paste("telor ayam curah 10 butir\naqua 600 ml 2")
    eggs.type("banyak")
    eggs.press("Return")
    assert eggs.window.review.pieces.trouble.isVisible()
    assert review(eggs).questions == 1


def press_amount(cashier: Cashier, at: int) -> None:
    pieces = cashier.window.review.pieces
    box = pieces.wishes.visualRect(pieces.wishes.rows.index(at, 0))
    place = pieces.painter.amount_box(box).center()
    QTest.mouseClick(pieces.wishes.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_sure_amount_is_changed_by_a_press_on_it(eggs: Cashier) -> None:
    eggs.paste("aqua 600 ml 2\nteh pucuk 350 ml 1")
    press_amount(eggs, 0)
    eggs.type("10")
    eggs.press("Return", "Ctrl+Return")
    assert eggs.cart == [("Aqua 600 ml", 10), ("Teh Pucuk 350 ml", 1)]


@pytest.mark.parametrize("keys", [("Ctrl+Return",), ("Tab", "Ctrl+Return")])
def test_an_amount_that_was_typed_counts_without_enter(
    eggs: Cashier, keys: tuple[str, ...]
) -> None:
    eggs.paste("aqua 600 ml 2\nteh pucuk 350 ml 1")
    press_amount(eggs, 0)
    eggs.type("10")
    eggs.press(*keys)
    assert eggs.cart == [("Aqua 600 ml", 10), ("Teh Pucuk 350 ml", 1)]


def test_escape_clears_a_typed_amount_first(eggs: Cashier) -> None:
    eggs.paste("telor ayam curah 10 butir\naqua 600 ml 2")
    eggs.type("banyak")
    eggs.press("Escape")
    assert eggs.window.review.isVisible()
    assert eggs.window.review.pieces.typed_amount() == ""


def test_what_was_answered_stays_answered_when_the_text_is_read_again(eggs: Cashier) -> None:
    eggs.paste("kopi kapal api 2\ntelor ayam curah 10 butir\naqua 600 ml 2")
    chosen = review(eggs).wishes[0].choices[1].name
    eggs.press("2")
    eggs.type("0,5")
    eggs.press("Return", "F2")
    editor = eggs.window.review.pieces.editor
    editor.setPlainText(editor.toPlainText() + "\nteh pucuk 350 ml 1")
    eggs.press("F2")
    assert review(eggs).questions == 0
    eggs.press("Ctrl+Return")
    assert eggs.cart == [
        (chosen, 2), ("Telor Ayam Curah", 0.5), ("Aqua 600 ml", 2), ("Teh Pucuk 350 ml", 1)
    ]  # fmt: skip


def test_a_list_at_another_price_than_what_is_in_the_cart_says_so(cashier: Cashier) -> None:
    cashier.enter("aqua 600")
    price = cashier.window.basket.cart.lines[0].price
    catalogue.change_product(cashier.window.basket.cart.lines[0].product_id, price=4_000)
    cashier.paste("aqua 600 ml 2 btl\naqua 600 ml 3 btl")
    cashier.press("Ctrl+Return")
    assert [(x.price, x.quantity // 1000) for x in cashier.window.basket.cart.lines] == [
        (price, 1), (4_000, 5),
    ]  # fmt: skip
    assert "\u2192 Rp4.000" in cashier.verdict


def test_lines_of_two_hundred_letters_lie_below_each_other(cashier: Cashier) -> None:
    """Each is as high as it is drawn."""
    cashier.paste(f"2 {'W' * 200}\n3 aqua\nhalo {'W' * 200}\n")
    words = cashier.window.review.pieces.words
    assert len(words.rows.rows) == 3
    line = words.fontMetrics().height()
    heights = [words.visualRect(words.rows.index(at, 0)).height() for at in range(3)]
    assert heights[0] > 8 * line
    assert heights[1] < 4 * line
    assert heights[2] > 8 * line


# --- from one customer to the next ----------------------------------------------------------


def test_what_was_looked_for_goes_with_its_list(cashier: Cashier) -> None:
    cashier.paste("aqua 600 ml 12 btl\nwortel impor 3 kg")
    cashier.press("F3", "Ctrl+Return")
    assert cashier.page is cashier.window.counter
    cashier.paste("aqua 600 ml 2 btl\nkopi kapal api 2")
    assert not cashier.window.review.pieces.search.isVisible()
    cashier.press("1", "Ctrl+Return")
    assert cashier.page is cashier.window.counter


def test_an_amount_that_had_to_be_corrected_teaches_nothing(cashier: Cashier) -> None:
    cashier.paste("kopi kapal api 2\naqua 600 ml 1 btl")
    cashier.press("1")
    row = cashier.window.review.pieces.wishes.model().index(0, 0)
    wishes = cashier.window.review.pieces.wishes
    place = wishes.visualRect(row)
    amount = cashier.window.review.pieces.painter.amount_box(place).center()
    QTest.mouseClick(wishes.viewport(), Qt.MouseButton.LeftButton, pos=amount)
    cashier.type("5")
    cashier.press("Return", "Ctrl+Return")
    assert [quantity for _, quantity in cashier.cart] == [5, 1]
    cashier.paste("kopi kapal api 2\naqua 600 ml 1 btl")
    assert review(cashier).wishes[0].state is State.ASKED


@pytest.mark.parametrize(
    ("words", "asked", "below", "hour"),
    [
        ("diambil nanti jam 5 sore", "nanti jam 5 sore", "Monday, 9 March 2026, 17:00", 17),
        (
            "diambil nanti jam 8 pagi",
            "10/3 08:00",
            "\u201cnanti jam 8 pagi\u201d is over. Tomorrow? Tuesday, 10 March 2026, 08:00",
            8,
        ),
    ],
)
def test_when_a_list_says_it_is_wanted_is_asked_behind_it(
    clock: SetClock, cashier: Cashier, words: str, asked: str, below: str, hour: int
) -> None:
    cashier.paste(f"aqua 600 ml 12 btl\n{words}")
    cashier.press("Ctrl+Return")
    box = cashier.window.counter.box
    assert cashier.page is cashier.window.counter
    assert box.entry.text() == asked
    assert box.foot.isVisible()
    assert below in box.foot.text()
    assert cashier.window.basket.cart.wanted_at is None, "not before somebody says so"
    cashier.press("Return")
    wanted = cashier.window.basket.cart.wanted_at
    assert wanted is not None
    assert shop_clock.local(wanted, "Asia/Jakarta").hour == hour


def test_what_could_be_two_times_is_asked_and_esc_leaves_it(
    clock: SetClock, cashier: Cashier
) -> None:
    cashier.paste("aqua 600 ml 12 btl\nambil jam 5 ya")
    cashier.press("Ctrl+Return")
    box = cashier.window.counter.box
    assert box.entry.text() == "jam 5"
    assert "could be" in box.foot.text()
    cashier.press("Escape")
    assert (box.entry.text(), cashier.window.basket.cart.wanted_at) == ("", None)
    assert cashier.cart == [("Aqua 600 ml", 12)]
