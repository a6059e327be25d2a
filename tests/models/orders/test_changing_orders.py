"""After placing: lines and whole orders can still be cancelled, until the goods are gone."""

import pytest

from models.catalogue import stock
from models.errors import OrderIsPaid, UnknownOrder, WrongStage
from models.fulfilment import fulfilment, fulfilment_queue
from models.journal import journal
from models.orders import orders, payments
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.stages import Stage
from tests.readable import a_product, an_order, line_rows, order_row, pcs


def test_a_cancelled_line_is_no_longer_charged_and_the_warehouse_is_told(shop: Shop) -> None:
    placed = an_order(a_product(price=1_000), a_product("Teh", 5_000))
    orders.cancel_line(placed.id, 2, "habis")
    assert journal.for_order(placed.id)[-1].payload["facts"] == {"reason": "habis"}
    row = order_row(placed.id)
    assert (row["total"], bool(row["changed"]), row["stage"]) == (1_000, True, Stage.WAITING)
    card = fulfilment_queue.waiting()[0]
    assert (card.lines[1].seen, card.lines[1].wanted) == (1_000, 0)


def test_once_acknowledged_the_change_is_no_news_any_more(shop: Shop) -> None:
    placed = an_order(a_product(), a_product("Teh", 5_000))
    orders.cancel_line(placed.id, 2)
    fulfilment.acknowledge(placed.id)
    card = fulfilment_queue.waiting()[0]
    assert (card.changed, card.lines[1].seen) == (False, 0)


def test_cancelling_the_last_line_cancels_the_order(shop: Shop) -> None:
    placed = an_order()
    orders.cancel_line(placed.id, 1)
    assert order_row(placed.id)["stage"] == Stage.CANCELLED


def test_goods_already_picked_go_back_to_the_shelf_and_onto_a_list(shop: Shop) -> None:
    rice = a_product("Beras", on_hand=pcs(10))
    placed = an_order((rice, pcs(3)))
    fulfilment.pick(placed.id, 1, pcs(2))
    orders.cancel(placed.id)
    task = fulfilment_queue.open_restock_tasks()[0]
    assert (task.number, task.name, task.quantity) == (placed.number, "Beras", 2_000)
    assert stock.level(rice.id) == (10_000, 0)
    fulfilment.restock(task.id)
    assert fulfilment_queue.open_restock_tasks() == []


def test_putting_back_twice_is_entered_once(shop: Shop) -> None:
    placed = an_order()
    fulfilment.pick(placed.id, 1)
    orders.cancel(placed.id)
    task = fulfilment_queue.open_restock_tasks()[0].id
    fulfilment.restock(task)
    entries = journal.newest()
    fulfilment.restock(task)
    assert journal.newest() == entries


def test_an_order_with_money_in_it_is_refunded_first(shop: Shop) -> None:
    placed = an_order(a_product(price=5_000))
    payments.pay(placed.id, Tender("cash", 5_000))
    with pytest.raises(OrderIsPaid):
        orders.cancel(placed.id)
    payments.refund(placed.id, 5_000)
    orders.cancel(placed.id)
    assert order_row(placed.id)["stage"] == Stage.CANCELLED


def test_nor_is_it_cancelled_line_by_line_with_money_in_it(shop: Shop) -> None:
    placed = an_order(a_product(price=5_000))
    payments.pay(placed.id, Tender("cash", 5_000))
    with pytest.raises(OrderIsPaid):
        orders.cancel_line(placed.id, 1)


@pytest.mark.parametrize("cancel", [orders.cancel, lambda order: orders.cancel_line(order, 1)])
def test_what_was_handed_over_cannot_be_cancelled(shop: Shop, cancel: object) -> None:
    placed = an_order()
    fulfilment.make_ready(placed.id)
    fulfilment.hand_over(placed.id)
    with pytest.raises(WrongStage):
        cancel(placed.id)  # type: ignore[operator]


def test_cancelling_a_cancelled_order_is_refused(shop: Shop) -> None:
    placed = an_order()
    orders.cancel(placed.id)
    with pytest.raises(WrongStage):
        orders.cancel(placed.id)


def test_nobody_cancels_what_does_not_exist(shop: Shop) -> None:
    with pytest.raises(UnknownOrder):
        orders.cancel(999)
    with pytest.raises(UnknownOrder):
        orders.cancel_line(an_order().id, 2)


def test_a_line_cancelled_twice_is_entered_once(shop: Shop) -> None:
    placed = an_order(a_product(), a_product("Teh", 5_000))
    orders.cancel_line(placed.id, 2)
    entries = journal.newest()
    orders.cancel_line(placed.id, 2)
    assert journal.newest() == entries
    assert line_rows(placed.id)[1]["cancelled"] == 1_000
