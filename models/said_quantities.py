"""How much of a product is meant by `3`, `500 g`, `setengah kg`, `2 lusin` or `1 dus`."""

import re
from collections.abc import Sequence

from models import amounts
from models.amounts import ONE
from models.errors import NotANumber, NotInParts
from models.words import dictionary, fold

_SAID = re.compile(r"(.*?)\s*([^\W\d_]+)\s*")


def quantity_of(text: str, unit: str, packs: Sequence[int] = ()) -> int:
    """Thousandths of `unit` that `text` says.

    Behind the number may stand the unit itself, another one of its kind (`500 g` of what is sold
    by the kilo), a dozen or a score, or a word for a package, if the product has only one size of
    those (`packs`, in thousandths).

    Raises `NotANumber`, `BadQuantity`.
    """
    match = _SAID.fullmatch(text[:64])
    if match is None:
        return amounts.parse_quantity(text)
    each = _each(fold(match[2]), fold(unit), packs)
    if each is None:
        raise NotANumber(text[:64])
    return amounts.checked_quantity(amounts.half_up(_count(match[1]) * each, ONE))


def is_measure(unit: str) -> bool:
    """Whether goods of this unit are weighed or measured, and so come in parts too."""
    return fold(unit).strip(" .") in dictionary().measures


def check_parts(quantity: int, name: str, unit: str) -> None:
    """Raises `NotInParts` when pieces are to be cut: half a bottle."""
    if quantity % ONE and not is_measure(unit):
        raise NotInParts(name)


def _count(text: str) -> int:
    """`2`, `1/2` or `setengah`, in thousandths; nothing is one."""
    word = fold(text.strip())
    if word in dictionary().numbers:
        return round(dictionary().numbers[word] * ONE)
    return amounts.parse_quantity(text) if word else ONE


def _each(word: str, unit: str, packs: Sequence[int]) -> int | None:
    """Thousandths of `unit` in one `word`; None when that cannot be said."""
    known = dictionary()
    concept = known.concept(word)
    said, sold = known.measures.get(word), known.measures.get(unit)
    if concept == known.concept(unit):
        return ONE
    if said and sold:
        return round(ONE * said[1] / sold[1]) if said[0] == sold[0] else None
    if concept in known.numbers:
        return round(known.numbers[concept] * ONE)
    sizes = set(packs)
    return sizes.pop() if len(sizes) == 1 and concept in known.bulk | known.either else None
