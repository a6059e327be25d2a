"""Other people's price lists: every row is looked at, explained, written once and taken back."""

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.catalogue import catalogue, catalogue_listing, stock
from models.catalogue_import import catalogue_import
from models.catalogue_import.catalogue_import import Preview, preview, run, save_rows
from models.catalogue_import.cells import decimal_mark, read_money
from models.catalogue_import.columns import understood
from models.catalogue_import.matching import PreviewRow
from models.catalogue_import.texts import in_title_case
from models.errors import CannotUndo, ImportStopped, NothingToUndo, UnknownCode, UnreadableFile
from models.journal import journal
from models.orders import orders
from models.shop.opening import Shop
from models.shop.undo import undo
from models.storage.database import database
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, cart_of, pcs, product_with_code

HEAD = "kode,barcode,nama,kategori,satuan,harga_beli,harga_jual,stok"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def a_list(folder: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    """A price list as a file."""
    path = folder / "list.csv"
    path.write_bytes("\n".join([head, *rows, ""]).encode(encoding))
    return path


def codes(row: PreviewRow) -> list[str]:
    return [remark.code for remark in row.remarks]


def results(seen: Preview) -> list[str]:
    return [row.result for row in seen.rows]


# --- a good file ---------------------------------------------------------------------------


def test_a_price_list_becomes_the_catalogue(shop: Shop, folder: Path) -> None:
    path = a_list(folder, "B1,8991002101630,Teh Botol,Minuman,btl,4200,5000,24")
    report = run(path).value
    product = product_with_code("8991002101630")
    assert (report.created, report.updated, report.skipped) == (1, 0, 0)
    assert (product.sku, product.name, product.category, product.unit) == (
        "B1", "Teh Botol", "Minuman", "btl",
    )  # fmt: skip
    assert (product.cost, product.price, product.on_hand) == (4_200, 5_000, pcs(24))


def test_looking_writes_nothing(shop: Shop, folder: Path) -> None:
    preview(a_list(folder, "B1,,Teh,,btl,1,2,3"))
    assert journal.newest() == 0
    assert catalogue_listing.listing() == []


def test_an_import_is_one_entry_and_the_second_time_changes_nothing(
    shop: Shop, folder: Path
) -> None:
    path = a_list(folder, "B1,,Teh,,btl,,5000,", "B2,,Kopi,,bks,,2500,4")
    assert run(path).sequence == journal.newest() == 1
    again = run(path)
    assert (again.value.created, again.value.updated, again.value.skipped) == (0, 0, 2)
    assert again.sequence is None
    assert journal.newest() == 1
    assert journal.verify().intact


def test_a_changed_price_is_shown_before_and_after_and_kept_in_the_history(
    shop: Shop, folder: Path
) -> None:
    run(a_list(folder, "B1,,Aqua,,btl,2000,2400,"))
    path = a_list(folder, "B1,,Aqua,,btl,2000,2500,")
    (row,) = preview(path).rows
    assert (row.result, row.action) == ("changed", "changed")
    assert [(c.field, c.before, c.after) for c in row.changes] == [("price", 2_400, 2_500)]
    assert run(path).value.updated == 1
    (step,) = catalogue.sheet(product_with_code("B1").id).prices
    assert (step.old, step.new) == (2_400, 2_500)


def test_without_a_code_the_barcode_finds_the_product_again(shop: Shop, folder: Path) -> None:
    head = "barcode,nama,harga"
    run(a_list(folder, "89686000146,Mi Telur,4500", head=head))
    run(a_list(folder, "89686000146,Mi Telur,4700", head=head))
    assert len(catalogue_listing.listing()) == 1
    assert product_with_code("89686000146").price == 4_700


def test_a_file_without_any_codes_is_matched_by_name(shop: Shop, folder: Path) -> None:
    for price in (5_000, 5_500):
        report = run(
            a_list(folder, f"Es Batu,{price}", f"Gula Merah,{price}", head="nama,harga")
        ).value
    assert (report.created, report.updated) == (0, 2)
    assert len(catalogue_listing.listing()) == 2


def test_what_a_row_leaves_empty_stays(shop: Shop, folder: Path) -> None:
    a_product("Teh", 5_000, sku="B1", category="Minuman", cost=4_000, on_hand=pcs(3))
    run(a_list(folder, "B1,,Teh,,,,5200,"))
    product = product_with_code("B1")
    assert (product.category, product.cost, product.on_hand) == ("Minuman", 4_000, pcs(3))


def test_a_file_with_codes_and_prices_only_changes_prices(shop: Shop, folder: Path) -> None:
    a_product("Teh", 5_000, sku="B1")
    seen = preview(a_list(folder, "B1,5500", "B2,100", head="kode,harga"))
    assert results(seen) == ["changed", "rejected"]
    assert codes(seen.rows[1]) == ["name_column_missing"]


def test_a_product_in_the_file_is_sold_again(shop: Shop, folder: Path) -> None:
    product = a_product("Teh", 5_000, sku="B1")
    catalogue.change_product(product.id, active=False)
    run(a_list(folder, "B1,,Teh,,,,5000,"))
    assert catalogue.product(product.id).active


def test_stock_that_was_not_counted_reserves_what_is_promised(shop: Shop, folder: Path) -> None:
    product = a_product("Teh", 5_000, sku="B1")
    orders.place(cart_of((product, pcs(2))))
    run(a_list(folder, "B1,,Teh,,,,5000,10"))
    assert stock.level(product.id) == (pcs(10), pcs(2))


def test_where_nearly_all_stocks_are_zero_nobody_counts(shop: Shop, folder: Path) -> None:
    rows = [f"B{i},,Barang {i},,,,1000,0" for i in range(50)]
    seen = preview(a_list(folder, *rows, "B99,,Beras,,,,1000,7"))
    assert not seen.zero_counts
    assert [row.on_hand for row in seen.rows[-2:]] == [None, pcs(7)]


# --- bad rows ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,Total,,,,10500,", "total_row"),
        ("B1,,,,,,10500,", "name_missing"),
        ("B1,,   ,,,,10500,", "name_missing"),
        ("B1,,Sania,,,,,", "price_missing"),
        ("B1,,Sania,,,,185OO,", "letter_in_number"),
        ("B1,,Sania,,,,12rb,", "not_a_number"),
        ("B1,,Sania,,,,-5,", "negative"),
        ("B1,,Sania,,,,(500),", "negative"),
        ("B1,,Sania,,,,1000000000001,", "too_large"),
        ("B1,,Sania,,,abc,18500,", "not_a_number"),
        ("B1,,Sania,,,,18500,99999999999", "too_large"),
        ("8.99E+12,,Sania,,,,18500,", "code_rounded"),
        (f"B1,,{'x' * 201},,,,18500,", "too_long"),
        (f"B1,,{'x' * 100_000},,,,18500,", "too_long"),
        (f"{'9' * 65},,Sania,,,,18500,", "too_long"),
        ("B1,,Sania, Minyak,,,,18500,3", "too_many_cells"),
    ],
)
def test_a_row_that_cannot_be_is_rejected_with_its_reason(
    shop: Shop, folder: Path, row: str, reason: str
) -> None:
    seen = preview(a_list(folder, row, "B2,,Beras,,,,64000,"))
    assert results(seen) == ["rejected", "new"]
    assert codes(seen.rows[0]) == [reason]
    assert run(folder / "list.csv").value.created == 1


