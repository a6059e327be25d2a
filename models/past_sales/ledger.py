"""Past orders as they are read: half a million lines have to fit beside a running program."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from models.past_sales.states import State


class PastLine(NamedTuple):
    """A line of a past order: thousandths, and rupiah paid; `before` the discount.

    `product` is its place among the products of the file, `tax` what may come on top.
    """

    row: int
    product: int
    quantity: int
    total: int
    before: int
    tax: int = 0


_WIDTH = len(PastLine._fields)


class PackedLines:
    """Lines in the place of six numbers each."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers = array("q")

    def append(self, line: PastLine) -> None:
        self._numbers.extend(line)

    def __len__(self) -> int:
        return len(self._numbers) // _WIDTH

    def __getitem__(self, place: int) -> PastLine:
        return PastLine(*self._numbers[place * _WIDTH : (place + 1) * _WIDTH])

    def __setitem__(self, place: int, line: PastLine) -> None:
        self._numbers[place * _WIDTH : (place + 1) * _WIDTH] = array("q", line)

    def __iter__(self) -> Iterator[PastLine]:
        return (self[place] for place in range(len(self)))


class Returned(NamedTuple):
    """What came back of the line at `place` at a moment (UTC ms): thousandths, and rupiah.

    `refund` is the day, and the number and product, of the receipt that says so, if it is one of
    its own.
    """

    place: int
    at: int
    quantity: int
    total: int
    refund: tuple[int, str] | None = None


class Paid(NamedTuple):
    """Money that came in (or went back, below zero) by a method, at a moment (UTC ms)."""

    method: str
    amount: int
    at: int


@dataclass(slots=True)
class PastOrder:
    """An order as the file tells it, on its `day` (yyyymmdd); `at` is UTC ms.

    `told` is what the file says of the whole of it, `given_back` what it says of lines by their
    place (units, and money of the file), `states` what became of lines after all; `discount` is
    what was taken off in rupiah. A `lone_refund` has no sale in the file: it was sold on a day
    that nobody knows, and all of it came back. Where the file tells its day only, it has no time,
    and `at` is a noon.
    """

    id: str
    day: int
    at: int
    lines: PackedLines = field(default_factory=PackedLines)
    told: dict[str, Decimal] | None = None
    given_back: dict[int, tuple[Decimal, Decimal]] | None = None
    states: dict[int, State] | None = None
    discount: int = 0
    returned: list[Returned] | None = None
    paid: list[Paid] | None = None  # None: nobody knows how, all of it in cash
    rates: dict[int, int] | None = None  # of tax, in basis points, by the place of a line
    on_top: int | None = None  # the tax beside the sums of the lines, of what is not back
    lone_refund: bool = False
    has_time: bool = True

    @property
    def total(self) -> int:
        """What was paid, less what was given back."""
        sold = 0 if self.lone_refund else sum(line.total for line in self.lines) - self.discount
        return sold - sum(back.total for back in self.returned or ()) + (self.on_top or 0)

    @property
    def quantity(self) -> int:
        """What was sold, less what came back, in thousandths."""
        sold = 0 if self.lone_refund else sum(line.quantity for line in self.lines)
        return sold - sum(back.quantity for back in self.returned or ())


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of the file (from 1) that was not taken as it stands, and how much money it was about.

    `reason` is one of `returned` (taken back on its day), `returned_alone` (the same, no sale of
    the file is less by it), `part_returned` (money for no goods: taken off the sale), `rounded`
    (its money had fractions), `one_code` (other capitals), `code_rounded` (a code that Excel
    shortened), `order_differs` (its total is another than that of its lines), `there` (its order is
    in the shop with another total); and of rows that are left out: those in `LEFT_OUT`, among them
    `partly_refunded` (how much, is not told), `refund_alone` (money for no goods, of a sale that is
    not in the file), `over_discount` (more is taken off than it costs), `shifted` (more cells than
    headings: a name with a comma moved the others), `empty` and `sum` (a row of
    sums).
    """

    row: int
    reason: str
    text: str
    total: int = 0


#: Reasons for which a row's money is in no figure.
LEFT_OUT = (
    "cancelled", "pending", "no_sale", "refunded", "partly_refunded", "refund_alone", "no_quantity",
    "over_discount", "bad_number", "bad_moment", "in_future", "shifted", "empty", "sum",
    "too_large", "there",
)  # fmt: skip
