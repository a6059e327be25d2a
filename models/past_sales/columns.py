"""Which column of a file of past sales is what: as somebody said, or by its heading and content.

A heading is known in English and Indonesian; what stands under it has to be of that kind. A file
without headings is understood when quantity × price = total tells its numbers apart.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from pathlib import Path

from models import clock
from models.errors import BadChoice, UnreadableFile
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
from models.past_sales.headings import KNOWN, NAMES, known, plain

FIELDS = tuple(NAMES)
NEEDED = ("at", "product")
ABOUT_PRODUCTS = ("name", "category", "brand", "unit")
NUMBERS = ("quantity", "price", "total", "discount")
_MONEY = ("price", "total", "discount")

_SAMPLE = 20_000  # rows that say how a column is written
_TITLES = 20  # rows that may stand above the headings
_MOST = 0.8  # of the cells under a heading have to be of its kind

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: header (or number of the column) by field, `factor` cash units in one
    unit of its money, the `zone` of its clock, the `decimal` mark of its numbers, the order of its
    `dates`, and another file that describes the products by the same product header.

    What is empty or zero, and all columns if none is named, is found out."""

    columns: Mapping[str, str]
    factor: int
    zone: str
    products: Path | None = None
    decimal: str = ""
    dates: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """How a file was understood. `positions` by field, from 0; `decimals` by field of numbers;
    `carried`: an order's number and day stand only on its first row."""

    names: dict[str, str]
    positions: dict[str, list[int]]
    first_row: int
    decimals: dict[str, str]
    dates: str
    factor: int
    carried: bool

    @property
    def words(self) -> tuple[str, ...]:
        """As somebody would say it: `order=InvoiceNo`, `factor=100` …"""
        marks = sorted(set(self.decimals.values()))
        decimal = (f"decimal={marks[0]}",) if len(marks) == 1 else ()
        columns = [f"{name}={column}" for name, column in self.names.items()]
        return (*columns, f"dates={self.dates}", *decimal, f"factor={self.factor}")


def understand(rows: Sequence[Row], how: Reading, path: Path) -> Columns:
    """Raises `UnreadableFile` (columns that are needed are not there), `BadChoice`."""
    for name in how.columns:
        if name not in FIELDS:
            raise BadChoice("mapping", name)
    if not clock.knows(how.zone):
        raise BadChoice("zone", how.zone)
    if how.dates not in ("", *ORDERS):
        raise BadChoice("dates", how.dates)
    if how.decimal not in ("", ",", "."):
        raise BadChoice("decimal", how.decimal)
    first, positions = _said(rows, how) if how.columns else _found(rows)
    if not all(name in positions for name in NEEDED) or not {"total", "price"} & positions.keys():
        raise UnreadableFile(str(path), "no_columns")
    heading = rows[first - 1][1] if first else ()
    names = {
        name: "+".join(
            heading[position].strip() if position < len(heading) else str(position + 1)
            for position in found
        )
        for name, found in positions.items()
    }
    sample = rows[first : first + _SAMPLE]
    decimals = {
        name: how.decimal
        or decimal_mark(
            (cell for position in positions[name] for cell in _column(sample, position)),
            of_money=name in _MONEY,
        )
        for name in NUMBERS
        if name in positions
    }
    return Columns(
        names=names,
        positions=positions,
        first_row=first,
        decimals=decimals,
        dates=how.dates or day_order(_column(sample, positions["at"][0])),
        factor=how.factor or _factor(sample, positions, decimals),
        carried=_is_carried(sample, positions),
    )


def _column(rows: Sequence[Row], position: int) -> list[str]:
    found = (cells[position].strip() for _, cells in rows if position < len(cells))
    return [cell for cell in found if cell]


def _factor(
    rows: Sequence[Row], positions: Mapping[str, list[int]], decimals: Mapping[str, str]
) -> int:
    """100 for money with cents: when more than one number in twenty has them, else 1."""
    whole = part = 0
    for name in ("price", "total"):
        for text in _column(rows, positions[name][0]) if name in positions else ():
            try:
                found = number(text, decimals[name])
            except NoNumber:
                continue
            whole += 1
            part += found != int(found)
    return 100 if part * 20 > whole else 1


def _is_carried(rows: Sequence[Row], positions: Mapping[str, list[int]]) -> bool:
    if "order" not in positions:
        return False
    order, at, product = (positions[name][0] for name in ("order", "at", "product"))
    wide = [cells for _, cells in rows if len(cells) > max(order, at, product)]
    bare = [c for c in wide if c[product].strip() and not c[order].strip() and not c[at].strip()]
    return len(bare) * 10 > len(wide)


# --- as it was said ----------------------------------------------------------------------------


def _said(rows: Sequence[Row], how: Reading) -> tuple[int, dict[str, list[int]]]:
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
    positions: dict[str, list[int]] = {}
    for name, columns in wanted.items():
        if how.products and name in ABOUT_PRODUCTS and columns[0] not in heading:
            continue
        found = []
        for column in columns:
            if column in heading:
                found.append(heading.index(column))
            elif column.isdigit() and 1 <= int(column) <= width:
                found.append(int(column) - 1)
            else:
                raise BadChoice("mapping", f"{name}={column}")
        positions[name] = found
    if "product" not in positions and "name" in positions:
        positions["product"] = positions["name"]
    if not first and rows and _looks_like_headings(rows[0][1]):
        first = 1
    return first, positions


