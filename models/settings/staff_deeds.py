"""What people did, as the journal tells it: the owner looks it up, and a lock knows who comes."""

import json
from dataclasses import dataclass

from peewee import JOIN

from models import session
from models.journal import journal
from models.journal.rights import checked
from models.settings import staff
from models.storage.database import one, rows
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


def expected() -> str:
    """The code that signs in at this station as a rule, empty where nobody can say: of those in
    use the one that did something here last, else the only one with a PIN."""
    in_use = {code.code: code.has_pin for code in staff.everyone() if code.active}
    last = one(
        Journal.select(Journal.staff)
        .where(
            Journal.sequence > journal.newest() - LOOKED_THROUGH,
            Journal.station == session.current.station,
            Journal.staff.in_(list(in_use)),
        )
        .order_by(Journal.sequence.desc())
        .limit(1)
    )
    with_pin = [code for code, has_pin in in_use.items() if has_pin]
    if last is not None:
        return str(last[0])
    return with_pin[0] if len(with_pin) == 1 else ""


def _deed(
    sequence: int, at: int, kind: str, station: str, number: int | None, payload: str
) -> Deed:
    approver = json.loads(payload).get("approved_by", "")
    return Deed(sequence, at, kind, station, number, approver)
