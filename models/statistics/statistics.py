"""The owner's questions over any days: how much, what, when, how fast, and against the time before.

Everything is read from the sums that the verbs keep (`models.sums.rollups`), so ten years of orders
are answered by a handful of short statements and never by scanning history.
"""

from dataclasses import astuple, dataclass
from datetime import date

from models import clock, session
from models.amounts import average, half_up
from models.journal import rights
from models.settings import preferences
from models.statistics import queries
from models.statistics.compared_days import Days, days_before
from models.statistics.margin import NO_MARGIN, Margin
from models.statistics.queries import Span
from models.storage.database import snapshot
from models.sums.day_archive import DayArchive, keep_up

TOP = 20

#: The steps of an order: waiting to be claimed, being picked, waiting for the customer; then
#: placed to ready, and placed to handed over.
STEPS = ("claim", "pick", "collect", "ready", "whole")


@dataclass(frozen=True, slots=True)
class Sums:
    """What was sold: orders and lines counted, `quantity` in thousandths, `revenue` in rupiah.

    `returned` is what came back, in rupiah: the revenue is without it.
    """

    orders: int = 0
    lines: int = 0
    quantity: int = 0
    revenue: int = 0
    returned: int = 0

    @property
    def sold(self) -> int:
        """The revenue before anything came back, in rupiah."""
        return self.revenue + self.returned

    @property
    def average_order(self) -> int:
        """Rupiah per order as it was sold, rounded half up; zero without orders."""
        return average(self.sold, self.orders)


@dataclass(frozen=True, slots=True)
class StepTime:
    """How long a step took: seconds that half and nine tenths of the `orders` needed at most.

    Exact by the nearest rank: the smallest time that at least 50 % (90 %) of them did not exceed.
    None when no order took the step.
    """

    step: str
    orders: int
    p50: int | None
    p90: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """One period in numbers. Cancelled orders are in `cancelled` and nowhere else.

    `discount` is all that was given, on lines and on orders; `late` of the `timed` orders were
    made ready at or after the shop's limit; lines that were `short` of the `asked_lines`; of the
    `promised` ready times of orders that became ready so many were `kept`.
    """

    sums: Sums
    discount: int
    margin: Margin
    cancelled: int
    asked_lines: int
    short_lines: int
    picked_lines: int
    bulk_lines: int
    promised: int
    kept: int
    times: tuple[StepTime, ...]
    late: int

    @property
    def tax(self) -> int:
        """The tax in the revenue."""
        return self.margin.tax

    def time(self, step: str) -> StepTime:
        """The times of one of `STEPS`."""
        return self.times[STEPS.index(step)]

    @property
    def timed(self) -> int:
        """Orders that were made ready."""
        return self.time("ready").orders

    @property
    def kept_share(self) -> float | None:
        """The part of the promised ready times that were kept, None without any."""
        return self.kept / self.promised if self.promised else None

    @property
    def trusted_share(self) -> float | None:
        """The part of the picked lines that were ticked or scanned one by one, None without any:
        how far the times can be believed."""
        return 1 - self.bulk_lines / self.picked_lines if self.picked_lines else None

    @property
    def late_share(self) -> float | None:
        """The part of the orders made ready that were late, None without any."""
        return self.late / self.timed if self.timed else None

    @property
    def short_share(self) -> float | None:
        """The part of the lines asked for that could not be given in full, None without any."""
        return self.short_lines / self.asked_lines if self.asked_lines else None


@dataclass(frozen=True, slots=True)
class DaySales:
    """A day that may have had no sales; `returned` is what came back, in rupiah."""

    day: date
    orders: int
    lines: int
    revenue: int
    returned: int = 0
    margin: Margin = NO_MARGIN


@dataclass(frozen=True, slots=True)
class HourSales:
    """An hour (0 to 23) of one day."""

    hour: int
    orders: int
    lines: int
    revenue: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """An hour of a weekday (Monday is 0): sums over the `days` of that weekday in the period.

    Days before the shop's first order are not among the `days`, so that averages are not thinned.
    The `timed` orders that were made ready took `seconds` for it, all together.
    """

    weekday: int
    hour: int
    days: int
    orders: int
    lines: int
    revenue: int
    timed: int = 0
    seconds: int = 0

    @property
    def wait(self) -> int | None:
        """Seconds from placed to ready on average, None when nothing was made ready."""
        return half_up(self.seconds, self.timed) if self.timed else None


@dataclass(frozen=True, slots=True)
class TopProduct:
    """What a product sold, and in the period before; quantities in thousandths."""

    id: int
    sku: str
    name: str
    unit: str
    lines: int
    quantity: int
    revenue: int
    lines_before: int
    quantity_before: int
    revenue_before: int
    margin: Margin = NO_MARGIN


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything about the days from `first_day` to `last_day` and those they are compared with.

    `days` and `days_before` are whole: a day without sales is a zero. `hours` are
    those of the last day and `hours_before` of its counterpart, hours with sales only. `heat`
    holds the hours that had sales. `before_by_now` is the period before for a fair comparison: if
    the last day is not over yet (`unfinished`), its counterpart counts up to this time of day.
    """

    first_day: date
    last_day: date
    before_first_day: date
    before_last_day: date
    counted_at: int
    unfinished: bool
    late_after: int
    now: Figures
    before: Figures
    before_by_now: Sums
    days: tuple[DaySales, ...]
    days_before: tuple[DaySales, ...]
    hours: tuple[HourSales, ...]
    hours_before: tuple[HourSales, ...]
    heat: tuple[HeatCell, ...]
    top: tuple[TopProduct, ...]
    opened: date | None
    latest: date | None

    @property
    def before_is_whole(self) -> bool:
        """Whether the shop was open all the time before; sums of a part of it compare badly."""
        return self.opened is not None and self.opened <= self.before_first_day

    @property
    def before_is_known(self) -> bool:
        """Whether the shop was open on any day before; the others are no zeros to compare with."""
        return self.opened is not None and self.opened <= self.before_last_day

    @property
    def without_hour(self) -> tuple[int, int, int]:
        """Orders, lines and revenue whose day is known and not the time: in files of past sales."""
        sums = self.now.sums
        return (
            sums.orders - sum(cell.orders for cell in self.heat),
            sums.lines - sum(cell.lines for cell in self.heat),
            sums.revenue - sum(cell.revenue for cell in self.heat),
        )


@rights.checked("statistics")
def opened() -> date | None:
    """The day of the shop's first order, None before it."""
    days = queries.days_of_sales()
    return clock.day_of(days[0]) if days else None


