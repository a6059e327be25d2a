"""A big tile that opens a page and shows, in one look, what is going on behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip

_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
Picture = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line at the foot of a tile; `token` colours its icon."""

    icon: str
    text: str
    value: str
    token: str = "text_muted"


class PageTile(Pressable):
    """Title, picture, one large number with its unit, and three facts."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        subtitle: str,
        icon: str,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._subtitle, self._icon, self._key = subtitle, icon, key
        self._number, self._unit = "", ""
        self._facts: tuple[Fact, ...] = ()
        self._picture: Picture | None = None
        self.setText(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_facts(self, number: str, unit: str, facts: tuple[Fact, ...], picture: Picture) -> None:
        """Takes over what is new."""
        self._number, self._unit, self._facts, self._picture = number, unit, facts, picture
        spoken = ". ".join(f"{fact.text}: {fact.value}" for fact in facts)
        self.setAccessibleDescription(f"{self._subtitle}. {number} {unit}. {spoken}")
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(380), self._theme.px(420))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(296))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        _paint_frame(painter, self, theme, "hover" if self.isDown() else "surface")
        pad = theme.px(24)
        box = self.rect().adjusted(pad, pad, -pad, -pad)
        self._paint_head(painter, box)
        top = self._paint_foot(painter, box)
        picture = QRectF(box.left(), box.top() + theme.px(84), box.width(), 0)
        picture.setBottom(top - theme.px(20))
        if self._picture is not None and picture.height() > theme.px(40):
            self._picture(painter, picture)
        painter.end()

    def _paint_head(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        plate = QRect(box.left(), box.top(), theme.px(56), theme.px(56))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft"))
        painter.drawRoundedRect(plate, 8, 8)
        inset = theme.px(12)
        icon_box = plate.adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, icon_box, self._icon, theme.color("on_accent_soft"))
        left = plate.right() + theme.px(16)
        chip = key_chip_width(theme, self._key)
        right = box.right() - chip
        paint_key_chip(painter, theme, right, plate.top() + theme.px(16), self._key, None)
        beside, below = right - left - theme.px(8), box.right() - left
        for role, token, words, align, width in (
            ("title", "text", self.text(), Qt.AlignmentFlag.AlignTop, beside),
            ("body", "text_muted", self._subtitle, Qt.AlignmentFlag.AlignBottom, below),
        ):
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = elided(font, words, width)
            inner = QRect(left, plate.top(), width, plate.height())
            inner.adjust(0, theme.px(3), 0, -theme.px(3))
            painter.drawText(inner, align | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_foot(self, painter: QPainter, box: QRect) -> int:
        """Facts from below, the number above them; where the number begins."""
        theme = self._theme
        row = theme.px(32)
        top = box.bottom() - row * len(self._facts) + 1
        for at, fact in enumerate(self._facts):
            line = QRect(box.left(), top + at * row, box.width(), row)
            size = theme.px(18)
            spot = QRect(line.left(), line.center().y() - size // 2 + 1, size, size)
            icons.paint(painter, spot, fact.icon, theme.color(fact.token))
            painter.setFont(theme.font("row_total"))
            painter.setPen(theme.color("text"))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, fact.value
            )
            value = QFontMetrics(theme.font("row_total")).horizontalAdvance(fact.value)
            words = line.adjusted(size + theme.px(8), 0, -value - theme.px(8), 0)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text_muted"))
            shown = elided(theme.font("body"), fact.text, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        rule = top - theme.px(12)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(box.left(), rule, box.right(), rule)
        return self._paint_number(painter, box, rule - theme.px(8))

    def _paint_number(self, painter: QPainter, box: QRect, bottom: int) -> int:
        theme = self._theme
        unit = QFontMetrics(theme.font("row"))
        room = box.width() - unit.horizontalAdvance(self._unit) - theme.px(24)
        pixels = 56
        while pixels > 24:
            font = theme.letters(pixels, 700, -0.027 * pixels, tabular=False)
            if QFontMetrics(font).horizontalAdvance(self._number) <= room:
                break
            pixels -= 2
        height = theme.px(72)
        line = QRect(box.left(), bottom - height, box.width(), height)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        metrics = QFontMetrics(font)
        base = line.center().y() + metrics.capHeight() // 2
        painter.drawText(line.left(), base, self._number)
        width = metrics.horizontalAdvance(self._number)
        painter.setFont(theme.font("row"))
        painter.setPen(theme.color("text_muted"))
        painter.drawText(line.left() + width + theme.px(14), base, self._unit)
        return line.top()


class SmallTile(Pressable):
    """A small tile: icon, title, and one line about what is behind it."""

    def __init__(self, theme: Theme, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._line, self._token = "", "text_muted"
        self.setText(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(theme.px(80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: str, token: str = "text_muted") -> None:
        """Takes over what is new."""
        self._line, self._token = line, token
        self.setAccessibleDescription(line)
        self.update()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(80))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        pressed = self.isDown() or self.underMouse()
        _paint_frame(painter, self, theme, "hover" if pressed else "surface")
        size = theme.px(26)
        spot = QRect(theme.px(10), (self.height() - size) // 2, size, size)
        icons.paint(painter, spot, self._icon, theme.color("accent"))
        left = spot.right() + theme.px(8)
        text = QRect(left, 0, self.width() - left - theme.px(4), self.height())
        row, font = theme.px(20), theme.font("row_total")
        line_font = theme.font("second_strong" if self._token != "text_muted" else "second")
        # Words that are too long for one row go on in a second one.
        of_title = 1 if text_width(font, self.text()) <= text.width() else 2
        of_line = 1 if text_width(line_font, self._line) <= text.width() else 2
        text.setTop((self.height() - row * (of_title + of_line)) // 2)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(text, _TOP_LEFT | Qt.TextFlag.TextWordWrap, self.text())
        painter.setFont(line_font)
        painter.setPen(theme.color(self._token))
        text.setTop(text.top() + row * of_title + theme.px(1))
        painter.drawText(text, _TOP_LEFT | Qt.TextFlag.TextWordWrap, self._line)
        painter.end()


def _paint_frame(painter: QPainter, tile: QWidget, theme: Theme, ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2 if tile.hasFocus() else 1
    painter.setPen(QPen(theme.color("accent" if tile.hasFocus() else "border"), width))
    painter.setBrush(theme.color(ground))
    half = width / 2
    painter.drawRoundedRect(QRectF(tile.rect()).adjusted(half, half, -half, -half), 10, 10)
