"""What a product costs, how much of it is left, and its codes, for a customer who asks."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.order_entry.entry.stock_texts import QUIET, stock_badge
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import BigSum
from gui.words.formatting import Formatting
from models.amounts import ONE
from models.catalogue.catalogue import Sheet

translate = QCoreApplication.translate


class PriceCard(QWidget):
    """Opens under the box."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__()
        self._format = format
        self._name = Label(theme, "", "title", "text")
        self._codes = Label(theme, "", "second", "text_faint", "barcode")
        self._stock = Chip(theme)
        self._unit = Label(theme, "", "body", "text_muted", align=Qt.AlignmentFlag.AlignRight)
        self._price = BigSum(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        row.setSpacing(theme.px(16))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        stock = QHBoxLayout()
        stock.addWidget(self._stock)
        stock.addStretch(1)
        left.addWidget(self._name)
        left.addWidget(self._codes)
        left.addLayout(stock)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._price)
        right.addWidget(self._unit)
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def show_product(self, sheet: Sheet) -> None:
        product, format = sheet.product, self._format
        self._name.set_text(product.name)
        self._price.show_sum(format.money(product.price))
        self._unit.set_text(translate("order_entry", "for one {unit}").format(unit=product.unit))
        codes = [product.sku]
        for code in sheet.codes:
            pack = f" (\u00d7 {format.quantity(code.quantity)})" if code.quantity != ONE else ""
            codes.append(code.code + pack)
        self._codes.set_text(" \u00b7 ".join(codes))
        badge = stock_badge(product, format)
        if badge.kind == QUIET:
            badge = Badge(badge.text or translate("order_entry", "Stock is not counted"))
        self._stock.show_badge(badge)
        self.setAccessibleName(
            f"{product.name}, {format.money(product.price)}, {badge.text}, {', '.join(codes)}"
        )
