"""Draws a card of the wall: head, lines, band and foot, by the numbers of the design.

All sizes are those of the design at 100 %, multiplied by the theme, which is scaled to the wall.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from gui.fulfilment.cards.card_face import FootFace, HeadFace
from gui.look import icons
from gui.look.theme import Theme, elided
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip

translate = QCoreApplication.translate

HEAD, FOOT, BAND = 88, 40, 36
RING = 6  # the focus ring's width and its gap, around the card
PAD, RADIUS = 16, 12
MOST_BLOCKS = 8

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Band:
    """The strip above the foot: something to be acknowledged or known. `kind` as in chips."""

    icon: str
    text: str
    kind: str
    key: str = ""
    hint: str = ""


def outline(theme: Theme, card: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(card, theme.px(RADIUS), theme.px(RADIUS))
    return path


def paint_frame(painter: QPainter, theme: Theme, card: QRectF, edge: str, focused: bool) -> None:
    """The edge in the state's colour, and the ring around the card that has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(edge), theme.px(2)))
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme.px(RADIUS), theme.px(RADIUS))
    if focused:
        out = theme.px(4)
        painter.setPen(QPen(theme.color("accent"), theme.px(4)))
        radius = theme.px(RADIUS + 3)
        painter.drawRoundedRect(card.adjusted(-out, -out, out, out), radius, radius)


