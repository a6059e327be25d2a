"""The demo shop is believable, whole, the same each time, and can be thrown away."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from models import clock, session
from models.amounts import Discount
from models.catalogue.catalogue import Product, add_product
from models.demo import demo
from models.errors import NotADemo, NotEmpty
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import held_carts, orders, payments
from models.orders.bulk_orders import BulkOrders
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.settings import preferences, privacy, staff
from models.shop import backup
from models.shop.opening import Shop, open_shop
from models.shop.places.peek import peek
from models.shop.set_up import Wanted
from models.stages import open_of, stage_of
from models.storage.database import database, rows, transaction
from models.storage.tables import Order, OrderLine, Table
from models.sums import rollups, tallies
from tests.readable import asked_for

# Saturday, 21 November 2026, 14:32 in Jakarta.
NOW = clock.start_of(date(2026, 11, 21), "Asia/Jakarta") + (14 * 60 + 32) * clock.MINUTE


@pytest.fixture(scope="module")
def demo_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with open_shop(str(tmp_path_factory.mktemp("demo") / "demo.sqlite3")) as shop:
        demo.make_demo(days=90, at=NOW)
        yield shop


def every(table: type[Table]) -> list[dict[str, Any]]:
    names = [field.column_name for field in table._meta.sorted_fields]
    return rows(table.select(), lambda *row: dict(zip(names, row, strict=True)))


def read(sql: str) -> list[tuple[Any, ...]]:
    return list(database.execute_sql(sql))


def test_its_journal_verifies(demo_shop: Shop) -> None:
    report = journal.verify()
    assert report.intact
    assert report.entries > 10_000


def test_the_kept_sums_are_those_of_its_lines(demo_shop: Shop) -> None:
    recomputed: dict[tuple[Any, ...], Counter[str]] = {}
    lines: dict[int, list[Any]] = {}
    for line in every(OrderLine):
        lines.setdefault(line["order"], []).append(line)
    for order in every(Order):
        for place, sums in rollups.contribution(order, lines[order["id"]]).items():
            recomputed.setdefault(place, Counter()).update(sums)
    for name, (keys, columns, _) in rollups.TABLES.items():
        kept = {
            (name, *row[: len(keys)]): dict(zip(columns, row[len(keys) :], strict=True))
            for row in read(f"SELECT {', '.join(keys + columns)} FROM {name}")
            if name != "tally" or row[0] not in (tallies.PAID, tallies.PAID_BACK, tallies.PICKED)
        }
        expected = {
            place: {column: sums.get(column, 0) for column in columns}
            for place, sums in recomputed.items()
            if place[0] == name
        }
        assert kept == expected


def test_every_order_stands_where_its_lines_say(demo_shop: Shop) -> None:
    lines: dict[int, list[Any]] = {}
    for line in every(OrderLine):
        lines.setdefault(line["order"], []).append(line)
    for order in every(Order):
        assert order["stage"] == stage_of(lines[order["id"]])
        assert order["placed_at"] <= NOW
        assert all(order[m] is None or order[m] <= NOW for m in ("ready_at", "handed_at"))


def test_numbers_of_a_day_have_no_gaps(demo_shop: Shop) -> None:
    assert read("SELECT day FROM orders GROUP BY day HAVING max(number) <> count(*)") == []


def test_stock_adds_up_to_its_movements_and_promises(demo_shop: Shop) -> None:
    moved = dict(read("SELECT product, sum(change) FROM stock_movement GROUP BY product"))
    promised: dict[int, int] = {}
    for line in every(OrderLine):
        promised[line["product"]] = promised.get(line["product"], 0) + open_of(line)
    for product, on_hand, reserved in read("SELECT product, on_hand, reserved FROM stock"):
        assert on_hand == moved[product]
        assert reserved == promised.get(product, 0)


def test_its_trade_has_a_rhythm_and_grows(demo_shop: Shop) -> None:
    days = {clock.day_of(d): r for d, r in read("SELECT day, revenue FROM day_total")}
    whole = {day: revenue for day, revenue in days.items() if day < date(2026, 11, 21)}
    weekend = [revenue for day, revenue in whole.items() if day.weekday() >= 5]
    week = [revenue for day, revenue in whole.items() if day.weekday() < 5]
    assert sum(weekend) / len(weekend) > 1.15 * sum(week) / len(week)
    early = sum(revenue for day, revenue in whole.items() if day < date(2026, 9, 22))
    late = sum(revenue for day, revenue in whole.items() if day >= date(2026, 10, 22))
    assert late > early
    hours = dict(read("SELECT hour, sum(orders) FROM hour_total GROUP BY hour"))
    assert hours[17] + hours[18] > hours[14] + hours[15]


def test_people_are_waiting_at_every_step(demo_shop: Shop) -> None:
    late = NOW - preferences.get(preferences.LATE_AFTER) * clock.MINUTE
    open_now = read("SELECT stage, rush, placed_at FROM orders WHERE stage < 3")
    assert sum(stage == 0 for stage, *_ in open_now) >= 3
    assert sum(stage == 1 for stage, *_ in open_now) >= 1
    assert sum(stage == 2 for stage, *_ in open_now) == 2
    assert sum(rush for _, rush, _ in open_now) == 1
    assert sum(stage < 2 and at < late for stage, _, at in open_now) == 1
    assert len(held_carts.held()) == 3


def test_it_is_marked_and_made_only_in_an_empty_shop(demo_shop: Shop) -> None:
    assert demo.is_demo()
    with pytest.raises(NotEmpty):
        demo.make_demo(days=2)


def test_an_owner_with_a_pin_keeps_it_and_a_demo_that_fails_leaves_no_shop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "shop.sqlite3")
    wanted = Wanted("Toko Maju", "Asia/Makassar", "P1", "271828")

    def fail(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(demo, "make_demo", partial(demo.make_demo, days=2))
    with monkeypatch.context() as broken, open_shop(path):
        broken.setattr(demo, "_hold_carts", fail)
        with pytest.raises(ZeroDivisionError):
            demo.begin(privacy.policy(), at=NOW, wanted=wanted)
    assert peek(path) is None
    with open_shop(path):
        assert demo.begin(privacy.policy(), at=NOW, wanted=wanted)
        assert not demo.begin(privacy.policy(), at=NOW, wanted=wanted), "it is there already"
        assert demo.is_demo()
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
        assert staff.sign_in("P1", "271828").value == staff.OWNER
        assert len(staff.everyone()) == 5
        assert journal.verify().intact


def test_the_same_seed_makes_the_same_shop(tmp_path: Path, demo_shop: Shop) -> None:
    seals = []
    for name in ("one", "two"):
        with open_shop(str(tmp_path / name)):
            demo.make_demo(days=3, at=NOW)
            # The last one is of no other request than this.
            seals.append(read("SELECT previous, payload FROM journal ORDER BY sequence"))
    assert seals[0] == seals[1]
    open_shop(demo_shop.url)  # the other tests go on with it


def test_throwing_it_away_leaves_no_file(tmp_path: Path, demo_shop: Shop) -> None:
    shop = open_shop(str(tmp_path / "demo.sqlite3"))
    demo.make_demo(days=2, at=NOW)
    backup.back_up_into(tmp_path / "backups")
    demo.remove(shop)
    assert list(tmp_path.rglob("*")) == [tmp_path / "backups"]
    open_shop(demo_shop.url)


def test_it_is_made_on_postgresql_too_but_not_thrown_away(
    postgres_url: str, demo_shop: Shop
) -> None:
    with open_shop(postgres_url) as shop:
        count = demo.make_demo(days=4, at=NOW)
        assert journal.verify().intact
        assert read("SELECT sum(orders + cancelled) FROM day_total") == [(count,)]
        with pytest.raises(NotADemo):
            demo.remove(shop)
    open_shop(demo_shop.url)


def test_a_real_shop_cannot_be_thrown_away(tmp_path: Path, demo_shop: Shop) -> None:
    with open_shop(str(tmp_path / "shop.sqlite3")) as shop:
        add_product("Teh", 5000)
        with pytest.raises(NotADemo):
            demo.remove(shop)
    assert (tmp_path / "shop.sqlite3").exists()
    open_shop(demo_shop.url)


# --- the fast way writes what the verbs write ----------------------------------------------


class Wall:
    """A clock that the test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.time = NOW
        monkeypatch.setattr(clock, "now", self.now)

    def now(self) -> int:
        return self.time

    def later(self, seconds: int) -> int:
        self.time = NOW + seconds * 1000
        return self.time


