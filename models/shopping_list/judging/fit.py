"""How well one product fits the words of a customer: what it has, lacks and has besides."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.search.product_index import Facets, ProductIndex
from models.shopping_list.list_items import ListItem
from models.text.words import Size, Word, dictionary

#: As good as the same word, and still likely a slip of the finger.
SURE, NEAR = 0.9, 0.8
#: Two slips in a long word.
LIKELY = 0.75
#: What begins so many of the names that have it is a brand.
_BRAND = 0.3

#: The words of names that are near to a word, and how near.
_Near = tuple[tuple[tuple[str, ...], float], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """How one product fits the words."""

    row: int
    facets: Facets
    closeness: tuple[float, ...]  # of the required words, 0.0 where missing
    anchored: int  # 2 what opens its name was said, 1 only a brand or kind in it, 0 neither
    kinds: bool  # every kind that was said is in its name
    thing: bool  # its name opens with what was said, or has the kind that was said
    form: bool  # and those said after the brand: `antangin sirup`
    right_kind: bool  # and nothing contradicts it
    unsaid_kind: bool  # its name begins with a kind that was not said
    numbers: bool
    size: float  # 1 the same, 0.5 none stated, 0 another
    extras: frozenset[str]
    optional: int
    literal: int  # words written as they were said

    @property
    def worst(self) -> float:
        return min(self.closeness, default=1.0)

    @property
    def full(self) -> bool:
        """Whether it has everything that was said and nothing that contradicts it."""
        fits = self.numbers and self.size > 0 and self.right_kind
        named = self.thing or len(self.extras) < 2
        return fits and named and self.anchored > 0 and self.worst > 0

    @property
    def order(self) -> tuple[float, ...]:
        """Best first."""
        known = dictionary()
        score = sum(self.closeness) + self.size + self.numbers + self.right_kind
        score += 0.5 * (self.anchored > 0) + 0.2 * self.kinds + 0.1 * self.optional
        packed = len(self.extras & (known.bulk | known.either))
        return (-round(score - 0.3 * packed, 2), len(self.extras), -self.literal, self.row)


class Fit:
    """How well products fit one reading; what is the same for all of them is found once."""

    def __init__(self, index: ProductIndex, item: ListItem, required: list[Word]) -> None:
        known = dictionary()
        self._index, self._item, self._required = index, item, required
        self._near = {id(word): (word, index.nearest(word)) for word in (*item.words, *required)}
        self._said = {w.concept for w in item.words}
        self._concepts = self._said | {item.unit}
        self._kinds = self._said & known.kinds - {w.concept for w in required}
        self._wanted = self._kinds - known.general - known.variants
        self._forms = _forms(item, required)
        self._joined = [a.text + b.text for a, b in pairwise(required)]
        self._tokens = [
            {word.text, *(t for said, near in index.nearest(word) if near >= LIKELY for t in said)}
            for word in required
        ]
        self._brands = [{t for t in tokens if index.opens(t) >= _BRAND} for tokens in self._tokens]
        self._polite = [w.concept for w in item.words if known.is_polite(w)]

    def candidate(self, row: int) -> Candidate:
        """The product in this row."""
        known, item, required = dictionary(), self._item, self._required
        facets = self._index.facets(row)
        near = {key: _nearest(*both, facets) for key, both in self._near.items()}
        closeness = [near[id(word)][1] for word in required]
        certain = any(c >= SURE for c in closeness)
        for i, word in enumerate(required):
            if closeness[i] < SURE and len(word.text) < (5 if certain else 7):
                closeness[i] = 0.0  # `karpet` is no mistyped karet
        matched = {token for word in item.words for token in near[id(word)][0]}
        for i, joined in enumerate(self._joined):
            if joined in facets.texts:
                closeness[i] = closeness[i + 1] = max(0.97, closeness[i])
                matched.add(joined)
        extras = frozenset(
            w.concept for w in facets.telling
            if w.concept not in self._concepts and not matched.issuperset(w.text.split())
        )  # fmt: skip
        anchored = self._anchored(closeness, facets)
        if facets.telling and facets.telling[0].concept in self._said:
            # `jahe` is a taste, but what is weighed out of that name is the thing itself.
            anchored = 2 if is_weighed_out(self._index, row) else anchored
        missing = {k for k in self._kinds if not any(is_akin(k, own) for own in facets.concepts)}
        first = facets.words[0].concept if facets.words else ""
        return Candidate(
            row, facets, tuple(closeness), anchored,
            not missing,
            anchored == 2 or missing <= known.general,
            self._forms <= facets.concepts,
            not self._wanted or not facets.kinds
            or any(is_akin(a, b) for a in self._wanted for b in facets.kinds),
            first in known.kinds and not any(is_akin(first, c) for c in self._concepts),
            _has_numbers(item, facets),
            _size_fit(item.sizes, facets),
            extras,
            sum(concept in facets.concepts for concept in self._polite),
            sum(w.text in facets.texts for w in item.words),
        )  # fmt: skip

    def _anchored(self, closeness: list[float], facets: Facets) -> int:
        """Whether the words name the product itself and not just something that it tastes of."""
        known, named, said = dictionary(), facets.telling, self._said
        opening = facets.opening
        if opening is None:
            return 0
        if opening.text in self._joined or all(w.concept in said for w in named[:2]):
            return 2
        brand = False
        for at, word in enumerate(self._required):
            if closeness[at] < LIKELY:
                continue
            if opening.concept == word.concept or opening.text in self._tokens[at]:
                return 2
            if word.concept not in known.generic and not facets.others.isdisjoint(self._tokens[at]):
                return 2  # the shop itself calls it so: `saori`
            brand = brand or not self._brands[at].isdisjoint(facets.texts)
        kind = next((w.concept for w in named if w.concept in known.things), "")
        first = named[0].concept in said and named[0].concept not in known.variants - known.kinds
        whole = said & known.general and said <= facets.concepts
        heads = bool(whole) or any(kind == word or kind.startswith(f"{word}_") for word in said)
        heads = heads and min(closeness, default=0) >= SURE
        # All of the name but its brand: `kunci biru` of *Bogasari Kunci Biru*.
        item, required = self._item, self._required
        covered = len(required) > 1 and min(closeness) >= SURE and len(item.words) > len(required)
        covered = covered and sum(w.concept not in said for w in named) < 2
        return int(brand or first or heads or covered)


def _forms(item: ListItem, required: list[Word]) -> set[str]:
    """The kinds said behind the first telling word: they tell its products apart."""
    if not required or required[0] not in item.words:
        return set()
    behind = item.words[item.words.index(required[0]) + 1 :]
    return {w.concept for w in behind} & dictionary().kinds - {w.concept for w in required}


def is_weighed_out(index: ProductIndex, row: int) -> bool:
    """Whether a product is sold by weight or volume."""
    return index.units[row] in dictionary().measures


def is_akin(one: str, other: str) -> bool:
    """Whether one kind is a sort of the other: `kecap_manis` is kecap."""
    return one == other or one.startswith(f"{other}_") or other.startswith(f"{one}_")


def _nearest(word: Word, near: _Near, facets: Facets) -> tuple[Sequence[str], float]:
    """Which words of the name come nearest to a customer's word, and how near."""
    if word.concept in facets.concepts:
        same = [w.text for w in facets.words if w.concept == word.concept]
        return [token for text in same for token in text.split()], 1.0
    for tokens, close in near:
        if facets.texts.issuperset(tokens):
            return tokens, close
    return (), 0.0


