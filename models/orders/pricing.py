"""What an order comes to: discounts, tax and total, computed in this one place.

A line is charged for what is neither cancelled nor short. Its discount, given for the whole
quantity, shrinks with it. The order's discount is shared out over the lines so that the parts add
up to it; tax is taken per line from what is then left (PPN, inclusive or on top).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.amounts import half_up, line_total, shared_out, tax_on, tax_within


@dataclass(frozen=True, slots=True)
class Charge:
    """One line to be charged: `billed` of `ordered` thousandths at `price`; money in rupiah."""

    price: int
    ordered: int
    billed: int
    discount: int
    tax_rate: int


@dataclass(frozen=True, slots=True)
class Bill:
    """What it comes to, in rupiah. `line_totals` and `line_nets` are parallel to the charges."""

    subtotal: int
    discount: int
    tax: int
    total: int
    line_totals: tuple[int, ...]
    line_nets: tuple[int, ...]


def bill(charges: Sequence[Charge], discount: int, *, tax_included: bool) -> Bill:
    """The bill for `charges` with `discount` on the whole order (never below zero)."""
    totals = [_line(c) if c.discount else line_total(c.price, c.billed) for c in charges]
    subtotal = sum(totals)
    discount = min(discount, subtotal)
    nets = totals
    if discount:
        shares = shared_out(discount, totals)
        nets = [total - share for total, share in zip(totals, shares, strict=True)]
    tax_of = tax_within if tax_included else tax_on
    tax = sum(tax_of(net, c.tax_rate) for net, c in zip(nets, charges, strict=True) if c.tax_rate)
    total = subtotal - discount + (0 if tax_included else tax)
    return Bill(subtotal, discount, tax, total, tuple(totals), tuple(nets))


def _line(charge: Charge) -> int:
    gross = line_total(charge.price, charge.billed)
    # Both are rounded: half of a line of 1 rupiah costs 0, and its discount would still be 1.
    return gross - min(gross, half_up(charge.discount * charge.billed, charge.ordered))
