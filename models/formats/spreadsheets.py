"""A table that somebody else's program wrote, CSV or a workbook, read as rows of plain text.

Numbers stay the text they are in the file: a code keeps its leading zeros, and what a sum of
money means is decided by who knows which column it stands in.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import ImportStopped, UnreadableFile
from models.formats import delimited
from models.formats.delimited import Delimited
from models.formats.workbooks import OLD_EXCEL, ZIP, Known, Workbook

SIZE_LIMIT = 64 * 2**20  # bytes of the file
ROWS_LIMIT = 250_000
WATCHED_EVERY = 500  # rows

Cells = tuple[str, ...]
#: Is told (rows done, rows in all or 0) now and then; False stops the work, nothing is written.
Watch = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Table:
    """A file that is read row by row, as often as one likes, and need not fit into memory.

    `kind` is csv, xlsx, xls or ods. `encoding` and `delimiter` are empty for a workbook. `sha256`
    is the file's own. `sheet` is the one that is read, empty where there is only one.
    """

    path: Path
    kind: str
    sha256: str
    content: Delimited | Workbook

    @property
    def encoding(self) -> str:
        return self.content.encoding if isinstance(self.content, Delimited) else ""

    @property
    def delimiter(self) -> str:
        return self.content.delimiter if isinstance(self.content, Delimited) else ""

    @property
    def sheet(self) -> str:
        return self.content.sheet if isinstance(self.content, Workbook) else ""

    def rows(
        self, progress: Watch | None = None, rows_limit: int = ROWS_LIMIT
    ) -> Iterator[tuple[int, Cells]]:
        """The rows that hold anything, each with its place in the file (from 1).

        Raises `UnreadableFile` (also for more than `rows_limit`), `ImportStopped`.
        """
        found = 0
        for place, row in enumerate(self.content.rows(), start=1):
            if progress is not None and not place % WATCHED_EVERY and not progress(place, 0):
                raise ImportStopped
            if any(cell and not cell.isspace() for cell in row):
                found += 1
                if found > rows_limit:
                    raise UnreadableFile(str(self.path), "too_large")
                yield place, tuple(row)


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All rows of a file that hold anything, each with its place in the file (from 1).

    The rest is as in `Table`.
    """

    kind: str
    encoding: str
    delimiter: str
    rows: list[tuple[int, Cells]]
    sha256: str
    sheet: str = ""


def opened(path: str | Path, known: Known | None = None, *, size_limit: int = SIZE_LIMIT) -> Table:
    """A CSV file or a workbook, ready to be read. Raises `UnreadableFile` with the reason.

    Of a workbook the sheet that opens first is read, or another one that is `known` better.
    """
    path = Path(path)
    try:
        if path.stat().st_size > size_limit:
            raise UnreadableFile(str(path), "too_large")
        with path.open("rb") as file:
            start = file.read(4096)
        if not start.strip() and not path.read_bytes().strip():
            raise UnreadableFile(str(path), "empty")
        if start.startswith((ZIP, OLD_EXCEL)):
            content = path.read_bytes()
            book = Workbook(path, content, known)
            return Table(path, book.kind, hashlib.sha256(content).hexdigest(), book)
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    text = delimited.opened(path, start)
    return Table(path, "csv", text.sha256, text)


def read(
    path: str | Path, known: Known | None = None, progress: Watch | None = None
) -> Spreadsheet:
    """The rows of a CSV file or a workbook. Raises `UnreadableFile`, `ImportStopped`."""
    table = opened(path, known)
    found = list(table.rows(progress))
    if not found:
        raise UnreadableFile(str(path), "empty")
    return Spreadsheet(
        table.kind, table.encoding, table.delimiter, found, table.sha256, table.sheet
    )
