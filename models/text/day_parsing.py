"""Which day is meant by `5 Jan 2011`, `05/01/2011`, `2011-01-05`, `kemarin` or `next Monday`.

Both languages are understood, whatever the language of the screen. The day stands before the
month, as it is written here; only where that cannot be are they taken the other way round.
"""

import re
from datetime import date, timedelta

from models.amounts import clean_text
from models.errors import BadDay
from models.text.words import fold

FIRST_YEAR, LAST_YEAR = 1990, 2100
_LIMIT = 64  # letters

_FILLERS = re.compile(r"\b(?:tgl|tanggal|pada|on|of|the|hari(?! ini| lagi| lalu| yang| yg))\b\.?")
_AWAY = {
    "hari ini": 0, "today": 0, "sekarang": 0,
    "besok": 1, "bsk": 1, "esok": 1, "tomorrow": 1, "tmr": 1, "tmrw": 1,
    "lusa": 2, "besok lusa": 2, "day after tomorrow": 2, "overmorrow": 2,
    "kemarin": -1, "kmrn": -1, "kemaren": -1, "yesterday": -1,
    "kemarin dulu": -2, "kemarin lusa": -2, "day before yesterday": -2,
}  # fmt: skip
_DAYS = (
    "senin sen monday mon", "selasa sel tuesday tue tues", "rabu rab wednesday wed",
    "kamis kam thursday thu thur thurs", "jumat jum friday fri", "sabtu sab saturday sat",
    "minggu min ahad sunday sun",
)  # fmt: skip
_WEEKDAYS = {word: at for at, words in enumerate(_DAYS) for word in words.split()}
_MONTH_NAMES = (
    "januari january jan", "februari pebruari february feb peb", "maret march mar mrt",
    "april apr", "mei may", "juni june jun", "juli july jul",
    "agustus august aug agu agt ags agus agst", "september sep sept", "oktober october okt oct",
    "november nopember nov nop", "desember december des dec",
)  # fmt: skip
_MONTHS = {word: at for at, words in enumerate(_MONTH_NAMES, 1) for word in words.split()}
_NEXT, _LAST, _THIS = ("depan", "next"), ("lalu", "kemarin", "last"), ("ini", "this")
_SPAN = re.compile(
    r"(?:in |dalam )?(?:(\d{1,3}) ?|(an? |se))(hari|days?|minggu|weeks?)"
    r"( lagi| from now| lalu| yang lalu| yg lalu| ago)?"
)
_ISO = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_TOGETHER = re.compile(r"\d{8}")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?([a-z]+) ?(\d{4}|\d{2})?")
_MONTH_FIRST = re.compile(r"([a-z]+) ?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?")
_ONLY_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def day_of(text: str, today: date, lean: int = 0) -> date:
    """The day that was typed.

    Where no year is said, or only a weekday, it is the nearest one, with `lean` 1 the next one
    (today at the soonest), with −1 the last one (today at the latest). Raises `BadDay`.
    """
    if len(text) > _LIMIT:
        raise BadDay(text[:_LIMIT])
    plain = fold(clean_text(text)).replace(",", " ")
    plain = " ".join(_FILLERS.sub(" ", plain).split())
    try:
        day = _away(plain, today, lean) or _on_weekday(plain, today, lean)
        day = day or _dated(plain, today, lean)
    except (ValueError, OverflowError) as error:
        raise BadDay(text) from error
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadDay(text)
    return day


def is_weekday(text: str) -> bool:
    """Whether it is a weekday by itself, which comes again in a week."""
    return fold(text).removeprefix("hari ").strip(" ,.") in _WEEKDAYS


def _away(plain: str, today: date, lean: int) -> date | None:
    """`besok`, `3 hari lalu`, `in a week`."""
    if plain in _AWAY:
        return today + timedelta(days=_AWAY[plain])
    match = _SPAN.fullmatch(plain)
    if match is None:
        return None
    number, _, unit, way = match.groups()
    days = int(number or 1) * (7 if unit[0] in "mw" else 1)
    back = way is not None and way.split()[-1] in ("lalu", "ago")
    if way is None and not plain.startswith(("in ", "dalam ")):
        return None
    return today + timedelta(days=-days if back else days)


