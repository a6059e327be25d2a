"""Files whose rows are no lines of sales: whole receipts, days, products, pivots."""

import re
from collections.abc import Sequence

from models.errors import SalesUnclear
from models.past_sales.columns import Positions, Row, column, is_moment, is_number
from models.past_sales.headings import plain

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
