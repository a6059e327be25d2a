"""What the sums in a file of past sales are, decided by whole columns: no row is judged by itself.

A discount may be a sum, a sum for each piece, a percentage or a fraction; a total may be what was
paid, or what it was before the discount; a tax may be in it or come on top; and what stands under
"total" may be the whole receipt's. Each is tried on all rows, and what explains them is what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from models.errors import SalesUnclear
from models.past_sales.cells import NoNumber
from models.past_sales.columns import Columns, Row, Sums, beside_goods, column, sums_of
from models.past_sales.headings import plain, says_after, words_of

_RATES = tuple(Decimal(rate) / 100 for rate in (5, 10, 11, 12))  # of taxes, here and of late
_ENOUGH = 0.95  # of the rows have to be explained
_ZERO, _HUNDRED = Decimal(0), Decimal(100)

#: What somebody may say about the amounts, and the answers.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "quantity_is": ("whole", "decimal"),  # of `1.500`
    "discount_is": ("sum", "each", "percent", "fraction", "order", "within"),
    "total_is": ("paid", "gross", "order"),
    "tax_is": ("within", "on_top"),
    "extras_is": ("on_top", "left_out"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the amounts of a file are; empty where it has no such column."""

    discount: str = ""  # sum · each · percent · fraction · order (once, on each row) · within
    total: str = ""  # paid · gross · order
    tax: str = ""  # within · on_top
    refunded: bool = False  # what was given back is off the total already
    order_discount: bool = True  # is not yet in the sums of the lines
    extras: bool = True  # shipping, tips and service come on top
    verified: bool = False  # the totals are what the rest of the row says

    @property
    def knows_sums(self) -> bool:
        """Whether totals tell that what the lines come to is right."""
        return self.verified or self.total == "order"

    @property
    def words(self) -> tuple[str, ...]:
        """As somebody would say it; what goes without saying is left out."""
        told = (("discount", "sum"), ("total", "paid"), ("tax", ""))
        return tuple(
            f"{name}_is={value}" for name, usual in told
            if (value := getattr(self, name)) not in ("", usual)
        )  # fmt: skip


# --- one line ------------------------------------------------------------------------------------


def base_of(sums: Sums) -> Decimal | None:
    """What the line comes to before what is taken off it, if that is told."""
    if "gross" in sums:
        return sums["gross"]
    return sums["price"] * sums.get("quantity", Decimal(1)) if "price" in sums else None


def line_of(sums: Sums, meaning: Meaning) -> tuple[Decimal, Decimal] | None:
    """What was paid for the line, and what it came to before the discount; None if untold.

    Both are without a tax on top, and negative for what came back.
    """
    total = sums.get("total") if meaning.total != "order" else None
    base = base_of(sums)
    back = total if total is not None else base
    if back is None:
        return None
    sign = -1 if back < 0 or sums.get("quantity", _ZERO) < 0 else 1
    if total is not None and meaning.total == "paid":
        paid = abs(total) + (abs(sums.get("refunded", _ZERO)) if meaning.refunded else 0)
        before = _before(paid, sums, meaning.discount) if base is None else max(abs(base), paid)
    else:
        before = abs(total) if base is None and total is not None else abs(base or _ZERO)
        paid = before - _off(sums, before, meaning.discount)
    return sign * paid, sign * before


def _off(sums: Sums, base: Decimal, kind: str) -> Decimal:
    """What is taken off the line of `base`, never negative."""
    said = abs(sums.get("discount", _ZERO))
    if kind == "percent":
        return base * said / _HUNDRED
    if kind == "fraction":
        return base * said
    if kind == "each":
        return said * abs(sums.get("quantity", Decimal(1)))
    return said if kind == "sum" else _ZERO


def _before(paid: Decimal, sums: Sums, kind: str) -> Decimal:
    said = abs(sums.get("discount", _ZERO))
    part = said / _HUNDRED if kind == "percent" else said
    if kind in ("percent", "fraction"):
        return paid / (1 - part) if part < 1 else paid
    return paid + _off(sums, paid, kind)


# --- what the columns are ------------------------------------------------------------------------


