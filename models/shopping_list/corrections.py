"""What a customer took back in the same breath: `2 eh 3 aja`, `3+2`, `2-3`, `enam ratus mili`."""

import re
from collections.abc import Set
from dataclasses import replace
from itertools import pairwise

from models.shopping_list.message import CANCELLED, ONLY
from models.text.number_words import heard
from models.text.words import Word, dictionary

#: A number behind them is no quantity.
NOT_QUANTITY = {"isi", "no", "nomor", "nomer", "uk", "ukuran", "size", "number", "x"}
_INTO = ("jadi", "jadiin", "jadinya", "to", "into")
#: `se-` of *sebungkus*, and how it is said in Java and Sunda; it may stand apart.
_ONE_OF = ("sak", "se", "sa")
#: More is no sum of two quantities, and no range.
_SMALL = 100
_SUM = re.compile(r"\+| \+ ")
_RANGE = re.compile(r"\s?[-\u2013]\s?|\s(?:sampai|sampe|s/d|to)\s")
_INSTEAD = re.compile(r"\s*(?:-+>|=+>|\u2192|\u27a1)\s*")


def value_of(word: Word) -> float | None:
    """What a number says, in digits or as a word."""
    return word.number if word.number is not None else dictionary().numbers.get(word.text)


def spelt_out(words: list[Word]) -> list[Word]:
    """`enam ratus` → `600`, `sekilo` → `1 kilo`; a number of one word stays: `dua kelinci`."""
    known = dictionary()
    words = _with_single_packages(_without_ones(words))
    texts = [word.text for word in words]
    found: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        rest = _counted_once(word)
        number, size = heard(texts[at : at + 12]) or (0, 0)
        if size > 1:
            last = words[at + size - 1]
            after = words[at + size] if at + size < len(words) else None
            units = number % 100
            if 0 < units < 10 and number > 100 and after and after.concept in known.packages:
                number, size = number - units, size - 1  # `enam ratus dua botol`
                last = words[at + size - 1]
            found.append(Word(str(number), str(number), float(number), False, word.start, last.end))
            at += size
            continue
        if rest:
            found.append(Word("1", "1", 1.0, False, word.start, word.start))
            found.append(Word(rest, known.concept(rest), None, False, word.start, word.end))
        else:
            found.append(word)
        at += 1
    return found


def _counted_once(word: Word) -> str:
    """The package or measure that a word says one of: `kilo` of `sekilo`; `saset` is no set."""
    known = dictionary()
    if word.text in known.numbers or word.concept in known.packages:
        return ""
    behind = (word.text[len(one) :] for one in _ONE_OF if word.text.startswith(one))
    return next((w for w in behind if len(w) > 1 and {w, known.concept(w)} & known.units), "")


def _with_single_packages(words: list[Word]) -> list[Word]:
    """`sak renteng`, as *se-* is said in Java, is one: no sack. So is `se pak`."""
    known = dictionary()
    units = known.units
    return [
        replace(word, text="satu", concept="satu")
        if word.text in _ONE_OF and after is not None and {after.text, after.concept} & units
        and not (before is not None and value_of(before) is not None)
        else word
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False)
    ]  # fmt: skip


def _without_ones(words: list[Word]) -> list[Word]:
    """`aqua 2 the small one` → `aqua 2 the small`: it is no number."""
    before: list[Word] = []
    for word in words:
        is_one = word.text == "one" and before and before[-1].concept in dictionary().variants
        if not (is_one and any(w.text == "the" for w in before)):
            before.append(word)
    return before


def settled(words: list[Word], folded: str) -> tuple[list[Word], bool]:
    """The words without what was taken back, and whether it is clear how much is left."""
    words, is_clear = _added_up(words, folded)
    words = _without_denied(words)
    for position in range(len(words) - 1, 0, -1):
        if position < len(words) and words[position].text in dictionary().more:
            words = _with_more(words, position)
    for position in range(len(words) - 1, 0, -1):
        if position < len(words) and _is_taken_back(words[position]):
            words = _corrected(words, position)
    words = _only_the_last(words, folded)
    known = dictionary()
    texts = [w.text for w in words]
    # `kurangi 1` is not clear, but `kurangi jadi 1` is.
    told = any(a in known.fewer and b not in _INTO for a, b in pairwise([*texts, ""]))
    gone = known.corrections | known.fewer
    left = [w for w in words if w.text not in gone and w.concept != CANCELLED]
    return left, is_clear and not told


