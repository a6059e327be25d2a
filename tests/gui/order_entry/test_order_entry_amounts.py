"""Amounts typed at the counter, key by key: understood as said, or refused in a sentence."""

import pytest
from pytestqt.qtbot import QtBot

from gui.order_entry.entry.prompts import QuantityPrompt
from gui.shell.app_context import AppContext
from gui.words.formatting import Formatting
from models.catalogue import catalogue, stock
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, pcs


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    a_product("Kerupuk Curah Bungkus", 2_000, unit="bks")
    curah = a_product("Gula Curah", 14_000, unit="kg")
    catalogue.add_barcode(curah.id, "8991004", pcs(1))
    a_product("Aqua Botol", 3_500, unit="pcs")
    catalogue.add_barcode(a_product("Indomie Goreng", 3_300, unit="bks").id, "8991040", pcs(40))
    return Cashier(context, qtbot)


@pytest.mark.parametrize(
    ("typed", "kilos"),
    [("2,5kg*gula", 2.5), (".5*gula", 0.5), ("½*gula", 0.5), ("1 1/2*gula", 1.5),
     ("500g*gula", 0.5), ("setengah*gula", 0.5), ("1/2kg*gula", 0.5), ("0,25 kg * gula", 0.25),
     ("1½kg×gula", 1.5), ("seperempat*gula", 0.25), ("a quarter*gula", 0.25), ("3x gula", 3)],
)  # fmt: skip
def test_an_amount_is_added_as_it_was_said(cashier: Cashier, typed: str, kilos: float) -> None:
    cashier.enter(typed)
    assert cashier.cart == [("Gula Curah", kilos)]


