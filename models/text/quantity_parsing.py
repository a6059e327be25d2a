"""How much of a product is meant by `3`, `.5`, `1½ kg`, `500g`, `setengah`, `2 lusin` or `1 dus`.

What cannot be understood is refused; nothing typed ever becomes another amount.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil

from models import amounts
from models.amounts import ONE
from models.errors import NotANumber, NotInParts, OtherUnit, UnclearNumber
from models.text.number_words import spoken
from models.text.words import dictionary, fold

_LIMIT = 64  # letters of an amount
_TIMES = re.compile("[*\u00d7]")
#: `3x indomie`: only behind digits and before a space, because names begin with an x too.
_TIMES_X = re.compile(r"\s*\d[\d.,/]*\s*([xX])(?=\s|$)")
_FRACTION_SIGN = re.compile(r"(\d?)([\u00bc-\u00be\u2150-\u215e])")
_FRACTION = re.compile(r"(?:(\d{1,9})\s+)?(\d{1,9})\s?/\s?(\d{1,9})")
_DIGITS = re.compile(r"\d[\d.,]*|[.,]\d+")
_DECIMAL = re.compile(r"(\d{0,15})(?:[.,](\d{0,3}))?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*")
#: Words behind a number that add to it.
_AND_A_HALF = ("setengah", "and a half", "and half", "dan setengah")
#: So much (thousandths) of one product, in pieces or kilos, is rather a slip, or `1.250` read
#: otherwise than it was meant.
_MANY = 1000 * ONE
#: Several pieces in a word, whatever the product.
SCORES = {"lusin": 12, "dozen": 12, "kodi": 20}


@dataclass(frozen=True, slots=True)
class ParsedQuantity:
    """An amount as it was said, before it is known of what: `count` of `unit`.

    `unit` is a folded word, empty for whatever the product is sold by. `grouped` is the number if
    the mark in `1.500` is one of thousands, `is_decimal` whether the screen writes decimals so.
    """

    text: str
    count: Fraction
    unit: str = ""
    grouped: Fraction | None = None
    is_decimal: bool = True

    @property
    def is_one(self) -> bool:
        return self.count == 1 and not self.unit and self.grouped is None

    @property
    def is_whole(self) -> bool:
        """Whether it asks for whole pieces, and not for a part or a weight."""
        return self.count.denominator == 1 and self.unit not in dictionary().measures

    def fits(self, unit: str) -> bool:
        """Whether goods sold by `unit` can be had so: parts and weights of what is measured."""
        if self.unit in dictionary().measures:
            return _each(self.unit, unit, ()) is not None
        return self.is_whole or is_measure(unit)

    def of(self, unit: str, packs: Sequence[int] = ()) -> int:
        """Thousandths of a product sold by `unit`; `packs` are the sizes of its packages.

        Raises `OtherUnit`, `UnclearNumber`.
        """
        each = _each(self.unit, unit, packs) if self.unit else ONE
        if each is None:
            raise OtherUnit(self.text, unit)
        total = self._clear_count(unit) * each
        return amounts.half_up(total.numerator, total.denominator)

    def _clear_count(self, unit: str) -> Fraction:
        """`1.500` pieces are many; of what is measured the screen's own mark is believed."""
        if self.grouped is None or (is_measure(self.unit or unit) and self.is_decimal):
            return self.count
        if is_measure(self.unit or unit):
            raise UnclearNumber(self.text, int(self.count * ONE), int(self.grouped * ONE))
        return self.grouped


#: Nothing said: one of it.
ONCE = ParsedQuantity("", Fraction(1))


