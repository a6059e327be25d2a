"""What a picker did while the server was away, done there: the card stands as it was left here.

Or an error says why that cannot be any more.

Only this station had the order in hand. So while it still has, a line is brought to what stood in
its tick box, whatever of that the server had heard before the line went down.
"""

from models import events
from models.catalogue import stock
from models.errors import CannotUndo, ChangedMeanwhile
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from models.journal.verbs import verb
from models.orders.record import Record, Row
from models.shop.offline.waiting import Waiting
from models.stages import open_of
from models.storage.database import transaction


@verb()
def deliver(order_id: int, done: Waiting, undone: str = "", known: int = 0) -> Receipt[None]:
    """Does at the server what was `done` to this order; `undone` is the request of what it took
    back, and `known` the newest entry of the server that the station had heard of.

    Raises what the verb itself raises, `ChangedMeanwhile` and `CannotUndo`.
    """
    with transaction():
        if undone:
            return _take_back(order_id, done, undone)
        if done.kind == events.CLAIMED:
            return fulfilment.claim(order_id)
        record = fulfilment.record_for_us(order_id)
        if fulfilment.is_ours(record) and _stands(record, done.payload):
            return Receipt(None)
        if done.kind == events.READIED:
            _check_nothing_new(fulfilment.open_record(order_id), done.payload)
            return fulfilment.make_ready(order_id)
        if done.kind == events.ACKNOWLEDGED:
            _check_seen(record, done.payload)
            return fulfilment.acknowledge(order_id)
        if done.kind == events.SHORTED:
            return _short(record, done.payload["facts"], known)
        return _bring(record, done)


def _stands(record: Record, payload: Row) -> bool:
    """Whether its lines are as they were left here."""
    changes = _changes(payload)
    return bool(changes) and all(record.line(x)[column] == new for x, column, _, new in changes)


def _changes(payload: Row) -> list[tuple[int, str, int, int]]:
    """What a picker changed: line, column, what it held before and after."""
    return [
        (int(number), column, *changes[column])
        for number, changes in payload.get("lines", {}).items()
        for column in ("picked", "short", "seen")
        if column in changes
    ]


def _check_nothing_new(record: Record, payload: Row) -> None:
    """Raises `ChangedMeanwhile` where *all* is more, or less, than it was."""
    all_of_it = {line: new for line, column, _, new in _changes(payload) if column == "picked"}
    for number, row in record.lines.items():
        if row["picked"] + open_of(row) != all_of_it.get(number, row["picked"]):
            raise ChangedMeanwhile(record.number)


def _check_seen(record: Record, payload: Row) -> None:
    """Raises `ChangedMeanwhile` where there is more to be seen than there was."""
    changes = payload.get("lines", {})
    for number, row in record.lines.items():
        told = changes.get(str(number), {})
        seen = told["seen"][1] if "seen" in told else row["seen"]
        answer = told["answer"][0] if "answer" in told else ""
        if (row["ordered"] - row["cancelled"], row["answer"]) != (seen, answer):
            raise ChangedMeanwhile(record.number)


def _short(record: Record, facts: Row, known: int) -> Receipt[None]:
    """The shelf was looked at then: who counted it since knows better."""
    line = facts["line"]
    is_counted = record.line(line)["product"] in stock.counted_since(known)
    on_shelf = None if is_counted else facts["on_shelf"]
    return fulfilment.short(
        record.id, line, facts["quantity"], reason=facts["reason"], on_shelf=on_shelf
    )


def _bring(record: Record, done: Waiting) -> Receipt[None]:
    """Puts a line's tick where it was left, or as much on or off as was done."""
    ((line, _, before, after),) = [x for x in _changes(done.payload) if x[1] == "picked"]
    if fulfilment.is_ours(record):
        before = record.line(line)["picked"]
    move = fulfilment.pick if after > before else fulfilment.unpick
    return move(record.id, line, abs(after - before))


def _take_back(order_id: int, done: Waiting, undone: str) -> Receipt[None]:
    """What the server never heard of as a deed of its own is taken back by its opposite."""
    record = Record(order_id)
    if _stands(record, done.payload):
        return Receipt(None)
    event = journal.entry_for_request(undone)
    if event is not None and journal.is_in_effect(event):
        return fulfilment.revert(event)
    if done.event.step not in (events.PICKED, events.UNPICKED):
        raise CannotUndo(done.event.step)
    return _bring(fulfilment.record_for_us(order_id), done)
