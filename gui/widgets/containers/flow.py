"""Lays small things in a row and goes on below when the row is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QStackedWidget, QWidget

from gui.runtime.error_handler import guarded


class Steady(QWidget):
    """A page with such rows in it that scrolls only when it must.

    A scrolling window asks how high a page would like to be for its width, and scrolls when that
    is more than there is; this page says that it needs no more than its least height.
    """

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return False

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        size, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            size.setHeight(layout.minimumHeightForWidth(max(self.width(), size.width())))
        return size

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class SteadyStack(QStackedWidget):
    """Pages that scroll by themselves: how high one would like to be makes nothing else scroll."""

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return False


class Flow(QLayout):
    """Each thing gets the width it asks for, at most the whole row.

    With `spread` the last thing stands at the right edge of its row.
    """

    def __init__(self, spacing: int, *, spread: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._spread = spread
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    @guarded()
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @guarded(0)
    def count(self) -> int:
        return len(self._items)

    @guarded()
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded()
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    @guarded(Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    @guarded()
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """All things in one row."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    @guarded(QSize())
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, really: bool) -> int:
        y = rect.top()
        rows = self._rows(rect.width())
        for row in rows:
            x, high = rect.left(), max(size.height() for _, size in row)
            for item, size in row:
                if self._spread and row is rows[-1] and item is row[-1][0] and self.count() > 1:
                    x = rect.right() + 1 - size.width()
                if really:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return y - self.spacing() - rect.top() if rows else 0

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The things that are shown, row by row, each with its size."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not rows or size.width() > left:
                rows.append([])
                left = width
            rows[-1].append((item, size))
            left -= size.width() + self.spacing()
        return rows


def in_a_flow(spacing: int, *parts: QWidget, spread: bool = False) -> QWidget:
    """Widgets in such a row."""
    row = QWidget()
    flow = Flow(spacing, spread=spread)
    row.setLayout(flow)
    for part in parts:
        flow.addWidget(part)
    return row