def test_of_two_rows_with_one_code_the_first_wins_and_the_second_names_it(
    shop: Shop, folder: Path
) -> None:
    seen = preview(a_list(folder, "B1,,Beras 88,,,,64000,", "B1,,Beras 99,,,,70000,"))
    assert results(seen) == ["new", "rejected"]
    assert seen.rows[1].remarks[0].values == {"code": "B1", "row": 2}


def test_a_rejected_row_does_not_take_the_code_of_a_good_one(shop: Shop, folder: Path) -> None:
    seen = preview(a_list(folder, "B1,,Beras,,,,x,", "B1,,Beras,,,,64000,"))
    assert results(seen) == ["rejected", "new"]


def test_a_doubled_barcode_is_dropped_and_said(shop: Shop, folder: Path) -> None:
    path = a_list(folder, "B1,95508788,Marlboro,,,,9000,", "B2,95508788,Marlboro Box,,,,9500,")
    seen = preview(path)
    assert results(seen) == ["new", "check"]
    assert codes(seen.rows[1]) == ["barcode_twice"]
    run(path)
    assert product_with_code("95508788").sku == "B1"
    assert catalogue.sheet(product_with_code("B2").id).codes == ()


def test_a_barcode_with_a_zero_in_front_is_the_same_barcode(shop: Shop, folder: Path) -> None:
    seen = preview(
        a_list(folder, "B1,012345678905,Cola,,,,9000,", "B2,0012345678905,Cola,,,,9000,")
    )
    assert codes(seen.rows[1]) == ["barcode_twice"]


