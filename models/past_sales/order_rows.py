"""What a file of past sales says: its rows gathered into orders, each line judged by itself.

One row of the file is one line of an order; which column means what is found by
`models.past_sales.columns`. A receipt's number may begin anew every day, so an order is its number
on its day; without numbers, what was sold at the same moment is one order.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from models import amounts, clock
from models.errors import BadChoice
from models.formats import spreadsheets
from models.past_sales.cells import NoMoment, NoNumber, moment, number, time_of_day
from models.past_sales.columns import ABOUT_PRODUCTS, Columns, Reading, understand
from models.past_sales.headings import known

SIZE_LIMIT = 256 * 2**20  # bytes of the file
ROWS_LIMIT = 2_000_000
_SHOWN = 40  # characters of a cell in a problem


@dataclass(slots=True)
class PastLine:
    """A line of a past order: thousandths, and rupiah paid; `before` the discount."""

    row: int
    product: str
    quantity: int
    total: int
    before: int


@dataclass(slots=True)
class PastOrder:
    """An order as the file tells it, on its `day` (yyyymmdd); `at` is UTC ms."""

    id: str
    day: int
    at: int
    lines: list[PastLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of the file (from 1) that was not taken as it stands, and how much money it was about.

    `reason` is one of `refunded` (taken off the same order), `rounded` (its money had fractions),
    `there` (its order is in the shop with another total); and of rows that are left out:
    `refund_alone`, `no_quantity`, `bad_number`, `bad_moment`, `empty`, `too_large`.
    """

    row: int
    reason: str
    text: str
    total: int = 0


@dataclass(frozen=True, slots=True)
class PastFile:
    """All that was understood; `products` are the facts about each code, in order of appearance."""

    orders: tuple[PastOrder, ...]
    products: dict[str, dict[str, str]]
    problems: tuple[Problem, ...]
    rows: int
    columns: Columns
    sheet: str


def read(path: Path, how: Reading) -> PastFile:
    """Reads the whole file. Raises `UnreadableFile`, `BadChoice` (a name or header that is not)."""
    sheet = spreadsheets.read(path, known, size_limit=SIZE_LIMIT, rows_limit=ROWS_LIMIT)
    columns = understand(sheet.rows, how, path)
    reader = _Reader(columns, how)
    for number_, cells in sheet.rows[columns.first_row :]:
        reader.take(number_, cells)
    problems = reader.problems
    for past in list(reader.orders.values()):
        problems += _settle(past, reader.earlier(past))
    kept = sorted((past for past in reader.orders.values() if past.lines), key=_moment)
    products = {code: _usual(facts) for code, facts in reader.products.items()}
    if how.products:
        for code, facts in _described(how).items():
            if code in products:
                products[code] |= facts
    problems.sort(key=lambda problem: problem.row)
    rows = len(sheet.rows) - columns.first_row
    return PastFile(tuple(kept), products, tuple(problems), rows, columns, sheet.sheet)


def _moment(past: PastOrder) -> int:
    return past.at


def _usual(facts: dict[str, Counter[str]]) -> dict[str, str]:
    """What is said most often about a product; somebody may have mistyped it once."""
    return {name: said.most_common(1)[0][0] for name, said in facts.items() if said}


class _Unfit(Exception):
    def __init__(self, reason: str, text: str) -> None:
        self.reason, self.text = reason, text[:_SHOWN]


