"""The warehouse's wall as it stood at any past moment, written anew from the journal.

The journal is read from the last mark before the moment (`models.journal.queue_checkpoints`),
so it takes as long in an old shop as in a new one.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from peewee import Case

from models import clock, events, session
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card, CardLine
from models.fulfilment.fulfilment_queue import Wall
from models.journal import queue_checkpoints
from models.journal.believed_times import believed
from models.settings import kept_detail
from models.stages import Stage
from models.storage.database import number_in, rows, snapshot
from models.storage.tables import Journal
from models.sums.rollups import IMPORT_STATION


@dataclass(frozen=True, slots=True)
class Level:
    """How many orders stood where from `at` (UTC ms) on; those wanted later wait as well."""

    at: int
    waiting: int
    picking: int
    ready: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Steps that were entered while a clock stood wrong: it said `said` to `said_last`, and what
    was entered before and after them says that it was between `since` and `until` (UTC ms; None
    when nothing was entered after them).
    """

    entries: int
    said: int
    said_last: int
    since: int
    until: int | None


def queue_at(moment: int) -> Wall:
    """The wall as it stood at `moment` (UTC ms), without what had to be put back.

    That is after the last journal entry that is not later; of times that a clock which stood wrong
    wrote, see `doubts`. Lateness goes by the limits of today; categories of products are not told.
    Raises `DetailGone`.
    """
    kept_detail.check(clock.business_day(moment, *session.current.calendar))
    with snapshot():
        cut, stages, moves = _moves(moment, moment)
        for move in moves:
            if move.at > moment:
                break
            cut = move.sequence
            _move(stages, move)
        cards = _cards(list(stages), cut)
        limits = fulfilment_queue.limits()
    ready = [card for card in cards if card.stage == Stage.READY]
    waiting = [card for card in cards if card.stage < Stage.READY]
    return Wall(waiting, ready, [], limits).as_of(moment)


def levels(day: date) -> list[Level]:
    """How the queue rose and fell on a day: at its beginning, and after each change. Raises
    `DetailGone`."""
    kept_detail.check(day)
    begin, end = _span(day)
    found: list[Level] = []
    with snapshot():
        _, stages, moves = _moves(begin - 1, end)
    counted: Counter[int | None] = Counter(stages.values())
    found.append(_level(begin, counted))
    for move in moves:
        if move.at >= end:
            break
        if move.order is None or move.stage is None:
            continue
        before = stages.get(move.order)
        _move(stages, move)
        after = stages.get(move.order)
        if before == after:
            continue
        counted[before] -= 1
        counted[after] += 1
        if move.at <= found[-1].at:
            found.pop()
        found.append(_level(max(move.at, begin), counted))
    return found


def doubts(day: date) -> list[Doubt]:
    """When on this day nobody knows how the queue stood, because a clock stood wrong."""
    begin, end = _span(day)
    with snapshot():
        _, _, moves = _moves(begin - 1, end)
    found = []
    for is_wrong, together in groupby(enumerate(moves), lambda numbered: numbered[1].is_wrong):
        if not is_wrong:
            continue
        places, wrong = zip(*together, strict=True)
        since = wrong[0].at
        until = moves[places[-1] + 1].at if places[-1] + 1 < len(moves) else None
        if since < end and (until is None or until >= begin):
            said = [move.said for move in wrong]
            found.append(Doubt(len(wrong), min(said), max(said), since, until))
    return found


def _span(day: date) -> tuple[int, int]:
    calendar = session.current.calendar
    return clock.start_of(day, *calendar), clock.start_of(day + timedelta(days=1), *calendar)


def _level(at: int, counted: Counter[int | None]) -> Level:
    return Level(at, counted[0], counted[1], counted[2])


@dataclass(frozen=True, slots=True)
class _Move:
    """An entry of the journal: the stage that an order comes to, if any.

    `said` is the time that was written with it; `at` the same, or where that is not to be
    believed, the time of the entry before.
    """

    sequence: int
    at: int
    said: int
    order: int | None
    stage: int | None

    @property
    def is_wrong(self) -> bool:
        return self.at != self.said


