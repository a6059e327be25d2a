"""What the warehouse has to do now: the open orders as cards, late ones first."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from peewee import fn

from models import clock, events
from models.clock import MINUTE
from models.fulfilment import promise
from models.fulfilment.cards import Card, CardLine, Limits, in_working_order
from models.settings import preferences
from models.stages import Stage
from models.storage.database import rows, snapshot
from models.storage.tables import IS_OPEN, Journal, Order, OrderLine, Product, PutBack, has_come
from models.text.words import tells_more


@dataclass(frozen=True, slots=True)
class RestockTask:
    """Goods of a cancelled line that go back to the shelf."""

    id: int
    number: int
    name: str
    unit: str
    quantity: int
    at: int


@dataclass(frozen=True, slots=True)
class Wall:
    """All that the warehouse's wall shows at one moment.

    `waiting` are the orders still to be prepared, in working order; `ready` those to be handed
    over, the longest ready first; `later` those whose time has not come, the next one first;
    `restock_tasks` what goes back to the shelf.
    """

    waiting: list[Card]
    ready: list[Card]
    restock_tasks: list[RestockTask]
    limits: Limits
    later: list[Card] = field(default_factory=list)

    def as_of(self, now: int) -> "Wall":
        """The same orders at `now` (UTC ms): some are late by then, the time of some has come."""
        return _arranged(
            self.waiting + self.later, self.ready, self.restock_tasks, self.limits, now
        )


def limits() -> Limits:
    """The shop's limits."""
    chosen = preferences.all_values()
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
        restock_tasks = open_restock_tasks()
    open_ = [card for card in cards if card.stage < Stage.READY]
    ready_ = [card for card in cards if card.stage == Stage.READY]
    return _arranged(open_, ready_, restock_tasks, chosen, clock.now())


def _arranged(
    open_: list[Card],
    ready_: list[Card],
    restock_tasks: list[RestockTask],
    limits: Limits,
    now: int,
) -> Wall:
    later = sorted(
        (card for card in open_ if card.is_later(now)), key=lambda card: (card.since, card.id)
    )
    waiting_ = in_working_order((card for card in open_ if not card.is_later(now)), now, limits)
    ready_ = sorted(ready_, key=lambda card: (card.ready_at or 0, card.id))
    return Wall(waiting_, ready_, restock_tasks, limits, later)


@dataclass(frozen=True, slots=True)
class Changes:
    """How some orders stand now: `cards` of those still open, and all that goes back."""

    order_ids: frozenset[int]
    cards: list[Card]
    restock_tasks: list[RestockTask]


def changes(order_ids: frozenset[int]) -> Changes:
    """How these orders stand now; costs the same however many others are open."""
    with snapshot():
        return Changes(order_ids, _read(Order.id.in_(sorted(order_ids))), open_restock_tasks())


def changed(wall: Wall, news: Changes) -> Wall:
    """The wall with the news on it."""
    open_ = [card for card in wall.waiting + wall.later if card.id not in news.order_ids]
    ready_ = [card for card in wall.ready if card.id not in news.order_ids]
    open_ += [card for card in news.cards if card.stage < Stage.READY]
    ready_ += [card for card in news.cards if card.stage == Stage.READY]
    return _arranged(open_, ready_, news.restock_tasks, wall.limits, clock.now())


def waiting() -> list[Card]:
    """The orders still to be prepared: late ones first, then rush, then oldest first."""
    now = clock.now()
    cards = _read(Order.stage < int(Stage.READY), has_come(now))
    return in_working_order(cards, now, limits())


def later() -> list[Card]:
    """The orders whose time has not come, the next one first."""
    cards = _read(Order.stage < int(Stage.READY), ~has_come(clock.now()))
    return sorted(cards, key=lambda card: (card.since, card.id))


def ready() -> list[Card]:
    """The orders ready to be handed over, the longest ready first."""
    return _arranged([], _read(Order.stage == int(Stage.READY)), [], limits(), clock.now()).ready


def card(order_id: int) -> Card | None:
    """One open order, or None."""
    found = _read(Order.id == order_id)
    return found[0] if found else None


def line(order_id: int, number: int) -> CardLine | None:
    """One line of an open order, or None."""
    found = card(order_id)
    return next((one for one in found.lines if one.line == number), None) if found else None


def open_restock_tasks() -> list[RestockTask]:
    """What still has to go back to the shelf, oldest first."""
    query = (
        PutBack.select(
            PutBack.id, Order.number, PutBack.name, PutBack.unit, PutBack.quantity, PutBack.at
        )
        .join(Order, on=(PutBack.order == Order.id))
        .where(PutBack.done_at.is_null())
        .order_by(PutBack.id)
    )
    return rows(query, RestockTask)


_ORDER = (
    Order.id, Order.number, Order.placed_at, Order.station, Order.note, Order.stage, Order.rush,
    Order.changed, Order.claimed_by, Order.ready_at, Order.promised_at,
    Order.starts_at, Order.total, Order.paid,
)  # fmt: skip
_LINE = (
    OrderLine.order, OrderLine.line, OrderLine.product, OrderLine.sku, OrderLine.name,
    OrderLine.unit, OrderLine.ordered, OrderLine.picked, OrderLine.short, OrderLine.cancelled,
    OrderLine.seen, OrderLine.note, OrderLine.words, OrderLine.asked, OrderLine.asked_at,
    OrderLine.answer, Product.category,
)  # fmt: skip


def _read(*conditions: Any) -> list[Card]:
    # As many statements however long the queue is. The lines are asked for by order: SQLite runs
    # through all lines there ever were for a join.
    with snapshot():
        orders = rows(
            Order.select(*_ORDER).where(IS_OPEN, *conditions).order_by(Order.id), lambda *row: row
        )
        lines = rows(
            OrderLine.select(*_LINE)
            .join(Product, on=(OrderLine.product == Product.id))
            .where(OrderLine.order.in_(Order.select(Order.id).where(IS_OPEN, *conditions)))
            .order_by(OrderLine.order, OrderLine.line),
            lambda *row: row,
        )
        changes = _last_changes([row[0] for row in orders if row[7]])
    by_order = {
        order: tuple(_card_line(*row[1:]) for row in group)
        for order, group in groupby(lines, key=lambda row: row[0])
    }
    return [
        Card(
            id_, number, placed_at, station, note, Stage(stage), bool(rush), bool(changed),
            claimed_by, ready_at, by_order.get(id_, ()), changes.get(id_), promised_at,
            starts_at, total, paid,
        )
        for id_, number, placed_at, station, note, stage, rush, changed, claimed_by, ready_at,
            promised_at, starts_at, total, paid
        in orders
    ]  # fmt: skip


def _card_line(*row: Any) -> CardLine:
    """With what the customer wrote in its note, where that tells the picker more than the name."""
    *before, note, words = row[:12]
    if words and tells_more(words, before[3]):
        note = " \u00b7 ".join(filter(None, (note, f"\u201c{words}\u201d")))
    return CardLine(*(*before, note, *row[12:]))


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
