"""The number of an order, and its code on papers: made, and read again when it is scanned."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from models import clock, events, session
from models.errors import UnknownOrder
from models.journal import journal
from models.storage.database import Statement, bind_param, database, number_in, one, transaction
from models.storage.tables import IS_OPEN, Counter, Journal, Order

CODE = re.compile(r"BB-(\d{8})-(\d{3,9})")
_TYPED = re.compile(r"(?:([A-Za-z]{1,3})-)?([0-9]{1,4})")  # longer ones are codes of products

#: So begin the ids of what a station wrote into its own file while the server was away: nothing
#: that the server has is ever taken for it.
OWN_IDS = 1_000_000_000
#: Such an order is known by the letter of its station and a count: 2_000_007 is B-007.
_OF_A_LETTER = 1_000_000


@dataclass(frozen=True, slots=True)
class TakenAlone:
    """When (UTC ms) a station took an order while the server was away, and what it called it."""

    at: int
    number: int


def facts_of(taken: TakenAlone | None) -> dict[str, dict[str, int]]:
    """What the entry of such an order says of it besides."""
    return {} if taken is None else {"facts": {"own_number": taken.number}}


_IS_TAKEN = Statement(
    lambda: Order.select(Order.id).where(IS_OPEN, Order.number == bind_param("number"))
)


def free_number(day: int) -> int:
    """The day's (yyyymmdd) next number that no open order has, to be called out: one of another
    day may have it still. In a station's own file it bears the station's letter."""
    before = letter() * _OF_A_LETTER if database.is_own else 0
    while True:
        number = before + journal.next_number(f"orders:{day}")
        if _IS_TAKEN.run({"number": number}).fetchone() is None:
            return number


def known_by(day: int) -> dict[str, int]:
    """What a new order of the day (yyyymmdd) is known by: its number, and in a station's own file
    its id."""
    known = {"number": free_number(day)}
    if database.is_own:
        known["id"] = OWN_IDS + journal.next_number("orders")
    return known


def letter() -> int:
    """The station's own, 1 for A: given to it once and for all, by the server."""
    name = f"letter:{session.current.station}"
    with transaction():
        row = one(Counter.select(Counter.value).where(Counter.name == name))
        if row is not None:
            return int(row[0])
        given = journal.next_number("letters")
        Counter.insert(name=name, value=given).execute()
    return given


def is_in_hand(order_id: int, claimed_by: str | None) -> bool:
    """Whether nobody but this station can be working on an order, also while the server is away:
    it was claimed here, or nobody else knows of it yet."""
    is_known_here_alone = not database.is_own or order_id > OWN_IDS
    return is_known_here_alone or claimed_by == session.current.station


def parted(number: int) -> tuple[str, int]:
    """The letters before a number, empty for one of the server, and the count: `("B", 7)`."""
    of_station, count = divmod(number, _OF_A_LETTER)
    letters = ""
    while of_station:
        of_station, last = divmod(of_station - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters, count


def number_of(text: str) -> int | None:
    """The number of an order that somebody types, `42` or `007`, or `b-7` where a station took it
    alone; None for any other text."""
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    of_station = 0
    for sign in (match[1] or "").upper():
        of_station = of_station * 26 + ord(sign) - ord("A") + 1
    return of_station * _OF_A_LETTER + int(match[2])


def is_called(number: int) -> Any:
    """Condition on orders: those of this number; of a station's own also those that it was called
    by until they were sent to the server."""
    is_now = Order.number == number
    if number < _OF_A_LETTER:
        return is_now
    return is_now | Order.id.in_(_placed_as(number))


def _placed_as(number: int) -> Any:
    called = number_in(Journal.payload, "facts", "own_number") == number
    return Journal.select(Journal.order).where(Journal.kind == events.PLACED, called)


def code(day: date, number: int) -> str:
    """What the bars on a paper say of an order: `BB-20261122-042`."""
    return f"BB-{clock.day_key(day)}-{number:03d}"


def order_for_code(scanned: str) -> int | None:
    """The order that a scanned code of one of our papers means; None for any other code.

    Raises `UnknownOrder` when it is such a code, but of no order of this shop.
    """
    match = CODE.fullmatch(scanned.strip().upper())
    if match is None:
        return None
    day, number = int(match[1]), int(match[2])
    of_day = Order.select(Order.id).where(Order.day == day)
    row = one(of_day.where(Order.number == number))
    if row is None and parted(number)[0]:  # printed while the server was away
        row = one(_placed_as(number).where(Journal.order.in_(of_day)))
    if row is None:
        raise UnknownOrder(match[2])
    return int(row[0])
