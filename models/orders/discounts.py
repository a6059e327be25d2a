"""Discounts on the lines of an order that is placed: what each has, and takes along when it goes.

A rate follows the goods. A sum off the order is shared out over what is wanted when it is given;
goods that are added later share in it, goods that go take their part of it along.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from models.amounts import Discount, shared_out
from models.orders.pricing import Charge, on_whole, part_of
from models.stages import sold_of

Row = dict[str, Any]


def discount_of(row: Mapping[str, Any]) -> Discount:
    """What is given on an order or a line."""
    return Discount(row["discount"], row["discount_rate"])


def columns_of(discount: Discount) -> Row:
    """The columns of an order or a line that hold it."""
    return {"discount": discount.amount, "discount_rate": discount.rate}


def charge_of(line: Mapping[str, Any]) -> Charge:
    """What is to be paid for of a line."""
    return Charge(
        line["price"], line["ordered"], sold_of(line), discount_of(line), line["tax_rate"],
        line["share"] or 0,
    )  # fmt: skip


def complete(lines: Iterable[Row]) -> None:
    """Shares that were not kept before are what the lines have by now of the sum."""
    for line in lines:
        if line["share"] is None:
            off = line["total"] - line["net"]
            line["share"] = on_whole(off, sold_of(line), line["ordered"])


def shared(lines: Iterable[Row]) -> int:
    """What is left of the sum off the order, by its parts, in rupiah."""
    return sum(part_of(x["share"] or 0, sold_of(x), x["ordered"]) for x in lines)


def share_out(lines: Iterable[Row], off: int) -> None:
    """Shares `off` rupiah of the order out over what is sold of its lines, by their value."""
    lines = list(lines)
    totals = [charge_of(line).total for line in lines]
    shares = shared_out(min(off, sum(totals)), totals)
    for line, share in zip(lines, shares, strict=True):
        line["share"] = on_whole(share, sold_of(line), line["ordered"])
