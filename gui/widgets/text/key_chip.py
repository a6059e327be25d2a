"""The little plate that shows a key: on buttons, in lists of keys, beside hints."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded


def key_chip_width(theme: Theme, key: str) -> int:
    width = text_width(theme.font("key"), key)
    return max(theme.px(20), width + 2 * theme.px(5) + 2)


def paint_key_chip(
    painter: QPainter, theme: Theme, x: int, middle: int, key: str, on: QColor | None = None
) -> int:
    """Draws the chip with its left edge at `x`, centred on `middle`; gives its width.

    `on` is the text colour of a filled button: the chip is then transparent with a weak edge.
    """
    width, height = key_chip_width(theme, key), theme.px(20)
    box = QRectF(x + 0.5, middle - height / 2 + 0.5, width - 1, height - 1)
    edge = QColor(on) if on else theme.color("key_border")
    if on:
        edge.setAlphaF(0.55)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on else theme.color("key_bg"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(theme.font("key"))
    painter.setPen(on or theme.color("text_muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return width


class KeyChip(QWidget):
    """A key standing by itself."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(key_chip_width(self._theme, self._key), self._theme.px(20))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().center() + QPoint(0, 1)
        paint_key_chip(painter, self._theme, 0, middle.y(), self._key)
        painter.end()
