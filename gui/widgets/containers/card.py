"""The filled rounded rectangle that things of one kind stand on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.text.labels import Label


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

    def column_under(self, title: str) -> QVBoxLayout:
        """Lays the card out as a column under its heading."""
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(6))
        column.addWidget(Label(self._theme, title, "card_title"))
        return column

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._width / 2
        painter.setBrush(self._theme.color(self._fill))
        painter.setPen(QPen(self._theme.color(self._edge), self._width))
        shape = QRectF(self.contentsRect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, self._radius, self._radius)
        painter.end()


class Panel(Card):
    """A card around a list: the list fills it, and the edge and round corners lie over it."""

    def __init__(self, theme: Theme, outside: str = "bg", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._over = _Edge(self, theme, outside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)

    def set_look(self, fill: str, edge: str, width: int = 1) -> None:
        super().set_look(fill, edge, width)
        self._over.set_look(edge, width)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._over.setGeometry(self.rect())
        self._over.raise_()


class _Edge(QWidget):
    """Paints the edge of a panel over its content, and the ground outside its round corners."""

    def __init__(self, panel: QWidget, theme: Theme, outside: str) -> None:
        super().__init__(panel)
        self._theme = theme
        self._outside = outside
        self._edge, self._width = "border", 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, edge: str, width: int) -> None:
        self._edge, self._width = edge, width
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._width / 2
        whole, inside = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        painter.fillPath(whole.subtracted(inside), self._theme.color(self._outside))
        painter.setPen(QPen(self._theme.color(self._edge), self._width))
        painter.drawPath(inside)
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
