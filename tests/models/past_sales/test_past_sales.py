"""Sales of past years come into the shop as they stand in the file."""

import csv
from collections import Counter
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models import clock, session
from models.catalogue import catalogue
from models.errors import ImportPaused
from models.past_sales import past_sales
from models.shop.opening import Shop
from models.statistics.statistics import dashboard
from models.storage.database import database
from tests.readable import a_product, findings, kept_sums, product_with_code, sums_anew

WORDS = ("order=nota", "at=waktu", "product=kode", "quantity=jumlah", "total=bayar")
HEADER = "nota,waktu,kode,jumlah,bayar,potong\n"


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_past_order_comes_at_its_day_and_hour(shop: Shop, tmp_path: Path) -> None:
    path = written(
        tmp_path, "7,2019-05-04 17:20:00,A1,2,10000,500", "7,2019-05-04 17:20:00,B2,0.5,333,0"
    )
    report = past_sales.run(path, past_sales.reading(*WORDS, "discount=potong"))
    assert (report.orders, report.lines, report.products, report.total) == (1, 2, 2, 10_333)
    day = datetime(2019, 5, 4).date()
    found = dashboard(day, day)
    assert (found.now.sums.orders, found.now.sums.revenue, found.now.sums.quantity) == (
        1,
        10_333,
        2500,
    )
    assert found.hours[0].hour == 17
    assert found.now.discount == 500
    assert found.now.time("ready").orders == found.now.picked_lines == found.now.asked_lines == 0
    assert found.now.short_share is None  # a dash: nobody knows what was short


def test_a_second_time_nothing_is_taken(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "7,2019-05-04,A1,1,100,0", "8,2019-05-05,A1,1,100,0")
    how = past_sales.reading(*WORDS)
    assert past_sales.preview(path, how).orders == 2
    assert past_sales.run(path, how).orders == 2
    again = past_sales.run(path, how)
    assert (again.orders, again.there, again.products) == (0, 2, 0)
    assert database.execute_sql("SELECT COUNT(*) FROM orders").fetchone()[0] == 2


def test_a_preview_writes_nothing(shop: Shop, tmp_path: Path) -> None:
    past_sales.preview(written(tmp_path, "7,2019-05-04,A1,1,100,0"), past_sales.reading(*WORDS))
    assert database.execute_sql("SELECT COUNT(*) FROM product").fetchone()[0] == 0


def test_refunds_find_their_sale_or_are_told(shop: Shop, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "1,2019-05-04,A1,3,300,0", "1,2019-05-04,A1,-1,-100,0", "2,2019-05-04,A1,-1,-100,0",
        "3,2019-05-04,A1,0,50,0", "4,2019-05-04,A1,x,50,0", "5,someday,A1,1,50,0",
        "6,2019-05-04,,1,50,0",
    )  # fmt: skip
    report = past_sales.run(path, past_sales.reading(*WORDS))
    assert (report.orders, report.quantity, report.total) == (1, 1000, 100)
    assert [(p.row, p.reason) for p in report.problems] == [
        (3, "returned"), (4, "returned"), (5, "no_quantity"), (6, "bad_number"),
        (7, "bad_moment"), (8, "empty"),
    ]  # fmt: skip


def test_past_orders_leave_the_shelf_and_the_catalogue_alone(shop: Shop, tmp_path: Path) -> None:
    product = a_product("Beras", 70_000, sku="A1", on_hand=5_000)
    past_sales.run(written(tmp_path, "7,2019-05-04,A1,2,9000,0"), past_sales.reading(*WORDS))
    kept = catalogue.product(product.id)
    assert (kept.price, kept.on_hand, kept.available) == (70_000, 5_000, 5_000)


