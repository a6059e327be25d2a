"""Quantities as the counter says them: numbers in every writing, units of a kind, packages."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.amounts import QUANTITY_LIMIT
from models.errors import (
    BadQuantity,
    NotANumber,
    NotInParts,
    OtherUnit,
    ShopError,
    UnclearNumber,
)
from models.text.quantity_parsing import ONCE, before, check_parts, count_of, quantity_of, read


@pytest.mark.parametrize(
    ("text", "unit", "thousandths"),
    [
        ("3", "pcs", 3_000), (" 2 ", "pcs", 2_000), ("3.", "pcs", 3_000),
        ("0,5", "kg", 500), ("0.5", "kg", 500), (".5", "kg", 500), (",25", "kg", 250),
        ("1,25", "kg", 1_250), ("0,125", "kg", 125), ("0.125", "kg", 125),
        ("1/2", "kg", 500), ("1/3", "kg", 333), ("1 1/2", "kg", 1_500), ("2 1/2 kg", "kg", 2_500),
        ("½", "kg", 500), ("1½kg", "kg", 1_500), ("¾ kg", "kg", 750), ("1/2kg", "kg", 500),
        ("500 g", "kg", 500), ("500gr", "kg", 500), ("3 ons", "kg", 300), ("2kg", "kg", 2_000),
        ("1,5 kg", "g", 1_500_000), ("250 ml", "liter", 250), ("0,25 l", "ml", 250_000),
        ("stgh", "kg", 500), ("2 stengah kg", "kg", 2_500), ("sprapat kilo", "kg", 250),
        ("setengah", "kg", 500), ("setengah kg", "kg", 500), ("seperempat kilo", "kg", 250),
        ("tiga perempat kg", "kg", 750), ("satu setengah", "kg", 1_500),
        ("2 setengah", "kg", 2_500), ("half", "kg", 500), ("half a kilo", "kg", 500),
        ("a quarter", "kg", 250), ("one and a half kg", "kg", 1_500), ("2 and a half", "kg", 2_500),
        ("sekilo", "kg", 1_000),
        ("dua puluh lima", "pcs", 25_000), ("Twenty-five", "pcs", 25_000), ("kg", "Kg.", 1_000),
        ("2 lusin", "pcs", 24_000), ("lusin", "pcs", 12_000), ("1/2 lusin", "btl", 6_000),
        ("1/3 lusin", "pcs", 4_000), ("selusin", "btl", 12_000), ("a dozen", "pcs", 12_000),
        ("4 bks", "bungkus", 4_000), ("12 botol", "pcs", 12_000), ("5 pcs", "btl", 5_000),
        ("2 dus", "bks", 80_000), ("1 karton", "bks", 40_000),
        ("1.500", "pcs", 1_500_000), ("1,500", "pcs", 1_500_000), ("12.000", "bks", 12_000_000),
        ("1.234.567", "g", 1_234_567_000), ("1.500,5", "kg", 1_500_500),
        ("1,500.25", "kg", 1_500_250), ("1,500", "kg", 1_500), ("0.500 kg", "kg", 500),
    ],
)  # fmt: skip
def test_a_quantity_is_read_as_it_is_said(text: str, unit: str, thousandths: int) -> None:
    if thousandths > QUANTITY_LIMIT:
        with pytest.raises(BadQuantity):
            quantity_of(text, unit, packs=[40_000])
    else:
        assert quantity_of(text, unit, packs=[40_000]) == thousandths


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "-1", "1e3", "0.0001", "1..5", "1,5,5", "1/0", "1 2", "1/2 1", "1,5 1/2",
     "1 kg 2", "½½", "1/2/3", "NaN", "∞", ".", "1/0 kg", "9" * 65, "x" * 1_000_000,
     "Indomie", "5*5"],
)  # fmt: skip
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        quantity_of(text, "kg")


@pytest.mark.parametrize("text", ["0", "0,0", "0 kg", "nol", "1000001", "2.000.000,5"])
def test_none_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(BadQuantity):
        quantity_of(text, "kg")


def test_none_may_be_counted() -> None:
    assert count_of("0", "kg") == 0
    assert count_of("0,0", "pcs") == 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12 btl", "kg"), ("2 sendok", "kg"), ("500 ml", "kg"), ("2 lusin", "kg"), ("500 g", "pcs"),
     ("3 kaleng", "btl"), ("2 m", "l")],
)  # fmt: skip
def test_a_unit_that_says_nothing_about_the_product_is_asked_about(text: str, unit: str) -> None:
    with pytest.raises(OtherUnit):
        quantity_of(text, unit)


def test_a_mark_that_may_be_either_is_asked_about_where_it_matters() -> None:
    """Decimals are written with a point in English, and thousands in Indonesian."""
    assert quantity_of("1.500", "kg", decimal=".") == 1_500
    with pytest.raises(UnclearNumber) as asked:
        quantity_of("1.500", "kg", decimal=",")
    assert (asked.value.one, asked.value.other) == (1_500, 1_500_000)


def test_a_package_counts_only_if_there_is_one_size_of_it() -> None:
    for packs in ([], [12_000, 40_000]):
        with pytest.raises(OtherUnit):
            quantity_of("2 dus", "bks", packs)
    with pytest.raises(BadQuantity):
        quantity_of("999999999 dus", "bks", [40_000])
    with pytest.raises(BadQuantity):
        quantity_of("0 lusin", "bks")


@pytest.mark.parametrize(
    ("text", "amount", "rest"),
    [
        ("5*indomie", "5", "indomie"), ("2,5kg * curah", "2,5kg", "curah"), ("½\u00d7", "1/2", ""),
        ("3x indomie", "3", "indomie"), ("3x", "3", ""), ("1 1/2*", "1 1/2", ""),
        ("setengah*gula", "setengah", "gula"), ("12 btl*curah", "12 btl", "curah"),
    ],
)  # fmt: skip
def test_an_amount_stands_before_what_is_looked_for(text: str, amount: str, rest: str) -> None:
    said, behind = before(text)
    assert said is not None
    assert (said.text, behind) == (amount, rest)


@pytest.mark.parametrize("text", ["indomie", "3xl kaos", "8991001", "", "luxx"])
def test_without_a_mark_all_of_it_is_looked_for(text: str) -> None:
    assert before(text) == (None, text)


@pytest.mark.parametrize("text", ["0*gula", "abc*gula", "*gula", "-2*gula", "2 2*gula"])
def test_an_amount_that_is_none_never_becomes_one(text: str) -> None:
    with pytest.raises((NotANumber, BadQuantity)):
        before(text)


def test_parts_and_weights_fit_what_is_measured() -> None:
    assert ONCE.fits("pcs")
    assert [read("0,5").fits(unit) for unit in ("kg", "pcs")] == [True, False]
    assert [read("500g").fits(unit) for unit in ("kg", "l", "bks")] == [True, False, False]


@given(some.text())
def test_anything_typed_is_a_quantity_or_a_sentence(typed: str) -> None:
    with contextlib.suppress(ShopError):
        assert quantity_of(typed, "kg") > 0
    with contextlib.suppress(ShopError):
        before(typed)


@given(some.integers(1, QUANTITY_LIMIT))
def test_a_quantity_written_out_is_read_back(thousandths: int) -> None:
    assert quantity_of(f"{thousandths // 1000},{thousandths % 1000:03}", "kg") == thousandths


@pytest.mark.parametrize("unit", ["kg", "Kg.", "gr", "liter", "m"])
def test_what_is_weighed_or_measured_comes_in_parts(unit: str) -> None:
    check_parts(500, unit)
    assert quantity_of("0,5", unit) == count_of("0,5", unit) == 500


@pytest.mark.parametrize("unit", ["bks", "btl", "pcs", ""])
def test_half_a_piece_is_refused(unit: str) -> None:
    check_parts(2_000, unit)
    with pytest.raises(NotInParts):
        check_parts(1_500, unit)
    for read_as in (quantity_of, count_of):
        with pytest.raises(NotInParts):
            read_as("1,5", unit)
    assert count_of("12,5", "%") == 12_500
