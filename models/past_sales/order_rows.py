"""What a file of past sales says: its rows gathered into orders, each line judged by itself.

One row of the file is one line of an order; which column means what is found by
`models.past_sales.columns`, what its amounts are by `models.past_sales.line_sums`. A receipt's
number may begin anew every day, so an order is its number on its day.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from models import amounts, clock
from models.errors import SalesUnclear
from models.past_sales.cells import NoMoment, NoNumber, moment, time_of_day
from models.past_sales.columns import (
    ABOUT_PRODUCTS,
    DASHES,
    EXTRAS,
    OF_ORDERS,
    Reading,
    Sums,
    sums_of,
)
from models.past_sales.ledger import PastLine, PastOrder, Problem
from models.past_sales.line_sums import line_of
from models.past_sales.states import State, strongest
from models.past_sales.understanding import Understood

_SHOWN = 40  # characters of a cell in a problem
_SUM_WORDS = re.compile(
    r"(?:(?:grand|sub) ?)?total(?: (?:penjualan|sales|bayar|harga|akhir|keseluruhan|semua))? ?:?|"
    r"(?:sub ?)?jumlah(?: total| keseluruhan| semua)? ?:?", re.IGNORECASE,
)  # fmt: skip
_SUM_BEGINS = re.compile(
    r"(?:(?:grand|sub) ?)?total\b|(?:sub ?)?jumlah\b|rekap|ringkasan|summary\b", re.IGNORECASE
)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)  # 8.99E+12, by Excel
_MIDNIGHT = re.compile(r"\b0?0[:.]00(?:[:.]00(?:[.,]0+)?)?\b")


@dataclass(slots=True)
class Back:
    """A row by which something came back: thousandths and rupiah, both below zero or nothing."""

    order: str
    day: int
    at: int
    has_time: bool
    line: PastLine


class _Unfit(Exception):
    def __init__(self, reason: str, text: str, total: int = 0) -> None:
        self.reason, self.text, self.total = reason, text[:_SHOWN], total


class Reader:
    """Takes row after row."""

    def __init__(self, how: Reading, understood: Understood, path: Path) -> None:
        self._how, self._understood, self._path = how, understood, path
        self._positions = understood.columns.positions
        self._zone = ZoneInfo(how.zone)
        self._latest = clock.now() + clock.DAY
        self._before = ("", "", State.SOLD)  # number, day and state of the row above
        self._signs: set[bool] = set()  # of rows that say they are refunds: above zero or not
        self._codes: dict[str, int] = {}  # place of a product by its code or name in small letters
        self.orders: dict[tuple[str, int], PastOrder] = {}
        self.backs: list[Back] = []
        self.codes: list[str] = []
        self.facts: list[dict[str, Counter[str]]] = []
        self.problems: list[Problem] = []
        self.rows = 0
        self.lost = Decimal(0)  # by rounding to the cash unit

    def take(self, row: int, cells: tuple[str, ...]) -> None:
        """One row of the file. Raises `SalesUnclear` for a word that nobody knows."""
        self.rows += 1
        try:
            self._take(row, cells)
        except _Unfit as unfit:
            self.problems.append(Problem(row, unfit.reason, unfit.text, unfit.total))

    def _take(self, row: int, cells: tuple[str, ...]) -> None:
        width = len(self._understood.columns.heading)
        if width and (further := "".join(cells[width:]).strip()):
            raise _Unfit("shifted", further)
        number_, at_text, state, is_kind = self._heads(cells)
        sums = self._sums(cells)
        line = self._line(row, cells, sums)
        is_back = line.quantity < 0 or line.total < 0
        if state == State.REFUNDED and is_kind:
            self._signs.add(is_back)
            if len(self._signs) > 1:
                raise SalesUnclear(str(self._path), "both_signs", number_)
            line, is_back = _turned(line), True
        if state in (State.CANCELLED, State.PENDING, State.NO_SALE):
            raise _Unfit(state, number_, line.total)
        at, has_time = self._at(cells, at_text)
        day = clock.day_key(clock.business_day(at, self._zone.key))
        if is_back:
            self.backs.append(Back(number_, day, at, has_time, line))
            return
        if not line.quantity:
            raise _Unfit("no_quantity", self.codes[line.product], line.total)
        past = self.orders.get((number_, day))
        if past is None:
            past = self.orders[number_, day] = PastOrder(number_, day, at, has_time=has_time)
        past.at = min(past.at, at)
        past.lines.append(line)
        self._note(past, state, sums)

    # --- what stands in the row ----------------------------------------------------------------

    def _heads(self, cells: tuple[str, ...]) -> tuple[str, str, State, bool]:
        """The order's number, its day and its state; of this row or of the one above.

        Also whether the row itself, and not its sale, is what was given back.
        """
        order, at = self._joined(cells, "order"), self._text(cells, "at")
        goods = self._text(cells, "product") or self._text(cells, "name")
        state, is_kind, says = self._state(cells)
        before = self._before
        if order and not at and self._understood.carries_days:
            at = before[1]
        if not order and not at and _SUM_BEGINS.match(goods) and not self._text(cells, "price"):
            raise _Unfit("sum", goods)
        if not (order or at) and goods and before[0] and self._understood.carries_numbers:
            order, at = before[:2]
            state = state if says else before[2]
        elif order and order == before[0]:
            at = at or before[1]
            state = state if says else before[2]
        if not order:
            raise _Unfit("sum" if _SUM_WORDS.fullmatch(goods) else "empty", "order")
        if _SUM_WORDS.fullmatch(order) and not at:
            raise _Unfit("sum", order)
        self._before = (order, at, state)
        return order, at, state, is_kind

    def _state(self, cells: tuple[str, ...]) -> tuple[State, bool, bool]:
        heading = self._understood.columns.heading
        found: list[State] = []
        is_kind = False
        for name in ("state", "kind"):
            for place in self._positions.get(name, ()):
                text = cells[place].strip() if place < len(cells) else ""
                if not text.strip(DASHES):
                    continue
                state = self._how.state(heading[place] if place < len(heading) else "", text)
                if state is None:
                    raise SalesUnclear(str(self._path), "state", text[:_SHOWN])
                found.append(state)
                is_kind = is_kind or (name == "kind" and state == State.REFUNDED)
        if self._text(cells, "cancelled_at"):
            refunded = State.REFUNDED in found or State.PARTLY_REFUNDED in found
            found.append(State.SOLD if refunded else State.CANCELLED)
        return strongest(found), is_kind, bool(found)

    def _text(self, cells: tuple[str, ...], name: str) -> str:
        if name not in self._positions:
            return ""
        place = self._positions[name][0]
        return amounts.clean_text(cells[place]) if place < len(cells) else ""

    def _joined(self, cells: tuple[str, ...], name: str) -> str:
        found = (cells[p] for p in self._positions[name] if p < len(cells))
        return amounts.clean_text(" ".join(found))

    def _sums(self, cells: tuple[str, ...]) -> Sums:
        try:
            return sums_of(cells, self._understood.columns, self._understood.marks)
        except NoNumber as error:
            raise _Unfit("bad_number", str(error)) from error

    def _line(self, row: int, cells: tuple[str, ...], sums: Sums) -> PastLine:
        code = self._product(row, cells)
        count = Decimal(1)
        if "quantity" in self._positions:
            if "quantity" not in sums:
                raise _Unfit("empty", "quantity")
            count = sums["quantity"]
        found = line_of(sums, self._understood.meaning)
        if found is None:
            raise _Unfit("empty", "total" if "total" in self._positions else "price")
        paid, before = (amount * self._understood.factor for amount in found)
        if paid * before < 0:
            raise _Unfit("over_discount", self.codes[code])
        quantity = whole(count * amounts.ONE)
        if paid < 0 < quantity:
            quantity = -quantity
        if abs(quantity) > amounts.QUANTITY_LIMIT or abs(before) > amounts.PRICE_LIMIT:
            raise _Unfit("too_large", self.codes[code])
        total = whole(paid)
        if total != paid:
            self.lost += paid - total
            self.problems.append(Problem(row, "rounded", f"{paid.normalize():f}", total))
        tax = whole(sums.get("tax", Decimal(0)) * self._understood.factor)
        return PastLine(row, code, quantity, total, total + whole(before - paid), tax)

    def _product(self, row: int, cells: tuple[str, ...]) -> int:
        """The place of the row's product, by its code, else by its name and variant."""
        names = [self._text(cells, "name"), self._text(cells, "variant")]
        name = " ".join(filter(None, names))[: amounts.NAME_LIMIT]
        is_named = self._positions["product"] == self._positions.get("name")
        code = name if is_named else self._text(cells, "product")
        if _SHORTENED.fullmatch(code) and name and not is_named:
            self.problems.append(Problem(row, "code_rounded", code))
            code = name
        code = code or name
        if not code:
            raise _Unfit("empty", "product")
        if _SUM_WORDS.fullmatch(code):
            raise _Unfit("sum", code)
        place = self.product_of(code)
        if self.codes[place] != code:
            self.problems.append(Problem(row, "one_code", f"{code} = {self.codes[place]}"))
        facts = self.facts[place]
        for about in ABOUT_PRODUCTS:
            said = name if about == "name" else self._text(cells, about)[: amounts.NAME_LIMIT]
            if about in self._positions and said:
                facts.setdefault(about, Counter())[said] += 1
        return place

    def product_of(self, code: str) -> int:
        """The place of the product with this code among those of the file."""
        place = self._codes.setdefault(code.casefold(), len(self.codes))
        if place == len(self.codes):
            self.codes.append(code)
            self.facts.append({})
        return place

    def _at(self, cells: tuple[str, ...], text: str) -> tuple[int, bool]:
        if not text:
            raise _Unfit("empty", "at")
        hours = self._text(cells, "time")
        if self._understood.timeless:
            text = _MIDNIGHT.sub("", text.replace("T00:00", " 00:00")).strip()
        try:
            at, has_time = _instant(text, hours, self._understood.dates, self._zone)
        except NoMoment as error:
            raise _Unfit("bad_moment", f"{text} {hours}".strip()) from error
        if at > self._latest:
            raise _Unfit("in_future", f"{text} {hours}".strip())
        return at, has_time

    def _note(self, past: PastOrder, state: State, sums: Sums) -> None:
        """What is told of the whole order stands in each of its rows, or in the first."""
        told = {name: sums[name] for name in (*OF_ORDERS, *EXTRAS) if name in sums}
        meaning = self._understood.meaning
        if meaning.total == "order" and "total" in sums:
            told["order_total"] = sums["total"]
        if meaning.discount == "order" and "discount" in sums:
            told["order_discount"] = sums["discount"]
        if told:
            past.told = told | (past.told or {})
        place = len(past.lines) - 1
        if any(back := _given_back(sums)):
            past.given_back = (past.given_back or {}) | {place: back}
        if state != State.SOLD:
            past.states = (past.states or {}) | {place: state}


