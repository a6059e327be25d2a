"""A table in a workbook: Excel's new and old files, and those of LibreOffice.

A workbook is small when packed. What it would need unpacked is looked at before it is read: one
cell in the last corner of a sheet would otherwise ask for more memory than there is.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree

from models.errors import ShopError, UnreadableFile

UNPACKED_LIMIT = 512 * 2**20  # bytes of what a workbook unpacks to
#: Real tables pack to a tenth or a fiftieth; what unpacks to more than this is a trap.
PACKED_LIMIT = 200
CELLS_LIMIT = 24 * 10**6  # of a sheet, from its first to its last, empty ones too
OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # also what Excel writes behind a password
ZIP = b"PK\x03\x04"

_ROW = re.compile(rb'<(?:\w+:)?row[^>]*? r="(\d{1,7})"')
_COLUMN = re.compile(rb' r="([A-Z]{1,3})\d')
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

Known = Callable[[Sequence[str]], int]


class NumberCell(str):
    """A number of a workbook: a point stands before its decimals, whatever mark its texts have."""

    def strip(self, chars: str | None = None, /) -> "NumberCell":
        """Itself, which has nothing around it; a plain text would not be known as a number."""
        return self


class Workbook:
    """The sheet of a workbook that opens first, or the one whose heads are `known` best."""

    def __init__(self, path: Path, content: bytes, known: Known | None) -> None:
        """Reads it. Raises `UnreadableFile`."""
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError

        self.kind = "xlsx"
        try:
            if content.startswith(ZIP):
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    _check_size(path, archive)
                    self.kind = "ods" if "content.xml" in archive.namelist() else "xlsx"
            else:
                self.kind = "xls"
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            sheets = [book.get_sheet_by_name(x.name) for x in book.sheets_metadata if _is_table(x)]
            if not sheets:
                raise UnreadableFile(str(path), "empty")
            self._sheet = _best(sheets, known)
            if known is not None and _has_a_twin(self._sheet, sheets, known):
                raise UnreadableFile(str(path), "alike_sheets")
        except PasswordError as error:
            raise UnreadableFile(str(path), "password") from error
        except ShopError:
            raise
        except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
            raise UnreadableFile(str(path), "not_xlsx") from error
        #: The name of the sheet that was read, where there are several.
        self.sheet = self._sheet.name if len(sheets) > 1 else ""

    def rows(self) -> Iterator[list[str]]:
        """All rows, from the first of the sheet on."""
        return _rows(self._sheet)


def _is_table(about: Any) -> bool:
    from python_calamine import SheetTypeEnum

    return bool(about.typ == SheetTypeEnum.WorkSheet)


def _best(sheets: list[Any], known: Known | None) -> Any:
    if known is None or len(sheets) == 1:
        return sheets[0]

    def worth(sheet: Any) -> int:
        return max((1 + known(row) for row in _first_rows(sheet)), default=0)

    return max(sheets, key=worth)


def _has_a_twin(sheet: Any, sheets: list[Any], known: Known) -> bool:
    """Whether another sheet has the same heads and something under them: a month, a category."""
    if len(sheets) == 1:
        return False
    heads = max(_first_rows(sheet), key=known, default=[])
    if known(heads) < 2:
        return False
    others = (_first_rows(other) for other in sheets if other.name != sheet.name)
    return any(heads in rows[:-1] for rows in others)


def _first_rows(sheet: Any) -> list[list[str]]:
    return [row for row in islice(_rows(sheet), 20) if any(row)]


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows():
        yield [_cell_text(value) for value in row]


def _cell_text(value: Any) -> str:
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return f"{value.isoformat()}T00:00:00"  # a cell that shows a day holds its midnight
    return str(value)


def _float_text(value: float) -> str:
    if value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    text = repr(value)
    # Three digits after the point could be read as thousands; four cannot.
    return NumberCell(text + "0" if re.fullmatch(r"-?\d+\.\d{3}", text) else text)


# --- what it would need ------------------------------------------------------------------------


def _check_size(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > UNPACKED_LIMIT or unpacked > max(2**24, PACKED_LIMIT * packed):
        raise UnreadableFile(str(path), "too_large")
    for part in parts:
        if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", part.filename, re.IGNORECASE):
            measure: Callable[[IO[bytes]], int] = _excel_cells
        elif part.filename == "content.xml":
            measure = _open_document_cells
        else:
            continue
        with archive.open(part) as content:
            if measure(content) > CELLS_LIMIT:
                raise UnreadableFile(str(path), "too_large")


def _excel_cells(content: IO[bytes]) -> int:
    """Cells from the first to the last of a sheet, were there one in each place."""
    last_row, last_column, before = 0, 0, b""
    while chunk := content.read(2**20):
        text = before + chunk
        before = text[-200:]
        last_row = max(last_row, *map(int, _ROW.findall(text)), 0)
        last_column = max(last_column, *map(_column_number, set(_COLUMN.findall(text))), 0)
    return last_row * last_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _open_document_cells(content: IO[bytes]) -> int:
    """The same of the largest sheet; what is repeated and empty counts only before the last."""
    most = row = last_row = last_column = 0
    column = filled = 0
    for event, element in ElementTree.iterparse(content, ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table":
                row = last_row = last_column = 0
            elif element.tag == f"{_TABLE}table-row":
                column = filled = 0
            continue
        if element.tag == f"{_TABLE}table-cell":
            column += int(element.get(f"{_TABLE}number-columns-repeated", 1))
            if f"{_OFFICE}value-type" in element.attrib or len(element):
                filled = column
        elif element.tag == f"{_TABLE}table-row":
            row += int(element.get(f"{_TABLE}number-rows-repeated", 1))
            if filled:
                last_row, last_column = row, max(last_column, filled)
            element.clear()
        most = max(most, last_row * last_column)
    return most
