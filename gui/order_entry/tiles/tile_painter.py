"""A tile: name, price, stock, the colour of its category, and how much of it is in the cart."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.look import icons
from gui.look.theme import Theme, elided, kept_together, text_width
from gui.order_entry.entry.stock_texts import QUIET, stock_badge
from gui.runtime.error_handler import guarded
from gui.widgets.rows.painted_rows import RowPainter, is_current
from gui.widgets.rows.rows import Index, RowsModel
from gui.widgets.text.chip import badge_width, paint_badge
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from models.catalogue.catalogue import Product

COLUMNS = 4
HEIGHT = 122
GAP = 12
PLATE = 36


class TilePainter(RowPainter):
    """Cells share the whole width; tiles in them leave gaps only between each other."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self.format = format
        self.cell = QSize(theme.px(240), theme.px(HEIGHT))
        self.width, self.columns = COLUMNS * theme.px(240), COLUMNS
        #: Tiles are being put in order: each has a star, the current one an edge.
        self.is_arranging = False
        self.counts: dict[int, int] = {}
        self.stripes: dict[str, int] = {}

    def text(self, row: Any) -> str:
        return f"{row.name}, {self.format.money(row.price)}, {stock_badge(row, self.format).text}"

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        product: Product = model.row(index)
        box = self.box(option.rect, index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.is_arranging and is_current(option)
        self._ground(painter, box, product, chosen)
        self._content(painter, box, product)
        if self.is_arranging:
            self._star(painter, self.plate(box), product)
        painter.restore()

    def box(self, cell: QRect, at: int) -> QRect:
        """Where the tile in `cell`, the one at this place, is drawn."""
        gap = self.theme.px(GAP)
        tile = (self.width - (self.columns - 1) * gap) // self.columns
        left = cell.left() + at % self.columns * (tile + gap - self.cell.width())
        return QRect(left, cell.top(), tile, cell.height() - gap)

    def plate(self, box: QRect) -> QRect:
        """Where the star of the tile in `box` stands."""
        size = self.theme.px(PLATE)
        return QRect(box.topRight() + QPoint(-size - 3, 4), QSize(size, size))

    @guarded(QSize(240, HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell

    def _ground(self, painter: QPainter, box: QRect, product: Product, chosen: bool) -> None:
        theme = self.theme
        counted = chosen or self._counted(product)
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
        painter.setPen(QPen(theme.color("accent" if counted else "border"), 2 if chosen else 1))
        painter.drawPath(path)

    def _content(self, painter: QPainter, box: QRect, product: Product) -> None:
        theme, px = self.theme, self.theme.px
        ink = theme.color("text_faint" if _is_out(product) else "text")
        inner = box.adjusted(px(17), px(12), -px(14), -px(10))
        name = QRect(inner)
        counted = self._counted(product)
        if self.is_arranging:
            name.setRight(self.plate(box).left())
        elif counted:
            name.setRight(self._count(painter, inner, counted) - px(8))
        foot = QRect(inner.left(), inner.bottom() - px(24), inner.width(), px(26))
        top = self._foot(painter, foot, product, ink)
        font = theme.font("row_total")
        first, rest = _two_lines(product.name, font, name.width())
        line = QRect(name.left(), name.top(), name.width(), px(21))
        below = line.translated(0, px(20))
        if rest and below.bottom() <= top:
            write(painter, line, first, font, ink)
            write(painter, below, rest, font, ink)
        else:
            write(painter, line, product.name, font, ink)

    def _foot(self, painter: QPainter, foot: QRect, product: Product, ink: QColor) -> int:
        """The price, and the stock beside it or, where there is no room, above; gives its top."""
        theme, px = self.theme, self.theme.px
        width = write(painter, foot, self.format.money(product.price), theme.letters(17, 700), ink)
        badge, font = stock_badge(product, self.format), theme.font("second")
        is_quiet = badge.kind == QUIET
        needed = text_width(font, badge.text) if is_quiet else badge_width(theme, badge)
        beside = width + px(6) + needed <= foot.width()
        place = foot if beside else foot.translated(0, -px(26))
        if is_quiet:
            write(painter, place, badge.text, font, theme.color("text_muted"), RIGHT)
        else:
            x = max(place.left(), place.right() + 1 - needed)
            paint_badge(painter, theme, x, place.center().y() + 1, badge, place.width())
        return place.top()

    def _counted(self, product: Product) -> int:
        return 0 if self.is_arranging else self.counts.get(product.id, 0)

    def _star(self, painter: QPainter, plate: QRect, product: Product) -> None:
        """Filled for a favourite; pressing it takes the tile away, or makes it one."""
        has = product.favourite is not None
        size = self.theme.px(24)
        place = QRect(0, 0, size, size)
        place.moveCenter(plate.center())
        colour = self.theme.color("accent" if has else "text_faint")
        icons.paint(painter, place, "star" if has else "star-plus-outline", colour)

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
    words = kept_together(name).split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if elided(font, first, width) == first:
            return first, " ".join(words[count:])
    return name, ""


def _is_out(product: Product) -> bool:
    return product.available is not None and product.available <= 0
