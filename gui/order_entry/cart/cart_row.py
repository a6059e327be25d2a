"""A line of the cart: name, how much of it, price and total; the current one with − and +."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from gui.look import icons
from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.rows.painted_rows import RowPainter, is_current
from gui.widgets.text.chip import Badge, badge_width, paint_badge
from gui.widgets.text.text_painting import LEFT, RIGHT, write
from gui.words.formatting import Formatting
from models.orders.cart import CartLine

Index = QModelIndex | QPersistentModelIndex
#: What a name, the steppers and a quantity need beside the sums of one line, in pixels at 100 %.
LEAST = 340
#: Of a name, so much is read beside the steppers.
LEAST_NAME = 88


@dataclass(frozen=True, slots=True)
class CartRow:
    """A line at its place in the cart, and its chips."""

    at: int
    line: CartLine
    discount: Badge | None = None
    beyond_shelf: Badge | None = None

    @property
    def badges(self) -> list[Badge]:
        """What stands behind its name."""
        return [badge for badge in (self.discount, self.beyond_shelf) if badge is not None]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand, measured from the right edge of the row; `name` from the left."""

    total: int
    price: int
    unit: int
    quantity: int
    name: int
    is_wide: bool


class CartPainter(RowPainter):
    """Two lines per row where the cart is narrow for the sums in it, and wherever `is_wide`."""

    #: A stepper was pressed on the row at this place: −1 or 1.
    stepped = Signal(int, int)

    def __init__(self, theme: Theme, format: Formatting, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.format = format
        self.is_wide = False
        #: How wide the rows are.
        self.room = theme.px(1000)
        self.current = -1
        self.columns = self.columns_for(())

    def columns_for(self, lines: tuple[CartLine, ...]) -> Columns:
        """Columns wide enough for the largest sums in the cart."""
        px, money = self.theme.px, self.format.money
        total_font, price_font = self.theme.font("row_total"), self.theme.font("row")
        total = max([px(96), *(text_width(total_font, money(x.total)) for x in lines)])
        price = max([px(88), *(text_width(price_font, money(x.price)) for x in lines)])
        units = max([px(40), *(text_width(self.theme.font("second"), x.unit) for x in lines)])
        one_line = px(13) + total + px(24) + price + units
        if self.is_wide or one_line > self.room - px(LEAST):
            end = px(16)
            return Columns(end, 0, 0, end + total + px(24), px(16), True)
        end = px(13)
        return Columns(end, end + total + px(24), one_line, one_line + px(9), px(56), False)

    def text(self, row: Any) -> str:
        line = row.line
        parts = (
            line.name, f"{self.format.quantity(line.quantity)} {line.unit}",
            self.format.money(line.total), *(badge.text for badge in row.badges), line.note,
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, at: int) -> None:
        theme, px, box, columns = self.theme, self.theme.px, option.rect, self.columns
        line, right = row.line, option.rect.right() + 1
        total = QRect(box.left(), box.top(), right - columns.total - box.left(), box.height())
        text = self.format.money(line.total)
        write(painter, total, text, theme.font("row_total"), theme.color("text"), RIGHT)
        quantity = QRect(box.left(), box.top(), right - columns.quantity - box.left(), box.height())
        font = self._quantity_font()
        write(
            painter, quantity, self.format.quantity(line.quantity), font, theme.color("text"), RIGHT
        )
        name_end = right - columns.quantity - px(48)
        if is_current(option):
            for step, spot in self.steppers(box, line):
                self._stepper(painter, spot, "plus" if step > 0 else "minus")
                name_end = min(name_end, spot.left() - px(12))
        muted, faint = theme.color("text_muted"), theme.color("text_faint")
        if not columns.is_wide:
            number = QRect(box.left(), box.top(), px(33), box.height())
            write(painter, number, str(row.at + 1), theme.font("body"), faint, RIGHT)
            unit = QRect(
                right - columns.unit, box.top(), columns.unit - columns.price, box.height()
            )
            write(painter, unit, line.unit, theme.font("second"), muted, LEFT)
            price = QRect(box.left(), box.top(), right - columns.price - box.left(), box.height())
            write(painter, price, self.format.money(line.price), theme.font("body"), muted, RIGHT)
        self._name(painter, box, name_end, row)

    def _name(self, painter: QPainter, box: QRect, end: int, row: CartRow) -> None:
        theme, px = self.theme, self.theme.px
        left = box.left() + self.columns.name
        second = self._second_line(row.line, end - left)
        top = QRect(left, box.top(), end - left, box.height())
        if second:
            top = QRect(left, box.top() + px(7), end - left, px(22))
            under = QRect(left, box.top() + px(29), end - left, px(19))
            write(painter, under, second, theme.font("second"), theme.color("text_faint"))
        spare = sum(badge_width(theme, badge) + px(8) for badge in row.badges)
        name = QRect(top.left(), top.top(), max(px(40), top.width() - spare), top.height())
        width = write(painter, name, row.line.name, theme.font("row"), theme.color("text"))
        x = name.left() + width + px(8)
        for badge in row.badges:
            paint_badge(painter, theme, x, top.center().y() + 1, badge, max(0, end - x))
            x += badge_width(theme, badge) + px(8)

    def _second_line(self, line: CartLine, room: int) -> str:
        """The price, which is whole or not there, and what is noted."""
        price = f"{self.format.money(line.price)} / {line.unit}" if self.columns.is_wide else ""
        if text_width(self.theme.font("second"), price) > room:
            price = ""
        return " \u00b7 ".join(part for part in (price, line.note) if part)

    def _stepper(self, painter: QPainter, spot: QRect, icon: str) -> None:
        theme = self.theme
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.drawRoundedRect(QRectF(spot).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size = theme.px(18)
        place = QRect(0, 0, size, size)
        place.moveCenter(spot.center())
        icons.paint(painter, place, icon, theme.color("text"))

    def steppers(self, box: QRect, line: CartLine) -> tuple[tuple[int, QRect], ...]:
        """Where − and + of the row in `box` stand: left of its quantity, however long that is.

        Nowhere, where they would lie over its name.
        """
        px = self.theme.px
        number = text_width(self._quantity_font(), self.format.quantity(line.quantity))
        right = box.right() + 1 - self.columns.quantity - max(px(31), number + px(12))
        plus = QRect(right - px(36), box.center().y() - px(16) + 1, px(36), px(32))
        minus = plus.translated(-px(44), 0)
        if minus.left() < box.left() + self.columns.name + px(LEAST_NAME):
            return ()
        return (-1, minus), (1, plus)

    def _quantity_font(self) -> QFont:
        return self.theme.letters(16, 700) if self.columns.is_wide else self.theme.letters(15, 700)

    @guarded(QSize(0, 44))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.model().row(index)  # type: ignore[attr-defined]
        height = 56 if self.columns.is_wide or (row and row.line.note) else 44
        return QSize(self.theme.px(200), self.theme.px(height))

    @guarded(False)
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() not in (
            QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
        ) or not isinstance(event, QMouseEvent):  # fmt: skip
            return False
        row = index.model().row(index)  # type: ignore[attr-defined]
        if row.at != self.current:
            return False  # it has no steppers yet: the first touch only makes it current
        reach = self.theme.px(6)  # drawn 36 × 32, touched 48 × 44
        for step, spot in self.steppers(option.rect, row.line):
            touch = spot.adjusted(-reach // 2, -reach, reach // 2, reach)
            if touch.contains(event.position().toPoint()):
                self.stepped.emit(row.at, step)
                return True
        return False
