"""The tiles themselves: pressed to sell, or dragged and stepped into another order."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QScroller

from gui.order_entry.tiles.tile_painter import COLUMNS, GAP, HEIGHT, TilePainter
from gui.runtime.error_handler import guarded
from gui.widgets.rows.painted_rows import RowList
from models.catalogue.catalogue import Product

translate = QCoreApplication.translate

#: Below this a tile's name and price do not stand side by side with its stock.
NARROWEST = 200
#: And a tile, with its gap, is never lower; two rows of them stand at least, and one below what
#: is said while they are arranged.
LOWEST = 96
_KEY = Qt.Key
_STEPS = {
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Up: (0, -1),
    _KEY.Key_Down: (0, 1),
}
_ENDS = (_KEY.Key_Escape, _KEY.Key_Return, _KEY.Key_Enter)


class TileList(RowList):
    """Up to four tiles in a row, as wide as the column allows."""

    #: A tile was moved: carries its product, and the one whose place it takes.
    moved = Signal(object, object)
    #: A tile's star was pressed; carries its product.
    starred = Signal(object)
    #: Enough arranged.
    ended = Signal()

    def __init__(self, painter: TilePainter) -> None:
        super().__init__(painter, translate("order_entry", "Favourites"), _id_of)
        self.painter = painter
        self._pressed_at: QPoint | None = None
        #: The order before the tile that is being dragged was lifted.
        self._before: list[Product] = []
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self._keep_rows(2)
        self.setStyleSheet("QListView { background: transparent; }")
        self._let_fingers_scroll(True)

    @property
    def is_dragging(self) -> bool:
        return bool(self._before)

    def arrange(self, on: bool) -> None:
        """From now on tiles are put in order, or sold again."""
        self.painter.is_arranging = on
        self._let_fingers_scroll(not on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self._put_down()
        self._keep_rows(1 if on else 2)
        if on:
            self.go_to(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    def _keep_rows(self, rows: int) -> None:
        self.setMinimumHeight(rows * self.painter.theme.px(LOWEST))

    def show_products(self, products: Sequence[Product]) -> None:
        self.rows.show(products)
        if self.painter.is_arranging and not self.currentIndex().isValid():
            self.go_to(0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        px, width = self.painter.theme.px, self.viewport().width()
        rows = max(1, round((self.height() + px(GAP)) / px(HEIGHT + GAP)))
        height = max((self.height() + px(GAP)) // rows, px(LOWEST))
        columns = max(1, min(COLUMNS, width // px(NARROWEST)))
        cell = QSize((width - 1) // columns, height)
        self.painter.cell, self.painter.width, self.painter.columns = cell, width, columns
        self.setGridSize(cell)
        super().resizeEvent(event)

    # --- keys ------------------------------------------------------------------------------

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """While tiles are arranged, their keys are no shortcuts of the counter."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.painter.is_arranging
            and event.key() in (*_STEPS, *_ENDS, _KEY.Key_Space, _KEY.Key_Delete)
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Other letters are for the box: somebody wants to buy something."""
        if not self.painter.is_arranging:
            event.ignore()
        elif not self.press(event.key(), event.modifiers()):
            if event.text().isprintable() and event.text():
                self.ended.emit()
            event.ignore()

    def press(self, key: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        """What a key does to the current tile; False when it does nothing here."""
        product: Product | None = self.current
        if key in _ENDS:
            if self.is_dragging:
                self._put_back()
            else:
                self.ended.emit()
        elif key in _STEPS:
            across, down = _STEPS[Qt.Key(key)]
            at = self.currentIndex().row() + across + down * self.painter.columns
            if held & Qt.KeyboardModifier.ShiftModifier:
                self._move_to(at)
            elif 0 <= at < self.rows.rowCount():
                self.go_to(at)
        elif product is not None and (
            key == _KEY.Key_Space or (key == _KEY.Key_Delete and product.favourite is not None)
        ):
            self.starred.emit(product)
        else:
            return False
        return True

    def _move_to(self, at: int) -> None:
        """The current tile takes the place `at`, if a favourite stands there."""
        before, product = self.rows.rows, self.current
        if self._can_stand(at) and product is not None and product.favourite is not None:
            onto = before[at]
            self._carry(at)
            if onto.id != product.id:
                self.moved.emit(product, onto)

    # --- mouse and finger ------------------------------------------------------------------

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.painter.is_arranging:
            super().mousePressEvent(event)
            return
        spot = event.position().toPoint()
        at = self.indexAt(spot)
        if not at.isValid():
            return
        self.go_to(at.row())
        box = self.painter.box(self.visualRect(at), at.row())
        if self.painter.plate(box).adjusted(-8, -6, 4, 8).contains(spot):
            self.starred.emit(self.current)
        elif self.current.favourite is not None:
            self._pressed_at = spot

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.painter.is_arranging:
            super().mouseMoveEvent(event)
            return
        spot = event.position().toPoint()
        if self._pressed_at is None:
            return
        far = (spot - self._pressed_at).manhattanLength()
        if not self.is_dragging and far >= QApplication.startDragDistance():
            self._before = self.rows.rows
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.is_dragging:
            at = self.indexAt(spot)
            if at.isValid() and self._can_stand(at.row()):
                self._carry(at.row())

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.painter.is_arranging:
            super().mouseReleaseEvent(event)
            return
        before, product, at = self._before, self.current, self.currentIndex().row()
        self._put_down()
        if before and before[at].id != product.id:
            self.moved.emit(product, before[at])

    def _carry(self, at: int) -> None:
        """Shows the current tile at another place; those between make room."""
        products = self.rows.rows
        products.insert(at, products.pop(self.currentIndex().row()))
        self.rows.show(products)
        self.go_to(at)
        self.viewport().update()

    def _put_back(self) -> None:
        before = self._before
        self._put_down()
        self.rows.show(before)

    def _put_down(self) -> None:
        self._before, self._pressed_at = [], None
        self.viewport().unsetCursor()

    def _can_stand(self, at: int) -> bool:
        return 0 <= at < self.rows.rowCount() and self.rows.row(at).favourite is not None

    def _let_fingers_scroll(self, on: bool) -> None:
        """Not while a finger drags tiles."""
        if on:
            QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        else:
            QScroller.ungrabGesture(self.viewport())


def _id_of(product: Product) -> int:
    return product.id
