"""What a scanned code means; a misread label never becomes another price."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.amounts import NO_DISCOUNT, ONE, Discount
from models.catalogue.catalogue import Product, add_barcode, add_product
from models.errors import (
    BadChoice,
    BrokenCheckDigit,
    EmptyLabel,
    NotByWeight,
    NoUnitPrice,
    UnknownOrder,
    UnreadableLabel,
)
from models.formats import label_patterns
from models.formats.check_digits import check_digit
from models.formats.label_patterns import LabelPattern
from models.orders import tickets
from models.orders.cart import Cart
from models.orders.orders import place
from models.search.scanned_codes import Scan, read
from models.settings import preferences
from tests.models.conftest import postgres_in_the_long_run

pytestmark = [pytest.mark.usefixtures("shop"), postgres_in_the_long_run]

AQUA = "8991002101630"
GS = "\x1d"
CHICKEN_BY_WEIGHT, CHICKEN_BY_PRICE = "2112345000008", "2312345000002"


def with_check(digits: str) -> str:
    return digits + check_digit(digits)


@pytest.fixture
def chicken() -> Product:
    """Sold by the kilo, with labels of both kinds."""
    return add_product(
        "Ayam potong", 38_500, unit="kg", barcodes=[CHICKEN_BY_WEIGHT, CHICKEN_BY_PRICE]
    ).value


def meaning(code: str) -> tuple[str, int] | None:
    scan = read(code)
    return (scan.product.name, scan.quantity) if scan.product else None


# --- products --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [AQUA, "]E0" + AQUA, "0" + AQUA, f"  {AQUA} "])
def test_an_ean_is_found_however_the_scanner_sends_it(code: str) -> None:
    add_product("Aqua", 3500, barcodes=[AQUA])
    assert meaning(code) == ("Aqua", ONE)


@pytest.mark.parametrize("stored", ["036000291452", "0036000291452", "00036000291452"])
@pytest.mark.parametrize("sent", ["036000291452", "0036000291452", "00036000291452"])
def test_an_upc_a_is_found_with_and_without_its_zeros(stored: str, sent: str) -> None:
    add_product("Tissue", 9000, barcodes=[stored])
    assert meaning(sent) == ("Tissue", ONE)


def test_an_upc_e_finds_its_upc_a() -> None:
    add_product("Cola", 9000, barcodes=["042100005264"])
    assert meaning("04252614") == ("Cola", ONE)


def test_a_short_ean_is_found() -> None:
    add_product("Permen", 500, barcodes=["96385074"])
    assert meaning("96385074") == meaning("]E496385074") == ("Permen", ONE)


def test_a_carton_means_all_that_is_in_it() -> None:
    noodles = add_product("Indomie", 3100, barcodes=[AQUA]).value
    add_barcode(noodles.id, "18991002101637", 40 * ONE)
    assert meaning("18991002101637") == ("Indomie", 40_000)
    assert read("18991002101637").line(2 * ONE) == (80_000, NO_DISCOUNT)


def test_a_carton_that_nobody_registered_is_not_taken_for_a_piece() -> None:
    add_product("Indomie", 3100, barcodes=[AQUA])
    assert not read("18991002101637").is_known


def test_letters_are_codes_too_even_under_caps_lock() -> None:
    add_product("Kopi", 2000, sku="B000477")
    assert meaning("B000477") == meaning("b000477") == ("Kopi", ONE)


def test_the_shops_own_codes_need_no_check_digit() -> None:
    add_product("Es batu", 1000, barcodes=["12345678", "2601731210780"])
    assert meaning("12345678") == meaning("2601731210780") == ("Es batu", ONE)


def test_what_nobody_knows_is_unknown() -> None:
    assert read(AQUA) == Scan(AQUA)
    assert not read("NOPE-1").is_known
    assert not read("").is_known


@given(st.text(max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_scanned_gets_a_meaning_or_a_named_refusal(code: str) -> None:
    with suppress(BrokenCheckDigit, UnreadableLabel, UnknownOrder):
        assert not read(code).product


def test_a_misread_code_is_told_as_such() -> None:
    add_product("Aqua", 3500, barcodes=[AQUA])
    with pytest.raises(BrokenCheckDigit):
        read("8991002101631")


# --- labels of the scales --------------------------------------------------------------------


def test_a_weight_label_says_how_much(chicken: Product) -> None:
    assert meaning("2112345015002") == ("Ayam potong", 1500)
    assert Cart().add(chicken, *read("2112345015002").line()[:1]).subtotal == 57_750


@pytest.mark.parametrize("code", [CHICKEN_BY_WEIGHT, CHICKEN_BY_PRICE])
def test_a_label_of_nothing_is_refused(chicken: Product, code: str) -> None:
    with pytest.raises(EmptyLabel):
        read(code)


def test_a_discount_of_nothing_is_refused() -> None:
    with pytest.raises(EmptyLabel):
        read("2200")


def test_the_code_of_a_piece_that_looks_like_a_label_is_the_piece() -> None:
    add_product("Tas", 15_000, unit="pcs", barcodes=[CHICKEN_BY_WEIGHT])
    assert meaning(CHICKEN_BY_WEIGHT) == ("Tas", ONE)


@pytest.mark.parametrize(
    ("unit", "quantity"),
    [("g", 1_500_000), ("ons", 15_000), ("Kg", 1_500), ("kilogram", 1_500), ("GRM", 1_500_000),
     ("lb", 3_307)],
)  # fmt: skip
def test_a_label_speaks_of_kilograms(unit: str, quantity: int) -> None:
    add_product("Teri", 120, unit=unit, barcodes=[CHICKEN_BY_WEIGHT])
    assert meaning("2112345015002") == ("Teri", quantity)


@pytest.mark.parametrize("unit", ["pcs", "btl", "pak", "liter", "ikat", "m", ""])
def test_a_weight_is_no_number_of_anything_else(unit: str) -> None:
    add_product("Teri", 120, unit=unit, barcodes=[CHICKEN_BY_WEIGHT, CHICKEN_BY_PRICE])
    with pytest.raises(NotByWeight):
        read("2112345015002")
    with pytest.raises(NotByWeight):
        read(with_check("231234522521"))
    assert read(with_check("231234500240")).line() == (2_000, NO_DISCOUNT)


def test_a_price_label_costs_what_it_says(chicken: Product) -> None:
    scan = read(with_check("231234522520"))
    assert scan.price == 22_520
    quantity, discount = scan.line()
    assert (quantity, discount) == (585, Discount(3))  # 585 g would be Rp22.523
    assert Cart().add(chicken, quantity, discount=discount).subtotal == 22_520


def test_the_weight_of_an_honest_price_label_is_found_without_a_discount(chicken: Product) -> None:
    assert read(with_check("231234519250")).line() == (500, NO_DISCOUNT)


def test_a_misread_price_of_a_known_product_is_refused(chicken: Product) -> None:
    good = with_check("231234522520")
    for at in range(2, 13):
        for digit in "0123456789":
            wrong = good[:at] + digit + good[at + 1 :]
            if wrong != good:
                with pytest.raises(BrokenCheckDigit):
                    read(wrong)


def test_prices_may_be_printed_in_hundreds(chicken: Product) -> None:
    choose([LabelPattern("23.....{NNNNN}", "price", 100)])
    assert read(with_check("231234500225")).price == 22_500


def test_a_label_of_an_unknown_product_offers_the_code_it_would_be_stored_under() -> None:
    scan = read(with_check("219999901500"))
    assert not scan.is_known
    assert scan.code == with_check("219999900000")


def test_a_product_without_a_price_cannot_be_counted_by_one() -> None:
    add_product("Gratis", 0, unit="kg", barcodes=[CHICKEN_BY_PRICE])
    with pytest.raises(NoUnitPrice):
        read(with_check("231234522520"))


@pytest.mark.parametrize("code", ["2210", "2210000000003", "22100007"])
def test_a_discount_label_takes_a_percentage_off(code: str) -> None:
    code = code if len(code) == 4 else with_check(code[:-1])
    assert read(code).percent == 1000


def test_a_code_that_only_begins_like_a_discount_is_none() -> None:
    assert not read(with_check("221012345678")).is_known


# --- the table of patterns -------------------------------------------------------------------


def choose(patterns: list[LabelPattern]) -> None:
    preferences.put(preferences.LABEL_PATTERNS, label_patterns.as_rows(patterns))


def test_a_table_that_cannot_be_used_is_not_kept() -> None:
    tables: list[Any] = [[{"pattern": "x", "kind": "weight", "times": 1}], [{}], [7], "21", None]
    for table in tables:
        with pytest.raises(BadChoice):
            preferences.put(preferences.LABEL_PATTERNS, table)
    assert preferences.get(preferences.LABEL_PATTERNS) == label_patterns.as_rows(
        label_patterns.DEFAULTS
    )


# --- GS1 -------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["]C1", "]d2", "", GS, "]C1" + GS])
def test_a_gs1_code_tells_product_weight_lot_and_day(prefix: str, chicken: Product) -> None:
    add_barcode(chicken.id, AQUA)
    scan = read(f"{prefix}01{AQUA:0>14}3103001500{17}261231{10}LOT7{GS}")
    assert scan.product == chicken
    assert (scan.quantity, scan.lot, scan.expires) == (1500, "LOT7", date(2026, 12, 31))


def test_a_lot_ends_where_the_separator_stands(chicken: Product) -> None:
    add_barcode(chicken.id, AQUA)
    scan = read(f"]C101{AQUA:0>14}10AB-12{GS}3102000250")
    assert (scan.lot, scan.quantity) == ("AB-12", 2500)


def test_the_weight_of_what_is_sold_by_the_piece_does_not_count() -> None:
    add_product("Sirup", 21_000, unit="btl", barcodes=[AQUA])
    assert meaning(f"]C101{AQUA:0>14}3103000750") == ("Sirup", ONE)


def test_a_gs1_price_is_what_the_line_comes_to(chicken: Product) -> None:
    add_barcode(chicken.id, AQUA)
    for price in ("39222252000", "393236022520" + "00", "3920" + "22520"):
        scan = read(f"]C101{AQUA:0>14}{price}{GS}")
        quantity, discount = scan.line()
        assert Cart().add(chicken, quantity, discount=discount).subtotal == 22_520


def test_with_weight_and_price_both_count(chicken: Product) -> None:
    add_barcode(chicken.id, AQUA)
    quantity, discount = read(f"]C101{AQUA:0>14}31030006003920{22_520}").line()
    assert quantity == 600
    assert Cart().add(chicken, quantity, discount=discount).subtotal == 22_520


@pytest.mark.parametrize("parts", ["39212252005", "3930840" + "22520", "3103" + "0015"])
def test_a_gs1_code_that_is_not_clear_is_refused(parts: str, chicken: Product) -> None:
    add_barcode(chicken.id, AQUA)
    with pytest.raises(UnreadableLabel):
        read(f"]C101{AQUA:0>14}{parts}")


def test_goods_of_changing_weight_are_not_sold_without_it(chicken: Product) -> None:
    variable = with_check("9899100210163")
    add_barcode(chicken.id, variable)
    with pytest.raises(UnreadableLabel):
        read(f"]C101{variable}10LOT{17}261231")


def test_a_misread_number_inside_a_gs1_code_is_seen() -> None:
    with pytest.raises(BrokenCheckDigit):
        read("]C10108991002101631" + "3103001500")


# --- tickets ---------------------------------------------------------------------------------


@pytest.mark.parametrize("spell", [str, str.lower])
def test_a_ticket_means_its_order(spell: Callable[[str], str]) -> None:
    placed = place(Cart().add(add_product("Aqua", 3500).value)).value
    scan = read(spell(tickets.code(placed.day, placed.number)))
    assert scan.order_id == placed.id


def test_a_ticket_of_no_order_is_told() -> None:
    with pytest.raises(UnknownOrder):
        read("BB-20200101-001")


@pytest.mark.parametrize(
    ("station", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")]
)
def test_the_letters_of_a_station_are_read_as_they_are_written(station: int, letters: str) -> None:
    number = tickets.number_of(f"{letters}-7")
    assert number is not None
    assert tickets.parted(number) == (letters, 7)
    assert number == station * 1_000_000 + 7
