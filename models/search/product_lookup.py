"""Finds products for what stands in a search box, after every letter of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from models.search.product_index import ProductIndex
from models.text.words import dictionary, spaced, words_of

#: Longer words are cut: no product is found by its hundredth letter.
WORD_LIMIT = 32
WORDS_LIMIT = 8
#: What is in more products than this is looked up by marks, not by merging lists.
COMMON = 4000
#: So many names are read before common words are looked up by marks.
_AT_HAND = 300
#: So many near finds are put in order, and words with more finds than the latter tell too little.
_WEIGHED, _FEW = 100, 1000
#: With so many plain finds nobody looks for near ones.
_PLENTY = 5


def find(index: ProductIndex, text: str, limit: int, *, inactive: bool = False) -> list[int]:
    """Rows (in the index) of the products that `text` means, best first.

    First names that begin with it, then names with all its words (in any order, the beginnings
    of words before their middles; what a product is also called comes after its name), then near
    ones: other spellings, typing errors. If there are none, names with some of the words.
    """
    query = spaced(text[:200])
    tokens = [token[:WORD_LIMIT] for token in query.split()][:WORDS_LIMIT]
    if not tokens:
        return []
    found: dict[int, None] = {}
    tiers = (_beginning, _all_begun, _all_begun_elsewhere, _all_inside, _all_near)
    for tier in (*tiers, _some_near):
        if found and tier == _some_near:
            break
        rows = (
            row
            for row in tier(index, tokens)
            if row not in found and (inactive or index.active[row])
        )
        some = list(islice(rows, limit - len(found)))
        if tier not in (_all_near, _some_near):  # of what nobody bought lately, the plainest first
            some.sort(key=lambda row: (min(row, index.sold), len(index.texts[row]), row))
        found.update(dict.fromkeys(some))
        if len(found) >= (_PLENTY if tier == _all_inside else limit):
            break
    return list(found)


def _beginning(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    start = " " + " ".join(tokens)
    text_of = index.texts.__getitem__
    low = bisect_left(index.by_name, start, key=text_of)
    high = bisect_right(index.by_name, start + "\U0010ffff", key=text_of)
    few = high - low <= COMMON
    rows = sorted(set(index.by_name[low:high])) if few else range(len(index.texts))
    return (row for row in rows if index.texts[row].startswith(start))


def _all_begun(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    return _with_all(index, tokens, "\n", " ", {})


def _all_begun_elsewhere(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    """Also in what the products are called besides."""
    more = index.other_names
    return _with_all(index, tokens, "\n", " ", more) if more else iter(())


def _all_inside(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    if max(map(len, tokens)) == 1:
        return iter(())
    return _with_all(index, tokens, "", "", index.other_names)


def _with_all(
    index: ProductIndex, tokens: list[str], in_list: str, in_text: str, more: dict[int, str]
) -> Iterator[int]:
    """Rows, in order, whose words contain every token, at their beginning or anywhere.

    `more` are further words of some of the rows.
    """
    # A letter or two stand in half of all names: reading those found by the others is faster.
    telling = [token for token in tokens if len(token) > 2] or tokens
    needles = [in_list + token for token in telling]
    words = [index.words_with(needle) for needle in needles]
    counts = [index.products_with(found) for found in words]
    rarest = counts.index(min(counts))
    rows: Iterable[int]
    if counts[rarest] > COMMON and len(tokens) == 1:
        rows = range(len(index.texts))  # soon enough are found
    elif counts[rarest] > COMMON:
        rows = _in_all(index, needles)
    else:
        rows = index.with_any(words[rarest])
    # The longest part is missing most often.
    wanted, *others = sorted((in_text + token for token in tokens), key=len, reverse=True)
    texts = index.texts
    for row in rows:
        text = texts[row] + more[row] if row in more else texts[row]
        if wanted in text and (not others or all(part in text for part in others)):
            yield row


def _all_near(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    """Products with every word in some spelling, the nearest first."""
    meanings = _meanings(index, tokens)
    meanings.sort(key=index.products_with)
    found = list(islice(_having_all(index, meanings), _WEIGHED))
    weighed = [(-_nearness(index, row, meanings), row) for row in found]
    return (row for _, row in sorted(weighed))


def _having_all(index: ProductIndex, meanings: list[dict[str, float]]) -> Iterator[int]:
    for row in index.with_any(meanings[0]) if meanings else ():
        text = f"{index.texts[row]}{index.other_names.get(row, '')} "
        if all(any(f" {token} " in text for token in tokens) for tokens in meanings[1:]):
            yield row


def _nearness(index: ProductIndex, row: int, meanings: list[dict[str, float]]) -> float:
    text = f"{index.texts[row]}{index.other_names.get(row, '')} "
    words = text.split()
    near = 0.0
    for meaning in meanings:
        closest = max((meaning.get(word, 0.0) for word in words), default=0.0)
        phrases = (meaning[token] for token in meaning if " " in token and f" {token} " in text)
        near += max(closest, *phrases, 0.0)
    return round(near, 2)


def _some_near(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    """Products with the words that tell the most, where none has all: `odol pepsodent`."""
    known = dictionary()
    weighed: dict[int, float] = {}
    for word, meaning in zip(words_of(" ".join(tokens)), _meanings(index, tokens), strict=True):
        count = index.products_with(meaning)
        if len(word.text) < 3 or count > _FEW or word.concept in known.generic:
            continue
        closeness: dict[int, float] = {}
        for token, close in meaning.items():
            for row in index.with_any([token]):
                closeness[row] = max(close, closeness.get(row, 0.0))
        for row, close in closeness.items():
            weighed[row] = weighed.get(row, 0.0) + close**3 / (1 + count) ** 0.5
    best = max(weighed.values(), default=0.0)
    likely = [(-weight, row) for row, weight in weighed.items() if 2 * weight >= best]
    return (row for _, row in sorted(likely))


def _meanings(index: ProductIndex, tokens: list[str]) -> list[dict[str, float]]:
    """For each word typed, what it can stand for: other spellings, and how it may go on."""
    return [
        dict.fromkeys(index.words_with("\n" + word.text), 0.9) | index.similar(word)
        for word in words_of(" ".join(tokens))
    ]


def _in_all(index: ProductIndex, needles: list[str]) -> Iterator[int]:
    """All the first rows, which mostly are enough, then those marked for every needle."""
    first = min(_AT_HAND, len(index.texts))
    yield from range(first)
    common = index.mask(needles[0])
    for needle in needles[1:]:
        common &= index.mask(needle)
    marks = common.to_bytes((common.bit_length() + 7) // 8, "little")
    row = marks.find(1, first)
    while row >= 0:
        yield row
        row = marks.find(1, row + 1)
