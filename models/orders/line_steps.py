"""The steps of which the counter's verbs on a placed order are made."""

from collections.abc import Mapping, Sequence
from typing import Any

from models import amounts, events, print_spool
from models.errors import CannotUndo, OrderIsPaid
from models.orders.record import Record
from models.print_spool import Wish
from models.stages import Stage, open_of, stage_of
from models.storage.database import one
from models.storage.tables import PutBack


def wanted_of(line: Mapping[str, Any]) -> int:
    """How much of a line the customer still gets, or has: neither cancelled nor short."""
    return int(line["ordered"] - line["cancelled"] - line["short"])


def take_off(record: Record, discounts: Mapping[int, int], discount: int | None) -> None:
    """Gives the lines and the order their other discounts."""
    for number, off in discounts.items():
        line = record.line(number)
        wanted = wanted_of(line)
        amounts.checked_discount(off, amounts.line_total(line["price"], wanted))
        # Kept for all that was ordered; what is left of the line has its part of it.
        line["discount"] = amounts.half_up(off * line["ordered"], wanted) if wanted else 0
    if discount is not None:
        record.charge()
        limit = record.order["subtotal"]
        record.order["discount"] = amounts.checked_discount(discount, limit)


def save_change(
    record: Record,
    papers: Sequence[Wish],
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


def cut(record: Record, line: dict[str, Any], quantity: int) -> None:
    """Cancels `quantity` of a line: what is open first, then what was picked, not what is gone."""
    from_open = min(quantity, open_of(line))
    from_picked = min(quantity - from_open, line["picked"] - line["handed"])
    if from_picked:
        record.put_back(line, from_picked)
    line["picked"] -= from_picked
    line["cancelled"] += from_open + from_picked


def drop_chore(record: Record, line: dict[str, Any], quantity: int) -> None:
    """Goods that are picked again need not go back to the shelf."""
    chore = one(
        PutBack.select(PutBack.id).where(
            PutBack.order == record.id,
            PutBack.product == line["product"],
            PutBack.quantity == quantity,
            PutBack.done_at.is_null(),
        )
    )
    if chore is None:
        raise CannotUndo(events.CANCELLED)
    PutBack.delete().where(PutBack.id == chore[0]).execute()
