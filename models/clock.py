"""What time it is, and which business day that belongs to.

Time is UTC in integer milliseconds. A day is a `datetime.date` at the door and the integer
`yyyymmdd` in tables, where it sorts, compares and can be read by people.
"""

import time
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE = 60_000  # milliseconds
DAY = 24 * 60 * MINUTE

#: Clocks that are so near to each other (ms) are taken for one.
_NEAR = 2_000


class _ShopClock:
    """`ahead` is by how much (ms) it is ahead of that of this computer."""

    ahead = 0


_shop = _ShopClock()


def now() -> int:
    """The present moment, UTC, in milliseconds: by the clock of this computer, or by that of the
    server on which the shop is."""
    return of_this_computer() + _shop.ahead


def of_this_computer() -> int:
    """The same as this computer says it."""
    return time.time_ns() // 1_000_000


def ahead() -> int:
    """By how much (ms) the shop's clock is ahead of that of this computer; 0 where they are one."""
    return _shop.ahead


def go_by(ahead: int) -> None:
    """From now on the shop's clock is so much (ms) ahead of that of this computer."""
    if abs(ahead - _shop.ahead) > _NEAR or not ahead:
        _shop.ahead = ahead if abs(ahead) > _NEAR else 0


def go_by_server(moment: int, asked: int) -> None:
    """The shop's server answered that it is `moment` (UTC ms) when it was `asked`, by the clock of
    this computer. An answer that took long tells nothing."""
    took = of_this_computer() - asked
    if 0 <= took <= _NEAR:
        go_by(moment - asked - took // 2)


def running() -> int:
    """Milliseconds that only go by: no clock that is set, forward or back, moves them."""
    return time.monotonic_ns() // 1_000_000


def local(moment: int, zone: str) -> datetime:
    """`moment` (UTC ms) on the wall clock of `zone` (an IANA name)."""
    return datetime.fromtimestamp(moment / 1000, _zone(zone))


def business_day(moment: int, zone: str, day_ends: int = 0) -> date:
    """The shop's day at `moment` (UTC ms): one ends so many hours after midnight."""
    return (local(moment, zone) - timedelta(hours=day_ends)).date()


def start_of(day: date, zone: str, day_ends: int = 0) -> int:
    """The first millisecond (UTC) of the business day in `zone`."""
    start = datetime(day.year, day.month, day.day, day_ends, tzinfo=_zone(zone))
    return int(start.astimezone(UTC).timestamp() * 1000)


def same_time(moment: int, day: date, zone: str, day_ends: int = 0) -> int:
    """When it was on the business day as late on the wall clock as it is at `moment` (UTC ms): a
    day may have 23 or 25 hours."""
    time_ = local(moment, zone).time()
    there = datetime.combine(day + timedelta(days=time_.hour < day_ends), time_, _zone(zone))
    return int(there.timestamp() * 1000)


def day_key(day: date) -> int:
    """`date(2026, 11, 22)` as 20261122."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(key: int) -> date:
    """20261122 as `date(2026, 11, 22)`."""
    return date(key // 10_000, key // 100 % 100, key % 100)


def knows(zone: object) -> bool:
    """Whether `zone` is the name of a zone on this machine."""
    try:
        return isinstance(zone, str) and _zone(zone) is not None
    except (KeyError, ValueError, OSError):
        return False


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
