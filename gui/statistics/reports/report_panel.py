"""The answer to one of the owner's questions: a sentence, bars, and the table beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from gui.look.theme import Theme
from gui.statistics.charts.ranked_bars import Ranked, RankedBars
from gui.statistics.panels.drill_down import Orders
from gui.statistics.panels.figure_tables import FigureTable, hours_text
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.period.periods import range_text
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.form import explanation
from gui.words.formatting import Formatting

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a sentence, a table, and bars (the first rows of the table, unless `own_bars`
    says that they are about something else and lead to all of `orders`).

    `orders` are all that it is about, if it is about orders; `now` says that it is about the
    present, whatever days are looked at.
    """

    said: str
    table: FigureTable
    bars: Sequence[Ranked] = ()
    own_bars: bool = False
    orders: Orders | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """`ask` runs in the background; `tell` puts its answer into words."""

    text: str
    group: str
    icon: str
    ask: Callable[[PeriodQuery], Any]
    tell: Callable[[Formatting, PeriodQuery, Any], Answer]

    @property
    def name(self) -> str:
        return translate("statistics", self.text)


class ReportPanel(Panel):
    """With bars at the left if the answer has any."""

    def __init__(self, theme: Theme, fmt: Formatting, with_bars: bool) -> None:
        self._drawing = RankedBars(theme, fmt) if with_bars else None
        self._with_bars = with_bars
        empty = EmptyState(theme, "table", self.tr("Nothing to show for these days"))
        super().__init__(theme, fmt, self._drawing, empty, beside=True)
        self._said = explanation(theme, "")
        self._said.setContentsMargins(theme.px(2), 0, theme.px(8), theme.px(8))
        self._told: Answer | None = None
        self._orders = Button(theme, self.tr("Show the orders"), "receipt-text-outline", "quiet")
        self._orders.set_height(32)
        self._orders.clicked.connect(self._show_orders)
        self.add_to_head(self._orders)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._said)

    def twin(self, theme: Theme) -> Panel:
        twin = ReportPanel(theme, self._format, self._with_bars)
        twin._looked = self._looked
        if self._told is not None:
            twin.show_told(self._told)
        return twin

    @property
    def said(self) -> str:
        """The sentence."""
        return self._said.text()

    def show_told(self, told: Answer) -> None:
        self._told = told
        asked = self.looked.asked if self.looked is not None else None
        days = days_text(self._format, asked) if asked is not None else ""
        self.set_title(told.table.name, self.tr("as it is now") if told.now else days)
        self._orders.setVisible(told.orders is not None and not self._on_paper)
        self._said.setText(told.said)
        self._said.setAccessibleName(told.said)
        if self._drawing is not None:
            # A handful of sums leave the room to the names in the table.
            self._content.setStretchFactor(self._drawing, 16 if told.own_bars else self.shares[0])
            self._drawing.show_bars(told.table.name, told.bars)
            leads = told.orders if told.own_bars else told.table.leads
            self._drawing.leads_on = bool(leads)
        self.show_table(told.table, not told.table.rows)

    def _show_orders(self) -> None:
        self._lead(self._told.orders if self._told is not None else None)

    def lead_at(self, number: int) -> Any:
        told = self._told
        return told.orders if told is not None and told.own_bars else super().lead_at(number)


def days_text(fmt: Formatting, asked: PeriodQuery) -> str:
    """Which days an answer is about, and which hour of them."""
    days = range_text(fmt, asked.first, asked.last)
    return days if asked.hour is None else f"{days}, {hours_text(fmt, asked.hour)}"
