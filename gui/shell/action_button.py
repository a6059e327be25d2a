"""The button of a command: its text, icon and key, and whether it may be pressed now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.input.actions import Actions, key_text, why_not
from gui.look.theme import Theme
from gui.widgets.buttons.button import Button
from gui.widgets.text.plain_text import set_tip


class ActionButton(Button):
    """Made by `page.button("order.pay", self.pay, kind="primary")`; follows its QAction."""

    def __init__(
        self,
        theme: Theme,
        action: QAction,
        kind: str = "normal",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        shortcuts = action.shortcuts()
        key = key_text(shortcuts[0].toString()) if shortcuts else ""
        if icon is None:
            icon = str(action.property("icon_name") or "")
        super().__init__(theme, action.text(), icon, kind, key, parent)
        self.action = action
        # The cashier's focus stays in the box: a button is pressed, not entered, with the mouse.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEnabled(action.isEnabled())
        self._say_why_not()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def _follow(self) -> None:
        self.setEnabled(self.action.isEnabled())
        self.setText(self.action.text())
        self.setVisible(self.action.isVisible())
        self._say_why_not()

    def _say_why_not(self) -> None:
        """Under the pointer of who wants to press what cannot be pressed now."""
        self._name()
        self.closed = "" if self.action.isEnabled() else why_not(self.action)
        if self.closed:
            set_tip(self, self.closed)


class IconButton(Button):
    """Nothing but the icon of its command; under the pointer its name and key, or why not now."""

    def __init__(self, theme: Theme, action: QAction, kind: str = "toolbar") -> None:
        super().__init__(theme, "", str(action.property("icon_name") or ""), kind)
        self.action = action
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def _follow(self) -> None:
        action, shortcuts = self.action, self.action.shortcuts()
        name = action.text()
        self.setEnabled(action.isEnabled())
        self.setAccessibleName(name)
        tip = f"{name} ({key_text(shortcuts[0].toString())})" if shortcuts else name
        self.closed = "" if action.isEnabled() else why_not(action)
        set_tip(self, self.closed or tip)


def command_button(theme: Theme, actions: Actions, id: str, kind: str = "toolbar") -> Button:
    """Text, icon and key of a command that the window does, or nobody yet: it is not bound here."""
    return Button(theme, actions.text(id), actions.icon(id), kind, actions.key(id))
