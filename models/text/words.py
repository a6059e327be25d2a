"""Words as people write them: folded, taken apart, and brought to one spelling.

Search and shopping lists share this, so that what is found by typing is also found by pasting.
What words mean (`coklat` = `chocolate`, `rcg` = `renteng`, which words are tastes, packages or
politeness) stands in `resources/shopping_words.toml`.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_RESOURCE = Path(__file__).parents[2] / "resources" / "shopping_words.toml"
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_TOKEN = re.compile(r"\din\d(?!\w)|\d+(?:[.,/]\d+)*|[^\W\d_]+")
_VULGAR = re.compile("(?<=[0-9])(?=[¼½¾⅓⅔⅛])")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_VOWEL = re.compile("[aeiou]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2}|Rp\b)")
_IN_ONE = re.compile(r"\b(\d) ?in ?(\d)\b")
#: `b4w4ng m3rah`: a number between two letters that stands for one.
_LEET = re.compile(r"(?<![^\W_])[a-z]+(?:[0134][a-z]+)+(?![^\W_])")
_LETTERS = str.maketrans("0134", "oiea")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


def fold(text: str) -> str:
    """Small letters without accents, apostrophes and HTML entities: what comparing needs."""
    if "&" in text:
        import html  # two thousand names, which few texts need

        text = html.unescape(text)
    if not text.isascii():
        text = _VULGAR.sub(" ", text).replace("Â´", "´")
        text = text.translate(_APOSTROPHES)
        text = unicodedata.normalize("NFKD", text).replace("\u2044", "/")
        text = "".join([c for c in text if not unicodedata.combining(c)]).casefold()
    else:
        text = text.replace("'", "").replace("`", "").lower()
    text = _LEET.sub(_spelt, text)
    return _IN_ONE.sub(r"\1in\2", text) if " in " in text else text


def _spelt(leet: re.Match[str]) -> str:
    """In letters, if that is a word: `gas3kg` is none."""
    letters = leet[0].translate(_LETTERS)
    return letters if letters in dictionary().listed else leet[0]


def spaced(text: str) -> str:
    """Folded and with one space between words and numbers: `SGM 3+, 400gr` → `sgm 3 400 gr`."""
    return " ".join(_TOKEN.findall(fold(text))).replace(",", ".")


def parted(heading: str) -> str:
    """With a space where words are written together: `kodeBarang`, `TOTALRp`; `UoM` stays."""
    return _HUMP.sub(" ", heading)


def plain(word: str) -> str:
    """Without doubled letters, which people double at will: `sedaap`, `class`; but not `xxl`.

    The old spelling is the new one: *sampoerna* is `sampurna`.
    """
    if len(word) <= 3 or not _VOWEL.search(word):
        return word
    return _DOUBLED.sub(r"\1", word).replace("oe", "u")


@dataclass(frozen=True, slots=True)
class Size:
    """`400 ml` in the smallest unit of its dimension; `face` is the number as written."""

    dimension: str
    amount: float
    face: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number as written (folded), what it stands for, and how it was written.

    `concept` is the same for all spellings and translations of a thing. `number` is the value of
    a number, None for words. `glued`: nothing stood between it and the word before. `start` and
    `end` are its place in the folded text.
    """

    text: str
    concept: str
    number: float | None = None
    glued: bool = False
    start: int = 0
    end: int = 0


