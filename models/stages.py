"""Where an order stands, derived from its lines; never set by hand."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any


class Stage(IntEnum):
    """The fulfilment axis, see `OPEN`."""

    WAITING = 0
    PICKING = 1
    READY = 2
    HANDED_OVER = 3
    CANCELLED = 4


#: An order is open until it is handed over or cancelled, also one that is wanted later.
OPEN = (Stage.WAITING, Stage.PICKING, Stage.READY)


class Paid(IntEnum):
    """The payment axis."""

    UNPAID = 0
    PART = 1
    PAID = 2
    REFUNDED = 3
    OVER = 4  # more is in the till than the order comes to: it goes back


def open_of(line: Mapping[str, Any]) -> int:
    """What is still to be picked of a line, thousandths."""
    return int(line["ordered"] - line["picked"] - line["short"] - line["cancelled"])


def handed_at_once(order: Mapping[str, Any]) -> bool:
    """Whether an order never waited: it was handed over at the counter as it was paid."""
    at = order["placed_at"], order["placed_at"]
    return order["claimed_at"] is None and (order["ready_at"], order["handed_at"]) == at


def sold_of(line: Mapping[str, Any]) -> int:
    """What the customer pays for: neither cancelled, nor short, nor brought back."""
    return int(line["ordered"] - line["cancelled"] - line["short"] - line["returned"])


def stage_of(lines: Iterable[Mapping[str, Any]]) -> Stage:
    """The stage that the lines say.

    Nothing picked or decided: waiting. Some of it: picking. Nothing open: ready, once all that
    was picked is handed over: handed over. Nothing left to give out: cancelled.
    """
    lines = list(lines)
    picked = sum(line["picked"] for line in lines)
    if any(open_of(line) for line in lines):
        begun = picked or any(line["short"] for line in lines)
        return Stage.PICKING if begun else Stage.WAITING
    if not picked:
        return Stage.CANCELLED
    if all(line["handed"] == line["picked"] for line in lines):
        return Stage.HANDED_OVER
    return Stage.READY


def paid_of(total: int, paid: int, refunded: bool) -> Paid:
    """The payment state of an order of `total` with `paid` in the till (refunds taken off)."""
    if refunded and paid <= 0:
        return Paid.REFUNDED
    if paid > total:
        return Paid.OVER
    if paid == total:
        return Paid.PAID
    return Paid.PART if paid else Paid.UNPAID
