"""What stands above the cart while a placed order is being changed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card
from gui.widgets.text.labels import Label
from models.orders.order_changes import OpenedOrder

translate = QCoreApplication.translate


class ChangeBar(Card):
    """Which order it is, and the way out."""

    def __init__(self, context: AppContext, leave: ActionButton) -> None:
        super().__init__(context.theme, "warn_soft", "warn_soft", 0)
        self._format = context.format
        px = context.theme.px
        self.text = Label(context.theme, "", "body_strong", "on_warn_soft", "pencil-outline")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.text, 1)
        row.addWidget(leave)
        self.hide()

    def show_opened(self, opened: OpenedOrder | None) -> None:
        """Nothing when the cart in hand is a new order."""
        if opened is not None:
            number = self._format.order_number(opened.number)
            text = translate("order_entry", "You are changing order {number}; send what is new.")
            self.text.set_text(text.format(number=number), number)
        self.setVisible(opened is not None)
