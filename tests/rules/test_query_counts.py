"""A list is the same few statements however long it is."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playhouse.test_utils import count_queries

from models.catalogue import catalogue
from models.fulfilment import fulfilment, fulfilment_lists, fulfilment_queue
from models.journal import journal
from models.orders import held_carts, order_history, orders
from models.orders.order_history import Search
from models.search import product_search
from models.shop.opening import Shop
from models.shop.places.stations import stations
from models.statistics import statistics
from tests.readable import a_product, an_order, cart_of, order_with_number

DAYS = (date(2000, 1, 1), date(2100, 1, 1))

QUESTIONS: dict[str, Callable[[], Any]] = {
    "the queue": fulfilment_queue.waiting,
    "what is ready": fulfilment_queue.ready,
    "what goes back": fulfilment_queue.open_restock_tasks,
    "what became of an order": lambda: fulfilment_lists.closed_order(1),
    "the orders": order_history.find,
    "the orders with a product": lambda: order_history.find(Search(product="Barang")),
    "one order": lambda: order_history.sheet(1),
    "held carts": held_carts.held,
    "the catalogue": catalogue.favourites,
    "one product": lambda: catalogue.sheet(1),
    "the search": lambda: product_search.search("barang"),
    "the charts": lambda: statistics.dashboard(*DAYS),
    "the stations": stations,
    "the news": lambda: journal.since(0),
}


def grow(orders_more: int) -> None:
    """More of everything that there can be more of."""
    for _ in range(orders_more):
        product = a_product("Barang", favourite=1, on_hand=10_000, barcodes=[str(journal.newest())])
        held_carts.hold(cart_of(product))
        first, second, third = (an_order(product, a_product("Barang lain")) for _ in range(3))
        fulfilment.make_ready(first.id)
        fulfilment.pick(second.id, 1)
        orders.cancel_line(second.id, 1)
        fulfilment.pick(third.id, 1)


def counted(question: Callable[[], Any]) -> int:
    question()  # what is compiled or read once, is read now
    with count_queries() as counter:
        question()
    return int(counter.count)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_longer_list_takes_no_more_statements(shop: Shop, name: str) -> None:
    grow(2)
    few = counted(QUESTIONS[name])
    grow(6)
    assert counted(QUESTIONS[name]) == few <= 16


def test_one_statement_for_each_row_is_seen(shop: Shop) -> None:
    def one_by_one() -> Any:
        return [order_with_number(row.number) for row in order_history.find()]

    grow(1)
    few = counted(one_by_one)
    grow(1)
    assert counted(one_by_one) > few
