"""What every button of the program has in common."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from gui.runtime.error_handler import guarded


class Pressable(QAbstractButton):
    """A button that Enter presses as the space bar does: Qt lets Enter through to what is around
    it, which would do something else."""

    #: Why it cannot be pressed; empty where that is plain.
    closed = ""

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """A press of what is closed goes on to the window, which says why, as it does for a key."""
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if is_press and self.closed and not self.isEnabled():
            event.ignore()
            return False
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)
