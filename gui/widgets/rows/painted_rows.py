"""Lists whose rows are painted by hand: hits, carts, wishes, held carts, tiles."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.rows.pane import own_viewport
from gui.widgets.rows.rows import Column, Index, RowsModel

ROW = 44


class RowPainter(QStyledItemDelegate):
    """Paints one kind of row; subclasses draw what stands on the ground."""

    height = ROW

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def text(self, row: Any) -> str:
        """The row as a screen reader says it."""
        return str(row)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, at: int) -> None:
        """The content of the row."""

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self.theme, option.rect
        if is_current(option):
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(box.left(), box.top(), 3, box.height(), theme.color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("grid"))
        model = index.model()
        assert isinstance(model, RowsModel)
        self.draw(painter, option, model.row(index), index.row())
        painter.restore()

    @guarded(QSize(0, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(self.height))


def is_current(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


class RowList(QListView):
    """Rows painted by a `RowPainter`; never takes the focus away from the box."""

    #: A row was pressed; carries its value.
    pressed_row = Signal(object)

    def __init__(self, painter: RowPainter, name: str, key: Callable[[Any], Any]) -> None:
        super().__init__()
        own_viewport(self)
        self.rows = RowsModel((Column(name, painter.text),), key)
        self.rows.setParent(self)
        painter.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(painter)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._pressed)

    @property
    def current(self) -> Any:
        return self.rows.row(self.currentIndex())

    def go_to(self, at: int) -> None:
        """Makes the row current and brings it into sight; −1 for none."""
        if 0 <= at < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at, 0))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _pressed(self, index: QModelIndex) -> None:
        self.pressed_row.emit(self.rows.row(index))
