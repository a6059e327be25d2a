"""What a customer pays for: a cart that becomes an order, or an order that was placed before."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.orders.cart import Cart
from models.orders.order_history import OrderSheet
from models.orders.returns import Exchange, OpenedExchange

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PaidLine:
    """`quantity` in thousandths, `total` in rupiah; `at` is its place."""

    at: int
    quantity: int
    name: str
    total: int


@dataclass(frozen=True, slots=True)
class Payable:
    """Money in rupiah: `before` discounts, `off` by them, `paid` already.

    `rate` (basis points) is that of all that is off, 0 where it is not one rate.
    `title` and `about` name it. What `is_placed` needs not be sent to the warehouse any more; of
    an exchange (`by_goods`) goods paid, and not money.
    """

    title: str
    about: str
    lines: tuple[PaidLine, ...]
    before: int
    off: int
    rate: int
    tax: int
    tax_included: bool
    total: int
    paid: int = 0
    is_placed: bool = False
    by_goods: bool = False

    @property
    def due(self) -> int:
        return max(0, self.total - self.paid)


def of_cart(cart: Cart, about: str) -> Payable:
    """A new order; `about` says how much is in it."""
    bill, before = cart.bill(), sum(line.gross for line in cart.lines)
    return Payable(
        translate("payment", "New order"),
        about,
        tuple(
            PaidLine(at, line.quantity, line.name, line.total) for at, line in enumerate(cart.lines)
        ),
        before,
        before - bill.subtotal + bill.discount,
        cart.rate,
        bill.tax,
        cart.tax_included,
        bill.total,
    )


def of_exchange(opened: OpenedExchange, cart: Cart, due: Exchange, words: Formatting) -> Payable:
    """Other goods for those that came back."""
    before = sum(line.gross for line in cart.lines)
    number = words.order_number(opened.number)
    return replace(
        of_cart(cart, ""),
        title=translate("payment", "Exchange for order {number}").format(number=number),
        off=before - due.out + (0 if due.tax_included else due.tax),
        rate=0,
        tax=due.tax,
        tax_included=due.tax_included,
        total=due.due + due.back,
        paid=due.back,
        is_placed=True,
        by_goods=True,
    )


def of_order(sheet: OrderSheet, words: Formatting) -> Payable:
    """What is still due of an order, with the goods that are charged for."""
    order, charged = sheet.order, [line for line in sheet.lines if line.sold]
    before = sum(line.gross for line in charged)
    number = words.order_number(order.number)
    return Payable(
        translate("payment", "Order {number}").format(number=number),
        words.date_and_time(order.placed_at),
        tuple(PaidLine(line.line, line.sold, line.name, line.total) for line in charged),
        before,
        before - sheet.subtotal + sheet.discount,
        sheet.rate,
        sheet.tax,
        sheet.tax_included,
        order.total,
        order.paid,
        is_placed=True,
    )
