"""Which ones are meant may be said behind how many of them: that is a description, no quantity."""

from collections.abc import Iterator

import pytest

from models.catalogue import catalogue
from models.shop.opening import open_shop
from models.shopping_list.shopping_list import Verdict, learn, read, read_list

GOODS = {
    "Aqua 600 ml": "btl",
    "Aqua 1500 ml": "btl",
    "Indomie Goreng 85 g": "pcs",
    "Indomie Soto": "pcs",
    "Bimoli Minyak Goreng 1 L": "pch",
    "Bimoli Minyak Goreng 2 L": "pch",
    "Kecap Bango 220 ml": "btl",
    "Kecap ABC 600 ml": "btl",
    "Telur Ayam": "kg",
    "Beras Kiloan": "kg",
    "Gula 1 kg": "pcs",
    "Ultra Milk Coklat 250 ml": "pcs",
    "Ultra Milk Stroberi 250 ml": "pcs",
    "SGM 1 Vanila 400 g": "pcs",
    "SGM 3 Madu 400 g": "pcs",
}


@pytest.fixture(scope="module", autouse=True)
def warung(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with open_shop(str(tmp_path_factory.mktemp("warung") / "shop.sqlite3")):
        for name, unit in GOODS.items():
            catalogue.add_product(name, 3_000, unit=unit)
        yield


@pytest.mark.parametrize(
    ("line", "quantity", "named"),
    [
        ("aqua 2 yg kecil", 2, "Aqua"),
        ("aqua 2 yang besar", 2, "Aqua"),
        ("aqua 2x yg kecil", 2, "Aqua"),
        ("aqua dua yg kecil", 2, "Aqua"),
        ("aqua dua puluh yg kecil", 20, "Aqua"),
        ("aqua 2 botol yg kecil", 2, "Aqua"),
        ("aqua 2 kecil", 2, "Aqua"),
        ("aqua 2 (yg kecil)", 2, "Aqua"),
        ("aqua 2, yg kecil", 2, "Aqua"),
        ("aqua 2\nyg kecil", 2, "Aqua"),
        ("aqua 2 the small ones", 2, "Aqua"),
        ("aqua 2 the small one", 2, "Aqua"),
        ("aqua 2 of the small ones", 2, "Aqua"),
        ("aqua 2 ukuran besar", 2, "Aqua"),
        ("aqua 2 yg 600", 2, "Aqua 600"),
        ("indomie goreng 4 yg biasa", 4, "Indomie Goreng"),
        ("ultra milk 3 rasa coklat", 3, "Ultra Milk Coklat"),
        ("kecap 2 merk bango", 2, "Kecap Bango"),
        ("kecap 2 yg besar", 2, "Kecap"),
        ("kecap bango 3 tanpa gula", 3, "Kecap Bango"),
        ("kecap bango 2 jangan yg besar", 2, "Kecap Bango"),
        ("minyak 2 yang kecil", 2, "Bimoli"),
        ("minyak 3 yang kecil ya bu", 3, "Bimoli"),
        ("minyak goreng 2 yg 1 liter", 2, "Bimoli Minyak Goreng 1 L"),
        ("telur 2 kg yg bagus", 2, "Telur"),
        ("beras 5 kg yang pulen", 5, "Beras"),
    ],
)
def test_the_number_before_a_description_is_the_amount(
    line: str, quantity: float, named: str
) -> None:
    (proposal,) = read(line)
    first = proposal.choices[0]
    amount = proposal.amount_of(first)
    assert first.name.startswith(named)
    assert (amount.quantity / 1000, amount.is_sure) == (quantity, True)


def test_two_wishes_that_are_described_keep_their_amounts() -> None:
    first, second = read("aqua 2 yg kecil, indomie goreng 3 yg biasa")
    assert (first.said_quantity, second.said_quantity) == (2_000, 3_000)


@pytest.mark.parametrize(
    "line", ["sgm 3 rasa madu 400 gr", "aqua 600 ml 7 botol 3 dus", "aqua 2 yg dingin 1 yg biasa"]
)
def test_a_number_that_may_be_something_else_is_asked(line: str) -> None:
    for proposal in read_list(line).proposals:
        assert proposal.verdict is not Verdict.MATCH
        assert not proposal.amount_of(proposal.choices[0]).is_sure


def test_a_description_is_learned_whatever_the_number() -> None:
    small = next(hit for hit in read("aqua 2 yg kecil")[0].choices if hit.name == "Aqua 600 ml")
    learn("aqua 2 yg kecil", small.id)
    for line in ("aqua 5 yg kecil", "5 aqua yg kecil", "aqua yg kecil 5"):
        (proposal,) = read(line)
        assert (proposal.verdict, proposal.quantity) == (Verdict.MATCH, 5_000)
        assert proposal.choices[0].name == "Aqua 600 ml"
