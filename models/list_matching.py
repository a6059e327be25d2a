"""Judges which product a customer's words mean, and whether that is sure enough not to ask.

Sure means: one product (or one and its twin) has every word that tells products apart, nothing
that was said contradicts it, and no sister of it differs only in a taste, colour or size that the
customer did not name. Whatever is short of that is asked; what the catalogue has nothing of is
not available, however similar some letters are.
"""

from dataclasses import dataclass
from enum import Enum

from models.list_text import Wish
from models.product_index import Facets, ProductIndex
from models.words import Size, Word, dictionary, phrase_key, words_of

CHOICES = 8
#: More candidates than this are certainly a question; the most sold ones stand for all.
_CANDIDATES = 120
_SURE, _NEAR = 0.9, 0.8


class Verdict(str, Enum):
    """What becomes of a line."""

    MATCH = "match"
    ASK = "ask"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one reading; `places` in the index, best first.

    `known` is the part of what was said that some product has, `fit` how many numbers and words
    the best product explains: of two readings the one that explains more is right.
    """

    verdict: Verdict
    places: tuple[int, ...] = ()
    known: float = 0.0
    fit: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """How one product fits the words."""

    at: int
    facets: Facets
    closeness: tuple[float, ...]  # of the required words, 0.0 where missing
    anchored: int  # 2 its brand was said, 1 only what kind of thing it is, 0 neither
    kinds: bool  # every kind that was said is in its name
    form: bool  # and those said after the brand: `antangin sirup`
    right_kind: bool  # and nothing contradicts it
    numbers: bool
    size: float  # 1 the same, 0.5 none stated, 0 another
    extras: frozenset[str]
    optional: int

    @property
    def worst(self) -> float:
        return min(self.closeness, default=1.0)

    @property
    def full(self) -> bool:
        """Whether it has everything that was said and nothing that contradicts it."""
        fits = self.numbers and self.size > 0 and self.right_kind
        return fits and self.anchored > 0 and self.worst > 0

    @property
    def order(self) -> tuple[float, ...]:
        """Best first."""
        known = dictionary()
        score = sum(self.closeness) + self.size + self.numbers + self.right_kind
        score += 0.5 * (self.anchored > 0) + 0.2 * self.kinds + 0.1 * self.optional
        packed = len(self.extras & (known.bulk | known.either))
        return (-round(score - 0.3 * packed, 2), len(self.extras), self.at)


def judge(index: ProductIndex, wish: Wish) -> Judgement:
    """What `wish` means in this catalogue."""
    if taught := _taught(index, wish):
        return taught
    required = _required(index, wish)
    if not required and not wish.numbers:
        return Judgement(Verdict.UNAVAILABLE)
    candidates = [_candidate(index, at, wish, required) for at in _places(index, wish, required)]
    candidates.sort(key=lambda c: c.order)
    full = [c for c in candidates if c.full]
    possible = _possible(index, wish, full)
    rivals = _plain_first(index, wish, possible)
    if rivals:
        # `gula 1 kg` names no brand, `harpic` nothing but one: sure where there is only one.
        wide = _is_generic(required) or wish.name == required[0].text
        rest = possible if wide else rivals
        sure = _is_one_product(index, rest) and _is_sure(index, wish, required, rivals[0])
        verdict = Verdict.MATCH if sure else Verdict.ASK
        best = rivals[0]
        others = [c for c in full if c not in rivals]
    else:
        verdict = Verdict.ASK
        rivals = [c for c in candidates if _is_worth_asking(index, wish, required, c)]
        others = []
        if not rivals:
            return Judgement(Verdict.UNAVAILABLE)
        best = rivals[0]
    said = len(required) + len(wish.numbers) + len(wish.sizes)
    explained = sum(c > 0 for c in best.closeness) + (len(wish.numbers) if best.numbers else 0)
    explained += len(wish.sizes) if best.size == 1 else 0
    places = tuple(c.at for c in [*rivals, *others][:CHOICES])
    part = explained / max(1, said)
    if wish.unit == "lusin" and not _is_packed(index, best.at, "lusin"):
        part *= 0.9  # then a dozen pieces were meant
    return Judgement(verdict, places, part, explained)


def _taught(index: ProductIndex, wish: Wish) -> Judgement | None:
    places = index.aliases.get(phrase_key(words_of(wish.name)), ())
    places = [at for at in places if index.active[at]]
    if not places:
        return None
    fit = float(len(wish.words) + len(wish.numbers) + len(wish.sizes))
    unfit = wish.unit in dictionary().bulk and not _is_packed(index, places[0], wish.unit)
    sure = len(places) == 1 and wish.sure and not wish.by_weight and not unfit
    verdict = Verdict.MATCH if sure else Verdict.ASK
    return Judgement(verdict, tuple(places[:CHOICES]), 1.0, fit + 1)


def _required(index: ProductIndex, wish: Wish) -> list[Word]:
    """The words that tell products apart: no kinds, no packages, no politeness."""
    known = dictionary()
    said = [
        w for i, w in enumerate(wish.words)
        if not known.is_polite(w) or _is_named(index, wish.words, i)
    ]  # fmt: skip
    telling = [
        w for w in said if w.concept not in known.packages
        and (w.concept not in known.kinds or w.concept in known.variants and _has_other(said, w))
    ]  # fmt: skip
    if telling:
        return telling
    return [w for w in said if w.concept in known.kinds] or [
        w for w in wish.words if index.knows(w.text)
    ]


def _is_named(index: ProductIndex, words: tuple[Word, ...], at: int) -> bool:
    """Whether a polite word stands beside its neighbour in a name too: `good day`, `so good`."""
    around = [words[i : i + 2] for i in (at - 1, at) if 0 <= i < len(words) - 1]
    return any(index.has_phrase(f"{a.text} {b.text}") for a, b in around)


def _has_other(said: list[Word], word: Word) -> bool:
    # `susu coklat`: the first is the thing, the second its taste.
    return word is not said[0] and len(said) > 1


def _places(index: ProductIndex, wish: Wish, required: list[Word]) -> list[int]:
    """The products worth a closer look, most sold first."""
    known = dictionary()
    sets = [index.meaning(word) for word in required]
    for at in range(len(required) - 1):
        joined = required[at].text + required[at + 1].text
        if index.knows(joined):
            extra = index.meaning(Word(joined, joined))
            sets[at] = sets[at] | extra
            sets[at + 1] = sets[at + 1] | extra
    if not sets:
        return []
    together = set.intersection(*sets)
    if together:
        return _narrowed(index, wish, together)
    telling = [
        s for s, w in zip(sets, required, strict=True) if s and w.concept not in known.variants
    ]
    counts: dict[int, int] = {}
    for places in sorted(telling or [s for s in sets if s], key=len)[:4]:
        for at in places:
            counts[at] = counts.get(at, 0) + 1
    most = max(counts.values(), default=0)
    best = {at for at, n in counts.items() if n == most}
    for places in sets:
        best = best & places or best
    return _narrowed(index, wish, best)


def _narrowed(index: ProductIndex, wish: Wish, places: set[int]) -> list[int]:
    places = {at for at in places if index.active[at]}
    for number in (*wish.numbers, *(size.face for size in wish.sizes)):
        if len(places) > _CANDIDATES:
            here = {at for at in places if number in index.facets(at).numbers}
            places = here or places
    return sorted(places)[:_CANDIDATES]


def _candidate(index: ProductIndex, at: int, wish: Wish, required: list[Word]) -> Candidate:
    known = dictionary()
    facets = index.facets(at)
    closeness = [_closeness(index, word, facets) for word in required]
    certain = any(c >= _SURE for c in closeness)
    for i, word in enumerate(required):
        if closeness[i] < _SURE and len(word.text) < (5 if certain else 7):
            closeness[i] = 0.0  # `karpet` is no mistyped karet
    concepts = {w.concept for w in wish.words} | {wish.unit}
    matched = {t for word in wish.words for t in _nearest(index, word, facets)[0]}
    for i in range(len(required) - 1):
        joined = required[i].text + required[i + 1].text
        if joined in facets.texts:
            closeness[i] = closeness[i + 1] = max(0.97, closeness[i])
            matched.add(joined)
    kinds = {w.concept for w in wish.words} & known.kinds - {w.concept for w in required}
    forms = _forms(wish, required)
    own_kinds = facets.concepts & known.kinds - known.variants
    own_kinds -= known.general
    wanted = kinds - known.general - known.variants
    right = not wanted or not own_kinds or any(_akin(a, b) for a in wanted for b in own_kinds)
    extras = frozenset(
        w.concept for w in facets.words
        if w.concept not in concepts and not all(token in matched for token in w.text.split())
        and w.text not in known.fillers and w.number is None and not _is_measure(w, facets)
    )  # fmt: skip
    return Candidate(
        at, facets, tuple(closeness),
        _anchored(index, wish, required, closeness, facets),
        all(any(_akin(k, own) for own in facets.concepts) for k in kinds),
        forms <= facets.concepts,
        right,
        _has_numbers(wish, facets),
        _size_fit(wish.sizes, facets),
        extras,
        sum(w.concept in facets.concepts for w in wish.words if known.is_polite(w)),
    )  # fmt: skip


def _forms(wish: Wish, required: list[Word]) -> set[str]:
    """The kinds said behind the first telling word: they tell its products apart."""
    if not required or required[0] not in wish.words:
        return set()
    behind = wish.words[wish.words.index(required[0]) + 1 :]
    return {w.concept for w in behind} & dictionary().kinds - {w.concept for w in required}


def _akin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _is_measure(word: Word, facets: Facets) -> bool:
    if word.text == "s":
        before = next((w for w in facets.words if w.end + 1 == word.start), None)
        return before is not None and before.number is not None
    return word.text in dictionary().measures and bool(facets.sizes)


def _closeness(index: ProductIndex, word: Word, facets: Facets) -> float:
    return _nearest(index, word, facets)[1]


def _nearest(index: ProductIndex, word: Word, facets: Facets) -> tuple[list[str], float]:
    """Which words of the name come nearest to a customer's word, and how near."""
    if word.concept in facets.concepts:
        same = [w.text for w in facets.words if w.concept == word.concept]
        return [token for text in same for token in text.split()], 1.0
    best, value = "", 0.0
    for token, close in index.similar(word.text).items():
        if close > value and facets.texts.issuperset(token.split()):
            best, value = token, close
    return best.split(), value


