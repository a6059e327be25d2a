"""Where one is: 1 Policy — 2 Shop — 3 Products."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded


class StepBar(QWidget):
    """Steps before the current one carry a tick."""

    def __init__(self, theme: Theme, names: Sequence[str], current: int) -> None:
        super().__init__()
        self._theme = theme
        self._names = tuple(names)
        self._current = current
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {name}").format(
                number=current + 1, count=len(names), name=names[current]
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        names = sum(self._width(name) for name in self._names)
        gaps = (px(16 + 32 + 16)) * (len(self._names) - 1)
        return QSize(names + gaps + len(self._names) * px(24 + 8), px(24))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        px, theme = self._theme.px, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0, self.height() // 2
        for number, name in enumerate(self._names):
            if number:
                painter.setPen(QPen(theme.color("border_strong"), 1))
                painter.drawLine(QPoint(x + px(16), middle), QPoint(x + px(48), middle))
                x += px(64)
            self._paint_number(painter, QRect(x, 0, px(24), px(24)), number)
            x += px(24 + 8)
            painter.setFont(theme.font("second_strong"))
            painter.setPen(theme.color("text" if number == self._current else "text_muted"))
            width = self._width(name)
            painter.drawText(QRect(x, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            x += width
        painter.end()

    def _paint_number(self, painter: QPainter, box: QRect, number: int) -> None:
        theme = self._theme
        reached = number <= self._current
        painter.setBrush(theme.color("accent" if reached else "surface"))
        painter.setPen(QPen(theme.color("accent" if reached else "border_strong"), 1))
        painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        colour = theme.color("on_accent" if reached else "text_muted")
        if number < self._current:
            icons.paint(painter, box.adjusted(5, 5, -5, -5), "check-bold", colour)
            return
        painter.setFont(theme.font("second_strong"))
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _width(self, name: str) -> int:
        return QFontMetrics(self._theme.font("second_strong")).horizontalAdvance(name) + 1
