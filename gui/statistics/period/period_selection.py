"""What the owner chose to look at: a period by its name, two days, or an event, against what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gui.statistics.period.compare_button import BEFORE, Comparison
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.period.periods import IN_THE_BAR, MONTHS, days_of
from models.statistics import compared_days, occasions

if TYPE_CHECKING:
    from datetime import date

    from models.statistics.occasions import Occasion


@dataclass(frozen=True, slots=True)
class PeriodSelection:
    """`days` wins over `period`; a named period moves on with the calendar."""

    period: str = "28"
    days: tuple[date, date] | None = None
    comparison: Comparison = BEFORE

    def asked(self, today: date, opened: date | None) -> PeriodQuery:
        """The days that this means now in a shop that `opened` then, and what they are compared
        with."""
        first, last = self.days or days_of(self.period, today, opened)
        if self.comparison.occasion is not None:
            start = self.comparison.occasion.first_day
            return PeriodQuery(first, last, compared_days.days_from(start, first, last))
        if self.comparison.kind == "last_year":
            return PeriodQuery(first, last, compared_days.same_weeks_last_year(first, last))
        if months := self.months(first, last):
            return PeriodQuery(first, last, compared_days.months_before(first, last, months))
        return PeriodQuery(first, last)

    def months(self, first: date, last: date) -> int:
        """Of how many calendar months these days are, whole or begun; 0 of days that are counted.

        One day stands against the same weekday, also on the first of a month.
        """
        if first == last:
            return 0
        return compared_days.whole_months(first, last) if self.days else MONTHS.get(self.period, 0)

    @property
    def segment(self) -> int:
        """Its place in the bar; the last one is for all that does not stand there."""
        named = self.days is None and self.period in IN_THE_BAR
        return IN_THE_BAR.index(self.period) if named else len(IN_THE_BAR)

    def named(self, period: str) -> PeriodSelection:
        return replace(self, period=period, days=None, comparison=self._still())

    def dated(self, first: date, last: date) -> PeriodSelection:
        return replace(self, days=(first, last), comparison=self._still())

    def compared(self, comparison: Comparison) -> PeriodSelection:
        return replace(self, comparison=comparison)

    def at(self, occasion: Occasion, known: tuple[Occasion, ...], today: date) -> PeriodSelection:
        """The days of an event as far as they have come, against the last time that it was."""
        earlier = occasions.one_before(occasion, list(known))
        last = min(occasion.last_day, max(today, occasion.first_day))
        against = BEFORE if earlier is None else Comparison("event", earlier)
        return replace(self, days=(occasion.first_day, last), comparison=against)

    def _still(self) -> Comparison:
        """Other days are not compared with the event that was chosen for these."""
        return BEFORE if self.comparison.occasion is not None else self.comparison
