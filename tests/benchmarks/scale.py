"""The same work in a shop of 10,000 orders and in one of a million: it must not get slower."""

import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from models.catalogue import catalogue
from models.fulfilment import fulfilment_queue
from models.orders import order_history, orders
from models.orders.cart import Cart
from models.shop.opening import MIGRATIONS, open_shop
from tests.benchmarks.make_shop import make_shop
from tests.benchmarks.metric import metric

SMALL = (10_000, 10_000)  # orders, products
LARGE = (1_000_000, 100_000)
_OPEN = 500  # orders on the wall


def measure(*, quick: bool) -> list[dict[str, Any]]:
    large = (100_000, 10_000) if quick else LARGE
    small, big = _readings(*SMALL), _readings(*large)
    size = f"{large[0]:,} against {SMALL[0]:,} orders"
    return [metric(f"{name}, {size}", big[name] * 1e3, small[name] * 1e3, "ms") for name in small]


def _readings(count: int, products: int) -> dict[str, float]:
    """Median CPU seconds by the name of the work."""
    with open_shop(str(shop_of(count, products))):
        goods = list(catalogue.products_by_id(range(1, 51)).values())
        missing = _OPEN - len(fulfilment_queue.waiting())
        for number in range(max(0, missing)):
            _place(goods, number)
        newest = order_history.find(limit=1)[0].id
        works: dict[str, Callable[[], object]] = {
            "open queue of 500": fulfilment_queue.waiting,
            "first page of history": order_history.find,
            "page in the middle of history": lambda: order_history.find(before=newest // 2),
            "durable order": lambda: _place(goods, 0),
        }
        return {name: _median_cpu(work) for name, work in works.items()}


def _median_cpu(work: Callable[[], object]) -> float:
    readings = []
    for number in range(33):
        begun = time.process_time()
        work()
        if number >= 3:
            readings.append(time.process_time() - begun)
    return median(readings)


def _place(goods: list[catalogue.Product], number: int) -> None:
    cart = Cart()
    for at in range(5):
        cart.add(goods[(number * 5 + at) % len(goods)], 1000)
    orders.place(cart)


def shop_of(count: int, products: int) -> Path:
    """A shop of that size, made once and kept in the temporary folder."""
    folder = Path(tempfile.gettempdir()) / "botbelanja-benchmarks"
    path = folder / f"shop-{count}-{products}.sqlite3"
    # A shop made by another version of the tables is made anew.
    tables = "".join(file.read_text(encoding="utf-8") for file in sorted(MIGRATIONS.glob("*.py")))
    done = path.with_suffix(f".{zlib.crc32(tables.encode()):08x}.done")
    if not done.exists():
        for suffix in ("", "-wal", "-shm", "-news"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        with open_shop(str(path)):
            make_shop(count, products)
        done.touch()
    return path
