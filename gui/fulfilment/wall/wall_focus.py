"""Which card and which line the keys mean.

The focus belongs to an order and not to a place: when cards come, go or change places, the same
order stays in focus, and the page on which it hangs is the one that is shown.
"""

from collections.abc import Collection, Iterator, Sequence

from gui.fulfilment.cards import card_face
from models.fulfilment.cards import Card, CardLine


class WallFocus:
    """Cards in their order, one of them in focus; each card remembers its current line."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.per_page = 1
        self._order: int | None = None
        self._index = 0
        self._lines: dict[int, int] = {}
        #: By order, the lines that the counter changed and that were not in sight since.
        self._hidden: dict[int, set[int]] = {}
        self._category: str | None = None

    def hang(self, cards: Sequence[Card], category: str | None = None) -> None:
        """These cards now; lines of `category`, if there is one, are picked first."""
        ids = [card.id for card in cards]
        self._lines = {id_: line for id_, line in self._lines.items() if id_ in set(ids)}
        before = {card.id: card for card in self.cards}
        self._hidden = {
            card.id: self._hidden.get(card.id, set()) | _changed(card, before.get(card.id))
            for card in cards
        }
        self.cards, self._category = list(cards), category
        if self._order in ids:
            self._index = ids.index(self._order)
        else:
            # Its neighbour comes next; from a later page one goes back to the oldest.
            here = self._index if self._index < self.per_page else 0
            self._index = max(0, min(here, len(ids) - 1))
            self._order = ids[self._index] if ids else None

    @property
    def card(self) -> Card | None:
        """The card in focus."""
        return self.cards[self._index] if self.cards else None

    @property
    def line(self) -> CardLine | None:
        """The line that Space picks: the one moved to, else the first that is open."""
        card = self.card
        if card is None:
            return None
        lines = card_face.shown_lines(card)
        chosen = self._lines.get(card.id)
        found = next((line for line in lines if line.line == chosen), None)
        return found or next(self._open(lines), lines[0] if lines else None)

    def has(self, card: Card | None) -> bool:
        """Whether this is the card in focus."""
        return card is not None and card.id == self._order

    @property
    def hidden(self) -> set[int]:
        """The lines that were changed on the card in focus and were not in sight since."""
        return set(self._hidden[self.card.id]) if self.card is not None else set()

    def meet(self, lines: Collection[int]) -> None:
        """These lines of the card in focus are in sight."""
        if self.card is not None:
            self._hidden[self.card.id].difference_update(lines)

    # --- pages -----------------------------------------------------------------------------

    @property
    def first(self) -> int:
        """The index of the first card of the page in sight."""
        return self._index // self.per_page * self.per_page

    @property
    def page(self) -> list[Card]:
        return self.cards[self.first : self.first + self.per_page]

    def turn_page(self, step: int) -> None:
        """The next page of cards, round to the first."""
        if self.cards:
            pages = -(-len(self.cards) // self.per_page)
            self.go((self._index // self.per_page + step) % pages * self.per_page)

    # --- moving about ----------------------------------------------------------------------

    def go(self, index: int) -> None:
        """To the card at this index, or the one nearest to it."""
        if self.cards:
            self._index = max(0, min(index, len(self.cards) - 1))
            self._order = self.cards[self._index].id

    def go_to_order(self, order_id: int) -> bool:
        """To this order's card; False when it does not hang here."""
        for index, card in enumerate(self.cards):
            if card.id == order_id:
                self.go(index)
                return True
        return False

    def go_on(self, step: int) -> None:
        """To the card before (-1) or after (1) the one in focus."""
        self.go(self._index + step)

    def go_to_line(self, line: int) -> None:
        if self.card is not None:
            self._lines[self.card.id] = line

    def advance(self) -> None:
        """On to the next open line of the card: the current one is being picked."""
        card, here = self.card, self.line
        if card is not None and here is not None:
            lines = card_face.shown_lines(card)
            at = lines.index(here)
            self._lines[card.id] = next(self._open(lines[at + 1 :] + lines[:at]), here).line

    def step_line(self, step: int, columns: int) -> None:
        """Up and down: through the lines, and past the last one to the card below."""
        card, here = self.card, self.line
        if card is None:
            return
        lines = card_face.shown_lines(card)
        at = lines.index(here) + step if here is not None else -1
        if 0 <= at < len(lines):
            self._lines[card.id] = lines[at].line
        elif 0 <= (index := self._index + step * columns) < len(self.cards):
            self.go(index)

    def _open(self, lines: Sequence[CardLine]) -> Iterator[CardLine]:
        """What is still to be picked, the chosen category first."""
        left = [line for line in lines if not line.done]
        return iter(sorted(left, key=lambda line: line.category != self._category))


def _changed(card: Card, before: Card | None) -> set[int]:
    """The lines that the counter changed since `before`, or that nobody acknowledged yet."""
    if not card.changed:
        return set()
    was = (
        {line.line: (line.seen, "") for line in card.lines}
        if before is None
        else {line.line: (line.wanted, line.answer) for line in before.lines}
    )
    return {line.line for line in card.lines if (line.wanted, line.answer) != was.get(line.line)}
