"""Every word of every product's name, once in memory, the most sold products first.

The index holds folded names and nothing else that changes with every sale: prices and stock are
read from the shop for the few products that are shown. Why it is in memory and not in the
database is told in `docs/decisions.md`.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from models.search import spelling
from models.text.words import Size, Word, dictionary, joined, phrase_key, size_at, spaced, words_of

#: How names write numbers that customers spell out.
_NUMERALS = {0.25: ("1/4",), 0.5: ("1/2",), **{float(n): (str(n),) for n in range(1, 13)}}

#: What was answered to customers' words: the words, the unit, how much for one unit.
Answers = tuple[tuple[str, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index has to know of a product."""

    id: int
    name: str
    unit: str
    price: int
    active: bool
    aliases: tuple[str, ...] = ()
    answers: Answers = ()
    sold: bool = False  # lately; how much is told by the order of the entries


@dataclass(frozen=True, slots=True)
class Facets:
    """A product's name taken apart, for judging how well a customer's words fit it."""

    words: tuple[Word, ...]
    sizes: tuple[Size, ...]
    numbers: frozenset[float]
    concepts: frozenset[str]
    texts: frozenset[str]
    telling: tuple[Word, ...]  # without numbers, fillers and measures
    opening: Word | None  # the first of them that is no kind, taste or package, else the first
    kinds: frozenset[str]  # what kinds of things it is; no tastes, and none that is very wide
    others: frozenset[str]  # what else it is called, if that is one word


