"""What is left on the clipboard when the program ends."""

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
