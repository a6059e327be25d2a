"""A file of past sales, understood and gathered into orders."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path

from models.catalogue_import.own_format import decimal_of
from models.formats import spreadsheets
from models.formats.spreadsheets import Watch
from models.past_sales.columns import SAMPLE, Reading, Row
from models.past_sales.headings import known
from models.past_sales.ledger import PastOrder, Problem
from models.past_sales.order_rows import Reader
from models.past_sales.own.rows import OwnOrders, is_own
from models.past_sales.settling import Settler
from models.past_sales.understanding import ROWS_LIMIT, SIZE_LIMIT, described, understand

#: How a file is read that this program wrote.
OWN = "orders.csv"


@dataclass(frozen=True, slots=True)
class PastFile:
    """All that was understood; `products` are the facts about the product of each code.

    `words` say how it was read, `lost` is what rounding to rupiah took away, `unused` are headings
    of which nothing was taken.
    """

    orders: tuple[PastOrder, ...]
    codes: tuple[str, ...]
    products: tuple[dict[str, str], ...]
    problems: tuple[Problem, ...]
    rows: int
    words: tuple[str, ...]
    sheet: str
    lost: Decimal
    unused: tuple[str, ...]


def read(path: Path, how: Reading, progress: Watch | None = None) -> PastFile:
    """Reads the whole file.

    Raises `UnreadableFile`, `ColumnsUnclear`, `SalesUnclear`, `BadChoice`, `ImportStopped`.
    """
    table = spreadsheets.opened(path, known, size_limit=SIZE_LIMIT)
    walk = table.rows(progress, ROWS_LIMIT)
    first = list(islice(walk, SAMPLE))
    if first and not how.columns and is_own(first[0][1]):
        return _own(table, first, walk, how)
    understood = understand(first, how, path)
    reader = Reader(how, understood, path)
    for place, (row, cells) in enumerate(_one_by_one(first, walk)):
        if place >= understood.columns.first_row and cells != understood.columns.heading:
            reader.take(row, cells)
    settler = Settler(
        reader, understood.meaning, how.said, understood.columns, understood.factor, str(path)
    )
    orders, meaning = settler.settle()
    products = [_usual(facts) for facts in reader.facts]
    if how.products:
        about = described(how)
        for code, facts in zip(reader.codes, products, strict=True):
            facts |= about.get(code, {})
    return PastFile(
        tuple(orders), tuple(reader.codes), tuple(products),
        tuple(sorted(reader.problems, key=_place)), reader.rows,
        understood.with_meaning(meaning).words, table.sheet, reader.lost,
        tuple(understood.columns.unused.values()),
    )  # fmt: skip


def _own(
    table: spreadsheets.Table, first: list[Row], rest: Iterator[Row], how: Reading
) -> PastFile:
    own = OwnOrders(first[0][1], how.zone, decimal_of(table.delimiter))
    rows = 0
    for row, cells in _one_by_one(first[1:], rest):
        own.take(row, cells)
        rows += 1
    orders = tuple(sorted(own.orders.values(), key=_moment))
    return PastFile(
        orders, tuple(own.codes), tuple(own.products), tuple(own.problems), rows, (OWN,),
        table.sheet, Decimal(0), (),
    )  # fmt: skip


def _one_by_one(first: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    """Each row once; what was looked at first is not kept beside the orders that it is in."""
    first.reverse()
    while first:
        yield first.pop()
    yield from rest


def _moment(past: PastOrder) -> int:
    return past.at


def _place(problem: Problem) -> int:
    return problem.row


def _usual(facts: dict[str, Counter[str]]) -> dict[str, str]:
    """What is said most often about a product; somebody may have mistyped it once."""
    return {name: said.most_common(1)[0][0] for name, said in facts.items() if said}
