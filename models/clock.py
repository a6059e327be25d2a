"""What time it is, and which business day that belongs to.

Time is UTC in integer milliseconds. A day is a `datetime.date` at the door and the integer
`yyyymmdd` in tables, where it sorts, compares and can be read by people.
"""

import re
import time
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.errors import BadTime

MINUTE = 60_000  # milliseconds
DAY = 24 * 60 * MINUTE

_TYPED = re.compile(r"(?:(\d{1,2})[/.-](\d{1,2})\s+)?(\d{1,2})(?:[.:]?(\d{2}))?")


def now() -> int:
    """The present moment, UTC, in milliseconds."""
    return time.time_ns() // 1_000_000


def local(moment: int, zone: str) -> datetime:
    """`moment` (UTC ms) on the wall clock of `zone` (an IANA name)."""
    return datetime.fromtimestamp(moment / 1000, _zone(zone))


def business_day(moment: int, zone: str) -> date:
    """The shop's calendar day at `moment` (UTC ms)."""
    return local(moment, zone).date()


def start_of(day: date, zone: str) -> int:
    """The first millisecond (UTC) of `day` in `zone`."""
    start = datetime(day.year, day.month, day.day, tzinfo=_zone(zone))
    return int(start.astimezone(UTC).timestamp() * 1000)


def parse_coming(text: str, zone: str) -> int:
    """The next moment (UTC ms) that `17`, `17.30`, `1730` or `24/12 9.00` says in `zone`.

    Raises `BadTime`.
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        raise BadTime(text)
    day, month, hour, minute = (int(part) if part else 0 for part in typed.groups())
    here = local(now(), zone)
    try:
        when = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if day:
            when = when.replace(month=month, day=day)
            when = when if when >= here else when.replace(year=when.year + 1)
        elif when <= here:
            when += timedelta(days=1)
    except ValueError as error:
        raise BadTime(text) from error
    return int(when.timestamp() * 1000)


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
