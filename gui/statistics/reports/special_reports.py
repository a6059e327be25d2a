"""Answers that are more than bars and a table: the week side by side, the queue at a moment."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.shell.app_context import AppContext
from gui.statistics.charts.heat_map import MEASURES
from gui.statistics.chunked_task import ChunkedTask
from gui.statistics.panels.main_panels import HeatPanel
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import DashboardResult

translate = QCoreApplication.translate


class SpecialReport(QWidget):
    """Stands in the place of an answer; `group` and `icon` as in the list of questions."""

    group: ClassVar[str] = ""
    icon: ClassVar[str] = ""

    led = Signal(object)
    built = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.panels: list[Panel] = []
        self.narrow = False
        self.turns = ChunkedTask(self)

    @classmethod
    def name(cls) -> str:
        """What the list calls it."""
        raise NotImplementedError

    def show_looked(self, looked: DashboardResult) -> None:
        """Shows its part of what was found, or asks for more about the same days."""
        raise NotImplementedError

    def set_narrow(self, narrow: bool) -> None:
        """With little width things stand below each other."""
        self.narrow = narrow
        for panel in self.panels:
            panel.set_narrow(narrow)

    def take(self, panel: Panel) -> None:
        """Makes a panel one of this page."""
        panel.set_narrow(self.narrow)
        panel.led.connect(self.led)
        self.panels.append(panel)
        self.built.emit(panel)


class WhenReport(SpecialReport):
    """Every measure of the week's hours side by side."""

    group = "sales"
    icon = "calendar-clock"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px(12))

    @classmethod
    def name(cls) -> str:
        return translate("statistics", "When, side by side")

    def show_looked(self, looked: DashboardResult) -> None:
        self._looked = looked
        self.turns.take([self._show_next] * len(MEASURES))
        self._number = 0

    def _show_next(self) -> None:
        number, self._number = self._number, self._number + 1
        if number == len(self.panels):
            panel = HeatPanel(self.context.theme, self.context.format, MEASURES[number])
            self._put(number, panel)
            self.take(panel)
        self.panels[number].show_looked(self._looked)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        for number, panel in enumerate(self.panels):
            self._put(number, panel)

    def _put(self, number: int, panel: Panel) -> None:
        """Two in a row, or one."""
        across = 1 if self.narrow else 2
        self._grid.addWidget(panel, number // across, number % across)