class _Reader:
    """Takes row after row."""

    def __init__(self, columns: Columns, how: Reading) -> None:
        self._columns, self._positions = columns, columns.positions
        self._zone = ZoneInfo(how.zone)
        self._before = ("", "")  # the number and day of the row above
        self._days: dict[str, list[int]] = {}  # on which an order's number occurs
        self.orders: dict[tuple[str, int], PastOrder] = {}
        self.products: dict[str, dict[str, Counter[str]]] = {}
        self.problems: list[Problem] = []

    def earlier(self, past: PastOrder) -> Iterator[PastOrder]:
        """Orders of the same number on days before, the last one first."""
        days = self._days[past.id]
        return (self.orders[past.id, day] for day in sorted(days, reverse=True) if day < past.day)

    def take(self, row: int, cells: tuple[str, ...]) -> None:
        try:
            number_, at_text = self._heads(cells)
            line = self._line(row, cells)
            at = self._at(cells, at_text)
        except _Unfit as unfit:
            self.problems.append(Problem(row, unfit.reason, unfit.text))
            return
        day = clock.day_key(clock.business_day(at, self._zone.key))
        order = number_ or str(at)
        past = self.orders.get((order, day))
        if past is None:
            past = self.orders[order, day] = PastOrder(order, day, at)
            self._days.setdefault(order, []).append(day)
        past.at = min(past.at, at)
        past.lines.append(line)
        facts = self.products.setdefault(line.product, {})
        for name in ABOUT_PRODUCTS:
            if name in self._positions and (said := self._text(cells, name)[: amounts.NAME_LIMIT]):
                facts.setdefault(name, Counter())[said] += 1

    def _heads(self, cells: tuple[str, ...]) -> tuple[str, str]:
        """The order's number and its day, of this row or of the one above."""
        order = self._text(cells, "order") if "order" in self._positions else ""
        at = self._text(cells, "at")
        if self._columns.carried:
            if not order and not at and self._text(cells, "product"):
                return self._before
            self._before = (order, at)
        if "order" in self._positions and not order:
            raise _Unfit("empty", "order")
        return order, at

    def _text(self, cells: tuple[str, ...], name: str) -> str:
        place = self._positions[name][0]
        return amounts.clean_text(cells[place]) if place < len(cells) else ""

    def _line(self, row: int, cells: tuple[str, ...]) -> PastLine:
        product = self._text(cells, "product")
        if not product:
            raise _Unfit("empty", "product")
        count = Decimal(1)
        if "quantity" in self._positions:
            said = self._number(cells, "quantity")
            if said is None:
                raise _Unfit("empty", "quantity")
            count = said
        quantity = _whole(count * amounts.ONE)
        factor = self._columns.factor
        off = abs(self._number(cells, "discount") or Decimal(0)) * factor
        paid = self._number(cells, "total")
        if paid is not None:
            paid *= factor
            before = paid + (off if paid >= 0 else -off)
        else:
            each = self._number(cells, "price")
            if each is None:
                raise _Unfit("empty", "total" if "total" in self._positions else "price")
            before = each * factor * count
            paid = before - (off if before >= 0 else -off)
        total = _whole(paid)
        if abs(quantity) > amounts.QUANTITY_LIMIT or abs(before) > amounts.PRICE_LIMIT:
            raise _Unfit("too_large", product)
        if total != paid:
            self.problems.append(Problem(row, "rounded", f"{paid.normalize():f}", total))
        return PastLine(row, product, quantity, total, total + _whole(before - paid))

    def _number(self, cells: tuple[str, ...], name: str) -> Decimal | None:
        """The sum of the columns of this name; None if nothing stands in them."""
        found: Decimal | None = None
        for place in self._positions.get(name, ()):
            text = cells[place].strip() if place < len(cells) else ""
            if not text:
                continue
            try:
                found = (found or Decimal(0)) + number(text, self._columns.decimals[name])
            except NoNumber as error:
                raise _Unfit("bad_number", text) from error
        return found

    def _at(self, cells: tuple[str, ...], text: str) -> int:
        if not text:
            raise _Unfit("empty", "at")
        hours = self._text(cells, "time") if "time" in self._positions else ""
        try:
            return _instant(text, hours, self._columns.dates, self._zone)
        except NoMoment as error:
            raise _Unfit("bad_moment", f"{text} {hours}".strip()) from error


@lru_cache(maxsize=100_000)
def _instant(text: str, hours: str, order: str, zone: ZoneInfo) -> int:
    """UTC ms; a day without a time is its noon. Raises `NoMoment`."""
    told, has_time = moment(text, order)
    if hours:
        since, said = time_of_day(hours)
        told = told.replace(hour=0, minute=0, second=0, microsecond=0) + since
        told = told.replace(tzinfo=said or told.tzinfo)
    elif not has_time:
        told += timedelta(hours=12)
    if told.tzinfo is None:
        told = told.replace(tzinfo=zone)
    try:
        return int(told.timestamp() * 1000)
    except (OverflowError, ValueError) as error:
        raise NoMoment(text) from error


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _settle(past: PastOrder, earlier: Iterator[PastOrder]) -> Iterator[Problem]:
    """Takes what came back off the same product of the same order; tells what has no place.

    An order's number may have come back on a later day than it was sold.
    """
    sold = [line for line in past.lines if line.quantity > 0 and line.total >= 0]
    others = [line for line in past.lines if line.quantity <= 0 or line.total < 0]
    sources = [sold, *(before.lines for before in earlier)] if others else []
    for line in others:
        found = next((other for lines in sources for other in lines if _covers(other, line)), None)
        if found is None:
            reason = "refund_alone" if line.quantity < 0 or line.total < 0 else "no_quantity"
            yield Problem(line.row, reason, line.product, line.total)
            continue
        found.quantity += line.quantity
        found.total += line.total
        found.before = max(found.total, found.before + line.before)
        yield Problem(line.row, "refunded", line.product, line.total)
    for lines in sources:
        gone = [line for line in lines if not line.quantity]
        yield from (Problem(x.row, "refunded", x.product, x.total) for x in gone if x.total)
        lines[:] = [line for line in lines if line.quantity]
    past.lines = sold


def _covers(sold: PastLine, back: PastLine) -> bool:
    return (
        back.quantity < 0
        and sold.product == back.product
        and sold.quantity + back.quantity >= 0
        and sold.total + back.total >= 0
    )


def _described(how: Reading) -> dict[str, dict[str, str]]:
    """The facts about products in their own file, by code."""
    assert how.products
    sheet = spreadsheets.read(how.products)
    names: Sequence[str] = [cell.strip() for cell in sheet.rows[0][1]]
    key = how.columns.get("product", "")
    if key not in names:
        raise BadChoice("mapping", f"product={key}")
    found = {}
    for _, cells in sheet.rows[1:]:
        row = dict(zip(names, cells, strict=False))
        facts = {
            name: amounts.clean_text(" ".join(row.get(c, "") for c in columns.split("+")))
            for name, columns in how.columns.items()
            if name in ABOUT_PRODUCTS and columns.split("+")[0] in names
        }
        found[amounts.clean_text(row.get(key, ""))] = {k: v for k, v in facts.items() if v}
    return found
