"""Locks all windows, opens them for who signs in, and follows what becomes of their rights."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.input.scanner import Scanner
from gui.runtime.clipboard import forget_copied
from gui.runtime.idle import IdleWatch
from gui.shell.app_context import Tell
from models import events, session
from models.events import Receipt
from models.journal import rights
from models.settings import preferences, staff, staff_deeds


class Window(Protocol):
    """What can be locked: a `MainWindow`."""

    @property
    def is_locked(self) -> bool: ...
    def lock(self, last: str) -> None: ...
    def unlock(self, before: str, now: str) -> None: ...
    def settle_rights(self) -> None: ...


class AccessControl(QObject):
    """One for all windows of the process; `windows` gives those that are open."""

    def __init__(
        self,
        qt: QApplication,
        windows: Callable[[], Sequence[Window]],
        notice: Tell,
        scanner: Scanner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._qt, self._windows, self._notice, self._scanner = qt, windows, notice, scanner
        self._last = ""  # the code that comes back, as a rule
        self._idle = IdleWatch(qt, self)
        self._idle.idle.connect(self._lock_when_idle)

    def start(self) -> None:
        """Begins to wait for the idle minutes."""
        self._idle.wait(preferences.get(preferences.IDLE_LOCK))

    def stop(self) -> None:
        self._idle.stop()

    def lock(self) -> None:
        """Signs out and covers all windows, if there is a staff code to come back with."""
        if not any(code.active for code in staff.everyone()):
            text = self.tr("Add a staff code in Settings first; then it can be locked.")
            self._notice(text, "info")
            return
        self._last = session.current.staff or self._last
        staff.sign_out()
        self._idle.stop()
        self._close_dialogs()
        forget_copied()
        for window in self._windows():
            window.lock(self._last)

    def unlock(self, _: Receipt[Any]) -> None:
        """What follows a sign-in."""
        if not session.current.staff:
            return  # it was locked again before that was heard
        self._scanner.swallow_twin()
        self._close_dialogs()
        before, self._last = self._last, session.current.staff
        for window in self._windows():
            window.unlock(before, self._last)
        self.start()

    def cover(self, window: Window) -> None:
        """A window that is new is no way past the lock."""
        self._last = self._last or staff_deeds.expected()
        window.lock(self._last)

    def hear(self, kinds: set[str]) -> None:
        """A role, a code or a PIN changed: whoever works here may do more or less from now on."""
        if events.PREFERENCE_CHANGED in kinds and session.current.staff:
            self.start()
        if events.STAFF_CHANGED not in kinds:
            return
        standing = rights.standing()
        windows = self._windows()
        if standing.holds and not standing.role and not all(x.is_locked for x in windows):
            self.lock()
        for window in windows:
            window.settle_rights()

    def _lock_when_idle(self) -> None:
        if rights.standing().holds and session.current.staff:
            self.lock()

    def _close_dialogs(self) -> None:
        """Nothing of who went is left open: no dialog, no menu."""
        windows: list[object] = [*self._windows()]
        for top in self._qt.topLevelWidgets():
            if top.isVisible() and top not in windows:
                top.close()
