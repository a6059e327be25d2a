"""The orders that this program wrote into `orders.csv`: they come back with their money and days.

What a line came to when it was sold is what it comes to now and what was given back for it since.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from models import amounts, clock
from models.catalogue_import import own_format
from models.formats.formulas import restored
from models.past_sales.ledger import Paid, PastLine, PastOrder, Problem, Returned
from models.sums.rollups import REFUNDS, WITHOUT_HOUR

#: Without these a file is not ours.
HEADS = frozenset(
    {"order", "placed_at", "stage", "ordered", "short", "cancelled", "returned", "line_net", "sku"}
)
_ABOUT = ("name", "unit")
#: Columns of numbers, which have no marks between thousands.
_NUMBERS = {
    "ordered", "short", "cancelled", "returned", "price", "line_net", "line_tax_on_top",
    "tax_percent",
}  # fmt: skip


def is_own(cells: Sequence[str]) -> bool:
    """Whether these are the headings of our own file."""
    return set(cells) >= HEADS


class OwnOrders:
    """Gathers the rows of our own file, whose numbers have `decimal` before their decimals."""

    def __init__(self, heading: Sequence[str], zone: str, decimal: str = ".") -> None:
        self._decimal = decimal
        self._places = {head: place for place, head in enumerate(heading)}
        self._zone = zone
        self._codes: dict[str, int] = {}
        self.orders: dict[str, PastOrder] = {}
        self.codes: list[str] = []
        self.products: list[dict[str, str]] = []
        self.problems: list[Problem] = []

    def take(self, row: int, cells: Sequence[str]) -> None:
        """One line of an order."""
        said = {head: cells[place] for head, place in self._places.items() if place < len(cells)}
        for head in _NUMBERS & said.keys():
            said[head] = said[head].replace(self._decimal, ".")
        try:
            self._take(row, said)
        except (ValueError, ArithmeticError, KeyError):
            self.problems.append(Problem(row, "bad_number", said.get("order", "")[:40]))

    def _take(self, row: int, said: dict[str, str]) -> None:
        sold = _thousandths(said["ordered"]) - _thousandths(said["cancelled"])
        sold -= _thousandths(said["short"])
        number = said["order"]
        if sold <= 0:
            reason = "cancelled" if said["stage"] == "cancelled" else "no_quantity"
            self.problems.append(Problem(row, reason, number))
            return
        at = _moment(said["placed_at"])
        past = self.orders.get(number)
        if past is None:
            day = clock.day_key(clock.business_day(at, self._zone))
            past = self.orders[number] = PastOrder(number, day, at)
            past.lone_refund = said.get("channel") in REFUNDS
            past.has_time = said.get("channel") not in WITHOUT_HOUR
            past.paid = [Paid(method, _whole(amount), _moment(when)) for when, method, amount
                         in own_format.moments(said.get("order_payments", ""))]  # fmt: skip
        back = [
            Returned(len(past.lines), _moment(when), _thousandths(quantity), _whole(amount))
            for when, quantity, amount in own_format.moments(said.get("line_returns", ""))
        ]
        if on_top := _whole(said.get("line_tax_on_top", "") or "0"):
            past.on_top = (past.on_top or 0) + on_top
        if rate := _thousandths(said["tax_percent"]) // 10:
            past.rates = (past.rates or {}) | {len(past.lines): rate}
        total = _whole(said["line_net"]) + sum(one.total for one in back)
        before = max(total, amounts.line_total(_whole(said["price"]), sold))
        past.lines.append(PastLine(row, self._product(said), sold, total, before))
        past.returned = [*(past.returned or ()), *back] or None

    def _product(self, said: dict[str, str]) -> int:
        code = restored(said["sku"])
        place = self._codes.setdefault(code, len(self.codes))
        if place == len(self.codes):
            self.codes.append(code)
            self.products.append({name: restored(said.get(name, "")) for name in _ABOUT})
        return place


def _moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


def _whole(text: str) -> int:
    return int(Decimal(text))


def _thousandths(text: str) -> int:
    return int(Decimal(text or "0") * amounts.ONE)
