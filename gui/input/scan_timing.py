"""Tells by its rhythm whether a run of keys came from a scanner or from a person.

What is known of both: scanners send a key every 1 to 60 ms, hardly varying; people strike keys
80 to 300 ms apart, the fastest 60 for some keys in a row, and now and then two or three at once.
Below 50 ms only a scanner keeps on. A station whose scanner is slower has learned so, and then
the content counts as well: digits, not from the keypad, the ending that was learned. Where a number
is typed, what could be a sum is one unless it comes as fast as from a scanner, with its ending.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from models.formats.check_digits import is_true

SHORTEST = 4
#: Nobody strikes four keys with less than this (ms) between each two.
HUMAN = 50
#: A scanner that is well on its way may stumble for so long (ms).
HICCUP = 80
#: On a slow scanner's station: what nobody types in one breath.
_SHORTEST_SLOW = 6

#: What a scanner may say first about the kind of bars (ISO 15424); with these, it tells of GS1.
_SYMBOL = re.compile(r"\][A-Za-z]\w")
_GS1_SYMBOLS = ("]C1", "]d2", "]Q3", "]e0", "]J1")
#: What separates the parts of a GS1 code.
_SEPARATOR = "\x1d"
_LETTERS = re.compile(r"[^\W\d]+ ?")

#: Digits of a sum or a quantity that somebody types; a label for goods has as many or more.
_LONGEST_SUM = 11

ENDINGS = ("any", "enter", "tab", "none")


@dataclass(frozen=True, slots=True)
class ScanTiming:
    """What this station's scanner sounds like.

    `gap` is the longest time between two of its keys (ms), `ending` the key it sends behind a
    code, `prefix` what it sends before; `keypad`: its digits look like those of the keypad.
    """

    gap: int = 35
    ending: str = "any"
    prefix: str = ""
    keypad: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key: what it types, and when (ms); `in_number`: where sums and quantities are typed.

    `most_digits`: so many in a row are no scan there.
    """

    text: str
    at: int
    keypad: bool = False
    in_number: bool = False
    most_digits: int = 0


def patience(strokes: Sequence[Stroke], hearing: ScanTiming) -> int:
    """How long (ms) after these strokes another one may still belong to them."""
    if hearing.gap > HUMAN or not strokes:
        return hearing.gap
    fast = len(strokes) > 1 and _gaps(strokes)[-1] <= hearing.gap
    return HICCUP if fast or any(is_of_code(s, hearing) for s in strokes[-4:]) else hearing.gap


def is_third_of_a_dash(strokes: Sequence[Stroke], at: int, hearing: ScanTiming) -> bool:
    """Whether a key now follows two others as fast as a scanner's; fingers mostly roll two."""
    return len(strokes) > 1 and max(at - strokes[-1].at, _gaps(strokes)[-1]) <= _fastest(hearing)


def doubt(strokes: Sequence[Stroke], pause: float, hearing: ScanTiming) -> int:
    """For how long (ms) at least, `pause` ms after these, they may begin a scan; 0: they do not."""
    fast = _fastest(hearing)
    if not strokes:
        return 0
    if len(strokes) > 1 and _gaps(strokes)[-1] <= fast:
        return fast  # as fast as a scanner's: until they are decided on
    return max(0, ceil(fast - pause))


def _fastest(hearing: ScanTiming) -> int:
    """The time between two keys (ms) that this station's scanner may take, and no fingers keep."""
    return min(hearing.gap, HUMAN)


def find_scan(
    strokes: Sequence[Stroke], ended_after: int | None, hearing: ScanTiming
) -> tuple[int, int] | None:
    """Which of the strokes, from and up to, are a scan; the others were typed. None: all of them.

    `ended_after` is the time (ms) to the Enter or Tab behind them, None when there was none.
    """
    stop = len(strokes)
    while ended_after is None and _typed_behind(strokes[:stop], hearing):
        stop -= 1
    start = _typed_before(strokes[:stop], hearing)
    if _is_scan(strokes[start:stop], ended_after, hearing):
        return start, stop
    return None


def plain_code(code: str) -> str:
    """The code without the scanner's word on the kind of bars, unless it changes the meaning."""
    if _SYMBOL.match(code) and not code.startswith(_GS1_SYMBOLS):
        return code[3:]
    return code


