"""A placed order opened at the counter: only what is other goes to the warehouse."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import print_spool
from models.amounts import Discount
from models.errors import DiscountTooLarge, NotEnoughStock, ShopError, TextTooLong, WrongStage
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import order_changes, order_history, orders
from models.print_spool import PrintRequest
from models.shop.undo import undo
from tests.readable import a_product, an_order, cart_of, findings, order_row, pcs

pytestmark = pytest.mark.usefixtures("shop")

#: A line (or, beyond the last one, the order), thousandths of it, and rupiah off.
Steps = list[tuple[int, int, int]]
STEP = st.tuples(st.integers(0, 3), st.integers(1, 7_000), st.integers(0, 4_000))


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
    other = order_changes.difference(opened, cart)
    assert other.quantities == {1: pcs(5), 2: 0}
    assert [line.name for line in other.added] == ["Teh"]
    assert order_changes.send(opened, cart)
    sheet = order_history.sheet(placed.id)
    assert sheet.order.total == cart.bill().total == 22_500
    assert findings() == ()


def test_nothing_other_is_nothing_done() -> None:
    placed = an_order(a_product())
    opened = order_changes.open_order(placed.id)
    before = journal.for_order(placed.id)
    assert order_changes.send(opened, opened.cart.copy()).sequence is None
    assert journal.for_order(placed.id) == before


def test_two_lines_of_one_product_are_told_apart() -> None:
    noodles = a_product("Mi", 3_500)
    cart = cart_of(noodles)
    cart.set_line_note(0, "pedas")
    cart.add(noodles, pcs(2))
    placed = orders.place(cart).value
    opened = order_changes.open_order(placed.id)
    changed = opened.cart.copy()
    changed.set_quantity(1, pcs(4))
    other = order_changes.difference(opened, changed)
    assert (other.quantities, other.added, other.notes) == ({2: pcs(4)}, [], {})


def test_discounts_stay_with_the_order() -> None:
    noodles = a_product("Mi", 3_500)
    cart = cart_of((noodles, pcs(4)))
    cart.set_line_discount(0, Discount(1_000))
    cart.set_discount(Discount(500))
    placed = orders.place(cart).value
    opened = order_changes.open_order(placed.id)
    assert opened.cart.bill().total == placed.total == 12_500


def test_discounts_and_notes_of_a_placed_order_are_changed() -> None:
    placed = an_order((a_product("Mi", 3_500), pcs(4)), a_product("Beras", 70_000))
    fulfilment.acknowledge(placed.id)
    opened = order_changes.open_order(placed.id)
    cart = opened.cart.copy().set_line_discount(0, Discount(1_000)).set_discount(Discount(2_000))
    assert not order_changes.difference(opened, cart).is_news
    order_changes.send(opened, cart, papers=[PrintRequest("change")])
    assert order_row(placed.id)["total"] == cart.bill().total == 81_000
    assert not order_row(placed.id)["changed"], "what it costs is no news to the warehouse"
    assert print_spool.outstanding() == []
    opened = order_changes.open_order(placed.id)
    assert opened.cart.bill().total == 81_000
    cart = opened.cart.copy().set_note("plastik dua").set_line_note(1, "yang baru")
    order_changes.send(opened, cart)
    assert order_row(placed.id)["changed"]
    sheet = order_history.sheet(placed.id)
    assert (sheet.order.note, sheet.lines[1].note) == ("plastik dua", "yang baru")
    assert replay.replay() == []


def test_each_change_is_undone_to_the_rupiah_and_to_the_letter() -> None:
    cart = cart_of((a_product("Mi", 3_500), pcs(4))).set_line_discount(0, Discount(1_000))
    placed = orders.place(cart.set_discount(Discount(500)).set_note("tanpa plastik")).value
    before = order_history.sheet(placed.id)
    opened = order_changes.open_order(placed.id)
    other = opened.cart.copy().set_line_discount(0, Discount(300)).set_line_note(0, "pedas")
    order_changes.send(opened, other.set_discount(Discount(0)).set_note(""))
    assert order_row(placed.id)["total"] == 13_700
    undo(journal.newest())
    after = order_history.sheet(placed.id)
    assert (after.order.total, after.order.note) == (before.order.total, "tanpa plastik")
    assert after.lines == before.lines
    assert replay.replay() == []


def test_what_stood_in_the_hand_is_what_the_order_comes_to() -> None:
    """A discount in rupiah stays that when the quantity changes, as in any cart."""
    cart = cart_of((a_product("Mi", 3_500), pcs(4))).set_line_discount(0, Discount(1_000))
    placed = orders.place(cart).value
    for pieces, total in ((2, 6_000), (5, 16_500), (1, 2_500)):
        opened = order_changes.open_order(placed.id)
        changed = opened.cart.copy().set_quantity(0, pcs(pieces))
        order_changes.send(opened, changed)
        assert order_row(placed.id)["total"] == changed.bill().total == total


def test_a_line_that_was_short_is_opened_as_what_the_customer_gets() -> None:
    placed = an_order((a_product("Mi", 3_500), pcs(3)), a_product("Teh"))
    fulfilment.short(placed.id, 1, quantity=pcs(1), reason="damaged")
    opened = order_changes.open_order(placed.id)
    assert opened.cart.bill().total == order_row(placed.id)["total"]
    order_changes.send(opened, opened.cart.copy().set_quantity(0, pcs(3)))
    assert order_row(placed.id)["total"] == 3 * 3_500 + 3_500
    assert order_history.sheet(placed.id).lines[0].ordered == pcs(4), "one more is looked for"


def test_a_discount_above_what_is_left_is_refused_and_nothing_is_changed() -> None:
    placed = an_order((a_product("Mi", 3_500), pcs(2)))
    before = journal.newest()
    with pytest.raises(DiscountTooLarge):
        orders.change(placed.id, {1: pcs(1)}, discounts={1: Discount(4_000)})
    with pytest.raises(DiscountTooLarge):
        orders.change(placed.id, {1: pcs(1)}, discount=Discount(4_000))
    with pytest.raises(TextTooLong):
        orders.change(placed.id, {}, note="x" * 1_000_000)
    assert journal.newest() == before


@given(steps=st.lists(STEP, max_size=6), again=st.lists(STEP, max_size=4))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_change_comes_to_what_its_cart_came_to(steps: Steps, again: Steps) -> None:
    goods = [a_product(str(at), 1_000 + 333 * at, tax_rate=1_100 * (at % 2)) for at in range(3)]
    placed = an_order(*((item, pcs(2)) for item in goods))
    for change in (steps, again):
        opened = order_changes.open_order(placed.id)
        cart = opened.cart.copy()
        for at, pieces, off in change:
            with suppress(ShopError):
                if at < len(cart.lines):
                    cart.set_quantity(at, pieces)
                    cart.set_line_discount(at, Discount(off))
                else:
                    cart.set_discount(Discount(off))
        order_changes.send(opened, cart)
        assert order_row(placed.id)["total"] == cart.bill().total
    assert replay.replay() == []


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
