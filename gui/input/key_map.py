"""The keys that this station changed: kept between two days, and never two commands on one."""

from dataclasses import dataclass

from gui.input.actions import Actions, on_one_page, with_twin
from gui.input.commands import COMMANDS
from gui.runtime.station import Station

_NONE = "none"
#: Pages where letters command because nothing is written there.
_WITHOUT_WRITING = ("fulfilment", "payment", "ready_board")
#: One command is also done on another page than its own.
_ALSO_ON = {"order.send": "payment"}
#: What moves about, and what every field does with a text.
_MOVING = {
    "Up", "Down", "Left", "Right", "Home", "End", "Tab", "Backtab", "Backspace", "Del", "Ins",
}  # fmt: skip
_EDITING = {"Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Y", "Alt+F4"}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a key cannot be given: `taken` by the command `other`, or `written` on that page."""

    kind: str
    other: str = ""


def kept_keys(station: Station) -> dict[str, str]:
    """The keys that were changed here, by command; empty for a command without a key."""
    kept = {command.id: station.text(f"keys/{command.id}") for command in COMMANDS}
    return {id: "" if key == _NONE else key for id, key in kept.items() if key}


def put_keys(actions: Actions, station: Station, changed: dict[str, str]) -> None:
    """Makes these the changed keys; all others are as they were delivered."""
    for id in actions.changed.keys() - changed.keys():
        station.forget(f"keys/{id}")
    for id, key in changed.items():
        station.remember(f"keys/{id}", key or _NONE)
    actions.changed = dict(changed)


def obstacle(actions: Actions, id: str, key: str) -> Obstacle | None:
    """What speaks against giving this key (a portable name) to the command; None: nothing."""
    command = actions.commands[id]
    wanted = set(with_twin(key))
    for other in actions.commands.values():
        together = on_one_page(command, other) or command.group == _ALSO_ON.get(other.id)
        if other.id != id and together and wanted & set(actions.keys(other.id)):
            return Obstacle("taken", other.id)
    usual = {
        key
        for other in actions.commands.values()
        if other.group == command.group
        for key in other.keys
    }
    if key not in usual and not _may_command(key, command.group):
        return Obstacle("written")
    return None


def _may_command(key: str, group: str) -> bool:
    """Whether nothing else on the page waits for the key."""
    modifiers, last = (key[:-2], "+") if key.endswith("++") else key.rpartition("+")[::2]
    last = last or key
    if key in _EDITING or last in ("Tab", "Backtab"):
        return False
    if modifiers not in ("", "Shift"):
        return last not in _MOVING or "Alt" in modifiers
    if last[0] == "F" and last[1:].isdigit():
        return True
    return len(key) == 1 and key.isalpha() and group in _WITHOUT_WRITING
