"""Price lists as other programs and tired people write them: nothing is lost, nothing is guessed
in silence, and no file brings the program down."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.catalogue import catalogue, catalogue_listing, stock
from models.catalogue_import.catalogue_import import Preview, preview, run, save_rows
from models.catalogue_import.cells import several_codes
from models.catalogue_import.columns import understood
from models.catalogue_import.own_format import joined, package, parted, plain
from models.errors import ImportStopped, UnreadableFile
from models.export import export_rows
from models.export.export import COMMAS, Sheet, write_csv
from models.formats.formulas import harmless, restored
from models.shop.opening import Shop
from models.shop.undo import undo
from models.storage import tables as t
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, pcs, product_with_code

pytestmark = postgres_in_the_long_run


def a_file(folder: Path, content: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def a_workbook(folder: Path, *rows: list[Any], change: Callable[[Any], object] = str) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def facts(seen: Preview) -> list[tuple[str, list[str]]]:
    return [(row.result, [remark.code for remark in row.remarks]) for row in seen.rows]


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        preview(path)
    return refused.value.reason


# --- heads of columns ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (
            "Nama Produk*,Kategori,SKU,Barcode,Harga Jual*,Harga Modal,Kelola Stok,Stok Awal",
            {"price": "Harga Jual*", "cost": "Harga Modal", "stock": "Stok Awal"},
        ),
        (
            ("Item Name (Do Not Edit),Category,Brand Name,SKU,Basic - Price,Basic - Inventory,"
             "Stock Alert,Cost,Barcode"),
            {"price": "Basic - Price", "stock": "Basic - Inventory", "reorder_at": "Stock Alert"},
        ),
        (
            ("Product Name,Product Type,SKU,Buying Price,Selling Price,Stock Quantity,"
             "Unit Of Measurement,Is Active"),
            {"category": "Product Type", "unit": "Unit Of Measurement", "active": "Is Active",
             "stock": "Stock Quantity"},
        ),
        (
            "No. Barang,Nama Barang,Jenis Barang,Satuan,Harga Jual Satuan #1,Kuantitas",
            {"sku": "No. Barang", "price": "Harga Jual Satuan #1", "stock": "Kuantitas"},
        ),
        (
            "name,sku,uom,buying_price,sell_price_pos,stock_qty,low_stock_alert",
            {"price": "sell_price_pos", "stock": "stock_qty", "reorder_at": "low_stock_alert"},
        ),
        ("Kode,Nama Barang,Beli,Jual,Stok", {"cost": "Beli", "price": "Jual"}),
    ],
)  # fmt: skip
def test_heads_of_tills_used_in_indonesia_are_known(heads: str, wanted: dict[str, str]) -> None:
    _, mapping = understood(heads.split(","))
    assert {field: mapping.get(field) for field in wanted} == wanted


def test_an_export_of_woocommerce_is_understood(shop: Shop, folder: Path) -> None:
    path = a_file(
        folder,
        'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,Stock,Sale price,Regular price,'
        "Categories\n"
        "11,simple,W1,8991002101630,Madu,1,15,45000,50000,Makanan > Madu\n"
        "14,variation,W2,,Baju - L,-1,4,,99000,\n",
    )
    seen = preview(path)
    assert seen.format == "woocommerce"
    assert [row.fields["price"] for row in seen.rows] == [50_000, 99_000]
    assert [row.fields["active"] for row in seen.rows] == [True, False]


def test_codes_that_nobody_filled_in_leave_the_names(shop: Shop, folder: Path) -> None:
    path = a_file(folder, "SKU,Barcode,Nama,Harga\n-,,Nasi,25000\n,,Mi,18000\n,,TOTAL,43000\n")
    assert facts(preview(path)) == [("new", []), ("new", []), ("rejected", ["total_row"])]
    assert run(path).value.created == 2
    assert run(path).value.created == 0


def test_a_file_without_a_price_says_which_column_is_missing(shop: Shop, folder: Path) -> None:
    path = a_file(folder, "Kode,Nama Barang,Nilai\nA,Teh,5000\n")
    assert facts(preview(path)) == [("rejected", ["price_column_missing"])]


# --- cells -----------------------------------------------------------------------------------


def test_several_barcodes_in_a_cell_are_all_taken(shop: Shop, folder: Path) -> None:
    path = a_file(
        folder,
        'Kode,Barcode,Nama,Harga\nA,"8991002101630, 8991002101647",Teh,5000\n'
        "B,8991002101654 / 8991002101661,Kopi,5000\nC,899 1002 101 739,Gula,5000\n",
    )
    entry = run(path)
    for code, sku in (("8991002101647", "A"), ("8991002101661", "B"), ("8991002101739", "C")):
        assert product_with_code(code).sku == sku
    assert run(path).sequence is None
    undo(entry.sequence or 0)
    assert t.Barcode.select().count() == 0


@pytest.mark.parametrize("cell", ["ABC/123", "899 1002 101 739", "12345", "899-1002-101-746", ""])
def test_a_single_code_is_left_alone(cell: str) -> None:
    assert several_codes(cell) == [cell]


def test_a_count_that_is_no_number_does_not_cost_the_product(shop: Shop, folder: Path) -> None:
    path = a_file(folder, "Kode,Nama,Harga,Stok\nA,Teh,5000,habis\nB,Kopi,5000,-\nC,Mi,5000,3\n")
    assert facts(preview(path)) == [("check", ["stock_unread"]), ("new", []), ("new", [])]
    assert run(path).value.created == 3
    assert product_with_code("A").on_hand is None


def test_codes_that_excel_made_days_of_are_told(shop: Shop, folder: Path) -> None:
    path = a_workbook(folder, ["Kode", "Nama", "Harga"], [datetime(2026, 3, 12), "Baut", 500])
    assert facts(preview(path)) == [("rejected", ["code_dated"])]
    path = a_file(folder, "Kode,Nama,Harga\n12-Mar,Baut,500\n3-12,Mur,500\n")
    assert facts(preview(path)) == [("check", ["code_like_date"]), ("new", [])]


def test_numbers_of_a_workbook_have_their_point_whatever_people_type(
    shop: Shop, folder: Path
) -> None:
    path = a_workbook(
        folder, ["Kode", "Nama", "Harga"], ["A", "Teh", 12_500.5], ["B", "Mi", "5.000"]
    )
    assert facts(preview(path))[1] == ("rejected", ["ambiguous_number"])
    chosen = preview(path, decimal=",")
    assert [row.fields["price"] for row in chosen.rows] == [12_501, 5_000]


def test_a_control_character_is_taken_out_of_its_cell(shop: Shop, folder: Path) -> None:
    path = a_file(folder, "Kode,Nama,Harga\nA,Teh\x00 Botol\x07,5000\n\x1a")
    run(path)
    assert product_with_code("A").name == "Teh Botol"


# --- the file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj", "not_table"),
        (b"<html><table><tr><td>Kode</td></tr></table></html>", "not_table"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "not_table"),
        (b'[{"sku":"A","name":"Teh"}]', "not_table"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_other_documents_are_refused_by_what_they_are(
    shop: Shop, folder: Path, content: bytes, reason: str
) -> None:
    assert refusal(a_file(folder, content)) == reason


def with_sheet(folder: Path, sheet: bytes) -> Path:
    """A workbook whose first sheet is these bytes."""
    good = a_workbook(folder, ["Kode", "Nama", "Harga"]).read_bytes()
    source, bad = zipfile.ZipFile(io.BytesIO(good)), folder / "bad.xlsx"
    with zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name.endswith("sheet1.xml") else source.read(name))
    return bad


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (SHEET[:60], "not_xlsx"),
        (b"", "not_xlsx"),
        (b"\x00\xff" * 40, "not_xlsx"),
        (LAUGHS + SHEET + b"<row><c><v>&c;</v></c></row></sheetData></worksheet>", "empty"),
        (SHEET + b"<row><c><v>1</v></c></row>" * 2_000_000, "too_large"),
    ],
    ids=["cut", "nothing", "noise", "entities", "bomb"],
)
def test_a_workbook_made_to_hurt_is_refused(
    shop: Shop, folder: Path, sheet: bytes, reason: str
) -> None:
    assert refusal(with_sheet(folder, sheet)) == reason


def test_a_workbook_that_is_cut_off_is_refused(shop: Shop, folder: Path) -> None:
    whole = a_workbook(folder, ["Kode", "Nama", "Harga"], ["A", "Teh", 5000]).read_bytes()
    for part in range(1, 8):
        assert refusal(a_file(folder, whole[: len(whole) * part // 8])) == "not_xlsx"


def test_the_sheet_that_holds_the_products_is_read(shop: Shop, folder: Path) -> None:
    def products_behind(book: Any) -> None:
        sheet = book.create_sheet("Produk")
        sheet.append(["Kode", "Nama Barang", "Harga Jual"])
        sheet.append(["A", "Teh", 5000])

    path = a_workbook(folder, ["Petunjuk"], ["Isi lembar kedua"], change=products_behind)
    assert [row.fields["sku"] for row in preview(path).rows] == ["A"]


def test_a_head_of_two_lines_is_understood(shop: Shop, folder: Path) -> None:
    path = a_workbook(
        folder, ["DAFTAR HARGA"], [], [None, None, "Harga"],
        ["Kode", "Nama Barang", "Beli", "Jual"], ["001", "Teh", 4200, 5000],
        change=lambda book: book.active.merge_cells("A1:D1"),
    )  # fmt: skip
    (row,) = preview(path).rows
    assert (row.fields["sku"], row.fields["cost"], row.fields["price"]) == ("001", 4_200, 5_000)


def test_a_quote_that_nobody_closes_swallows_nothing(shop: Shop, folder: Path) -> None:
    path = a_file(folder, 'Kode,Nama,Harga\nA,"Teh,5000\nB,Kopi,2500\nC,Gula,1000\n')
    assert [row.fields["sku"] for row in preview(path).rows] == ["A", "B", "C"]
    path = a_file(folder, 'Kode,Nama,Harga\nA,Pipa 1/2" PVC,5000\nB,"TV 32"" LED",2500\n')
    assert [row.fields["name"] for row in preview(path).rows] == ['Pipa 1/2" PVC', 'TV 32" LED']


def test_lines_that_are_one_text_in_quotes_are_cut(shop: Shop, folder: Path) -> None:
    path = a_file(folder, '"Kode,Nama,Harga"\n"A,""Teh, manis"",5000"\n"B,Kopi,2500"\n')
    assert [row.fields["name"] for row in preview(path).rows] == ["Teh, manis", "Kopi"]


def test_a_description_of_any_length_does_not_stop_the_file(shop: Shop, folder: Path) -> None:
    path = a_file(folder, f"Kode,Nama,Harga,Isi\nA,Teh,5000,{'x' * 300_000}\n")
    assert facts(preview(path)) == [("new", [])]


def test_reading_a_long_file_can_be_stopped(shop: Shop, folder: Path) -> None:
    path = a_workbook(folder, ["Kode", "Nama", "Harga"], *([f"A{i}", "Teh", 1] for i in range(700)))
    with pytest.raises(ImportStopped):
        preview(path, progress=lambda done, of: of > 0)


def test_a_file_that_changed_since_it_was_shown_is_not_imported(shop: Shop, folder: Path) -> None:
    seen = preview(a_file(folder, "Kode,Nama,Harga\nA,Teh,5000\n"))
    path = a_file(folder, "Kode,Nama,Harga\nA,Teh,1\n")
    with pytest.raises(UnreadableFile) as refused:
        run(path, seen.mapping, sha256=seen.sha256)
    assert refused.value.reason == "changed"
    assert catalogue_listing.listing() == []


# --- our own file ----------------------------------------------------------------------------


def exported(folder: Path) -> Path:
    path = folder / "products.csv"
    write_csv(path, Sheet("products", export_rows.PRODUCT_HEADS, export_rows.products()))
    return path


def everything() -> list[Any]:
    """All products with their codes and other names, without their ids."""
    sheets = [catalogue.sheet(id_) for id_ in catalogue_listing.listing()]
    return sorted(
        (
            tuple(getattr(sheet.product, name) for name in PRODUCT),
            sorted((code.code, code.quantity) for code in sheet.codes),
            sorted(sheet.aliases),
        )
        for sheet in sheets
    )


PRODUCT = (
    "sku", "name", "category", "brand", "unit", "price", "cost", "tax_rate", "stock_policy",
    "reorder_at", "favourite", "active", "on_hand",
)  # fmt: skip


def test_an_exported_catalogue_comes_back_as_it_was(shop: Shop, folder: Path) -> None:
    tea = a_product(
        "=TEH 'BOTOL' &amp; CO", 5_000, sku="0012", category="-Minuman", brand="@Sosro", unit="kg",
        cost=4_200, tax_rate=1_150, stock_policy="block", reorder_at=pcs(2.5), favourite=3,
        on_hand=pcs(7.125), barcodes=["8991002101630"],
    )  # fmt: skip
    catalogue.add_barcode(tea.id, "89910021;01*647", pcs(12))
    catalogue.add_alias(tea.id, "teh; manis")
    catalogue.add_alias(tea.id, "'teh")
    gone = a_product("Lama", 0, sku="'=1+1")
    catalogue.change_product(gone.id, active=False)
    stock.adjust(gone.id, 0)
    stock.move(gone.id, -pcs(3), "sold")
    before, path = everything(), exported(folder)
    assert preview(path).to_write == 0
    forget_everything()
    report = run(path).value
    assert (report.created, report.problems) == (2, ())
    assert everything() == before
    assert run(path).sequence is None


def test_a_catalogue_that_an_indonesian_spreadsheet_saved_again_comes_back(
    shop: Shop, folder: Path
) -> None:
    a_product(
        "Beras; pandan", 12_500, unit="kg", tax_rate=1_150, reorder_at=pcs(2.5),
        on_hand=pcs(7.125), favourite=3,
    )  # fmt: skip
    before, path = everything(), folder / "products.csv"
    sheet = Sheet("products", export_rows.PRODUCT_HEADS, export_rows.products())
    write_csv(path, sheet, marks=COMMAS)
    assert "7,125" in path.read_text("utf-8-sig")
    forget_everything()
    assert run(path).value.problems == ()
    assert everything() == before


def forget_everything() -> None:
    for table in (t.Alias, t.Barcode, t.PriceChange, t.StockMovement, t.Stock, t.Product):
        table.delete().execute()


ANY_TEXT = some.text(
    some.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)


@given(text=ANY_TEXT, signs=some.text("=+-@'\"*;\\ ", max_size=4))
def test_whatever_is_made_harmless_comes_back(text: str, signs: str) -> None:
    assert restored(harmless(signs + text)) == signs + text
    assert harmless(signs + text)[0] not in "=+-@"


@given(codes=some.lists(some.tuples(ANY_TEXT, some.integers(1, 10**9)), max_size=4))
def test_codes_in_one_cell_come_back(codes: list[tuple[str, int]]) -> None:
    cell = "; ".join(package(code, inside) for code, inside in codes)
    assert [plain(parted(part, "*")[0]) for part in parted(cell)] == [code for code, _ in codes]
    names = [code for code, _ in codes]
    assert [plain(part) for part in parted(joined(names))] == names


def test_refused_rows_are_saved_without_a_formula_and_come_back(shop: Shop, folder: Path) -> None:
    path = a_file(folder, "Kode,Nama,Harga\nA,=cmd|'x'!A1,lima\nB,Teh,-5\n")
    seen = preview(path)
    save_rows(folder / "rejected.csv", seen)
    text = (folder / "rejected.csv").read_text("utf-8-sig")
    assert text.splitlines()[1:] == ["A,'=cmd|'x'!A1,lima", "B,Teh,-5"]
    again = preview(folder / "rejected.csv")
    assert [row.fields["name"] for row in again.rows] == ["=cmd|'x'!A1", "Teh"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=some.binary(max_size=400) | some.text(max_size=300).map(str.encode))
def test_whatever_the_bytes_are_there_is_a_preview_or_a_reason(
    shop: Shop, folder: Path, content: bytes
) -> None:
    path = a_file(folder, b"kode,nama,harga\n" + content)
    with suppress(UnreadableFile):
        assert len(preview(path).rows) <= content.count(b"\n") + content.count(b"\r") + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        ("KodeBarang,NamaBarang,Harga,Stok", "sku,name,price,stock"),
        (
            "kodeBarang,namaBarang,hargaJual,hargaBeli,stokMinimal",
            "sku,name,price,cost,reorder_at",
        ),
        ("SKUProduk,namaProduk,HargaJualSatuan,UoM", "sku,name,price,unit"),
    ],
)
def test_heads_written_in_one_word_are_understood(heads: str, fields: str) -> None:
    found = dict(zip(fields.split(","), heads.split(","), strict=True))
    assert understood(heads.split(","))[1] == found


@pytest.mark.parametrize("content", ["Harga\n15000\n", "Kode,Harga\n,15000\n"])
def test_a_file_without_a_name_or_a_code_says_so(shop: Shop, folder: Path, content: str) -> None:
    path = folder / "prices.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        preview(path)
    assert caught.value.reason == "no_name_column"