def test_a_barcode_of_another_product_is_not_taken_away_from_it(shop: Shop, folder: Path) -> None:
    owner = a_product("Teh Kotak", 5_000, barcodes=["8991002101630"])
    path = a_list(folder, "B1,8991002101630,Teh Palsu,,,,4000,")
    (row,) = preview(path).rows
    assert (row.result, codes(row)) == ("check", ["barcode_taken"])
    run(path)
    assert product_with_code("8991002101630").id == owner.id


def test_a_code_that_is_somebodys_barcode_is_rejected(shop: Shop, folder: Path) -> None:
    a_product("Teh Kotak", 5_000, barcodes=["8991002101630"])
    seen = preview(a_list(folder, "8991002101630,,Teh Palsu,,,,4000,"))
    assert codes(seen.rows[0]) == ["code_taken"]


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("B1,,Beng-Beng,,,1287,1200,", "below_cost"),
        ("B1,,aaaaaaa,,,2,200000,", "far_above_cost"),
        ("B1,,Kantong,,,,0,", "price_zero"),
        ("B1,,Gula,,,,17600,-4", "stock_negative"),
        ("B1,,Gula,,btl,,17600,1.5", "in_parts"),
    ],
)
def test_what_is_possible_but_odd_is_imported_and_pointed_out(
    shop: Shop, folder: Path, row: str, doubt: str
) -> None:
    (seen,) = preview(a_list(folder, row)).rows
    assert (seen.result, seen.action, codes(seen)) == ("check", "new", [doubt])


# --- dirt ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "remark", "name", "barcode"),
    [
        ("B1,,OREO CRÃˆME,,,,3000,", "misread", "OREO CRÈME", ""),
        ("B1,,Lay&acute;s,,,,3000,", "unescaped", "Lay´s", ""),
        ("B1,,Tea &amp; Co,,,,3000,", "unescaped", "Tea & Co", ""),
        ("B1,&acute;089686,Mi,,,,3000,", "code_cleaned", "Mi", "089686"),
        ("B1,'8996001440049,Mi,,,,3000,", "code_cleaned", "Mi", "8996001440049"),
        ("B1,8996 0014 40049,Mi,,,,3000,", "code_cleaned", "Mi", "8996001440049"),
        ("B1,8996001440049.0,Mi,,,,3000,", "code_cleaned", "Mi", "8996001440049"),
        ("B1,,Mi\u202eGoreng,,,,3000,", "characters_removed", "MiGoreng", ""),
        ("B1,,Mi\u0007,,,,3000,", "characters_removed", "Mi", ""),
    ],
)
def test_dirt_is_tidied_and_said(
    shop: Shop, folder: Path, row: str, remark: str, name: str, barcode: str
) -> None:
    (seen,) = preview(a_list(folder, row)).rows
    assert (seen.result, codes(seen)) == ("tidied", [remark])
    assert (seen.fields["name"], seen.barcode) == (name, barcode)


def test_leading_zeros_stay(shop: Shop, folder: Path) -> None:
    run(a_list(folder, "007,000123,Teh,,,,5000,"))
    assert product_with_code("000123").sku == "007"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_files_of_any_program_are_read(
    shop: Shop, folder: Path, encoding: str, delimiter: str
) -> None:
    row = "B1|8991002101630|Crème 1 L|Susu|ktk|4000|5000|3".replace("|", delimiter)
    head = HEAD.replace(",", delimiter)
    seen = preview(a_list(folder, row, head=head, encoding=encoding))
    assert seen.delimiter == delimiter
    assert [row.fields["name"] for row in seen.rows] == ["Crème 1 L"]


