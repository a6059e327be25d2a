"""Numbers as they are spoken: 251000 is dua ratus lima puluh satu ribu."""

from collections.abc import Sequence
from functools import cache

#: No number below a thousand has more words.
_LONGEST = 5
LIMIT = 10**18  # below it, every number has words

_INDONESIAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
_INDONESIAN_POWERS = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")
#: As they are said, in Java also so.
_THOUSANDS = {"ribu", "rebu", "rewu", "thousand"}
#: What the word before them counts.
_TIMES = ("belas", "puluh", "ratus", "hundred")
_ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_ENGLISH_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ENGLISH_POWERS = ("", "thousand", "million", "billion", "trillion", "quadrillion")


def spoken(number: int, language: str) -> str:
    """`number` in words, in Indonesian (`id`, the *terbilang* of a receipt) or English (`en`).

    Raises `ValueError` for numbers that have no words here (10^18 and more).
    """
    if abs(number) >= LIMIT:
        raise ValueError(f"no words for {number}")
    if number < 0:
        return f"minus {spoken(-number, language)}"
    group = _indonesian_group if language == "id" else _english_group
    groups: list[str] = []
    power = 0
    while number or not power:
        number, rest = divmod(number, 1000)
        if rest or not (number or groups):
            groups.append(group(rest, power).strip())
        power += 1
    return " ".join(reversed(groups))


def heard(words: Sequence[str]) -> tuple[int, int] | None:
    """The number below a million that some words begin with, and how many of them say it.

    The words are folded. None where the first is no number.
    """
    known = _below_a_thousand()
    number, size = _longest(words, known)
    thousand = words[size : size + 1]
    if not _THOUSANDS.isdisjoint(thousand) and number:
        rest, more = _longest(words[size + 1 :], known)
        return 1000 * number + rest, size + 1 + more
    if words[:1] == ["seribu"]:
        rest, more = _longest(words[1:], known)
        return 1000 + rest, 1 + more
    return (number, size) if size else None


def _longest(words: Sequence[str], known: dict[tuple[str, ...], int]) -> tuple[int, int]:
    for size in range(min(_LONGEST, len(words)), 0, -1):
        if words[size : size + 1] and words[size] in _TIMES:
            continue  # `tiga ratus lima puluh dua puluh botol`: twenty of 350
        if (number := known.get(tuple(words[:size]))) is not None:
            return number, size
    return 0, 0


@cache
def _below_a_thousand() -> dict[tuple[str, ...], int]:
    return {
        tuple(spoken(number, language).replace("-", " ").split()): number
        for language in ("id", "en")
        for number in range(1, 1000)
    }


def _indonesian_group(number: int, power: int) -> str:
    """Up to three digits and their power of a thousand; one thousand has a word of its own."""
    if (number, power) == (1, 1):
        return "seribu"
    return f"{_indonesian(number)} {_INDONESIAN_POWERS[power]}"


def _english_group(number: int, power: int) -> str:
    return f"{_english(number)} {_ENGLISH_POWERS[power]}"


def _indonesian(number: int) -> str:
    """A number below a thousand."""
    if number < 12:
        return _INDONESIAN[number]
    if number < 20:
        return f"{_INDONESIAN[number - 10]} belas"
    unit, name = (100, "ratus") if number >= 100 else (10, "puluh")
    count, rest = divmod(number, unit)
    head = "seratus" if (count, unit) == (1, 100) else f"{_INDONESIAN[count]} {name}"
    return f"{head} {_indonesian(rest)}" if rest else head


def _english(number: int) -> str:
    """A number below a thousand."""
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return f"{_ENGLISH_TENS[tens]}-{_ENGLISH[rest]}" if rest else _ENGLISH_TENS[tens]
    hundreds, rest = divmod(number, 100)
    head = f"{_ENGLISH[hundreds]} hundred"
    return f"{head} {_english(rest)}" if rest else head
