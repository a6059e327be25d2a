"""Layouts: emptied to be filled anew, laid out without delay, as high as their width asks for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded


def empty(layout: QLayout) -> None:
    """Its widgets are hidden at once and gone a moment later."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def is_taken_out(widget: QWidget) -> bool:
    """Whether it was hidden by itself, as by `empty`, and not with what it stands in."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def delete_now(part: QObject) -> None:
    """With all that stands in it; `deleteLater` lets it live for another turn of the loop."""
    part.deleteLater()
    QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete.value)


class Within(QVBoxLayout):
    """The column of a widget that may not be as wide as there is room: it asks for the height that
    it needs in its own width, so that texts of several lines have room for all of them."""

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        widget = self.parentWidget()
        return super().heightForWidth(
            width if widget is None else min(width, widget.maximumWidth())
        )


def lay_out_now() -> None:
    """All that waits for it has its place: no half of a page is seen, and the next click hits."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