def test_an_entity_in_a_file_with_semicolons_does_not_end_the_cell(
    shop: Shop, folder: Path
) -> None:
    path = a_list(folder, "B1;&acute;0896;Mi;3000", head="kode;barcode;nama;harga")
    (row,) = preview(path).rows
    assert (row.barcode, row.fields["name"]) == ("0896", "Mi")


def test_titles_above_the_head_are_passed_over(shop: Shop, folder: Path) -> None:
    path = folder / "list.csv"
    path.write_text("DAFTAR HARGA TOKO,,\n,,\nkode,nama,harga\nB1,Teh,5000\n")
    assert [(row.number, row.result) for row in preview(path).rows] == [(4, "new")]


def test_the_row_of_a_fault_is_the_one_that_excel_shows(shop: Shop, folder: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Catatan"
    sheet = book.create_sheet("Harga 2026")
    sheet["A4"] = "DAFTAR HARGA"
    for row, cells in ((6, ("Kode", "Nama", "Harga")), (9, ("B1", "Teh", 5000)), (12, ("B2",))):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value)
    book.save(folder / "list.xlsx")
    seen = preview(folder / "list.xlsx")
    assert seen.sheet == "Harga 2026"
    assert [(row.number, row.result) for row in seen.rows] == [(9, "new"), (12, "rejected")]
    report = run(folder / "list.xlsx").value
    assert (report.sheet, [row.number for row in report.problems]) == ("Harga 2026", [12])


def test_a_new_barcode_whose_check_digit_is_none_is_told_and_imported(
    shop: Shop, folder: Path
) -> None:
    path = folder / "list.csv"
    lines = ["kode,barcode,nama,harga", "B1,8991002101631,Teh,5000", "B2,8991002101630,Kopi,5000"]
    lines += ["B3,12345678,Mi,5000", "B4,123456789011,Susu,5000", "B5,1234567,Kue,5000"]
    path.write_text("\n".join(lines))
    seen = preview(path).rows
    told = [row.number for row in seen if codes(row) == ["barcode_broken"]]
    assert told == [2, 4, 5]
    assert {row.result for row in seen} == {"new"}, "shops print labels of their own"
    assert run(path).value.created == 5
    assert [row.result for row in preview(path).rows] == ["same"] * 5


def test_a_fraction_that_is_most_of_a_price_is_asked_about(shop: Shop, folder: Path) -> None:
    """3.75 beside 12.500 is seldom four rupiah."""
    path = folder / "list.csv"
    path.write_text("nama,harga\nTeh,3.75\nKopi,12.500\nGula,17250.40\n")
    told = [(row.result, codes(row)) for row in preview(path).rows]
    assert told == [
        ("check", ["rounded"]), ("rejected", ["ambiguous_number"]), ("tidied", ["rounded"]),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["", ",", "."])
def test_a_cell_that_is_a_number_is_not_read_by_the_mark_of_the_texts(
    shop: Shop, folder: Path, mark: str
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ["Kode", "Nama", "Harga", "Modal", "Stok", "Satuan"],
        ["B1", "Teh", "1.234,50" if mark != "." else "1,234.50", 25.5, 2.125, "kg"],
        ["B2", "Kopi", 1234.567, 1000, 25.5, "kg"],
    ):
        book.active.append(row)
    book.save(folder / "list.xlsx")
    tea, coffee = preview(folder / "list.xlsx", decimal=mark).rows
    assert (tea.fields["price"], tea.fields["cost"], tea.on_hand) == (1_235, 26, 2_125)
    assert (coffee.fields["price"], coffee.on_hand) == (1_235, 25_500)


