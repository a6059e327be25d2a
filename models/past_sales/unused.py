"""Columns of which nothing was taken, though they say something of what was paid or given back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from models.errors import SalesUnclear
from models.past_sales.cells import NoNumber, decimal_mark, number
from models.past_sales.columns import EXTRAS, Columns, Reading, Row, column, is_number
from models.past_sales.headings import is_about_people, words_of
from models.past_sales.line_sums import Meaning, line_of, sums_of
from models.past_sales.states import State, state_of

_MONEY = re.compile(
    r"\b(?:diskon|disc\w*|potongan|voucher|promo\w*|kupon|coupon|rabat|cashback|pajak|ppn|tax|vat|"
    r"ongkir|ongkos|biaya|fee|charge|pembulatan|rounding|tip|gratuity|surcharge)\b"
)
_COST = re.compile(
    r"\b(?:hpp|modal|cost|beli|dasar|pokok|laba|profit|margin|saldo|stok|stock|untung|dpp|poin|"
    r"points?|kode|code|id|no|nomor|barcode|sku|itemid|productid)\b"
)
_BACK = re.compile(
    r"void|batal|cancel|retur|refund|dikembalikan|pengembalian|hapus|delete", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(?:jumlah|jml|qty|kuantitas|quantity|units?|pcs|banyak\w*|terjual|sold|kts)\b"
)
_NO_STATE = re.compile(r"fulfil|kirim|deliver|ship|stok|stock|member|print|antar|policy")
_STATES = frozenset({"state", "kind", "cancelled_at", "returned", "refunded", "order_refund"})
_NO = frozenset({"", "0", "no", "tidak", "false", "n", "-", "tdk", "none", "null", "f", "normal"})


def check_unused(
    rows: Sequence[Row], columns: Columns, marks: Mapping[str, str], meaning: Meaning,
    how: Reading, path: str,
) -> None:  # fmt: skip
    """Raises `SalesUnclear` where leaving a column out could make a wrong sum."""
    positions, names = columns.positions, columns.names
    knows_sums = meaning.verified or "order_total" in positions
    for position, heading in columns.unused.items():
        if is_about_people(heading):
            continue
        words, cells = words_of(heading), column(rows, position)
        says_sums = not knows_sums and _MONEY.search(words)
        says_pieces = "quantity" not in positions and _MANY.search(words)
        if (says_sums or says_pieces) and any(map(_is_some, cells)):
            raise SalesUnclear(path, "unused", heading)
        if not knows_sums and not _COST.search(words) and all(map(is_number, cells)):
            pairs = list(_beside(rows, columns, marks, meaning, position))
            alike = [pair for pair in pairs if pair[0] * 3 <= pair[1] * 10 <= pair[0] * 12]
            if len(alike) * 10 > len(pairs) * 9 and any(a != b for a, b in alike):
                raise SalesUnclear(path, "unused", heading)
        if not _STATES & positions.keys() and _tells_states(words, cells):
            raise SalesUnclear(path, "unused", heading)
    if "discount" in positions and "setelah" in names.get("price", "").lower() and not knows_sums:
        raise SalesUnclear(path, "unused", names["discount"])
    for name in EXTRAS if "extras_is" not in how.said and "order_total" not in positions else ():
        if name in positions and any(map(_is_some, column(rows, positions[name][0]))):
            raise SalesUnclear(path, "extras", names[name])


def _beside(
    rows: Sequence[Row], columns: Columns, marks: Mapping[str, str], meaning: Meaning,
    position: int,
) -> Iterator[tuple[Decimal, Decimal]]:  # fmt: skip
    """What lines come to, and what stands in the column in their rows."""
    mark = decimal_mark(column(rows, position), of_money=True)
    for _, cells in rows[:2000]:
        try:
            found = line_of(sums_of(cells, columns, marks), meaning)
            beside = number(cells[position], mark) if position < len(cells) else None
        except NoNumber:
            continue
        if found is not None and found[0] and beside is not None:
            yield abs(found[0]), abs(beside)


def _tells_states(words: str, cells: Sequence[str]) -> bool:
    """Whether a column says of some sales that they are none, or not any more."""
    if _NO_STATE.search(words):
        return False
    if _BACK.search(words) and any(cell.casefold() not in _NO for cell in cells):
        return True
    return any(state_of(cell) not in (None, State.SOLD) for cell in set(cells))


def _is_some(cell: str) -> bool:
    return is_number(cell) and bool(re.search("[1-9]", cell))
