"""Whatever is typed, scanned or pasted is stored as plain text or refused in a sentence."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.amounts import parse_money
from models.catalogue import catalogue, stock
from models.errors import ShopError
from models.journal import journal
from models.orders import held_carts, order_history, orders
from models.orders.cart import Cart
from models.orders.order_history import Search
from models.search import product_search
from models.settings import preferences
from models.shop.opening import Shop
from models.shopping_list import shopping_list
from models.text import quantity_parsing
from models.text.quantity_parsing import quantity_of
from tests.readable import a_product, cart_of

HOSTILE = [
    "'; DROP TABLE orders; --",
    '"; DELETE FROM journal; --',
    "%_%\\",
    "\x00\x01\x1b[2J\x7f",
    "a\u202egpj.exe\u2066\u061c",
    "\ud800\udfff",
    "\u0000" * 300,
    "=cmd|'/c calc'!A0",
    "<b onclick=alert(1)>&amp;",
    "{0}{number}%n%1",
    "../../etc/passwd",
    "𝕿𝖊𝖍 🫖 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "9" * 400,
    "-1e999",
    "٣٫٥",
    "NaN",
    " ",
    "",
]

MILLION = "teh 🫖\u202e" * 170_000

DOORS: dict[str, Callable[[str], Any]] = {
    "note": lambda text: orders.place(cart_of(a_product()).set_note(text)).value,
    "line note": lambda text: orders.place(Cart().add(a_product(), note=text)).value,
    "held": lambda text: held_carts.hold(cart_of(a_product()), text).value,
    "name": lambda text: a_product(text),
    "sku": lambda text: a_product(sku=text),
    "barcode": lambda text: a_product(barcodes=[text]),
    "alias": lambda text: catalogue.add_alias(a_product().id, text),
    "scan": catalogue.scanned,
    "search": product_search.search,
    "list": shopping_list.read,
    "history": lambda text: order_history.find(Search(product=text)),
    "reason": lambda text: orders.cancel(orders.place(cart_of(a_product())).value.id, text),
    "stock": lambda text: stock.adjust(a_product().id, 5, reason=text),
    "shop name": lambda text: preferences.put(preferences.SHOP_NAME, text),
    "zone": lambda text: preferences.put(preferences.ZONE, text),
    "request": lambda text: orders.place(cart_of(a_product()), request_id=text).value,
    "quantity": lambda text: quantity_of(text, "kg"),
    "amount": quantity_parsing.before,
    "money": parse_money,
}


def knock(door: str, text: str) -> None:
    before = journal.newest()
    try:
        DOORS[door](text)
    except ShopError:
        assert journal.newest() - before <= 2  # the product and the order it was about


@pytest.mark.parametrize("door", DOORS)
def test_hostile_texts_are_refused_or_stored_as_text(shop: Shop, door: str) -> None:
    for text in HOSTILE:
        knock(door, text)
    assert journal.verify().intact
    for row in order_history.find():
        assert row.note.isprintable()
    for _ in range(2):
        assert cart_of(a_product())


@pytest.mark.parametrize("door", DOORS)
def test_a_million_characters_are_refused_or_stored_as_text(shop: Shop, door: str) -> None:
    """How soon is measured in `tests/benchmarks/lists.py`."""
    knock(door, MILLION)


@pytest.mark.parametrize("door", DOORS)
def test_any_text_at_all(shop: Shop, door: str) -> None:
    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(some.text(some.characters(), max_size=80))
    def whatever(text: str) -> None:
        knock(door, text)

    whatever()


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 10**30])
def test_a_number_that_no_order_has_is_told(shop: Shop, number: int) -> None:
    with suppress(ShopError):  # what is longer than any number is refused
        assert order_history.find(Search(number=number)) == []
    for question in (order_history.sheet, catalogue.product):
        with pytest.raises(ShopError):
            question(number)
