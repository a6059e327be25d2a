"""Placing an order, and changing one that was placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from models import amounts, clock, events, print_spool, session
from models.amounts import Discount
from models.catalogue import stock
from models.catalogue.costs import costs_of
from models.errors import (
    AlreadyPlaced,
    BadChoice,
    CannotUndo,
    EmptyCart,
    OrderIsPaid,
    WrongStage,
)
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.orders import line_steps, payments, tickets
from models.orders.cart import Cart, CartLine
from models.orders.payments import Tender
from models.orders.pricing import Bill, check_discount, columns_of
from models.orders.record import INSERT_LINE, NEW_ORDER, ORDER_COLUMNS, Record
from models.print_spool import PrintRequest
from models.settings import preferences
from models.stages import Stage, open_of
from models.storage.database import Statement, bind_param, transaction
from models.storage.tables import HeldCart, Order, OrderLine
from models.sums import rollups
from models.text import redaction

CHANNELS = ("keyed", "scanned", "mixed", "list")
_NOTHING: Mapping[int, Any] = MappingProxyType({})
#: Columns of a line that say how much is wanted of it.
_SIZES = {"ordered", "cancelled", "short"}


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order that is stored: its number of the day, and what it comes to in rupiah. One that is
    `handed_over` waits for nobody."""

    id: int
    number: int
    day: date
    placed_at: int
    total: int
    change: int = 0
    handed_over: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """When an order shall be ready, if the customer was told, and when the warehouse begins with
    it, if it is wanted later (UTC ms)."""

    promised_at: int | None = None
    starts_at: int | None = None


_BY_REQUEST = Statement(
    lambda: Order.select(
        Order.id, Order.number, Order.day, Order.placed_at, Order.total, Order.stage
    ).where(Order.request_id == bind_param("request_id"))
)
_INSERT = Statement(
    lambda: Order.insert(
        {getattr(Order, name): bind_param(name) for name in ORDER_COLUMNS if name != "id"}
    ).returning(Order.id)
)
_INSERT_AS = Statement(
    lambda: Order.insert(
        {getattr(Order, name): bind_param(name) for name in ORDER_COLUMNS}
    ).returning(Order.id)
)
_GOODS = Statement(
    lambda: (
        OrderLine.select(OrderLine.product, OrderLine.ordered)
        .where(OrderLine.order == bind_param("order"))
        .order_by(OrderLine.line)
    )
)
_DROP_DRAFT = Statement(
    lambda: HeldCart.delete().where(HeldCart.request_id == bind_param("request_id"))
)


@verb()
def place(
    cart: Cart,
    *,
    request_id: str | None = None,
    channel: str = "keyed",
    tenders: Sequence[Tender] = (),
    rush: bool = False,
    promised_at: int | None = None,
    starts_at: int | None = None,
    papers: Sequence[PrintRequest] = (),
    taken: tickets.TakenAlone | None = None,
) -> Receipt[PlacedOrder]:
    """Stores the cart as an order, with what was paid for it, and gives it the day's next number
    that no other open order has.

    `promised_at` (UTC ms) is when the customer was told it shall be ready, `starts_at` when an
    order that is wanted later comes to the warehouse (`models.fulfilment.promise`).
    In a shop that hands over at the counter (`preferences.AT_COUNTER`) what is paid and not wanted
    later is fulfilled by it as well.
    `papers` about it are stored with it and printed whenever a printer is ready. What was
    `taken` while the server was away belongs to its own day.

    Placing the same `request_id` (the cart's own by default) again changes nothing and returns
    the order that is already there. When this returns, the order survives a power cut.

    Raises `AlreadyPlaced` (with other goods than now), `EmptyCart`, `BadChoice`, `PaidTooMuch`,
    `NotEnoughStock` (products that may not be oversold), `TenderTooSmall`, and `StorageError`;
    nothing is then stored.
    """
    request_id = amounts.checked_key(request_id or cart.request_id)
    if channel not in CHANNELS:
        raise BadChoice("channel", channel)
    cart = cart.cleaned()
    with transaction():
        if row := _BY_REQUEST.run({"request_id": request_id}).fetchone():
            goods = [(line.product_id, line.quantity) for line in cart.lines]
            if goods != _GOODS.run({"order": row[0]}).fetchall():
                raise AlreadyPlaced(row[1])
            first = PlacedOrder(row[0], row[1], clock.day_of(row[2]), row[3], row[4])
            first = replace(first, handed_over=row[5] == Stage.HANDED_OVER)
            return Receipt(journal.for_order(first.id)[0].sequence, first)
        if not cart.lines:
            raise EmptyCart
        moment = clock.now() if taken is None else taken.at
        local = clock.local(moment, session.current.zone)
        business_day = clock.business_day(moment, *session.current.calendar)
        day = clock.day_key(business_day)
        due = cart.bill()
        order = order_row(
            cart, due, day, local.hour, moment, request_id, channel, rush, promised_at, starts_at
        )
        order |= tickets.known_by(day)
        lines = line_rows(cart, due)
        check_discount(lines)
        line_steps.check_stock(lines)
        paid_for = sum(tender.amount for tender in tenders) >= order["total"]
        if handed := paid_for and starts_at is None and preferences.get(preferences.AT_COUNTER):
            line_steps.hand_over(order, lines)
        order["id"] = order_id = store(order, lines)
        paid = payments.receive(order, tenders, request_id, moment) if tenders else []
        print_spool.add(papers, order_id)
        _DROP_DRAFT.run({"request_id": request_id})
        payload = {"order": order, "lines": lines, "payments": paid} | tickets.facts_of(taken)
        at = moment if taken is None else None
        sequence = journal.append(events.PLACED, payload, order_id=order_id, at=at)
    change = sum(p["tendered"] - p["amount"] for p in paid)
    return Receipt(
        sequence,
        PlacedOrder(
            order_id, order["number"], business_day, moment, order["total"], change, handed
        ),
    )


