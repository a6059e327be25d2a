"""What is answered to a customer's words is learned for exactly these, and makes no other wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.catalogue import catalogue, learned
from models.catalogue.catalogue import Product
from models.catalogue.learned import Answer
from models.errors import UnknownProduct
from models.journal import journal
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.shopping_list.shopping_list import Verdict, learn, read
from tests.models.shopping_list.careless import careless_answers_change_only_their_lines
from tests.models.shopping_list.chats import chats
from tests.models.shopping_list.minimarket import fill

MATCH, ASK, UNAVAILABLE = Verdict.MATCH, Verdict.ASK, Verdict.UNAVAILABLE
NAMES = {
    "Indomie Goreng": "pcs",
    "Indomie Goreng Dus": "pck",
    "Kapal Api Special": "pcs",
    "Kapal Api Mocha 30 g": "pcs",
    "Gula 1 kg": "pcs",
    "Gulaku 1 kg": "pcs",
    "Telor Ayam": "pck",
    "Telor Piring": "pck",
    "Aqua 600 ml": "btl",
    "Good Day Cappuccino": "sct",
    "Good Day Freeze": "sct",
    "Bear Brand": "klg",
    "Es Batu": "pcs",
}


@pytest.fixture
def shelf(shop: Shop) -> dict[str, Product]:
    return {
        name: catalogue.add_product(name, 3_000, unit=unit).value for name, unit in NAMES.items()
    }


def told(line: str) -> tuple[str, float, str]:
    """(verdict, amount, first choice) of a line."""
    (proposal,) = read(line)
    first = proposal.choices[0].name if proposal.choices else ""
    return proposal.verdict, proposal.quantity / 1000, first


def test_an_answer_is_learned_whatever_the_number(shelf: dict[str, Product]) -> None:
    special = shelf["Kapal Api Special"]
    before = journal.newest()
    learn("kapal api 1", special.id)
    assert journal.newest() == before + 1
    assert learned.answers_of(special.id) == [Answer("kapal api", "", None)]
    assert catalogue.sheet(special.id).aliases == ()
    assert told("3 kapal api") == (MATCH, 3, "Kapal Api Special")
    assert told("kapal api 2 renteng")[0] is ASK
    learn("kopi item 2 sachet", special.id)
    assert told("kopi item 5 sachet") == (MATCH, 5, "Kapal Api Special")
    assert told("kopi item 5")[0] is not MATCH


def test_a_carton_teaches_nothing_about_packets(shelf: dict[str, Product]) -> None:
    packets = told("indomie goreng 3")
    learn("indomie goreng 1 dus", shelf["Indomie Goreng Dus"].id)
    assert told("indomie goreng 1 dus") == (MATCH, 1, "Indomie Goreng Dus")
    assert told("indomie goreng 3") == packets == (MATCH, 3, "Indomie Goreng")


def test_a_kilo_teaches_nothing_about_pieces(shelf: dict[str, Product]) -> None:
    learn("telor 1 kg", shelf["Telor Ayam"].id, 1_000)
    assert told("telor 1 kg") == (MATCH, 1, "Telor Ayam")
    assert told("telur 10 butir")[0] is ASK
    assert told("telor 2 kg")[0] is ASK


def test_how_much_was_answered_is_learned_for_one_of_the_unit(shelf: dict[str, Product]) -> None:
    assert told("bear brand 2 dus")[0] is ASK
    learn("bear brand 2 dus", shelf["Bear Brand"].id, 60_000)
    assert told("bear brand 3 dus") == (MATCH, 90, "Bear Brand")
    assert told("bear brand 3 renteng")[0] is ASK
    assert told("bear brand 3") == (MATCH, 3, "Bear Brand")


def test_a_word_for_a_thing_that_has_other_readings_stays_a_question(
    shelf: dict[str, Product],
) -> None:
    learn("gula 2", shelf["Gulaku 1 kg"].id)
    (proposal,) = read("gula 1")
    assert proposal.verdict is ASK
    assert proposal.choices[0].name == "Gulaku 1 kg"
    assert "Gula 1 kg" in {hit.name for hit in proposal.choices}


def test_an_answer_that_agrees_asks_nothing_new(shelf: dict[str, Product]) -> None:
    palm = catalogue.add_product("Gula Merah", 9_000, unit="pck").value
    assert told("gula merah 2") == (MATCH, 2, "Gula Merah")
    learn("gula merah 1 bks", palm.id)
    learn("gula merah 1", palm.id)
    assert told("gula merah 2") == (MATCH, 2, "Gula Merah")


def test_words_learned_for_two_products_are_asked_again(shelf: dict[str, Product]) -> None:
    learn("kopi biasa", shelf["Kapal Api Special"].id)
    learn("kopi biasa", shelf["Kapal Api Mocha 30 g"].id)
    (proposal,) = read("kopi biasa 1")
    assert proposal.verdict is ASK
    assert [hit.name for hit in proposal.choices[:2]] == list(NAMES)[2:4]


def test_words_that_are_else_politeness_are_kept_where_they_are_a_name(
    shelf: dict[str, Product],
) -> None:
    learn("good day 1", shelf["Good Day Freeze"].id)
    assert learned.answers_of(shelf["Good Day Freeze"].id) == [Answer("good day", "", None)]


def test_personal_data_is_not_learned(shelf: dict[str, Product]) -> None:
    water = shelf["Aqua 600 ml"].id
    learn("aer mineral 081234567890", water)
    assert learned.answers_of(water) == [Answer("aer mineral", "", None)]
    learn("5", shelf["Es Batu"].id)
    assert learned.answers_of(shelf["Es Batu"].id) == []


def test_an_answer_is_forgotten_and_undone(shelf: dict[str, Product]) -> None:
    special = shelf["Kapal Api Special"]
    receipt = learn("kapal api 1", special.id)
    assert receipt.sequence is not None
    undo(receipt.sequence)
    assert told("kapal api 2")[0] is ASK
    learn("kapal api 1", special.id)
    gone = learned.forget(special.id, "kapal api", "")
    assert gone.sequence is not None
    assert told("kapal api 2")[0] is ASK
    undo(gone.sequence)
    assert told("kapal api 2") == (MATCH, 2, "Kapal Api Special")
    assert learned.forget(special.id, "teh", "").sequence is None


def test_what_is_not_there_is_not_learned(shelf: dict[str, Product]) -> None:
    with pytest.raises(UnknownProduct):
        learn("kapal api 1", 9_999)


# --- other names of version 0.1, which learned without the unit ----------------------------------


def test_other_names_from_before_are_kept_where_they_are_safe(shelf: dict[str, Product]) -> None:
    catalogue.add_alias(shelf["Kapal Api Special"].id, "kapal api")
    assert told("kapal api 2") == (MATCH, 2, "Kapal Api Special")
    catalogue.add_alias(shelf["Es Batu"].id, "es kristal")
    assert told("es kristal 2") == (MATCH, 2, "Es Batu")


def test_other_names_from_before_become_proposals_where_they_are_not(
    shelf: dict[str, Product],
) -> None:
    catalogue.add_alias(shelf["Indomie Goreng Dus"].id, "indomie goreng")
    assert told("indomie goreng 3") == (MATCH, 3, "Indomie Goreng")
    catalogue.add_alias(shelf["Gulaku 1 kg"].id, "gula")
    assert told("gula 2")[0::2] == (ASK, "Gulaku 1 kg")


def test_a_product_is_proposed_once(shelf: dict[str, Product]) -> None:
    special = shelf["Kapal Api Special"]
    for phrase in ("kopi kapal", "kapal kopi", "kopi yang kapal"):
        catalogue.add_alias(special.id, phrase)
        learn(f"{phrase} 1", special.id)
    for line in ("kopi kapal 2", "kapal kopi 1", "kapal api 1"):
        (proposal,) = read(line)
        ids = [hit.id for hit in proposal.choices]
        assert len(ids) == len(set(ids))


# --- any answers ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def minimarket(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with open_shop(str(tmp_path_factory.mktemp("answers") / "shop.sqlite3")):
        fill(shared_data)
        yield


@pytest.mark.usefixtures("minimarket")
def test_no_answers_make_another_line_wrong_or_sure() -> None:
    """200 answers, right ones and careless ones: only the lines that were answered change."""
    here = Path(__file__)
    names = ("chats.txt", "fourth_chats.txt", "fifth_chats.txt")
    written = [chat for name in names for chat in chats(here.with_name(name))]
    texts = [chat.text for chat in written if chat.kind != "dictated"]
    careless_answers_change_only_their_lines(texts, 200)
