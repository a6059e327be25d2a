"""What all that opens over the wall has in common: it has every key and every click until it goes.

A click beside it closes it and brings the card that was clicked into focus; Tab stays inside, Esc
closes it and nothing below it; the commands of the wall rest meanwhile (`Overlays.allows`).
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.input.visible_widgets import go_round, tab_stops
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card as Panel

LINE = 28  # px; the strip under the wall has the same to press, of full size

# A key as it is written on it, what it does here, and the deed of a press.
Key = tuple[str, str, Callable[[], object]]


class Overlay(Panel):
    """A prompt or a list, and a focus of its own; `Overlays` shows and closes it."""

    #: It is to go: by Esc, by a click beside it, or because the answer was given.
    closed = Signal()

    def keys(self) -> list[Key]:
        """The keys that are its own, as they stand under the wall while it is open."""
        return [(self.tr("Esc"), self.tr("Close"), self.closed.emit)]

    def take_focus(self) -> None:
        """Puts the focus where the next key is meant for."""
        self.setFocus()

    def close_button(self, text: str = "") -> Button:
        """For who has no keys at hand; without a `text` as high as a line of words."""
        button = Button(self._theme, text, "close", "toolbar" if text else "quiet", self.tr("Esc"))
        if not text:
            button.set_height(LINE)
        button.setAccessibleName(self.tr("Close"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.closed)
        return button

    @guarded(True)
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside."""
        go_round(tab_stops(self), self.window().focusWidget(), onwards=next)
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing inside wanted ends here."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.closed.emit()


class Layer(QWidget):
    """Lies over the page around one overlay, and takes the clicks that are not for it."""

    #: A click beside the overlay; carries it, and where on the screen that was.
    pressed_beside = Signal(object, QPoint)

    def __init__(self, page: QWidget, overlay: Overlay) -> None:
        super().__init__(page)
        self.overlay = overlay
        overlay.setParent(self)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed_beside.emit(self.overlay, event.globalPosition().toPoint())

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
