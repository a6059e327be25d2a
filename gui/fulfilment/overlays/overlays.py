"""What opens over the wall: a question on the card in focus, or a list beside it. One of each.

A question that comes up while a list is open lies over it, and goes first.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from gui.fulfilment.actions import Doubt, WarehouseActions, nothing
from gui.fulfilment.cards.card_view import CardView
from gui.fulfilment.filters import Filter
from gui.fulfilment.overlays.batch import Batch, Stop
from gui.fulfilment.overlays.confirm_prompt import UnpaidPrompt
from gui.fulfilment.overlays.filter_prompt import FilterPrompt
from gui.fulfilment.overlays.later import Later
from gui.fulfilment.overlays.overlay import Layer, Overlay
from gui.fulfilment.overlays.prompts import CardPrompt, NumberPrompt, PartPrompt
from gui.fulfilment.overlays.short_prompt import ShortPrompt
from gui.fulfilment.overlays.side_views import WIDTH, AllDay, Recall, RestockTasks, SideView
from gui.fulfilment.overlays.unseen_prompt import UnseenPrompt
from gui.fulfilment.overlays.which_prompt import WhichPrompt
from gui.fulfilment.wall.wall import Wall
from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from models.fulfilment.cards import Card, CardLine
from models.fulfilment.fulfilment_lists import Finished
from models.fulfilment.fulfilment_queue import RestockTask

#: What can be done while a list is open: go to another list, close this one, silence the wall.
_BESIDE_A_LIST = {"recall", "all_day", "batch", "put_back", "later", "sound"}


class Overlays(QObject):
    """Opens them, brings the answers to `work`, and gives the focus back to what is below."""

    #: Something else has the keys: another of these, or the wall.
    changed = Signal()

    def __init__(
        self, context: AppContext, wall: Wall, work: WarehouseActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context = context
        self._wall = wall
        self._work = work
        self._page = page
        self.question: CardPrompt | None = None
        self.side: SideView | None = None
        self._layers: list[Layer] = []
        work.unpaid.connect(self.ask_unpaid)
        work.unseen.connect(self.ask_unseen)

    @property
    def top(self) -> Overlay | None:
        """What has the keys, if it is not the wall."""
        return self.question or self.side

    def allows(self, id: str) -> bool:
        """Whether this command of the wall can be done with what is open."""
        if self.top is None:
            return True
        return self.question is None and id in _BESIDE_A_LIST

    # --- questions on the card -------------------------------------------------------------

    def ask_part(self) -> None:
        """How many of the current line are in the box."""
        card, line = self._wall.card, self._wall.line
        if card is None or line is None or not line.wanted:
            return
        question = PartPrompt(self._theme(), self._context.format, line, self._enter(), self._wall)
        question.answered.connect(self._part_answered)
        self._ask(question, card)

    def ask_short(self) -> None:
        """Why the rest of the current line is not there."""
        self._open_short(asks=False)

    def ask_counter(self) -> None:
        """The same, but what shall become of it is for the counter to say."""
        self._open_short(asks=True)

    def _open_short(self, asks: bool) -> None:
        card, line = self._wall.card, self._wall.line
        if card is None or line is None or not line.open or (asks and line.asked):
            return
        keys = self._enter(), self._context.actions.key("queue.ask")
        question = ShortPrompt(
            self._theme(), self._context.format, line, keys, asks=asks, parent=self._wall
        )
        question.answered.connect(self._short_answered)
        question.counter_asked.connect(self._counter_asked)
        self._ask(question, card)

    def ask_unpaid(self, card: Card) -> None:
        """Whether goods whose money is not settled shall leave all the same."""
        question = UnpaidPrompt(
            self._theme(), self._context.format, card, self._enter(), self._wall
        )
        question.answered.connect(self._unpaid_answered)
        self._ask(question, card)

    def ask_unseen(self, card: Card, lines: Sequence[CardLine], doubt: Doubt) -> None:
        """Whether the lines that speak against it are in the box as well, or noted."""
        look, key = (self._theme(), self._context.format), self._enter()
        question = UnseenPrompt(*look, card, lines, key, self._wall, doubt)
        is_change = doubt is Doubt.UNSEEN
        question.answered.connect(self._work.acknowledge if is_change else self._work.all_ready)
        self._ask(question, card)

    def ask_number(self, words_of: Callable[[int], str]) -> NumberPrompt:
        """Which order was called out; the answer is the page's business.

        `words_of` says how the order with a number stands, while it is typed.
        """
        question = NumberPrompt(
            self._theme(), self._context.format, self._enter(), words_of, self._wall
        )
        self._ask(question, None)
        return question

    def ask_which(self, orders: Sequence[tuple[int, str, str]]) -> WhichPrompt:
        """Which of the orders with one number was called (id, name, how it stands)."""
        question = WhichPrompt(self._theme(), self._context.format, orders, self._wall)
        self._ask(question, None)
        return question

    def ask_filter(self, offered: Sequence[tuple[Filter, int]], now: Filter) -> FilterPrompt:
        """Which orders shall be seen; the answer is the page's business."""
        question = FilterPrompt(self._theme(), self._context.format, offered, now, self._wall)
        self._ask(question, None)
        return question

    def close_question(self) -> None:
        if self.question is not None:
            gone, self.question = self.question, None
            self._close(gone)

    def _ask(self, question: CardPrompt, card: Card | None) -> None:
        self.close_question()
        question.about = card
        self.question = question
        question.closed.connect(self.close_question)
        question.adjustSize()
        self._open(question)

    def _put(self, question: CardPrompt) -> None:
        """On the card that it is about, if that is in focus."""
        is_here = question.about is not None and self._wall.is_on(question.about.id)
        place = self._place(question, self._wall.view if is_here else None)
        question.setGeometry(place.translated(self._wall.pos()))

    def _place(self, question: CardPrompt, view: CardView | None) -> QRect:
        """On the card's lines; without a card in the middle of the wall."""
        wall, hint = self._wall.rect(), question.sizeHint()
        width = min(max(hint.width(), self._wall.theme.px(440)), wall.width())
        if view is None:
            height = max(hint.height(), question.heightForWidth(width))
            box = QRect(0, 0, width, min(height, wall.height()))
            box.moveCenter(wall.center())
            return box
        body = view.body_box().translated(view.pos())
        width = max(body.width(), width)
        height = question.heightForWidth(width)  # its title needs fewer rows than its hint thinks
        box = QRect(body.left(), body.top(), width, max(body.height(), height))
        box.moveRight(min(box.right(), wall.right() - 8))
        box.moveBottom(min(box.bottom(), wall.bottom() - 8))
        return box

    def _part_answered(self, card: Card, line: CardLine, picked: int) -> None:
        is_all = picked == line.picked + line.open
        then = partial(self._wall.advance, card.id) if is_all else nothing
        self._work.set_picked(card, line, picked, then)

    def _short_answered(self, card: Card, line: CardLine, reason: str, there: int) -> None:
        self._work.short(card, line, reason, there, partial(self._wall.advance, card.id))

    def _counter_asked(self, card: Card, line: CardLine, reason: str, there: int) -> None:
        self._work.ask(card, line, reason, there, partial(self._wall.advance, card.id))

    def _unpaid_answered(self, card: Card) -> None:
        self._work.hand_over(card, unpaid=True)

    def follow(self, cards: Sequence[Card]) -> None:
        """These orders are open now: one that was cancelled is not asked about any more, nor one
        that was paid in the meantime about its money."""
        if self.question is None or self.question.about is None:
            return
        now = next((card for card in cards if card.id == self.question.about.id), None)
        is_paid = isinstance(self.question, UnpaidPrompt) and now is not None and not now.due
        if now is None or is_paid:
            self.close_question()
            if now is None:
                self._wall.hand.drop()

    # --- lists beside the wall -------------------------------------------------------------

    def open_all_day(self) -> None:
        self._toggle(AllDay)

    def open_recall(self) -> None:
        """Opens the list; the same key again recalls the order that was done last."""
        if isinstance(self.side, Recall):
            self.side.choose()
        else:
            self._toggle(Recall)

    def open_put_backs(self) -> None:
        self._toggle(RestockTasks)

    def open_batch(self) -> None:
        self._toggle(Batch)

    def open_later(self) -> None:
        self._toggle(Later)

    @property
    def batch(self) -> Batch | None:
        """The round that several orders are picked in, while it is open."""
        return self.side if isinstance(self.side, Batch) else None

    def show_later(self, order_id: int) -> None:
        """Opens the list at this order."""
        if not isinstance(self.side, Later):
            self._toggle(Later)
        assert self.side is not None
        self.side.go_to_row(order_id)

    def close_side(self) -> None:
        if self.side is not None:
            gone, self.side = self.side, None
            self._close(gone)

    def settle(self) -> None:
        """The wall has another size."""
        if self.side is not None:
            left = self._wall.column_before(self.side.theme.px(WIDTH))
            width, view = self._wall.width() - left, self._wall.view
            if view is not None and view.x() >= width and view.geometry().right() > left:
                left = 0  # the card in focus stays in sight
            place = QRect(left, 0, width, self._wall.height())
            self.side.setGeometry(place.translated(self._wall.pos()))
        if self.question is not None:
            self._put(self.question)  # closed, the rest of its keys would go to the wall
        whole = QRect(0, 0, self._page.width(), self._wall.geometry().bottom() + 1)
        for layer in self._layers:
            layer.setGeometry(whole)
            layer.raise_()

    def _toggle(self, kind: type[SideView]) -> None:
        opened = type(self.side)
        self.close_question()
        self.close_side()
        if opened is kind:
            return
        self.side = kind(self._context, self._theme())
        self.side.closed.connect(self.close_side)
        self.side.chosen.connect(self._chosen)
        self._open(self.side)
        self.side.refresh()

    def _open(self, overlay: Overlay) -> None:
        layer = Layer(self._page, overlay)
        layer.pressed_beside.connect(self._leave)
        self._layers.append(layer)
        self.settle()
        layer.show()
        overlay.take_focus()
        self.changed.emit()

    def _leave(self, overlay: Overlay, place: QPoint) -> None:
        """The hand went on to another card."""
        overlay.closed.emit()
        if self.top is None:
            self._wall.focus_card_at(self._wall.mapFromGlobal(place))

    def _close(self, overlay: Overlay) -> None:
        """What is below has the keys again."""
        for layer in [layer for layer in self._layers if layer.overlay is overlay]:
            self._layers.remove(layer)
            layer.hide()
            layer.deleteLater()
        if self.top is not None:
            self.top.take_focus()
        else:
            self._wall.setFocus()
        self._context.scanner.swallow_twin()
        self.changed.emit()

    def _chosen(self, row: object) -> None:
        if isinstance(row, Finished):
            self._work.recall(row)
        elif isinstance(row, RestockTask):
            self._work.put_back(row)
        elif isinstance(row, Card):
            self._work.pull_forward(row)
        elif isinstance(row, Stop):
            self._work.pick_stop(row.name, row.parts)

    def _theme(self) -> Theme:
        return self._wall.theme

    def _enter(self) -> str:
        return self._context.actions.key("queue.next")
