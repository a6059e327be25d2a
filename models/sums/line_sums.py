"""What a line of an order comes to: the numbers that are added up over days, products and rates."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from models.amounts import line_total, tax_on, tax_within
from models.stages import sold_of


class LineSums(NamedTuple):
    """`lines` is 1 where something was given, also when it came back; `quantity` in thousandths.

    `revenue` is what is paid for it, with its `tax`; `costed` is the revenue without tax of what
    has a known `cost`. Rupiah.
    """

    lines: int
    quantity: int
    revenue: int
    tax: int
    cost: int
    costed: int

    def __sub__(self, other: "LineSums") -> "LineSums":
        return LineSums(*(here - there for here, there in zip(self, other, strict=True)))


NOTHING = LineSums(0, 0, 0, 0, 0, 0)


def line_sums(line: Mapping[str, Any], *, tax_included: bool) -> LineSums:
    """What the line comes to as it stands; a line of a cancelled order comes to nothing."""
    given = line["ordered"] - line["cancelled"] - line["short"]
    if given <= 0:
        return NOTHING
    sold, revenue, rate, tax = sold_of(line), line["net"], line["tax_rate"], 0
    if rate:
        if tax_included:
            tax = tax_within(revenue, rate)
        else:
            tax = tax_on(revenue, rate)
            revenue += tax
    if line["cost"] is None or not sold:
        return LineSums(1, sold, revenue, tax, 0, 0)
    return LineSums(1, sold, revenue, tax, line_total(line["cost"], sold), revenue - tax)
