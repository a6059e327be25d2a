"""What the warehouse does: claim, pick, report short, make ready, hand over, undo."""

from models import amounts, clock, events, session
from models.catalogue import stock
from models.errors import (
    BadQuantity,
    CannotUndo,
    ClaimedByOther,
    MoreThanOpen,
    NothingToUndo,
    QuestionOpen,
    UnknownOrder,
    WrongStage,
)
from models.events import Event, Receipt
from models.journal import journal as book
from models.journal import rights
from models.journal.verbs import verb
from models.orders.record import Record, Row
from models.stages import Stage, open_of
from models.storage.database import one, transaction
from models.storage.tables import PutBack
from models.text import redaction

#: Why a line was picked short.
SHORT_REASONS = ("sold_out", "damaged", "not_found", "expired")

#: What changes the goods in the box, which is for the station alone that works on the order.
_BOX_KINDS = {events.PICKED, events.UNPICKED, events.SHORTED, events.ASKED, events.READIED}


@verb()
def claim(order_id: int, *, take_over: bool = False) -> Receipt[None]:
    """This station works on the order from now on; with `take_over` even if another one does.

    Raises `UnknownOrder`, `ClaimedByOther`, `WrongStage`.
    """
    with transaction():
        record = _in_hand(order_id) if take_over else record_for_us(order_id)
        _refuse_ready(record)
        if record.order["claimed_by"] == session.current.station:
            return Receipt(None)
        work_on(record)
        return Receipt(record.save(events.CLAIMED))


@verb()
def release(order_id: int) -> Receipt[None]:
    """Anybody may take the order again; what was picked stays picked.

    Raises `UnknownOrder`, `ClaimedByOther`.
    """
    with transaction():
        record = record_for_us(order_id)
        if record.order["claimed_by"] is None:
            return Receipt(None)
        record.order["claimed_by"] = None
        if not any(line["picked"] or line["short"] for line in record.lines.values()):
            record.order["claimed_at"] = None
        return Receipt(record.save(events.RELEASED))


@verb()
def pick(order_id: int, line: int, quantity: int | None = None) -> Receipt[None]:
    """Ticks `quantity` thousandths of a line (all that is open, when None).

    Claims the order for this station when nobody has. Raises `UnknownOrder`, `ClaimedByOther`,
    `WrongStage`, `MoreThanOpen`, `BadQuantity`.
    """
    with transaction():
        record = open_record(order_id)
        row = record.line(line)
        quantity = open_of(row) if quantity is None else quantity
        if type(quantity) is not int or quantity <= 0:
            raise BadQuantity(quantity, open_of(row)) if open_of(row) else too_much(row, quantity)
        if quantity > open_of(row):
            raise too_much(row, quantity)
        row["picked"] += quantity
        row["bulk"] = False
        work_on(record)
        return Receipt(record.save(events.PICKED, {"line": line, "quantity": quantity}))


@verb()
def unpick(order_id: int, line: int, quantity: int | None = None) -> Receipt[None]:
    """Takes the tick (or `quantity` thousandths of it) off a line again.

    Raises `UnknownOrder`, `ClaimedByOther`, `WrongStage`, `MoreThanOpen`.
    """
    with transaction():
        record = record_for_us(order_id)
        _refuse_closed(record)
        row = record.line(line)
        held = row["picked"] - row["handed"]
        quantity = held if quantity is None else quantity
        if type(quantity) is not int or not 0 < quantity <= held:
            raise MoreThanOpen(row["name"], quantity, held)
        row["picked"] -= quantity
        return Receipt(record.save(events.UNPICKED, {"line": line, "quantity": quantity}))


