"""What is still due while a customer pays, perhaps in several ways."""

from dataclasses import dataclass, field

from models.orders.payments import METHODS, NOTES, Tender, cash_due, cash_tender


@dataclass(slots=True)
class SplitPayment:
    """`total` is what the order comes to; `taken` what was given so far. Money in rupiah.

    What is paid in cash is rounded to `unit`.
    """

    total: int
    unit: int = 1
    taken: list[Tender] = field(default_factory=list)
    method: str = METHODS[0]

    @property
    def paid(self) -> int:
        return sum(tender.amount for tender in self.taken)

    @property
    def rest(self) -> int:
        return max(0, self.total - self.paid)

    @property
    def due(self) -> int:
        """What pays the rest by the chosen method."""
        return cash_due(self.rest, self.unit) if self.gives_change else self.rest

    @property
    def gives_change(self) -> bool:
        return self.method == "cash"

    def tender(self, given: int) -> Tender:
        """`given` by the chosen method: as much of it counts as is still due."""
        if self.gives_change:
            return cash_tender(self.rest, given, self.unit)
        return Tender(self.method, min(given, self.rest))

    def take(self, given: int) -> None:
        """Takes a part of it. Zero, and too much on a card, are refused."""
        if self.accepts(given) and given:
            self.taken.append(self.tender(given))

    def paid_with(self, given: int) -> tuple[Tender, ...] | None:
        """All that was given, when `given` pays the rest; else None. Nothing is taken yet."""
        if not self.accepts(given):
            return None
        if not given and not self.rest:
            return self.all_taken()
        last = self.tender(given)
        return (*self.taken, last) if last.amount == self.rest else None

    def accepts(self, given: int) -> bool:
        if self.rest == 0:
            return True
        if given == 0:
            return self.due == 0
        return self.gives_change or given <= self.rest

    def is_far_too_much(self, given: int) -> bool:
        """Whether a whole largest note would have to go back: nobody pays so on purpose."""
        return self.gives_change and self.change(given) >= NOTES[0]

    def missing(self, given: int) -> int:
        """What is left to pay after `given`."""
        return self.rest - self.tender(given).amount

    def change(self, given: int) -> int:
        """What goes back for `given` in cash."""
        return self.tender(given).change

    def remove_last(self) -> Tender:
        """The part taken last goes back into the customer's hand."""
        return self.taken.pop()

    def remove_surplus(self) -> list[Tender]:
        """Parts that are more than is due by now go back, the last one first."""
        back = []
        while self.paid > self.total:
            back.append(self.remove_last())
        return back

    def all_taken(self) -> tuple[Tender, ...]:
        return tuple(self.taken)
