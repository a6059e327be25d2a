"""Goods that come back, and the money that goes with them."""

from collections.abc import Mapping

from models import amounts, events, payments, stock
from models.database import transaction
from models.errors import NothingToReturn
from models.order_record import Record


def take_back(
    order_id: int,
    quantities: Mapping[int, int],
    method: str = "cash",
    *,
    restock: bool = True,
    note: str = "",
) -> int:
    """Takes `quantities` (line number → thousandths) of an order back; the rupiah paid out.

    The order is no longer charged for them, and what was paid above the new bill is paid out by
    `method`. With `restock` the goods are on the shelf again. Raises `UnknownOrder`,
    `NothingToReturn` (more than the customer has of a line), `BadQuantity`, `BadChoice`,
    `TextTooLong`; nothing is then stored.
    """
    note = amounts.checked_text("note", note, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        for number, quantity in quantities.items():
            line = record.line(number)
            amounts.checked_quantity(quantity)
            has = line["handed"] - line["returned"]
            if quantity > has:
                raise NothingToReturn(line["name"], quantity, has)
            line["returned"] += quantity
            if restock:
                stock.move(line["product"], quantity, "brought_back", order=order_id)
        record.charge()
        back: int = max(0, record.order["paid"] - record.order["total"])
        paid = payments.give_back(record.order, back, method) if back else []
        record.save(
            events.RETURNED,
            {"lines": {str(n): q for n, q in quantities.items()}, "restock": restock, "note": note},
            payments=paid,
        )
    return payments.handed_out(paid)
