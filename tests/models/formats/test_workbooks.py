"""Which sheet of a workbook is read, and that none of several alike is left out in silence."""

from pathlib import Path

import pytest

from models.errors import UnreadableFile
from models.formats import spreadsheets
from models.past_sales.headings import known

HEADS: list[object] = ["No Nota", "Tanggal", "Barang", "Qty", "Harga"]
SALE: list[object] = ["1", "2026-01-05", "Roti", 2, 10000]


def a_workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "sales.xlsx")
    return folder / "sales.xlsx"


def test_of_sheets_with_the_same_columns_none_is_left_out_in_silence(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, Januari=[HEADS, SALE], Februari=[["Februari"], HEADS, SALE])
    with pytest.raises(UnreadableFile) as refused:
        spreadsheets.opened(path, known)
    assert refused.value.reason == "alike_sheets"


def test_beside_the_sheet_with_sales_others_may_be_there(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path, Ringkasan=[["Tanggal", "Total"], ["2026-01-05", 20000]], Data=[HEADS, SALE],
        Kosong=[HEADS],
    )  # fmt: skip
    assert spreadsheets.opened(path, known).sheet == "Data"
