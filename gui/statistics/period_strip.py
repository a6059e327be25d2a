"""The strip that opens below the bar: more periods, and any two days."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QHBoxLayout, QLabel

from gui.exception_desk import guarded
from gui.formatting import Formatting
from gui.statistics.periods import IN_THE_STRIP, text_of
from gui.theme import Theme
from gui.widgets.button import Button
from gui.widgets.card import Card


class PeriodStrip(Card):
    """Says which period was asked for: by its name, or from one day to another."""

    named = Signal(str)
    #: First and last day, in order.
    dated = Signal(object, object)
    #: Esc.
    left = Signal()

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme)
        #: The named periods and the two days, beside or below each other.
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(*[theme.px(8)] * 4)
        self.box.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._buttons: list[Button] = []
        for name in IN_THE_STRIP:
            button = Button(theme, text_of(name), "", "filter")
            button.setObjectName(name)
            button.setCheckable(True)
            button.clicked.connect(self._name)
            row.addWidget(button)
            self._buttons.append(button)
        self.box.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addSpacing(theme.px(8))
        self._first = self._day_field(theme, fmt, self.tr("First day"))
        self._last = self._day_field(theme, fmt, self.tr("Last day"))
        for text, field in ((self.tr("From"), self._first), (self.tr("to"), self._last)):
            label = QLabel(text)
            label.setFont(theme.font("body"))
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        show = Button(theme, self.tr("Show these days"), "check", "toolbar_primary")
        show.clicked.connect(self._show_days)
        row.addWidget(show)
        row.addStretch(1)
        self.box.addLayout(row, 1)

    def offer(self, period: str, first: date, last: date, today: date) -> None:
        """The period and the days to begin with; none can be later than today."""
        for button in self._buttons:
            button.setChecked(button.objectName() == period)
        for field, day in ((self._first, first), (self._last, last)):
            field.setMaximumDate(QDate(today.year, today.month, today.day))
            field.setDate(QDate(day.year, day.month, day.day))

    def take_focus(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.named.emit(self.sender().objectName())

    def _show_days(self) -> None:
        first, last = (_day(field) for field in (self._first, self._last))
        self.dated.emit(min(first, last), max(first, last))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_days()
        else:
            super().keyPressEvent(event)

    def _day_field(self, theme: Theme, fmt: Formatting, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setLocale(fmt.locale)
        field.setDisplayFormat("d MMM yyyy")
        field.setAccessibleName(name)
        field.setFont(theme.font("body"))
        field.setMinimumDate(QDate(2000, 1, 1))
        field.setMinimumWidth(theme.px(136))
        calendar = field.calendarWidget()
        calendar.setLocale(fmt.locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setGridVisible(False)
        for day, token in (("Saturday", "text"), ("Sunday", "on_danger_soft")):
            letters = QTextCharFormat()
            letters.setForeground(theme.color(token))
            calendar.setWeekdayTextFormat(Qt.DayOfWeek[day], letters)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        return field


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
