"""What all charts have in common: each value can be reached by the pointer and by the keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Chart(QWidget):
    """Values in a row, a column or a grid; one of them may be current and says what it is.

    A subclass says how many there are, where each one is and what it says, and draws them.
    """

    #: A value was clicked, or Enter pressed on it; carries its number.
    pressed = Signal(int)

    #: Whether pressing a value leads anywhere; the pointer shows it.
    leads_on = False
    #: Which way the values go: (1, 0) one beside the other, (0, 1) one below the other.
    direction = (1, 0)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._current: int | None = None
        self.bubble = Bubble(theme, self)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- what a subclass says --------------------------------------------------------------

    def count(self) -> int:
        """How many values there are."""
        return 0

    def spot(self, number: int) -> QRect:
        """Where a value is drawn, in this widget."""
        return QRect()

    def words(self, number: int) -> list[str]:
        """What a value says; the first line names it."""
        return []

    def columns(self) -> int:
        """How many values stand in one row of a grid."""
        return self.count() if self.direction == (1, 0) else 1

    # --- the current value -----------------------------------------------------------------

    @property
    def current(self) -> int | None:
        return self._current

    def go_to(self, number: int | None) -> None:
        """Makes a value current (None: none) and says what it is."""
        if number is not None and not 0 <= number < self.count():
            number = None
        self._current = number
        self.update()
        if number is None:
            self.bubble.hide()
            return
        words = self.words(number)
        self.bubble.say(words, self.spot(number))
        self.setAccessibleDescription(", ".join(words))
        change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(change)

    def changed(self) -> None:
        """The values are other ones: what is current says its new words, or is gone."""
        self.updateGeometry()
        self.go_to(self._current)

    def value_at(self, position: QPoint) -> int | None:
        """The number of the value under the pointer."""
        for number in range(self.count()):
            if self.spot(number).contains(position):
                return number
        return None

    # --- pointer and keys ------------------------------------------------------------------

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.value_at(event.position().toPoint())
        if number != self._current:
            self.go_to(number)
        hand = self.leads_on and number is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.value_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.go_to(number)
            self.pressed.emit(number)

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self.go_to(None)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self._beside(*_STEPS[key]))
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.count() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.pressed.emit(self._current)
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self.go_to(None)
        else:
            super().keyPressEvent(event)

    def _beside(self, across: int, down: int) -> int:
        """The number of the neighbour, or the value itself at the edge."""
        last, columns = self.count() - 1, max(1, self.columns())
        if self._current is None:
            return last if self.direction == (1, 0) and columns > last else 0
        if columns == 1:
            down, across = down or across, 0
        column = self._current % columns + across
        number = self._current + across + down * columns
        inside = 0 <= column < columns and 0 <= number <= last
        return number if inside else self._current

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by Tab stands on a value at once."""
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self._current is None and self.count():
            self.go_to(self._beside(0, 0))

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.go_to(None)
        super().focusOutEvent(event)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draws the values."""


class Bubble(QWidget):
    """A small dark plate beside a value, with what it says."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = parent
        self._words: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        return "\n".join(self._words)

    def say(self, words: list[str], spot: QRect) -> None:
        """Shows the words above `spot`, else below it, else beside it."""
        self._words = words
        self.resize(self.sizeHint())
        around = self._chart.rect()
        gap = self._theme.px(6)
        above, below = spot.top() - gap - self.height(), spot.bottom() + gap
        corner = QPoint(spot.center().x() - self.width() // 2, above)
        if above < 0 and below + self.height() <= around.height():
            corner.setY(below)
        elif above < 0:
            left_half = spot.center().x() < around.center().x()
            beside = spot.right() + gap if left_half else spot.left() - gap - self.width()
            corner = QPoint(beside, spot.top())
        corner.setX(max(0, min(corner.x(), around.width() - self.width())))
        corner.setY(max(0, min(corner.y(), around.height() - self.height())))
        self.move(corner)
        self.show()
        self.raise_()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        wide = max(
            (self._metrics(i).horizontalAdvance(w) for i, w in enumerate(self._words)), default=0
        )
        return QSize(wide + px(20), len(self._words) * px(18) + px(12))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("undo_border"))
        painter.setBrush(theme.color("undo_bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme.color("undo_text"))
        for number, text in enumerate(self._words):
            painter.setFont(theme.font(_role(number)))
            line = QRectF(
                theme.px(10), theme.px(6) + number * theme.px(18), self.width(), theme.px(18)
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _metrics(self, number: int) -> QFontMetrics:
        return QFontMetrics(self._theme.font(_role(number)))


def _role(number: int) -> str:
    return "second_strong" if number == 0 else "second"


def text_at(painter: QPainter, point: QPointF, text: str, align: Qt.AlignmentFlag) -> None:
    """Writes one line at mid-height of `point`, which is its left end, middle or right end."""
    wide, high = 400.0, 24.0
    left = {
        Qt.AlignmentFlag.AlignLeft: point.x(),
        Qt.AlignmentFlag.AlignRight: point.x() - wide,
    }.get(align, point.x() - wide / 2)
    box = QRectF(left, point.y() - high / 2, wide, high)
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, text)


def hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Slanting lines, drawn one by one: as a pattern they would run together on paper."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 1))
    high = int(box.height()) + 1
    for start in range(-high, int(box.width()), 5):
        foot = QPointF(box.left() + start, box.bottom())
        painter.drawLine(foot, foot + QPointF(high, -high))
    painter.restore()
