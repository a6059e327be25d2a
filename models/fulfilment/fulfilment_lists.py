"""Lists beside the wall: what is still needed all day, what was done last, the customers' board."""

from dataclasses import dataclass

from peewee import fn

from models import clock
from models.stages import Stage
from models.storage.database import one, rows, snapshot
from models.storage.tables import IS_OPEN, Journal, Order, OrderLine, of_open_orders


@dataclass(frozen=True, slots=True)
class Need:
    """How much of a product (thousandths) is still to be picked, over how many open orders."""

    product_id: int
    sku: str
    name: str
    unit: str
    quantity: int
    orders: int


@dataclass(frozen=True, slots=True)
class Finished:
    """An order that left the wall: ready since `ready_at`, or handed over at `handed_at`.

    `paid` of `total` rupiah are in the till.
    """

    id: int
    number: int
    stage: Stage
    placed_at: int
    ready_at: int | None
    handed_at: int | None
    lines: int
    total: int
    paid: int


@dataclass(frozen=True, slots=True)
class ClosedOrder:
    """An order of which nothing is left to do: handed over or cancelled `at` (UTC ms), by whom.

    `station` and `staff` are empty when the journal does not say.
    """

    number: int
    placed_at: int
    stage: Stage
    at: int
    station: str
    staff: str


@dataclass(frozen=True, slots=True)
class BoardNumber:
    """A number on the customers' board, and since when (UTC ms) it stands in its column."""

    number: int
    since: int


@dataclass(frozen=True, slots=True)
class Board:
    """The customers' board: numbers and nothing else. `ready` has the newest first.

    Numbers in `preparing` whose time has not come yet are orders that are wanted later.
    """

    preparing: list[BoardNumber]
    ready: list[BoardNumber]


def needs() -> list[Need]:
    """What is still to be picked over all open orders, by product: the largest amount first.

    Without those that are wanted later and wait for their time.
    """
    left = OrderLine.ordered - OrderLine.picked - OrderLine.short - OrderLine.cancelled
    total = fn.SUM(left)
    query = (
        OrderLine.select(
            OrderLine.product, fn.MAX(OrderLine.sku), fn.MAX(OrderLine.name), OrderLine.unit,
            total, fn.COUNT(OrderLine.order.distinct()),
        )
        .where(of_open_orders(clock.now()), left > 0)
        .group_by(OrderLine.product, OrderLine.unit)
        .order_by(total.desc(), fn.MAX(OrderLine.name))
    )  # fmt: skip
    return rows(query, _need)


def finished(limit: int = 50) -> list[Finished]:
    """The orders that became ready or were handed over last, the newest first.

    Looks at the last thousand orders only, so that it costs the same in an old shop.
    """
    left_at = fn.COALESCE(Order.handed_at, Order.ready_at)
    newest = Order.select(fn.MAX(Order.id))
    query = (
        Order.select(
            Order.id, Order.number, Order.stage, Order.placed_at, Order.ready_at,
            Order.handed_at, Order.lines, Order.total, Order.paid,
        )
        .where(
            Order.id > fn.COALESCE(newest, 0) - 1000,
            Order.stage.in_([int(Stage.READY), int(Stage.HANDED_OVER)]),
        )
        .order_by(left_at.desc(), Order.id.desc())
        .limit(limit)
    )  # fmt: skip
    return rows(query, _finished)


def closed_order(order_id: int) -> ClosedOrder | None:
    """What became of an order that is open no more; None while it is, or when there is none."""
    with snapshot():
        order = one(
            Order.select(
                Order.number, Order.placed_at, Order.stage,
                fn.COALESCE(Order.handed_at, Order.cancelled_at),
            ).where(Order.id == order_id, Order.stage >= int(Stage.HANDED_OVER))
        )  # fmt: skip
        if order is None:
            return None
        number, placed_at, stage, at = order
        who = one(
            Journal.select(Journal.station, Journal.staff)
            .where(Journal.order == order_id, Journal.at == at)
            .order_by(Journal.sequence.desc())
        )
    return ClosedOrder(number, placed_at, Stage(stage), at, *(who or ("", "")))


def _need(product: int, sku: str, name: str, unit: str, quantity: int, orders: int) -> Need:
    return Need(product, sku, name, unit, int(quantity), orders)  # PostgreSQL sums to a Decimal


def _finished(
    id_: int, number: int, stage: int, placed: int, ready_at: int | None, handed: int | None,
    lines: int, total: int, paid: int,
) -> Finished:  # fmt: skip
    return Finished(id_, number, Stage(stage), placed, ready_at, handed, lines, total, paid)


def board() -> Board:
    """The numbers being prepared, oldest first, and those ready, newest first."""
    query = (
        Order.select(Order.number, Order.stage, Order.ready_at, Order.placed_at, Order.starts_at)
        .where(IS_OPEN)
        .order_by(Order.id)
    )
    found = rows(query, lambda *row: row)
    done = [BoardNumber(row[0], row[2] or 0) for row in found if row[1] == Stage.READY]
    return Board(
        [BoardNumber(row[0], row[4] or row[3]) for row in found if row[1] != Stage.READY],
        sorted(done, key=lambda ready: ready.since, reverse=True),
    )
