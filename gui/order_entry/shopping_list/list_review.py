"""A customer's list being gone through: what each wish became, and what is still to be answered."""

from dataclasses import dataclass, field
from enum import Enum, auto

from gui.answers.answer import Answer, Question, Shortage, of_cart
from models.catalogue.catalogue import Product
from models.orders.cart import Cart
from models.search.product_search import Hit
from models.shopping_list import shopping_list
from models.shopping_list.shopping_list import Amount, Proposal, Reading, Verdict

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
    """One wish; `product` is what goes into the cart for it, if anything.

    Which product and how much are two questions: `answered` is how much the cashier said
    (thousandths), None where that was not asked yet.
    """

    proposal: Proposal
    product: Product | None
    choices: tuple[Hit, ...]
    answered: int | None = None
    is_chosen: bool = False
    is_skipped: bool = False
    #: Whether it was set aside as talk: no wish before a product is found for it.
    is_taken_up: bool = False

    @property
    def state(self) -> State:
        if self.is_skipped:
            return State.SKIPPED
        if self.product is None:
            missing = self.proposal.verdict is Verdict.UNAVAILABLE
            return State.MISSING if missing else State.ASKED
        if self.asks_amount:
            return State.ASKED
        return State.CHOSEN if self.is_chosen or self.answered else State.SURE

    @property
    def amount(self) -> Amount | None:
        """What the words come to in the product chosen."""
        return None if self.product is None else self.proposal.amount_of(self.product)

    @property
    def asks_amount(self) -> bool:
        """Whether the product is settled and how much of it is not."""
        amount = None if self.is_skipped else self.amount
        return amount is not None and not amount.is_sure and self.answered is None

    @property
    def quantity(self) -> int:
        """Thousandths of the product chosen; what was said, as long as there is none."""
        amount = self.amount
        return self.answered or (amount.quantity if amount else self.proposal.said_quantity)

    @property
    def lesson(self) -> tuple[str, int, int | None] | None:
        """What the cashier decided, to be learned: the words, the product, how much of it.

        A number that was only too large teaches nothing, and where what was clear had to be
        corrected the words were read wrong.
        """
        if self.product is None or not (self.is_chosen or self.answered) or self._was_misread:
            return None
        asked = self.amount is not None and not self.amount.is_sure and self.proposal.unit
        quantity = self.answered if asked else None
        if not self.is_chosen and quantity is None:
            return None
        return self.proposal.source, self.product.id, quantity

    @property
    def _was_misread(self) -> bool:
        """Whether an amount that nobody asked for was corrected by hand."""
        amount = self.amount
        return bool(
            amount and amount.is_sure and self.answered and self.answered != amount.quantity
        )


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
    #: Whether how much is the question, and what may be meant (thousandths).
    asks_amount: bool = False
    amounts: tuple[int, ...] = ()

    @property
    def asks_product(self) -> bool:
        """Whether the open row offers products."""
        return self.is_open and not self.asks_amount


