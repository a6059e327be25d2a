"""The owner's window: how much, what, when and how fast, for any days, against any others."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from gui.input.actions import allow
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.statistics.export.export import Export
from gui.statistics.panels.dashboard_view import DashboardView
from gui.statistics.panels.drill_down import DrillDown, OneOrder, Orders, ToProduct, Why
from gui.statistics.panels.panel import Panel
from gui.statistics.period.compare_button import Comparison
from gui.statistics.period.period_bar import PeriodBar
from gui.statistics.period.period_header import PeriodHeader
from gui.statistics.period.period_query import DashboardResult, PeriodQuery, look
from gui.statistics.period.period_selection import PeriodSelection
from gui.statistics.period.periods import IN_THE_BAR
from gui.widgets.buttons.button import Button
from gui.widgets.containers.flow import Steady
from models import clock, events
from models.events import Event
from models.statistics.occasions import Occasion

if TYPE_CHECKING:
    from gui.statistics.reports.reports_view import ReportsView

#: What changes a figure, a product's name, the shop's limit or an event on the axis.
NEWS = (
    events.ORDER_KINDS
    | {
        events.PREFERENCE_CHANGED, events.PRODUCT_CHANGED, events.DEMO_MADE,
        events.OCCASION_CHANGED,
    }
) - {events.PAID, events.REFUNDED, events.RUSHED, events.ACKNOWLEDGED}  # fmt: skip
#: Below the one width (pixels at 100 %) panels stand below each other, from the other one on
#: letters are larger.
NARROW, WIDE = 1100, 1600
#: What works only once there are figures.
WAYS_OUT = ("save", "print", "copy", "save_panel", "compare", "more")
#: With many orders coming in, the figures are counted anew at most this often.
PAUSE = 1000  # ms


class StatisticsPage(Page):
    """Asks one question, shows its answer, and asks again when the news concerns it."""

    name = "statistics"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._chosen = PeriodSelection()
        self._is_chosen = False
        self._looked: DashboardResult | None = None
        self.is_asking = False
        self.asks_again = False
        self._narrow = False
        self.view: DashboardView | None = None
        self.further: ReportsView | None = None
        self.strip: PeriodBar | None = None
        self.further_shown = False
        self._build()
        self.pause_timer = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause_timer.timeout.connect(self._ask_again)
        context.feed.looked.connect(self._see_midnight)

    def title(self) -> str:
        return self.tr("Statistics")

    # --- asking ----------------------------------------------------------------------------

    def is_affected_by(self, event: Event) -> bool:
        """A new order changes only a period that reaches to today, unless it is the very first."""
        if event.kind == events.PLACED and self._looked is not None:
            is_first = self._looked.found.opened is None
            return is_first or self.asked().last >= self._today()
        return event.kind in NEWS

    def asked(self) -> PeriodQuery:
        """The days that are looked at now, and what they are compared with."""
        opened = None if self._looked is None else self._looked.found.opened
        return self._chosen.asked(self._today(), opened)

    def refresh(self) -> None:
        if self.is_asking or self.pause_timer.isActive():
            self.asks_again = True
            return
        self.is_asking, self.asks_again = True, False
        self.context.background.ask(
            partial(look, self.asked()), self._show, self._failed, owner=self
        )

    def count_again(self) -> None:
        """At once, whatever was counted a moment ago."""
        self.pause_timer.stop()
        self.refresh()

    def _count_by_hand(self) -> None:
        """F5: mostly the figures stay as they are, so it is said that they were counted."""
        self.count_again()
        self.context.say(self.tr("Counted again"), icon="refresh")

    def _show(self, looked: DashboardResult) -> None:
        self.is_asking = False
        self.pause_timer.start()
        if looked.asked != self.asked():
            self.count_again()
            return
        if not self._is_chosen and looked.found.opened == self._today():
            # The days before today are those of a shop that was not open.
            self.head.bar.choose(IN_THE_BAR.index("today"))
            self.choose("today")
            return
        latest = looked.found.latest
        if not self._is_chosen and latest is not None and latest < looked.asked.first:
            # Past sales were taken over: the figures open where they are.
            self._look_at(self._chosen.dated(latest - timedelta(days=27), latest))
            self.head.bar.choose(self._chosen.segment)
            return
        self._looked = looked
        months = self._chosen.months(*looked.asked.days)
        self.head.show_looked(looked, self._chosen.comparison, months)
        if self.view is None:
            self._begin()
        if self.strip is not None:
            self.strip.know(looked.known, looked.asked.first, looked.asked.last)
        self._show_page()

    def _show_page(self) -> None:
        """What was found, on the page that is looked at."""
        if self._looked is None:
            return
        if self.further_shown and self.further is not None:
            self.further.show_looked(self._looked)
        elif self.view is not None:
            self.view.show_looked(self._looked)

    def _failed(self, error: BaseException) -> None:
        self.is_asking = False
        raise error

    def _ask_again(self) -> None:
        if self.asks_again:
            self.refresher.mark_stale()

    def _see_midnight(self) -> None:
        """After midnight *today* is another day."""
        if self._looked is not None and self._looked.asked != self.asked():
            self.refresher.mark_stale()

    def _today(self) -> date:
        return self.context.format.business_day(clock.now())

    # --- choosing days ---------------------------------------------------------------------

    def _segment_chosen(self, number: int) -> None:
        if number < len(IN_THE_BAR):
            if self.strip is not None:
                self.strip.hide()
            self.choose(IN_THE_BAR[number])
        else:
            self.choose_days()

    def choose_days(self) -> None:
        """Opens the strip with more periods, the two days and the owner's events."""
        self.head.bar.choose(len(IN_THE_BAR))
        strip = self.strip or self._new_strip()
        asked, named = self.asked(), self._chosen.days is None
        period = self._chosen.period if named else ""
        strip.offer(period, asked.first, asked.last)
        strip.show()
        strip.take_focus()

    def choose(self, period: str) -> None:
        self._look_at(self._chosen.named(period))

    def _choose_named(self, period: str) -> None:
        self.choose(period)
        self._leave_strip()

    def choose_dated(self, first: date, last: date) -> None:
        self._look_at(self._chosen.dated(first, last))
        self._leave_strip()

    def _choose_occasion(self, occasion: Occasion) -> None:
        known = self._looked.known if self._looked else ()
        self._look_at(self._chosen.at(occasion, known, self._today()))

    def _compare(self, comparison: Comparison) -> None:
        self._look_at(self._chosen.compared(comparison))

    def _look_at(self, chosen: PeriodSelection) -> None:
        self._chosen, self._is_chosen = chosen, True
        self.count_again()

    def _leave_strip(self) -> None:
        self.head.bar.choose(self._chosen.segment)
        self.head.bar.take_focus()
        if self.strip is not None:
            self.strip.hide()

    def save_state(self) -> object:
        return self._chosen

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, PeriodSelection)
        self.head.bar.choose(carried.segment)
        self._look_at(carried)

    # --- the second page, and leading on ---------------------------------------------------

    def turn_page(self) -> None:
        """To the next questions and back; both pages show the same days."""
        self._turn(not self.further_shown)
        self._show_page()
        if self.further_shown and self.further is not None:
            self.further.take_focus()

    def _turn(self, further: bool) -> None:
        self.further_shown = further
        if further and self.further is None:
            # Half of the modules: whoever looks at the first page does not wait for them.
            from gui.statistics.reports.reports_view import ReportsView

            self.further = ReportsView(self.context)
            self.further.set_narrow(self._narrow)
            self.further.led.connect(self.lead)
            self.further.built.connect(self.saving.watch)
            self._column.addWidget(self.further, 1)
        if self.view is not None and further:
            self.view.hide()
        if self.further is not None:
            self.further.setVisible(further)
            if not further:
                self.further.forget_part()
        if self.view is not None and not further:
            self.view.show()
        self.head.show_page(further)
        allow(self.action("statistics.back"), further, self.tr("This is the first page"))

    def leave(self) -> None:
        """Esc: out of the strip, else from the second page to the first."""
        if self.strip is not None and self.strip.isVisible():
            self._leave_strip()
        elif self.further_shown:
            self.turn_page()

    def lead(self, lead: DrillDown) -> None:
        """From a bar, a cell or a row to what stands behind it."""
        if isinstance(lead, Why):
            self._turn(True)
            if self.further is not None and self._looked is not None:
                self.further.ask_why(self._looked, lead.asked)
        elif isinstance(lead, Orders):
            self.context.open("order_history", search=lead.search, about=lead.about)
        elif isinstance(lead, OneOrder):
            self.context.open("order_history", order_id=lead.order_id)
        elif isinstance(lead, ToProduct):
            self.context.open("catalogue", product_id=lead.product_id)

    def looked(self) -> DashboardResult | None:
        """What is shown now."""
        return self._looked

    def _first_panels(self) -> list[Panel]:
        return self.view.panels if self.view is not None else []

    def _second_panels(self) -> list[Panel]:
        shown = self.further if self.further_shown else None
        return shown.panels if shown is not None else []

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        px = self.context.theme.px
        saving = self.saving = Export(self, self.looked, self._first_panels, self._second_panels)
        self.bind("statistics.refresh", self._count_by_hand)
        self.bind("statistics.back", self.leave, enabled=False)
        for command, handler in (
            ("more", self.turn_page),
            ("save", saving.ask_for_tables),
            ("print", saving.ask_for_report),
            ("copy", saving.copy_panel),
            ("save_panel", saving.ask_for_focused),
        ):
            self.bind(f"statistics.{command}", handler, enabled=False)
        self.head = PeriodHeader(self)
        self.head.bar.choose(self._chosen.segment)
        self.head.bar.chosen.connect(self._segment_chosen)
        self.head.compare.chosen.connect(self._compare)
        self.bind("statistics.compare", self.head.compare.offer, enabled=False)
        page = Steady()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addStretch(1)

    def _begin(self) -> None:
        """The first answer is there, and what draws it was loaded with it."""
        self._column.takeAt(self._column.count() - 1)
        self.view = self._new_view(self.width() >= self.context.theme.px(WIDE))
        for name in WAYS_OUT:
            allow(self.action(f"statistics.{name}"), True)

    def _new_strip(self) -> PeriodBar:
        strip = self.strip = PeriodBar(self.context)
        strip.named.connect(self._choose_named)
        strip.dated.connect(self.choose_dated)
        strip.occasion.connect(self._choose_occasion)
        strip.left.connect(self._leave_strip)
        self._column.insertWidget(1, strip)
        if self._looked is not None:
            asked = self._looked.asked
            strip.know(self._looked.known, asked.first, asked.last)
        return strip

    def _new_view(self, wide: bool) -> DashboardView:
        choose = Button(self.context.theme, self.tr("Choose other days"), "calendar-range")
        choose.clicked.connect(self.choose_days)
        view = DashboardView(self.context.theme, self.context.format, wide, choose)
        view.set_narrow(self._narrow)
        view.led.connect(self.lead)
        view.built.connect(self.saving.watch)
        # Never shown by hand: without its place it would be a window of its own for a moment.
        if self.further_shown:
            view.hide()
        self._column.addWidget(view, 1)
        return view

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide screen has larger letters; on a narrow one things stand below each other."""
        super().resizeEvent(event)
        self._narrow = self.width() < self.context.theme.px(NARROW)
        self.head.set_narrow(self._narrow)
        if self.further is not None:
            self.further.set_narrow(self._narrow)
        if self.view is None:
            return
        self.view.set_narrow(self._narrow)
        wide = self.width() >= self.context.theme.px(WIDE)
        if wide != self.view.wide:
            old, self.view = self.view, self._new_view(wide)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            self._show_page()
