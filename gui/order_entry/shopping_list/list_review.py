"""A customer's list being gone through: what each wish became, and what is still to be answered."""

from dataclasses import dataclass, field
from enum import Enum, auto

from models.catalogue.catalogue import Product
from models.search.product_search import Hit
from models.shopping_list.shopping_list import Proposal, Reading, Verdict

CHOICES = 8


class State(Enum):
    """Where a wish stands."""

    SURE = auto()
    ASKED = auto()
    CHOSEN = auto()
    MISSING = auto()
    SKIPPED = auto()


@dataclass(slots=True)
class ListItem:
    """One wish; `product` is what goes into the cart for it, if anything."""

    proposal: Proposal
    state: State
    product: Product | None
    choices: tuple[Hit, ...]

    @property
    def quantity(self) -> int:
        """Thousandths of the product chosen, or of the one proposed."""
        if self.product is None:
            return self.proposal.quantity
        return self.proposal.quantity_of(self.product)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A wish as it is shown: `is_open` with its choices, of which one is marked."""

    at: int
    wish_state: State
    source: str
    quantity: int
    unit: str
    product: Product | None
    choices: tuple[Hit, ...]
    is_open: bool = False
    marked: int = 0


@dataclass(slots=True)
class ListReview:
    """Everything answered so far. Nothing is learned or added before the list is accepted."""

    reading: Reading
    wishes: list[ListItem] = field(default_factory=list)
    #: The wish whose choices are open, -1 for none.
    open: int = -1
    marked: int = 0

    def __post_init__(self) -> None:
        self.wishes = [_wish(proposal) for proposal in self.reading.proposals]
        self.go_on()

    @property
    def questions(self) -> int:
        return self.count(State.ASKED)

    @property
    def total(self) -> int:
        """What goes into the cart comes to this, in rupiah, before tax."""
        return sum(p.price * quantity // 1000 for p, quantity in self.wanted())

    def count(self, *states: State) -> int:
        return sum(wish.state in states for wish in self.wishes)

    def wanted(self) -> list[tuple[Product, int]]:
        """Products and quantities (thousandths) for the cart."""
        return [(w.product, w.quantity) for w in self.wishes if w.product is not None]

    def answers(self) -> list[tuple[str, int]]:
        """What the cashier decided, to be learned: the words and the product."""
        return [
            (wish.proposal.source, wish.product.id)
            for wish in self.wishes
            if wish.state is State.CHOSEN and wish.product is not None
        ]

    # --- going through it ------------------------------------------------------------------

    def go_on(self, after: int = -1) -> None:
        """Opens the next question after a wish, from the top again at the end."""
        places = [*range(after + 1, len(self.wishes)), *range(after + 1)]
        asked = (at for at in places if self.wishes[at].state is State.ASKED)
        self.open_wish(next(asked, -1))

    def open_wish(self, at: int) -> None:
        """Shows the choices of a wish, answered or not; −1 closes all."""
        self.open, self.marked = at, 0

    def mark(self, by: int) -> None:
        """Another of the open choices."""
        if self.open >= 0:
            last = len(self.wishes[self.open].choices) - 1
            self.marked = max(0, min(last, self.marked + by))

    def choose(self, number: int) -> bool:
        """Takes the choice with this number (from 0) for the open wish."""
        if self.open < 0 or number >= len(self.wishes[self.open].choices):
            return False
        wish = self.wishes[self.open]
        choice = wish.choices[number]
        # Agreeing with what was sure teaches nothing new.
        if wish.state is not State.SURE or wish.product != choice:
            wish.state = State.CHOSEN
        wish.product = choice
        self.go_on(self.open)
        return True

    def skip(self) -> None:
        """The open wish stays out of the cart."""
        if self.open >= 0:
            self.wishes[self.open].state = State.SKIPPED
            self.wishes[self.open].product = None
            self.go_on(self.open)

    def offer(self, choices: list[Hit]) -> None:
        """Other choices for the open wish, that the cashier looked for."""
        if self.open >= 0:
            self.wishes[self.open].choices = tuple(choices[:CHOICES])
            self.marked = 0

    # --- showing ---------------------------------------------------------------------------

    def rows(self) -> list[ItemRow]:
        return [
            ItemRow(
                at, wish.state, wish.proposal.source, wish.quantity, wish.proposal.unit,
                wish.product, wish.choices, at == self.open, self.marked if at == self.open else 0,
            )
            for at, wish in enumerate(self.wishes)
        ]  # fmt: skip


def _wish(proposal: Proposal) -> ListItem:
    if proposal.verdict is Verdict.MATCH and proposal.choices:
        return ListItem(proposal, State.SURE, proposal.choices[0], proposal.choices)
    if proposal.verdict is Verdict.UNAVAILABLE or not proposal.choices:
        return ListItem(proposal, State.MISSING, None, ())
    return ListItem(proposal, State.ASKED, None, proposal.choices)
