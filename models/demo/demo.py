"""A believable Jakarta shop to try everything on: its catalogue, its last 90 days, and today.

The demo lives in a database file of its own and is marked as a demo in its preferences, so it can
be thrown away whole, and no real shop ever holds an invented order.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from uuid import UUID

from models import amounts, clock, events, session
from models.amounts import Discount
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.catalogue.product_fields import checked_fields
from models.demo.visits import Trade, Visit, Ware, days_before, ware
from models.errors import NotADemo, NotEmpty
from models.journal import journal, rights
from models.orders import held_carts
from models.orders.bulk_orders import BulkOrder, BulkOrders
from models.orders.cart import Cart, CartLine
from models.orders.payments import Tender
from models.settings import preferences, staff
from models.settings.privacy import Policy
from models.settings.station_names import GIVEN
from models.shop import backup, set_up
from models.shop.opening import Shop
from models.shop.set_up import Wanted
from models.storage.database import one, transaction
from models.storage.tables import Alias, HeldCart, Journal, PriceChange, Staff, Stock
from models.storage.tables import Product as ProductRow

SEED = 2024_02_09
ORDERS_A_DAY = 44

COUNTERS = ((f"Kasir{GIVEN}1", "K1"), (f"Kasir{GIVEN}2", "K2"))
WAREHOUSE = ((f"Gudang{GIVEN}1", "G1"), (f"Gudang{GIVEN}2", "G2"))
OFFICE = (f"Kantor{GIVEN}", "P1")
_STAFF = (("P1", "owner"), ("K1", "counter"), ("K2", "counter"), ("G1", "warehouse"),
          ("G2", "warehouse"))  # fmt: skip

_CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "catalogue.csv"
_SHORT_REASONS = ("damaged", "not_found", "expired")
_HELD = (("Pesanan warung", 47), ("", 28), ("Kardus utuh", 9))
# Open orders now: minutes since placing, and how far each has come.
_OPEN = (
    (24, "ready"), (17, "ready"), (14, "half_picked"), (7, "waiting"), (5, "begun"), (4, "rush"),
    (3, "waiting"), (2, "waiting"), (1, "waiting"),
)  # fmt: skip


def begin(policy: Policy, *, at: int, wanted: Wanted, replaces: bool = False) -> bool:
    """Sets the open shop up as `set_up.begin` does; a new one is a demo from the first moment.

    All of it is stored together or not at all.
    """
    with transaction():
        is_new = set_up.begin(policy, at=at, wanted=wanted, replaces=replaces)
        if is_new:
            make_demo()
    return is_new


def make_demo(*, days: int = 90, seed: int = SEED, at: int | None = None) -> int:
    """Fills the open, empty shop with the demo up to `at` (UTC ms) or now; how many orders.

    The same seed and moment give the same shop. Stored together or not at all.
    Raises `NotEmpty`.
    """
    now = clock.now() if at is None else at
    zone = session.current.zone
    today = clock.business_day(now, zone)
    all_days = days_before(today, days)
    with transaction():
        if not is_empty():
            raise NotEmpty
        opening = clock.start_of(all_days[0], zone) + 6 * 60 * clock.MINUTE
        shelf = _stock_the_shelves(opening)
        prices = _Prices(shelf, all_days[1:-1], Random(seed + 1))
        teller = Teller([item.product for item in shelf], seed=seed, prices=prices)
        trade = Trade([item.ware for item in shelf], orders=ORDERS_A_DAY, seed=seed, zone=zone)
        count = 0
        for day in all_days:
            morning = clock.start_of(day, zone) + 6 * 60 * clock.MINUTE + 20 * clock.MINUTE
            if morning < now:
                _deliver(teller.book, shelf, morning, all_days[-1] == day)
            visits = [v for v in trade.day(day) if day < today or _is_over(v, now)]
            prices.begin(day, morning, teller.book)
            teller.tell(visits)
            count += len(visits)
        count += _open_orders(teller, trade.day(today), now)
        _hold_carts(teller, trade.day(today), now)
        preferences.write(preferences.DEMO, True)
        if preferences.get(preferences.SHOP_NAME) == preferences.SHOP_NAME.default:
            preferences.write(preferences.SHOP_NAME, "Toko Berkah (demo)")
        journal.append(events.DEMO_MADE, {"orders": count, "days": days, "seed": seed}, at=now)
    return count


def is_empty() -> bool:
    """Whether the open shop has neither products nor orders."""
    sold = Journal.select(Journal.sequence).where(Journal.order.is_null(False)).limit(1)
    return one(ProductRow.select(ProductRow.id).limit(1)) is None and one(sold) is None


def is_demo() -> bool:
    """Whether the open shop is an invented one."""
    return preferences.get(preferences.DEMO)


@rights.checked("demo.remove")
def remove(shop: Shop) -> None:
    """Closes the demo shop and deletes its file and its backups; nothing else is touched.

    Raises `NotADemo` for a shop that is not marked as one or has no file of its own.
    """
    if shop.path is None or not is_demo():
        raise NotADemo
    copies = backup.backups(shop.backup_folder) if shop.backup_folder else []
    shop.close()
    for copy in copies:
        backup.discard(copy)
    for suffix in ("", "-wal", "-shm", "-news"):
        shop.path.with_name(shop.path.name + suffix).unlink(missing_ok=True)


# --- the shelves ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Item:
    """A product of the demo, its usual stock (thousandths) and how often it is wanted."""

    product: Product
    full: int
    ware: Ware


def _stock_the_shelves(opening: int) -> list[_Item]:
    """Adds the catalogue as if it had been typed in at `opening`, and fills the shelves."""
    entries = []
    found: list[tuple[int, int, Ware]] = []
    station, owner = OFFICE
    there = {one.code for one in staff.everyone()}  # an owner with a PIN keeps it
    for code, role in _STAFF:
        if code in there:
            continue
        Staff.insert(code=code, role=role).execute()
        payload = {"code": code, "role": role, "active": True}
        entries.append(journal.Entry(opening, station, owner, events.STAFF_CHANGED, None, payload))
    for position, row in enumerate(_catalogue()):
        fields = checked_fields(_fields(row))
        codes = [row["barcode"]] if row["barcode"] else []
        number = catalogue.insert(fields, codes, None)
        names = {word.casefold() for word in row["keywords"].split(";") if word}
        Alias.insert_many([{"phrase": name, "product": number} for name in sorted(names)]).execute()
        Stock.insert(product=number, on_hand=0).execute()
        payload = {"product": number, "fields": fields, "barcodes": codes, "on_hand": 0}
        entries.append(journal.Entry(opening, station, owner, events.PRODUCT_ADDED, None, payload))
        wanted = ware(fields["unit"], fields["favourite"], position)
        found.append((number, _thousandths(row["stock"]), wanted))
    ProductRow.update(added_at=opening).execute()
    journal.append_many(entries)
    products = catalogue.products_by_id([number for number, *_ in found])
    return [_Item(products[number], full, wanted) for number, full, wanted in found]


def _catalogue() -> list[dict[str, str]]:
    with _CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fields(row: dict[str, str]) -> dict[str, object]:
    return {
        "sku": row["sku"],
        "name": row["name"],
        "category": row["category"],
        "brand": row["brand"],
        "unit": row["unit"],
        "cost": int(row["cost"]),
        "price": int(row["price"]),
        "tax_rate": int(row["tax_rate"]),
        "reorder_at": _thousandths(row["reorder_at"]),
        "favourite": int(row["favourite"]) if row["favourite"] else None,
        "stock_policy": "warn",
    }


def _thousandths(text: str) -> int:
    return round(float(text) * amounts.ONE)


def _deliver(book: BulkOrders, shelf: list[_Item], at: int, today: bool) -> None:
    """The lorry fills what is low; today it has not come for every fifth product yet."""
    for place, item in enumerate(shelf):
        low = book.on_hand(item.product.id) <= (item.product.reorder_at or 0)
        if low and not (today and place % 5 == 2):
            book.deliver(item.product.id, item.full, at, *OFFICE)
    book.write()


class _Prices:
    """Prices that were lower some weeks ago, and went up one morning."""

    def __init__(self, shelf: list[_Item], days: list[date], random: Random) -> None:
        self.now = {item.product.id: item.product.price for item in shelf}
        self._rises: dict[date, list[tuple[int, int, int]]] = {}
        for item in random.sample(shelf, len(shelf) // 6) if days else []:
            new = item.product.price
            old = max(100, new * random.choice((90, 93, 95, 96)) // 10_000 * 100)
            if old < new and old > (item.product.cost or 0):
                self.now[item.product.id] = old
                rise = (item.product.id, old, new)
                self._rises.setdefault(random.choice(days), []).append(rise)

    def begin(self, day: date, at: int, book: BulkOrders) -> None:
        """The owner changes the prices of this morning."""
        station, owner = OFFICE
        for product, old, new in self._rises.get(day, ()):
            self.now[product] = new
            PriceChange.insert(
                product=product, at=at, old=old, new=new, station=station, staff=owner
            ).execute()
            payload = {"product": product, "fields": {"price": [old, new]}}
            book.enter(journal.Entry(at, station, owner, events.PRODUCT_CHANGED, None, payload), [])


# --- the customers -------------------------------------------------------------------------


class Teller:
    """Turns visits into orders, with their steps, money and times."""

    def __init__(
        self, products: list[Product], *, seed: int, prices: "_Prices | None" = None
    ) -> None:
        self.book = BulkOrders()
        self._products = products
        self._random = Random(seed)
        self._prices = prices.now if prices else {p.id: p.price for p in products}

    def tell(self, visits: list[Visit]) -> None:
        """Places and fulfils the visits, and writes them."""
        for visit in visits:
            self._live(visit)
        self.book.write()

    def cart(self, visit: Visit) -> Cart:
        """What the visitor put on the counter."""
        lines = tuple(self._line(index, quantity) for index, quantity in visit.lines)
        subtotal = sum(line.total for line in lines)
        discount = amounts.percent_of(subtotal, visit.discount) // 500 * 500
        key = str(UUID(int=self._random.getrandbits(128), version=4))
        return Cart(lines=lines, note=visit.note, discount=Discount(discount), request_id=key)

    def place(self, visit: Visit, at: int) -> BulkOrder:
        """The visit's order, paid for unless it pays later."""
        cart = self.cart(visit)
        channel = "list" if visit.note else "scanned" if visit.counter == 1 else "keyed"
        tender = None if visit.pays_later or visit.short else self._tender(visit, cart.bill().total)
        return self.book.place(
            cart, at, *COUNTERS[visit.counter - 1], channel=channel, rush=visit.rush, tender=tender
        )

    def _line(self, index: int, quantity: int) -> CartLine:
        p = self._products[index]
        return CartLine(p.id, p.sku, p.name, p.unit, self._prices[p.id], p.tax_rate, quantity)

    def _tender(self, visit: Visit, due: int) -> Tender:
        if visit.method != "cash":
            return Tender(visit.method, due)
        note = self._random.choice((1, 1_000, 5_000, 10_000, 50_000, 50_000, 100_000))
        return Tender("cash", due, -(-due // note) * note)

    def _live(self, visit: Visit) -> None:
        order = self.place(visit, visit.placed_at)
        counter = COUNTERS[visit.counter - 1]
        if visit.cancelled_at is not None:
            order.cancel(visit.cancelled_at, *counter, "")
            return
        assert visit.claimed_at
        assert visit.ready_at
        assert visit.handed_at
        order.claim(visit.claimed_at, *WAREHOUSE[visit.picker - 1])
        self._prepare(order, visit, visit.claimed_at, visit.ready_at)
        if order.order["paid"] < order.order["total"]:
            tender = self._tender(visit, order.order["total"])
            order.pay(visit.handed_at - 5_000, *counter, tender, f"{order.order['request_id']}:c")
        order.hand_over(visit.handed_at, *WAREHOUSE[visit.picker - 1])

    def _prepare(self, order: BulkOrder, visit: Visit, begin: int, ready: int) -> None:
        short = dict(visit.short)
        for index, quantity in short.items():
            if quantity < visit.lines[index][1] or len(visit.lines) > 1:
                order.short(begin + 9_000, index + 1, quantity, self._random.choice(_SHORT_REASONS))
        if visit.ticked:
            step = (ready - begin) // (len(order.lines) + 1)
            left = [number for number, line in order.lines.items() if _is_open(line)]
            for place, number in enumerate(left, start=1):
                at = ready if place == len(left) else begin + 10_000 + step * place
                order.pick(min(at, ready), number)
        else:
            order.make_ready(ready)


def _is_open(line: dict[str, int]) -> bool:
    return line["ordered"] > line["picked"] + line["short"] + line["cancelled"]


def _is_over(visit: Visit, now: int) -> bool:
    """Whether it came and went well before now."""
    end = visit.cancelled_at or visit.handed_at or now
    return visit.placed_at < now - 30 * clock.MINUTE and end < now - clock.MINUTE


# --- now -----------------------------------------------------------------------------------


def _open_orders(teller: Teller, visits: list[Visit], now: int) -> int:
    """Customers who are waiting at this moment, at every step of the way."""
    for (minutes, state), visit in zip(_OPEN, _large(visits), strict=False):
        at = now - minutes * clock.MINUTE
        order = teller.place(_as_open(visit, state), at)
        station = WAREHOUSE[visit.picker - 1]
        if state in ("waiting", "rush"):
            continue
        order.claim(at + 40_000, *station)
        lines = list(order.lines)
        wanted = {"ready": lines, "half_picked": lines[: len(lines) // 2], "begun": lines[:1]}
        for place, number in enumerate(wanted[state], start=1):
            order.pick(at + 40_000 + place * 35_000, number)
    teller.book.write()
    return len(_OPEN)


def _as_open(visit: Visit, state: str) -> Visit:
    return replace(visit, rush=state == "rush", short=(), pays_later=visit.pays_later)


def _large(visits: list[Visit]) -> Iterator[Visit]:
    """Visits that make a good card: three to seven lines."""
    return (visit for visit in visits if 3 <= len(visit.lines) <= 7)


def _hold_carts(teller: Teller, visits: list[Visit], now: int) -> None:
    for (reference, minutes), visit in zip(_HELD, _large(visits[::-1]), strict=False):
        cart = teller.cart(visit)
        at = now - minutes * clock.MINUTE
        station, code = COUNTERS[visit.counter - 1]
        row = {**held_carts.row(cart), "at": at, "station": station, "staff": code}
        held = HeldCart.insert(**row, reference=reference).execute()
        payload = {"cart": held, "lines": len(cart.lines)}
        journal.append_many([journal.Entry(at, station, code, events.HELD, None, payload)])
