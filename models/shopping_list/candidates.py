"""Which products are worth a closer look for a customer's words."""

from collections import Counter

from models.search.product_index import ProductIndex
from models.shopping_list.fit import Candidate, candidate_at
from models.shopping_list.list_items import Wish
from models.text.words import Word, dictionary

#: More candidates than this are certainly a question; the most sold ones stand for all.
_CANDIDATES = 120


def with_all_words(index: ProductIndex, wish: Wish, required: list[Word]) -> list[Candidate]:
    """The products that have every required word in some spelling, best first."""
    sets = _meanings(index, required)
    places = _narrowed(index, wish, set.intersection(*sets)) if sets else []
    return sorted((candidate_at(index, at, wish, required) for at in places), key=_order)


def with_most_words(
    index: ProductIndex, wish: Wish, required: list[Word], known: list[Candidate]
) -> list[Candidate]:
    """Those that are `known` and the products that have the most of the words, best first."""
    seen = {c.at for c in known}
    places = _narrowed(index, wish, _most_words(required, _meanings(index, required)))
    more = [candidate_at(index, at, wish, required) for at in places if at not in seen]
    return sorted([*known, *more], key=_order)


def _order(candidate: Candidate) -> tuple[float, ...]:
    return candidate.order


def _meanings(index: ProductIndex, required: list[Word]) -> list[set[int]]:
    """For each required word the places of the products that have it."""
    sets = [index.meaning(word) for word in required]
    for at in range(len(required) - 1):
        joined = required[at].text + required[at + 1].text
        if index.knows(joined):
            extra = index.meaning(Word(joined, joined))
            sets[at] = sets[at] | extra
            sets[at + 1] = sets[at + 1] | extra
    return sets


def _most_words(required: list[Word], sets: list[set[int]]) -> set[int]:
    """The places of the products that have the most of the words."""
    known = dictionary()
    telling = [
        s for s, w in zip(sets, required, strict=True) if s and w.concept not in known.variants
    ]
    counts: Counter[int] = Counter()
    for places in sorted(telling or [s for s in sets if s], key=len)[:4]:
        counts.update(places)
    for places in sets:
        if not any(places is counted for counted in telling):
            counts.update(places & counts.keys())
    most = max(counts.values(), default=0)
    return {at for at, n in counts.items() if n >= most - 1}


def _narrowed(index: ProductIndex, wish: Wish, places: set[int]) -> list[int]:
    """Those that are sold, with the numbers that were said, the most sold first."""
    places = {at for at in places if index.active[at]}
    for number in (*wish.numbers, *(size.face for size in wish.sizes)):
        if len(places) > _CANDIDATES:
            here = {at for at in places if number in index.facets(at).numbers}
            places = here or places
    return sorted(places)[:_CANDIDATES]
