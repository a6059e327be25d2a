"""A placed order opened at the counter: only what is other goes to the warehouse."""

import pytest

from models import fulfilment, journal, order_changes, order_history, orders, replay
from models.errors import NotEnoughStock, WrongStage
from tests.readable import a_product, an_order, cart_of, pcs

pytestmark = pytest.mark.usefixtures("shop")


def test_quantities_new_lines_and_lines_taken_off_are_the_difference() -> None:
    noodles, rice, tea = a_product("Mi", 3_500), a_product("Beras", 70_000), a_product("Teh", 5_000)
    placed = an_order((noodles, pcs(2)), rice)
    opened = order_changes.open_order(placed.id)
    assert opened.number == placed.number
    assert opened.cart.bill().total == placed.total
    cart = opened.cart.copy()
    cart.set_quantity(0, pcs(5))
    cart.remove(1)
    cart.add(tea)
    quantities, added = order_changes.difference(opened, cart)
    assert quantities == {1: pcs(5), 2: 0}
    assert [line.name for line in added] == ["Teh"]
    assert order_changes.send(opened, cart)
    sheet = order_history.sheet(placed.id)
    assert sheet.order.total == cart.bill().total == 22_500
    assert replay.replay() == []
    assert journal.verify().intact


def test_nothing_other_is_nothing_done() -> None:
    placed = an_order(a_product())
    opened = order_changes.open_order(placed.id)
    before = journal.of_order(placed.id)
    assert not order_changes.send(opened, opened.cart.copy())
    assert journal.of_order(placed.id) == before


def test_two_lines_of_one_product_are_told_apart() -> None:
    noodles = a_product("Mi", 3_500)
    cart = cart_of(noodles)
    cart.set_line_note(0, "pedas")
    cart.add(noodles, pcs(2))
    placed = orders.place(cart)
    opened = order_changes.open_order(placed.id)
    changed = opened.cart.copy()
    changed.set_quantity(1, pcs(4))
    assert order_changes.difference(opened, changed) == ({2: pcs(4)}, [])


def test_discounts_stay_with_the_order() -> None:
    noodles = a_product("Mi", 3_500)
    cart = cart_of((noodles, pcs(4)))
    cart.set_line_discount(0, 1_000)
    cart.set_discount(500)
    placed = orders.place(cart)
    opened = order_changes.open_order(placed.id)
    assert opened.cart.bill().total == placed.total == 12_500


def test_what_is_blocked_counts_what_the_order_has_already() -> None:
    cake = a_product("Kue", 10_000, on_hand=pcs(3), stock_policy="block")
    placed = an_order((cake, pcs(2)))
    opened = order_changes.open_order(placed.id)
    more = opened.cart.copy().set_quantity(0, pcs(3))
    assert order_changes.send(opened, more)
    again = order_changes.open_order(placed.id)
    with pytest.raises(NotEnoughStock):
        order_changes.send(again, again.cart.copy().set_quantity(0, pcs(4)))


def test_an_order_that_is_gone_is_not_opened() -> None:
    placed = an_order(a_product())
    fulfilment.make_ready(placed.id)
    assert order_changes.open_order(placed.id).cart
    fulfilment.hand_over(placed.id)
    with pytest.raises(WrongStage):
        order_changes.open_order(placed.id)
