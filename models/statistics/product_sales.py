"""What became of the products between two periods: why revenue changed, who earns, who stopped.

Reads the packed sums of all products (`models.sums.day_archive`), so a hundred thousand products
over years are compared at once.
"""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models import clock, session
from models.amounts import half_up
from models.journal import rights
from models.settings import kept_detail
from models.statistics.compared_days import Days, days_before
from models.statistics.margin import NO_MARGIN, Margin
from models.storage.database import columns, rows, snapshot
from models.storage.tables import BillChange, DayTotal, HourTotal, Order, OrderLine, Product
from models.sums import day_archive
from models.sums.column_codec import beside, largest
from models.sums.day_archive import MARGIN, PRODUCT, DayArchive
from models.sums.line_sums import line_sums
from models.sums.rollups import REFUNDS, WITHOUT_HOUR

#: Rows of a list of products.
MOST = 100
_LARGE = 1e18
_BETWEEN = "\x1f"  # stands in no name
_CLASSES = ((80, "A"), (95, "B"))  # share of revenue up to which a product belongs to the class


@dataclass(frozen=True, slots=True)
class Sale:
    """A product in two periods: quantities in thousandths, money in rupiah."""

    id: int
    sku: str
    name: str
    unit: str
    quantity: int
    revenue: int
    quantity_before: int
    revenue_before: int
    margin: Margin = NO_MARGIN

    @property
    def change(self) -> int:
        """More revenue than before; negative when less."""
        return self.revenue - self.revenue_before

    @property
    def by_price(self) -> int:
        """The part of the change that comes from another price, at the quantity sold now."""
        if not self.quantity or not self.quantity_before:
            return 0
        at_old_price = half_up(self.quantity * self.revenue_before, self.quantity_before)
        return self.revenue - at_old_price


@dataclass(frozen=True, slots=True)
class CategorySale:
    """A category in two periods: how many `products` sold now, quantities in thousandths."""

    name: str
    products: int
    quantity: int
    revenue: int
    quantity_before: int
    revenue_before: int
    margin: Margin = NO_MARGIN