@rights.checked("statistics")
def dashboard(first_day: date, last_day: date, compared: Days | None = None) -> Dashboard:
    """The figures for all days from `first_day` to `last_day`, both included, at one moment.

    The period before is `compared`, or that of `days_before`: whole weeks earlier, which is
    immediately before when the length is a multiple of seven. Days that come in the wrong order are
    put right. `late_after` is the shop's limit in minutes.
    """
    first_day, last_day = min(first_day, last_day), max(first_day, last_day)
    before_first, before_last = days_before(first_day, last_day, compared)
    now = clock.now()
    today = clock.business_day(now, *session.current.calendar)
    span = Span(
        clock.day_key(first_day), clock.day_key(last_day),
        clock.day_key(before_first), clock.day_key(before_last),
    )  # fmt: skip
    unfinished = last_day == today
    keep_up(clock.day_key(today))
    with snapshot():
        late_after = preferences.get(preferences.LATE_AFTER)
        totals = queries.day_rows(span)
        sold = queries.days_of_sales()
        closed = DayArchive()
        heat = queries.heat_rows(closed, span)
        hours = queries.hour_rows(span)
        times = queries.lead_rows(closed, span.first, span.last, late_after * 60)
        times_before = queries.lead_rows(
            closed, span.before_first, span.before_last, late_after * 60
        )
        top = queries.top_rows(closed, span, TOP)
        then = clock.same_time(now, before_last, *session.current.calendar)
        so_far = queries.by_now(span.before_last, then) if unfinished else None
    opened, latest = map(clock.day_of, sold) if sold else (None, None)
    before = _figures(totals, times_before, span.before_first, span.before_last)
    return Dashboard(
        first_day=first_day,
        last_day=last_day,
        before_first_day=before_first,
        before_last_day=before_last,
        counted_at=now,
        unfinished=unfinished,
        late_after=late_after,
        now=_figures(totals, times, span.first, span.last),
        before=before,
        before_by_now=_so_far(before.sums, totals, span, so_far) if so_far else before.sums,
        days=_days(totals, first_day, last_day),
        days_before=_days(totals, before_first, before_last),
        hours=tuple(HourSales(*rest) for day, *rest in hours if day == span.last),
        hours_before=tuple(HourSales(*rest) for day, *rest in hours if day == span.before_last),
        heat=_heat(heat, max(first_day, opened or first_day), last_day),
        top=tuple(TopProduct(*row) for row in top),
        opened=opened,
        latest=latest,
    )


_DayRows = dict[int, tuple[int, ...]]
_NOTHING = (0,) * 9
_LeadRows = dict[str, tuple[int, int, int, int]]


def _figures(totals: _DayRows, times: _LeadRows, first: int, last: int) -> Figures:
    counted = [row for day, row in totals.items() if first <= day <= last]
    sums = [sum(column) for column in zip(*counted, strict=True)] or [0] * 16
    orders, lines, quantity, revenue, returned, discount, tax, cost, costed, *rest = sums
    cancelled, asked, short, picked, bulk, promised, kept = rest
    found = {step: times.get(step) for step in STEPS}
    late = found["ready"]
    return Figures(
        sums=Sums(orders, lines, quantity, revenue, returned),
        discount=discount,
        margin=Margin(revenue, tax, cost, costed),
        cancelled=cancelled,
        asked_lines=asked,
        short_lines=short,
        picked_lines=picked,
        bulk_lines=bulk,
        promised=promised,
        kept=kept,
        times=tuple(
            StepTime(step, row[0], row[1], row[2]) if row else StepTime(step, 0, None, None)
            for step, row in found.items()
        ),
        late=late[3] if late else 0,
    )


def _so_far(before: Sums, totals: _DayRows, span: Span, so_far: tuple[int, ...]) -> Sums:
    """The period before, with its last day replaced by that day up to this time."""
    sums = astuple(before)
    whole = totals.get(span.before_last, _NOTHING)[: len(sums)]
    return Sums(*(x - day + part for x, day, part in zip(sums, whole, so_far, strict=True)))


def _days(totals: _DayRows, first: date, last: date) -> tuple[DaySales, ...]:
    found = []
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        row = totals.get(day.year * 10_000 + day.month * 100 + day.day, _NOTHING)
        orders, lines, _, revenue, returned, _, *margin = row[:9]
        found.append(DaySales(day, orders, lines, revenue, returned, Margin(revenue, *margin)))
    return tuple(found)


def _heat(found: list[tuple[int, ...]], first: date, last: date) -> tuple[HeatCell, ...]:
    weeks, rest = divmod((last - first).days + 1, 7)
    extra = {(first.weekday() + number) % 7 for number in range(rest)}
    return tuple(
        HeatCell(weekday, hour, weeks + (weekday in extra), *counts)
        for weekday, hour, *counts in found
    )
