"""Files of past sales in the shapes in which tills of the world write them."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models import clock
from models.errors import BadChoice, ColumnsUnclear, SalesUnclear
from models.formats import spreadsheets
from models.past_sales import past_sales
from models.past_sales.cells import NoMoment, NoNumber, day_order, decimal_mark, moment, number
from models.past_sales.columns import Reading
from models.past_sales.past_file import PastFile, read
from models.shop.opening import Shop
from models.storage.database import database
from tests.readable import a_product

ZONE = "Asia/Jakarta"


def told(tmp_path: Path, content: str | bytes, **how: Any) -> PastFile:
    path = tmp_path / "sales.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    plain: dict[str, Any] = {"columns": {}, "factor": 0, "zone": ZONE}
    return read(path, Reading(**plain | how))


def sales(file: PastFile) -> list[tuple[str, str, list[tuple[str, int, int]]]]:
    """Number, local time, and the lines as product, thousandths and money."""
    return [
        (
            past.id,
            clock.local(past.at, ZONE).strftime("%Y-%m-%d %H:%M"),
            [(file.codes[line.product], line.quantity, line.total) for line in past.lines],
        )
        for past in file.orders
    ]


EXPECTED = [
    ("101", "2024-03-05 09:15", [("A1", 2000, 25_000), ("B2", 500, 6_250)]),
    ("102", "2024-03-25 18:40", [("A1", 1000, 12_500)]),
]
ENGLISH = """InvoiceNo,InvoiceDate,StockCode,Description,Quantity,UnitPrice,Amount
101,2024-03-05 09:15:00,A1,Rice,2,12500,25000
101,2024-03-05 09:15:00,B2,Sugar,0.5,12500,6250
102,2024-03-25 18:40:00,A1,Rice,1,12500,12500
"""
SHAPES: dict[str, str | bytes] = {
    "plain": ENGLISH,
    "semicolons and decimal commas": ENGLISH.replace("0.5", "0§5").replace(",", ";").replace(
        "§", ","),
    "tabs": ENGLISH.replace(",", "\t"),
    "pipes": ENGLISH.replace(",", "|"),
    "all in quotes": "\n".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) for line in ENGLISH.splitlines()),
    "windows ends": ENGLISH.replace("\n", "\r\n"),
    "old mac ends": ENGLISH.replace("\n", "\r"),
    "byte order mark": ENGLISH.encode("utf-8-sig"),
    "utf-16": ENGLISH.encode("utf-16"),
    "utf-16 without its mark": ENGLISH.encode("utf-16-le"),
    "western windows": ENGLISH.replace("Rice", "Pâté €").encode("cp1252"),
    "with a zone": ENGLISH.replace("09:15:00", "09:15:00+07:00").replace(
        "18:40:00", "18:40:00+07:00"),
    "in utc": ENGLISH.replace(" 09:15:00", "T02:15:00Z").replace(" 18:40:00", "T11:40:00Z"),
    "day first": ENGLISH.replace("2024-03-05", "05/03/2024").replace("2024-03-25", "25/03/2024"),
    "month first, of twelve hours": ENGLISH.replace("2024-03-05 09:15:00", "3/5/2024 9:15 AM")
        .replace("2024-03-25 18:40:00", "3/25/2024 6:40 PM"),
    "points in the day, a short year": ENGLISH.replace("2024-03-05", "05.03.24").replace(
        "2024-03-25", "25.03.24"),
    "months in words": ENGLISH.replace("2024-03-05", "5 Maret 2024").replace(
        "2024-03-25", "25 Mar 2024"),
    "packed": ENGLISH.replace("2024-03-05 09:15:00", "20240305091500").replace(
        "2024-03-25 18:40:00", "20240325184000"),
    "seconds of unix": ENGLISH.replace("2024-03-05 09:15:00", "1709604900").replace(
        "2024-03-25 18:40:00", "1711366800"),
    "days of excel": ENGLISH.replace("2024-03-05 09:15:00", "45356.3854166667").replace(
        "2024-03-25 18:40:00", "45376.7777777778"),
    "quoted newlines": ENGLISH.replace("Rice", '"Rice\nlong, white"'),
    "rupiah": """No. Nota;Tanggal;Jam;Kode Barang;Nama Barang;Jumlah;Harga Satuan;Total Harga
