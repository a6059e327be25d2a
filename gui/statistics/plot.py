"""A chart with axes: pyqtgraph lays out and writes the axes, we draw between them.

pyqtgraph takes half a second to load, so it is imported when the first chart is built; the
background thread has loaded it by then (see `gui.statistics.window`).
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QHBoxLayout,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.exception_desk import guarded
from gui.statistics.chart import Chart
from gui.theme import Theme, text_width

Tick = tuple[float, str]


class PlotChart(Chart):
    """Subclasses draw in `draw_values` between the axes, in pixels of this widget."""

    #: Room at the left for what a subclass writes there itself instead of a left axis.
    left_axis = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._plot: _Plot | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[theme.px(6)] * 4)
        self._bounds = QRectF(0, 0, 1, 1)

    def draw_values(self, painter: QPainter) -> None:
        """Draws between the axes. Coordinates are those of `place`."""

    def plot(self) -> "_Plot":
        """What draws the axes, built when it is first needed."""
        if self._plot is None:
            self._plot = _Plot(self.theme, self.left_axis)
            self._row.addWidget(self._plot.widget)
            canvas = _Canvas(self, self._plot.view)
            canvas.setZValue(-10)
            self._bubble.raise_()
        return self._plot

    def show_axes(self, bounds: QRectF, bottom: Sequence[Tick], left: Sequence[Tick] = ()) -> None:
        """What part of the world is shown (`bounds`) and what stands on the axes."""
        plot = self.plot()
        self._bounds = bounds
        plot.view.setRange(bounds, padding=0, disableAutoRange=True)
        plot.bottom.setTicks([list(bottom)])
        if (axis := plot.left) is not None:
            axis.setTicks([list(left)])
            # Told instead of found out while painting: the chart never jumps.
            font = self.theme.font("small")
            axis.setWidth(max(text_width(font, text) for _, text in left) + self.theme.px(16))
        self.repaint_values()

    def repaint_values(self) -> None:
        if self._plot is not None:
            self._plot.view.update()
            self._plot.widget.viewport().update()
        self.update()

    def place(self, x: float, y: float) -> QPointF:
        """Where a value stands between the axes, in pixels from their upper left corner."""
        area, world = self.area(), self._bounds
        return QPointF(
            (x - world.left()) / world.width() * area.width(),
            area.height() - (y - world.top()) / world.height() * area.height(),
        )

    def area(self) -> QRectF:
        """The room between the axes, from 0, 0."""
        if self._plot is None:
            return QRectF(0, 0, 1, 1)
        found: QRectF = self._plot.view.rect()
        return found

    def on_widget(self, box: QRectF) -> QRect:
        """A box between the axes, in the coordinates of this widget."""
        if self._plot is None:
            return QRect()
        widget = self._plot.widget
        corner = widget.mapFromScene(self._plot.view.mapToScene(box.topLeft()))
        place: QPoint = widget.mapTo(self, corner)
        return QRect(place, box.size().toSize())

    def lay_out(self) -> None:
        """Called when the size changed: other ticks may fit now."""

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()


class _Canvas(QGraphicsItem):
    """Lets a chart draw between the axes."""

    def __init__(self, chart: PlotChart, view: QGraphicsItem) -> None:
        super().__init__(view)
        self._chart = chart
        self._view = view

    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._chart.area()

    @guarded()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.draw_values(painter)


class _Plot:
    """The room between two axes: `widget` shows the `view`, the axes follow it.

    Put together from pyqtgraph's parts: its ready-made plot brings menus and dialogs that nobody
    can open here, and takes ten times as long to build.
    """

    def __init__(self, theme: Theme, left_axis: bool) -> None:
        import pyqtgraph

        self.widget = pyqtgraph.GraphicsView(background=theme.color("surface"))
        self.view = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        self.bottom = pyqtgraph.AxisItem("bottom")
        self.left = pyqtgraph.AxisItem("left") if left_axis else None
        layout = pyqtgraph.GraphicsLayout()
        layout.layout.setSpacing(0)
        # Without an axis at the left the first number of the bottom one needs a little room.
        layout.setContentsMargins(0 if left_axis else theme.px(8), theme.px(4), 0, 0)
        layout.addItem(self.view, 0, 1)
        layout.addItem(self.bottom, 1, 1)
        if self.left is not None:
            layout.addItem(self.left, 0, 0)
        for axis in filter(None, (self.left, self.bottom)):
            axis.linkToView(self.view)
            axis.setZValue(-1000)
            axis.setPen(QColor(0, 0, 0, 0))
            axis.setTextPen(theme.color("text_muted"))
            axis.setStyle(
                tickLength=0,
                tickAlpha=0,
                tickFont=theme.font("small"),
                tickTextOffset=theme.px(8),
                autoExpandTextSpace=True,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,
            )
        self.bottom.setHeight(theme.px(26))
        self._quieten(theme)
        self.widget.setCentralItem(layout)

    def _quieten(self, theme: Theme) -> None:
        """Pointer and keys are the chart's own business."""
        widget = self.widget
        # Kept as a picture, the ground would be one in drawings and on paper as well.
        widget.setCacheMode(widget.CacheModeFlag.CacheNone)
        widget.setFrameShape(widget.Shape.NoFrame)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # On paper the ground of the window would shine through at the edges.
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        widget.setPalette(palette)


def nice_step(largest: float, steps: int = 4) -> int:
    """The smallest round step of which `steps` reach a little above `largest`."""
    wanted = max(1.0, largest * 1.08 / steps)
    power = 1
    while power * 10 < wanted:
        power *= 10
    for factor in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10):
        if factor * power >= wanted and factor * power == int(factor * power):
            return int(factor * power)
    return 10 * power
