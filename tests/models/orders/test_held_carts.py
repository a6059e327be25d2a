"""Carts set aside for any station, and the draft that survives the power going."""

import pytest

from models.amounts import Discount
from models.errors import EmptyCart, TextTooLong, UnknownCart
from models.journal import journal
from models.orders import held_carts
from models.orders.cart import Cart
from models.shop.opening import Shop
from tests.readable import a_product, at_station, cart_of, pcs


def test_another_station_goes_on_with_a_held_cart(shop: Shop) -> None:
    cart = (
        cart_of((a_product("Kopi", 15_000), pcs(2)))
        .set_note("tanpa gula")
        .set_discount(Discount(500))
    )
    held = held_carts.hold(cart, "Bu Sri").value
    with at_station("2"):
        assert held_carts.resume(held).value == cart
    assert held_carts.held() == []


def test_the_rail_shows_what_is_in_each_cart_newest_first(shop: Shop) -> None:
    names = ["Kopi", "Teh", "Gula", "Beras"]
    held_carts.hold(cart_of(a_product("Susu", 1_000)), "pertama")
    held_carts.hold(cart_of(*(a_product(name, 2_000) for name in names)), "kedua")
    newest, oldest = held_carts.held()
    assert (newest.reference, newest.names, newest.lines) == ("kedua", ("Kopi", "Teh", "Gula"), 4)
    assert (newest.total, oldest.reference) == (8_000, "pertama")


def test_of_two_stations_one_gets_the_cart(shop: Shop) -> None:
    held = held_carts.hold(cart_of(a_product())).value
    held_carts.resume(held)
    with pytest.raises(UnknownCart), at_station("2"):
        held_carts.resume(held)


def test_a_discarded_cart_can_be_held_again(shop: Shop) -> None:
    cart = held_carts.discard(held_carts.hold(cart_of(a_product()), "Bu Sri").value).value
    held_carts.hold(cart, "Bu Sri")
    assert len(held_carts.held()) == 1


def test_holding_the_same_cart_twice_holds_it_once(shop: Shop) -> None:
    cart = cart_of(a_product())
    held_carts.hold(cart)
    held_carts.hold(cart)
    assert len(held_carts.held()) == 1


def test_nothing_and_a_novel_cannot_be_held(shop: Shop) -> None:
    with pytest.raises(EmptyCart):
        held_carts.hold(Cart())
    with pytest.raises(TextTooLong):
        held_carts.hold(cart_of(a_product()), "x" * 1_000_000)
    assert held_carts.held() == []


def test_a_draft_is_the_station_s_own_and_nobody_s_news(shop: Shop) -> None:
    cart = cart_of(a_product())
    news = journal.newest()
    held_carts.save_draft(cart)
    assert held_carts.draft() == cart
    with at_station("2"):
        assert held_carts.draft() is None
    assert (held_carts.held(), journal.newest()) == ([], news)


def test_an_emptied_cart_leaves_no_draft(shop: Shop) -> None:
    cart = cart_of(a_product())
    held_carts.save_draft(cart)
    cart.remove(0)
    held_carts.save_draft(cart)
    assert held_carts.draft() is None


def test_the_journal_says_what_was_held_taken_up_and_thrown_away(shop: Shop) -> None:
    cart = cart_of(a_product())
    begun = journal.newest()
    held_carts.resume(held_carts.hold(cart).value)
    held_carts.discard(held_carts.hold(cart).value)
    kinds = [event.kind for event in journal.since(begun)]
    assert kinds == ["held", "resumed", "held", "discarded"]


def test_drafts_are_those_of_this_station_by_their_slots(shop: Shop) -> None:
    cart = cart_of(a_product())
    for station in ("1", "2", "11"):
        with at_station(station):
            held_carts.save_draft(cart)
            held_carts.save_draft(cart, "2@machine")
    assert set(held_carts.drafts()) == {"", "2@machine"}


def test_what_was_left_at_a_seat_is_on_the_rail_once(shop: Shop) -> None:
    held_carts.save_draft(cart_of(a_product()), "2@machine")
    held_carts.save_draft(cart_of(a_product("Teh")), "3@machine")
    begun = journal.newest()
    assert held_carts.release_drafts(["2@machine", "4@machine"]).value == 1
    assert [held.names for held in held_carts.held()] == [("Indomie Goreng",)]
    assert set(held_carts.drafts()) == {"3@machine"}
    assert [event.kind for event in journal.since(begun)] == ["held"]
    assert held_carts.release_drafts(["2@machine"]).value == 0
