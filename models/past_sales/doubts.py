"""What makes a file of past sales doubtful: rows that are no lines, columns that are left out.

A row may be a whole receipt, a day, or a product's sum; and a column of which nothing was taken
may say something of what was paid or given back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from models.errors import SalesUnclear
from models.past_sales.cells import NoNumber, decimal_mark, number
from models.past_sales.columns import (
    DASHES,
    EXTRAS,
    OF_ORDERS,
    Columns,
    Positions,
    Reading,
    Row,
    column,
    is_moment,
    is_number,
    sums_of,
)
from models.past_sales.headings import (
    OTHER_STATES,
    is_about_people,
    plain,
    says_after,
    words_of,
)
from models.past_sales.line_sums import Meaning, line_of
from models.past_sales.states import State, state_of

_LISTED = re.compile(r"(?:\d+\s*[x×]\s*\w|\w\s*[x×*]\s*\d|\(\d+[x×]?\)).*[,;\n|+&/]", re.IGNORECASE)
_LIST_WORDS = frozenset({"items", "products", "itemlist", "daftarbarang", "daftarproduk",
                         "barangdibeli", "produkdibeli", "rincian", "rincianpesanan",
                         "detailpesanan", "itempesanan"})  # fmt: skip


def check_pivot(rows: Sequence[Row], path: str) -> None:
    """Raises `SalesUnclear` where most columns are periods."""
    for _, cells in rows:
        said = [cell for cell in cells if cell.strip()]
        periods = [cell for cell in said if _is_day(cell) or _is_month(cell)]
        if len(periods) > 1 and len(periods) * 5 >= len(said) * 3:
            raise SalesUnclear(path, "pivot", periods[0])


def check_rows(
    rows: Sequence[Row], positions: Positions, heading: Sequence[str], path: str
) -> None:
    """Raises `SalesUnclear` where a row is a whole receipt, a day, or a product's sum."""
    if not {"total", "gross", "price", "order_total"} & positions.keys():
        return
    goods = positions.get("name") or positions.get("product")
    if "order" in positions and "at" in positions:
        if goods is None:
            raise SalesUnclear(path, "whole_receipts", heading[positions["order"][0]])
        if _are_receipts(rows, positions, goods[0], plain(heading[goods[0]])):
            raise SalesUnclear(path, "whole_receipts", heading[goods[0]])
    elif "order" not in positions and goods is None and "at" in positions:
        raise SalesUnclear(path, "days", heading[positions["at"][0]])
    elif "order" not in positions and goods is not None and "at" not in positions:
        raise SalesUnclear(path, "products", heading[goods[0]])


def _are_receipts(rows: Sequence[Row], positions: Positions, goods: int, word: str) -> bool:
    cells = column(rows, goods)
    if sum(bool(_LISTED.search(cell)) for cell in cells) * 5 > len(cells):
        return True
    if "price" in positions:
        return False
    # A bare name may be the customer's.
    named = word in ("nama", "name") and _stands_once(rows, positions["order"][0])
    return named or ("quantity" not in positions and word in _LIST_WORDS)


def _stands_once(rows: Sequence[Row], position: int) -> bool:
    cells = column(rows, position)
    return len(set(cells)) == len(cells)


def _is_day(text: str) -> bool:
    return bool(re.search(r"\d", text)) and not is_number(text) and is_moment(text)


def _is_month(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:jan|feb|mar|apr|ma[yi]|jun|jul|aug|agu|sep|o[ck]t|nov|de[cs])[a-z]*\.?"
            r"[ -]?(?:\d{2}|\d{4})?", text.strip(), re.IGNORECASE,
        )
    )  # fmt: skip


# --- columns that are left out ----------------------------------------------------------------

