"""Turns the table of commands into what can be pressed: keys, buttons, menus, help.

A page binds the commands it can do: `context.actions.bind(page, "order.pay", self.pay)`. The key
then works whenever that page is in front, and the QAction tells every button whether it may be
pressed.
"""

from collections.abc import Callable, Iterable, Mapping
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.input.commands import COMMANDS, GROUPS, REPEATED, Command
from gui.input.visible_widgets import seen_in
from gui.pages import PAGES
from gui.words.marked import marked

translate = QCoreApplication.translate

# What is written on a key that has a name; letters, digits and F keys stand for themselves.
_KEY_NAMES = {
    "Space": marked("keys", "Space"),
    "Return": marked("keys", "Enter"),
    "Enter": marked("keys", "Enter"),
    "Del": marked("keys", "Del"),
    "PgDown": marked("keys", "PgDn"),
    "PgUp": marked("keys", "PgUp"),
    "Backspace": marked("keys", "Backspace"),
    "Shift": marked("keys", "Shift"),
    "Up": "\u2191",
    "Down": "\u2193",
    "Left": "\u2190",
    "Right": "\u2192",
    "-": "\u2212",
}


class KeyTaken(ValueError):
    """Two commands of one page want the same key."""


class Actions:
    """The commands by id, their keys, and which page can do which of them now.

    `changed` are keys of this station's own by command, empty for none. Windows read keys when
    they are built: after a change `context.choose()` builds them anew.
    """

    def __init__(
        self, commands: Iterable[Command] = COMMANDS, changed: Mapping[str, str] | None = None
    ) -> None:
        self.commands = {command.id: command for command in commands}
        _refuse_conflicts(self.commands.values())
        self.changed = {id: key for id, key in (changed or {}).items() if id in self.commands}
        self._bound: WeakKeyDictionary[QWidget, dict[str, QAction]] = WeakKeyDictionary()

    def bind(
        self, page: QWidget, id: str, handler: Callable[[], object], enabled: bool = True
    ) -> QAction:
        """Lets `page` do the command while it is in front. `handler` is a method of the page."""
        command = self.commands[id]
        action = QAction(self.text(id), page)
        action.setObjectName(id)
        action.setProperty("icon_name", command.icon)
        # By its portable name: in the language on the screen, *Enter* may be the name of Return.
        action.setShortcuts([QKeySequence.fromString(key) for key in self.keys(id)])
        action.setAutoRepeat(id in REPEATED)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        allow(action, enabled)
        action.triggered.connect(handler)
        page.addAction(action)
        self._bound.setdefault(page, {})[id] = action
        return action

    def of(self, page: QWidget, id: str) -> QAction:
        return self._bound[page][id]

    def bound(self, page: QWidget) -> list[QAction]:
        """What this page can do, in the order of binding."""
        return list(self._bound.get(page, {}).values())

    def in_front(self, window: QWidget) -> list[QAction]:
        """What can be done now in `window`: commands of all its pages that are seen."""
        return [
            action
            for page in seen_in(window)
            if page in self._bound
            for action in self._bound[page].values()
        ]

    def groups_in_front(self, window: QWidget) -> list[str]:
        """Which groups of commands can be done now in `window`, besides those of every window.

        First comes what lies over a page: all of its commands are there. A page may do some of them
        by itself.
        """
        here = {action.objectName() for action in self.in_front(window)}
        seen = {self.commands[id].group for id in here} - {"everywhere"}
        over = [
            group
            for group, commands in self.groups().items()
            if group in seen - PAGES.keys() and here.issuperset(each.id for each in commands)
        ]
        return [*over, *(group for group in GROUPS if group in seen and group not in over)]

    def text(self, id: str) -> str:
        return translate("commands", self.commands[id].text)

    def keys(self, id: str) -> list[str]:
        """The keys that do the command here; one of this station's own silences the usual ones."""
        if id in self.changed:
            return with_twin(self.changed[id])
        command = self.commands[id]
        taken = {
            key
            for other, changed in self.changed.items()
            if on_one_page(command, self.commands[other])
            for key in with_twin(changed)
        }
        return [key for key in keys_of(command) if key not in taken]

    def key(self, id: str) -> str:
        """The key as it stands on the button, empty when the command has none."""
        keys = self.keys(id)
        return key_text(keys[0]) if keys else ""

    def key_names(self, id: str) -> list[str]:
        """All its keys as they stand on key caps; both Enter keys are one."""
        return list(dict.fromkeys(key_text(key) for key in self.keys(id)))

    def bare_keys(self, *ids: str) -> dict[Qt.Key, str]:
        """Which of these commands a field leaves to the window: by keys without Ctrl or Alt."""
        pressed = {
            QKeySequence.fromString(key)[0]: id  # type: ignore[index]
            for id in ids
            for key in self.keys(id)
        }
        return {one.key(): id for one, id in pressed.items() if not one.keyboardModifiers().value}

    def icon(self, id: str) -> str:
        return self.commands[id].icon

    def group_text(self, group: str) -> str:
        return translate("commands", GROUPS[group])

    def with_keys(self) -> dict[str, list[Command]]:
        """The commands that have a key here, by page: what a list of keys shows."""
        keyed = {
            group: [command for command in commands if self.keys(command.id)]
            for group, commands in self.groups().items()
        }
        return {group: commands for group, commands in keyed.items() if commands}

    def groups(self) -> dict[str, list[Command]]:
        """All commands by page."""
        groups: dict[str, list[Command]] = {}
        for command in self.commands.values():
            groups.setdefault(command.group, []).append(command)
        return groups