@pytest.mark.parametrize(
    "typed",
    ["12 btl*gula", "0*gula", "abc*gula", "*gula", "2 2*gula", "1/0*gula", "500 ml*gula",
     "2 sendok*gula", "1,500*gula", "0 kg*gula", "2 dus*gula"],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_kept(cashier: Cashier, typed: str) -> None:
    """In English 1,500 of something sold by weight may be thousands."""
    cashier.enter(typed)
    assert cashier.cart == []
    assert cashier.verdict
    assert "gula" in cashier.box


def test_a_refused_amount_can_be_mended_where_it_stands(cashier: Cashier) -> None:
    cashier.type("0*gula")
    assert cashier.box == "0*gula"  # no key replaced it
    cashier.press("Home", "Del")
    cashier.type("2")
    cashier.press("Return")
    assert cashier.cart == [("Gula Curah", 2)]


@pytest.mark.parametrize("typed", ["0,5*curah", "500g*curah", "setengah*curah"])
def test_measured_goods_come_first_when_a_part_is_wanted(cashier: Cashier, typed: str) -> None:
    cashier.type("curah")
    assert cashier.hits == ["Gula Curah", "Kerupuk Curah Bungkus"]
    cashier.press("Esc")
    for _ in range(3):
        a_product(f"Curah {_} Kecil", 1_000, unit="pcs")
    cashier.type(typed)
    assert cashier.hits[0] == "Gula Curah"
    cashier.press("Return")
    assert cashier.cart == [("Gula Curah", 0.5)]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("typed", ["1.250*aqua", "1,250*aqua", "1.000*aqua", "5000*aqua"])
def test_a_number_that_is_hardly_meant_is_asked_about_once(
    context: AppContext, cashier: Cashier, typed: str, language: str
) -> None:
    """Nobody buys a thousand bottles; `1.250` may be 1¼ of it."""
    context.format = Formatting(language)
    pieces = float(typed.partition("*")[0].replace(".", "").replace(",", ""))
    cashier.enter(typed)
    assert cashier.cart == []
    assert "pcs, so many?" in cashier.verdict
    cashier.press("Return")
    assert cashier.cart == [], "the second of two keys does not answer"
    search = cashier.window.counter.talk.search
    cashier.qtbot.waitUntil(lambda: search.certainty.listens)
    cashier.press("Return")
    assert cashier.cart == [("Aqua Botol", pieces)]
    cashier.enter(typed)
    assert cashier.cart == [("Aqua Botol", pieces)], "the next one is asked about anew"


def test_so_many_cartons_of_a_scan_are_asked_about_and_grams_are_not(
    cashier: Cashier,
) -> None:
    a_product("Kopi Curah", 200, unit="g")
    cashier.enter("1500*kopi")
    assert cashier.cart == [("Kopi Curah", 1500)]
    cashier.type("30*")
    cashier.scan("8991040")
    assert cashier.cart == [("Kopi Curah", 1500)]
    assert "1,200 bks, so many?" in cashier.verdict
    search = cashier.window.counter.talk.search
    cashier.qtbot.waitUntil(lambda: search.certainty.listens)
    cashier.scan("8991040")
    assert cashier.cart == [("Kopi Curah", 1500), ("Indomie Goreng", 1200)]


def test_a_quantity_of_a_line_that_is_hardly_meant_is_asked_about_once(cashier: Cashier) -> None:
    cashier.enter("aqua")
    cashier.press("F6")
    cashier.enter("1.250")
    assert cashier.cart == [("Aqua Botol", 1)]
    assert "1,250 pcs, so many?" in cashier.window.counter.box.foot.text()
    prompt = cashier.window.counter.talk.prompt
    assert isinstance(prompt, QuantityPrompt)
    cashier.qtbot.waitUntil(lambda: prompt.certainty.listens)
    cashier.press("Return")
    assert cashier.cart == [("Aqua Botol", 1250)]


def test_a_weight_before_a_scan_is_that_much_of_it(cashier: Cashier) -> None:
    cashier.type("250g*")
    cashier.scan("8991004")
    assert cashier.cart == [("Gula Curah", 0.25)]


def test_pieces_before_a_cartons_label_are_cartons(cashier: Cashier) -> None:
    cashier.type("2*")
    cashier.scan("8991040")
    assert cashier.cart == [("Indomie Goreng", 80)]
    cashier.type("3 dus*indomie")
    cashier.press("Return")
    assert cashier.cart == [("Indomie Goreng", 200)]


def test_an_amount_alone_repeats_the_last_product(cashier: Cashier) -> None:
    cashier.enter("gula")
    cashier.enter("½*")
    cashier.enter("2x")
    assert cashier.cart == [("Gula Curah", 3.5)]
    cashier.enter("12 btl*")
    assert cashier.cart == [("Gula Curah", 3.5)]


@pytest.mark.parametrize(
    ("typed", "kilos"), [("½", 0.5), (".5", 0.5), ("1 1/2", 1.5), ("750 g", 0.75), ("sekilo", 1)]
)
def test_the_quantity_of_a_line_is_read_the_same(
    cashier: Cashier, typed: str, kilos: float
) -> None:
    cashier.enter("gula")
    cashier.press("F6")
    cashier.enter(typed)
    assert cashier.cart == [("Gula Curah", kilos)]


def test_a_megabyte_in_the_box_is_told_and_the_program_goes_on(cashier: Cashier) -> None:
    cashier.paste("5*" * 500_000)
    assert len(cashier.box) <= 2000
    cashier.qtbot.waitUntil(lambda: "2000" in cashier.window.counter.box.foot.text())
    cashier.press("Esc")
    cashier.enter("gula")
    assert cashier.cart == [("Gula Curah", 1)]


def test_more_than_the_shelf_holds_is_sold_and_said(context: AppContext, qtbot: QtBot) -> None:
    stock.adjust(a_product("Aqua 600 ml", 3_500).id, pcs(3))
    a_product("Teh Botol", 4_000)
    cashier = Cashier(context, qtbot)
    cashier.enter("3*aqua")
    rows = cashier.window.counter.pieces.cart.rows.rows.rows
    assert rows[0].badges == []
    cashier.press("+")
    (row,) = cashier.window.counter.pieces.cart.rows.rows.rows
    assert [badge.text for badge in row.badges] == ["3 left"]
    cashier.press("-")
    assert cashier.window.counter.pieces.cart.rows.rows.rows[0].badges == []
    cashier.paste("aqua 600 ml 5\nteh botol 40")
    cashier.press("Return", "Ctrl+Return")
    aqua, tea = cashier.window.counter.pieces.cart.rows.rows.rows
    assert [badge.text for badge in aqua.badges] == ["3 left"]
    assert tea.badges == []


def test_what_was_left_for_one_customer_is_not_said_to_the_next(
    context: AppContext, qtbot: QtBot
) -> None:
    aqua = a_product("Aqua 600 ml", 3_500).id
    stock.adjust(aqua, pcs(3))
    cashier = Cashier(context, qtbot)
    cashier.enter("4*aqua")
    assert cashier.window.counter.pieces.cart.rows.rows.rows[0].badges
    cashier.press("F4", "Return")
    stock.adjust(aqua, pcs(50))
    cashier.press("F5", "Return")
    assert cashier.cart == [("Aqua 600 ml", 4)]
    assert cashier.window.counter.pieces.cart.rows.rows.rows[0].badges == []
