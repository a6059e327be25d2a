"""Goods that come back, and the money that goes with them."""

from collections.abc import Mapping

from models import amounts, events
from models.catalogue import stock
from models.errors import NothingToReturn
from models.events import Event, Receipt
from models.journal.verbs import verb
from models.orders import payments
from models.orders.ledger import PayOut
from models.orders.record import Record
from models.storage.database import snapshot, transaction
from models.text import redaction


@verb(lambda event: payments.paid_out(event.payload.get("payments", ())))
def return_goods(
    order_id: int,
    quantities: Mapping[int, int],
    method: str | None = None,
    *,
    restock: bool = True,
    note: str = "",
    overdraw: bool = False,
) -> Receipt[int]:
    """Takes `quantities` (line number → thousandths) of an order back; the rupiah paid out.

    The order is no longer charged for them, and what was paid above the new bill is paid out by
    `method`, or by the ways it came; more cash than should be in the drawer only to `overdraw` it.
    With `restock` the goods are on the shelf again. Raises `UnknownOrder`, `NothingToReturn` (more
    than the customer has of a line), `BadQuantity`, `BadChoice`, `NotInDrawer`, `TextTooLong`;
    nothing is then stored.
    """
    note = redaction.checked_free_text("note", note, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        back = _bring(record, quantities)
        for number, quantity in quantities.items() if restock else ():
            product = record.line(number)["product"]
            stock.move(product, quantity, "brought_back", order=order_id)
        paid = payments.pay_out(record.order, back, method, overdraw=overdraw) if back else []
        sequence = record.save(
            events.RETURNED,
            {"lines": {str(n): q for n, q in quantities.items()}, "restock": restock, "note": note},
            payments=paid,
        )
    return Receipt(sequence, payments.paid_out(paid))


def refund_due(
    order_id: int, quantities: Mapping[int, int], method: str | None = None
) -> list[PayOut]:
    """What `return_goods` would pay out, and how; nothing is done. Raises what that raises."""
    with snapshot():
        back = _bring(Record(order_id), quantities)
        return payments.pay_outs(order_id, back, method)


def revert(event: Event) -> Receipt[None]:
    """The customer keeps the goods after all: they leave the shelf, and the money comes back."""
    assert event.order_id is not None
    facts, record = event.payload["facts"], Record(event.order_id)
    for number, quantity in facts["lines"].items():
        line = record.line(int(number))
        line["returned"] -= quantity
        if facts["restock"]:
            stock.move(line["product"], -quantity, "undone", order=record.id)
    paid = payments.reverse(record.order, event.payload.get("payments", ()))
    undoing = event.undoing() | {"note": facts["note"]}
    return Receipt(record.save(events.UNDONE, undoing, payments=paid))


def _bring(record: Record, quantities: Mapping[int, int]) -> int:
    """Notes what came back in the record; what was paid above the new bill, in rupiah."""
    for number, quantity in quantities.items():
        line = record.line(number)
        amounts.checked_quantity(quantity)
        has = line["handed"] - line["returned"]
        if quantity > has:
            raise NothingToReturn(line["name"], quantity, has)
        line["returned"] += quantity
    record.charge()
    return int(max(0, record.order["paid"] - record.order["total"]))
