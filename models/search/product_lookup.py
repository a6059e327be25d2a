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
    """Places of the products that `text` means, best first.

    First names that begin with it, then names with all its words (in any order, the beginnings
    of words before their middles), then near ones: other spellings, typing errors. If there are
    none, names with some of the words.
    """
    query = spaced(text[:200])
    tokens = [token[:WORD_LIMIT] for token in query.split()][:WORDS_LIMIT]
    if not tokens:
        return []
    found: dict[int, None] = {}
    tiers = (_beginning, _all_begun, _all_inside, _all_near)
    for tier in (*tiers, _some_near):
        if found and tier == _some_near:
            break
        places = (
            at for at in tier(index, tokens) if at not in found and (inactive or index.active[at])
        )
        some = list(islice(places, limit - len(found)))
        if tier in tiers[:3]:  # of what nobody bought lately, the plainest name goes first
            some.sort(key=lambda at: (min(at, index.sold), len(index.texts[at]), at))
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
    places = sorted(set(index.by_name[low:high])) if few else range(len(index.texts))
    return (at for at in places if index.texts[at].startswith(start))


def _all_begun(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    return _with_all(index, tokens, "\n", " ")


def _all_inside(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    return _with_all(index, tokens, "", "") if max(map(len, tokens)) > 1 else iter(())


def _with_all(index: ProductIndex, tokens: list[str], in_list: str, in_text: str) -> Iterator[int]:
    """Places, in order, whose words contain every token, at their beginning or anywhere."""
    # A letter or two stand in half of all names: reading those found by the others is faster.
    telling = [token for token in tokens if len(token) > 2] or tokens
    needles = [in_list + token for token in telling]
    words = [index.words_with(needle) for needle in needles]
    counts = [index.products_with(found) for found in words]
    rarest = counts.index(min(counts))
    places: Iterable[int]
    if counts[rarest] > COMMON and len(tokens) == 1:
        places = range(len(index.texts))  # soon enough are found
    elif counts[rarest] > COMMON:
        places = _in_all(index, needles)
    else:
        places = index.with_any(words[rarest])
    # The longest part is missing most often.
    wanted, *others = sorted((in_text + token for token in tokens), key=len, reverse=True)
    texts, more = index.texts, index.other_names
    for at in places:
        text = texts[at] + more[at] if at in more else texts[at]
        if wanted in text and (not others or all(part in text for part in others)):
            yield at


def _all_near(index: ProductIndex, tokens: list[str]) -> Iterator[int]:
    """Products with every word in some spelling, the nearest first."""
    meanings = _meanings(index, tokens)
    meanings.sort(key=index.products_with)
    found = list(islice(_having_all(index, meanings), _WEIGHED))
    weighed = [(-_nearness(index, at, meanings), at) for at in found]
    return (at for _, at in sorted(weighed))


def _having_all(index: ProductIndex, meanings: list[dict[str, float]]) -> Iterator[int]:
    for at in index.with_any(meanings[0]) if meanings else ():
        text = f"{index.texts[at]}{index.other_names.get(at, '')} "
        if all(any(f" {token} " in text for token in tokens) for tokens in meanings[1:]):
            yield at


def _nearness(index: ProductIndex, at: int, meanings: list[dict[str, float]]) -> float:
    text = f"{index.texts[at]}{index.other_names.get(at, '')} "
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
            for at in index.with_any([token]):
                closeness[at] = max(close, closeness.get(at, 0.0))
        for at, close in closeness.items():
            weighed[at] = weighed.get(at, 0.0) + close**3 / (1 + count) ** 0.5
    best = max(weighed.values(), default=0.0)
    likely = [(-weight, at) for at, weight in weighed.items() if 2 * weight >= best]
    return (at for _, at in sorted(likely))


def _meanings(index: ProductIndex, tokens: list[str]) -> list[dict[str, float]]:
    """For each word typed, what it can stand for: other spellings, and how it may go on."""
    return [
        dict.fromkeys(index.words_with("\n" + word.text), 0.9) | index.similar(word)
        for word in words_of(" ".join(tokens))
    ]


def _in_all(index: ProductIndex, needles: list[str]) -> Iterator[int]:
    """All the first places, which mostly are enough, then those marked for every needle."""
    first = min(_AT_HAND, len(index.texts))
    yield from range(first)
    common = index.mask(needles[0])
    for needle in needles[1:]:
        common &= index.mask(needle)
    marks = common.to_bytes((common.bit_length() + 7) // 8, "little")
    at = marks.find(1, first)
    while at >= 0:
        yield at
        at = marks.find(1, at + 1)
