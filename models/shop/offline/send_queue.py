"""What a station took while the server was away, sent to it one after the other when it is back.

The end of the journal of the station's own file is the queue (`models.shop.offline.waiting`): all
of it is asked of the server under the id of its request. So it is done there once, however often it
is asked for. An order that cannot be placed any more becomes a held cart; that, and what else is
refused, is told until somebody has seen it (`models.shop.offline.refused`).
"""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models import clock, events, session
from models.catalogue import learned
from models.errors import NotAShop, PolicyNotAccepted, ShopError, StorageError, UnknownOrder
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.orders import held_carts, order_changes, orders, payments
from models.orders.cart import Cart, OtherPrice
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.orders.record import NEW_LINE, NEW_ORDER, Row
from models.orders.tickets import OWN_IDS, TakenAlone
from models.print_spool import PrintRequest
from models.session import Request
from models.shop import heads, opening
from models.shop.offline import own_file, refused, waiting, work
from models.shop.offline.refused import Refused
from models.shop.offline.waiting import Waiting
from models.storage.database import database, one, rows, transaction, translated_errors
from models.storage.tables import HeldCart, Order, OrderLine, PrintJob

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an order that was taken while the server was away, or of what was done to one.

    `own_number` is what it was called until then, `number` what it is called now, None where it was
    refused for `error`. `paid` are the rupiah that were taken for it. It was sold at the prices of
    then: `other_prices` are other by now. `kind` is that of its entry: of payments and of a
    picker's steps (with the name of the `goods`) only those are told that were refused.
    `own_order` is its id here until then, `order` that on the server, 0 where there is none.
    """

    own_number: int
    number: int | None
    paid: int
    other_prices: tuple[OtherPrice, ...] = ()
    error: ShopError | None = None
    kind: str = events.PLACED
    goods: str = ""
    own_order: int = 0
    order: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was sent in one go, and how much waits still."""

    sent: tuple[Sent, ...]
    left: int


#: What a cart is called that could not be sent: by its number, and the rupiah paid for it.
Name = Callable[[int, int], str]


def count() -> int:
    """How many orders, payments and steps of a picker wait to be sent."""
    if database.own is None:
        return 0
    with database.speaking_to(database.own):
        return waiting.count_here()


def send(name: Name, at_once: int = 20) -> Delivery:
    """Sends what has waited longest, so much `at_once`, before whoever stands at the counter has a
    turn. When nothing waits any more, the server is spoken to again.

    Nobody else may be in the middle of a verb. Raises `StorageError` (the line is down again),
    `NewerShop` and `NotAShop` (another shop is there now), `PolicyNotAccepted`; what was not sent
    waits on.
    """
    own = database.own
    if own is None:
        return Delivery((), 0)
    with database.speaking_to(database.shop):
        opening.meet_server()
        if heads.read(Path(own.database)).get("shop") != journal.first_seal():
            raise NotAShop("another shop")
    with database.speaking_to(own):
        first = waiting.all_here()[:at_once]
    sent: list[Sent] = []
    for entry in first:
        told = list(_send(entry, name))
        _keep_refused(Path(own.database), entry.sequence, told)
        with database.speaking_to(own):
            waiting.note_sent(entry.sequence)
        sent += told
    with database.speaking_to(own):
        left = len(waiting.all_here())
    if not left:
        _rejoin()
    return Delivery(tuple(sent), left)


def _keep_refused(own: Path, entry: int, told: Sequence[Sent]) -> None:
    """Before it counts as sent: whoever is told of it may have ended the program by then."""
    with translated_errors():
        for sent in told:
            if sent.error is not None:
                facts = sent.own_number, sent.paid, sent.error, sent.kind, sent.goods
                refused.keep(own, Refused(entry, *facts))


# --- sending one -----------------------------------------------------------------------------


def _send(done: Waiting, name: Name) -> Iterator[Sent]:
    if done.order is None:
        _teach(done)
        return
    with database.speaking_to(database.own):
        columns = Order.select(Order.number, Order.paid, Order.request_id)
        row = one(columns.where(Order.id == done.order))
        papers = _papers(done.order)
        undone = journal.request_of(done.event.undone or 0)
        sent = Sent(0, None, 0, kind=done.kind, goods=_goods(done), own_order=done.order)
    assert row is not None  # nothing is copied over what waits
    number, paid, request_id = row
    sent = replace(sent, own_number=number)
    with database.speaking_to(database.shop), session.acting_for(done.asked()):
        if done.kind == events.PLACED:
            yield _send_order(done, replace(sent, paid=paid), name, papers)
            return
        try:
            if done.kind == events.PAID:
                tenders = payments.tenders_of(done.payload["payments"])
                sent = replace(sent, paid=sum(x.amount for x in tenders))
                deliver_payment(request_id, tenders, done.payload["payments"][0]["at"])
            else:
                known = heads.read(Path(database.own.database))["sequence"]
                work.deliver(_order_there(done.order, request_id), done, undone, known)
        except (StorageError, PolicyNotAccepted):
            raise
        except ShopError as error:
            if not isinstance(error, UnknownOrder) or done.order < OWN_IDS:
                yield replace(sent, error=error)  # else it is told with its order


