"""Small sums of each day by method, by person and by reason: what they count, and adding them up.

What follows from an order as it stands moves with it (`models.sums.rollups`); payments and work are
counted once, on the day they happened.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from peewee import fn

from models import clock, events, session
from models.session import Calendar
from models.storage.database import rows
from models.storage.tables import Tally

Row = Mapping[str, Any]
Contribution = Mapping[tuple[Any, ...], Mapping[str, int]]

# Of an order, as it was placed on its day and as it was changed on others; the numbers are:
SERVED = "served"  # by station and staff code: orders, lines, rupiah
LOST = "lost"  # by station and staff code: cancelled orders
CANCELLED = "cancelled"  # by reason: orders
SHORT = "short"  # by reason: lines, thousandths, rupiah at the price on the line
TAX = "tax"  # by rate of tax in basis points: rupiah with tax, the tax in it
# Of what was done, on the day it was done:
PAID = "paid"  # by method: payments, nothing, rupiah received
PAID_BACK = "paid_back"  # by method: payments, nothing, rupiah given back
PICKED = "picked"  # by station and staff code: orders made ready, lines one by one, lines in bulk
RETURNED = "returned"  # by reason and product: times, thousandths, rupiah less on the bill
TAX_BACK = "tax_back"  # of it, by rate of tax in basis points: rupiah with tax, the tax in it

#: The key of a payment that takes another back is that one's number and this.
UNDONE = ":undone"
WORK = frozenset({events.PICKED, events.READIED, events.SHORTED})


def one(kind: str, day: int, name: str, detail: str, *numbers: int) -> Contribution:
    """What is added to a tally."""
    sums = dict(zip(("first", "second", "third"), numbers, strict=True))
    return {("tally", kind, day, name, detail): sums}


def of_payments(payments: Iterable[Row]) -> Contribution:
    """What payments count for."""
    counted: dict[tuple[str, int, str], tuple[int, int]] = {}
    for row in payments:
        amount = row["amount"]
        key = (PAID if amount >= 0 else PAID_BACK, row["day"], row["method"])
        count, sums = counted.get(key, (0, 0))
        counted[key] = (count + 1, sums + abs(amount))
    contribution: dict[tuple[Any, ...], Mapping[str, int]] = {}
    for (kind, day, method), (count, sums) in counted.items():
        contribution |= one(kind, day, method, "", count, 0, sums)
    return contribution


def of_work(
    kind: str, payload: Row, moment: int, who: tuple[str, str], calendar: Calendar | None = None
) -> Contribution:
    """What an entry of the journal counts for as work in the warehouse, by `who` (station, staff
    code); `calendar` as in `bill_changes.when_counted`."""
    if kind not in WORK or "undone" in payload.get("facts", {}):  # it counted the first time
        return {}
    before, after = payload.get("order", {}).get("stage", (0, 0))
    ready = int(before < 2 and after == 2)
    picked = (line.get("picked", (0, 0)) for line in payload.get("lines", {}).values())
    ticks = sum(after > before for before, after in picked)
    if not ready and not ticks:
        return {}
    bulk = kind == events.READIED
    numbers = (ready, 0 if bulk else ticks, ticks if bulk else 0)
    day = clock.business_day(moment, *(calendar or session.current.calendar))
    return one(PICKED, clock.day_key(day), *who, *numbers)


def merge(
    sums: dict[tuple[Any, ...], dict[str, int]],
    more: Mapping[Any, Mapping[str, int]],
    sign: int = 1,
) -> None:
    """Adds `more` to what is counted already, or takes it off (-1)."""
    for key, numbers in more.items():
        counted = sums.setdefault(key, {})
        for name, number in numbers.items():
            counted[name] = counted.get(name, 0) + sign * number


def read_tally(
    kind: str, first_day: date, last_day: date
) -> Iterator[tuple[str, str, int, int, int]]:
    """Name, detail and the three numbers of a kind over these days."""
    query = (
        Tally.select(
            Tally.name, Tally.detail, fn.SUM(Tally.first), fn.SUM(Tally.second),
            fn.SUM(Tally.third),
        )
        .where(
            Tally.kind == kind,
            Tally.day.between(clock.day_key(first_day), clock.day_key(last_day)),
        )
        .group_by(Tally.name, Tally.detail)
    )  # fmt: skip
    for name, detail, *numbers in rows(query, lambda *row: row):
        first, second, third = map(int, numbers)
        if first or second or third:
            yield name, detail, first, second, third
