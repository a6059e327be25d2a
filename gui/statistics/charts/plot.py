"""A chart with axes: what is written on them, and the room between them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.statistics.charts.chart import Chart, text_at

Tick = tuple[float, str]


class PlotChart(Chart):
    """Subclasses draw in `draw_values` between the axes, in pixels from their upper left corner."""

    #: Pixels at the left of the area, where nothing is told of a left axis.
    left_page = 0

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._bounds = QRectF(0, 0, 1, 1)
        self._bottom: Sequence[Tick] = ()
        self._left: Sequence[Tick] = ()
        self._left_width = theme.px(8)

    def draw_values(self, painter: QPainter) -> None:
        """Draws between the axes. Coordinates are those of `place`."""

    def show_axes(self, bounds: QRectF, bottom: Sequence[Tick], left: Sequence[Tick] = ()) -> None:
        """What part of the world is shown (`bounds`) and what stands on the axes."""
        self._bounds, self._bottom, self._left = bounds, bottom, left
        if left:
            font = self.theme.font("small")
            wide = max(text_width(font, text) for _, text in left)
            self._left_width = wide + self.theme.px(16)
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
        px, corner = self.theme.px, self._corner()
        wide = self.width() - corner.x() - px(6)
        high = self.height() - corner.y() - px(26) - px(6)
        return QRectF(0, 0, max(1.0, wide), max(1.0, high))

    def on_widget(self, box: QRectF) -> QRect:
        """A box between the axes, in the coordinates of this widget."""
        return QRect((box.topLeft() + self._corner()).toPoint(), box.size().toSize())

    def lay_out(self) -> None:
        """Called when the size changed: other ticks may fit now."""

    def draw(self, painter: QPainter) -> None:
        self._write_axes(painter)
        painter.save()
        painter.translate(self._corner())
        painter.setClipRect(self.area())
        self.draw_values(painter)
        painter.restore()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def _corner(self) -> QPointF:
        """The upper left corner of the area, in this widget."""
        px = self.theme.px
        return QPointF(self.left_page + px(6) + self._left_width, px(10))

    def _write_axes(self, painter: QPainter) -> None:
        px, corner, area = self.theme.px, self._corner(), self.area()
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.color("text_muted"))
        for x, text in self._bottom:
            below = QPointF(self.place(x, 0).x(), area.height() + px(16))
            text_at(painter, corner + below, text, Qt.AlignmentFlag.AlignHCenter)
        for y, text in self._left:
            beside = QPointF(-px(8), self.place(0, y).y())
            text_at(painter, corner + beside, text, Qt.AlignmentFlag.AlignRight)


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