_MONEY = re.compile(
    r"\b(?:diskon|disc\w*|potongan|voucher|promo\w*|kupon|coupon|rabat|cashback|pajak|ppn|tax|vat|"
    r"ongkir|ongkos|biaya|fee|charge|pembulatan|rounding|tip|gratuity|surcharge)\b"
)
_OTHER_SUMS = re.compile(
    r"\b(?:price|harga|amount|nominal|add ?ons?|modifiers?|extras?|toppings?|packaging|packing|"
    r"kemasan|pengemasan|bungkus|asuransi|insurance|komisi|commission|admin|donasi|donation|"
    r"deposit|dp|uang muka|selisih|adjustment|koreksi|meterai|materai)\b"
)
_COST = re.compile(
    r"\b(?:hpp|modal|cost|beli|dasar|pokok|laba|profit|margin|saldo|stok|stock|untung|dpp|poin|"
    r"points?|kode|code|id|no|nomor|barcode|sku|itemid|productid)\b"
)
_BACK = re.compile(
    r"void|batal|cancel|retur|refund|dikembalikan|pengembalian|hapus|delete", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:awal|asli|normal|coret|original|regular|list|before|sebelum)\b")
_SAYS_WHAT = re.compile(
    r"\b(?:qty|quantity|jumlah|units?|pcs|amount|nilai|total|uang|dana|rp|idr|money|value|nominal)\b"
)
_GIVEN_BACK = re.compile(r"refund|retur|kembali", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:jumlah|jml|qty|kuantitas|quantity|units?|pcs|banyak\w*|terjual|sold|kts|berat|bobot|"
    r"weight|timbangan|volume|panjang|length|portions?|porsi)\b"
)
_NO_STATE = re.compile(f"{OTHER_STATES}|policy")
_STATES = frozenset({"state", "kind", "cancelled_at", "returned", "refunded", "order_refund"})
_NO = frozenset({"", "0", "no", "tidak", "false", "n", "-", "tdk", "none", "null", "f", "normal"})


def check_unused(
    rows: Sequence[Row], columns: Columns, marks: Mapping[str, str], meaning: Meaning,
    how: Reading, path: str,
) -> None:  # fmt: skip
    """Raises `SalesUnclear` where leaving a column out could make a wrong sum."""
    positions, names = columns.positions, columns.names
    knows_sums = meaning.knows_sums or "order_total" in positions
    sold = [row for row in rows if _is_plain_sale(row[1], columns, how)]
    for position, heading in columns.unused.items():
        words, cells = words_of(heading), column(rows, position)
        if is_about_people(heading):
            continue
        if (
            _says_pieces(words, cells, positions)
            or (not knows_sums and _says_sums(words, cells, names))
            or _tells_states(words, column(sold, position))
            or (_GIVEN_BACK.search(words) and any(map(_is_day, cells)))
        ):
            raise SalesUnclear(path, "unused", heading)
        if not (knows_sums or _is_harmless(words, names)) and all(map(is_number, cells)):
            pairs = list(_beside(rows, columns, marks, meaning, position))
            alike = [pair for pair in pairs if pair[0] * 3 <= pair[1] * 10 <= pair[0] * 12]
            if len(alike) * 10 > len(pairs) * 9 and any(a != b for a, b in alike):
                raise SalesUnclear(path, "unused", heading)
    for name in {"returned", "refunded"} & positions.keys():
        is_said = _SAYS_WHAT.search(words_of(names[name]))
        if not is_said and _may_be_other(name, rows, columns, marks):
            raise SalesUnclear(path, "unused", names[name])
    is_within = meaning.discount in ("", "within") or not says_after(names.get("price", ""))
    if not (is_within or knows_sums):
        raise SalesUnclear(path, "unused", names["discount"])
    if "extras_is" not in how.said and meaning.total != "order" and "order_total" not in positions:
        _check_extras(rows, columns, path)


def _says_sums(words: str, cells: Sequence[str], names: Mapping[str, str]) -> bool:
    """Whether something of what was paid stands there."""
    is_other = _OTHER_SUMS.search(words) and not _is_harmless(words, names)
    return bool(_MONEY.search(words) or is_other) and any(map(_is_some, cells))


