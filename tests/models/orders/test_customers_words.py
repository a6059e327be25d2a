"""What a customer wrote stays with the line: "I wrote two" can be looked up."""

import pytest

from models.fulfilment import fulfilment_queue
from models.orders import held_carts, order_changes, order_history, orders
from models.orders.cart import WORDS_LIMIT, Cart
from models.shop.opening import Shop
from tests.readable import a_product, pcs


def written(words: str, name: str = "Jeruk", note: str = "") -> Cart:
    return Cart().add(a_product(name), pcs(2), words=words, note=note)


def test_it_goes_with_the_line_into_the_order(shop: Shop) -> None:
    held_carts.save_draft(written("jeruk yg kecil 2"))
    cart = held_carts.draft()
    assert cart is not None
    placed = orders.place(cart).value
    (line,) = order_history.sheet(placed.id).lines
    assert line.words == "jeruk yg kecil 2"
    opened = order_changes.open_order(placed.id)
    assert opened.cart.lines[0].words == "jeruk yg kecil 2"


def test_nobody_s_data_is_kept_and_no_story(shop: Shop) -> None:
    placed = orders.place(written("jeruk 2 ke 0812-3456-7890 " + "ya " * 90)).value
    (line,) = order_history.sheet(placed.id).lines
    assert line.words.startswith("jeruk 2 ke \u25ae ya ya")
    assert len(line.words) <= WORDS_LIMIT


def test_two_wishes_for_one_product_stay_both(shop: Shop) -> None:
    fruit = a_product("Jeruk")
    cart = Cart().add(fruit, pcs(2), words="jeruk 2").add(fruit, pcs(1), words="jrk satu lagi")
    cart.add(fruit, pcs(1))
    assert [(line.quantity, line.words) for line in cart.lines] == [
        (pcs(4), "jeruk 2 + jrk satu lagi")
    ]


@pytest.mark.parametrize(
    ("words", "note", "shown"),
    [
        ("jeruk yg kecil 2", "", "\u201cjeruk yg kecil 2\u201d"),
        ("jeruk 2", "", ""),
        ("jeruk kecil", "pisah", "pisah \u00b7 \u201cjeruk kecil\u201d"),
        ("", "pisah", "pisah"),
    ],
)
def test_the_picker_sees_what_the_name_does_not_say(
    shop: Shop, words: str, note: str, shown: str
) -> None:
    orders.place(written(words, note=note))
    (card,) = fulfilment_queue.waiting()
    assert card.lines[0].note == shown
