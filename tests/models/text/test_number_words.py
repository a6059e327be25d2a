"""Sums in words, as they stand at the foot of a receipt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.number_words import LIMIT, spoken

sums = st.integers(0, LIMIT - 1) | st.integers(0, 2_000_000)


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (0, "nol", "zero"),
        (10, "sepuluh", "ten"),
        (11, "sebelas", "eleven"),
        (19, "sembilan belas", "nineteen"),
        (20, "dua puluh", "twenty"),
        (21, "dua puluh satu", "twenty-one"),
        (100, "seratus", "one hundred"),
        (111, "seratus sebelas", "one hundred eleven"),
        (200, "dua ratus", "two hundred"),
        (1_000, "seribu", "one thousand"),
        (1_500, "seribu lima ratus", "one thousand five hundred"),
        (21_000, "dua puluh satu ribu", "twenty-one thousand"),
        (101_000, "seratus satu ribu", "one hundred one thousand"),
        (251_000, "dua ratus lima puluh satu ribu", "two hundred fifty-one thousand"),
        (1_001_000, "satu juta seribu", "one million one thousand"),
        (
            1_234_567,
            "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh",
            "one million two hundred thirty-four thousand five hundred sixty-seven",
        ),
        (10**9, "satu miliar", "one billion"),
        (10**12, "satu triliun", "one trillion"),
        (-5_000, "minus lima ribu", "minus five thousand"),
    ],
)
def test_a_sum_is_written_as_it_is_spoken(number: int, indonesian: str, english: str) -> None:
    assert spoken(number, "id") == indonesian
    assert spoken(number, "en") == english


@given(sums)
def test_indonesian_words_say_the_number_they_were_made_of(number: int) -> None:
    assert _heard_in_indonesian(spoken(number, "id")) == number


@given(sums)
def test_english_words_say_the_number_they_were_made_of(number: int) -> None:
    assert _heard_in_english(spoken(number, "en")) == number


@given(sums)
def test_one_is_never_counted_before_a_word_that_contains_it(number: int) -> None:
    words = f" {spoken(number, 'id')} "
    for wrong in (" satu puluh ", " satu belas ", " satu ratus "):
        assert wrong not in words
    assert not words.startswith(" satu ribu ")


def test_a_number_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        spoken(LIMIT, "id")


# --- a listener who knows nothing of how the words were made ---------------------------------

_UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_POWERS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def _heard_in_indonesian(words: str) -> int:
    total = group = digit = 0
    for word in words.split():
        if word in _UNITS:
            digit = _UNITS.index(word)
            continue
        if word == "seribu":
            total += 1_000
        elif word in _POWERS:
            total, group = total + (group + digit) * _POWERS[word], 0
        else:
            group += {
                "sepuluh": 10, "sebelas": 11, "seratus": 100,
                "belas": 10 + digit, "puluh": 10 * digit, "ratus": 100 * digit,
            }[word]  # fmt: skip
        digit = 0
    return total + group + digit


_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_LARGE = ["thousand", "million", "billion", "trillion", "quadrillion"]


def _heard_in_english(words: str) -> int:
    total = group = 0
    for word in words.replace("-", " ").split():
        if word in _SMALL:
            group += _SMALL.index(word)
        elif word in _TENS:
            group += 10 * _TENS.index(word)
        elif word == "hundred":
            group *= 100
        else:
            total, group = total + group * 1000 ** (_LARGE.index(word) + 1), 0
    return total + group