def _anchored(
    index: ProductIndex, wish: Wish, required: list[Word], closeness: list[float], facets: Facets
) -> int:
    """Whether the words name the product itself and not just something that it tastes of."""
    known = dictionary()
    named = [w for w in facets.words if w.number is None and w.text not in known.fillers]
    if not named:
        return 0
    said = {w.concept for w in wish.words}
    generic = known.kinds | known.variants | known.bulk | known.either
    opening = next((w for w in named if w.concept not in generic), named[0])
    joined = {a.text + b.text for a, b in zip(required, required[1:], strict=False)}
    if opening.text in joined or all(w.concept in said for w in named[:2]):
        return 2
    for word, close in zip(required, closeness, strict=True):
        near = index.similar(word.text)
        tokens = [t for token in near if near[token] >= _NEAR for t in token.split()]
        if close < _NEAR:
            continue
        if opening.concept == word.concept or opening.text in tokens:
            return 2
        if any(t in facets.texts and index.opens(t) >= 0.3 for t in (word.text, *tokens)):
            return 2
    kinds = [w.concept for w in named if w.concept in known.kinds - known.general]
    first = named[0].concept in said and named[0].concept not in known.variants - known.kinds
    return int(first or bool(kinds) and kinds[0] in said and min(closeness, default=0) >= _SURE)


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


