"""Which words of a shop another spelling may stand for: mistyped, shortened, as it sounds."""

import re
from collections.abc import Iterator, Mapping, Sequence

#: Words by their first letter.
Buckets = Mapping[str, Sequence[str]]

#: Letters that sound alike at the beginning of a word.
_SOUNDS = {"c": "k", "k": "c"}
#: And anywhere, to those who write as they hear.
_ALIKE = {letter: group for group in ("sz", "fv", "kqc", "iy") for letter in group}
_VOWELS = frozenset("aeiou")
_SHORTEST = 3


def written_out(text: str, words: Buckets) -> Iterator[str]:
    """Those that `text` is without some vowels, or with letters that sound the same: `rnzo`.

    What is so short is no word without its vowels if it has any.
    """
    if len(text) < _SHORTEST or (len(text) == _SHORTEST and not _VOWELS.isdisjoint(text)):
        return
    sounds = [f"[{_ALIKE.get(letter, letter)}]" for letter in text]
    whole = re.compile("[aeiou]*".join(sounds) + "[aeiou]*")
    for letter in _ALIKE.get(text[0], text[0]):
        for word in words.get(letter, ()):
            if len(word) > _SHORTEST and whole.fullmatch(word):
                yield word


def mistyped(text: str, words: Buckets) -> Iterator[tuple[str, int]]:
    """Those that are a slip of the finger away, two in a long word, and how many it were."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    errors = 1 if len(text) < 9 else 2
    for letter in dict.fromkeys(text[:2] + _SOUNDS.get(text[0], "")):
        near = process.extract(
            text, words.get(letter, ()), scorer=OSA.distance, score_cutoff=errors, limit=20
        )
        for word, distance, _ in near:
            if len(word) > _SHORTEST:
                yield word, distance
