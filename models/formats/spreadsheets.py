"""A table that somebody else's program wrote, CSV or Excel, read as rows of plain text.

Numbers stay the text they are in the file: a code keeps its leading zeros, and what a sum of
money means is decided by who knows which column it stands in.
"""

import codecs
import csv
import hashlib
import html
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.errors import ImportStopped, ShopError, UnreadableFile

SIZE_LIMIT = 64 * 2**20  # bytes of the file
UNPACKED_LIMIT = 512 * 2**20  # bytes of what an Excel file unpacks to
#: Real tables pack to a tenth or a fiftieth; what unpacks to more than this is a trap.
PACKED_LIMIT = 200
ROWS_LIMIT = 250_000
WATCHED_EVERY = 500  # rows
DELIMITERS = ",;\t|"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENTITY = re.compile(r"&(?!quot;)(?:#\d{1,6}|[a-z]{2,10});", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: How documents begin that are no tables: PDF, RTF, web pages and XML, JSON.
_DOCUMENTS = (b"%PDF", b"{\\rtf", b"<", b"[{", b'{"')
_TASTE = 2**20  # characters that show what the rest is
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # also what Excel writes behind a password

Cells = tuple[str, ...]
#: Is told (rows done, rows in all or 0) now and then; False stops the work, nothing is written.
Watch = Callable[[int, int], bool]
#: How many of a row's cells are known as heads of columns; the sheet with the most is read.
Known = Callable[[Sequence[str]], int]


class NumberCell(str):
    """A number of a workbook: a point stands before its decimals, whatever mark its texts have."""

    def strip(self, chars: str | None = None, /) -> "NumberCell":
        """Itself, which has nothing around it; a plain text would not be known as a number."""
        return self


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All rows of a file that hold anything, each with its place in the file (from 1).

    `encoding` and `delimiter` are empty for an Excel file. `sha256` is the file's own. `sheet` is
    the one that was read, empty where there is only one.
    """

    kind: str  # csv or xlsx
    encoding: str
    delimiter: str
    rows: list[tuple[int, Cells]]
    sha256: str
    sheet: str = ""


def read(
    path: str | Path,
    known: Known | None = None,
    progress: Watch | None = None,
    *,
    size_limit: int = SIZE_LIMIT,
    rows_limit: int = ROWS_LIMIT,
) -> Spreadsheet:
    """The rows of a CSV or Excel file. Raises `UnreadableFile` with the reason, `ImportStopped`.

    Of a workbook the sheet that opens first is read, or another one that is `known` better.
    """
    path = Path(path)
    try:
        if path.stat().st_size > size_limit:
            raise UnreadableFile(str(path), "too_large")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    if not content.strip():
        raise UnreadableFile(str(path), "empty")
    kind, encoding, delimiter, sheet = "xlsx", "", "", ""
    if content.startswith(_OLD_EXCEL):
        raise UnreadableFile(str(path), "old_excel")
    if content.startswith(b"PK\x03\x04"):
        sheet, found = _excel(path, content, known, progress, rows_limit)
    else:
        kind = "csv"
        text, encoding = decoded(content, path)
        delimiter, found = _csv(path, text, progress, rows_limit)
    if not found:
        raise UnreadableFile(str(path), "empty")
    return Spreadsheet(kind, encoding, delimiter, found, hashlib.sha256(content).hexdigest(), sheet)


# --- text ----------------------------------------------------------------------------------


def decoded(content: bytes, path: Path) -> tuple[str, str]:
    """The text of a file and its encoding: by its mark, else the first that fits.

    Raises `UnreadableFile` when it is no text in any of them.
    """
    if content.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(_DOCUMENTS):
        raise UnreadableFile(str(path), "not_table")
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
        # One or two slipped into a cell are taken out of it; many are no text at all.
        text = text.rstrip("\x1a")
        if len(_CONTROL.findall(text[:_TASTE])) > max(2, min(len(text), _TASTE) // 100):
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


def _csv(
    path: Path, text: str, progress: Watch | None, rows_limit: int
) -> tuple[str, list[tuple[int, Cells]]]:
    """The mark between cells, and the rows cut into cells."""
    delimiter = sniffed_delimiter(text)
    text = re.sub(r"\Asep=.\r?\n", "", text)
    if delimiter == ";" and "&" in text:
        # The end of `&acute;` would be taken for the end of a cell.
        text = _ENTITY.sub(_unescaped, text)
    csv.field_size_limit(SIZE_LIMIT)
    try:
        found = _bounded(path, _cut(text, delimiter), progress, rows_limit)
        if text.count('"') % 2 and found and "\n" in found[-1][1][-1]:
            # A quote that nobody closes would swallow all products after it.
            found = _bounded(path, _cut(text, delimiter, csv.QUOTE_NONE), progress, rows_limit)
        if found and all(len(cells) == 1 for _, cells in found):
            # Each line is one text in quotes, as Excel leaves it when it did not know the mark.
            inner = "\n".join(cells[0] for _, cells in found)
            if set(DELIMITERS) & set(found[0][1][0]) and inner != text.strip():
                delimiter = sniffed_delimiter(inner)
                found = _bounded(path, _cut(inner, delimiter), progress, rows_limit)
    except csv.Error as error:
        raise UnreadableFile(str(path), "not_csv") from error
    return delimiter, found


def _cut(text: str, delimiter: str, quoting: Any = csv.QUOTE_MINIMAL) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])


# --- Excel ---------------------------------------------------------------------------------


def _excel(
    path: Path, content: bytes, known: Known | None, progress: Watch | None, rows_limit: int
) -> tuple[str, list[tuple[int, Cells]]]:
    """The name of the sheet that was read, if there are several, and its rows."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        if unpacked > UNPACKED_LIMIT or unpacked > max(2**24, PACKED_LIMIT * packed):
            raise UnreadableFile(str(path), "too_large")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            sheet = _best_sheet(book, known)
            name = sheet.title if len(book.worksheets) > 1 else ""
            return name, _bounded(path, _sheet_rows(sheet), progress, rows_limit)
        finally:
            book.close()
    except ShopError:
        raise
    except Exception as error:  # what a damaged workbook makes openpyxl raise can be anything
        raise UnreadableFile(str(path), "not_xlsx") from error


def _best_sheet(book: Any, known: Known | None) -> Any:
    """The sheet that opens first, or one whose heads are known better."""
    sheets = [sheet for sheet in (book.active, *book.worksheets) if hasattr(sheet, "iter_rows")]
    if known is None or len(book.worksheets) == 1:
        return sheets[0]

    def worth(sheet: Any) -> int:
        first = itertools.islice(_sheet_rows(sheet), 20)
        return max((1 + known(cells) for cells in first if any(cells)), default=0)

    return max(sheets, key=worth)


def _sheet_rows(sheet: Any) -> Iterator[list[str]]:
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # some programs write a wrong size into the file
    for row in sheet.iter_rows(values_only=True):
        yield [_cell_text(value) for value in row]


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
    return NumberCell(text + "0" if re.fullmatch(r"-?\d+\.\d{3}", text) else text)


def _bounded(
    path: Path, rows: Iterable[Sequence[str]], progress: Watch | None, rows_limit: int
) -> list[tuple[int, Cells]]:
    kept: list[tuple[int, Cells]] = []
    for place, row in enumerate(rows, start=1):
        if progress is not None and not place % WATCHED_EVERY and not progress(0, 0):
            raise ImportStopped
        if any(cell and not cell.isspace() for cell in row):
            kept.append((place, tuple(row)))
            if len(kept) > rows_limit:
                raise UnreadableFile(str(path), "too_large")
    return kept
