"""Which days: all of them, the last ones, or from one day to another."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.day_field import DayField
from gui.widgets.text.labels import Label
from models import clock

_BACK = (None, 0, 6, 27)  # days before today; None is all days
_BY_HAND = len(_BACK)


class DayFilter(QWidget):
    """`chosen` carries the first and the last day, both None for all."""

    chosen = Signal(object, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self.span = Segmented(
            theme,
            (
                self.tr("All days"),
                self.tr("Today"),
                self.tr("7 days"),
                self.tr("28 days"),
                self.tr("Choose"),
            ),
            self.tr("Days"),
        )
        self.span.chosen.connect(self._span_chosen)
        self.first = self._field(self.tr("First day"))
        self.last = self._field(self.tr("Last day"))
        self._dash = Label(theme, "\u2013", "body", "text_muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.span)
        for widget in (self.first, self._dash, self.last):
            row.addWidget(widget)
        self._show_fields(False)

    def choose_days(self, first: date, last: date) -> None:
        """Shows these days without telling anybody."""
        self.span.choose(_BY_HAND)
        self._set(first, last)
        self._show_fields(True)

    def choose_all(self) -> None:
        """All days, without telling anybody."""
        self.span.choose(0)
        self._show_fields(False)

    def _span_chosen(self, number: int) -> None:
        today = self._context.format.business_day(clock.now())
        self._show_fields(number == _BY_HAND)
        if number == _BY_HAND:
            self._set(today - timedelta(days=6), today)
            self.first.setFocus()
            self._tell()
            return
        back = _BACK[number]
        if back is None:
            self.chosen.emit(None, None)
        else:
            self.chosen.emit(today - timedelta(days=back), today)

    def _tell(self) -> None:
        first, last = sorted(field.day for field in (self.first, self.last))
        self.chosen.emit(first, last)

    def _set(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            field.show_day(day)

    def _field(self, name: str) -> DayField:
        field = DayField(self._context.theme, self._context.format, name, until_today=True)
        field.setFixedHeight(self._context.theme.px(40))
        field.changed.connect(self._tell)
        return field

    def _show_fields(self, shown: bool) -> None:
        for widget in (self.first, self._dash, self.last):
            widget.setVisible(shown)
