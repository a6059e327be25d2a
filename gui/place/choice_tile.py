"""One of a few ways to go on: an icon, what it is, and what follows from it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded

_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class ChoiceTile(QAbstractButton):
    """Put several into one exclusive QButtonGroup; arrow keys then move between them."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._more = text
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = self._theme.px(360)
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # One line, however narrow it was before: how high it must be, its width says.
        px = self._theme.px
        return QSize(px(240), self.heightForWidth(px(10_000)))

    @guarded(72)
    def heightForWidth(self, width: int) -> int:
        px = self._theme.px
        box = QRect(0, 0, width - px(56 + 48), 10_000)
        text = QFontMetrics(self._theme.font("second")).boundingRect(box, _WORDS, self._more)
        return px(14) + px(20) + px(2) + text.height() + px(14)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        chosen, strong = self.isChecked(), self.isChecked() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.color(fill))
        painter.setPen(QPen(theme.color("accent" if strong else "border"), 1 + strong))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 7, 7)
        spot = QRect(px(16), px(14), px(24), px(24))
        token = "on_accent_soft" if chosen else "text_muted"
        icons.paint(painter, spot, self._icon, theme.color(token))
        self._paint_words(painter, QRect(px(56), px(14), self.width() - px(56 + 48), self.height()))
        mark = QRect(self.width() - px(40), px(14), px(24), px(24))
        name = "radiobox-marked" if chosen else "radiobox-blank"
        icons.paint(painter, mark, name, theme.color("accent" if chosen else "border_strong"))
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("row_total"))
        painter.setPen(theme.color("text"))
        painter.drawText(box, _WORDS, self.text())
        painter.setFont(theme.font("second"))
        painter.setPen(theme.color("text_muted"))
        painter.drawText(box.adjusted(0, px(22), 0, 0), _WORDS, self._more)
