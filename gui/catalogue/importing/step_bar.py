"""Where one is on a way of several steps: done ones ticked, the present one filled."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded


class StepBar(QWidget):
    """Only shows; the steps are taken by the buttons below."""

    def __init__(self, theme: Theme, steps: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.go_to(0)

    def go_to(self, step: int) -> None:
        self._current = step
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {name}").format(
                number=step + 1, count=len(self._steps), name=self._steps[step]
            )
        )
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px, font = self._theme.px, self._theme.font("body_strong")
        width = sum(px(24 + 8) + text_width(font, step) for step in self._steps)
        return QSize(width + px(16) * (len(self._steps) - 1), px(24))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("body_strong")
        x = 0
        for number, step in enumerate(self._steps):
            self._paint_mark(painter, QRectF(x + 0.5, 0.5, px(24) - 1, px(24) - 1), number)
            x += px(24 + 8)
            width = text_width(font, step)
            painter.setFont(font)
            painter.setPen(theme.color("text" if number == self._current else "text_muted"))
            box = QRect(x, 0, width, px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, step)
            x += width + px(16)
        painter.end()

    def _paint_mark(self, painter: QPainter, circle: QRectF, number: int) -> None:
        theme = self._theme
        if number < self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ready_soft"))
            painter.drawEllipse(circle)
            inside = circle.adjusted(5, 5, -5, -5)
            icons.paint(painter, inside, "check-bold", theme.color("on_ready_soft"))
            return
        now = number == self._current
        painter.setPen(QPen(theme.color("accent" if now else "border_strong"), 1))
        painter.setBrush(theme.color("accent") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color("on_accent" if now else "text_muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
