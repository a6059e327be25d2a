"""The first page: the key figures and the four panels, built one after the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.statistics.chunked_task import ChunkedTask
from gui.statistics.figure_texts import change_of, change_of_share, change_of_time, since_text
from gui.statistics.panels.dashboard_tables import figure_leads
from gui.statistics.panels.main_panels import HeatPanel, LeadPanel, SalesPanel, TopPanel
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_header import turn
from gui.statistics.period.period_query import DashboardResult
from gui.widgets.containers.key_figure import KeyFigure
from gui.words.formatting import Formatting
from models.statistics.statistics import Dashboard, Sums

#: From this width on (see the window) the letters of charts are larger, 14 px instead of 12.
LARGER = 14 / 12


class DashboardView(QWidget):
    """Shows what was looked at; knows nothing of where it comes from."""

    #: A bar, a cell or a row was pressed: carries the Lead.
    led = Signal(object)
    #: A panel was built: carries it.
    built = Signal(object)

    def __init__(
        self, theme: Theme, fmt: Formatting, wide: bool = False, way_out: QWidget | None = None
    ) -> None:
        super().__init__()
        self.wide = wide
        self.panels: list[Panel] = []
        self._format, self._way_out = fmt, way_out
        self._theme = Theme(theme.name, theme.text_scale * LARGER) if wide else theme
        self._narrow = self._on_paper = False
        self.figures = KeyFigures(self._theme, fmt, wide)
        self.figures.led.connect(self.led)
        self.turns = ChunkedTask(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16 if wide else 12))
        column.addWidget(self.figures)
        self._rows: list[QBoxLayout] = [self.figures.box]
        for share in (54, 46):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(column.spacing())
            self._rows.append(row)
            column.addLayout(row, share)
        #: What each panel is, in which row it stands, and its share of the width.
        self._kinds: tuple[tuple[Callable[..., Panel], int, int], ...] = (
            (SalesPanel, 1, 64), (TopPanel, 1, 36), (HeatPanel, 2, 58), (LeadPanel, 2, 42),
        )  # fmt: skip

    def show_looked(self, looked: DashboardResult) -> None:
        """The figures at once; each panel at its own turn, built when it is first needed."""
        self.figures.show_figures(looked.found)
        pieces = [partial(panel.show_looked, looked) for panel in self.panels]
        missing = self._kinds[len(self.panels) :]
        self.turns.take([*pieces, *(partial(self._add_panel, kind, looked) for kind in missing)])

    def _add_panel(
        self, kind: tuple[Callable[..., Panel], int, int], looked: DashboardResult
    ) -> None:
        """A panel is shown whole: first filled, then put in its place."""
        make, row, share = kind
        with_way_out = make is SalesPanel and self._way_out is not None
        way_out = {"way_out": self._way_out} if with_way_out else {}
        panel = make(self._theme, self._format, **way_out)
        if self._on_paper:
            panel.prepare_for_paper()
        panel.led.connect(self.led)
        self.panels.append(panel)
        self._rows[row].addWidget(panel, share)
        panel.show_looked(looked)
        self.built.emit(panel)

    def set_narrow(self, narrow: bool) -> None:
        """With little width, or very large letters, the panels stand below each other."""
        for row in self._rows:
            turn(row, narrow)

    def prepare_for_paper(self) -> None:
        """Without what can only be pressed."""
        self._on_paper = True


#: What each of them is about, see `figure_leads`.
_ABOUT = ("sold", "sold", "sold", "sold", "ready", "short")


class KeyFigures(QWidget):
    """Revenue, orders, average, items, time to ready, short lines. `wide` from 1600 px on."""

    #: A figure was pressed: carries the Lead.
    led = Signal(object)

    def __init__(self, theme: Theme, fmt: Formatting, wide: bool) -> None:
        super().__init__()
        self._format = fmt
        revenue, average = self._money_names(0)
        names = (
            revenue,
            self.tr("Orders"),
            average,
            self.tr("Items sold"),
            self.tr("Median time to ready"),
            self.tr("Short lines"),
        )
        gap = theme.px(16 if wide else 12)
        #: Two halves of three figures, beside or below each other.
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)
        self._figures = [KeyFigure(theme, name, wide) for name in names]
        for figure in self._figures:
            figure.lead_on().clicked.connect(self._lead)
        self._found: Dashboard | None = None
        for half in (0, 3):
            row = QHBoxLayout()
            row.setSpacing(gap)
            for number in range(half, half + 3):
                row.addWidget(self._figures[number], 13 if number == 0 else 10)
            self.box.addLayout(row, 33 if half == 0 else 30)

    def show_figures(self, found: Dashboard) -> None:
        """Sums are compared with the same time of day when the period is not over."""
        self._found = found
        fmt, now, before = self._format, found.now, found.before
        sums, fair = now.sums, found.before_by_now
        all_before = fair if found.before_is_whole else Sums(0, 0, 0, 0)
        revenue, average = self._money_names(sums.returned)
        self._figures[0].set_name(revenue)
        self._figures[2].set_name(average)
        compared = self.tr("from {figure}")
        texts = (
            (
                fmt.money(sums.revenue),
                change_of(fmt, sums.revenue, all_before.revenue),
                compared.format(figure=fmt.money(fair.revenue)) if all_before.revenue else "",
            ),
            (fmt.number(sums.orders), change_of(fmt, sums.orders, all_before.orders), ""),
            (
                fmt.money(sums.average_order) if sums.orders > 0 else "\u2013",
                change_of(fmt, *_averages(sums, fair)),
                "",
            ),
            (
                fmt.quantity(sums.quantity),
                change_of(fmt, sums.quantity, all_before.quantity),
                "",
            ),
            (
                self._time(now.time("ready").p50),
                change_of_time(fmt, now.time("ready").p50, before.time("ready").p50),
                "",
            ),
            (
                "\u2013" if now.short_share is None else fmt.percent(now.short_share),
                change_of_share(fmt, now.short_share, before.short_share),
                "",
            ),
        )
        nothing = since_text(fmt, found) or self.tr("nothing before")
        for figure, (value, change, than) in zip(self._figures, texts, strict=True):
            than = than if change.text else nothing
            figure.show_value(value, change.text, change.better, than, change.rising)

    def _money_names(self, returned: int) -> tuple[str, str]:
        """What is between revenue and average is said, so that they add up."""
        if not returned:
            return self.tr("Revenue"), self.tr("Average order")
        revenue = self.tr("Revenue, {sum} brought back")
        return revenue.format(sum=self._format.money(returned)), self.tr("Average before returns")

    def _lead(self) -> None:
        pressed = next(x for x in self._figures if x.isAncestorOf(self.sender()))  # type: ignore[arg-type]
        if self._found is not None:
            about = _ABOUT[self._figures.index(pressed)]
            self.led.emit(figure_leads(self._format, self._found)[about])

    def _time(self, seconds: int | None) -> str:
        return "\u2013" if seconds is None else self._format.duration(seconds * 1000)


def _averages(now: Sums, before: Sums) -> tuple[float, float]:
    """What an order came to, not rounded; nothing before where one of them had none."""
    if now.orders <= 0 or before.orders <= 0:
        return 0, 0
    return now.sold / now.orders, before.sold / before.orders
