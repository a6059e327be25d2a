"""A shop that an earlier program made opens, keeps every figure, and learns what is new."""

import gzip
from datetime import date
from pathlib import Path

from models.journal import journal
from models.orders import orders
from models.shop.opening import open_shop
from models.statistics import counter_figures, occasions, product_sales, statistics
from tests.conftest import SetClock
from tests.readable import a_product, cart_of, kept_sums, sums_anew

SHOPS = Path(__file__).parent / "shops"
DAYS = (date(2026, 3, 2), date(2026, 3, 3))


def test_a_shop_of_the_first_version_opens_with_all_its_figures(
    tmp_path: Path, clock: SetClock
) -> None:
    """Made by version 0.1.0: an order with a short line and a return, one cancelled, one paid."""
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(gzip.decompress((SHOPS / "0001.sqlite3.gz").read_bytes()))
    clock.set(2026, 3, 4, 10)
    with open_shop(str(path), station="1"):
        found = statistics.dashboard(*DAYS)
        assert (found.now.sums.orders, found.now.sums.revenue) == (2, 140_000)
        assert found.now.cancelled == 1
        assert kept_sums() == sums_anew()
        assert [(x.reason, x.lines) for x in counter_figures.shorts(*DAYS)] == [("damaged", 1)]
        (came_back,) = counter_figures.returned(*DAYS).reasons
        assert (came_back.reason, came_back.amount) == ("pecah", 70_000)
        assert [(x.method, x.received, x.refunded) for x in counter_figures.methods(*DAYS)] == [
            ("cash", 155_000, 85_000), ("qris", 70_000, 0),
        ]  # fmt: skip
        assert [x.name for x in product_sales.categories(*DAYS)] == ["Sembako"]
        occasions.add("Lebaran", *DAYS)
        assert occasions.everyone()[0].name == "Lebaran"
        orders.place(cart_of(a_product("Kopi", 9_000)))
        assert journal.verify().intact
    assert len(list(tmp_path.glob("*"))) > 1  # the shop as it was lies beside it
