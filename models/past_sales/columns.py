"""Which column of a file of past sales is what: as somebody said, or by its heading.

A heading is known in English and Indonesian, and what stands under it has to be of that kind. What
is not understood is asked about: no column is guessed from its content alone.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models import clock
from models.errors import BadChoice, ColumnsUnclear, SalesUnclear
from models.past_sales import headings
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
from models.past_sales.headings import FIELDS, RANK
from models.past_sales.states import State, state_of

NEEDED = ("order", "at", "product")
ABOUT_PRODUCTS = ("name", "category", "brand", "unit")
QUANTITIES = ("quantity", "returned", "left_quantity")
OF_ORDERS = ("order_discount", "order_total", "order_tax", "order_refund")
#: What is paid beside the goods; each becomes a line of the order, called as its heading.
EXTRAS = ("shipping", "tip", "service")
MONEY = (
    "price", "gross", "discount", "total", "tax", "refunded", "left_total", *OF_ORDERS, *EXTRAS,
)  # fmt: skip
NUMBERS = (*QUANTITIES, *MONEY)

SAMPLE = 20_000  # rows that say how a column is written
_TITLES = 20  # rows that may stand above the headings
_MOST = 0.8  # of the cells under a heading have to be of its kind

Row = tuple[int, tuple[str, ...]]
Positions = dict[str, list[int]]


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


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are: headings by field, `positions` by field (from 0), where the data
    begins, and which headings are not used."""

    names: dict[str, str]
    positions: Positions
    first_row: int
    unused: tuple[str, ...]


def find(rows: Sequence[Row], how: Reading, path: Path) -> Columns:
    """Raises `ColumnsUnclear` (what is needed is not there), `SalesUnclear`, `BadChoice`."""
    for name in how.columns:
        if name not in FIELDS:
            raise BadChoice("mapping", name)
    if not clock.knows(how.zone):
        raise BadChoice("zone", how.zone)
    if how.dates not in ("", *ORDERS):
        raise BadChoice("dates", how.dates)
    if how.decimal not in ("", ",", "."):
        raise BadChoice("decimal", how.decimal)
    first, positions = _said(rows, how) if how.columns else _found(rows, how, path)
    if "product" not in positions and "name" in positions:
        positions["product"] = positions["name"]
    heading = [cell.strip() for cell in rows[first - 1][1]] if first else []
    names = {
        name: "+".join(_called(heading, position) for position in found)
        for name, found in positions.items()
    }
    taken = {position for found in positions.values() for position in found}
    unused = tuple(cell for position, cell in enumerate(heading) if cell and position not in taken)
    missing = [name for name in NEEDED if name not in positions]
    if not {"total", "price", "gross"} & positions.keys():
        missing.append("total")
    if missing:
        shown = heading or [cell.strip() for cell in rows[0][1]]
        words = tuple(f"{name}={column}" for name, column in names.items())
        raise ColumnsUnclear(str(path), words, tuple(missing), tuple(filter(None, shown)))
    return Columns(names, positions, first, unused)


def _called(heading: Sequence[str], position: int) -> str:
    return (heading[position] if position < len(heading) else "") or str(position + 1)


def column(rows: Sequence[Row], position: int) -> list[str]:
    """The cells of a column that hold anything."""
    found = (cells[position].strip() for _, cells in rows if position < len(cells))
    return [cell for cell in found if cell]


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
    says = " ".join(names.values()).lower()
    one_day = len(set(map(_day_part, cells))) == 1
    if _INDONESIAN.search(says) and (found == "dmy" or one_day):
        return "dmy"
    raise SalesUnclear(str(path), "dates", next(iter(cells), ""))


def _day_part(text: str) -> str:
    return text.split()[0]


# --- as it was said ----------------------------------------------------------------------------


