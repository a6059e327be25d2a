"""Goods that come back, perhaps for others, and the money that goes with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import amounts, events, print_spool, session
from models.catalogue import stock
from models.errors import CannotUndo, EmptyCart, NothingToReturn, NothingToUndo
from models.events import Event, Receipt
from models.journal import rights
from models.journal.verbs import verb
from models.orders import line_steps, payments
from models.orders.cart import CartLine
from models.orders.ledger import PayOut
from models.orders.payments import Tender
from models.orders.record import Record
from models.print_spool import PrintRequest
from models.stages import handed_at_once
from models.storage.database import snapshot, transaction
from models.text import redaction


def _paid_out(event: Event) -> int:
    return payments.paid_out(event.payload.get("payments", ()))


@verb(_paid_out)
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
        facts = _put_away(record, quantities, restock, note)
        paid = payments.pay_out(record.order, back, method, overdraw=overdraw) if back else []
        sequence = record.save(events.RETURNED, facts, payments=paid)
    return Receipt(sequence, payments.paid_out(paid))


@verb(_paid_out)
def exchange(
    order_id: int,
    quantities: Mapping[int, int],
    out: Sequence[CartLine],
    tenders: Sequence[Tender] = (),
    method: str | None = None,
    *,
    restock: bool = True,
    note: str = "",
    overdraw: bool = False,
    papers: Sequence[PrintRequest] = (),
) -> Receipt[int]:
    """Takes goods of an order back as `return_goods` does, and gives others `out` for them over
    the counter; the rupiah paid out, negative when they were taken in.

    Money moves once, for the difference: `tenders` where the goods that go out are worth more (what
    they leave is due on the order), else it goes back as in `return_goods`. What goes out has its
    part of a discount in percent of the order, and none of a sum off it.

    Raises what `return_goods` raises, `EmptyCart` (nothing goes out), `TooManyLines`,
    `NotEnoughStock`, `PaidTooMuch`, `TenderTooSmall`; nothing is then stored.
    """
    note = redaction.checked_free_text("note", note, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        _exchange(record, quantities, out)
        facts = _put_away(record, quantities, restock, note)
        paid = []
        if tenders:
            asked = session.request() or session.new_request()
            paid += payments.receive(record.order, tenders, asked.id)
        if (back := record.order["paid"] - record.order["total"]) > 0:
            paid += payments.pay_out(record.order, back, method, overdraw=overdraw)
        sequence = record.save(events.EXCHANGED, facts, payments=paid)
        print_spool.add(papers, order_id)
    return Receipt(sequence, payments.paid_out(paid))


def refund_due(
    order_id: int, quantities: Mapping[int, int], method: str | None = None
) -> list[PayOut]:
    """What `return_goods` would pay out, and how; nothing is done. Raises what that raises."""
    with snapshot():
        back = _bring(Record(order_id), quantities)
        return payments.pay_outs(order_id, back, method)


@dataclass(frozen=True, slots=True)
class OpenedExchange:
    """Goods of an order that lie on the counter: what comes `back`, thousandths by line, how money
    would go back, and what is noted of it."""

    order_id: int
    number: int
    back: Mapping[int, int]
    method: str | None
    restock: bool
    note: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an exchange comes to, in rupiah: what goes `out` and comes `back` are worth as they are
    billed; `due` is what the order then still costs, `outs` how money would go back.

    Of what goes out, `subtotal` is before the order's discount and `tax` in it, or on top.
    """

    out: int
    back: int
    subtotal: int
    tax: int
    tax_included: bool
    due: int
    outs: tuple[PayOut, ...]


def exchange_due(
    order_id: int,
    quantities: Mapping[int, int],
    out: Sequence[CartLine],
    method: str | None = None,
) -> Exchange:
    """What `exchange` would come to, also while nothing goes out yet; nothing is done.

    Raises `UnknownOrder`, `NothingToReturn`, `BadQuantity`, `TooManyLines`, `BadChoice`.
    """
    with snapshot():
        record = Record(order_id)
        before = record.order["total"]
        _bring(record, quantities)
        order, left = record.order, dict(record.order)
        line_steps.add_lines(record, out, handed=True)
        record.charge()
        above = order["paid"] - order["total"]
        outs = payments.pay_outs(order_id, above, method) if above > 0 else []
    return Exchange(
        order["total"] - left["total"], before - left["total"],
        order["subtotal"] - left["subtotal"], order["tax"] - left["tax"], order["tax_included"],
        max(0, -above), tuple(outs),
    )  # fmt: skip


def revert(event: Event) -> Receipt[None]:
    """The customer keeps the goods after all: they leave the shelf, and the money comes back.

    What was given out for them is on the shelf again. Raises `CannotUndo` when it was brought back
    since.
    """
    assert event.order_id is not None
    facts, record = event.payload["facts"], Record(event.order_id)
    for number, changes in event.payload["lines"].items():
        if "line" in changes:
            line = record.line(int(number))
            if line["returned"]:
                raise CannotUndo(event.kind)
            line |= {"picked": 0, "handed": 0, "cancelled": line["ordered"]}
    for number, quantity in facts["lines"].items():
        line = record.line(int(number))
        line["returned"] -= quantity
        if facts["restock"]:
            stock.move(line["product"], -quantity, "undone", order=record.id)
    paid = payments.reverse(record.order, event.payload.get("payments", ()))
    undoing = event.undoing() | {"note": facts["note"]}
    return Receipt(record.save(events.UNDONE, undoing, payments=paid))


def revert_placing(event: Event) -> Receipt[None]:
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


def _exchange(record: Record, quantities: Mapping[int, int], out: Sequence[CartLine]) -> None:
    """Notes what came back and what went out in the record, if it may be done here."""
    if not out:
        raise EmptyCart
    before = record.order["total"]
    _bring(record, quantities)
    line_steps.check_stock(line_steps.add_lines(record, out, handed=True))
    record.charge()
    if record.order["total"] < before:  # else the customer only pays more
        facts = {"order_id": record.order["id"], "quantities": quantities}
        rights.check("returns.return_goods", facts.copy)


def _put_away(
    record: Record, quantities: Mapping[int, int], restock: bool, note: str
) -> dict[str, object]:
    """Puts what came back onto the shelf, if it is wanted there; the facts of the entry."""
    for number, quantity in quantities.items() if restock else ():
        product = record.line(number)["product"]
        stock.move(product, quantity, "brought_back", order=record.id)
    lines = {str(number): quantity for number, quantity in quantities.items()}
    return {"lines": lines, "restock": restock, "note": note}


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
