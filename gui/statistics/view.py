"""The figures and the four panels: how much, what, when, how fast."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.formatting import Formatting
from gui.statistics.figure_tables import tables_of
from gui.statistics.heat_map import HeatLegend, HeatMap
from gui.statistics.key_figures import KeyFigures
from gui.statistics.lead_times import LeadTimes
from gui.statistics.measure_button import MeasureButton
from gui.statistics.panel import Key, Panel
from gui.statistics.sales_chart import SalesChart
from gui.statistics.sales_groups import bars_of
from gui.statistics.top_products import TopProducts
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from models.statistics import Dashboard

#: Below this width (pixels at 100 %) panels stand below each other.
NARROW = 1100
#: From this width on the letters of charts are larger, 14 px instead of 12.
WIDE = 1600
LARGER = 14 / 12


class StatisticsView(QWidget):
    """Shows one Dashboard; knows nothing of where it comes from."""

    #: A bar was pressed: carries the Bar.
    bar_pressed = Signal(object)

    def __init__(
        self, theme: Theme, fmt: Formatting, nothing_sold: EmptyState, wide: bool = False
    ) -> None:
        super().__init__()
        self.wide = wide
        self._found: Dashboard | None = None
        self._can_plot = False
        self._theme = Theme(theme.name, theme.text_scale * LARGER) if wide else theme
        self._format = fmt
        self.figures = KeyFigures(theme, fmt, wide)
        self.sales = self._build_sales(nothing_sold)
        self.top = self._build_top()
        self.heat = self._build_heat()
        self.lead = self._build_lead()
        gap = theme.px(16 if wide else 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.figures)
        self._rows: list[QBoxLayout] = [self.figures.box]
        for share, parts in (
            (54, ((self.sales, 64), (self.top, 36))),
            (46, ((self.heat, 58), (self.lead, 42))),
        ):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(gap)
            self._rows.append(row)
            for panel, part in parts:
                row.addWidget(panel, part)
            column.addLayout(row, share)

    @property
    def panels(self) -> tuple[Panel, ...]:
        return self.sales, self.top, self.heat, self.lead

    def can_plot(self) -> None:
        """What draws the axes is loaded: from now on the two charts with axes are drawn, too."""
        self._can_plot = True
        if self._found is not None:
            self.show_dashboard(self._found)

    def show_dashboard(self, found: Dashboard) -> None:
        """All panels at once; nothing is built anew, so nothing flickers."""
        self._found = found
        bars = bars_of(found)
        tables = tables_of(self._format, found, bars)
        nothing = not found.now.sums.orders
        self.figures.show_figures(found)
        self.sales.set_title(tables[0].name)
        if self._can_plot and not nothing:
            self._sales_chart.show_bars(bars)
        self.sales.use_legend(1, bars.sold_before)
        self._top_chart.show_products(found.top, found.before.sums.orders > 0)
        self._heat_chart.show_cells(found.heat, {day.day.weekday() for day in found.days})
        self._measure.say(self._heat_chart.in_millions)
        self._show_lead(found)
        empty = (nothing, nothing, nothing, not found.now.timed)
        for panel, table, is_empty in zip(self.panels, tables, empty, strict=True):
            panel.show_table(table, is_empty)

    def set_narrow(self, narrow: bool) -> None:
        """With little width, or very large letters, the panels stand below each other."""
        for row in self._rows:
            turn(row, narrow)

    def prepare_for_paper(self) -> None:
        """Without what can only be pressed."""
        for panel in self.panels:
            panel.hide_switch()

    # --- the panels ------------------------------------------------------------------------

    def _build_sales(self, nothing_sold: EmptyState) -> Panel:
        theme = self._theme
        self._sales_chart = SalesChart(theme, self._format)
        self._sales_chart.pressed.connect(self._press_bar)
        legend = (
            Key(theme, "square", self.tr("This period"), "bar"),
            Key(theme, "dashed", self.tr("Previous period"), "compare"),
        )
        return Panel(theme, self._format, self._sales_chart, nothing_sold, legend)

    def _build_top(self) -> Panel:
        theme = self._theme
        self._top_chart = TopProducts(theme, self._format)
        empty = EmptyState(theme, "tag-outline", self.tr("The best sellers will stand here"))
        panel = Panel(theme, self._format, self._top_chart, empty)
        panel.set_title(self.tr("Top products"), self.tr("Revenue and its change"))
        return panel

    def _build_heat(self) -> Panel:
        theme = self._theme
        self._heat_chart = HeatMap(theme, self._format)
        self._measure = MeasureButton(theme)
        self._measure.chosen.connect(self._measure_chosen)
        empty = EmptyState(theme, "clock-outline", self.tr("The busy hours will stand here"))
        legend = (HeatLegend(theme),)
        panel = Panel(theme, self._format, self._heat_chart, empty, legend, self._measure)
        panel.set_title(self.tr("When the shop is busy"))
        return panel

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
        return Panel(theme, self._format, self._lead_chart, empty, legend)

    def _show_lead(self, found: Dashboard) -> None:
        late = found.now.late_share
        second = self.tr("Minutes per stage")
        if late is not None:
            second = self.tr("{share} late").format(share=self._format.percent(late))
        if (kept := found.now.kept_share) is not None:
            words = self.tr("{share} of promises kept")
            second += " · " + words.format(share=self._format.percent(kept))
        self.lead.set_title(self.tr("How fast"), second)
        self._limit_key.set_text(self.tr("limit {n} min").format(n=found.late_after))
        if self._can_plot and found.now.timed:
            self._lead_chart.show_times(found.now.times, found.late_after * 60)

    def _measure_chosen(self, measure: str) -> None:
        self._heat_chart.measure_by(measure)
        self._measure.say(self._heat_chart.in_millions)

    def _press_bar(self, number: int) -> None:
        self.bar_pressed.emit(self._sales_chart.bar(number))


def turn(box: QBoxLayout, narrow: bool) -> None:
    """Lets things that stand beside each other stand below each other, or back."""
    direction = QBoxLayout.Direction
    box.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
