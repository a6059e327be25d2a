"""Takes phone numbers, e-mail addresses and other long numbers out of what people write.

The privacy policy allows order information only, so a note or a pasted list is cleaned before
anything is stored or shown, and the person is told how much was taken out.
"""

import re
from dataclasses import dataclass

#: Stands where something was taken out.
REMOVED = "▮"

_EMAIL = r"[^\s@,;:<>()\[\]]{1,64}@[^\s@,;:<>()\[\]]{1,190}\.[^\W\d_]{2,}"
# A telephone number as people write one: 0812-0000-2222, (021) 555 1234, +62 812 …, wa.me/62812…
_PHONE = r"(?<![\d.,])(?:\+\(?\d|\(?0|\b62|\b[oO](?=8))(?:[ ().\-‐-―/]{0,2}\d){8,18}(?!\d)"
# A card or an account in groups; 5 10 20 30 40 are quantities.
_GROUPS = r"(?<![\d.,])\d{3,8}(?:[ .\-]\d{3,8}){2,5}(?!\d)"
# Identity numbers and whatever else is long, whatever stands around it.
_LONG = r"\d{8,}"
_PERSONAL = re.compile(f"{_EMAIL}|{_PHONE}|{_GROUPS}|{_LONG}")
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
