"""What became of past orders as wholes: discounts, taxes, what came beside the goods, and refunds.

A refund finds the sale of its product: in its own order, else the latest one before it that is not
back yet. It counts on the day on which it was given, also where its sale is not in the file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from models import amounts
from models.errors import SalesUnclear
from models.past_sales.columns import EXTRAS, Columns, Sums
from models.past_sales.ledger import PastLine, PastOrder, Problem, Returned
from models.past_sales.line_sums import Meaning, near, where_taxes_are
from models.past_sales.order_rows import Back, Reader, whole
from models.past_sales.states import State

_FEW = 50  # one order of so many may have another total than its lines: somebody's mistake
_COINS = 50  # rupiah: what is rounded to coins is a multiple
_ROUNDED_BY = 1_000  # rupiah; a till that rounds its sums to coins rounds by less
_DISCOUNT = re.compile(
    r"(?:diskon|discount|potongan|voucher|promo|kupon|coupon|cashback|rabat)\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OrderSums:
    """What an order's lines come to, and what is told of the whole order, in one money.

    Its `order_tax` is the sum of its lines' if it has none of its own.
    """

    lines: Decimal
    told: Sums


def decide_orders(
    orders: Sequence[OrderSums], meaning: Meaning, said: Mapping[str, str]
) -> Meaning:
    """What is taken off the lines and comes on top of them, as the orders' totals tell."""
    told = [order for order in orders if order.told.get("order_total")]
    taxes = (
        (said["tax_is"],) if "tax_is" in said else dict.fromkeys((meaning.tax, "within", "on_top"))
    )
    best, most = meaning, -1
    extra = (meaning.extras,) if "extras_is" in said else (True, False)
    for extras, off, tax in product(extra, (True, False), taxes):
        tried = replace(meaning, order_discount=off, tax=tax, extras=extras)
        good = sum(near(order_sum(o, tried), o.told["order_total"], 3) for o in told)
        if good > most:
            best, most = tried, good
    return best


def order_sum(order: OrderSums, meaning: Meaning) -> Decimal:
    """What the whole order came to before anything was given back."""
    found, told = order.lines, order.told
    if meaning.order_discount:
        found -= abs(told.get("order_discount", Decimal(0)))
    if meaning.tax == "on_top":
        found += told.get("order_tax", Decimal(0))
    found += told.get("rounding", Decimal(0))
    if meaning.extras:
        found += sum((told.get(name, Decimal(0)) for name in EXTRAS), Decimal(0))
    return found


def _fitting(order: OrderSums, meaning: Meaning) -> Meaning:
    """The meaning, but where only the other one explains an order: of its discount in its lines."""
    other = replace(meaning, order_discount=not meaning.order_discount)
    total = order.told.get("order_total") or Decimal(0)
    this_fits, other_fits = (near(order_sum(order, x), total, 3) for x in (meaning, other))
    return other if total and other_fits and not this_fits else meaning


