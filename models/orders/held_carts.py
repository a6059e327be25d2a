"""Carts set aside for later, and the draft that is being typed in each window of a station.

A slot is one window of one running program: several may call themselves by the same station.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from models import amounts, clock, events, session
from models.errors import CannotUndo, EmptyCart, NothingToUndo, UnknownCart
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.orders.cart import Cart
from models.storage.database import one, rows, transaction
from models.storage.tables import HeldCart, Order, Staff
from models.text import redaction


@dataclass(frozen=True, slots=True)
class HeldCartRow:
    """A held cart in a list: how many lines, what it comes to (rupiah), since when (UTC ms)."""

    id: int
    reference: str
    names: tuple[str, ...]
    lines: int
    total: int
    at: int
    station: str


@verb(lambda event: event.payload["cart"])
def hold(cart: Cart, reference: str = "") -> Receipt[int]:
    """Sets the cart aside; any station can go on with it. Its id.

    Raises `EmptyCart`, `TextTooLong`.
    """
    return _hold(cart, redaction.checked_free_text("reference", reference, 60))


@verb(lambda event: event.payload["cart"])
def keep_for(cart: Cart, code: str) -> Receipt[int]:
    """The cart of `code`, who left it in the hands of another, waits under that code; the deed is
    that of `code`, whoever is here by now.

    Raises `EmptyCart`, `TextTooLong`.
    """
    reference = amounts.checked_text("reference", code, 60)
    asked = session.request() or session.new_request()
    here = asked.staff
    if one(Staff.select(Staff.code).where(Staff.code == code)):
        asked.staff = code
    try:
        with session.acting_for(asked):
            return _hold(cart, reference)
    finally:
        asked.staff = here


def _hold(cart: Cart, reference: str) -> Receipt[int]:
    if not cart.lines:
        raise EmptyCart
    with transaction():
        HeldCart.delete().where(HeldCart.request_id == cart.request_id).execute()
        held: int = HeldCart.insert(**row(cart), reference=reference).execute()
        sequence = _enter(held, cart.request_id, len(cart.lines))
    return Receipt(sequence, held)


def held() -> list[HeldCartRow]:
    """The carts set aside, newest first."""
    query = HeldCart.select(
        HeldCart.id, HeldCart.reference, HeldCart.content, HeldCart.lines, HeldCart.total,
        HeldCart.at, HeldCart.station,
    ).where(HeldCart.draft_of.is_null())  # fmt: skip
    return rows(query.order_by(HeldCart.id.desc()), _held)


def content(held: int) -> Cart:
    """What is in a held cart, which stays where it is. Raises `UnknownCart`."""
    there = (HeldCart.id == held) & HeldCart.draft_of.is_null()
    if (row := one(HeldCart.select(HeldCart.content).where(there))) is None:
        raise UnknownCart(held)
    return Cart.from_dict(json.loads(row[0]))


@verb(lambda event: Cart.from_dict(event.payload["content"]))
def resume(held: int) -> Receipt[Cart]:
    """Takes a held cart up again. Raises `UnknownCart` when somebody else was first."""
    with transaction():
        return _take(held, events.RESUMED)


@verb(lambda event: Cart.from_dict(event.payload["content"]))
def resume_for(code: str) -> Receipt[Cart | None]:
    """Takes up the newest cart that waits under the staff code, if one does."""
    with transaction():
        waiting = HeldCart.select(HeldCart.id).where(
            HeldCart.reference == code, HeldCart.draft_of.is_null()
        )
        found = one(waiting.order_by(HeldCart.id.desc()).limit(1))
        if not (found and code):
            return Receipt(None)
        taken = _take(found[0], events.RESUMED)
        return Receipt(taken.sequence, taken.value)


@verb(lambda event: Cart.from_dict(event.payload["content"]))
def discard(held: int) -> Receipt[Cart]:
    """Throws a held cart away. Raises `UnknownCart`."""
    with transaction():
        return _take(held, events.DISCARDED)


def revert(event: Event) -> Receipt[Cart]:
    """A cart that was held is taken up again; one that was taken up is held again.

    Raises `CannotUndo` when somebody took or placed it since.
    """
    if event.kind == events.HELD:
        # By the cart's own id: that of its row may be another one's by now, or it has a new one.
        there = HeldCart.request_id == event.payload.get("request")
        found = one(HeldCart.select(HeldCart.id).where(there, HeldCart.draft_of.is_null()))
        if found is None:
            raise CannotUndo(event.kind)
        return _take(found[0], events.RESUMED, undone=event.sequence)
    if (content := event.payload.get("content")) is None:
        raise NothingToUndo  # taken by a program that did not note what it took
    cart, reference = Cart.from_dict(content), event.payload["reference"]
    is_there = one(HeldCart.select(HeldCart.id).where(HeldCart.request_id == cart.request_id))
    if is_there or one(Order.select(Order.id).where(Order.request_id == cart.request_id)):
        raise CannotUndo(event.kind)
    held: int = HeldCart.insert(**row(cart), reference=reference).execute()
    return Receipt(_enter(held, cart.request_id, len(cart.lines), undone=event.sequence), cart)


def _enter(held: int, request_id: str, lines: int, **facts: int) -> int:
    payload = {"cart": held, "request": request_id, "lines": lines}
    return journal.append(events.HELD, payload | facts)


def save_draft(cart: Cart, slot: str = "") -> Receipt[None]:
    """Keeps what is being typed, so that nothing is lost when the power goes.

    Each slot of the station has a draft of its own. No journal entry: a draft concerns nobody else.
    """
    key = _draft_key(slot)
    with transaction(passing=True):
        HeldCart.delete().where(HeldCart.draft_of == key).execute()
        if cart.lines:
            HeldCart.insert(**row(cart), draft_of=key).execute()
    return Receipt(None)


def draft(slot: str = "") -> Cart | None:
    """What was being typed in this slot of the station when it was stopped, or None."""
    row = one(HeldCart.select(HeldCart.content).where(HeldCart.draft_of == _draft_key(slot)))
    return Cart.from_dict(json.loads(row[0])) if row else None


def drafts() -> dict[str, int]:
    """The slots of this station that have a draft, and when each was changed last (UTC ms)."""
    here = session.current.station
    query = HeldCart.select(HeldCart.draft_of, HeldCart.at).where(HeldCart.station == here)
    found = dict(rows(query.where(HeldCart.draft_of.is_null(False)), lambda *row: row))
    return {key[len(here) + 1 :]: at for key, at in found.items() if _is_at(key, here)}


@verb(lambda event: 1)
def release_drafts(slots: Sequence[str]) -> Receipt[int]:
    """Drafts of slots that no window uses any more become held carts; how many there were."""
    count, sequence = 0, None
    with transaction():
        for slot in slots:
            here = HeldCart.draft_of == _draft_key(slot)
            columns = (HeldCart.id, HeldCart.request_id, HeldCart.lines)
            if left := one(HeldCart.select(*columns).where(here)):
                HeldCart.update(draft_of=None).where(HeldCart.id == left[0]).execute()
                sequence = _enter(*left)
                count += 1
    return Receipt(sequence, count)


def _draft_key(slot: str) -> str:
    station = session.current.station
    return f"{station}#{slot}" if slot else station


def _is_at(key: str, station: str) -> bool:
    return key == station or key.startswith(f"{station}#")


def _take(held: int, kind: str, **facts: int) -> Receipt[Cart]:
    row = one(
        HeldCart.select(HeldCart.content, HeldCart.reference).where(
            HeldCart.id == held, HeldCart.draft_of.is_null()
        )
    )
    if row is None:
        raise UnknownCart(held)
    content = json.loads(row[0])
    HeldCart.delete().where(HeldCart.id == held).execute()
    payload = {"cart": held, "content": content, "reference": row[1]}
    return Receipt(journal.append(kind, payload | facts), Cart.from_dict(content))


def row(cart: Cart) -> dict[str, object]:
    """The columns of a cart set aside now, at this station."""
    return {
        "request_id": cart.request_id,
        "content": json.dumps(cart.cleaned().to_dict(), ensure_ascii=False),
        "lines": len(cart.lines),
        "total": cart.bill().total,
        "at": clock.now(),
        "station": session.current.station,
        "staff": session.current.staff,
    }


def _held(
    id_: int, reference: str, content: str, lines: int, total: int, at: int, station: str
) -> HeldCartRow:
    names = tuple(line["name"] for line in json.loads(content)["lines"][:3])
    return HeldCartRow(id_, reference, names, lines, total, at, station)
