"""A discount is what was given: a rate follows the goods, a sum stays and is shared out."""

import json

import pytest

from models.amounts import NO_DISCOUNT, Discount
from models.errors import BadChoice, BadMoney, DiscountTooLarge, RateTooLarge
from models.fulfilment import fulfilment, questions
from models.journal import journal, replay
from models.orders import held_carts, order_changes, order_history, orders, returns
from models.orders.cart import Cart, CartLine
from models.shop.opening import Shop
from models.shop.undo import undo
from models.storage.database import database
from tests.readable import a_product, an_order, cart_of, line_rows, order_row, pcs

TEN = Discount(rate=1_000)


def test_a_percentage_follows_the_quantity(shop: Shop) -> None:
    cart = cart_of(a_product(price=6_000)).set_line_discount(0, TEN)
    assert cart.bill().total == 5_400
    assert cart.set_quantity(0, pcs(2)).bill().total == 10_800
    assert cart.set_quantity(0, 500).bill().total == 2_700


def test_a_percentage_off_the_order_follows_the_goods(shop: Shop) -> None:
    cart = cart_of(a_product("Teh", 7_000)).set_discount(TEN)
    cart.add(a_product("Kopi", 12_000))
    assert cart.bill().total == 17_100
    cart.remove(0)
    assert cart.bill().total == 10_800


def test_a_sum_stays_and_is_at_most_what_the_goods_cost(shop: Shop) -> None:
    cart = cart_of((a_product("Teh", 7_000), pcs(2))).set_line_discount(0, Discount(8_000))
    assert cart.set_quantity(0, pcs(3)).bill().total == 13_000
    assert cart.set_quantity(0, pcs(1)).bill().total == 0
    cart.set_line_discount(0, NO_DISCOUNT).set_discount(Discount(5_000))
    assert cart.add(a_product("Kopi", 12_000)).bill().total == 14_000
    cart.remove(1)
    assert cart.bill().total == 2_000


@pytest.mark.parametrize("rate", [-1, 10_001, True, 10.0])
def test_a_rate_is_between_nothing_and_everything(shop: Shop, rate: int) -> None:
    cart = cart_of(a_product(price=6_000))
    with pytest.raises(RateTooLarge):
        cart.set_discount(Discount(rate=rate))
    with pytest.raises(RateTooLarge):
        cart.set_line_discount(0, Discount(rate=rate))
    with pytest.raises(RateTooLarge):
        cart.add(a_product("Teh"), discount=Discount(rate=rate))
    assert cart.bill().total == 6_000


def test_a_discount_is_never_both(shop: Shop) -> None:
    with pytest.raises(BadChoice):
        cart_of(a_product(price=6_000)).set_discount(Discount(500, 1_000))
    with pytest.raises((DiscountTooLarge, BadMoney)):
        cart_of(a_product("Teh", 6_000)).set_line_discount(0, Discount(-500))


def a_discounted_cart() -> Cart:
    cart = cart_of((a_product("Teh", 6_000), pcs(1)), a_product("Kopi", 4_000))
    return cart.set_line_discount(0, TEN).set_discount(Discount(rate=500))


def test_rates_are_held_resumed_and_kept_as_a_draft(shop: Shop) -> None:
    cart = a_discounted_cart()
    held_carts.save_draft(cart)
    assert held_carts.draft() == cart
    held = held_carts.resume(held_carts.hold(cart).value).value
    assert held == cart
    held.set_quantity(0, pcs(2))
    assert held.bill().total == (10_800 + 4_000) * 95 // 100
    undo(journal.newest())
    assert held_carts.held()[0].total == cart.bill().total


def test_what_was_held_before_there_were_rates_is_a_sum(shop: Shop) -> None:
    cart = cart_of((a_product("Teh", 6_000), pcs(2)))
    cart.set_line_discount(0, Discount(600)).set_discount(Discount(400))
    old = json.loads(json.dumps(cart.to_dict()))
    old["discount"], old["lines"][0]["discount"] = 400, 600
    assert Cart.from_dict(old) == cart


def test_rates_are_placed_and_follow_what_becomes_of_the_order(shop: Shop) -> None:
    placed = orders.place(a_discounted_cart()).value
    assert placed.total == 8_930  # 5.400 + 4.000, less 5 %
    row, lines = order_row(placed.id), line_rows(placed.id)
    assert (row["discount"], row["discount_rate"]) == (0, 500)
    assert [(x["discount"], x["discount_rate"]) for x in lines] == [(0, 1_000), (0, 0)]
    first = journal.for_order(placed.id)[0].payload
    assert (first["order"]["discount"], first["order"]["discount_rate"]) == (0, 500)
    orders.change(placed.id, {1: pcs(3)})
    assert order_row(placed.id)["total"] == 19_190  # 16.200 + 4.000, less 5 %
    fulfilment.short(placed.id, 2)
    assert order_row(placed.id)["total"] == 15_390
    undo(journal.newest())
    assert order_row(placed.id)["total"] == 19_190
    assert replay.replay() == []


def test_a_placed_order_is_opened_changed_and_undone_with_its_rates(shop: Shop) -> None:
    placed = orders.place(a_discounted_cart()).value
    opened = order_changes.open_order(placed.id)
    assert opened.cart.discount == Discount(rate=500)
    assert not order_changes.difference(opened, opened.cart.copy())
    cart = opened.cart.copy().set_quantity(0, pcs(2)).set_line_discount(1, TEN)
    cart.set_discount(Discount(1_000))
    order_changes.send(opened, cart)
    assert order_row(placed.id)["total"] == cart.bill().total == 10_800 + 3_600 - 1_000
    undo(journal.newest())
    assert order_row(placed.id)["total"] == 8_930
    assert order_row(placed.id)["discount_rate"] == 500
    assert replay.replay() == []


