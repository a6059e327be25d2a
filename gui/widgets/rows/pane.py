"""The inner pane of a list."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QWidget


def own_viewport(view: QAbstractItemView) -> None:
    """Gives a new list an inner pane that Python made.

    Asked for one that Qt made itself, PySide goes through all kinds of widgets that there are to
    find out which it is: a tenth of the time until a counter stands.
    """
    pane = QWidget()
    pane.setBackgroundRole(QPalette.ColorRole.Base)
    pane.setAutoFillBackground(True)
    view.setViewport(pane)
