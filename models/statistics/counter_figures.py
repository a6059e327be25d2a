"""Money and people: what was paid how, what went back, who served, who picked, what was missing.

Read from the tallies that are kept while it happens (`models.sums.tallies`).
"""

from dataclasses import dataclass
from datetime import date

from models import clock, session
from models.journal import rights
from models.storage.database import rows, snapshot
from models.storage.tables import DrawerSession, Product
from models.sums import tallies

MOST = 100
_NOTHING = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Method:
    """Money by one way of paying, in rupiah; `refunded` is positive."""

    method: str
    payments: int
    received: int
    refunds: int
    refunded: int


@dataclass(frozen=True, slots=True)
class Count:
    """A drawer that was counted: `difference` is negative when cash was missing. UTC ms."""

    id: int
    station: str
    staff: str
    closed_at: int
    expected: int
    counted: int

    @property
    def difference(self) -> int:
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Server:
    """What was placed at a station under a staff code, without the cancelled orders."""

    station: str
    staff: str
    orders: int
    lines: int
    revenue: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Picker:
    """What was prepared at a station under a staff code, counted when it was done.

    `orders` were made ready; lines were ticked or scanned `one_by_one`, or `in_bulk` with the
    whole card, which says little about when it was done. What was undone still counts.
    """

    station: str
    staff: str
    orders: int
    one_by_one: int
    in_bulk: int

    @property
    def trusted_share(self) -> float | None:
        """The part of the lines that were taken one by one, None without any."""
        lines = self.one_by_one + self.in_bulk
        return self.one_by_one / lines if lines else None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Cancelled orders by the reason that was given."""

    reason: str
    orders: int


@dataclass(frozen=True, slots=True)
class Short:
    """Lines of the orders of these days that were not there in full, by reason.

    `quantity` in thousandths; `revenue` is what they would have brought, in rupiah.
    """

    reason: str
    lines: int
    quantity: int
    revenue: int


@dataclass(frozen=True, slots=True)
class ReturnReason:
    """Goods that came back, by the reason that was noted; rupiah less on the bills."""

    reason: str
    lines: int
    amount: int


@dataclass(frozen=True, slots=True)
class ReturnedProduct:
    """A product that came back: how often, thousandths, and rupiah less on the bills."""

    id: int
    sku: str
    name: str
    unit: str
    lines: int
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class Returns:
    """What came back on these days: by reason and by product, the most money first."""

    lines: int
    amount: int
    reasons: tuple[ReturnReason, ...]
    products: tuple[ReturnedProduct, ...]


@rights.checked("statistics")
def methods(first_day: date, last_day: date) -> list[Method]:
    """Payments of these days by method, the largest first."""
    with snapshot():
        came = {name: (count, sums) for name, _, count, _, sums in
                tallies.read_tally(tallies.PAID, first_day, last_day)}  # fmt: skip
        went = {name: (count, sums) for name, _, count, _, sums in
                tallies.read_tally(tallies.PAID_BACK, first_day, last_day)}  # fmt: skip
    found = [Method(name, *came.get(name, (0, 0)), *went.get(name, (0, 0))) for name in came | went]
    return sorted(found, key=lambda row: (-row.received, row.method))


@rights.checked("statistics")
def drawers(first_day: date, last_day: date) -> list[Count]:
    """Drawers that were closed on these days, the newest first."""
    calendar = session.current.calendar
    begin = clock.start_of(first_day, *calendar)
    end = clock.start_of(date.fromordinal(last_day.toordinal() + 1), *calendar)
    s = DrawerSession
    query = (
        s.select(s.id, s.station, s.staff, s.closed_at, s.expected, s.counted)
        .where(s.closed_at >= begin, s.closed_at < end)
        .order_by(s.id.desc())
    )
    return rows(query, Count)


@rights.checked("statistics")
def servers(first_day: date, last_day: date) -> list[Server]:
    """Orders of these days by station and staff code, the most revenue first."""
    with snapshot():
        served = {
            row[:2]: row[2:] for row in tallies.read_tally(tallies.SERVED, first_day, last_day)
        }
        lost = {row[:2]: row[2] for row in tallies.read_tally(tallies.LOST, first_day, last_day)}
    found = []
    for station, staff in served.keys() | lost.keys():
        numbers = served.get((station, staff), _NOTHING)
        found.append(Server(station, staff, *numbers, lost.get((station, staff), 0)))
    return sorted(found, key=lambda row: (-row.revenue, row.station, row.staff))


@rights.checked("statistics")
def pickers(first_day: date, last_day: date) -> list[Picker]:
    """Who prepared how much on these days, the most orders first."""
    found = [Picker(*row) for row in tallies.read_tally(tallies.PICKED, first_day, last_day)]
    return sorted(found, key=lambda row: (-row.orders, row.station, row.staff))


@rights.checked("statistics")
def cancelled(first_day: date, last_day: date) -> list[Cancelled]:
    """Cancelled orders of these days by reason, the most frequent first."""
    found = tallies.read_tally(tallies.CANCELLED, first_day, last_day)
    counted = [Cancelled(reason, orders) for reason, _, orders, *_ in found]
    return sorted(counted, key=lambda row: (-row.orders, row.reason))


@rights.checked("statistics")
def shorts(first_day: date, last_day: date) -> list[Short]:
    """What was missing in the orders of these days, by reason, the most lines first."""
    found = tallies.read_tally(tallies.SHORT, first_day, last_day)
    counted = [Short(reason, *numbers) for reason, _, *numbers in found]
    return sorted(counted, key=lambda row: (-row.lines, row.reason))


@rights.checked("statistics")
def returned(first_day: date, last_day: date) -> Returns:
    """Goods that came back on these days, whenever they were sold."""
    reasons: dict[str, tuple[int, int]] = {}
    products: dict[int, tuple[int, int, int]] = {}
    known: dict[int, tuple[int, str, str, str]] = {}
    with snapshot():
        for reason, product, times, quantity, amount in tallies.read_tally(
            tallies.RETURNED, first_day, last_day
        ):
            counted, sums = reasons.get(reason, (0, 0))
            reasons[reason] = (counted + times, sums + amount)
            old = products.get(int(product), _NOTHING)
            products[int(product)] = (old[0] + times, old[1] + quantity, old[2] + amount)
        best = sorted(products, key=lambda product: (-products[product][2], product))[:MOST]
        query = Product.select(Product.id, Product.sku, Product.name, Product.unit)
        known |= rows(query.where(Product.id.in_(best)), lambda *row: (row[0], row))
    by_reason = [ReturnReason(reason, *numbers) for reason, numbers in reasons.items()]
    return Returns(
        lines=sum(row.lines for row in by_reason),
        amount=sum(row.amount for row in by_reason),
        reasons=tuple(sorted(by_reason, key=lambda row: (-row.amount, row.reason))),
        products=tuple(ReturnedProduct(*known[p], *products[p]) for p in best),
    )
