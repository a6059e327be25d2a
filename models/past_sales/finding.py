"""Finds the columns of a file of past sales: as somebody said, or by their headings.

A heading is known in English and Indonesian, and what stands under it has to be of that kind. What
is not understood is asked about: no column is guessed from its content alone.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from models import clock
from models.errors import BadChoice, ColumnsUnclear, SalesUnclear
from models.past_sales import headings
from models.past_sales.cells import ORDERS
from models.past_sales.columns import (
    ABOUT_PRODUCTS,
    EXTRAS,
    NUMBERS,
    OF_ORDERS,
    SAMPLE,
    Columns,
    Positions,
    Reading,
    Row,
    column,
    is_moment,
    is_number,
    is_time,
)
from models.past_sales.doubts import check_pivot, check_rows
from models.past_sales.headings import FIELDS, RANK
from models.past_sales.states import State, are_flags

NEEDED = ("order", "at", "product")
_MOST = 0.8  # of the cells under a heading have to be of its kind
_TITLES = 20  # rows that may stand above the headings


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
    first, positions = _said(rows, how) if how.columns else _Finder(rows, how, path).found()
    if "product" not in positions and "name" in positions:
        positions["product"] = positions["name"]
    heading = [cell.strip() for cell in rows[first - 1][1]] if first else []
    names = {
        name: "+".join(_called(heading, position) for position in found)
        for name, found in positions.items()
    }
    taken = {position for found in positions.values() for position in found}
    unused = {
        position: cell for position, cell in enumerate(heading) if cell and position not in taken
    }
    missing = [name for name in NEEDED if name not in positions]
    if not {"total", "price", "gross"} & positions.keys():
        missing.append("total")
    if missing:
        shown = heading or [cell.strip() for cell in rows[0][1]]
        words = tuple(f"{name}={column}" for name, column in names.items())
        raise ColumnsUnclear(str(path), words, tuple(missing), tuple(filter(None, shown)))
    cells = rows[first - 1][1] if first else ()
    return Columns(names, positions, first, cells, unused)


def _called(heading: Sequence[str], position: int) -> str:
    return (heading[position] if position < len(heading) else "") or str(position + 1)


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

_NO_STATE = re.compile(f"{headings.OTHER_STATES}|customer|pajak|tax")


class _Finder:
    """Gives each field the free column whose heading it knows best."""

    def __init__(self, rows: Sequence[Row], how: Reading, path: Path) -> None:
        counted = [headings.known(cells) for _, cells in rows[:_TITLES]]
        best = max(counted, default=0)
        self._first = counted.index(best) + 1 if best > 1 else 0
        self._rows, self._how, self._path = rows, how, path
        heads = rows[self._first - 1][1] if self._first else ()
        self._heading = [cell.strip() for cell in heads]
        self._sample = [row for row in rows[self._first :][:SAMPLE] if row[1] != heads]
        self._free = {
            position: headings.plain(headings.own_part(cell))
            for position, cell in enumerate(self._heading)
            if cell and not headings.is_about_people(cell)
        }
        self._positions: Positions = {}
        self._misfits: dict[str, int] = {}  # columns whose heading says a number, and have none

    def found(self) -> tuple[int, Positions]:
        """The row after the headings, and where the columns are. Raises `SalesUnclear`."""
        check_pivot(self._rows[: max(self._first, 5)], str(self._path))
        grouped = any(map(headings.of_a_line, self._heading))
        of_lines = {p for p in self._free if not grouped or headings.of_a_line(self._heading[p])}
        of_orders = set(self._free) - of_lines if grouped else set(self._free)
        if grouped:
            self._take_of_order(of_orders)
        for name in ("order", "at", "time", "currency", "cancelled_at", *OF_ORDERS, *EXTRAS):
            self._take(name, RANK[name], of_orders)
        self._take_states("state")
        self._take_states("kind")
        for name in FIELDS:
            if name not in ("state", "kind"):
                self._take(name, RANK[name], of_lines)
        if "total" in self._positions and not {"price", "gross"} & self._positions.keys():
            self._take("gross", {"subtotal": 0}, of_lines)
        for name, position in self._misfits.items():
            if name not in self._positions and position in self._free:
                raise SalesUnclear(str(self._path), "not_numbers", self._heading[position])
        check_rows(self._sample[:2000], self._positions, self._heading, str(self._path))
        return self._first, self._positions

    def _take(self, name: str, words: Mapping[str, int], places: set[int]) -> None:
        if name in self._positions:
            return
        free = self._free
        ranked = sorted((words[free[p]], p) for p in places & free.keys() if free[p] in words)
        for _, position in ranked:
            cells = column(self._sample, position)
            if _fits(name, cells):
                self._positions[name] = [position]
                del free[position]
                return
            if name in ("quantity", "price", "total") and cells:
                self._misfits.setdefault(name, position)

    def _take_of_order(self, places: set[int]) -> None:
        """Beside columns that say that they are of a line, the others are of the order."""
        self._take("order", RANK["order"] | {"name": -1}, places)
        for of_order, of_line in (
            ("order_discount", "discount"), ("order_tax", "tax"), ("order_refund", "refunded"),
        ):  # fmt: skip
            self._take(of_order, RANK[of_order] | _after(RANK[of_line]), places)
        totals = {word: rank for word, rank in RANK["total"].items() if "sub" not in word}
        self._take("order_total", RANK["order_total"] | _after(totals), places)

    def _take_states(self, name: str) -> None:
        """All columns that say what became of a sale; of kinds those that tell of refunds."""
        for position, word in list(self._free.items()):
            said = headings.words_of(self._heading[position])
            cells = {cell.casefold() for cell in column(self._sample, position)}
            is_state = name == "state" and (
                re.search(r"\bstat(us|e)\b", said) or are_flags(said, cells)
            )
            if _NO_STATE.search(said) or not (word in RANK[name] or is_state):
                continue
            known = {self._how.state(said, cell) for cell in cells}
            if cells and (name == "state" or known - {None, State.SOLD}):
                self._positions.setdefault(name, []).append(position)
                del self._free[position]


def _after(words: Mapping[str, int]) -> dict[str, int]:
    return {word: 1000 + rank for word, rank in words.items()}


def _fits(name: str, cells: Sequence[str]) -> bool:
    test: Callable[[str], bool] | None = None
    if name in ("tax", "order_tax") and headings.are_tax_rates(cells):
        return False
    if name in NUMBERS:
        test = is_number
    elif name == "at":
        test = is_moment
    elif name == "time":
        test = is_time
    return bool(cells) and (test is None or _mostly(test, cells))


def _mostly(test: Callable[[str], bool], cells: Sequence[str]) -> bool:
    some = cells[:2000]
    return bool(some) and sum(map(test, some)) >= _MOST * len(some)
