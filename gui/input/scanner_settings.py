"""What this station knows of its scanner: kept between two days, learned from three labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from gui.input.scan_timing import ENDINGS, ScanTiming, plain_code
from gui.runtime.station import Station
from models.formats.check_digits import is_true

LEARN_FROM = 3
#: Between these (ms) a gap can be set; a scanner slower than the last one is as slow as a person.
SHORTEST_GAP, LONGEST_GAP = 10, 85
_FLOOR = 25
_LONGEST_PREFIX = 8


@dataclass(frozen=True, slots=True)
class LearnedLabel:
    """A label as it came in while learning: its gaps (ms), and the key at its end."""

    text: str
    gaps: tuple[int, ...]
    ending: str
    keypad: bool = False

    @property
    def slowest(self) -> int:
        return max(self.gaps)


def hearing_of(station: Station) -> ScanTiming:
    """What was chosen or learned here, or the defaults."""
    usual = ScanTiming()
    ending = station.text("scanner/ending")
    return ScanTiming(
        min(LONGEST_GAP, max(SHORTEST_GAP, int(station.number("scanner/gap", usual.gap)))),
        ending if ending in ENDINGS else usual.ending,
        station.text("scanner/prefix"),
        station.yes("scanner/keypad"),
    )


def keep_hearing(station: Station, hearing: ScanTiming) -> None:
    station.remember("scanner/gap", hearing.gap)
    station.remember("scanner/ending", hearing.ending)
    station.remember("scanner/prefix", hearing.prefix)
    station.remember("scanner/keypad", hearing.keypad)


def learned(labels: Sequence[LearnedLabel]) -> ScanTiming | None:
    """What the scanner is like that sent these labels; None: that slow, it was no scanner."""
    slowest = max(label.slowest for label in labels)
    if slowest > LONGEST_GAP:
        return None
    gap = min(LONGEST_GAP, max(_FLOOR, round(slowest * 1.25) + 4))
    endings = {label.ending for label in labels}
    return ScanTiming(
        gap,
        endings.pop() if len(endings) == 1 else "any",
        _prefix([label.text for label in labels]),
        any(label.keypad for label in labels),
    )


def _prefix(texts: list[str]) -> str:
    """What stands before every code, if behind it they are all real ones."""
    if all(is_true(text) for text in map(plain_code, texts)):
        return ""
    for length in range(1, _LONGEST_PREFIX + 1):
        if len({text[:length] for text in texts}) == 1 and all(is_true(t[length:]) for t in texts):
            return texts[0][:length]
    return ""
