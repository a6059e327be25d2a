"""The tax of each calendar month by rate (PPN), as it is told to the tax office."""

from dataclasses import dataclass
from datetime import date

from peewee import fn

from models import clock
from models.amounts import half_up
from models.journal import rights
from models.storage.database import rows
from models.storage.tables import Tally
from models.sums import tallies

#: Since January 2025 ordinary goods are taxed at 12 % of 11/12 of their price (*DPP nilai lain*,
#: PMK 131/2024 article 3), which comes to 11 %.
_OTHER_BASE_SINCE = date(2025, 1, 1)
_ORDINARY = 1_100  # basis points
_STATUTORY = 1_200


@dataclass(frozen=True, slots=True)
class TaxOfMonth:
    """What was sold in a month at a rate (basis points of the price), in rupiah.

    `revenue` is with its `tax`, less what was brought back in that month, which is `returned` with
    its `returned_tax`.
    """

    month: date  # its first day
    rate: int
    revenue: int
    tax: int
    returned: int
    returned_tax: int

    @property
    def price(self) -> int:
        """What was sold without tax (*harga jual*)."""
        return self.revenue - self.tax

    @property
    def has_other_base(self) -> bool:
        """Whether the tax is reckoned from 11/12 of the price."""
        return self.rate == _ORDINARY and self.month >= _OTHER_BASE_SINCE

    @property
    def base(self) -> int:
        """The base of the tax (*DPP*; from 2025 on *DPP nilai lain* for ordinary goods)."""
        if not self.has_other_base:
            return self.price
        sign = -1 if self.price < 0 else 1
        return sign * half_up(abs(self.price) * 11, 12)

    @property
    def base_rate(self) -> int:
        """The rate that is applied to the base, in basis points."""
        return _STATUTORY if self.has_other_base else self.rate


@rights.checked("statistics")
def by_month(first_day: date, last_day: date) -> list[TaxOfMonth]:
    """The tax of these days by calendar month and rate, the earliest month first."""
    sold = _months(tallies.TAX, first_day, last_day)
    back = _months(tallies.TAX_BACK, first_day, last_day)
    return [
        TaxOfMonth(date(month // 100, month % 100, 1), rate, *sold.get(key, (0, 0)),
                   *back.get(key, (0, 0)))
        for key in sorted(sold.keys() | back.keys())
        for month, rate in (key,)
        if any((*sold.get(key, ()), *back.get(key, ())))
    ]  # fmt: skip


def _months(kind: str, first_day: date, last_day: date) -> dict[tuple[int, int], tuple[int, int]]:
    query = (
        Tally.select(Tally.day, Tally.name, fn.SUM(Tally.first), fn.SUM(Tally.second))
        .where(
            Tally.kind == kind,
            Tally.day.between(clock.day_key(first_day), clock.day_key(last_day)),
        )
        .group_by(Tally.day, Tally.name)
    )
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for day, rate, revenue, tax in rows(query, lambda *row: row):
        key = day // 100, int(rate)
        before = found.get(key, (0, 0))
        found[key] = before[0] + int(revenue), before[1] + int(tax)
    return found
