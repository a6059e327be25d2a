"""A small coloured plate with an icon and a word: in stock, late, ready. Never colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded

# Kind: fill, text.
_KINDS = {
    "neutral": ("sunken", "text_muted"),
    "accent": ("accent_soft", "on_accent_soft"),
    "warn": ("warn_soft", "on_warn_soft"),
    "danger": ("danger_soft", "on_danger_soft"),
    "ready": ("ready_soft", "on_ready_soft"),
    "info": ("info_soft", "on_info_soft"),
    "late": ("danger", "on_danger"),
    "nearly_late": ("warn", "on_warn"),
    "done": ("ready", "on_ready"),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """What a chip shows; `kind` is one of neutral, accent, warn, danger, ready, info, late, …"""

    text: str
    kind: str = "neutral"
    icon: str = ""


def badge_width(theme: Theme, badge: Badge) -> int:
    width = text_width(theme.font("chip"), badge.text) + 2 * theme.px(8)
    return width + (theme.px(16 + 5) if badge.icon else 0)


def paint_badge(
    painter: QPainter, theme: Theme, x: int, middle: int, badge: Badge, most: int = 10_000
) -> int:
    """Draws the chip with its left edge at `x`, at most `most` wide; gives its width."""
    fill, colour = _KINDS[badge.kind]
    width, height = min(badge_width(theme, badge), most), theme.px(24)
    box = QRect(x, middle - height // 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill))
    painter.drawRoundedRect(QRectF(box), 6, 6)
    left = x + theme.px(8)
    if badge.icon:
        size = theme.px(16)
        spot = QRect(left, middle - size // 2, size, size)
        icons.paint(painter, spot, badge.icon, theme.color(colour))
        left += size + theme.px(5)
    font = theme.font("chip")
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    spare = box.right() + 1 - theme.px(8) - left
    text = elided(font, badge.text, spare)
    painter.drawText(QRect(left, box.top(), spare + 1, height), Qt.AlignmentFlag.AlignVCenter, text)
    return width


class Chip(QWidget):
    """A chip standing by itself."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "neutral",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badge = Badge(text, kind, icon)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_badge(self, badge: Badge) -> None:
        self._badge = badge
        self.setAccessibleName(badge.text)
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._theme, self._badge), self._theme.px(24))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._theme.px(44), self.sizeHint().width()), self._theme.px(24))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, self._theme, 0, self.height() // 2, self._badge, self.width())
        painter.end()
