"""How customers come to a believable shop: a day's orders, thought up from a seed.

Nothing is stored here. A `Visit` is what one customer bought and when each step happened;
`models.demo.demo` writes it down. The same seed and the same days give the same visits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from models import clock

MINUTE = clock.MINUTE

_WEEKDAYS = (0.88, 0.84, 0.88, 0.93, 1.02, 1.32, 1.24)  # Monday first
# Opened at 7, closed at 22; people buy before work, at lunch and most of all on the way home.
_HOURS = tuple(range(7, 22))
_HOUR_WEIGHTS = (5, 9, 8, 7, 9, 11, 8, 5, 6, 9, 14, 15, 12, 7, 3)
_BUSY_HOURS = frozenset((12, 17, 18, 19))
_LINE_COUNTS = tuple(range(1, 13))
_LINE_WEIGHTS = (14, 17, 17, 14, 11, 8, 6, 5, 3, 2, 2, 1)
_METHODS = ("cash", "qris", "card", "transfer")
_METHOD_WEIGHTS = (58, 28, 8, 6)
_NOTES = ("Kardus saja", "Pisahkan telurnya", "Tunggu di parkiran", "Minta kantong dobel")
#: Of the first day's trade, each day.
GROWTH = 0.0016


@dataclass(frozen=True, slots=True)
class Ware:
    """A product as the planner needs it: how often it is wanted and in which amounts."""

    amounts: tuple[int, ...]  # thousandths
    amount_weights: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Visit:
    """One customer's order. Moments are UTC ms; a step that did not happen is None.

    `lines` are (index of the ware, thousandths); `short` are (index in `lines`, thousandths that
    were not on the shelf); `discount` is in basis points of the sum; `ticked` means line by line.
    """

    placed_at: int
    counter: int
    lines: tuple[tuple[int, int], ...]
    short: tuple[tuple[int, int], ...]
    discount: int
    note: str
    method: str
    pays_later: bool
    rush: bool
    picker: int
    ticked: bool
    claimed_at: int | None
    ready_at: int | None
    handed_at: int | None
    cancelled_at: int | None


def ware(unit: str, rank: int | None, position: int) -> Ware:
    """A product sold by `unit`, `rank` among the best sellers or None, `position` in the list."""
    amounts: tuple[int, ...]
    weights: tuple[int, ...]
    if unit == "kg":
        amounts, weights = (250, 500, 750, 1000, 1500, 2000, 5000), (14, 26, 6, 34, 8, 10, 2)
    elif unit in ("bks", "sct", "btl", "pcs", "cup"):
        amounts, weights = (1000, 2000, 3000, 5000, 6000, 10000, 24000), (55, 20, 9, 8, 4, 3, 1)
    else:
        amounts, weights = (1000, 2000, 3000, 6000), (80, 14, 4, 2)
    wanted = 60 / (rank + 6) if rank else 2.4 / (1 + position % 17)
    return Ware(amounts, weights, wanted)


class Trade:
    """The trade of a shop with these wares: `orders` a day when it is neither weak nor strong.

    `ticked` is the share of orders that the warehouse ticks line by line.
    """

    def __init__(
        self,
        wares: Sequence[Ware],
        *,
        orders: float,
        seed: int,
        zone: str,
        ticked: float = 0.8,
    ) -> None:
        self._random = Random(seed)
        self._wares = wares
        self._indexes = range(len(wares))
        self._weights = list(accumulate(ware.weight for ware in wares))
        self._orders = orders
        self._zone = zone
        self._ticked = ticked
        self._first: date | None = None

    def day(self, day: date) -> list[Visit]:
        """The visits of `day`, first come first; call it day after day."""
        self._first = self._first or day
        opening = clock.start_of(day, self._zone)
        return [self._visit(at, hour) for at, hour in self._arrivals(day, opening)]

    def _arrivals(self, day: date, opening: int) -> list[tuple[int, int]]:
        mean = self._orders * _WEEKDAYS[day.weekday()] * self._payday(day) * self._growth(day)
        count = max(0, round(self._random.gauss(mean, mean**0.5)))
        hours = self._random.choices(_HOURS, _HOUR_WEIGHTS, k=count)
        hour_long = 60 * MINUTE
        moment = self._random.random
        return sorted((opening + int((hour + moment()) * hour_long), hour) for hour in hours)

    def _payday(self, day: date) -> float:
        return 1.14 if day.day >= 26 or day.day <= 3 else 1.0

    def _growth(self, day: date) -> float:
        return 1 + GROWTH * (day - (self._first or day)).days

    def _visit(self, at: int, hour: int) -> Visit:
        random = self._random
        chance = random.random
        lines = self._lines()
        slow = 1.7 if hour in _BUSY_HOURS else 1.0
        claimed = at + int(random.expovariate(1 / (1.6 * slow)) * MINUTE) + 8_000
        pace = random.uniform(0.7, 1.5)
        ready = claimed + int((30_000 + 32_000 * len(lines)) * pace)
        handed = ready + int(random.expovariate(1 / 2.5) * MINUTE) + 15_000
        cancelled = at + int(claimed - at) // 2 if chance() < 0.014 else None
        short: tuple[tuple[int, int], ...] = ()
        if chance() < 0.05:
            where = int(chance() * len(lines))
            wanted = lines[where][1]
            short = ((where, wanted if wanted <= 1000 else max(1000, wanted // 2000 * 1000)),)
        return Visit(
            placed_at=at,
            counter=1 if chance() < 0.6 else 2,
            lines=lines,
            short=short if cancelled is None else (),
            discount=random.choice((200, 300, 500)) if chance() < 0.04 else 0,
            note=random.choice(_NOTES) if chance() < 0.05 else "",
            method=random.choices(_METHODS, _METHOD_WEIGHTS)[0],
            pays_later=chance() < 0.07 or cancelled is not None,
            rush=chance() < 0.03,
            picker=1 if chance() < 0.55 else 2,
            ticked=chance() < self._ticked,
            claimed_at=None if cancelled else claimed,
            ready_at=None if cancelled else ready,
            handed_at=None if cancelled else handed,
            cancelled_at=cancelled,
        )

    def _lines(self) -> tuple[tuple[int, int], ...]:
        random = self._random
        count = random.choices(_LINE_COUNTS, _LINE_WEIGHTS)[0]
        chosen = dict.fromkeys(random.choices(self._indexes, cum_weights=self._weights, k=count))
        wares = self._wares
        return tuple(
            (i, random.choices(wares[i].amounts, wares[i].amount_weights)[0]) for i in chosen
        )


def days_before(last: date, count: int) -> list[date]:
    """The `count` days up to and including `last`, oldest first."""
    return [last - timedelta(days=back) for back in range(count - 1, -1, -1)]