def test_an_order_is_ordered_again_with_its_rates_and_without_its_sums(shop: Shop) -> None:
    placed = orders.place(a_discounted_cart()).value
    again = order_history.reorder(placed.id).cart
    assert again.bill().total == 8_930
    cart = cart_of(a_product("Gula", 6_000)).set_discount(Discount(500))
    assert order_history.reorder(orders.place(cart).value.id).cart.bill().total == 6_000


# --- a sum off the order is shared out ------------------------------------------------------


def of_ten_thousand(off: Discount) -> int:
    """An order of 6.000 and 4.000, less a discount on all of it."""
    cart = cart_of((a_product("X", 3_000), pcs(2)), a_product("Y", 4_000)).set_discount(off)
    return orders.place(cart).value.id


@pytest.mark.parametrize("off", [Discount(1_000), TEN])
def test_what_goes_takes_its_share_along(shop: Shop, off: Discount) -> None:
    order = of_ten_thousand(off)
    fulfilment.short(order, 1, pcs(1))
    assert order_row(order)["total"] == 2_700 + 3_600
    orders.cancel_line(order, 1)
    assert order_row(order)["total"] == 3_600
    undo(journal.newest())
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    returns.return_goods(order, {2: pcs(1)})
    assert order_row(order)["total"] == 2_700


def test_shares_are_those_of_the_largest_remainder_and_stay_with_their_lines(shop: Shop) -> None:
    cart = cart_of(*(a_product(name, 1_000) for name in "ABC")).set_discount(Discount(100))
    order = orders.place(cart).value.id
    assert [x["net"] for x in line_rows(order)] == [966, 967, 967]
    orders.cancel_line(order, 1)
    assert [x["net"] for x in line_rows(order)] == [0, 967, 967]


def test_what_comes_has_its_part_of_a_sum_that_stays(shop: Shop) -> None:
    order = of_ten_thousand(Discount(1_000))
    more = cart_of(a_product("Z", 10_000)).lines
    first = orders.change(order, {}, more).sequence
    assert order_row(order)["total"] == 19_000
    assert [x["net"] for x in line_rows(order)] == [5_700, 3_800, 9_500]
    orders.change(order, {2: pcs(2)})
    assert order_row(order)["total"] == 23_000
    undo(journal.newest())
    undo(first)
    assert order_row(order)["total"] == 9_000
    assert [x["net"] for x in line_rows(order)[:2]] == [5_400, 3_600]


def test_changes_are_taken_back_in_any_order(shop: Shop) -> None:
    order = of_ten_thousand(NO_DISCOUNT)
    orders.change(order, {}, discount=Discount(1_000))
    given = journal.newest()
    orders.change(order, {}, cart_of(a_product("Z", 10_000)).lines)
    added = journal.newest()
    undo(given)
    assert order_row(order)["total"] == 20_000
    undo(added)
    assert order_row(order)["total"] == 10_000
    assert replay.replay() == []


def test_a_sum_given_when_something_was_gone_already_is_that_sum(shop: Shop) -> None:
    order = of_ten_thousand(NO_DISCOUNT)
    fulfilment.short(order, 1, pcs(1))
    orders.change(order, {}, discount=Discount(999))
    assert order_row(order)["total"] == 3_000 + 4_000 - 999


def test_a_substitute_has_its_part_of_what_is_left_of_a_sum(shop: Shop) -> None:
    order = of_ten_thousand(Discount(1_000))
    questions.ask(order, 2)
    other = cart_of(a_product("Z", 4_000)).lines[0]
    questions.answer(order, 2, "substitute", other)
    # Y took its 400 along; the 600 of X are now shared by X and Z.
    assert order_row(order)["total"] == 10_000 - 600


def test_what_stands_in_the_hand_is_what_the_order_comes_to(shop: Shop) -> None:
    order = of_ten_thousand(Discount(1_000))
    opened = order_changes.open_order(order)
    cart = opened.cart.copy()
    cart.remove(0)
    order_changes.send(opened, cart)
    assert order_row(order)["total"] == cart.bill().total == 3_000
    opened = order_changes.open_order(order)
    assert opened.cart.discount == Discount(1_000)
    cart = opened.cart.copy().set_quantity(0, pcs(3))
    order_changes.send(opened, cart)
    assert order_row(order)["total"] == cart.bill().total == 11_000


def test_an_order_from_before_shares_were_kept_stays_as_it_was(shop: Shop) -> None:
    order = of_ten_thousand(Discount(1_000))
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    database.execute_sql("UPDATE order_line SET share = NULL")
    assert order_history.sheet(order).discount == 1_000
    returns.return_goods(order, {1: pcs(2)})
    assert order_row(order)["total"] == 3_600
    undo(journal.newest())
    assert order_row(order)["total"] == 9_000


def test_a_line_with_a_rate_of_its_own_is_added(shop: Shop) -> None:
    order = an_order(a_product("X", 6_000)).id
    product = a_product("Y", 4_000)
    line = CartLine(product.id, product.sku, "Y", "pcs", 4_000, 0, pcs(2), TEN)
    orders.change(order, {}, [line])
    assert order_row(order)["total"] == 6_000 + 7_200
