'''One kind of work in one window: the counter, the warehouse, the catalogue.

How to write a room (a folder of gui/, class in its window.py, listed in gui/pages.py):

    class StockWindow(Room):
        """What is nearly gone."""

        name = "stock"                      # station habits, commands and translations go by it

        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)
            order = self.button("catalogue.new", self.new_product, kind="primary")
            self.list = RowsView(desk.theme)        # gui/widgets/rows/rows.py
            ...lay them out...

        def concerns(self, event: Event) -> bool:   # which news make this room ask again
            return event.kind in CATALOGUE_KINDS

        def refresh(self) -> None:          # called on opening, and on news while it is seen
            self.desk.background.ask(stock.low, self.show_low, owner=self)

        def show_low(self, products: list[LowProduct]) -> None:
            self.list.rows.show(products)

        def new_product(self) -> None:      # a verb: say it, and wait for the news
            self.desk.run(partial(catalogue.add_product, ...), self.show_added)

        def show_added(self, added: Receipt[Product]) -> None:
            undo = partial(self.desk.undo, added.sequence)
            self.desk.say(self.tr("{name} added").format(name=...), undo=undo, bold=...)

Errors fly: gui/runtime/error_handler.py makes a sentence of them. `opened(**arguments)` gets what
`desk.open("stock", product_id=7)` was given. Commands and their keys stand in
gui/input/commands.py; texts are translated in resources/translations/<language>/<folder>.ts by
`python -m tests.translations`. Colours, fonts and sizes: desk.theme. Numbers: desk.format.
'''

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.runtime.event_feed import EventFeed
from gui.shell.action_button import ActionButton
from gui.shell.app_context import Desk
from models.events import Event


class Room(QWidget):
    """A page of a window. Subclasses build themselves in `__init__` and ask in `refresh`."""

    name: ClassVar[str] = ""
    #: The wall and the customers' board are dark whatever the counter's theme is.
    dark_by_default: ClassVar[bool] = False
    #: A room that fills the screen by itself (the customers' board) has no header above it.
    has_header: ClassVar[bool] = True
    #: Its own window fills the largest screen until somebody chose otherwise; Esc leaves that.
    fills_screen: ClassVar[bool] = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(self.name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        desk.theme.dress(self)
        self.refreshing = Refresh(self, desk.feed)

    # --- what a room can say about itself --------------------------------------------------

    def title(self) -> str:
        """What the window is called in the task bar while this room is shown."""
        return ""

    def concerns(self, event: Event) -> bool:
        """Whether this news can change what the room shows."""
        return True

    def refresh(self) -> None:
        """Asks again for what the room shows."""

    def opened(self, **arguments: object) -> None:
        """Called each time the room is shown by `desk.open`, with what was given there."""

    def scanned(self, code: str) -> None:
        """A label was scanned while this room was in front: goods are sold at the counter."""
        self.desk.open("order_entry", scanned=code)

    def undo(self) -> bool:
        """Ctrl+Z when no undo bar is open; False when there is nothing to take back."""
        return False

    def redo(self) -> bool:
        """Ctrl+Shift+Z; False when there is nothing to do again."""
        return False

    def deed_place(self) -> QWidget:
        """The column at whose foot the undo bar appears."""
        return self

    def deed_theme(self) -> Theme:
        """The size and colours of the undo bar."""
        return self.desk.theme

    def carry_over(self) -> object:
        """What must survive a change of language or theme (a cart being built, a filter)."""
        return None

    def carry_on(self, carried: object) -> None:
        """Takes up in the rebuilt room what `carry_over` gave."""

    # --- what a room can do ----------------------------------------------------------------

    def bind(self, command: str, handler: Callable[[], object], enabled: bool = True) -> QAction:
        """Lets a command of the action table do `handler` (a method) in this room."""
        return self.desk.actions.bind(self, command, handler, enabled)

    def action(self, command: str) -> QAction:
        """The bound command: `self.action("order.pay").setText(…)`."""
        return self.desk.actions.of(self, command)

    def button(
        self,
        command: str,
        handler: Callable[[], object],
        kind: str = "normal",
        enabled: bool = True,
    ) -> ActionButton:
        """Binds a command and gives its button: text, icon and key from the action table."""
        return ActionButton(self.desk.theme, self.bind(command, handler, enabled), kind)


class Refresh(QObject):
    """Belongs to one room; several pieces of news in one turn of the loop refresh it once."""

    def __init__(self, room: Room, feed: EventFeed) -> None:
        super().__init__(room)
        self.stale = True
        self.timer = QTimer(self, singleShot=True, interval=0)
        self.timer.timeout.connect(self._refresh)
        feed.happened.connect(self._hear)
        feed.found.connect(self.mark_stale)  # what was asked in between found nobody
        room.installEventFilter(self)

    def mark_stale(self) -> None:
        """Asks again: at once if the room is seen, else when it is shown."""
        self.stale = True
        if self._room().isVisible():
            self.timer.start()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.stale:
            self.timer.start()
        return False

    def _hear(self, events: list[Event]) -> None:
        room = self._room()
        if any(room.concerns(event) for event in events):
            self.mark_stale()

    def _refresh(self) -> None:
        self.stale = False
        self._room().refresh()

    def _room(self) -> Room:
        return self.parent()  # type: ignore[return-value]
