"""The shop's memory: everything that was done, in order, each entry sealed onto the one before.

One entry per verb, written inside the verb's own transaction. The entry is the news that tells
every window and every other process what happened, the source of undo, and the proof that nothing
was edited outside the program. Each station has its own chain of hashes; `sequence` orders all.

A payload holds what changed: `{"order": {column: [old, new]}, "lines": {"1": {column: [old,
new]}}, "payments": [...]}`; the entry `placed` holds the whole order as it was placed.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from peewee import fn

from models import clock, events, session
from models.events import Event
from models.journal import queue_checkpoints, seals
from models.journal.seals import encode
from models.storage import database, touched_rows
from models.storage.database import Statement, bind_param, number_in, rows
from models.storage.tables import Counter, Journal, JournalHead

Row = dict[str, Any]

_ROWS_IN_AN_ENTRY = 5000

_NEXT = Statement(
    lambda: (
        Counter.insert({Counter.name: bind_param("name"), Counter.value: 1})
        .on_conflict(conflict_target=[Counter.name], update={Counter.value: Counter.value + 1})
        .returning(Counter.value)
    )
)
_COUNT = Statement(
    lambda: Counter.insert(
        {Counter.name: bind_param("name"), Counter.value: bind_param("value")}
    ).on_conflict(conflict_target=[Counter.name], preserve=[Counter.value])
)
_HEAD = Statement(
    lambda: JournalHead.select(JournalHead.hash).where(JournalHead.station == bind_param("station"))
)
_APPEND = Statement(
    lambda: Journal.insert(
        {
            Journal.sequence: bind_param("sequence"),
            Journal.at: bind_param("at"),
            Journal.station: bind_param("station"),
            Journal.staff: bind_param("staff"),
            Journal.kind: bind_param("kind"),
            Journal.order: bind_param("order"),
            Journal.payload: bind_param("payload"),
            Journal.previous: bind_param("previous"),
            Journal.hash: bind_param("hash"),
            Journal.version: bind_param("version"),
            Journal.request_id: bind_param("request_id"),
            Journal.row_images: bind_param("row_images"),
        }
    )
)
_MOVE_HEAD = Statement(
    lambda: JournalHead.insert(
        {
            JournalHead.station: bind_param("station"),
            JournalHead.sequence: bind_param("sequence"),
            JournalHead.hash: bind_param("hash"),
        }
    ).on_conflict(
        conflict_target=[JournalHead.station],
        preserve=[JournalHead.sequence, JournalHead.hash],
    )
)


def next_number(name: str) -> int:
    """The next of the running numbers called `name`: 1, 2, 3 …, without gaps."""
    value: int = _NEXT.run({"name": name}).fetchone()[0]
    return value


def begin_after(sequence: int) -> None:
    """In an empty journal: the first entry comes after this number."""
    _COUNT.run({"name": "journal", "value": sequence})


def append(
    kind: str, payload: Row, *, order_id: int | None = None, at: int | None = None,
    besides: Iterable[tuple[str, touched_rows.Key]] = (),
) -> int:  # fmt: skip
    """Writes one entry inside the present transaction; its sequence number.

    Its time is `at` (UTC ms) or now; station, staff code and request are the session's, and who
    approved it is named in the payload. It holds the rows that were written since the entry before,
    and those `besides` (table and key). Raises `AlreadyDone` when the request has an entry.
    """
    images = touched_rows.images([*touched_rows.take(), *besides])
    return _append(kind, payload, images, order_id, at)


def _append(
    kind: str, payload: Row, images: Row, order_id: int | None = None, at: int | None = None
) -> int:
    station = session.current.station
    if approver := session.approver():
        payload = payload | {"approved_by": approver}
    head = _HEAD.run({"station": station}).fetchone()
    entry = seals.sealed(
        next_number("journal"),
        clock.now() if at is None else at,
        station, session.current.staff, kind, order_id, encode(payload),
        head[0] if head else "", request_id=session.id_to_enter(), row_images=_images_text(images),
    )  # fmt: skip
    _APPEND.run(entry)
    _MOVE_HEAD.run(entry)
    sequence: int = entry["sequence"]
    if not sequence % queue_checkpoints.EVERY:
        queue_checkpoints.write(sequence)
    return sequence


def _images_text(images: Row) -> str | None:
    return encode(images) if images else None


def enter_the_rest(passing: bool) -> None:
    """At the end of a transaction: what was written after its entry gets one of its own."""
    if (touched := touched_rows.take()) and not passing:
        _append(events.ROWS_KEPT, {}, touched_rows.images(touched))


def enter_migrated(new: Iterable[str]) -> None:
    """Enters what migrations wrote: of `new` tables every row, of the others what was touched.

    From here on the journal alone gives every table again.
    """
    new = sorted(touched_rows.KEPT.keys() & set(new))
    for name in new:
        rows_of_table = [row for _, row in touched_rows.all_rows(name)]
        columns = touched_rows.told_columns(name)
        for start in range(0, len(rows_of_table), _ROWS_IN_AN_ENTRY):
            image = {"columns": columns, "rows": rows_of_table[start:][:_ROWS_IN_AN_ENTRY]}
            _append(events.MIGRATED, {}, {name: image})
    if touched := [(name, key) for name, key in touched_rows.take() if name not in new]:
        _append(events.MIGRATED, {}, touched_rows.images(touched))


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry to be written of what was done at another moment, or by another station."""

    at: int
    station: str
    staff: str
    kind: str
    order: int | None
    payload: Row


