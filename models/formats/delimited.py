"""A table in a text file: its encoding, the mark between its cells, and its rows as they come.

The file is never held whole: what decides how it is read is found out in one run through it.
"""

import codecs
import csv
import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from models.errors import UnreadableFile

DELIMITERS = ",;\t|"
CELL_LIMIT = 64 * 2**20  # characters

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
_CHUNK = 2**18  # bytes


@dataclass(frozen=True, slots=True)
class Delimited:
    """How the text file is read; `wrapped`: each of its lines is one text in quotes."""

    path: Path
    codec: str
    delimiter: str
    sha256: str
    quoted: bool = True
    wrapped: bool = False

    @property
    def encoding(self) -> str:
        """As people call it."""
        return self.codec.removesuffix("-sig").removesuffix("-le").removesuffix("-be")

    def rows(self) -> Iterator[list[str]]:
        """All rows, cut into cells. Raises `UnreadableFile`."""
        csv.field_size_limit(CELL_LIMIT)
        try:
            with self.path.open(encoding=self.codec, newline="") as file:
                lines: Iterable[str] = _without_hint(file)
                if self.wrapped:
                    lines = (row[0] for row in csv.reader(lines) if row)
                if self.delimiter == ";":
                    # The end of `&acute;` would be taken for the end of a cell.
                    lines = (_ENTITY.sub(_unescaped, line) for line in lines)
                if self.quoted:
                    yield from csv.reader(lines, delimiter=self.delimiter)
                else:
                    yield from csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        except (csv.Error, UnicodeDecodeError) as error:
            raise UnreadableFile(str(self.path), "not_csv") from error
        except OSError as error:
            raise UnreadableFile(str(self.path), "missing") from error


def opened(path: Path, start: bytes) -> Delimited:
    """Looks through the file, of which `start` are the first bytes. Raises `UnreadableFile`."""
    if start.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(_DOCUMENTS):
        raise UnreadableFile(str(path), "not_table")
    for codec in _codecs(start):
        seen = _seen(path, codec)
        if seen is None:
            continue
        taste, quotes, sha256 = seen
        # One or two slipped into a cell are taken out of it; many are no text at all.
        if len(_CONTROL.findall(taste.rstrip("\x1a"))) > max(2, len(taste) // 100):
            break
        found = Delimited(path, codec, sniffed_delimiter(taste), sha256)
        if quotes % 2 and _is_swallowed(found):
            found = Delimited(path, codec, found.delimiter, sha256, quoted=False)
        return _unwrapped(found)
    raise UnreadableFile(str(path), "not_text")


def _codecs(start: bytes) -> tuple[str, ...]:
    for mark, codec in _BOMS:
        if start.startswith(mark):
            return (codec,)
    # Plain letters of UTF-16 have a zero in every second byte.
    if start[1:200:2].count(0) > 0.8 * len(start[1:200:2]):
        return ("utf-16-le",)
    if start[:200:2].count(0) > 0.8 * len(start[:200:2]):
        return ("utf-16-be",)
    return ("utf-8", "cp1252", "latin-1")


def _seen(path: Path, codec: str) -> tuple[str, int, str] | None:
    """The beginning, how many quotes there are in all, and the digest; None in another codec."""
    decoder = codecs.getincrementaldecoder(codec)()
    digest, taste, quotes = hashlib.sha256(), "", 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                text = decoder.decode(chunk)
                quotes += text.count('"')
                if len(taste) < _TASTE:
                    taste += text
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    except OSError as error:
        raise UnreadableFile(str(path), "missing") from error
    return taste[:_TASTE], quotes, digest.hexdigest()


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


def _without_hint(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if not number and re.fullmatch(r"sep=.\r?\n", line):
            continue
        yield line.rstrip("\x1a") if "\x1a" in line else line


def _is_swallowed(table: Delimited) -> bool:
    """Whether a quote that nobody closes swallows all rows after it."""
    last = ""
    for row in table.rows():
        last = row[-1] if row else last
    return "\n" in last or "\r" in last


def _unwrapped(table: Delimited) -> Delimited:
    """Each line may be one text in quotes, as Excel leaves it when it did not know the mark."""
    first = list(islice(table.rows(), 40))
    inner = [row[0] for row in first if row]
    if not inner or any(len(row) > 1 for row in first) or not set(DELIMITERS) & set(inner[0]):
        return table
    with table.path.open(encoding=table.codec, newline="") as file:
        if not file.readline().startswith('"'):
            return table
    delimiter = sniffed_delimiter("\n".join(inner))
    return Delimited(table.path, table.codec, delimiter, table.sha256, wrapped=True)


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])
