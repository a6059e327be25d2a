"""The ways to pay as a row of buttons, each with its letter."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.payment.method_texts import COMMANDS
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext


class MethodButtons(QWidget):
    """Binds the letters within `page`; `chosen` when a person took one."""

    #: Carries the method, one of `models.orders.payments.METHODS`.
    chosen = Signal(str)

    def __init__(
        self, context: AppContext, page: QWidget, columns: int = 4, kind: str = "normal"
    ) -> None:
        super().__init__()
        self.method: str | None = next(iter(COMMANDS))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(context.theme.px(8))
        self._buttons: dict[str, ActionButton] = {}
        for at, (method, command) in enumerate(COMMANDS.items()):
            action = context.actions.bind(page, command, self._pressed)
            button = ActionButton(context.theme, action, kind)
            button.setCheckable(True)
            self._buttons[method] = button
            grid.addWidget(button, at // columns, at % columns)
            grid.setColumnStretch(at % columns, 1)

    def set_height(self, pixels: int) -> None:
        for button in self._buttons.values():
            button.set_height(pixels)

    def choose(self, method: str | None) -> None:
        """Shows this one as chosen, or none; nothing is said."""
        self.method = method
        for name, button in self._buttons.items():
            button.setChecked(name == method)

    def _pressed(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        command = action.objectName()
        self.choose(next(method for method, id in COMMANDS.items() if id == command))
        self.chosen.emit(self.method)
