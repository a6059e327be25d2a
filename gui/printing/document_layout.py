"""Puts the pieces of a sheet on paper of one width: how high each is, and how it is painted.

All measures inside are dots of the device. A piece is measured by painting it without a painter,
so that what was measured is what is painted.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from gui.look.theme import elided
from gui.printing import barcodes
from gui.printing.document import Card, Code, Gap, Goods, Pair, Piece, Rule, Size, Text, Tick

_SIZES = {"small": 0.86, "normal": 1.0, "large": 1.4, "huge": 4.0}
_BLACK, _WHITE = QColor("black"), QColor("white")
_HAIR = QColor("#b0b0b0")  # where labels are cut; needs no contrast
FAMILIES = ("Inter", "Noto Sans")


class DocumentLayout:
    """`left` and `width` are where it prints; both can be set for a label of several."""

    def __init__(self, size: Size, dpi: float) -> None:
        self._size = size
        self.mm = dpi / 25.4
        self._point = dpi / 72 * size.points
        self.left = size.margin * self.mm
        self.width = size.inside * self.mm
        self._fonts: dict[tuple[str, bool], QFont] = {}

    def put(self, piece: Piece, top: float, painter: QPainter | None = None) -> float:
        """Paints `piece` from `top` down, or only measures it; where the next one begins."""
        match piece:
            case Text():
                return self._text(piece, top, painter)
            case Pair():
                return self._pair(piece, top, painter)
            case Goods():
                return self._goods(piece, top, painter)
            case Tick():
                return self._tick(piece, top, painter)
            case Code():
                return self.code(piece.code, top, painter)
            case Card():
                return self._card(piece, top, painter)
            case Rule():
                return self._rule(top, painter)
            case Gap():
                return top + 2 * self.mm

    def font(self, size: str = "normal", bold: bool = False) -> QFont:
        if (size, bold) not in self._fonts:
            font = QFont(list(FAMILIES))
            font.setPixelSize(max(1, round(self._point * _SIZES[size])))
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # Every sign as it stands in the font: what a feature puts in its place is drawn in a
            # PDF as well, but cannot be copied out of it or searched for.
            font.setFeature(QFont.Tag("calt"), 0)
            self._fonts[size, bold] = font
        return QFont(self._fonts[size, bold])

    # --- pieces ----------------------------------------------------------------------------

    def _text(self, piece: Text, top: float, painter: QPainter | None) -> float:
        font = self.font(piece.size, piece.bold)
        if not piece.boxed:
            return self.lines(piece.text, font, top, painter, align=piece.align)
        pad = 1.2 * self.mm
        top += pad / 2
        bottom = self.lines(piece.text, font, top + pad, None) + pad
        if painter is not None:
            painter.fillRect(QRectF(self.left, top, self.width, bottom - top), _BLACK)
            painter.setPen(_WHITE)
            self.lines(piece.text, font, top + pad, painter, align=piece.align)
            painter.setPen(_BLACK)
        return bottom + pad

    def _pair(self, piece: Pair, top: float, painter: QPainter | None) -> float:
        font = self.font(piece.size, piece.bold)
        indent = self.width * 0.5 if piece.aside and not self._size.is_roll else 0
        bottom = self._row(piece.left, piece.right, font, top, painter, indent)
        return bottom + (0.8 * self.mm if piece.size == "large" else 0)

    def _goods(self, piece: Goods, top: float, painter: QPainter | None) -> float:
        font, strong = self.font(), self.font(bold=True)
        if self._size.is_roll:
            top = self.lines(piece.name, strong, top, painter)
            top = self._row(piece.detail, piece.amount, font, top, painter, 2 * self.mm)
        else:
            # Name, how many at what price, and the sum, beside each other.
            room = self.width * 0.5
            bottom = self.lines(piece.name, strong, top, painter, width=room)
            end = self._row("", piece.detail, font, top, painter, room, self.width * 0.78)
            self._row("", piece.amount, font, top, painter, self.width * 0.78)
            top = max(bottom, end)
        if piece.discount:
            indent = 2 * self.mm if self._size.is_roll else self.width * 0.5
            top = self._row(piece.discount_name, piece.discount, font, top, painter, indent)
        return top + 0.8 * self.mm

    def _tick(self, piece: Tick, top: float, painter: QPainter | None) -> float:
        box = 4 * self.mm
        left = box + 2 * self.mm
        strong = self.font("normal", True)
        column = left + max(14 * self.mm, self.width * 0.14)
        if painter is not None:
            painter.setPen(QPen(_BLACK, 0.35 * self.mm))
            painter.drawRect(QRectF(self.left, top + 0.3 * self.mm, box, box))
            painter.setPen(_BLACK)
        name = QFont(strong)
        name.setStrikeOut(piece.struck)
        bottom = top
        if QFontMetricsF(strong).horizontalAdvance(piece.quantity) > column - left - self.mm:
            top = self.lines(piece.quantity, strong, top, painter, left)
            column = left
        else:
            self.lines(piece.quantity, strong, top, painter, left)
        top = self.lines(piece.name, name, top, painter, column)
        if piece.below:
            top = self.lines(piece.below, self.font("small"), top, painter, column)
        return max(top, bottom + box) + 1.6 * self.mm

    def _rule(self, top: float, painter: QPainter | None) -> float:
        # In whole dots, so that all rules of a paper are equally thick.
        y, thick = round(top + 1.5 * self.mm), max(1, round(0.25 * self.mm))
        dash, step = round(1.2 * self.mm), round(2 * self.mm)
        left, right = round(self.left), round(self.left + self.width)
        if painter is not None:
            for x in range(left, right, step):
                painter.fillRect(x, y, min(dash, right - x), thick, _BLACK)
        return top + 3 * self.mm

    def _card(self, piece: Card, top: float, painter: QPainter | None) -> float:
        """A label: name, price, bars; in a cell of its own."""
        _, height = self._size.cards
        bottom = top + height * self.mm
        pad = 2.5 * self.mm
        if painter is None:
            return bottom
        painter.setPen(QPen(_HAIR, 0.1 * self.mm))
        painter.drawRect(QRectF(self.left - pad, top, self.width + 2 * pad, bottom - top))
        painter.setPen(_BLACK)
        y = self.lines(
            piece.name, self.font(bold=True), top + 2 * self.mm, painter, most=2, align="center"
        )
        self._price(piece, y, bottom - 14 * self.mm, painter)
        self.code(piece.code, bottom - 13 * self.mm, painter, 8)
        return bottom

    def _price(self, piece: Card, top: float, bottom: float, painter: QPainter) -> None:
        """As large as it fits, with the unit behind it on the same line."""
        small, price = self.font(), self.font("large", True)
        unit = f" / {piece.unit}" if piece.unit else ""
        room = self.width - QFontMetricsF(small).horizontalAdvance(unit)
        price.setPixelSize(max(1, round(self._point * 2.8)))
        needed = QFontMetricsF(price).horizontalAdvance(piece.price)
        price.setPixelSize(max(1, int(price.pixelSize() * min(1, room / needed))))
        metrics = QFontMetricsF(price)
        wide = metrics.horizontalAdvance(piece.price)
        x = self.left + (room - wide) / 2
        y = (top + bottom + metrics.capHeight()) / 2
        painter.setFont(price)
        painter.drawText(QPointF(x, y), piece.price)
        painter.setFont(small)
        painter.drawText(QPointF(x + wide, y), unit)

    # --- codes -----------------------------------------------------------------------------

    def code(self, code: str, top: float, painter: QPainter | None, height: float = 12) -> float:
        """Bars as wide as scanners like them, with the code below; a QR where bars do not fit."""
        modules = barcodes.bars(code)
        # The margins of the paper are white as well and count as quiet zone.
        room = self.width + 2 * min(self._size.margin, 2.5) * self.mm
        dots = int(min(0.4 * self.mm, room / (len(modules) + 2 * barcodes.QUIET)))
        if modules and dots >= max(1, round(0.96 * barcodes.FINEST_MODULE * self.mm)):
            bottom = top + height * self.mm
            self._bars(modules, dots, top, bottom, painter)
        else:
            bottom = self._square(code, top, height, painter)
        return self.lines(code, self.font("small"), bottom, painter, align="center")

    def _bars(
        self, modules: str, dots: int, top: float, bottom: float, painter: QPainter | None
    ) -> None:
        if painter is None:
            return
        left = round(self.left + (self.width - len(modules) * dots) / 2)
        for place, module in enumerate(modules):
            if module == "1":
                area = QRectF(left + place * dots, round(top), dots, round(bottom) - round(top))
                painter.fillRect(area, _BLACK)

    def _square(self, code: str, top: float, height: float, painter: QPainter | None) -> float:
        rows = barcodes.square(code)
        side = len(rows) + 2 * barcodes.QR_QUIET
        dots = max(1, int(max(height, 0.5 * side) * self.mm / side))
        left = round(self.left + (self.width - side * dots) / 2)
        if painter is not None:
            for y, row in enumerate(rows, start=barcodes.QR_QUIET):
                for x, dark in enumerate(row, start=barcodes.QR_QUIET):
                    if dark:
                        area = QRectF(left + x * dots, round(top) + y * dots, dots, dots)
                        painter.fillRect(area, _BLACK)
        return top + side * dots

    # --- lines of text ---------------------------------------------------------------------

    def _row(
        self, left: str, right: str, font: QFont, top: float, painter: QPainter | None,
        indent: float = 0, end: float | None = None,
    ) -> float:  # fmt: skip
        """`left` and `right` on one line where both fit, else below each other."""
        end = self.width if end is None else end
        metrics = QFontMetricsF(font)
        room = end - indent
        needed = metrics.horizontalAdvance(right)
        if left and metrics.horizontalAdvance(left) + needed + 2 * self.mm > room:
            if needed + 2 * self.mm < room * 0.6:
                bottom = self.lines(left, font, top, painter, indent, room - needed - 2 * self.mm)
                last = bottom - metrics.lineSpacing()
                self.lines(right, font, last, painter, indent, room, "right")
                return bottom
            top = self.lines(left, font, top, painter, indent, room)
        elif left:
            self.lines(left, font, top, painter, indent, room)
        return self.lines(right, font, top, painter, indent, room, "right")

    def lines(
        self, text: str, font: QFont, top: float, painter: QPainter | None, indent: float = 0,
        width: float | None = None, align: str = "left", most: int = 0,
    ) -> float:  # fmt: skip
        """`text` on as many lines as it needs (`most` of them at the most); where they end."""
        metrics = QFontMetricsF(font)
        room = self.width - indent if width is None else width
        for line in wrapped(text, font, room, most):
            if painter is not None:
                spare = room - metrics.horizontalAdvance(line)
                shift = {"center": spare / 2, "right": spare}.get(align, 0)
                painter.setFont(font)
                spot = QPointF(self.left + indent + shift, top + metrics.ascent())
                painter.drawText(spot, line)
            top += metrics.lineSpacing()
        return top


def wrapped(text: str, font: QFont, width: float, most: int = 0) -> list[str]:
    """Lines no wider than `width`; a word that is wider is broken. With `most`, … ends the last."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, length = line.textStart(), line.textLength()
        found.append(text[start : start + length].strip())
    layout.endLayout()
    if most and len(found) > most:
        rest = " ".join(found[most - 1 :])
        found[most - 1 :] = [elided(font, rest, int(width))]
    return found
