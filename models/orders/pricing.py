"""What an order comes to: discounts, tax and total, computed in this one place.

A line is charged for what is neither cancelled nor short nor brought back. A discount that is a
rate follows what is charged. One that is a sum was given for a whole quantity and shrinks with it;
that of the order is shared out over what is wanted of the lines when it is given: what is added
later shares in it, and what goes takes its share along. Tax is taken per line from what is then
left (PPN, inclusive or on top).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from models.amounts import Discount, half_up, line_total, percent_of, shared_out, tax_on, tax_within
from models.journal import rights
from models.settings import preferences
from models.stages import sold_of

Row = dict[str, Any]
_NOTHING: Mapping[int, Row] = MappingProxyType({})


class Charge(NamedTuple):
    """One line to be charged: `billed` of `ordered` thousandths at `price`; money in rupiah.

    A `discount` that is a sum is on all that was ordered, as is `share`, the line's part of a sum
    off the whole order.
    """

    price: int
    ordered: int
    billed: int
    discount: Discount
    tax_rate: int
    share: int = 0

    @property
    def total(self) -> int:
        """What is billed of it, after the line's discount."""
        gross = line_total(self.price, self.billed)
        if not self.discount:
            return gross
        if self.discount.rate:
            return gross - self.discount.off(gross)
        # Both are rounded: half of a line of 1 rupiah costs 0, and its discount would still be 1.
        return gross - min(gross, part_of(self.discount.amount, self.billed, self.ordered))


@dataclass(frozen=True, slots=True)
class Bill:
    """What it comes to, in rupiah. `line_totals` and `line_nets` are parallel to the charges."""

    subtotal: int
    discount: int
    tax: int
    total: int
    line_totals: tuple[int, ...]
    line_nets: tuple[int, ...]


def bill(charges: Sequence[Charge], rate: int, *, tax_included: bool) -> Bill:
    """The bill for `charges`, with `rate` basis points or else their shares off the order."""
    totals = [charge.total for charge in charges]
    subtotal = sum(totals)
    if rate:
        shares = shared_out(percent_of(subtotal, rate), totals)
    else:
        shares = [
            min(total, part_of(c.share, c.billed, c.ordered)) if c.share else 0
            for total, c in zip(totals, charges, strict=True)
        ]
    nets = [total - share for total, share in zip(totals, shares, strict=True)]
    tax_of = tax_within if tax_included else tax_on
    tax = sum(tax_of(net, c.tax_rate) for net, c in zip(nets, charges, strict=True) if c.tax_rate)
    total = sum(nets) + (0 if tax_included else tax)
    return Bill(subtotal, sum(shares), tax, total, tuple(totals), tuple(nets))


def part_of(off: int, some: int, whole: int) -> int:
    """What `some` thousandths have of a sum that is off the `whole` quantity."""
    return half_up(off * some, whole)


def on_whole(off: int, some: int, whole: int) -> int:
    """The sum off the `whole` quantity of which `some` thousandths of it have exactly `off`."""
    return half_up(off * whole, some) if some else 0


# --- of an order that is placed -------------------------------------------------------------


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


# --- what needs an owner's approval --------------------------------------------------------


def check_discount(lines: Collection[Row], before: Mapping[int, Row] = _NOTHING) -> None:
    """Passes the lines of an order where no more is given away above the shop's limit than was
    `before` (by number), on all of it or by a line's own discount: that was approved, or needed
    no approval.
    """
    if not any(map(_given, lines)):
        return
    limit = 100 * preferences.get(preferences.DISCOUNT_LIMIT)
    was = {number: _above(line, limit) for number, line in before.items()}
    # A line's share of what is off the order may be a rupiah more, by rounding.
    more, own, within, grown = [], [], [], -sum(above for above, _ in was.values())
    for line in lines:
        above, own_above = _above(line, limit)
        above_before, own_before = was.get(line["line"], (0, 0))
        grown += above - 1
        if own_above > own_before + 1:
            own.append(line)
        elif above > above_before + 1:
            more.append(line)
        elif above <= 1:
            within.append(line)
    told = [(x["name"], _gross(x), _given(x)) for x in (own + more if grown > 0 else own)]
    off, value = sum(map(_given, within)), sum(map(_gross, within))
    off_before = sum(_given(before[x["line"]]) for x in within if x["line"] in before)
    by_line = sum(percent_of(_gross(x), limit) for x in within)
    if not told and off > max(by_line, percent_of(value, limit), off_before):
        told = [("", value, off)]
    if told:
        rights.check("orders.large_discount", lambda: {"discounts": told})


def check_lowered(before: Row, now: Row) -> None:
    """Passes an order that the counter changed where no less is to be paid of what was paid for."""
    if before["paid"] > 0 and now["total"] < before["total"]:
        facts = {"number": now["number"], "before": before["total"], "after": now["total"]}
        rights.check("orders.lower_paid", facts.copy)


def _gross(line: Row) -> int:
    """What is sold of a line, before any discount, in rupiah."""
    return line_total(line["price"], sold_of(line))


def _given(line: Row) -> int:
    """What is given away of it by its own discount and by that of the order, in rupiah."""
    return _gross(line) - int(line["net"])


def _above(line: Row, limit: int) -> tuple[int, int]:
    """What is given away of a line above `limit` basis points, in rupiah: by both discounts, and
    by its own alone."""
    gross = _gross(line)
    free = percent_of(gross, limit)
    return max(0, gross - int(line["net"]) - free), max(0, gross - int(line["total"]) - free)