def stand_at(station: str, staff: str) -> None:
    session.current.station, session.current.staff = station, staff


def goods() -> list[Product]:
    return [
        add_product("Telur", 30_000, unit="kg", on_hand=50_000).value,
        add_product("Indomie", 3_300, tax_rate=1100, on_hand=40_000).value,
        add_product("Teh Botol", 6_500, tax_rate=1100, on_hand=24_000).value,
    ]


def carts(products: list[Product]) -> list[Cart]:
    egg, noodles, tea = products
    first = Cart(request_id="a").add(egg, 1_500).add(noodles, 5_000).add(tea, 2_000)
    first.set_discount(Discount(2_000)).set_note("Pisahkan telurnya")
    second = Cart(request_id="b").add(noodles, 10_000).add(tea)
    third = Cart(request_id="c").add(egg)
    return [first, second, third]


def by_verbs(wall: Wall) -> None:
    first, second, third = carts(goods())
    stand_at("Kasir 1", "K1")
    wall.later(0)
    a = orders.place(first, tenders=[Tender("cash", first.bill().total, 100_000)]).value.id
    wall.later(10)
    b = orders.place(second, channel="scanned", rush=True).value.id
    wall.later(20)
    c = orders.place(third).value.id
    wall.later(30)
    orders.cancel(c)
    stand_at("Gudang 1", "G1")
    wall.later(40)
    fulfilment.claim(a)
    for place, line in enumerate((1, 3, 2)):
        wall.later(50 + place)
        fulfilment.pick(a, line)
    wall.later(60)
    fulfilment.claim(b)
    wall.later(70)
    fulfilment.short(b, 1, 4_000, reason="damaged", on_shelf=None)
    wall.later(80)
    fulfilment.make_ready(b)
    stand_at("Kasir 1", "K1")
    wall.later(90)
    with asked_for("p"):
        payments.pay(b, Tender("qris", 26_300))
    stand_at("Gudang 1", "G1")
    wall.later(100)
    fulfilment.hand_over(b)


