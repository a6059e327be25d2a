"""What the window looks at: which days, what they are compared with, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.statistics.period.periods import range_text
from models.settings import preferences
from models.statistics import occasions
from models.statistics.compared_days import days_before

if TYPE_CHECKING:
    from datetime import date

    from gui.words.formatting import Formatting
    from models.statistics.compared_days import Days
    from models.statistics.occasions import Occasion
    from models.statistics.statistics import Dashboard

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PeriodQuery:
    """The days from `first` to `last`, and those they are `compared` with (None: the weeks
    before). `hour` narrows to one hour of a day."""

    first: date
    last: date
    compared: Days | None = None
    hour: int | None = None

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last

    @property
    def other(self) -> PeriodQuery:
        """The days that these are compared with, looked at themselves."""
        return PeriodQuery(*self.before, hour=self.hour)

    @property
    def before(self) -> tuple[date, date]:
        """The first and last day that these are compared with."""
        return days_before(self.first, self.last, self.compared)


@dataclass(frozen=True, slots=True)
class DashboardResult:
    """The answer, with the owner's events on the axis and whose figures they are."""

    asked: PeriodQuery
    found: Dashboard
    known: tuple[Occasion, ...]
    shop: str

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """Those of the owner's events that touch these days, the earliest first."""
        first, last = self.asked.first, self.asked.last
        return tuple(x for x in reversed(self.known) if x.first_day <= last and x.last_day >= first)


def look(asked: PeriodQuery) -> DashboardResult:
    """Asked in the background."""
    from models.statistics import statistics

    return DashboardResult(
        asked,
        statistics.dashboard(asked.first, asked.last, asked.compared),
        tuple(occasions.everyone()),
        preferences.get(preferences.SHOP_NAME),
    )


def source_text(fmt: Formatting, looked: DashboardResult) -> str:
    """`Warung Sari · 1–21 Nov 2026, against 4–24 Oct · counted 21 Nov 2026 14:32`."""
    asked, before = looked.asked, looked.asked.before
    days = translate("statistics", "{days}, against {before}").format(
        days=range_text(fmt, asked.first, asked.last), before=range_text(fmt, *before)
    )
    counted = translate("statistics", "counted {moment}").format(
        moment=fmt.date_and_time(looked.found.counted_at)
    )
    return " \u00b7 ".join((looked.shop, days, counted))
