"""A product that was found: its name with the typed letters marked, code, stock, price and unit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from gui.input.actions import key_text
from gui.look.theme import Theme, elided, text_width
from gui.order_entry.entry.stock_texts import QUIET, stock_badge
from gui.widgets.rows.painted_rows import RowList, RowPainter, is_current
from gui.widgets.text.chip import badge_width, paint_badge
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from gui.widgets.text.text_painting import RIGHT, write, write_matched
from gui.words.formatting import Formatting
from models.catalogue.catalogue import Product
from models.search.product_search import Hit

#: Below this width there is room for the name and the price only; what is gone is faint.
NARROW = 480


def beside_code(
    painter: QPainter, theme: Theme, box: QRect, hit: Product, others: Sequence[Product]
) -> QRect:
    """The room for the name; where others look the same in it, the code stands behind it."""
    font = theme.font("row")
    shown = elided(font, hit.name, box.width())
    if sum(shown == elided(font, other.name, box.width()) for other in others) < 2:
        return box
    faint = theme.color("text_faint")
    code = box.adjusted(box.width() // 2, 0, 0, 0)
    width = write(painter, code, hit.sku, theme.font("second"), faint, RIGHT)
    return box.adjusted(0, 0, -width - theme.px(8), 0)


class ResultPainter(RowPainter):
    """Rows are hits of the search."""

    def __init__(self, theme: Theme, format: Formatting, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.format = format

    def text(self, row: Any) -> str:
        parts = (
            row.name,
            row.sku,
            stock_badge(row, self.format).text,
            self.format.money(row.price),
        )
        return ", ".join(part for part in parts if part)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, at: int) -> None:
        px, box = self.theme.px, option.rect
        right, is_narrow = box.right() + 1, box.width() < px(NARROW)
        if not is_narrow:
            self._unit(painter, QRect(right - px(74), box.top(), px(60), box.height()), row, option)
        money = self.format.money(row.price)
        wide = max(px(64 if is_narrow else 112), text_width(self.theme.font("row_total"), money))
        price = QRect(right - px(14 if is_narrow else 78) - wide, box.top(), wide, box.height())
        gone = row.available is not None and row.available <= 0
        ink = self.theme.color("text_faint" if gone or not row.active else "text")
        write(painter, price, money, self.theme.font("row_total"), ink, RIGHT)
        right = end = price.left()
        if not is_narrow:
            self._stock(painter, QRect(right - px(110), box.top(), px(114), box.height()), row)
            end = right - px(118)
        if box.width() >= px(640):
            end = right - px(156)
            code = QRect(end, box.top(), px(92), box.height())
            faint = self.theme.color("text_faint")
            write(painter, code, row.sku, self.theme.font("second"), faint)
        name = QRect(box.left() + px(14), box.top(), end - box.left() - px(24), box.height())
        if box.width() < px(640):
            listed = self.parent()
            assert isinstance(listed, RowList)
            name = beside_code(painter, self.theme, name, row, listed.rows.rows)
        self._name(painter, name, row, faint=gone or not row.active)

    def _name(self, painter: QPainter, box: QRect, row: Hit, faint: bool) -> None:
        theme = self.theme
        fonts = (theme.font("row"), theme.font("row_total"))
        colors = (theme.color("text_faint" if faint else "text"), theme.color("accent"))
        write_matched(painter, box, row.name, row.matched, fonts, colors)

    def _stock(self, painter: QPainter, box: QRect, row: Hit) -> None:
        badge = stock_badge(row, self.format)
        if badge.kind == QUIET:
            muted = self.theme.color("text_muted")
            write(painter, box, badge.text, self.theme.font("second"), muted, RIGHT)
        else:
            x = box.right() + 1 - badge_width(self.theme, badge)
            paint_badge(painter, self.theme, x, box.center().y() + 1, badge)

    def _unit(self, painter: QPainter, box: QRect, row: Hit, option: QStyleOptionViewItem) -> None:
        if is_current(option):
            key = key_text("Return")
            x = box.right() + 1 - key_chip_width(self.theme, key)
            paint_key_chip(painter, self.theme, x, box.center().y() + 1, key)
        else:
            muted = self.theme.color("text_muted")
            write(painter, box, row.unit, self.theme.font("second"), muted, RIGHT)