def _said(rows: Sequence[Row], how: Reading) -> tuple[int, Positions]:
    """The row after the headings, and the places of the named columns."""
    wanted = {name: [x.strip() for x in said.split("+")] for name, said in how.columns.items()}
    every = {column for columns in wanted.values() for column in columns}
    first = 0
    for at, (_, cells) in enumerate(rows[:_TITLES]):
        if len(every & {cell.strip() for cell in cells}) * 2 >= len(every):
            first = at + 1
            break
    heading = [cell.strip() for cell in rows[first - 1][1]] if first else []
    width = len(rows[first][1]) if len(rows) > first else 0
    positions: Positions = {}
    for name, columns in wanted.items():
        if how.products and name in ABOUT_PRODUCTS and columns[0] not in heading:
            continue
        found = []
        for said in columns:
            if said in heading:
                if headings.is_about_people(said):
                    raise BadChoice("people", said)
                found.append(heading.index(said))
            elif said.isdigit() and 1 <= int(said) <= width:
                found.append(int(said) - 1)
            else:
                raise BadChoice("mapping", f"{name}={said}")
        positions[name] = found
    if not first and rows and not any(map(is_number, filter(str.strip, rows[0][1]))):
        first = 1
    return first, positions


# --- by its heading ----------------------------------------------------------------------------


def _found(rows: Sequence[Row], how: Reading, path: Path) -> tuple[int, Positions]:
    counted = [headings.known(cells) for _, cells in rows[:_TITLES]]
    best = max(counted, default=0)
    if best < 2:
        return 0, {}
    first = counted.index(best) + 1
    sample = rows[first : first + SAMPLE]
    heading = [cell.strip() for cell in rows[first - 1][1]]
    grouped = any(map(headings.of_a_line, heading))
    free = {
        position: headings.plain(headings.own_part(cell))
        for position, cell in enumerate(heading)
        if cell and not headings.is_about_people(cell)
    }
    of_lines = {p for p in free if not grouped or headings.of_a_line(heading[p])}
    positions: Positions = {}

    def take(name: str, words: Mapping[str, int], places: set[int]) -> None:
        if name in positions:
            return
        ranked = sorted((words[free[p]], p) for p in places & free.keys() if free[p] in words)
        for _, position in ranked:
            if _fits(name, column(sample, position)):
                positions[name] = [position]
                del free[position]
                return

    if grouped:
        _take_of_order(take, free.keys() - of_lines)
    for name in ("order", "at", "time", "currency", "cancelled_at", *OF_ORDERS, *EXTRAS):
        take(name, RANK[name], free.keys() - (of_lines if grouped else set()))
    for name in ("state", "kind"):
        _take_states(positions, free, heading, sample, name, how)
    for name in FIELDS:
        take(name, RANK[name], of_lines if name not in ("state", "kind") else set())
    _check_rows(rows, first, positions, heading, path)
    return first, positions


_Take = Callable[[str, Mapping[str, int], set[int]], None]


def _take_of_order(take: _Take, places: set[int]) -> None:
    """Beside columns that say that they are of a line, the others are of the order."""
    take("order", RANK["order"] | {"name": -1}, places)
    for of_order, of_line in (
        ("order_discount", "discount"), ("order_tax", "tax"), ("order_refund", "refunded"),
    ):  # fmt: skip
        take(of_order, RANK[of_order] | _after(RANK[of_line]), places)
    totals = {word: rank for word, rank in RANK["total"].items() if "sub" not in word}
    take("order_total", RANK["order_total"] | _after(totals), places)


def _after(words: Mapping[str, int]) -> dict[str, int]:
    return {word: 1000 + rank for word, rank in words.items()}


_NO_STATE = re.compile(
    r"fulfil|kirim|deliver|ship|stok|stock|customer|member|pajak|tax|print|antar"
)


def _take_states(
    positions: Positions, free: dict[int, str], heading: Sequence[str], sample: Sequence[Row],
    name: str, how: Reading,
) -> None:  # fmt: skip
    """All columns that say what became of a sale; of kinds only those that tell of refunds."""
    for position, words in list(free.items()):
        said = headings.words_of(heading[position])
        if _NO_STATE.search(said):
            continue
        if words not in RANK[name] and not (name == "state" and re.search(r"\bstat(us|e)\b", said)):
            continue
        cells = {cell.casefold() for cell in column(sample, position)}
        known = {how.states.get(cell) or state_of(cell) for cell in cells}
        if name == "kind" and not known - {None, State.SOLD}:
            continue
        if cells:
            positions.setdefault(name, []).append(position)
            del free[position]


