"""Takes personal data out of a list, and leaves the goods that are called like people in it.

To the cleaner of free texts *surya* in `buat bapak surya 16 1` is somebody's name; a shop that has
cigarettes of that name knows better.
"""

import re

from models.search.product_index import ProductIndex
from models.shopping_list.coded import product_of
from models.shopping_list.message import CODED
from models.shopping_list.readings import is_wish
from models.text import redaction
from models.text.redaction import REMOVED, Cleaned
from models.text.words import dictionary, words_of

#: A line of more pieces is no line of a list; what was taken out of it stays out.
_MOST = 8
_LONGEST = 400
_LONG_NUMBER = re.compile(r"\d{4}|\d[\d .-]{6}\d")


def without_personal_data(index: ProductIndex, text: str) -> Cleaned:
    """The text without what leads to a person; lines stay lines, and codes of goods codes."""
    lines = text.splitlines()
    coded = {at: found for at, line in enumerate(lines) if (found := CODED.fullmatch(line))}
    if not coded:
        return _cleaned(index, text)
    for at, found in coded.items():
        lines[at] = found["words"]
    cleaned = _cleaned(index, "\n".join(lines))
    lines = cleaned.text.splitlines()
    if len(lines) <= max(coded):
        return _cleaned(index, text)  # no line can be told from the others any more
    for at, found in coded.items():
        sku = found["sku"] if found["sku"] and product_of(found["sku"]) else ""
        lines[at] = f"[#{sku}] {lines[at]}{found[0][found.end('words') :]}"
    return Cleaned("\n".join(lines), cleaned.removed)


def _cleaned(index: ProductIndex, text: str) -> Cleaned:
    cleaned = redaction.clean(text)
    said, kept = text.splitlines(), cleaned.text.splitlines()
    if not cleaned.removed or len(said) != len(kept):
        return cleaned
    lines = [_with_goods(index, *both) for both in zip(said, kept, strict=True)]
    back = cleaned.text.count(REMOVED) - sum(line.count(REMOVED) for line in lines)
    return Cleaned("\n".join(lines), cleaned.removed - back)


def _with_goods(index: ProductIndex, said: str, kept: str) -> str:
    """A line with those removed pieces put back that name goods of the shop."""
    parts = kept.split(REMOVED)
    if not 1 < len(parts) <= _MOST or len(said) > _LONGEST:
        return kept
    gaps = re.fullmatch("(.+?)".join(map(re.escape, parts)), said)
    if gaps is None:
        return kept
    if any(map(_has_number, gaps.groups())) and _is_a_wish(index, said):
        return said  # `gg surya 12 1` is no alley
    line = parts[0]
    for gap, part in zip(gaps.groups(), parts[1:], strict=True):
        line += (gap if _names_goods(index, gap) else REMOVED) + part
    return line


def _has_number(gap: str) -> bool:
    return any(character.isdigit() for character in gap)


def _is_a_wish(index: ProductIndex, said: str) -> bool:
    """Whether all of a line is so many of some goods, and none of its numbers leads to a person."""
    return "@" not in said and not _LONG_NUMBER.search(said) and is_wish(index, said)


def _names_goods(index: ProductIndex, gap: str) -> bool:
    """Whether words, and no number or address, are partly those of a product."""
    if "@" in gap or _has_number(gap):
        return False
    known = dictionary()
    announced = known.places | known.owners
    telling = [w for w in words_of(gap) if w.text not in announced and not known.is_polite(w)]
    return any(index.begins(word.text) or index.opens(word.text) >= _BRAND for word in telling)


#: A word that begins so many of the names that have it is a brand.
_BRAND = 0.3
