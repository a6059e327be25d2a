"""How long the stock will last: what to order again, what is below zero, what nobody buys."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from peewee import fn

from models import clock, session
from models.amounts import ONE, half_up
from models.journal import rights
from models.storage.database import columns, rows, snapshot
from models.storage.tables import Product, Stock
from models.sums import day_archive
from models.sums.column_codec import largest
from models.sums.day_archive import PRODUCT, DayArchive

if TYPE_CHECKING:
    from models.sums.column_codec import Numbers

SOLD_OVER = 28  # days that say how much sells in a day
LAST_FOR = 14  # days that an order should last
DEAD_AFTER = 90  # days without a sale, of which today is the last
MOST = 100


@dataclass(frozen=True, slots=True)
class Outlook:
    """A counted product; thousandths. `sold` is what went in the 28 days up to yesterday, `cover`
    for how many days it lasts at that pace, None when nothing sells; `order` what to order, in
    whole pieces, so that it lasts and stays above its mark.

    `state` is one of `negative`, `low` (at its reorder mark, or gone within a week) or `dead`.
    """

    id: int
    sku: str
    name: str
    unit: str
    state: str
    on_hand: int
    available: int
    sold: int
    cover: int | None
    order: int


@dataclass(frozen=True, slots=True)
class StockOutlook:
    """How many products are in each state, and the first of them, the most urgent first."""

    counts: dict[str, int]
    products: tuple[Outlook, ...]


@rights.checked("statistics")
def outlook() -> StockOutlook:
    """The stock of every product on sale that is counted."""
    import numpy

    today = clock.business_day(clock.now(), *session.current.calendar)
    day_archive.keep_up(clock.day_key(today))
    with snapshot():
        ids, on_hand, reserved, mark = _shelf()
        pace = _sold(ids, today - timedelta(days=1), SOLD_OVER)  # a day that is over is whole
        lately = _sold(ids, today, DEAD_AFTER)
        available = on_hand - reserved
        negative = on_hand < 0
        low = ~negative & ((available <= mark) | (available * SOLD_OVER < pace * 7))
        dead = ~negative & ~low & (on_hand > 0) & (lately <= 0)
        with numpy.errstate(divide="ignore"):
            cover = numpy.where(pace > 0, available.clip(0) * SOLD_OVER // pace, _NEVER)
        found: list[tuple[str, int]] = []
        for state, of_state, urgent in (
            ("negative", negative, cover), ("low", low, cover), ("dead", dead, -on_hand),
        ):  # fmt: skip
            found += [(state, place) for place in _first(of_state, urgent, MOST - len(found))]
        names = _names([int(ids[place]) for _, place in found])
    counts = {"negative": negative, "low": low, "dead": dead}
    products = []
    for state, place in found:
        order = 0
        if state != "dead":
            wanted = half_up(int(pace[place]) * LAST_FOR, SOLD_OVER) - int(available[place])
            wanted += max(0, int(mark[place]))
            order = max(0, -(-wanted // ONE) * ONE)
        lasts = int(cover[place]) if pace[place] > 0 else None
        numbers = (int(on_hand[place]), int(available[place]), int(pace[place]))
        products.append(Outlook(*names[int(ids[place])], state, *numbers, lasts, order))
    return StockOutlook({state: int(is_so.sum()) for state, is_so in counts.items()},
                        tuple(products))  # fmt: skip


_NEVER = 10**9  # days
_NO_MARK = -(10**15)


def _shelf() -> "list[Numbers]":
    """Product, on hand, reserved and reorder mark of what is counted and on sale, by product."""
    import numpy

    counted = Stock.select().join(Product, on=(Stock.product == Product.id)).where(Product.active)
    texts = columns(
        counted, Stock.product, Stock.on_hand, Stock.reserved,
        fn.COALESCE(Product.reorder_at, _NO_MARK),
    )  # fmt: skip
    found = [numpy.fromstring(text, dtype=numpy.int64, sep=",") for text in texts]
    order = found[0].argsort(kind="stable")
    return [column[order] for column in found]


def _sold(ids: "Numbers", last: date, days: int) -> "Numbers":
    """Thousandths of each product in so many days, of which `last` is the last."""
    import numpy

    first = last - timedelta(days=days - 1)
    codes, _, quantity, _ = DayArchive().sums(PRODUCT, clock.day_key(first), clock.day_key(last))
    sold = numpy.zeros(len(ids), dtype=numpy.int64)
    if len(ids):
        places = ids.searchsorted(codes).clip(0, len(ids) - 1)
        counted = ids[places] == codes
        sold[places[counted]] = quantity[counted]
    return sold


def _first(of_state: Any, urgent: "Numbers", count: int) -> list[int]:
    """The places of the most urgent ones, equals by product."""
    places = of_state.nonzero()[0]
    ranked: list[int] = places[largest(-urgent[places], max(0, count))].tolist()
    return ranked


def _names(ids: list[int]) -> dict[int, tuple[int, str, str, str]]:
    query = Product.select(Product.id, Product.sku, Product.name, Product.unit)
    return dict(rows(query.where(Product.id.in_(ids)), lambda *row: (row[0], row)))
