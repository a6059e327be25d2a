"""Which of the open orders are seen on the wall: the filter in force, its strip and its counts."""

from PySide6.QtCore import QObject, Signal

from gui.fulfilment import filters
from gui.fulfilment.bars.bars import Bars
from gui.fulfilment.filters import ALL, READY, Filter
from gui.fulfilment.open_orders import OpenOrders
from gui.fulfilment.overlays.overlays import Overlays
from gui.widgets.containers.empty_state import EmptyState
from models import clock
from models.fulfilment.cards import Card


class VisibleOrders(QObject):
    """All orders that are to be prepared, until somebody chooses less."""

    #: Another filter was chosen.
    changed = Signal()

    def __init__(self, orders: OpenOrders, overlays: Overlays) -> None:
        super().__init__(overlays)
        self._orders = orders
        self._overlays = overlays
        self.filter = ALL
        self._had_cards = False

    @property
    def cards(self) -> list[Card]:
        """What the filter lets through, in working order."""
        return filters.chosen(self._orders.wall, self.filter, clock.now())

    @property
    def category(self) -> str | None:
        """The category whose lines are looked for, if it is one."""
        return self.filter.value if self.filter.kind == "category" else None

    # --- choosing --------------------------------------------------------------------------

    def ask(self) -> None:
        """F: which orders?"""
        offered = filters.offered(self._orders.wall, clock.now())
        self._overlays.ask_filter(offered, self.filter).answered.connect(self.choose)

    def choose(self, filter: Filter) -> None:
        self.filter = filter
        self.changed.emit()

    def choose_all(self) -> None:
        self.choose(ALL)

    def press(self, name: str) -> None:
        """A count over the wall shows only those orders; pressed again, all of them."""
        pressed = Filter("state", name)
        if name == filters.LATER.name:
            self._overlays.open_later()
        else:
            self.choose(ALL if pressed == self.filter else pressed)

    def press_ready(self) -> None:
        """H: the orders to be handed over, and back to all."""
        self.press(READY.value)

    def leave_empty(self, *, by_hand: bool) -> bool:
        """When the last of the ready orders is gone, all are seen again; whether that is so now.

        Not when somebody chose to see that there are none (`by_hand`).
        """
        had, self._had_cards = self._had_cards, bool(self.cards)
        is_over = self.filter == READY and had and not self._had_cards and not by_hand
        if is_over:
            self.filter = ALL
        return is_over

    def widen(self, order_id: int) -> None:
        """The order has to be seen, if it is on the wall."""
        now = clock.now()
        for filter in (self.filter, ALL, READY):
            if any(card.id == order_id for card in filters.chosen(self._orders.wall, filter, now)):
                self.filter = filter
                return

    # --- telling ---------------------------------------------------------------------------

    def tell(self, bars: Bars) -> None:
        """The counts over the wall, and what the filter hides."""
        wall, now = self._orders.wall, clock.now()
        counts = {
            look.name: len(filters.chosen(wall, Filter("state", look.name), now))
            for look in filters.STATES
        }
        bars.top.show_counts(counts | {filters.LATER.name: len(wall.later)}, self.filter.value)
        hidden = filters.hidden_by(wall, self.filter, now)
        bars.filter.show_filter(self.filter, len(self.cards), hidden)

    def explain(self, empty: EmptyState) -> None:
        """Why nothing is seen."""
        if self.filter == ALL:
            later = len(self._orders.wall.later)
            empty.say(
                self.tr("Nothing to prepare."),
                self.tr("%n order(s) for later.", "", later)
                if later
                else self.tr("An order appears here the moment the counter sends it."),
            )
            return
        hidden = filters.hidden_by(self._orders.wall, self.filter, clock.now()).orders
        empty.say(
            self.tr("No order here: {filter}").format(filter=filters.text_of(self.filter)),
            self.tr("%n other order(s) are hidden by the filter; Esc shows all.", "", hidden),
        )
