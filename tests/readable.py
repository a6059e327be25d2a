"""Words in which tests tell what happens in a shop."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peewee import PostgresqlDatabase

from models import session
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.events import Event
from models.journal import journal
from models.orders import order_history, orders
from models.orders.cart import Cart
from models.orders.order_history import OrderRow, Search
from models.orders.orders import PlacedOrder
from models.orders.record import LINE_COLUMNS, ORDER_COLUMNS
from models.shop.verify import Finding, verify
from models.storage.database import database, rows
from models.storage.tables import Order, OrderLine
from models.sums import rollups
from models.sums.sums_anew import counted as journal_followed

Item = Product | tuple[Product, int]

#: The static QRIS of a made-up shop, cross-checked with an independent program.
STATIC_QRIS = (
    "00020101021126580015COM.EXAMPLE.WWW011893600000000000000002060000010303UMI51440014ID.CO.QRIS."
    "WWW0215ID10200211817450303UMI5204581253033605802ID5913WARUNG CONTOH6007JAKARTA61051011063041"
    "14E"
)


def pcs(pieces: float) -> int:
    """Pieces as the shop counts them: 1.5 is 1500 thousandths."""
    return round(pieces * 1000)


def a_product(name: str = "Indomie Goreng", price: int = 3_500, **facts: Any) -> Product:
    """Something to sell, new in the catalogue."""
    return catalogue.add_product(name, price, **facts).value


def product_with_code(code: str) -> Product:
    """The product with this barcode or SKU. Raises `UnknownCode`."""
    return catalogue.scanned(code)[0]


def cart_of(*items: Item) -> Cart:
    """A cart with these products; `(product, thousandths)` for more or less than one piece."""
    cart = Cart()
    for item in items:
        product, quantity = item if isinstance(item, tuple) else (item, pcs(1))
        cart.add(product, quantity)
    return cart


def an_order(*items: Item, **how: Any) -> PlacedOrder:
    """An order placed for these products, or for one new product when none are named."""
    return orders.place(cart_of(*(items or (a_product(),))), **how).value


def order_with_number(number: int) -> OrderRow:
    """The newest order with this number."""
    return order_history.find(Search(number=number), limit=1)[0]


def all_entries() -> Iterator[Event]:
    """All entries of the journal, oldest first."""
    cursor = 0
    while found := journal.since(cursor):
        yield from found
        cursor = found[-1].sequence


@contextmanager
def at_station(station: str, staff: str = "") -> Iterator[None]:
    """What is done inside is done at that station."""
    here = session.current
    before = (here.station, here.staff)
    here.station, here.staff = station, staff
    yield
    here.station, here.staff = before


@contextmanager
def asked_for(request_id: str) -> Iterator[None]:
    """What is done inside is done for this request."""
    here = session.current
    with session.acting_for(session.Request(here.station, here.staff, request_id)):
        yield


def order_row(order_id: int) -> dict[str, Any]:
    """The order as the table holds it."""
    found = rows(Order.select().where(Order.id == order_id).tuples(), lambda *row: row)
    return dict(zip(ORDER_COLUMNS, found[0], strict=True))


def line_rows(order_id: int) -> list[dict[str, Any]]:
    """The order's lines as the table holds them."""
    query = OrderLine.select().where(OrderLine.order == order_id).order_by(OrderLine.line)
    return [
        dict(zip(LINE_COLUMNS, row, strict=True)) for row in rows(query.tuples(), lambda *row: row)
    ]


Sums = dict[tuple[Any, ...], dict[str, int]]


def kept_sums() -> Sums:
    """The roll-ups as they are kept, those that are not all zero."""
    kept = {}
    for name, (keys, columns, _) in rollups.TABLES.items():
        for row in database.execute_sql(f"SELECT {', '.join(keys + columns)} FROM {name}"):
            if sums := _not_zero(dict(zip(columns, row[len(keys) :], strict=True))):
                kept[name, *row[: len(keys)]] = sums
    return kept


def sums_anew() -> Sums:
    """The roll-ups as they follow from the orders and the journal that there are now."""
    anew: dict[tuple[Any, ...], Counter[str]] = {}
    for counted, _ in journal_followed():
        for place, weight in counted.items():
            anew.setdefault(place, Counter()).update(weight)
    return {place: sums for place, weight in anew.items() if (sums := _not_zero(weight))}


def _not_zero(sums: dict[str, int]) -> dict[str, int]:
    return {column: int(number) for column, number in sums.items() if number}


@contextmanager
def unsealed_heads() -> Iterator[None]:
    """What a server's owner does who takes the seal off the heads of its journal, and puts it on
    again."""
    seal = "ALTER TABLE journal_head {} TRIGGER journal_head_sealed"
    if is_sealed := isinstance(database.obj, PostgresqlDatabase):
        database.execute_sql(seal.format("DISABLE"))
    yield
    if is_sealed:
        database.execute_sql(seal.format("ENABLE"))


def findings() -> tuple[Finding, ...]:
    """What a whole look at the open shop finds: nothing, whatever was done in it."""
    return verify().findings
