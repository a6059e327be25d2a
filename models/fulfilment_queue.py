"""What the warehouse has to do now: the open orders as cards, late ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Any

from peewee import SQL, fn

from models import clock, events, preferences, promise
from models.clock import MINUTE
from models.database import one, rows, snapshot
from models.stages import Stage
from models.tables import Journal, Order, OrderLine, PutBack


class Lateness(IntEnum):
    """How long an order has been waiting, by the shop's two limits."""

    NORMAL = 0
    WARN = 1
    LATE = 2


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card; quantities in thousandths, `seen` is what the warehouse was last told.

    `asked` of it wait for the counter's answer since `asked_at` (UTC ms); `answer` is what the
    counter said last, until the warehouse acknowledges it (see `models.questions`).
    """

    line: int
    product_id: int
    sku: str
    name: str
    unit: str
    ordered: int
    picked: int
    short: int
    cancelled: int
    seen: int
    note: str
    asked: int = 0
    asked_at: int | None = None
    answer: str = ""

    @property
    def wanted(self) -> int:
        """What the customer still wants of it."""
        return self.ordered - self.cancelled

    @property
    def open(self) -> int:
        """What is still to be picked."""
        return self.ordered - self.picked - self.short - self.cancelled

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.open == 0


@dataclass(frozen=True, slots=True)
class Card:
    """An open order as the warehouse sees it; moments are UTC ms.

    `changed_at` is when the counter last changed it, None once that was acknowledged;
    `promised_at` is when it shall be ready, if the customer was told a time.
    """

    id: int
    number: int
    placed_at: int
    station: str
    note: str
    stage: Stage
    rush: bool
    changed: bool
    claimed_by: str | None
    ready_at: int | None
    lines: tuple[CardLine, ...]
    changed_at: int | None = None
    promised_at: int | None = None

    @property
    def done(self) -> int:
        """How many of the lines need nothing more."""
        return sum(1 for line in self.lines if line.done)

    @property
    def question(self) -> CardLine | None:
        """The line that waits longest for the counter's answer."""
        asked = [line for line in self.lines if line.asked_at is not None]
        return min(asked, key=lambda line: line.asked_at or 0, default=None)

    def lateness(self, now: int, limits: "Limits") -> Lateness:
        """How late it is at `now` (UTC ms); a ready order is late no more."""
        warn_at, late_at = self.turns(limits)
        if self.stage >= Stage.READY or now < warn_at:
            return Lateness.NORMAL
        return Lateness.LATE if now >= late_at else Lateness.WARN

    def turns(self, limits: "Limits") -> tuple[int, int]:
        """When (UTC ms) it becomes almost late, and late.

        With a promise: when what is still open would just be done in time at the shop's pace (or a
        quarter of the promised time is left), and when the promise is broken.
        """
        if self.promised_at is None:
            return self.placed_at + limits.warn, self.placed_at + limits.late
        work = limits.per_line * (len(self.lines) - self.done)
        quarter = (self.promised_at - self.placed_at) // 4
        return self.promised_at - max(work, quarter), self.promised_at


@dataclass(frozen=True, slots=True)
class Limits:
    """After how many ms an order is almost late, and late; `per_line` is the shop's pace.

    An order with a promise goes by that instead (see `Card.turns`).
    """

    warn: int
    late: int
    per_line: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open orders stand where; `late` of those not ready."""

    waiting: int
    picking: int
    ready: int
    late: int


@dataclass(frozen=True, slots=True)
class Chore:
    """Goods of a cancelled line that go back to the shelf."""

    id: int
    number: int
    name: str
    unit: str
    quantity: int
    at: int


@dataclass(frozen=True, slots=True)
class Wall:
    """All that hangs on the warehouse's wall at one moment.

    `waiting` are the orders still to be prepared, in working order; `ready` those to be handed
    over, the longest ready first; `chores` what goes back to the shelf.
    """

    waiting: list[Card]
    ready: list[Card]
    chores: list[Chore]
    limits: Limits


def limits() -> Limits:
    """The shop's limits."""
    chosen = preferences.everything()
    return Limits(
        chosen[preferences.WARN_AFTER.key] * MINUTE,
        chosen[preferences.LATE_AFTER.key] * MINUTE,
        round(promise.learn().per_line),
    )