def _is_scan(run: Sequence[Stroke], ended_after: int | None, hearing: ScanTiming) -> bool:
    if len(run) < SHORTEST or len({stroke.text for stroke in run}) == 1:
        return False  # too short, or one key held down on a system that does not tell
    is_pin = len(run) <= run[0].most_digits and _text(run).isdigit()
    if is_pin or _is_written(_text(run), ended_after):
        return False
    gaps = _gaps(run)
    if hearing.gap <= HUMAN:
        dash = _longest_dash(gaps, hearing.gap) >= SHORTEST
        if run[0].in_number and not dash:  # a sum is digits as well, and some hands are quick
            return len(run) > _LONGEST_SUM and _is_proven(run, hearing)
        if run[0].in_number and ended_after is None and hearing.ending != "none":
            return _is_proven(run, hearing) or any(stroke.text.isupper() for stroke in run)
        return dash or _longest_dash(gaps, HUMAN) >= _SHORTEST_SLOW or _is_proven(run, hearing)
    if max(gaps) <= HUMAN:
        return True
    text = _text(run)
    if len(run) < _SHORTEST_SLOW or " " in text or any(s.keypad for s in run) > hearing.keypad:
        return False
    if (hearing.prefix and text.startswith(hearing.prefix)) or _SYMBOL.match(text):
        return True
    if ended_after is None and hearing.ending != "none":
        return is_true(text)  # its ending was lost
    digits = sum(letter.isdigit() for letter in text)
    return 2 * digits >= len(text) or (digits > 0 and text == text.upper())


def _is_written(text: str, ended_after: int | None) -> bool:
    """Whether these are words that came in one burst: from a text expander, a remote desktop or a
    keyboard on the screen. No label says words without a figure, but a QRIS names its shop.
    """
    digits = sum(letter.isdigit() for letter in text)
    if not any(letter.islower() for letter in text):
        return False
    return (" " in text and 3 * digits < len(text)) or (ended_after is None and not digits)


def is_of_code(stroke: Stroke, hearing: ScanTiming) -> bool:
    """Whether codes are made of such keys, and words mostly are not."""
    sign = (
        stroke.text.isupper()
        or stroke.text.isdigit()
        or stroke.text in f"]-{_SEPARATOR}{hearing.prefix}"
    )
    return sign and not stroke.keypad


def _is_proven(run: Sequence[Stroke], hearing: ScanTiming) -> bool:
    """Whether a slow scanner that the station has not learned shows itself by its code."""
    if max(_gaps(run)) > HICCUP or any(stroke.keypad for stroke in run):
        return False
    text = _text(run)
    told = (hearing.prefix and text.startswith(hearing.prefix)) or _SYMBOL.match(text)
    return is_true(text) or (bool(told) and len(run) >= _SHORTEST_SLOW)


def _typed_behind(run: Sequence[Stroke], hearing: ScanTiming) -> bool:
    """Whether the last key came so late that a person struck it after the scan."""
    gaps = _gaps(run)
    if len(run) <= SHORTEST or gaps[-1] <= hearing.gap or is_true(_text(run)):
        return False
    from statistics import median

    return gaps[-1] > 2 * median(gaps[:-1] or [0])


def _longest_dash(gaps: Sequence[int], fast: int) -> int:
    """The most keys in a row with no more than `fast` ms between each two."""
    longest = dash = 1
    for gap in gaps:
        dash = dash + 1 if gap <= fast else 1
        longest = max(longest, dash)
    return longest


def _typed_before(run: Sequence[Stroke], hearing: ScanTiming) -> int:
    """How many strokes at the beginning were the last that a person typed."""
    gaps, whole = _gaps(run), _text(run)
    if len(run) <= SHORTEST:
        return 0
    if hearing.prefix:
        return max(0, whole.find(hearing.prefix))
    if symbol := _SYMBOL.search(whole):
        return symbol.start()
    first = next((at for at, gap in enumerate(gaps[: SHORTEST - 1], 1) if gap > hearing.gap), 1)
    if is_true(whole) or any(is_true(whole[at:]) for at in range(1, first + 1)):
        return next(at for at in range(first + 1) if is_true(whole[at:]))
    if (letters := _LETTERS.match(whole)) and is_true(whole[letters.end() :]):
        return letters.end()
    from statistics import median  # rarely needed, and slow to import

    usual, apart = median(gaps[first:]), gaps[first - 1]
    head, rest = whole[:first], whole[first:]
    if head.islower() and rest == rest.upper():
        return first if apart > 1.5 * usual else 0
    return first if first == 1 and apart > 3 * usual and 20 < apart <= hearing.gap else 0


def _gaps(run: Sequence[Stroke]) -> list[int]:
    return [after.at - before.at for before, after in pairwise(run)] or [0]


def _text(run: Sequence[Stroke]) -> str:
    return "".join(stroke.text for stroke in run)
