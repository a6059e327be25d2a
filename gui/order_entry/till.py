"""What is still due while a customer pays, perhaps in several ways."""

from dataclasses import dataclass, field

from models.payments import METHODS, Tender


@dataclass(slots=True)
class Till:
    """`total` is what the order comes to; `taken` what was given so far. Money in rupiah."""

    total: int
    taken: list[Tender] = field(default_factory=list)
    method: str = METHODS[0]

    @property
    def paid(self) -> int:
        return sum(tender.amount for tender in self.taken)

    @property
    def rest(self) -> int:
        return max(0, self.total - self.paid)

    @property
    def gives_change(self) -> bool:
        return self.method == "cash"

    def tender(self, given: int) -> Tender:
        """`given` by the chosen method: as much of it counts as is still due."""
        amount = min(given, self.rest)
        return Tender(self.method, amount, given if self.gives_change else None)

    def take(self, given: int) -> bool:
        """Takes money; True when all is paid. Zero and too much on a card are refused."""
        if not self.accepts(given):
            return False
        if given:
            self.taken.append(self.tender(given))
        return self.rest == 0

    def accepts(self, given: int) -> bool:
        if self.rest == 0:
            return True
        return given > 0 and (self.gives_change or given <= self.rest)

    def change(self, given: int) -> int:
        """What goes back for `given` in cash."""
        return max(0, given - self.rest) if self.gives_change else 0

    def give_back(self) -> bool:
        """The part taken last goes back into the customer's hand; False when there is none."""
        if self.taken:
            self.taken.pop()
            return True
        return False

    def all_taken(self) -> tuple[Tender, ...]:
        return tuple(self.taken)
