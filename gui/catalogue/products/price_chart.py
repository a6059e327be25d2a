"""The selling price of one product over the last twelve months, as steps."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.words.formatting import Formatting
from models import clock
from models.catalogue.catalogue import Sheet

_SPAN = 365 * clock.DAY


class PriceChart(QWidget):
    """A line that goes up and down in steps, its latest point marked."""

    def __init__(self, theme: Theme, words: Formatting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._now = clock.now()
        self._steps: list[tuple[int, int]] = []  # (moment, price from then on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Price over the last twelve months"))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(96))

    def show_sheet(self, sheet: Sheet) -> None:
        """The price from a year ago on."""
        self._now = clock.now()
        first = self._now - _SPAN
        price = sheet.product.price
        steps: list[tuple[int, int]] = []
        for change in sheet.prices:  # newest first
            if change.at < first:
                break
            steps.append((change.at, price))
            price = change.old
        self._steps = [(first, price), *reversed(steps)]
        money = self._words.money
        self.setAccessibleDescription(", ".join(money(price) for _, price in self._steps))
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._theme.px
        font = theme.font("small")
        painter.setFont(font)
        ticks = self._ticks()
        left = max(text_width(font, self._words.money(tick)) for tick in ticks) + px(10)
        box = QRectF(left, px(10), self.width() - left - px(6), self.height() - px(32))
        low, high = ticks[0], max(ticks[-1], ticks[0] + 1)

        def y_of(price: int) -> float:
            return box.bottom() - box.height() * (price - low) / (high - low)

        for tick in ticks:
            base = tick == low
            painter.setPen(QPen(theme.color("border_strong" if base else "grid"), 1))
            y = round(y_of(tick)) + 0.5
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.color("text_muted"))
            words = QRectF(0, y - px(8), left - px(8), px(16))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, flags, self._words.money(tick))
        self._paint_line(painter, box, [(at, y_of(price)) for at, price in self._steps])
        self._paint_months(painter, box)
        painter.end()

    def _ticks(self) -> list[int]:
        """Up to three round prices that hold the line between them."""
        prices = [price for _, price in self._steps]
        low, high = min(prices), max(prices)
        if low == high:
            return [0, low] if low else [0, 1000]
        step = _round_up((high - low) / 2)
        first = low // step * step
        ticks = [first]
        while ticks[-1] < high:
            ticks.append(ticks[-1] + step)
        return ticks

    def _paint_line(self, painter: QPainter, box: QRectF, points: list[tuple[int, float]]) -> None:
        theme = self._theme

        def x_of(at: int) -> float:
            return box.right() - box.width() * (self._now - at) / _SPAN

        line = QPolygonF()
        for number, (at, y) in enumerate(points):
            if number:
                line.append(QPointF(x_of(at), points[number - 1][1]))
            line.append(QPointF(x_of(at), y))
        last = QPointF(box.right(), points[-1][1])
        line.append(last)
        pen = QPen(theme.color("accent"), theme.px(2.5))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(last, theme.px(4), theme.px(4))

    def _paint_months(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(self._theme.color("text_muted"))
        strip = QRectF(
            box.left(), box.bottom() + self._theme.px(4), box.width(), self._theme.px(16)
        )
        for moment, flag in (
            (self._now - _SPAN, Qt.AlignmentFlag.AlignLeft),
            (self._now - _SPAN // 2, Qt.AlignmentFlag.AlignHCenter),
            (self._now, Qt.AlignmentFlag.AlignRight),
        ):
            month = self._words.month(self._words.day_of(moment).month)
            painter.drawText(strip, flag, month)


def _round_up(size: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 …"""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power >= size:
                return digit * power
        power *= 10
