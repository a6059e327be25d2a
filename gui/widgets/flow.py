"""Lays small things in a row and goes on below when the row is full."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.exception_desk import guarded


class Steady(QWidget):
    """A page with such rows in it that scrolls only when it must.

    A scrolling window asks how high a page would like to be for its width, and scrolls when that
    is more than there is; this page says that it needs no more than its least height.
    """

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
        return self.minimumSize()

    @guarded(QSize())
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, really: bool) -> int:
        x, y, row = rect.left(), rect.top(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        for item in shown:
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.left() and x + width > rect.right() + 1:
                x, y, row = rect.left(), y + row + self.spacing(), 0
            if self._spread and item is shown[-1] and len(shown) > 1:
                x = rect.right() + 1 - width
            if really:
                item.setGeometry(QRect(x, y, width, size.height()))
            x += width + self.spacing()
            row = max(row, size.height())
        return y + row - rect.top()
