"""A table that somebody else's program wrote, CSV or Excel, read as rows of plain text.

Numbers stay the text they are in the file: a code keeps its leading zeros, and what a sum of
money means is decided by who knows which column it stands in.
"""

import codecs
import csv
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.errors import UnreadableFile

SIZE_LIMIT = 64 * 2**20  # bytes of the file
UNPACKED_LIMIT = 512 * 2**20  # bytes of what an Excel file unpacks to
ROWS_LIMIT = 250_000
DELIMITERS = ",;\t|"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENTITY = re.compile(r"&(?!quot;)(?:#\d{1,6}|[a-z]{2,10});", re.IGNORECASE)
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All rows of a file that hold anything, each with its place in the file (from 1).

    `encoding` and `delimiter` are empty for an Excel file.
    """

    kind: str  # csv or xlsx
    encoding: str
    delimiter: str
    rows: list[tuple[int, Cells]]


def read(path: str | Path) -> Spreadsheet:
    """The rows of a CSV or Excel file. Raises `UnreadableFile` with the reason."""
    path = Path(path)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableFile(str(path), "too_large")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    if not content.strip():
        raise UnreadableFile(str(path), "empty")
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        sheet = Spreadsheet("xlsx", "", "", _bounded(path, _excel_rows(path)))
    else:
        text, encoding = decoded(content, path)
        delimiter = sniffed_delimiter(text)
        sheet = Spreadsheet("csv", encoding, delimiter, _bounded(path, _csv_rows(text, delimiter)))
    if not sheet.rows:
        raise UnreadableFile(str(path), "empty")
    return sheet


def decoded(content: bytes, path: Path) -> tuple[str, str]:
    """The text of a file and its encoding: by its mark, else the first that fits.

    Raises `UnreadableFile` when it is no text in any of them.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            encodings: tuple[str, ...] = (encoding,)
            break
    else:
        encodings = ("utf-8", "cp1252", "latin-1")
        # Plain letters of UTF-16 have a zero in every second byte.
        if content[1:200:2].count(0) > 0.8 * len(content[1:200:2]):
            encodings = ("utf-16-le",)
        elif content[:200:2].count(0) > 0.8 * len(content[:200:2]):
            encodings = ("utf-16-be",)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text):
            break
        return text, encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    raise UnreadableFile(str(path), "not_text")


def sniffed_delimiter(text: str) -> str:
    """The mark that cuts the first lines into the same number of cells, the more the better."""
    if found := re.match(r"sep=(.)\r?\n", text):  # Excel's own hint
        return found[1]
    lines = text[:20_000].splitlines()[:40]

    def worth(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            return (0, 0)
        usual = max(set(widths), key=widths.count) if widths else 1
        return (0, 0) if usual < 2 else (widths.count(usual) / len(widths), usual)

    best = max(DELIMITERS, key=worth)
    return best if worth(best) > (0, 0) else ","


def _csv_rows(text: str, delimiter: str) -> Iterator[Iterable[str]]:
    text = re.sub(r"\Asep=.\r?\n", "", text)
    if delimiter == ";" and "&" in text:
        # The end of `&acute;` would be taken for the end of a cell.
        text = _ENTITY.sub(_unescaped, text)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def _excel_rows(path: Path) -> Iterator[Iterable[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
                raise UnreadableFile(str(path), "too_large")
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UnreadableFile(str(path), "not_xlsx") from error
    try:
        sheet = book.active
        if sheet is None or not hasattr(sheet, "iter_rows"):
            raise UnreadableFile(str(path), "empty")
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # some programs write a wrong size into the file
        for row in sheet.iter_rows(values_only=True):
            yield [_cell_text(value) for value in row]
    finally:
        book.close()


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def _float_text(value: float) -> str:
    if value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    text = repr(value)
    # Three digits after the point could be read as thousands; four cannot.
    return text + "0" if re.fullmatch(r"-?\d+\.\d{3}", text) else text


def _bounded(path: Path, rows: Iterator[Sequence[str]] | Iterator[Iterable[str]]) -> list[Any]:
    kept: list[tuple[int, Cells]] = []
    try:
        for place, row in enumerate(rows, start=1):
            cells = tuple(row)
            if any(cell and not cell.isspace() for cell in cells):
                kept.append((place, cells))
                if len(kept) > ROWS_LIMIT:
                    raise UnreadableFile(str(path), "too_large")
    except csv.Error as error:
        raise UnreadableFile(str(path), "not_csv") from error
    return kept
