"""The four panels of the first page: how much, what, when, how fast."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.look.theme import Theme
from gui.statistics.charts.heat_map import MEASURES, HeatLegend, HeatMap
from gui.statistics.charts.lead_times import LeadTimes
from gui.statistics.charts.legend import Key
from gui.statistics.charts.sales_chart import SalesChart
from gui.statistics.charts.sales_groups import Bars, bars_of
from gui.statistics.charts.top_products import TopProducts
from gui.statistics.figure_texts import half_text, nine_of_ten_text
from gui.statistics.panels.dashboard_tables import (
    heat_table,
    hour_of_week,
    lead_table,
    sales_table,
    top_table,
)
from gui.statistics.panels.drill_down import DrillDown
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import DashboardResult
from gui.statistics.period.words_button import WordsButton
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.text.plain_text import set_tip
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models import clock, session
from models.statistics.statistics import Dashboard


class SalesPanel(Panel):
    """How much: by hour, day, week or month, beside the days they are compared with."""

    def __init__(self, theme: Theme, fmt: Formatting, way_out: QWidget | None = None) -> None:
        self._drawing = SalesChart(theme, fmt)
        legend = (
            Key(theme, "square", self.tr("This period"), "bar"),
            Key(theme, "hatched", self.tr("not complete"), "bar"),
            Key(theme, "dashed", self.tr("Compared with"), "compare"),
        )
        empty = EmptyState(
            theme,
            "chart-bar",
            self.tr("Nothing was sold in these days"),
            self.tr("Each order that is placed appears here on its day."),
            way_out,
        )
        super().__init__(theme, fmt, self._drawing, empty, legend)

    def twin(self, theme: Theme) -> Panel:
        return SalesPanel(theme, self._format)

    def show_looked(self, looked: DashboardResult) -> None:
        super().show_looked(looked)
        bars = bars_of(looked.found)
        table = sales_table(self._format, looked, bars)
        nothing = not looked.found.now.sums.orders
        self.set_title(table.name, self._without_hour(looked, bars))
        if not nothing:
            self._drawing.show_bars(bars, looked.occasions)
        self.use_legend(1, any(bar.part for bar in bars.bars))
        self.use_legend(2, bars.sold_before)
        self.show_table(table, nothing)

    def _without_hour(self, looked: DashboardResult, bars: Bars) -> str:
        """What of the day stands in none of its hours."""
        _, _, revenue = looked.found.without_hour
        if bars.unit != "hour" or not revenue:
            return ""
        return self.tr("{money} without an hour").format(money=self._format.money(revenue))


class TopPanel(Panel):
    """What sells, and whether it rises or falls."""

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        self._drawing = TopProducts(theme, fmt)
        empty = EmptyState(theme, "tag-outline", self.tr("The best sellers will appear here"))
        super().__init__(theme, fmt, self._drawing, empty)
        self.set_title(self.tr("Top products"), self.tr("Revenue and its change"))

    def twin(self, theme: Theme) -> Panel:
        return TopPanel(theme, self._format)

    def show_looked(self, looked: DashboardResult) -> None:
        super().show_looked(looked)
        found = looked.found
        compared = found.before_is_whole and found.before.sums.orders > 0
        self._drawing.show_products(found.top, compared)
        self.show_table(top_table(self._format, looked), not found.now.sums.orders)


class HeatPanel(Panel):
    """When the shop is busy: one measure that can be changed, or always the same one."""

    def __init__(self, theme: Theme, fmt: Formatting, measure: str = "") -> None:
        self._drawing = HeatMap(theme, fmt)
        self._fixed = measure
        self.measure = MeasureButton(theme)
        if measure:
            self.measure.set_measure(measure)
            self.measure.be_a_title()
            self._drawing.measure_by(measure)
        self.measure.chosen.connect(self._measure_chosen)
        empty = EmptyState(theme, "clock-outline", self.tr("Busy hours will appear here"))
        legend = () if measure else (HeatLegend(theme),)
        super().__init__(theme, fmt, self._drawing, empty, legend, self.measure)
        self.set_title("" if measure else self.tr("When the shop is busy"))

    def twin(self, theme: Theme) -> Panel:
        twin = HeatPanel(theme, self._format, self._fixed)
        twin.measure.set_measure(self.measure.measure)
        twin._measure_chosen(self.measure.measure)
        return twin

    def show_looked(self, looked: DashboardResult) -> None:
        super().show_looked(looked)
        found = looked.found
        weekdays = {day.day.weekday() for day in found.days}
        self._drawing.show_cells(found.heat, weekdays, _hours_to_come(found))
        self.measure.say(self._drawing.in_millions)
        self.use_legend(0, self.measure.measure != "wait")  # slow is not the same as busy
        self.show_table(heat_table(self._format, looked), not found.heat)

    def prepare_for_paper(self) -> None:
        super().prepare_for_paper()
        if not self._fixed:
            self.measure.be_a_title("small")

    def lead_at(self, number: int) -> DrillDown | None:
        if self.table is None:
            return None
        return self.table.leads.get(hour_of_week(self._format, *self._drawing.place_of(number)))

    def _measure_chosen(self, measure: str) -> None:
        self._drawing.measure_by(measure)
        if self.looked is not None:
            self.show_looked(self.looked)


class LeadPanel(Panel):
    """How fast: the time that half of the orders needed for each step, and nine tenths."""

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        self._drawing = LeadTimes(theme, fmt)
        self.limit_key = Key(theme, "dashed", "", "limit", "on_danger_soft")
        legend = (
            Key(theme, "square", half_text(), "accent"),
            Key(theme, "upright", nine_of_ten_text(), "text"),
            self.limit_key,
        )
        empty = EmptyState(
            theme,
            "timer-outline",
            self.tr("No order has been made ready yet"),
            self.tr("The warehouse's times will appear here."),
        )
        super().__init__(theme, fmt, self._drawing, empty, legend)

    def twin(self, theme: Theme) -> Panel:
        return LeadPanel(theme, self._format)

    def show_looked(self, looked: DashboardResult) -> None:
        super().show_looked(looked)
        found = looked.found
        late, kept = found.now.late_share, found.now.kept_share
        second = self.tr("Minutes per stage")
        if late is not None:
            second = self.tr("{share} late").format(share=self._format.percent(late))
        if kept is not None:
            words = self.tr("{share} ready on time")
            second += " \u00b7 " + words.format(share=self._format.percent(kept))
        self.set_title(self.tr("Speed"), second)
        self.limit_key.set_text(self.tr("limit {n} min").format(n=found.late_after))
        if found.now.timed:
            self._drawing.show_times(found.now.times, found.late_after * 60)
        self.show_table(lead_table(self._format, looked), not found.now.timed)


translate = QCoreApplication.translate

_TEXTS: dict[str, str] = {
    "orders": marked("statistics", "Orders per hour, average"),
    "lines": marked("statistics", "Lines per hour, average"),
    "revenue": marked("statistics", "Revenue per hour, average"),
    "wait": marked("statistics", "Minutes until ready, average"),
}


class MeasureButton(WordsButton):
    """Offers `MEASURES`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._measure = MEASURES[0]
        set_tip(self, self.tr("Show something else"))
        self.say(in_millions=False)

    @property
    def measure(self) -> str:
        """One of `MEASURES`."""
        return self._measure

    def set_measure(self, measure: str) -> None:
        """Says another one without telling anybody."""
        self._measure = measure

    def say(self, in_millions: bool) -> None:
        """Money is told in thousands or millions, whichever the numbers need."""
        text = translate("statistics", _TEXTS[self._measure])
        if self._measure == "revenue":
            unit = self.tr("in millions") if in_millions else self.tr("in thousands")
            text = f"{text}, {unit}"
        self.show_words(text)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for measure in MEASURES:
            action = menu.addAction(translate("statistics", _TEXTS[measure]))
            action.setData(measure)
            action.setCheckable(True)
            action.setChecked(measure == self._measure)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        self._measure = action.data()
        self.chosen.emit(self._measure)


def _hours_to_come(found: Dashboard) -> set[tuple[int, int]]:
    """The hours of today that are not over, where no other day has its weekday."""
    today = clock.business_day(found.counted_at, *session.current.calendar)
    alike = [day.day for day in found.days if day.day.weekday() == today.weekday()]
    if alike != [today]:
        return set()
    begin = session.current.day_ends
    over = (clock.local(found.counted_at, session.current.zone).hour - begin) % 24
    return {(today.weekday(), (begin + place) % 24) for place in range(over + 1, 24)}
