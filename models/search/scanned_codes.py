"""What a scanned code means: a product and how much of it, a label's price, or an order's ticket.

What is not clear is refused: a misread price label never becomes another price.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models import amounts
from models.amounts import CODE_LIMIT, NO_DISCOUNT, ONE, Discount
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.errors import (
    BrokenCheckDigit,
    EmptyLabel,
    NotByWeight,
    NoUnitPrice,
    UnknownCode,
    UnreadableLabel,
)
from models.formats import label_patterns
from models.formats.check_digits import has_check_digit, is_broken, is_digits, is_true, upc_a_of
from models.formats.label_patterns import DISCOUNT, WEIGHT, LabelReading
from models.orders import tickets
from models.settings import preferences
from models.text.words import dictionary, fold

#: What stands between the parts of a GS1 code, whichever way a scanner sends FNC1.
SEPARATOR = "\x1d"
#: Scanners may say first what kind of bars it was (ISO 15424): these carry GS1 parts.
_GS1_SYMBOLS = ("]C1", "]d2", "]Q3", "]e0", "]J1")
_RUPIAH = "360"


@dataclass(frozen=True, slots=True)
class Scan:
    """One meaning of `code`; with none of `product`, `percent`, `order_id` nobody knows it.

    `quantity` in thousandths; `price` (rupiah) is what the label says that all of it costs;
    `percent` is a discount label (basis points); `lot` and `expires` stand on GS1 codes.
    """

    code: str
    product: Product | None = None
    quantity: int = ONE
    price: int | None = None
    percent: int = 0
    order_id: int | None = None
    lot: str = ""
    expires: date | None = None

    @property
    def is_known(self) -> bool:
        return self.product is not None or bool(self.percent) or self.order_id is not None

    def line(self, times: int = ONE) -> tuple[int, Discount]:
        """Quantity and discount of a line with `times` (thousandths) what the code means.

        With a price on the label the line comes to exactly that price: the quantity is as much
        as it buys, and what a thousandth more would cost goes off as discount.
        """
        quantity = amounts.half_up(self.quantity * times, ONE)
        if self.price is None or self.product is None:
            return quantity, NO_DISCOUNT
        price, wanted = self.product.price, amounts.half_up(self.price * times, ONE)
        if amounts.line_total(price, quantity) < wanted or self.quantity == 0:
            quantity = _bought_for(wanted, price)
        return quantity, Discount(amounts.line_total(price, quantity) - wanted)


def read(code: str) -> Scan:
    """What `code` means, with or without the scanner's own word on what kind of bars it was.

    Raises `BrokenCheckDigit`, `UnreadableLabel`, `EmptyLabel`, `NotByWeight`, `NoUnitPrice`, and
    `UnknownOrder` for a ticket of no order of this shop.
    """
    given = code[: 4 * CODE_LIMIT].strip(" ")
    symbol, plain = (given[:3], given[3:]) if given.startswith("]") else ("", given)
    plain = plain.strip(SEPARATOR)
    order_id = tickets.order_for_code(plain)
    if order_id is not None:
        return Scan(plain, order_id=order_id)
    patterns = label_patterns.of_rows(preferences.get(preferences.LABEL_PATTERNS))
    if found := _known(plain):
        product, _ = found
        # What a scale's goods are stored under is also their label when nothing lies on it.
        if _per_kilogram(product.unit) and is_true(plain) and label_patterns.read(plain, patterns):
            raise EmptyLabel(plain)
        return Scan(plain, *found)
    if symbol in _GS1_SYMBOLS or SEPARATOR in given or _begins_with_gtin(plain):
        return _of_gs1(plain)
    if label := label_patterns.read(plain, patterns):
        return _of_label(plain, label)
    if is_broken(plain):
        raise BrokenCheckDigit(plain)
    return Scan(amounts.clean_text(plain)[:CODE_LIMIT])


# --- products ------------------------------------------------------------------------------


def _known(code: str) -> tuple[Product, int] | None:
    """The product of a code in any of its spellings, and how much of it is meant."""
    for spelling in _spellings(code):
        try:
            return catalogue.scanned(spelling)
        except UnknownCode:
            continue
    return None


def _spellings(code: str) -> list[str]:
    """The code, and the same number as EAN-8, UPC-A, EAN-13 and GTIN-14 write it."""
    spellings = [code]
    if has_check_digit(code):
        whole = code.zfill(14)
        spellings += [whole[14 - size :] for size in (13, 14, 8) if _is_zero(whole[: 14 - size])]
        if upc_a := upc_a_of(code):
            spellings.append(upc_a)
    elif code != code.upper():  # Caps Lock turns the letters of a scanner around
        spellings.append(code.upper())
    # The catalogue itself knows that UPC-A and EAN-13 are the same.
    return list(dict.fromkeys(spellings))


def _is_zero(digits: str) -> bool:
    return not digits.strip("0")


# --- labels of the shop's scales ------------------------------------------------------------


def _of_label(code: str, label: LabelReading) -> Scan:
    if not label.value:
        raise EmptyLabel(code)
    if label.kind == DISCOUNT:
        return Scan(code, percent=label.value)
    found = _known(label.code)
    if found is None:
        return Scan(label.code)
    product, _ = found
    each = _per_kilogram(product.unit)
    if label.kind == WEIGHT:
        if each is None:
            raise NotByWeight(product.name, product.unit)
        return Scan(code, product, round(label.value * each))
    scan = _priced(Scan(code, product, 0, label.value))
    if each is not None:
        return scan
    pieces, rest = divmod(label.value, product.price)
    if rest:
        raise NotByWeight(product.name, product.unit)
    return Scan(code, product, pieces * ONE)


def _per_kilogram(unit: str) -> Fraction | None:
    """How many of a unit a kilogram is; None for what is not weighed."""
    dimension, grams = dictionary().measures.get(fold(unit).strip(), ("", 0.0))
    return Fraction(1000) / Fraction(str(grams)) if dimension == "mass" else None


def _priced(scan: Scan) -> Scan:
    """The scan, if its price can be turned into a quantity."""
    assert scan.product is not None
    if scan.price is not None and not scan.product.price:
        raise NoUnitPrice(scan.product.name)
    return scan


def _bought_for(wanted: int, price: int) -> int:
    """The least quantity (thousandths) that comes to `wanted` rupiah or more, rounded half up."""
    return max(1, -((ONE // 2 - wanted * ONE) // price))


# --- GS1-128 and DataMatrix -----------------------------------------------------------------


def _begins_with_gtin(code: str) -> bool:
    """Whether a code without any mark can only be (01), a product's number, and more."""
    return code.startswith("01") and is_digits(code[:16]) and is_true(code[2:16])