101;05/03/2024;09.15;A1;Beras;2;Rp 12.500,00;Rp25.000,-
101;05/03/2024;09.15;B2;Gula;0,5;Rp 12.500,00;Rp6.250,-
102;25/03/2024;18.40;A1;Beras;1;Rp 12.500,00;Rp12.500,-
""",
    "a title above and a sum below": f"""LAPORAN PENJUALAN,,,,,,
Toko Berkah,,,,,,
,,,,,,
{ENGLISH}Total,,,,3.5,,43750
""",
    "another order of columns": """jumlah,qty,harga,barang,kode,nota,tgl
25.000,2,12.500,Beras,A1,101,2024-03-05 09:15
6.250,"0,5",12.500,Gula,B2,101,2024-03-05 09:15
12.500,1,12.500,Beras,A1,102,2024-03-25 18:40
""",
    "the order only on its first row": """Nota,Tanggal,Kode,Qty,Harga
101,2024-03-05 09:15,A1,2,12500
,,B2,0.5,12500
102,2024-03-25 18:40,A1,1,12500
""",
    "thousands in the English way": ENGLISH.replace(",12500,", ',"12,500",').replace(
        ",25000", ',"25,000"').replace(",6250", ',"6,250"').replace(",12500\n", ',"12,500"\n'),
    "only totals": """Invoice,Date,SKU,Qty,Total
101,2024-03-05 09:15,A1,2,25000
101,2024-03-05 09:15,B2,0.5,6250
102,2024-03-25 18:40,A1,1,12500
""",
    "only prices": """Invoice,Date,SKU,Qty,Price
101,2024-03-05 09:15,A1,2,12500
101,2024-03-05 09:15,B2,0.5,12500
102,2024-03-25 18:40,A1,1,12500
""",
    "the total is the order's": """Order ID,Date,SKU,Qty,Unit Price,Total
101,2024-03-05 09:15,A1,2,12500,31250
101,2024-03-05 09:15,B2,0.5,12500,31250
102,2024-03-25 18:40,A1,1,12500,12500
""",
    "a missing price with its total": ENGLISH.replace("2,12500,25000", "2,,25000"),
    "a missing total with its price": ENGLISH.replace("2,12500,25000", "2,12500,"),
    "a customer in it": ENGLISH.replace("InvoiceNo", "CustomerID,InvoiceNo").replace(
        "\n10", "\n17850,10"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_sales_in_every_shape(tmp_path: Path, shape: str) -> None:
    file = told(tmp_path, SHAPES[shape])
    found = sales(file)
    names = {past[0]: past for past in found}
    assert [names["101"], names["102"]] == EXPECTED
    assert {p.reason for p in file.problems} <= {"empty", "sum"}


def test_numbers_that_begin_anew_each_day_are_other_orders(tmp_path: Path) -> None:
    content = """nota,tanggal,kode,qty,harga
1,2024-03-05,A1,2,12500
1,2024-03-06,A1,1,12500
"""
    assert [(p.id, p.day) for p in told(tmp_path, content).orders] == [
        ("1", 20240305), ("1", 20240306),
    ]  # fmt: skip


def test_without_numbers_it_is_asked_what_is_an_order(tmp_path: Path) -> None:
    content = """tanggal,kode,qty,harga
