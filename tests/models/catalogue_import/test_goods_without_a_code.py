"""Loose goods in a price list that has codes: eggs and rice bear none, and are found by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.catalogue import catalogue, catalogue_listing
from models.catalogue.catalogue import Product
from models.catalogue_import.catalogue_import import Preview, preview, run
from models.shop.opening import Shop
from models.shop.undo import undo
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, product_with_code

pytestmark = postgres_in_the_long_run

HEADS = {"barcode": "barcode,nama,harga", "both": "kode,barcode,nama,harga"}
EMPTY = {"barcode": "", "both": ","}


@pytest.fixture
def a_file(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: str, head: str = HEADS["barcode"]) -> Path:
        path = tmp_path / "harga.csv"
        path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
        return path

    return write


def goods() -> list[Product]:
    return [catalogue.product(id_) for id_ in catalogue_listing.listing()]


def told(seen: Preview) -> list[tuple[str, list[str]]]:
    return [(row.result, [remark.code for remark in row.remarks]) for row in seen.rows]


@pytest.mark.parametrize("columns", HEADS)
def test_what_has_no_code_is_found_again_by_its_name(
    shop: Shop, a_file: Callable[..., Path], columns: str
) -> None:
    with_code = "8991002101630" if columns == "barcode" else "B1,8991002101630"
    for price in (28_000, 29_500):
        path = a_file(
            f"{with_code},Indomie,3500",
            f"{EMPTY[columns]},Telur,{price}",
            f"{EMPTY[columns]},Bawang Merah,{price}",
            head=HEADS[columns],
        )
        assert {row.result for row in preview(path).rows} <= {"new", "changed", "same"}
        run(path)
    assert {product.name: product.price for product in goods()} == {
        "Indomie": 3_500,
        "Telur": 29_500,
        "Bawang Merah": 29_500,
    }
    assert told(preview(path)) == [("same", [])] * 3, "a second time it changes nothing"


def test_a_name_that_stands_twice_is_told(shop: Shop, a_file: Callable[..., Path]) -> None:
    seen = preview(a_file("8991002101630,Teh,3500", ",Telur,28000", ",telur,29000", ",TEH,4000"))
    assert told(seen)[1:] == [
        ("new", []), ("rejected", ["name_twice"]), ("rejected", ["name_with_code"]),
    ]  # fmt: skip


def test_a_name_of_several_products_is_told(shop: Shop, a_file: Callable[..., Path]) -> None:
    for sku in ("A1", "A2"):
        a_product("Telur", 28_000, sku=sku)
    gone = a_product("Beras", 13_000)
    catalogue.change_product(gone.id, active=False)
    kept = a_product("Beras", 14_000)
    rows = ",Telur,29000", ",Beras,15000"
    for head, lines in ((HEADS["barcode"], rows), ("nama,harga", [row[1:] for row in rows])):
        seen = preview(a_file("8991002101630,Teh,3500" if head in HEADS.values() else "Teh,3500",
                              *lines, head=head))  # fmt: skip
        assert told(seen)[1:] == [("rejected", ["name_of_several"]), ("changed", [])]
        assert seen.rows[2].product_id == kept.id, "what is out of sale is not meant"


def test_one_product_is_written_by_one_row(shop: Shop, a_file: Callable[..., Path]) -> None:
    a_product("Telur", 28_000, barcodes=["8991002101630"])
    seen = preview(a_file("8991002101630,Telur Ayam,28500", ",Telur,29000"))
    assert told(seen) == [("changed", []), ("rejected", ["name_twice"])]


@pytest.mark.parametrize(
    ("head", "row", "finds"),
    [
        (HEADS["barcode"], "8991002101630,Telur,29000", "8991002101630"),
        ("kode,nama,harga", "TLR,Telur,29000", "TLR"),
        (HEADS["both"], "TLR,8991002101630,Telur,29000", "TLR"),
    ],
)
def test_what_has_got_a_code_since_is_the_same_product(
    shop: Shop, a_file: Callable[..., Path], head: str, row: str, finds: str
) -> None:
    run(a_file("Telur,28000", "Beras,13000", head="nama,harga"))
    (before,) = [x for x in goods() if x.name == "Telur"]
    path = a_file(row, head=head)
    assert told(preview(path)) == [("tidied", ["code_given"])]
    done = run(path)
    found = product_with_code(finds)
    assert (found.id, found.price) == (before.id, 29_000)
    assert len(goods()) == 2
    assert told(preview(path)) == [("same", [])]
    undo(done.sequence)
    assert (catalogue.product(before.id).sku, catalogue.product(before.id).price) == (
        before.sku, 28_000,
    )  # fmt: skip


def test_what_was_known_by_its_barcode_gets_the_code_of_the_shop(
    shop: Shop, a_file: Callable[..., Path]
) -> None:
    run(a_file("8991002101630,Indomie,3500"))
    run(a_file("IND,8991002101630,Indomie,3600", head=HEADS["both"]))
    (only,) = goods()
    assert (only.sku, only.price) == ("IND", 3_600)


@pytest.mark.parametrize("sku", ["A1", "P00001"])
def test_a_code_that_somebody_gave_is_of_another_product(
    shop: Shop, a_file: Callable[..., Path], sku: str
) -> None:
    a_product("Aqua", 3_000, sku=sku)
    rows = ["Q9,Aqua,5000"] + ([f"{sku},Aqua,3000"] if sku == "P00001" else [])
    run(a_file(*rows, head="kode,nama,harga"))
    assert len(goods()) == 2
