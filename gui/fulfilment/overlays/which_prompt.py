"""Asked when the number that was called is that of two orders, of two days."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fulfilment.overlays.prompts import CardPrompt
from gui.input.held_keys import DeafMoment
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.words.formatting import Formatting


class WhichPrompt(CardPrompt):
    """Each order is a button and a digit: 1 is the first. Enter presses the one in focus.

    The digit may be the last of the number that was typed: the prompt is deaf for a moment.
    """

    #: Carries the id of the order.
    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        orders: Sequence[tuple[int, str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, form, parent)
        title = self.title(self.tr("Which one? Two orders have this number."))
        self.setAccessibleName(title.text())
        self._deaf = DeafMoment(self)
        self._deaf.start()
        self._buttons = [
            self._button(f"{name} \u00b7 {step}", str(place), order)
            for place, (order, name, step) in enumerate(orders, start=1)
        ]
        self.column.addStretch(1)

    @property
    def listens(self) -> bool:
        """Whether a key answers by now."""
        return self._deaf.is_over

    def take_focus(self) -> None:
        self._buttons[0].setFocus()

    def _button(self, text: str, key: str, order_id: int) -> Button:
        button = Button(self.theme, text, "receipt-text-outline", "toolbar", key)
        button.setProperty("order", order_id)
        button.clicked.connect(self._pressed)
        self.column.addWidget(button)
        return button

    def _pressed(self) -> None:
        self._choose(self.sender())

    def _choose(self, button: object) -> None:
        assert isinstance(button, Button)
        if self.listens:
            self.closed.emit()  # first: the answer may open another question
            self.answered.emit(button.property("order"))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = int(event.text()) if event.text().isdecimal() else 0
        if 0 < place <= len(self._buttons):
            self._choose(self._buttons[place - 1])
        else:
            super().keyPressEvent(event)
