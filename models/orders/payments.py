"""Money coming in and going back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from peewee import SQL, fn

from models import amounts, clock, events, print_spool, session
from models.amounts import SUM_LIMIT
from models.errors import BadChoice, BadMoney, CannotUndo, NothingToPay, PaidTooMuch, TenderTooSmall
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.orders import drawer, ledger
from models.orders.ledger import CASH, ROUNDING, Ledger, PayOut
from models.orders.record import Record
from models.print_spool import PrintRequest
from models.settings import preferences
from models.storage.database import Statement, bind_param, rows, transaction
from models.storage.tables import Order, Payment
from models.sums import rollups, tallies
from models.text import redaction

METHODS = (CASH, "qris", "card", "transfer")

#: Rupiah notes in use, and the coins that a till still gives back (Bank Indonesia, series 2022).
NOTES = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
COINS = (500, 200, 100)
#: The key of the payment that undoes another one: the number of that one, and this.
UNDONE = tallies.UNDONE
#: The key of the row that makes a rounded payment exact: that of the payment, and this.
_ROUNDED = ":rounding"


@dataclass(frozen=True, slots=True)
class Tender:
    """What the customer gives: `amount` counts for the order, cash `tendered` may be more.

    `rounding` is what cash takes above the amount (or below, negative) because no coin makes it
    up; see `cash_tender`.
    """

    method: str
    amount: int
    tendered: int | None = None
    rounding: int = 0

    @property
    def taken(self) -> int:
        """What stays in the till."""
        return self.amount + self.rounding

    @property
    def given(self) -> int:
        """What the customer hands over."""
        return self.taken if self.tendered is None else self.tendered

    @property
    def change(self) -> int:
        """What goes back, in rupiah."""
        return self.given - self.taken


def tenders_of(stored: Sequence[Mapping[str, Any]]) -> list[Tender]:
    """What was given, by the rows that `receive` stored."""
    found: dict[str, Tender] = {}
    for row in stored:
        key = row["request_id"].removesuffix(_ROUNDED)
        if row["method"] == ROUNDING:
            before = found.get(key, Tender(CASH, 0, 0))
            found[key] = replace(
                before, amount=before.amount + row["amount"], rounding=-row["amount"]
            )
        else:
            found[key] = Tender(row["method"], row["amount"], row["tendered"])
    return list(found.values())


_INSERT = Statement(
    lambda: Payment.insert(
        {
            getattr(Payment, name): bind_param(name)
            for name in (
                "request_id", "order", "day", "at", "method", "amount", "tendered", "drawer",
                "station", "staff",
            )
        }
    ).returning(Payment.id)
)  # fmt: skip
_PAID = Statement(
    lambda: Order.update({Order.paid: bind_param("paid")}).where(Order.id == bind_param("id"))
)


@verb()
def pay(
    order_id: int,
    *tenders: Tender,
    papers: Sequence[PrintRequest] = (),
    at: int | None = None,
) -> Receipt[None]:
    """Takes money for an order that was placed, in one way or several.

    `papers` about the order are stored with it and printed whenever a printer is ready. It came in
    `at` a moment (UTC ms) at which the server was away, or now.

    Raises `UnknownOrder`, `NothingToPay`, `PaidTooMuch`, `TenderTooSmall`, `BadChoice`.
    """
    with transaction():
        record = Record(order_id)
        if record.order["paid"] >= record.order["total"] or not any(x.amount for x in tenders):
            raise NothingToPay(record.number)
        before = record.order["paid"]
        asked = session.request() or session.new_request()
        paid = receive(record.order, tenders, asked.id, at)
        print_spool.add(papers, order_id)
        return Receipt(_enter(events.PAID, order_id, before, paid))


def revert(event: Event) -> Receipt[None]:
    """What came in goes back, or the other way round: each sum by its own way, to the rupiah.

    Raises `CannotUndo` when more was paid or given back since, `NotInDrawer`.
    """
    assert event.order_id is not None
    order = Record(event.order_id).order
    before = order["paid"]
    if before != event.payload["order"]["paid"][1]:
        raise CannotUndo(event.kind)
    paid = reverse(order, event.payload["payments"])
    return Receipt(_enter(events.UNDONE, event.order_id, before, paid, event.undoing()))


def reverse(order: dict[str, Any], payments: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Stores the opposite of these payments for `order`; the rows stored.

    A slip of the finger is neither money received nor money given back: no figure counts either,
    on another day it is taken off that day's.
    Raises `NotInDrawer`.
    """
    moment = clock.now()
    drawer.check_in_it(sum(row["amount"] for row in payments if row["method"] == CASH))
    stored = [
        _store(order, row["method"], -row["amount"], -row["amount"], f"{row['id']}{UNDONE}", moment)
        for row in reversed(payments)
    ]
    today = [
        {**row, "day": undoing["day"]} for row, undoing in zip(payments, stored[::-1], strict=True)
    ]
    rollups.move(tallies.of_payments(today), {})
    return stored


