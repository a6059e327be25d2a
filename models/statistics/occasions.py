"""The owner's own days: Lebaran, a sale, a closed street; to look at and to compare with.

A feast that moves from year to year is entered once for each year under the same name; so this
year's finds last year's by itself.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models import clock, events
from models.errors import BadChoice, CannotUndo
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import one, rows, transaction
from models.storage.tables import Occasion as Row
from models.text import redaction

NAME_LIMIT = 40
DAYS_AT_MOST = 366


@dataclass(frozen=True, slots=True)
class Occasion:
    """Days from the first to the last, both included, and what they were."""

    id: int
    name: str
    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last_day - self.first_day).days + 1


def everyone() -> list[Occasion]:
    """All occasions, the latest first."""
    return rows(_QUERY.order_by(Row.first_day.desc(), Row.id.desc()), _occasion)


def one_before(occasion: Occasion, others: list[Occasion]) -> Occasion | None:
    """The newest earlier one of the same name: last year's Lebaran for this year's."""
    name = occasion.name.casefold()
    same = (x for x in others if x.name.casefold() == name and x.first_day < occasion.first_day)
    return max(same, key=lambda x: x.first_day, default=None)


@verb(lambda event: event.payload["id"])
def add(name: str, first_day: date, last_day: date) -> Receipt[int]:
    """A new one; its id. Days in the wrong order are put right. Raises `TextMissing`,
    `TextTooLong`, `BadChoice` (longer than a year)."""
    values = _checked(name, first_day, last_day)
    with transaction():
        occasion: int = Row.insert(**values).execute()
        return Receipt(_enter(occasion, None, values), occasion)


@verb()
def change(occasion: int, name: str, first_day: date, last_day: date) -> Receipt[None]:
    """Other words or days. Raises as `add`, and `BadChoice` when it is gone."""
    values = _checked(name, first_day, last_day)
    with transaction():
        old = _stored(occasion)
        if old is None:
            raise BadChoice("occasion", name)
        if old == values:
            return Receipt(None)
        Row.update(**values).where(Row.id == occasion).execute()
        return Receipt(_enter(occasion, old, values))


@verb()
def remove(occasion: int) -> Receipt[None]:
    """Forgets it; no order is touched. One that is gone already stays so."""
    with transaction():
        old = _stored(occasion)
        if old is None:
            return Receipt(None)
        Row.delete().where(Row.id == occasion).execute()
        return Receipt(_enter(occasion, old, None))


def revert(event: Event) -> Receipt[None]:
    """It has its words and days of before, is there again, or is gone. Raises `CannotUndo`."""
    occasion, (before, after) = event.payload["id"], event.payload["values"]
    if _stored(occasion) != after:
        raise CannotUndo(event.kind)
    Row.delete().where(Row.id == occasion).execute()
    if before is not None:
        Row.insert(id=occasion, **before).execute()
    return Receipt(_enter(occasion, after, before, undone=event.sequence))


def _enter(occasion: int, before: Any, after: Any, **facts: int) -> int:
    payload = {"id": occasion, "values": [before, after]}
    return journal.append(events.OCCASION_CHANGED, payload | facts)


_QUERY = Row.select(Row.id, Row.name, Row.first_day, Row.last_day)


def _occasion(id_: int, name: str, first: int, last: int) -> Occasion:
    return Occasion(id_, name, clock.day_of(first), clock.day_of(last))


def _checked(name: str, first_day: date, last_day: date) -> dict[str, str | int]:
    name = redaction.checked_free_text("name", name, NAME_LIMIT, required=True)
    first, last = min(first_day, last_day), max(first_day, last_day)
    if (last - first).days >= DAYS_AT_MOST:
        raise BadChoice("occasion", f"{first}/{last}")
    return {"name": name, "first_day": clock.day_key(first), "last_day": clock.day_key(last)}


def _stored(occasion: int) -> dict[str, str | int] | None:
    found = one(Row.select(Row.name, Row.first_day, Row.last_day).where(Row.id == occasion))
    return dict(zip(("name", "first_day", "last_day"), found, strict=True)) if found else None