def _looks_like_headings(cells: Sequence[str]) -> bool:
    return not any(_is_number(cell) for cell in cells if cell.strip())


# --- by heading and content --------------------------------------------------------------------


def _found(rows: Sequence[Row]) -> tuple[int, dict[str, list[int]]]:
    counted = [known(cells) for _, cells in rows[:_TITLES]]
    best = max(counted, default=0)
    if best < 3:
        return 0, _by_content(rows[:_SAMPLE])
    first = counted.index(best) + 1
    sample = rows[first : first + _SAMPLE]
    headings = [plain(cell) for cell in rows[first - 1][1]]
    positions: dict[str, list[int]] = {}
    taken: set[int] = set()
    for name in FIELDS:
        ranked = sorted(
            (KNOWN[name][heading], position)
            for position, heading in enumerate(headings)
            if heading in KNOWN[name] and position not in taken
        )
        for _, position in ranked:
            if _fits(name, _column(sample, position)):
                positions[name] = [position]
                taken.add(position)
                break
    if "product" not in positions and "name" in positions:
        positions["product"] = positions["name"]
    if {"total", "price", "quantity"} <= positions.keys() and not _adds_up(sample, positions):
        del positions["total"]  # of the whole order, or of something else
    return first, positions


def _fits(name: str, cells: Sequence[str]) -> bool:
    test: Callable[[str], bool] | None = None
    if name in NUMBERS:
        test = _is_number
    elif name == "at":
        test = _is_moment
    elif name == "time":
        test = _is_time
    return test is None or _mostly(test, cells)


def _mostly(test: Callable[[str], bool], cells: Sequence[str]) -> bool:
    some = cells[:2000]
    return bool(some) and sum(map(test, some)) >= _MOST * len(some)


def _is_number(text: str) -> bool:
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


def _adds_up(rows: Sequence[Row], positions: Mapping[str, list[int]]) -> bool:
    """Whether the total is that of the line: quantity × price, or less by a discount."""
    quantity, price, total = (positions[name][0] for name in ("quantity", "price", "total"))
    return _share(rows, quantity, price, total) >= 0.5


def _share(rows: Sequence[Row], quantity: int, price: int, total: int, room: float = 0.5) -> float:
    """In how many rows quantity × price is the total, or a little more (`room`)."""
    marks = [decimal_mark(_column(rows, position), of_money=True) for position in (price, total)]
    counted = decimal_mark(_column(rows, quantity), of_money=False)
    good = every = 0
    for _, cells in rows[:2000]:
        if len(cells) <= max(quantity, price, total):
            continue
        try:
            count = number(cells[quantity], counted)
            each, whole = number(cells[price], marks[0]), number(cells[total], marks[1])
        except NoNumber:
            continue
        if not count or not each:
            continue
        every += 1
        product = abs(count * each)
        slack = max(product / 100, Decimal(1))
        least = product * Decimal(1 - room) - slack
        good += least <= abs(whole) <= product + slack
    return good / every if every else 0


def _by_content(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The columns of a file without headings, as far as their content tells them apart."""
    width = max((len(cells) for _, cells in rows), default=0)
    columns = {position: _column(rows, position) for position in range(width)}
    moments = [p for p, cells in columns.items() if _mostly(_is_day, cells)]
    if not moments:
        return {}
    times = [
        p for p, cells in columns.items()
        if p not in moments and _mostly(lambda text: ":" in text and _is_time(text), cells)
    ]  # fmt: skip
    rest = [p for p in columns if p not in moments + times and columns[p]]
    numbers = [p for p in rest if _mostly(_is_number, columns[p])]
    # Of two factors, the shorter numbers are the quantities.
    triples = [
        (_share(rows, *three, room=0), -len("".join(columns[three[0]])), three)
        for three in permutations(numbers, 3)
    ]
    share, _, (quantity, price, total) = max(triples, default=(0, 0, (0, 0, 0)))
    if share < _MOST:
        return {}
    positions = {"at": [moments[0]], "quantity": [quantity], "price": [price], "total": [total]}
    if times:
        positions["time"] = [times[0]]
    left = [p for p in rest if p not in (quantity, price, total)]
    words = [p for p in left if not _mostly(_is_number, columns[p]) and _has_words(columns[p])]
    if words:
        positions["name"] = [max(words, key=lambda p: sum(map(len, columns[p])) / len(columns[p]))]
    codes = [p for p in left if p not in positions.get("name", ())]
    if codes:
        # Orders stand in runs of the same number, products do not.
        codes.sort(key=lambda p: len(_runs(columns[p])))
        positions["order"] = [codes[0]]
        if len(codes) > 1:
            positions["product"] = [codes[1]]
    if "product" not in positions and "name" in positions:
        positions["product"] = positions["name"]
    return positions


def _is_day(text: str) -> bool:
    return not _is_number(text) and _is_moment(text)


def _has_words(cells: Iterable[str]) -> bool:
    return any(re.search(r"[^\W\d]{3,}", cell) for cell in cells)


def _runs(cells: Sequence[str]) -> list[str]:
    return [cell for at, cell in enumerate(cells) if not at or cells[at - 1] != cell]