2024-03-05 09:15:01,A1,2,12500
2024-03-05 09:15:01,B2,1,500
2024-03-05 09:16:40,A1,1,12500
"""
    with pytest.raises(ColumnsUnclear) as asked:
        told(tmp_path, content)
    assert asked.value.missing == ("order",)
    columns = {"order": "tanggal", "at": "tanggal", "product": "kode", "price": "harga"}
    assert [len(past.lines) for past in told(tmp_path, content, columns=columns).orders] == [2, 1]


def test_without_quantities_a_row_is_one_piece(tmp_path: Path) -> None:
    content = "nota,tanggal,produk,total\n1,2024-03-05,Kopi susu,18000\n1,2024-03-05,Roti,9000\n"
    (past,) = told(tmp_path, content).orders
    assert [(x.quantity, x.total) for x in past.lines] == [(1000, 18_000), (1000, 9_000)]


def test_money_with_cents_is_asked_about_and_never_multiplied_by_itself(tmp_path: Path) -> None:
    content = "Invoice,Date,StockCode,Qty,Price\n1,2010-12-01,A,6,2.55\n1,2010-12-01,B,6,3.39\n"
    with pytest.raises(SalesUnclear) as asked:
        told(tmp_path, content)
    assert asked.value.reason == "factor"
    file = told(tmp_path, content, factor=100)
    assert sum(x.total for x in file.orders[0].lines) == 3564
    assert not file.problems


def test_a_fraction_that_is_lost_is_told(tmp_path: Path) -> None:
    content = "nota,tanggal,kode,qty,total\n" + "".join(
        f"{n},2024-03-05,A,1,{1000 + n}{'.5' if n == 7 else ''}\n" for n in range(1, 31)
    )
    file = told(tmp_path, content)
    assert [(p.row, p.reason, p.text, p.total) for p in file.problems] == [
        (8, "rounded", "1007.5", 1008)
    ]


def test_refunds_of_a_wholesaler_are_told(tmp_path: Path) -> None:
    """As in Online Retail II: an invoice that begins with C, and a number below zero."""
    content = """Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
536365,85123A,HOLDER,-1,2010-12-01 08:26:00,2.55,17850,United Kingdom
C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom
536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,-11062.06,,United Kingdom
536500,POST,POSTAGE,0,2011-08-12 14:50:00,18.00,,United Kingdom
"""
    file = told(tmp_path, content, factor=100)
    assert [(past.id, past.total, len(past.returned or ())) for past in file.orders] == [
        ("536365", 1275, 1), ("C536379 D", -2750, 1), ("536414", 0, 0),
        ("A563185 B", -1_106_206, 1),
    ]  # fmt: skip
    assert [(p.row, p.reason, p.total) for p in file.problems] == [
        (3, "returned", -255), (4, "returned_alone", -2750), (6, "returned_alone", -1_106_206),
        (7, "no_quantity", 0),
    ]  # fmt: skip


def test_goods_brought_back_on_a_later_day_come_back_on_that_day(tmp_path: Path) -> None:
    content = """nota,tanggal,kode,qty,total
