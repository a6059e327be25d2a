"""Months and years stand against the whole ones before, of any length; others by weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.statistics.compared_days import days_before, earlier, months_before, whole_months


@pytest.mark.parametrize(
    ("days", "months", "before"),
    [
        (((2026, 2, 1), (2026, 2, 28)), 1, ((2026, 1, 1), (2026, 1, 31))),
        (((2026, 3, 1), (2026, 3, 31)), 1, ((2026, 2, 1), (2026, 2, 28))),
        (((2026, 3, 1), (2026, 3, 30)), 1, ((2026, 2, 1), (2026, 2, 28))),
        (((2026, 11, 1), (2026, 11, 21)), 1, ((2026, 10, 1), (2026, 10, 21))),
        (((2026, 1, 1), (2026, 1, 31)), 1, ((2025, 12, 1), (2025, 12, 31))),
        (((2025, 1, 1), (2025, 12, 31)), 12, ((2024, 1, 1), (2024, 12, 31))),
        (((2024, 1, 1), (2024, 2, 29)), 12, ((2023, 1, 1), (2023, 2, 28))),
        (((2026, 4, 1), (2026, 6, 30)), 3, ((2026, 1, 1), (2026, 3, 31))),
    ],
)
def test_calendar_months(
    days: tuple[tuple[int, ...], ...], months: int, before: tuple[tuple[int, ...], ...]
) -> None:
    first, last = (date(*day) for day in days)
    assert months_before(first, last, months) == tuple(date(*day) for day in before)


@given(some.dates(date(1990, 1, 1), date(2100, 1, 1)), some.integers(1, 24))
def test_whole_months_stand_right_before_each_other(day: date, months: int) -> None:
    first = day.replace(day=1)
    last = earlier(first, -months) - timedelta(days=1)
    assert whole_months(first, last) == months
    start, end = months_before(first, last, months)
    assert (whole_months(start, end), end) == (months, first - timedelta(days=1))
    assert whole_months(first, last - timedelta(days=1)) in (0, months - 1)


@given(some.dates(date(1990, 1, 1), date(2100, 1, 1)), some.integers(0, 800))
def test_other_days_stand_against_the_same_weekdays(first: date, more: int) -> None:
    start, end = days_before(first, first + timedelta(days=more))
    assert (start.weekday(), end - start) == (first.weekday(), timedelta(days=more))
    assert end < first
