"""What one cell of somebody's price list means, what had to be tidied in it, and what it cannot be.

Nothing is corrected in silence: whatever is read as something else than what stands in the file
comes with a `Remark`, and what could be read in two ways is refused.
"""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from models.amounts import (
    CODE_LIMIT,
    ONE,
    PRICE_LIMIT,
    QUANTITY_LIMIT,
    clean_text,
    half_up,
)
from models.formats.workbooks import NumberCell


@dataclass(frozen=True, slots=True)
class Remark:
    """A fact about a row; the window makes a sentence of `code` and `values`."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """This cell cannot be what its column says; the row is not imported."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.remark = Remark(code, values)


# --- numbers -------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_AROUND = re.compile(r"^(?:rp\.?|idr)\s*|\s*(?:,-|\.-|idr)$", re.IGNORECASE)
_OTHER_MONEY = re.compile(r"[$\u20ac\u00a3\u00a5]|\b(?:usd|eur|gbp|sgd|myr|rm)\b", re.IGNORECASE)
_LOOKALIKES = str.maketrans("OoQlI", "00011")
_GAPS = re.compile(r"[\s\u00a0\u202f'\u2019]+(?=\d)")


def decimal_mark(texts: list[str]) -> str:
    """`,` or `.`, whichever the numbers of a file use before decimals; empty when none tells.

    Groups of three could be thousands or decimals and tell nothing. When both are used, neither
    is the file's mark.
    """
    marks = set()
    for text in texts:
        plain = _bare(text)
        if found := re.fullmatch(r"\d+(?:[.,]\d{3})*([.,])(\d+)", plain):
            others = set(re.findall(r"[.,]", plain[: found.start(1)]))
            if found[1] not in others and (others or len(found[2]) != 3):
                marks.add(found[1])
    return marks.pop() if len(marks) == 1 else ""


def read_money(name: str, text: str, decimal: str, *, sure: bool) -> tuple[int, Remark | None]:
    """Rupiah in a cell, rounded when the file has fractions of it. Raises `Refused`.

    `decimal` is the file's mark before decimals; `sure` says that somebody knows it, so that
    `12.500` with the mark `.` is twelve and a half and not a riddle.
    """
    if _OTHER_MONEY.search(text):
        raise Refused("other_money", field=name, text=shortened(text))
    amount = _thousandths(name, text, decimal, sure)
    if amount > PRICE_LIMIT * ONE:
        raise Refused("too_large", field=name, text=shortened(text), limit=PRICE_LIMIT)
    rounded = half_up(amount, ONE)
    if rounded * ONE == amount:
        return rounded, None
    return rounded, Remark("rounded", {"field": name, "before": shortened(text), "after": rounded})


def read_quantity(name: str, text: str, decimal: str, *, sure: bool) -> int:
    """Thousandths in a cell, zero allowed. Raises `Refused`."""
    amount = _thousandths(name, text, decimal, sure)
    if amount > QUANTITY_LIMIT:
        raise Refused("too_large", field=name, text=shortened(text), limit=QUANTITY_LIMIT // ONE)
    return amount


def is_negative(text: str) -> bool:
    """Whether a number has its minus in front, behind, or is written in brackets."""
    plain = _AROUND.sub("", text.strip())
    return bool(re.fullmatch(r"[-\u2212](?:rp\.?)?\s*[\d.,]+|[\d.,]+-|\([\d.,]+\)", plain, re.I))


def _thousandths(name: str, text: str, decimal: str, sure: bool) -> int:
    shown = shortened(text)
    if is_negative(text):
        raise Refused("negative", field=name, text=shown)
    plain = _bare(text).removeprefix("+")
    if not _NUMBER.fullmatch(plain) or len(plain) > 40:
        straight = plain.translate(_LOOKALIKES)
        if straight != plain and _NUMBER.fullmatch(straight):
            letter = next(c for c in plain if c in "OoQlI")
            raise Refused(
                "letter_in_number", field=name, text=shown, letter=letter,
                digit=letter.translate(_LOOKALIKES),
            )  # fmt: skip
        raise Refused("not_a_number", field=name, text=shown)
    if isinstance(text, NumberCell):
        decimal, sure = ".", True
    whole, part = _split(name, plain, decimal, sure)
    return int(whole) * ONE + half_up(int(part or "0") * ONE, 10 ** len(part))


def _split(name: str, plain: str, decimal: str, sure: bool) -> tuple[str, str]:
    """Digits before and after the decimal mark."""
    marks = re.findall("[.,]", plain)
    groups = re.split("[.,]", plain)
    in_threes = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if not marks:
        return plain, ""
    if len(set(marks)) == 1:
        if len(marks) == 1 and in_threes and marks[0] == decimal:
            if not sure:
                raise Refused("ambiguous_number", field=name, text=plain)
            return groups[0], groups[1]
        if in_threes:
            return "".join(groups), ""
        # A spreadsheet's own numbers have a point whatever people use: 12500.5 has no thousands.
        plain_decimals = marks[0] == "." and len(groups[0]) > 3
        if len(marks) == 1 and (plain_decimals or not (sure and decimal and marks[0] != decimal)):
            return groups[0], groups[1]
    elif (
        marks.count(marks[-1]) == 1
        and len(set(marks[:-1])) == 1
        and all(len(group) == 3 for group in groups[1:-1])
        and not (sure and decimal and marks[-1] != decimal)
    ):
        return "".join(groups[:-1]), groups[-1]
    raise Refused("not_a_number", field=name, text=plain)


def _bare(text: str) -> str:
    return _GAPS.sub("", _AROUND.sub("", _AROUND.sub("", clean_text(text[:100]))))


def shortened(text: str, limit: int = 40) -> str:
    text = clean_text(text[: 4 * limit])
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


# --- codes ---------------------------------------------------------------------------------

# What Excel makes of a long number: the last digits are gone for good.
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e[+]?\d+", re.IGNORECASE)
# What Excel makes of a code such as 3-12, in its own files and when it writes text.
_DATED = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+")
_LIKE_A_DATE = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|sep|oct|okt|nov|dec|des)(?:-\d\d)?"
    r"|(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|sep|oct|okt|nov|dec|des)-\d\d",
    re.IGNORECASE,
)
_QUOTES = re.compile("[\"'`\u00b4\u2018\u2019\u201c\u201d]")


