"""Names and words of a price list: mended where a program broke them, quiet where shouted."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from models.amounts import NAME_LIMIT, clean_text
from models.catalogue_import.cells import Refused, Remark, shortened

# UTF-8 that was read as Windows-1252: a lead byte looks like one of these letters.
_BROKEN = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
                     "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")  # fmt: skip
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,10});", re.IGNORECASE)


def read_text(name: str, text: str) -> tuple[str, list[Remark]]:
    """A name or a word of a product. Raises `Refused` when it is too long."""
    if text.isascii() and "&" not in text and text.isprintable() and len(text) <= NAME_LIMIT:
        return " ".join(text.split()), []
    if len(text) > 4 * NAME_LIMIT:
        raise Refused("too_long", field=name, length=len(text), limit=NAME_LIMIT)
    remarks: list[Remark] = []
    mended = _mended(text)
    _note(remarks, "misread", name, text, mended)
    unescaped = html.unescape(mended) if _ENTITY.search(mended) else mended
    _note(remarks, "unescaped", name, mended, unescaped)
    clean = clean_text(unescaped)
    if clean != " ".join(unicodedata.normalize("NFC", unescaped).split()):
        remarks.append(Remark("characters_removed", {"field": name, "after": clean}))
    if len(clean) > NAME_LIMIT:
        raise Refused("too_long", field=name, length=len(clean), limit=NAME_LIMIT)
    return clean, remarks


def _note(remarks: list[Remark], code: str, name: str, before: str, after: str) -> None:
    if before != after:
        old, new = _differing(before, after)
        facts = {"field": name, "before": shortened(old), "after": shortened(new)}
        remarks.append(Remark(code, facts))


def _differing(before: str, after: str) -> tuple[str, str]:
    """Only the words that differ, when both have as many."""
    pairs = list(zip(before.split(), after.split(), strict=False))
    if len(before.split()) != len(after.split()):
        return before, after
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    return " ".join(old for old, _ in changed), " ".join(new for _, new in changed)


def _mended(text: str) -> str:
    """`CRÃˆME` → `CRÈME`: the bytes back as they were, if they then are UTF-8."""
    if not _BROKEN.search(text):
        return text
    raw = bytearray()
    for letter in text:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > 255:
                return text
            raw.append(ord(letter))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return text


_VOWELS = frozenset("AEIOUaeiou\u00c8\u00c9")
_SHORT_FORMS = frozenset(
    {"ABC", "UHT", "SKM", "SD", "SMP", "SMA", "TWS", "USB", "LED", "XL", "XXL"}
)
_WORD = re.compile("([^\\W\\d_]+)(['\u2019\u00b4`][^\\W\\d_]+)?")
_UNITS = frozenset({"ml", "gr", "g", "kg", "gram", "cm", "mm", "pcs", "lt", "ltr"})
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)(ML|GR|G|KG|CM|MM|PCS|GRAM|W|WATT|S)")


def in_title_case(name: str) -> str:
    """`GARNIER SAKURA NIGHT` → `Garnier Sakura Night`; names with small letters stay as they are.

    Short forms (`LYP`, `UHT`) stay capital, sizes become small (`450ML` → `450ml`).
    """
    words = name.split(" ")
    spoken = [word for word in words if not _SIZE.fullmatch(word.upper()) and word not in _UNITS]
    if any(word != word.upper() for word in spoken) or name == name.lower():
        return name
    return " ".join(_title_word(word) for word in words)


@lru_cache(maxsize=20_000)
def _title_word(word: str) -> str:
    if size := _SIZE.fullmatch(word):
        return size[1] + size[2].lower()
    if word.lower() in _UNITS:
        return word.lower()
    letters = word.strip("().,-/&+")
    if letters in _SHORT_FORMS or len(letters) < 2 or not _VOWELS & set(letters):
        return word
    if any(c.isdigit() for c in letters):
        return word
    return _WORD.sub(_capital, word)


def _capital(found: "re.Match[str]") -> str:
    # Men's, Lay's; but O'Lai.
    end = found[2] or ""
    return found[1].capitalize() + (end.lower() if len(end) <= 3 else end[0] + end[1:].capitalize())


def joined_names(names: Iterable[str]) -> str:
    """What customers call a product, in one cell."""
    return "; ".join(re.sub(r"[\\;,|]", r"\\\g<0>", name) for name in names)


def other_names(text: str) -> Iterator[str]:
    """The names in a cell, as `joined_names` or people write them."""
    for part in re.findall(r"(?:[^\\;,|\n]|\\.)+", text):
        if name := " ".join(re.sub(r"\\(.)", r"\1", part).split())[:NAME_LIMIT]:
            yield name
