"""Taking over the sales of past years from a file, so that the figures begin before the program.

    seen = preview("sales.csv", reading("order=basket", "at=time", …))     # writes nothing
    report = run("sales.csv", …)                                          # the same, written

Every order comes at its own day and hour, paid and handed over; it moves no stock, and its steps
have no times. The id it had in the source keeps it from being taken twice.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from models import amounts, clock, session
from models.amounts import Discount
from models.catalogue.catalogue import Product
from models.catalogue_import import bulk_catalogue
from models.errors import BadChoice, UnreadableFile
from models.orders.bulk_orders import BulkOrders
from models.orders.cart import Cart, CartLine
from models.orders.payments import Tender
from models.past_sales.columns import Reading
from models.past_sales.order_rows import PastFile, PastLine, PastOrder, Problem, read
from models.storage.database import rows, transaction
from models.storage.tables import Order
from models.sums.rollups import IMPORT_STATION, IMPORTED

#: Where these orders came from, in the journal and on the order.
STATION = IMPORT_STATION
_BATCH = 1_000  # orders in one transaction


@dataclass(frozen=True, slots=True)
class PastOrders:
    """What an import would do, or did. Money in rupiah, quantity in thousandths.

    `orders` are new with their `lines`, `there` were in the shop before; `products` are new.
    `words` say how the file was understood, as `reading` takes them; `sheet` is the one of
    a workbook's several that was read.
    """

    orders: int
    lines: int
    quantity: int
    total: int
    there: int
    products: int
    first_day: date | None
    last_day: date | None
    rows: int
    problems: tuple[Problem, ...]
    words: tuple[str, ...]
    sheet: str


def reading(*words: str) -> Reading:
    """How the file is read, from `name=column` words or one TOML file with the same names.

    Beside the columns: `factor` (cash units in one unit of the file's money), `zone` (of its
    clock, the shop's), `decimal` (`,` or `.`), `dates` (`dmy` or `mdy`) and `products` (a file
    about the products). What is not said is found out. Raises `BadChoice`, `UnreadableFile`.
    """
    facts: dict[str, str] = {}
    for word in words:
        if word.endswith(".toml"):
            facts |= _of_file(Path(word))
            continue
        name, equals, column = word.partition("=")
        if not equals:
            raise BadChoice("mapping", word)
        facts[name.strip()] = column
    factor = facts.pop("factor", "0")
    if not factor.isdigit() or int(factor) > 10**6:
        raise BadChoice("factor", factor)
    products = facts.pop("products", "")
    zone = facts.pop("zone", session.current.zone)
    decimal, dates = facts.pop("decimal", ""), facts.pop("dates", "")
    about = Path(products) if products else None
    return Reading(facts, int(factor), zone, about, decimal, dates)


def _of_file(path: Path) -> dict[str, str]:
    try:
        facts = {name: str(value) for name, value in tomllib.loads(path.read_text()).items()}
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    except ValueError as error:
        raise UnreadableFile(str(path), "not_text") from error
    if "products" in facts:
        facts["products"] = str(path.parent / facts["products"])
    return facts


def preview(path: str | Path, how: Reading) -> PastOrders:
    """What importing the file would do. Raises `UnreadableFile`, `BadChoice`."""
    file = read(Path(path), how)
    return _report(file, *_new(file))


def run(path: str | Path, how: Reading) -> PastOrders:
    """Writes what `preview` shows, a thousand orders at a time; a second time it changes nothing.

    Broken off and begun again it goes on where it stopped. Raises `UnreadableFile`, `BadChoice`,
    `StorageError`.
    """
    file = read(Path(path), how)
    new, there = _new(file)
    report = _report(file, new, there)
    with transaction():
        goods = _products(file, new)
    waiting = iter(new)
    while batch := list(islice(waiting, _BATCH)):
        with transaction():
            book = BulkOrders(moves_stock=False)
            meanwhile = _there(batch)
            for past in batch:
                if _key(past) not in meanwhile:
                    _place(book, past, goods)
            book.write()
    return report


def _key(past: PastOrder) -> str:
    """The same for the same order of the source, every time it is read."""
    key = f"past:{past.day}:{past.id}"
    if len(key) <= amounts.CODE_LIMIT:
        return key
    return f"past:{past.day}:{sha256(past.id.encode()).hexdigest()[:40]}"


def _there(orders: Sequence[PastOrder]) -> dict[str, int]:
    """Those that are in the shop already, by their key, and what they come to."""
    found: dict[str, int] = {}
    for start in range(0, len(orders), _BATCH):
        keys = [_key(past) for past in orders[start : start + _BATCH]]
        query = Order.select(Order.request_id, Order.total).where(Order.request_id.in_(keys))
        found |= rows(query, lambda *row: row)
    return found


def _new(file: PastFile) -> tuple[list[PastOrder], dict[str, int]]:
    there = _there(file.orders)
    return [past for past in file.orders if _key(past) not in there], there


def _report(file: PastFile, new: Sequence[PastOrder], there: dict[str, int]) -> PastOrders:
    lines = [line for past in new for line in past.lines]
    days = [clock.business_day(past.at, session.current.zone) for past in new]
    return PastOrders(
        orders=len(new),
        lines=len(lines),
        quantity=sum(line.quantity for line in lines),
        total=sum(line.total for line in lines),
        there=len(there),
        products=len(_unknown(file, new, _Shelf())),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        rows=file.rows,
        problems=tuple(
            sorted([*file.problems, *_others(file, there)], key=lambda problem: problem.row)
        ),
        words=file.columns.words,
        sheet=file.sheet,
    )


def _others(file: PastFile, there: dict[str, int]) -> Iterator[Problem]:
    """Orders of the file that are in the shop, but not as the file tells them."""
    for past in file.orders:
        total = sum(line.total for line in past.lines)
        if there.get(_key(past), total) != total:
            yield Problem(past.lines[0].row, "there", past.id, total)


class _Shelf:
    """The shop's products by SKU, barcode, or name."""

    def __init__(self) -> None:
        self._shop = bulk_catalogue.load_catalogue()
        self._by_name = {p.name.casefold(): p for p in self._shop.by_id.values()}

    def find(self, code: str, *, by_name: bool) -> Product | None:
        found = self._shop.by_sku.get(code) or self._shop.owner(code)
        if found is None and by_name:
            found = self._by_name.get(code.casefold())
        return found or self._shop.by_sku.get(_sku(code))


