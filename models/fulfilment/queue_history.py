"""The warehouse's wall as it stood at any past moment, written anew from the journal.

The journal is read from the last mark before the moment (`models.journal.queue_checkpoints`),
so it takes as long in an old shop as in a new one.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import Case

from models import clock, events, session
from models.fulfilment import fulfilment_queue
from models.fulfilment.cards import Card, CardLine
from models.fulfilment.fulfilment_queue import Wall
from models.journal import queue_checkpoints
from models.stages import Stage
from models.storage.database import number_in, rows, snapshot
from models.storage.tables import Journal

_BATCH = 500  # entries read at once


@dataclass(frozen=True, slots=True)
class Level:
    """How many orders stood where from `at` (UTC ms) on; those wanted later wait as well."""

    at: int
    waiting: int
    picking: int
    ready: int


def queue_at(moment: int) -> Wall:
    """The wall as it stood at `moment` (UTC ms), without what had to be put back.

    That is after the last journal entry before the first one that is later. Lateness goes by the
    limits of today; categories of products are not told.
    """
    with snapshot():
        cut, stages = queue_checkpoints.before(moment)
        for sequence, at, order, stage in _moves(cut):
            if at > moment:
                break
            cut = sequence
            _move(stages, order, stage)
        cards = _cards(list(stages), cut)
        limits = fulfilment_queue.limits()
    ready = [card for card in cards if card.stage == Stage.READY]
    waiting = [card for card in cards if card.stage < Stage.READY]
    return Wall(waiting, ready, [], limits).as_of(moment)


def levels(day: date) -> list[Level]:
    """How the queue rose and fell on a day: at its beginning, and after each change."""
    zone = session.current.zone
    begin = clock.start_of(day, zone)
    end = clock.start_of(day + timedelta(days=1), zone)
    found: list[Level] = []
    with snapshot():
        cut, stages = queue_checkpoints.before(begin - 1)
        counted: Counter[int | None] = Counter(stages.values())
        found.append(_level(begin, counted))
        for _, at, order, stage in _moves(cut):
            if at >= end:
                break
            if order is None or stage is None:
                continue
            before = stages.get(order)
            _move(stages, order, stage)
            after = stages.get(order)
            if before == after:
                continue
            counted[before] -= 1
            counted[after] += 1
            if at <= found[-1].at:
                found.pop()
            found.append(_level(max(at, begin), counted))
    return found


def _level(at: int, counted: Counter[int | None]) -> Level:
    return Level(at, counted[0], counted[1], counted[2])


def _move(stages: dict[int, int], order: int | None, stage: int | None) -> None:
    if order is None or stage is None:
        return
    if stage < Stage.HANDED_OVER:
        stages[order] = stage
    else:
        stages.pop(order, None)


def _moves(after: int) -> Iterator[tuple[int, int, int | None, int | None]]:
    """The entries after that one: number, time, and the stage that an order comes to, if any."""
    placed = Journal.kind == events.PLACED
    query = Journal.select(
        Journal.sequence, Journal.at, Journal.order,
        Case(
            None,
            [(placed, int(Stage.WAITING)), (Journal.order.is_null(), None)],
            number_in(Journal.payload, "order", "stage", 1),
        ),
    ).order_by(Journal.sequence)  # fmt: skip
    while True:
        found = rows(query.where(Journal.sequence > after).limit(_BATCH), lambda *row: row)
        yield from found
        if len(found) < _BATCH:
            return
        after = found[-1][0]


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
