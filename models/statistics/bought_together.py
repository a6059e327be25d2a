"""Which products lie in the same basket more often than chance would put them there.

Counted over the newest orders of the days that are asked about, as many as can be read in an
instant; the answer says over how many.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from peewee import fn

from models import clock
from models.journal import rights
from models.stages import Stage
from models.storage.database import columns, database, one, rows, snapshot
from models.storage.tables import DayTotal, Order, OrderLine, Product
from models.sums.rollups import REFUNDS

BASKETS = 20_000  # orders at most
PAIRS = 300_000  # pairs of products in them, at most
#: What has more products than this is a restaurant's or a reseller's, and says nothing of what
#: goes together: its pairs alone would be more than those of a thousand others.
LARGEST = 60
LEAST = 3  # orders with both: fewer say nothing
MOST = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One product of a pair, and in how many of the orders it is."""

    id: int
    sku: str
    name: str
    orders: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two products: `together` of `of` orders have both."""

    first: Side
    second: Side
    together: int
    of: int

    @property
    def confidence(self) -> float:
        """Of the orders with the first product, the part that have the second as well."""
        return self.together / self.first.orders

    @property
    def lift(self) -> float:
        """How many times more often than chance: 1 is chance."""
        return self.together * self.of / (self.first.orders * self.second.orders)


@dataclass(frozen=True, slots=True)
class Together:
    """The pairs that chance explains least, counted over `orders` of the `all_orders`.

    Ordered by how many more orders have both than chance would give. In a pair the rarer product
    is first, so that the confidence is the greater one.
    """

    orders: int
    all_orders: int
    pairs: tuple[Pair, ...]


@rights.checked("statistics")
def bought_together(first_day: date, last_day: date) -> Together:
    """What is bought together on these days: in at least `LEAST` orders, more than by chance."""
    first, last = clock.day_key(first_day), clock.day_key(last_day)
    with snapshot():
        query = DayTotal.select(fn.SUM(DayTotal.orders)).where(DayTotal.day.between(first, last))
        all_orders = int((one(query) or (0,))[0] or 0)
        orders, found = _counted(first, last)
        names = _names({product for a, b, *_ in found for product in (a, b)})
    pairs = []
    for a, b, together, with_a, with_b in found:
        sides = Side(*names[a], with_a), Side(*names[b], with_b)
        rarer, other = sorted(sides, key=lambda side: (side.orders, side.id))
        pairs.append(Pair(rarer, other, together, orders))
    return Together(orders, all_orders, tuple(pairs))


def _counted(first: int, last: int) -> tuple[int, list[list[int]]]:
    """How many orders were looked at; (product, product, together, each alone) of the best."""
    import numpy

    newest = (
        Order.select(Order.id)
        .where(
            Order.day.between(first, last), Order.stage != int(Stage.CANCELLED),
            Order.channel.not_in(REFUNDS),
        )
        .order_by(Order.day.desc(), Order.number.desc())
        .limit(BASKETS)
    )  # fmt: skip
    ids = numpy.fromiter(chain.from_iterable(database.execute(newest)), numpy.int64)
    sold = OrderLine.ordered - OrderLine.cancelled - OrderLine.short - OrderLine.returned
    basket = newest.alias("basket")
    lines = OrderLine.select().join(basket, on=(OrderLine.order == basket.c.id)).where(sold > 0)
    told = columns(lines, OrderLine.order, OrderLine.product)
    orders, products = (numpy.fromstring(text, dtype=numpy.int64, sep=",") for text in told)
    # Orders by age, the newest is 0; products by their place among those that occur.
    age = numpy.argsort(ids)
    orders = age[numpy.searchsorted(ids, orders, sorter=age)]
    kinds, products = numpy.unique(products, return_inverse=True)
    lying = numpy.unique(orders * len(kinds) + products)  # a product twice in an order is one
    orders, products = numpy.divmod(lying, max(1, len(kinds)))
    sizes = numpy.bincount(orders, minlength=len(ids))
    usual = sizes <= LARGEST
    oldest = _affordable(numpy.where(usual, sizes, 0))
    looked_at = int(usual[:oldest].sum())
    taken = usual[orders] & (orders < oldest)
    products, orders = products[taken], orders[taken]
    alone = numpy.bincount(products, minlength=len(kinds))
    often = alone[products] >= LEAST
    codes, together = _pairs(orders[often], products[often], len(kinds))
    a, b = numpy.divmod(codes, max(1, len(kinds)))
    more = together * looked_at - alone[a] * alone[b]  # than by chance, times all orders
    kept = numpy.flatnonzero((together >= LEAST) & (more > 0))
    best = kept[numpy.lexsort((codes[kept], -more[kept]))][:MOST]
    a, b = a[best], b[best]
    best_pairs = (kinds[a], kinds[b], together[best], alone[a], alone[b])
    return looked_at, numpy.stack(best_pairs, axis=1).tolist()


def _affordable(sizes: Any) -> int:
    """So many of the orders, newest first, have no more than `PAIRS` pairs; at least one order."""
    pairs = (sizes * (sizes - 1) // 2).cumsum()
    return min(len(sizes), max(1, int(pairs.searchsorted(PAIRS, side="right"))))


def _pairs(orders: Any, products: Any, width: int) -> Any:
    """Every two products of the same order as one number, and how many orders have both.

    The products of an order stand in a row, in their own order.
    """
    import numpy

    found = []
    here = numpy.arange(len(orders))
    for step in range(1, len(orders)):
        here = here[here < len(orders) - step]
        here = here[orders[here] == orders[here + step]]
        if not len(here):
            break
        found.append(products[here] * width + products[here + step])
    every = numpy.concatenate(found) if found else numpy.zeros(0, numpy.int64)
    return numpy.unique(every, return_counts=True)


def _names(ids: set[int]) -> dict[int, tuple[int, str, str]]:
    query = Product.select(Product.id, Product.sku, Product.name).where(Product.id.in_(list(ids)))
    return dict(rows(query, lambda *row: (row[0], row)))
