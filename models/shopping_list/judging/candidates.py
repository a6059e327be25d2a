"""Which products are worth a closer look for a customer's words."""

from collections import Counter

from models.search.product_index import ProductIndex
from models.shopping_list.judging.fit import Candidate, Fit
from models.shopping_list.list_items import ListItem
from models.text.words import Word, dictionary

#: More candidates than this are certainly a question; the most sold ones stand for all.
CANDIDATES = 120


def with_all_words(
    index: ProductIndex, item: ListItem, required: list[Word], most: int = CANDIDATES
) -> list[Candidate]:
    """The products that have every required word in some spelling, best first."""
    sets = _meanings(index, required)
    rows = _narrowed(index, item, set.intersection(*sets), most) if sets else []
    fit = Fit(index, item, required)
    return sorted(map(fit.candidate, rows), key=_order)


def with_most_words(
    index: ProductIndex,
    item: ListItem,
    required: list[Word],
    known: list[Candidate],
    most: int = CANDIDATES,
) -> list[Candidate]:
    """Those that are `known` and the products that have the most of the words, best first."""
    seen = {c.row for c in known}
    rows = _narrowed(index, item, _most_words(required, _meanings(index, required)), most)
    fit = Fit(index, item, required)
    more = [fit.candidate(row) for row in rows if row not in seen]
    return sorted([*known, *more], key=_order)


def _order(candidate: Candidate) -> tuple[float, ...]:
    return candidate.order


def _meanings(index: ProductIndex, required: list[Word]) -> list[set[int]]:
    """For each required word the rows of the products that have it."""
    sets = [index.meaning(word) for word in required]
    for i in range(len(required) - 1):
        joined = required[i].text + required[i + 1].text
        if index.knows(joined):
            extra = index.meaning(Word(joined, joined))
            sets[i] = sets[i] | extra
            sets[i + 1] = sets[i + 1] | extra
    return sets


def _most_words(required: list[Word], sets: list[set[int]]) -> set[int]:
    """The rows of the products that have the most of the words."""
    known = dictionary()
    telling = [
        s for s, w in zip(sets, required, strict=True) if s and w.concept not in known.variants
    ]
    counts: Counter[int] = Counter()
    for rows in sorted(telling or [s for s in sets if s], key=len)[:4]:
        counts.update(rows)
    for rows in sets:
        if not any(rows is counted for counted in telling):
            counts.update(rows & counts.keys())
    most = max(counts.values(), default=0)
    return {row for row, n in counts.items() if n >= most - 1}


def _narrowed(index: ProductIndex, item: ListItem, rows: set[int], most: int) -> list[int]:
    """Those that are sold, with the numbers that were said, the most sold first."""
    rows = {row for row in rows if index.active[row]}
    for number in (*item.numbers, *(size.face for size in item.sizes)):
        if len(rows) > most:
            here = {row for row in rows if number in index.facets(row).numbers}
            rows = here or rows
    return sorted(rows)[:most]
