"""The shop's data as files that other programs read: CSV, spreadsheets, JSON Lines.

Nothing in a file is a formula, whatever people typed; money is whole rupiah, quantities are in
pieces; files can be read by their owner only and appear whole or not at all.
"""

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from models import session
from models.export import export_rows
from models.formats.formulas import harmless
from models.journal import rights
from models.settings import preferences
from models.storage import own_files
from models.storage.database import snapshot, translated_errors

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELL_LIMIT = 32_767  # characters a spreadsheet's cell can hold


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands between the cells of a CSV file, and before the decimals of a number."""

    delimiter: str
    decimal: str


#: Spreadsheets read a CSV file by the language of their computer: English ones, Indonesian ones.
POINTS, COMMAS = Marks(",", "."), Marks(";", ",")


def marks_for(decimal: str) -> Marks:
    """The marks that a spreadsheet expects which writes its decimals behind this one."""
    return COMMAS if decimal == COMMAS.decimal else POINTS


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written: its name, the heads of its columns, and its rows.

    A cell is a text, a number, a date, a datetime of the shop's wall clock, or None.
    """

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Any]]


# --- files for people ------------------------------------------------------------------------


def write_csv(path: Path, sheet: Sheet, *, for_excel: bool = True, marks: Marks = POINTS) -> None:
    """One table. With `for_excel` the file begins with the mark that tells Excel it is UTF-8.

    Raises the `StorageError` that fits when the place cannot be written.
    """
    with _new_file(path, "utf-8-sig" if for_excel else "utf-8") as file:
        _write_rows(file, sheet, marks)


def write_csv_blocks(path: Path, sheets: Sequence[Sheet], *, marks: Marks = POINTS) -> None:
    """Several tables below each other, each under its name, with an empty line between them."""
    with _new_file(path, "utf-8-sig") as file:
        for number, sheet in enumerate(sheets):
            if number:
                file.write("\r\n")
            csv.writer(file, delimiter=marks.delimiter).writerow([guarded(sheet.name)])
            _write_rows(file, sheet, marks)


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """A workbook with one sheet for each table; numbers, dates and texts as what they are."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", sheet.name)[:31] or "1")
        page.freeze_panes = "A2"
        content = [[plain(value) for value in row] for row in sheet.rows]
        for number, head in enumerate(sheet.heads):
            texts = [str(head), *(str(row[number]) for row in content[:200])]
            width = min(60, max(map(len, texts)) + 2)
            page.column_dimensions[get_column_letter(number + 1)].width = width
        for place, row in enumerate([[plain(head) for head in sheet.heads], *content]):
            cells = []
            for value in row:
                cell = WriteOnlyCell(page, value=value)
                if isinstance(value, str):
                    cell.data_type = "s"  # whatever it begins with
                else:
                    cell.number_format = _number_format(value)
                if place == 0:
                    cell.font = Font(bold=True)
                cells.append(cell)
            page.append(cells)
    with _beside(path) as unfinished:
        book.save(unfinished)


def write_document(path: Path, content: bytes) -> None:
    """A finished document, such as a PDF."""
    with _beside(path) as unfinished:
        unfinished.write_bytes(content)


def guarded(value: Any, marks: Marks = POINTS) -> Any:
    """What stands in a cell of a CSV file: a text without what a spreadsheet would take for a
    formula, a number with its decimal mark, dates and moments by ISO 8601."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float):
        return str(value).replace(".", marks.decimal)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return value


def plain(value: Any) -> Any:
    """A text without what a workbook cannot hold."""
    return _ILLEGAL.sub(" ", value)[:_CELL_LIMIT] if isinstance(value, str) else value


# --- the whole shop --------------------------------------------------------------------------


@rights.checked("export")
def export_folder(folder: Path) -> list[Path]:
    """Writes orders.csv (one row for each line), payments.csv, products.csv and orders.jsonl.

    The last also holds the drawers that were counted, each in a line behind the orders. All of the
    same moment. Raises the `StorageError` that fits when the place cannot be written;
    a file that was there before is then untouched.
    """
    with translated_errors():
        own_files.make_folder(folder)
    zone = session.current.zone
    with snapshot():
        currency = preferences.get(preferences.CURRENCY)
        sheets = (
            _product_sheet(),
            Sheet("payments", export_rows.PAYMENT_HEADS, export_rows.payments(zone)),
            Sheet("orders", export_rows.LINE_HEADS, export_rows.lines(zone, currency)),
        )
        for sheet in sheets:
            write_csv(folder / f"{sheet.name}.csv", sheet, for_excel=False)
        with _new_file(folder / "orders.jsonl", "utf-8") as file:
            for told in chain(export_rows.orders(zone, currency), export_rows.drawers()):
                json.dump(told, file, ensure_ascii=False)
                file.write("\n")
    return [*(folder / f"{sheet.name}.csv" for sheet in sheets), folder / "orders.jsonl"]


@rights.checked("export")
def write_products(path: Path, marks: Marks = POINTS) -> Path:
    """The catalogue as a CSV that an import makes the same catalogue of."""
    with snapshot():
        write_csv(path, _product_sheet(), for_excel=True, marks=marks)
    return path


@rights.checked("export")
def write_bot_catalogue(path: Path) -> Path:
    """The catalogue as programs read it that answer customers: nothing of costs or of stock."""
    with snapshot():
        sheet = Sheet("products", export_rows.BOT_HEADS, export_rows.bot_products())
        write_csv(path, sheet, for_excel=False)
    return path


def _product_sheet() -> Sheet:
    return Sheet("products", export_rows.PRODUCT_HEADS, export_rows.products())


# --- writing ---------------------------------------------------------------------------------


def _write_rows(file: TextIO, sheet: Sheet, marks: Marks) -> None:
    writer = csv.writer(file, delimiter=marks.delimiter)
    writer.writerow([guarded(head) for head in sheet.heads])
    for row in sheet.rows:
        writer.writerow([guarded(value, marks) for value in row])


def _number_format(value: Any) -> str:
    """How a workbook shows it, with the marks of whoever opens it."""
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    return "#,##0.0##" if isinstance(value, float) else "#,##0"


@contextmanager
def _new_file(path: Path, encoding: str) -> Iterator[TextIO]:
    with _beside(path) as unfinished, unfinished.open("w", encoding=encoding, newline="") as file:
        yield file


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file of the owner's alone, which takes the place of `path` when it is whole."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with translated_errors():
        os.close(own_files.create(unfinished, os.O_TRUNC))
        try:
            yield unfinished
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