class _Decision:
    """Looks at the rows of a file that say how its amounts are meant."""

    def __init__(
        self, rows: Sequence[Row], columns: Columns, marks: Mapping[str, str],
        said: Mapping[str, str], path: str, *, named: bool,
    ) -> None:  # fmt: skip
        self._columns, self._said, self._path, self._named = columns, said, path, named
        read = [(cells, _readable(cells, columns, marks)) for _, cells in rows]
        self._read = [(cells, sums) for cells, sums in read if sums]
        self._lines = [sums for _, sums in self._read]
        self._groups = _groups(self._read, columns)
        discounts = columns.positions.get("discount", ())
        self._cells = [cell for place in discounts for cell in column(rows, place)]

    def _has(self, name: str) -> bool:
        return name in self._columns.positions

    def _unclear(self, reason: str, text: str = "") -> SalesUnclear:
        return SalesUnclear(self._path, reason, text)

    def meaning(self) -> Meaning:
        """Raises `SalesUnclear` where it could be several things."""
        if not self._named:
            self._check_price()
        taxed = self._has("tax") or self._has("order_tax")
        found = Meaning(
            "sum" if self._has("discount") else "", "paid" if self._has("total") else "",
            "on_top" if taxed and self._is_square() else "within" if taxed else "",
        )  # fmt: skip
        told = [sums for sums in self._lines if sums.get("total") and base_of(sums)]
        if "total_is" in self._said:
            found = replace(found, total=self._said["total_is"])
        elif told and not self._named_without_base():
            found = self._explained(told, found)
        elif self._has("total") and not self._named:
            self._check_total_alone()
        if "discount_is" in self._said:
            found = replace(found, discount=self._said["discount_is"])
        elif found.discount == "?" or (found.discount and (not told or found.total == "order")):
            found = replace(found, discount=self._kind_by_itself())
        if found.tax == "within" and self._has("tax") and "tax_is" not in self._said:
            found = replace(found, tax=self._tax_by_itself(found))
        if _is_repeated(self._groups, "refunded", on_each=True) and not self._named:
            raise self._unclear("refund_of_order")
        extras = self._said.get("extras_is", "on_top") == "on_top"
        return replace(found, tax=self._said.get("tax_is", found.tax), extras=extras)

    def _tax_by_itself(self, found: Meaning) -> str:
        """Within what the lines come to or on top of it, as a usual rate tells."""
        pairs = [
            (line[0], abs(sums["tax"]))
            for sums in self._lines
            if sums.get("tax") and (line := line_of(sums, found)) is not None
        ]

        where = where_taxes_are(pairs, 1)
        if self._has("order_total") or self._named or self._tax_is_added(found):
            return "within"
        if not where:
            raise self._unclear("tax", self._columns.names["tax"])
        return where

    def _tax_is_added(self, found: Meaning) -> bool:
        """Whether the totals are what the rest of the row says, with the tax."""
        told = [x for x in self._lines if x.get("tax") and base_of(x) and x.get("total")]
        return bool(told) and _share(told, found, True) >= _ENOUGH

    def _named_without_base(self) -> bool:
        return self._named and not self._has("price") and not self._has("gross")

    def _is_square(self) -> bool:
        """Square defines its net sales without the tax."""
        heads = {plain(name) for name in self._columns.names.values()}
        return {"eventtype", "grosssales", "netsales"} <= heads

    def _check_price(self) -> None:
        """A price that grows with the quantity is the line's sum; a huge quantity likewise."""
        if self._has("total") or not (self._has("price") and self._has("quantity")):
            return
        place = self._columns.positions["product"][0]
        sold: dict[str, set[tuple[Decimal, Decimal]]] = {}
        odd = every = 0
        for cells, sums in self._read:
            quantity, price = abs(sums.get("quantity", _ZERO)), abs(sums.get("price", _ZERO))
            if not quantity or not price or place >= len(cells):
                continue
            sold.setdefault(cells[place].strip(), set()).add((quantity, price))
            every += 1
            odd += price > 20 and quantity >= max(_HUNDRED, price) and not quantity % price
        several = [pairs for pairs in sold.values() if len({q for q, _ in pairs}) > 1]
        grow = [pairs for pairs in several if len({price / q for q, price in pairs}) == 1]
        if several and len(grow) * 2 > len(several):
            raise self._unclear("price_of_line")
        if odd * 2 > every:
            raise self._unclear("quantity_is_sum")

    def _explained(self, told: Sequence[Sums], found: Meaning) -> Meaning:
        """The first meaning of discount, total and tax that explains the rows."""
        names = ("discount", "tax", "refunded")
        telling = [sums for sums in told if any(sums.get(name) for name in names)] or told
        best, most = found, -1.0
        for tried, in_total in self._candidates(found):
            if (share := _share(telling, tried, in_total)) > most:
                best, most = tried, share
        if most >= _ENOUGH:
            best = replace(best, verified=True)
            if self._is_of_bill(told, best):
                return replace(best, total="order", verified=False)
            if best.total == "gross":
                self._check_gross()
                repeated = _is_repeated(self._groups, "discount", on_each=True)
                kind = "order" if repeated and self._has("order_total") else "?"
                best = replace(best, discount=kind)
            return best
        if self._adds_up():
            return replace(found, verified=True)
        if _is_repeated(self._groups, "total") or self._is_of_bill(told, found):
            return replace(found, total="order")
        less = sum(abs(s["total"]) <= abs(base_of(s) or _ZERO) + 1 for s in telling)
        if not found.discount and most >= 0.5 and less == len(telling):
            return found  # sometimes less was asked, and nobody wrote down why
        if self._named:
            return found
        raise self._unclear("totals")

    def _is_of_bill(self, told: Sequence[Sums], found: Meaning) -> bool:
        """Whether the totals of orders with one row hold what comes beside its goods as well."""
        several = {id(sums) for group in self._groups for sums in group}
        rows = [sums for sums in told if beside_goods(sums) and id(sums) not in several]
        if not rows or self._has("order_total"):
            return False
        if self._groups and not _is_repeated(self._groups, "total"):
            return False

        def fits(sums: Sums, tried: Meaning, in_total: bool) -> bool:
            whole = _expected(sums, tried, in_total) + beside_goods(sums)
            return near(sums["total"], whole, 0) and not near(
                sums["total"], _expected(sums, tried, in_total), 0
            )

        return any(
            all(fits(sums, tried, in_total) for sums in rows)
            for tried, in_total in self._candidates(found)
            if tried.total == "paid"
        )

    def _adds_up(self) -> bool:
        """Whether what lines came to adds up to what whole orders did, whatever is in it."""
        place = self._columns.positions["order"][0]
        sums: dict[str, list[Decimal]] = {}
        before = ""
        for cells, row in self._read if self._has("order_total") else ():
            before = (cells[place].strip() if place < len(cells) else "") or before
            both = sums.setdefault(before, [_ZERO, _ZERO])
            both[0] += row.get("total", _ZERO)
            both[1] = both[1] or row.get("order_total", _ZERO)
        good = sum(near(lines, whole) for lines, whole in sums.values())
        return bool(sums) and good >= _ENOUGH * len(sums)

    def _check_gross(self) -> None:
        """A total that says nothing of what was taken off, beside a discount that is there."""
        places, heading = self._columns.positions, words_of(self._columns.names["total"])
        is_before = places["total"] < places["discount"] or _BEFORE & set(heading.split())
        if not is_before and not self._has("order_total") and not self._named:
            raise self._unclear("total_before_or_after")

    def _candidates(self, found: Meaning) -> Iterable[tuple[Meaning, bool]]:
        """Meanings, each with whether a tax is added in the total."""
        kinds = self._kinds() if found.discount else ("",)
        totals = ("paid", "gross") if found.discount else ("paid",)
        if found.discount and says_after(self._columns.names.get("price", "")):
            kinds, totals = ("within", *kinds), ("paid",)
        refunds = (False, True) if self._has("refunded") else (False,)
        taxes = (False, True) if self._has("tax") else (False,)
        for total, tax, refunded, kind in product(totals, taxes, refunds, kinds):
            yield replace(found, discount=kind, total=total, refunded=refunded), tax

    def _kinds(self) -> tuple[str, ...]:
        if not self._is_percent():
            return ("sum", "each", "percent", "fraction")
        some = [abs(s["discount"]) for s in self._lines if s.get("discount")]
        return ("fraction", "percent") if all(value < 1 for value in some) else ("percent",)

    def _is_percent(self) -> bool:
        heading = self._columns.names["discount"]
        says = {"persen", "percent", "percentage", "pct", "rate"} & set(words_of(heading).split())
        return (
            "%" in heading
            or bool(says)
            or sum(c.endswith("%") for c in self._cells) * 2 > len(self._cells)
        )

    def _check_total_alone(self) -> None:
        """Nothing beside it tells what a total is, only how it repeats."""
        if _is_repeated(self._groups, "total"):
            raise self._unclear("total_of_order")
        heading = set(words_of(self._columns.names["total"]).split())
        if any(s.get("discount") for s in self._lines) and not heading & _PAID:
            raise self._unclear("total_before_or_after")

    def _kind_by_itself(self) -> str:
        """What a discount is where no total tells."""
        some = [abs(s["discount"]) for s in self._lines if s.get("discount")]
        if not some or self._is_percent():
            return self._kinds()[-1 if some and max(some) >= 1 else 0] if some else "sum"
        if self._named:
            return "sum"
        if _is_repeated(self._groups, "discount", on_each=True):
            raise self._unclear("discount_of_order")
        bases = [abs(base) for s in self._lines if (base := base_of(s))]
        is_doubtful = max(some) <= _HUNDRED and not self._has("order_total")
        if is_doubtful and (not bases or max(bases) > max(some)):
            raise self._unclear("discount", f"{max(some).normalize():f}")
        return "each" if _EACH & set(words_of(self._columns.names["discount"]).split()) else "sum"


