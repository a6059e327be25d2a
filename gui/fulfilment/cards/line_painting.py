"""The lines of a card: where each one stands, which are in sight, and how they are drawn.

Every line is drawn in the same colours whatever the state of its card, so that lines read the
same everywhere on the wall. A name that is too long goes on in rows that are left over; where none
is, it loses its middle, because it ends with its size (`… 220 ml`). The current line of the card in
focus is always shown whole, on several rows.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from gui.fulfilment.cards.card_face import SETTLED, LineFace
from gui.fulfilment.cards.card_painting import PAD
from gui.look import icons
from gui.look.theme import Theme, elided, kept_together, shortened, size_at
from gui.widgets.text.chip import Badge, badge_width, paint_badge
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip

ROW = 31
TOP = 6
QUANTITY, NAME = 64, 12  # the column of quantities, and the gap before the name

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Spot:
    """A line in sight: its index among the card's lines, and where it stands."""

    index: int
    box: QRect


@dataclass(frozen=True, slots=True)
class Sight:
    """What is in sight of a card's lines, and how many are above and below."""

    spots: tuple[Spot, ...]
    above: int
    below: int
    more: QRect


def lay_out(
    theme: Theme, body: QRect, lines: list[LineFace], current: int | None, key: str, first: int
) -> Sight:
    """Places the lines from `first` on; moves on so far that the `current` one is in sight."""
    row = theme.px(ROW)
    box = body.adjusted(0, theme.px(TOP), 0, 0)
    heights = [row] * len(lines)
    if current is not None:
        heights[current] = _rows_of(theme, box, lines[current], key) * row
    if sum(heights) <= box.height():
        left = (box.height() - sum(heights)) // row
        for index, line in enumerate(lines):
            if left and index != current and line.look not in SETTLED:
                further = min(left, _rows_of(theme, box, line) - 1)
                heights[index] += further * row
                left -= further
        return Sight(_spots(box, heights, 0, len(lines)), 0, 0, QRect())
    room = box.height() - row
    first = max(0, min(first, len(lines) - 1))
    first = first if current is None else min(first, current)
    while current is not None and first < current and sum(heights[first : current + 1]) > room:
        first += 1
    last, used = first, 0
    while last < len(lines) and (last == first or used + heights[last] <= room):
        used += heights[last]
        last += 1
    while first > 0 and used + heights[first - 1] <= room:
        first -= 1
        used += heights[first]
    heights[first] = min(heights[first], room)
    more = QRect(box.left(), box.top() + min(used, room), box.width(), row)
    return Sight(_spots(box, heights, first, last), first, len(lines) - last, more)


def _spots(box: QRect, heights: list[int], first: int, last: int) -> tuple[Spot, ...]:
    spots, top = [], box.top()
    for index in range(first, last):
        spots.append(Spot(index, QRect(box.left(), top, box.width(), heights[index])))
        top += heights[index]
    return tuple(spots)


