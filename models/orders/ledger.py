"""What came in for an order, by which ways, and by which of them money goes back.

All that came in goes back exactly, however many pieces it takes: of cash the sum given back so far
is rounded, not each piece of it, and what pays the last rupiah of the order is all that is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.amounts import half_up

#: What no coin makes up: a row of its own beside the cash, so that every sum stays exact.
ROUNDING = "rounding"
CASH = "cash"


@dataclass(frozen=True, slots=True)
class PayOut:
    """`amount` rupiah of what was paid go back by `method`, for which `out` leave the till."""

    method: str
    amount: int
    out: int


@dataclass(slots=True)
class _Way:
    """Of one way to pay: what is left of it of the bill, and as money in the till."""

    left: int = 0
    in_till: int = 0


class Ledger:
    """The payments of one order that stand: `(key, method, amount)`, oldest first.

    A row of rounding has the key of its payment, and `:rounding`.
    """

    def __init__(self, rows: Iterable[tuple[str, str, int]]) -> None:
        self._ways: dict[str, _Way] = {}
        self._back = _Way()  # what went back in cash: of the bill, and as money
        payments: dict[str, list[tuple[str, int]]] = {}
        for key, method, amount in rows:
            payments.setdefault(key.removesuffix(f":{ROUNDING}"), []).append((method, amount))
        for parts in payments.values():
            method = next((name for name, _ in parts if name != ROUNDING), CASH)
            money = sum(amount for name, amount in parts if name != ROUNDING)
            billed = sum(amount for _, amount in parts)
            way = self._ways.pop(method, _Way())
            self._ways[method] = _Way(way.left + billed, way.in_till + money)  # now the last one
            if method == CASH and billed < 0:
                self._back = _Way(self._back.left - billed, self._back.in_till - money)

    @property
    def paid(self) -> int:
        """What is paid of the order, in rupiah."""
        return sum(way.left for way in self._ways.values())

    @property
    def in_till(self) -> int:
        """What came in for it and did not go back."""
        return sum(way.in_till for way in self._ways.values())

    def ways(self) -> list[str]:
        """The ways by which money came in that is still there: most first, of equals the last."""
        found = [name for name, way in reversed(self._ways.items()) if way.left > 0]
        return sorted(found, key=lambda name: -self._ways[name].left)

    def pay_out(self, amount: int, method: str | None, unit: int) -> list[PayOut]:
        """How `amount` rupiah, at most what is paid, go back: by `method`, or as they came in.

        Cash is rounded to `unit` rupiah.
        """
        parts = [PayOut(method, amount, amount)] if method else self._as_it_came(amount)
        left, outs = self.in_till, []
        for part in parts:
            out = self._cash(part.amount, unit) if part.method == CASH else part.amount
            outs.append(replace(part, out=max(0, min(out, left))))
            left -= outs[-1].out
        if amount == self.paid and left and outs:
            at = next((at for at, part in enumerate(outs) if part.method == CASH), -1)
            outs[at] = replace(outs[at], out=outs[at].out + left)
        return outs

    def _as_it_came(self, amount: int) -> list[PayOut]:
        parts = []
        for name in self.ways():
            part = min(amount, self._ways[name].left)
            if part:
                parts.append(PayOut(name, part, part))
                amount -= part
        return parts

    def _cash(self, amount: int, unit: int) -> int:
        """What of all that goes back in cash, this piece with it, has not gone yet."""
        return half_up(self._back.left + amount, unit) * unit - self._back.in_till


def paid_out(outs: Sequence[PayOut]) -> int:
    """What leaves the till, in rupiah."""
    return sum(part.out for part in outs)
