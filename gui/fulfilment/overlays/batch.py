"""Several orders picked in one round: their open lines as one list, with a box letter per order.

The list is a walk along the shelves: goods of a category stand together and follow each other. The
orders are chosen when the list is opened, and keep their letters until nothing is left to pick of
any of them, however often it is closed: the letters are written on boxes. A rush never waits for a
batch: it is in one only if this station has claimed it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from gui.fulfilment.cards.claims import is_free_for_us
from gui.fulfilment.overlays.side_views import SideView, name_and_unit
from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import Column
from gui.words.formatting import Formatting
from models import session
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card, CardLine

BOXES = 6
ROUND = "fulfilment/round"  # of this station: `12:A 15:B`, order and letter


@dataclass(frozen=True, slots=True)
class Stop:
    """A product to be fetched once: `parts` are the lines it goes to, `boxes` says which."""

    product_id: int
    category: str
    name: str
    unit: str
    quantity: int
    boxes: str
    parts: tuple[tuple[Card, CardLine], ...]

    @property
    def id(self) -> tuple[int, str]:
        return self.product_id, self.unit


def orders_for_batch(
    cards: Sequence[Card], station: str, before: Mapping[int, str] | None = None
) -> dict[int, str]:
    """Box letters by order id: what the station has claimed, else the first free orders.

    The round `before` goes on while something of it is open: others then get the letters left.
    """
    mine = [card.id for card in cards if card.claimed_by == station]
    free = [card.id for card in cards if card.claimed_by is None and not card.rush]
    letters = dict(before or {})
    if not any(line.open for card in cards if card.id in letters for line in card.lines):
        letters = {}
    chosen = [id_ for id_ in (mine if len(mine) > 1 else mine + free) if id_ not in letters]
    left = [letter for letter in ascii_uppercase[:BOXES] if letter not in letters.values()]
    return letters | dict(zip(chosen, left, strict=False))


def stops(cards: Sequence[Card], letters: dict[int, str], form: Formatting) -> list[Stop]:
    """The open lines of the lettered orders, merged by product, in walking order."""
    merged: dict[tuple[int, str], list[tuple[Card, CardLine]]] = {}
    for card in sorted(cards, key=lambda card: letters.get(card.id, "")):
        if card.id in letters:
            for line in card.lines:
                if line.open:
                    merged.setdefault((line.product_id, line.unit), []).append((card, line))
    found = [
        Stop(
            product,
            parts[0][1].category,
            parts[0][1].name,
            unit,
            sum(line.open for _, line in parts),
            "  ".join(
                f"{letters[card.id]}\u2009{form.quantity(line.open)}" for card, line in parts
            ),
            tuple(parts),
        )
        for (product, unit), parts in merged.items()
    ]
    return sorted(found, key=lambda stop: (stop.category.casefold(), stop.name.casefold()))


class Batch(SideView):
    """One list for several boxes; Enter or Space picks a product for all of them."""

    icon = "checkbox-multiple-outline"

    def __init__(self, context: AppContext, theme: Theme) -> None:
        kept = (box.split(":") for box in context.station.text(ROUND).split())
        self._letters = {int(order): letter for order, letter in kept}
        self._has_begun = False
        super().__init__(context, theme)

    def title(self) -> str:
        return self.tr("Batch pick")

    def hint(self) -> str:
        return self.tr("One round for several orders; each order has its box.")

    def empty(self) -> tuple[str, str]:
        return self.tr("Nothing to pick in this round."), self.tr("Claim orders first, then batch.")

    def verb(self) -> str:
        return self.tr("Picked for all boxes")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Amount"), self.amount, "right", 72, "row_total"),
            Column(self.tr("Product"), name_and_unit),
            Column(self.tr("Boxes"), _boxes_of, "right", 132, "row_total", "on_accent_soft"),
        )

    def question(self) -> Callable[[], list[Any]]:
        return fulfilment_queue.waiting

    def stop_of(self, product_id: int) -> Stop | None:
        """Where the product is picked in this round."""
        return next((stop for stop in self.list.rows.rows if stop.product_id == product_id), None)

    def show_rows(self, rows: list[Any]) -> None:
        rows = [card for card in rows if is_free_for_us(card)]
        if not self._has_begun:
            self._begin(rows)
        form = self.context.format
        boxes = {card.id: form.order_number(card.number) for card in rows}
        hint = "   ".join(
            f"{letter} = {boxes[id_]}" for id_, letter in self._letters.items() if id_ in boxes
        )
        left_out = [boxes[card.id] for card in rows if card.rush and card.claimed_by is None]
        if left_out:
            why = self.tr("RUSH {numbers} is not in this round: a rush waits for nobody.")
            hint = f"{hint or self.hint()}   {why.format(numbers=', '.join(left_out))}"
        self.set_hint(hint or self.hint())
        super().show_rows(stops(rows, self._letters, form))

    def _begin(self, cards: Sequence[Card]) -> None:
        """The round that was left, with whom there are letters for, or a new one."""
        self._letters = orders_for_batch(cards, session.current.station, self._letters)
        self._has_begun = bool(self._letters)
        kept = " ".join(f"{order}:{letter}" for order, letter in self._letters.items())
        self.context.station.remember(ROUND, kept)


def _boxes_of(stop: Stop) -> str:
    return stop.boxes
