"""The cart as it stands on the counter: head, lines, and what to do while it is empty."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.look.theme import Theme
from gui.order_entry.cart.cart_row import CartPainter, CartRow
from gui.order_entry.plurals import Plurals
from gui.runtime.error_handler import guarded
from gui.widgets.containers.card import Panel
from gui.widgets.rows.painted_rows import RowList
from gui.widgets.text.chip import Badge
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from models.orders.cart import Cart, CartLine

translate = QCoreApplication.translate


class CartCard(Panel):
    """Shows a cart; says which line was pressed and which stepper."""

    #: The line at this place was pressed.
    pressed_line = Signal(int)
    #: − or + was pressed on the line at this place: carries the place and −1 or 1.
    stepped = Signal(int, int)

    def __init__(self, theme: Theme, format: Formatting, empty: QWidget) -> None:
        super().__init__(theme)
        self._format = format
        self._lines: tuple[CartLine, ...] = ()
        self.painter = CartPainter(theme, format)
        self.painter.stepped.connect(self.stepped)
        self.rows = RowList(self.painter, self.tr("Cart"), _place_of)
        self.rows.setUniformItemSizes(False)
        self.rows.pressed_row.connect(self._pressed)
        self._head = CartHead(theme, self.painter)
        self._stack = CartStack()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.rows)
        # An empty cart's words may be cut; hits that open above must never push the window out.
        self._stack.setMinimumSize(theme.px(160), theme.px(88))
        self.column.addWidget(self._head)
        self.column.addWidget(self._stack, 1)

    def set_wide(self, wide: bool) -> None:
        if wide == self.painter.is_wide:
            return
        self.painter.is_wide = wide
        self._measure()

    def show_cart(self, cart: Cart, current: int, beyond: Mapping[int, Badge]) -> None:
        """Only the rows that differ are changed; the current one comes into sight.

        `beyond` are the products of which more is in the cart than there is, with what is said.
        """
        self._lines = cart.lines
        self._measure()
        before = self.rows.rows.rowCount()
        self.rows.rows.show(
            [
                CartRow(at, line, self._discount(line), beyond.get(line.product_id))
                for at, line in enumerate(cart.lines)
            ]
        )
        self.painter.current = current
        self.rows.go_to(current)
        if before != len(cart.lines):
            self.rows.scrollTo(self.rows.currentIndex())
        self.rows.viewport().update()
        self._head.show_cart(cart)
        self._stack.setCurrentIndex(1 if cart.lines else 0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.painter.room = self.width()
        self._measure()

    def _measure(self) -> None:
        """The columns follow the sums in the cart and the room there is for them."""
        before, columns = self.painter.columns, self.painter.columns_for(self._lines)
        self.painter.columns = columns
        if before.is_wide != columns.is_wide:
            self.rows.scheduleDelayedItemsLayout()
        self._head.fit(self.painter.is_wide)
        self._head.update()

    def _discount(self, line: CartLine) -> Badge | None:
        if not line.discount:
            return None
        text = self.tr("Discount {sum}").format(sum=self._format.discount(line.discount))
        return Badge(text, "warn")

    def _pressed(self, row: CartRow) -> None:
        self.pressed_line.emit(row.at)


class CartStack(QStackedWidget):
    """Takes the room that is left: words that wrap would ask for more than the window has."""

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return False


class CartHead(QWidget):
    """The heads of the columns; on wide screens the title and how much is in the cart."""

    def __init__(self, theme: Theme, rows: CartPainter) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._count = ""
        self.fit(False)

    def fit(self, wide: bool) -> None:
        self.setFixedHeight(self._theme.px(48 if wide else 36))

    def show_cart(self, cart: Cart) -> None:
        self._count = cart_count(cart)
        self.setAccessibleName(self._count)
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, columns = self._theme, self._rows.columns
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface_alt"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("border"))
        muted = theme.color("text_muted")
        if columns.is_wide:
            box = self.rect().adjusted(theme.px(16), 0, -theme.px(16), 0)
            write(painter, box, self.tr("New order"), theme.font("card_title"), theme.color("text"))
            write(painter, box, self._count, theme.font("second"), muted, RIGHT)
            return
        font, height = theme.font("head"), self.height()
        for right, text in (
            (self.width() - columns.total, self.tr("Total")),
            (self.width() - columns.price, self.tr("Price")),
            (self.width() - columns.quantity, self.tr("Quantity")),
            (theme.px(33), self.tr("No")),
        ):
            write(painter, QRect(0, 0, right, height), text, font, muted, RIGHT)
        name = QRect(columns.name, 0, theme.px(200), height)
        write(painter, name, self.tr("Product"), font, muted)
        painter.end()


def cart_count(cart: Cart) -> str:
    """`6 lines · 25 items`; weighed goods count as one item each."""
    lines = Plurals().lines(len(cart.lines))
    items = Plurals().items(sum(_items(line) for line in cart.lines))
    return f"{lines} \u00b7 {items}"


def _items(line: CartLine) -> int:
    return line.quantity // 1000 if line.quantity % 1000 == 0 else 1


def _place_of(row: CartRow) -> int:
    return row.at