def _has_numbers(wish: Wish, facets: Facets) -> bool:
    """Whether the name has every number said, besides those of the sizes said."""
    taken = {size.face for size in wish.sizes}
    return facets.numbers >= set(wish.numbers) and not taken & set(wish.numbers)


def _is_packed(index: ProductIndex, at: int, unit: str) -> bool:
    return unit in index.facets(at).concepts or index.units[at] == unit


def _possible(index: ProductIndex, wish: Wish, full: list[Candidate]) -> list[Candidate]:
    """Of the products that have everything said, those of the right size and package."""
    known = dictionary()
    if not full:
        return []
    best_size = max(c.size for c in full)
    rivals = [c for c in full if c.size == best_size]
    closest = max(c.worst for c in rivals)
    rivals = [c for c in rivals if c.worst >= min(closest, 0.95) - 0.04]
    said = {wish.unit} | {w.concept for w in wish.words}
    many = said & (known.bulk | known.either)
    one = said & known.single
    if many:
        packed = [c for c in rivals if any(_is_packed(index, c.at, unit) for unit in many)]
        rivals = packed or rivals
    elif one - {"pcs", "bungkus"} or any(_is_exact(wish, c) for c in rivals):
        single = [c for c in rivals if not c.extras & (known.bulk | known.either)]
        rivals = single or rivals
    if one:
        fitting = [c for c in rivals if not c.extras & known.containers]
        told = one - {"pcs", "bungkus"}
        named = [c for c in rivals if c.facets.concepts & told]
        sold = [c for c in rivals if index.units[c.at] in told]
        rivals = named or sold or (fitting if one - {"pcs"} else []) or rivals
    return rivals


