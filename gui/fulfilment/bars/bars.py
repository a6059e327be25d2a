"""What stands over and under the wall: counts and news above, keys and verdicts below."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from gui.fulfilment.bars.filter_bar import FilterBar
from gui.fulfilment.bars.key_bar import KeyBar
from gui.fulfilment.bars.top_bar import TopBar
from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from gui.shell.page import Page

SHOWN = (
    "pick", "next", "short", "ready", "put_back", "ask", "part", "number", "filter", "rush",
    "claim", "recall", "all_day", "batch", "later", "print", "more", "less", "larger", "smaller",
)  # fmt: skip
NARROW, LOW = 1000, 440  # px at 100 %: the strips fit, and leave most of the height to the cards


class Bars(QObject):
    """They grow with the window, as the cards do: built anew when it has another size."""

    #: Another size was built: what they show is to be told again.
    built = Signal()
    chip_pressed = Signal(str)
    home_pressed = Signal()
    sound_pressed = Signal()
    all_pressed = Signal()

    def __init__(self, context: AppContext, page: Page, column: QVBoxLayout, undo: QAction) -> None:
        super().__init__(page)
        self._context = context
        self._column = column
        self._undo = undo
        self._size = 0.0
        self.theme = context.theme
        self.top: TopBar
        self.filter: FilterBar
        self.keys: KeyBar

    def fit(self, width: int, height: int) -> None:
        """The window has this size now: what is needed all the time fits, in large letters too."""
        size = min(width / 1920, height / 1080)
        size = self._context.theme.text_scale * max(1.0, min(2.5, int(size * 4) / 4))
        size = min(size, max(0.75, int(min(width / NARROW, height / LOW) * 20) / 20))
        if size != self._size:
            self._build(size)

    def _build(self, size: float) -> None:
        if self._size:
            for old in (self.top, self.filter, self.keys):
                old.hide()
                old.deleteLater()
        self._size = size
        context, page = self._context, self.parent()
        assert isinstance(page, Page)
        self.theme = theme = Theme(context.theme.name, size)
        self.top = TopBar(context, theme, page.title())
        self.top.chip_pressed.connect(self.chip_pressed)
        self.top.home_pressed.connect(self.home_pressed)
        self.top.sound_pressed.connect(self.sound_pressed)
        words = context.actions
        actions = [(words.key(f"queue.{id}"), page.action(f"queue.{id}")) for id in SHOWN]
        actions.append((words.key("edit.undo"), self._undo))
        self.keys = KeyBar(theme, ("1–9", self.tr("Card")), actions)
        self.filter = FilterBar(theme, context.format)
        self.filter.all_pressed.connect(self.all_pressed)
        self._column.insertWidget(0, self.top)
        self._column.insertWidget(1, self.filter)
        self._column.addWidget(self.keys)
        self.built.emit()
