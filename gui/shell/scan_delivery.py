"""Brings a scan to the dialog or the page in front.

What lies behind a dialog changes unseen: one that understands no scans refuses them, by a sound
and a sentence in its own head, and what was refused is said once more when it is gone.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.look.theme import Theme
from gui.shell.main_window import MainWindow
from gui.widgets.messages.notice import Notice

_ALL = Qt.WindowModality.ApplicationModal


class RefusedScans(Notice):
    """Lies over the head of a dialog before `main_window`, and names what was scanned there."""

    def __init__(self, theme: Theme, dialog: QWidget, main_window: MainWindow) -> None:
        super().__init__(theme, dialog)
        self._dialog, self._main_window = dialog, main_window
        self._codes: list[str] = []
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self._say_again)

    def add(self, code: str) -> None:
        """Another one that was not taken; what was closed before was read."""
        if self.isHidden():
            self._codes = []
        self._codes.append(code)
        text = self.tr("Not taken: {codes}. Finish or close this first, then scan again.")
        self.tell(text.format(codes=", ".join(self._codes)), stays=True)
        self.lie_over(QRect(0, 0, self._dialog.width(), self.minimumSizeHint().height()))

    def _say_again(self) -> None:
        if self._codes and not self.isHidden() and not self._main_window.is_locked:
            text = self.tr("Not taken: {codes}. Scan again.")
            self._main_window.notice(text.format(codes=", ".join(self._codes)))


def deliver(code: str, front: MainWindow, qt: QApplication) -> None:
    """To what has the keys in `front` or before it, whichever understands scans; else to the page.

    What the one before it was told (a misread code) is over.
    """
    front.pass_by()
    widget = _with_keys(qt)
    while widget is not None and not hasattr(widget, "scanned"):
        if widget.isWindow() and widget.isModal():
            qt.beep()
            _refused_in(widget, front).add(code)
            return
        widget = widget.parentWidget()
    if widget is not None:
        widget.scanned(code)
        return
    (front.lock_screen or front.page).scanned(code)
    if not front.isActiveWindow():
        front.activateWindow()  # what stands beside it (a report) takes no scan, and holds up none


def _with_keys(qt: QApplication) -> QWidget | None:
    """Where keys go: the dialog of another window is none of this one's."""
    dialog, window = qt.activeModalWidget(), qt.activeWindow()
    before: QWidget | None = dialog
    while before is not None and before is not window:
        before = before.parentWidget()
    if dialog is not None and (dialog.windowModality() == _ALL or before is window):
        return dialog
    return qt.focusWidget()


def _refused_in(dialog: QWidget, front: MainWindow) -> RefusedScans:
    for child in dialog.children():
        if isinstance(child, RefusedScans):
            return child
    return RefusedScans(front.page.context.theme, dialog, front)
