"""A page of orders, with what it was looked for by."""

from dataclasses import dataclass
from datetime import date

from models.orders import order_history
from models.orders.order_history import OrderRow, Search
from models.settings import kept_detail


@dataclass(frozen=True, slots=True)
class OrderList:
    """`before` is the id of the last order on the page before; at most `limit` orders.

    Where there are none, `kept_from` is the first day of which none were removed, if any ever were.
    """

    search: Search
    before: int | None
    limit: int
    orders: list[OrderRow]
    kept_from: date | None


def find_page(search: Search, before: int | None, limit: int) -> OrderList:
    orders = order_history.find(search, before=before, limit=limit)
    kept_from = None if orders else kept_detail.first_day()
    return OrderList(search, before, limit, orders, kept_from)