def paint_head(painter: QPainter, theme: Theme, box: QRect, head: HeadFace, watch: str) -> None:
    """Number at the left; icon and watch at the right, below them the word or the rush plate."""
    px, ink = theme.px, theme.color(head.ink)
    painter.fillRect(box, theme.color(head.fill))
    painter.setPen(ink)
    font = theme.font("queue_number")
    watch_font = theme.font("queue_wait")
    watch_width = QFontMetrics(watch_font).horizontalAdvance(watch)
    spare = box.width() - 2 * px(PAD) - watch_width - px(30 + 8 + 8)
    _shrink(font, head.number, spare)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.drawText(
        box.left() + px(PAD), box.top() + (box.height() + metrics.capHeight()) // 2, head.number
    )
    right = box.right() + 1 - px(PAD)
    line = QRect(box.left(), box.top() + px(10), right - box.left(), px(44))
    painter.setFont(watch_font)
    painter.drawText(line, _RIGHT, watch)
    size = px(30)
    spot = QRect(right - watch_width - px(10) - size, line.center().y() - size // 2, size, size)
    icons.paint(painter, spot, head.icon, ink)
    left = box.left() + px(PAD) + metrics.horizontalAdvance(head.number) + px(8)
    _paint_word(painter, theme, QRect(left, box.top() + px(54), right - left, px(26)), head)


def _paint_word(painter: QPainter, theme: Theme, box: QRect, head: HeadFace) -> None:
    """Where the number leaves no room for both, the plate stands: colour and icon say the word."""
    px, right = theme.px, box.right() + 1
    font = theme.font("queue_state")
    strong = theme.letters(17, 800)
    rush = translate("fulfilment", "RUSH")
    wide = QFontMetrics(strong).horizontalAdvance(rush) + px(18 + 6 + 2 * 9) if head.rush else 0
    word = QFontMetrics(font).horizontalAdvance(head.word) if head.word else 0
    if word and (not head.rush or word + px(10) + wide <= box.width()):
        painter.setFont(font)
        painter.setPen(theme.color(head.ink))
        painter.drawText(box, _RIGHT | Qt.TextFlag.TextDontClip, head.word)
        right -= word + px(10)
    if head.rush:
        plate = QRect(right - wide, box.top() - px(2), wide, px(28))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("rush_bg"))
        painter.drawRoundedRect(plate, px(5), px(5))
        ink, size = theme.color("on_rush"), px(18)
        spot = QRect(plate.left() + px(9), plate.center().y() - size // 2 + 1, size, size)
        icons.paint(painter, spot, "lightning-bolt", ink)
        painter.setPen(ink)
        painter.setFont(strong)
        painter.drawText(plate.adjusted(px(9 + 18 + 5), 0, 0, 0), _MIDDLE, rush)


def paint_band(painter: QPainter, theme: Theme, box: QRect, band: Band) -> None:
    px, ink = theme.px, theme.color(f"on_{band.kind}_soft")
    painter.fillRect(box, theme.color(f"{band.kind}_soft"))
    size, right = px(20), box.right() + 1 - px(PAD)
    icons.paint(
        painter,
        QRect(box.left() + px(14), box.center().y() - size // 2 + 1, size, size),
        band.icon,
        ink,
    )
    painter.setFont(theme.font("second_strong"))
    painter.setPen(ink)
    if band.hint:
        painter.drawText(
            QRect(box.left(), box.top(), right - box.left(), box.height()), _RIGHT, band.hint
        )
        right -= painter.fontMetrics().horizontalAdvance(band.hint) + px(8)
    if band.key:
        right -= key_chip_width(theme, band.key)
        paint_key_chip(painter, theme, right, box.center().y() + 1, band.key, ink)
        right -= px(8)
    font = theme.letters(17, 600)
    painter.setFont(font)
    painter.setPen(ink)
    left = box.left() + px(14 + 20 + 8)
    text = elided(font, band.text, right - left)
    painter.drawText(QRect(left, box.top(), right - left, box.height()), _MIDDLE, text)


def paint_foot(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    foot: FootFace,
    key: str,
    focused: bool,
    blocks: list[str],
) -> None:
    """Key, who, one block per line (a colour each), done / all."""
    px, middle = theme.px, box.center().y() + 1
    painter.fillRect(box.left(), box.top(), box.width(), 1, theme.color("grid"))
    left = box.left() + px(PAD)
    if key:
        _paint_number_key(
            painter, theme, QRect(left - px(2), middle - px(14), px(28), px(28)), key, focused
        )
        left += px(28 + 6)
    right = box.right() + 1 - px(PAD)
    painter.setFont(theme.font("queue_state"))
    painter.setPen(theme.color("text"))
    count = f"{foot.done}/{foot.all}"
    painter.drawText(QRect(box.left(), box.top(), right - box.left(), box.height()), _RIGHT, count)
    right -= max(painter.fontMetrics().horizontalAdvance(count), px(28)) + px(14)
    right = _paint_blocks(painter, theme, right, middle, blocks) - px(10)
    size = px(20)
    if foot.unpaid:
        spot, warn = QRect(left, middle - size // 2, size, size), theme.color("on_warn_soft")
        icons.paint(painter, spot, "cash-clock", warn)
        left += size + px(8)
    ink = theme.color(foot.ink)
    icons.paint(painter, QRect(left, middle - size // 2, size, size), foot.icon, ink)
    left += size + px(6)
    font = theme.font("queue_state")
    painter.setFont(font)
    painter.setPen(ink)
    who = elided(font, foot.who, right - left)
    painter.drawText(QRect(left, box.top(), right - left, box.height()), _MIDDLE, who)


def _paint_number_key(painter: QPainter, theme: Theme, box: QRect, key: str, focused: bool) -> None:
    painter.setPen(QPen(theme.color("accent" if focused else "key_border"), 1))
    painter.setBrush(theme.color("accent" if focused else "key_bg"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
    painter.setFont(theme.font("queue_state"))
    painter.setPen(theme.color("on_accent" if focused else "text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


def _paint_blocks(
    painter: QPainter, theme: Theme, right: int, middle: int, blocks: list[str]
) -> int:
    """The blocks end at `right`; gives where they begin. `half` is half done."""
    px = theme.px
    width, height, step = px(14), px(8), px(17)
    shown = blocks if len(blocks) <= MOST_BLOCKS else _fewer(blocks)
    left = right - step * len(shown) + (step - width)
    painter.setPen(Qt.PenStyle.NoPen)
    for i, block in enumerate(shown):
        x, top = left + i * step, middle - height / 2
        painter.setBrush(theme.color("block_open" if block == "half" else block))
        painter.drawRoundedRect(QRectF(x, top, width, height), 2, 2)
        if block == "half":
            painter.setBrush(theme.color("done_tick"))
            painter.drawRoundedRect(QRectF(x, top, width / 2, height), 2, 2)
    return left


def _fewer(blocks: list[str]) -> list[str]:
    """Eight blocks in proportion, for an order of many lines."""
    done = sum(1 for block in blocks if block == "done_tick")
    full = done * MOST_BLOCKS // len(blocks)
    return ["done_tick"] * full + ["block_open"] * (MOST_BLOCKS - full)


def _shrink(font: QFont, text: str, width: int) -> None:
    """Makes the font as small as it must be for the text to fit; numbers are never cut."""
    while QFontMetrics(font).horizontalAdvance(text) > width and font.pixelSize() > 24:
        font.setPixelSize(int(font.pixelSize() * 0.92))
