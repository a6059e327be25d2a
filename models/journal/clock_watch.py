"""Notices when the machine's clock is set back, and notes it in the journal.

Orders keep their order by the journal's numbers; but times and ages on the screen are then those
of another clock, and whoever asks later shall know why.
"""

import time
from dataclasses import dataclass
from datetime import date

from peewee import fn

from models import clock, events, session
from models.journal import journal
from models.storage.database import one, transaction
from models.storage.tables import Order

#: Clocks are put right by seconds all the time; this much (ms) is a person, or a dead battery.
STEP = clock.MINUTE


@dataclass(frozen=True, slots=True)
class SetBack:
    """The clock was set back `by` ms. So many `orders` were placed while it stood ahead: they stay
    on the days that it said, from `first_day` to `last_day` (None without any)."""

    by: int
    orders: int
    first_day: date | None
    last_day: date | None


class ClockWatch:
    """Compares the wall clock with one that nobody can set, from look to look.

    The first look compares it with the journal: it may have been set while no program ran.
    """

    def __init__(self) -> None:
        newest = journal.entry(journal.newest())
        self._wall = max(clock.now(), newest.at if newest else 0)
        self._steady = time.monotonic_ns()

    def check(self) -> SetBack | None:
        """What is to be told when the clock was set back since the last look; it is then noted.

        Forward is no step: a machine that slept jumps as well.
        """
        wall, steady = clock.now(), time.monotonic_ns()
        back = (steady - self._steady) // 1_000_000 - (wall - self._wall)
        self._wall, self._steady = wall, steady
        if back < STEP:
            return None
        with transaction():
            ahead = one(
                Order.select(fn.COUNT(Order.id), fn.MIN(Order.day), fn.MAX(Order.day)).where(
                    Order.day >= clock.day_key(clock.business_day(wall, *session.current.calendar)),
                    Order.placed_at > wall,
                )
            )
            count, *days = ahead or (0, None, None)
            journal.append(events.CLOCK_SET_BACK, {"by": back, "orders": count})
        return SetBack(back, count, *(day and clock.day_of(day) for day in days))
