"""What the news says about the wall: which orders to ask for again, and which just came in."""

from collections.abc import Iterable

from models import events
from models.events import Event
from models.fulfilment.cards import Card

CONCERNS = events.ORDER_KINDS | {
    events.PUT_BACK, events.PREFERENCE_CHANGED, events.DEMO_MADE, events.RESTORED,
}  # fmt: skip
NEW_FOR = 6_000  # ms for which an order that just came in is marked
MANY = 40  # orders in the news, from which on the whole wall is asked for


class News:
    """Gathers it between two questions."""

    def __init__(self) -> None:
        self._known: set[int] = set()
        self._fresh: dict[int, int] = {}
        self._touched: set[int] | None = None
        self.is_first = True

    def hear(self, news: Iterable[Event]) -> None:
        for event in news:
            if event.kind in CONCERNS and self._touched is not None:
                if event.order_id is None:
                    self._touched = None
                else:
                    self._touched.add(event.order_id)

    def forget(self) -> None:
        """An answer was lost: next time everything is asked for."""
        self._touched = None

    def take(self) -> frozenset[int] | None:
        """The orders named since the last question; None when the whole wall is to be read."""
        touched, self._touched = self._touched, set()
        return None if touched is None or len(touched) > MANY else frozenset(touched)

    def hang(self, waiting: Iterable[Card], now: int) -> bool:
        """These cards hang now; whether one of them just came in.

        An order that was ready or gone and comes back by a recall is no news.
        """
        came = {card.id for card in waiting} - self._known
        self._known |= came
        is_first, self.is_first = self.is_first, False
        if not is_first:
            self._fresh |= dict.fromkeys(came, now + NEW_FOR)
        return bool(came) and not is_first

    def fresh(self) -> frozenset[int]:
        """The ids of the orders that are still marked as new."""
        return frozenset(self._fresh)

    def grow_old(self, now: int) -> bool:
        """Whether some orders are new no more."""
        old = [id_ for id_, until in self._fresh.items() if now >= until]
        for id_ in old:
            del self._fresh[id_]
        return bool(old)
