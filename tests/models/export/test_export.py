"""What leaves the shop as files: whole, exact, without formulas, and for its owner only."""

import csv
import json
import stat
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.amounts import Discount
from models.errors import CannotOpen, ReadOnly
from models.export import export, export_rows
from models.export.export import (
    COMMAS,
    Sheet,
    export_folder,
    write_csv,
    write_csv_blocks,
    write_xlsx,
)
from models.fulfilment import fulfilment
from models.orders import orders, payments
from models.orders.payments import Tender
from models.shop.opening import Shop
from tests.conftest import SetClock
from tests.readable import a_product, an_order, cart_of, pcs

HOSTILE = (
    "=1+1", "+62812", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\uff1d1+1",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0",
)  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def orders_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_orders_have_one_row_for_each_line(shop: Shop, clock: SetClock, folder: Path) -> None:
    rice, sugar = a_product("Beras", 70_000), a_product("Gula", 18_000, unit="kg")
    cart = cart_of(rice, (sugar, 1_500)).set_discount(Discount(7_000))
    placed = orders.place(cart, tenders=[Tender("cash", 90_000, 100_000)]).value
    clock.forward(3)
    fulfilment.make_ready(placed.id)
    export_folder(folder)
    first, second = rows_of(folder / "orders.csv")
    assert (first["number"], second["number"]) == ("1", "1")
    assert (first["name"], second["name"]) == ("Beras", "Gula")
    assert (second["ordered"], second["picked"], second["unit"]) == ("1.5", "1.5", "kg")
    assert (first["order_total"], first["order_discount"]) == ("90000", "7000")
    assert int(first["line_net"]) + int(second["line_net"]) == 90_000
    assert first["stage"] == "ready"
    assert first["placed_at"] == "2026-03-09T10:00:00.000+07:00"
    assert first["ready_at"] == "2026-03-09T10:03:00.000+07:00"
    assert first["handed_at"] == ""


def test_payments_and_products_are_written(shop: Shop, clock: SetClock, folder: Path) -> None:
    product = a_product("Telur", 2_500, tax_rate=1_150, on_hand=pcs(7.5), cost=2_000)
    placed = an_order((product, pcs(2)), tenders=[Tender("cash", 5_000, 10_000)])
    payments.refund(placed.id, 1_000)
    export_folder(folder)
    paid, back = rows_of(folder / "payments.csv")
    assert (paid["amount"], paid["tendered"], paid["method"]) == ("5000", "10000", "cash")
    assert (back["amount"], back["number"], back["day"]) == ("-1000", "1", "2026-03-09")
    (row,) = rows_of(folder / "products.csv")
    assert (row["name"], row["price"], row["cost"], row["tax_percent"]) == (
        "Telur", "2500", "2000", "11.5",
    )  # fmt: skip
    assert (row["on_hand"], row["reserved"]) == ("7.5", "2")


def test_json_lines_hold_orders_with_all_that_is_in_them(
    shop: Shop, clock: SetClock, folder: Path
) -> None:
    product = a_product("Cabai", 40_000, unit="kg")
    an_order((product, 250), tenders=[Tender("qris", 10_000)])
    an_order(product)
    export_folder(folder)
    first, second = orders_of(folder / "orders.jsonl")
    assert (first["schema"], first["currency"], first["total"]) == (2, "IDR", 10_000)
    assert first["lines"][0]["ordered"] == 0.25
    assert first["payments"][0]["method"] == "qris"
    assert first["placed_at"].endswith("+07:00")
    assert first["ready_at"] is None
    assert (second["number"], second["payments"]) == (2, [])


def test_every_order_is_written_once_however_many(
    shop: Shop, clock: SetClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_rows, "PAGE", 4)
    product = a_product()
    numbers = [an_order(product, tenders=[Tender("cash", 3_500)]).number for _ in range(13)]
    export_folder(folder)
    assert [order["number"] for order in orders_of(folder / "orders.jsonl")] == numbers
    assert [int(row["number"]) for row in rows_of(folder / "orders.csv")] == numbers
    assert [int(row["number"]) for row in rows_of(folder / "payments.csv")] == numbers
    assert all(len(order["payments"]) == 1 for order in orders_of(folder / "orders.jsonl"))


def test_an_empty_shop_gives_files_with_heads_only(shop: Shop, folder: Path) -> None:
    written = export_folder(folder)
    assert [path.name for path in written] == [
        "products.csv", "payments.csv", "orders.csv", "orders.jsonl",
    ]  # fmt: skip
    assert rows_of(folder / "orders.csv") == []
    assert (folder / "orders.csv").read_text("utf-8").startswith("order,day,number,")