class Settler:
    """Settles what a `Reader` read, in rupiah."""

    def __init__(
        self, reader: Reader, meaning: Meaning, said: Mapping[str, str], columns: Columns,
        factor: int, path: str,
    ) -> None:  # fmt: skip
        self._reader, self._columns, self._factor, self._path = reader, columns, factor, path
        sums = [_order_sums(past, factor) for past in reader.orders.values() if past.told]
        self._meaning = decide_orders(sums, meaning, said)
        if "order_tax" in columns.positions and "tax_is" not in said:
            self._check_tax(sums)
        self._problems = reader.problems
        self._alone: dict[tuple[str, int], PastOrder] = {}  # refunds whose sale is not in the file

    def _check_tax(self, orders: Sequence[OrderSums]) -> None:
        """Where no total tells it, a tax of whole orders is known by its rate, else asked about."""
        if any(order.told.get("order_total") for order in orders):
            return
        untaxed = replace(self._meaning, tax="within", extras=False)
        pairs = [
            (order_sum(order, untaxed) - order.told.get("rounding", Decimal(0)), tax)
            for order in orders
            if (tax := order.told.get("order_tax"))
        ]
        if not (where := where_taxes_are(pairs, 3)):
            raise SalesUnclear(self._path, "tax", self._columns.names["order_tax"])
        self._meaning = replace(self._meaning, tax=where)

    def settle(self) -> tuple[list[PastOrder], Meaning]:
        """The orders of which something is left, by time. Raises `SalesUnclear`."""
        orders = self._reader.orders
        differing = [past for past in orders.values() if past.told and self._charge(past)]
        told = sum("order_total" in (past.told or {}) for past in orders.values())
        if len(differing) * _FEW > told:
            raise SalesUnclear(self._path, "order_totals", differing[0].id)
        if self._meaning.tax == "on_top":
            for back in self._reader.backs:
                back.line = _taxed(back.line)
            for past in orders.values():
                if not past.told:  # else it was charged with what is told of the whole
                    _tax_lines(past)
        for past in orders.values():
            if past.given_back:
                self._bring_back(past)
        self._match()
        for past in orders.values():
            self._close(past)
            if past.returned:
                _discounts_to_lines(past)
        kept = [past for past in (*orders.values(), *self._alone.values()) if len(past.lines)]
        kept.sort(key=_moment)
        return kept, self._meaning

    def _rupiah(self, amount: Decimal) -> int:
        return whole(amount * self._factor)

    # --- the whole order -----------------------------------------------------------------------

    def _charge(self, past: PastOrder) -> bool:
        """Takes discounts off and puts taxes and extras on; whether the order's total differs."""
        told, sums = past.told or {}, _order_sums(past, self._factor)
        total, meaning = sums.told.get("order_total"), _fitting(sums, self._meaning)
        expected = order_sum(sums, meaning)
        if meaning.tax == "on_top":
            _tax_lines(past)
            if "order_tax" in told:
                self._share(past, self._rupiah(told["order_tax"]))
        if meaning.order_discount:
            goods = sum(line.total for line in past.lines)
            past.discount = min(goods, self._rupiah(abs(told.get("order_discount", Decimal(0)))))
        rounded = self._rupiah(told.get("rounding", Decimal(0)))
        if rounded > 0:
            self._add_extra(past, "rounding", rounded)
        past.discount += max(0, -rounded)
        for name in EXTRAS if meaning.extras else ():
            if amount := self._rupiah(told.get(name, Decimal(0))):
                self._add_extra(past, name, amount)
        if not total:
            return False
        paid = whole(abs(total))
        if is_near := abs(paid - past.total) < _ROUNDED_BY:
            _round_to(past, paid)
        if near(expected, total, 3):
            return False
        self._problems.append(Problem(past.lines[0].row, "order_differs", past.id, paid))
        return not is_near or paid % _COINS > 0

    def _share(self, past: PastOrder, tax: int) -> None:
        """A tax of the whole order, on its lines."""
        lines = list(past.lines)
        for place, part in enumerate(amounts.shared_out(tax, [line.total for line in lines])):
            line = lines[place]
            past.lines[place] = line._replace(total=line.total + part, before=line.before + part)

    def _add_extra(self, past: PastOrder, name: str, amount: int) -> None:
        heading = self._columns.names[name]
        place = self._reader.product_of(heading)
        row = past.lines[0].row
        past.lines.append(PastLine(row, place, amounts.ONE, amount, amount))

    # --- what came back ------------------------------------------------------------------------

    def _bring_back(self, past: PastOrder) -> None:
        """What the rows of the sale say themselves of what came back."""
        _discounts_to_lines(past)
        for place, (units, money) in (past.given_back or {}).items():
            line = past.lines[place]
            quantity = min(whole(units * amounts.ONE), line.quantity)
            total = self._rupiah(money) or _part(line.total, quantity, line.quantity)
            self._return(past, place, past.at, quantity, min(total, line.total), line.row)

    def _return(
        self, past: PastOrder, place: int, at: int, quantity: int, total: int, row: int,
        refund: tuple[int, str] | None = None,
    ) -> None:  # fmt: skip
        """Goods back at a moment; money for none, or all goods for a part, is less on the sale."""
        line, code = past.lines[place], self._reader.codes[past.lines[place].product]
        if not quantity or _leaves_money(past, place, quantity, total):
            past.lines[place] = line._replace(total=line.total - total)
            self._problems.append(Problem(row, "part_returned", code, -total))
            return
        past.returned = [*(past.returned or ()), Returned(place, at, quantity, total, refund)]
        self._problems.append(Problem(row, "returned", code, -total))

    def _match(self) -> None:
        """Finds the sale of each row by which something came back."""
        backs = sorted(self._reader.backs, key=_when)
        wanted = {back.line.product for back in backs}
        sales: dict[int, list[tuple[PastOrder, int]]] = {product: [] for product in wanted}
        for past in sorted(self._reader.orders.values(), key=_moment) if wanted else ():
            found = [place for place, line in enumerate(past.lines) if line.product in wanted]
            if found:
                _discounts_to_lines(past)
            for place in found:
                sales[past.lines[place].product].append((past, place))
        numbered: dict[str, list[PastOrder]] = {}
        for past in self._reader.orders.values() if backs else ():
            numbered.setdefault(past.id, []).append(past)
        for back in backs:
            self._find(back, sales[back.line.product], numbered.get(back.order, []))

    def _find(self, back: Back, sales: list[tuple[PastOrder, int]], own: list[PastOrder]) -> None:
        line, code = back.line, self._reader.codes[back.line.product]
        quantity, total = -line.quantity, -line.total
        if _DISCOUNT.fullmatch(code) and own:
            past = own[0]
            past.discount += total
            self._problems.append(Problem(line.row, "part_returned", code, -total))
            return
        before = [(past, place) for past, place in sales if past.at <= back.at]

        def worth(sale: tuple[PastOrder, int]) -> tuple[bool, bool, bool, int]:
            past, place = sale
            sold = past.lines[place]
            said = place in (past.states or {})
            same_price = sold.total * quantity == total * sold.quantity
            return _belongs(back.order, past.id), said, same_price, past.at

        before.sort(key=worth, reverse=True)
        one = next((sale for sale in before if _covers(*sale, quantity, total)), None)
        parts = [(*one, quantity, total)] if one else _spread(before, quantity, total)
        if not parts or (quantity and any(_leaves_money(*part) for part in parts)):
            self._take_alone(back)
            return
        for past, place, part, money in parts:
            refund = None if past.id == back.order else (back.day, _refund_id(back, code))
            self._return(past, place, back.at, part, money, line.row, refund)

    def _take_alone(self, back: Back) -> None:
        """Keeps what came back for its own day: no sale of the file can be less by it."""
        line, code = back.line, self._reader.codes[back.line.product]
        if not line.quantity:
            self._problems.append(Problem(line.row, "refund_alone", code, line.total))
            return
        self._problems.append(Problem(line.row, "returned_alone", code, line.total))
        number = _refund_id(back, code)
        past = self._alone.setdefault(
            (number, back.day),
            PastOrder(number, back.day, back.at, lone_refund=True, has_time=back.has_time),
        )
        sold = line._replace(quantity=-line.quantity, total=-line.total, before=-line.before)
        one = Returned(len(past.lines), back.at, sold.quantity, sold.total)
        past.returned = [*(past.returned or ()), one]
        past.lines.append(sold)
        past.at = min(past.at, back.at)

    def _close(self, past: PastOrder) -> None:
        """Money that was given back of the whole order, and sales that are none any more."""
        told, states = past.told or {}, past.states or {}
        refund = self._rupiah(abs(told.get("order_refund", Decimal(0))))
        refund -= sum(back.total for back in past.returned or ())
        if refund > 0:
            if refund < past.total:
                past.discount += refund
                row = past.lines[0].row
                self._problems.append(Problem(row, "part_returned", past.id, -refund))
                return
            self._leave_out(past, range(len(past.lines)), "refunded")
            return
        if past.returned or past.given_back or not states:
            gone = {b.place for b in past.returned or ()}
            states = {p: s for p, s in states.items() if s == State.REFUNDED and p not in gone}
            if past.given_back or not states:
                return
        for state in (State.REFUNDED, State.PARTLY_REFUNDED):
            places = [place for place, said in states.items() if said == state]
            self._leave_out(past, places, state)

    def _leave_out(self, past: PastOrder, places: Iterable[int], reason: str) -> None:
        places = set(places)
        if not places:
            return
        _discounts_to_lines(past)
        kept = [line for place, line in enumerate(past.lines) if place not in places]
        moved = {old: new for new, old in enumerate(
            place for place in range(len(past.lines)) if place not in places)}  # fmt: skip
        for place in sorted(places):
            line = past.lines[place]
            code = self._reader.codes[line.product]
            self._problems.append(Problem(line.row, reason, code, line.total))
        past.lines = type(past.lines)()
        for line in kept:
            past.lines.append(line)
        past.returned = [b._replace(place=moved[b.place]) for b in past.returned or ()
                         if b.place in moved]  # fmt: skip


