"""How rows of this window are written: text that fits its place, matched letters in colour."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.look.theme import elided, text_width

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight


def write(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line in the middle of `box`, elided on the right; gives its width."""
    shown = elided(font, text, box.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)
    return text_width(font, shown)


def write_matched(
    painter: QPainter,
    box: QRect,
    name: str,
    parts: Sequence[tuple[int, int]],
    fonts: tuple[QFont, QFont],
    colors: tuple[QColor, QColor],
) -> None:
    """`name` with its `parts` (start, end) in the second font and colour."""
    x, at = float(box.left()), 0
    pieces: list[tuple[str, int]] = []
    for start, end in parts:
        pieces += [(name[at:start], 0), (name[start:end], 1)]
        at = end
    for text, which in [*pieces, (name[at:], 0)]:
        spare = box.right() + 1 - x
        if not text or spare <= 0:
            continue
        font = fonts[which]
        width = QFontMetricsF(font).horizontalAdvance(text)
        shown = text if width <= spare else elided(font, text, int(spare))
        painter.setFont(font)
        painter.setPen(colors[which])
        place = QRectF(x, box.top(), spare + 1, box.height())
        painter.drawText(place, LEFT | Qt.AlignmentFlag.AlignVCenter, shown)
        x += width
