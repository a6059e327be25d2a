"""Which days a period is compared with: the weeks or the calendar months before, or others."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]  # the first and the last, both included


def days_before(first_day: date, last_day: date, compared: Days | None = None) -> Days:
    """The period that these days are compared with: `compared`, or as many days whole weeks
    earlier.

    The fewest whole weeks that do not overlap: seven days are compared with the seven before,
    a Sunday with the Sunday before, thirty days with those that began five weeks earlier. So a
    weekend always stands against a weekend.
    """
    if compared is not None:
        return compared
    back = timedelta(days=-(-_length(first_day, last_day) // 7) * 7)
    return first_day - back, last_day - back


def same_weeks_last_year(first_day: date, last_day: date) -> Days:
    """These days 52 weeks earlier, so that a weekend stands against a weekend; more when they are
    more than those."""
    back = timedelta(days=max(364, -(-_length(first_day, last_day) // 7) * 7))
    return first_day - back, last_day - back


def days_from(start: date, first_day: date, last_day: date) -> Days:
    """As many days from `start` on: last year's feast for this year's."""
    return start, start + (last_day - first_day)


def whole_months(first_day: date, last_day: date) -> int:
    """How many calendar months these days are; 0 where they are no whole ones."""
    if first_day.day > 1 or last_day != _end_of(last_day):
        return 0
    return (last_day.year - first_day.year) * 12 + last_day.month - first_day.month + 1


def months_before(first_day: date, last_day: date, months: int) -> Days:
    """The same days so many months earlier: 1 to 21 November for 1 to 21 December.

    A month that is over is compared with the whole month before, however long that is; a day that
    the earlier month does not have with its last.
    """
    last = earlier(last_day, months)
    return earlier(first_day, months), _end_of(last) if last_day == _end_of(last_day) else last


def earlier(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _length(first_day: date, last_day: date) -> int:
    return (last_day - first_day).days + 1