def _is_taken_back(word: Word) -> bool:
    return word.text in dictionary().corrections or word.concept == CANCELLED


def _added_up(words: list[Word], folded: str) -> tuple[list[Word], bool]:
    """`3+2` is five, `1 -> 2` is two, `2-3` is not clear."""
    found: list[Word] = []
    is_clear = True
    for at, word in enumerate(words):
        last = found[-1] if found else None
        one, other = (None if last is None else value_of(last)), value_of(word)
        is_named = len(found) > 1 and found[-2].text in NOT_QUANTITY  # `isi 2 - 3 bungkus`
        if last is None or one is None or other is None or max(one, other) > _SMALL or is_named:
            found.append(word)
            continue
        between = folded[last.end : word.start]
        after = words[at + 1] if at + 1 < len(words) else None
        counts = after is None or not (after.glued or after.text in dictionary().measures)
        if counts and _SUM.fullmatch(between):
            total = one + other
            found[-1] = Word(f"{total:g}", f"{total:g}", total, False, last.start, word.end)
        elif _INSTEAD.fullmatch(between):
            found[-1] = word
        elif (
            counts
            and one < other
            and one.is_integer()  # `sprite 1,5 - 2` is two of a size
            and _is_last(words, at)
            and _RANGE.fullmatch(between)
        ):
            is_clear = False
            found[-1] = replace(last, end=word.end)
        else:
            found.append(word)
    return found, is_clear


def _is_last(words: list[Word], at: int) -> bool:
    """Whether nothing but a package and politeness stands behind: `3-5 madu` is a name."""
    known = dictionary()
    rest = words[at + 1 :]
    return at > 1 and all(known.is_polite(w) or w.concept in known.packages for w in rest)


def _without_denied(words: list[Word]) -> list[Word]:
    """`3 ya bukan 2` → `3 ya`."""
    if len(words) > 2 and words[-2].concept == "bukan" and value_of(words[-1]) is not None:
        before = [w for w in words[:-2] if value_of(w) is not None]
        return words[:-2] if before else words
    return words


def _corrected(words: list[Word], position: int) -> list[Word]:
    """Without the quantity before the word at `position`, if there is another behind it."""
    after = _skipped(words, range(position + 1, len(words)), set())
    known = dictionary()
    units = known.units | known.fewer  # `4 kurangin jadi 3`
    before = _skipped(words, range(position - 1, -1, -1), units)
    if after is None or before is None:
        return words
    measured = [
        at + 1 < len(words) and words[at + 1].text in dictionary().measures
        for at in (before, after)
    ]
    if measured[0] and not measured[1]:
        return words  # `600 ml eh 3`: the size stays
    return words[:before] + words[after:]


def _with_more(words: list[Word], position: int) -> list[Word]:
    """`4 bks tambah 1 lagi`: five, if both are of the same."""
    known = dictionary()
    units = known.units
    after = _skipped(words, range(position + 1, len(words)), set())
    before = _skipped(words, range(position - 1, -1, -1), units)
    if after is None or before is None:
        return words
    counted = [w.concept for w in words[before + 1 : position] if w.concept in units]
    behind = words[after + 1 : after + 2]
    again = [w.concept for w in behind if w.concept in units]
    if again not in ([], counted):
        return words
    total = (value_of(words[before]) or 0) + (value_of(words[after]) or 0)
    summed = replace(words[before], text=f"{total:g}", concept=f"{total:g}", number=total)
    rest = words[after + 1 + len(again) :]
    return [*words[:before], summed, *words[before + 1 : position], *rest]


def _skipped(words: list[Word], places: range, units: Set[str]) -> int | None:
    """The first number among these places behind nothing that tells."""
    known = dictionary()
    for at in places:
        word = words[at]
        if value_of(word) is not None:
            return at
        skipped = known.is_polite(word) or _is_taken_back(word) or word.concept == "bukan"
        if not skipped and word.concept not in units:
            return None
    return None


def _only_the_last(words: list[Word], folded: str) -> list[Word]:
    """`2, satu aja` → `satu`."""
    for at in range(len(words) - 1, 0, -1):
        word, before = words[at], words[at - 1]
        if value_of(word) is None or value_of(before) is None:
            continue
        after = words[at + 1].text if at + 1 < len(words) else ""
        if after in (*ONLY, "deh") and folded[before.end : word.start].strip() == ",":
            return words[: at - 1] + words[at:]
    return words
