"""What a shop wrote comes back into an empty one as it was."""

import csv
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.catalogue_import import catalogue_import
from models.export.export import export_folder
from models.fulfilment import fulfilment
from models.journal.journal import verify
from models.journal.replay import replay
from models.orders import returns
from models.orders.payments import Tender
from models.past_sales import past_sales
from models.shop.opening import open_shop
from models.storage.database import database
from tests.conftest import SetClock
from tests.models.a_day import Day
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order, cart_of, kept_sums

Fresh = Callable[[], str]
TALLIES = "SELECT * FROM tally WHERE first <> 0 OR second <> 0 OR third <> 0"
CHANGES = "SELECT line, product, kind, at, day, revenue FROM bill_change"


def asked(sql: str) -> list[Any]:
    found = database.execute_sql(sql).fetchall()
    return sorted(tuple(x if isinstance(x, str) else int(x or 0) for x in row) for row in found)


def figures() -> dict[str, list[Any]]:
    """Money, quantities and days of a shop, counted from its rows."""
    sold = "(l.ordered - l.cancelled - l.short - l.returned)"
    return {
        "days": asked("SELECT day, COUNT(*), SUM(total), SUM(paid) FROM orders WHERE stage < 4 "
                      "GROUP BY day"),
        # On which day something was short, cancelled or changed, no row of a line says.
        "sums": asked("SELECT SUM(orders), SUM(revenue), SUM(quantity) FROM day_total"),
        "products": asked(f"SELECT p.sku, SUM{sold}, SUM(l.net) FROM order_line l JOIN product p "
                          'ON p.id = l.product JOIN orders o ON o.id = l."order" '
                          f"WHERE o.stage < 4 AND {sold} > 0 GROUP BY p.sku"),
        "discounts": asked("SELECT day, discount FROM day_total WHERE discount > 0"),
    }  # fmt: skip


def as_workbook(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            book.active.append([_typed(cell) for cell in row])
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def _typed(cell: str) -> object:
    try:
        return float(cell) if cell else None
    except ValueError:
        return cell


def as_indonesian(path: Path) -> Path:
    """As a spreadsheet of an Indonesian computer saves what it opened."""
    saved = path.with_stem(f"{path.stem} saved")
    with (
        path.open(encoding="utf-8", newline="") as file,
        saved.open("w", encoding="utf-8-sig", newline="") as out,
    ):
        writer = csv.writer(out, delimiter=";")
        for row in csv.reader(file):
            writer.writerow(str(_typed(x)).replace(".", ",") if _is_part(x) else x for x in row)
    return saved


def _is_part(cell: str) -> bool:
    return isinstance(number := _typed(cell), float) and not number.is_integer()


def exchange_some() -> None:
    """One of two shirts becomes a hat on the day on which both were sold."""
    shirt, hat = a_product("Kemeja", 50_000, tax_rate=1_100), a_product("Topi", 42_000)
    order = an_order((shirt, 2_000), tenders=[Tender("cash", 100_000)]).id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    returns.exchange(order, {1: 1_000}, cart_of(hat).lines, note="kekecilan")


#: The others take long to say the same.
SEEDS = [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))]


@postgres_in_the_long_run
@pytest.mark.parametrize("kind", ["csv", "id csv", "xlsx"])
@pytest.mark.parametrize("seed", SEEDS)
def test_orders_come_back_with_their_money_quantities_and_days(
    fresh: Fresh, tmp_path: Path, clock: SetClock, seed: int, kind: str
) -> None:
    folder = tmp_path / "exported"
    with open_shop(fresh(), station="1"):
        # What is changed on another day, other than by returns, is not told by a table of lines.
        Day(Random(seed)).play(180)
        exchange_some()
        before = figures()
        export_folder(folder)
    with open_shop(fresh(), station="1"):
        catalogue_import.run(folder / "products.csv")
        saved = {"csv": Path, "id csv": as_indonesian, "xlsx": as_workbook}[kind]
        report = past_sales.run(saved(folder / "orders.csv"), past_sales.reading())
        after = figures()
        assert report.products == 0
        assert {left.reason for left in report.left_out} <= {"cancelled", "no_quantity"}
        assert [row[:3] for row in after["days"]] == [row[:3] for row in before["days"]]
        assert after["products"] == before["products"]
        assert after["sums"] == before["sums"]
        assert replay() == []
        assert verify().intact


@pytest.mark.parametrize("seed", SEEDS)
def test_json_lines_bring_the_whole_shop_back(
    fresh: Fresh, tmp_path: Path, clock: SetClock, seed: int
) -> None:
    folder = tmp_path / "exported"
    with open_shop(fresh(), station="1"):
        day = Day(Random(seed))
        for _ in range(3):
            day.play(60)
            clock.forward(24 * 60)
            exchange_some()
        before, sums, tallies = figures(), kept_sums(), asked(TALLIES)
        changes = asked("SELECT line, product, kind, at, day, revenue FROM bill_change")
        stages = asked("SELECT day, number, stage, paid FROM orders")
        export_folder(folder)
    with open_shop(fresh(), station="1"):
        catalogue_import.run(folder / "products.csv")
        report = past_sales.run(folder / "orders.jsonl", past_sales.reading())
        assert report.products == 0
        assert figures() == before
        assert kept_sums() == sums
        assert asked(TALLIES) == tallies
        assert asked("SELECT line, product, kind, at, day, revenue FROM bill_change") == changes
        assert asked("SELECT day, number, stage, paid FROM orders") == stages
        assert replay() == []
        assert verify().intact
        again = past_sales.run(folder / "orders.jsonl", past_sales.reading())
        assert (again.orders, again.there) == (0, report.orders)
