"""Favourites as tiles for the finger: always in the same place, with price, stock and count."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.desk import Desk
from gui.exception_desk import guarded
from gui.formatting import Formatting
from gui.order_entry.choices import Index, RowList, RowPainter
from gui.order_entry.ink import RIGHT, write
from gui.order_entry.stock_words import QUIET, stock_badge
from gui.theme import Theme, elided, text_width
from gui.widgets.button import Button
from gui.widgets.chip import badge_width, paint_badge
from gui.widgets.rows import RowsModel
from models import catalogue
from models.catalogue import Product

translate = QCoreApplication.translate

COLUMNS = 4
HEIGHT = 122
GAP = 12
STRIPES = 7


class Tiles(QWidget):
    """Favourites first; a button for each category."""

    #: A tile was pressed; carries its product.
    pressed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, theme = desk, desk.theme
        self._categories: list[str] | None = None
        self._category = ""
        self._painter = TilePainter(theme, desk.format)
        self._list = TileList(self._painter)
        self._list.pressed_row.connect(self.pressed)
        self._group = QButtonGroup(self, exclusive=True)
        self._group.idClicked.connect(self._choose)
        self._strip = Filters(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._strip)
        column.addWidget(self._list, 1)

    def ask(self) -> None:
        """Reads what is shown anew, if it is shown."""
        if self.isHidden():
            return
        self._desk.background.ask(catalogue.categories, self._show_categories, owner=self)
        question = catalogue.favourites
        if self._category:
            question = partial(catalogue.of_category, self._category)
        self._desk.background.ask(question, self._show_products, owner=self)

    def show_counts(self, counts: dict[int, int]) -> None:
        """How much (thousandths) of each product is in the cart."""
        self._painter.counts = counts
        self._list.viewport().update()

    def _show_products(self, products: Sequence[Product]) -> None:
        self._list.rows.show(products)

    def _show_categories(self, categories: list[str]) -> None:
        if categories == self._categories:
            return
        self._categories = categories
        self._painter.stripes = {name: at % STRIPES for at, name in enumerate(categories)}
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        theme = self._desk.theme
        for at, name in enumerate(["", *categories]):
            text = name or self.tr("Favourites")
            button = Button(theme, text, "" if name else "star-outline", "filter")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setChecked(name == self._category)
            self._group.addButton(button, at)
        self._strip.show_buttons(self._group.buttons())
        self._list.viewport().update()

    def _choose(self, at: int) -> None:
        self._category = ["", *(self._categories or [])][at]
        self.ask()


class Filters(QWidget):
    """Buttons side by side, in as many rows as they need."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._buttons: list[QAbstractButton] = []

    def show_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        self._buttons = list(buttons)
        for button in self._buttons:
            button.setParent(self)
            button.show()
        self._lay_out()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        x = y = height = 0
        for button in self._buttons:
            size = button.sizeHint()
            if x and x + size.width() > self.width():
                x, y = 0, y + size.height() + self._gap
            button.setGeometry(x, y, size.width(), size.height())
            x += size.width() + self._gap
            height = y + size.height()
        self.setFixedHeight(max(1, height))


class TileList(RowList):
    """Four tiles in a row, as wide as the column allows."""

    def __init__(self, painter: "TilePainter") -> None:
        super().__init__(painter, translate("order_entry", "Favourites"), _id_of)
        self._tiles = painter
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        gap, width = self._tiles.theme.px(GAP), self.viewport().width()
        rows = max(1, round((self.height() + gap) / self._tiles.theme.px(HEIGHT + GAP)))
        height = max((self.height() + gap) // rows, self._tiles.theme.px(96))
        cell = QSize((width - 1) // COLUMNS, height)
        self._tiles.cell, self._tiles.width = cell, width
        self.setGridSize(cell)
        super().resizeEvent(event)


class TilePainter(RowPainter):
    """Cells share the whole width; tiles in them leave gaps only between each other."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self.format = format
        self.cell = QSize(theme.px(240), theme.px(HEIGHT))
        self.width = COLUMNS * theme.px(240)
        self.counts: dict[int, int] = {}
        self.stripes: dict[str, int] = {}

    def text(self, row: Any) -> str:
        return f"{row.name}, {self.format.money(row.price)}, {stock_badge(row, self.format).text}"

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        product: Product = model.row(index)
        gap = self.theme.px(GAP)
        tile = (self.width - (COLUMNS - 1) * gap) // COLUMNS
        column = index.row() % COLUMNS
        left = option.rect.left() + column * (tile + gap - self.cell.width())
        box = QRect(left, option.rect.top(), tile, option.rect.height() - gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, product)
        self._content(painter, box, product)
        painter.restore()

    @guarded(QSize(240, HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell

    def _ground(self, painter: QPainter, box: QRect, product: Product) -> None:
        theme = self.theme
        counted = self.counts.get(product.id, 0)
        path = QPainterPath()
        path.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        fill = "accent_soft" if counted else "sunken" if _is_out(product) else "surface"
        painter.fillPath(path, theme.color(fill))
        painter.save()
        painter.setClipPath(path)
        stripe = theme.color(f"category_{self.stripes.get(product.category, 0)}")
        if _is_out(product):
            stripe.setAlphaF(0.4)
        painter.fillRect(box.left(), box.top(), theme.px(4), box.height(), stripe)
        painter.restore()
        painter.setPen(QPen(theme.color("accent" if counted else "border"), 1))
        painter.drawPath(path)

    def _content(self, painter: QPainter, box: QRect, product: Product) -> None:
        theme, px = self.theme, self.theme.px
        ink = theme.color("text_faint" if _is_out(product) else "text")
        inner = box.adjusted(px(17), px(12), -px(14), -px(10))
        name = QRect(inner)
        counted = self.counts.get(product.id, 0)
        if counted:
            name.setRight(self._count(painter, inner, counted) - px(8))
        font = theme.font("row_total")
        first, rest = _two_lines(product.name, font, name.width())
        line = QRect(name.left(), name.top(), name.width(), px(21))
        write(painter, line, first, font, ink)
        if rest:
            write(painter, line.translated(0, px(20)), rest, font, ink)
        foot = QRect(inner.left(), inner.bottom() - px(24), inner.width(), px(26))
        width = write(painter, foot, self.format.money(product.price), theme.letters(17, 700), ink)
        badge = stock_badge(product, self.format)
        if badge.kind == QUIET:
            box = foot.adjusted(width + px(6), 0, 0, 0)
            muted = theme.color("text_muted")
            write(painter, box, badge.text, theme.font("second"), muted, RIGHT)
        else:
            x = foot.right() + 1 - badge_width(theme, badge)
            paint_badge(painter, theme, x, foot.center().y() + 1, badge)

    def _count(self, painter: QPainter, inner: QRect, counted: int) -> int:
        """The plate in the corner; gives its left edge."""
        theme, px = self.theme, self.theme.px
        text, font = self.format.quantity(counted), theme.letters(15, 700)
        width = max(px(28), text_width(font, text) + px(14))
        plate = QRect(inner.right() + 1 - width, inner.top(), width, px(28))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(plate, 6, 6)
        painter.setFont(font)
        painter.setPen(theme.color("on_accent"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
        return plate.left()


def _two_lines(name: str, font: Any, width: int) -> tuple[str, str]:
    """`name` broken between words; the second line is elided when it is drawn."""
    if elided(font, name, width) == name:
        return name, ""
    words = name.split()
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if elided(font, first, width) == first:
            return first, " ".join(words[count:])
    return name, ""


def _is_out(product: Product) -> bool:
    return product.available is not None and product.available <= 0


def _id_of(product: Product) -> int:
    return product.id
