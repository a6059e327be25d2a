"""The steps of which the counter's verbs on a placed order are made."""

from collections.abc import Mapping, Sequence
from typing import Any

from models import amounts, events, print_spool
from models.amounts import Discount
from models.catalogue import stock
from models.catalogue.costs import costs_of
from models.errors import CannotUndo, NotEnoughStock, OrderIsPaid, TooManyLines
from models.orders import pricing
from models.orders.cart import CartLine
from models.orders.record import NEW_LINE, Record
from models.print_spool import PrintRequest
from models.stages import Stage, open_of, stage_of
from models.storage.database import one
from models.storage.tables import PutBack


def wanted_quantity(line: Mapping[str, Any]) -> int:
    """How much of a line the customer still gets, or has: neither cancelled nor short."""
    return int(line["ordered"] - line["cancelled"] - line["short"])


def check_stock(lines: list[dict[str, Any]]) -> None:
    """Raises `NotEnoughStock` for a product that may not be oversold."""
    asked: dict[int, int] = {}
    for line in lines:
        asked[line["product"]] = asked.get(line["product"], 0) + line["ordered"]
    for product, name, available in stock.not_oversellable(list(asked)):
        if asked[product] > available:
            raise NotEnoughStock(name, asked[product], max(0, available))


def hand_over(order: dict[str, Any], lines: list[dict[str, Any]]) -> None:
    """The customer takes a new order along: nobody is promised anything, and nobody picks it."""
    for line in lines:
        line["picked"] = line["handed"] = line["ordered"]
    order["stage"], order["promised_at"] = int(stage_of(lines)), None
    order["ready_at"] = order["handed_at"] = order["placed_at"]


def set_discounts(
    record: Record, of_lines: Mapping[int, Discount], of_order: Discount | None
) -> None:
    """Gives the lines and the order their other discounts."""
    for number, discount in of_lines.items():
        line = record.line(number)
        wanted = wanted_quantity(line)
        amounts.checked_discount(discount, amounts.line_total(line["price"], wanted))
        line |= pricing.columns_of(discount)
        # Kept for all that was ordered; what is left of the line has its part of it.
        line["discount"] = pricing.on_whole(discount.amount, wanted, line["ordered"])
    if of_order is not None:
        record.charge()
        amounts.checked_discount(of_order, record.order["subtotal"])
        record.order |= pricing.columns_of(of_order)
        pricing.share_out(record.lines.values(), of_order.amount)


def order_more(record: Record, line: dict[str, Any], quantity: int) -> None:
    """So many thousandths more of a line; sums off it and off the order stay what they are."""
    off = pricing.shared(record.lines.values())
    wanted, ordered = wanted_quantity(line), line["ordered"]
    line_off = pricing.part_of(line["discount"], wanted, ordered)
    line["ordered"] += quantity
    line["discount"] = pricing.on_whole(line_off, wanted + quantity, line["ordered"])
    pricing.share_out(record.lines.values(), off)


def save_change(
    record: Record,
    papers: Sequence[PrintRequest],
    kind: str = events.CHANGED,
    facts: Mapping[str, Any] | None = None,
    *,
    is_news: bool = True,
) -> int:
    """Stores what the counter changed; its journal entry. The warehouse acknowledges news."""
    if record.order["paid"] > 0 and stage_of(record.lines.values()) == Stage.CANCELLED:
        raise OrderIsPaid(record.number)
    if is_news:
        record.order["changed"] = True
    sequence = record.save(kind, facts)
    print_spool.add(papers, sequence)
    return sequence


def line_row(line: CartLine, *, seen: int, cost: int | None) -> dict[str, Any]:
    return NEW_LINE | {
        "product": line.product_id,
        "sku": line.sku,
        "name": line.name,
        "unit": line.unit,
        "price": line.price,
        "tax_rate": line.tax_rate,
        "ordered": line.quantity,
        "seen": seen,
        "cost": cost,
        **pricing.columns_of(line.discount),
        "share": 0,
        "note": line.note,
        "words": line.words,
    }


def add_lines(
    record: Record, added: Sequence[CartLine], *, handed: bool = False
) -> list[dict[str, Any]]:
    """Puts new lines into a placed order; their rows. Raises `BadQuantity`, `TooManyLines`.

    What is `handed` over the counter at once has no part of a sum off the order.
    """
    rows, off = [], pricing.shared(record.lines.values())
    costs = costs_of([extra.product_id for extra in added])
    for extra in added:
        amounts.checked_quantity(extra.quantity)
        row = line_row(extra.cleaned(), seen=0, cost=costs[extra.product_id])
        if handed:
            row |= dict.fromkeys(("seen", "picked", "handed"), extra.quantity) | {"bulk": True}
        rows.append(row)
        record.add_line(row)
    if len(record.lines) > amounts.LINES_LIMIT:
        raise TooManyLines(len(record.lines), amounts.LINES_LIMIT)
    if rows and not handed:
        pricing.share_out(record.lines.values(), off)
    return rows


def cancel_quantity(record: Record, line: dict[str, Any], quantity: int) -> None:
    """Cancels `quantity` of a line: what is open first, then what was picked, not what is gone."""
    from_open = min(quantity, open_of(line))
    from_picked = min(quantity - from_open, line["picked"] - line["handed"])
    if from_picked:
        record.add_restock_task(line, from_picked)
    line["picked"] -= from_picked
    line["cancelled"] += from_open + from_picked


def drop_restock_task(record: Record, line: dict[str, Any], quantity: int) -> None:
    """Goods that are picked again need not go back to the shelf."""
    task = one(
        PutBack.select(PutBack.id).where(
            PutBack.order == record.id,
            PutBack.product == line["product"],
            PutBack.quantity == quantity,
            PutBack.done_at.is_null(),
        )
    )
    if task is None:
        raise CannotUndo(events.CANCELLED)
    PutBack.delete().where(PutBack.id == task[0]).execute()
