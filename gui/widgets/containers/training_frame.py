"""A coloured frame around each window of a copy of the shop, so that nobody takes it for real."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded

#: Pixels at 100 %, for which the window keeps room.
WIDTH = 6


class TrainingFrame(QWidget):
    """Lies in the margins of `window`, whatever its size."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Training: nothing here is real"))
        self.setGeometry(window.rect())
        self.lower()
        self.show()
        window.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(window, QWidget):
            self.setGeometry(window.rect())
        return False

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        wide, box = self._theme.px(WIDTH), self.rect()
        painter = QPainter(self)
        for strip in (
            (0, 0, box.width(), wide),
            (0, box.height() - wide, box.width(), wide),
            (0, 0, wide, box.height()),
            (box.width() - wide, 0, wide, box.height()),
        ):
            painter.fillRect(*strip, self._theme.color("warn"))
        painter.end()
