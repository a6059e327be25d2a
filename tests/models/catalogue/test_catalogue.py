"""What the shop sells: every product has its codes, its price and its history."""

from typing import Any

import pytest

from models.catalogue import catalogue, stock
from models.errors import (
    BadChoice,
    BadMoney,
    BadQuantity,
    CodeTaken,
    ShopError,
    TextMissing,
    TextTooLong,
    UnknownCode,
    UnknownProduct,
)
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import orders
from models.shop.opening import Shop
from tests.readable import a_product, an_order, at_station, pcs, product_with_code


def test_a_product_is_found_by_its_barcode_and_by_its_sku(shop: Shop) -> None:
    noodles = a_product(sku="IDM", barcodes=["089686010947"])
    assert product_with_code("IDM") == noodles
    assert product_with_code(" 089686010947 ") == noodles
    assert product_with_code("0089686010947") == noodles


def test_a_carton_is_forty_packets(shop: Shop) -> None:
    noodles = a_product()
    catalogue.add_barcode(noodles.id, "18996001600123", pcs(40))
    assert catalogue.scanned("18996001600123") == (noodles, 40_000)


@pytest.mark.parametrize("code", ["", "999", "x" * 1_000_000, "\x00", "\u202e8991", "' OR 1=1 --"])
def test_an_unknown_code_is_told(shop: Shop, code: str) -> None:
    a_product(sku="IDM")
    with pytest.raises(UnknownCode):
        product_with_code(code)


def test_a_code_stands_for_one_product(shop: Shop) -> None:
    first, second = a_product(sku="A", barcodes=["111"]), a_product("Teh", sku="B")
    with pytest.raises(CodeTaken) as refused:
        catalogue.add_barcode(second.id, "111")
    assert (refused.value.code, refused.value.name) == ("111", first.name)
    for facts in ({"sku": "A"}, {"sku": "111"}, {"barcodes": ["A"]}):
        with pytest.raises(CodeTaken):
            a_product("Kopi", **facts)
    with pytest.raises(CodeTaken):
        catalogue.change_product(second.id, sku="111")


def test_the_same_barcode_twice_in_one_form_is_one(shop: Shop) -> None:
    noodles = a_product(barcodes=["111", " 111"])
    assert [code.code for code in catalogue.sheet(noodles.id).codes] == ["111"]


def test_a_product_without_sku_gets_a_free_one(shop: Shop) -> None:
    a_product("Teh", sku="P00002")
    assert a_product("Kopi").sku not in ("", "P00002")


def test_every_price_is_remembered(shop: Shop) -> None:
    noodles = a_product(price=3_000)
    with at_station("2", staff="P1"):
        catalogue.change_product(noodles.id, price=3_500, name="Indomie Goreng Jumbo")
    step = catalogue.sheet(noodles.id).prices[0]
    assert (step.old, step.new, step.staff) == (3_000, 3_500, "P1")


def test_a_change_that_changes_nothing_is_not_entered(shop: Shop) -> None:
    noodles = a_product(price=3_000)
    entries = journal.newest()
    assert catalogue.change_product(noodles.id, price=3_000).value == noodles
    assert journal.newest() == entries


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"name": " \u200b"}, TextMissing),
        ({"name": "x" * 1_000_000}, TextTooLong),
        ({"price": -1}, BadMoney),
        ({"price": 10**12 + 1}, BadMoney),
        ({"price": 1.5}, BadMoney),
        ({"cost": -1}, BadMoney),
        ({"tax_rate": 10_001}, BadChoice),
        ({"tax_rate": "11"}, BadChoice),
        ({"stock_policy": "perhaps"}, BadChoice),
        ({"favourite": "first"}, BadChoice),
        ({"reorder_at": -1}, BadQuantity),
        ({"on_hand": -1}, BadQuantity),
        ({"on_hand": 10**12}, BadQuantity),
        ({"on_hand": 0.5}, BadQuantity),
        ({"barcodes": [""]}, TextMissing),
        ({"barcodes": ["8" * 1_000]}, TextTooLong),
        ({"sku": "x" * 65}, TextTooLong),
    ],
)
def test_what_cannot_be_is_refused(
    shop: Shop, facts: dict[str, Any], refusal: type[ShopError]
) -> None:
    wanted: dict[str, Any] = {"name": "Teh", "price": 1_000} | facts
    with pytest.raises(refusal):
        catalogue.add_product(**wanted)
    assert journal.newest() == 0


def test_codes_and_other_names_come_and_go(shop: Shop) -> None:
    noodles = a_product(barcodes=["111"])
    catalogue.add_alias(noodles.id, "Mie Goreng")
    catalogue.remove_barcode(noodles.id, "111")
    assert (catalogue.sheet(noodles.id).codes, catalogue.sheet(noodles.id).aliases) == (
        (),
        ("mie goreng",),
    )
    catalogue.remove_alias(noodles.id, "mie goreng")
    assert catalogue.sheet(noodles.id).aliases == ()


def test_nobody_changes_a_product_that_does_not_exist(shop: Shop) -> None:
    for verb in (
        lambda: catalogue.change_product(99, price=1).value,
        lambda: catalogue.add_barcode(99, "111"),
        lambda: catalogue.add_alias(99, "teh"),
        lambda: stock.adjust(99, 1),
    ):
        with pytest.raises(UnknownProduct):
            verb()


def test_favourites_stand_in_their_order(shop: Shop) -> None:
    for place, name in ((2, "Teh"), (1, "Kopi"), (3, "Gula")):
        a_product(name, favourite=place)
    assert [product.name for product in catalogue.favourites()] == ["Kopi", "Teh", "Gula"]


# --- the shelf --------------------------------------------------------------------------------


def test_a_count_on_the_shelf_is_a_movement_with_its_reason(shop: Shop) -> None:
    rice = a_product(on_hand=pcs(10))
    stock.adjust(rice.id, pcs(8), reason="rusak")
    movement = catalogue.sheet(rice.id).movements[0]
    assert (movement.change, movement.on_hand, movement.reason) == (-2_000, 8_000, "rusak")


def test_what_open_orders_need_is_promised_when_counting_begins(shop: Shop) -> None:
    ice = a_product("Es batu")
    an_order((ice, pcs(3)))
    order = an_order((ice, pcs(5))).id
    orders.change(order, {1: pcs(4)})
    fulfilment.pick(order, 1, pcs(1))
    fulfilment.short(order, 1, pcs(1))
    stock.adjust(ice.id, pcs(10))
    assert stock.level(ice.id) == (10_000, 3_000 + 2_000)


def test_a_product_that_is_not_counted_never_runs_out(shop: Shop) -> None:
    ice = a_product("Es batu", stock_policy="block", on_hand=0)
    stock.stop_counting(ice.id)
    assert an_order((ice, pcs(100))).number == 1


def test_the_end_of_counting_is_a_movement_and_an_entry(shop: Shop) -> None:
    ice = a_product("Es batu", on_hand=pcs(7))
    begun = journal.newest()
    stock.stop_counting(ice.id)
    stock.stop_counting(ice.id)
    movement = catalogue.sheet(ice.id).movements[0]
    assert (movement.change, movement.on_hand, movement.reason) == (-7_000, 0, "not_counted")
    assert [event.kind for event in journal.since(begun)] == ["stock_adjusted"]


@pytest.mark.parametrize("on_hand", [-1, 10**12, True, 1.5])
def test_a_count_that_cannot_be_is_refused(shop: Shop, on_hand: int) -> None:
    with pytest.raises(BadQuantity):
        stock.adjust(a_product().id, on_hand)