def append_many(new_entries: Iterable[Entry], *, of_the_past: bool = False) -> None:
    """Writes many entries in this order, at once, inside the present transaction.

    The first holds the rows that were written with all of them.

    What is `of_the_past` was done long before the entries that stand before it.
    """
    first = newest() + 1
    heads = {station: seal for station, (_, seal) in heads_now().items()}
    entries: list[Row] = []
    images = _images_text(touched_rows.images(touched_rows.take()))
    for sequence, new in enumerate(new_entries, start=first):
        entry = seals.sealed(
            sequence, new.at, new.station, new.staff, new.kind, new.order,
            encode(new.payload), heads.get(new.station, ""), row_images=images,
        )  # fmt: skip
        images = None
        heads[new.station] = entry["hash"]
        entries.append(entry)
    _APPEND.run_many(entries)
    _MOVE_HEAD.run_many({entry["station"]: entry for entry in entries}.values())
    newest_now = first + len(entries) - 1
    _COUNT.run({"name": "journal", "value": newest_now})
    if (
        not of_the_past
        and (first - 1) // queue_checkpoints.EVERY < newest_now // queue_checkpoints.EVERY
    ):
        queue_checkpoints.write(newest_now)


def listen(wake: Callable[[], None]) -> Callable[[], None]:
    """Calls `wake()` after every commit of this process, on the committing thread.

    Returns a function that stops it. A listener only wakes a reader: it must not raise or block.
    """
    database.after_commit.append(wake)

    def stop() -> None:
        if wake in database.after_commit:
            database.after_commit.remove(wake)

    return stop


def newest() -> int:
    """The sequence number of the newest entry, 0 in an empty shop."""
    row = database.one(Counter.select(Counter.value).where(Counter.name == "journal"))
    return int(row[0]) if row else 0


def first_seal() -> str:
    """The hash of the first entry: by it a shop is told from all others. Empty without any."""
    row = database.one(Journal.select(Journal.hash).where(Journal.sequence == 1))
    return row[0] if row else ""


def shop_seal() -> str:
    """`first_seal` of the shop at work, also where a station goes on in a file of its own."""
    return database.database.own_seal if database.database.is_own else first_seal()


def stations() -> list[str]:
    """Every station that ever wrote an entry."""
    return rows(JournalHead.select(JournalHead.station).tuples(), str)


_EVENT = (
    Journal.sequence, Journal.at, Journal.station, Journal.staff, Journal.kind, Journal.order,
    Journal.payload,
)  # fmt: skip
#: An entry with all that is sealed, and the seal.
WHOLE = (
    *_EVENT,
    Journal.previous, Journal.version, Journal.request_id, Journal.row_images, Journal.hash,
)  # fmt: skip


def since(cursor: int, limit: int = 1000) -> list[Event]:
    """The entries after `cursor`, oldest first, `limit` at the most."""
    query = (
        Journal.select(*_EVENT)
        .where(Journal.sequence > cursor)
        .order_by(Journal.sequence)
        .limit(limit)
    )
    return rows(query, _event)


