"""When a customer comes: `17`, `17.30`, `jam 5 sore`, `5pm`, `besok 9`, `lusa pagi`, `in 30 min`.

Both languages are understood, whatever the language of the screen. What could be morning or
evening is asked; a time of the past is refused.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from functools import cache

from models import clock
from models.amounts import clean_text
from models.errors import BadDay, BadTime, NotANumber, TimeIsPast, UnclearTime
from models.text import day_parsing, quantity_parsing
from models.text.number_words import spoken
from models.text.words import dictionary, fold

_LIMIT = 64  # letters
_FURTHEST = timedelta(days=366)

_MERIDIEM = re.compile(r"\b([ap])\.? ?m\b\.?")
_FRENCH = re.compile(r"\b(\d{1,2}) ?h ?(\d{2})?\b")
_SEAM = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_FILLERS = re.compile(r"\b(?:jam|pukul|pkl|pk|at|by|oclock|sekitar|in the)\b\.?")
_ORDINAL = re.compile(r"(?<=\d) (?=(?:st|nd|rd|th)\b)")
_SPAN = re.compile(
    r"(?:in |dalam )?(?:(?P<hours>.*?) ?(?P<jam>jam|hours?|hrs?))?(?: ?(?:dan |and )?"
    r"(?P<minutes>.+?) ?(?:menit|mnt|mins?|minutes?))?(?: (?:lagi|dari sekarang|from now))?"
)
_CLOCK = re.compile(r"(0?\d|1\d|2[0-4])(?:[.: ](\d{2}))?|(\d?\d)(\d\d)")
#: A number by itself is an hour, and no day of the month.
_BARE = re.compile(r"[\d ]+|\d+\.\d+")
_TODAY = ("nanti", "ntar", "hari ini", "today", "ini", "this", "later")
_NAMED = {
    "noon": (12, 0), "midday": (12, 0), "tengah hari": (12, 0),
    "midnight": (24, 0), "tengah malam": (24, 0),
}  # fmt: skip
#: Parts of the day: which hours are said with them, what turns those to the hour of the clock,
#: and the hour that is meant without one.
_PARTS: dict[str, tuple[range, int | None]] = {}
for _words, _hours, _alone in (
    ("am", range(12), None),
    ("pm", range(12, 24), None),
    ("subuh dini_hari", range(1, 7), None),
    ("pagi morning", range(12), 9),
    ("siang", range(10, 17), 12),
    ("afternoon", range(12, 19), 15),
    ("sore petang", range(13, 20), 16),
    ("malam malem mlm evening night tonight", range(16, 25), 19),
):
    _PARTS |= {word.replace("_", " "): (_hours, _alone) for word in _words.split()}


@dataclass(frozen=True, slots=True)
class _Hour:
    """A time of the day; not `sure`: it could also be twelve hours later."""

    hour: int
    minute: int
    sure: bool = True

    def on(self, day: datetime) -> datetime:
        """The moment on that day; 24.00 is the beginning of the next one."""
        begun = day.replace(hour=0, minute=0, second=0, microsecond=0)
        days, hour = divmod(self.hour, 24)
        return (begun + timedelta(days=days)).replace(hour=hour, minute=self.minute)

    def later(self) -> "_Hour":
        return _Hour(self.hour + 12, self.minute)


def moment_of(text: str, zone: str) -> int:
    """The moment to come (UTC ms) that is said, on the clock of `zone`.

    Raises `BadTime`, `TimeIsPast`, `UnclearTime`.
    """
    if len(text) > _LIMIT:
        raise BadTime(text[:_LIMIT])
    here = clock.local(clock.now(), zone)
    plain = _plain(text, here)
    when = _from_now(plain, here) or _at(plain, here, text)
    if when is None or when - here > _FURTHEST:
        raise BadTime(text)
    if when <= here:
        is_of_today = when.date() == here.date()
        raise TimeIsPast(text, _moment(when + timedelta(days=1)) if is_of_today else None)
    return _moment(when)


def _plain(text: str, here: datetime) -> str:
    """Small letters, one space, nothing glued, without the shop's own zone."""
    plain = _MERIDIEM.sub(r"\1m", re.sub(r",(?!\d)", " ", fold(clean_text(text))))
    plain = _FRENCH.sub(lambda match: f"{match[1]}.{match[2] or '00'}", plain)
    plain = _ORDINAL.sub("", _SEAM.sub(" ", plain))
    zone = (here.tzname() or "").lower()
    spelt = {**dictionary().spelt_parts, "lg": "lagi", "mnit": "menit"}
    return " ".join(spelt.get(word, word) for word in plain.split() if word != zone)


# --- from now on ---------------------------------------------------------------------------


def _from_now(plain: str, here: datetime) -> datetime | None:
    """`30 menit lagi`, `in half an hour`, `2 jam`."""
    match = _SPAN.fullmatch(plain)
    if match is None or not (match["jam"] or match["minutes"]):
        return None
    try:
        hours = _count(match["hours"] or "") if match["jam"] else Fraction(0)
        minutes = _count(match["minutes"]) if match["minutes"] else Fraction(0)
    except NotANumber:
        return None
    seconds = 60 * (60 * hours + minutes)
    if seconds > _FURTHEST.total_seconds():  # the calendar ends somewhere
        return None
    return here + timedelta(seconds=float(seconds))