def _sku(code: str) -> str:
    """The code itself, or for one that is too long a shorter one of its own."""
    if len(code) <= amounts.CODE_LIMIT:
        return code
    return f"{code[: amounts.CODE_LIMIT - 9]}-{sha256(code.encode()).hexdigest()[:8]}"


def _is_named(file: PastFile) -> bool:
    """Whether products have no codes in the file, only names."""
    positions = file.columns.positions
    return positions["product"] == positions.get("name", positions["product"])


def _unknown(file: PastFile, new: Sequence[PastOrder], shelf: _Shelf) -> dict[str, PastLine]:
    """Codes that the shop does not know, each with its newest line."""
    newest = {line.product: line for past in new for line in past.lines}
    named = _is_named(file)
    return {code: line for code, line in newest.items() if not shelf.find(code, by_name=named)}


def _products(file: PastFile, new: Sequence[PastOrder]) -> dict[str, Product]:
    """The product of every code; those the shop did not know are added, with their last price."""
    unknown = _unknown(file, new, _Shelf())
    bulk_catalogue.insert(
        [_fields(code, file.products[code], line) for code, line in unknown.items()]
    )
    shelf, named = _Shelf(), _is_named(file)
    codes = {line.product for past in new for line in past.lines}
    found = {code: shelf.find(code, by_name=named) for code in codes}
    return {code: product for code, product in found.items() if product}


def _fields(code: str, facts: dict[str, str], line: PastLine) -> dict[str, object]:
    return {
        "sku": _sku(code),
        "name": facts.get("name") or code[: amounts.NAME_LIMIT],
        "category": facts.get("category", ""),
        "brand": facts.get("brand", ""),
        "unit": facts.get("unit") or "pcs",
        "price": _unit_price(line),
    }


def _unit_price(line: PastLine) -> int:
    """The least price in whole rupiah at which the quantity comes to what it cost or more."""
    price = -(-line.before * amounts.ONE // line.quantity)
    return min(price, amounts.PRICE_LIMIT)


def _place(book: BulkOrders, past: PastOrder, goods: dict[str, Product]) -> None:
    lines = []
    for line in past.lines:
        p, price = goods[line.product], _unit_price(line)
        discount = Discount(amounts.line_total(price, line.quantity) - line.total)
        lines.append(
            CartLine(p.id, p.sku, p.name, p.unit, price, 0, line.quantity, discount=discount)
        )
    cart = Cart(lines=tuple(lines), request_id=_key(past))
    who = (STATION, session.current.staff)
    tender = Tender("cash", cart.bill().total)
    order = book.place(
        cart, past.at, *who, channel=IMPORTED, tender=tender if tender.amount else None
    )
    order.make_ready(past.at)
    order.hand_over(past.at, *who)
