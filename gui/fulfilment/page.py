"""The warehouse's window: the wall of open orders, the strips over it and the keys under it."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui.fulfilment.actions import WarehouseActions
from gui.fulfilment.alarms import Alarms
from gui.fulfilment.bars.bars import Bars
from gui.fulfilment.cards.card_face import Shown
from gui.fulfilment.filters import ALL
from gui.fulfilment.key_handlers import KeyHandlers
from gui.fulfilment.news import CONCERNS
from gui.fulfilment.number_call import NumberCall
from gui.fulfilment.open_orders import OpenOrders
from gui.fulfilment.overlays.overlays import Overlays
from gui.fulfilment.scans import Scans
from gui.fulfilment.visible_orders import VisibleOrders
from gui.fulfilment.wall.wall import Wall
from gui.input.actions import allow, why_not
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.containers.empty_state import EmptyState
from models import clock
from models.events import Event
from models.fulfilment.cards import Card


class FulfilmentPage(Page):
    """A wall of order cards, worked on by 1-9, Space and Enter alone.

    `orders` knows all that is open, `visible_orders` which of it is to be seen, `wall` shows that
    and knows which card is in focus. The rest does something with that card: `key_handlers` what
    the keys say, `overlays` what asks or lists something over the wall, `number_call` what is
    scanned or called out.
    """

    name = "fulfilment"
    dark_by_default = True
    has_header = False
    stays_visible = True
    fills_screen = True

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._wanted_order: int | None = None
        self._wanted_line = 0
        self._early = ""  # the number of a card, pressed before the shop had answered
        self.orders = OpenOrders(context, self)
        self.alarms = Alarms(context, self)
        self.work = WarehouseActions(context, self)
        keys = context.actions.key("queue.pick"), context.actions.key("queue.next")
        self.wall = Wall(context, keys)
        self.overlays = Overlays(context, self.wall, self.work, self)
        self.key_handlers = KeyHandlers(context, self.wall, self.work, self.overlays)
        scans = Scans(context, self.wall, self.work, self)
        self.visible_orders = VisibleOrders(self.orders, self.overlays)
        self.number_call = NumberCall(
            context, self.orders, self.wall, self.overlays, scans, self.work
        )
        self._bind_all()
        self._undo_action = QAction(context.actions.text("edit.undo"), self)
        self._undo_action.triggered.connect(self._undo_by_hand)
        self.setFocusProxy(self.wall)
        self.empty = EmptyState(context.theme, "basket-check-outline", "", parent=self.wall)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.wall, 1)
        self.bars = Bars(context, self, column, self._undo_action)
        self._connect()
        self.bars.fit(self.width(), self.height())
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def _bind_all(self) -> None:
        for command, handler in (
            ("queue.pick", self.key_handlers.pick),
            ("queue.next", self.key_handlers.next_step),
            ("queue.short", self.key_handlers.short),
            ("queue.ask", self.key_handlers.ask),
            ("queue.rush", self.key_handlers.rush),
            ("queue.claim", self.key_handlers.claim),
            ("queue.recall", self.overlays.open_recall),
            ("queue.all_day", self.overlays.open_all_day),
            ("queue.batch", self.overlays.open_batch),
            ("queue.part", self.key_handlers.part),
            ("queue.number", self.number_call.ask_number),
            ("queue.print", self.key_handlers.print_ticket),
            ("queue.put_back", self.overlays.open_put_backs),
            ("queue.later", self.overlays.open_later),
            ("queue.filter", self.visible_orders.ask),
            ("queue.ready", self.visible_orders.press_ready),
            ("queue.more", self.key_handlers.more),
            ("queue.less", self.key_handlers.less),
            ("queue.sound", self.switch_sound),
            ("queue.larger", self.zoom_in),
            ("queue.smaller", self.zoom_out),
        ):
            self.bind(command, handler)

    def _connect(self) -> None:
        self.context.feed.happened.connect(self._hear)
        self.context.feed.found.connect(self._find_again)
        self.context.feed.lost.connect(self._show_next_steps)
        if self.context.line is not None:
            self.context.line.changed.connect(self.tick)
        self.orders.changed.connect(self._show_cards)
        self.orders.came.connect(self.alarms.ring_new)
        self.wall.moved.connect(self._show_next_steps)
        self.wall.line_pressed.connect(self.key_handlers.pick)
        self.work.undone.connect(self._want)
        self.key_handlers.introduced.connect(self._introduce)
        self.wall.band_pressed.connect(self.key_handlers.acknowledge)
        self.wall.missed.connect(self._tell_missed)
        self.wall.chores_asked.connect(self.overlays.open_put_backs)
        self.overlays.changed.connect(self._show_keys)
        self.number_call.judged.connect(self._judged)
        self.number_call.wanted.connect(self._look_for)
        self.bars.built.connect(self._strips_built)
        self.bars.chip_pressed.connect(self.visible_orders.press)
        self.bars.all_pressed.connect(self.visible_orders.choose_all)
        self.visible_orders.changed.connect(self._filter_chosen)
        self.bars.home_pressed.connect(self._go_home)
        self.bars.sound_pressed.connect(self.switch_sound)

    # --- what the window asks ---------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Warehouse queue")

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in CONCERNS

    def refresh(self) -> None:
        self.orders.ask()
        if self.overlays.side is not None:
            self.overlays.side.refresh()

    def opened(self, **arguments: object) -> None:
        order_id = arguments.get("order_id")
        if isinstance(order_id, int):
            self._look_for(order_id)
        if self.overlays.top is None:
            self.wall.setFocus()  # not on a plate of the top bar, which Space and Enter press

    def scanned(self, code: str) -> None:
        self.number_call.scanned(code)

    def notice_foot(self) -> int:
        """Over the feet of the lowest cards: counts, numbers and lines stay in sight."""
        return self.wall.geometry().bottom() + 1

    def undo_bar_anchor(self) -> QWidget:
        return self.bars.keys.berth

    def undo_bar_theme(self) -> Theme:
        return self.bars.theme

    def undo(self) -> bool:
        self.work.undo()
        return True

    def _undo_by_hand(self) -> None:
        self.context.actions.of(self.window(), "edit.undo").trigger()

    def save_state(self) -> object:
        return self.visible_orders.filter, self.wall.card.id if self.wall.card else None

    def restore_state(self, carried: object) -> None:
        if isinstance(carried, tuple):
            self.visible_orders.filter, self._wanted_order = carried

    # --- showing ---------------------------------------------------------------------------

    def _show_cards(self, *, by_hand: bool = False) -> None:
        """What is to be seen, where it stands now; `by_hand` when the person chose it."""
        wall, now = self.orders.wall, clock.now()
        self.alarms.look(wall, now)
        if self.orders.is_known:
            self.overlays.follow(wall.waiting + wall.ready + wall.later)
        if self._wanted_order is not None:
            self.visible_orders.widen(self._wanted_order)
        if self.visible_orders.leave_empty(by_hand=by_hand):
            said = self.tr("No more ready orders: all orders are shown again")
            self._judged("info", said, "", "")
        shown = Shown(
            wall.limits,
            now,
            self.orders.fresh,
            self.visible_orders.category,
            open_lines=sum(1 for card in wall.waiting for line in card.lines if not line.done),
            restock_tasks=len(wall.restock_tasks),
        )
        self.wall.show_cards(self.visible_orders.cards, shown, by_hand=by_hand, own=self.work.own)
        if self._wanted_order is not None and self.orders.is_known:
            if self.wall.focus_order(self._wanted_order) and self._wanted_line:
                self.wall.go_to_line(self._wanted_line)
            self._wanted_order, self._wanted_line = None, 0
        if self._early and self.orders.is_known:
            early, self._early = self._early, ""
            self.wall.go_to_number(early)
        self.visible_orders.tell(self.bars)
        self.empty.setVisible(self.wall.card is None and self.orders.is_known)
        self.visible_orders.explain(self.empty)

    def _filter_chosen(self) -> None:
        self._show_cards(by_hand=True)
        self.wall.setFocus()

    def tick(self) -> None:
        """Once a second: watches, clock and freshness; new places when a card becomes late."""
        if not self.isVisible():
            return
        now = clock.now()
        self.bars.top.tick()
        self.orders.tick(now)
        self.wall.tick(now)
        self.alarms.tick(self.orders.wall)

    def _show_next_steps(self) -> None:
        """What the keys would do with the card and line in focus, and which of them cannot."""
        can, card = self.key_handlers.possible(), self.wall.card
        for id, step in (("larger", 1), ("smaller", -1)):
            can[id] = card is not None and self.wall.can_zoom(step)
        for action in self.context.actions.bound(self):
            id = action.objectName().removeprefix("queue.")
            allow(action, can.get(id, True) and self.overlays.allows(id), self._why_not(id))
        self.action("queue.next").setText(self.work.next_text(card))
        self.action("queue.claim").setText(self.work.claim_text(card))

    # --- news ------------------------------------------------------------------------------

    def _hear(self, news: list[Event]) -> None:
        self.work.hear(news)
        self.orders.hear(news)
        if self.isVisible():
            self.alarms.hear(news)
            self.number_call.hear(news)

    def _find_again(self) -> None:
        """The database can be read again: everything may have changed."""
        self.orders.forget()
        self.refresher.mark_stale()

    def _want(self, order_id: int, line: int = 0) -> None:
        """In focus as soon as the wall knows how the order stands now, perhaps at a line of it."""
        self._wanted_order, self._wanted_line = order_id, line

    def _look_for(self, order_id: int) -> None:
        self._want(order_id)
        self._show_cards()

    def _judged(self, kind: str, verdict: str, what: str, code: str) -> None:
        self.bars.keys.toast.tell(kind, verdict, what, code)
        if kind in ("warn", "danger"):
            self.alarms.play("changed")

    def _tell_missed(self, digit: str) -> None:
        if not self.orders.is_known:
            self._early = digit
            return
        self._judged("warn", self.tr("No card has the number {digit}").format(digit=digit), "", "")

    def _introduce(self, card: Card, command: str) -> None:
        """A key did nothing yet with the card that came into focus by itself."""
        text = self.tr("Next is {number} \u2014 {key} again: {step}").format(
            number=self.context.format.order_number(card.number),
            key=self.context.actions.key(command),
            step=self.action(command).text(),
        )
        self._judged("info", text, "", "")

    # --- sizes, sound ----------------------------------------------------------------------

    def zoom_in(self) -> None:
        self.wall.zoom_by(1)

    def zoom_out(self) -> None:
        self.wall.zoom_by(-1)

    def switch_sound(self) -> None:
        self.bars.top.show_sound(self.alarms.switch())

    def _show_keys(self) -> None:
        """The strip has the keys of what stands over the wall, while there is something."""
        top = self.overlays.top
        self.bars.keys.show_list(top.keys() if top is not None else [])
        self._show_next_steps()

    def _strips_built(self) -> None:
        self._show_keys()
        self.bars.top.show_sound(self.alarms.is_on)
        self.visible_orders.tell(self.bars)

    def _go_home(self) -> None:
        self.context.open("home")

    # --- the window ------------------------------------------------------------------------

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Space and Enter press the button that has the focus, if one has it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            focus = self.window().focusWidget()
            if event.key() in keys and isinstance(focus, QAbstractButton):
                event.accept()
                return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (why := self._refusal(event)) is not None:
            self.wall.hand.settle()  # the keys that follow may be for what did not open
            self._judged("warn", why, "", "")
        elif (top := self.overlays.top) is not None:
            top.take_focus()  # it has all keys
        elif event.key() != Qt.Key.Key_Escape:
            self.wall.keyPressEvent(event)
        elif self.visible_orders.filter != ALL:
            self.visible_orders.choose_all()
        else:
            event.ignore()  # nothing is open

    def _refusal(self, event: QKeyEvent) -> str | None:
        """What is said to a key whose command cannot be done now, if there is something to say."""
        if event.isAutoRepeat():
            return None
        for action in self.context.actions.bound(self):
            keys = action.shortcuts()
            if not action.isEnabled() and QKeySequence(event.keyCombination()) in keys:
                return why_not(action) or None
        return None

    def _why_not(self, id: str) -> str:
        """Why a command of the wall cannot be done now."""
        if self.overlays.allows(id):
            return self.key_handlers.why_not(id)
        return self.tr("Esc first closes what is open over the wall")

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bars.fit(self.width(), self.height())
        self.empty.setGeometry(self.wall.rect())
        self.overlays.settle()