@dataclass(frozen=True, slots=True)
class Change:
    """Why revenue changed, in rupiah: the four parts add up to `after - before` exactly.

    `orders`: more or fewer orders as they were before. `lines`: more or fewer lines in an order.
    `price`: the same products at other prices. `mix`: dearer or cheaper products, other
    quantities on a line, and tax on top. `products` moved most, the largest change first.
    """

    before: int
    after: int
    orders: int
    lines: int
    price: int
    mix: int
    products: tuple[Sale, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A product with its class (A: the first 80 % of revenue, B: up to 95 %, C: the rest)."""

    sale: Sale
    letter: str
    share: float  # of all revenue, with all that earn more


@dataclass(frozen=True, slots=True)
class Ranking:
    """All products by revenue: how many and how much by class, and the best of them."""

    counts: dict[str, int]
    revenue: dict[str, int]
    products: tuple[Ranked, ...]


@rights.checked("statistics")
def explain(
    first_day: date, last_day: date, compared: Days | None = None, hour: int | None = None
) -> Change:
    """Why these days brought another revenue than those they are compared with (`days_before`);
    with `hour` (0 to 23), why that hour of them did, which is for single days.

    Raises `DetailGone` of an hour of which the orders are not kept.
    """
    now_days, before_days = (first_day, last_day), days_before(first_day, last_day, compared)
    _keep_up()
    if hour is not None:  # told by the orders themselves
        kept_detail.check(min(now_days[0], before_days[0]))
    with snapshot():
        orders, lines, after = _totals(*now_days, hour)
        orders_before, lines_before, before = _totals(*before_days, hour)
        both = _both(now_days, before_days, hour)
        price = _by_price(both)
        moved = abs(both[2] - both[4])
        products = _sales(both, moved)
    # Step by step from the old figures to the new ones, so that nothing is lost in rounding.
    more = half_up(before * orders, orders_before) if orders_before > 0 else after
    longer = half_up(before * lines, lines_before) if lines_before > 0 and orders else more
    if orders_before <= 0:
        longer, price = more, 0
    return Change(
        before=before,
        after=after,
        orders=more - before,
        lines=longer - more,
        price=price,
        mix=after - longer - price,
        products=products,
    )


@rights.checked("statistics")
def ranking(first_day: date, last_day: date, compared: Days | None = None) -> Ranking:
    """The products of these days by class, those that earn most first."""
    import numpy

    _keep_up()
    with snapshot():
        both = _both((first_day, last_day), days_before(first_day, last_day, compared))
        sold = both[:, both[2] > 0]
        best = _sales(sold, sold[2], _margins(first_day, last_day))
    earned = -numpy.sort(-sold[2])
    so_far = earned.cumsum()
    whole = int(so_far[-1]) if len(so_far) else 0
    # A product belongs to a class when what stands above it has not filled the class.
    above = so_far - earned
    ends = [int((above * 100 < limit * whole).sum()) for limit, _ in _CLASSES] + [len(earned)]
    starts = [0, *ends[:-1]]
    letters = [*(letter for _, letter in _CLASSES), "C"]
    return Ranking(
        {x: end - start for x, start, end in zip(letters, starts, ends, strict=True)},
        {
            x: int(earned[start:end].sum())
            for x, start, end in zip(letters, starts, ends, strict=True)
        },
        tuple(
            Ranked(sale, next(x for x, end in zip(letters, ends, strict=True) if rank < end),
                   int(so_far[rank]) / whole)
            for rank, sale in enumerate(best)
        ),
    )  # fmt: skip


@rights.checked("statistics")
def lost_products(
    first_day: date, last_day: date, compared: Days | None = None
) -> tuple[int, tuple[Sale, ...]]:
    """Products that sold in the period before and not in these days: how many, and the greatest."""
    _keep_up()
    with snapshot():
        both = _both((first_day, last_day), days_before(first_day, last_day, compared))
        gone = both[:, (both[1] <= 0) & (both[3] > 0)]
        return gone.shape[1], _sales(gone, gone[4])


@rights.checked("statistics")
def categories(first_day: date, last_day: date, compared: Days | None = None) -> list[CategorySale]:
    """What each category sold in these days and in the period before, the most revenue first.

    A product counts in the category that it has now.
    """
    import numpy

    _keep_up()
    with snapshot():
        both = _both((first_day, last_day), days_before(first_day, last_day, compared))
        margins = _margins(first_day, last_day)
        ids, names = columns(Product.select(), Product.id, Product.category, between=_BETWEEN)
    kinds: dict[str, int] = defaultdict(itertools.count().__next__)  # name → its number
    kind = numpy.fromiter(map(kinds.__getitem__, names.split(_BETWEEN)), dtype=numpy.int64)
    # Small numbers are put in order many times faster.
    kind = kind.astype(numpy.min_scalar_type(len(kinds)))
    of_product = numpy.zeros(int(max([0, *both[0][-1:]])) + 1, dtype=kind.dtype)
    products = numpy.fromstring(ids, dtype=numpy.int64, sep=_BETWEEN)
    known = products < len(of_product)
    of_product[products[known]] = kind[known]
    kind = of_product[both[0]]
    order = kind.argsort(kind="stable")
    starts = numpy.flatnonzero(numpy.diff(kind[order].astype(numpy.int64), prepend=-1))
    sums = numpy.vstack([both[1] > 0, both[1:], beside(both[0], margins)])
    if len(starts):
        sums = numpy.array([numpy.add.reduceat(row[order], starts) for row in sums])
    in_order = list(kinds)
    found = [
        CategorySale(*(in_order[index], *numbers, Margin(numbers[2], *margin)))
        for index, (*numbers, _, _, _), margin in zip(
            kind[order][starts].tolist(), sums.T.tolist(), sums[-3:].T.tolist(), strict=True
        )
    ]
    return sorted(found, key=lambda row: (-row.revenue, -row.revenue_before, row.name))


def _keep_up() -> None:
    today = clock.business_day(clock.now(), *session.current.calendar)
    day_archive.keep_up(clock.day_key(today))


def _totals(first: date, last: date, hour: int | None) -> tuple[int, int, int]:
    """Orders, lines and revenue."""
    kept: type[DayTotal] | type[HourTotal] = DayTotal if hour is None else HourTotal
    sums = kept.select(kept.orders, kept.lines, kept.revenue).where(
        kept.day.between(clock.day_key(first), clock.day_key(last))
    )
    if hour is not None:
        sums = sums.where(HourTotal.hour == hour)
    orders = lines = revenue = 0
    for row in rows(sums, lambda *row: row):
        orders, lines, revenue = orders + row[0], lines + row[1], revenue + row[2]
    return orders, lines, revenue


def _both(now: tuple[date, date], before: tuple[date, date], hour: int | None = None) -> Any:
    """Columns: product; quantity and revenue now; quantity and revenue before."""
    import numpy

    closed = DayArchive()
    new, old = (
        closed.sums(PRODUCT, clock.day_key(first), clock.day_key(last))
        if hour is None
        else _in_hour(first, last, hour)
        for first, last in (now, before)
    )
    sells = numpy.zeros(max([0, *new[0][-1:], *old[0][-1:]]) + 1, dtype=bool)
    sells[new[0]] = sells[old[0]] = True
    codes = numpy.flatnonzero(sells)
    places = sells.cumsum() - 1
    both = numpy.zeros((5, len(codes)), dtype=numpy.int64)
    both[0] = codes
    for part, column in ((new, 1), (old, 3)):
        both[column : column + 2, places[part[0]]] = part[2:]
    return both


def _margins(first: date, last: date) -> Any:
    """Columns: product; tax, cost and costed revenue."""
    return DayArchive().sums(MARGIN, clock.day_key(first), clock.day_key(last))


def _in_hour(first: date, last: date, hour: int) -> Any:
    """Columns as the packed sums have them: product, lines, quantity, revenue.

    The orders of that hour as they stood when their day was over, and what was changed in it of
    orders of other days.
    """
    import numpy

    keys = clock.day_key(first), clock.day_key(last)
    line, change = OrderLine, BillChange
    is_sale, has_hour = Order.channel.not_in(REFUNDS), Order.channel.not_in(WITHOUT_HOUR)
    of_days = Order.day.between(*keys), Order.hour == hour
    orders = Order.select(Order.id).where(*of_days, is_sale, has_hour)
    placed = (
        line.select(Order.tax_included, *(getattr(line, name) for name in _LINE))
        .join(Order, on=(line.order == Order.id))
        .where(line.order.in_(orders))
    )
    changes = change.select(
        change.product, change.lines, change.quantity, change.revenue
    ).join(Order, on=(change.order == Order.id))  # fmt: skip
    late = (Order.day != change.day) | ~is_sale
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for included, *values in rows(placed, lambda *row: row):
        row = dict(zip(_LINE, values, strict=True))
        _add(sums[row["product"]], line_sums(row, tax_included=bool(included))[:3])
    for product, *numbers in rows(changes.where(late, change.order.in_(orders)), lambda *row: row):
        _add(sums[product], [-number for number in numbers])
    on_it = late & has_hour & change.day.between(*keys) & (change.hour == hour)
    for product, *numbers in rows(changes.where(on_it), lambda *row: row):
        _add(sums[product], numbers)
    found = [(product, *numbers) for product, numbers in sorted(sums.items()) if any(numbers)]
    return numpy.array(found, dtype=numpy.int64).reshape(-1, 4).T


#: The columns of a line from which follows what it comes to.
_LINE = ("product", "ordered", "cancelled", "short", "returned", "net", "tax_rate", "cost")


def _add(sums: list[int], numbers: Sequence[int]) -> None:
    for place, number in enumerate(numbers):
        sums[place] += number


def _by_price(both: Any) -> int:
    """What the present quantities cost more than at the prices before, all products together."""
    sold = both[:, (both[1] > 0) & (both[3] > 0)]
    # A product of two sums may not fit into eight bytes: those few in Python's whole numbers.
    large = sold[1].astype(float) * sold[4] > _LARGE
    few, many = sold[:, large], sold[:, ~large]
    columns = zip(*(column.tolist() for column in few[1:]), strict=True)
    at_old_price = (2 * many[1] * many[4] + many[3]) // (2 * many[3])
    price = int((many[2] - at_old_price).sum())
    for count, new, old_count, old in columns:
        price += new - half_up(count * old, old_count)
    return price


def _sales(both: Any, weight: Any, margins: Any = None) -> tuple[Sale, ...]:
    """The products with most `weight`, most first; with what they earned, if that is asked."""
    best = both[:, largest(weight, MOST)]
    found = best.T.tolist()
    known = dict(
        rows(
            Product.select(Product.id, Product.sku, Product.name, Product.unit).where(
                Product.id.in_([row[0] for row in found])
            ),
            lambda *row: (row[0], row),
        )
    )
    if margins is None:
        return tuple(Sale(*known[product], *sums) for product, *sums in found)
    earned = beside(best[0], margins).T.tolist()
    return tuple(
        Sale(*(*known[product], *sums, Margin(sums[1], *margin)))
        for (product, *sums), margin in zip(found, earned, strict=True)
    )
