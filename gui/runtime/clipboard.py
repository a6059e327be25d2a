"""What is left on the clipboard when the program ends, or the person goes."""

from PySide6.QtGui import QGuiApplication

#: Where there is no desktop, Qt keeps the clipboard itself, until after Python has ended.
_WITHOUT_A_DESKTOP = ("offscreen", "minimal")


def leave_words() -> None:
    """Keeps the words of what was copied, where a picture made by Python could not be freed later.

    On a desktop the clipboard is handed over to it before, picture and all.
    """
    if QGuiApplication.platformName() in _WITHOUT_A_DESKTOP:
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(clipboard.text())


def forget_copied() -> None:
    """Takes from the clipboard what was copied here; what another program put there stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or QGuiApplication.platformName() in _WITHOUT_A_DESKTOP:
        clipboard.setText("")
