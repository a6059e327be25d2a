"""How a file of past sales is to be read: its columns, its amounts, its days and its money."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from models import amounts
from models.errors import BadChoice, SalesUnclear, UnreadableFile
from models.formats import spreadsheets
from models.formats.workbooks import NumberCell
from models.past_sales.cells import NoMoment, NoNumber, marks_in, moment, number, other_mark
from models.past_sales.columns import (
    ABOUT_PRODUCTS,
    MONEY,
    Columns,
    Reading,
    Row,
    column,
    dates,
    marks,
)
from models.past_sales.doubts import check_discounts, check_orders, check_unused
from models.past_sales.finding import find
from models.past_sales.headings import words_of
from models.past_sales.line_sums import Meaning, decide

SIZE_LIMIT = 256 * 2**20  # bytes of the file
ROWS_LIMIT = 2_000_000


@dataclass(frozen=True, slots=True)
class Understood:
    """How a file is read."""

    columns: Columns
    meaning: Meaning
    marks: dict[str, str]
    dates: str
    factor: int
    timeless: bool  # it knows days only
    carries_days: bool  # a day stands only in its first row
    carries_numbers: bool  # an order's number stands only in its first row

    @property
    def words(self) -> tuple[str, ...]:
        """As somebody would say it: `order=InvoiceNo`, `factor=100` …"""
        marks = sorted(set(self.marks.values()))
        decimal = (f"decimal={marks[0]}",) if len(marks) == 1 else ()
        columns = [f"{name}={column}" for name, column in self.columns.names.items()]
        return (
            *columns, *self.meaning.words, f"dates={self.dates}", *decimal, f"factor={self.factor}",
        )  # fmt: skip

    def with_meaning(self, meaning: Meaning) -> "Understood":
        """The same, with what the sums of whole orders told."""
        return replace(self, meaning=meaning)


def understand(rows: Sequence[Row], how: Reading, file: Path) -> Understood:
    """Looks at the first rows. Raises `UnreadableFile`, `ColumnsUnclear`, `SalesUnclear`."""
    path = str(file)
    if not rows:
        raise UnreadableFile(path, "empty")
    columns = find(rows, how, file)
    sample = rows[columns.first_row :]
    if not sample:
        raise UnreadableFile(path, "empty")
    sample = [row for row in sample if row[1] != columns.heading]
    found = marks(sample, columns.positions, how.decimal)
    at = columns.positions["at"][0]
    _check_money(sample, columns, found, how, path)
    named = bool(how.columns)
    doubtful = _doubtful_quantity(sample, columns, found, how)
    try:
        meaning = decide(sample, columns, found, how.said, path, named=named)
    except SalesUnclear as unclear:
        # `1.500` are pieces or kilograms, whichever the totals are of.
        if unclear.reason != "totals" or not doubtful:
            raise
        found["quantity"] = other_mark(found["quantity"])
        meaning = decide(sample, columns, found, how.said, path, named=named)
    if doubtful and not meaning.knows_sums and "order_total" not in columns.positions:
        raise SalesUnclear(path, "quantity_mark", doubtful)
    check_discounts(sample, columns, meaning, path)
    if not named:
        check_unused(sample, columns, found, meaning, how, path)
        check_orders(sample, columns, how, path)
    return Understood(
        columns, meaning, found,
        how.dates or dates(sample, columns.names, at, file),
        how.factor or 1,
        "time" not in columns.positions and _is_timeless(column(sample, at)),
        _carries_days(sample, columns),
        not _repeats_numbers(sample, columns),
    )  # fmt: skip


_WEIGHED = re.compile(r"\b(?:berat|weight|kg|kilo\w*|bobot|timbangan|lit(?:er|re)s?)\b")


def _doubtful_quantity(
    rows: list[Row], columns: Columns, found: dict[str, str], how: Reading
) -> str:
    """A quantity such as `1.500` where nothing in the file tells what its mark is, else empty.

    What tells it is written into the marks that were `found`.
    """
    if "quantity" not in found or how.decimal:
        return ""
    cells = [cell for place in columns.positions["quantity"] for cell in column(rows, place)]
    votes, threes, _ = marks_in(cells)
    if votes or not threes:
        return ""
    mark = next(iter(threes))
    money = [
        marks_in(cell for place in columns.positions.get(name, ()) for cell in column(rows, place))
        for name in MONEY
    ]
    if said := how.said.get("quantity_is"):
        found["quantity"] = mark if said == "decimal" else other_mark(mark)
    elif _WEIGHED.search(words_of(columns.names["quantity"])):
        found["quantity"] = mark
    elif sure := [next(iter(votes)) for votes, _, _ in money if votes]:
        found["quantity"] = sure[0]
    elif any(threes and mark not in threes for _, threes, _ in money):
        found["quantity"] = mark  # the other one stands between their thousands
    else:
        return next(cell for cell in cells if mark in cell)
    return ""


def _carries_days(rows: list[Row], columns: Columns) -> bool:
    """Whether many rows that begin an order have no day of their own."""
    order, at, goods = (columns.positions[name][0] for name in ("order", "at", "product"))
    bare = begun = 0
    before = ""
    for _, cells in rows:
        if len(cells) > max(order, at, goods) and cells[order].strip() not in ("", before):
            before = cells[order].strip()
            begun += 1
            bare += bool(cells[goods].strip() and not cells[at].strip())
    return bare > 0 and bare * 3 >= begun


def _repeats_numbers(rows: list[Row], columns: Columns) -> bool:
    """Whether an order with several rows has its number in each of them."""
    order, goods = (columns.positions[name][0] for name in ("order", "product"))
    before = ""
    for _, cells in rows:
        if len(cells) > max(order, goods) and cells[goods].strip():
            number_ = cells[order].strip()
            if number_ and number_ == before:
                return True
            before = number_
    return False


def _is_timeless(cells: list[str]) -> bool:
    """Whether each of these moments is a midnight, or a day."""
    for text in cells:
        try:
            told, has_time = moment(text, "dmy")
        except NoMoment:
            try:
                told, has_time = moment(text, "mdy")
            except NoMoment:
                continue
        if has_time and (told.hour or told.minute or told.second):
            return False
    return True


_SHORTENED = re.compile(r"\de\+\d", re.IGNORECASE)  # 1.23E+06, by a spreadsheet
_LEAST = 100  # rupiah that the dearest thing in a file costs
_SIGNS = {"rp": "IDR", "idr": "IDR", "$": "USD", "usd": "USD", "us$": "USD", "€": "EUR",
          "eur": "EUR", "£": "GBP", "gbp": "GBP", "sgd": "SGD", "s$": "SGD", "myr": "MYR",
          "rm": "MYR", "¥": "JPY"}  # fmt: skip
_SIGN = re.compile(r"rp|idr|us\$|usd|eur|gbp|s\$|sgd|rm|myr|[$€£¥]", re.IGNORECASE)


def _check_money(
    rows: list[Row], columns: Columns, found: dict[str, str], how: Reading, path: str
) -> None:
    """Raises `SalesUnclear` for several currencies, another one, or money that is too small."""
    money = [
        (text, found[name])
        for name in ("price", "gross", "total")
        for place in columns.positions.get(name, ())
        for text in column(rows, place)
    ]
    signs = (_SIGN.match(text.lstrip("-( ")) for text, _ in money)
    seen = {_SIGNS[sign[0].lower()] for sign in signs if sign}
    if "currency" in columns.positions:
        named = {x.strip().upper() for x in column(rows, columns.positions["currency"][0])}
        seen |= {_SIGNS.get(name.lower(), name) for name in named}
    for text, _ in money:
        if not isinstance(text, NumberCell) and _SHORTENED.search(text):
            raise SalesUnclear(path, "money_rounded", text)
    if len(seen) > 1:
        raise SalesUnclear(path, "currencies", ", ".join(sorted(seen)))
    if not how.decimal:
        for name in MONEY:
            _check_marks(columns.positions.get(name, ()), rows, path)
    if how.factor:
        return
    if seen and "IDR" not in seen:
        raise SalesUnclear(path, "currency", next(iter(seen)))
    sums = [amount for text, mark in money if (amount := _amount(text, mark)) is not None]
    largest = max(sums, default=Decimal(0))
    if 0 < largest < _LEAST or (
        largest < 1000 and sum(amount % 1 > 0 for amount in sums) * 20 > len(sums)
    ):
        raise SalesUnclear(path, "factor", f"{largest.normalize():f}")


def _check_marks(places: Sequence[int], rows: list[Row], path: str) -> None:
    """Raises `SalesUnclear` where one mark stands before thousands and before decimals."""
    cells = [cell for place in places for cell in column(rows, place)]
    votes, threes, _ = marks_in(cells)
    for mark in votes.keys() & threes.keys():
        if votes.most_common(1)[0][0] == mark:
            shown = next(x for x in cells if re.search(rf"\d{re.escape(mark)}\d{{3}}\b", x))
            raise SalesUnclear(path, "money_marks", shown)


def _amount(text: str, mark: str) -> Decimal | None:
    try:
        return abs(number(text, mark))
    except NoNumber:
        return None


def described(how: Reading) -> dict[str, dict[str, str]]:
    """The facts about products in their own file, by code."""
    assert how.products
    sheet = spreadsheets.read(how.products)
    names = [cell.strip() for cell in sheet.rows[0][1]]
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
