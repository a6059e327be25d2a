"""Puts a past order into the shop, paid and handed over, with what came back of it since."""

from collections.abc import Sequence
from hashlib import sha256

from models import amounts, session
from models.amounts import Discount
from models.catalogue.catalogue import Product
from models.orders.bulk_orders import BulkOrders
from models.orders.cart import Cart, CartLine
from models.orders.payments import METHODS, Tender
from models.past_sales.ledger import PastLine, PastOrder, Returned
from models.sums.rollups import (
    IMPORT_STATION,
    IMPORTED,
    IMPORTED_BY_DAY,
    IMPORTED_REFUND,
    IMPORTED_REFUND_BY_DAY,
)

#: The channel of an order, by whether it is a refund without its sale, and whether it has a time.
_CHANNELS = {
    (False, True): IMPORTED, (False, False): IMPORTED_BY_DAY,
    (True, True): IMPORTED_REFUND, (True, False): IMPORTED_REFUND_BY_DAY,
}  # fmt: skip


def key_of(past: PastOrder) -> str:
    """The same for the same order of the source, every time it is read."""
    return refund_key(past.day, past.id) if past.lone_refund else _keyed("past", past.day, past.id)


def refund_key(day: int, number: str) -> str:
    """Of a refund that was taken when its sale was in no file."""
    return _keyed("refund", day, number)


def _keyed(kind: str, day: int, number: str) -> str:
    key = f"{kind}:{day}:{number}"
    if len(key) <= amounts.CODE_LIMIT:
        return key
    return f"{kind}:{day}:{sha256(number.encode()).hexdigest()[:40]}"


def write_order(book: BulkOrders, past: PastOrder, goods: dict[int, Product]) -> None:
    """Places the order with its products (by their place in the file), pays it and hands it over.

    A refund without its sale is one that was sold before, nobody knows when.
    """
    lines: list[CartLine] = []
    backs: dict[int, dict[int, int]] = {}  # thousandths by line, by moment
    for place, line in enumerate(past.lines):
        returned = [back for back in past.returned or () if back.place == place]
        for number, one in enumerate(returned, start=len(lines) + 1):
            backs.setdefault(one.at, {})[number] = one.quantity
        rate = (past.rates or {}).get(place, 0)
        lines += [_cart_line(goods[line.product], rate, *part) for part in _apart(line, returned)]
    cart = Cart(
        lines=tuple(lines), discount=Discount(past.discount), tax_included=past.on_top is None,
        request_id=key_of(past),
    )  # fmt: skip
    who = (IMPORT_STATION, session.current.staff)
    told = [paid for paid in past.paid or () if paid.method in METHODS]
    is_paid_now = past.paid is None and not past.lone_refund
    tender = Tender("cash", cart.bill().total) if is_paid_now else None
    order = book.place(
        cart, past.at, *who, channel=_CHANNELS[past.lone_refund, past.has_time],
        tender=tender if tender is not None and tender.amount else None,
    )  # fmt: skip
    for number, paid in enumerate(told):
        amount = min(paid.amount, order.order["total"] - order.order["paid"])
        if amount > 0:
            order.pay(paid.at, *who, Tender(paid.method, amount), f"{cart.request_id}:{number}")
    order.make_ready(past.at)
    order.hand_over(past.at, *who)
    methods = {paid.at: paid.method for paid in told if paid.amount < 0}
    for moment, back in sorted(backs.items()):
        order.bring_back(moment, *who, back, methods.get(moment, "cash"))


def unit_price(before: int, quantity: int) -> int:
    """The least price in whole rupiah at which the quantity comes to what it cost or more."""
    return min(-(-before * amounts.ONE // quantity), amounts.PRICE_LIMIT)


def _cart_line(product: Product, rate: int, quantity: int, total: int, before: int) -> CartLine:
    price = unit_price(before, quantity)
    discount = Discount(amounts.line_total(price, quantity) - total)
    return CartLine(
        product.id,
        product.sku,
        product.name,
        product.unit,
        price,
        rate,
        quantity,
        discount=discount,
    )


def _apart(line: PastLine, backs: Sequence[Returned]) -> list[tuple[int, int, int]]:
    """What came back each time as a line of its own, and the rest, if any.

    So what is given back for it is what the file says, whatever part of the line it is.
    """
    parts = [
        (back.quantity, back.total, max(back.total, line.before * back.quantity // line.quantity))
        for back in backs
    ]
    quantity = line.quantity - sum(part[0] for part in parts)
    total = line.total - sum(part[1] for part in parts)
    before = line.before - sum(part[2] for part in parts)
    return [*parts, (quantity, total, max(total, before))] if quantity else parts
