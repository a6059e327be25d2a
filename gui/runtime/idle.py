"""Notices that nobody has touched the program for a while, whichever of its windows it was."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from gui.runtime.error_handler import guarded

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """`idle` is told once after `minutes` without a touch; 0 minutes: never."""

    idle = Signal()

    def __init__(self, qt: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        qt.focusWindowChanged.connect(self._watch)

    def wait(self, minutes: int) -> None:
        """Begins to wait that long."""
        self._timer.stop()
        if minutes:
            self._timer.start(minutes * 60_000)

    def stop(self) -> None:
        self._timer.stop()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is said
            self._touched()

    def _touched(self) -> None:
        if self._timer.isActive():
            self._timer.start()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched()
        return False