def _order_sums(past: PastOrder, factor: int) -> OrderSums:
    """In rupiah, whatever the file's money is."""
    told = {name: amount * factor for name, amount in (past.told or {}).items()}
    told.setdefault("order_tax", Decimal(sum(line.tax for line in past.lines)))
    return OrderSums(Decimal(sum(line.total for line in past.lines)), told)


def _round_to(past: PastOrder, total: int) -> None:
    """What the till took for the order is what was paid, to the rupiah."""
    if (more := total - past.total) < 0:
        past.discount -= more
        return
    place = max(range(len(past.lines)), key=lambda place: past.lines[place].total)
    line = past.lines[place]
    past.lines[place] = line._replace(total=line.total + more, before=line.before + more)


def _tax_lines(past: PastOrder) -> None:
    for place, line in enumerate(past.lines):
        past.lines[place] = _taxed(line)


def _taxed(line: PastLine) -> PastLine:
    return line._replace(total=line.total + line.tax, before=line.before + line.tax, tax=0)


def _discounts_to_lines(past: PastOrder) -> None:
    """What came back takes its share of the order's discount along."""
    if not past.discount:
        return
    lines = list(past.lines)
    left = [line.total for line in lines]
    for back in past.returned or ():
        left[back.place] -= back.total
    for place, share in enumerate(amounts.shared_out(past.discount, left)):
        past.lines[place] = lines[place]._replace(total=lines[place].total - share)
    past.discount = 0


