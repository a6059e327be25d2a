"""Since when the orders themselves are kept: of the days before, their sums are all there is.

The owner may have old orders removed (`models.shop.removal.retention`).
"""

from datetime import date

from models import clock
from models.errors import DetailGone
from models.settings import preferences


def first_day() -> date | None:
    """The first day of whose orders nothing was removed; None where nothing ever was."""
    key = preferences.get(preferences.DETAIL_FROM)
    return clock.day_of(key) if key else None


def is_whole(day: date) -> bool:
    """Whether nothing was removed of the orders of this day."""
    first = first_day()
    return first is None or day >= first


def check(day: date) -> None:
    """Raises `DetailGone` where orders of this day may have been removed."""
    if (first := first_day()) is not None and day < first:
        raise DetailGone(first)
