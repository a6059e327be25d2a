"""The tiles at the counter: added, taken away, put in order; one entry each, and back again."""

import pytest

from models.catalogue import catalogue, favourites
from models.catalogue.catalogue import Product
from models.errors import CannotUndo, UnknownProduct
from models.journal import journal
from models.shop.opening import Shop
from models.shop.undo import undo
from tests.readable import a_product

Shelf = dict[str, Product]


@pytest.fixture
def shelf(shop: Shop) -> Shelf:
    """Four favourites, two of them drinks, and one product that is none."""
    kinds = {"Kopi": "Minum", "Beras": "Sembako", "Teh": "Minum", "Gula": "Sembako"}
    shelf = {
        name: a_product(name, category=kind, favourite=at)
        for at, (name, kind) in enumerate(kinds.items(), start=1)
    }
    return shelf | {"Susu": a_product("Susu", category="Minum")}


def tiles() -> list[str]:
    return [product.name for product in catalogue.favourites()]


def test_a_new_tile_stands_last(shelf: Shelf) -> None:
    before = journal.newest()
    assert favourites.add(shelf["Susu"].id).sequence == before + 1
    assert tiles() == ["Kopi", "Beras", "Teh", "Gula", "Susu"]
    assert favourites.add(shelf["Susu"].id).sequence is None, "it has one already"
    assert journal.newest() == before + 1


def test_a_tile_is_taken_away_and_the_others_close_up(shelf: Shelf) -> None:
    favourites.remove(shelf["Beras"].id)
    assert tiles() == ["Kopi", "Teh", "Gula"]
    assert [p.favourite for p in catalogue.favourites()] == [1, 2, 3]
    assert favourites.remove(shelf["Susu"].id).sequence is None


@pytest.mark.parametrize(
    ("name", "onto", "after"),
    [
        ("Gula", "Kopi", ["Gula", "Kopi", "Beras", "Teh"]),
        ("Kopi", "Teh", ["Beras", "Teh", "Kopi", "Gula"]),
        ("Kopi", "Gula", ["Beras", "Teh", "Gula", "Kopi"]),
    ],
)
def test_a_moved_tile_takes_the_place_of_another(
    shelf: Shelf, name: str, onto: str, after: list[str]
) -> None:
    before = journal.newest()
    favourites.move(shelf[name].id, shelf[onto].id)
    assert tiles() == after
    assert journal.newest() == before + 1


def test_within_a_category_only_its_tiles_change_places(shelf: Shelf) -> None:
    favourites.move(shelf["Teh"].id, shelf["Kopi"].id, "Minum")
    assert tiles() == ["Teh", "Beras", "Kopi", "Gula"]
    named = [product.name for product in catalogue.by_category("Minum")]
    assert named == ["Teh", "Kopi", "Susu"], "its favourites first"


def test_a_tile_does_not_move_onto_what_has_none(shelf: Shelf) -> None:
    assert favourites.move(shelf["Kopi"].id, shelf["Susu"].id).sequence is None
    assert favourites.move(shelf["Kopi"].id, shelf["Kopi"].id).sequence is None
    assert favourites.move(shelf["Kopi"].id, shelf["Beras"].id, "Minum").sequence is None


def test_each_act_is_taken_back_and_done_again(shelf: Shelf) -> None:
    moved = favourites.move(shelf["Gula"].id, shelf["Kopi"].id).sequence
    back = undo(moved).sequence
    assert tiles() == ["Kopi", "Beras", "Teh", "Gula"]
    undo(back)
    assert tiles() == ["Gula", "Kopi", "Beras", "Teh"]
    gone = favourites.remove(shelf["Kopi"].id).sequence
    undo(gone)
    assert tiles() == ["Gula", "Kopi", "Beras", "Teh"]


def test_what_was_arranged_again_is_not_taken_back(shelf: Shelf) -> None:
    moved = favourites.move(shelf["Gula"].id, shelf["Kopi"].id).sequence
    favourites.remove(shelf["Kopi"].id)
    with pytest.raises(CannotUndo):
        undo(moved)
    with pytest.raises(UnknownProduct):
        favourites.add(999)


def test_two_products_with_the_same_place_can_be_put_in_order(shelf: Shelf) -> None:
    catalogue.change_product(shelf["Susu"].id, favourite=1)
    favourites.move(shelf["Susu"].id, shelf["Kopi"].id)
    assert tiles() == ["Susu", "Kopi", "Beras", "Teh", "Gula"]
