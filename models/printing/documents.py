"""The papers of the shop as values: receipt, pick ticket, change slip, day-close, labels.

Money in rupiah, quantities in thousandths, moments in UTC ms. None of them names a person: the
customer is the order's number, who worked is a station and a staff code. How a paper looks and in
which language it speaks is `gui.printing`'s.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from models.orders.drawer import Drawer
from models.orders.order_history import PaymentRow
from models.stages import Paid


@dataclass(frozen=True, slots=True)
class Head:
    """What the owner wants to stand on each paper of the shop."""

    name: str
    address: str
    footer: str


@dataclass(frozen=True, slots=True)
class OrderHead:
    """Which order a paper is about; `code` is what a scanner reads to find it again.

    `promised_at` (UTC ms) is when it shall be ready, if the customer was told a time.
    """

    number: int
    day: date
    placed_at: int
    station: str
    staff: str
    code: str
    promised_at: int | None = None


@dataclass(frozen=True, slots=True)
class BilledLine:
    """`gross` is quantity × price, from which `discount` goes off.

    `discount_rate` is its rate in basis points, 0 when it is a sum.
    """

    name: str
    unit: str
    quantity: int
    price: int
    gross: int
    discount: int
    discount_rate: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the customer takes home. `tax_rate` (basis points) is 0 when there are several.

    `discount_rate` is the rate of a `discount` on the whole order, 0 when it is a sum.
    """

    shop: Head = field(repr=False)
    order: OrderHead
    lines: tuple[BilledLine, ...]
    subtotal: int
    discount: int
    discount_rate: int
    tax: int
    tax_rate: int
    tax_included: bool
    total: int
    payments: tuple[PaymentRow, ...]
    state: Paid
    cancelled: bool

    @property
    def paid(self) -> int:
        return sum(payment.amount for payment in self.payments)

    @property
    def over(self) -> int:
        """What was paid for goods that did not come, or came back, and is still in the till."""
        return max(0, self.paid - (0 if self.cancelled else self.total))

    @property
    def due(self) -> int:
        """What is still to be paid."""
        return 0 if self.cancelled else max(0, self.total - self.paid)


@dataclass(frozen=True, slots=True)
class PickLine:
    """What to take from the shelf."""

    name: str
    sku: str
    unit: str
    quantity: int
    note: str


@dataclass(frozen=True, slots=True)
class PickTicket:
    """What the warehouse works from when there is no screen at the shelf.

    `due` rupiah are still to be paid before the goods leave.
    """

    shop: Head = field(repr=False)
    order: OrderHead
    rush: bool
    note: str
    lines: tuple[PickLine, ...]
    due: int


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """`before` is None for a line that is new, `after` 0 for one that was taken off.

    `note` is the other note that the line got, None when it is as it was.
    """

    name: str
    sku: str
    unit: str
    before: int | None
    after: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSlip:
    """What is different about an order that the warehouse has a ticket of already."""

    shop: Head = field(repr=False)
    order: OrderHead
    changed_at: int
    cancelled: bool
    lines: tuple[ChangedLine, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DayClose:
    """A cash drawer from its opening float to its count."""

    shop: Head = field(repr=False)
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Label:
    """For the shelf or the goods; `code` is the product's barcode, or its SKU."""

    name: str
    price: int
    unit: str
    code: str


@dataclass(frozen=True, slots=True)
class Labels:
    """As many labels as were asked for, in that order."""

    labels: tuple[Label, ...]


Paper = Receipt | PickTicket | ChangeSlip | DayClose | Labels


def seal_of(paper: Paper) -> str:
    """Stands for a paper's content: the same seal is the same paper.

    The shop's own name and footer do not count, so that a new footer makes no original of a copy.
    """
    return hashlib.sha256(repr(paper).encode()).hexdigest()[:32]