def _move(stages: dict[int, int], move: _Move) -> None:
    if move.order is None or move.stage is None:
        return
    if move.stage < Stage.HANDED_OVER:
        stages[move.order] = move.stage
    else:
        stages.pop(move.order, None)


def _moves(begin: int, end: int) -> tuple[int, dict[int, int], list[_Move]]:
    """Everything from before `begin` to after `end` (UTC ms): the entry from which it goes on, the
    stage of each order that was open then, and the entries after that one.
    """
    after, stages, last = queue_checkpoints.around(begin, end)
    query = (
        Journal.select(
            Journal.sequence, Journal.at, Journal.order,
            Case(
                None,
                [
                    (Journal.kind == events.PLACED, number_in(Journal.payload, "order", "stage")),
                    (Journal.order.is_null(), None),
                ],
                number_in(Journal.payload, "order", "stage", 1),
            ),
        )
        .where(Journal.sequence.between(after + 1, last), Journal.station != IMPORT_STATION)
        .order_by(Journal.sequence)
    )  # fmt: skip
    found = rows(query, lambda *row: row)
    if not found:
        return after, stages, []
    times = [row[1] for row in found]
    moves: list[_Move] = []
    sure = iter([*believed(times), len(times)])
    next_sure = next(sure)
    now = times[next_sure]
    for place, (sequence, said, order, stage) in enumerate(found):
        if place == next_sure:
            now, next_sure = said, next(sure)
        moves.append(_Move(sequence, now, said, order, stage))
    return after, stages, moves


# --- cards -------------------------------------------------------------------------------------


def _cards(order_ids: list[int], cut: int) -> list[Card]:
    """These orders as they stood after the entry `cut`."""
    query = (
        Journal.select(Journal.order, Journal.at, Journal.kind, Journal.payload)
        .where(
            Journal.order.in_(order_ids),
            Journal.sequence <= cut,
            Journal.kind.in_(sorted(events.ORDER_KINDS)),
        )
        .order_by(Journal.order, Journal.sequence)
    )
    told: dict[int, list[tuple[int, str, Any]]] = {}
    for order, at, kind, payload in rows(query, lambda *row: row):
        told.setdefault(order, []).append((at, kind, json.loads(payload)))
    return [_card(entries) for _, entries in sorted(told.items())]


def _card(entries: Iterable[tuple[int, str, Any]]) -> Card:
    order: dict[str, Any] = {}
    lines: dict[int, dict[str, Any]] = {}
    changed_at = None
    for at, kind, payload in entries:
        if kind == events.PLACED:
            order = dict(payload["order"])
            lines = {line["line"]: dict(line) for line in payload["lines"]}
            continue
        for column, (_, new) in payload.get("order", {}).items():
            order[column] = new
        for number, changes in payload.get("lines", {}).items():
            line = lines.setdefault(int(number), {})
            line.update((column, new) for column, (_, new) in changes.items())
        if kind in (events.CHANGED, events.ANSWERED):
            changed_at = at
    return Card(
        order["id"], order["number"], order["placed_at"], order["station"], order["note"],
        Stage(order["stage"]), bool(order["rush"]), bool(order["changed"]), order["claimed_by"],
        order["ready_at"], tuple(_line(lines[number]) for number in sorted(lines)),
        changed_at if order["changed"] else None, order["promised_at"], order.get("starts_at"),
        order["total"], order["paid"],
    )  # fmt: skip


def _line(row: dict[str, Any]) -> CardLine:
    return CardLine(
        row["line"], row["product"], row["sku"], row["name"], row["unit"], row["ordered"],
        row["picked"], row["short"], row["cancelled"], row["seen"], row["note"], row["asked"],
        row.get("asked_at"), row["answer"],
    )  # fmt: skip
