"""What stands at the head of a chart and says what its marks mean."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.statistics.charts.chart import hatch, text_at

_WIDTHS = {"square": 12, "hatched": 12, "dashed": 22, "upright": 4}


class Key(QWidget):
    """One entry: a square, a hatched one, a dashed line, an upright, and what it stands for."""

    def __init__(
        self, theme: Theme, mark: str, text: str, token: str, ink: str = "text_muted"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._mark, self._text, self._token, self._ink = mark, "", token, ink
        self._wide = _WIDTHS[mark]
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
        square = QRectF(0, middle - px(6), px(12), px(12))
        if self._mark == "square":
            painter.drawRoundedRect(square, 2, 2)
        elif self._mark == "hatched":
            hatch(painter, square, colour)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
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
