"""What the counter changes after placing: the card shows it until it is acknowledged."""

import pytest

from models.amounts import ONE
from models.catalogue import catalogue, stock
from models.catalogue.catalogue import Product
from models.errors import NotEnoughStock, NothingToUndo, OrderIsPaid, WrongStage
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Card
from models.journal import journal, replay
from models.orders import order_history, orders
from models.orders.cart import Cart, CartLine
from models.orders.payments import Tender
from models.shop.undo import undo
from models.stages import Stage
from tests.readable import a_product, an_order, cart_of, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("shop")


@pytest.fixture
def aqua(shop: object) -> Product:
    return catalogue.add_product("Aqua 600 ml", 2500, on_hand=20 * ONE).value


def line_of(product: Product, pieces: int) -> CartLine:
    return Cart().add(product, pieces * ONE).lines[0]


def card(order_id: int) -> Card:
    found = fulfilment_queue.card(order_id)
    assert found is not None
    return found


def test_more_of_a_line_shows_as_three_to_five_until_acknowledged(aqua: Product) -> None:
    placed = orders.place(Cart().add(aqua, 3 * ONE)).value
    orders.change(placed.id, {1: 5 * ONE})
    line = card(placed.id).lines[0]
    assert (line.seen, line.wanted, card(placed.id).changed) == (3 * ONE, 5 * ONE, True)
    assert stock.level(aqua.id) == (20 * ONE, 5 * ONE)
    fulfilment.acknowledge(placed.id)
    line = card(placed.id).lines[0]
    assert (line.seen, card(placed.id).changed) == (5 * ONE, False)


@pytest.mark.parametrize("pieces", [1, 5])
def test_a_change_that_is_taken_back_after_it_was_acknowledged_is_news(
    aqua: Product, pieces: int
) -> None:
    placed = orders.place(Cart().add(aqua, 3 * ONE)).value
    changed = orders.change(placed.id, {1: pieces * ONE})
    fulfilment.acknowledge(placed.id)
    undo(changed.sequence)
    line = card(placed.id).lines[0]
    assert (line.seen, line.wanted, card(placed.id).changed) == (pieces * ONE, 3 * ONE, True)


def test_an_added_line_is_new_to_the_warehouse_and_on_the_bill(aqua: Product) -> None:
    soap = catalogue.add_product("Sabun", 4000).value
    placed = orders.place(Cart().add(aqua, 2 * ONE)).value
    orders.change(placed.id, {}, [line_of(soap, 3)])
    line = card(placed.id).lines[1]
    assert (line.name, line.seen, line.wanted) == ("Sabun", 0, 3 * ONE)
    assert journal.for_order(placed.id)[-1].payload["order"]["total"] == [5000, 17000]
    assert replay.replay() == []
    assert journal.verify().intact


def test_picked_goods_that_are_not_wanted_any_more_go_to_the_put_back_list(aqua: Product) -> None:
    placed = orders.place(Cart().add(aqua, 5 * ONE)).value
    fulfilment.pick(placed.id, 1, 4 * ONE)
    orders.change(placed.id, {1: 2 * ONE})
    assert [task.quantity for task in fulfilment_queue.open_restock_tasks()] == [2 * ONE]
    assert stock.level(aqua.id) == (18 * ONE, 0)
    assert card(placed.id).lines[0].picked == 2 * ONE


def test_a_change_cannot_promise_what_may_not_be_oversold() -> None:
    rare = catalogue.add_product("Rare", 100, on_hand=3 * ONE, stock_policy="block").value
    placed = orders.place(Cart().add(rare, 2 * ONE)).value
    with pytest.raises(NotEnoughStock):
        orders.change(placed.id, {1: 4 * ONE})
    orders.change(placed.id, {1: 3 * ONE})
    assert stock.level(rare.id) == (3 * ONE, 3 * ONE)


def test_a_paid_order_is_not_emptied_and_a_handed_over_one_not_changed(aqua: Product) -> None:
    placed = orders.place(Cart().add(aqua), tenders=[Tender("cash", 2500)]).value
    with pytest.raises(OrderIsPaid):
        orders.change(placed.id, {1: 0})
    fulfilment.make_ready(placed.id)
    fulfilment.hand_over(placed.id)
    with pytest.raises(WrongStage):
        orders.change(placed.id, {1: 2 * ONE})


@pytest.mark.parametrize("pieces", [0, 1])
def test_fewer_pieces_release_the_promise(aqua: Product, pieces: int) -> None:
    placed = orders.place(Cart().add(aqua, 3 * ONE)).value
    orders.change(placed.id, {1: pieces * ONE})
    assert stock.level(aqua.id) == (20 * ONE, pieces * ONE)


def test_a_change_that_added_a_line_is_taken_back() -> None:
    placed = orders.place(cart_of((a_product("Teh"), 2 * ONE))).value
    total = placed.total
    orders.change(placed.id, {1: 3 * ONE}, cart_of(a_product("Kopi")).lines)
    fulfilment.acknowledge(placed.id)
    undo(next(e.sequence for e in journal.for_order(placed.id) if e.kind == "changed"))
    found = card(placed.id)
    # The warehouse had seen the change, so it sees that it is taken back.
    assert found.changed
    assert [(line.seen, line.wanted) for line in found.lines] == [(3 * ONE, 2 * ONE), (ONE, 0)]
    assert order_history.sheet(placed.id).order.total == total
    assert replay.replay() == []


def test_what_is_ready_can_still_be_changed(aqua: Product) -> None:
    order = an_order((aqua, pcs(3))).id
    fulfilment.make_ready(order)
    orders.change(order, {1: pcs(5)})
    assert order_row(order)["stage"] == Stage.PICKING


def test_what_never_was_is_not_taken_back(aqua: Product) -> None:
    order = an_order((aqua, pcs(3))).id
    fulfilment.pick(order, 1, pcs(1))
    for sequence in (journal.newest() + 1, 0, None):
        with pytest.raises(NothingToUndo):
            undo(sequence)
    assert line_rows(order)[0]["picked"] == pcs(1)


def test_an_order_that_was_cancelled_by_mistake_has_no_moment_of_it(aqua: Product) -> None:
    order = an_order((aqua, pcs(3))).id
    orders.cancel(order)
    assert order_row(order)["cancelled_at"] is not None
    undo(journal.newest())
    assert order_row(order)["cancelled_at"] is None


def test_taken_back_picked_goods_are_on_the_put_back_list_no_more(aqua: Product) -> None:
    order = an_order((aqua, pcs(3))).id
    fulfilment.pick(order, 1, pcs(3))
    orders.change(order, {1: pcs(1)})
    assert [task.quantity for task in fulfilment_queue.open_restock_tasks()] == [pcs(2)]
    undo(journal.newest())
    assert fulfilment_queue.open_restock_tasks() == []
    assert line_rows(order)[0]["picked"] == pcs(3)