def _is_harmless(words: str, names: Mapping[str, str]) -> bool:
    """Whether it is no part of what was paid: a cost, a code, a price before what is taken off."""
    is_before = _BEFORE.search(words) and says_after(names.get("price", ""))
    return bool(_COST.search(words) or is_before)


def _says_pieces(words: str, cells: Sequence[str], positions: Positions) -> bool:
    if "quantity" in positions or not any(map(_is_some, cells)):
        return False
    return bool(_MANY.search(words)) or (not _COST.search(words) and _are_pieces(cells))


def _check_extras(rows: Sequence[Row], columns: Columns, path: str) -> None:
    for name in EXTRAS:
        if name in columns.positions and any(
            map(_is_some, column(rows, columns.positions[name][0]))
        ):
            raise SalesUnclear(path, "extras", columns.names[name])


def _may_be_other(
    name: str, rows: Sequence[Row], columns: Columns, marks: Mapping[str, str]
) -> bool:
    """Whether what is under `Retur` may be pieces and no money, or under `Returned` yes and no."""
    told = []
    for _, cells in rows[:2000]:
        try:
            sums = sums_of(cells, columns, marks)
        except NoNumber:
            continue
        if sums.get(name):
            told.append((abs(sums[name]), abs(sums.get("quantity", Decimal(1)))))
    if name == "refunded":
        return bool(told) and all(back <= sold for back, sold in told)
    return any(sold > 1 for _, sold in told) and all(back == 1 for back, _ in told)


def check_discounts(rows: Sequence[Row], columns: Columns, meaning: Meaning, path: str) -> None:
    """Raises `SalesUnclear` where some discounts are sums and some are percentages, and where
    what is told of a whole order is a percentage."""
    for name in {*OF_ORDERS, *EXTRAS} & columns.positions.keys():
        heading, place = columns.names[name], columns.positions[name][0]
        if "%" in heading or any(cell.endswith("%") for cell in column(rows, place)):
            raise SalesUnclear(path, "percentages", heading)
    if meaning.verified and meaning.total == "paid":
        return
    places = columns.positions.get("discount", ())
    if len(places) != 1:
        return
    cells = list(filter(_is_some, column(rows, places[0])))
    if 0 < sum(cell.endswith("%") for cell in cells) < len(cells):
        raise SalesUnclear(path, "discount_mixed", columns.names["discount"])


def _is_plain_sale(cells: Sequence[str], columns: Columns, how: Reading) -> bool:
    """Whether what is understood of a row says of nothing in it that it was none or came back."""
    for name in _STATES & columns.positions.keys():
        for place in columns.positions[name]:
            text = cells[place].strip() if place < len(cells) else ""
            if name in ("state", "kind"):
                state = how.state(columns.heading[place], text)
                if state not in (None, State.SOLD):
                    return False
            elif text.strip(DASHES) and (name == "cancelled_at" or _is_some(text)):
                return False
    return True


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
    told = {state_of(cell) for cell in set(cells)} - {None, State.SOLD}
    if _WAY.search(words):
        told.discard(State.NO_SALE)  # a transfer is a way to pay as well
    return bool(told)


def _are_pieces(cells: Sequence[str]) -> bool:
    """Whether so many could have been sold in each row."""
    return bool(cells) and all(re.fullmatch(r"\d{1,3}(?:[.,]0+)?", cell) for cell in cells)


def _is_some(cell: str) -> bool:
    return is_number(cell) and bool(re.search("[1-9]", cell))


# --- rows of one order -------------------------------------------------------------------------

_PLACE = re.compile(
    r"\b(?:outlet|store|shop|cabang|toko|gerai|register|kass?a|terminal|branch|location|lokasi|"
    r"device|pos|warung)\b"
)
_WAY = re.compile(r"\b(?:metode|cara|payment|tender|pembayaran|bayar|method)\b")
_PART = re.compile(r"components?|komponen|child|bundle item|isi paket|combo item|anak")
_OF_RETURNS = re.compile(
    r"(?:rt?j|rtr?|ret(?:ur|urn)?|cn|rf|ref(?:und)?|rtn|srt?|void)\W*\d.*", re.IGNORECASE
)
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+")  # 2.60125E+14, by Excel
_GOODS_BACK = re.compile(
    r"\W*(?:retur|return|refund|void|batal|dibatalkan|pembatalan)\b.*", re.IGNORECASE
)
_MINUS = ("-", "(", "\u2212")


