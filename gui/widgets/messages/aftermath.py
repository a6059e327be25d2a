"""Where a message has just gone, a click that was meant for it does nothing."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.runtime.error_handler import guarded

#: Milliseconds: longer than a hand that is on its way, and than a double click.
LASTS = 500


class Aftermath(QWidget):
    """Stands unseen in the place of `gone` for a moment and takes the clicks."""

    def __init__(self, gone: QWidget) -> None:
        super().__init__(gone.parentWidget())
        self.setGeometry(gone.geometry())
        QTimer.singleShot(LASTS, self, self.deleteLater)
        self.show()
        self.raise_()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