_EACH = {"satuan", "each", "unit", "piece", "pcs"}
_BEFORE = {"gross", "sub", "subtotal", "kotor", "bruto", "brutto", "before", "sebelum"}
_PAID = {"net", "nett", "netto", "bersih", "bayar", "pembayaran", "paid", "dibayar"}


def decide(
    rows: Sequence[Row], columns: Columns, marks: Mapping[str, str], said: Mapping[str, str],
    path: str, *, named: bool,
) -> Meaning:  # fmt: skip
    """What the amounts of these rows are. Raises `SalesUnclear` where it could be several things.

    `said` answers some of it. Columns that somebody `named` are believed where nothing tells.
    """
    return _Decision(rows, columns, marks, said, path, named=named).meaning()


def _readable(cells: Sequence[str], columns: Columns, marks: Mapping[str, str]) -> Sums:
    try:
        return sums_of(cells, columns, marks)
    except NoNumber:
        return {}


def _groups(read: Iterable[tuple[Sequence[str], Sums]], columns: Columns) -> list[list[Sums]]:
    """The rows of each order with several products, as they follow each other."""
    groups: list[dict[str, Sums]] = []
    before, place = "", columns.positions["order"][0]
    goods = columns.positions["product"][0]
    for cells, sums in read:
        order = cells[place].strip() if place < len(cells) else ""
        if not groups or (order and order != before):
            groups.append({})
            before = order
        groups[-1][f"{cells[goods : goods + 1]} {sums.get('quantity')}"] = sums
    return [list(group.values()) for group in groups if len(group) > 1]


