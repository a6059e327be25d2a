"""Notices when the machine's clock is set back, and notes it in the journal.

Orders keep their order by the journal's numbers; but times and ages on the screen are then those
of another clock, and whoever asks later shall know why.
"""

import time

from models import clock, events
from models.journal import journal
from models.storage.database import transaction

#: Clocks are put right by seconds all the time; this much (ms) is a person, or a dead battery.
STEP = clock.MINUTE


class ClockWatch:
    """Compares the wall clock with one that nobody can set, from look to look."""

    def __init__(self) -> None:
        self._wall, self._steady = clock.now(), time.monotonic_ns()

    def check(self) -> int:
        """How many ms the clock was set back since the last look, which is then noted; else 0.

        Forward is no step: a machine that slept jumps as well.
        """
        wall, steady = clock.now(), time.monotonic_ns()
        back = (steady - self._steady) // 1_000_000 - (wall - self._wall)
        self._wall, self._steady = wall, steady
        if back < STEP:
            return 0
        with transaction():
            journal.append(events.CLOCK_SET_BACK, {"by": back})
        return back
