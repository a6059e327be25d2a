"""The figures and the four panels: how much, what, when, how fast."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.exception_desk import guarded
from gui.formatting import Formatting
from gui.marked import marked
from gui.statistics.figure_tables import (
    FigureTable,
    heat_table,
    lead_table,
    period_table,
    sales_table,
    top_table,
)
from gui.statistics.heat_map import HeatLegend, HeatMap
from gui.statistics.key_figures import KeyFigures
from gui.statistics.lead_times import LeadTimes
from gui.statistics.measure_button import MeasureButton
from gui.statistics.panel import Key, Panel
from gui.statistics.sales_chart import SalesChart
from gui.statistics.sales_groups import Bar, bars_of
from gui.statistics.top_products import TopProducts
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from models.statistics import Dashboard

translate = QCoreApplication.translate
WIDE = 1600

_SALES_TITLES: dict[str, str] = {
    "hour": marked("statistics", "Revenue by hour"),
    "day": marked("statistics", "Revenue by day"),
    "week": marked("statistics", "Revenue by week"),
    "month": marked("statistics", "Revenue by month"),
}


class StatisticsView(QWidget):
    """Shows one Dashboard; knows nothing of where it comes from."""

    #: A bar was pressed: carries the Bar.
    bar_pressed = Signal(object)

    def __init__(self, theme: Theme, fmt: Formatting, nothing_sold: EmptyState) -> None:
        super().__init__()
        self._theme, self._format = theme, fmt
        self.found: Dashboard | None = None
        self._tables: list[FigureTable] = []
        self._figures: KeyFigures | None = None
        self._wide = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.sales = self._build_sales(nothing_sold)
        self.top = self._build_top()
        self.heat = self._build_heat()
        self.lead = self._build_lead()
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._upper.addWidget(self.sales, 64)
        self._upper.addWidget(self.top, 36)
        self._lower.addWidget(self.heat, 58)
        self._lower.addWidget(self.lead, 42)
        self._column.addLayout(self._upper, 54)
        self._column.addLayout(self._lower, 46)
        self._fit(wide=False)

    def show_dashboard(self, found: Dashboard) -> None:
        """All panels at once; nothing is built anew, so nothing flickers."""
        self.found = found
        bars = bars_of(found)
        nothing = not found.now.sums.orders
        title = translate("statistics", _SALES_TITLES[bars.unit])
        names = (
            title,
            self.tr("Top products"),
            self.tr("When the shop is busy"),
            self.tr("How fast"),
        )
        self._tables = [
            sales_table(bars, names[0]),
            top_table(found, names[1]),
            heat_table(self._format, found, names[2]),
            lead_table(found, names[3]),
        ]
        assert self._figures is not None
        self._figures.show_figures(found)
        self.sales.set_title(title)
        if not nothing:
            self._sales_chart.show_bars(bars)
        self._top_chart.show_products(found.top, found.before.sums.orders > 0)
        self._heat_chart.show_cells(found.heat, {day.day.weekday() for day in found.days})
        self._show_lead(found)
        panels = (self.sales, self.top, self.heat)
        for panel, table in zip(panels, self._tables, strict=False):
            panel.show_table(table, empty=nothing)
        self.lead.show_table(self._tables[3], empty=not found.now.timed)
        self._measure.say(self._heat_chart.in_millions)

    def prepare_for_paper(self) -> None:
        """Without what can only be pressed."""
        for panel in (self.sales, self.top, self.heat, self.lead):
            panel.hide_switch()

    def tables(self) -> list[FigureTable]:
        """What is shown, as tables for a file; the figures of the period first."""
        return [period_table(self.found), *self._tables] if self.found else []

    # --- the panels ------------------------------------------------------------------------

    def _build_sales(self, nothing_sold: EmptyState) -> Panel:
        theme = self._theme
        self._sales_chart = SalesChart(theme, self._format)
        self._sales_chart.pressed.connect(self._press_bar)
        legend = (
            Key(theme, "square", self.tr("This period"), "bar"),
            Key(theme, "dashed", self.tr("Previous period"), "compare"),
        )
        return Panel(theme, self._format, "", self._sales_chart, nothing_sold, legend)

    def _build_top(self) -> Panel:
        theme = self._theme
        self._top_chart = TopProducts(theme, self._format)
        empty = EmptyState(theme, "tag-outline", self.tr("The best sellers will stand here"))
        panel = Panel(theme, self._format, "", self._top_chart, empty)
        panel.set_title(self.tr("Top products"), self.tr("Revenue and its change"))
        return panel

    def _build_heat(self) -> Panel:
        theme = self._theme
        self._heat_chart = HeatMap(theme, self._format)
        self._measure = MeasureButton(theme)
        self._measure.chosen.connect(self._measure_chosen)
        empty = EmptyState(theme, "clock-outline", self.tr("The busy hours will stand here"))
        return Panel(
            theme, self._format, self.tr("When the shop is busy"), self._heat_chart, empty,
            (HeatLegend(theme),), self._measure,
        )  # fmt: skip

    def _build_lead(self) -> Panel:
        theme = self._theme
        self._lead_chart = LeadTimes(theme, self._format)
        self._limit_key = Key(theme, "dashed", "", "limit", "on_danger_soft")
        legend = (
            Key(theme, "square", "p50", "accent"),
            Key(theme, "upright", "p90", "text"),
            self._limit_key,
        )
        empty = EmptyState(
            theme,
            "timer-outline",
            self.tr("No order has been made ready yet"),
            self.tr("The warehouse's times will stand here."),
        )
        return Panel(theme, self._format, "", self._lead_chart, empty, legend)

    def _show_lead(self, found: Dashboard) -> None:
        late = found.now.late_share
        second = self.tr("Minutes per stage")
        if late is not None:
            second = self.tr("{share} late").format(share=self._format.percent(late))
        self.lead.set_title(self.tr("How fast"), second)
        self._limit_key.set_text(self.tr("limit {n} min").format(n=found.late_after))
        if found.now.timed:
            self._lead_chart.show_times(found.now.times, found.late_after * 60)

    def _measure_chosen(self, measure: str) -> None:
        self._heat_chart.measure_by(measure)
        self._measure.say(self._heat_chart.in_millions)

    # --- inside ----------------------------------------------------------------------------

    def _press_bar(self, number: int) -> None:
        bar: Bar = self._sales_chart.bar(number)
        self.bar_pressed.emit(bar)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(WIDE - 32)
        if wide != self._wide:
            self._fit(wide)

    def _fit(self, wide: bool) -> None:
        """Larger figures and gaps on wide screens."""
        self._wide = wide
        gap = self._theme.px(16 if wide else 12)
        for layout in (self._column, self._upper, self._lower):
            layout.setSpacing(gap)
        old, self._figures = self._figures, KeyFigures(self._theme, self._format, wide)
        self._column.insertWidget(0, self._figures)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if self.found is not None:
            self._figures.show_figures(self.found)