def _send_order(done: Waiting, sent: Sent, name: Name, papers: Sequence[PrintRequest]) -> Sent:
    order, *_ = told = _told(done.payload)
    cart = order_changes.cart_as_placed(*told)
    sent = replace(sent, other_prices=tuple(cart.other_prices()))
    tenders = payments.tenders_of(done.payload["payments"])
    try:
        placed = deliver(order, cart, tenders, papers).value
    except (StorageError, PolicyNotAccepted):
        raise
    except ShopError as error:
        # Under a request of its own: the old one may have led to an order with other goods.
        cart = replace(cart, request_id=done.request)
        set_aside(cart, name(sent.own_number, sent.paid))
        return replace(sent, error=error)
    return replace(sent, number=placed.number, order=placed.id)


def _goods(done: Waiting) -> str:
    """The name of the one line that a picker did something to; else empty."""
    lines = done.payload.get("lines", {}) if done.kind in waiting.WORK else {}
    if len(lines) != 1:
        return ""
    is_line = OrderLine.line == int(next(iter(lines)))
    row = one(OrderLine.select(OrderLine.name).where(OrderLine.order == done.order, is_line))
    return row[0] if row else ""


def _order_there(order: int, request_id: str) -> int:
    """The id that an order has at the server. Raises `UnknownOrder`."""
    if order < OWN_IDS:
        return order
    found = one(Order.select(Order.id).where(Order.request_id == request_id))
    if found is None:
        raise UnknownOrder(request_id)
    return int(found[0])


def _teach(done: Waiting) -> None:
    """What was answered to the words of a list is known to all; what cannot be is asked again."""
    said, quantity = done.payload, done.payload["answer"][1]["quantity"]
    with database.speaking_to(database.shop), session.acting_for(done.asked()):
        try:
            learned.learn(said["product"], said["phrase"], said["unit"], quantity)
        except (StorageError, PolicyNotAccepted):
            raise
        except ShopError:
            log.warning("not learned any more: %s", said["product"])


def _told(payload: Row) -> tuple[Row, list[Row]]:
    """An order and its lines, also as an earlier version wrote them."""
    return NEW_ORDER | payload["order"], [NEW_LINE | line for line in payload["lines"]]


def _papers(order: int) -> list[PrintRequest]:
    """What was not printed while the server was away is printed now."""
    query = PrintJob.select(PrintJob.paper, PrintJob.station).where(
        PrintJob.order == order, PrintJob.state != "printed"
    )
    return rows(query.tuples(), lambda paper, station: PrintRequest(paper, station=station))


def _placed(event: Event) -> PlacedOrder:
    order = event.payload["order"]
    day = clock.day_of(order["day"])
    return PlacedOrder(order["id"], order["number"], day, order["placed_at"], order["total"])


@verb(_placed)
def deliver(
    order: Row, cart: Cart, tenders: Sequence[Tender], papers: Sequence[PrintRequest]
) -> Receipt[PlacedOrder]:
    """Places on the server what was placed without it, as its row says: with the next number of
    its own day. Raises what `orders.place` raises."""
    with transaction():
        return orders.place(
            cart, channel=order["channel"], tenders=tenders, rush=order["rush"],
            promised_at=order["promised_at"], starts_at=order["starts_at"], papers=papers,
            taken=TakenAlone(order["placed_at"], order["number"]),
        )  # fmt: skip


@verb()
def deliver_payment(order: str, tenders: Sequence[Tender], at: int) -> Receipt[None]:
    """Records on the server what was paid at a moment (UTC ms) for the order with this id of a
    request. Raises what `payments.pay` raises."""
    with transaction():
        return payments.pay(_order_there(OWN_IDS, order), *tenders, at=at)


@verb(lambda event: event.payload["cart"])
def set_aside(cart: Cart, reference: str) -> Receipt[int]:
    """What cannot be placed any more waits among the held carts; its id there."""
    with transaction():
        return held_carts.keep_for(cart, reference)


# --- all is sent -----------------------------------------------------------------------------


def _rejoin() -> None:
    """The server is spoken to again; nothing of what the station wrote by itself stays behind."""
    with database.speaking_to(database.own):
        held = rows(_held().tuples(), lambda *row: row)
    with database.speaking_to(database.shop):
        for content, reference, station, staff in held:
            cart = Cart.from_dict(json.loads(content))
            with session.acting_for(Request(station, staff, f"{cart.request_id}-held")):
                set_aside(cart, reference)
        own_file.bring_drafts()
    with database.speaking_to(database.own), transaction(passing=True):
        HeldCart.delete().execute()
        PrintJob.delete().execute()
        own_file.drop_orders(Order.id > OWN_IDS)
    database.is_away = False


def _held() -> Any:
    columns = (HeldCart.content, HeldCart.reference, HeldCart.station, HeldCart.staff)
    return HeldCart.select(*columns).where(HeldCart.draft_of.is_null()).order_by(HeldCart.id)
