"""The owner's window: how much, what, when and how fast, for any days, against the time before."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from gui.actions import key_text
from gui.desk import Desk
from gui.exception_desk import guarded
from gui.room import Room
from gui.statistics.further import FurtherFigures
from gui.statistics.period_strip import PeriodStrip
from gui.statistics.periods import IN_THE_BAR, days_of, range_text, text_of
from gui.statistics.sales_groups import Bar
from gui.statistics.saving import Saving
from gui.statistics.view import NARROW, WIDE, StatisticsView, turn
from gui.widgets.button import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.segmented import Segmented
from models import clock, events, statistics
from models.events import Event
from models.statistics import Dashboard

#: What changes a figure, a product's name or the shop's limit. Money taken changes none of them.
NEWS = (
    events.ORDER_KINDS | {events.PREFERENCE_CHANGED, events.PRODUCT_CHANGED, events.DEMO_MADE}
) - {events.PAID, events.REFUNDED, events.RUSHED, events.ACKNOWLEDGED}
#: With many orders coming in, the figures are counted anew at most this often.
PAUSE = 1000  # ms


class StatisticsWindow(Room):
    """Asks one question, shows its answer, and asks again when the news concerns it."""

    name = "statistics"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._period = "28"
        self._chosen: tuple[date, date] | None = None
        self._found: Dashboard | None = None
        self._asking = False
        self._again = False
        self._can_plot = self._narrow = self._further_shown = False
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask_again)
        desk.feed.looked.connect(self._see_midnight)

    def title(self) -> str:
        return self.tr("Statistics")

    # --- asking ----------------------------------------------------------------------------

    def concerns(self, event: Event) -> bool:
        """A new order changes only a period that reaches to today."""
        if event.kind == events.PLACED and self._found is not None:
            return self.days()[1] >= self._today()
        return event.kind in NEWS

    def days(self) -> tuple[date, date]:
        """The first and last day that are asked for."""
        return self._chosen or days_of(self._period, self._today())

    def refresh(self) -> None:
        if self._asking or self._pause.isActive():
            self._again = True
            return
        self._asking, self._again = True, False
        question = partial(statistics.dashboard, *self.days())
        self.desk.background.ask(question, self._show, self._failed, owner=self)

    def count_again(self) -> None:
        """At once, whatever was counted a moment ago."""
        self._pause.stop()
        self.refresh()

    def _show(self, found: Dashboard) -> None:
        self._asking = False
        self._pause.start()
        if (found.first_day, found.last_day) == self.days():
            self._found = self._saving.found = found
            self._view.show_dashboard(found)
            self._say_when(found)
            if self._further_shown:
                self._further.show_days(found.first_day, found.last_day)
            if not self._can_plot:
                self.desk.background.ask(_load_plots, self._plots_loaded, owner=self)
        else:
            self.count_again()

    def _plots_loaded(self, _: None) -> None:
        self._can_plot = True
        self._view.can_plot()
        for button in self._buttons:
            button.action.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        self._asking = False
        raise error

    def _ask_again(self) -> None:
        if self._again:
            self.refreshing.mark_stale()

    def _see_midnight(self) -> None:
        """After midnight *today* is another day."""
        asked = self._found and (self._found.first_day, self._found.last_day)
        if asked is not None and asked != self.days():
            self.refreshing.mark_stale()

    def _today(self) -> date:
        return self.desk.format.day_of(clock.now())

    # --- choosing days ---------------------------------------------------------------------

    def _segment_chosen(self, number: int) -> None:
        if number < len(IN_THE_BAR):
            self._strip.hide()
            self._choose(IN_THE_BAR[number])
        else:
            self.choose_days()

    def choose_days(self) -> None:
        """Opens the strip with more periods and the two days."""
        self._bar.choose(len(IN_THE_BAR))
        self._strip.offer(self._period if self._chosen is None else "", *self.days(), self._today())
        self._strip.show()
        self._strip.take_focus()

    def _choose(self, period: str) -> None:
        self._period, self._chosen = period, None
        self.count_again()

    def _choose_named(self, period: str) -> None:
        self._choose(period)
        self._leave_strip()

    def _choose_dated(self, first: date, last: date) -> None:
        self._chosen = (first, last)
        self.count_again()
        self._leave_strip()

    def _leave_strip(self) -> None:
        self._bar.choose(self._segment())
        self._bar.take_focus()
        self._strip.hide()

    def _segment(self) -> int:
        named = self._chosen is None and self._period in IN_THE_BAR
        return IN_THE_BAR.index(self._period) if named else len(IN_THE_BAR)

    def carry_over(self) -> object:
        return self._period, self._chosen

    def carry_on(self, carried: object) -> None:
        self._period, self._chosen = carried  # type: ignore[misc]
        self._bar.choose(self._segment())
        self.count_again()

    # --- the second page -------------------------------------------------------------------

    def turn_page(self) -> None:
        """To the next questions and back; both pages show the same days."""
        self._further_shown = not self._further_shown
        self._view.setVisible(not self._further_shown)
        self._further.setVisible(self._further_shown)
        self._saving.further = self._further if self._further_shown else None
        if self._further_shown:
            self._further.show_days(*self.days())
            self._further.take_focus()

    # --- leading on ------------------------------------------------------------------------

    def show_orders(self, bar: Bar) -> None:
        """The orders behind a bar."""
        self.desk.open("order_history", first_day=bar.first_day, last_day=bar.last_day)

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self.desk.theme, self.desk.theme.px
        names = [*(text_of(name) for name in IN_THE_BAR), self.tr("Choose\u2026")]
        self._bar = Segmented(theme, names, self.tr("Period"))
        self._bar.choose(self._segment())
        self._bar.chosen.connect(self._segment_chosen)
        self._range = Label(theme, "", "row_total")
        self._before = Label(theme, "", "second", "text_muted")
        self._counted = Label(
            theme, "", "second", "text_muted", "check-circle", icon_token="done_tick"
        )
        for label in (self._range, self._counted):  # what they are compared with gives way
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.bind("statistics.refresh", self.count_again)
        saving = self._saving = Saving(self)
        # Without words: the days beside it need the room.
        turning = self.bind("statistics.more", self.turn_page)
        self._more = Button(theme, "", "chart-box-plus-outline", "toolbar")
        self._more.setAccessibleName(turning.text())
        self._more.setToolTip(f"{turning.text()} ({key_text(turning.shortcut().toString())})")
        self._more.clicked.connect(turning.trigger)
        self._buttons = [
            self.button("statistics.save", saving.ask_for_tables, kind="toolbar", enabled=False),
            self.button("statistics.print", saving.ask_for_report, kind="toolbar", enabled=False),
        ]
        texts, files = QHBoxLayout(), QHBoxLayout()
        texts.addWidget(self._range)
        texts.addWidget(self._before)
        texts.addStretch(1)
        texts.addWidget(self._counted)
        for button in (self._more, *self._buttons):
            files.addWidget(button)
        for row in (texts, files):
            row.setSpacing(px(12))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(12))
        self._head.addWidget(self._bar)
        self._head.addLayout(texts, 1)
        self._head.addLayout(files)
        self._strip = PeriodStrip(theme, self.desk.format)
        self._strip.named.connect(self._choose_named)
        self._strip.dated.connect(self._choose_dated)
        self._strip.left.connect(self._leave_strip)
        self._strip.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(12))
        column.addLayout(self._head)
        column.addWidget(self._strip)
        self._further = FurtherFigures(self.desk)
        self._further.hide()
        column.addWidget(self._further, 1)
        self._view = self._new_view(wide=False)

    def _new_view(self, wide: bool) -> StatisticsView:
        view = StatisticsView(self.desk.theme, self.desk.format, self._nothing_sold(), wide)
        view.set_narrow(self._narrow)
        view.bar_pressed.connect(self.show_orders)
        # Never shown by hand: without its place it would be a window of its own for a moment.
        if self._further_shown:
            view.hide()
        self._column.addWidget(view, 1)
        return view

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide screen has larger letters; on a narrow one things stand below each other."""
        super().resizeEvent(event)
        self._narrow = self.width() < self.desk.theme.px(NARROW)
        for box in (self._head, self._strip.box):
            turn(box, self._narrow)
        self._view.set_narrow(self._narrow)
        wide = self.width() >= self.desk.theme.px(WIDE)
        if wide != self._view.wide:
            old, self._view = self._view, self._new_view(wide)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            if self._can_plot:
                self._view.can_plot()
            if self._found is not None:
                self._view.show_dashboard(self._found)

    def _nothing_sold(self) -> EmptyState:
        theme = self.desk.theme
        choose = Button(theme, self.tr("Choose other days"), "calendar-range")
        choose.clicked.connect(self.choose_days)
        return EmptyState(
            theme,
            "chart-bar",
            self.tr("Nothing was sold in these days"),
            self.tr("Each order that is placed appears here on its day."),
            choose,
        )

    def _say_when(self, found: Dashboard) -> None:
        fmt = self.desk.format
        self._range.set_text(range_text(fmt, found.first_day, found.last_day))
        before = range_text(
            fmt,
            found.before_first_day,
            found.before_last_day,
            year=found.before_first_day.year != found.last_day.year,
        )
        text = self.tr("against {days}").format(days=before)
        if found.unfinished:
            text = self.tr("against {days} until {time}").format(
                days=before, time=fmt.time(found.counted_at)
            )
        self._before.set_text(text)
        self._counted.set_text(self.tr("Counted {time}").format(time=fmt.time(found.counted_at)))


def _load_plots() -> None:
    """Asked in the background, because it takes long; the figures are on the screen before."""
    import pyqtgraph  # noqa: F401
