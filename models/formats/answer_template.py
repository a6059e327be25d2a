"""How the shop words its answers to customers: a text of its own with placeholders in braces.

A placeholder has a name in each language, and each may be used in any text. A line whose
placeholders all come to nothing is left out, so that `{ready}` may stand where only some answers
have something to say.
"""

import re
from collections.abc import Mapping

from models.errors import BadTemplate

LENGTH_LIMIT = 2000  # characters

#: What each placeholder is called, in English and in Indonesian.
PLACEHOLDERS: dict[str, tuple[str, str]] = {
    "order": ("order", "pesanan"),
    "items": ("items", "barang"),
    "total": ("total", "total"),
    "missing": ("missing", "kosong"),
    "questions": ("questions", "pertanyaan"),
    "ready": ("ready", "siap"),
    "payment": ("payment", "bayar"),
    "shop": ("shop", "toko"),
}
#: Without them the customer would not hear what it is about.
REQUIRED = ("items", "total", "missing", "questions")

DEFAULTS = {
    "id": (
        "Halo, ini {pesanan}:\n\n{barang}\n\n{total}\n\n{kosong}\n\n{pertanyaan}\n\n"
        "{siap}\n{bayar}\n\nTerima kasih, {toko}"
    ),
    "en": (
        "Hello, this is {order}:\n\n{items}\n\n{total}\n\n{missing}\n\n{questions}\n\n"
        "{ready}\n{payment}\n\nThank you, {shop}"
    ),
}

_MEANT = {name: part for part, names in PLACEHOLDERS.items() for name in names}
_PLACE = re.compile(r"\{ *([^{}\n]*?) *\}|[{}]")


def check(text: str) -> None:
    """Passes a text that can be filled in.

    Raises `BadTemplate` with line and column (from 1) of what is wrong: `unknown` (no placeholder
    is called so), `brace` (one without its other half), `missing` (a required one), `too_long`.
    """
    if len(text) > LENGTH_LIMIT:
        raise BadTemplate("too_long", *_place(text, LENGTH_LIMIT), str(LENGTH_LIMIT))
    used = set()
    for found in _PLACE.finditer(text):
        if found[1] is None:
            raise BadTemplate("brace", *_place(text, found.start()), found[0])
        if found[1].casefold() not in _MEANT:
            raise BadTemplate("unknown", *_place(text, found.start()), found[0])
        used.add(_MEANT[found[1].casefold()])
    if left := [part for part in REQUIRED if part not in used]:
        names = dict.fromkeys(f"{{{name}}}" for name in PLACEHOLDERS[left[0]])
        raise BadTemplate("missing", *_place(text, len(text)), " / ".join(names))


def is_usable(text: object) -> bool:
    """Whether a preference is such a text; empty stands for the text that is delivered."""
    if not isinstance(text, str):
        return False
    try:
        check(text or DEFAULTS["en"])
    except BadTemplate:
        return False
    return True


def filled(text: str, parts: Mapping[str, str]) -> str:
    """The text with every placeholder replaced by its part (see `PLACEHOLDERS`).

    Raises `BadTemplate`.
    """
    check(text)
    lines = []
    for line in text.splitlines():
        said = [parts[_MEANT[found[1].casefold()]] for found in _PLACE.finditer(line)]
        if any(said) or not said:
            values = iter(said)
            lines.append(_PLACE.sub(lambda _, values=values: next(values), line).rstrip())  # type: ignore[misc]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
