"""The bars of the sales chart: hours, days, weeks or months, so that they stay legible."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models import clock, session
from models.statistics.compared_days import Days, earlier
from models.statistics.occasions import Occasion
from models.statistics.statistics import Dashboard, DaySales, HourSales

DAYS_AT_MOST = 45
WEEKS_AT_MOST = 30
SHORTEST_DAY = 8  # hours that are drawn at least


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar and what stood in its place in the period before; money in rupiah.

    `hour` is set for the hours of a day, `before` are the days that it is compared with. Nothing
    stands before a bar (None) where there are none, or the shop was open on none of them. A bar
    that covers fewer days than the others, or whose day or hour is not over, is `part`.
    """

    first_day: date
    last_day: date
    hour: int | None
    orders: int
    revenue: int
    orders_before: int | None
    revenue_before: int | None
    part: bool
    before: Days | None = None

    def occasions(self, known: Iterable[Occasion]) -> list[Occasion]:
        """Those of the owner's events that touch these days."""
        return [x for x in known if x.first_day <= self.last_day and x.last_day >= self.first_day]


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars, each an hour, a day, a week or a month (`unit`)."""

    unit: str
    bars: tuple[Bar, ...]

    @property
    def highest(self) -> int | None:
        """The number of the best bar, None when nothing was sold."""
        best = max(range(len(self.bars)), key=self._revenue, default=None)
        return best if best is not None and self.bars[best].revenue > 0 else None

    @property
    def sold_before(self) -> bool:
        """Whether there is anything to compare with."""
        return any(bar.revenue_before for bar in self.bars)

    def _revenue(self, number: int) -> int:
        return self.bars[number].revenue


def bars_of(found: Dashboard) -> Bars:
    """One day by its hours; up to 45 days by day; up to 30 weeks by week; then by month."""
    count = len(found.days)
    if count == 1:
        return Bars("hour", _hours(found))
    if count <= DAYS_AT_MOST:
        return Bars("day", _grouped(found, _own_day, 1))
    if count <= 7 * WEEKS_AT_MOST:
        return Bars("week", _grouped(found, _week_of(found.last_day), 7))
    return Bars("month", _grouped(found, _month, 0))


def _own_day(day: date) -> date:
    return day


def _month(day: date) -> date:
    return day.replace(day=1)


def _week_of(last: date) -> Callable[[date], date]:
    """Weeks that end with the last day: only the first one may be shorter than the others."""

    def first_of_week(day: date) -> date:
        return last - timedelta(days=(last - day).days // 7 * 7 + 6)

    return first_of_week


def _grouped(found: Dashboard, group: Callable[[date], date], length: int) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    before: dict[date, list[DaySales]] = {}
    for day in found.days_before:
        now = _counterpart(found, day.day)
        if length != 1 or _counterpart(found, day.day - timedelta(days=1)) != now:
            before.setdefault(group(now), []).append(day)
    for start in dict.fromkeys(group(day.day) for day in found.days):
        inside = [day for day in found.days if group(day.day) == start]
        part = _is_part(found, inside, length)
        bars.append(_bar(inside, before.get(start, []), part, found.opened))
    return tuple(bars)


def _counterpart(found: Dashboard, day: date) -> date:
    """The day that this one of the period before is compared with: the one that is as far from the
    first, or of the same number in its month where months of different lengths are compared.

    29 to 31 January have none in February: they are in that month, and in no bar of a day.
    """
    first, start = found.first_day, found.before_first_day
    if len(found.days) == len(found.days_before):
        return first + (day - start)
    return earlier(day, (start.year - first.year) * 12 + start.month - first.month)


def _is_part(found: Dashboard, inside: Sequence[DaySales], length: int) -> bool:
    first, last = inside[0].day, inside[-1].day
    if found.unfinished and last == found.last_day:
        return True
    if length:
        return len(inside) < length
    return first.day > 1 or (last + timedelta(days=1)).day > 1


def _bar(
    inside: Sequence[DaySales], before: Sequence[DaySales], part: bool, opened: date | None
) -> Bar:
    known = opened is not None and bool(before) and opened <= before[-1].day
    return Bar(
        first_day=inside[0].day,
        last_day=inside[-1].day,
        hour=None,
        orders=sum(day.orders for day in inside),
        revenue=sum(day.revenue for day in inside),
        orders_before=sum(day.orders for day in before) if known else None,
        revenue_before=sum(day.revenue for day in before) if known else None,
        part=part,
        before=(before[0].day, before[-1].day) if before else None,
    )


def _hours(found: Dashboard) -> tuple[Bar, ...]:
    now = {row.hour: row for row in found.hours}
    before = {row.hour: row for row in found.hours_before}
    none = HourSales(0, 0, 0, 0) if found.before_is_known else None
    present = clock.local(found.counted_at, session.current.zone).hour
    return tuple(
        _hour(
            found.last_day, hour, now.get(hour), before.get(hour, none),
            part=found.unfinished and hour == present, before=(found.before_last_day,) * 2,
        )
        for hour in hours_shown({*now, *before})
    )  # fmt: skip


def _hour(
    day: date, hour: int, now: HourSales | None, was: HourSales | None, *, part: bool, before: Days
) -> Bar:
    return Bar(
        first_day=day,
        last_day=day,
        hour=hour,
        orders=now.orders if now else 0,
        revenue=now.revenue if now else 0,
        orders_before=was.orders if was else None,
        revenue_before=was.revenue if was else None,
        part=part,
        before=before,
    )


def hours_shown(busy: set[int]) -> list[int]:
    """From the first to the last busy hour of a business day, but never fewer than make a chart.

    Where a day ends at four, one o'clock comes after midnight.
    """
    begin = session.current.calendar.day_ends
    places = {(hour - begin) % 24 for hour in busy} or {(8 - begin) % 24}
    first, last = min(places), max(places)
    missing = max(0, SHORTEST_DAY - (last - first + 1)) if busy else 0
    first = max(0, min(first - missing // 2, 24 - SHORTEST_DAY))
    last = max(last, first + SHORTEST_DAY - 1)
    return [(begin + place) % 24 for place in range(first, last + 1)]