def test_a_mapping_may_stand_in_a_file(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "7,2019-05-04,A1,2,90.55,0")
    (tmp_path / "names.csv").write_text("kode,nama\nA1,Beras Pandan\n", encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    words = [*WORDS, "name=nama", "products=names.csv"]
    said = "\n".join('{} = "{}"'.format(*word.split("=")) for word in words)
    mapping.write_text(said + "\nfactor = 100\n", encoding="utf-8")
    assert past_sales.run(path, past_sales.reading(str(mapping))).total == 9055
    assert product_with_code("A1").name == "Beras Pandan"


def test_a_new_product_costs_what_most_of_its_lines_say(shop: Shop, tmp_path: Path) -> None:
    path = written(
        tmp_path, "1,2019-05-04,A1,1,10000,0", "2,2019-05-05,a1,1,10000,0",
        "3,2019-05-06,A1,2,20000,0", "4,2019-05-07,A1,1,0,0",
    )  # fmt: skip
    report = past_sales.run(path, past_sales.reading(*WORDS))
    assert (report.products, product_with_code("A1").price) == (1, 10_000)
    assert [(p.row, p.reason, p.text) for p in report.problems] == [(3, "one_code", "a1 = A1")]


def test_it_can_be_stopped_and_goes_on_where_it_stopped(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past_sales, "_BATCH", 10)
    path = written(tmp_path, *(f"{n},2019-05-04,A1,1,100,0" for n in range(35)))
    how = past_sales.reading(*WORDS)
    told: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 20

    with pytest.raises(ImportPaused) as paused:
        past_sales.run(path, how, watch)
    assert (paused.value.written, paused.value.orders) == (20, 35)
    assert told == [(0, 35), (10, 35), (20, 35)]
    assert past_sales.run(path, how).orders == 15
    assert database.execute_sql("SELECT COUNT(*) FROM orders").fetchone()[0] == 35


# --- files of real shops ---------------------------------------------------------------------

Sums = dict[tuple[object, ...], list[int]]
#: Lines, quantity and total by day, product or hour.
Tally = Counter[tuple[object, str]]


def kept_by(*columns: str) -> Sums:
    names = ", ".join(columns)
    sql = f"""SELECT {names}, COUNT(*), SUM(l.ordered), SUM(l.net) FROM order_line l
        JOIN orders o ON o.id = l."order" JOIN product p ON p.id = l.product GROUP BY {names}"""
    cut = len(columns)
    return {row[:cut]: list(row[cut:]) for row in database.execute_sql(sql).fetchall()}


@pytest.mark.long
def test_a_year_of_a_real_store(shop: Shop, shared_data: Path) -> None:
    session.current.zone = "America/New_York"
    path = shared_data / "completejourney_store367_2017.csv"
    how = past_sales.reading(
        "order=basket_id", "at=transaction_timestamp", "product=product_id", "quantity=quantity",
        "total=sales_value", "discount=retail_disc+coupon_disc", "name=product_type",
        "category=department", "brand=brand", "factor=100",
        f"products={shared_data / 'completejourney_store367_products.csv'}",
    )  # fmt: skip
    report = past_sales.run(path, how)
    by_day: Tally = Counter()
    by_product: Tally = Counter()
    by_hour: Tally = Counter()
    left_out = 0
    baskets = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if Decimal(row["quantity"]) <= 0:
                left_out += 1
                continue
            baskets.add(row["basket_id"])
            at = datetime.fromisoformat(row["transaction_timestamp"]).replace(
                tzinfo=ZoneInfo("America/New_York")
            )
            cents, pieces = int(Decimal(row["sales_value"]) * 100), int(row["quantity"])
            day, product = clock.day_key(at.date()), row["product_id"]
            for counter, key in ((by_day, day), (by_product, product), (by_hour, at.hour)):
                counter[key, "lines"] += 1
                counter[key, "quantity"] += pieces * 1000
                counter[key, "total"] += cents

    def told(counter: Tally) -> Sums:
        keys = {key for key, _ in counter}
        return {
            (key,): [counter[key, name] for name in ("lines", "quantity", "total")] for key in keys
        }

    assert kept_by("o.day") == told(by_day)
    assert kept_by("p.sku") == told(by_product)
    assert kept_by("o.hour") == told(by_hour)
    assert report.orders == len(baskets)
    assert Counter(p.reason for p in report.problems) == {"no_quantity": left_out, "rounded": 1}
    first, last = report.first_day, report.last_day
    assert first
    assert last
    found = dashboard(first, last)
    assert found.now.sums.revenue == report.total == sum(v[2] for v in told(by_day).values())
    assert {clock.day_key(d.day): d.revenue for d in found.days if d.orders} == {
        key: v[2] for (key,), v in told(by_day).items()
    }
    assert past_sales.run(path, how).orders == 0
    assert findings() == ()


def test_a_minimarket_of_indonesia(shop: Shop, shared_data: Path) -> None:
    path = shared_data / "minimarket_sales_id.csv"
    how = past_sales.reading(
        "order=no_penjualan", "at=tanggal", "product=kode", "quantity=jumlah", "price=harga_jual"
    )
    report = past_sales.run(path, how)
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    taken = [row for row in table if int(row["jumlah"]) > 0]
    assert report.total == sum(int(row["harga_jual"]) * int(row["jumlah"]) for row in taken)
    assert report.orders == len({row["no_penjualan"] for row in taken})
    by_day: Counter[int] = Counter()
    for row in taken:
        by_day[int(row["tanggal"].replace("-", ""))] += int(row["harga_jual"]) * int(row["jumlah"])
    assert {day: sums[2] for (day,), sums in kept_by("o.day").items()} == dict(by_day)
    assert kept_sums() == sums_anew()
