"""The columns of a file of past sales, and how what stands under them is written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from models import clock
from models.errors import SalesUnclear
from models.past_sales.cells import (
    ORDERS,
    NoMoment,
    NoNumber,
    day_order,
    decimal_mark,
    moment,
    number,
    time_of_day,
)
from models.past_sales.states import State, state_under

ABOUT_PRODUCTS = ("name", "category", "brand", "unit")
QUANTITIES = ("quantity", "returned", "left_quantity")
OF_ORDERS = ("order_discount", "order_total", "order_tax", "order_refund", "rounding")
#: What is paid beside the goods; each becomes a line of the order, called as its heading.
EXTRAS = ("shipping", "tip", "service")
MONEY = (
    "price", "gross", "discount", "total", "tax", "refunded", "left_total", *OF_ORDERS, *EXTRAS,
)  # fmt: skip
NUMBERS = (*QUANTITIES, *MONEY)

SAMPLE = 20_000  # rows that say how a column is written
DASHES = "-\u2013\u2014 "

Row = tuple[int, tuple[str, ...]]
Positions = dict[str, list[int]]
Sums = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: header (or number of the column) by field, `factor` cash units in one
    unit of its money, the `zone` of its clock, the `decimal` mark of its numbers, the order of its
    `dates`, another file that describes the products by the same product header, what words in
    its columns of states mean, and what its amounts are (see `models.past_sales.line_sums`).

    What is empty or zero, and all columns if none is named, is found out."""

    columns: Mapping[str, str]
    factor: int
    zone: str
    products: Path | None = None
    decimal: str = ""
    dates: str = ""
    states: Mapping[str, State] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    def state(self, heading: str, cell: str) -> State | None:
        """What a cell of a column of states means; None where nobody knows."""
        return self.states.get(cell.casefold()) or state_under(heading, cell)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are: headings by field, `positions` by field (from 0), where the data
    begins, its `heading`, and which headings are not used, by position."""

    names: dict[str, str]
    positions: Positions
    first_row: int
    heading: tuple[str, ...]
    unused: dict[int, str]


def column(rows: Sequence[Row], position: int) -> list[str]:
    """The cells of a column that say anything; a dash says nothing."""
    found = (cells[position].strip() for _, cells in rows if position < len(cells))
    return [cell for cell in found if cell.strip(DASHES)]


def marks(rows: Sequence[Row], positions: Positions, decimal: str) -> dict[str, str]:
    """The mark before decimals by field."""
    return {
        name: decimal
        or decimal_mark(
            (cell for position in positions[name] for cell in column(rows, position)),
            of_money=name in MONEY,
        )
        for name in NUMBERS
        if name in positions
    }


def sums_of(cells: Sequence[str], columns: Columns, marks: Mapping[str, str]) -> dict[str, Decimal]:
    """The numbers of a row by field, without those that are empty. Raises `NoNumber`."""
    found: dict[str, Decimal] = {}
    for name in NUMBERS:
        for place in columns.positions.get(name, ()):
            text = cells[place] if place < len(cells) else ""
            if text.strip(DASHES):
                found[name] = found.get(name, Decimal(0)) + number(text.strip(), marks[name])
    return found


def beside_goods(sums: Sums) -> Decimal:
    """What of the whole order is told in a row, and is no sum of its goods."""
    extras = sum((sums.get(name, Decimal(0)) for name in ("rounding", *EXTRAS)), Decimal(0))
    return extras - abs(sums.get("order_discount", Decimal(0)))


_INDONESIAN = re.compile(
    r"tanggal|tgl|nota|faktur|struk|produk|barang|jumlah|harga|waktu|transaksi|penjualan|diskon|"
    r"kode|nama|pesanan|satuan|potongan"
)


def dates(rows: Sequence[Row], names: Mapping[str, str], at: int, path: Path) -> str:
    """The order of a day written in numbers. Raises `SalesUnclear` where it could be both."""
    today = clock.local(clock.now(), "Asia/Jakarta").date()
    cells = column(rows, at)
    found, is_sure = day_order(cells, date(today.year + 1, 1, 1) if today.year < 2000 else today)
    if is_sure:
        return found
    if not found:
        raise SalesUnclear(str(path), "dates", next(iter(cells), ""))
    says = " ".join(names.values()).lower()
    one_day = len(set(map(_day_part, cells))) == 1
    if _INDONESIAN.search(says) and (found == "dmy" or one_day):
        return "dmy"
    raise SalesUnclear(str(path), "dates", next(iter(cells), ""))


def _day_part(text: str) -> str:
    return text.split()[0]


def is_number(text: str) -> bool:
    """Whether the cell is one, with whatever mark before its decimals."""
    for mark in (".", ","):
        try:
            number(text, mark)
        except NoNumber:
            continue
        return True
    return False


def is_moment(text: str) -> bool:
    for order in ORDERS:
        try:
            moment(text, order)
        except NoMoment:
            continue
        return True
    return False


def is_time(text: str) -> bool:
    try:
        time_of_day(text)
    except NoMoment:
        return False
    return True