7,2024-03-05,A,3,300
7,2024-03-09,A,-1,-100
"""
    file = told(tmp_path, content)
    assert sales(file) == [("7", "2024-03-05 12:00", [("A", 3000, 300)])]
    returned = file.orders[0].returned
    assert returned
    (back,) = returned
    assert clock.local(back.at, ZONE).day == 9
    assert (back.quantity, back.total, file.orders[0].total) == (1000, 100, 200)


def test_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    """Each row of the file is a line of an order, or is told with its reason."""
    content = "nota,tanggal,kode,qty,total\n" + "\n".join((
        "1,2024-03-05,A,1,100", "1,2024-03-05,A,1,100",  # twice the same: two lines
        ",2024-03-05,A,1,100", "2,,A,1,100", "2,2024-03-05,,1,150", "2,2024-03-05,A,,100",
        "2,2024-03-05,A,1,", "2,2024-13-45,A,1,100", "2,2024-03-05,A,one,100",
        "2,2024-03-05,A,1,12x", "2,2024-03-05,A,99999999,100", "2", "3,2024-03-05,A,1,1.2.3",
        "4,2024-03-05,A,1,100",
    ))  # fmt: skip
    file = told(tmp_path, content)
    assert [(p.row, p.reason) for p in file.problems] == [
        (4, "empty"), (5, "empty"), (6, "empty"), (7, "empty"), (8, "empty"), (9, "bad_moment"),
        (10, "bad_number"), (11, "bad_number"), (12, "too_large"), (13, "empty"),
        (14, "bad_number"),
    ]  # fmt: skip
    assert sum(len(past.lines) for past in file.orders) + len(file.problems) == file.rows


def test_a_long_receipt_keeps_all_its_lines(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    lines = "".join(f"1,2024-03-05,P{n},1,{n}\n" for n in range(1, 1502))
    path.write_text("nota,tanggal,kode,qty,total\n" + lines)
    report = past_sales.run(path, past_sales.reading())
    assert (report.orders, report.lines, report.total) == (1, 1501, 1501 * 1502 // 2)
    counted = database.execute_sql("SELECT COUNT(*), SUM(net) FROM order_line").fetchone()
    assert (counted[0], int(counted[1])) == (1501, report.total)


def test_products_are_found_by_sku_barcode_or_name(shop: Shop, tmp_path: Path) -> None:
    rice = a_product("Beras Pandan", 12_500, sku="A1", barcodes=["8991002101418"])
    path = tmp_path / "sales.csv"
    path.write_text(
        "nota,tanggal,kode,qty,total\n1,2024-03-05,A1,1,100\n2,2024-03-05,8991002101418,1,100\n"
    )
    assert past_sales.run(path, past_sales.reading()).products == 0
    path.write_text("nota,tanggal,nama barang,qty,total\n3,2024-03-05,BERAS pandan,1,100\n")
    assert past_sales.run(path, past_sales.reading()).products == 0
    sold = database.execute_sql("SELECT DISTINCT product FROM order_line").fetchall()
    assert [row[0] for row in sold] == [rice.id]


def test_an_order_that_grew_in_the_source_is_told(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("nota,tanggal,kode,qty,total\n1,2024-03-05,A1,1,100\n")
    past_sales.run(path, past_sales.reading())
    path.write_text("nota,tanggal,kode,qty,total\n1,2024-03-05,A1,1,100\n1,2024-03-05,B,1,50\n")
    report = past_sales.run(path, past_sales.reading())
    assert (report.orders, report.there) == (0, 1)
    assert [(p.row, p.reason, p.total) for p in report.problems] == [(2, "there", 150)]


def test_what_was_understood_can_be_said_back(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(SHAPES["rupiah"])  # type: ignore[arg-type]
    seen = past_sales.preview(path, past_sales.reading())
    assert seen.words == (
        "order=No. Nota", "at=Tanggal", "time=Jam", "quantity=Jumlah", "price=Harga Satuan",
        "total=Total Harga", "product=Kode Barang", "name=Nama Barang", "dates=dmy", "decimal=,",
        "factor=1",
    )  # fmt: skip
    assert past_sales.preview(path, past_sales.reading(*seen.words)) == seen


def test_columns_without_headings_are_said_by_their_number(tmp_path: Path) -> None:
    content = "7,2024-03-05,A,100\n7,2024-03-05,B,200\n"
    with pytest.raises(ColumnsUnclear):
        told(tmp_path, content)
    columns = {"order": "1", "at": "2", "product": "3", "total": "4"}
    file = told(tmp_path, content, columns=columns)
    assert sales(file) == [("7", "2024-03-05 12:00", [("A", 1000, 100), ("B", 1000, 200)])]


@pytest.mark.parametrize(
    "content",
    ["a,b,c\n1,2,3\n", "nota,tanggal,kode\n1,2024-03-05,A\n", "kode,nama,harga\nA,Beras,12500\n"],
)
def test_a_file_that_is_no_sales_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises((ColumnsUnclear, SalesUnclear)):
        told(tmp_path, content)


@pytest.mark.parametrize("how", [{"dates": "ymd"}, {"decimal": ";"}, {"columns": {"who": "a"}}])
def test_words_that_mean_nothing_are_refused(tmp_path: Path, how: dict[str, object]) -> None:
    with pytest.raises(BadChoice):
        told(tmp_path, ENGLISH, **how)


@pytest.mark.parametrize(
    ("texts", "of_money", "mark"),
    [
        (["1.234,5", "7"], True, ","), (["1,234.50"], True, "."), (["12.500", "500"], True, ","),
        (["12,500"], True, "."), (["1.250", "0.500"], False, "."), (["1.500", "2.000"], False, "."),
        (["1.200", "7"], False, ","), (["0,5"], False, ","), (["1'234.5"], True, "."),
        (["1.234.567"], True, ","), ([], True, "."), (["3", "4"], True, "."),
    ],
)  # fmt: skip
def test_the_mark_before_decimals_is_the_columns(
    texts: list[str], of_money: bool, mark: str
) -> None:
    assert decimal_mark(texts, of_money=of_money) == mark


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("Rp 12.500,-", ",", "12500"), ("(1.234)", ",", "-1234"), ("12-", ".", "-12"),
        ("\u2212 5", ".", "-5"), ("$1,234.50", ".", "1234.50"), ("1 234,5", ",", "1234.5"),
        ("1.2E+05", ".", "120000"), (".5", ".", "0.5"), ("1,23,456.7", ".", "123456.7"),
        ("007", ".", "7"), ("IDR 5", ",", "5"),
    ],
)  # fmt: skip
def test_numbers_are_read(text: str, mark: str, expected: str) -> None:
    assert number(text, mark) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "x", "1.2.3", "12x", "1,2,3", "nan", "inf", "½"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    with pytest.raises(NoNumber):
        number(text, ".")


@pytest.mark.parametrize(
    "text", ["", "someday", "2024-02-30", "31/31/2024", "5", "12:30", "2024-03-05 25:00", "13 x 24"]
)
def test_what_is_no_moment_is_not_guessed(text: str) -> None:
    with pytest.raises(NoMoment):
        moment(text, "dmy")


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/03/2024", "25/03/2024"], "dmy"),
        (["03/05/2024", "03/25/2024"], "mdy"),
        # None above twelve: the days follow each other in one order only.
        (["03/01/2024", "03/02/2024", "03/03/2024", "03/04/2024"], "mdy"),
        (["01/03/2024", "02/03/2024", "03/03/2024", "04/03/2024"], "dmy"),
        (["12/03/2026", "11/04/2026"], "dmy"),  # nothing was sold in December yet
        (["2026-01-05"], "dmy"),  # written in no such order at all
        (["01/03/2024", "02/04/2024"], ""),
        (["05/03/2024", "25/03/2024", "03/25/2024"], ""),
    ],
)
def test_the_order_of_a_day_is_the_columns_or_asked(texts: list[str], order: str) -> None:
    found, is_sure = day_order(texts, date(2026, 11, 30))
    assert (found if is_sure else "") == order


def test_excel_is_read_too(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in csv.reader(io.StringIO(ENGLISH)):
        book.active.append([_typed(cell) for cell in row])
    path = tmp_path / "sales.xlsx"
    book.save(path)
    assert sales(read(path, Reading({}, 0, ZONE))) == EXPECTED


@pytest.mark.parametrize("mark", ["", ","])
def test_a_number_of_a_workbook_is_not_read_by_the_mark_of_the_texts(
    tmp_path: Path, mark: str
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["nota", "tanggal", "produk", "qty", "harga"])
    for at, (count, price) in enumerate([("2,5", "1.200"), (25.75, 1000.25), (2.125, "800,5")]):
        book.active.append([str(at), "2026-03-02 10:00", "Gula", count, price])
    path = tmp_path / "sales.xlsx"
    book.save(path)
    found = read(path, Reading({}, 1, ZONE, decimal=mark))
    counts = [line.quantity for order in found.orders for line in order.lines]
    assert (counts, found.problems[0].reason) == ([2_500, 25_750, 2_125], "rounded")


def _typed(cell: str) -> object:
    from datetime import datetime

    for kind in (int, float, datetime.fromisoformat):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell


@pytest.mark.long
def test_half_a_million_lines(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("nota,tanggal,kode,qty,harga\n")
        for n in range(500_000):
            day = date(2023, 1, 1).toordinal() + n // 1400
            at = f"{date.fromordinal(day)} 10:00"
            file.write(f"{n // 12},{at},P{n * 7 % 5000},{n % 5 + 1},{n % 97}\n")
    how = past_sales.reading("factor=1")
    report = past_sales.run(path, how)
    assert report.lines + len(report.problems) == 500_000 > spreadsheets.ROWS_LIMIT
    assert report.total == sum((n % 5 + 1) * (n % 97) for n in range(500_000))
    assert past_sales.preview(path, how).orders == 0