def test_files_are_for_their_owner_only(shop: Shop, folder: Path) -> None:
    an_order()
    for path in export_folder(folder):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_place_that_is_no_folder_is_told(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((CannotOpen, ReadOnly)):
        export_folder(tmp_path / "file")


def test_a_file_that_fails_halfway_leaves_the_old_one(tmp_path: Path) -> None:
    def rows() -> Any:
        yield (1,)
        raise RuntimeError("the power went")

    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        write_csv(path, Sheet("a", ["n"], rows()))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


# --- no formulas ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_never_becomes_a_formula(tmp_path: Path, text: str) -> None:
    write_csv(tmp_path / "a.csv", Sheet("a", ["note"], [[text]]))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["'" + text]


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", Sheet("a", ["sum"], [[-5_000], [-0.5]]))
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines() == ["sum", "-5000", "-0.5"]


def test_an_indonesian_spreadsheet_gets_semicolons_decimal_commas_and_iso_dates(
    tmp_path: Path,
) -> None:
    row = ["a,b; c", 1_500, -0.5, date(2026, 11, 1), datetime(2026, 11, 1, 7, 5), None]
    sheet = Sheet("Days", list("abcdef"), [row])
    written = '"a,b; c";1500;-0,5;2026-11-01;2026-11-01 07:05:00;'
    write_csv(tmp_path / "a.csv", sheet, marks=COMMAS)
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines() == ["a;b;c;d;e;f", written]
    write_csv_blocks(tmp_path / "b.csv", [sheet, sheet], marks=COMMAS)
    assert (tmp_path / "b.csv").read_text("utf-8-sig").splitlines().count(written) == 2


@given(some.text(max_size=40))
def test_nothing_a_spreadsheet_counts_as_a_formula_gets_through(text: str) -> None:
    written = str(export.guarded(text))
    assert not written.lstrip().startswith(("=", "+", "-", "@"))
    assert written in (text, "'" + text)


def test_tables_stand_below_each_other_in_one_file(tmp_path: Path) -> None:
    sheets = [Sheet("Days", ["day", "sum"], [["Mon", 1]]), Sheet("Hours", ["hour"], [[7]])]
    write_csv_blocks(tmp_path / "a.csv", sheets)
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    assert text.split("\r\n") == ["Days", "day,sum", "Mon,1", "", "Hours", "hour", "7", ""] or (
        text.split("\n") == ["Days", "day,sum", "Mon,1", "", "Hours", "hour", "7", ""]
    )
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600


def test_a_workbook_holds_dates_as_dates_and_shows_numbers_by_whoever_opens_it(
    tmp_path: Path,
) -> None:
    from openpyxl import load_workbook

    row = [date(2026, 11, 1), datetime(2026, 11, 1, 7, 5), 12_500, 0.5]
    write_xlsx(tmp_path / "a.xlsx", [Sheet("a", list("abcd"), [row])])
    day, moment, sum_, part = load_workbook(tmp_path / "a.xlsx").worksheets[0][2]
    assert (day.is_date, day.value, day.number_format) == (
        True, datetime(2026, 11, 1), "yyyy-mm-dd",
    )  # fmt: skip
    assert (moment.is_date, moment.value) == (True, datetime(2026, 11, 1, 7, 5))
    assert (sum_.value, sum_.number_format) == (12_500, "#,##0")
    assert (part.value, part.number_format) == (0.5, "#,##0.0##")


def test_a_workbook_holds_numbers_as_numbers_and_texts_as_texts(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    long = "x" * 40_000
    rows = [[text, 1_500, 0.5] for text in HOSTILE] + [["a\x00b", -3, None], [long, 0, 0]]
    write_xlsx(tmp_path / "a.xlsx", [Sheet("A/B: [1]", ["text", "sum", "part"], rows)])
    page = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = list(page.iter_rows(min_row=2))
    assert all(row[0].data_type == "s" for row in cells)
    assert [row[1].value for row in cells[:12]] == [1_500] * 12
    assert cells[0][2].value == 0.5
    assert cells[12][0].value == "a b"
    assert len(str(cells[13][0].value)) == 32_767
    assert page.freeze_panes == "A2"
    assert stat.S_IMODE((tmp_path / "a.xlsx").stat().st_mode) == 0o600
