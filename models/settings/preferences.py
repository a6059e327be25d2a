"""What the owner chose for the shop: each preference declared once, with its type and default.

What one station remembers (window places, zoom, its start window) is not here but in
`gui.runtime.station`; what is here counts for every station of the shop.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models import amounts, clock, events, session
from models.errors import BadChoice, CannotUndo
from models.events import Event, Receipt
from models.formats import answer_template, label_patterns, qris
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import one, rows, transaction
from models.storage.tables import Preference as Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Preference(Generic[T]):
    """One preference: its key in the table, its default, and what it may be.

    Texts are cleaned when they are chosen, except where every character counts (`exact`).
    """

    key: str
    default: T
    allowed: Callable[[T], bool]
    exact: bool = False


def _text(limit: int) -> Callable[[str], bool]:
    return lambda value: isinstance(value, str) and len(value) <= limit


def _number(low: int, high: int) -> Callable[[int], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _flag(value: bool) -> bool:
    return isinstance(value, bool)


SHOP_NAME = Preference("shop_name", "BotBelanja", _text(80))
SHOP_ADDRESS = Preference("shop_address", "", _text(200))
RECEIPT_FOOTER = Preference("receipt_footer", "", _text(300))
CURRENCY = Preference("currency", "IDR", lambda value: value in ("IDR",))
ZONE = Preference("zone", "Asia/Jakarta", clock.knows)
DAY_ENDS = Preference("day_ends", 0, _number(0, 6))  # hours after midnight
PRICES_INCLUDE_TAX = Preference("prices_include_tax", True, _flag)
WARN_AFTER = Preference("warn_after", 5, _number(1, 600))  # minutes after placing
LATE_AFTER = Preference("late_after", 10, _number(1, 600))  # minutes after placing
QUESTION_AFTER = Preference("question_after", 2, _number(1, 60))  # minutes without an answer
BOARD_AFTER = Preference("board_after", 30, _number(1, 600))  # minutes a ready number is shown
#: A shop without a warehouse: what is paid and not wanted later is handed over as it is placed.
AT_COUNTER = Preference("at_counter", False, _flag)
LABEL_PATTERNS = Preference(  # how codes of the shop's own scales are read
    "label_patterns",
    label_patterns.as_rows(label_patterns.DEFAULTS),
    label_patterns.are_patterns,
)
DISCOUNT_LIMIT = Preference("discount_limit", 10, _number(0, 100))  # % that need no owner
IDLE_LOCK = Preference("idle_lock", 10, _number(0, 600))  # minutes; 0: never by itself
CASH_ROUNDING = Preference("cash_rounding", 1, lambda value: value in (1, 100, 500))  # rupiah
QRIS = Preference(  # the shop's own static QRIS, as its acquirer printed it
    "qris", "", lambda value: value == "" or qris.is_static(value), exact=True
)
ANSWER_LANGUAGE = Preference("answer_language", "id", lambda value: value in ("id", "en"))
ANSWER_MARKED = Preference("answer_marked", True, _flag)  # with the *bold* of chat programs
ANSWER_TEXTS = {  # by language; empty: the text that is delivered
    language: Preference(f"answer_text_{language}", "", answer_template.is_usable, exact=True)
    for language in answer_template.DEFAULTS
}
DEMO = Preference("demo", False, _flag)
PROGRAM = Preference("program", "", _text(20))  # the newest version that worked in the shop
#: Where the shop went (`models.shop.places.moving`); no entry of the journal tells it, for it is
#: true of the place that was left, and not of the shop.
MOVED_TO = Preference("moved_to", "", _text(300))
#: The station that makes the backups of a shop on a server.
BACKUP_STATION = Preference("backup_station", "", _text(80))
#: The first day (yyyymmdd) of whose orders nothing was removed; 0: nothing ever was
#: (`models.shop.removal.retention`).
DETAIL_FROM = Preference("detail_from", 0, _number(0, 9999_12_31))

ALL: tuple[Preference[Any], ...] = (
    SHOP_NAME, SHOP_ADDRESS, RECEIPT_FOOTER, CURRENCY, ZONE, DAY_ENDS, PRICES_INCLUDE_TAX,
    WARN_AFTER, LATE_AFTER, QUESTION_AFTER, BOARD_AFTER, AT_COUNTER, LABEL_PATTERNS,
    DISCOUNT_LIMIT, IDLE_LOCK, CASH_ROUNDING, QRIS, ANSWER_LANGUAGE, ANSWER_MARKED,
    *ANSWER_TEXTS.values(), DEMO, PROGRAM, MOVED_TO, BACKUP_STATION, DETAIL_FROM,
)  # fmt: skip


def get(preference: Preference[T]) -> T:
    """What was chosen, or the default (also when what is stored is not allowed any more)."""
    row = one(Row.select(Row.value).where(Row.key == preference.key))
    return parsed(preference, row[0] if row else None)


def all_values() -> dict[str, Any]:
    """All preferences by key."""
    stored = dict(rows(Row.select(Row.key, Row.value), lambda key, value: (key, value)))
    return {preference.key: parsed(preference, stored.get(preference.key)) for preference in ALL}


def parsed(preference: Preference[T], stored: str | None) -> T:
    """What stands in the column, or the default when that is missing or not allowed any more."""
    try:
        kept = json.loads(stored or "")
    except ValueError:
        kept = None
    return kept if preference.allowed(kept) else preference.default


@verb()
def put(preference: Preference[T], value: T) -> Receipt[None]:
    """Chooses `value`. Raises `BadChoice`."""
    if isinstance(value, str) and not preference.exact:
        value = amounts.clean_text(value)  # type: ignore[assignment]
    if not preference.allowed(value):
        raise BadChoice(preference.key, str(value)[:80])
    with transaction():
        old = get(preference)
        if old == value:
            return Receipt(None)
        return _change(preference, old, value)


def revert(event: Event) -> Receipt[None]:
    """What was chosen before counts again. Raises `CannotUndo` when another was chosen since."""
    (preference,) = (one for one in ALL if one.key == event.payload["key"])
    before, after = event.payload["value"]
    if get(preference) != after:
        raise CannotUndo(event.kind)
    return _change(preference, after, before, undone=event.sequence)


def _change(preference: Preference[T], old: T, value: T, **facts: int) -> Receipt[None]:
    write(preference, value)
    payload = {"key": preference.key, "value": [old, value]} | facts
    sequence = journal.append(events.PREFERENCE_CHANGED, payload)
    follow()
    return Receipt(sequence)


def follow() -> None:
    """This process counts days as the shop does by now."""
    chosen = all_values()
    session.current.zone = chosen[ZONE.key]
    session.current.day_ends = chosen[DAY_ENDS.key]


def write(preference: Preference[T], value: T) -> None:
    """Stores a checked value inside the present transaction."""
    Row.insert(key=preference.key, value=json.dumps(value)).on_conflict(
        conflict_target=[Row.key], preserve=[Row.value]
    ).execute()
