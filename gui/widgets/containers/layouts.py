"""Taking everything out of a row or a grid that is about to be filled anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Its widgets are hidden at once and gone a moment later."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def is_taken_out(widget: QWidget) -> bool:
    """Whether it was hidden by itself, as by `empty`, and not with what it stands in."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