def _fits(name: str, cells: Sequence[str]) -> bool:
    test: Callable[[str], bool] | None = None
    if name in NUMBERS:
        test = is_number
    elif name == "at":
        test = _is_moment
    elif name == "time":
        test = _is_time
    return bool(cells) and (test is None or _mostly(test, cells))


def _mostly(test: Callable[[str], bool], cells: Sequence[str]) -> bool:
    some = cells[:2000]
    return bool(some) and sum(map(test, some)) >= _MOST * len(some)


def is_number(text: str) -> bool:
    """Whether the cell is one, with whatever mark before its decimals."""
    for mark in (".", ","):
        try:
            number(text, mark)
        except NoNumber:
            continue
        return True
    return False


def _is_moment(text: str) -> bool:
    for order in ORDERS:
        try:
            moment(text, order)
        except NoMoment:
            continue
        return True
    return False


def _is_time(text: str) -> bool:
    try:
        time_of_day(text)
    except NoMoment:
        return False
    return True


# --- rows that are no lines of sales -----------------------------------------------------------

_LISTED = re.compile(r"(?:\d+\s*[x×]\s*\w|\w\s*[x×*]\s*\d|\(\d+[x×]?\)).*[,;\n|+&/]", re.IGNORECASE)
_LIST_WORDS = frozenset({"items", "products", "itemlist", "daftarbarang", "daftarproduk",
                         "barangdibeli", "produkdibeli", "rincian", "rincianpesanan",
                         "detailpesanan", "itempesanan"})  # fmt: skip


def _check_rows(
    rows: Sequence[Row], first: int, positions: Positions, heading: Sequence[str], path: Path
) -> None:
    """Raises `SalesUnclear` where a row is a whole receipt, a day, or a product's sum."""
    sample = rows[first : first + 2000]
    is_sum = {"total", "gross", "price", "order_total"} & positions.keys()
    periods = [cell for cell in heading if cell and (_is_day(cell) or _is_month(cell))]
    if len(periods) > 1:
        raise SalesUnclear(str(path), "pivot", periods[0])
    goods = positions.get("name") or positions.get("product")
    if "order" in positions and is_sum and "at" in positions:
        if goods is None:
            raise SalesUnclear(str(path), "whole_receipts", heading[positions["order"][0]])
        cells, word = column(sample, goods[0]), headings.plain(heading[goods[0]])
        lists = sum(bool(_LISTED.search(cell)) for cell in cells) * 5 > len(cells)
        bare = not {"quantity", "price"} & positions.keys()
        # A bare name may be the customer's.
        named = word in ("nama", "name") and _stands_once(sample, positions["order"][0])
        if lists or (bare and (word in _LIST_WORDS or named)):
            raise SalesUnclear(str(path), "whole_receipts", heading[goods[0]])
    if "order" not in positions and goods is None and "at" in positions and is_sum:
        raise SalesUnclear(str(path), "days", heading[positions["at"][0]])
    if goods is not None and "at" not in positions and "order" not in positions and is_sum:
        raise SalesUnclear(str(path), "products", heading[goods[0]])


def _stands_once(rows: Sequence[Row], position: int) -> bool:
    cells = column(rows, position)
    return len(set(cells)) == len(cells)


def _is_day(text: str) -> bool:
    return bool(re.search(r"\d", text)) and not is_number(text) and _is_moment(text)


def _is_month(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:jan|feb|mar|apr|ma[yi]|jun|jul|aug|agu|sep|o[ck]t|nov|de[cs])[a-z]*\.?"
            r"[ -]?(?:\d{2}|\d{4})?", text.strip(), re.IGNORECASE,
        )
    )  # fmt: skip