def _count(text: str) -> Fraction:
    said = quantity_parsing.read("a" if text == "se" else re.sub(r" an?$", "", text))
    if said.unit:
        raise NotANumber(text)
    return said.count


# --- on the clock --------------------------------------------------------------------------


def _at(plain: str, here: datetime, text: str) -> datetime | None:
    """A day, if one is said, and a time; in either order, or the day in between."""
    words = _FILLERS.sub(" ", plain).split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            day = " ".join(words[start : start + size])
            hour = _hour(" ".join((*words[:start], *words[start + size :])))
            if hour is None or _BARE.fullmatch(day):
                continue
            if day in _TODAY:
                return _today(hour, here, text)
            with suppress(BadDay):
                return _on_day(day, hour, here, text)
    hour = _hour(" ".join(words))
    return None if hour is None else _next(hour, here, text)


def _on_day(day: str, hour: _Hour, here: datetime, text: str) -> datetime:
    """Raises `BadDay` when it is no day."""
    found = day_parsing.day_of(day, here.date(), lean=1)
    midnight = here.replace(year=found.year, month=found.month, day=found.day)
    if not hour.sure and hour.hour < 7:
        raise UnclearTime(text, _moment(hour.on(midnight)), _moment(hour.later().on(midnight)))
    when = hour.on(midnight)
    if when <= here and day_parsing.is_weekday(day):
        return when + timedelta(days=7)
    return when


def _today(hour: _Hour, here: datetime, text: str) -> datetime:
    readings = [hour] if hour.sure else [hour, hour.later()]
    coming = [when for when in (one.on(here) for one in readings) if when > here]
    if len(coming) == 2 and hour.hour < 7:
        raise UnclearTime(text, *map(_moment, coming))
    return coming[0] if coming else hour.on(here)


def _next(hour: _Hour, here: datetime, text: str) -> datetime:
    """Today if it is still to come, else tomorrow; in doubt it is asked."""
    today, tomorrow = hour.on(here), hour.on(here + timedelta(days=1))
    if hour.sure:
        return today if today > here else tomorrow
    if today > here and hour.hour >= 7:
        return today
    morning = today if today > here else tomorrow
    evening = hour.later().on(here)
    evening = evening if evening > here else hour.later().on(here + timedelta(days=1))
    raise UnclearTime(text, _moment(morning), _moment(evening))


def _hour(plain: str) -> _Hour | None:
    """`9`, `17.30`, `setengah 6 sore`, `noon`; None when it is no time."""
    if plain in _NAMED:
        return _Hour(*_NAMED[plain])
    part = next((part for part in _PARTS if f" {part} " in f" {plain} "), "")
    plain = " ".join(f" {plain} ".replace(f" {part} ", " ", 1).split()) if part else plain
    if not plain:
        alone = _PARTS[part][1] if part else None
        return _Hour(alone, 0) if alone is not None else None
    found = _by_clock(plain) or _in_words(plain)
    if found is None or not part:
        return found
    hours = [h for h in (found.hour, found.hour + 12, 0) if h % 12 == found.hour % 12]
    fitting = [h for h in hours if h in _PARTS[part][0]]
    return _Hour(fitting[0], found.minute) if fitting else None


def _by_clock(plain: str) -> _Hour | None:
    match = _CLOCK.fullmatch(plain)
    if match is None:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    # `9.05` is written as clocks show it; half past five in the morning would be no shop's hour.
    is_sure = not 0 < hour < 12 or plain.startswith("0") or (hour >= 7 and not plain.isdecimal())
    return _Hour(hour, minute, is_sure)


def _in_words(plain: str) -> _Hour | None:
    """`setengah 6` is 5.30, `5 lewat seperempat`, `quarter to six`, `lima`."""
    for pattern, sign in (
        (r"setengah (?P<h>.+)", -30), (r"half past (?P<h>.+)", 30),
        (r"(?P<h>.+) (?:lewat|lebih) (?P<m>.+)", 1), (r"(?P<h>.+) kurang (?P<m>.+)", -1),
        (r"(?P<m>.+) (?:past|after) (?P<h>.+)", 1), (r"(?P<m>.+) (?:to|before) (?P<h>.+)", -1),
        (r"(?P<h>.+)", 0),
    ):  # fmt: skip
        match = re.fullmatch(pattern, plain)
        if match is None:
            continue
        hour = _numbers().get(match["h"])
        away = _numbers().get(match["m"].removesuffix(" menit").removeprefix("a ")) if (
            "m" in match.groupdict()
        ) else 1  # fmt: skip
        if hour is None or away is None or not 0 < hour <= 24:
            return None
        minutes = 60 * hour + sign * away
        return _Hour(minutes // 60 or 12, minutes % 60, not 0 < minutes < 720)
    return None


@cache
def _numbers() -> dict[str, int]:
    numbers = {str(number): number for number in range(60)}
    for language in ("id", "en"):
        numbers |= {spoken(number, language).replace("-", " "): number for number in range(60)}
    return numbers | {"seperempat": 15, "quarter": 15, "setengah": 30}


def _moment(when: datetime) -> int:
    return int(when.timestamp() * 1000)
