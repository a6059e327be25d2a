"""What one cell of a file of past sales means: a number, or a moment, however it is written there.

Files come from tills of many countries. Which mark stands before decimals, and whether the day or
the month comes first, is looked up in the whole column and not guessed cell by cell.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

from models.formats.workbooks import NumberCell

# --- numbers -----------------------------------------------------------------------------------

_CURRENCY = re.compile(r"rp\.?|idr|usd|eur|gbp|sgd|myr|[$£€¥]", re.IGNORECASE)
_GAPS = re.compile(r"[\s\u00a0\u202f'\u2019]+(?=\d)")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*|[.,]\d+|\d+[.,]")
_POWER = re.compile(r"\d+(?:\.\d+)?e[+-]?\d{1,2}", re.IGNORECASE)


class NoNumber(ValueError):
    """This text is no number."""


class NoMoment(ValueError):
    """This text is no day and no time."""


def _bare(text: str) -> tuple[str, bool]:
    """Digits and marks only, and whether there was a minus (in front, behind, or brackets)."""
    plain = _CURRENCY.sub("", text).strip().removesuffix("%").replace("\u2212", "-")
    minus = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("() ")
    for dash in (",-", ".-", ",--"):  # Rp 12.500,-
        plain = plain.removesuffix(dash)
    minus = minus or plain.startswith("-") or plain.endswith("-")
    return _GAPS.sub("", plain.strip("-+ ")), minus


def number(text: str, decimal: str) -> Decimal:
    """The number in a cell of a column whose mark before decimals is `decimal`. Raises `NoNumber`.

    Where both marks stand in one number, the last one is the mark before decimals; in a number
    of a workbook it is the point.
    """
    return _number(str(text), "." if isinstance(text, NumberCell) else decimal)


@lru_cache(maxsize=8_000)
def _number(text: str, decimal: str) -> Decimal:
    plain, minus = _bare(text)
    if not _PLAIN.fullmatch(plain):
        if not _POWER.fullmatch(plain):
            raise NoNumber(text)
        found = Decimal(plain)
    else:
        if "." in plain and "," in plain:
            decimal = plain[max(plain.rfind("."), plain.rfind(","))]
        whole, _, part = plain.partition(decimal)
        groups = re.split("[.,]", whole)
        if re.search("[.,]", part) or any(len(group) not in (2, 3) for group in groups[1:]):
            raise NoNumber(text)
        found = Decimal(f"{''.join(groups) or 0}.{part or 0}")
    return -found if minus else found


def decimal_mark(texts: Iterable[str], *, of_money: bool) -> str:
    """`,` or `.`, whichever the numbers of this column have before decimals.

    Where only groups of three stand behind a mark they are thousands, except for quantities that
    all have them (`1.500` kg).
    """
    votes, threes, count = marks_in(texts)
    if votes:
        return votes.most_common(1)[0][0]
    if not threes:
        return "."
    mark, often = threes.most_common(1)[0]
    if not of_money and often == count:
        return mark
    return other_mark(mark)


def other_mark(mark: str) -> str:
    return "." if mark == "," else ","


def marks_in(texts: Iterable[str]) -> tuple[Counter[str], Counter[str], int]:
    """How often each mark surely stands before decimals, how often before three, and numbers."""
    votes: Counter[str] = Counter()
    threes: Counter[str] = Counter()
    count = 0
    for text in texts:
        plain, _ = _bare(text)
        if isinstance(text, NumberCell) or not _PLAIN.fullmatch(plain):
            continue
        count += 1
        marks = re.findall("[.,]", plain)
        if not marks:
            continue
        whole, _, part = plain.rpartition(marks[-1])
        if len(set(marks)) == 2:
            votes[marks[-1]] += 1
        elif len(marks) > 1:
            votes[other_mark(marks[0])] += 1
        elif len(part) != 3 or whole in ("", "0") or len(whole) > 3:
            votes[marks[0]] += 1
        else:
            threes[marks[0]] += 1
    return votes, threes, count


# --- moments -----------------------------------------------------------------------------------

_MONTHS = {
    name: month
    for month, names in enumerate(
        ("jan", "feb peb", "mar", "apr", "may mei", "jun", "jul", "aug agu ags agt", "sep",
         "oct okt", "nov nop", "dec des"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_HOURS_AHEAD = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}
_WEEKDAY = re.compile(r"^[^\W\d]+[,.]?\s+(?=\d)|^[^\W\d]+,\s*", re.UNICODE)
_DAY = re.compile(r"(\d{1,4})[-/. ]+(\d{1,2}|[^\W\d]{3,})\.?[-/. ,]+(\d{2,4})(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE
)
_ZONE = re.compile(r"\s*(?:([+-])(\d{2}):?(\d{2})?|(wib|wita|wit|utc|gmt|z))$", re.IGNORECASE)
_EXCEL = datetime(1899, 12, 30)
#: How the parts of a day may stand: day first, month first.
ORDERS = ("dmy", "mdy")


@lru_cache(maxsize=8_000)
def moment(text: str, order: str) -> tuple[datetime, bool]:
    """What the cell says, and whether it tells the time of day. Raises `NoMoment`.

    `order` is one of `ORDERS`, for days that are written in numbers and do not begin with the
    year. The answer has a zone only if the cell names one.
    """
    plain = " ".join(text.split())
    try:
        if re.fullmatch(r"[\d.]+", plain) and not _DAY.fullmatch(plain):
            return _of_digits(plain)
        if re.match(r"\d{4}-\d\d?-\d\d?", plain):
            try:
                return datetime.fromisoformat(plain), len(plain) > 10
            except ValueError:
                pass
        return _of_words(plain, order)
    except (ValueError, OverflowError) as error:
        raise NoMoment(text) from error


def _of_digits(plain: str) -> tuple[datetime, bool]:
    whole, _, part = plain.partition(".")
    if not part and len(plain) in (8, 12, 14):
        if not 1900 <= int(plain[:4]) <= 2200:
            return datetime.strptime(plain, "%d%m%Y"), False
        return datetime.strptime(plain, "%Y%m%d%H%M%S"[: len(plain) - 2]), len(plain) > 8
    if len(whole) in (10, 13):
        seconds = Decimal(plain) / (1 if len(whole) == 10 else 1000)
        return datetime.fromtimestamp(float(seconds), UTC), True
    if len(whole) == 5:  # days since 1900, as spreadsheets count them
        seconds = (Decimal(plain) * 86_400).to_integral_value()
        return _EXCEL + timedelta(seconds=int(seconds)), bool(part)
    raise ValueError(plain)


def _of_words(plain: str, order: str) -> tuple[datetime, bool]:
    found = _MONTH_FIRST.match(plain)
    if found:
        name, day, year = found.groups()
        day_of = datetime(int(year), _month(name), int(day))
    else:
        plain = _WEEKDAY.sub("", plain)
        found = _DAY.match(plain)
        if not found:
            raise ValueError(plain)
        day_of = _date(found[1], found[2], found[3], order)
    rest = plain[found.end() :].strip(" ,T")
    if not rest:
        return day_of, False
    seconds, zone = time_of_day(rest)
    return (day_of + seconds).replace(tzinfo=zone), True


def _date(first: str, second: str, third: str, order: str) -> datetime:
    if len(first) == 4:
        return datetime(int(first), _month(second), int(third))
    year = int(third)
    if len(third) == 2:
        year += 2000 if year < 69 else 1900
    if not second.isdigit() or order == "dmy":
        return datetime(year, _month(second), int(first))
    return datetime(year, int(first), int(second))


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    month = _MONTHS.get(text[:3].lower())
    if month is None:
        raise ValueError(text)
    return month


def time_of_day(text: str) -> tuple[timedelta, tzinfo | None]:
    """A time after midnight, and its zone if it names one. Raises `NoMoment`."""
    plain, zone = " ".join(text.split()), None
    if ended := _ZONE.search(plain):
        sign, hours, minutes, name = ended.groups()
        ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        if name:
            ahead = timedelta(hours=_HOURS_AHEAD[name.lower()])
        zone = timezone(-ahead if sign == "-" else ahead)
        plain = plain[: ended.start()]
    plain = re.sub(r"^\D+(?=\d)", "", plain)  # pukul 18.24; 1899-12-30 is no part of a time
    plain = re.sub(r"^\d{4}-\d\d-\d\d[ T]", "", plain)
    if plain.isdigit() and 3 <= len(plain) <= 6:  # 905, 1824, 182446
        plain = plain.zfill(4 if len(plain) < 5 else 6)
        plain = ":".join(plain[at : at + 2] for at in range(0, len(plain), 2))
    found = _CLOCK.fullmatch(plain)
    if not found:
        try:
            part = Decimal(plain)
        except InvalidOperation as error:
            raise NoMoment(text) from error
        if not 0 <= part < 1:
            raise NoMoment(text)
        return timedelta(seconds=int((part * 86_400).to_integral_value())), zone
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if half := found[5]:
        if not 1 <= hour <= 12:
            raise NoMoment(text)
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise NoMoment(text)
    micro = int((found[4] or "0")[:6].ljust(6, "0"))
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro), zone


def day_order(texts: Iterable[str], today: date) -> tuple[str, bool]:
    """Which of `ORDERS` this column is written in, and whether that is sure.

    A number above twelve decides, or that nothing was sold after `today`. Else it is that order
    in which the days of the file follow each other more closely, sure if by much.
    """
    seen: list[str] = []
    votes: Counter[str] = Counter()
    for text in texts:
        found = _DAY.match(_WEEKDAY.sub("", " ".join(text.split())))
        if not found or len(found[1]) == 4 or not found[2].isdigit():
            continue
        first, second = int(found[1]), int(found[2])
        votes["dmy"] += first > 12 >= second
        votes["mdy"] += second > 12 >= first
        if not seen or seen[-1] != text:
            seen.append(text)
    if votes["dmy"] and votes["mdy"]:
        return "", False  # some are written so, some otherwise
    if votes["dmy"] or votes["mdy"] or not seen:
        return ("mdy" if votes["mdy"] else "dmy"), True
    jumps = {order: _jumps(seen, order, today) for order in ORDERS}
    best, other = sorted(ORDERS, key=jumps.__getitem__)
    return best, jumps[best] * 3 < jumps[other]


def _jumps(texts: list[str], order: str, today: date) -> float:
    days = []
    for text in texts:
        try:
            day = moment(text, order)[0].date()
        except NoMoment:
            return float("inf")
        if day > today:
            return float("inf")
        days.append(day.toordinal())
    return sum(abs(after - before) for before, after in pairwise(days))