def test_an_excel_file_is_read_like_a_csv(shop: Shop, folder: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (
        ["Kode", "Barcode", "Nama", "Harga", "Stok", "Satuan"],
        ["B1", 8991002101630, "Teh Botol", 5000, 1.125, "kg"],
        ["B2", "0012", "Kopi", 2500.0, None, "pcs"],
    ):
        book.active.append(row)
    book.save(folder / "list.xlsx")
    run(folder / "list.xlsx")
    tea = product_with_code("8991002101630")
    assert (tea.price, tea.on_hand) == (5_000, 1_125)
    assert product_with_code("0012").price == 2_500


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"kode,nama,harga\n", "empty"),
        (b"SQLite format 3\x00\x10\x00\x01\x01\x00", "not_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_text"),
        (b"PK\x03\x04nothing of a zip", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Excel file", "not_xlsx"),
        (b"warna,ukuran\nmerah,L\n", "no_columns"),
        (b"just a letter to somebody\nwith two lines\n", "no_columns"),
    ],
)
def test_a_file_that_is_no_price_list_is_refused_with_the_reason(
    shop: Shop, folder: Path, content: bytes, reason: str
) -> None:
    path = folder / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        preview(path)
    assert refused.value.reason == reason


def test_a_file_that_is_gone_is_refused(shop: Shop, folder: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        preview(folder / "nowhere.csv")
    assert refused.value.reason == "missing"


# --- numbers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("12500", 12_500),
        ("12.500", 12_500),
        ("12,500", 12_500),
        ("1.234.567", 1_234_567),
        ("1.234,50", 1_235),
        ("1234.50", 1_235),
        ("12,500.00", 12_500),
        ("Rp 12.500,-", 12_500),
        ("Rp12.500", 12_500),
        ("IDR 12500", 12_500),
        ("12 500", 12_500),
    ],
)
def test_prices_are_read_as_people_write_them(text: str, rupiah: int) -> None:
    assert read_money("price", text, "", sure=False)[0] == rupiah


def test_a_file_with_decimals_and_a_riddle_asks(shop: Shop, folder: Path) -> None:
    path = a_list(folder, "B1,Teh,3.50", "B2,Kopi,12.500", head="kode,nama,harga")
    assert codes(preview(path).rows[1]) == ["ambiguous_number"]
    answered = preview(path, decimal=".").rows[1]
    assert (answered.result, answered.fields["price"]) == ("check", 13)
    assert preview(path, decimal=",").rows[1].fields["price"] == 12_500


def test_the_mark_before_decimals_is_told_by_the_file() -> None:
    assert decimal_mark(["1.234,50", "12.500"]) == ","
    assert decimal_mark(["3.5", "1200"]) == "."
    assert decimal_mark(["12.500", "7.000"]) == ""
    assert decimal_mark(["3.5", "3,5"]) == ""


@given(some.integers(0, 10**12), some.sampled_from(["", ".", ",", " "]))
def test_whole_sums_are_read_whatever_stands_between_their_thousands(
    amount: int, mark: str
) -> None:
    text = f"{amount:,}".replace(",", mark)
    assert read_money("price", text, "", sure=False) == (amount, None)


@given(some.integers(0, 10**9), some.integers(0, 99), some.sampled_from([".,", ",."]))
def test_decimals_are_rounded_half_up(amount: int, cents: int, marks: str) -> None:
    text = f"{amount:,}".replace(",", marks[0]) + f"{marks[1]}{cents:02d}"
    expected = amount + (cents >= 50)
    assert read_money("price", text, marks[1], sure=True)[0] == expected


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("GARNIER SAKURA NIGHT", "Garnier Sakura Night"),
        ("LYP CAMELEON 5", "LYP Cameleon 5"),
        ("ATTACK SOFTENER 45 g", "Attack Softener 45 g"),
        ("SUNLIGHT REFILL 800ML", "Sunlight Refill 800ml"),
        ("JOHNSON´S BABY", "Johnson´s Baby"),
        ("Teh Botol SOSRO", "Teh Botol SOSRO"),
        ("gula merah", "gula merah"),
    ],
)
def test_shouted_names_are_written_quietly(written: str, wanted: str) -> None:
    assert in_title_case(written) == wanted


# --- other programs' files -----------------------------------------------------------------

LOYVERSE = (
    "Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Cost,"
    "Barcode,SKU of included item,Track stock,Available for sale [Toko],Price [Toko],"
    "In stock [Toko],Low stock [Toko]"
)
SHOPIFY = (
    "Title,URL handle,Description,Vendor,Product category,Type,Status,SKU,Barcode,Option1 name,"
    "Option1 value,Price,Cost per item,Inventory quantity,Product image URL"
)
SHOPIFY_OLD = (
    "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,"
    "Variant Price,Variant Barcode,Cost per item,Image Src,Status"
)
SQUARE = (
    "Token,Item Name,Variation Name,SKU,GTIN,Description,Categories,Price,Default Unit Cost,"
    "Current Quantity Toko Pusat,Stock Alert Count Toko Pusat,Tax - PPN (11%)"
)
ODOO = "External ID,Name,Product Type,Internal Reference,Barcode,Sales Price,Cost,Weight"