def all_at_once(wall: Wall) -> None:
    first, second, third = carts(goods())
    counter, warehouse = ("Kasir 1", "K1"), ("Gudang 1", "G1")
    at = [NOW + seconds * 1000 for seconds in range(101)]
    with asked_for("all at once"), transaction():  # by whom does not matter
        book = BulkOrders()
        tender = Tender("cash", first.bill().total, 100_000)
        a = book.place(first, at[0], *counter, tender=tender)
        b = book.place(second, at[10], *counter, channel="scanned", rush=True)
        c = book.place(third, at[20], *counter)
        # Told order by order: `write` puts the steps into the order they happened in.
        b.claim(at[60], *warehouse)
        b.short(at[70], 1, 4_000, "damaged")
        b.make_ready(at[80])
        b.pay(at[90], *counter, Tender("qris", 26_300), "p")
        b.hand_over(at[100], *warehouse)
        c.cancel(at[30], *counter, "")
        a.claim(at[40], *warehouse)
        for place, line in enumerate((1, 3, 2)):
            a.pick(at[50 + place], line)
        book.write()


def everything_stored() -> dict[str, list[Any]]:
    """All rows of all tables; of the journal what was done, without its seals.

    The seals differ, because an engine without truth values gives 0 back for False.
    """
    names = set(database.get_tables()) - {"schema_migration", "journal", "journal_head"}
    stored = {name: sorted(read(f"SELECT * FROM {name}"), key=repr) for name in names}
    deeds = read('SELECT sequence, at, station, staff, kind, "order", payload FROM journal')
    stored["journal"] = sorted((*deed, json.loads(payload)) for *deed, payload in deeds)
    return stored


def test_many_at_once_are_written_as_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_shop: Shop
) -> None:
    wall = Wall(monkeypatch)
    tables = {}
    for way in (by_verbs, all_at_once):
        with open_shop(str(tmp_path / way.__name__)):
            wall.later(-60)
            way(wall)
            assert journal.verify().intact
            tables[way] = everything_stored()
    stand_at("1", "")
    open_shop(demo_shop.url)
    for name, found in tables[by_verbs].items():
        assert tables[all_at_once][name] == found, name
