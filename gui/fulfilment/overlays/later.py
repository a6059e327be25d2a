"""Orders that are wanted later: they come to the wall by themselves, or are pulled forward."""

from collections.abc import Callable, Sequence
from typing import Any

from gui.fulfilment.overlays.side_views import SideView
from gui.look.theme import Names
from gui.widgets.rows.rows import Column
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card


class Later(SideView):
    """The next one first; Enter brings the current one to the wall at once."""

    icon = "calendar-clock"

    def title(self) -> str:
        return self.tr("For later")

    def hint(self) -> str:
        return self.tr("These orders come to the wall by themselves when it is time to begin.")

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("No order is for later."),
            self.tr("The counter chooses the time before it sends an order."),
        )

    def verb(self) -> str:
        return self.tr("Prepare it now")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Number"), self._number, "right", 84, "title"),
            Column(self.tr("For"), self._wanted_at, "right", 116, "row_total"),
            Column(self.tr("Begins"), self._begins, "right", 116),
            Column(self.tr("Products"), self._products, token="text_muted"),
        )

    def question(self) -> Callable[[], list[Any]]:
        return fulfilment_queue.later

    def _number(self, card: Card) -> str:
        return self.context.format.order_number(card.number)

    def _wanted_at(self, card: Card) -> str:
        return self.context.format.time_on_day(card.promised_at or card.since)

    def _begins(self, card: Card) -> str:
        return self.context.format.time_on_day(card.since)

    def _products(self, card: Card) -> str:
        names = [line.name for line in card.lines if line.wanted]
        return Names(names, len(names), self.context.format.number)
