"""What is handed over at the counter as it is paid: a shop without a warehouse sells so."""

from typing import Any

from models import events
from models.errors import CannotUndo, NothingToUndo
from models.events import Event, Receipt
from models.orders import payments
from models.orders.record import Record
from models.stages import handed_at_once, stage_of


def hand_over(order: dict[str, Any], lines: list[dict[str, Any]]) -> None:
    """The customer takes a new order along: nobody is promised anything, and nobody picks it."""
    for line in lines:
        line["picked"] = line["handed"] = line["ordered"]
    order["stage"], order["promised_at"] = int(stage_of(lines)), None
    order["ready_at"] = order["handed_at"] = order["placed_at"]


def revert(event: Event) -> Receipt[None]:
    """What was handed over as it was placed was sold to nobody: the goods are on the shelf again,
    the money is with the customer, and the order is cancelled.

    Raises `NothingToUndo` for an order that waits to be prepared, `CannotUndo` when anything was
    done to it since, `NotInDrawer`.
    """
    assert event.order_id is not None
    record, placed = Record(event.order_id), event.payload["order"]
    if not handed_at_once(placed):
        raise NothingToUndo
    if any(record.order[name] != placed[name] for name in ("version", "paid")):
        raise CannotUndo(event.kind)
    for line in record.lines.values():
        line["picked"] = line["handed"] = 0
        line["cancelled"] = line["ordered"]
    paid = payments.reverse(record.order, event.payload["payments"])
    return Receipt(record.save(events.UNDONE, event.undoing(), paid))
