"""Which station this process is, who stands at it, in which zone the shop lives, and who asks.

One process has one shop open; `models.shop.opening` sets this when it opens and every journal entry
carries it.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

PROGRAM_VERSION = "0.1.0"


def new_request_id() -> str:
    """An id that no other request has; it begins with the moment, so that indexes grow at their
    end."""
    return f"{time.time_ns() // 1_000_000:x}-{secrets.token_hex(8)}"


@dataclass(slots=True)
class Request:
    """What one press of a key asks for: the station and the staff code of that moment, and the id
    by which it is known when it is asked for again.
    """

    station: str
    staff: str
    id: str = field(default_factory=new_request_id)
    is_entered: bool = False  # the entry of the journal that carries its id is written
    removed_personal_data: int = 0  # pieces taken out of its free texts
    approved_by: str = ""  # the owner's code whose PIN was typed for it
    is_approved: bool = False  # something was done that needed it
    done_at: int | None = None  # the moment (UTC ms) at which it was done here, if not just now


class Calendar(NamedTuple):
    """By which business days are told apart: the zone (an IANA name) of the shop, and how many
    hours after midnight a day of it ends."""

    zone: str
    day_ends: int = 0


_request: ContextVar[Request | None] = ContextVar("request", default=None)


class Session:
    """The station's number or name, the staff code signed in (empty when none), the zone, and how
    many hours after midnight the business day ends; `is_training` in a copy to play with;
    `is_undecided` while nobody has said what shall be done about what the proof found.

    Whatever is done for a request is done by the station and the person who asked for it.
    """

    def __init__(self) -> None:
        self._station = "1"
        self._staff = ""
        self.zone = "Asia/Jakarta"
        self.day_ends = 0
        self.is_training = False
        self.is_undecided = False

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.zone, self.day_ends)

    @property
    def station(self) -> str:
        request = _request.get()
        return self._station if request is None else request.station

    @station.setter
    def station(self, station: str) -> None:
        self._station = station

    @property
    def staff(self) -> str:
        request = _request.get()
        return self._staff if request is None else request.staff

    @staff.setter
    def staff(self, staff: str) -> None:
        self._staff = staff


current = Session()


def request() -> Request | None:
    """The request for which something is being done on this thread, or None."""
    return _request.get()


def new_request() -> Request:
    """What is asked for at this moment, by who stands here now."""
    return Request(current.station, current.staff)


@contextmanager
def acting_for(asked: Request) -> Iterator[None]:
    """What is done inside is done for this request."""
    token = _request.set(asked)
    try:
        yield
    finally:
        _request.reset(token)


def id_to_enter() -> str:
    """The id for the next entry of the journal: the request's, once; else one of its own."""
    asked = _request.get()
    if asked is None or asked.is_entered:
        return new_request_id()
    asked.is_entered = True
    return asked.id


def approver() -> str:
    """The owner's code by whose approval this is done, empty where none was needed."""
    asked = _request.get()
    return asked.approved_by if asked is not None and asked.is_approved else ""
