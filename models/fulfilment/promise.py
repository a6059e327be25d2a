"""When an order will be ready: learned from the shop's own last orders.

The work ahead of an order are the lines of those placed before it that are not ready yet. What a
line ahead costs, and a line of the order itself, is fitted to the orders that became ready last.
What is proposed is that forecast, stretched so far that four of five orders were ready in time;
how the last promises were kept moves that share, so that a busy week corrects itself.

An order that is wanted later comes to the warehouse as long before as such an order takes; how it
went is no lesson for orders that somebody waits for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

from peewee import fn

from models import clock
from models.clock import MINUTE
from models.orders.orders import Times
from models.settings import preferences
from models.storage.database import Statement, one, snapshot
from models.storage.tables import IS_OPEN, Order, has_come

#: So many of the newest orders are looked at, and so many of the newest promises.
RECENT, PROMISES = 300, 100
#: With fewer finished orders a proposal is a guess.
ENOUGH = 30
#: The percentage of orders that shall be ready in time; while it corrects itself, within bounds.
SHARE, LEAST, MOST = 80, 60, 95
#: No forecast is below this (ms).
SHORTEST = 20_000

_NEWEST = Statement(
    lambda: (
        Order.select(
            Order.placed_at, fn.COALESCE(Order.ready_at, Order.cancelled_at), Order.ready_at,
            Order.lines, Order.promised_at,
        )
        .where(Order.starts_at.is_null(), _has_waited())
        .order_by(Order.id.desc())
        .limit(RECENT)
    )
)  # fmt: skip


def _has_waited() -> Any:
    """The condition on orders not to be one of `stages.handed_at_once`, which teaches nothing."""
    at_once = Order.claimed_at.is_null() & (Order.ready_at == Order.placed_at)
    return Order.ready_at.is_null() | ~at_once


#: placed, no longer open since, ready, lines, promised
Row = tuple[int, int | None, int | None, int, int | None]
Done = tuple[int, int, int]  # lines ahead, lines, ms from placing to ready


@dataclass(frozen=True, slots=True)
class Promise:
    """A ready time (UTC ms) to be told to the customer; `is_guess` while the shop is too young.

    An order that is wanted later comes to the warehouse at `starts_at`; None: at once. `usual_at`
    is when it would be ready, where it is wanted sooner than that; `over` the time for which it was
    wanted, where that is past.
    """

    ready_at: int
    is_guess: bool
    starts_at: int | None = None
    usual_at: int | None = None
    over: int | None = None

    @property
    def times(self) -> Times:
        """What an order keeps of it; a guess is told to nobody."""
        return Times(None if self.is_guess else self.ready_at, self.starts_at)


@dataclass(frozen=True, slots=True)
class Pace:
    """What the last orders tell: ms of any order, per line ahead of it, per line of its own.

    `stretch` times the forecast is what is promised; learned from so many `orders`, with so many
    lines `ahead` of each on average.
    """

    base: float = 0
    per_line_ahead: float = 0
    per_line: float = 0
    stretch: float = 1
    orders: int = 0
    ahead: int = 0

    def forecast(self, ahead: int, lines: int) -> float:
        """How long (ms) such an order takes."""
        return max(SHORTEST, self.base + self.per_line_ahead * ahead + self.per_line * lines)


def propose(lines: int, wanted_at: int | None = None) -> Promise:
    """When an order of so many lines that is placed now will be ready.

    At `wanted_at` (UTC ms), if the customer comes for it then: the warehouse begins as long before
    as such an order takes when as much is ahead of it as now, or as usual; where that is too late
    it begins now.
    """
    with snapshot():
        pace, ahead, now = learn(), work_ahead(), clock.now()
        is_guess = pace.orders < ENOUGH
        late = preferences.get(preferences.LATE_AFTER) * MINUTE if is_guess else 0
    usual_at = now + (late or round(pace.forecast(ahead, lines) * pace.stretch))
    if wanted_at is None or wanted_at <= now:
        return Promise(usual_at, is_guess, over=wanted_at)
    if wanted_at < usual_at:
        return Promise(wanted_at, False, now, usual_at)
    needed = late or round(pace.forecast(max(ahead, pace.ahead), lines) * pace.stretch)
    return Promise(wanted_at, False, max(now, wanted_at - needed))


def times_of_change(lines: int, before: int | None, wanted_at: int | None) -> Times | None:
    """Of a placed order that was wanted at `before` (UTC ms); None: as they were."""
    if wanted_at == before:
        return None
    return Times() if wanted_at is None else propose(lines, wanted_at).times


def work_ahead() -> int:
    """The lines of all orders that are not ready yet and not wanted later."""
    is_open = IS_OPEN, Order.stage < 2, has_come(clock.now())
    row = one(Order.select(fn.SUM(Order.lines)).where(*is_open))
    return int(row[0] or 0) if row else 0


def learn() -> Pace:
    """The shop's present pace."""
    rows: list[Row] = _NEWEST.run({}).fetchall()
    rows.reverse()
    done = _done(rows)
    if not done:
        return Pace()
    base, ahead, own = _fit(done)
    pace = Pace(base, ahead, own)
    ratios = sorted(took / pace.forecast(a, lines) for a, lines, took in done)
    reached = ratios[(len(ratios) * _share(rows) + 99) // 100 - 1]
    usual = round(sum(lines for lines, _, _ in done) / len(done))
    return Pace(base, ahead, max(0, own), reached, len(done), usual)


def _done(orders: Iterable[Row]) -> list[Done]:
    """The orders that became ready, oldest first, with the work that was ahead of each."""
    done: list[Done] = []
    open_: list[tuple[int, int]] = []  # until when, lines
    ahead = 0
    for placed_at, until, ready_at, lines, _ in orders:
        while open_ and open_[0][0] <= placed_at:
            ahead -= heappop(open_)[1]
        if ready_at is not None:
            done.append((ahead, lines, max(0, ready_at - placed_at)))
        ahead += lines
        if until is not None:
            heappush(open_, (until, lines))
    return done


def _share(orders: Sequence[Row]) -> int:
    """The percentage to aim at: higher after broken promises, lower when too many were kept."""
    now = clock.now()
    known = [
        ready_at is not None and ready_at <= promised_at
        for _, until, ready_at, _, promised_at in orders[-PROMISES:]
        if promised_at is not None
        and (ready_at is not None or (until is None and promised_at < now))
    ]
    kept = (100 * sum(known) + SHARE * 20) // (len(known) + 20)
    return min(MOST, max(LEAST, 2 * SHARE - kept))


def _fit(done: Sequence[Done]) -> tuple[float, float, float]:
    """Least squares of the time over 1, lines ahead and lines: their three weights."""
    # A little weight on the diagonal: orders that are all alike must not divide by zero.
    matrix = [[1e-9, 0.0, 0.0, 0.0], [0.0, 1e-3, 0.0, 0.0], [0.0, 0.0, 1e-3, 0.0]]
    for ahead, lines, took in done:
        known = (1, ahead, lines)
        for row, factor in zip(matrix, known, strict=True):
            for column, value in enumerate((*known, took)):
                row[column] += factor * value
    for index in range(3):
        pivot = matrix[index]
        for other in range(3):
            if other != index:
                share = matrix[other][index] / pivot[index]
                matrix[other] = [x - share * y for x, y in zip(matrix[other], pivot, strict=True)]
    base, ahead_, own = (matrix[index][3] / matrix[index][index] for index in range(3))
    return base, ahead_, own
