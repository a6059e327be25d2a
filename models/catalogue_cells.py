"""What one cell of somebody's price list means, what had to be tidied in it, and what it cannot be.

Nothing is corrected in silence: whatever is read as something else than what stands in the file
comes with a `Remark`, and what could be read in two ways is refused.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from models.amounts import (
    CODE_LIMIT,
    NAME_LIMIT,
    ONE,
    PRICE_LIMIT,
    QUANTITY_LIMIT,
    clean_text,
    half_up,
)


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
_AROUND = re.compile(r"^(?:rp\.?|idr|\$)\s*|\s*(?:,-|\.-|idr)$", re.IGNORECASE)
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
    amount = _thousandths(name, text, decimal, sure)
    if amount > PRICE_LIMIT * ONE:
        raise Refused("too_large", field=name, text=_short(text), limit=PRICE_LIMIT)
    rounded = half_up(amount, ONE)
    if rounded * ONE == amount:
        return rounded, None
    return rounded, Remark("rounded", {"field": name, "before": _short(text), "after": rounded})


def read_quantity(name: str, text: str, decimal: str, *, sure: bool) -> int:
    """Thousandths in a cell, zero allowed. Raises `Refused`."""
    amount = _thousandths(name, text, decimal, sure)
    if amount > QUANTITY_LIMIT:
        raise Refused("too_large", field=name, text=_short(text), limit=QUANTITY_LIMIT // ONE)
    return amount


def is_negative(text: str) -> bool:
    """Whether a number has its minus in front, behind, or is written in brackets."""
    plain = _AROUND.sub("", text.strip())
    return bool(re.fullmatch(r"[-\u2212](?:rp\.?)?\s*[\d.,]+|[\d.,]+-|\([\d.,]+\)", plain, re.I))


def _thousandths(name: str, text: str, decimal: str, sure: bool) -> int:
    shown = _short(text)
    if is_negative(text):
        raise Refused("negative", field=name, text=shown)
    plain = _bare(text)
    if not _NUMBER.fullmatch(plain) or len(plain) > 40:
        straight = plain.translate(_LOOKALIKES)
        if straight != plain and _NUMBER.fullmatch(straight):
            letter = next(c for c in plain if c in "OoQlI")
            raise Refused(
                "letter_in_number", field=name, text=shown, letter=letter,
                digit=letter.translate(_LOOKALIKES),
            )  # fmt: skip
        raise Refused("not_a_number", field=name, text=shown)
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
        if len(marks) == 1 and not (sure and decimal and marks[0] != decimal):
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


def _short(text: str, limit: int = 40) -> str:
    text = clean_text(text[: 4 * limit])
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


# --- codes ---------------------------------------------------------------------------------

# What Excel makes of a long number: the last digits are gone for good.
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e[+]?\d+", re.IGNORECASE)
_QUOTES = re.compile("[\"'`\u00b4\u2018\u2019\u201c\u201d]")


def read_code(name: str, text: str) -> tuple[str, Remark | None]:
    """An SKU or barcode, without what programs put around it. Raises `Refused`."""
    before = " ".join(unicodedata.normalize("NFC", text[: 8 * CODE_LIMIT]).split())
    if _SHORTENED.fullmatch(before):
        raise Refused("code_rounded", field=name, text=before)
    code = clean_text(_QUOTES.sub("", html.unescape(before).removeprefix("=")))
    if re.fullmatch(r"\d[\d ]+\d", code):
        code = code.replace(" ", "")
    if re.fullmatch(r"\d+[.,]0+", code):
        code = re.split("[.,]", code)[0]
    if len(code) > CODE_LIMIT:
        raise Refused("too_long", field=name, length=len(code), limit=CODE_LIMIT)
    if code == before:
        return code, None
    return code, Remark("code_cleaned", {"field": name, "before": _short(before), "after": code})


def same_code(code: str) -> str:
    """One spelling for a UPC-A code and the EAN-13 with a zero in front that means the same."""
    return "0" + code if len(code) == 12 and code.isdigit() and code.isascii() else code


# --- texts ---------------------------------------------------------------------------------

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
        facts = {"field": name, "before": _short(old), "after": _short(new)}
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


_YES = frozenset({"y", "yes", "ya", "true", "1", "active", "aktif", "dijual", "x"})
_NO = frozenset({"n", "no", "tidak", "false", "0", "draft", "archived", "nonaktif", "non aktif"})


def read_yes_no(name: str, text: str) -> bool:
    """Whether the product is sold. Raises `Refused`."""
    word = clean_text(text[:40]).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Refused("not_yes_no", field=name, text=_short(text))