@dataclass(slots=True)
class ListReview:
    """Everything answered so far. Nothing is learned or added before the list is accepted."""

    reading: Reading
    wishes: list[ListItem] = field(default_factory=list)
    #: The wish whose choices are open, -1 for none.
    open: int = -1
    marked: int = 0
    #: Whether how much of it is asked, and not which product.
    is_amount_open: bool = False

    def __post_init__(self) -> None:
        self.wishes = [_wish(proposal) for proposal in self.reading.proposals]
        self.go_on()

    @property
    def questions(self) -> int:
        return self.count(State.ASKED)

    @property
    def total(self) -> int:
        """What goes into the cart comes to this, in rupiah, before tax."""
        return sum(p.price * quantity // 1000 for p, quantity, _ in self.wanted())

    def count(self, *states: State) -> int:
        return sum(wish.state in states for wish in self.wishes)

    def wanted(self) -> list[tuple[Product, int, str]]:
        """For the cart, of what is not asked any more: product, quantity (thousandths), words."""
        return [
            (w.product, w.quantity, w.proposal.source)
            for w in self.wishes
            if w.product is not None and w.state is not State.ASKED
        ]

    def answers(self) -> list[tuple[str, int, int | None]]:
        """What the cashier decided, to be learned: the words, the product, how much of it."""
        return [lesson for wish in self.wishes if (lesson := wish.lesson)]

    def answer(self, *, tax_included: bool) -> Answer:
        """What goes back to the customer: what there is, what not, and what is still asked.

        Raises what `Cart.add` raises.
        """
        cart = Cart(tax_included=tax_included)
        for product, quantity, _ in self.wanted():
            cart.add(product, quantity)
        return of_cart(
            cart,
            shortages=tuple(Shortage(words) for words in self._words(State.MISSING)),
            left_out=tuple(self._words(State.SKIPPED)),
            questions=tuple(
                Question(wish.proposal.source, wish.choices, wish.product)
                for wish in self.wishes
                if wish.state is State.ASKED and not wish.is_taken_up
            ),
        )

    def _words(self, state: State) -> list[str]:
        return [x.proposal.source for x in self.wishes if x.state is state and not x.is_taken_up]

    # --- going through it ------------------------------------------------------------------

    def go_on(self, after: int = -1) -> None:
        """Opens the next question after a wish, from the top again at the end."""
        places = [*range(after + 1, len(self.wishes)), *range(after + 1)]
        asked = (at for at in places if self.wishes[at].state is State.ASKED)
        self.open_wish(next(asked, -1))

    def open_wish(self, at: int, amount: bool = False) -> None:
        """Shows what is asked about a wish, answered or not; −1 closes all.

        `amount`: how much, also where the product is the question or nothing is.
        """
        self.open, self.marked = at, 0
        wish = self.wishes[at] if at >= 0 else None
        self.is_amount_open = wish is not None and wish.product is not None and (
            amount or wish.asks_amount
        )  # fmt: skip

    def open_product(self) -> None:
        """The other products for the open wish, whose amount is asked."""
        self.is_amount_open, self.marked = False, 0

    def mark(self, by: int) -> None:
        """Another of the open choices."""
        if self.open >= 0:
            wish = self.wishes[self.open]
            last = len(_amounts(wish) if self.is_amount_open else wish.choices) - 1
            self.marked = max(0, min(last, self.marked + by))

    def choose(self, number: int) -> bool:
        """Takes the choice with this number (from 0) for the open wish; its amount may be next."""
        if self.open < 0 or number >= len(self.wishes[self.open].choices):
            return False
        wish = self.wishes[self.open]
        choice = wish.choices[number]
        # Agreeing with what was sure teaches nothing new.
        sure = wish.proposal.is_product_sure and wish.product == choice
        wish.is_chosen = wish.is_chosen or not sure
        if wish.product != choice:
            wish.answered = None
        wish.product, wish.is_skipped = choice, False
        if wish.asks_amount:
            self.open_wish(self.open)
        else:
            self.go_on(self.open)
        return True

    def answer_amount(self, quantity: int | None = None) -> bool:
        """So much of the open wish (thousandths); None for the amount that is marked, if any is."""
        wish = self.wishes[self.open] if self.open >= 0 and self.is_amount_open else None
        if wish is None:
            return False
        amounts = _amounts(wish)
        if quantity is None and not amounts:
            return False
        wish.answered = amounts[self.marked] if quantity is None else quantity
        self.go_on(self.open)
        return True

    def skip(self) -> None:
        """The open wish stays out of the cart; what was taken up is talk again."""
        if self.open < 0:
            return
        wish = self.wishes[self.open]
        if wish.is_taken_up:
            del self.wishes[self.open]
            self.go_on(self.open - 1)
        else:
            wish.is_skipped, wish.product = True, None
            self.go_on(self.open)

    def offer(self, choices: list[Hit]) -> None:
        """Other choices for the open wish, that the cashier looked for."""
        if self.open >= 0:
            self.wishes[self.open].choices = tuple(choices[:CHOICES])
            self.open_product()

    @property
    def is_taken_in_vain(self) -> bool:
        """Whether the open wish was talk, and no product is found for it."""
        wish = self.wishes[self.open] if self.open >= 0 else None
        return wish is not None and wish.is_taken_up and wish.product is None

    def take_up(self, words: str, line: int) -> None:
        """What was set aside as talk is a wish after all, and the next question."""
        wish = _wish(shopping_list.taken_up(words, line))
        wish.is_taken_up = True
        place = self._place(wish)
        at = sum(self._place(other) <= place for other in self.wishes)
        self.wishes.insert(at, wish)
        self.open_wish(at)

    def _place(self, wish: ListItem) -> tuple[int, int]:
        """Where its words stand in the text."""
        lines, line = self.reading.text.splitlines(), wish.proposal.line
        return line, lines[line].find(wish.proposal.source) if line < len(lines) else -1

    def take_answers(self, other: "ListReview") -> None:
        """What was answered before the text was read again stays answered for the same words."""
        said: dict[str, list[ListItem]] = {}
        for wish in other.wishes:
            said.setdefault(wish.proposal.source, []).append(wish)
        for wish in self.wishes:
            if before := said.get(wish.proposal.source):
                old = before.pop(0)
                wish.product, wish.choices, wish.answered = old.product, old.choices, old.answered
                wish.is_chosen, wish.is_skipped = old.is_chosen, old.is_skipped
        self.go_on()

    # --- showing ---------------------------------------------------------------------------

    def rows(self) -> list[ItemRow]:
        return [self._row(at, wish) for at, wish in enumerate(self.wishes)]

    def _row(self, at: int, wish: ListItem) -> ItemRow:
        is_open = at == self.open
        asks_amount = self.is_amount_open if is_open else wish.asks_amount
        return ItemRow(
            at, wish.state, wish.proposal.source, wish.quantity, wish.proposal.unit,
            wish.product, wish.choices, is_open, self.marked if is_open else 0,
            asks_amount, _amounts(wish) if asks_amount else (),
        )  # fmt: skip


def _amounts(wish: ListItem) -> tuple[int, ...]:
    """What may be meant, likeliest first; what stands now is the first where nothing is asked."""
    amount = wish.amount
    if amount is None:
        return ()
    return tuple(
        dict.fromkeys(
            (wish.quantity, *amount.others) if amount.is_sure or wish.answered else amount.others
        )
    )


def _wish(proposal: Proposal) -> ListItem:
    sure = proposal.is_product_sure and bool(proposal.choices)
    return ListItem(proposal, proposal.choices[0] if sure else None, proposal.choices)
