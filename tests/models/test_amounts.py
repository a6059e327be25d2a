"""Money, quantities and texts are read from what people type, or refused; never guessed."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.amounts import (
    checked_text,
    clean_text,
    half_up,
    line_total,
    parse_money,
    percent_of,
    shared_out,
    tax_on,
    tax_within,
)
from models.errors import NotANumber, ShopError, TextMissing, TextTooLong


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("12500", 12_500),
        ("12.500", 12_500),
        ("Rp 12.500", 12_500),
        ("Rp12.500,-", 12_500),
        ("12,500.00", 12_500),
        ("12.500,00", 12_500),
        ("1.250.000", 1_250_000),
        ("0", 0),
        ("200rb", 200_000),
        ("Rp 5 ribu", 5_000),
        ("50K", 50_000),
        ("1,5jt", 1_500_000),
        ("1.25 juta", 1_250_000),
    ],
)
def test_money_is_read_as_people_and_files_write_it(typed: str, rupiah: int) -> None:
    assert parse_money(typed) == rupiah


@pytest.mark.parametrize(
    "typed",
    ["", "Rp", "abc", "-5000", "12.50.0", "1.2500", "12,55", "1234.567", "8.99E+12", "10" * 20,
     "54500,50", "1,250jt", "rb", "1000000000001", "9" * 1_000_000],
)  # fmt: skip
def test_what_is_no_money_is_refused(typed: str) -> None:
    with pytest.raises(ShopError):
        parse_money(typed)


@given(some.text())
def test_anything_typed_is_money_or_a_sentence(typed: str) -> None:
    with contextlib.suppress(ShopError):
        assert parse_money(typed) >= 0


# --- rounding ---------------------------------------------------------------------------------


@given(some.integers(0, 10**15), some.integers(1, 10**6))
def test_halves_are_rounded_up(numerator: int, denominator: int) -> None:
    error = 2 * (half_up(numerator, denominator) * denominator - numerator)
    assert -denominator < error <= denominator


def test_half_a_kilo_costs_half_rounded_up() -> None:
    assert line_total(12_501, 500) == 6_251


@given(some.integers(0, 10**15), some.lists(some.integers(0, 10**12), max_size=30))
def test_what_is_shared_out_adds_up_and_nobody_gets_more_than_a_rupiah_too_much(
    amount: int, weights: list[int]
) -> None:
    shares = shared_out(amount, weights)
    whole = sum(weights)
    assert sum(shares) == (amount if whole else 0)
    for share, weight in zip(shares, weights, strict=True):
        assert not whole or abs(share * whole - amount * weight) < whole


@given(some.integers(0, 10**12), some.integers(0, 10_000))
def test_tax_on_top_taken_out_again_is_the_same_tax(total: int, rate: int) -> None:
    tax = tax_on(total, rate)
    assert abs(tax_within(total + tax, rate) - tax) <= 1
    assert tax == percent_of(total, rate)


# --- texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  kopi \t susu \n", "kopi susu"),
        ("a\u202eb\u2066c\u061cd", "abcd"),
        ("cafe\u0301", "caf\u00e9"),
        ("e\u200b\u0301", "\u00e9"),
        ("\x00\x07\x7f\x85", ""),
        ("\ud800", ""),
        ("نعناع 薄荷 🌿", "نعناع 薄荷 🌿"),
    ],
)
def test_a_text_is_kept_as_it_reads(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@given(some.text(some.characters()))
def test_a_clean_text_stays_as_it_is(typed: str) -> None:
    once = clean_text(typed)
    assert clean_text(once) == once
    once.encode()


def test_a_text_is_bounded_and_may_have_to_be_there() -> None:
    assert checked_text("name", "x" * 200, 200)
    with pytest.raises(TextTooLong):
        checked_text("name", "x" * 201, 200)
    with pytest.raises(TextTooLong):
        checked_text("name", " " * 801, 200)
    with pytest.raises(TextMissing):
        checked_text("name", " \u200b ", 200, required=True)


def test_what_is_no_money_is_named_by_its_first_letters() -> None:
    with pytest.raises(NotANumber) as error:
        parse_money("x" * 70)
    assert error.value.text == "x" * 64