@verb()
def short(
    order_id: int,
    line: int,
    quantity: int | None = None,
    *,
    reason: str = "sold_out",
    on_shelf: int | None = 0,
) -> Receipt[None]:
    """Reports that `quantity` thousandths of a line (all that is open) are not there.

    The order is no longer charged for them, and stock is corrected to `on_shelf` thousandths, or
    stays as it is where nobody knows that any more (None).
    Raises `UnknownOrder`, `ClaimedByOther`, `WrongStage`, `MoreThanOpen`, `BadQuantity`.
    """
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT, required=True)
    if on_shelf is not None:
        amounts.checked_count(on_shelf)
    with transaction():
        record = open_record(order_id)
        row = record.line(line)
        quantity = open_of(row) if quantity is None else quantity
        if type(quantity) is not int or not 0 < quantity <= open_of(row):
            raise too_much(row, quantity)
        row["short"] += quantity
        row["short_reason"] = reason
        work_on(record)
        facts = {"line": line, "quantity": quantity, "reason": reason, "on_shelf": on_shelf}
        return Receipt(record.save(events.SHORTED, facts | corrected(record, row, on_shelf)))


@verb()
def make_ready(order_id: int) -> Receipt[None]:
    """Everything that is still open is picked: the order can be handed over.

    Lines ticked this way count as `bulk` (less to be trusted than one by one).
    Raises `UnknownOrder`, `ClaimedByOther`, `WrongStage`, `QuestionOpen`.
    """
    with transaction():
        record = open_record(order_id)
        for row in record.lines.values():
            if row["asked"]:
                raise QuestionOpen(record.number, row["name"])
            if left := open_of(row):
                row["picked"] += left
                row["bulk"] = True
        work_on(record)
        return Receipt(record.save(events.READIED))


@verb()
def hand_over(order_id: int) -> Receipt[None]:
    """The customer has the goods. Raises `UnknownOrder`, `WrongStage` (not ready yet, or done), and
    `NotAllowed` where who hands over takes no money and none was taken.
    """
    with transaction():
        record = Record(order_id)
        if record.stage != Stage.READY:
            raise WrongStage(record.number, record.stage)
        if record.order["paid"] < record.order["total"]:
            facts = {"number": record.number, "due": record.order["total"] - record.order["paid"]}
            rights.check("fulfilment.hand_over_unpaid", facts.copy)
        for row in record.lines.values():
            row["handed"] = row["picked"]
        return Receipt(record.save(events.HANDED_OVER))


@verb()
def undo_last_step(order_id: int) -> Receipt[None]:
    """Undoes the last step of the warehouse on this order: it stands where it stood before.

    Raises `UnknownOrder`, `NothingToUndo`, `CannotUndo`.
    """
    with transaction():
        record, steps = Record(order_id), _steps(order_id)
        if not steps:
            raise NothingToUndo
        return Receipt(record.revert(steps[-1]))


@verb()
def rush(order_id: int, on: bool = True) -> Receipt[None]:
    """Puts the order before the others, or back in line. Raises `UnknownOrder`, `WrongStage`."""
    with transaction():
        record = Record(order_id)
        _refuse_closed(record)
        if bool(record.order["rush"]) == on:
            return Receipt(None)
        record.order["rush"] = on
        return Receipt(record.save(events.RUSHED))


@verb()
def pull_forward(order_id: int) -> Receipt[None]:
    """An order that is wanted later is to be prepared now. Raises `UnknownOrder`, `WrongStage`."""
    with transaction():
        record = Record(order_id)
        _refuse_ready(record)
        return Receipt(record.save(events.PULLED_FORWARD) if _begin(record) else None)


@verb()
def acknowledge(order_id: int) -> Receipt[None]:
    """The warehouse has seen what the counter changed. Raises `UnknownOrder`."""
    with transaction():
        record = _in_hand(order_id)
        if not record.order["changed"]:
            return Receipt(None)
        record.order["changed"] = False
        for row in record.lines.values():
            row["seen"] = row["ordered"] - row["cancelled"]
            row["answer"] = ""
        return Receipt(record.save(events.ACKNOWLEDGED))


