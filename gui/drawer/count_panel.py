"""The end of a drawer: what was counted against what should be there."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from gui.drawer.count_sheet import CountSheet
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card
from gui.widgets.text.labels import Label
from models.orders.drawer import Drawer

translate = QCoreApplication.translate


class CountPanel(Card):
    """The sheet, its sum, the difference, and the button that closes the drawer."""

    changed = Signal()

    def __init__(self, context: AppContext, close: ActionButton) -> None:
        super().__init__(context.theme)
        self._format = context.format
        self._expected = 0
        theme, px = context.theme, context.theme.px
        self.sheet = CountSheet(theme, context.format)
        self.counted = Label(theme, "", "title")
        self.difference = Label(theme, "", "body_strong", "text_muted")
        self.note = QLineEdit(maxLength=180)
        self.note.setPlaceholderText(translate("drawer", "Note about the difference, no names"))
        self.note.setAccessibleName(translate("drawer", "Note"))
        self.close_button = close
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(Label(theme, translate("drawer", "Count at the close"), "body_strong"))
        column.addWidget(self.sheet)
        column.addWidget(self.counted)
        column.addWidget(self.difference)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(close)
        self.sheet.changed.connect(self._reckon)
        self.sheet.finished.connect(self.note.setFocus)
        self._reckon()

    def show_drawer(self, drawer: Drawer) -> None:
        """What should be there changes with every sale."""
        self._expected = drawer.expected
        self._reckon()

    def clear(self) -> None:
        """For the next session."""
        self.note.setText("")
        self.sheet.clear()

    def verdict(self) -> str:
        """Exact, or how much is missing or too much, in words."""
        difference = self.sheet.sum - self._expected
        money = self._format.money(abs(difference))
        if difference < 0:
            return translate("drawer", "{sum} short").format(sum=money)
        if difference:
            return translate("drawer", "{sum} over").format(sum=money)
        return translate("drawer", "Exact to the rupiah")

    @property
    def is_exact(self) -> bool:
        return self.sheet.sum == self._expected

    def _reckon(self) -> None:
        counted = translate("drawer", "Counted {sum}").format(
            sum=self._format.money(self.sheet.sum)
        )
        self.counted.set_text(counted)
        if self.sheet.is_empty:
            self.difference.set_text(translate("drawer", "Type how many of each note are there."))
            self.difference.set_token("text_muted")
            self.difference.set_icon("")
        else:
            self.difference.set_text(self.verdict())
            token = "on_ready_soft" if self.is_exact else "on_danger_soft"
            self.difference.set_token(token)
            icon = "check-circle-outline" if self.is_exact else "alert-circle-outline"
            self.difference.set_icon(icon, token)
        self.changed.emit()
