"""The table of products: prices are changed in their cells, stock is seen at a glance."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from gui.catalogue.products.paged_rows import PagedRows
from gui.catalogue.products.product_columns import (
    COST,
    MARGIN,
    NAME,
    ORDERS,
    PRICE,
    SKU,
    STOCK,
    UNIT,
    product_columns,
    stock_badge,
)
from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import Index, RowsDelegate, RowsView
from gui.widgets.text.chip import paint_badge
from models.catalogue.catalogue import Product

#: The bar ends at so many times the reorder level.
_FULL = 4
_CHIP_WIDTH = 100
#: A name that can be read; the name itself gives way last.
_NAME_WIDTH = 220
#: Columns that give way to the names, one after the other.
_GIVE_WAY = (UNIT, MARGIN, COST, SKU, STOCK)


class ProductTable(RowsView):
    """Arrows move; Enter, a double click or a click on the chosen row's cell edits it."""

    #: Somebody typed letters while the table had the focus: they are meant for the search.
    typed = Signal(str)
    #: A head was pressed: carries the order's name and whether it is descending.
    ordered = Signal(str, bool)
    #: No cell is being edited any more.
    rested = Signal()

    def __init__(self, context: AppContext) -> None:
        self._tax_included = True
        model = PagedRows(product_columns(context, self._is_tax_included))
        super().__init__(context.theme, model.columns, model=model)
        self.paged = model
        self._order = ("name", False)
        self._has_chips = True
        self.setItemDelegate(_ProductDelegate(context.theme, self))
        self.setAccessibleName(self.tr("Products"))
        self._context = context
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._head_pressed)
        model.show_order(NAME, False)

    @property
    def is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def current_id(self) -> int | None:
        """The product of the row that is highlighted, also while its row is still being read."""
        index = self.currentIndex()
        return self.paged.ids[index.row()] if index.isValid() else None

    def give_room(self, to_chips: bool) -> None:
        """Where nothing is nearly gone, the names get the room of the chips."""
        self._has_chips = to_chips
        self._fit()

    def show_tax(self, included: bool) -> None:
        """Whether the prices contain the tax: what a price earns is told without it."""
        if self._tax_included != included:
            self._tax_included = included
            self.viewport().update()

    def _is_tax_included(self) -> bool:
        return self._tax_included

    def order(self) -> tuple[str, bool]:
        return self._order

    def order_by(self, order: str, descending: bool) -> None:
        self._order = (order, descending)
        self.paged.show_order(ORDERS.index(order), descending)

    def go_to_id(self, product_id: int | None, otherwise: int = 0) -> None:
        """Makes a product's row current, in the column that was current before."""
        number = self.paged.number_of(product_id) if product_id is not None else -1
        if number < 0:
            number = min(otherwise, self.paged.rowCount() - 1)
        column = self.currentIndex().column() if self.currentIndex().isValid() else PRICE
        if number >= 0:
            self.setCurrentIndex(self.paged.index(number, column))

    def edit_current(self) -> None:
        """Edits the current cell, or the price where the current cell cannot be edited."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self.paged.columns[index.column()].edit:
            index = self.paged.index(index.row(), PRICE)
            self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        """Who may not edit the cell is told whose it is, before anything is typed."""
        if whose := self.paged.refused.get(self.paged.columns[index.column()].deed):
            self._context.notice(whose, "info")
        else:
            super()._choose(index)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_editing:
            self.edit_current()
            return
        super().keyPressEvent(event)

    @guarded()
    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    @guarded()
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        if not self.is_editing:
            self.rested.emit()

    def _fit(self) -> None:
        """Where letters are large or the window small, the names keep their room."""
        px = self.theme.px
        widths = [px(column.width or 0) for column in self.paged.columns]
        chips = px(_CHIP_WIDTH)
        spare = self.viewport().width() - sum(widths) - px(_NAME_WIDTH)
        for column in _GIVE_WAY:
            if column == STOCK:  # its chips before the number
                has_chips = self._has_chips and spare >= 0
                spare += 0 if has_chips else chips
                widths[STOCK] -= 0 if has_chips else chips
                self.setColumnWidth(STOCK, widths[STOCK])
            self.setColumnHidden(column, spare < 0)
            spare += widths[column] if spare < 0 else 0

    def _head_pressed(self, section: int) -> None:
        name = ORDERS[section]
        descending = not self._order[1] if self._order[0] == name else False
        self.order_by(name, descending)
        self.ordered.emit(name, descending)


class _ProductDelegate(RowsDelegate):
    """Adds the bar of the stock, the frame of the current cell, and editors in the cells."""

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, PagedRows)
        product = model.row(index.row())
        if product is None:
            self.paint_ground(painter, option, index)
        elif index.column() == STOCK:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter, option, index)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            text = model.columns[STOCK].value(product)
            self._paint_stock(
                painter, option.rect, product, text, "surface" if chosen else "sunken"
            )
            painter.restore()
        else:
            super().paint(painter, option, index)
        self._paint_cell_frame(painter, option, index)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint_ground(painter, option, index)
        view = self.parent()
        assert isinstance(view, ProductTable)
        first = index.column() == NAME and view.isColumnHidden(SKU)
        if first and option.state & QStyle.StateFlag.State_Selected:
            box = option.rect
            painter.fillRect(box.left(), box.top(), 3, box.height(), self.theme.color("accent"))

    def _paint_cell_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        view = self.parent()
        assert isinstance(view, ProductTable)
        current = view.currentIndex() == index and view.hasFocus()
        if not current or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 5.5, -2.5, -6.5), 6, 6)
        painter.restore()

    def _paint_stock(
        self, painter: QPainter, box: QRect, product: Product, text: str, track: str
    ) -> None:
        theme = self.theme
        left = box.left() + theme.px(12)
        wide = max(theme.px(44), text_width(theme.font("row_total"), text))
        number = QRect(left, box.top(), wide, box.height())
        painter.setFont(theme.font("row_total"))
        painter.setPen(theme.color("text" if product.active else "text_faint"))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        bar = QRectF(number.right() + theme.px(8), 0, theme.px(72), theme.px(8))
        bar.moveTop(box.center().y() - bar.height() / 2)
        if product.on_hand is not None and product.reorder_at:
            paint_stock_bar(painter, theme, bar, product, track)
        if badge := stock_badge(product):
            x = int(bar.right()) + theme.px(8)
            middle = box.center().y() + 1
            if (room := box.right() - theme.px(6) - x) > theme.px(40):
                paint_badge(painter, theme, x, middle, badge, room)

    @guarded()
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return _CellEditor(self.theme, parent, index.column())

    @guarded()
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, _CellEditor)
        if not editor.isModified():  # news of the product must not wipe what is being typed
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    @guarded()
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, _CellEditor)
        if editor.isModified():
            model.setData(index, editor.text())

    @guarded()
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        px = self.theme.px
        box = option.rect.adjusted(px(6), px(5), -px(6), -px(6))
        if index.column() == STOCK:
            box.setRight(option.rect.left() + px(12 + 44 + 7))
        editor.setGeometry(box)


class _CellEditor(QLineEdit):
    """A field exactly over its cell, its digits in line with the column's."""

    def __init__(self, theme: Theme, parent: QWidget, column: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prefix = "" if column in (NAME, STOCK) else "Rp"
        self.setAccessibleName(self.tr("Edit"))
        self.setFont(theme.font("row" if column == NAME else "row_total"))
        self.setAlignment(
            Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
        )
        self.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ border: 2px solid {theme.hex('accent')};"
            f" border-radius: 6px; padding: 0 {theme.px(6) - 6}px; min-height: 0;"
            f" background: {theme.hex('surface')}; }}"
        )

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._prefix:
            painter = QPainter(self)
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("text_faint"))
            box = self.rect().adjusted(self._theme.px(8), 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._prefix)
            painter.end()


def paint_stock_bar(
    painter: QPainter, theme: Theme, bar: QRectF, product: Product, track: str
) -> None:
    """How much there is, with an upright mark at the level where one should reorder."""
    assert product.on_hand is not None
    assert product.reorder_at is not None
    full = max(_FULL * product.reorder_at, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(track))
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    share = min(1.0, max(0, product.on_hand) / full)
    if share:
        fill = QRectF(bar)
        fill.setWidth(max(bar.height(), bar.width() * share))
        painter.setBrush(theme.color("below_mark" if product.is_low else "accent"))
        painter.drawRoundedRect(fill, bar.height() / 2, bar.height() / 2)
    mark = QRectF(bar.left() + bar.width() * product.reorder_at / full - 1, bar.top(), 2, 0)
    mark.setTop(bar.top() - theme.px(3))
    mark.setBottom(bar.bottom() + theme.px(3))
    painter.fillRect(mark, theme.color("text"))
