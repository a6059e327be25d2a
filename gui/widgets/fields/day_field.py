"""A day that is typed in any usual way, from left to right, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolTip

from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.fields.form import ProposalField, mark_wrong, point_out
from gui.widgets.text.plain_text import plain, set_tip
from gui.words.formatting import Formatting
from models import clock
from models.errors import DayTooLate, ShopError
from models.text import day_parsing

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_LETTERS = 64


class DayField(ProposalField):
    """While one types, a line below the field says how it is understood.

    Arrow up and down go a day further and back, F4 or Alt+arrow down opens the calendar, whose
    weeks begin on Monday. Esc puts the day back where something stands that is none.

    `until_today`: no later day can be chosen, and what is said without a year is the last one so
    called.
    """

    #: A person chose another day.
    changed = Signal()

    def __init__(
        self, theme: Theme, fmt: Formatting, name: str, *, until_today: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._format = theme, fmt
        self._until_today = until_today
        self._shown = self._today()
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setMaxLength(_LETTERS)
        self.setMinimumWidth(theme.px(152))
        open_calendar = self.addAction(
            icons.icon("calendar-month-outline", theme.color("text_muted")),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        set_tip(open_calendar, self.tr("Calendar (F4)"))
        open_calendar.triggered.connect(self._open_calendar)
        self.textEdited.connect(self._say_how_understood)
        self.editingFinished.connect(self._settle)
        self.show_day(self._shown)

    @property
    def day(self) -> date:
        """What stands in it. Raises `BadDay`, `DayTooLate`; the field is then marked."""
        try:
            found = self._read()
        except ShopError:
            point_out(self)
            raise
        self.show_day(found)
        return found

    def show_day(self, day: date) -> None:
        self._shown = day
        self.setText(self._format.date(day))
        mark_wrong(self, False)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F4 or (
            key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        ):
            self._open_calendar()
        elif key == Qt.Key.Key_Escape and self._is_wrong():
            self.show_day(self._shown)
            self.selectAll()
        elif key in _STEPS and not held:
            self._choose(self._shown + timedelta(days=_STEPS[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _today(self) -> date:
        return self._format.business_day(clock.now())

    def _last(self) -> date:
        """The last day that can be chosen: asked anew, because the program runs over midnight."""
        return max(self._today(), self._shown) if self._until_today else date.max

    def _read(self) -> date:
        if self.text() == self._format.date(self._shown):
            return self._shown
        lean, last = -1 if self._until_today else 0, self._last()
        found = day_parsing.day_of(self.text(), self._today(), lean)
        if found > last:
            raise DayTooLate(found, last)
        return found

    def _is_wrong(self) -> bool:
        try:
            self._read()
        except ShopError:
            return True
        return False

    def _say_how_understood(self) -> None:
        try:
            text = self._format.long_date(self._read())
        except DayTooLate as error:
            text = self.tr("No later than {day}").format(day=self._format.date(error.last))
        except ShopError:
            text = self.tr("For instance 5 Jan 2026, 5/1/26, yesterday, Monday")
        self.setAccessibleDescription(text)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain(text), self)

    def _settle(self) -> None:
        """The field is left or Enter was pressed: the day stands there as it was understood."""
        try:
            found = self._read()
        except ShopError:
            mark_wrong(self)
        else:
            self._choose(found)

    def _choose(self, day: date) -> None:
        day = min(day, self._last())
        is_new = day != self._shown
        self.show_day(day)
        if is_new:
            self.changed.emit()

    # --- the calendar ----------------------------------------------------------------------

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAccessibleName(self.accessibleName())
        calendar.setLocale(self._format.locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setGridVisible(False)
        for name, token in (("Saturday", "text"), ("Sunday", "on_danger_soft")):
            letters = QTextCharFormat()
            letters.setForeground(self._theme.color(token))
            calendar.setWeekdayTextFormat(Qt.DayOfWeek[name], letters)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumDate(QDate(day_parsing.FIRST_YEAR, 1, 1))
        calendar.setMaximumDate(_qdate(self._last()))
        calendar.setSelectedDate(_qdate(self._shown))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.adjustSize()
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        calendar = self.sender()
        assert isinstance(calendar, QCalendarWidget)
        calendar.close()
        self._choose(date(day.year(), day.month(), day.day()))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
