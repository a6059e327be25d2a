"""The text for the customer: read as the customer reads it, and right to the rupiah."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.answers.answer import Answer, Question, Shortage, of_cart, of_order
from gui.answers.answer_text import AnswerStyle, text_of
from gui.order_history.page import OrderHistoryPage
from gui.printing.barcodes import square
from gui.shell.app_context import AppContext
from models.amounts import Discount
from models.formats import qris
from models.fulfilment import fulfilment
from models.orders import held_carts, order_history, orders, payments
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.settings import preferences
from models.shop.opening import Shop
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.keys_in_time import key_of
from tests.gui.order_entry.cashier import Cashier
from tests.readable import STATIC_QRIS, a_product, an_order, pcs


def text(answer: Answer, language: str = "id", *, marked: bool = False) -> str:
    return text_of(answer, AnswerStyle("Toko Maju", language, marked))


def goods(*, taxed: bool = False) -> Cart:
    rate = 1100 if taxed else 0
    cart = Cart(tax_included=not taxed)
    cart.add(a_product("Indomie Goreng", 3_500, unit="bks", tax_rate=rate), pcs(5))
    return cart.add(a_product("Telur ayam", 28_750, unit="kg", tax_rate=rate), pcs(0.5))


def test_a_cart_is_numbered_lines_and_their_sum(shop: Shop) -> None:
    assert text(of_cart(goods()), marked=True) == (
        "Halo, ini belanjaannya:\n\n"
        "1. Indomie Goreng\n   5 bks × Rp3.500 = Rp17.500\n"
        "2. Telur ayam\n   0,5 kg × Rp28.750 = Rp14.375\n\n"
        "*Total Rp31.875*\n\n"
        "Bisa bayar tunai, QRIS, kartu debit, atau transfer.\n\n"
        "Terima kasih, Toko Maju"
    )


def test_the_same_in_english_and_plain(shop: Shop) -> None:
    assert text(of_cart(goods()), "en") == (
        "Hello, this is your shopping:\n\n"
        "1. Indomie Goreng\n   5 bks × Rp3.500 = Rp17.500\n"
        "2. Telur ayam\n   0.5 kg × Rp28.750 = Rp14.375\n\n"
        "Total Rp31.875\n\n"
        "You can pay in cash, by QRIS, debit card or transfer.\n\n"
        "Thank you, Toko Maju"
    )


def test_what_is_not_there_and_what_is_asked(shop: Shop) -> None:
    small, large = a_product("Kapal Api 65 g", 5_000), a_product("Kapal Api 165 g", 12_000)
    answer = of_cart(
        Cart(),
        shortages=(Shortage("saus abc"),),
        left_out=("permen",),
        questions=(
            Question("kopi kapal api 2", (small, large)),
            Question("kopi 1 dus", (small,), small),
            Question("kopi hitam", (large,)),
            Question("yang biasa"),
        ),
    )
    assert text(answer) == (
        "Halo, ini jawaban untuk daftarnya:\n\n"
        "Maaf, tidak ada:\n- saus abc\nTidak masuk pesanan:\n- permen\n\n"
        "Mohon dijawab ya:\n"
        "- kopi kapal api 2: yang mana?\n"
        "   • Kapal Api 65 g, Rp5.000/pcs\n   • Kapal Api 165 g, Rp12.000/pcs\n"
        "- kopi 1 dus: berapa pcs Kapal Api 65 g?\n"
        "- kopi hitam: maksudnya Kapal Api 165 g, Rp12.000/pcs?\n"
        "- yang biasa: maksudnya yang mana?\n\n"
        "Terima kasih, Toko Maju"
    )


_DISCOUNTS = (
    (Discount(), Discount()),
    (Discount(rate=1000), Discount()),
    (Discount(), Discount(rate=333)),
    (Discount(), Discount(1_999)),
    (Discount(rate=1250), Discount(rate=725)),
)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("taxed", [False, True])
@pytest.mark.parametrize(("line", "whole"), _DISCOUNTS)
def test_cart_and_order_come_to_what_the_customer_pays(
    shop: Shop, language: str, line: Discount, whole: Discount, taxed: bool
) -> None:
    """Ten orders in two languages: the text adds up, and its total is the order's."""
    cart = goods(taxed=taxed).set_line_discount(1, line).set_discount(whole)
    placed = orders.place(cart).value
    sheet = order_history.sheet(placed.id)
    for answer in (of_cart(cart), of_order(sheet)):
        shown = text(answer, language)
        assert f"Total {rupiah(sheet.order.total)}\n" in shown
        priced = [row.rpartition("Rp")[2] for row in shown.split("\n") if " = " in row]
        totals = [int(sum_.replace(".", "")) for sum_ in priced]
        tax = 0 if answer.tax_included else answer.tax
        assert sum(totals) - answer.discount + tax == sheet.order.total
        assert (f"−{rupiah(answer.discount)}" in shown) == bool(answer.discount)
        assert (f"(PPN) {rupiah(tax)}" in shown or f"PPN {rupiah(tax)}" in shown) == bool(tax)