def _refund_id(back: Back, code: str) -> str:
    """A product of a refund is known by itself: of others the sale may be in another file."""
    return f"{back.order} {code}"


def _belongs(refund: str, sale: str) -> bool:
    """Whether the refund is in the sale's own order, or is called after it: `0042 REFUND`."""
    return refund == sale or refund.startswith(f"{sale} ")


def _left(past: PastOrder, place: int) -> tuple[int, int]:
    """What of the line is not back yet: thousandths, and rupiah."""
    line = past.lines[place]
    back = [b for b in past.returned or () if b.place == place]
    return line.quantity - sum(b.quantity for b in back), line.total - sum(b.total for b in back)


def _leaves_money(past: PastOrder, place: int, quantity: int, total: int) -> bool:
    """Whether all goods of the line are back then, and a part of their money is not."""
    quantity_left, total_left = _left(past, place)
    return quantity == quantity_left and total < total_left


def _covers(past: PastOrder, place: int, quantity: int, total: int) -> bool:
    """Whether so much of the line is not back yet."""
    quantity_left, total_left = _left(past, place)
    return quantity <= quantity_left and total <= total_left


def _spread(
    sales: Iterable[tuple[PastOrder, int]], quantity: int, total: int
) -> list[tuple[PastOrder, int, int, int]]:
    """What came back at once and was bought in parts; nothing if it was never bought."""
    parts: list[tuple[PastOrder, int, int, int]] = []
    for past, place in sales:
        part = min(_left(past, place)[0], quantity)
        money = _part(total, part, quantity) if quantity else 0
        if part <= 0 or not _covers(past, place, part, money):
            continue
        parts.append((past, place, part, money))
        quantity, total = quantity - part, total - money
    return [] if quantity or total else parts


def _part(total: int, quantity: int, of: int) -> int:
    return amounts.half_up(total * quantity, of)


def _moment(past: PastOrder) -> int:
    return past.at


def _when(back: Back) -> int:
    return back.at
