"""Boxes to choose from and to count in, which the wheel never turns: it scrolls their page.

Qt's own take another value, saved at once, when a page is scrolled and they come under the pointer.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox, QWidget

from gui.input.text_fields import LONGEST
from gui.runtime.error_handler import guarded


class ChoiceBox(QComboBox):
    """`activated` tells of each step of the arrows; `chosen` of what was meant."""

    #: Taken from the open list, or stepped to and then confirmed by Enter or by leaving the box.
    chosen = Signal()

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        _WheelToPage(self)
        if (field := self.lineEdit()) is not None:
            field.setMaxLength(LONGEST)
        self._is_stepping = self._has_stepped = False
        self.activated.connect(self._activated)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        self._is_stepping = True
        super().keyPressEvent(event)
        self._is_stepping = False

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._confirm()

    @property
    def is_undecided(self) -> bool:
        """Whether somebody stepped to another choice and has not confirmed it yet."""
        return self._has_stepped

    def _activated(self) -> None:
        self._has_stepped = True
        if not self._is_stepping:
            self._confirm()

    def _confirm(self) -> None:
        if self._has_stepped:
            self._has_stepped = False
            self.chosen.emit()


#: The window or the list of the box came in between; whoever chooses is not done.
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class NumberBox(QSpinBox):
    """`is_undecided` from the first step or digit until Enter, or until the box is left."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        _WheelToPage(self)
        self.is_undecided = False
        self.valueChanged.connect(self._begin)
        self.lineEdit().textEdited.connect(self._begin)
        self.editingFinished.connect(self._end)

    def show_kept(self, value: int) -> None:
        """What stands, which nobody chose here."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def _begin(self) -> None:
        self.is_undecided = True

    def _end(self) -> None:
        self.is_undecided = False


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
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
