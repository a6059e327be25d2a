"""A card with a chart in it: what it shows, its legend, and the same as a table."""

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.exception_desk import guarded
from gui.formatting import Formatting
from gui.statistics.chart import Chart, text_at
from gui.statistics.figure_tables import FigureTable, columns_of
from gui.theme import Theme
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.rows import RowsView


class Panel(Card):
    """Title, second title, legend, and a button that turns the chart into a table."""

    def __init__(
        self,
        theme: Theme,
        fmt: Formatting,
        chart: Chart,
        empty: EmptyState,
        legend: Sequence[QWidget] = (),
        second: QWidget | None = None,
    ) -> None:
        super().__init__(theme)
        self._format = fmt
        self._table_view: RowsView | None = None
        self._table: FigureTable | None = None
        self._is_empty = self._on_paper = False
        self._unused: frozenset[int] = frozenset()
        self.chart = chart
        self._empty = empty
        self._title = Label(theme, "", "card_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._second = second or Label(theme, "", "small", "text_muted")
        self._switch = Button(theme, "", "table", "quiet")
        self._switch.setCheckable(True)
        self._switch.set_height(32)
        self._name_switch()
        self._switch.toggled.connect(self._show_right_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(empty)
        self._lay_out(legend)
        self.setMinimumHeight(theme.px(190))

    def _lay_out(self, legend: Sequence[QWidget]) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addStrut(px(32))
        head.addWidget(self._title)
        head.addWidget(self._second)
        head.addStretch(1)
        self._legend = list(legend)
        for part in legend:
            head.addWidget(part)
            head.addSpacing(px(4))
        head.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(8), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def set_title(self, title: str, second: str = "") -> None:
        self._title.set_text(title)
        if isinstance(self._second, Label):
            self._second.set_text(second)

    def use_legend(self, number: int, used: bool) -> None:
        """An entry of the legend may have nothing to stand for."""
        self._unused = self._unused - {number} if used else self._unused | {number}

    def hide_switch(self) -> None:
        """On paper there is nothing to press."""
        self._on_paper = True
        self._switch.hide()

    def show_table(self, table: FigureTable, empty: bool = False) -> None:
        """The figures behind the chart; `empty` says that there is nothing to draw."""
        self._is_empty = empty
        self._switch.setVisible(not empty and not self._on_paper)
        self._table = table
        self._show_right_page()

    def _show_right_page(self) -> None:
        self._name_switch()
        drawn = not self._is_empty and not self._switch.isChecked()
        for number, part in enumerate(self._legend):
            part.setVisible(drawn and number not in self._unused)
        if self._is_empty:
            self._stack.setCurrentWidget(self._empty)
        elif self._switch.isChecked() and self._table is not None:
            self._stack.setCurrentWidget(self._fill_table(self._table))
        else:
            self._stack.setCurrentWidget(self.chart)

    def _fill_table(self, table: FigureTable) -> RowsView:
        """The view is built anew when its columns are other ones."""
        view, columns = self._table_view, columns_of(table, self._format)
        heads = [column.head for column in columns]
        if view is None or [column.head for column in view.rows.columns] != heads:
            if view is not None:
                self._stack.removeWidget(view)
                view.deleteLater()
            view = self._table_view = RowsView(
                self._theme, columns, key=itemgetter(table.key), row_height=32
            )
            self._stack.addWidget(view)
        view.setAccessibleName(table.name)
        view.rows.show(table.rows)
        return view

    def _name_switch(self) -> None:
        chart = self._switch.isChecked()
        name = self.tr("Show as a chart") if chart else self.tr("Show as a table")
        self._switch.setAccessibleName(name)
        self._switch.setToolTip(name)
        self._switch.set_icon("chart-bar" if chart else "table")


class Key(QWidget):
    """One entry of a legend: a square, a dashed line, an upright, and what it stands for."""

    def __init__(
        self, theme: Theme, mark: str, text: str, token: str, ink: str = "text_muted"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._mark, self._text, self._token, self._ink = mark, "", token, ink
        self._wide = {"square": 12, "dashed": 22, "upright": 4}[mark]
        self.set_text(text)

    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        px = self._theme.px
        wide = QFontMetrics(self._theme.font("small")).horizontalAdvance(text)
        self.setFixedSize(px(self._wide) + px(7) + wide + 1, px(20))
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, colour = self.height() / 2, theme.color(self._token)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if self._mark == "square":
            painter.drawRoundedRect(QRectF(0, middle - px(6), px(12), px(12)), 2, 2)
        elif self._mark == "upright":
            painter.drawRect(QRectF(0, middle - px(7), 3, px(14)))
        else:
            pen = QPen(colour, 2)
            pen.setDashPattern([2.5, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle), QPointF(px(22), middle))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color(self._ink))
        left = QPointF(px(self._wide) + px(7), middle)
        text_at(painter, left, self._text, Qt.AlignmentFlag.AlignLeft)
        painter.end()
