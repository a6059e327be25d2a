"""The lines of a message beside each other: what a later one changes, adds to or cancels."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.amounts import ONE
from models.shopping_list.amount import weight_of
from models.shopping_list.judging.matching import Judgement, Verdict
from models.shopping_list.list_items import ListItem, is_likely
from models.shopping_list.readings import IF_MISSING, names_goods
from models.text.words import dictionary, words_of

#: So many times what is in one of them.
PARCELS = re.compile(r"\b(\d{1,3}) (?:paket|parsel|parcels?|bingkisan|hampers)\b", re.IGNORECASE)
_IN_EACH = re.compile(r"\bisi(?:nya)?\b|@|\bmasing|\btiap\b|\beach\b", re.IGNORECASE)
#: How large clothes and nappies are.
_SIZES = {"s", "m", "l", "xl", "xxl", "xxxl"}
#: Goods are called by so many words; what has more tells something.
_FEW = 4


@dataclass(frozen=True, slots=True)
class Line:
    """An item that was read; `ids` are the products proposed.

    `corrects`: it may change what another line says; `restates`, `adds`: so it may if that is of
    the same thing; `cancels`: it cancels that.
    """

    source: str
    line: int
    item: ListItem
    judgement: Judgement
    ids: tuple[int, ...] = ()
    corrects: bool = False
    restates: bool = False
    adds: bool = False
    cancels: bool = False
    is_talk: bool = False
    said_as: tuple[str, str] = ("", "")
    #: Product id → thousandths of it for one of the unit, by an earlier answer.
    answered: Mapping[int, int] = field(default_factory=dict)
    #: Whether it stands behind the number or the mark of a list.
    is_listed: bool = False
    #: Where its words stand, if it was said in several places: (line, words).
    parts: tuple[tuple[int, str], ...] = ()

    @property
    def all_parts(self) -> tuple[tuple[int, str], ...]:
        """Where its words stand in the text: (line, words)."""
        return self.parts or ((self.line, self.source),)


def in_parcels(line: Line, parcels: Sequence[tuple[int, str]]) -> Line:
    """`10 paket, isi: gula 1`: ten of it. What is not said to be in each, or is weighed, is asked.

    `parcels`: the lines and words that speak of them.
    """
    meant = [words for at, words in parcels if at <= line.line]
    if not meant:
        return line
    each = PARCELS.search(meant[-1])
    times = int(each[1]) if each and len(meant) == 1 and _IN_EACH.search(meant[-1]) else 0
    quantity = line.item.quantity * times
    is_clear = line.item.clear and weight_of(line.item) is None and is_likely(quantity / ONE, None)
    item = replace(line.item, quantity=quantity or line.item.quantity, clear=is_clear)
    return replace(line, item=item)


def without_lost_counts(lines: list[Line], counted: Set[int]) -> list[Line]:
    """`fanta orange ada? nanti kuangkut 3`: what says no number is not sure to be one, where so
    many of something that the shop does not know follow on the same line, or where talk says it
    on that line (one of `counted`)."""
    kept = [
        asked(line) if line.line in counted and not line.item.counted else line for line in lines
    ]
    for at, (one, other) in enumerate(pairwise(lines)):
        counts = other.item.counted and not other.ids and one.line == other.line
        if counts and not one.item.counted:
            kept[at] = asked(one)
    return kept


def corrected(lines: list[Line]) -> list[Line]:
    """`pepsodent 120 gr 1` … `eh pepsodentnya 2 deh`: two of it, if only one line can be meant.

    `tambah pepsodent 120 gr 1 lagi`: one more.
    """
    kept: list[Line] = []
    for line in lines:
        meant = _meant(line, kept)
        if len(meant) > 1:
            kept = [asked(o) if at in meant else o for at, o in enumerate(kept)]
        summed = len(meant) == 1 and line.adds and not line.corrects
        if len(meant) != 1 or (summed and not _is_of_same_unit(kept[meant[0]].item, line.item)):
            kept.append(line)
            continue
        first, new = kept[meant[0]], line.item
        item = replace(
            first.item, quantity=new.quantity + (first.item.quantity if summed else 0),
            unit=new.unit or first.item.unit, weight=new.weight, counted=True,
            clear=new.clear and (first.item.clear or not summed),
        )  # fmt: skip
        kept[meant[0]] = replace(
            first, source=f"{first.source}, {line.source}", item=item,
            parts=(*first.all_parts, *line.all_parts),
        )  # fmt: skip
    return kept


def _meant(line: Line, others: list[Line]) -> list[int]:
    """Which of the lines before one may change."""
    named = _named(line)
    if not (_changes(line) and named and line.item.counted and line.item.sure) or line.cancels:
        return []
    restated = line.restates and line.judgement.verdict is not Verdict.MATCH
    less = (line.corrects or restated) and not line.adds
    return [
        at for at, other in enumerate(others)
        if (named == _named(other) or (less and named <= _named(other)))
        and _sized(line) <= _sized(other)
    ]  # fmt: skip


def _sized(line: Line) -> set[float]:
    """The sizes and numbers that belong to the goods: `sasa 100` is no `sasa 250`."""
    return {*line.item.numbers, *(size.amount for size in line.item.sizes)}


def _is_of_same_unit(one: ListItem, other: ListItem) -> bool:
    """Whether two quantities can be added up."""
    weighed = weight_of(one) is not None or weight_of(other) is not None
    return one.counted and not weighed and other.unit in ("", one.unit)


def _named(line: Line) -> set[str]:
    """What a line names, `djarumnya` as well as `djarum`."""
    known = dictionary()
    words = [w for w in line.item.words if not known.is_polite(w)]
    return {known.concept(w.text.removesuffix("nya")) for w in words} - known.packages


def without_contradictions(lines: list[Line], noise: list[str]) -> list[Line]:
    """An item that another line changes or cancels is asked about; what cancels is no item."""
    doubtful: set[int] = set()
    for position, line in enumerate(lines):
        if line.corrects and line.item.counted and not line.ids and not line.cancels:
            doubtful.update(_likest(line, lines[:position]))
    firsts = Counter(line.ids[0] for line in lines if line.ids)
    for position, line in enumerate(lines):
        if line.corrects and not line.item.counted and not line.cancels:
            # `eh piattosnya sapi panggang aja`: in the place of what, and how much of it?
            doubtful.update((*line.ids[:1], *_in_place_of(line, lines[:position])))
        if line.cancels and not line.ids:
            doubtful.update(lines[position - 1].ids[:1] if position else ())
        elif line.cancels:
            doubtful.update(_cancelled(line, lines[:position]))
        elif _changes(line) and line.ids and firsts[line.ids[0]] > 1:
            doubtful.update(line.ids)
    noise += [line.source for line in lines if line.cancels]
    return [
        asked(line) if doubtful.intersection(line.ids[:1]) else line
        for line in lines if not line.cancels
    ]  # fmt: skip


def _in_place_of(line: Line, others: list[Line]) -> Iterator[int]:
    """What a line without a quantity may replace: what shares a word with it."""
    return (other.ids[0] for other in others if other.ids and _named(other) & _named(line))


def _cancelled(line: Line, others: list[Line]) -> tuple[int, ...]:
    """What is meant by a line that cancels: what shares a word with it, if anything does."""
    named = _named(line)
    sharing = [other.ids[0] for other in others if other.ids and named & _named(other)]
    if sharing and line.judgement.known < 1:
        return tuple(sharing)  # `rokoknya ga usah, suami udah beli`
    return (*sharing, *line.ids)


def _likest(line: Line, others: list[Line]) -> tuple[int, ...]:
    """What is meant by the mistyped name of a correction: that of the likest line before."""
    from rapidfuzz import fuzz

    named = " ".join(sorted(_named(line)))
    like = [(fuzz.ratio(named, " ".join(sorted(_named(o)))), o.ids[:1]) for o in others if o.ids]
    part = [(fuzz.partial_ratio(named, o.item.name), o.ids[:1]) for o in others if o.ids]
    return max([*like, *part], default=(0, ()))[1] if named else ()


def _changes(line: Line) -> bool:
    return line.corrects or line.restates or line.adds


def asked(line: Line) -> Line:
    verdict = Verdict.ASK if line.ids else Verdict.UNAVAILABLE
    return replace(line, judgement=replace(line.judgement, verdict=verdict))


def without_names(lines: list[Line], noise: list[str]) -> list[Line]:
    """Where everybody else says how many, a word nobody knows without a number is a name.

    Not between the others, where goods stand; nor behind the mark of a list, if they have one.
    """
    counted = [at for at, line in enumerate(lines) if line.item.said]
    if 2 * len(counted) <= len(lines):
        return lines
    marked = 2 * sum(lines[at].is_listed for at in counted) > len(counted)
    kept = []
    for at, line in enumerate(lines):
        is_inside = line.is_listed if marked else counted[0] < at < counted[-1]
        is_thing = _is_sized(line) or names_goods(line.source)
        is_thing |= bool(IF_MISSING.search(line.source))
        is_thing |= is_inside and len(line.item.words) <= _FEW
        unknown = line.judgement.verdict is Verdict.UNAVAILABLE and not line.item.said
        if unknown and not is_thing:
            noise.append(line.source)
        else:
            kept.append(line)
    return kept


def _is_sized(line: Line) -> bool:
    """`popok bayi L`: nobody is called so."""
    words = words_of(line.source)
    return len(words) > 1 and words[-1].text in _SIZES
