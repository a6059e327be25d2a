"""Cuts running text into wishes and talk, so that the catalogue explains the most of it.

Each part is a wish with its quantity, all of them before what they count or all behind, or is set
aside as talk. Where both ways explain as much, how much is asked.
"""

from dataclasses import replace
from functools import cache
from itertools import pairwise

from models.search.product_index import ProductIndex
from models.shopping_list.amount import weight_of
from models.shopping_list.corrections import spelt_out, value_of
from models.shopping_list.judging.fit import is_weighed_out
from models.shopping_list.judging.matching import Judgement, Verdict
from models.shopping_list.list_items import ASKS_PRICE, ListItem
from models.shopping_list.readings import Found, best_reading, has_another, is_talk
from models.text.words import Word, dictionary, fold, words_of

#: More than so many words are not cut: that is a story, or hostile.
_CUT_LIMIT = 240
_LONGEST = 14
#: What stands so between two words makes one of them: `3-5`, `16gb`, `1+1`, `5+ madu`.
_GLUE = ("", "-", "+", "+ ", "/", "&")
#: So many products are looked at to find where to cut.
_GLANCE = 60
#: So many words are read as one wish also where no product has all of them.
_SHORT = 5
#: `beli 2 gratis 1`: how much is wanted is for the shop to say.
_FOR_NOTHING = ("gratis", "free", "bonus")
#: Longer ones are not looked up.
_WORD = 30