def check_orders(rows: Sequence[Row], columns: Columns, how: Reading, path: str) -> None:
    """Raises `SalesUnclear` where rows of a number are not the lines of one order, once each."""
    positions = columns.positions
    for cell in column(rows, positions["order"][0]):
        if _SHORTENED.fullmatch(cell):
            raise SalesUnclear(path, "order_rounded", cell)
    if not _STATES & positions.keys():
        _check_returns(rows, positions, path)
    _check_states(rows, columns, how, path)
    for position, heading in columns.unused.items():
        is_place, is_way = (known.search(words_of(heading)) for known in (_PLACE, _WAY))
        goods = ("product", "quantity", "total") if is_way else ()
        same = [positions[name][0] for name in ("order", *goods) if name in positions]
        seen: dict[tuple[str, ...], str] = {}
        parts = {said for said in set(column(rows, position)) if _PART.fullmatch(words_of(said))}
        for _, cells in rows:
            said = cells[position].strip() if position < len(cells) else ""
            if said in parts and any(map(_is_some, _money(cells, positions))):
                raise SalesUnclear(path, "components", said)
            if said and (is_place or is_way):
                key = (_day_of(cells, positions), *(cells[place].strip() for place in same))
                if all(key) and seen.setdefault(key, said) != said:
                    raise SalesUnclear(path, "outlets" if is_place else "paid_in_parts", heading)


def _check_states(rows: Sequence[Row], columns: Columns, how: Reading, path: str) -> None:
    """Raises `SalesUnclear` where the same goods of an order stand there with several states."""
    places = [place for name in ("state", "kind") for place in columns.positions.get(name, ())]
    if not places:
        return
    place = places[0]
    same = [columns.positions[x][0] for x in ("order", "product", "quantity", "total")
            if x in columns.positions]  # fmt: skip
    seen: dict[tuple[str, ...], dict[str, State | None]] = {}
    for _, cells in rows:
        key = tuple(cells[p].strip(" -()\u2212") for p in same if p < len(cells))
        text = cells[place].strip(DASHES) if place < len(cells) else ""
        if text and len(key) == len(same) and key[0]:
            found = seen.setdefault(key, {})
            found[text.casefold()] = how.state(columns.heading[place], text)
            if len(found) > 1 and set(found.values()) <= {State.SOLD, State.CANCELLED}:
                raise SalesUnclear(path, "state_twice", key[0])


def _check_returns(rows: Sequence[Row], positions: Positions, path: str) -> None:
    """Some numbers or goods begin as those of returns do, others do not, and nothing else says
    so."""
    for name, begins in (("order", _OF_RETURNS), ("product", _GOODS_BACK)):
        place = positions[name][0]
        backs = [
            cells for _, cells in rows
            if place < len(cells) and begins.fullmatch(cells[place].strip())
        ]  # fmt: skip
        if len(backs) < len(rows):
            _check_signs(backs, positions, place, path)


def _check_signs(
    backs: Sequence[Sequence[str]], positions: Positions, place: int, path: str
) -> None:
    for cells in backs:
        told = (*_money(cells, positions), *(cells[p] for p in positions.get("quantity", ())))
        if not any(cell.lstrip().startswith(_MINUS) for cell in told):
            raise SalesUnclear(path, "return_numbers", cells[place].strip())


def _money(cells: Sequence[str], positions: Positions) -> list[str]:
    return [cells[positions[name][0]] for name in ("total", "gross", "price") if name in positions]


def _day_of(cells: Sequence[str], positions: Positions) -> str:
    return next(iter(cells[positions["at"][0]].split()), "")
