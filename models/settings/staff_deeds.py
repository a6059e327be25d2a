"""What one person did, newest first, as the journal tells it: the owner looks it up."""

import json
from dataclasses import dataclass

from peewee import JOIN

from models.journal import journal
from models.journal.rights import checked
from models.storage.database import rows
from models.storage.tables import Journal, Order

#: So many of the newest entries of the journal are looked through, and so many deeds told.
LOOKED_THROUGH, TOLD = 50_000, 500


@dataclass(frozen=True, slots=True)
class Deed:
    """When (UTC ms), what (a kind of `models.events`), at which station, on which order.

    `number` is that of the order, None where it was about none; `approved_by` is the owner's code
    without whom it could not have been done, or empty.
    """

    sequence: int
    at: int
    kind: str
    station: str
    number: int | None
    approved_by: str


@checked("staff.deeds")
def deeds(code: str) -> list[Deed]:
    """The newest deeds of a staff code, and those that it approved."""
    told = (Journal.staff == code) | Journal.payload.contains(f'"approved_by":"{code}"')
    query = (
        Journal.select(
            Journal.sequence, Journal.at, Journal.kind, Journal.station, Order.number,
            Journal.payload,
        )
        .join(Order, JOIN.LEFT_OUTER, on=Order.id == Journal.order)
        .where(Journal.sequence > journal.newest() - LOOKED_THROUGH, told)
        .order_by(Journal.sequence.desc())
        .limit(TOLD)
    )  # fmt: skip
    return rows(query.tuples(), _deed)


def _deed(
    sequence: int, at: int, kind: str, station: str, number: int | None, payload: str
) -> Deed:
    approver = json.loads(payload).get("approved_by", "")
    return Deed(sequence, at, kind, station, number, approver)