class Cut:
    """The best way to cut a part into wishes and talk."""

    def __init__(self, index: ProductIndex, part: str) -> None:
        self.index, self.part = index, part
        self.folded = fold(part)
        is_plain = len(self.folded) == len(part) <= _CUT_LIMIT * _WORD
        words = words_of(self.folded) if is_plain else []
        self.words = spelt_out(index.understood(words))
        self.reading = cache(self._reading)
        self.rows = cache(self._rows)
        self.kind = cache(self._kind)
        self.best: list[tuple[int, int, bool]] = []

    def found(self) -> list[Found] | None:
        """None where it cannot be cut in a way that is better than not at all."""
        if not 1 < len(self.words) <= _CUT_LIMIT or self._is_plainly_one():
            return None
        before, behind = self._path(True), self._path(False)
        score, path = max(before, behind, key=lambda way: way[0])
        path = [(*span[:2], span[2] or self._is_wished(*span[:2])) for span in path]
        self.best = path
        if not self._is_sound(path):
            return None
        other = min(before, behind, key=lambda way: way[0])
        doubtful = score - other[0] < _CLEAR and self._pairs(path) != self._pairs(other[1])
        doubtful = doubtful or any(word.text in _FOR_NOTHING for word in self.words)
        return self._parted(path, doubtful)

    def _is_plainly_one(self) -> bool:
        """Whether no more than one quantity is said, of one thing and for nobody."""
        known = dictionary()
        between = known.joints | known.owners | known.places
        if any(word.text in between or known.is_polite(word) for word in self.words):
            return False
        units = [*(word.text for word in self.words[1:]), ""]
        free = [
            value_of(word) is not None and unit not in known.measures
            for word, unit in zip(self.words, units, strict=True)
        ]
        return sum(free) < 2

    def found_one(self) -> list[Found] | None:
        """The only wish with a quantity among words that may or may not be talk: it is asked."""
        wishes = [self.reading(*span[:2]) for span in self.best if span[2]]
        counted = [r for r in wishes if r and r[0].counted and r[1].known == 1]
        return self._parted(self.best, False) if len(wishes) == len(counted) == 1 else None

    def _parted(self, path: "list[tuple[int, int, bool]]", doubtful: bool) -> list[Found]:
        left_out = {at for *span, is_wish in path if not is_wish for at in self._told(*span)}
        shifted = self._shifted([span[:2] for span in path if span[2]])
        edges = {("start", start) for start, _, is_wish in path if is_wish}
        edges |= {("end", end) for _, end, is_wish in path if is_wish}
        asks_price = not ASKS_PRICE.isdisjoint(word.text for word in self.words)
        found = []
        for start, end, is_wish in path:
            part = self._found(start, end, is_wish)
            beside = not left_out.isdisjoint((start - 1, end))
            # One without a quantity that touches another may have lost its own to it.
            uncounted = part.item is not None and not part.item.counted
            bare = uncounted and self.kind(start) != "number"
            touches = bare and not edges.isdisjoint((("end", start), ("start", end)))
            unsure = (
                doubtful
                or beside
                or touches
                or (start, end) in shifted
                or (uncounted and asks_price)
            )
            if is_wish and self._is_taken_back(start, end, path):
                found.append(_unsure(part, True))
            else:
                found.append(_unsure(part, beside) if unsure else part)
        return _joined_talk(found)

    def _is_wished(self, start: int, end: int) -> bool:
        """Whether words name goods that are wanted besides: `… sama mentega`, `2 dus tisu`."""
        known = dictionary()
        kinds = all(w.concept in known.things for w in self.words[start:end])
        around = [w.text for w in (*self.words[:start][-1:], *self.words[end:][:1])]
        beside = not known.joints.isdisjoint(around) or self.kind(start - 1) in ("number", "unit")
        return kinds and start > 0 and beside and not self._is_name(start)

    def _shifted(self, wishes: list[tuple[int, int]]) -> set[tuple[int, int]]:
        """Those whose quantity may be that of a neighbour, which has none, or has lost its own in
        the same way: `teh | lima aqua | dua kopi`."""
        shifted: set[tuple[int, int]] = set()
        ends = {end for start, end in wishes if self._is_bare(start, end)}
        for start, end in wishes:
            if start in ends and self.kind(start) == "number":
                shifted.add((start, end))
                ends.add(end)
        starts = {start for start, end in wishes if self._is_bare(start, end)}
        for start, end in reversed(wishes):
            if end in starts and self.kind(end - 1) in ("number", "unit"):
                shifted.add((start, end))
                starts.add(start)
        return shifted

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether a wish has no quantity, unless it is weighed out."""
        reading = self.reading(start, end)
        if reading is None or reading[0].counted:
            return False
        rows = reading[1].rows
        return weight_of(reading[0]) is None or not (rows and is_weighed_out(self.index, rows[0]))

    def _is_taken_back(self, start: int, end: int, path: "list[tuple[int, int, bool]]") -> bool:
        """`milo 2 eh salah, energen 2`: whether between two wishes the first was a mistake."""
        following = next((span[0] for span in path if span[2] and span[0] >= end), None)
        if following is None:
            return False
        said = [at for at in range(start, end) if self.kind(at) == "number"]
        behind = range(said[-1] if said else end, following)
        known = dictionary()
        return any(self.words[at].text in known.corrections | known.instead for at in behind)

    def _is_sound(self, path: "list[tuple[int, int, bool]]") -> bool:
        """Whether a cut parts several wishes, or takes nothing but talk from one."""
        wishes = [span[:2] for span in path if span[2]]
        readings = [reading for span in wishes if (reading := self.reading(*span))]
        if len(wishes) < 2:
            left_out = [at for *span, is_wish in path if not is_wish for at in self._told(*span)]
            return bool(wishes) and not left_out and readings[0][1].known == 1
        counted = sum(_is_counted(item) for item, _ in readings)
        if counted >= max(2, len(wishes) - 1):
            return any(judgement.known == 1 for _, judgement in readings)
        gaps = pairwise(wishes)
        joined = all(
            any(self.words[at].text in dictionary().joints for at in range(one[1], other[0]))
            for one, other in gaps
        )
        return joined and all(judgement.known == 1 for _, judgement in readings)

    def _told(self, start: int, end: int) -> list[int]:
        """The words of some talk that may have been more than talk."""
        return [at for at in range(start, end) if self.kind(at) != "talk" and not self._is_name(at)]

    def _is_name(self, at: int) -> bool:
        """Whether it stands behind a word for a person or a place: `punya Andi`, `kos melati`."""
        before = dictionary().places | dictionary().owners
        return any(self.words[i].text in before for i in range(max(0, at - 2), at))

    def _pairs(self, path: "list[tuple[int, int, bool]]") -> set[tuple[str, int]]:
        """What is wanted and how much of it, however it was cut."""
        pairs = set()
        for start, end, is_wish in path:
            reading = self.reading(start, end) if is_wish else None
            if reading is not None:
                pairs.add((reading[0].name, reading[0].quantity))
        return pairs

    def _path(self, leads: bool) -> "tuple[float, list[tuple[int, int, bool]]]":
        """The best cut if all quantities stand before what they count, or behind it."""
        edges = self._edges()
        best: list[tuple[float, list[tuple[int, int, bool]]]] = [(0.0, [])]
        for to in range(1, len(edges)):
            ways = []
            for at in range(to):
                start, end = edges[at], edges[to]
                if end - start > _LONGEST:
                    continue
                score, path = best[at]
                worth = self._worth(start, end, leads)
                if worth is not None:
                    ways.append((score + worth, [*path, (start, end, True)]))
                if at == to - 1:
                    ways.append((score + self._talk(start, end), [*path, (start, end, False)]))
            best.append(max(ways, key=lambda way: way[0]))
        return best[-1]

    def _edges(self) -> list[int]:
        """Between which words it may be cut: around numbers, talk and what nobody knows."""
        kinds = [self.kind(at) for at in range(len(self.words))]
        cuts = {0, len(self.words)}
        for at in range(1, len(self.words)):
            one, other = kinds[at - 1], kinds[at]
            between = self.folded[self.words[at - 1].end : self.words[at].start]
            if (one, other) == ("number", "unit") or between in _GLUE:
                continue
            if (
                one != other
                or one in ("number", "talk")
                or self._is_far(at)
                or self._is_name(at - 1)
            ):
                cuts.add(at)
        return sorted(cuts)

    def _is_far(self, at: int) -> bool:
        """Whether a mark stands between a word and the one before."""
        between = self.folded[self.words[at - 1].end : self.words[at].start]
        return any(mark in between for mark in ',;:.()"\n')

    def _kind(self, at: int) -> str:
        known, word = dictionary(), self.words[at]
        if value_of(word) is not None:
            return "number"
        if word.concept in known.packages or word.text in known.measures:
            return "unit"
        if known.is_polite(word) or word.text in known.places or word.text in known.owners:
            return "talk"
        return "known" if self._is_known(word) else "unknown"

    def _is_known(self, word: Word) -> bool:
        if word.concept != word.text:
            return True
        return len(word.text) <= _WORD and bool(self.index.similar(word))

    def _talk(self, start: int, end: int) -> float:
        """How well words can be left out."""
        worth = 0.0
        for at in range(start, end):
            kind, is_name = self.kind(at), self._is_name(at)
            if kind == "known":
                worth -= 0.2 if is_name else 1.2
            elif kind in ("number", "unit"):
                worth -= 0.4 if is_name else 1.2
            elif kind == "unknown":
                worth -= 0.1 if is_name else 0.5
        return worth

    def _worth(self, start: int, end: int, leads: bool) -> float | None:
        """How much of it the catalogue explains as one wish; None where it is none."""
        if "talk" in (self.kind(start), self.kind(end - 1)):
            return None
        if start and (self.kind(start - 1), self.kind(start)) == ("known", "unit"):
            return None  # the package belongs to what stands before it
        opening = self.words[start]
        if any(mark in self.folded[opening.start : self.words[end - 1].end] for mark in "():;"):
            return None
        if opening.concept in dictionary().doubt or opening.text in dictionary().corrections:
            return None
        kinds = [self.kind(at) for at in range(start, end)]
        is_long = end - start > _SHORT or kinds.count("number") > 1
        reading = None if is_long and not self._is_one(start, end) else self.reading(start, end)
        if reading is None:
            return None
        item, judgement = reading
        counted = _is_counted(item)
        if (item.leads is not None and item.leads != leads) or _is_only_counted(item):
            return None
        said = sum(kind != "talk" for kind in kinds)
        if judgement.verdict is Verdict.UNAVAILABLE:
            if not counted or kinds.count("number") > 1:
                return None
            return 0.3 - 0.4 * (said - 2)
        unknown = 1 - judgement.known
        worth = said * (1 - 2.5 * unknown) - 0.6 + (0.8 if item.counted else 0.3 * counted)
        worth -= sum(word.text in dictionary().joints for word in self.words[start:end])
        worth += 0.4 * (judgement.verdict is Verdict.MATCH) if not unknown else -0.6
        known = dictionary()
        if all(w.concept in known.variants for w in item.words):
            worth -= 2.0  # a taste is hardly a thing: `satu … anak`
        generic = all(w.concept in known.kinds | known.variants for w in item.words)
        return worth if counted else worth - (2.2 if generic else 0.8)

    def _is_one(self, start: int, end: int) -> bool:
        """Whether some product has all of the words: what is cut elsewhere costs no time."""
        telling = [rows for at in range(start, end) if (rows := self.rows(at)) is not None]
        return not telling or bool(set.intersection(*telling))

    def _rows(self, at: int) -> set[int] | None:
        """The rows of the products that have a word; None where names may do without it."""
        known, word = dictionary(), self.words[at]
        left_out = known.kinds | known.fillers | known.packages
        is_which = at > 0 and self.words[at - 1].concept in known.ones  # `yang besar`
        if self.kind(at) != "known" or word.concept in left_out or is_which:
            return None
        return self.index.meaning(word)

    def _text(self, start: int, end: int) -> str:
        return self.part[self.words[start].start : self.words[end - 1].end]

    def _reading(self, start: int, end: int) -> tuple[ListItem, Judgement] | None:
        best = best_reading(self.index, self._text(start, end), _GLANCE)
        if best is None or has_another(self.index, *best):
            return None
        return None if is_talk(self.index, self._text(start, end), *best) else best

    def _found(self, start: int, end: int, is_wish: bool) -> Found:
        text = self._text(start, end)
        reading = best_reading(self.index, text) if is_wish else None
        return Found(text, *reading) if reading else Found(text)


def _unsure(part: Found, of_product: bool) -> Found:
    """How much is asked, and which product where words beside it were left out."""
    if part.item is None:
        return part
    judgement = part.judgement
    if of_product and judgement.verdict is Verdict.MATCH:
        judgement = replace(judgement, verdict=Verdict.ASK)
    return Found(part.text, replace(part.item, clear=False), judgement)


#: Of two ways to cut, the better is clear if it is so much better.
_CLEAR = 1.5


def _is_counted(item: ListItem) -> bool:
    """Whether it is said how much."""
    return item.counted or weight_of(item) is not None


def _is_only_counted(item: ListItem) -> bool:
    """Whether nothing but packages and numbers were said."""
    known = dictionary()
    return all(w.concept in known.packages or known.is_polite(w) for w in item.words)


def _joined_talk(found: list[Found]) -> list[Found]:
    """Talk in a row is one talk."""
    joined: list[Found] = []
    for part in found:
        if part.item is None and joined and joined[-1].item is None:
            joined[-1] = Found(f"{joined[-1].text} {part.text}")
        else:
            joined.append(part)
    return joined
