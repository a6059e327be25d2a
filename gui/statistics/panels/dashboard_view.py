"""The first page: the key figures and the four panels, built one after the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.statistics.chunked_task import ChunkedTask
from gui.statistics.panels.key_figures import KeyFigures
from gui.statistics.panels.main_panels import HeatPanel, LeadPanel, SalesPanel, TopPanel
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_header import turn
from gui.statistics.period.period_query import DashboardResult
from gui.words.formatting import Formatting

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
