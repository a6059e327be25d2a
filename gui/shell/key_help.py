"""F1: every key of the program on one sheet, made from the table of commands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gui.input.actions import Actions
from gui.input.commands import Command
from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.key_chip import KeyChip
from gui.widgets.text.labels import Label

COLUMN_WIDTH = 330


class KeyHelp(QDialog):
    """The page in front comes first."""

    def __init__(self, parent: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._window = parent.window()
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        size = parent.size()
        self.resize(min(theme.px(1120), size.width() - 40), min(theme.px(680), size.height() - 60))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Keyboard shortcuts"), "title"), 1)
        close = Button(theme, self.tr("Close"), "close", "toolbar", "Esc")
        close.clicked.connect(self.accept)
        head.addWidget(close)
        column.addLayout(head)
        again = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        again.activated.connect(self.accept)
        scroll = ScrollArea(self._sheet())
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        column.addWidget(scroll, 1)
        scroll.setFocus()

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, self._theme.px(8), 0)
        row.setSpacing(self._theme.px(12))
        fit = max(1, min(3, self.width() // self._theme.px(COLUMN_WIDTH)))
        columns = [QVBoxLayout() for _ in range(fit)]
        filled = [0] * fit
        for group, commands in self._groups_in_order():
            with_keys = [command for command in commands if self._actions.keys(command.id)]
            if with_keys:
                shortest = filled.index(min(filled))
                columns[shortest].addWidget(self._group(group, with_keys))
                filled[shortest] += len(with_keys) + 2
        for column in columns:
            column.setSpacing(self._theme.px(12))
            column.addStretch(1)
            row.addLayout(column, 1)
        return sheet

    def _groups_in_order(self) -> list[tuple[str, list[Command]]]:
        in_front = self._actions.in_front(self._window)
        groups = {self._actions.commands[action.objectName()].group for action in in_front}
        first = groups - {"everywhere"}
        return sorted(self._actions.groups().items(), key=lambda group: group[0] not in first)

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
