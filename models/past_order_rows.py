"""What a file of past sales says: its rows gathered into orders, each line judged by itself.

One row of the file is one line of an order. Which column means what is said by a mapping of our
names (`FIELDS`) to the file's headers; several columns of money are joined by `+`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from zoneinfo import ZoneInfo

from models import amounts, clock, spreadsheet_files
from models.errors import BadChoice, UnreadableFile

#: order: its id in the source; at: when; product: its code; quantity: in units; total: paid for
#: the line; price: of one unit, where there is no total; discount: what was taken off; the rest
#: is for products that the shop does not know yet.
FIELDS = (
    "order", "at", "product", "quantity", "total", "price", "discount", "name", "category",
    "brand", "unit",
)  # fmt: skip
_NEEDED = ("order", "at", "product", "quantity")
_ABOUT_PRODUCTS = ("name", "category", "brand", "unit")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: header by field, `factor` cash units in one unit of its money, the
    `zone` of its clock, and another file that describes the products by the same product header."""

    columns: Mapping[str, str]
    factor: int
    zone: str
    products: Path | None = None


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
    """An order as the file tells it; `at` is UTC ms."""

    id: str
    at: int
    lines: list[PastLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of the file (from 1) that was not taken as it stands, and how much money it was about.

    `reason` is one of `refunded` (taken off the same order), `refund_alone`, `no_quantity`,
    `bad_number`, `bad_moment`, `empty`, `too_large`.
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


def read(path: Path, mapping: Reading) -> PastFile:
    """Reads the whole file. Raises `UnreadableFile`, `BadChoice` (a name or header that is not)."""
    sheet = spreadsheet_files.read(path)
    places = _places(sheet.rows[0][1], mapping, path)
    orders: dict[str, PastOrder] = {}
    products: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for number, cells in sheet.rows[1:]:
        row = _Row(number, cells, places, mapping)
        try:
            line = row.line()
            order, at = row.text("order"), row.moment()
        except _Unfit as unfit:
            problems.append(Problem(number, unfit.reason, unfit.text))
            continue
        facts = {name: row.text(name) for name in _ABOUT_PRODUCTS if name in places}
        products.setdefault(line.product, facts)
        past = orders.setdefault(order, PastOrder(order, at))
        past.at = min(past.at, at)
        past.lines.append(line)
    for past in orders.values():
        problems += _settle(past)
    kept = sorted((past for past in orders.values() if past.lines), key=lambda past: past.at)
    if mapping.products:
        for code, facts in _described(mapping).items():
            if code in products:
                products[code] |= facts
    problems.sort(key=lambda problem: problem.row)
    return PastFile(tuple(kept), products, tuple(problems), len(sheet.rows) - 1)


class _Unfit(Exception):
    def __init__(self, reason: str, text: str) -> None:
        self.reason, self.text = reason, text


class _Row:
    def __init__(
        self, number: int, cells: tuple[str, ...], places: dict[str, list[int]], mapping: Reading
    ) -> None:
        self._number, self._cells, self._places = number, cells, places
        self._mapping = mapping

    def text(self, name: str) -> str:
        place = self._places[name][0]
        found = amounts.clean_text(self._cells[place]) if place < len(self._cells) else ""
        if not found and name in _NEEDED:
            raise _Unfit("empty", name)
        return found[: amounts.NAME_LIMIT]

    def line(self) -> PastLine:
        quantity = _whole(self._number_in("quantity") * amounts.ONE)
        off = _whole(abs(self._number_in("discount")) * self._mapping.factor)
        if "total" in self._places:
            total = _whole(self._number_in("total") * self._mapping.factor)
            before = total + (off if total >= 0 else -off)
        else:
            before = _whole(
                self._number_in("price") * self._mapping.factor * quantity / amounts.ONE
            )
            total = before - (off if before >= 0 else -off)
        if abs(quantity) > amounts.QUANTITY_LIMIT or abs(before) > amounts.PRICE_LIMIT:
            raise _Unfit("too_large", self.text("quantity"))
        return PastLine(self._number, self.text("product"), quantity, total, before)

    def moment(self) -> int:
        text = self.text("at")
        try:
            told = datetime.fromisoformat(text)
        except ValueError as error:
            raise _Unfit("bad_moment", text) from error
        if len(text) <= 10:  # a day without a time: noon
            told = told.replace(hour=12)
        if told.tzinfo is None:
            told = told.replace(tzinfo=ZoneInfo(self._mapping.zone))
        return int(told.timestamp() * 1000)

    def _number_in(self, name: str) -> Decimal:
        added = Decimal(0)
        for place in self._places.get(name, ()):
            text = self._cells[place].strip() if place < len(self._cells) else ""
            try:
                added += Decimal(text or "0")
            except InvalidOperation as error:
                raise _Unfit("bad_number", text[:40]) from error
        if not added.is_finite():
            raise _Unfit("bad_number", str(added))
        return added


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def _settle(past: PastOrder) -> Iterator[Problem]:
    """Takes what came back off the same product of the same order; tells what has no place."""
    sold = [line for line in past.lines if line.quantity > 0 and line.total >= 0]
    for line in past.lines:
        if line in sold:
            continue
        found = next(
            (
                other for other in sold
                if line.quantity < 0 and other.product == line.product
                and other.quantity + line.quantity >= 0 and other.total + line.total >= 0
            ),
            None,
        )  # fmt: skip
        if found is None:
            reason = "refund_alone" if line.quantity < 0 or line.total < 0 else "no_quantity"
            yield Problem(line.row, reason, line.product, line.total)
            continue
        found.quantity += line.quantity
        found.total += line.total
        found.before = max(found.total, found.before + line.before)
        yield Problem(line.row, "refunded", line.product, line.total)
    gone = [line for line in sold if not line.quantity]
    yield from (Problem(x.row, "refunded", x.product, x.total) for x in gone if x.total)
    past.lines = [line for line in sold if line.quantity][: amounts.LINES_LIMIT]


def _places(header: tuple[str, ...], mapping: Reading, path: Path) -> dict[str, list[int]]:
    names = [cell.strip() for cell in header]
    places = {}
    for name, columns in mapping.columns.items():
        if name not in FIELDS:
            raise BadChoice("mapping", name)
        wanted = [column.strip() for column in columns.split("+")]
        if mapping.products and name in _ABOUT_PRODUCTS and wanted[0] not in names:
            continue
        for column in wanted:
            if column not in names:
                raise BadChoice("mapping", f"{name}={column}")
        places[name] = [names.index(column) for column in wanted]
    if not all(name in places for name in _NEEDED) or not {"total", "price"} & places.keys():
        raise UnreadableFile(str(path), "no_columns")
    if not clock.knows(mapping.zone):
        raise BadChoice("zone", mapping.zone)
    return places


def _described(mapping: Reading) -> dict[str, dict[str, str]]:
    """The facts about products in their own file, by code."""
    assert mapping.products
    sheet = spreadsheet_files.read(mapping.products)
    names = [cell.strip() for cell in sheet.rows[0][1]]
    key = mapping.columns["product"]
    if key not in names:
        raise BadChoice("mapping", f"product={key}")
    found = {}
    for _, cells in sheet.rows[1:]:
        row = dict(zip(names, cells, strict=False))
        facts = {
            name: amounts.clean_text(" ".join(row.get(c, "") for c in columns.split("+")))
            for name, columns in mapping.columns.items()
            if name in _ABOUT_PRODUCTS and columns.split("+")[0] in names
        }
        found[amounts.clean_text(row.get(key, ""))] = facts
    return found
