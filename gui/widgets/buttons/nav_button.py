"""An entry of a list of pages: an icon and a word, filled when it is the one shown."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from gui.look import icons
from gui.look.theme import Theme, elided
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.choice import Choice


class NavButton(Choice):
    """Stands above and below others of its kind; the word beside the icon says what it opens."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._height = theme.px(44)
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_height(self, pixels: int) -> None:
        """Lower where the list is long."""
        self._height = self._theme.px(pixels)
        self.updateGeometry()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        text = QFontMetrics(self._theme.font("button")).horizontalAdvance(self.text())
        return QSize(text + self._theme.px(44 + 12), self._height)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect())
        fill = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(theme.color(fill))
            painter.drawRoundedRect(shape, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), 8, 8)
        token = "on_accent_soft" if self.isChecked() else "text_muted"
        icons.paint(
            painter,
            QRect(px(12), (self.height() - px(20)) // 2, px(20), px(20)),
            self._icon,
            theme.color(token),
        )
        font = theme.font("button" if self.isChecked() else "row")
        painter.setFont(font)
        painter.setPen(theme.color(token))
        box = self.rect().adjusted(px(44), 0, -px(4), 0)
        text = elided(font, self.text(), box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