def read_code(name: str, text: str) -> tuple[str, Remark | None]:
    """An SKU or barcode, without what programs put around it. Raises `Refused`."""
    before = " ".join(unicodedata.normalize("NFC", text[: 8 * CODE_LIMIT]).split())
    if _SHORTENED.fullmatch(before):
        raise Refused("code_rounded", field=name, text=before)
    if _DATED.fullmatch(before):
        raise Refused("code_dated", field=name, text=before[:10])
    code = clean_text(_QUOTES.sub("", html.unescape(before).removeprefix("=")))
    if re.fullmatch(r"\d[\d ]+\d", code):
        code = code.replace(" ", "")
    if re.fullmatch(r"\d+[.,]0+", code):
        code = re.split("[.,]", code)[0]
    if len(code) > CODE_LIMIT:
        raise Refused("too_long", field=name, length=len(code), limit=CODE_LIMIT)
    if code == before:
        return code, None
    return code, Remark("code_cleaned", {"field": name, "before": shortened(before), "after": code})


def like_a_date(code: str) -> bool:
    """Whether a code looks as if Excel had taken it for a day: `2-Jan`, `Mar-12`."""
    return bool(_LIKE_A_DATE.fullmatch(code))


def several_codes(text: str) -> list[str]:
    """The barcodes in a cell that holds more than one; else the cell as it stands."""
    parts = [part for part in re.split(r"[,;|/\s]+", text) if part]
    several = len(parts) > 1 and all(re.fullmatch(r"\d{7,14}", part) for part in parts)
    return parts if several else [text]


def same_code(code: str) -> str:
    """One spelling for a UPC-A code and the EAN-13 with a zero in front that means the same."""
    return "0" + code if len(code) == 12 and code.isdigit() and code.isascii() else code


# --- yes and no --------------------------------------------------------------------------

_YES = frozenset(
    {
        "y", "yes", "ya", "true", "benar", "1", "active", "aktif", "dijual", "published", "enabled",
        "x",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "n", "no", "tidak", "false", "salah", "0", "-1", "draft", "archived", "nonaktif",
        "non aktif", "non-aktif", "tidak aktif", "tidak dijual", "inactive", "unpublished",
        "disabled", "discontinued", "hidden", "deleted", "dihentikan", "dihapus",
    }
)  # fmt: skip


def read_yes_no(name: str, text: str) -> bool:
    """Whether the product is sold. Raises `Refused`."""
    word = clean_text(text[:40]).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Refused("not_yes_no", field=name, text=shortened(text))


def tell_what_is_sold(texts: Iterable[str]) -> bool:
    """Whether these are yes and no, or no is among them: not new and used, or there and gone."""
    words = {clean_text(text[:40]).casefold() for text in texts}
    return bool(words & _NO) or words <= _YES


_RATE = re.compile(r"(?:\D*\s)?(\d{1,2}(?:[.,]\d{1,2})?|100) ?(%?)(?:\D.*)?")
_LIKELY = 3_000  # basis points


def read_rate(text: str, of_heading: str) -> int | None:
    """A tax rate in basis points: `11`, `11%`, `PPN 11%`, `0.11`; None for what is none.

    A yes under a heading that names a rate is that rate.
    """
    word = clean_text(text[:40]).casefold()
    if word in _NO or word in ("none", "tanpa pajak", "bebas pajak", "non ppn"):
        return 0
    if word in _YES and of_heading:
        word = of_heading
    found = _RATE.fullmatch(word)
    if not found:
        return None
    rate = half_up(int(Decimal(found[1].replace(",", ".")) * 10_000), 100)
    if found[2]:
        return rate
    if rate <= 30:  # 0.11
        return rate * 100
    return rate if rate <= _LIKELY else None  # a sum, not a rate
