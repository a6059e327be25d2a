"""The warehouse's window: the wall of open orders, the strip over it and the keys under it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.exception_desk import guarded
from gui.fulfilment import filters
from gui.fulfilment.alarms import Alarms
from gui.fulfilment.hands import Hands
from gui.fulfilment.news import CONCERNS, News
from gui.fulfilment.panels import Panels
from gui.fulfilment.scans import Scans
from gui.fulfilment.strips import Strips
from gui.fulfilment.wall import Wall
from gui.fulfilment.work import Work
from gui.room import Room
from gui.widgets.empty_state import EmptyState
from models import clock, fulfilment_queue
from models.events import Event
from models.fulfilment_queue import Card, Limits
from models.fulfilment_queue import Wall as Hanging


class FulfilmentWindow(Room):
    """A wall of order cards, worked on by 1-9, Space and Enter alone."""

    name = "fulfilment"
    dark_by_default = True
    has_header = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._hanging = Hanging([], [], [], Limits(0, 0))
        self._filter = ""
        self._news = News()
        self._next_late = 0
        self._wanted_order: int | None = None
        self.alarms = Alarms(desk, self)
        self.work = Work(desk, self)
        keys = desk.actions.key("queue.pick"), desk.actions.key("queue.next")
        self.wall = Wall(desk, keys)
        self.hands = Hands(desk, self.wall, self.work, self)
        self.scans = Scans(desk, self.wall, self.work, self)
        self.panels = Panels(desk, self.wall, self.work, self)
        self._bind_all()
        self._undo_action = QAction(desk.actions.text("edit.undo"), self)
        self._undo_action.triggered.connect(self._undo_by_hand)
        self.setFocusProxy(self.wall)
        self.wall.moved.connect(self._show_next_steps)
        self.wall.line_pressed.connect(self.hands.pick)
        self.wall.band_pressed.connect(self.hands.acknowledge)
        self.scans.judged.connect(self._judged)
        self.scans.ticket_scanned.connect(self._call)
        self.wall.chores_asked.connect(self.panels.open_put_backs)
        self._empty = EmptyState(desk.theme, "basket-check-outline", "", parent=self.wall)
        self._empty.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.wall, 1)
        self.strips = Strips(desk, self, self._column, self._undo_action)
        self.strips.built.connect(self._strips_built)
        self.strips.filter_pressed.connect(self.set_filter)
        self.strips.home_pressed.connect(self._go_home)
        self.strips.sound_pressed.connect(self.switch_sound)
        self.strips.fit(self.width(), self.height())
        desk.feed.happened.connect(self._hear)
        desk.feed.found.connect(self._find_again)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def _bind_all(self) -> None:
        for command, handler in (
            ("queue.pick", self.hands.pick),
            ("queue.next", self.hands.next_step),
            ("queue.short", self.panels.ask_short),
            ("queue.ask", self.panels.ask_counter),
            ("queue.rush", self.hands.rush),
            ("queue.claim", self.hands.claim),
            ("queue.recall", self.panels.open_recall),
            ("queue.all_day", self.panels.open_all_day),
            ("queue.batch", self.panels.open_batch),
            ("queue.part", self.panels.ask_part),
            ("queue.number", self.ask_number),
            ("queue.print", self.hands.print_ticket),
            ("queue.put_back", self.panels.open_put_backs),
            ("queue.filter", self.next_filter),
            ("queue.more", self.hands.more),
            ("queue.less", self.hands.less),
            ("queue.sound", self.switch_sound),
            ("queue.larger", self.zoom_in),
            ("queue.smaller", self.zoom_out),
        ):
            self.bind(command, handler)

    # --- what the frame asks ---------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Warehouse queue")

    def concerns(self, event: Event) -> bool:
        return event.kind in CONCERNS

    def refresh(self) -> None:
        ask, touched = self.desk.background.ask, self._news.take()
        if touched is None:
            ask(fulfilment_queue.wall, self.show_wall, self._lose, owner=self)
        else:
            question = partial(fulfilment_queue.changes, touched)
            ask(question, self._show_changes, self._lose, owner=self)
        if self.panels.side is not None:
            self.panels.side.refresh()

    def opened(self, **arguments: object) -> None:
        order_id = arguments.get("order_id")
        if isinstance(order_id, int):
            self._wanted_order = order_id
            self._show_cards()

    def deed_place(self) -> QWidget:
        return self.wall

    def undo(self) -> None:
        self.work.undo()

    def _undo_by_hand(self) -> None:
        self.desk.actions.of(self.window(), "edit.undo").trigger()

    def carry_over(self) -> object:
        return self._filter, self.wall.card.id if self.wall.card else None

    def carry_on(self, carried: object) -> None:
        if isinstance(carried, tuple):
            self._filter, self._wanted_order = carried

    # --- showing ---------------------------------------------------------------------------

    def _show_changes(self, news: fulfilment_queue.Changes) -> None:
        self.show_wall(fulfilment_queue.changed(self._hanging, news))

    def show_wall(self, hanging: Hanging) -> None:
        """What hangs on the wall now."""
        self._hanging = hanging
        if self._news.hang(hanging.waiting, clock.now()):
            self.alarms.play("new")
        self._show_cards()

    def _lose(self, error: BaseException) -> None:
        self._news.forget()
        raise error

    def _find_again(self) -> None:
        """The database can be read again: everything may have changed."""
        self._news.forget()
        self.refreshing.mark_stale()

    def _show_cards(self) -> None:
        hanging, now = self._hanging, clock.now()
        self.alarms.look(hanging, now)
        self._next_late = filters.next_limit(hanging, now)
        if self._wanted_order is not None:
            self._filter = self._filter_with(self._wanted_order)
        self.wall.show_cards(
            self._chosen(self._filter),
            hanging.limits,
            now,
            chores=len(hanging.chores),
            open_lines=sum(1 for card in hanging.waiting for line in card.lines if not line.done),
            fresh=self._news.fresh(),
        )
        if self._wanted_order is not None and not self._news.is_first:
            self.wall.focus_order(self._wanted_order)
            self._wanted_order = None
        self._show_counts()
        self._show_empty()

    def _chosen(self, name: str) -> list[Card]:
        return filters.chosen(self._hanging, name, clock.now())

    def _filter_with(self, order_id: int) -> str:
        """The filter under which the order is seen."""
        if any(card.id == order_id for card in self._chosen(self._filter)):
            return self._filter
        return "ready" if any(card.id == order_id for card in self._hanging.ready) else ""

    def _show_counts(self) -> None:
        counts = {kind.name: len(self._chosen(kind.name)) for kind in filters.FILTERS}
        self.strips.top.show_counts(counts, self._filter)

    def _show_empty(self) -> None:
        self._empty.setVisible(self.wall.card is None and not self._news.is_first)
        if self._filter:
            self._empty.say(
                self.tr("No order here: {filter}").format(filter=filters.text_of(self._filter)),
                self.tr("{key} shows the next filter.").format(
                    key=self.desk.actions.key("queue.filter")
                ),
            )
        else:
            self._empty.say(
                self.tr("Nothing to prepare."),
                self.tr("An order appears here the moment the counter sends it."),
            )

    def tick(self) -> None:
        """Once a second: watches, clock and freshness; new places when a card becomes late."""
        if not self.isVisible():
            return
        now = clock.now()
        self.strips.top.tick()
        if self._news.grow_old(now) or (self._next_late and now >= self._next_late):
            hanging = self._hanging
            self._hanging = replace(
                hanging,
                waiting=fulfilment_queue.in_working_order(hanging.waiting, now, hanging.limits),
            )
            self._show_cards()
        self.wall.tick(now)
        self.alarms.tick(self._hanging)

    def _show_next_steps(self) -> None:
        """What the keys would do with the card and line in focus, and which of them cannot."""
        for id, can in self.hands.possible().items():
            self.action(f"queue.{id}").setEnabled(can)
        card = self.wall.card
        self.action("queue.next").setText(self.work.next_text(card))
        self.action("queue.claim").setText(self.work.claim_text(card))

    # --- news ------------------------------------------------------------------------------

    def _hear(self, news: list[Event]) -> None:
        self.work.hear(news)
        self._news.hear(news)
        if self.isVisible():
            self.alarms.hear(news)

    def switch_sound(self) -> None:
        self.strips.top.show_sound(self.alarms.switch())

    def _strips_built(self) -> None:
        self.strips.top.show_sound(self.alarms.is_on)
        self._show_counts()

    # --- filters and sizes -----------------------------------------------------------------

    def set_filter(self, name: str) -> None:
        self._filter = "" if name == self._filter else name
        self._show_cards()
        self.wall.setFocus()

    def next_filter(self) -> None:
        self._filter = filters.following(self._filter)
        self._show_cards()

    def zoom_in(self) -> None:
        self.wall.zoom_by(1)

    def zoom_out(self) -> None:
        self.wall.zoom_by(-1)

    # --- calls and scans -------------------------------------------------------------------

    def ask_number(self) -> None:
        self.panels.ask_number().answered.connect(self.call_number)

    def call_number(self, number: int) -> None:
        """The order with this number: handed over when it is ready, else brought into focus."""
        for card in self._hanging.ready + self._hanging.waiting:
            if card.number == number:
                self._call(card.id)
                return
        what = self.tr("Order {number}").format(number=self.desk.format.order_number(number))
        self._judged("warn", self.tr("Not on the wall"), what, "")

    def _call(self, order_id: int) -> None:
        for card in self._hanging.ready:
            if card.id == order_id:
                self.work.hand_over(card)
                return
        if any(card.id == order_id for card in self._hanging.waiting):
            self._wanted_order = order_id
            self._show_cards()
        else:
            self._judged("warn", self.tr("Not on the wall"), "", "")

    def scanned(self, code: str) -> None:
        """A label: ticks its product in the order in focus, or says why not."""
        self.scans.scanned(code, self._hanging.waiting)

    def _judged(self, kind: str, verdict: str, what: str, code: str) -> None:
        self.strips.toast.tell(kind, verdict, what, code)
        if kind != "ready":
            self.alarms.play("changed")

    def _go_home(self) -> None:
        self.desk.open("home")

    # --- the window ------------------------------------------------------------------------

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Space and Enter press the button or list row that has the focus, if one has it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = self.window().focusWidget()
            side = self.panels.side
            inside = side is not None and focus is not None and side.isAncestorOf(focus)
            keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and (inside or isinstance(focus, QAbstractButton)):
                event.accept()
                return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.panels.close_side()
            self.wall.setFocus()
        else:
            self.wall.keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strips.fit(self.width(), self.height())
        self._empty.setGeometry(self.wall.rect())
        self.panels.settle()
