"""What a station took while the server was away, sent to it one after the other when it is back.

The journal of the station's own file is the queue: each order, each payment of one and what a list
taught stand in it with the id of their request, sealed like every entry, and are asked of the
server under that id.
So it is done there once, however often it is asked for. What cannot be done any more becomes a
held cart, and is told until somebody has seen it (`models.shop.offline.refused`).
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
from models.shop.offline import own_file, refused
from models.shop.offline.refused import Refused
from models.storage.database import database, one, rows, transaction, translated_errors
from models.storage.tables import Counter, HeldCart, Journal, Order, PrintJob

log = logging.getLogger(__name__)

#: The counter of the station's own file that says up to which entry all is sent.
_SENT = "sent"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of an order that was taken while the server was away, or of a payment of one.

    `own_number` is what it was called until then, `number` what it is called now, None where it was
    refused for `error`. `paid` are the rupiah that were taken for it. It was sold at the prices of
    then: `other_prices` are other by now. Of payments alone only those are told that were refused.
    `own_order` is its id here until then, `order` that on the server, 0 where there is none.
    """

    own_number: int
    number: int | None
    paid: int
    other_prices: tuple[OtherPrice, ...] = ()
    error: ShopError | None = None
    is_payment: bool = False
    own_order: int = 0
    order: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was sent in one go, and how much waits still."""

    sent: tuple[Sent, ...]
    left: int


@dataclass(frozen=True, slots=True)
class _Waiting:
    sequence: int
    station: str
    staff: str
    kind: str
    order: int | None
    payload: Row
    request: str

    def asked(self) -> Request:
        """As it was asked for then; what an owner approved is approved."""
        return Request(
            self.station, self.staff, self.request,
            approved_by=self.payload.get("approved_by", ""),
        )  # fmt: skip


#: What a cart is called that could not be sent: by its number, and the rupiah paid for it.
Name = Callable[[int, int], str]


def count() -> int:
    """How many orders and payments wait to be sent."""
    if database.own is None:
        return 0
    with database.speaking_to(database.own):
        return count_here()


def count_here() -> int:
    """The same in the file of which this thread speaks."""
    return len([x for x in _waiting() if x.kind != events.LIST_LEARNED])


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
        waiting = _waiting()
    sent: list[Sent] = []
    for one_of_them in waiting[:at_once]:
        told = list(_send(one_of_them, name))
        _keep_refused(Path(own.database), one_of_them.sequence, told)
        _note_sent(one_of_them.sequence)
        sent += told
    with database.speaking_to(own):
        left = len(_waiting())
    if not left:
        _rejoin()
    return Delivery(tuple(sent), left)


def _keep_refused(own: Path, entry: int, told: Sequence[Sent]) -> None:
    """Before it counts as sent: whoever is told of it may have ended the program by then."""
    with translated_errors():
        for sent in told:
            if sent.error is not None:
                kept = Refused(entry, sent.own_number, sent.paid, sent.error, sent.is_payment)
                refused.keep(own, kept)


def _note_sent(sequence: int) -> None:
    with database.speaking_to(database.own), transaction(passing=True):
        Counter.insert(name=_SENT, value=sequence).on_conflict_replace().execute()


def _waiting() -> list[_Waiting]:
    done = one(Counter.select(Counter.value).where(Counter.name == _SENT))
    query = Journal.select(
        Journal.sequence, Journal.station, Journal.staff, Journal.kind, Journal.order,
        Journal.payload, Journal.request_id,
    ).where(
        Journal.sequence > (done[0] if done else 0),
        Journal.kind.in_((events.PLACED, events.PAID, events.LIST_LEARNED)),
    )  # fmt: skip
    return rows(query.order_by(Journal.sequence).tuples(), _read)


def _read(
    sequence: int, station: str, staff: str, kind: str, order: int | None, *told: str
) -> _Waiting:
    payload, request = told
    return _Waiting(sequence, station, staff, kind, order, json.loads(payload), request)


# --- sending one -----------------------------------------------------------------------------


def _send(waiting: _Waiting, name: Name) -> Iterator[Sent]:
    if waiting.order is None:
        _teach(waiting)
        return
    with database.speaking_to(database.own):
        columns = Order.select(Order.number, Order.paid, Order.request_id)
        row = one(columns.where(Order.id == waiting.order))
        papers = _papers(waiting.order)
    assert row is not None
    number, paid, request_id = row
    with database.speaking_to(database.shop), session.acting_for(waiting.asked()):
        if waiting.kind == events.PAID:
            yield from _send_payment(waiting, number, request_id)
            return
        order, *_ = told = _told(waiting.payload)
        cart = order_changes.cart_as_placed(*told)
        other_prices = tuple(cart.other_prices())
        tenders = payments.tenders_of(waiting.payload["payments"])
        try:
            placed = deliver(order, cart, tenders, papers).value
        except (StorageError, PolicyNotAccepted):
            raise
        except ShopError as error:
            # Under a request of its own: the old one may have led to an order with other goods.
            cart = replace(cart, request_id=waiting.request)
            set_aside(cart, name(number, paid))
            yield Sent(number, None, paid, other_prices, error, own_order=waiting.order)
        else:
            yield Sent(
                number, placed.number, paid, other_prices, own_order=waiting.order, order=placed.id
            )


def _teach(waiting: _Waiting) -> None:
    """What was answered to the words of a list is known to all; what cannot be is asked again."""
    said, quantity = waiting.payload, waiting.payload["answer"][1]["quantity"]
    with database.speaking_to(database.shop), session.acting_for(waiting.asked()):
        try:
            learned.learn(said["product"], said["phrase"], said["unit"], quantity)
        except (StorageError, PolicyNotAccepted):
            raise
        except ShopError:
            log.warning("not learned any more: %s", said["product"])


def _send_payment(waiting: _Waiting, number: int, request_id: str) -> Iterator[Sent]:
    tenders = payments.tenders_of(waiting.payload["payments"])
    try:
        deliver_payment(request_id, tenders, waiting.payload["payments"][0]["at"])
    except (StorageError, PolicyNotAccepted):
        raise
    except UnknownOrder:  # told with its order, which was refused
        return
    except ShopError as error:
        yield Sent(number, None, sum(x.amount for x in tenders), (), error, True)


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
        found = one(Order.select(Order.id).where(Order.request_id == order))
        if found is None:
            raise UnknownOrder(order)
        return payments.pay(found[0], *tenders, at=at)


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
