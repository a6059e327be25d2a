"""The tick box of the policy: as wide as the text, so that nobody has to aim."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.input.actions import key_text
from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip


class AcceptBox(QAbstractButton):
    """Not ticked at first; a click anywhere on it, or Space, ticks it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key_text("Space")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        theme = self._theme
        text = QFontMetrics(theme.font("row_total")).horizontalAdvance(self.text())
        chip = key_chip_width(theme, self._key)
        return QSize(text + chip + theme.px(14 + 22 + 12 + 24 + 14), theme.px(48))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked, strong = self.isChecked(), self.isChecked() or self.hasFocus()
        painter.setBrush(theme.color("accent_soft" if ticked else "surface"))
        painter.setPen(QPen(theme.color("accent" if strong else "border_strong"), 1 + strong))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_box(painter, ticked)
        chip = key_chip_width(theme, self._key)
        right = self.width() - theme.px(14) - chip
        paint_key_chip(painter, theme, right, self.height() // 2, self._key)
        left = theme.px(14 + 22 + 12)
        painter.setFont(theme.font("row_total"))
        painter.setPen(theme.color("text"))
        place = QRect(left, 0, right - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_box(self, painter: QPainter, ticked: bool) -> None:
        theme, size = self._theme, self._theme.px(22)
        box = QRect(theme.px(14), (self.height() - size) // 2, size, size)
        painter.setBrush(theme.color("accent" if ticked else "surface"))
        painter.setPen(QPen(theme.color("accent" if ticked else "border_strong"), 2))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 5, 5)
        if ticked:
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "check-bold", theme.color("on_accent"))
