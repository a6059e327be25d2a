"""Makes a shop of any size to measure on, from a fixed seed and by the program's own tables.

python -m tests.benchmarks.make_shop --orders 1000000 --products 100000 big.sqlite3
"""

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

from models import clock, events, session
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.demo.demo import OFFICE, Teller
from models.demo.visits import GROWTH, Trade, Visit, days_before, ware
from models.journal import journal
from models.shop.opening import open_shop
from models.storage.database import transaction
from models.storage.tables import Barcode, Stock
from models.storage.tables import Product as ProductRow
from models.sums import day_archive

SEED = 20_240_209
LONGEST = 1095  # days
STOCK = 10_000_000  # thousandths; large, so that nothing sells out in three years
#: Orders in one transaction: about one mark of the queue (`models.journal.queue_checkpoints`).
BATCH = 300

_KINDS = (
    "Beras", "Minyak Goreng", "Gula Pasir", "Teh Celup", "Kopi Bubuk", "Mi Goreng", "Mi Kuah",
    "Susu Kental", "Susu Bubuk", "Sabun Mandi", "Sampo", "Pasta Gigi", "Deterjen", "Pewangi",
    "Biskuit", "Wafer", "Keripik", "Kacang", "Permen", "Cokelat", "Sirup", "Air Mineral", "Soda",
    "Kecap", "Saus Sambal", "Bumbu", "Tepung", "Margarin", "Sarden", "Tisu", "Popok", "Baterai",
)  # fmt: skip
_BRANDS = (
    "Anggrek", "Bahari", "Cendana", "Delima", "Elang", "Fajar", "Garuda", "Harum", "Intan",
    "Jaya", "Kenanga", "Lestari", "Melati", "Nusantara", "Orkid", "Pelita", "Rajawali", "Sekar",
    "Tunas", "Utama", "Wangi", "Yakin",
)  # fmt: skip
_KINDS_OF = ("Asli", "Pedas", "Manis", "Jumbo", "Hemat", "Spesial", "Melati", "Jeruk", "Stroberi")
_SIZES = ("65 g", "85 g", "100 g", "250 g", "500 g", "1 kg", "250 ml", "600 ml", "1 L", "2 L")
_UNITS = ("bks", "btl", "pcs", "ktk", "kg")


def make_shop(orders: int, products: int, *, seed: int = SEED, last: date | None = None) -> None:
    """Fills the open, empty shop with so many products and handed-over orders up to `last`."""
    zone = session.current.zone
    last = last or clock.business_day(clock.now(), zone) - timedelta(days=1)
    count = max(1, min(LONGEST, orders // 40))
    days = days_before(last, count)
    with transaction():
        shelf = _stock(products, clock.start_of(days[0], zone), Random(seed))
    ranks = [*range(1, 25), *[None] * len(shelf)]
    wares = [ware(p.unit, ranks[place], place) for place, p in enumerate(shelf)]
    # What the weekdays, the paydays and the growth of so many days add to a plain day.
    busy = 1.05 * (1 + GROWTH * count / 2)
    trade = Trade(wares, orders=orders / count / busy, seed=seed, zone=zone, ticked=0.05)
    teller = Teller(shelf, seed=seed)
    left = orders
    visits: Iterator[Visit] = islice((visit for day in days for visit in trade.day(day)), orders)
    while left:
        batch = list(islice(visits, BATCH))
        if not batch:  # a weak season: the last day is as long as it must be
            visits = iter(trade.day(last))
            continue
        with transaction():
            teller.tell(batch[:left])
        left -= len(batch[:left])
    day_archive.keep_up(clock.day_key(last + timedelta(days=1)))


def _stock(count: int, at: int, random: Random) -> list[Product]:
    made = list(_rows(count, at, random))
    for start in range(0, count, 500):
        part = made[start : start + 500]
        ProductRow.insert_many([row for row, _ in part]).execute()
    query = ProductRow.select(ProductRow.sku, ProductRow.id).order_by(ProductRow.id)
    numbers: dict[str, int] = dict(query.tuples().iterator())
    for start in range(0, count, 500):
        part = made[start : start + 500]
        codes = [{"code": code, "product": numbers[row["sku"]]} for row, code in part]
        Barcode.insert_many(codes).execute()
        Stock.insert_many(
            [{"product": numbers[row["sku"]], "on_hand": STOCK} for row, _ in part]
        ).execute()
    payload = {"products": count, "seed": random.random()}
    journal.append_many([journal.Entry(at, *OFFICE, events.CATALOGUE_IMPORTED, None, payload)])
    found: list[Product] = []
    for start in range(0, count, 500):
        part_ids = [numbers[row["sku"]] for row, _ in made[start : start + 500]]
        by_id = catalogue.products_by_id(part_ids)
        found.extend(by_id[number] for number in part_ids)
    return found


def _rows(count: int, at: int, random: Random) -> Iterator[tuple[dict[str, Any], str]]:
    for place in range(count):
        kind = random.choice(_KINDS)
        name = f"{kind} {random.choice(_BRANDS)} {random.choice(_KINDS_OF)} {random.choice(_SIZES)}"
        price = random.choice((1, 2, 3, 5, 8, 13, 21, 34, 55)) * 500 + random.randrange(8) * 100
        row = {
            "sku": f"P{place + 1:06d}",
            "name": f"{name} {place % 97 + 1}",
            "category": kind,
            "brand": name.split()[-4],
            "unit": random.choice(_UNITS),
            "price": price,
            "cost": price * 85 // 100,
            "tax_rate": random.choice((0, 1100, 1100)),
            "reorder_at": 12_000,
            "favourite": place + 1 if place < 24 else None,
            "added_at": at,
        }
        twelve = f"899{place:09d}"
        yield row, twelve + _check_digit(twelve)


def _check_digit(twelve: str) -> str:
    """GS1: digits weighted 1 and 3 in turn must add up to a multiple of ten."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="make_shop", description=__doc__)
    parser.add_argument("--orders", type=int, default=10_000)
    parser.add_argument("--products", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("file", help="a new SQLite file, or a postgresql:// URL")
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    with open_shop(given.file):
        make_shop(given.orders, given.products, seed=given.seed)
    taken = time.perf_counter() - start
    said = f"{given.orders} orders, {given.products} products in {taken:.1f} s: {given.file}\n"
    sys.stdout.write(said)


if __name__ == "__main__":
    main(sys.argv[1:])
