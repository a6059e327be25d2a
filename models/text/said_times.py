"""When a customer says to come, found in what is talked around the goods."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from models.errors import BadTime, TimeIsPast, UnclearTime
from models.text import time_parsing

#: Somebody comes, or something is brought.
_COMING = re.compile(
    r"\b(?:(?:di)?(?:ambil|jemput|antar|anter|kirim|siap)\w*|mampir|datang|dateng|nanti|ntar"
    r"|pick(?:ed)?(?: it)? ?up|pickup|collect\w*|come|coming|deliver\w*|ready|later)\b",
    re.IGNORECASE,
)
#: A number by itself, or a part of the day with which people greet, is no time.
_SAYS_WHEN = re.compile(
    r"\d[.:]\d\d|\b(?:jam|jm|pukul|pkl|at|by)\b|\d ?(?:am|pm|pagi|siang|sore|malam|malem|mlm)\b"
    r"|\b(?:besok|bsk|lusa|tomorrow|tonight|menit|mnt|minutes?|hours?)\b"
    r"|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:nanti|ntar|this) (?:pagi|siang|sore|malam|morning|afternoon|evening)\b",
    re.IGNORECASE,
)
#: What was, and not what is to come.
_PAST = re.compile(r"\b(?:tadi|td|kemarin|kmrn|udah|udh|sudah|sdh|yesterday)\b", re.IGNORECASE)
_MARKS = ",;!?().\"'"
#: A time is said in so many words.
_WORDS = 7


def wanted_in(talk: Iterable[str], zone: str) -> str:
    """The customer's own words for when the order is wanted, empty where none are said.

    They are a time to `models.text.time_parsing`, perhaps an unclear one or one that is over.
    """
    beside = pairwise(("", *talk))
    said = [piece for before, piece in beside if not _PAST.search(f"{before} {piece}")]
    if not any(map(_COMING.search, said)):
        return ""
    runs = (run for piece in said if _SAYS_WHEN.search(piece) for run in _runs(piece))
    return next((run for run in runs if _is_time(run, zone)), "")


def _runs(piece: str) -> Iterator[str]:
    """Its words beside each other, most of them first."""
    words = [word.strip(_MARKS) for word in piece.split()]
    for size in range(min(_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])


def _is_time(run: str, zone: str) -> bool:
    if not _SAYS_WHEN.search(run):
        return False
    try:
        time_parsing.moment_of(run, zone)
    except BadTime:
        return False
    except (TimeIsPast, UnclearTime):
        return True
    return True
