"""An order that was placed, opened once more to be changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.amounts import Discount
from models.errors import WrongStage
from models.events import Receipt
from models.journal.verbs import verb
from models.orders import line_steps, orders
from models.orders.cart import Cart, CartLine
from models.orders.orders import Times
from models.orders.pricing import discount_of, part_of, shared
from models.orders.record import Record, Row
from models.print_spool import PrintRequest
from models.stages import Stage
from models.storage.database import snapshot


@dataclass(frozen=True, slots=True)
class OpenedOrder:
    """The order as it was when it was opened; `numbers` are those of the lines of `cart`."""

    order_id: int
    number: int
    cart: Cart
    numbers: tuple[int, ...]

    def had(self, product_id: int) -> int:
        """How much of a product is in the order already, thousandths."""
        return sum(x.quantity for x in self.cart.lines if x.product_id == product_id)


def open_order(order_id: int) -> OpenedOrder:
    """Raises `UnknownOrder`, `WrongStage` (handed over or cancelled)."""
    with snapshot():
        record = Record(order_id)
    if record.stage > Stage.READY:
        raise WrongStage(record.number, record.stage)
    numbers, lines = [], []
    for number, row in record.lines.items():
        if (quantity := line_steps.wanted_quantity(row)) > 0:
            numbers.append(number)
            lines.append(_line(row, quantity))
    order, discount = record.order, discount_of(record.order)
    if discount.amount:
        discount = Discount(shared(record.lines.values()))
    wanted_at = None if order["starts_at"] is None else order["promised_at"]
    cart = Cart(tuple(lines), order["note"], discount, order["tax_included"], wanted_at=wanted_at)
    return OpenedOrder(order_id, record.number, cart, tuple(numbers))


def cart_as_placed(order: Row, lines: Sequence[Row]) -> Cart:
    """What was placed, by the rows of an order and its lines as they were then."""
    return Cart(
        tuple(_line(row, row["ordered"]) for row in lines),
        order["note"],
        discount_of(order),
        order["tax_included"],
        order["request_id"],
        None if order["starts_at"] is None else order["promised_at"],
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """What is other about a placed order, by the numbers of its lines; None: as it was."""

    quantities: dict[int, int]
    added: list[CartLine]
    notes: dict[int, str]
    discounts: dict[int, Discount]
    note: str | None
    discount: Discount | None

    @property
    def is_news(self) -> bool:
        """Whether the warehouse has to know."""
        return bool(self.quantities or self.added or self.notes) or self.note is not None

    def __bool__(self) -> bool:
        return self.is_news or bool(self.discounts) or self.discount is not None


def difference(opened: OpenedOrder, cart: Cart) -> Difference:
    """What is other in `cart`: quantities, discounts and notes, and the lines that are new."""
    positions = _positions(opened.cart.lines, cart.lines)
    quantities, off, notes = {}, {}, {}
    for number, before, index in zip(opened.numbers, opened.cart.lines, positions, strict=True):
        if index is None:
            quantities[number] = 0
            continue
        line = cart.lines[index]
        if line.quantity != before.quantity:
            quantities[number] = line.quantity
        # A sum belongs to a quantity: with another one it is said anew.
        resized = line.quantity != before.quantity and bool(line.discount.amount)
        if line.discount != before.discount or resized:
            off[number] = line.discount
        if line.note != before.note:
            notes[number] = line.note
    added = [line for index, line in enumerate(cart.lines) if index not in positions]
    # A sum off the order belongs to its goods in the same way.
    resold = bool(quantities or added or off) and bool(cart.discount.amount)
    return Difference(
        quantities,
        added,
        notes,
        off,
        cart.note if cart.note != opened.cart.note else None,
        cart.discount if cart.discount != opened.cart.discount or resold else None,
    )


@verb()
def send(
    opened: OpenedOrder,
    cart: Cart,
    *,
    times: Times | None = None,
    papers: Sequence[PrintRequest] = (),
) -> Receipt[None]:
    """Tells the warehouse what is other now; `times` where it is wanted at another time.

    Raises what `orders.change` raises; nothing is then stored.
    """
    other = difference(opened, cart)
    if not other and times is None:
        return Receipt(None)
    return orders.change(
        opened.order_id, other.quantities, other.added, notes=other.notes,
        discounts=other.discounts, note=other.note, discount=other.discount,
        times=times, papers=papers if other.is_news else (),
    )  # fmt: skip


def _line(row: Row, quantity: int) -> CartLine:
    line = CartLine(
        row["product"], row["sku"], row["name"], row["unit"], row["price"], row["tax_rate"],
        quantity, note=row["note"], words=row["words"],
    )  # fmt: skip
    discount = discount_of(row)
    if discount.amount:  # for all that was ordered: it shrinks with what is left of it
        off = part_of(discount.amount, quantity, row["ordered"])
        discount = Discount(min(off, line.gross))
    return replace(line, discount=discount)


def _positions(before: Sequence[CartLine], now: Sequence[CartLine]) -> list[int | None]:
    """Where each line of before stands now; those that are most alike find each other first."""
    positions: list[int | None] = [None] * len(before)
    free = dict(enumerate(now))
    for changes in ((), ("quantity", "discount"), ("quantity", "discount", "note")):
        for number, line in enumerate(before):
            if positions[number] is None:
                index = next(
                    (index for index, other in free.items() if _same(other, line, changes)), None
                )
                if index is not None:
                    positions[number] = index
                    del free[index]
    return positions


def _same(line: CartLine, before: CartLine, but: Sequence[str]) -> bool:
    """Whether it is that line, whatever `but` those fields say."""
    return replace(line, **{name: getattr(before, name) for name in but}) == before
