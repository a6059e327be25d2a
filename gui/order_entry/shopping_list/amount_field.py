"""How much of a wish is meant, typed in its row."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.fields.search_field import QuietLineEdit

translate = QCoreApplication.translate

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class AmountField(QuietLineEdit):
    """Empty it takes the amount that is marked; arrows mark another while nothing is typed."""

    #: Carries what was typed, empty for the amount that is marked.
    entered = Signal(str)
    #: One amount further or back.
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("order_entry", "Amount"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(theme.letters(15, 700))
        self.hide()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit(self.text().strip())
        elif key in _STEPS and not self.text():
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)