@pytest.mark.parametrize(
    ("head", "row", "program", "expected"),
    [
        (
            LOYVERSE, "teh,10001,Teh Botol,Minuman,,N,,,4200.00,899100210163,,Y,Y,5000.00,24,6",
            "loyverse",
            {"sku": "10001", "name": "Teh Botol", "price": 5_000, "cost": 4_200,
             "reorder_at": pcs(6)},
        ),
        (
            SHOPIFY,
            "Teh Botol,teh,,Sosro,,Minuman,Active,T1,8991,Title,Default Title,5000,4200,3,",
            "shopify", {"sku": "T1", "name": "Teh Botol", "brand": "Sosro", "active": True},
        ),
        (
            SHOPIFY_OLD, "teh,Teh Botol,Sosro,Minuman,Size,450 ml,T1,3,5000.00,8991,,,draft",
            "shopify_old", {"sku": "T1", "name": "Teh Botol 450 ml", "active": False},
        ),
        (
            SQUARE,
            "XYZ,Teh Botol,Regular,T1,8991,,Minuman (ABCDEFGHIJKLMNOPQRSTUVWX),5000,4200,7,2,Y",
            "square", {"sku": "T1", "name": "Teh Botol", "category": "Minuman"},
        ),
        (
            ODOO, "__export__.p1,Teh Botol,Goods,T1,8991,5000.0,4200.0,0.0",
            "odoo", {"sku": "T1", "price": 5_000, "cost": 4_200},
        ),
        (
            "id,name,type,default_code,barcode,list_price,standard_price",
            "p1,Teh Botol,product,,,5000.0,0.0",
            "odoo_technical", {"sku": "p1", "name": "Teh Botol"},
        ),
    ],
)  # fmt: skip
def test_exports_of_other_tills_are_understood_by_their_names(
    shop: Shop, folder: Path, head: str, row: str, program: str, expected: dict[str, Any]
) -> None:
    seen = preview(a_list(folder, row, head=head))
    assert seen.format == program
    assert expected.items() <= seen.rows[0].fields.items()
    mixed = ",".join(reversed(head.split(",")))
    turned = preview(a_list(folder, ",".join(reversed(row.split(","))), head=mixed))
    assert turned.rows[0].fields == seen.rows[0].fields


def test_further_pictures_and_variants_of_a_shopify_product(shop: Shop, folder: Path) -> None:
    rows = (
        "kaos,Kaos Polos,,,Ukuran,M,K-M,3,50000,,,a.jpg,active",
        "kaos,,,,,L,K-L,3,55000,,,,",
        "kaos,,,,,,,,,,,b.jpg,",
    )
    seen = preview(a_list(folder, *rows, head=SHOPIFY_OLD))
    assert [row.fields.get("name") for row in seen.rows[:2]] == ["Kaos Polos M", "Kaos Polos L"]
    assert (seen.rows[2].result, codes(seen.rows[2])) == ("same", ["part_of_above"])


def test_a_price_asked_at_the_till_is_pointed_out(shop: Shop, folder: Path) -> None:
    seen = preview(a_list(folder, "jasa,9,Jasa,,,N,,,,,,N,Y,variable,,", head=LOYVERSE))
    assert codes(seen.rows[0]) == ["price_open"]


def test_columns_can_be_given_by_hand(shop: Shop, folder: Path) -> None:
    path = a_list(folder, "B1,Teh,5000", head="a,b,c")
    with pytest.raises(UnreadableFile):
        preview(path)
    seen = preview(path, {"sku": "a", "name": "b", "price": "c"})
    assert seen.rows[0].fields["price"] == 5_000


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Kode Barang", "sku"), ("KODE", "sku"), ("Nama Produk", "name"), ("Harga Jual", "price"),
        ("harga_beli", "cost"), ("HPP", "cost"), ("Satuan", "unit"), ("Merk", "brand"),
        ("Stok Minimum", "reorder_at"), ("Sisa Stok", "stock"), ("EAN-13", "barcode"),
    ],
)  # fmt: skip
def test_heads_are_known_however_they_are_written(head: str, field: str) -> None:
    assert understood([head])[1] == {field: head}