def _is_repeated(groups: Sequence[Sequence[Sums]], name: str, *, on_each: bool = False) -> bool:
    """Whether all orders with several rows say the same in each of them, or only in the first."""
    told = [[sums[name] for sums in group if name in sums] for group in groups]
    told = [
        values for group, values in zip(groups, told, strict=True)
        if any(values) and (len(values) == len(group) or not on_each)
    ]  # fmt: skip
    return bool(told) and all(len(set(values)) == 1 for values in told)


def _share(rows: Sequence[Sums], meaning: Meaning, in_total: bool) -> float:
    """Of the rows' totals, how many are what `meaning` says."""
    return sum(near(x["total"], _expected(x, meaning, in_total)) for x in rows) / len(rows)


def _expected(sums: Sums, meaning: Meaning, in_total: bool) -> Decimal:
    base = abs(base_of(sums) or _ZERO)
    expected = base - (_off(sums, base, meaning.discount) if meaning.total == "paid" else _ZERO)
    expected += abs(sums.get("tax", _ZERO)) if in_total else _ZERO
    return expected - (abs(sums.get("refunded", _ZERO)) if meaning.refunded else _ZERO)


def where_taxes_are(pairs: Sequence[tuple[Decimal, Decimal]], room: int) -> str:
    """`within` the sums beside them, or `on_top` of them, as a usual rate tells; else empty."""
    for where, inside in (("within", 1), ("on_top", 0)):
        parts = (rate / (1 + inside * rate) for rate in _RATES)
        if any(all(abs(abs(x) * part - tax) <= room for x, tax in pairs) for part in parts):
            return where
    return ""


def near(one: Decimal, other: Decimal, room: int = 1) -> bool:
    """Whether they are the same but for their sign and rounding."""
    slack = min(Decimal(room), max(abs(other) / 1000, Decimal("0.011")))
    return abs(abs(one) - abs(other)) <= slack
