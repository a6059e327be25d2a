"""A price list from a file, read row by row and understood, without a look at the shop."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from models.amounts import CODE_LIMIT
from models.catalogue_import.cells import Remark, decimal_mark, tell_what_is_sold
from models.catalogue_import.columns import (
    FIELDS,
    OWN,
    header_row,
    plain,
    understood,
    unique_headers,
)
from models.catalogue_import.own_format import OwnReader, decimal_of
from models.catalogue_import.row import DASHES, Draft, RowReader
from models.errors import BadChoice, ImportStopped, UnreadableFile
from models.formats import spreadsheets
from models.formats.spreadsheets import WATCHED_EVERY, Cells, Watch

#: When fewer rows than one in so many have a stock, a zero is a stock that nobody counts.
COUNTED_FROM = 20
_CODES = frozenset({"sku", "barcode", "reference"})
Thing = TypeVar("Thing")
Body = list[tuple[int, Cells]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of a file's columns, which of them are understood, and its first row."""

    header: tuple[str, ...]
    mapping: dict[str, str]
    first_row: Cells


@dataclass(frozen=True, slots=True)
class PriceList:
    """The file, what its columns mean, and what each of its rows says."""

    path: Path
    sheet: spreadsheets.Spreadsheet
    format: str
    header: tuple[str, ...]
    mapping: dict[str, str]
    decimal: str
    zero_counts: bool
    title_case: bool
    drafts: list[Draft]


def price_list(
    path: str | Path, mapping: Mapping[str, str] | None, title_case: bool, decimal: str,
    progress: Watch | None,
) -> PriceList:  # fmt: skip
    """Reads the file; `mapping` is header by field, by default as it is understood.

    Raises `UnreadableFile`, `BadChoice`, `ImportStopped`.
    """
    path = Path(path)
    sheet = spreadsheets.read(path, _heads_known, progress)
    top = header_row(sheet.rows, (mapping or {}).values())
    header = unique_headers(sheet.rows[top][1])
    format_, found = understood(header)
    body = sheet.rows[top + 1 :]
    mapping = _without_doubtful(header, found, body) if mapping is None else dict(mapping)
    if set(mapping) - set(FIELDS):
        raise BadChoice("column", ", ".join(sorted(set(mapping) - set(FIELDS))))
    if not {"name", "price"} & set(mapping) or not set(mapping.values()) <= set(header):
        raise UnreadableFile(str(path), "no_columns")
    if not body:
        raise UnreadableFile(str(path), "empty")
    mapping = _without_empty_codes(header, mapping, body)
    if not {"name", *_CODES} & set(mapping):  # no column tells one product from another
        raise UnreadableFile(str(path), "no_name_column")
    sure = bool(decimal or format_)
    own = format_ == OWN
    if own:
        decimal = decimal or decimal_of(sheet.delimiter)
    decimal = decimal or (
        "." if format_ else decimal_mark(_column(header, mapping, body, "price", "cost"))
    )
    zero_counts = own or _zero_counts(_column(header, mapping, body, "stock"))
    reader = OwnReader(header, mapping, decimal) if own else RowReader(
        header, mapping, decimal, sure=sure, title_case=title_case, zero_counts=zero_counts
    )  # fmt: skip
    drafts = [reader.read(place, cells) for place, cells in with_progress(body, progress)]
    _tell_variants_apart(drafts)
    return PriceList(
        path, sheet, format_, header, mapping, decimal, zero_counts, title_case, drafts
    )


def columns(path: str | Path) -> Columns:
    """What a person has to see to say which column is which. Raises `UnreadableFile`."""
    sheet = spreadsheets.read(path, _heads_known)
    top = header_row(sheet.rows)
    header = unique_headers(sheet.rows[top][1])
    first = sheet.rows[top + 1][1] if top + 1 < len(sheet.rows) else ()
    return Columns(header, understood(header)[1], first)


def _heads_known(cells: Sequence[str]) -> int:
    return len(understood(cells)[1])


def _without_empty_codes(header: Cells, mapping: dict[str, str], body: Body) -> dict[str, str]:
    """A file in which no row fills its columns for codes is matched by name."""
    codes = _CODES & set(mapping)
    if _column(header, mapping, body, *codes):
        return mapping
    return {field: head for field, head in mapping.items() if field not in codes}


def _without_doubtful(header: Cells, mapping: dict[str, str], body: Body) -> dict[str, str]:
    """Without a name or a price that two columns claim, and states that say nothing of a sale."""
    kept = dict(mapping)
    for field in {"name", "price", "cost"} & set(mapping):
        places = [header.index(head) for head in _twins(header, mapping[field])]
        if any(len({cells[p] for p in places if p < len(cells)}) > 1 for _, cells in body):
            del kept[field]
    is_status = "status" in plain(mapping.get("active", ""))
    if is_status and not tell_what_is_sold(_column(header, mapping, body, "active")):
        del kept["active"]
    return kept


def _twins(header: Cells, head: str) -> list[str]:
    """The columns that are called so: a second one has a number behind it."""
    return [head, *(name for name in header if re.fullmatch(re.escape(head) + r" \(\d+\)", name))]


def _column(header: Cells, mapping: Mapping[str, str], body: Body, *names: str) -> list[str]:
    """The cells that say something in the columns of these fields."""
    places = [header.index(mapping[name]) for name in names if name in mapping]
    said = (cells[i] for _, cells in body for i in places if i < len(cells))
    return [cell for cell in said if cell.strip(DASHES)]


def _tell_variants_apart(drafts: list[Draft]) -> None:
    """Variants that share one code are products of their own: each gets its variant behind it."""
    by_code: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.variant and draft.refused is None and "sku" in draft.fields:
            by_code.setdefault(draft.fields["sku"], []).append(draft)
    for code, sharing in by_code.items():
        if len(sharing) == 1:
            continue
        for draft in sharing:
            own = "-".join([code, *draft.variant.split()])[:CODE_LIMIT]
            draft.fields["sku"] = own
            draft.tidied.append(Remark("code_shared", {"code": code, "after": own}))


def _zero_counts(stocks: list[str]) -> bool:
    counted = sum(1 for text in stocks if text.strip(" 0.,"))
    return counted * COUNTED_FROM >= len(stocks)


def with_progress(things: list[Thing], progress: Watch | None) -> Iterator[Thing]:
    """The things one by one, while `progress` lets the work go on. Raises `ImportStopped`."""
    for done, thing in enumerate(things):
        if progress is not None and not done % WATCHED_EVERY and not progress(done, len(things)):
            raise ImportStopped
        yield thing
