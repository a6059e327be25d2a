"""Boxes to choose from and to count in, which the wheel turns only while they have the focus.

Qt's own take the focus and another value when a page is scrolled and they come under the pointer.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox, QWidget

from gui.exception_desk import guarded


class ChoiceBox(QComboBox):
    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        _WheelToPage(self)


class NumberBox(QSpinBox):
    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        _WheelToPage(self)


class Slider(QSlider):
    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        _WheelToPage(self)


class _WheelToPage(QObject):
    """Leaves the wheel to the page that the box stands on."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(box, QWidget) or box.hasFocus():
            return False
        event.ignore()
        return True