class ProductIndex:
    """Names, folded, in a fixed order: each product has a row in it."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        #: Products before this row were sold lately, the most sold first.
        self.sold = 0
        self.ids: list[int] = []
        self.texts: list[str] = []
        self.units: list[str] = []
        self.prices = array("q")
        self.active = bytearray()
        #: The most (thousandths) of a product that was sold in a day lately, by its id.
        self.most_sold: dict[int, int] = {}
        self.aliases: dict[str, list[int]] = {}
        #: What was answered to exactly these words with this unit: row → how much for one unit.
        self.answers: dict[tuple[str, str], dict[int, int | None]] = {}
        self._answered: dict[int, list[tuple[str, str]]] = {}
        self._row_by_id: dict[int, int] = {}
        self.other_names: dict[int, str] = {}
        self._single_names: dict[int, frozenset[str]] = {}
        self._postings: dict[str, array[int]] = {}
        self.by_name: list[int] = []
        self._spelt: dict[str, list[str]] = {}
        self._openings: dict[str, int] = {}
        self._firsts: set[str] = set()
        self._vocabulary = ""
        self._buckets: dict[str, list[str]] = {}
        for entry in entries:
            self._add(entry)
            self.sold += entry.sold
        self.by_name = sorted(range(len(self.texts)), key=self.texts.__getitem__)
        self._forget_derived()

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, id_: int) -> int | None:
        """The row of a product; None for one that came a moment ago."""
        return self._row_by_id.get(id_)

    # --- keeping it up to date --------------------------------------------------------------

    def put(self, entries: Iterable[Entry]) -> None:
        """Takes new products in, and changed ones over."""
        for entry in entries:
            row = self._row_by_id.get(entry.id)
            if row is None:
                row = len(self.ids)
                self._add(entry)
            else:
                self._take_out(row)
                self._fill(row, entry)
            insort(self.by_name, row, key=self.texts.__getitem__)
        self._forget_derived()

    def learn(self, answers: dict[int, Answers]) -> None:
        """Takes over what is kept now of customers' words, by product; names do not change."""
        for id_, kept in answers.items():
            self._learn(self._row_by_id[id_], kept)

    def _learn(self, row: int, answers: Answers) -> None:
        for said in self._answered.pop(row, ()):
            del self.answers[said][row]
        for phrase, unit, quantity in answers:
            self.answers.setdefault((phrase, unit), {})[row] = quantity
            self._answered.setdefault(row, []).append((phrase, unit))

    def _take_out(self, row: int) -> None:
        """Forgets the words of the product in this row."""
        text_of = self.texts.__getitem__
        self.by_name.pop(
            self.by_name.index(row, bisect_left(self.by_name, text_of(row), key=text_of))
        )
        tokens = (self.texts[row] + self.other_names.pop(row, "")).split()
        self._single_names.pop(row, None)
        for token in set(tokens):
            rows = self._postings[token]
            rows.remove(row)
            if not rows:
                del self._postings[token]
                if token[0].isalpha():
                    self._spelt[dictionary().concept(token)].remove(token)
        self._openings[_opening(tokens)] -= 1
        for taught in self.aliases.values():
            if row in taught:
                taught.remove(row)

    def _add(self, entry: Entry) -> None:
        row = len(self.ids)
        self._row_by_id[entry.id] = row
        self.ids.append(entry.id)
        self.texts.append("")
        self.units.append("")
        self.prices.append(0)
        self.active.append(0)
        self._fill(row, entry)

    def _fill(self, row: int, entry: Entry) -> None:
        text = spaced(entry.name)
        self.texts[row] = f" {text}"
        self.units[row] = dictionary().concept(entry.unit.casefold())
        self.prices[row] = entry.price
        self.active[row] = entry.active
        tokens = text.split()
        others = [spaced(alias) for alias in entry.aliases]
        for alias in others:
            self.aliases.setdefault(phrase_key(words_of(alias)), []).append(row)
        self._learn(row, entry.answers)
        if others:
            self.other_names[row] = "".join(f" {alias}" for alias in others)
            self._single_names[row] = frozenset(alias for alias in others if " " not in alias)
            tokens += self.other_names[row].split()
        for token in set(tokens):
            rows = self._postings.get(token)
            if rows is None:
                rows = self._postings[token] = array("i")
                if token[0].isalpha():
                    self._spelt.setdefault(dictionary().concept(token), []).append(token)
            if not rows or rows[-1] < row:
                rows.append(row)
            elif rows[bisect_left(rows, row)] != row:
                rows.insert(bisect_left(rows, row), row)
        self._firsts.update(tokens[:1])
        opening = _opening(tokens)
        self._openings[opening] = self._openings.get(opening, 0) + 1

    def _forget_derived(self) -> None:
        self._vocabulary = "\n".join(["", *self._postings, ""])
        self._buckets = {}
        for token in self._postings:
            self._buckets.setdefault(token[0], []).append(token)
        self.words_with = lru_cache(256)(self._find_words_with)
        self.mask = lru_cache(64)(self._mark)
        self.facets = lru_cache(20_000)(self._facets)
        self._similar = lru_cache(4096)(self._find_similar)
        self._nearest = lru_cache(4096)(self._nearest_first)
        self._written_out = lru_cache(4096)(self._write_out)

    # --- where words are ----------------------------------------------------------------------

    def products_with(self, tokens: Iterable[str]) -> int:
        """In how many products these words stand, those with two of them counted twice."""
        return sum(len(self._postings.get(token, ())) for token in tokens)

    def with_any(self, tokens: Iterable[str]) -> list[int]:
        found: set[int] = set()
        for token in tokens:
            found.update(self._postings.get(token) or self._with_phrase(token))
        return sorted(found)

    def _mark(self, needle: str) -> int:
        """A number whose byte for each row says whether the needle is there."""
        marks = bytearray(len(self.texts))
        for token in self.words_with(needle):
            for row in self._postings[token]:
                marks[row] = 1
        return int.from_bytes(marks, "little")

    def _find_words_with(self, needle: str) -> list[str]:
        """All words of the vocabulary that contain `needle`; a line break in it is their edge."""
        vocabulary, found, hit = self._vocabulary, [], -1
        while (hit := vocabulary.find(needle, hit + 1)) >= 0:
            start = vocabulary.rfind("\n", 0, hit + 1) + 1
            end = vocabulary.find("\n", start)
            found.append(vocabulary[start:end])
            hit = end - 1
        return found

    # --- what a word can mean here ----------------------------------------------------------

    def knows(self, token: str) -> bool:
        """Whether some product has this very word."""
        return token in self._postings

    def has_phrase(self, phrase: str) -> bool:
        """Whether some product has these words one after the other."""
        return bool(self._with_phrase(phrase))

    def meaning(self, word: Word) -> set[int]:
        """The rows of the products that have the word in some spelling."""
        return set(self.with_any(self.similar(word)))

    def understood(self, words: list[Word]) -> list[Word]:
        """The same with what those stand for that nobody has, if it can only be one: `tlr`,
        `mnyakita`, `rinzo` are the shop's words without some vowels, or in letters that sound
        the same."""
        found = [self._understood(word) for word in words]
        return words if found == words else joined(found)

    def _understood(self, word: Word) -> Word:
        if word.number is not None:
            return word
        concept = self._written_out(word.text, word.concept)
        return word if concept == word.concept else replace(word, concept=concept)

    def _write_out(self, text: str, concept: str) -> str:
        found = {dictionary().concept(token) for token in self._written(text, concept)}
        return found.pop() if len(found) == 1 else concept

    def _written(self, text: str, concept: str) -> list[str]:
        """The words that one which nobody has, and which says nothing else, is short for."""
        known = dictionary()
        is_said = concept != text or text in known.said or text in known.listed
        if is_said or text in self._postings or concept in self._spelt:
            return []
        return list(spelling.written_out(text, self._buckets))

    def similar(self, word: Word) -> dict[str, float]:
        """Words and phrases of names that `word` can stand for, and how surely: 1.0 = the same."""
        if word.number is not None:
            return {word.text: 1.0}
        return self._similar(word.text, word.concept)

    def nearest(self, word: Word) -> tuple[tuple[tuple[str, ...], float], ...]:
        """The same, the surest first, phrases taken apart."""
        if word.number is not None:
            return (((word.text,), 1.0),)
        return self._nearest(word.text, word.concept)

    def _nearest_first(self, text: str, concept: str) -> tuple[tuple[tuple[str, ...], float], ...]:
        found = sorted(self._similar(text, concept).items(), key=lambda entry: -entry[1])
        return tuple((tuple(token.split()), close) for token, close in found)

    def _with_phrase(self, phrase: str) -> set[int]:
        lists = [set(self._postings.get(token, ())) for token in phrase.split()]
        together = set.intersection(*lists)
        return {row for row in together if f" {phrase}" in self.texts[row]}

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
            found.update(dict.fromkeys(self._written(text, concept), 0.9))  # one of several
        if len(text) >= 4:
            for token, distance in spelling.mistyped(text, self._buckets):
                found.setdefault(token, 0.95 - 0.1 * distance)
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
        if measure := known.measures.get(text):
            same = [unit for unit, other in known.measures.items() if other == measure]
            found.update({unit: 0.97 for unit in same if unit in self._postings and unit != text})
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
            phrases += [
                f"{text[:cut]} {text[cut:end]} {text[end:]}"
                for end in range(cut + 2, len(text) - 1)
                if text[cut:end] in self._postings and text[end:] in self._postings
            ]
        return [phrase for phrase in phrases if self.has_phrase(phrase)]

    def _add_shortened(self, text: str, found: dict[str, float]) -> None:
        # `ref cool` is refreshing cool, but `sun` is not the beginning of sunlight.
        for cut in range(3, len(text)):
            token = text[:cut]
            if token in self._postings and self.opens(token) < 0.2:
                found.setdefault(token, 0.7)
        for token in self.words_with("\n" + text):
            if self.opens(token) < 0.2:
                found.setdefault(token, 0.7)

    def count(self, token: str) -> int:
        """In how many products the word stands."""
        return len(self._postings.get(token, ()))

    def opens(self, token: str) -> float:
        """How often the word opens the name of a product that has it: brands do, tastes do not."""
        return self._openings.get(token, 0) / max(1, self.count(token))

    def begins(self, token: str) -> bool:
        """Whether some name begins with the word."""
        return token in self._firsts

    def _facets(self, row: int) -> Facets:
        words = words_of(self.texts[row])
        other = words_of(self.other_names.get(row, ""))
        sizes = tuple(s for i in range(len(words)) if (s := size_at(words, i)))
        every = [*words, *other]
        known = dictionary()
        telling = tuple(_telling(words, bool(sizes)))
        concepts = frozenset(w.concept for w in every)
        opening = next((w for w in telling if w.concept not in known.generic), None)
        return Facets(
            tuple(words),
            sizes,
            frozenset(w.number for w in words if w.number is not None),
            concepts,
            frozenset(token for w in every for token in (w.text, *w.text.split())),
            telling,
            opening or next(iter(telling), None),
            (concepts & known.kinds) - known.variants - known.general,
            self._single_names.get(row, frozenset()),
        )


def _telling(words: list[Word], is_sized: bool) -> Iterator[Word]:
    """Those that are no number, no filler and no measure: `10 s`, `600 ml`."""
    known = dictionary()
    counted = -1  # where a word would begin that says what a number counts
    for word in words:
        is_measure = is_sized and word.text in known.measures
        is_measure = is_measure or (word.text == "s" and word.start == counted)
        if word.number is None and word.concept not in known.fillers and not is_measure:
            yield word
        counted = -1 if word.number is None else word.end + 1


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
