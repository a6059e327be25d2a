"""What stands over and under the wall: counts and news above, keys and verdicts below."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fulfilment.bars.key_bar import KeyBar
from gui.fulfilment.bars.top_bar import TopBar
from gui.fulfilment.filters import ALL, Filter, HiddenOrders, text_of
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.buttons.button import Button
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting

SHOWN = (
    "pick", "next", "short", "ready", "put_back", "ask", "part", "number", "filter", "rush",
    "claim", "recall", "all_day", "batch", "later", "print", "more", "less", "larger", "smaller",
)  # fmt: skip
NARROW, LOW = 1000, 440  # px at 100 %: the strips fit, and leave most of the height to the cards

HEIGHT = 56  # of the filter bar
GROWN = 1.2  # chips are drawn for a counter


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


class FilterBar(QWidget):
    """Counts what nobody should miss while not all orders are seen; hidden when all are shown.

    In the colour of a warning, and as wide as the wall.
    """

    all_pressed = Signal()

    def __init__(self, theme: Theme, form: Formatting) -> None:
        super().__init__()
        self._theme, self._form = theme, form
        px = theme.px
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(12))
        self._what = Label(theme, "", "title", "on_warn", "filter")
        self._count = Label(theme, "", "card_title", "on_warn")
        grown = Theme(theme.name, theme.text_scale * GROWN)
        self._late, self._rush = Chip(grown), Chip(grown)
        self._all = Button(
            theme, self.tr("All orders"), "filter-off-outline", "toolbar", self.tr("Esc")
        )
        self._all.clicked.connect(self.all_pressed)
        for widget in (self._what, self._count, self._late, self._rush):
            widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._all)
        self.hide()

    def show_filter(self, filter: Filter, shown: int, hidden: HiddenOrders) -> None:
        """`shown` orders are seen; a filter that hides nothing is told as well."""
        self.setVisible(filter != ALL)
        if filter == ALL:
            return
        number = self._form.number
        self._what.set_text(self.tr("Only: {filter}").format(filter=text_of(filter)))
        self._count.set_text(
            self.tr("{shown} shown, {hidden} not").format(
                shown=number(shown), hidden=number(hidden.orders)
            )
        )
        late = self.tr("{count} late not shown").format(count=number(hidden.late))
        rush = self.tr("{count} rush not shown").format(count=number(hidden.rush))
        self._late.show_badge(Badge(late, "late", "alarm-light"))
        self._late.setVisible(hidden.late > 0)
        self._rush.show_badge(Badge(rush, "neutral", "lightning-bolt"))
        self._rush.setVisible(hidden.rush > 0)
        words = [self._what.text(), self._count.text()]
        words += [late] * (hidden.late > 0) + [rush] * (hidden.rush > 0)
        self.setAccessibleName(", ".join(words))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warn"))
        painter.end()