def _plain_first(
    index: ProductIndex, wish: Wish, rivals: list[Candidate]
) -> list[Candidate]:
    """Whose name says no more than the customer goes before all but its own sisters."""
    exact = [c for c in rivals if _is_exact(wish, c)]
    if exact:
        sisters = [c for c in rivals if c.form and _is_sister(index, exact[0], c)]
        rivals = [*exact, *(c for c in sisters if c not in exact)]
    return rivals


def _is_exact(wish: Wish, candidate: Candidate) -> bool:
    """Whether the name says what the customer said and no more."""
    said = {*wish.numbers, *(size.face for size in wish.sizes)}
    return candidate.kinds and not candidate.extras and candidate.facets.numbers <= said


def _is_sister(index: ProductIndex, plain: Candidate, other: Candidate) -> bool:
    """Whether `other` is the plain product in another taste, colour or size."""
    known = dictionary()
    if other.extras <= known.variants | known.containers:
        return True
    same_price = index.prices[plain.at] == index.prices[other.at]
    return same_price and index.units[plain.at] == index.units[other.at]


def _is_one_product(index: ProductIndex, rivals: list[Candidate]) -> bool:
    """Whether all rivals are the same thing, entered twice."""
    first = rivals[0]
    concepts = _telling_concepts(first)
    for other in rivals[1:]:
        low, high = sorted((index.prices[first.at], index.prices[other.at]))
        if high > 1.1 * low or _telling_concepts(other) != concepts:
            return False
        for a in first.facets.sizes:
            for b in other.facets.sizes:
                if a.dimension == b.dimension and a.amount != b.amount:
                    return False
        if _loose_numbers(first.facets) != _loose_numbers(other.facets):
            return False
    return True


def _loose_numbers(facets: Facets) -> frozenset[float]:
    return facets.numbers - {size.face for size in facets.sizes}


def _telling_concepts(candidate: Candidate) -> set[str]:
    known = dictionary()
    return {
        w.concept for w in candidate.facets.words
        if w.number is None and w.text not in known.fillers and w.concept not in known.kinds
        and not _is_measure(w, candidate.facets)
    }  # fmt: skip


def _is_sure(index: ProductIndex, wish: Wish, required: list[Word], best: Candidate) -> bool:
    """Whether the only product that fits may be taken without asking."""
    known = dictionary()
    if not wish.sure or wish.by_weight:
        return False
    bulk = ({wish.unit} | {w.concept for w in wish.words}) & known.bulk
    if any(not _is_packed(index, best.at, unit) for unit in bulk):
        return False
    exact = sum(c >= _SURE for c in best.closeness) + len(wish.numbers)
    exact += len(wish.sizes) if best.size == 1 else 0
    if not best.kinds and exact < 2:
        return False
    if best.worst < _SURE and exact < (1 if best.worst >= _NEAR else 2):
        longest = max(len(w.text) for w in required)
        if best.worst < _NEAR or longest < 7:
            return False
    if wish.sizes and best.size < 1 or best.anchored < 2 and best.extras:
        return False
    if _is_generic(required):
        said = len(wish.words) + len(wish.numbers) + len(wish.sizes)
        return best.worst >= _SURE and not best.extras and said > 1
    return True


def _is_generic(required: list[Word]) -> bool:
    known = dictionary()
    return all(w.concept in known.kinds | known.variants for w in required)


def _is_worth_asking(
    index: ProductIndex, wish: Wish, required: list[Word], candidate: Candidate
) -> bool:
    """Whether a product that lacks something said is still likely to be what is wanted."""
    known = dictionary()
    if not candidate.right_kind:
        return False
    found = [c >= _NEAR for c in candidate.closeness]
    telling = [i for i, w in enumerate(required) if w.concept not in known.variants]
    if candidate.anchored:
        if not telling:
            return any(found) and candidate.kinds
        # What comes first is the thing: `blender philips` is no lamp.
        if not found[telling[0]] or 2 * sum(found) < len(found):
            return False
        held = sum(found[i] for i in telling)
        return 2 * held > len(telling) or index.count(required[telling[0]].text) > 3
    if wish.by_weight or wish.unit in known.loose or len(telling) < 2:
        return False
    return all(c >= 0.97 for c in candidate.closeness) and candidate.numbers