def read(text: str, decimal: str = ",") -> ParsedQuantity:
    """What is typed where an amount belongs; `decimal` is the mark that the screen writes.

    Raises `NotANumber`.
    """
    plain = amounts.clean_text(_FRACTION_SIGN.sub(_spelled_out, text[: _LIMIT + 1]))
    if len(text) > _LIMIT:
        raise NotANumber(text[:_LIMIT])
    if match := _FRACTION.match(plain):
        whole, over, under = int(match[1] or 0), int(match[2]), int(match[3])
        if not under:
            raise NotANumber(text)
        return ParsedQuantity(
            plain, whole + Fraction(over, under), _unit(plain[match.end() :], text)
        )
    if match := _DIGITS.match(plain):
        number, rest = match[0], _folded(plain[match.end() :])
        count, grouped = _decimal(number, text), _grouped(number, text)
        if half := next((half for half in _AND_A_HALF if f"{rest} ".startswith(f"{half} ")), ""):
            count, rest = count + Fraction(1, 2), rest.removeprefix(half)
        if grouped is not None and len(re.findall("[.,]", number)) > 1:
            count, grouped = grouped, None
        is_decimal = decimal in number
        return ParsedQuantity(plain, count, _unit(rest, text), grouped, is_decimal)
    return _in_words(plain, text)


def before(text: str, decimal: str = ",") -> tuple[ParsedQuantity | None, str]:
    """`2 dus*indomie` → the amount before `*`, `×` or `x`, and what is behind it.

    No amount when there is no such mark. Raises `NotANumber`, `BadQuantity`.
    """
    if match := _TIMES.search(text):
        start, end = match.span()
    elif match := _TIMES_X.match(text):
        start, end = match.span(1)
    else:
        return None, text
    said = read(text[:start], decimal)
    amounts.checked_quantity(ceil(said.count * ONE))
    return said, text[end:].lstrip()


def quantity_of(text: str, unit: str, packs: Sequence[int] = (), decimal: str = ",") -> int:
    """Thousandths of `unit` that `text` says, more than none.

    Behind the number may stand the unit itself, another one of its kind (`500 g` of what is sold
    by the kilo), a dozen or a score, or a word for a package, if the product has only one size of
    those (`packs`, in thousandths).

    Raises `NotANumber`, `OtherUnit`, `UnclearNumber`, `BadQuantity`, `NotInParts`.
    """
    return amounts.checked_quantity(_in_whole(read(text, decimal).of(unit, packs), unit))


def count_of(text: str, unit: str, packs: Sequence[int] = (), decimal: str = ",") -> int:
    """The same, where none may be said as well: what is left on a shelf."""
    return amounts.checked_count(_in_whole(read(text, decimal).of(unit, packs), unit))


def is_measure(unit: str) -> bool:
    """Whether goods of this unit are weighed or measured, and so come in parts too."""
    return _folded(unit) in dictionary().measures


def comes_whole(quantity: int, unit: str) -> bool:
    """Whether so much (thousandths) of `unit` can be: pieces are not cut, measures and % are."""
    return quantity % ONE == 0 or unit == "%" or is_measure(unit)


def is_many(quantity: int, unit: str) -> bool:
    """Whether so much (thousandths of `unit`) is hardly meant; grams are counted as kilos."""
    _, share = dictionary().measures.get(_folded(unit), ("", 1000.0))
    return quantity * min(share, 1000.0) >= 1000 * _MANY


def check_parts(quantity: int, unit: str) -> None:
    """Raises `NotInParts` when pieces are to be cut: half a bottle."""
    if not comes_whole(quantity, unit):
        raise NotInParts(unit)


def _in_whole(quantity: int, unit: str) -> int:
    check_parts(quantity, unit)
    return quantity


# --- numbers -------------------------------------------------------------------------------


def _spelled_out(sign: re.Match[str]) -> str:
    """`1½` → `1 1/2`."""
    return f"{sign[1]} {unicodedata.normalize('NFKC', sign[2])}".replace("\u2044", "/")


def _decimal(number: str, text: str) -> Fraction:
    match = _DECIMAL.fullmatch(number)
    if match and (match[1] or match[2]):
        return Fraction(f"{match[1] or 0}.{match[2] or 0}")
    grouped = _grouped(number, text)
    if grouped is None:
        raise NotANumber(text[:_LIMIT])
    return grouped


