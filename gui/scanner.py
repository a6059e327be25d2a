"""Tells a barcode scanner from a person typing, in all windows, whatever has the focus.

A scanner is a keyboard that types very fast. A key that could begin a scan is held back for a
moment: if more follow as fast as only a scanner types, they are a scan and no field or button ever
sees them; if not, they are passed on in order, and the typist feels nothing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.exception_desk import guarded

GAP_MS = 35
SHORTEST = 4
# After a scan that ended by a pause, its Enter or Tab may still be on the way.
LATE_END_MS = 150

_END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass
class _Held:
    receiver: QObject
    event: QKeyEvent
    at: int


class Scanner(QObject):
    """An event filter for the whole program.

    `clock` gives milliseconds; it stands in for the time of keys that carry none of their own.
    `gap` and `shortest` are settings: the learning wizard finds them from three labels.
    """

    #: A label was scanned; carries its code.
    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] | None = None
    ) -> None:
        super().__init__(parent)
        self.gap = GAP_MS
        self.shortest = SHORTEST
        self._clock = clock or _milliseconds
        self._held: list[_Held] = []
        self._text = ""
        self._replaying = False
        self._swallow_end_until = 0
        self._swallow_release: int | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._pause)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.settle()
            return False
        if kind not in (
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget | QWindow):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return self._asked_for_shortcut(event)

    # --- what comes in ---------------------------------------------------------------------

    def _asked_for_shortcut(self, event: QKeyEvent) -> bool:
        """Before a press Qt asks whether it is a shortcut; a held key's is decided on later."""
        self._settle_if_slow(event)
        if self._may_be_scan(event) or self._ends_scan(event):
            event.accept()
            return True
        if event.key() not in _MODIFIERS:
            self.settle()  # a command finds all that was typed before it
        return False

    def _pressed(self, receiver: QObject, event: QKeyEvent) -> bool:
        at = self._time(event)
        if event.key() in _MODIFIERS:
            return False
        if self._ends_scan(event):
            self._swallow_release = event.key()
            if self._text:
                self._finish()
            return True
        self._settle_if_slow(event)
        if not self._may_be_scan(event):
            self.settle()
            return False
        self._held.append(_Held(receiver, event.clone(), at))
        self._text += event.text()
        self._timer.start(self.gap + 5)
        return True

    def _released(self, receiver: QObject, event: QKeyEvent) -> bool:
        if event.key() == self._swallow_release:
            self._swallow_release = None
            return True
        if event.key() in {held.event.key() for held in self._held}:
            # Keeps its place behind its press; its time does not count as that of a key.
            self._held.append(_Held(receiver, event.clone(), self._held[-1].at))
            return True
        return False

    def _may_be_scan(self, event: QKeyEvent) -> bool:
        text = event.text()
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            return False
        # A space never begins a code: it presses buttons and ticks lines, at once.
        return len(text) == 1 and text.isprintable() and (text != " " or bool(self._text))

    def _ends_scan(self, event: QKeyEvent) -> bool:
        if event.key() not in _END_KEYS or event.isAutoRepeat():
            return False
        at = self._time(event)
        if self._is_scan():
            return at - self._held[-1].at <= self.gap
        return not self._held and at <= self._swallow_end_until

    def _is_scan(self) -> bool:
        return len(self._text) >= self.shortest

    # --- what goes out ---------------------------------------------------------------------

    def _pause(self) -> None:
        """No key came for a while. Those that wait in the queue are heard before deciding."""
        waited = self._clock() - self._arrived if self._held else 0
        if self._held and waited < self.gap:
            self._timer.start(max(1, int(self.gap - waited)))
        else:
            self.settle()

    def _settle_if_slow(self, event: QKeyEvent) -> None:
        if self._held and self._time(event) - self._held[-1].at > self.gap:
            self.settle()

    def settle(self) -> None:
        """The run of keys is over: a scan, or keys to pass on."""
        if not self._held:
            return
        if self._is_scan():
            self._swallow_end_until = self._held[-1].at + LATE_END_MS
            self._finish()
        else:
            held, self._held, self._text = self._held, [], ""
            self._timer.stop()
            self._replay(held)

    def _finish(self) -> None:
        code = self._text.strip()
        self._held, self._text = [], ""
        self._timer.stop()
        if code:
            self.scanned.emit(code)

    def _replay(self, held: list[_Held]) -> None:
        self._replaying = True
        try:
            for key in held:
                if isValid(key.receiver):
                    _deliver(key.receiver, key.event)
        finally:
            self._replaying = False

    def _time(self, event: QKeyEvent) -> int:
        self._arrived = self._clock()
        return event.timestamp() or int(self._arrived)


def _deliver(receiver: QObject, event: QKeyEvent) -> None:
    """As Qt would have: first as a shortcut, unless the focused field wants it, then as a key."""
    if event.type() == QEvent.Type.KeyPress:
        asked = _copy(event, QEvent.Type.ShortcutOverride)
        asked.ignore()
        QCoreApplication.sendEvent(_target(receiver), asked)
        if not asked.isAccepted():
            action = _shortcut(_target(receiver), event)
            if action is not None:
                action.trigger()
                return
    QCoreApplication.sendEvent(receiver, event)


def _target(receiver: QObject) -> QObject:
    """A window hands keys to the widget in focus."""
    if isinstance(receiver, QWindow):
        return receiver.focusObject() or receiver
    return receiver


def _shortcut(target: QObject, event: QKeyEvent) -> QAction | None:
    """The command that this key does in the window of `target`, if it can be done now."""
    if not isinstance(target, QWidget):
        return None
    pressed = QKeySequence(event.keyCombination())
    window = target.window()
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled():
            for action in widget.actions():
                if action.isEnabled() and pressed in action.shortcuts():
                    return action
    return None


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(
        kind, event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count()
    )


def _milliseconds() -> float:
    return time.monotonic() * 1000
