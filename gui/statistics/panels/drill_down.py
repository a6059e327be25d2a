"""Where a bar, a cell or a row leads: to why it is so, to its orders, or to its product."""

from dataclasses import dataclass

from gui.statistics.period.period_query import PeriodQuery
from models.orders.order_history import Search


@dataclass(frozen=True, slots=True)
class Why:
    """To the question why these days (or this hour) were other than those before."""

    asked: PeriodQuery


@dataclass(frozen=True, slots=True)
class Orders:
    """To the orders behind a figure; `about` says in a few words what they have in common."""

    search: Search
    about: str


@dataclass(frozen=True, slots=True)
class OneOrder:
    """To an order and its timeline."""

    order_id: int


@dataclass(frozen=True, slots=True)
class ToProduct:
    """To a product in the catalogue."""

    product_id: int


DrillDown = Why | Orders | OneOrder | ToProduct