class Dictionary:
    """The words of `resources/shopping_words.toml`, ready to be asked."""

    def __init__(self, resource: dict[str, Any]) -> None:
        self.concepts: dict[str, str] = {}
        self.spellings: dict[str, list[str]] = {}
        for concept, others in resource["same"].items():
            for spelling in (concept, *others.split()):
                self._teach(spelling, concept)
        roles = {name: text.split() for name, text in resource["roles"].items()}
        for names in ("kinds", "variants"):
            for word in roles[names]:
                if "_" in word:
                    self._teach(word, word)
        spelt = (name for others in self.spellings.values() for name in others)
        #: The words that are spelt out in the table, also as a part of a phrase.
        self.listed = frozenset(word for name in spelt for word in name.split())
        self.phrases = self._phrases()
        self.kinds = self._role(roles["kinds"])
        self.variants = self._role(roles["variants"])
        self.general = self._role(roles["general"])
        self.staples = self._role(roles["staples"])
        self.bulk = self._role(roles["bulk"])
        self.containers = self._role(roles["containers"])
        self.single = self._role(roles["single"]) | self.containers
        self.either = self._role(roles["either"])
        self.loose = self._role(roles["loose"])
        self.parts = self._role(roles["parts"])
        self.sets = self._role(roles["sets"])
        self.pieces = self._role(roles["pieces"])
        self.parted = self._role(roles["parted"])
        self.eggs = self._role(roles["eggs"])
        self.packages = self.bulk | self.single | self.either
        #: What a thing is, as narrowly as it can be told.
        self.things = self.kinds - self.general
        #: Words that never name a product by themselves.
        self.generic = self.kinds | self.variants | self.bulk | self.either
        self.fillers = self._role(roles["fillers"])
        self.describing = self._role(roles["describing"])
        self.ones = self._role(roles["ones"])
        self.polite = frozenset(" ".join(w.split("_")) for w in roles["polite"])
        self.chat = frozenset(" ".join(w.split("_")) for w in roles["chat"])
        self.places = frozenset(" ".join(w.split("_")) for w in roles["places"])
        self.by_weight = self._role(roles["by_weight"])
        self.joints = frozenset(roles["joints"])
        self.owners = frozenset(roles["owners"])
        self.shortened = frozenset(roles["shortened"])
        self.corrections = frozenset(roles["corrections"])
        self.fewer = frozenset(roles["fewer"])
        self.more = frozenset(roles["more"])
        self.instead = frozenset(roles["instead"])
        self.doubt = self._role(roles["doubt"])
        self.numbers: dict[str, float] = {w: float(n) for w, n in resource["numbers"].items()}
        #: Spellings of Indonesian parts, to the one in the dictionary: `stgh` is `setengah`.
        self.spelt_parts = {
            word: standard
            for standard in ("setengah", "seperempat")
            for word, number in self.numbers.items()
            if number == self.numbers[standard] and word not in ("half", "quarter")
        }
        #: Words with a meaning of their own beside goods.
        self.said = self.polite | self.chat | self.places | self.owners | self.joints
        self.said |= self.shortened | self.corrections | self.fewer | self.more
        self.said |= self.numbers.keys() | resource["measures"].keys()
        self.measures: dict[str, tuple[str, float]] = {
            unit: (dimension, float(factor))
            for unit, (dimension, factor) in resource["measures"].items()
        }
        #: Everything that is counted, weighed or measured by.
        self.units = self.packages | self.measures.keys()

    def _teach(self, spelling: str, concept: str) -> None:
        self.spellings.setdefault(concept, []).append(" ".join(spelling.split("_")))
        if "_" not in spelling:
            self.concepts[spelling] = concept
            self.concepts.setdefault(plain(spelling), concept)

    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """First concept → the concepts behind it, longest first: `kcg ijo` is `kacang hijau`."""
        found: dict[str, dict[tuple[str, ...], str]] = {}
        for concept, spellings in self.spellings.items():
            for spelling in spellings:
                first, *rest = map(self.concept, spelling.split())
                if rest:
                    found.setdefault(first, {}).setdefault(tuple(rest), concept)
        return {
            first: sorted(others.items(), key=lambda entry: -len(entry[0]))
            for first, others in found.items()
        }

    def _role(self, words: list[str]) -> frozenset[str]:
        return frozenset(self.concept(word) for word in words)

    def is_polite(self, word: Word) -> bool:
        """Whether the word is said around products and names none."""
        return word.text in self.polite or word.text in self.chat

    def concept(self, word: str) -> str:
        """What a single folded word stands for."""
        known = self.concepts.get(word)
        if known is None:
            bare = plain(word)
            singular = bare[:-1] if bare.endswith("s") and len(bare) > 4 else bare
            own = bare.removesuffix("nya")  # `susunya`
            known = self.concepts.get(bare) or self.concepts.get(singular)
            known = known or self.concepts.get(own, bare)
            self.concepts[word] = known
        return known


@cache
def dictionary() -> Dictionary:
    """The shop's dictionary, read once."""
    with _RESOURCE.open("rb") as file:
        return Dictionary(tomllib.load(file))