def for_order(order_id: int) -> list[Event]:
    """What happened to one order, oldest first: its timeline."""
    query = Journal.select(*_EVENT).where(Journal.order == order_id).order_by(Journal.sequence)
    return rows(query, _event)


def entry_for_request(request_id: str) -> Event | None:
    """The entry that a request led to, or None."""
    found = rows(Journal.select(*_EVENT).where(Journal.request_id == request_id), _event)
    return found[0] if found else None


def by_kind(kinds: Iterable[str], *, since: int) -> list[Event]:
    """The entries of these kinds after the entry `since`, oldest first."""
    query = Journal.select(*_EVENT).where(Journal.sequence > since, Journal.kind.in_(list(kinds)))
    return rows(query.order_by(Journal.sequence), _event)


def request_of(sequence: int) -> str:
    """The id of the request that led to an entry; empty where there is no such entry."""
    row = database.one(Journal.select(Journal.request_id).where(Journal.sequence == sequence))
    return row[0] if row else ""


def entry(sequence: int) -> Event | None:
    """One entry, or None."""
    found = rows(Journal.select(*_EVENT).where(Journal.sequence == sequence), _event)
    return found[0] if found else None


def undone_sequences(entries: Iterable[Event]) -> set[int]:
    """Of `entries` (oldest first) and those before them, what was undone and not redone.

    The newest counts: an undo that was itself undone has undone nothing.
    """
    gone: set[int] = set()
    for event in reversed(list(entries)):
        if event.undone is not None and event.sequence not in gone:
            gone.add(event.undone)
    return gone


def is_in_effect(event: Event) -> bool:
    """Whether the entry was not undone since."""
    if event.order_id is not None:
        return event.sequence not in undone_sequences(for_order(event.order_id))
    undone = fn.COALESCE(*(number_in(Journal.payload, name) for name in ("undone", "redone")))
    later = Journal.select(*_EVENT).where(
        Journal.sequence > event.sequence, Journal.order.is_null(), undone.is_null(False)
    )
    return event.sequence not in undone_sequences(rows(later.order_by(Journal.sequence), _event))


def _event(
    sequence: int, at: int, station: str, staff: str, kind: str, order: int | None, payload: str
) -> Event:
    return Event(sequence, at, station, staff, kind, order, json.loads(payload))


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of `verify`: how many entries were read, and the first bad one, if any.

    `reason` is empty or one of `missing`, `changed`, `chain`, `tail`.
    """

    entries: int
    first_bad: int | None = None
    reason: str = ""

    @property
    def intact(self) -> bool:
        """Whether every entry stands as it was written."""
        return self.first_bad is None


Heads = dict[str, tuple[int, str]]
#: Called with each entry's number and the rows that it holds.
Visit = Callable[[int, str | None], None]


def verify(visit: Visit | None = None, after: int = 0, known: Heads | None = None) -> Report:
    """Reads the whole journal, whose first entry comes `after` that number, and recomputes every
    seal; or what was entered since the heads of all stations were `known`.

    Finds an entry that was changed, taken out or put in, and a lost end of a chain. It makes
    tampering evident, not impossible: who can rewrite the whole file can rewrite every seal.
    """
    chain = seals.Chain(after, known, is_part=known is not None)
    with database.snapshot(), database.damaged_texts():
        kept = heads_now()
        while batch := rows(_whole(chain.newest), lambda *row: row):
            for row in batch:
                if reason := chain.fault(row):
                    number = chain.newest if reason == "missing" else row[0]
                    entries = number - after - (reason == "missing")
                    return Report(entries, number, reason)
                if visit is not None:
                    visit(row[0], row[-2])
        entries = chain.newest - after
        if (first := chain.unsealed()) is not None:
            return Report(entries, first, "changed")
        if chain.newest != newest() or chain.heads != kept:
            return Report(entries, chain.newest + 1, "tail")
    return Report(entries)


def heads_now() -> Heads:
    """Number and seal of the newest entry of each station."""
    query = JournalHead.select(JournalHead.station, JournalHead.sequence, JournalHead.hash)
    return {station: (number, seal) for station, number, seal in rows(query, lambda *row: row)}


def _whole(after: int) -> Any:
    query = Journal.select(*WHOLE).where(Journal.sequence > after)
    return query.order_by(Journal.sequence).limit(2000)