# --- taking back ---------------------------------------------------------------------------


def test_an_import_is_taken_back_in_one_step(shop: Shop, folder: Path) -> None:
    old = a_product("Teh", 5_000, sku="B1", on_hand=pcs(3))
    report = run(a_list(folder, "B1,8991,Teh,Minuman,,,5500,9", "B2,8992,Kopi,,,,2500,1"))
    assert report.sequence is not None
    undo(report.sequence)
    product = catalogue.product(old.id)
    assert (product.price, product.category, product.on_hand) == (5_000, "", pcs(3))
    assert not product_with_code("B2").active
    for code in ("8991", "8992"):
        with pytest.raises(UnknownCode):
            product_with_code(code)
    assert journal.verify().intact


def test_an_import_is_done_again_and_taken_back_again(shop: Shop, folder: Path) -> None:
    old = a_product("Teh", 5_000, sku="B1", on_hand=pcs(3))
    report = run(a_list(folder, "B1,8991,Teh,Minuman,,,5500,9", "B2,8992,Kopi,,,,2500,1"))

    def standing() -> tuple[object, ...]:
        new = product_with_code("B2")
        codes = [sheet.codes for sheet in map(catalogue.sheet, (old.id, new.id))]
        return catalogue.product(old.id), new, codes, catalogue_listing.counts()

    imported = standing()
    assert report.sequence is not None
    back = undo(report.sequence)
    assert (back.value.created, back.value.updated, back.value.skipped) == (1, 1, 0)
    undone = standing()
    for _ in range(2):
        assert back.sequence is not None
        again = undo(back.sequence)
        assert (again.value.created, again.value.updated) == (1, 1)
        assert standing() == imported
        with pytest.raises(CannotUndo):
            undo(back.sequence)
        assert again.sequence is not None
        back = undo(again.sequence)
        assert standing() == undone
    assert journal.verify().intact


def test_what_was_sold_or_changed_since_stays(shop: Shop, folder: Path) -> None:
    a_product("Teh", 5_000, sku="B1")
    report = run(a_list(folder, "B1,,Teh,,,,5500,", "B2,,Kopi,,,,2500,", "B3,,Gula,,,,900,"))
    orders.place(cart_of(product_with_code("B2")))
    catalogue.change_product(product_with_code("B1").id, price=5_700)
    assert report.sequence is not None
    back = undo(report.sequence)
    assert product_with_code("B1").price == 5_700
    assert product_with_code("B2").active
    assert not product_with_code("B3").active
    assert back.value.skipped == 2


def test_a_stock_that_is_counted_back_is_not_said_to_be_left_out(shop: Shop, folder: Path) -> None:
    a_product("Teh", 5_000, sku="B1", on_hand=pcs(3))
    report = run(a_list(folder, "B1,,Teh,,,,5000,9"))
    assert report.sequence is not None
    back = undo(report.sequence)
    assert (back.value.updated, back.value.skipped) == (1, 0)
    assert back.sequence is not None
    assert undo(back.sequence).value.updated == 1
    assert product_with_code("B1").on_hand == pcs(9)


def test_only_the_newest_import_is_taken_back_and_only_once(shop: Shop, folder: Path) -> None:
    first = run(a_list(folder, "B1,,Teh,,,,5000,")).sequence
    second = run(a_list(folder, "B1,,Teh,,,,5500,")).sequence
    assert first
    assert second
    with pytest.raises(CannotUndo):
        undo(first)
    undo(second)
    with pytest.raises(CannotUndo):
        undo(second)
    with pytest.raises(NothingToUndo):
        undo(10**6)


def test_the_right_file_can_be_imported_after_the_wrong_one(shop: Shop, folder: Path) -> None:
    wrong = run(a_list(folder, "8991,,Teh,,,,5000,")).sequence
    assert wrong
    undo(wrong)
    report = run(a_list(folder, "B1,8991,Teh,,,,5000,"))
    assert (report.value.created, report.value.problems) == (1, ())
    assert product_with_code("8991").sku == "B1"


