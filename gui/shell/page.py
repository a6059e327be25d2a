'''One kind of work in one window: the counter, the warehouse, the catalogue.

How to write a page (a folder of gui/, class in its page.py, listed in gui/pages.py):

    class StockPage(Page):
        """What is nearly gone."""

        name = "stock"                      # station habits, commands and translations go by it

        def __init__(self, context: AppContext) -> None:
            super().__init__(context)
            order = self.button("catalogue.new", self.new_product, kind="primary")
            self.list = RowsView(context.theme)        # gui/widgets/rows/rows.py
            ...lay them out...

        def is_affected_by(self, event: Event) -> bool:  # which news make it ask again
            return event.kind in CATALOGUE_KINDS

        def refresh(self) -> None:          # called on opening, and on news while it is seen
            self.context.background.ask(stock.low, self.show_low, owner=self)

        def show_low(self, products: list[LowProduct]) -> None:
            self.list.rows.show(products)

        def new_product(self) -> None:      # a verb: say it, and wait for the news
            self.context.run(partial(catalogue.add_product, ...), self.show_added)

        def show_added(self, added: Receipt[Product]) -> None:
            undo = partial(self.context.undo, added.sequence)
            self.context.say(self.tr("{name} added").format(name=...), undo=undo, bold=...)

Errors fly: gui/runtime/error_handler.py makes a sentence of them. `opened(**arguments)` gets what
`context.open("stock", product_id=7)` was given. Commands and their keys stand in
gui/input/commands.py; texts are translated in resources/translations/<language>/<folder>.ts by
`python -m tests.translations`. Colours, fonts and sizes: context.theme. Numbers: context.format.
'''

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.pages import PAGES
from gui.runtime.error_handler import guarded
from gui.runtime.event_feed import EventFeed
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from models.events import Event
from models.journal import rights


class Page(QWidget):
    """A page of a window. Subclasses build themselves in `__init__` and ask in `refresh`."""

    name: ClassVar[str] = ""
    #: The wall and the customers' board are dark whatever the counter's theme is.
    dark_by_default: ClassVar[bool] = False
    #: A page that fills the screen by itself (the customers' board) has no header above it.
    has_header: ClassVar[bool] = True
    #: Its own window fills the largest screen until somebody chose otherwise; Esc says how.
    fills_screen: ClassVar[bool] = False

    #: Still seen while the program is locked, though nothing can be done in it.
    stays_visible: ClassVar[bool] = False

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(self.name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        context.theme.apply_theme(self)
        self.refresher = Refresher(self, context.feed)

    # --- what a page can say about itself --------------------------------------------------

    def title(self) -> str:
        """What the window is called in the task bar while this page is shown."""
        return ""

    def topic(self) -> str:
        """What of it is in front, by which the guide is opened (`GUIDE` of gui/pages.py)."""
        return self.name

    def person_changed(self, before: str, now: str) -> None:
        """Somebody else stands here: what the one before had in hand is not theirs."""

    def is_affected_by(self, event: Event) -> bool:
        """Whether this news can change what the page shows."""
        return True

    def refresh(self) -> None:
        """Asks again for what the page shows."""

    def opened(self, **arguments: object) -> None:
        """Called each time the page is shown by `context.open`, with what was given there."""

    def scanned(self, code: str) -> None:
        """A label was scanned while this page was in front: goods are sold at the counter."""
        self.context.open("order_entry", scanned=code)

    def undo(self) -> bool:
        """Ctrl+Z when no undo bar is open; False when there is nothing to take back."""
        return False

    def redo(self) -> bool:
        """Ctrl+Shift+Z; False when there is nothing to do again."""
        return False

    def notice_foot(self) -> int:
        """How far down (pixels) a notice of a page without a header reaches; 0: it lies on top."""
        return 0

    def undo_bar_anchor(self) -> QWidget:
        """The column at whose foot the undo bar appears."""
        return self

    def undo_bar_theme(self) -> Theme:
        """The size and colours of the undo bar."""
        return self.context.theme

    def save_state(self) -> object:
        """What must survive a change of language or theme (a cart being built, a filter)."""
        return None

    def restore_state(self, carried: object) -> None:
        """Takes up in the rebuilt page what `save_state` gave."""

    # --- what a page can do ----------------------------------------------------------------

    def bind(self, command: str, handler: Callable[[], object], enabled: bool = True) -> QAction:
        """Lets a command of the action table do `handler` (a method) in this page."""
        return self.context.actions.bind(self, command, handler, enabled)

    def action(self, command: str) -> QAction:
        """The bound command: `self.action("order.pay").setText(…)`."""
        return self.context.actions.of(self, command)

    def button(
        self,
        command: str,
        handler: Callable[[], object],
        kind: str = "normal",
        enabled: bool = True,
    ) -> ActionButton:
        """Binds a command and gives its button: text, icon and key from the action table."""
        return ActionButton(self.context.theme, self.bind(command, handler, enabled), kind)


class Refresher(QObject):
    """Belongs to one page; several pieces of news in one turn of the loop refresh it once."""

    def __init__(self, page: Page, feed: EventFeed) -> None:
        super().__init__(page)
        self.stale = True
        self.timer = QTimer(self, singleShot=True, interval=0)
        self.timer.timeout.connect(self._refresh)
        feed.happened.connect(self._hear)
        feed.found.connect(self.mark_stale)  # what was asked in between found nobody
        feed.lost.connect(self._lost)
        page.installEventFilter(self)

    def mark_stale(self) -> None:
        """Asks again: at once if the page is seen, else when it is shown."""
        self.stale = True
        if self._page().isVisible():
            self.timer.start()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.stale:
            self.timer.start()
        return False

    def _hear(self, events: list[Event]) -> None:
        page = self._page()
        if any(page.is_affected_by(event) for event in events):
            self.mark_stale()

    def _lost(self) -> None:
        if self._page().context.shop.is_away:  # what the station knows by itself is shown
            self.mark_stale()

    def _refresh(self) -> None:
        page = self._page()
        if page.name in PAGES and rights.waits(PAGES[page.name].right):
            return  # it goes on showing what it last knew
        self.stale = False
        page.refresh()

    def _page(self) -> Page:
        return self.parent()  # type: ignore[return-value]