def allow(action: QAction, possible: bool, why_not: str = "") -> None:
    """Whether a command can be done now; its key, its button and the palette say why it cannot."""
    action.setProperty("impossible", not possible)
    _settle(action, "not_now", why_not)


def leave_to(action: QAction, whose: str) -> None:
    """Whose the command is where it is not for who is here, else empty: whatever is possible."""
    _settle(action, "whose", whose)


def _settle(action: QAction, layer: str, reason: str) -> None:
    action.setProperty(layer, reason)
    whose = str(action.property("whose") or "")
    before, reason = action.property("why_not"), whose or str(action.property("not_now") or "")
    action.setProperty("why_not", reason)
    action.setEnabled(not whose and not action.property("impossible"))
    if before != reason and not action.isEnabled():
        action.changed.emit()


def why_not(action: QAction) -> str:
    """What is said to somebody who wants what cannot be done now."""
    reason = str(action.property("why_not") or "")
    return reason or translate("actions", "Not possible now: {command}").format(
        command=action.text()
    )


def keys_of(command: Command) -> list[str]:
    """The keys in the language of the screen: Cash is C in English and T (Tunai) in Indonesian."""
    return [translate("shortcuts", key) if len(key) == 1 else key for key in command.keys]


def with_twin(key: str) -> list[str]:
    """The key and, for Enter, the other Enter beside the digits; nothing for no key."""
    if "Return" in key:
        return [key, key.replace("Return", "Enter")]
    return [key] if key else []


def on_one_page(one: Command, other: Command) -> bool:
    """Whether both can be in front at the same time, so that their keys must differ."""
    groups = {one.group, other.group}
    return len(groups) == 1 or "everywhere" in groups


def key_text(key: str) -> str:
    """`Ctrl+PgDown` → `Ctrl+PgDn`, `Space` → `Spasi` in Indonesian."""
    parts = [key] if len(key) == 1 else key.split("+")
    return "+".join(
        translate("keys", _KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts
    )


def _refuse_conflicts(commands: Iterable[Command]) -> None:
    taken: dict[tuple[str, str], str] = {}
    groups = {command.group for command in commands} - {"everywhere"} or {"everywhere"}
    for command in commands:
        for group in groups if command.group == "everywhere" else {command.group}:
            for key in command.keys:
                other = taken.setdefault((group, key), command.id)
                if other != command.id:
                    raise KeyTaken(f"{key} in {group}: {other} and {command.id}")
