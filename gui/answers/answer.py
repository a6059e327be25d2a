"""What a customer is told about a list, a cart or an order; money in rupiah."""

from dataclasses import dataclass

from models.amounts import Discount
from models.catalogue.catalogue import Product
from models.orders.cart import Cart
from models.orders.order_history import LineRow, OrderSheet
from models.stages import Stage


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """`quantity` thousandths at `price`, less `discount`, come to `total`."""

    name: str
    unit: str
    quantity: int
    price: int
    discount: Discount
    total: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """What there is not, as the customer wrote it, or `quantity` (thousandths) of a product."""

    name: str
    quantity: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A wish that the customer has to settle: which of `offers`, or how much of `product`."""

    words: str
    offers: tuple[Product, ...] = ()
    product: Product | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the customer.

    `discount` goes off the sum of the lines (`discount_rate` basis points, 0 for a sum). An order
    has its `number`; `ready_at` (UTC ms) is None where no time was said; `paid` is what was paid.
    """

    lines: tuple[AnswerLine, ...]
    subtotal: int
    discount: int
    discount_rate: int
    tax: int
    tax_included: bool
    total: int
    shortages: tuple[Shortage, ...] = ()
    left_out: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    number: int | None = None
    ready_at: int | None = None
    is_ready: bool = False
    paid: int = 0

    @property
    def due(self) -> int:
        """What is still to be paid; below nothing, what is to be given back."""
        return self.total - self.paid

    @property
    def is_open(self) -> bool:
        """Whether the customer has to say something before it is an order."""
        return bool(self.questions) and self.number is None

    def __bool__(self) -> bool:
        return bool(self.lines or self.shortages or self.left_out or self.questions)


def of_cart(
    cart: Cart,
    *,
    number: int | None = None,
    shortages: tuple[Shortage, ...] = (),
    left_out: tuple[str, ...] = (),
    questions: tuple[Question, ...] = (),
) -> Answer:
    """A cart as it would be placed now; `number` when it is an order that is being changed."""
    bill = cart.bill()
    lines = tuple(
        AnswerLine(x.name, x.unit, x.quantity, x.price, _given(x.discount, x.gross, x.total), total)
        for x, total in zip(cart.lines, bill.line_totals, strict=True)
    )
    return Answer(
        lines, bill.subtotal, bill.discount, cart.discount.rate, bill.tax, cart.tax_included,
        bill.total, shortages, left_out, questions, number, cart.wanted_at,
    )  # fmt: skip


def of_order(sheet: OrderSheet) -> Answer:
    """An order as it is billed now, with what the shop did not have."""
    order = sheet.order
    is_open = order.stage < Stage.READY
    return Answer(
        tuple(_line_of(line) for line in sheet.lines if line.sold),
        sheet.subtotal, sheet.discount, sheet.discount_rate, sheet.tax, sheet.tax_included,
        order.total,
        tuple(Shortage(line.name, line.short, line.unit) for line in sheet.lines if line.short),
        number=order.number,
        ready_at=sheet.promised_at if is_open else None,
        is_ready=order.stage == Stage.READY,
        paid=order.paid,
    )  # fmt: skip


def _line_of(line: LineRow) -> AnswerLine:
    off = _given(line.discount, line.gross, line.total)
    return AnswerLine(line.name, line.unit, line.sold, line.price, off, line.total)


def _given(discount: Discount, gross: int, total: int) -> Discount:
    """The rate, or what of a sum goes off what is billed of the line."""
    return discount if discount.rate else Discount(gross - total)
