"""What stands over and under the wall: counts and news above, keys and verdicts below."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from gui.fulfilment.bars.filter_bar import FilterStrip
from gui.fulfilment.bars.key_bar import KeyStrip
from gui.fulfilment.bars.top_bar import TopBar
from gui.look.theme import Theme
from gui.shell.app_context import Desk
from gui.shell.page import Room

SHOWN = (
    "pick", "next", "short", "ready", "put_back", "ask", "part", "number", "filter", "rush",
    "claim", "recall", "all_day", "batch", "later", "print", "more", "less", "larger", "smaller",
)  # fmt: skip
NARROW, LOW = 1000, 440  # px at 100 %: the strips fit, and leave most of the height to the cards


class Strips(QObject):
    """They grow with the window, as the cards do: built anew when it has another size."""

    #: Another size was built: what they show is to be told again.
    built = Signal()
    chip_pressed = Signal(str)
    home_pressed = Signal()
    sound_pressed = Signal()
    all_pressed = Signal()

    def __init__(self, desk: Desk, room: Room, column: QVBoxLayout, undo: QAction) -> None:
        super().__init__(room)
        self._desk = desk
        self._column = column
        self._undo = undo
        self._size = 0.0
        self.theme = desk.theme
        self.top: TopBar
        self.filter: FilterStrip
        self.keys: KeyStrip

    def fit(self, width: int, height: int) -> None:
        """The window has this size now: what is needed all the time fits, in large letters too."""
        size = min(width / 1920, height / 1080)
        size = self._desk.theme.text_scale * max(1.0, min(2.5, int(size * 4) / 4))
        size = min(size, max(0.75, int(min(width / NARROW, height / LOW) * 20) / 20))
        if size != self._size:
            self._build(size)

    def _build(self, size: float) -> None:
        if self._size:
            for old in (self.top, self.filter, self.keys):
                old.hide()
                old.deleteLater()
        self._size = size
        desk, room = self._desk, self.parent()
        assert isinstance(room, Room)
        self.theme = theme = Theme(desk.theme.name, size)
        self.top = TopBar(desk, theme, room.title())
        self.top.chip_pressed.connect(self.chip_pressed)
        self.top.home_pressed.connect(self.home_pressed)
        self.top.sound_pressed.connect(self.sound_pressed)
        words = desk.actions
        actions = [(words.key(f"queue.{id}"), room.action(f"queue.{id}")) for id in SHOWN]
        actions.append((words.key("edit.undo"), self._undo))
        self.keys = KeyStrip(theme, ("1–9", self.tr("Card")), actions)
        self.filter = FilterStrip(theme, desk.format)
        self.filter.all_pressed.connect(self.all_pressed)
        self._column.insertWidget(0, self.top)
        self._column.insertWidget(1, self.filter)
        self._column.addWidget(self.keys)
        self.built.emit()
