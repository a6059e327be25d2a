"""A day that is typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit

from gui.formatting import Formatting
from gui.theme import Theme


class DayField(QDateEdit):
    """Weeks begin on Monday."""

    def __init__(self, theme: Theme, fmt: Formatting, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setLocale(fmt.locale)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setMinimumDate(QDate(2000, 1, 1))
        self.setMinimumWidth(theme.px(136))
        calendar = self.calendarWidget()
        calendar.setLocale(fmt.locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setGridVisible(False)
        for day, token in (("Saturday", "text"), ("Sunday", "on_danger_soft")):
            letters = QTextCharFormat()
            letters.setForeground(theme.color(token))
            calendar.setWeekdayTextFormat(Qt.DayOfWeek[day], letters)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)

    @property
    def day(self) -> date:
        """What stands in it."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def allow_until(self, day: date) -> None:
        """No later day can be chosen."""
        self.setMaximumDate(QDate(day.year, day.month, day.day))
