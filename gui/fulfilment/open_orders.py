"""All open orders as the wall knows them, kept up to date by the news."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.fulfilment import filters
from gui.fulfilment.news import News
from gui.shell.app_context import AppContext
from models import clock
from models.events import Event
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card, Limits
from models.fulfilment.fulfilment_queue import Changes, Wall


class OpenOrders(QObject):
    """Asks the shop for what changed, and tells when something is to be shown anew."""

    #: The orders, or the places that they should have, are others now.
    changed = Signal()
    #: An order came in, or the time of one that is wanted later has come.
    came = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._news = News()
        self._next_turn = 0
        self.wall = Wall([], [], [], Limits(0, 0))

    @property
    def is_known(self) -> bool:
        """Whether the shop has answered yet."""
        return not self._news.is_first

    @property
    def fresh(self) -> frozenset[int]:
        """The ids of the orders that just came in."""
        return self._news.fresh()

    def numbered(self, number: int) -> list[Card]:
        """The open orders with this number, one that is ready first.

        There are two when one that was done is taken back while another day's has its number.
        """
        every = self.wall.ready + self.wall.waiting + self.wall.later
        return [card for card in every if card.number == number]

    def hear(self, news: list[Event]) -> None:
        """What is to be asked for next time."""
        self._news.hear(news)

    def ask(self) -> None:
        """Asks for what the news was about, or for everything."""
        ask, touched = self._context.background.ask, self._news.take()
        if touched is None:
            ask(fulfilment_queue.wall, self._show, self._lose, owner=self)
        else:
            ask(partial(fulfilment_queue.changes, touched), self._add, self._lose, owner=self)

    def forget(self) -> None:
        """Something may have been missed: next time everything is asked for."""
        self._news.forget()

    def tick(self, now: int) -> None:
        """Once a second: cards turn late, new ones are new no more, the time of others comes."""
        if self._news.grow_old(now) or (self._next_turn and now >= self._next_turn):
            self._show(self.wall.as_of(now))

    def _add(self, news: Changes) -> None:
        self._show(fulfilment_queue.changed(self.wall, news))

    def _show(self, wall: Wall) -> None:
        now = clock.now()
        self.wall = wall
        self._next_turn = filters.next_limit(wall, now)
        has_come = self._news.hang(wall.waiting, now)
        self.changed.emit()
        if has_come:
            self.came.emit()

    def _lose(self, error: BaseException) -> None:
        self._news.forget()
        raise error
