"""What is asked all day never runs through history: each of its statements goes by an index."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from models.catalogue import catalogue, stock
from models.fulfilment import fulfilment_lists, fulfilment_queue, questions
from models.journal import journal
from models.orders import drawer, held_carts, order_history, orders
from models.orders.order_history import Search
from models.shop.opening import Shop
from models.stages import Stage
from models.statistics import today
from models.storage.database import database
from models.storage.tables import OrderLine
from tests.readable import a_product, an_order, cart_of

GROWING = "orders|order_line|journal|payment|stock_movement|put_back"

ALL_DAY: dict[str, Callable[[], Any]] = {
    "the queue": fulfilment_queue.waiting,
    "what is ready": fulfilment_queue.ready,
    "the wall": fulfilment_queue.wall,
    "one card": lambda: fulfilment_queue.card(1),
    "what to pick": fulfilment_lists.needs,
    "what left last": fulfilment_lists.finished,
    "the customers' board": fulfilment_lists.board,
    "open questions": questions.open_questions,
    "what is promised": stock.promises,
    "an order by its number": lambda: order_history.find(Search(number=1)),
    "one order": lambda: order_history.sheet(1),
    "one product": lambda: catalogue.sheet(1),
    "the rail": held_carts.held,
    "the news": lambda: journal.since(3),
    "the drawer": drawer.current,
    "home": today.today,
    "placing": lambda: orders.place(cart_of(catalogue.product(1))).value,
}


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """Collects what is said to the database."""
    log = logging.getLogger("peewee")
    said: list[tuple[str, Any]] = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.msg)  # type: ignore[method-assign,arg-type]
    before = log.level
    log.setLevel(logging.DEBUG)
    log.addHandler(handler)
    yield said
    log.removeHandler(handler)
    log.setLevel(before)


def scans(sql: str, given: Any) -> list[str]:
    """The growing tables that the statement reads from end to end."""
    names = dict(re.findall(rf'"({GROWING})"(?: AS)? "?(t\d+|\w)"?', sql))
    aliases = {alias: table for table, alias in names.items()}
    plan = database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", given).fetchall()
    read = [re.fullmatch(r"SCAN (\w+)", row[3]) for row in plan]
    return [aliases[found[1]] for found in read if found and found[1] in aliases]


@pytest.fixture
def open_shop_with_orders(shop: Shop) -> None:
    for _ in range(3):
        an_order(a_product(on_hand=9_000))


@pytest.mark.parametrize("name", ALL_DAY)
def test_it_goes_by_an_index(open_shop_with_orders: None, name: str) -> None:
    with statements() as said:
        ALL_DAY[name]()
    read = [
        (table, sql[:300])
        for sql, given in said
        if sql.startswith(("SELECT", "UPDATE", "DELETE")) and " LIMIT " not in sql
        for table in scans(sql, given)
    ]
    assert read == []


@pytest.mark.parametrize(
    "search",
    [
        Search(),
        Search(unpaid=True),
        Search(stages=(Stage.READY,)),
        Search(first_day=date(2026, 1, 1)),
    ],
)
def test_an_older_page_begins_where_the_last_one_ended(
    open_shop_with_orders: None, search: Search
) -> None:
    with statements() as said:
        order_history.find(search, before=3)
    (page,) = (statement for statement in said if "placed_at" in statement[0])
    plan = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {page[0]}", page[1])]
    assert plan[0].startswith("SEARCH t1 USING INDEX orders_")
    assert plan[0].endswith(("(day,number)<(?,?))", "(id<?)"))
    assert not any("ORDER BY" in step for step in plan)


def test_reading_all_lines_is_seen(open_shop_with_orders: None) -> None:
    with statements() as said:
        list(OrderLine.select().tuples())
    assert scans(*said[0]) == ["order_line"]
