"""Lines of text that end in … instead of being cut in the middle of a letter."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import icons
from gui.look.theme import Theme, elided, kept_together, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.text.plain_text import set_tip


class Label(QWidget):
    """One line: an icon perhaps, then text of which one part may be bold; elided on the right.

    `role` is a font role of the theme, `token` a colour.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        token: str = "text",
        icon: str = "",
        icon_token: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(role)
        self._token = token
        self._icon = icon
        self._icon_token = icon_token or token
        self._icon_size = theme.px(16 if self._font.pixelSize() <= theme.px(14) else 20)
        self._align = align
        self._text = ""
        self._bold = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, bold: str = "") -> None:
        """Shows `text` on one line; `bold` is the part of it that names the thing."""
        text = " ".join(text.split())
        if (text, bold) == (self._text, self._bold) and self._text:
            return
        self._text, self._bold = text, bold
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_token(self, token: str, icon_token: str = "") -> None:
        self._token, self._icon_token = token, icon_token or token
        self.update()

    def set_icon(self, icon: str, token: str = "") -> None:
        self._icon, self._icon_token = icon, token or self._token
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = sum(text_width(font, part) for part, font in self._parts())
        height = QFontMetrics(self._font).height()
        if self._icon:
            width += self._icon_size + self._theme.px(6)
            height = max(height, self._icon_size)
        return QSize(width, height)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(32)), hint.height())

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        spare = max(0, self.width() - self.sizeHint().width())
        x = 0
        if self._align & Qt.AlignmentFlag.AlignRight:
            x = spare
        elif self._align & Qt.AlignmentFlag.AlignHCenter:
            x = spare // 2
        if self._icon:
            size = self._icon_size
            spot = QRect(x, (self.height() - size) // 2, size, size)
            icons.paint(painter, spot, self._icon, self._theme.color(self._icon_token))
            x += self._icon_size + self._theme.px(6)
        painter.setPen(self._theme.color(self._token))
        self._paint_parts(painter, x)
        painter.end()

    def _paint_parts(self, painter: QPainter, x: int) -> None:
        cut = False
        for part, font in self._parts():
            room = self.width() - x
            shown = elided(font, part, room)
            painter.setFont(font)
            box = QRect(x, 0, room, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            x += QFontMetrics(font).horizontalAdvance(shown)
            if shown != part:
                cut = True
                break
        set_tip(self, self._text if cut else "")

    def _parts(self) -> list[tuple[str, QFont]]:
        if not self._bold or self._bold not in self._text:
            return [(self._text, self._font)]
        strong = QFont(self._font)
        strong.setWeight(QFont.Weight.Bold)
        before, after = self._text.split(self._bold, 1)
        return [(before, self._font), (self._bold, strong), (after, self._font)]


class WholeLabel(Label):
    """What must be read to its end: two smaller lines where one is too short."""

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        lines = 2 * QFontMetrics(self._theme.font("second_strong")).lineSpacing()
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), lines))

    def _paint_parts(self, painter: QPainter, x: int) -> None:
        if self.width() >= self.sizeHint().width():
            super()._paint_parts(painter, x)
            return
        painter.setFont(self._theme.font("second_strong"))
        ways = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), ways, kept_together(self._text))
        set_tip(self, self._text)