@lru_cache(4096)
def tells_more(words: str, name: str) -> bool:
    """Whether a customer's words ask for something that a name does not say: small, ripe, cold."""
    asked = dictionary().variants | {"yang_dingin", "dingin"}
    said = {word.concept for word in words_of(words)} & asked
    return bool(said - {word.concept for word in words_of(name)})


def number_of(text: str) -> float | None:
    """`1/2`, `0,5`, `1.500` as a number; None when it is none (`1/0`, `3/4/5`)."""
    over, slash, under = text.partition("/")
    if slash:
        if over.isdecimal() and under.isdecimal() and int(under[:9]):
            return int(over[:9]) / int(under[:9])
        return None
    if _THOUSANDS.fullmatch(text):
        return float(int(text.replace(".", "").replace(",", "")[:15]))
    whole, *parts = text.replace(",", ".").split(".")
    if len(parts) > 1:
        return None
    return float(f"{whole[:15]}.{parts[0][:6] if parts else 0}")


def words_of(text: str) -> list[Word]:
    """The words and numbers of a text, phrases joined: `rumput laut` is one word."""
    tokens = list(_TOKEN.finditer(fold(text)))
    known = dictionary()
    found: list[Word] = []
    at = 0
    while at < len(tokens):
        first = last = tokens[at]
        text, number = first[0], None
        if text[0].isdecimal() and "in" not in text:
            number = number_of(text)
            concept = text
        else:
            concept = known.concept(text)
            for rest, joined in known.phrases.get(concept, ()):
                behind = [t[0] for t in tokens[at + 1 : at + 1 + len(rest)]]
                if tuple(map(known.concept, behind)) == rest:
                    last, concept = tokens[at + len(rest)], joined
                    text = " ".join((text, *behind))
                    break
            if text == "isi" and not _is_number(tokens[at + 1 : at + 2]):
                concept = known.concept("refill")  # `isi staples` is no `isi 20`
        glued = bool(found) and found[-1].end == first.start()
        found.append(Word(text, concept, number, glued, first.start(), last.end()))
        at += 1 + text.count(" ")
    return found


def joined(words: list[Word]) -> list[Word]:
    """With the phrases joined that some words turn out to be: `mrica bubuk`."""
    known = dictionary()
    found: list[Word] = []
    at = 0
    while at < len(words):
        first, size = words[at], 1
        for rest, concept in known.phrases.get(first.concept, ()):
            behind = words[at + 1 : at + 1 + len(rest)]
            if tuple(word.concept for word in behind) == rest:
                text = " ".join(word.text for word in [first, *behind])
                first = replace(first, text=text, concept=concept, end=behind[-1].end)
                size += len(rest)
                break
        found.append(first)
        at += size
    return found


def _is_number(tokens: list[re.Match[str]]) -> bool:
    return any(t[0][0].isdecimal() or t[0] in dictionary().numbers for t in tokens)


def size_of(number: float, unit: Word) -> Size | None:
    """The size that a number and the word behind it make, if that is a measure."""
    measure = dictionary().measures.get(unit.text)
    if measure is None or (unit.text == "m" and not unit.glued):
        return None  # `popoku 40 M` is not forty metres
    dimension, factor = measure
    amount = number * factor
    if dimension == "volume" and amount >= 100_000:
        amount /= 1000  # `AQUA 1500L` is 1500 ml
    return Size(dimension, round(amount, 3), number)


def size_at(words: list[Word], at: int) -> Size | None:
    """The size that a number at index `at` begins together with the measure behind it."""
    number = words[at].number
    return size_of(number, words[at + 1]) if number is not None and at + 1 < len(words) else None


def phrase_key(words: list[Word]) -> str:
    """The same for all orders and spellings of a phrase, with its sizes and numbers."""
    known = dictionary()
    parts = set()
    skip = -1
    for at, word in enumerate(words):
        if at == skip:
            continue
        if size := size_at(words, at):
            parts.add(f"{size.amount:g}{size.dimension}")
            skip = at + 1
        elif word.number is not None:
            parts.add(f"{word.number:g}")
        elif word.concept not in known.fillers and not known.is_polite(word):
            parts.add(word.concept)
    return " ".join(sorted(parts))
