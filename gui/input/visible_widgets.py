"""What can be seen in a window, piece by piece."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget


def seen_in(window: QWidget) -> Iterator[QWidget]:
    """The window and all that is visible in it, each after what it stands in.

    Qt's `findChildren` would do, but PySide then takes whoever was asked for the owner of all that
    it found: a window kept every list and every button that had ever stood in it.
    """
    if window.isVisible():
        yield window
        for child in window.children():
            if isinstance(child, QWidget):
                yield from seen_in(child)