def _size_fit(sizes: tuple[Size, ...], facets: Facets) -> float:
    """1 when every size said is the product's, 0 when one is contradicted, else 0.5."""
    fit = 1.0
    for size in sizes:
        own = [s for s in facets.sizes if s.dimension == size.dimension]
        faces = facets.numbers - {s.face for s in facets.sizes if s not in own}
        if any(abs(s.amount - size.amount) <= 0.01 * size.amount for s in own):
            continue
        loose = faces - {s.face for s in own}
        if size.face in loose or size.amount in loose:
            continue
        if own:
            return 0.0
        fit = 0.5
    return fit


def _has_numbers(item: ListItem, facets: Facets) -> bool:
    """Whether the name has every number said, besides those of the sizes said."""
    taken = {size.face for size in item.sizes}
    if not facets.numbers >= set(item.numbers) or taken & set(item.numbers):
        return False
    if len(item.numbers) == len(set(item.numbers)):
        return True
    named = Counter(w.number for w in facets.words if w.number is not None)
    return not Counter(item.numbers) - named  # said twice, and there once


def loose_numbers(facets: Facets) -> frozenset[float]:
    return facets.numbers - {size.face for size in facets.sizes}


def telling_concepts(candidate: Candidate) -> set[str]:
    """What the name says besides kinds, sizes and numbers."""
    known = dictionary()
    return {w.concept for w in candidate.facets.telling if w.concept not in known.kinds}


def kinds_written(candidate: Candidate) -> set[str]:
    """The kinds in the name, as they are written: a boardmarker is not any marker."""
    return {w.text for w in candidate.facets.words if w.concept in dictionary().kinds}


def is_worth_asking(
    index: ProductIndex, item: ListItem, required: list[Word], candidate: Candidate
) -> bool:
    """Whether a product that lacks something said is still likely to be what is wanted."""
    known = dictionary()
    if not candidate.right_kind or not candidate.thing:
        return False
    found = [c >= NEAR for c in candidate.closeness]
    telling = [i for i, w in enumerate(required) if w.concept not in known.variants]
    facts = len(item.numbers) + len(item.sizes)
    if item.unit in known.loose and not all(found):
        return False  # a comb of bananas is no rice of that name
    met = (len(item.numbers) if candidate.numbers else 0) + len(item.sizes) * int(candidate.size)
    if candidate.anchored:
        if not telling:
            return any(found) and candidate.kinds
        if 2 * (sum(found) + met) > len(found) + facts and any(found[i] for i in telling):
            return True
        # What comes first is the thing: `blender philips` is no lamp.
        if not found[telling[0]] or 2 * sum(found) < len(found):
            return False
        held = sum(found[i] for i in telling)
        return 2 * held > len(telling) or _is_head(index, required[telling[0]], candidate)
    if item.weight or item.unit in known.loose:
        return False
    same = all(c >= 0.97 for c in candidate.closeness) and candidate.numbers
    sized = bool(item.sizes) and candidate.size == 1
    return same and len(telling) > (0 if sized else 1)


def _is_head(index: ProductIndex, word: Word, candidate: Candidate) -> bool:
    """Whether the word says what a thing is: `kuaci`, `wajan`, but not `hair` or `stop`."""
    if not candidate.extras:
        return candidate.anchored == 2
    near = [token.split()[0] for token, close in index.similar(word).items() if close >= SURE]
    return len(index.meaning(word)) > 3 and any(index.opens(token) >= 0.5 for token in near)
