"""How long the stock will last: what to order again, what is below zero, what nobody buys."""

from dataclasses import dataclass
from datetime import date, timedelta

from models import clock, closed_days, session
from models.amounts import ONE, half_up
from models.closed_days import PRODUCT, ClosedDays
from models.database import rows, snapshot
from models.tables import Product, Stock

SOLD_OVER = 28  # days that say how much sells in a day
LAST_FOR = 14  # days that an order should last
DEAD_AFTER = 90  # days without a sale
MOST = 100


@dataclass(frozen=True, slots=True)
class Outlook:
    """A counted product; thousandths. `cover` is for how many days it lasts at the present pace,
    None when nothing sells; `order` what to order, in whole pieces, so that it lasts and stays
    above its mark.

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


def outlook() -> StockOutlook:
    """The stock of every product on sale that is counted."""
    today = clock.business_day(clock.now(), session.current.zone)
    closed_days.keep_up(clock.day_key(today))
    with snapshot():
        sold = _sold(today, SOLD_OVER)
        lately = _sold(today, DEAD_AFTER)
        counted = Stock.select(
            Stock.product, Stock.on_hand, Stock.reserved, Product.reorder_at
        ).join(Product, on=(Stock.product == Product.id)).where(Product.active)  # fmt: skip
        found = []
        for product, on_hand, reserved, mark in rows(counted, lambda *row: row):
            pace = sold.get(product, 0)
            available = on_hand - reserved
            state = _state(on_hand, available, mark, pace, product in lately)
            if state:
                cover = max(0, available) * SOLD_OVER // pace if pace else None
                order = 0
                if state != "dead":
                    wanted = half_up(pace * LAST_FOR, SOLD_OVER) + (mark or 0) - available
                    order = max(0, -(-wanted // ONE) * ONE)
                found.append((state, cover, product, on_hand, available, pace, order))
        found.sort(key=_urgency)
        names = _names([row[2] for row in found[:MOST]])
    counts = {state: sum(row[0] == state for row in found) for state in _STATES}
    return StockOutlook(
        counts,
        tuple(
            Outlook(*names[product], state, on_hand, available, pace, cover, order)
            for state, cover, product, on_hand, available, pace, order in found[:MOST]
        ),
    )


_STATES = ("negative", "low", "dead")


def _state(on_hand: int, available: int, mark: int | None, pace: int, sells: bool) -> str:
    if on_hand < 0:
        return "negative"
    if (mark is not None and available <= mark) or available * SOLD_OVER < pace * 7:
        return "low"
    return "dead" if on_hand > 0 and not sells else ""


def _urgency(row: tuple[str, int | None, int, int, int, int, int]) -> tuple[int, int, int]:
    state, cover, product, on_hand, *_ = row
    if state == "dead":
        return _STATES.index(state), -on_hand, product
    return _STATES.index(state), 10**9 if cover is None else cover, product


def _sold(today: date, days: int) -> dict[int, int]:
    """Thousandths by product, of whole days up to yesterday."""
    first, last = today - timedelta(days=days), today - timedelta(days=1)
    found = ClosedDays().sums(PRODUCT, clock.day_key(first), clock.day_key(last))
    products, quantities = found[0].tolist(), found[2].tolist()
    return {p: count for p, count in zip(products, quantities, strict=True) if count > 0}


def _names(ids: list[int]) -> dict[int, tuple[int, str, str, str]]:
    query = Product.select(Product.id, Product.sku, Product.name, Product.unit)
    return dict(rows(query.where(Product.id.in_(ids)), lambda *row: (row[0], row)))
