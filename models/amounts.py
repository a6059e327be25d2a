"""Money, quantities and texts: how they are counted, rounded, read and bounded.

Money is an integer of the smallest cash unit (rupiah: 1), a quantity an integer of thousandths
(0.5 kg = 500), a tax rate an integer of basis points (11 % = 1100). Never a float.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import (
    BadChoice,
    BadMoney,
    BadQuantity,
    DiscountTooLarge,
    NotANumber,
    NotWhole,
    RateTooLarge,
    TextMissing,
    TextTooLong,
)

ONE = 1000  # thousandths in a piece
PRICE_LIMIT = 10**12
QUANTITY_LIMIT = 10**9  # thousandths: a million pieces
SUM_LIMIT = 10**15  # of one order; far below 2^63 even when a year is added up
LINES_LIMIT = 1000
WHOLE = 10_000  # basis points: 100 %

NAME_LIMIT = 200
CODE_LIMIT = 64
NOTE_LIMIT = 500

# Bidi controls can make a text read differently from what it says (Unicode TR36).
_UNWANTED = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_UNITS = {"rb": 10**3, "ribu": 10**3, "k": 10**3, "jt": 10**6, "juta": 10**6}
_SAID_MONEY = re.compile(rf"([0-9]+)(?:[.,]([0-9]{{1,2}}))? ?({'|'.join(_UNITS)})")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest integer, halves upwards (non-negative)."""
    return (2 * numerator + denominator) // (2 * denominator)


def average(total: int, count: int) -> int:
    """`total` shared by `count`, rounded half up; zero where there is nothing to share by."""
    return half_up(total, count) if count > 0 else 0


def line_total(price: int, quantity: int, discount: int = 0) -> int:
    """Price per piece × quantity (thousandths), rounded half up, minus the line's discount."""
    return (2 * price * quantity + ONE) // (2 * ONE) - discount


def tax_within(total: int, rate: int) -> int:
    """The tax contained in `total` at `rate` basis points (prices include tax)."""
    return half_up(total * rate, 10_000 + rate)


def tax_on(total: int, rate: int) -> int:
    """The tax to add to `total` at `rate` basis points (prices exclude tax)."""
    return half_up(total * rate, 10_000)


def percent_of(total: int, basis_points: int) -> int:
    """`basis_points` (10 % = 1000) of `total`, rounded half up."""
    return half_up(total * basis_points, WHOLE)


@dataclass(frozen=True, slots=True)
class Discount:
    """What was given: a sum (rupiah) or a rate (basis points), never both.

    A rate follows the goods that it is taken from; a sum stays, at most what they cost.
    """

    amount: int = 0
    rate: int = 0

    def __bool__(self) -> bool:
        return bool(self.amount or self.rate)

    def off(self, value: int) -> int:
        """What goes off goods that cost `value`, in rupiah."""
        return percent_of(value, self.rate) if self.rate else min(self.amount, value)


NO_DISCOUNT = Discount()


def shared_out(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` split over `weights` so that the parts add up to it exactly (largest remainder)."""
    whole = sum(weights)
    if not amount or not whole:
        return [0] * len(weights)
    parts = [amount * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(amount * weights[i] % whole))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return parts


def checked_quantity(quantity: int) -> int:
    """`quantity` if it is between a thousandth and the limit.

    Raises `BadQuantity`.
    """
    if type(quantity) is not int or not 0 < quantity <= QUANTITY_LIMIT:
        raise BadQuantity(quantity, QUANTITY_LIMIT)
    return quantity


def checked_count(on_shelf: int) -> int:
    """What was counted on a shelf (thousandths), if it is between nothing and the limit.

    Raises `BadQuantity`.
    """
    if type(on_shelf) is not int or not 0 <= on_shelf <= QUANTITY_LIMIT:
        raise BadQuantity(on_shelf, QUANTITY_LIMIT)
    return on_shelf


def checked_money(amount: int, limit: int = PRICE_LIMIT) -> int:
    """`amount` if it is between zero and `limit`.

    Raises `BadMoney`.
    """
    if type(amount) is not int or not 0 <= amount <= limit:
        raise BadMoney(amount, limit)
    return amount


def checked_discount(discount: Discount, limit: int) -> Discount:
    """`discount` if it is not above `limit`, the sum it is taken from.

    Raises `BadMoney`, `DiscountTooLarge`, `RateTooLarge`, `BadChoice` (a sum and a rate).
    """
    if discount.amount and discount.rate:
        raise BadChoice("discount", f"{discount.amount} + {discount.rate}")
    if type(discount.rate) is not int or not 0 <= discount.rate <= WHOLE:
        raise RateTooLarge(discount.rate)
    if checked_money(discount.amount, SUM_LIMIT) > limit:
        raise DiscountTooLarge(discount.amount, limit)
    return discount


def clean_text(text: str) -> str:
    """Without control and bidi characters, NFC, white space folded, stripped."""
    return " ".join(unicodedata.normalize("NFC", _UNWANTED.sub("", text)).split())


def checked_text(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """`text` cleaned and bounded to `limit` characters.

    Raises `TextTooLong` (also for texts that would be short enough only after a long clean-up)
    and, when `required`, `TextMissing`.
    """
    if len(text) > 4 * limit:
        raise TextTooLong(field, len(text), limit)
    text = clean_text(text)
    if len(text) > limit:
        raise TextTooLong(field, len(text), limit)
    if required and not text:
        raise TextMissing(field)
    return text


def checked_key(key: str) -> str:
    """The key under which something is done only once. Raises `BadChoice`."""
    if not 0 < len(key) <= CODE_LIMIT or not key.isascii() or not key.isprintable():
        raise BadChoice("request_id", key[:CODE_LIMIT])
    return key


def parse_money(text: str) -> int:
    """Rupiah from what people type or a file says: `12500`, `12.500`, `Rp 12.500`, `12,500.00`.

    Groups of three after a mark are thousands; a last group of one or two digits are decimals and
    must be zero, because rupiah has none. As people say it: `200rb`, `1,5 jt` (there every mark
    begins decimals, and three of them could be either).

    Raises `NotANumber`, `NotWhole`, `BadMoney`.
    """
    plain = clean_text(text[:64]).removeprefix("Rp").strip().removesuffix(",-").strip()
    if len(text) <= 64 and (said := _SAID_MONEY.fullmatch(plain.lower())):
        whole, decimals, unit = said.groups("")
        return checked_money(int(whole + decimals) * _UNITS[unit] // 10 ** len(decimals))
    if len(text) > 64 or not _NUMBER.fullmatch(plain):
        raise NotANumber(text[:64])
    groups = re.split("[.,]", plain)
    if len(groups) > 1 and len(groups[-1]) in (1, 2) and int(groups.pop()):
        raise NotWhole(text[:64])
    if any(len(group) != 3 for group in groups[1:]) or (len(groups) > 1 and len(groups[0]) > 3):
        raise NotANumber(text[:64])
    return checked_money(int("".join(groups)))