def _of_gs1(code: str) -> Scan:
    from biip import ParseError
    from biip.gs1_messages import GS1Message

    try:
        message = GS1Message.parse(code)
    except ParseError:
        raise UnreadableLabel(code.replace(SEPARATOR, " ")) from None
    parts = {part.ai.ai: part for part in reversed(message.element_strings)}
    if "01" not in parts:
        raise UnreadableLabel(code.replace(SEPARATOR, " "))
    gtin = parts["01"].value
    if not is_true(gtin):
        raise BrokenCheckDigit(gtin)
    found = _known(gtin)
    if found is None:
        return Scan(gtin.removeprefix("0"))
    product, pack = found
    weight = _measured(parts, "310")
    price = _price(gtin, parts)
    if gtin[0] == "9" and weight is None and price is None:
        raise UnreadableLabel(gtin)  # sold by weight, and the weight was not read
    quantity = _quantity(product, pack, weight, price)
    lot = parts["10"].value if "10" in parts else ""
    expires = parts["17"].date if "17" in parts else None
    return _priced(Scan(gtin, product, quantity, price, lot=lot, expires=expires))


def _quantity(product: Product, pack: int, weight: Decimal | None, price: int | None) -> int:
    """What is weighed counts by weight; what is sold by the piece is a piece, however heavy.

    None at all where only the price is known: `Scan.line` makes it from that.
    """
    each = _per_kilogram(product.unit)
    if weight is not None and each:
        return round(Fraction(weight) * each * ONE)
    return pack if price is None else 0


def _measured(parts: dict[str, Any], kind: str) -> Decimal | None:
    """The part `kind` whose last digit says how many decimals it has."""
    found = [part.decimal for ai, part in parts.items() if ai[:3] == kind]
    return found[0] if found else None


def _price(gtin: str, parts: dict[str, Any]) -> int | None:
    price = _measured(parts, "392")
    for ai, part in parts.items():
        if ai[:3] == "393":  # with its currency, in the digits of ISO 4217
            if part.pattern_groups[0] != _RUPIAH:
                raise UnreadableLabel(gtin)
            price = part.decimal
    if price is None:
        return None
    if price != int(price) or not price:
        raise UnreadableLabel(gtin)
    return int(price)