def rupiah(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")


def test_an_order_says_its_number_when_it_is_ready_and_what_is_due(
    shop: Shop, clock: SetClock
) -> None:
    cart = goods()
    cart.add(a_product("Gula 1 kg", 15_000), pcs(2))
    placed = orders.place(cart, promised_at=clock.now() + 30 * 60_000).value
    fulfilment.short(placed.id, 3)
    payments.pay(placed.id, Tender("cash", 11_875))
    shown = text(of_order(order_history.sheet(placed.id)), marked=True)
    assert shown.startswith("Halo, ini pesanan *001*:\n\n1. Indomie Goreng\n")
    assert "Maaf, tidak ada:\n- 2 pcs Gula 1 kg\n" in shown
    assert "Siap 10.30.\nSudah dibayar Rp11.875.\n*Sisa bayar: Rp20.000*\nBisa bayar tunai" in shown
    fulfilment.make_ready(placed.id)
    assert "Sudah siap, silakan diambil." in text(of_order(order_history.sheet(placed.id)))


def test_who_has_paid_is_not_told_how_to_pay(shop: Shop) -> None:
    placed = orders.place(goods(), tenders=[Tender("qris", 31_875)]).value
    shown = text(of_order(order_history.sheet(placed.id)), "en")
    assert shown.endswith("Total Rp31.875\n\nPaid Rp31.875.\n\nThank you, Toko Maju")
    fulfilment.short(placed.id, 2)
    assert "You get back Rp14.375." in text(of_order(order_history.sheet(placed.id)), "en")


# --- at the window -------------------------------------------------------------------------


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    a_product("Aqua 600 ml", 3_500, unit="btl", barcodes=("8886008101053",))
    a_product("Kopi Kapal Api Special 65 g", 5_000)
    a_product("Kopi Kapal Api Special 165 g", 12_000)
    return Cashier(context, qtbot)


def copied() -> str:
    """What was copied: words and nothing else."""
    content = QApplication.clipboard().mimeData()
    assert content.formats() == ["text/plain"]
    return content.text()


def test_the_key_copies_the_answer_to_a_list(cashier: Cashier, said: Said) -> None:
    cashier.paste("aqua 600 ml 12 btl\nkopi kapal api 2\nsambal terasi 3 sct")
    cashier.press("Ctrl+Shift+C")
    shown = copied()
    # What is asked comes on top of it: nobody is told to pay yet.
    assert "12 btl × Rp3.500 = Rp42.000\n\n*Total sementara Rp42.000*\n" in shown
    assert "bayar" not in shown
    assert "Maaf, tidak ada:\n- sambal terasi 3 sct\n" in shown
    assert "- kopi kapal api 2: yang mana?\n   • Kopi Kapal Api Special" in shown
    assert cashier.page is cashier.window.review, "the list is still open"
    assert said.deeds[-1] == "Text for the customer copied"
    assert cashier.window.undo_bar_anchor().isVisible(), "it is said where it is seen"


def test_the_key_copies_the_cart_and_says_so(cashier: Cashier, said: Said) -> None:
    cashier.scan("8886008101053")
    cashier.press("Ctrl+Shift+C")
    assert "1. Aqua 600 ml\n   1 btl × Rp3.500 = Rp3.500\n\n*Total Rp3.500*\n" in copied()
    assert said.deeds[-1] == "Text for the customer copied"


def test_another_key_copies_it_in_the_other_language(cashier: Cashier, said: Said) -> None:
    cashier.scan("8886008101053")
    cashier.press("Ctrl+Alt+C")
    assert copied().startswith("Hello, this is your shopping:\n\n1. Aqua 600 ml\n")
    assert said.deeds[-1] == "Text for the customer copied: English"
    cashier.press("Esc")
    cashier.paste("aqua 600 ml 12 btl")
    cashier.press("Ctrl+Alt+C")
    assert "   12 btl × Rp3.500 = Rp42.000\n\n*Total Rp42.000*\n\nYou can pay" in copied()


def test_the_shop_s_own_words_stand_around_it(cashier: Cashier) -> None:
    text = "Pagi kak, {pesanan} ya\n{barang}\n{total}\n{kosong}\n{pertanyaan}\nSalam {toko}"
    preferences.put(preferences.ANSWER_TEXTS["id"], text)
    preferences.put(preferences.ANSWER_MARKED, False)
    cashier.scan("8886008101053")
    cashier.press("Ctrl+Shift+C")
    assert copied() == (
        "Pagi kak, belanjaannya ya\n1. Aqua 600 ml\n   1 btl × Rp3.500 = Rp3.500\n"
        "Total Rp3.500\nSalam BotBelanja"
    )


def test_the_key_copies_the_held_cart_that_is_marked(cashier: Cashier) -> None:
    cashier.scan("8886008101053")
    cashier.press("F4", "Return")
    cashier.press("F5", "Ctrl+Shift+C")
    assert "1. Aqua 600 ml\n" in copied()
    assert len(held_carts.held()) == 1, "it is still held"


def test_the_sum_to_be_paid_is_copied_as_a_qris(cashier: Cashier, said: Said) -> None:
    cashier.scan("8886008101053")
    cashier.press("Ctrl+Shift+Q")
    assert said.notices[-1] == "The QRIS of the shop is missing in Settings, Shop"
    preferences.put(preferences.QRIS, STATIC_QRIS)
    cashier.press("Ctrl+Shift+Q")
    assert said.deeds[-1] == "QRIS of Rp3.500 copied as a picture"
    picture = QApplication.clipboard().image()
    rows = square(qris.with_amount(STATIC_QRIS, 3_500))
    module = 720 // (len(rows) + 8)
    left = (720 - module * (len(rows) + 8)) // 2 + 4 * module
    read = [
        [int(picture.pixelColor(left + x * module + 2, left + y * module + 2).value() < 128)
         for x in range(len(rows))]
        for y in range(len(rows))
    ]  # fmt: skip
    assert read == rows


def test_an_empty_cart_has_no_text(cashier: Cashier) -> None:
    QApplication.clipboard().setText("before")
    cashier.press("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "before"


def test_the_key_copies_any_order(context: AppContext, qtbot: QtBot, said: Said) -> None:
    placed = an_order(a_product("Beras 5 kg", 70_000))
    window = OrderHistoryPage(context)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.opened(order_id=placed.id)
    context.feed.read()
    qtbot.waitUntil(lambda: window.sheet.sheet is not None)
    key = key_of("Ctrl+Shift+C")
    QTest.keyClick(window.focusWidget() or window, key.key(), key.keyboardModifiers())
    assert copied().startswith("Halo, ini pesanan *001*:\n\n1. Beras 5 kg\n")
    assert said.deeds[-1] == "Text for the customer copied"
