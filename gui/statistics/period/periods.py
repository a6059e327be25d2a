"""The days the owner looks at: today, the last weeks, this month, or any two days."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.marked import marked

translate = QCoreApplication.translate

#: The periods that stand in the bar, and those in the strip below it that "Choose…" opens.
IN_THE_BAR = ("today", "7", "28", "month")
IN_THE_STRIP = (
    "yesterday", "30", "90", "365", "week", "last_week", "last_month", "year", "last_year", "all",
)  # fmt: skip
#: Those that the calendar makes, in months.
MONTHS = {"month": 1, "last_month": 1, "year": 12, "last_year": 12}

_TEXTS: dict[str, str] = {
    "today": marked("periods", "Today"),
    "yesterday": marked("periods", "Yesterday"),
    "7": marked("periods", "7 days"),
    "28": marked("periods", "28 days"),
    "30": marked("periods", "30 days"),
    "90": marked("periods", "90 days"),
    "365": marked("periods", "365 days"),
    "week": marked("periods", "This week"),
    "last_week": marked("periods", "Last week"),
    "month": marked("periods", "This month"),
    "last_month": marked("periods", "Last month"),
    "year": marked("periods", "This year"),
    "last_year": marked("periods", "Last year"),
    "all": marked("periods", "All time"),
}


def text_of(name: str) -> str:
    return translate("periods", _TEXTS[name])


def days_of(name: str, today: date, opened: date | None = None) -> tuple[date, date]:
    """The first and last day of a period. Whole days up to yesterday, except for *today* and for
    all time, which begins when the shop `opened`.

    On the first of a month, *this month* is today; so it is with the year, and with the week,
    which begins on Monday.
    """
    yesterday = today - timedelta(days=1)
    if name == "today":
        return today, today
    if name == "all":
        return min(opened or today, today), today
    if name == "yesterday":
        return yesterday, yesterday
    monday = today - timedelta(days=today.weekday())
    if name == "week":
        return (monday, yesterday) if today > monday else (today, today)
    if name == "last_week":
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if name == "month":
        return (today.replace(day=1), yesterday) if today.day > 1 else (today, today)
    if name == "last_month":
        last = today.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    if name == "year":
        first = today.replace(month=1, day=1)
        return (first, yesterday) if today > first else (today, today)
    if name == "last_year":
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    return today - timedelta(days=int(name)), yesterday


def range_text(fmt: Formatting, first: date, last: date, year: bool = True) -> str:
    """`25 Okt–21 Nov 2026`, `1–21 Nov 2026`, one day `Min 22 Nov 2026`.

    Without `year` a year is written only where the two days are of different ones.
    """
    if first.year != last.year:
        return f"{fmt.date(first)}\u2013{fmt.date(last)}"
    end = fmt.date(last) if year else fmt.short_date(last)
    if first == last:
        return f"{fmt.weekday(last.weekday(), short=True)} {end}"
    start = str(first.day) if first.month == last.month else fmt.short_date(first)
    return f"{start}\u2013{end}"
