"""Taking over the sales of past years from a file, so that the figures begin before the program.

    seen = preview("sales.csv", reading("order=basket", "at=time", …))     # writes nothing
    report = run("sales.csv", …)                                          # the same, written

Every order comes at its own day and hour, paid and handed over; it moves no stock, and its steps
have no times. The id it had in the source keeps it from being taken twice.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from models import amounts, bulk_catalogue, clock, session
from models.bulk_orders import BulkOrders
from models.cart import Cart, CartLine
from models.catalogue import Product
from models.database import rows, transaction
from models.errors import BadChoice, UnreadableFile
from models.past_order_rows import PastFile, PastLine, PastOrder, Problem, Reading, read
from models.payments import Tender
from models.rollups import IMPORTED
from models.tables import Order

#: Where these orders came from, in the journal and on the order.
STATION = "import"
_BATCH = 1_000  # orders in one transaction


@dataclass(frozen=True, slots=True)
class PastOrders:
    """What an import would do, or did. Money in rupiah, quantity in thousandths.

    `orders` are new with their `lines`, `there` were in the shop before; `products` are new.
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


def reading(*words: str) -> Reading:
    """How the file is read, from `name=column` words or one TOML file with the same names.

    Beside the columns: `factor` (cash units in one unit of the file's money, 1), `zone` (of its
    clock, the shop's) and `products` (a file about the products). Raises `BadChoice`,
    `UnreadableFile`.
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
    factor = facts.pop("factor", "1")
    if not factor.isdigit() or not 0 < int(factor) <= 10**6:
        raise BadChoice("factor", factor)
    products = facts.pop("products", "")
    zone = facts.pop("zone", session.current.zone)
    return Reading(facts, int(factor), zone, Path(products) if products else None)


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
    return _report(file, _new(file))


def run(path: str | Path, how: Reading) -> PastOrders:
    """Writes what `preview` shows, a thousand orders at a time; a second time it changes nothing.

    Broken off and begun again it goes on where it stopped. Raises `UnreadableFile`, `BadChoice`,
    `StorageError`.
    """
    file = read(Path(path), how)
    new = _new(file)
    report = _report(file, new)
    with transaction():
        goods = _products(file, new)
    waiting = iter(new)
    while batch := list(islice(waiting, _BATCH)):
        with transaction():
            book = BulkOrders(moves_stock=False)
            there = _there()
            for past in batch:
                if _key(past) not in there:
                    _place(book, past, goods)
            book.write()
    return report


def _key(past: PastOrder) -> str:
    return f"past:{past.id}"[: amounts.CODE_LIMIT]


def _there() -> set[str]:
    found = Order.select(Order.request_id).where(Order.channel == IMPORTED)
    return set(rows(found, str))


def _new(file: PastFile) -> list[PastOrder]:
    there = _there()
    return [past for past in file.orders if _key(past) not in there]


def _report(file: PastFile, new: Sequence[PastOrder]) -> PastOrders:
    lines = [line for past in new for line in past.lines]
    days = [clock.business_day(past.at, session.current.zone) for past in new]
    return PastOrders(
        orders=len(new),
        lines=len(lines),
        quantity=sum(line.quantity for line in lines),
        total=sum(line.total for line in lines),
        there=len(file.orders) - len(new),
        products=len(_unknown(new, bulk_catalogue.everything())),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        rows=file.rows,
        problems=file.problems,
    )


def _found(code: str, shop: bulk_catalogue.Everything) -> Product | None:
    return shop.by_sku.get(code) or shop.owner(code)


def _unknown(new: Sequence[PastOrder], shop: bulk_catalogue.Everything) -> dict[str, PastLine]:
    """Codes that the shop does not know, each with its newest line."""
    return {
        line.product: line
        for past in new
        for line in past.lines
        if _found(line.product, shop) is None
    }


def _products(file: PastFile, new: Sequence[PastOrder]) -> dict[str, Product]:
    """The product of every code; those the shop did not know are added, with their last price."""
    unknown = _unknown(new, bulk_catalogue.everything())
    bulk_catalogue.insert(
        [_fields(code, file.products[code], line) for code, line in unknown.items()]
    )
    shop = bulk_catalogue.everything()
    codes = {line.product for past in new for line in past.lines}
    return {code: product for code in codes if (product := _found(code, shop))}


def _fields(code: str, facts: dict[str, str], line: PastLine) -> dict[str, object]:
    return {
        "sku": code[: amounts.CODE_LIMIT],
        "name": facts.get("name") or code,
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
        discount = amounts.line_total(price, line.quantity) - line.total
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