def not_undone() -> Any:
    """The condition that a `Payment` was not undone, and undoes none."""
    undoing = Payment.alias()
    its_key = Payment.id.cast("TEXT").concat(UNDONE)
    undone = fn.EXISTS(undoing.select(SQL("1")).where(undoing.request_id == its_key))
    return ~Payment.request_id.endswith(UNDONE) & ~undone


def _enter(kind: str, order_id: int, before: int, paid: Sequence[Any], facts: Any = None) -> int:
    """The journal entry of payments of an order of which `before` was paid until then."""
    after = before + sum(row["amount"] for row in paid)
    payload = {"order": {"paid": [before, after]}, "payments": paid}
    if facts is not None:
        payload["facts"] = facts
    return journal.append(kind, payload, order_id=order_id)


@verb(lambda event: paid_out(event.payload["payments"]))
def refund(
    order_id: int,
    amount: int,
    method: str | None = None,
    *,
    note: str = "",
    overdraw: bool = False,
) -> Receipt[int]:
    """Gives `amount` rupiah of what was paid back; the rupiah that leave the till.

    They go by `method`, or by the ways they came (see `models.orders.ledger`). More cash than
    should be in the drawer only to `overdraw` it.

    Raises `UnknownOrder`, `BadMoney` (nothing, or more than was paid), `BadChoice`, `NotInDrawer`.
    """
    note = redaction.checked_free_text("note", note, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        before = record.order["paid"]
        if type(amount) is not int or not 0 < amount <= before:
            raise BadMoney(amount, before)
        paid = pay_out(record.order, amount, method, overdraw=overdraw)
        sequence = _enter(events.REFUNDED, order_id, before, paid, {"note": note})
    return Receipt(sequence, paid_out(paid))


def pay_out(order: dict[str, Any], amount: int, method: str | None, *, overdraw: bool) -> list[Any]:
    """Pays `amount` rupiah out for `order`, inside the present transaction; the rows stored.

    Raises `BadChoice`, `NotInDrawer`.
    """
    outs = pay_outs(order["id"], amount, method)
    if not overdraw:
        drawer.check_in_it(ledger.paid_out([part for part in outs if part.method == CASH]))
    stored: list[Any] = []
    for part in outs:
        key, rounding = session.new_request_id(), part.out - part.amount
        stored += _store_rounded(
            order, part.method, -part.out, -part.out, rounding, key, clock.now()
        )
    rollups.add(tallies.of_payments(stored))
    return stored


def store_again(row: Mapping[str, Any]) -> int:
    """Writes a payment of another copy of this shop as it was; its id here."""
    stored: int = _INSERT.run(dict(row)).fetchone()[0]
    return stored


def record_refund(order: dict[str, Any], amount: int, method: str, at: int) -> list[Any]:
    """Exactly `amount` rupiah went back at a moment long ago (UTC ms); the rows stored."""
    stored = [_store(order, method, -amount, -amount, session.new_request_id(), at)]
    rollups.add(tallies.of_payments(stored))
    return stored


def pay_outs(order_id: int, amount: int, method: str | None = None) -> list[PayOut]:
    """How `amount` rupiah would go back now: by `method`, or by the ways they came.

    Raises `BadChoice`.
    """
    if method is not None:
        _check_method(method)
    query = Payment.select(Payment.request_id, Payment.method, Payment.amount)
    query = query.where(Payment.order == order_id, not_undone()).order_by(Payment.id)
    unit = preferences.get(preferences.CASH_ROUNDING)
    return Ledger(rows(query, lambda *row: row)).pay_out(amount, method, unit)


def paid_out(stored: Sequence[Mapping[str, Any]]) -> int:
    """What left the till with these rows, in rupiah."""
    return -sum(int(row["amount"]) for row in stored if row["method"] != ROUNDING)


def cash_due(amount: int, unit: int | None = None) -> int:
    """What `amount` comes to in cash, to the nearest `unit` (the shop's own by default)."""
    step = preferences.get(preferences.CASH_ROUNDING) if unit is None else unit
    return amounts.half_up(amount, step) * step


def cash_tender(rest: int, given: int, unit: int | None = None) -> Tender:
    """`given` in cash for the `rest` of an order: rounded when it is enough for all of it.

    Who has the exact sum pays it exactly.
    """
    due = cash_due(rest, unit)
    if given < due or given == rest:
        return Tender("cash", min(given, rest), given)
    return Tender("cash", rest, given, due - rest)


def receive(
    order: dict[str, Any], tenders: Sequence[Tender], request_id: str, at: int | None = None
) -> list[Any]:
    """Stores payments for `order` inside the present transaction and raises its `paid`.

    They came in at `at` (UTC ms) or now.
    """
    moment = clock.now() if at is None else at
    stored: list[Any] = []
    for place, tender in enumerate(tenders, start=1):
        _check_method(tender.method)
        due = order["total"] - order["paid"]
        amounts.checked_money(tender.amount, SUM_LIMIT)
        if tender.amount > due:
            raise PaidTooMuch(tender.amount, due)
        if tender.rounding and tender.rounding != cash_due(tender.amount) - tender.amount:
            raise BadMoney(tender.rounding, cash_due(tender.amount) - tender.amount)
        amounts.checked_money(tender.given, SUM_LIMIT)
        if tender.change < 0:
            raise TenderTooSmall(tender.given, tender.taken)
        if tender.method != "cash" and (tender.change or tender.rounding):
            raise PaidTooMuch(tender.given, tender.amount)
        key = f"{request_id}:{place}"
        stored += _store_rounded(
            order, tender.method, tender.taken, tender.given, -tender.rounding, key, moment
        )
    rollups.add(tallies.of_payments(stored))
    return stored


def _store_rounded(
    order: dict[str, Any], method: str, amount: int, tendered: int, rounding: int, key: str, at: int
) -> list[Any]:
    """The payment, and beside it the row that makes the sum exact."""
    stored = []
    if amount or not rounding:
        stored.append(_store(order, method, amount, tendered, key, at))
    if rounding:
        stored.append(_store(order, ROUNDING, rounding, rounding, f"{key}{_ROUNDED}", at))
    return stored


def _store(
    order: dict[str, Any], method: str, amount: int, tendered: int, key: str, moment: int
) -> Any:
    row = {
        "request_id": key,
        "order": order["id"],
        "day": clock.day_key(clock.business_day(moment, *session.current.calendar)),
        "at": moment,
        "method": method,
        "amount": amount,
        "tendered": tendered,
        "drawer": drawer.current_id() if method == "cash" else None,
        "station": session.current.station,
        "staff": session.current.staff,
    }
    row["id"] = _INSERT.run(row).fetchone()[0]
    order["paid"] += amount
    _PAID.run({"paid": order["paid"], "id": order["id"]})
    return row


def _check_method(method: str) -> None:
    if method not in METHODS:
        raise BadChoice("method", method)


def suggestions(due: int) -> list[int]:
    """Up to six sums a customer is likely to hand over for `due`, the exact one first.

    The next multiples of the larger notes, and if there is room one that avoids small change
    (Rp251.000 → Rp301.000 brings back a Rp50.000 note).
    """
    if due <= 0:
        return []
    sums = {due, *(_next_multiple(due, note) for note in NOTES if note >= 5_000)}
    small = due % 5_000
    if small and len(sums) < 6:
        sums.add(_next_multiple(due, 50_000) + small)
    return sorted(sums)


def _next_multiple(due: int, note: int) -> int:
    return -(-due // note) * note


def notes_of(amount: int) -> list[tuple[int, int]]:
    """`amount` in notes and coins, largest first: `[(count, note), …]`.

    What no coin can make up is left out (sums of cash are rounded before).
    """
    parts = []
    for note in NOTES + COINS:
        count, amount = divmod(amount, note)
        if count:
            parts.append((count, note))
    return parts
