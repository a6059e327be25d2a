"""Finds products by words, as fast as people type: every name once in memory, most sold first.

The index holds folded names and nothing else that changes with every sale: prices and stock are
read from the shop for the few products that are shown. Why it is in memory and not in the
database is told in `docs/decisions.md`.
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from models.words import Size, Word, dictionary, phrase_key, size_at, spaced, words_of

#: Longer words are cut: no product is found by its hundredth letter.
WORD_LIMIT = 32
WORDS_LIMIT = 8
#: What is in more products than this is looked up by marks, not by merging lists.
_COMMON = 4000
#: How names write numbers that customers spell out.
_NUMERALS = {0.25: ("1/4",), 0.5: ("1/2",), **{float(n): (str(n),) for n in range(1, 13)}}
#: With so many plain finds nobody looks for near ones.
_PLENTY = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index has to know of a product."""

    id: int
    name: str
    unit: str
    price: int
    active: bool
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """A product's name taken apart, for judging how well a customer's words fit it."""

    words: tuple[Word, ...]
    sizes: tuple[Size, ...]
    numbers: frozenset[float]
    concepts: frozenset[str]
    texts: frozenset[str]


class ProductIndex:
    """Names, folded, in a fixed order: a place is where a product stands in it."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.ids: list[int] = []
        self.texts: list[str] = []
        self.units: list[str] = []
        self.prices = array("q")
        self.active = bytearray()
        self.aliases: dict[str, list[int]] = {}
        self._place: dict[int, int] = {}
        self._other_names: dict[int, str] = {}
        self._postings: dict[str, array[int]] = {}
        self._by_name: list[int] = []
        self._spelt: dict[str, list[str]] = {}
        self._openings: dict[str, int] = {}
        self._firsts: set[str] = set()
        self._vocabulary = ""
        self._buckets: dict[str, list[str]] = {}
        for entry in entries:
            self._add(entry)
        self._by_name = sorted(range(len(self.texts)), key=self.texts.__getitem__)
        self._forget_derived()

    def __len__(self) -> int:
        return len(self.ids)

    # --- keeping it up to date --------------------------------------------------------------

    def put(self, entries: Iterable[Entry]) -> None:
        """Takes new products in, and changed ones over."""
        for entry in entries:
            at = self._place.get(entry.id)
            if at is None:
                at = len(self.ids)
                self._add(entry)
            else:
                self._take_out(at)
                self._fill(at, entry)
            insort(self._by_name, at, key=self.texts.__getitem__)
        self._forget_derived()

    def _take_out(self, at: int) -> None:
        """Forgets the words of the product at this place."""
        text_of = self.texts.__getitem__
        self._by_name.pop(
            self._by_name.index(at, bisect_left(self._by_name, text_of(at), key=text_of))
        )
        tokens = (self.texts[at] + self._other_names.pop(at, "")).split()
        for token in set(tokens):
            places = self._postings[token]
            places.remove(at)
            if not places:
                del self._postings[token]
                if token[0].isalpha():
                    self._spelt[dictionary().concept(token)].remove(token)
        self._openings[_opening(tokens)] -= 1
        for taught in self.aliases.values():
            if at in taught:
                taught.remove(at)

    def _add(self, entry: Entry) -> None:
        at = len(self.ids)
        self._place[entry.id] = at
        self.ids.append(entry.id)
        self.texts.append("")
        self.units.append("")
        self.prices.append(0)
        self.active.append(0)
        self._fill(at, entry)

    def _fill(self, at: int, entry: Entry) -> None:
        text = spaced(entry.name)
        self.texts[at] = f" {text}"
        self.units[at] = dictionary().concept(entry.unit.casefold())
        self.prices[at] = entry.price
        self.active[at] = entry.active
        tokens = text.split()
        others = [spaced(alias) for alias in entry.aliases]
        for alias in others:
            self.aliases.setdefault(phrase_key(words_of(alias)), []).append(at)
        if others:
            self._other_names[at] = "".join(f" {alias}" for alias in others)
            tokens += self._other_names[at].split()
        for token in set(tokens):
            places = self._postings.get(token)
            if places is None:
                places = self._postings[token] = array("i")
                if token[0].isalpha():
                    self._spelt.setdefault(dictionary().concept(token), []).append(token)
            if not places or places[-1] < at:
                places.append(at)
            elif places[bisect_left(places, at)] != at:
                places.insert(bisect_left(places, at), at)
        self._firsts.update(tokens[:1])
        opening = _opening(tokens)
        self._openings[opening] = self._openings.get(opening, 0) + 1

    def _forget_derived(self) -> None:
        self._vocabulary = "\n".join(["", *self._postings, ""])
        self._buckets = {}
        for token in self._postings:
            self._buckets.setdefault(token[0], []).append(token)
        self._words_with = lru_cache(256)(self._find_words_with)
        self._mask = lru_cache(64)(self._mark)
        self.facets = lru_cache(4096)(self._facets)
        self._similar = lru_cache(4096)(self._find_similar)

    # --- searching as you type --------------------------------------------------------------

    def find(self, text: str, limit: int, *, inactive: bool = False) -> list[int]:
        """Places of the products that `text` means, best first.

        First names that begin with it, then names with all its words (in any order, the beginnings
        of words before their middles), then near ones: other spellings, typing errors.
        """
        query = spaced(text[:200])
        tokens = [token[:WORD_LIMIT] for token in query.split()][:WORDS_LIMIT]
        if not tokens:
            return []
        found: dict[int, None] = {}
        for tier in (self._beginning, self._all_begun, self._all_inside, self._all_near):
            places = (
                at for at in tier(tokens) if at not in found and (inactive or self.active[at])
            )
            found.update(dict.fromkeys(islice(places, limit - len(found))))
            if len(found) >= (_PLENTY if tier == self._all_inside else limit):
                break
        return list(found)

    def _beginning(self, tokens: list[str]) -> Iterator[int]:
        start = " " + " ".join(tokens)
        text_of = self.texts.__getitem__
        low = bisect_left(self._by_name, start, key=text_of)
        high = bisect_right(self._by_name, start + "\U0010ffff", key=text_of)
        few = high - low <= _COMMON
        places = sorted(set(self._by_name[low:high])) if few else range(len(self.texts))
        return (at for at in places if self.texts[at].startswith(start))

    def _all_begun(self, tokens: list[str]) -> Iterator[int]:
        return self._with_all(tokens, "\n", " ")

    def _all_inside(self, tokens: list[str]) -> Iterator[int]:
        return self._with_all(tokens, "", "") if max(map(len, tokens)) > 1 else iter(())

    def _with_all(self, tokens: list[str], in_list: str, in_text: str) -> Iterator[int]:
        """Places, in order, whose words contain every token, at their beginning or anywhere."""
        # A letter or two stand in half of all names: reading those found by the others is faster.
        telling = [token for token in tokens if len(token) > 2] or tokens
        needles = [in_list + token for token in telling]
        words = [self._words_with(needle) for needle in needles]
        counts = [self._count(found) for found in words]
        rarest = counts.index(min(counts))
        places: Iterable[int]
        if counts[rarest] > _COMMON and len(tokens) == 1:
            places = range(len(self.texts))  # soon enough are found
        elif counts[rarest] > _COMMON:
            places = _in_all([self._mask(needle) for needle in needles])
        else:
            places = self._with_any(words[rarest])
        wanted = [in_text + token for token in tokens]
        for at in places:
            text = self.texts[at] + self._other_names.get(at, "")
            if all(part in text for part in wanted):
                yield at

    def _all_near(self, tokens: list[str]) -> Iterator[int]:
        words = words_of(" ".join(tokens))
        meanings = [[*self.similar(w), *self._words_with("\n" + w.text)] for w in words]
        meanings.sort(key=self._count)
        for at in self._with_any(meanings[0]) if meanings else ():
            text = f"{self.texts[at]}{self._other_names.get(at, '')} "
            if all(any(f" {token} " in text for token in tokens) for tokens in meanings[1:]):
                yield at

    def _count(self, tokens: list[str]) -> int:
        return sum(len(self._postings.get(token, ())) for token in tokens)

    def _with_any(self, tokens: Iterable[str]) -> list[int]:
        found: set[int] = set()
        for token in tokens:
            found.update(self._postings.get(token) or self._with_phrase(token))
        return sorted(found)

    def _mark(self, needle: str) -> int:
        """A number whose byte at each place says whether the needle is there."""
        marks = bytearray(len(self.texts))
        for token in self._words_with(needle):
            for at in self._postings[token]:
                marks[at] = 1
        return int.from_bytes(marks, "little")

    def _find_words_with(self, needle: str) -> list[str]:
        """All words of the vocabulary that contain `needle`; a line break in it is their edge."""
        vocabulary, found, at = self._vocabulary, [], -1
        while (at := vocabulary.find(needle, at + 1)) >= 0:
            start = vocabulary.rfind("\n", 0, at + 1) + 1
            end = vocabulary.find("\n", start)
            found.append(vocabulary[start:end])
            at = end - 1
        return found

    # --- what a word can mean here ----------------------------------------------------------

    def knows(self, token: str) -> bool:
        """Whether some product has this very word."""
        return token in self._postings

    def has_phrase(self, phrase: str) -> bool:
        """Whether some product has these words one after the other."""
        return bool(self._with_phrase(phrase))

    def meaning(self, word: Word) -> set[int]:
        """The places of products that have the word in some spelling."""
        return set(self._with_any(self.similar(word)))

    def similar(self, word: Word) -> dict[str, float]:
        """Words and phrases of names that `word` can stand for, and how surely: 1.0 = the same."""
        if word.number is not None:
            return {word.text: 1.0}
        return self._similar(word.text, word.concept)

    def _with_phrase(self, phrase: str) -> set[int]:
        lists = [set(self._postings.get(token, ())) for token in phrase.split()]
        together = set.intersection(*lists)
        return {at for at in together if f" {phrase}" in self.texts[at]}

    def _find_similar(self, text: str, concept: str) -> dict[str, float]:
        known = dictionary()
        found = dict.fromkeys(self._spelt.get(concept, ()), 0.98)
        phrases = [p for p in known.spellings.get(concept, ()) if " " in p and self.has_phrase(p)]
        found.update(dict.fromkeys(phrases, 0.98))
        if text in self._postings:
            found[text] = 1.0
        if " " in text:
            return found
        self._add_other_forms(text, found)
        if len(text) >= 3:
            self._add_shortened(text, found)
        if len(text) >= 4:
            self._add_mistyped(text, found)
        return found

    def _add_other_forms(self, text: str, found: dict[str, float]) -> None:
        """One or many of it, *the* one (`aquanya`), with spaces left out, as a numeral."""
        known = dictionary()
        for ending in ("s", "es", "nya"):
            if text.endswith(ending) and len(text) > len(ending) + 2:
                for token in self._spelt.get(known.concept(text[: -len(ending)]), ()):
                    found.setdefault(token, 0.95)
        if f"{text}s" in self._postings:
            found.setdefault(f"{text}s", 0.95)
        for phrase in self._phrases_in(text):
            found[phrase] = 0.97
        for token in _NUMERALS.get(known.numbers.get(text, 0), ()):
            if token in self._postings:
                found[token] = 0.97

    def _phrases_in(self, text: str) -> list[str]:
        """What a word is when spaces were left out: `luwakwhitekoffie`, `la` of *L.A*."""
        phrases = [" ".join(text)] if 2 <= len(text) <= 3 else []
        for cut in range(2, len(text) - 1):
            if text[:cut] not in self._postings:
                continue
            if text[cut:] in self._postings:
                phrases.append(f"{text[:cut]} {text[cut:]}")
            for end in range(cut + 2, len(text) - 1):
                if text[cut:end] in self._postings and text[end:] in self._postings:
                    phrases.append(f"{text[:cut]} {text[cut:end]} {text[end:]}")
        return [phrase for phrase in phrases if self.has_phrase(phrase)]

    def _add_shortened(self, text: str, found: dict[str, float]) -> None:
        # `ref cool` is refreshing cool, but `sun` is not the beginning of sunlight.
        for cut in range(3, len(text)):
            token = text[:cut]
            if token in self._postings and self.opens(token) < 0.2:
                found.setdefault(token, 0.7)
        for token in self._words_with("\n" + text):
            if self.opens(token) < 0.2:
                found.setdefault(token, 0.7)

    def _add_mistyped(self, text: str, found: dict[str, float]) -> None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        errors = 1 if len(text) < 9 else 2
        for letter in dict.fromkeys(text[:2]):
            near = process.extract(
                text, self._buckets.get(letter, ()), scorer=OSA.distance, score_cutoff=errors,
                limit=20,
            )  # fmt: skip
            for token, distance, _ in near:
                if len(token) >= 4:
                    found.setdefault(token, 0.95 - 0.1 * distance)

    def count(self, token: str) -> int:
        """In how many products the word stands."""
        return len(self._postings.get(token, ()))

    def opens(self, token: str) -> float:
        """How often the word opens the name of a product that has it: brands do, tastes do not."""
        return self._openings.get(token, 0) / max(1, self.count(token))

    def begins(self, token: str) -> bool:
        """Whether some name begins with the word."""
        return token in self._firsts

    def _facets(self, at: int) -> Facets:
        words = words_of(self.texts[at])
        other = words_of(self._other_names.get(at, ""))
        sizes = tuple(s for i in range(len(words)) if (s := size_at(words, i)))
        every = [*words, *other]
        return Facets(
            tuple(words),
            sizes,
            frozenset(w.number for w in words if w.number is not None),
            frozenset(w.concept for w in every),
            frozenset(token for w in every for token in (w.text, *w.text.split())),
        )


def _in_all(masks: list[int]) -> Iterator[int]:
    """The places marked in every mask, in order."""
    common = masks[0]
    for mask in masks[1:]:
        common &= mask
    marks = common.to_bytes((common.bit_length() + 7) // 8, "little")
    at = marks.find(1)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1)


def _opening(tokens: list[str]) -> str:
    """The word that says which product it is: the first that is no kind, taste or number."""
    known = dictionary()
    generic = known.generic
    for token in tokens:
        if token[0].isdecimal() or token in known.fillers:
            continue
        concept = known.concept(token)
        if concept not in generic:
            return token
    return ""
