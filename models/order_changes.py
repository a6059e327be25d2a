"""An order that was placed, taken into the hands once more to be changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models import orders
from models.cart import Cart, CartLine
from models.database import snapshot
from models.errors import WrongStage
from models.order_record import Record, Row
from models.print_outbox import Wish
from models.stages import Stage


@dataclass(frozen=True, slots=True)
class Opened:
    """The order as it was when it was opened; `numbers` are those of the lines of `cart`."""

    order_id: int
    number: int
    cart: Cart
    numbers: tuple[int, ...]

    def had(self, product_id: int) -> int:
        """How much of a product is in the order already, thousandths."""
        return sum(x.quantity for x in self.cart.lines if x.product_id == product_id)


def open_order(order_id: int) -> Opened:
    """Raises `UnknownOrder`, `WrongStage` (handed over or cancelled)."""
    with snapshot():
        record = Record(order_id)
    if record.stage > Stage.READY:
        raise WrongStage(record.number, record.stage)
    numbers, lines = [], []
    for number, row in record.lines.items():
        if (quantity := row["ordered"] - row["cancelled"]) > 0:
            numbers.append(number)
            lines.append(_line(row, quantity))
    order = record.order
    cart = Cart(tuple(lines), order["note"], 0, order["tax_included"])
    cart.discount = min(order["discount"], cart.subtotal)
    return Opened(order_id, record.number, cart, tuple(numbers))


def difference(opened: Opened, cart: Cart) -> tuple[dict[int, int], list[CartLine]]:
    """The quantities (by line number) that are other ones in `cart`, and the lines that are new."""
    left, quantities = list(cart.lines), {}
    for number, before in zip(opened.numbers, opened.cart.lines, strict=True):
        now = next((line for line in left if _same(line, before)), None)
        if now is not None:
            left.remove(now)
        quantity = 0 if now is None else now.quantity
        if quantity != before.quantity:
            quantities[number] = quantity
    return quantities, left


def send(opened: Opened, cart: Cart, *, papers: Sequence[Wish] = ()) -> bool:
    """Tells the warehouse what is other now; whether anything was.

    Raises what `orders.change` raises; nothing is then stored.
    """
    quantities, added = difference(opened, cart)
    if not quantities and not added:
        return False
    orders.change(opened.order_id, quantities, added, papers=papers)
    return True


def _line(row: Row, quantity: int) -> CartLine:
    line = CartLine(
        row["product"], row["sku"], row["name"], row["unit"], row["price"], row["tax_rate"],
        quantity, note=row["note"],
    )  # fmt: skip
    return replace(line, discount=min(row["discount"], line.gross))


def _same(line: CartLine, before: CartLine) -> bool:
    """Whether it is that line, in whatever quantity."""
    return replace(line, quantity=before.quantity, discount=before.discount) == before
