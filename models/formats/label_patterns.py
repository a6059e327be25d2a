"""How the labels of the shop's scales are to be read: the owner's table of patterns.

The language is Odoo's: a digit stands for itself, a point for any digit of the product's number,
and in braces stand the digits that say how much, N before and D behind the decimal mark. The
product is stored under the same code with zeros in the braces and the check digit that belongs
to it: `21.....{NNDDD}` reads 2112345015002 as 1.5 of the product 2112345000008.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from models.amounts import ONE
from models.errors import BrokenCheckDigit, UnreadableLabel
from models.formats.check_digits import LENGTHS, check_digit, has_check_digit, is_digits

WEIGHT, PRICE, DISCOUNT = "weight", "price", "discount"
KINDS = (WEIGHT, PRICE, DISCOUNT)
#: A price of five digits may count in tens or hundreds of rupiah.
TIMES = (1, 10, 100)
PATTERNS_LIMIT = 30

#: Codes that GS1 leaves to the shops themselves; all others belong to some manufacturer.
_OF_THE_SHOP = re.compile(r"0[24]|2\d")
_SHAPE = re.compile(r"([\d.]*)\{(N*)(D*)\}([\d.]*)")


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """`kind` is weight, price or discount; a printed price counts `times` so many rupiah."""

    pattern: str
    kind: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class LabelReading:
    """`code` is what the product is stored under, empty on a discount label.

    `value` is a weight in thousandths, a price in rupiah, or a discount in basis points.
    """

    code: str
    kind: str
    value: int


DEFAULTS = (
    LabelPattern("21.....{NNDDD}", WEIGHT),
    LabelPattern("23.....{NNNNN}", PRICE),
    LabelPattern("22{NN}", DISCOUNT),
)


def trouble(wanted: LabelPattern) -> str:
    """Why this pattern cannot be used: shape, number, start, length, decimals; empty if it can.

    A pattern for goods leaves exactly the check digit open; one for a discount is shorter.
    """
    shape = _SHAPE.fullmatch(wanted.pattern) if wanted.pattern.isascii() else None
    if shape is None or wanted.kind not in KINDS or wanted.times not in TIMES:
        return "shape"
    before, whole, decimals, after = shape.groups()
    if not whole + decimals:
        return "number"
    if not _OF_THE_SHOP.match(before):
        return "start"
    length = len(before + whole + decimals + after)
    if wanted.kind == DISCOUNT:
        return "length" if after or length + 1 > max(LENGTHS) else ""
    if length + 1 not in LENGTHS[:3]:
        return "length"
    return "decimals" if len(decimals) > (3 if wanted.kind == WEIGHT else 2) else ""


def are_patterns(value: Any) -> bool:
    """Whether a preference is a table of usable patterns."""
    if not isinstance(value, list) or len(value) > PATTERNS_LIMIT:
        return False
    try:
        return not any(trouble(LabelPattern(**row)) for row in value)
    except (TypeError, AttributeError):
        return False


def as_rows(patterns: Iterable[LabelPattern]) -> list[dict[str, Any]]:
    """The table as a preference keeps it."""
    return [asdict(pattern) for pattern in patterns]


def of_rows(rows: list[dict[str, Any]]) -> tuple[LabelPattern, ...]:
    """The table that a preference keeps."""
    return tuple(LabelPattern(**row) for row in rows)


def read(code: str, patterns: Iterable[LabelPattern]) -> LabelReading | None:
    """What a label says by the first pattern that fits it; None when none does.

    Raises `BrokenCheckDigit`: a digit was misread, and it may be one of the price;
    `UnreadableLabel`: a price with a part of a rupiah, or a discount above everything.
    """
    if not is_digits(code):
        return None
    for pattern in patterns:
        # A scanner may leave out the zero that an EAN-13 puts before an UPC-A.
        for spelling in (code, "0" + code) if len(code) == 12 else (code,):
            reading = _read(spelling, pattern)
            if reading is not None:
                return reading
    return None


def _read(code: str, pattern: LabelPattern) -> LabelReading | None:
    shape = _SHAPE.fullmatch(pattern.pattern)
    assert shape is not None, pattern
    before, whole, decimals, after = shape.groups()
    size = len(whole + decimals)
    found = re.match(f"({before})(\\d{{{size}}})({after})", code)
    if found is None:
        return None
    rest = code[found.end() :]
    if pattern.kind == DISCOUNT:
        # Zeros fill a short label up to the length of its symbol.
        if rest and (not has_check_digit(code) or rest[:-1].strip("0")):
            return None
    elif len(rest) != 1:
        return None
    if rest and rest[-1] != check_digit(code[:-1]):
        raise BrokenCheckDigit(code)
    value = _value(code, pattern, int(found[2]), 10 ** len(decimals))
    if pattern.kind == DISCOUNT:
        return LabelReading("", DISCOUNT, value)
    stored = found[1] + "0" * size + found[3]
    return LabelReading(stored + check_digit(stored), pattern.kind, value)


def _value(code: str, pattern: LabelPattern, digits: int, parts: int) -> int:
    scale = {WEIGHT: ONE, PRICE: pattern.times, DISCOUNT: 100}[pattern.kind]
    value, rest = divmod(digits * scale, parts)
    if rest or (pattern.kind == DISCOUNT and value > 10_000):
        raise UnreadableLabel(code)
    return value
