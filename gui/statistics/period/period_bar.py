"""The strip that opens below the bar: more periods, any two days, and the owner's own events."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.statistics.period.occasion_form import OccasionForm
from gui.statistics.period.periods import IN_THE_STRIP, text_of
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.containers.flow import Flow
from gui.widgets.fields.day_field import DayField
from gui.widgets.text.plain_text import Words
from models.statistics.occasions import Occasion


class PeriodBar(Card):
    """Says which period was asked for: by its name, from one day to another, or by its event."""

    named = Signal(str)
    #: First and last day, in order.
    dated = Signal(object, object)
    #: One of the owner's events.
    occasion = Signal(object)
    #: Esc.
    left = Signal()

    def __init__(self, context: AppContext) -> None:
        theme, fmt = context.theme, context.format
        super().__init__(theme)
        names = QWidget()
        flow = Flow(theme.px(8))
        names.setLayout(flow)
        self._buttons: list[Button] = []
        for name in IN_THE_STRIP:
            button = Button(theme, text_of(name), "", "filter")
            button.setObjectName(name)
            button.setCheckable(True)
            button.clicked.connect(self._name)
            flow.addWidget(button)
            self._buttons.append(button)
        self._first = DayField(theme, fmt, self.tr("First day"), until_today=True)
        self._last = DayField(theme, fmt, self.tr("Last day"), until_today=True)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for text, field in ((self.tr("From"), self._first), (self.tr("to"), self._last)):
            label = Words(text)
            label.setFont(theme.font("body"))
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        show = Button(theme, self.tr("Show these days"), "check", "toolbar_primary")
        show.clicked.connect(self._show_days)
        row.addWidget(show)
        flow.addWidget(days)
        self._occasions = OccasionForm(context)
        self._occasions.chosen.connect(self.occasion)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(8)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(names)
        column.addWidget(self._occasions)

    def offer(self, period: str, first: date, last: date) -> None:
        """The period and the days to begin with."""
        for button in self._buttons:
            button.setChecked(button.objectName() == period)
        for field, day in ((self._first, first), (self._last, last)):
            field.show_day(day)

    def know(self, known: Sequence[Occasion], first: date, last: date) -> None:
        """The owner's events, and the days that are looked at."""
        self._occasions.know(known, first, last)

    def take_focus(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.named.emit(self.sender().objectName())

    def _show_days(self) -> None:
        first, last = self._first.day, self._last.day
        self.dated.emit(min(first, last), max(first, last))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_days()
        else:
            super().keyPressEvent(event)