def _rows_of(theme: Theme, box: QRect, line: LineFace, key: str | None = None) -> int:
    """How many rows show the whole name, three at most; `key` is not None for the current line."""
    row, is_current = theme.px(ROW), key is not None
    beside = _key_beside(theme, box, line, key) if key is not None else ""
    left, right = _name_span(theme, box, line, beside)
    metrics, width = QFontMetrics(theme.font("queue_line")), right - left
    name = _name(line, is_current)
    if metrics.horizontalAdvance(name) <= width:
        return 1
    needed = metrics.boundingRect(QRect(0, 0, width, 10_000), _wrap(metrics, name, width), name)
    most = max(1, min(3, (box.height() - row) // row))
    return max(1, min(most, -(-needed.height() // row)))


def paint_line(
    painter: QPainter, theme: Theme, spot: Spot, line: LineFace, current: bool, key: str
) -> None:
    """One line. `key` is written on the current line: the key that picks it."""
    px, box = theme.px, spot.box
    key = _key_beside(theme, box, line, key) if current else ""
    if current:
        painter.fillRect(box, theme.color("accent_soft"))
        painter.fillRect(box.left(), box.top(), px(4), box.height(), theme.color("accent"))
    row = QRect(box.left(), box.top(), box.width(), px(ROW))
    _paint_quantity(painter, theme, row, line)
    _paint_marks(painter, theme, row, line, key)
    left, right = _name_span(theme, box, line, key)
    _paint_name(painter, theme, QRect(left, box.top(), right - left, box.height()), line, current)


def paint_more(painter: QPainter, theme: Theme, sight: Sight, words: str) -> None:
    """In the row that is left: how many lines are out of sight."""
    left = theme.px(PAD + QUANTITY + NAME)
    painter.setFont(theme.letters(16, 400))
    painter.setPen(theme.color("text_muted"))
    painter.drawText(sight.more.adjusted(left, 0, 0, 0), _MIDDLE, words)


def note_rows(theme: Theme, width: int, note: str, focused: bool) -> int:
    """The rows that the order's note takes: up to three on the card in focus, else one."""
    if not note:
        return 0
    spare = width - theme.px(PAD + QUANTITY + NAME + PAD)
    metrics = QFontMetrics(theme.letters(18, 500))
    if not focused or metrics.horizontalAdvance(note) <= spare:
        return 1
    flags = _wrap(metrics, note, spare)
    tall = metrics.boundingRect(QRect(0, 0, spare, 10_000), flags, note).height()
    return min(3, -(-tall // theme.px(ROW)))


def paint_note(painter: QPainter, theme: Theme, box: QRect, note: str) -> None:
    """What the customer said about the whole order, above its lines."""
    px, ink = theme.px, theme.color("on_warn_soft")
    size, row = px(20), px(ROW)
    left = box.left() + px(PAD + QUANTITY) - size
    spot = QRect(left, box.top() + (row - size) // 2 + 1, size, size)
    icons.paint(painter, spot, "message-text-outline", ink)
    font = theme.letters(18, 500)
    metrics = QFontMetrics(font)
    left = box.left() + px(PAD + QUANTITY + NAME)
    space = QRect(left, box.top(), box.right() - px(PAD) - left, box.height())
    painter.setFont(font)
    painter.setPen(ink)
    if box.height() <= row:
        text = elided(font, note, space.width())
        painter.drawText(space, _MIDDLE, text)
    else:
        flags = _wrap(metrics, note, space.width())
        painter.drawText(space, _MIDDLE.value | flags, _cut(metrics, note, space, flags))


def _grown(theme: Theme) -> Theme:
    """Chips are drawn for a counter; on the wall they are a little larger."""
    return _grown_theme(theme.name, theme.text_scale)


@lru_cache(maxsize=8)
def _grown_theme(name: str, scale: float) -> Theme:
    return Theme(name, scale * 1.15)


def _name(line: LineFace, current: bool) -> str:
    """Name and unit; on the current line also what the customer said about it."""
    # No break between the dot and the unit: a row must not end with a dot.
    name = f"{line.name}  ·\u00a0\u00a0{line.unit}" if line.unit else line.name
    return kept_together(f"{name}  ·  {line.note}" if current and line.note else name)


def _parts_of_quantity(theme: Theme, line: LineFace) -> list[tuple[str, str, QFont]]:
    """From right to left: text, colour, font."""
    strong, plain = theme.letters(22, 700), theme.font("queue_line")
    struck = QFont(strong)
    struck.setStrikeOut(True)
    if line.look == "cancelled":
        return [(line.quantity, "on_danger_soft", struck)]
    ink = "text_faint" if line.look in ("done", "missing") or line.aside else "text"
    parts = [(line.quantity, "on_warn_soft" if line.before else ink, strong)]
    if line.part:
        parts += [("/", "text_faint", plain), (line.part, "done_tick", strong)]
    if line.before:
        parts += [("→", "on_warn_soft", plain), (line.before, "text_faint", struck)]
    return parts


def _quantity_width(theme: Theme, line: LineFace) -> int:
    parts = _parts_of_quantity(theme, line)
    gap = theme.px(5) * 2 if line.before else 0
    return gap + sum(QFontMetrics(font).horizontalAdvance(text) for text, _, font in parts)


def _quantity_right(theme: Theme, box: QRect, line: LineFace) -> int:
    needed = _quantity_width(theme, line)
    return box.left() + max(theme.px(PAD + QUANTITY), theme.px(10) + needed)


def _paint_quantity(painter: QPainter, theme: Theme, row: QRect, line: LineFace) -> None:
    right = _quantity_right(theme, row, line)
    for text, token, font in _parts_of_quantity(theme, line):
        gap = theme.px(5) if text == "→" else 0
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(theme.color(token))
        painter.drawText(QRect(right - gap - width, row.top(), width, row.height()), _MIDDLE, text)
        right -= width + 2 * gap


def _key_beside(theme: Theme, box: QRect, line: LineFace, key: str) -> str:
    """The key, unless the name fits on one row only without it."""
    width = QFontMetrics(theme.font("queue_line")).horizontalAdvance(_name(line, True))
    left, right = _name_span(theme, box, line, key)
    bare_left, bare_right = _name_span(theme, box, line, "")
    return "" if right - left < width <= bare_right - bare_left else key


def _name_span(theme: Theme, box: QRect, line: LineFace, key: str) -> tuple[int, int]:
    """Where the name begins and ends: between the quantity and the marks."""
    px, grown = theme.px, _grown(theme)
    right = box.right() + 1 - px(PAD)
    if key:
        right -= key_chip_width(grown, key) + px(8)
    if line.tag:
        right -= badge_width(grown, Badge(line.tag)) + px(8)
    if line.look == "done":
        right -= px(22 + 8)
    return _quantity_right(theme, box, line) + px(NAME), right


def _wrap(metrics: QFontMetrics, name: str, width: int) -> int:
    """Between words; inside a word only if that alone is longer than a row."""
    longest = max(metrics.horizontalAdvance(word) for word in name.split(" "))
    if longest > width:
        return Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextWrapAnywhere.value
    return Qt.TextFlag.TextWordWrap.value


def _paint_marks(painter: QPainter, theme: Theme, row: QRect, line: LineFace, key: str) -> None:
    """From the right edge inwards: the key, the word, the tick."""
    px, middle, grown = theme.px, row.center().y() + 1, _grown(theme)
    right = row.right() + 1 - px(PAD)
    if key:
        right -= key_chip_width(grown, key)
        paint_key_chip(painter, grown, right, middle, key, theme.color("on_accent_soft"))
        right -= px(8)
    if line.tag:
        badge = Badge(line.tag, line.tag_kind)
        right -= badge_width(grown, badge)
        paint_badge(painter, grown, right, middle, badge)
        right -= px(8)
    if line.look == "done":
        size = px(22)
        spot = QRect(right - size, middle - size // 2, size, size)
        icons.paint(painter, spot, "check-bold", theme.color("done_tick"))


def _paint_name(painter: QPainter, theme: Theme, box: QRect, line: LineFace, current: bool) -> None:
    font = theme.font("queue_line")
    tokens = {"done": "text_faint", "missing": "text_faint", "cancelled": "on_danger_soft"}
    token = tokens.get(line.look, "text")
    if line.aside and token == "text":
        token = "text_faint"
    if current and token == "text_faint":
        token = "text_muted"
    font.setStrikeOut(line.look == "cancelled")
    painter.setFont(font)
    painter.setPen(theme.color(token))
    metrics, name = QFontMetrics(font), _name(line, current)
    needed = metrics.horizontalAdvance(name)
    if needed <= box.width():
        painter.drawText(box, _MIDDLE, name)
        note = "" if current else line.note
        _paint_line_note(painter, theme, box.adjusted(needed, 0, 0, 0), note)
    elif box.height() > theme.px(ROW):
        flags = _wrap(metrics, name, box.width())
        painter.drawText(box, _MIDDLE.value | flags, _cut(metrics, name, box, flags))
    else:
        painter.drawText(box, _MIDDLE, elided(font, name, box.width()))


def _paint_line_note(painter: QPainter, theme: Theme, box: QRect, note: str) -> None:
    """What the customer said about this line, as far as there is room behind its name."""
    box = box.adjusted(theme.px(14), 0, 0, 0)
    if note and box.width() > theme.px(48):
        font = theme.letters(17, 500)
        painter.setFont(font)
        painter.setPen(theme.color("on_warn_soft"))
        shown = elided(font, note, box.width())
        painter.drawText(box, _MIDDLE, shown)


def _cut(metrics: QFontMetrics, name: str, box: QRect, flags: int) -> str:
    """The name without as much of it, before its size, as does not fit into the rows."""
    tall = QRect(0, 0, box.width(), 10_000)
    shown, kept = name, size_at(name)
    size = name[kept:]
    while kept > 4 and metrics.boundingRect(tall, flags, shown).height() > box.height():
        kept -= 4
        shown = shortened(name, kept) + size
    return shown