def _on_weekday(plain: str, today: date, lean: int) -> date | None:
    """`senin`, `next Friday`, `Jumat lalu`; or a weekday before a date, which it must be."""
    words = [word.strip(".") for word in plain.split()]
    if len(words) == 2 and words[0] in (*_NEXT, *_LAST, *_THIS):
        words.reverse()
    if not words or words[0] not in _WEEKDAYS:
        return None
    weekday, rest = _WEEKDAYS[words[0]], words[1:]
    if not rest:
        return _choose([today + timedelta(days=weekday - today.weekday() + 7 * n)
                        for n in (-1, 0, 1)], today, lean)  # fmt: skip
    this_week = today + timedelta(days=weekday - today.weekday())
    if len(rest) == 1 and rest[0] in (*_NEXT, *_LAST, *_THIS):
        if words[0] == "minggu" and rest[0] not in _THIS:
            return None  # Sunday, or a week from now or ago
        if rest[0] in _NEXT:
            return this_week + timedelta(days=7)
        if rest[0] in _LAST:
            return this_week - timedelta(days=7 if this_week >= today else 0)
        return this_week
    day = _dated(" ".join(rest), today, lean)
    return day if day is not None and day.weekday() == weekday else None


def _dated(plain: str, today: date, lean: int) -> date | None:
    """A day with its month, in numbers or by name."""
    if match := _ISO.fullmatch(plain):
        return date(*map(int, match.groups()))
    if match := _NUMERIC.fullmatch(plain):
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            day, month = month, day
        return _in_year(day, month, match[3], today, lean)
    if _TOGETHER.fullmatch(plain):
        return _together(plain)
    words = " ".join(re.sub(r"[-/.]", " ", plain).split())
    if (match := _DAY_FIRST.fullmatch(words)) and match[2] in _MONTHS:
        return _in_year(int(match[1]), _MONTHS[match[2]], match[3], today, lean)
    if (match := _MONTH_FIRST.fullmatch(words)) and match[1] in _MONTHS:
        return _in_year(int(match[2]), _MONTHS[match[1]], match[3], today, lean)
    if match := _ONLY_DAY.fullmatch(words):
        months = [divmod(12 * today.year + today.month - 1 + away, 12) for away in range(-2, 3)]
        days = [(year, month + 1, int(match[1])) for year, month in months]
        return _choose(_real(days), today, lean)
    return None


def _in_year(day: int, month: int, year: str | None, today: date, lean: int) -> date | None:
    if year:
        return date(int(year) if len(year) == 4 else _century(int(year)), month, day)
    years = range(today.year - 8, today.year + 9)  # 29 February
    return _choose(_real([(year, month, day) for year in years]), today, lean)


def _century(year: int) -> int:
    """97 is a day of the past, 26 one of this century."""
    return year + (1900 if year >= FIRST_YEAR - 1900 else 2000)


def _together(digits: str) -> date | None:
    """`20110105` and `05012011`; None where it could be either."""
    parts = [(digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2])]
    found = [
        day
        for day in _real([(int(year), int(month), int(day)) for year, month, day in parts])
        if FIRST_YEAR <= day.year <= LAST_YEAR
    ]
    return found[0] if len(found) == 1 else None


def _real(days: list[tuple[int, int, int]]) -> list[date]:
    """Those that are in the calendar."""
    found = []
    for parts in days:
        try:
            found.append(date(*parts))
        except ValueError:
            continue
    return found


def _choose(days: list[date], today: date, lean: int) -> date | None:
    fitting = [day for day in days if (day - today).days * lean >= 0]
    return min(fitting, key=lambda day: (abs((day - today).days), day < today), default=None)
