"""A page of orders, with what it was looked for by."""

from dataclasses import dataclass

from models.orders import order_history
from models.orders.order_history import OrderRow, Search


@dataclass(frozen=True, slots=True)
class OrderList:
    """`before` is the id of the last order on the page before; at most `limit` orders."""

    search: Search
    before: int | None
    limit: int
    orders: list[OrderRow]


def find_page(search: Search, before: int | None, limit: int) -> OrderList:
    return OrderList(search, before, limit, order_history.find(search, before=before, limit=limit))
