"""The warehouse's window: the wall of open orders, the strips over it and the keys under it."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui.fulfilment.actions import Work
from gui.fulfilment.alarms import Alarms
from gui.fulfilment.bars.bars import Strips
from gui.fulfilment.cards.card_face import Shown
from gui.fulfilment.filters import ALL
from gui.fulfilment.key_handlers import Hands
from gui.fulfilment.news import CONCERNS
from gui.fulfilment.number_call import Calls
from gui.fulfilment.open_orders import OpenOrders
from gui.fulfilment.overlays.overlays import Panels
from gui.fulfilment.scans import Scans
from gui.fulfilment.visible_orders import Seen
from gui.fulfilment.wall.wall import Wall
from gui.input.actions import allow
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import Desk
from gui.shell.page import Room
from gui.widgets.containers.empty_state import EmptyState
from models import clock
from models.events import Event


class FulfilmentWindow(Room):
    """A wall of order cards, worked on by 1-9, Space and Enter alone.

    `orders` knows all that is open, `seen` which of it is to be seen, `wall` shows that and knows
    which card is in focus. The rest does something with that card: `hands` what the keys say,
    `panels` what asks or lists something over the wall, `calls` what is scanned or called out.
    """

    name = "fulfilment"
    dark_by_default = True
    has_header = False
    fills_screen = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted_order: int | None = None
        self.orders = OpenOrders(desk, self)
        self.alarms = Alarms(desk, self)
        self.work = Work(desk, self)
        keys = desk.actions.key("queue.pick"), desk.actions.key("queue.next")
        self.wall = Wall(desk, keys)
        self.hands = Hands(desk, self.wall, self.work, self)
        self.panels = Panels(desk, self.wall, self.work, self)
        scans = Scans(desk, self.wall, self.work, self)
        self.seen = Seen(self.orders, self.panels)
        self.calls = Calls(desk, self.orders, self.wall, self.panels, scans, self.work)
        self._bind_all()
        self._undo_action = QAction(desk.actions.text("edit.undo"), self)
        self._undo_action.triggered.connect(self._undo_by_hand)
        self.setFocusProxy(self.wall)
        self.empty = EmptyState(desk.theme, "basket-check-outline", "", parent=self.wall)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.wall, 1)
        self.strips = Strips(desk, self, column, self._undo_action)
        self._connect()
        self.strips.fit(self.width(), self.height())
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
            ("queue.number", self.calls.ask_number),
            ("queue.print", self.hands.print_ticket),
            ("queue.put_back", self.panels.open_put_backs),
            ("queue.later", self.panels.open_later),
            ("queue.filter", self.seen.ask),
            ("queue.ready", self.seen.press_ready),
            ("queue.more", self.hands.more),
            ("queue.less", self.hands.less),
            ("queue.sound", self.switch_sound),
            ("queue.larger", self.zoom_in),
            ("queue.smaller", self.zoom_out),
        ):
            self.bind(command, handler)

    def _connect(self) -> None:
        self.desk.feed.happened.connect(self._hear)
        self.desk.feed.found.connect(self._find_again)
        self.orders.changed.connect(self._show_cards)
        self.orders.came.connect(self.alarms.ring_new)
        self.wall.moved.connect(self._show_next_steps)
        self.wall.line_pressed.connect(self.hands.pick)
        self.work.undone.connect(self._want)
        self.wall.band_pressed.connect(self.hands.acknowledge)
        self.wall.chores_asked.connect(self.panels.open_put_backs)
        self.panels.side_changed.connect(self._show_side)
        self.calls.judged.connect(self._judged)
        self.calls.wanted.connect(self._look_for)
        self.strips.built.connect(self._strips_built)
        self.strips.chip_pressed.connect(self.seen.press)
        self.strips.all_pressed.connect(self.seen.choose_all)
        self.seen.changed.connect(self._filter_chosen)
        self.strips.home_pressed.connect(self._go_home)
        self.strips.sound_pressed.connect(self.switch_sound)

    # --- what the frame asks ---------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Warehouse queue")

    def concerns(self, event: Event) -> bool:
        return event.kind in CONCERNS

    def refresh(self) -> None:
        self.orders.ask()
        if self.panels.side is not None:
            self.panels.side.refresh()

    def opened(self, **arguments: object) -> None:
        order_id = arguments.get("order_id")
        if isinstance(order_id, int):
            self._look_for(order_id)
        if self.panels.side is None and self.panels.question is None:
            self.wall.setFocus()  # not on a plate of the top bar, which Space and Enter press

    def scanned(self, code: str) -> None:
        self.calls.scanned(code)

    def deed_place(self) -> QWidget:
        return self.strips.keys.berth

    def deed_theme(self) -> Theme:
        return self.strips.theme

    def undo(self) -> bool:
        self.work.undo()
        return True

    def _undo_by_hand(self) -> None:
        self.desk.actions.of(self.window(), "edit.undo").trigger()

    def carry_over(self) -> object:
        return self.seen.filter, self.wall.card.id if self.wall.card else None

    def carry_on(self, carried: object) -> None:
        if isinstance(carried, tuple):
            self.seen.filter, self._wanted_order = carried

    # --- showing ---------------------------------------------------------------------------

    def _show_cards(self, *, by_hand: bool = False) -> None:
        """What is to be seen, where it stands now; `by_hand` when the person chose it."""
        wall, now = self.orders.wall, clock.now()
        self.alarms.look(wall, now)
        if self.orders.is_known:
            self.panels.follow(wall.waiting + wall.ready + wall.later)
        if self._wanted_order is not None:
            self.seen.widen(self._wanted_order)
        if self.seen.leave_empty(by_hand=by_hand):
            said = self.tr("No more ready orders: all orders are shown again")
            self._judged("info", said, "", "")
        shown = Shown(
            wall.limits,
            now,
            self.orders.fresh,
            self.seen.category,
            open_lines=sum(1 for card in wall.waiting for line in card.lines if not line.done),
            chores=len(wall.chores),
        )
        self.wall.show_cards(self.seen.cards, shown, by_hand=by_hand)
        if self._wanted_order is not None and self.orders.is_known:
            self.wall.focus_order(self._wanted_order)
            self._wanted_order = None
        self.seen.tell(self.strips)
        self.empty.setVisible(self.wall.card is None and self.orders.is_known)
        self.seen.explain(self.empty)

    def _filter_chosen(self) -> None:
        self._show_cards(by_hand=True)
        self.wall.setFocus()

    def tick(self) -> None:
        """Once a second: watches, clock and freshness; new places when a card becomes late."""
        if not self.isVisible():
            return
        now = clock.now()
        self.strips.top.tick()
        self.orders.tick(now)
        self.wall.tick(now)
        self.alarms.tick(self.orders.wall)

    def _show_next_steps(self) -> None:
        """What the keys would do with the card and line in focus, and which of them cannot."""
        for id, can in self.hands.possible().items():
            allow(self.action(f"queue.{id}"), can, self.hands.why_not(id))
        card = self.wall.card
        for id in ("larger", "smaller"):
            allow(self.action(f"queue.{id}"), card is not None, self.hands.why_not(id))
        self.action("queue.next").setText(self.work.next_text(card))
        self.action("queue.claim").setText(self.work.claim_text(card))

    # --- news ------------------------------------------------------------------------------

    def _hear(self, news: list[Event]) -> None:
        self.work.hear(news)
        self.orders.hear(news)
        if self.isVisible():
            self.alarms.hear(news)
            self.calls.hear(news)

    def _find_again(self) -> None:
        """The database can be read again: everything may have changed."""
        self.orders.forget()
        self.refreshing.mark_stale()

    def _want(self, order_id: int) -> None:
        """In focus as soon as the wall knows how the order stands now."""
        self._wanted_order = order_id

    def _look_for(self, order_id: int) -> None:
        self._want(order_id)
        self._show_cards()

    def _judged(self, kind: str, verdict: str, what: str, code: str) -> None:
        self.strips.keys.toast.tell(kind, verdict, what, code)
        if kind in ("warn", "danger"):
            self.alarms.play("changed")

    # --- sizes, sound ----------------------------------------------------------------------

    def zoom_in(self) -> None:
        self.wall.zoom_by(1)

    def zoom_out(self) -> None:
        self.wall.zoom_by(-1)

    def switch_sound(self) -> None:
        self.strips.top.show_sound(self.alarms.switch())

    def _show_side(self) -> None:
        """The strip has the keys of the list beside the wall, while there is one."""
        side = self.panels.side
        self.strips.keys.show_list(side.keys() if side is not None else [])

    def _strips_built(self) -> None:
        self._show_side()
        self.strips.top.show_sound(self.alarms.is_on)
        self.seen.tell(self.strips)

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
        if (why := self._why_not(event)) is not None:
            self.wall.settle()  # the keys that follow may be for what did not open
            self._judged("warn", why, "", "")
        elif event.key() != Qt.Key.Key_Escape:
            self.wall.keyPressEvent(event)
        elif self.panels.side is not None:
            self.panels.close_side()
        elif self.seen.filter != ALL:
            self.seen.choose_all()
        else:
            event.ignore()  # nothing is open: the window leaves full screen

    def _why_not(self, event: QKeyEvent) -> str | None:
        """What is said to a key whose command cannot be done now, if there is something to say."""
        if event.isAutoRepeat():
            return None
        for id, can in self.hands.possible().items():
            keys = self.action(f"queue.{id}").shortcuts()
            if not can and QKeySequence(event.keyCombination()) in keys:
                return self.hands.why_not(id) or None
        return None

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strips.fit(self.width(), self.height())
        self.empty.setGeometry(self.wall.rect())
        self.panels.settle()
