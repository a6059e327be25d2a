"""Carts set aside for later, and the draft each station is typing."""

import json
from dataclasses import dataclass

from models import amounts, clock, events, journal, session
from models.cart import Cart
from models.database import one, rows, transaction
from models.errors import EmptyCart, UnknownCart
from models.tables import HeldCart


@dataclass(frozen=True, slots=True)
class Held:
    """A cart on the rail: how many lines, what it comes to (rupiah), since when (UTC ms)."""

    id: int
    reference: str
    names: tuple[str, ...]
    lines: int
    total: int
    at: int
    station: str


def hold(cart: Cart, reference: str = "") -> int:
    """Sets the cart aside; any station can go on with it. Its id.

    Raises `EmptyCart`, `TextTooLong`.
    """
    if not cart.lines:
        raise EmptyCart
    reference = amounts.checked_text("reference", reference, 60)
    with transaction():
        HeldCart.delete().where(HeldCart.request_id == cart.request_id).execute()
        held: int = HeldCart.insert(**row(cart), reference=reference).execute()
        journal.append(events.HELD, {"cart": held, "lines": len(cart.lines)})
    return held


def held() -> list[Held]:
    """The carts set aside, newest first."""
    query = HeldCart.select(
        HeldCart.id, HeldCart.reference, HeldCart.content, HeldCart.lines, HeldCart.total,
        HeldCart.at, HeldCart.station,
    ).where(HeldCart.draft_of.is_null())  # fmt: skip
    return rows(query.order_by(HeldCart.id.desc()), _held)


def resume(held: int) -> Cart:
    """Takes a held cart off the rail. Raises `UnknownCart` when somebody else was first."""
    return _take(held, events.RESUMED)


def discard(held: int) -> Cart:
    """Throws a held cart away and returns it, so that it can be held again.

    Raises `UnknownCart`.
    """
    return _take(held, events.DISCARDED)


def save_draft(cart: Cart, window: int = 0) -> None:
    """Keeps what this station is typing, so that nothing is lost when the power goes.

    Each of its windows, counted from 0, has a draft of its own. No journal entry: a draft is
    nobody's news.
    """
    place = _place(window)
    with transaction():
        HeldCart.delete().where(HeldCart.draft_of == place).execute()
        if cart.lines:
            HeldCart.insert(**row(cart), draft_of=place).execute()


def draft(window: int = 0) -> Cart | None:
    """What this window of the station was typing when it was stopped, or None."""
    row = one(HeldCart.select(HeldCart.content).where(HeldCart.draft_of == _place(window)))
    return Cart.of_content(json.loads(row[0])) if row else None


def _place(window: int) -> str:
    station = session.current.station
    return f"{station}#{window + 1}" if window else station


def _take(held: int, kind: str) -> Cart:
    with transaction():
        row = one(
            HeldCart.select(HeldCart.content).where(
                HeldCart.id == held, HeldCart.draft_of.is_null()
            )
        )
        if row is None:
            raise UnknownCart(held)
        HeldCart.delete().where(HeldCart.id == held).execute()
        journal.append(kind, {"cart": held})
    return Cart.of_content(json.loads(row[0]))


def row(cart: Cart) -> dict[str, object]:
    """The columns of a cart set aside now, at this station."""
    return {
        "request_id": cart.request_id,
        "content": json.dumps(cart.content(), ensure_ascii=False),
        "lines": len(cart.lines),
        "total": cart.bill().total,
        "at": clock.now(),
        "station": session.current.station,
        "staff": session.current.staff,
    }


def _held(
    id_: int, reference: str, content: str, lines: int, total: int, at: int, station: str
) -> Held:
    names = tuple(line["name"] for line in json.loads(content)["lines"][:3])
    return Held(id_, reference, names, lines, total, at, station)
