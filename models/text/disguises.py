"""A text as a machine must read it to find what people hide in it, and the digits in it.

Full-width, circled and Arabic digits are digits, what takes no room is left out; every place in
this reading knows where it stands in the text as it was written. In it runs of digits are found,
however they were written: `0812,3456`, `o8l2`, `nol delapan satu dua`, `0812xx3456`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_INVISIBLE = {"Cf", "Mn", "Me", "Cc"}

_DIGIT_WORDS = {
    "nol": "0", "kosong": "0", "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5",
    "enam": "6", "tujuh": "7", "tuju": "7", "delapan": "8", "lapan": "8", "sembilan": "9",
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TIMES = {"dobel": 2, "double": 2, "dbl": 2, "tripel": 3, "triple": 3}
#: Letters of other alphabets that look like ours.
_OTHER_ALPHABETS = str.maketrans("\u041e\u043e\u039f\u03bf\u0406\u0456\u0399", "OoOoIiI")
_ALIKE = str.maketrans("oOlIiZzEeAaSsGBbTgq", "0011122334455688799")
#: Said between groups of digits, where others write a dash.
_FILLERS = "spasi|strip|setrip|garis|titik|koma|dan|lalu|terus|kemudian|min|space|dash|dot|then|and"
#: `BCA1234567890` is a word and a number.
_RUN = re.compile(
    r"(?:bca|bri|bni|bsi|btn|rek|hp|wa|telp?|tlp|va|mandiri|gopay|ovo|dana)(?=\d{6})|[^\W_]+",
    re.IGNORECASE,
)
_DIGIT_WORD = "|".join(sorted(_DIGIT_WORDS, key=len, reverse=True))
_IN_ONE_WORD = re.compile(rf"(?:{_DIGIT_WORD}|\d){{5,}}")
_GLUED = re.compile(r"[0o]?[8b]\d{1,2}[a-z]{1,3}\d{3,}(?:[a-z]{1,3}\d{2,}){0,4}", re.IGNORECASE)
_GAP = re.compile(rf"[^\w\x00]{{0,4}}(?:(?<!\w)(?:{_FILLERS})(?!\w)[^\w\x00]{{1,3}})?|_{{1,3}}")
#: The longest run of digits that is looked at as one.
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class View:
    """The text as it is searched; `places[i]` is where its i-th character stood."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same piece in the text as it was written, with what takes no room inside it."""
        return self.places[start], self.places[end - 1] + 1


def view(text: str) -> View:
    """`text` with digits as digits, signs as their plain forms and nothing invisible."""
    if text.isascii():
        return View(text, tuple(range(len(text))))
    plain: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign not in "\n\t\r" and unicodedata.category(sign) in _INVISIBLE:
            continue
        for part in unicodedata.normalize("NFKC", sign.translate(_OTHER_ALPHABETS)):
            digit = unicodedata.digit(part, None)
            plain.append(part if digit is None else str(digit))
            places.append(place)
    return View("".join(plain), tuple(places))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of signs that stand for digits. `certain`: written as digits and nothing else."""

    start: int
    end: int
    digits: str
    certain: bool = True
    spoken: bool = False


def chains(text: str) -> Iterator[list[Piece]]:
    """Runs of digits that stand so close together that they may be one number."""
    chain: list[Piece] = []
    times = 1
    for match in _RUN.finditer(text):
        if word_times := _TIMES.get(match[0].lower()):
            times = word_times
            continue
        piece = _piece(match, times)
        if piece is None:
            if chain and not _is_filler(match[0]):
                yield chain
                chain = []
            times = 1
            continue
        if chain and (len(chain) >= _LONGEST or not _is_close(text[chain[-1].end : piece.start])):
            yield chain
            chain = []
        chain.append(piece)
        times = 1
    if chain:
        yield chain


def _is_close(gap: str) -> bool:
    words = gap.split()
    if words and words[0].lower() in _TIMES:
        gap = " "
    return len(gap) <= 16 and _GAP.fullmatch(gap.lower()) is not None


def _is_filler(word: str) -> bool:
    return re.fullmatch(_FILLERS, word.lower()) is not None


def _piece(match: re.Match[str], times: int) -> Piece | None:
    run = match[0]
    start, end = match.span()
    if run.isdecimal():
        return Piece(start, end, run * times)
    word = run.lower()
    if digit := _DIGIT_WORDS.get(word):
        return Piece(start, end, digit * times, certain=False, spoken=True)
    if _IN_ONE_WORD.fullmatch(word):
        found = re.findall(rf"{_DIGIT_WORD}|\d", word)
        return Piece(start, end, "".join(_DIGIT_WORDS.get(w, w) for w in found), False, True)
    if _GLUED.fullmatch(run):
        return Piece(start, end, re.sub(r"\D", "", run.translate(_ALIKE)), certain=False)
    alike = run.translate(_ALIKE)
    digits = sum(sign.isdecimal() for sign in run)
    if alike.isdecimal() and (2 * digits >= len(run) or run in ("o", "O")):
        return Piece(start, end, alike, certain=False)
    return None