@verb()
def restock(task: int) -> Receipt[None]:
    """Cancelled goods are on their shelf again. Raises `UnknownOrder`."""
    with transaction():
        row = one(PutBack.select(PutBack.order, PutBack.done_at).where(PutBack.id == task))
        if row is None:
            raise UnknownOrder(str(task))
        if row[1] is not None:
            return Receipt(None)
        PutBack.update(done_at=clock.now()).where(PutBack.id == task).execute()
        return Receipt(book.append(events.PUT_BACK, {"chore": task}, order_id=row[0]))


def revert(event: Event) -> Receipt[None]:
    """Undoes a step on an order, or redoes one that was undone.

    Raises `CannotUndo` when what it changed was changed again, `ClaimedByOther` when the goods are
    in the hands of another station by now.
    """
    assert event.order_id is not None
    read = record_for_us if event.step in _BOX_KINDS else _in_hand
    record = read(event.order_id)
    return Receipt(record.revert(event))


def revert_restock(event: Event) -> Receipt[None]:
    """The goods are still to go back to the shelf. Raises `CannotUndo`."""
    task = event.payload["chore"]
    open_again = PutBack.update(done_at=None).where(PutBack.id == task)
    if not open_again.where(PutBack.done_at.is_null(False)).execute():
        raise CannotUndo(event.kind)
    payload = {"facts": event.undoing()}
    return Receipt(book.append(events.UNDONE, payload, order_id=event.order_id))


def _in_hand(order_id: int) -> Record:
    """An order, also of a server that is away, if this station had it in hand before."""
    return Record(order_id, in_hand=True)


def record_for_us(order_id: int) -> Record:
    """An order on which no other station works. Raises `ClaimedByOther`."""
    record = _in_hand(order_id)
    other = record.order["claimed_by"]
    if other is not None and not is_ours(record):
        raise ClaimedByOther(record.number, other)
    return record


def is_ours(record: Record) -> bool:
    """Whether this station works on the order."""
    return bool(record.order["claimed_by"] == session.current.station)


def open_record(order_id: int) -> Record:
    """An order that this station may still pick. Raises `ClaimedByOther`, `WrongStage`."""
    record = record_for_us(order_id)
    _refuse_ready(record)
    return record


def _refuse_ready(record: Record) -> None:
    if record.stage >= Stage.READY:
        raise WrongStage(record.number, record.stage)


def _refuse_closed(record: Record) -> None:
    if record.stage >= Stage.HANDED_OVER:
        raise WrongStage(record.number, record.stage)


def too_much(row: Row, quantity: int) -> MoreThanOpen:
    """Why not so many of the line."""
    return MoreThanOpen(row["name"], quantity, open_of(row))


def _begin(record: Record) -> bool:
    """The order waits for its time no more; whether it did."""
    starts_at = record.order["starts_at"]
    if starts_at is None or starts_at <= record.moment:
        return False
    record.order["starts_at"] = record.moment
    return True


def work_on(record: Record) -> None:
    """Claims the order for this station."""
    order = record.order
    _begin(record)
    order["claimed_by"] = session.current.station
    if order["claimed_at"] is None:
        order["claimed_at"] = record.done_at


def corrected(record: Record, row: Row, on_shelf: int | None) -> dict[str, object]:
    """Sets the stock of a line's product to what is on the shelf, where that is known; the facts
    to be noted."""
    before = stock.level(row["product"])
    if before is None or on_shelf is None or before[0] == on_shelf:
        return {}
    change = on_shelf - before[0]
    stock.move(row["product"], change, "short", order=record.id)
    return {"corrections": [{"product": row["product"], "change": change}]}


def _steps(order_id: int) -> list[Event]:
    """The warehouse's steps on the order that were not undone, oldest first."""
    entries = book.for_order(order_id)
    gone = book.undone_sequences(entries)
    return [
        event
        for event in entries
        if event.kind in events.FULFILMENT_KINDS
        and event.undone is None
        and event.sequence not in gone
    ]
