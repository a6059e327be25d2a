"""Bars below each other, each with its name and its value; losses go to the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.theme import Theme, elided, text_width
from gui.statistics.charts.chart import Chart, text_at
from gui.words.formatting import Formatting


@dataclass(frozen=True, slots=True)
class Ranked:
    """A bar: its name, how long it is, the value as written beside it, and what it says more.

    `tone` is `plain`, or `better` and `worse` for changes and differences, `total` for a sum.
    """

    name: str
    value: float
    text: str
    more: tuple[str, ...] = ()
    tone: str = "plain"


_TOKENS = {
    "plain": ("bar", "text"),
    "better": ("ready", "on_ready_soft"),
    "worse": ("danger_edge", "on_danger_soft"),
    "total": ("accent", "text"),
}


class RankedBars(Chart):
    """As many rows as fit; the table beside it shows all."""

    direction = (0, 1)

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self._format = fmt
        self.bars: tuple[Ranked, ...] = ()
        self.setMinimumWidth(theme.px(240))

    def show_bars(self, name: str, bars: Sequence[Ranked]) -> None:
        self.setAccessibleName(self.tr("Bars: {name}").format(name=name))
        self.bars = tuple(bars)
        self.changed()

    # --- what the chart base asks ----------------------------------------------------------

    def count(self) -> int:
        fits = max(1, (self.height() - self.theme.px(8)) // self.theme.px(36))
        return min(len(self.bars), fits)

    def spot(self, number: int) -> QRect:
        high = self._row_height()
        top = self.theme.px(4) + number * high
        return QRect(0, round(top), self.width(), round(high))

    def words(self, number: int) -> list[str]:
        bar = self.bars[number]
        return [bar.name, bar.text, *bar.more]

    def _row_height(self) -> float:
        share = (self.height() - self.theme.px(8)) / max(1, self.count())
        return min(share, float(self.theme.px(46)))

    # --- drawing ---------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        values = [bar.value for bar in self.bars[: self.count()]]
        most, least = max([0.0, *values]), min([0.0, *values])
        room = self.width() - self.theme.px(12)
        scale = room / (most - least) if most > least else 0.0
        zero = self.theme.px(6) - least * scale
        for number in range(self.count()):
            self._draw_row(painter, number, zero, scale)

    def _draw_row(self, painter: QPainter, number: int, zero: float, scale: float) -> None:
        theme, px, bar = self.theme, self.theme.px, self.bars[number]
        box = QRectF(self.spot(number))
        if number == self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box, 4, 4)
        fill, ink = _TOKENS[bar.tone]
        strong = theme.font("second_strong")
        middle = box.center().y() - px(6)
        painter.setFont(strong)
        painter.setPen(theme.color(ink))
        end = QPointF(box.right() - px(6), middle)
        text_at(painter, end, bar.text, Qt.AlignmentFlag.AlignRight)
        font = strong if bar.tone == "total" else theme.font("second")
        left = int(box.width() - text_width(strong, bar.text) - px(24))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        start = QPointF(px(6), middle)
        text_at(painter, start, elided(font, bar.name, left), Qt.AlignmentFlag.AlignLeft)
        painter.setPen(Qt.PenStyle.NoPen)
        top, high = box.center().y() + px(7), px(8)
        painter.setBrush(theme.color("sunken" if not theme.is_dark else "grid"))
        painter.drawRoundedRect(QRectF(px(6), top, self.width() - px(12), high), 2, 2)
        painter.setBrush(theme.color(fill))
        long = bar.value * scale
        if long:
            long = max(long, 2.0) if long > 0 else min(long, -2.0)
            painter.drawRoundedRect(QRectF(zero, top, long, high).normalized(), 2, 2)
        painter.setPen(QPen(theme.color("border_strong"), 1))  # on which side of nothing it is
        x = round(zero) + 0.5
        painter.drawLine(QPointF(x, top - px(2)), QPointF(x, top + high + px(2)))
