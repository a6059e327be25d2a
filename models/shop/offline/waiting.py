"""What a station did by itself and has not sent yet: the end of the journal of its own file.

Each order, each payment, each step of a picker and what a list taught stand there with the id of
their request, sealed like every entry.
"""

import json
from dataclasses import dataclass

from models import events
from models.events import Event
from models.orders.record import Row
from models.session import Request
from models.storage.database import one, rows, transaction
from models.storage.tables import Counter, Journal

#: What a picker does with an order, and takes back again.
WORK = events.DONE_ALONE | {events.UNDONE}
#: The counter of the station's own file that says up to which entry all is sent.
_SENT = "sent"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry of the station's own journal, and the request that it was written for."""

    sequence: int
    at: int
    station: str
    staff: str
    kind: str
    order: int | None
    payload: Row
    request: str

    @property
    def event(self) -> Event:
        """It as the journal tells it."""
        return Event(
            self.sequence, self.at, self.station, self.staff, self.kind, self.order, self.payload
        )

    def asked(self) -> Request:
        """As it was asked for then; what an owner approved is approved."""
        return Request(
            self.station, self.staff, self.request,
            approved_by=self.payload.get("approved_by", ""), done_at=self.at,
        )  # fmt: skip


def all_here() -> list[Waiting]:
    """All that waits in the file of which this thread speaks, in the order in which it was done."""
    done = one(Counter.select(Counter.value).where(Counter.name == _SENT))
    query = Journal.select(
        Journal.sequence, Journal.at, Journal.station, Journal.staff, Journal.kind, Journal.order,
        Journal.payload, Journal.request_id,
    ).where(
        Journal.sequence > (done[0] if done else 0),
        Journal.kind.in_((events.PLACED, events.PAID, events.LIST_LEARNED, *WORK)),
    )  # fmt: skip
    return rows(query.order_by(Journal.sequence).tuples(), _read)


def count_here() -> int:
    """How many orders, payments and steps of a picker wait there."""
    return len([x for x in all_here() if x.kind != events.LIST_LEARNED])


def note_sent(sequence: int) -> None:
    """Up to this entry all is sent."""
    with transaction(passing=True):
        Counter.insert(name=_SENT, value=sequence).on_conflict_replace().execute()


def _read(
    sequence: int, at: int, station: str, staff: str, kind: str, order: int | None, *told: str
) -> Waiting:
    payload, request = told
    return Waiting(sequence, at, station, staff, kind, order, json.loads(payload), request)
