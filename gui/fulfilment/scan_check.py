"""What a scan means for an order being picked: right, wrong item, enough already.

A scan never adds a line and never exceeds what was ordered.
"""

from dataclasses import dataclass

from models.fulfilment_queue import Card, CardLine


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind` is right, wrong or enough; `line` and `quantity` (thousandths) say what to pick."""

    kind: str
    line: CardLine | None = None
    quantity: int = 0


def check(card: Card, product_id: int, quantity: int) -> Verdict:
    """A package of `quantity` thousandths of a product held against the card."""
    lines = [line for line in card.lines if line.product_id == product_id and line.wanted]
    if not lines:
        return Verdict("wrong")
    for line in lines:
        if line.open >= quantity:
            return Verdict("right", line, quantity)
    for line in lines:
        # Less is open than one package or one piece holds: half a kilo of a scanned product.
        if 0 < line.open < 1000 == quantity:
            return Verdict("right", line, line.open)
    return Verdict("enough", lines[0])
