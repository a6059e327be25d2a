"""Customers' messages that wait: each is read at one counter, whoever stops in between.

Kept are the cleaned words, a digest and the time, and of a message that was dealt with only the
digest, so that it is known again when its file or chat is read once more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from models import clock, events, session
from models.errors import UnknownMessage
from models.events import Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.orders import held_carts
from models.orders.cart import Cart
from models.storage.database import one, rows, transaction
from models.storage.tables import IS_OPEN_MESSAGE, Message

#: So many are listed; what comes after them is counted.
LISTED = 500


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as it came: `source` is where (a file and its place in it), so that the same words
    of two customers are two messages; `at` (UTC ms), None for now. A program that gives its
    `request` a name may say it again, in other words too, and is heard once."""

    text: str
    source: str
    at: int | None = None
    request: str = ""
    line: int = 0  # of its file, from 1; 0 where it is all of it

    @property
    def mark(self) -> str:
        known_by = f"request {self.request}" if self.request else f"{self.source}\0{self.text}"
        return sha256(known_by.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message in the list: when it came (UTC ms), its lines, and the seat that reads it."""

    id: int
    at: int
    content: str
    lines: int
    taken_by: str | None

    @property
    def station(self) -> str:
        """Where it is looked through, empty where it waits."""
        return (self.taken_by or "").partition("#")[0]


@dataclass(frozen=True, slots=True)
class Inbox:
    """The oldest messages first, how many wait in all, and since when the oldest (UTC ms)."""

    messages: tuple[Waiting, ...]
    waiting: int
    oldest_at: int | None


@verb()
def put(messages: Sequence[Incoming]) -> Receipt[int]:
    """Adds those that are not known yet; how many. Empty ones are none."""
    from models.shopping_list import shopping_list  # counting those that wait takes no reader

    came = {one.mark: one for one in messages if one.text.strip()}
    known, fresh = _known(came), []
    for mark, incoming in came.items():  # before the transaction: long ones take their time
        if mark in known or not (content := shopping_list.cleaned(incoming.text).strip()):
            continue
        at = clock.now() if incoming.at is None else incoming.at
        lines = sum(bool(line.strip()) for line in content.splitlines())
        fresh.append({"mark": mark, "at": at, "content": content, "lines": lines})
    with transaction():
        known = _known(came)  # another counter may have put them meanwhile
        made = [row for row in fresh if row["mark"] not in known]
        if not made:
            return Receipt(None, 0)
        for row in made:
            Message.insert(**row).execute()
        return Receipt(_enter("came", len(made)), len(made))


def _known(marks: Iterable[str]) -> set[str]:
    return set(rows(Message.select(Message.mark).where(Message.mark.in_(list(marks))), str))


def inbox() -> Inbox:
    """What waits and what is looked through now."""
    message = Message
    query = (
        message.select(message.id, message.at, message.content, message.lines, message.taken_by)
        .where(IS_OPEN_MESSAGE)
        .order_by(message.id)
        .limit(LISTED)
    )
    count, oldest = waiting()
    return Inbox(tuple(rows(query, Waiting)), count, oldest)


def waiting() -> tuple[int, int | None]:
    """How many wait at no counter yet, and since when the oldest (UTC ms)."""
    free = Message.select(Message.id, Message.at).where(IS_OPEN_MESSAGE, Message.taken_by.is_null())
    oldest = one(free.order_by(Message.id))
    return free.count(), oldest[1] if oldest else None


@verb(lambda event: _content(event.payload["message"]))
def take(message: int | None, slot: str) -> Receipt[Waiting | None]:
    """A message (None: the oldest) is looked through at this seat of the station, and at no other.

    None when nothing waits. Raises `UnknownMessage` when another seat was first.
    """
    with transaction():
        free = Message.select(Message.id).where(IS_OPEN_MESSAGE, Message.taken_by.is_null())
        while True:
            wanted = message
            if wanted is None:
                if (oldest := one(free.order_by(Message.id))) is None:
                    return Receipt(None)
                wanted = oldest[0]
            here = (Message.id == wanted) & IS_OPEN_MESSAGE & Message.taken_by.is_null()
            if Message.update(taken_by=seat(slot)).where(here).execute():
                return Receipt(_enter("taken", 1, message=wanted), _content(wanted))
            if message is not None:
                raise UnknownMessage(message)


@verb()
def finish(message: int, slot: str, cart: Cart | None = None) -> Receipt[None]:
    """It was dealt with. `cart`: what is in hand with it from now on, kept in the same moment.

    Raises `UnknownMessage` when it is not in the hands of this seat any more.
    """
    with transaction():
        here = (Message.id == message) & IS_OPEN_MESSAGE & (Message.taken_by == seat(slot))
        if not Message.update(done=True, content="", taken_by=None).where(here).execute():
            raise UnknownMessage(message)
        if cart is not None:
            held_carts.save_draft(cart, slot)
        return Receipt(_enter("done", 1, message=message))


@verb()
def dismiss(message: int) -> Receipt[None]:
    """It was no list, or is nobody's any more. Raises `UnknownMessage` when a counter reads it."""
    with transaction():
        waits = (Message.id == message) & IS_OPEN_MESSAGE & Message.taken_by.is_null()
        if not Message.update(done=True, content="").where(waits).execute():
            raise UnknownMessage(message)
        return Receipt(_enter("done", 1, message=message))


@verb()
def give_back(seats: Sequence[str]) -> Receipt[int]:
    """What these seats (see `seat`) had in hand waits again; how many messages."""
    with transaction():
        here = IS_OPEN_MESSAGE & Message.taken_by.in_(seats)
        count: int = Message.update(taken_by=None).where(here).execute()
        return Receipt(_enter("returned", count) if count else None, count)


def taken_here() -> list[str]:
    """The slots of this station that have a message in hand."""
    query = Message.select(Message.taken_by).where(IS_OPEN_MESSAGE, Message.taken_by.is_null(False))
    here = seat("")
    return sorted(x.removeprefix(here) for x in set(rows(query, str)) if x.startswith(here))


def _content(message: int) -> Waiting | None:
    kept = Message
    query = kept.select(kept.id, kept.at, kept.content, kept.lines, kept.taken_by)
    found = one(query.where(kept.id == message))
    return Waiting(*found) if found else None


def seat(slot: str) -> str:
    """A slot of this station, as it is told from those of all others."""
    return f"{session.current.station}#{slot}"


def _enter(deed: str, count: int, **facts: int) -> int:
    return journal.append(events.INBOX_CHANGED, {"deed": deed, "messages": count} | facts)
