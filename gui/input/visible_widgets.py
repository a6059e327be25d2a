"""What can be seen in a window, piece by piece, and where Tab stops in it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


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


def tab_stops(inside: QWidget) -> list[QWidget]:
    """Where Tab stops in it, and where the focus is: each part after what stands before it there.

    Not along Qt's own chain. What was built when it was wanted stands at its end; and PySide takes
    whoever was asked for the next one for the owner of that one, which is dead for Python when its
    neighbour goes.
    """
    here = inside.window().focusWidget()
    return [stop for stop in controls(inside) if stop is here or _takes_tab(stop)]


def controls(inside: QWidget) -> Iterator[QWidget]:
    """All that stands in it, seen or not, each after what it stands in; boxes are one piece."""
    for child in inside.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
            if not isinstance(child, QAbstractSpinBox | QComboBox):
                yield from controls(child)


def focus_first(page: QWidget) -> None:
    """Back to where the person was in this page, else to its first control."""
    if page.focusWidget() is not None:
        page.focusWidget().setFocus()
        return
    for widget in controls(page):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabledTo(page):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def go_round(stops: list[QWidget], here: QWidget | None, *, onwards: bool) -> None:
    """The focus goes to the next of these, or the one before; from the last to the first."""
    if stops:
        at = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if onwards else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if onwards else -1)) % len(stops)].setFocus(reason)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()
