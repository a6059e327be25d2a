"""The verdict on a scan: a strip at the foot of the cart for three seconds, never in the way."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, kept_together, text_width
from gui.runtime.error_handler import guarded

_ICONS = {
    "ready": "check-circle",
    "info": "information-outline",
    "warn": "alert",
    "danger": "close-circle",
}
SECONDS = 3
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class Toast(QWidget):
    """44 px. Keeps its place in the layout while it is empty, so that nothing jumps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind, self._verdict, self._what, self._code = "", "", "", ""
        self.setFixedHeight(theme.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.clear)

    def tell(self, kind: str, verdict: str, what: str = "", code: str = "") -> None:
        """`kind` is ready, info, warn or danger; `verdict` is the bold word."""
        self._kind, self._verdict, self._what, self._code = kind, verdict, what, code
        self.setAccessibleName(" ".join(part for part in (verdict, what, code) if part))
        self._timer.start()
        self.update()

    def pass_by(self) -> None:
        """Something was done since: what was wrong with the last scan is said no longer."""
        if self._kind == "danger":
            self.clear()

    def clear(self) -> None:
        self._kind = ""
        self.setAccessibleName("")
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(44))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._kind:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._kind}_soft"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        colour = theme.color(f"on_{self._kind}_soft")
        spot = QRect(px(16), (self.height() - px(20)) // 2, px(20), px(20))
        icons.paint(painter, spot, _ICONS[self._kind], colour)
        painter.setPen(colour)
        right = self.width() - px(16)
        x = spot.right() + px(12)
        whole = " ".join(part for part in (self._verdict, self._what) if part)
        needed = text_width(theme.font("body_strong"), whole)
        code_font = theme.font("second")
        code_width = text_width(code_font, self._code) + px(12)
        if needed <= right - x - code_width:  # the words go before the digits
            painter.setFont(code_font)
            box = QRect(right - code_width, 0, code_width, self.height())
            painter.drawText(box, _END, self._code)
            right -= code_width
        elif needed > right - x:
            # In two smaller lines: what is refused is read to its end.
            painter.setFont(theme.font("second_strong"))
            painter.drawText(QRect(x, 0, right - x, self.height()), _WRAPPED, kept_together(whole))
            painter.end()
            return
        for text, role in ((self._verdict, "body_strong"), (self._what, "body")):
            font = theme.font(role)
            painter.setFont(font)
            shown = elided(font, text, right - x)
            box = QRect(x, 0, right - x, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            x += text_width(font, shown) + px(10)
        painter.end()