def wall() -> Wall:
    """Everything the warehouse's window shows, as it was at one moment."""
    with snapshot():
        chosen = limits()
        cards = _read(Order.stage <= int(Stage.READY))
        chores = put_backs()
    open_ = [card for card in cards if card.stage < Stage.READY]
    ready_ = [card for card in cards if card.stage == Stage.READY]
    return Wall(
        in_working_order(open_, clock.now(), chosen), _longest_first(ready_), chores, chosen
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """How some orders stand now: `cards` of those still open, and all that goes back."""

    order_ids: frozenset[int]
    cards: list[Card]
    chores: list[Chore]


def changes(order_ids: frozenset[int]) -> Changes:
    """How these orders stand now; costs the same however many others are open."""
    with snapshot():
        return Changes(order_ids, _read(Order.id.in_(sorted(order_ids))), put_backs())


def changed(wall: Wall, news: Changes) -> Wall:
    """The wall with the news on it."""
    waiting_ = [card for card in wall.waiting if card.id not in news.order_ids]
    ready_ = [card for card in wall.ready if card.id not in news.order_ids]
    waiting_ += [card for card in news.cards if card.stage < Stage.READY]
    ready_ += [card for card in news.cards if card.stage == Stage.READY]
    waiting_ = in_working_order(waiting_, clock.now(), wall.limits)
    return Wall(waiting_, _longest_first(ready_), news.chores, wall.limits)


def waiting() -> list[Card]:
    """The orders still to be prepared: late ones first, then rush, then oldest first."""
    return in_working_order(_cards(Stage.WAITING, Stage.PICKING), clock.now(), limits())


def ready() -> list[Card]:
    """The orders ready to be handed over, the longest ready first."""
    return _longest_first(_cards(Stage.READY))


def card(order_id: int) -> Card | None:
    """One open order, or None."""
    found = _read(Order.id == order_id)
    return found[0] if found else None


def in_working_order(cards: Iterable[Card], now: int, limits: Limits) -> list[Card]:
    """Cards in the order in which they should be worked on."""

    def urgency(card: Card) -> tuple[bool, bool, int]:
        return (card.lateness(now, limits) != Lateness.LATE, not card.rush, card.id)

    return sorted(cards, key=urgency)


def counts() -> Counts:
    """How many open orders stand where."""
    now, late = clock.now(), preferences.get(preferences.LATE_AFTER) * MINUTE
    due = f"COALESCE(promised_at, placed_at + {late})"
    stage = Order.stage
    query = Order.select(
        fn.COUNT(SQL("CASE WHEN stage = 0 THEN 1 END")),
        fn.COUNT(SQL("CASE WHEN stage = 1 THEN 1 END")),
        fn.COUNT(SQL("CASE WHEN stage = 2 THEN 1 END")),
        fn.COUNT(SQL(f"CASE WHEN stage < 2 AND {due} <= {now} THEN 1 END")),
    ).where(SQL("stage < 3"), stage < int(Stage.HANDED_OVER))
    return Counts(*(one(query) or (0, 0, 0, 0)))


def put_backs() -> list[Chore]:
    """What still has to go back to the shelf, oldest first."""
    query = (
        PutBack.select(
            PutBack.id, Order.number, PutBack.name, PutBack.unit, PutBack.quantity, PutBack.at
        )
        .join(Order, on=(PutBack.order == Order.id))
        .where(PutBack.done_at.is_null())
        .order_by(PutBack.id)
    )
    return rows(query, Chore)


def _longest_first(cards: list[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: (card.ready_at or 0, card.id))


def _cards(*stages: Stage) -> list[Card]:
    return _read(Order.stage.in_([int(stage) for stage in stages]))


_ORDER = (
    Order.id, Order.number, Order.placed_at, Order.station, Order.note, Order.stage, Order.rush,
    Order.changed, Order.claimed_by, Order.ready_at, Order.promised_at,
)  # fmt: skip
_LINE = (
    OrderLine.order, OrderLine.line, OrderLine.product, OrderLine.sku, OrderLine.name,
    OrderLine.unit, OrderLine.ordered, OrderLine.picked, OrderLine.short, OrderLine.cancelled,
    OrderLine.seen, OrderLine.note, OrderLine.asked, OrderLine.asked_at, OrderLine.answer,
)  # fmt: skip


def _read(condition: Any) -> list[Card]:
    # As many statements however long the queue is; `stage < 3` lets the partial index answer. The
    # lines are asked for by order: SQLite runs through all lines there ever were for a join.
    is_open = SQL("stage < 3")
    with snapshot():
        orders = rows(
            Order.select(*_ORDER).where(is_open, condition).order_by(Order.id), lambda *row: row
        )
        lines = rows(
            OrderLine.select(*_LINE)
            .where(OrderLine.order.in_(Order.select(Order.id).where(is_open, condition)))
            .order_by(OrderLine.order, OrderLine.line),
            lambda *row: row,
        )
        changes = _last_changes([row[0] for row in orders if row[7]])
    by_order = {
        order: tuple(CardLine(*row[1:]) for row in group)
        for order, group in groupby(lines, key=lambda row: row[0])
    }
    return [
        Card(
            id_, number, placed_at, station, note, Stage(stage), bool(rush), bool(changed),
            claimed_by, ready_at, by_order.get(id_, ()), changes.get(id_), promised_at,
        )
        for id_, number, placed_at, station, note, stage, rush, changed, claimed_by, ready_at,
            promised_at
        in orders
    ]  # fmt: skip


def _last_changes(order_ids: list[int]) -> dict[int, int]:
    """When the counter last changed each of these orders."""
    if not order_ids:
        return {}
    query = (
        Journal.select(Journal.order, fn.MAX(Journal.at))
        .where(Journal.order.in_(order_ids), Journal.kind.in_([events.CHANGED, events.ANSWERED]))
        .group_by(Journal.order)
    )
    return dict(rows(query, lambda *row: row))
