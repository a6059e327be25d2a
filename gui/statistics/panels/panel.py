"""A card with a chart in it: what it shows, its legend, the same as a table, and the way out."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.statistics.panels.figure_tables import FigureTable, Row, columns_of
from gui.statistics.period.period_header import turn
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.rows.rows import RowsView
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.words.marked import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.look.theme import Theme
    from gui.statistics.charts.chart import Chart
    from gui.statistics.panels.drill_down import DrillDown
    from gui.statistics.period.period_query import DashboardResult
    from gui.widgets.containers.empty_state import EmptyState
    from gui.words.formatting import Formatting

translate = QCoreApplication.translate

#: What the menu of a panel offers, in groups.
WAYS_OUT: tuple[tuple[str, str], ...] = (
    ("copy", marked("statistics", "Copy picture and table")),
    ("png", marked("statistics", "Save picture (PNG)\u2026")),
    ("svg", marked("statistics", "Save picture (SVG)\u2026")),
    ("csv", marked("statistics", "Save table (CSV)\u2026")),
    ("xlsx", marked("statistics", "Save table (Excel)\u2026")),
)


class Panel(Card):
    """Title, second title, legend, a button that turns the chart into a table, and a menu.

    With `beside` the table stands at the side of the chart instead. A panel without a chart is
    its table. A subclass says in `twin` how the same is built for paper.
    """

    #: The menu was asked for one of `WAYS_OUT`.
    wanted = Signal(str)
    #: How the chart and the table share the width when they stand beside each other.
    shares = (36, 64)

    #: A bar, a cell or a row was pressed that leads on: carries the Lead.
    led = Signal(object)

    def __init__(
        self,
        theme: Theme,
        fmt: Formatting,
        chart: Chart | None,
        empty: EmptyState,
        legend: Sequence[QWidget] = (),
        second: QWidget | None = None,
        beside: bool = False,
    ) -> None:
        super().__init__(theme)
        self._format = fmt
        self.table_view: RowsView | None = None
        self._table: FigureTable | None = None
        self._is_empty = self._on_paper = False
        self._unused: frozenset[int] = frozenset()
        self._beside = beside or chart is None
        self._looked: DashboardResult | None = None
        self.chart = chart
        if chart is not None:
            chart.leads_on = True
            chart.pressed.connect(self._value_pressed)
        self.empty = empty
        self._title = Label(theme, "", "card_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.second = second or Label(theme, "", "small", "text_muted")
        self.switch = Button(theme, "", "table", "quiet")
        self.switch.setCheckable(True)
        self.switch.set_height(32)
        self._name_switch()
        self.switch.toggled.connect(self._show_right_page)
        self._more = Button(theme, "", "dots-vertical", "quiet")
        self._more.set_height(32)
        self._more.setAccessibleName(self.tr("Save or copy this panel"))
        set_tip(self._more, self._more.accessibleName())
        self._more.clicked.connect(self._open_menu)
        self._lay_out(legend)
        self.setMinimumHeight(theme.px(190))

    def _lay_out(self, legend: Sequence[QWidget]) -> None:
        px = self._theme.px
        head = self._head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addStrut(px(32))
        head.addWidget(self._title)
        head.addWidget(self.second)
        head.addStretch(1)
        self._legend = list(legend)
        for part in legend:
            head.addWidget(part)
            head.addSpacing(px(4))
        ends = QHBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self.switch)
        ends.addWidget(self._more)
        head.addLayout(ends)
        #: The chart and its table: one of them, or both beside each other.
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.setSpacing(px(16))
        if self.chart is not None:
            self._content.addWidget(self.chart, self.shares[0])
        self._content.addWidget(self.empty, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(8), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addLayout(self._content, 1)

    def add_to_head(self, button: QWidget) -> None:
        """Puts a button before the others."""
        self._head.insertWidget(self._head.count() - 1, button)

    # --- what it shows ---------------------------------------------------------------------

    def twin(self, theme: Theme) -> Panel:
        """The same, built anew in another look."""
        raise NotImplementedError

    def show_looked(self, looked: DashboardResult) -> None:
        """Shows its part of what was found."""
        self._looked = looked

    @property
    def looked(self) -> DashboardResult | None:
        """What it shows now."""
        return self._looked

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def table(self) -> FigureTable | None:
        """The figures that are shown now."""
        return self._table

    def set_title(self, title: str, second: str = "") -> None:
        self._title.set_text(title)
        self.setAccessibleName(title)
        if isinstance(self.second, Label):
            self.second.set_text(second)

    def set_narrow(self, narrow: bool) -> None:
        """With little width the table stands below its chart."""
        turn(self._content, narrow)
        if self.chart is not None and self._beside:
            self.chart.setMinimumHeight(self._theme.px(220) if narrow else 0)
        self.setMinimumHeight(self._theme.px(520 if narrow and self._beside else 190))

    def use_legend(self, number: int, used: bool) -> None:
        """An entry of the legend may have nothing to stand for."""
        self._unused = self._unused - {number} if used else self._unused | {number}

    def take_focus(self) -> None:
        """Into the panel, wherever the focus was."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._more.setFocus(Qt.FocusReason.OtherFocusReason)

    def prepare_for_paper(self) -> None:
        """On paper there is nothing to press."""
        self._on_paper = True
        self.switch.hide()
        self._more.hide()

    def show_table(self, table: FigureTable, empty: bool = False) -> None:
        """The figures behind the chart; `empty` says that there is nothing to draw."""
        self._is_empty = empty
        pressable = not empty and not self._on_paper
        self.switch.setVisible(pressable and not self._beside)
        self._more.setVisible(pressable)
        self._table = table
        self._show_right_page()

    @property
    def shows_table(self) -> bool:
        return self._beside or self.switch.isChecked()

    def _show_right_page(self) -> None:
        self._name_switch()
        drawn = not self._is_empty and (self._beside or not self.switch.isChecked())
        for number, part in enumerate(self._legend):
            part.setVisible(drawn and number not in self._unused)
        if self.chart is not None:
            self.chart.setVisible(drawn)
        self.empty.setVisible(self._is_empty)
        if not self._is_empty and self.shows_table and self._table is not None:
            self._fill_table(self._table).show()
        elif self.table_view is not None:
            self.table_view.hide()

    def _fill_table(self, table: FigureTable) -> RowsView:
        """The view is built anew when its columns are other ones."""
        view, columns = self.table_view, columns_of(table, self._theme, self._format)
        shape = [(column.head, column.width) for column in columns]
        if view is None or [(column.head, column.width) for column in view.rows.columns] != shape:
            if view is not None:
                self._content.removeWidget(view)
                view.hide()
                view.deleteLater()
            view = RowsView(self._theme, columns, key=itemgetter(table.key), row_height=36)
            view.corners = 10
            if self._on_paper:
                view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.chosen.connect(self._row_chosen)
            self._content.addWidget(view, self.shares[1])
            self.table_view = view
        view.setAccessibleName(table.name)
        view.rows.show(table.rows)
        return view

    def _name_switch(self) -> None:
        chart = self.switch.isChecked()
        text = self.tr("Show as a chart") if chart else self.tr("Show as a table")
        self.switch.setAccessibleName(text)
        set_tip(self.switch, text)
        self.switch.set_icon("chart-bar" if chart else "table")

    # --- leading on ------------------------------------------------------------------------

    def lead_at(self, number: int) -> DrillDown | None:
        """Where a value of the chart leads to: by default like the row of the same number."""
        table = self._table
        return table.lead_of(table.rows[number]) if table is not None else None

    def _value_pressed(self, number: int) -> None:
        self._lead(self.lead_at(number))

    def _row_chosen(self, row: Row) -> None:
        if self._table is not None:
            self._lead(self._table.lead_of(row))

    def _lead(self, lead: DrillDown | None) -> None:
        if lead is not None:
            self.led.emit(lead)

    # --- the way out -----------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What can be done with this panel."""
        menu = QMenu(self)
        for way, text in WAYS_OUT:
            if way == "csv":
                menu.addSeparator()
            menu.addAction(translate("statistics", text)).setData(way)
        menu.triggered.connect(self.take_way)
        return menu

    def take_way(self, action: QAction) -> None:
        self.wanted.emit(action.data())

    def _open_menu(self) -> None:
        self._pop_up(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @guarded()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, and the menu key wherever in the panel the focus is."""
        if self._is_empty or self._table is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._pop_up(
            self._more.mapToGlobal(QPoint(0, self._more.height())) if by_key else event.globalPos()
        )

    def _pop_up(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
