"""A number that answers in one look, with its change against the time before."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.card import Card
from gui.widgets.labels import Label


class KeyFigure(Card):
    """A card: name, number, and below it the change (arrow and word) and what it is compared to."""

    def __init__(self, theme: Theme, name: str, wide: bool = False, parent: QWidget | None = None):
        super().__init__(theme, parent=parent)
        self._name_text = name
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        self._name = Label(theme, name, "second", "text_muted")
        self._value = Label(theme, "", "figure_wide" if wide else "figure", "text")
        self._change = Label(theme, "", "second_strong", "text_muted")
        self._compared = Label(theme, "", "second", "text_faint")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._change)
        row.addWidget(self._compared, 1)
        column.addWidget(self._name)
        column.addWidget(self._value)
        column.addLayout(row)

    def show_value(
        self, value: str, change: str = "", better: bool | None = None, compared: str = "",
        rising: bool | None = None,
    ) -> None:  # fmt: skip
        """`rising` gives the arrow's direction, `better` its colour (None: neither)."""
        self._value.set_text(value)
        token = {True: "on_ready_soft", False: "on_danger_soft", None: "text_muted"}[better]
        arrow = {True: "arrow-up", False: "arrow-down", None: ""}[rising]
        self._change.set_token(token)
        self._change.set_icon(arrow)
        self._change.set_text(change)
        self._change.setVisible(bool(change))
        self._compared.set_text(compared)
        self.setAccessibleName(f"{self._name_text}: {value} {change} {compared}".strip())
