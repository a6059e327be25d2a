"""The filled rounded rectangle that things of one kind stand on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.exception_desk import guarded
from gui.theme import Theme


class Card(QWidget):
    """A panel of `fill` with a 1 px `edge`; lay out its content like that of any widget."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "surface",
        edge: str = "border",
        radius: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill, self._edge, self._radius = fill, edge, radius
        self._width = 1

    def set_look(self, fill: str, edge: str, width: int = 1) -> None:
        """For cards that show a state: another fill, or a 2 px accent edge while focused."""
        self._fill, self._edge, self._width = fill, edge, width
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._width / 2
        painter.setBrush(self._theme.color(self._fill))
        painter.setPen(QPen(self._theme.color(self._edge), self._width))
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, self._radius, self._radius)
        painter.end()


class Line(QWidget):
    """A 1 px line between two parts of a card."""

    def __init__(self, theme: Theme, token: str = "grid", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = theme.color(token)
        self.setFixedHeight(1)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()
