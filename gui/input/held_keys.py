"""A key that is held down goes on where that is wanted, and is told from one pressed again.

Under X11 a held key comes up and goes down in the same millisecond, again and again. Qt knows it by
the press that waits behind the release, and takes it for a new press when that comes a moment later
(a third of them, on a desktop with little to do).

A key may also come in twos: nobody has read yet what the second would answer (`DeafMoment`,
`TwinEnters`).
"""

from math import inf

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_DEAF = 400  # ms
#: ms for a card or a row that came under the key by itself: a quick hand goes on with it.
DEAF_TO_NEXT = 300


class DeafMoment(QTimer):
    """Begins with `start`, when a key did or asked something, and lasts for some ms: until it is
    over the same key may be the second of two, and answers nothing."""

    def __init__(self, parent: QObject | None = None, ms: int = _DEAF) -> None:
        # Qt's usual timer is early by a twentieth: `TwinEnters` would still take what is listened
        # to again for the second of two.
        super().__init__(parent, singleShot=True, interval=ms, timerType=Qt.TimerType.PreciseTimer)

    @property
    def is_over(self) -> bool:
        return not self.isActive()


class TwinEnters:
    """Tells an Enter that comes so soon behind another that what it would answer, a window that
    came to light in between, cannot have been read."""

    def __init__(self) -> None:
        self._first_at = -inf
        self._window: QWindow | None = None

    def forget_window(self) -> None:
        """What the first answered is gone, though the window is the same."""
        self._window = None

    def is_second(self, window: QWindow | None, at_ms: int) -> bool:
        """`at_ms` as keys tell their time; the same key on its way through a popup is not two."""
        if 0 < at_ms - self._first_at <= _DEAF and window is not self._window:
            return True
        self._first_at, self._window = at_ms, window
        return False


class HeldKeys:
    """Sees every key in the order in which they come."""

    def __init__(self) -> None:
        self._came_up = (0, 0)  # key, ms

    def release(self, event: QKeyEvent) -> None:
        """A key came up, or X says so."""
        self._came_up = (event.key(), event.timestamp())

    def is_held(self, event: QKeyEvent) -> bool:
        """Whether this press is of a key that was never let go."""
        return event.isAutoRepeat() or self._is_missed(event)

    def is_too_much(self, event: QKeyEvent) -> bool:
        """Whether Qt would make more of it than it is: a new press, or Enter once more."""
        return self._is_missed(event) or is_enter_again(event)

    def _is_missed(self, event: QKeyEvent) -> bool:
        return (
            not event.isAutoRepeat()
            and (event.key(), event.timestamp()) == self._came_up
            and QGuiApplication.platformName() == "xcb"
        )


def is_enter_again(event: QKeyEvent) -> bool:
    """Enter takes, pays and sends: held down, it does so once."""
    return event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def repeated(event: QKeyEvent) -> QKeyEvent:
    """The press as Qt tells one that it knows to be of a held key."""
    copy = QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(),
        event.nativeVirtualKey(), event.nativeModifiers(), event.text(), True, event.count(),
    )  # fmt: skip
    copy.setTimestamp(event.timestamp())
    return copy
