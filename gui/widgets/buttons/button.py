"""A button as the design draws it: icon, text, perhaps a number, its key at the right edge."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from gui.widgets.text.plain_text import set_tip

# Kind: fill, text, edge; then height, font role, icon size, horizontal padding.
_KINDS: dict[str, tuple[str, str, str, int, str, int, int]] = {
    "normal": ("surface", "text", "border", 48, "button", 20, 12),
    "narrow": ("surface", "text", "border", 48, "button", 20, 8),
    "sum": ("surface", "text", "border", 64, "title", 20, 16),
    "keypad": ("surface", "text", "border", 64, "figure", 26, 8),
    "primary": ("accent", "on_accent", "accent", 48, "button", 20, 14),
    "outline": ("surface", "accent", "accent", 48, "button", 20, 12),
    "danger": ("surface", "on_danger_soft", "danger_edge", 48, "button", 20, 12),
    "dashed": ("bg", "text_muted", "border_strong", 40, "button", 18, 12),
    "toolbar": ("surface", "text", "border", 40, "button", 20, 12),
    "toolbar_primary": ("accent", "on_accent", "accent", 40, "button", 20, 14),
    "filter": ("surface", "text_muted", "border", 40, "button", 20, 12),
    "pay": ("accent", "on_accent", "accent", 64, "title", 28, 18),
    "pay_wide": ("accent", "on_accent", "accent", 72, "figure", 32, 20),
    "undo": ("undo_accent", "on_undo_accent", "undo_accent", 32, "button", 18, 12),
    "quiet": ("", "text_muted", "", 40, "button", 20, 8),
}


class Button(Pressable):
    """`setChecked(True)` on a checkable one draws it as chosen (accent_soft, accent edge)."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        kind: str = "normal",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._key = key
        # Sums beside each other are as wide as their room: no key gives way where others stay.
        self._key_below = bool(key) and kind == "sum"
        self._count = ""
        self._count_token = ""
        self._second_line = ""
        self._centred = False
        fill, colour, edge, height, font, icon_size, pad = _KINDS[kind]
        self._fill, self._colour, self._edge = fill, colour, edge
        self._height, self._icon_size = theme.px(height), theme.px(icon_size)
        self._font, self._pad = theme.font(font), theme.px(pad)
        self.setText(text)
        self.setFont(self._font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._name()
            self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def set_count(self, count: str, token: str = "") -> None:
        """A number behind the text: `Semua 5.134`, in a colour of its own if `token` is given."""
        self._count = count
        self._count_token = token
        self._name()
        self.updateGeometry()
        self.update()

    def set_second_line(self, text: str) -> None:
        """A small line under the text: why the button waits, what goes back."""
        self._second_line = text
        self._name()
        self.updateGeometry()
        self.update()

    def set_centred(self) -> None:
        self._centred = True
        self.update()

    def let(self, may: bool, why_not: str) -> None:
        """Whether it can be pressed; else under the pointer, and to a press, why not."""
        self.setEnabled(may)
        self.closed = why_not
        set_tip(self, why_not or self.accessibleName())

    def set_height(self, pixels: int) -> None:
        self._height = self._theme.px(pixels)
        self.updateGeometry()

    def set_busy(self, busy: bool) -> None:
        """It cannot be pressed while what it began is on its way. Meanwhile the focus is nowhere:
        Qt would give it to the button beside, which may be one that deletes."""
        if busy and self.hasFocus():
            self.clearFocus()
        self.setEnabled(not busy)
        if not busy and self.window().focusWidget() is None:
            self.setFocus()

    @property
    def key(self) -> str:
        return self._key

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = text_width(self._font, self.text())
        if self._second_line:
            width = max(width, text_width(self._theme.font("small"), self._second_line))
        return QSize(width + self._around(), self._height)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # Long translations elide, but never to less than a few letters.
        shortest = min(text_width(self._font, self.text()), self._theme.px(72))
        return QSize(shortest + self._around(), self._height)

    @guarded()
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._paint_face(painter)
        box = self.rect().adjusted(self._pad, 0, -self._pad, 0)
        self._paint_content(painter, box, colour)
        painter.end()

    # --- inside ----------------------------------------------------------------------------

    def _name(self) -> None:
        parts = (self.text(), self._count, self._second_line)
        self.setAccessibleName(" ".join(part for part in parts if part))
        set_tip(self, f"{self.text()} ({self._key})" if self._key else "")

    def _around(self) -> int:
        """Everything in the width that is not text."""
        width = 2 * self._pad
        if self._icon:
            width += self._icon_size + (self._theme.px(8) if self.text() else 0)
        if self._count:
            width += self._theme.px(8) + text_width(self._font, self._count)
        if self._key and not self._key_below:
            width += self._theme.px(12) + key_chip_width(self._theme, self._key)
        return width

    def _paint_face(self, painter: QPainter) -> QColor:
        """Fill, edge and focus ring; gives the colour of what stands on it."""
        theme = self._theme
        fill, colour, edge = self._fill, self._colour, self._edge
        if not self.isEnabled():
            fill, colour, edge = "sunken", "text_faint", "border"
            if self._kind == "quiet" and self.text():
                fill = edge = ""  # a picture alone would look as open as those beside it
        elif self.isChecked():
            fill, colour, edge = "accent_soft", "on_accent_soft", "accent"
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        face = theme.color(fill) if fill else QColor(0, 0, 0, 0)
        if self.isEnabled() and not self.isChecked():
            face = self._touched(face)
        pen = QPen(theme.color(edge), 1) if edge else QPen(Qt.PenStyle.NoPen)
        if self._kind == "dashed":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(face)
        painter.drawRoundedRect(shape, 8, 8)
        if self.hasFocus():
            filled = self._fill in ("accent", "undo_accent") and self.isEnabled()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            if filled:  # a ring of its own colour would not be seen on an accent button
                painter.setPen(QPen(theme.color(colour), 2))
                painter.drawRoundedRect(shape.adjusted(3, 3, -3, -3), 6, 6)
        return theme.color(colour)

    def _touched(self, face: QColor) -> QColor:
        """A little darker under the pointer, more while pressed; lighter on dark themes."""
        if self.isDown():
            amount = 115
        elif self.underMouse():
            amount = 106 if self._fill in ("accent", "undo_accent") else 103
        else:
            return face
        if face.alpha() == 0:
            return self._theme.color("hover")
        return face.lighter(amount + 12) if self._theme.is_dark else face.darker(amount)

    def _paint_content(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        theme = self._theme
        right = box.right() + 1
        chip = key_chip_width(theme, self._key) if self._key else 0
        key = theme.px(12) + chip if self._key else 0
        # In a tight place the word is worth more than its key, and the key more than a picture;
        # the room between them is worth least.
        missing = self.sizeHint().width() - self.width()
        picture = self._icon_size + theme.px(8) if self._icon and self.text() else 0
        has_key = bool(self._key) and not self._key_below and missing <= picture
        before = min(max(0, missing), self._pad - theme.px(4)) if picture and has_key else 0
        beside = min(max(0, missing - before), theme.px(4)) if picture and has_key else 0
        missing -= before + beside
        nearer = min(max(0, missing), theme.px(8)) if has_key else 0
        if has_key:
            on = colour if self._fill in ("accent", "undo_accent") and self.isEnabled() else None
            paint_key_chip(painter, theme, right - chip, box.center().y() + 1, self._key, on)
            right -= key - nearer
        has_picture = bool(self._icon) and not (has_key and missing > nearer)
        box = box.adjusted(-before if has_picture else 0, 0, 0, 0)
        left = box.left()
        if self._centred or not self.text():
            # In the middle of the whole button, off it only where the key stands in the way.
            words = self.sizeHint().width() - 2 * self._pad - key
            left += max(0, min((box.width() - words) // 2, right - left - words))
        if has_picture:
            size = self._icon_size
            spot = QRect(left, box.center().y() - size // 2 + 1, size, size)
            icons.paint(painter, spot, self._icon, colour)
            left += size + theme.px(8) - beside
        self._paint_text(painter, QRect(left, box.top(), right - left, box.height()), colour)

    def _paint_text(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        painter.setPen(colour)
        font = self._font
        if self._kind == "sum" and text_width(font, self.text()) > box.width():
            font = self._theme.font("body_strong")  # rather small than cut
        painter.setFont(font)
        count = text_width(font, self._count) + self._theme.px(8) if self._count else 0
        text = elided(font, self.text(), box.width() - count)
        first, second = QRect(box), QRect(box)
        if self._second_line:
            height = QFontMetrics(self._font).height()
            both = height + QFontMetrics(self._theme.font("small")).height()
            first.setTop(box.center().y() - both // 2)
            first.setHeight(height)
            second.setTop(first.bottom() + 1)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._second_line:
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(first, flags, text)
        if self._count:
            after = text_width(font, text) + self._theme.px(8)
            if self._count_token and self.isEnabled() and not self.isChecked():
                painter.setPen(self._theme.color(self._count_token))
            painter.drawText(first.adjusted(after, 0, 0, 0), flags, self._count)
            painter.setPen(colour)
        if self._second_line:
            font = self._theme.font("small")
            chip = 0
            if self._key_below:
                chip = key_chip_width(self._theme, self._key)
                px = self._theme.px
                middle = min(second.top() + px(11), self.height() - px(13))
                paint_key_chip(painter, self._theme, box.right() + 1 - chip, middle, self._key)
                painter.setPen(colour)
            painter.setFont(font)
            line = elided(font, self._second_line, box.width() - chip)
            painter.drawText(second, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line)