def store(order: dict[str, Any], lines: list[dict[str, Any]]) -> int:
    """Writes the rows of a new order, takes or reserves its stock and adds it to the sums; its
    id."""
    order_id = insert(order)
    insert_lines(order_id, lines)
    stock.reserve({"product": x["product"], "quantity": open_of(x)} for x in lines if open_of(x))
    for line in lines:
        stock.move(line["product"], -line["picked"], "picked", order=order_id)
    rollups.move({}, rollups.contribution(order, lines))
    return order_id


def insert(order: dict[str, Any]) -> int:
    """Writes the row of a new order; its id, the one that it has or the next."""
    insert = _INSERT_AS if "id" in order else _INSERT
    order_id: int = insert.run(order).fetchone()[0]
    return order_id


def insert_lines(order_id: int, lines: list[dict[str, Any]]) -> None:
    """Writes the lines of a new order."""
    for line in lines:
        line["order"] = order_id
    INSERT_LINE.run_many(lines)


def order_row(
    cart: Cart,
    due: Bill,
    day: int,
    hour: int,
    moment: int,
    request_id: str,
    channel: str,
    rush: bool,
    promised_at: int | None = None,
    starts_at: int | None = None,
) -> dict[str, Any]:
    return NEW_ORDER | {
        "request_id": request_id,
        "day": day,
        "placed_at": moment,
        "hour": hour,
        "station": session.current.station,
        "staff": session.current.staff,
        "channel": channel,
        "note": cart.note,
        "lines": len(cart.lines),
        "tax_included": cart.tax_included,
        "subtotal": due.subtotal,
        **columns_of(cart.discount),
        "tax": due.tax,
        "total": due.total,
        "rush": rush,
        "promised_at": promised_at,
        "starts_at": starts_at,
    }


def line_rows(cart: Cart, due: Bill) -> list[dict[str, Any]]:
    costs = costs_of([line.product_id for line in cart.lines])
    made = [line_steps.line_row(x, seen=x.quantity, cost=costs[x.product_id]) for x in cart.lines]
    for number, (row, total, net) in enumerate(
        zip(made, due.line_totals, due.line_nets, strict=True), start=1
    ):
        row["line"], row["total"], row["net"] = number, total, net
        row["share"] = 0 if cart.discount.rate else total - net
    return made


@verb()
def cancel(
    order_id: int, reason: str = "", *, papers: Sequence[PrintRequest] = ()
) -> Receipt[None]:
    """Cancels what is left of an order; goods already picked go to the put-back list.

    `papers` are about the change.

    Raises `UnknownOrder`, `WrongStage` (handed over or cancelled already), `OrderIsPaid`
    (refund it first), `TextTooLong`.
    """
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        if record.stage >= Stage.HANDED_OVER:
            raise WrongStage(record.number, record.stage)
        if record.order["paid"] > 0:
            raise OrderIsPaid(record.number)
        for line in record.lines.values():
            line_steps.cancel_quantity(record, line, line["ordered"])
        record.order["cancel_reason"] = reason
        record.order["claimed_by"] = None
        sequence = record.save(events.CANCELLED)
        print_spool.add(papers, sequence)
    return Receipt(sequence)


@verb()
def cancel_line(
    order_id: int, number: int, reason: str = "", *, papers: Sequence[PrintRequest] = ()
) -> Receipt[None]:
    """Takes one line off an order that is still being prepared; `papers` are about the change.

    Raises `UnknownOrder`, `WrongStage`, `OrderIsPaid` (nothing would be left of a paid order),
    `TextTooLong`.
    """
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT)
    with transaction():
        record = Record(order_id)
        line = record.line(number)
        if record.stage > Stage.READY:
            raise WrongStage(record.number, record.stage)
        if not open_of(line) and line["picked"] == line["handed"]:
            return Receipt(None)
        line_steps.cancel_quantity(record, line, line["ordered"])
        facts = {"reason": reason} if reason else None
        return Receipt(line_steps.save_change(record, papers, facts=facts))


