"""What a scanner sounds like, in words."""

from PySide6.QtCore import QCoreApplication

from gui.input.scan_timing import ENDINGS
from gui.input.scanner_settings import LearnedLabel
from gui.words.formatting import Formatting

translate = QCoreApplication.translate


def ending_words(ending: str) -> str:
    """What comes behind a code."""
    return {
        "any": translate("scanner", "any ending"),
        "enter": translate("scanner", "Enter at the end"),
        "tab": translate("scanner", "Tab at the end"),
        "none": translate("scanner", "nothing at the end"),
    }[ending]


def endings() -> list[tuple[str, str]]:
    """All of them, with the words for each."""
    return [(ending, ending_words(ending)) for ending in ENDINGS]


def heard_words(label: LearnedLabel, words: Formatting) -> str:
    """`8 ms per key, at most 12 ms · Enter at the end`"""
    usual = sorted(label.gaps)[len(label.gaps) // 2]
    pace = translate("scanner", "{usual} ms per key, at most {slowest} ms")
    told = pace.format(usual=words.number(usual), slowest=words.number(label.slowest))
    return f"{told} \u00b7 {ending_words(label.ending)}"
