"""Takes telephone numbers, accounts, names and addresses out of what people write.

The privacy policy allows order information only, so every free text is cleaned at the door, before
anything is stored or shown, however well a number is hidden in it; the person is told.
"""

from dataclasses import dataclass

from models import amounts, session

#: Stands where something was taken out.
REMOVED = "▮"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without personal data, and how many pieces were taken out of it."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """`text` with `REMOVED` where something stood by which a person can be found."""
    if not text:
        return Cleaned("", 0)
    # Their patterns take a while to be compiled: no window waits for them at its start.
    from models.text import personal_numbers, personal_words
    from models.text.disguises import view

    seen = view(text)
    found = sorted([*personal_numbers.numbers(seen.text), *personal_words.words(seen.text)])
    removed = end = 0
    parts: list[str] = []
    for start, stop in (seen.span(*span) for span in found):
        if start < end:  # two saw the same
            end = max(end, stop)
            continue
        parts += [text[end:start], REMOVED]
        removed, end = removed + 1, stop
    return Cleaned("".join([*parts, text[end:]]), removed)


def checked_free_text(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """`text` without personal data and bounded to `limit` characters: the door of every free text.

    What was taken out is counted in the request, for the person to be told. Raises `TextTooLong`
    and, when `required`, `TextMissing`.
    """
    cleaned = clean(amounts.checked_text(field, text, limit, required=required))
    if (asked := session.request()) is not None:
        asked.removed_personal_data += cleaned.removed
    return cleaned.text
