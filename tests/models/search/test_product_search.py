"""What is typed at the counter finds what is meant, best first."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.orders import cart, orders
from models.search import product_search, scanned_codes
from models.search.product_index import Entry, ProductIndex
from models.search.product_lookup import find
from models.search.product_search import search
from models.shop.opening import Shop, open_shop
from tests.models.conftest import postgres_in_the_long_run

pytestmark = postgres_in_the_long_run

NAMES = (
    "Indomie Goreng",
    "Indomie Goreng Rendang",
    "Indomie Kari Ayam",
    "Mie Sedaap Goreng",
    "Pop Mie Rasa Bakso",
    "Kopi Kapal Api 65 gr",
    "Lay&acute;s Rumput Laut 68 gr",
    "Hello Panda Chocolate 45 gr",
    "Hello Panda Cokelat 12g",
    "CLOSEUP 110 GRAM",
    "Crème Brûlée",
    "AQUA 600 ml",
    "AQUA 1500 ml",
    "Zwitsal Baby Bath 300ml",
    "Zinc ref cool 170ml",
)


@pytest.fixture
def shelf(shop: Shop) -> dict[str, Product]:
    return {name: catalogue.add_product(name, 1000 + at).value for at, name in enumerate(NAMES)}


def names(text: str, limit: int = 20) -> list[str]:
    return [hit.name for hit in search(text, limit)]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("indomie gor", "Indomie Goreng"),
        ("kari indo", "Indomie Kari Ayam"),
        ("sedap gor", "Mie Sedaap Goreng"),
        ("popmie", "Pop Mie Rasa Bakso"),
        ("pop mie baso", "Pop Mie Rasa Bakso"),
        ("KAPAL", "Kopi Kapal Api 65 gr"),
        ("umput", "Lay&acute;s Rumput Laut 68 gr"),
        ("lays", "Lay&acute;s Rumput Laut 68 gr"),
        ("seaweed", "Lay&acute;s Rumput Laut 68 gr"),
        ("close up", "CLOSEUP 110 GRAM"),
        ("creme brulee", "Crème Brûlée"),
        ("brûlée", "Crème Brûlée"),
        ("600ml", "AQUA 600 ml"),
        ("aqua 15", "AQUA 1500 ml"),
        ("zwitsla", "Zwitsal Baby Bath 300ml"),
        ("indonie rendang", "Indomie Goreng Rendang"),
        ("mi rendang", "Indomie Goreng Rendang"),
        ("baterai zwitsal", "Zwitsal Baby Bath 300ml"),
        ("aqua 1500 mili", "AQUA 1500 ml"),
    ],
)
def test_it_finds(typed: str, first: str) -> None:
    assert names(typed)[0] == first


@pytest.mark.usefixtures("shelf")
def test_both_spellings_are_found_and_the_typed_one_comes_first() -> None:
    assert names("chocolate") == ["Hello Panda Chocolate 45 gr", "Hello Panda Cokelat 12g"]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("text", ["", "   ", "!?", "xyzzy", "printer epson", "\x00", "%", "a'b\"c"])
def test_nothing_is_found_by_nothing(text: str) -> None:
    assert names(text) == []


def test_a_code_goes_before_every_name(shelf: dict[str, Product]) -> None:
    catalogue.add_product("B12 Vitamin", 1000)
    soap = catalogue.add_product("Soap", 2000, sku="B12", barcodes=["8998866200691"]).value
    assert search("b12")[0].id == soap.id
    assert search("8998866200691")[0].id == soap.id
    assert search("89988662")[0].id == soap.id


@pytest.mark.parametrize("code", ["m", "mg", "MG", "ta", "gula", "9"])
def test_a_code_however_short_is_found_as_enter_takes_it(
    shelf: dict[str, Product], code: str
) -> None:
    sold = catalogue.add_product("Minyak Goreng", 30_000, sku=code.upper()).value
    catalogue.add_product("Gula Tahan Mg 9", 1000)
    assert scanned_codes.read(code).product == sold
    assert search(code)[0].id == sold.id


def test_the_word_in_a_name_goes_before_the_word_of_another_name(shop: Shop) -> None:
    named = {
        name: catalogue.add_product(name, 1000, barcodes=[f"899{at}"]).value
        for at, name in enumerate(("Rinso Cair", "Lux Sabun Batang", "Sabun Mandi", "Nuvo Sabunku"))
    }
    catalogue.add_alias(named["Rinso Cair"].id, "sabun cuci")
    orders.place(cart.Cart().add(named["Rinso Cair"]))
    orders.place(cart.Cart().add(named["Lux Sabun Batang"]))
    shop.close()
    with open_shop(shop.url):
        found = ["Sabun Mandi", "Lux Sabun Batang", "Nuvo Sabunku", "Rinso Cair"]
        assert names("sabun") == found
        assert names("cuci") == ["Rinso Cair"]


def test_what_sells_more_goes_first(shop: Shop) -> None:
    first, second = (catalogue.add_product(f"Teh {which}", 1000).value for which in ("A", "B"))
    assert [hit.id for hit in search("teh")] == [first.id, second.id]
    orders.place(cart.Cart().add(second))
    shop.close()
    with open_shop(shop.url):  # popularity is counted when the shop is opened
        assert [hit.id for hit in search("teh")] == [second.id, first.id]


def test_a_hit_is_a_product_as_it_is_now(shelf: dict[str, Product]) -> None:
    aqua = shelf["AQUA 600 ml"]
    assert search("aqua 600")[0].product == aqua
    catalogue.change_product(aqua.id, price=4321)
    assert search("aqua 600")[0].price == 4321


def test_the_found_parts_are_marked(shelf: dict[str, Product]) -> None:
    def marked(typed: str, name: str) -> list[str]:
        (hit,) = (hit for hit in search(typed) if hit.name == name)
        return [name[start:end] for start, end in hit.matched]

    assert marked("gor indo", "Indomie Goreng") == ["Indo", "Gor"]
    assert marked("brul", "Crème Brûlée") == ["Brûl"]
    assert marked("omie", "Indomie Goreng") == ["omie"]


def test_news_of_the_catalogue_is_heard_at_once(shelf: dict[str, Product]) -> None:
    assert names("teh botol") == []
    tea = catalogue.add_product("Teh Botol", 4000).value
    assert names("teh botol") == ["Teh Botol"]
    catalogue.change_product(tea.id, name="Teh Kotak")
    assert names("teh botol") == []
    assert names("teh kotak") == ["Teh Kotak"]
    catalogue.add_alias(tea.id, "sosro")
    assert names("sosro") == ["Teh Kotak"]
    catalogue.remove_alias(tea.id, "sosro")
    assert names("sosro") == []
    catalogue.change_product(tea.id, active=False)
    assert names("teh kotak") == []
    assert [hit.name for hit in search("teh kotak", inactive=True)] == ["Teh Kotak"]


def test_no_more_is_given_than_was_asked_for(shelf: dict[str, Product]) -> None:
    assert len(search("i", 3)) == 3
    assert search("i", 0) == []
    many = [catalogue.add_product(f"Pensil {n}", 1000).value for n in range(30)]
    assert [hit.id for hit in search("pensil", 25)] == [product.id for product in many[:25]]


def random_name(random: Random) -> str:
    return " ".join(random.choices(["kopi", "teh", "susu", "Gula", "lima", "roti", "12", "x"], k=3))


def plainly(names: list[str], fits: Callable[[str, str], bool], typed: list[str]) -> set[int]:
    return {at for at, name in enumerate(names) if all(fits(name.lower(), word) for word in typed)}


def test_the_index_agrees_with_reading_every_name() -> None:
    """However many products there are, and whichever way the index takes to them."""
    random = Random(7)
    for count in (50, 9000):
        names = [random_name(random) for _ in range(count)]
        index = ProductIndex(Entry(at, name, "pcs", 1000, True) for at, name in enumerate(names))
        for typed in (["kopi"], ["ko", "te"], ["k"], ["t", "s"], ["gula", "12"], ["opi", "12"]):
            begun = plainly(names, lambda name, word: f" {word}" in f" {name}", typed)
            inside = plainly(names, lambda name, word: word in name, typed)
            found = find(index, " ".join(typed), count)
            assert set(found) >= (begun or inside)
            assert set(found[: len(begun)]) == begun


def test_a_changed_catalogue_is_the_same_as_a_new_one() -> None:
    random = Random(8)
    names = [random_name(random) for _ in range(300)]
    index = ProductIndex()
    index.put(Entry(at, random_name(random), "pcs", 1000, True) for at in range(300))
    index.put(Entry(at, name, "pcs", 1000, True) for at, name in enumerate(names))
    fresh = ProductIndex(Entry(at, name, "pcs", 1000, True) for at, name in enumerate(names))
    for typed in ("kopi", "te su", "opi", "roti 12", "kpi", "x"):
        assert find(index, typed, 300) == find(fresh, typed, 300)


def test_popularity_forgets_what_was_sold_long_ago(shop: Shop, clock: Any) -> None:
    first, second = (catalogue.add_product(f"Teh {which}", 1000).value for which in ("A", "B"))
    orders.place(cart.Cart().add(second))
    clock.forward(minutes=24 * 60 * (product_search.POPULAR_DAYS + 2))
    shop.close()
    with open_shop(shop.url):
        assert [hit.id for hit in search("teh")] == [first.id, second.id]
