"""Sums of money as they stand in panels: a word and a sum, and a large one."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.text.labels import Label
from gui.widgets.text.text_painting import RIGHT, write


class Amount(QWidget):
    """A word at the left and a sum at the right."""

    def __init__(self, theme: Theme, text: str, token: str = "text_muted") -> None:
        super().__init__()
        self._sum = Label(theme, "", "body", token)
        self._sum.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._name = Label(theme, text, "body", token)
        row.addWidget(self._name, 1)
        row.addWidget(self._sum)

    def set_name(self, text: str) -> None:
        self._name.set_text(text)

    def show_sum(self, text: str) -> None:
        self._sum.set_text(text)


class BigSum(QWidget):
    """A sum as large as its role says, and smaller when it would not fit."""

    def __init__(self, theme: Theme, role: str = "total", token: str = "text") -> None:
        super().__init__()
        self._theme = theme
        self._role, self._token = role, token
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        self._role = role
        self.updateGeometry()
        self.update()

    def set_token(self, token: str) -> None:
        self._token = token
        self.update()

    def show_sum(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        return self._text

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), round(self._font().pixelSize() * 1.17))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, width = self._font(), self.width()
        while text_width(font, self._text) > width and font.pixelSize() > self._theme.px(16):
            font.setPixelSize(font.pixelSize() - 2)
        # The digits' own spacing hangs over at the left of the first one, never at the right.
        box = QRect(0, 0, width, self.height())
        write(painter, box, self._text, font, self._theme.color(self._token), RIGHT)
        painter.end()

    def _font(self) -> QFont:
        return self._theme.font(self._role)
