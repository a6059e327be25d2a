"""The field of the scan box: whatever is typed lands here, and keys of the window go past it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.input.held_keys import DeafMoment
from gui.runtime.error_handler import guarded

_STANDARD = QKeySequence.StandardKey
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryField(QLineEdit):
    """A line edit without a frame.

    `is_search`: undo and paste concern the cart. `window_keys` (+ − Del) belong to the window
    while the field is empty.
    """

    entered = Signal()
    #: Arrow up or down: −1 or 1.
    stepped = Signal(int)
    escaped = Signal()
    #: Backspace in the empty field.
    erased = Signal()
    #: One of `window_keys` in the empty field, with whatever it takes to type it (Shift, keypad).
    left_to_window = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_search = True
        self.window_keys: tuple[Qt.Key, ...] = ()
        self.setProperty("bare", True)
        self.setFrame(False)
        self.textEdited.connect(self._show_letter)
        self._deaf = DeafMoment(self)

    @property
    def listens(self) -> bool:
        """Whether Enter alone is meant by now, and not the second of two that did something."""
        return self._deaf.is_over

    def hush(self) -> None:
        """Enter did something."""
        self._deaf.start()

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """An Enter elsewhere may have brought one here: at the lock, on a button, in a form."""
        super().focusInEvent(event)
        self.hush()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._belongs_to_window(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and not held:
            self.entered.emit()
        elif key in _STEPS and not held:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
        elif self._is_command(event):
            self.left_to_window.emit(key)
        else:
            super().keyPressEvent(event)

    def _show_letter(self) -> None:
        """The letter stands there before anything is looked for; Enter after it is a new one."""
        self._deaf.stop()
        self.repaint()

    def _belongs_to_window(self, event: QKeyEvent) -> bool:
        """Steps of the cart are undone, not letters; a paste is a shopping list or a code."""
        if self._is_command(event):
            return True
        if event.matches(_STANDARD.Undo) or event.matches(_STANDARD.Redo):
            return self.is_search or not (self.isUndoAvailable() or self.isRedoAvailable())
        return self.is_search and event.matches(_STANDARD.Paste)

    def _is_command(self, event: QKeyEvent) -> bool:
        return event.key() in self.window_keys and not self.text()
