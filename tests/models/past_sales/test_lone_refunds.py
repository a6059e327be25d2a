"""Refunds whose sale is not in the file count on their day, once, in every figure."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models import clock as shop_clock
from models.export.export import export_folder
from models.past_sales import past_sales
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.statistics.product_sales import explain
from models.statistics.queries import by_now
from models.statistics.statistics import dashboard
from models.storage.database import database
from tests.oracle import Oracle
from tests.readable import findings, kept_sums, sums_anew

HEADER = "Nota,Tanggal,Jam,Kode,Barang,Qty,Total\n"
JANUARY = "J1,2026-01-30,10:00,K,Kopi,3,45000\n"
FEBRUARY = (
    "F1,2026-02-02,09:00,T,Teh,4,20000\n"
    "F2,2026-02-02,11:00,K,Kopi,-1,-15000\n"
    "F2,2026-02-02,11:00,R,Roti,-2,-24000\n"
)
DAY = date(2026, 2, 2)


def take(tmp_path: Path, rows: str) -> past_sales.PastOrders:
    path = tmp_path / "sales.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return past_sales.run(path, past_sales.reading())


def sums_of(day: date) -> tuple[int, int, int, int]:
    sums = dashboard(day, day).now.sums
    return sums.orders, sums.quantity, sums.revenue, sums.returned


def holds() -> None:
    assert kept_sums() == sums_anew()
    assert findings() == ()


def test_it_counts_as_negative_on_its_day(shop: Shop, tmp_path: Path) -> None:
    report = take(tmp_path, FEBRUARY)
    assert (report.orders, report.total, report.returned) == (1, -19_000, 39_000)
    assert (report.quantity, report.left_out) == (1_000, ())
    assert sums_of(DAY) == (1, 1_000, -19_000, 39_000)
    end = shop_clock.start_of(date(2026, 2, 3), "Asia/Jakarta")
    assert by_now(20260202, end) == (1, 1, 1_000, -19_000, 39_000)
    assert by_now(20260202, end - 14 * 60 * shop_clock.MINUTE) == (1, 1, 4_000, 20_000, 0)
    differences = list(Oracle(tmp_path, "Asia/Jakarta").differences(DAY, DAY))
    assert differences == []
    paid = database.execute_sql("SELECT SUM(amount) FROM payment").fetchone()[0]
    assert int(paid) == -19_000
    holds()
    again = take(tmp_path, FEBRUARY)
    assert (again.orders, again.total, again.there) == (0, 0, 3)
    assert not {problem.reason for problem in again.problems} & {"there"}


def test_products_of_an_hour_know_it(shop: Shop, tmp_path: Path) -> None:
    take(tmp_path, FEBRUARY + "F3,2026-02-02,11:30,R,Roti,5,60000\n")
    found = {p.name: p.revenue for p in explain(DAY, DAY, hour=11).products}
    assert found == {"Roti": 36_000, "Kopi": -15_000}


def test_a_file_that_has_the_sale_as_well_does_not_count_it_twice(
    shop: Shop, tmp_path: Path
) -> None:
    take(tmp_path, FEBRUARY)
    report = take(tmp_path, JANUARY + FEBRUARY)
    assert (report.orders, report.total, report.there) == (1, 45_000, 2)
    assert sums_of(DAY)[2:] == (-19_000, 39_000)
    assert sums_of(date(2026, 1, 30)) == (1, 3_000, 45_000, 0)
    holds()


def test_what_came_back_since_an_earlier_file_counts_once_on_its_day(
    shop: Shop, tmp_path: Path
) -> None:
    take(tmp_path, JANUARY)
    for _ in range(2):
        report = take(tmp_path, JANUARY + FEBRUARY)
        assert not report.left_out
        assert sums_of(DAY) == (1, 1_000, -19_000, 39_000)
        assert sums_of(date(2026, 1, 30)) == (1, 3_000, 45_000, 0)
        holds()
    take(tmp_path, FEBRUARY)
    assert sums_of(DAY) == (1, 1_000, -19_000, 39_000)


def test_it_finds_its_sale_where_the_file_has_it(shop: Shop, tmp_path: Path) -> None:
    report = take(tmp_path, JANUARY + FEBRUARY)
    assert [p.reason for p in report.problems] == ["returned", "returned_alone"]
    assert sums_of(DAY) == (1, 1_000, -19_000, 39_000)
    assert sums_of(date(2026, 1, 30)) == (1, 3_000, 45_000, 0)
    holds()


def test_all_goods_for_a_part_of_the_money_count_on_the_day_they_came_back(
    shop: Shop, tmp_path: Path
) -> None:
    take(tmp_path, JANUARY + "F9,2026-02-02,11:00,K,Kopi,-3,-40000\n")
    assert sums_of(date(2026, 1, 30)) == (1, 3_000, 45_000, 0)
    assert sums_of(DAY) == (0, -3_000, -40_000, 40_000)
    holds()


def test_what_was_given_back_can_be_undone_and_counts_nothing_then(
    shop: Shop, tmp_path: Path
) -> None:
    take(tmp_path, FEBRUARY)
    returned = "SELECT sequence FROM journal WHERE kind = 'returned' ORDER BY sequence"
    undo(database.execute_sql(returned).fetchone()[0])
    assert sums_of(DAY)[2] == 20_000 - 39_000  # undone today, and counts today
    today = shop_clock.business_day(shop_clock.now(), "Asia/Jakarta")
    assert sums_of(today)[2] == 15_000
    assert kept_sums() == sums_anew()


@pytest.mark.parametrize("kind", ["orders.csv", "orders.jsonl"])
def test_it_comes_back_from_an_export(fresh: Callable[[], str], tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "exported"
    with open_shop(fresh(), station="1"):
        take(tmp_path, JANUARY + FEBRUARY)
        before = sums_of(DAY)
        export_folder(folder)
    with open_shop(fresh(), station="1"):
        report = past_sales.run(folder / kind, past_sales.reading())
        assert report.total == 26_000
        assert sums_of(DAY) == before
        holds()


def test_days_that_read_otherwise_are_told(shop: Shop, tmp_path: Path) -> None:
    assert take(tmp_path, JANUARY).changed == ()
    more = "J2,2026-01-30,12:00,T,Teh,1,5000\nJ3,2026-01-31,12:00,T,Teh,1,5000\n"
    path = tmp_path / "more.csv"
    path.write_text(HEADER + more, encoding="utf-8")
    seen = past_sales.preview(path, past_sales.reading())
    assert seen.changed == past_sales.run(path, past_sales.reading()).changed
    assert seen.changed == (date(2026, 1, 30),)
    refund = take(tmp_path, "F2,2026-01-31,11:00,T,Teh,-1,-5000\n")
    assert refund.changed == (date(2026, 1, 31),)
    assert take(tmp_path, JANUARY).changed == ()