@verb()
def change(
    order_id: int,
    quantities: Mapping[int, int],
    added: Sequence[CartLine] = (),
    *,
    notes: Mapping[int, str] = _NOTHING,
    discounts: Mapping[int, Discount] = _NOTHING,
    note: str | None = None,
    discount: Discount | None = None,
    times: Times | None = None,
    papers: Sequence[PrintRequest] = (),
) -> Receipt[None]:
    """Gives lines (by number) another quantity, note or discount and adds new ones, after placing.

    Quantities are thousandths; zero takes a line off. Discounts are on what is then wanted of the
    line. `note`, `discount` and `times` are the whole order's; None leaves them as they are.

    The order keeps its number; the warehouse sees `3 → 5` until it acknowledges, and what was
    picked too many goes to the put-back list; a discount or another time is no news to it. An
    order that is worked on stays on the wall. `papers` are about the change.

    Raises `UnknownOrder`, `WrongStage`, `BadQuantity`, `NotEnoughStock`, `OrderIsPaid` (nothing
    would be left of a paid order), `TooManyLines`, `DiscountTooLarge`, `RateTooLarge`,
    `TextTooLong`.
    """
    with transaction():
        record = Record(order_id)
        if record.stage > Stage.READY:
            raise WrongStage(record.number, record.stage)
        more = []
        # What goes first: it takes its part of a discount along, and what comes has none of that.
        for number, quantity in sorted(
            quantities.items(),
            key=lambda x: x[1] > line_steps.wanted_quantity(record.line(x[0])),
        ):
            line = record.line(number)
            wanted = line_steps.wanted_quantity(line)
            if quantity > wanted:
                amounts.checked_quantity(quantity)
                line_steps.order_more(record, line, quantity - wanted)
                more.append({"product": line["product"], "ordered": quantity - wanted})
            elif quantity < wanted:
                line_steps.cancel_quantity(record, line, wanted - max(0, quantity))
        more += line_steps.add_lines(record, added)
        line_steps.check_stock(more)
        line_steps.set_discounts(record, discounts, discount)
        for number, text in notes.items():
            record.line(number)["note"] = redaction.checked_free_text(
                "note", text, amounts.NOTE_LIMIT
            )
        if note is not None:
            record.order["note"] = redaction.checked_free_text("note", note, amounts.NOTE_LIMIT)
        if times is not None:
            _set_times(record, times)
        is_news = bool(quantities or added or notes) or note is not None
        return Receipt(line_steps.save_change(record, papers, is_news=is_news))


def _set_times(record: Record, times: Times) -> None:
    """What is worked on stays on the wall; what waited for its time, and is wanted, begins now."""
    order, starts_at = record.order, record.order["starts_at"]
    order["promised_at"] = times.promised_at
    if record.stage > Stage.WAITING or order["claimed_by"] is not None:
        order["starts_at"] = starts_at or order["placed_at"]
    elif times.starts_at is not None:
        order["starts_at"] = times.starts_at
    elif starts_at is not None:
        order["starts_at"] = min(starts_at, record.moment)


def revert(event: Event) -> Receipt[None]:
    """Takes a cancellation, a change or an answer to the warehouse back.

    A line that it added is cancelled; if the warehouse had seen that, it sees this as well.
    Raises `CannotUndo` when what it changed was changed again, when the order is handed over, or
    when goods it freed are back on the shelf already.
    """
    assert event.order_id is not None
    record = Record(event.order_id)
    # Unless it was this that left nothing to be done on an order that was out already.
    if record.stage == Stage.HANDED_OVER and "stage" not in event.payload.get("order", {}):
        raise CannotUndo(event.kind)
    if _sized_by(event) & _sized_since(event):
        raise CannotUndo(event.kind)
    for number, changes in event.payload.get("lines", {}).items():
        line = record.line(int(number))
        if "line" in changes:
            line_steps.cancel_quantity(record, line, line["ordered"])
            continue
        before, after = changes.get("picked", (0, 0))
        if after < before:
            line_steps.drop_restock_task(record, line, before - after)
    return Receipt(record.revert(event))


def _sized_by(event: Event) -> set[str]:
    """The lines of which it changed how much is wanted."""
    lines = event.payload.get("lines", {}).items()
    return {number for number, changes in lines if changes.keys() & _SIZES}


def _sized_since(event: Event) -> set[str]:
    """The lines of which the counter changed since how much is wanted."""
    assert event.order_id is not None
    entries = journal.for_order(event.order_id)
    gone = journal.undone_sequences(entries)
    since = [x for x in entries if x.sequence > event.sequence and x.sequence not in gone]
    changes = [_sized_by(x) for x in since if x.kind in events.COUNTER_CHANGES]
    return set().union(*changes)
