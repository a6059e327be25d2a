"""Takes phone numbers, e-mail addresses and other long numbers out of what people write.

The privacy policy allows order information only, so a note or a pasted list is cleaned before
anything is stored or shown, and the person is told how much was taken out.
"""

import re
from dataclasses import dataclass

#: Stands where something was taken out.
REMOVED = "▮"

_AT = r"(?:@|\s?[\[(]\s?at\s?[\])]\s?|\s@\s|\sat\s)"
_DOT = r"(?:\.|\s?[\[(]\s?dot\s?[\])]\s?|\s\.\s|\sdot\s)"
_PART = r"[^\s@,;:<>()\[\]]"
_EMAIL = (
    rf"{_PART}{{1,64}}@{_PART}{{1,190}}\.[^\W\d_]{{2,}}"
    rf"|\b\w{{1,64}}{_AT}\w{{2,63}}(?:{_DOT}(?:com|co|net|org|id|ac|sch|go)\b)+"
)
# An account of a network: @rina, t.me/rina; but @2500 is a price.
_ACCOUNT = (
    r"(?<![\w@])@(?!rp|idr|(?:dus|dos|pcs|pc|kg|bks|btl|sct|pak|pack|renteng|lusin|biji|liter|box)\b)"
    r"[a-z][\w.]{2,29}"
    r"|\b(?:t\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com)/[\w.@/-]{2,60}"
)
# Signs that stand between digits or take no room.
_BETWEEN = r"[ ().\-\u2010-\u2015/_*~\u00b7\u2022\u00a0\u00ad\u200b-\u200f\u2060\ufeff]{0,3}"
# A telephone number as people write one: 0812-0000-2222, (021) 555 1234, +62 812 …, wa.me/62812…
_PHONE = rf"(?<![\d.,/])(?:\+\(?\d|\(?0|\b62|\b[oO](?=8))(?:{_BETWEEN}\d){{8,18}}(?!\d)"
# A card or an account in groups; 5 10 20 30 40 are quantities.
_GROUPS = r"(?<![\d.,])\d{3,8}(?:(?:[ .\-]\d{3,8}){2,5}|(?:-\d{2,8}){2,5}(?:-\d)?)(?!\d)"
# A tax number: 12.345.678.9-012.000
_TAX = r"\b\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b"
# Identity numbers and whatever else is long, whatever stands around it.
_LONG = r"\d{8,}"
_DIGIT = (
    r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan"
    r"|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_SPELT = rf"\b{_DIGIT}(?:[\s,.\-]{{1,2}}{_DIGIT}){{7,18}}\b"
_PERSONAL = re.compile(
    "|".join((_EMAIL, _ACCOUNT, _TAX, _PHONE, _GROUPS, _LONG, _SPELT)), re.IGNORECASE
)
_MONEY = re.compile(r"(?:rp\.?|idr)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without personal data, and how many pieces were taken out of it."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """`text` with `REMOVED` where a phone number, an e-mail address or a long number stood."""
    removed = 0
    parts = []
    end = 0
    for match in _PERSONAL.finditer(text):
        if not _is_personal(match[0], text[: match.start()][-5:]):
            continue
        removed += 1
        parts += [text[end : match.start()], REMOVED]
        end = match.end()
    return Cleaned("".join([*parts, text[end:]]), removed)


def _is_personal(found: str, before: str) -> bool:
    # Rp 100.000.000 is a sum.
    return not (re.search(r"\d[.]\d", found) and _MONEY.search(before))
