"""Every key of the program on one sheet, made from the table of commands."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.input.actions import Actions
from gui.input.commands import Command
from gui.look.theme import Theme
from gui.widgets.containers.card import Card
from gui.widgets.text.key_chip import KeyChip
from gui.widgets.text.labels import Label


class KeyList(QWidget):
    """What is in front in `window` comes first."""

    def __init__(self, theme: Theme, actions: Actions, window: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._actions = actions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(12))
        keyed = actions.with_keys()
        front = [group for group in actions.groups_in_front(window) if group in keyed]
        for group in [*front, *(other for other in keyed if other not in front)]:
            column.addWidget(self._group(group, keyed[group]))
        column.addStretch(1)

    def _group(self, group: str, commands: list[Command]) -> QWidget:
        theme = self._theme
        card = Card(theme)
        grid = QGridLayout(card)
        grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        title = Label(theme, self._actions.group_text(group), "card_title")
        grid.addWidget(title, 0, 0, 1, 2)
        for number, command in enumerate(commands, 1):
            text = Label(theme, self._actions.text(command.id), "body", "text_muted")
            grid.addWidget(text, number, 0)
            keys = QHBoxLayout()
            keys.setSpacing(theme.px(4))
            keys.addStretch(1)
            for key in self._actions.key_names(command.id):
                keys.addWidget(KeyChip(theme, key))
            grid.addLayout(keys, number, 1)
        return card