def _grouped(number: str, text: str) -> Fraction | None:
    """`1.500`, `1.234.567` or `1.500,5` with marks of thousands; None when it cannot be that."""
    head, tail = number, ""
    marks = re.findall("[.,]", number)
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        head, _, tail = number.rpartition(marks[-1])
    if not _GROUPED.fullmatch(head) or len(tail) > 3:
        return None
    return Fraction(f"{re.sub('[.,]', '', head)}.{tail or 0}")


def _in_words(plain: str, text: str) -> ParsedQuantity:
    """`setengah kg`, `dua puluh lima`, `a dozen`, `sekilo`, or only `dus`."""
    words = _folded(plain).split()
    for size in range(len(words), 0, -1):
        number = _number_words().get(" ".join(words[:size]))
        if number is not None:
            return ParsedQuantity(plain, number, _unit(" ".join(words[size:]), text))
    word = " ".join(words)
    if not _is_unit(word):
        word = word.removeprefix("se")
    if not _is_unit(word):
        raise NotANumber(text[:_LIMIT])
    return ParsedQuantity(plain, Fraction(1), word)


@cache
def _number_words() -> dict[str, Fraction]:
    """Numbers below a thousand as they are spoken, with halves and quarters."""
    numbers = {
        _folded(spoken(number, language)): Fraction(number)
        for language in ("id", "en")
        for number in range(1000)
    }
    for words, number in list(numbers.items()):
        if 0 < number < 21:
            numbers |= {f"{words} {half}": number + Fraction(1, 2) for half in _AND_A_HALF}
    numbers |= {"a": Fraction(1), "an": Fraction(1)}
    for words, part in (
        ("setengah half a_half half_a", Fraction(1, 2)),
        ("seperempat quarter a_quarter quarter_of_a", Fraction(1, 4)),
        ("tiga_perempat three_quarters", Fraction(3, 4)),
        ("sepertiga third a_third", Fraction(1, 3)),
        ("dua_pertiga two_thirds", Fraction(2, 3)),
    ):
        numbers |= dict.fromkeys((word.replace("_", " ") for word in words.split()), part)
    return numbers


# --- units ---------------------------------------------------------------------------------


def _folded(text: str) -> str:
    words = fold(text).replace("-", " ").strip(" .").split()
    return " ".join(dictionary().spelt_parts.get(word, word) for word in words)


def _unit(rest: str, text: str) -> str:
    """The one word behind a number, `of a` and a point forgiven."""
    words = _folded(rest).removeprefix("of ").removeprefix("a ").split()
    if len(words) > 1 or any(not word.isalpha() for word in words):
        raise NotANumber(text[:_LIMIT])
    return "".join(words)


def _is_unit(word: str) -> bool:
    known = dictionary()
    concept = known.concept(word)
    return word in known.measures or concept in known.packages or concept in SCORES


def _each(word: str, unit: str, packs: Sequence[int]) -> Fraction | int | None:
    """Thousandths of `unit` in one `word`; None when that cannot be said."""
    known, unit = dictionary(), _folded(unit)
    concept, sold_by = known.concept(word), known.concept(unit)
    said, sold = known.measures.get(word), known.measures.get(unit)
    if concept == sold_by:
        return ONE
    if said and sold:
        same = said[0] == sold[0]
        return ONE * Fraction(str(said[1])) / Fraction(str(sold[1])) if same else None
    if concept in SCORES and not sold:
        return SCORES[concept] * ONE
    piece = known.concept("pcs")
    if {concept, sold_by} <= known.containers | {piece} and piece in (concept, sold_by):
        return ONE  # a bottle of what is sold by the piece
    sizes = set(packs)
    return sizes.pop() if len(sizes) == 1 and concept in known.bulk | known.either else None
