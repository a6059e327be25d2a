"""Price lists of other tills as they are: shared codes, taxes, titles above, workbooks."""

import zipfile
from pathlib import Path

import pytest

from models.catalogue_import.catalogue_import import preview, run
from models.errors import UnreadableFile
from models.shop.opening import Shop
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import product_with_code

pytestmark = postgres_in_the_long_run


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    [
        "KodeBarang,NamaBarang,Harga,Stok\nA1,Gula,15000,12\n",
        "kodeBarang;namaBarang;hargaJual;hargaBeli;stokMinimal\nA1;Gula;15000;12000;5\n",
        "kode_barang,nama_barang,harga_jual\nA1,Gula,15000\n",
        "KODE BARANG\tNAMA BARANG\tHARGA JUAL\nA1\tGula\t15000\n",
    ],
)
def test_headings_are_understood_however_their_words_are_joined(
    shop: Shop, tmp_path: Path, content: str
) -> None:
    assert run(written(tmp_path, content)).value.created == 1
    sugar = product_with_code("A1")
    assert (sugar.name, sugar.price) == ("Gula", 15_000)
    if "hargaBeli" in content:
        assert (sugar.cost, sugar.reorder_at) == (12_000, 5_000)


@pytest.mark.parametrize("content", ["Harga\n15000\n", "Harga;Stok\n15000;3\n"])
def test_a_price_alone_is_no_product(shop: Shop, tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        preview(written(tmp_path, content))
    assert refused.value.reason == "no_name_column"


TITLED = "Toko Maju\nDaftar harga\n\nArtikelnr;Bezeichnung;VK\n1001;Zucker;15000\n1002;Salz;5000\n"


def test_columns_that_are_named_are_found_under_titles(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, TITLED)
    mapping = {"sku": "Artikelnr", "name": "Bezeichnung", "price": "VK"}
    assert preview(path, mapping).counts["new"] == 2
    assert run(path, mapping).value.created == 2


def test_headings_that_nobody_knows_are_offered_and_not_the_title(tmp_path: Path) -> None:
    from models.catalogue_import.price_list import columns

    found = columns(written(tmp_path, TITLED))
    assert (found.header, found.first_row) == (
        ("Artikelnr", "Bezeichnung", "VK"), ("1001", "Zucker", "15000"),
    )  # fmt: skip


SHOPIFY = """Handle,Title,Option1 Name,Option1 Value,Option2 Value,Variant SKU,Variant Price,\
Variant Barcode,Status
kaus,Kaus Polos,Ukuran,S,Merah,KAUS,50000,,active
kaus,,,M,Merah,KAUS,52000,,
kaus,,,L,Biru,KAUS,55000,,
topi,Topi,Title,Default Title,,TOPI,20000,,active
"""


def test_variants_that_share_a_code_are_products_of_their_own(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, SHOPIFY)
    seen = preview(path)
    assert (seen.counts["rejected"], seen.to_write) == (0, 4)
    run(path)
    large = product_with_code("KAUS-L-Biru")
    assert (large.name, large.price) == ("Kaus Polos L Biru", 55_000)
    assert product_with_code("TOPI").name == "Topi"
    assert preview(path).to_write == 0  # a second time they are found again


def test_the_same_row_twice_is_still_refused(shop: Shop, tmp_path: Path) -> None:
    twice = SHOPIFY + "kaus,,,L,Biru,KAUS,55000,,\n"
    assert preview(written(tmp_path, twice)).counts["rejected"] == 1


@pytest.mark.parametrize("barcode", ["8.99E+12", "2026-01-05T00:00:00", "9" * 80])
def test_a_bad_barcode_leaves_off_the_barcode_and_not_the_product(
    shop: Shop, tmp_path: Path, barcode: str
) -> None:
    path = written(tmp_path, f"sku,barcode,name,price\nA1,{barcode},Gula,15000\n")
    (row,) = preview(path).rows
    assert (row.result, row.action, row.barcodes) == ("check", "new", ())
    assert row.remarks[0].code == "barcode_unread"
    assert run(path).value.created == 1


@pytest.mark.parametrize(
    ("heading", "cell", "rate"),
    [
        ("PPN", "11%", 1100), ("Pajak (%)", "11", 1100), ("tax_rate", "0.11", 1100),
        ("Tax", "PPN 11%", 1100), ("Customer Taxes", "N", 0), ("PPN", "1650", None),
    ],
)  # fmt: skip
def test_a_tax_is_a_rate_or_is_asked_about(
    shop: Shop, tmp_path: Path, heading: str, cell: str, rate: int | None
) -> None:
    (row,) = preview(written(tmp_path, f"sku,name,price,{heading}\nA1,Gula,15000,{cell}\n")).rows
    assert row.fields.get("tax_rate") == rate
    assert row.result == ("check" if rate is None else "new")


def test_the_tax_of_loyverse_stands_in_its_heading(shop: Shop, tmp_path: Path) -> None:
    heads = 'Handle,SKU,Name,Category,Sold by weight,Option 1 name,Price,Tax - "PPN" (11%)'
    content = f"{heads}\ngula,10001,Gula,,N,,15000,Y\ngaram,10002,Garam,,N,,5000,N\n"
    rows = preview(written(tmp_path, content)).rows
    assert [row.fields["tax_rate"] for row in rows] == [1100, 0]


CELL = (
    '<table:table-cell office:value-type="{kind}"{value}><text:p>{text}</text:p></table:table-cell>'
)
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Harga">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def an_ods(tmp_path: Path, rows: str) -> Path:
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows=rows))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def cells(*values: str | int) -> str:
    made = "".join(
        CELL.format(kind="float", value=f' office:value="{value}"', text=value)
        if isinstance(value, int)
        else CELL.format(kind="string", value="", text=value)
        for value in values
    )
    return f"<table:table-row>{made}</table:table-row>"


EMPTY = '<table:table-row table:number-rows-repeated="{n}"><table:table-cell table:number-columns-\
repeated="16384"/></table:table-row>'


def test_a_file_of_libreoffice_is_read_and_its_rows_are_those_of_the_sheet(
    shop: Shop, tmp_path: Path
) -> None:
    rows = cells("Kode", "Nama", "Harga") + EMPTY.format(n=3) + cells("A1", "Gula", 15000)
    path = an_ods(tmp_path, rows + cells("A2", "", 5000) + EMPTY.format(n=1_048_570))
    seen = preview(path)
    assert [(row.number, row.result) for row in seen.rows] == [(5, "new"), (6, "rejected")]


def test_one_cell_in_the_last_corner_asks_for_no_memory(shop: Shop, tmp_path: Path) -> None:
    far = (
        f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        f"{CELL.format(kind='string', value='', text='x')}</table:table-row>"
    )
    path = an_ods(tmp_path, cells("Kode", "Nama", "Harga") + EMPTY.format(n=1_048_574) + far)
    with pytest.raises(UnreadableFile) as refused:
        preview(path)
    assert refused.value.reason == "too_large"


def test_neither_does_one_in_an_excel_file(shop: Shop, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Kode", "Nama", "Harga"])
    book.active["XFD1048576"] = "x"
    path = tmp_path / "list.xlsx"
    book.save(path)
    with pytest.raises(UnreadableFile) as refused:
        preview(path)
    assert refused.value.reason == "too_large"
