"""What is on the shelf, what is promised, and why it changed.

Placing reserves, picking consumes, cancelling releases, a short pick corrects. Counting is
optional per product: one without a stock row is not counted and never runs out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from peewee import Query, fn

from models import amounts, clock, events, session
from models.errors import CannotUndo, UnknownProduct
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import Statement, bind_param, one, rows, transaction
from models.storage.tables import OrderLine, Product, Stock, StockMovement, of_open_orders
from models.text import redaction

Row = Mapping[str, Any]

_RESERVE = Statement(
    lambda: Stock.update({Stock.reserved: Stock.reserved + bind_param("quantity")}).where(
        Stock.product == bind_param("product")
    )
)
_MOVE = Statement(
    lambda: (
        Stock.update({Stock.on_hand: Stock.on_hand + bind_param("change")})
        .where(Stock.product == bind_param("product"))
        .returning(Stock.on_hand)
    )
)
_RECORD = Statement(
    lambda: StockMovement.insert(
        {
            StockMovement.product: bind_param("product"),
            StockMovement.order: bind_param("order"),
            StockMovement.at: bind_param("at"),
            StockMovement.change: bind_param("change"),
            StockMovement.on_hand: bind_param("on_hand"),
            StockMovement.reason: bind_param("reason"),
            StockMovement.station: bind_param("station"),
            StockMovement.staff: bind_param("staff"),
        }
    )
)


def reserve(lines: Iterable[Row]) -> None:
    """Promises each line's `quantity` of its `product`, inside the present transaction."""
    _RESERVE.run_many(lines)


def move(product: int, change: int, reason: str, *, order: int | None = None) -> int | None:
    """Changes what is on the shelf and records why; what is there afterwards.

    None when the product is not counted.
    """
    if not change:
        return None
    row = _MOVE.run({"product": product, "change": change}).fetchone()
    if row is None:
        return None
    _RECORD.run(
        {
            "product": product,
            "order": order,
            "at": clock.now(),
            "change": change,
            "on_hand": row[0],
            "reason": reason,
            "station": session.current.station,
            "staff": session.current.staff,
        }
    )
    return int(row[0])


def record_many(movements: Iterable[Row]) -> None:
    """Records movements that were done in one go, whose outcome is stored by the caller."""
    _RECORD.run_many(movements)


def level(product: int) -> tuple[int, int] | None:
    """(on hand, reserved) in thousandths, or None when the product is not counted."""
    row = one(Stock.select(Stock.on_hand, Stock.reserved).where(Stock.product == product))
    return (row[0], row[1]) if row else None


def not_oversellable(products: Sequence[int]) -> list[tuple[int, str, int]]:
    """(product, name, available thousandths) of those that may not be sold below zero."""
    found: list[tuple[int, str, int]] = (
        _not_oversellable(len(products)).run(dict(enumerate(products))).fetchall()
        if products
        else []
    )
    return found


@cache
def _not_oversellable(count: int) -> Statement:
    def build() -> Query:
        places = [bind_param(at) for at in range(count)]
        return (
            Product.select(Product.id, Product.name, Stock.on_hand - Stock.reserved)
            .join(Stock, on=(Stock.product == Product.id))
            .where(Product.id.in_(places), Product.stock_policy == "block")
        )

    return Statement(build)


def begin(product: int, on_hand: int, reason: str, reserved: int = 0) -> None:
    """Starts counting a product, inside the present transaction."""
    Stock.insert(product=product, on_hand=0, reserved=reserved).execute()
    move(product, on_hand, reason)


def promises() -> dict[int, int]:
    """What open orders still need (thousandths), by product."""
    left = OrderLine.ordered - OrderLine.picked - OrderLine.short - OrderLine.cancelled
    query = (
        OrderLine.select(OrderLine.product, fn.SUM(left))
        .where(of_open_orders())
        .group_by(OrderLine.product)
    )
    return dict(rows(query, lambda product, open_: (product, int(open_))))


@verb()
def adjust(product: int, on_hand: int, *, reason: str = "counted") -> Receipt[None]:
    """Sets what is on the shelf to what was counted (thousandths, zero or more).

    Raises `BadQuantity`, `UnknownProduct`.
    """
    amounts.checked_count(on_hand)
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT, required=True)
    with transaction():
        if one(Product.select(Product.id).where(Product.id == product)) is None:
            raise UnknownProduct(product)
        before = level(product)
        if before is None:
            begin(product, on_hand, reason, promises().get(product, 0))
        else:
            move(product, on_hand - before[0], reason)
        return _enter(product, before[0] if before else None, on_hand, reason)


@verb()
def stop_counting(product: int) -> Receipt[None]:
    """From now on the product never runs out; its movements stay."""
    with transaction():
        before = level(product)
        if before is None:
            return Receipt(None)
        _forget(product, before[0], "not_counted")
        return _enter(product, before[0], None, "not_counted")


def revert(event: Event) -> Receipt[None]:
    """Takes a count back: what was sold or brought since stays sold or brought.

    Raises `CannotUndo` when the product was counted again since.
    """
    product, (before, after) = event.payload["product"], event.payload["on_hand"]
    now = level(product)
    if product in counted_since(event.sequence) or (now is None) != (after is None):
        raise CannotUndo(event.kind)
    if now is None:
        begin(product, before, "undone", promises().get(product, 0))
        return _enter(product, None, before, "undone", undone=event.sequence)
    if before is None:
        _forget(product, now[0], "undone")
        return _enter(product, now[0], None, "undone", undone=event.sequence)
    move(product, before - after, "undone")
    there = now[0] + before - after
    return _enter(product, now[0], there, "undone", undone=event.sequence)


def counted_since(sequence: int) -> set[int]:
    """The products of which somebody said since that entry how much is on the shelf."""
    counts = (
        events.STOCK_ADJUSTED, events.CATALOGUE_IMPORTED, events.SHORTED, events.ASKED,
        events.UNDONE,
    )  # fmt: skip
    entries = journal.by_kind(counts, since=sequence)
    gone = journal.undone_sequences(entries)
    standing = [x for x in entries if x.undone is None and x.sequence not in gone]
    return {product for event in standing for product in _counted_in(event.payload)}


def _counted_in(payload: Row) -> Iterator[int]:
    if "on_hand" in payload:
        yield payload["product"]
    yield from map(int, payload.get("stock", ()))
    for first, last in payload.get("created", ()):
        yield from range(first, last + 1)
    for correction in payload.get("facts", {}).get("corrections", ()):
        yield correction["product"]


def _forget(product: int, on_hand: int, reason: str) -> None:
    move(product, -on_hand, reason)
    Stock.delete().where(Stock.product == product).execute()


def _enter(
    product: int, before: int | None, after: int | None, reason: str, **facts: int
) -> Receipt[None]:
    payload = {"product": product, "on_hand": [before, after], "reason": reason}
    return Receipt(journal.append(events.STOCK_ADJUSTED, payload | facts))
