"""Words that offer others when they are pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy

from gui.look import icons
from gui.look.theme import Theme, elided, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.pressable import Pressable


class WordsButton(Pressable):
    """Looks like a second title with a small arrow; a subclass says in `menu` what it offers."""

    def __init__(self, theme: Theme, role: str = "small") -> None:
        super().__init__()
        self._theme = theme
        self._font = theme.font(role)
        self._is_title = False
        self._short = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.offer)

    def menu(self) -> QMenu:
        """What can be chosen."""
        raise NotImplementedError

    def offer(self) -> None:
        """Opens the menu below the words."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def show_words(self, text: str, short: str = "") -> None:
        """`short` says it where there is no room for all words."""
        self._short = short
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def shown_words(self) -> str:
        """All words, or the short ones where there is no room."""
        wide = self._page()
        fits = not self._short or text_width(self._font, self.text()) <= wide
        return elided(self._font, self.text() if fits else self._short, wide)

    def _page(self) -> int:
        return self.width() - self._theme.px(26)

    def be_a_title(self, role: str = "card_title") -> None:
        """Only says what it is; there is nothing to choose."""
        self._is_title = True
        self._font = self._theme.font(role)
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(text_width(self._font, self.text()) + px(26), px(32))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 6, 6)
        lit = self.underMouse() or self._is_title
        colour = theme.color("text" if lit else "text_muted")
        painter.setPen(colour)
        painter.setFont(self._font)
        wide = self._page()
        text = self.shown_words()
        box = QRect(px(4), 0, wide + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if self._is_title:
            painter.end()
            return
        end = px(4) + text_width(self._font, text)
        spot = QRect(end + px(2), (self.height() - px(16)) // 2, px(16), px(16))
        icons.paint(painter, spot, "chevron-down", colour)
        painter.end()
