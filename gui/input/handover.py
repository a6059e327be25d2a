"""What is pressed on a window while it is built anew reaches the one that takes its place."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.input.key_delivery import deliver
from gui.runtime.error_handler import guarded

#: A desktop that did not give the new window the focus by then (ms) has given it elsewhere.
PATIENCE = 3_000
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Handover(QObject):
    """Empties `before` and keeps it on the screen, under `after`, until that has the focus.

    A desktop gives keys and clicks to the window that it shows: those of the moments in which the
    new one was built are the old one's, and those that come while neither is shown are nobody's.
    """

    def __init__(self, before: QWidget, after: QWidget) -> None:
        super().__init__(after)
        self._before, self._after = before, after
        for earlier in before.findChildren(Handover, options=_DIRECT):
            earlier.follow(after)
        before.setUpdatesEnabled(False)  # it looks as it did
        for action in before.actions():
            before.removeAction(action)
        for child in before.findChildren(QWidget, options=_DIRECT):
            child.deleteLater()
        self._handle = before.windowHandle()
        if not before.isActiveWindow() or self._handle is None:
            self._end()
            return
        self._handle.installEventFilter(self)
        self._watch()
        QTimer.singleShot(PATIENCE, self, self._end)

    def follow(self, after: QWidget) -> None:
        """The new window is built anew as well before it had the focus."""
        self._after = after
        self.setParent(after)
        self._watch()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        to = self._after.windowHandle()
        if isinstance(event, QKeyEvent):
            deliver(to, event.clone())
            return True
        if isinstance(event, QMouseEvent):
            QCoreApplication.sendEvent(to, event.clone())
            return True
        return False

    def _watch(self) -> None:
        self._after.windowHandle().activeChanged.connect(self._look)

    @guarded()
    def _look(self) -> None:
        if self._after.windowHandle().isActive():
            self._end()

    def _end(self) -> None:
        self._before.close()
        self._before.deleteLater()
        self.deleteLater()
