"""Labels of scales, cartons and papers at the counter and in the warehouse."""

import pytest
from pytestqt.qtbot import QtBot

from gui.fulfilment.page import FulfilmentPage
from gui.shell.app_context import AppContext
from models.catalogue.catalogue import add_barcode
from models.formats.check_digits import check_digit
from models.orders import tickets
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, line_rows, pcs


def label(digits: str) -> str:
    return digits + check_digit(digits)


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    chicken = a_product("Ayam", 38_500, unit="kg", barcodes=[label("211234500000")])
    add_barcode(chicken.id, label("231234500000"))
    return Cashier(context, qtbot)


def test_a_weight_label_adds_what_was_weighed(cashier: Cashier) -> None:
    cashier.scan(label("211234501500"))
    assert cashier.cart == [("Ayam", 1.5)]


def test_a_price_label_costs_what_it_says(cashier: Cashier) -> None:
    cashier.scan(label("231234522520"), label("231234519250"), label("231234522520"))
    assert cashier.total == 2 * 22_520 + 19_250
    cashier.window.undo()
    assert cashier.total == 22_520 + 19_250


def test_five_times_a_price_label_is_five_times_its_price(cashier: Cashier) -> None:
    cashier.type("5*")
    cashier.scan(label("231234522520"))
    assert cashier.total == 5 * 22_520


def test_a_misread_label_adds_nothing_and_says_so(cashier: Cashier) -> None:
    cashier.scan(label("231234522520")[:-1] + "9")
    assert cashier.cart == []
    assert "does not fit: scan again" in cashier.verdict


def test_a_typed_label_counts_like_a_scanned_one(cashier: Cashier) -> None:
    cashier.enter(label("231234522520"))
    assert cashier.total == 22_520
    cashier.enter("2312345225209")
    assert cashier.total == 22_520
    assert "does not fit: scan again" in cashier.verdict


def test_a_carton_adds_all_that_is_in_it(cashier: Cashier) -> None:
    noodles = a_product("Indomie", 3100)
    add_barcode(noodles.id, "18991002101637", pcs(40))
    cashier.scan("18991002101637")
    assert cashier.cart == [("Indomie", 40)]


def test_a_discount_label_counts_for_the_line_scanned_last(cashier: Cashier) -> None:
    cashier.scan(label("221000000000"))
    assert "first" in cashier.verdict
    cashier.scan(label("211234501000"), label("221000000000"))
    assert cashier.total == 38_500 - 3_850


def test_goods_past_their_day_are_told(cashier: Cashier) -> None:
    a_product("Susu", 9000, barcodes=["8991002101630"])
    cashier.scan("]C1010899100210163017200101" + "10A1")
    assert cashier.cart == [("Susu", 1)]
    assert "1 Jan 2020" in cashier.verdict


def test_the_price_of_a_label_can_be_looked_up(cashier: Cashier) -> None:
    cashier.press("F7")
    cashier.scan(label("211234501500"))
    assert cashier.cart == []
    assert cashier.window.counter.pieces.price_card.isVisible()


def test_a_scanned_paper_opens_its_order(cashier: Cashier, said: Said) -> None:
    placed = an_order(a_product("Teh"))
    cashier.scan(tickets.code(placed.day, placed.number))
    assert said.opened == [("order_history", {"order_id": placed.id})]


def test_the_warehouse_picks_by_the_label(context: AppContext, qtbot: QtBot) -> None:
    chicken = a_product("Ayam", 38_500, unit="kg", barcodes=[label("211234500000")])
    order = an_order((chicken, 1500))
    window = FulfilmentPage(context)
    qtbot.addWidget(window)
    window.resize(1366, 720)
    window.show()
    qtbot.waitActive(window)
    window.refresh()
    window.scanned(label("211234501500")[:-1] + "0")
    assert line_rows(order.id)[0]["picked"] == 0
    window.scanned(label("211234501500"))
    assert line_rows(order.id)[0]["picked"] == 1500
