"""Quantities as the counter says them: in units of the same kind, dozens and packages."""

import pytest

from models.errors import BadQuantity, NotANumber, NotInParts
from models.said_quantities import check_parts, quantity_of


@pytest.mark.parametrize(
    ("text", "unit", "thousandths"),
    [
        ("3", "pcs", 3_000), ("0,5", "kg", 500), ("1 1/2", "kg", 1_500),
        ("500 g", "kg", 500), ("500gr", "kg", 500), ("3 ons", "kg", 300), ("2kg", "kg", 2_000),
        ("setengah kg", "kg", 500), ("seperempat kilo", "kg", 250), ("1,5 kg", "g", 1_500_000),
        ("2 lusin", "pcs", 24_000), ("lusin", "pcs", 12_000), ("1/2 lusin", "btl", 6_000),
        ("4 bks", "bungkus", 4_000), ("2 dus", "bks", 80_000), ("1 karton", "bks", 40_000),
    ],
)  # fmt: skip
def test_a_quantity_is_read_as_it_is_said(text: str, unit: str, thousandths: int) -> None:
    assert quantity_of(text, unit, packs=[40_000]) == thousandths


@pytest.mark.parametrize(
    "text", ["", "dua puluh lima", "2 sendok", "500 ml", "1 kg 2", "x" * 1_000_000, "1/0 kg"]
)
def test_what_cannot_be_said_of_it_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        quantity_of(text, "kg")


def test_a_package_counts_only_if_there_is_one_size_of_it() -> None:
    for packs in ([], [12_000, 40_000]):
        with pytest.raises(NotANumber):
            quantity_of("2 dus", "bks", packs)
    with pytest.raises(BadQuantity):
        quantity_of("999999999 dus", "bks", [40_000])
    with pytest.raises(BadQuantity):
        quantity_of("0 lusin", "bks")


@pytest.mark.parametrize("unit", ["kg", "Kg.", "gr", "liter", "m"])
def test_what_is_weighed_or_measured_comes_in_parts(unit: str) -> None:
    check_parts(500, "Beras Curah", unit)


@pytest.mark.parametrize("unit", ["bks", "btl", "pcs", ""])
def test_half_a_piece_is_refused(unit: str) -> None:
    check_parts(2_000, "Aqua", unit)
    with pytest.raises(NotInParts):
        check_parts(1_500, "Aqua", unit)