def test_an_import_that_is_stopped_writes_nothing(shop: Shop, folder: Path) -> None:
    rows = [f"B{i},,Barang {i},,,,1000,1" for i in range(1200)]

    def stop_in_the_middle(done: int, of: int) -> bool:
        return done < 600

    with pytest.raises(ImportStopped):
        run(a_list(folder, *rows), progress=stop_in_the_middle)
    assert catalogue_listing.listing() == []
    assert journal.newest() == 0


# --- saving what was refused ---------------------------------------------------------------


def test_rejected_rows_are_saved_as_they_stood(shop: Shop, folder: Path) -> None:
    seen = preview(a_list(folder, "B1,,Teh,,,,5OOO,", "B2,,Kopi,,,,2500,", "B3,,=1+1,,,,-,"))
    assert save_rows(folder / "rejected.csv", seen) == 2
    with (folder / "rejected.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == HEAD.split(",")
    assert rows[1] == ["B1", "", "Teh", "", "", "", "5OOO", ""]
    assert rows[2][2] == "'=1+1"  # no spreadsheet takes it for a formula


# --- anything at all -----------------------------------------------------------------------

_CELL = some.one_of(
    some.text(max_size=12),
    some.sampled_from(["B1", "B2", "8991002101630", "12.500", "185OO", "8.99E+12", "-1", "=1+1"]),
)


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.lists(_CELL, min_size=1, max_size=9), min_size=1, max_size=8))
def test_whatever_the_rows_say_each_is_explained_and_importing_is_idempotent(
    shop_of_any_rows: Shop, somewhere: Path, rows: list[list[str]]
) -> None:
    path = somewhere / "any.csv"
    with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
        out = csv.writer(file)
        out.writerow(HEAD.split(","))
        out.writerows(rows)
    try:
        seen = preview(path)
    except UnreadableFile:
        return
    assert sum(seen.counts.values()) == len(seen.rows)
    assert all(row.remarks for row in seen.rows if row.result in ("rejected", "check", "tidied"))
    with database.atomic() as all_of_it:
        report = catalogue_import.run(path).value
        assert report.created + report.updated == seen.to_write
        assert catalogue_import.run(path).sequence is None
        all_of_it.rollback()


@pytest.fixture
def shop_of_any_rows(shop_file: Path) -> Any:
    from models.shop.opening import open_shop

    with open_shop(str(shop_file)) as opened:
        yield opened


# --- the real thing ------------------------------------------------------------------------


@postgres_in_the_long_run
def test_the_catalogue_of_a_real_minimarket(shop: Shop, shared_data: Path) -> None:
    seen = preview(shared_data / "minimarket_catalogue_id.csv", title_case=True)
    assert len(seen.rows) == 5_134
    assert seen.counts == {
        "new": 5_101, "changed": 0, "tidied": 23, "check": 10, "rejected": 0, "same": 0,
    }  # fmt: skip
    done = run(shared_data / "minimarket_catalogue_id.csv", title_case=True)
    report = done.value
    assert (report.created, report.skipped) == (5_134, 0)
    assert product_with_code("8999909000377").name == "Avolution Slim Original"
    assert product_with_code("089686000146").name == "Mi Telur 3 ayam"
    again = run(shared_data / "minimarket_catalogue_id.csv", title_case=True).value
    assert (again.created, again.updated) == (0, 0)
    assert done.sequence is not None
    undo(done.sequence)
    assert catalogue_listing.counts()["all"] == 0


@postgres_in_the_long_run
def test_a_foreign_catalogue_with_columns_given_by_hand(shop: Shop, shared_data: Path) -> None:
    mapping = {
        "sku": "product_id", "name": "product_type", "category": "department", "brand": "brand",
        "unit": "package_size", "price": "manufacturer_id",
    }  # fmt: skip
    report = run(shared_data / "completejourney_store367_products.csv", mapping).value
    assert report.created == 13_239
    remarks = {problem.remarks[0].code for problem in report.problems}
    assert remarks == {"name_missing", "price_tiny"}  # a maker's number is no price