def _given_back(sums: Sums) -> tuple[Decimal, Decimal]:
    """Units and money of the line that came back, as it says itself."""
    nothing = Decimal(0)
    units = abs(sums.get("returned", nothing))
    if "left_quantity" in sums:
        units = abs(sums.get("quantity", nothing)) - abs(sums["left_quantity"])
    money = abs(sums.get("refunded", nothing))
    if "left_total" in sums and not money:
        money = abs(sums.get("total", nothing)) - abs(sums["left_total"])
    return units, money


def _turned(line: PastLine) -> PastLine:
    """The line as what came back."""
    return line._replace(
        quantity=-abs(line.quantity), total=-abs(line.total), before=-abs(line.before),
        tax=-abs(line.tax),
    )  # fmt: skip


@lru_cache(maxsize=8_000)
def _instant(text: str, hours: str, order: str, zone: ZoneInfo) -> tuple[int, bool]:
    """UTC ms, and whether a time was told; a day without one is its noon. Raises `NoMoment`."""
    told, has_time = moment(text, order)
    if hours:
        since, said = time_of_day(hours)
        told = told.replace(hour=0, minute=0, second=0, microsecond=0) + since
        told, has_time = told.replace(tzinfo=said or told.tzinfo), True
    elif not has_time:
        told += timedelta(hours=12)
    if told.tzinfo is None:
        told = told.replace(tzinfo=zone)
    try:
        return int(told.timestamp() * 1000), has_time
    except (OverflowError, ValueError) as error:
        raise NoMoment(text) from error


def whole(amount: Decimal) -> int:
    """Rounded half up."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
