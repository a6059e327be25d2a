"""How rows of this window are written: text that fits its place, matched letters in colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.theme import elided, text_width
from models.words import fold

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


def matched(name: str, typed: str) -> list[tuple[int, int]]:
    """The parts of `name` (start, length) that the typed words point at."""
    # Folded letter by letter, so that places in the folded name are places in the name.
    folded = "".join((fold(letter) or "\0")[0] for letter in name)
    parts: list[tuple[int, int]] = []
    for word in fold(typed).split():
        at = 0 if folded.startswith(word) else folded.find(" " + word) + 1
        if not folded.startswith(word) and at == 0:
            at = folded.find(word)
        if at >= 0:
            parts.append((at, len(word)))
    return _merged(sorted(parts))


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, length in parts:
        if merged and start <= merged[-1][0] + merged[-1][1]:
            first, before = merged[-1]
            merged[-1] = (first, max(before, start + length - first))
        else:
            merged.append((start, length))
    return merged


def write_matched(
    painter: QPainter,
    box: QRect,
    name: str,
    parts: list[tuple[int, int]],
    fonts: tuple[QFont, QFont],
    colors: tuple[QColor, QColor],
) -> None:
    """`name` with its `parts` in the second font and colour."""
    x, at = float(box.left()), 0
    pieces: list[tuple[str, int]] = []
    for start, length in parts:
        pieces += [(name[at:start], 0), (name[start : start + length], 1)]
        at = start + length
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
