"""Messages to the shop of the demo, which sells by the kilo and knows other names of its goods."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.shop.opening import open_shop
from models.shopping_list.shopping_list import Verdict, read_list
from tests.models.shopping_list.careless import careless_answers_change_only_their_lines
from tests.models.shopping_list.chats import chats, counts
from tests.models.shopping_list.minimarket import fill_as_demo

FOURTH = Path(__file__).with_name("fourth_small_shop.txt")
FIFTH = Path(__file__).with_name("fifth_small_shop.txt")
SURE, ASKED, MISSING = Verdict.MATCH, Verdict.ASK, Verdict.UNAVAILABLE


@pytest.fixture(scope="module", autouse=True)
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with open_shop(str(tmp_path_factory.mktemp("demo") / "shop.sqlite3")):
        fill_as_demo()
        yield


@pytest.mark.parametrize(("written", "wishes"), [(FOURTH, 289), (FIFTH, 71)])
def test_other_hands_are_read_as_well(written: Path, wishes: int) -> None:
    found = sum(counts(written).values(), Counter())
    assert found["wrong"] == found["lost"] == 0, found
    assert found["right"] >= 0.9 * wishes, found
    assert found["asked"] <= 0.1 * wishes, found


def read(text: str) -> list[tuple[Verdict, float, str]]:
    return [
        (p.verdict, p.quantity / 1000, p.choices[0].sku if p.choices else "")
        for p in read_list(text).proposals
    ]


@pytest.mark.parametrize(
    ("line", "verdict", "amount", "sku"),
    [
        # The only eggs need no other name; coffee may be called by a name alone.
        ("telur 1 kg", SURE, 1, "SBK008"),
        ("jahe 3 ons", SURE, 0.3, "BMB021"),
        ("garam 2", SURE, 2, "SBK017"),
        ("teh botol 2", SURE, 2, "MNM005"),
        ("kopi 1", ASKED, 1, "KPT002"),
        ("baterai abc aa isi 2 3", SURE, 3, "RMT007"),
        ("telur 1 kilo seperempat", SURE, 1.25, "SBK008"),
        ("coca cola 390ml setengah lusin", SURE, 6, "MNM009"),
        # A number that is the price, and one that is not.
        ("aqua 600 3500 x2", SURE, 2, "MNM001"),
        ("aqua 600 3400 x2", ASKED, 2, "MNM001"),
        ("gulaku 19rb 2 = 38rb", SURE, 2, "SBK005"),
        ("beng beng 2500an 10", SURE, 10, "SNK004"),
        ("telur 1kg 30rb", SURE, 1, "SBK008"),
        ("telur 1kg 15rb", ASKED, 1, "SBK008"),
        ("telur 30 ribu", ASKED, 1, "SBK008"),
        ("gula curah 9rb", ASKED, 0.5, "SBK006"),
        # Without vowels, as it sounds, with numbers for letters.
        ("tlr 1kg", SURE, 1, "SBK008"),
        ("mnyakita 2", SURE, 2, "SBK010"),
        ("roti twr 1", SURE, 1, "SNK014"),
        ("bwg pth 1/4", SURE, 0.25, "BMB018"),
        ("b4w4ng m3rah 1/2 kg", SURE, 0.5, "BMB017"),
        ("rinzo 1", SURE, 1, "SBN001"),
        ("gas3kg 1", SURE, 1, "RMT010"),
        # Javanese, Sundanese, English
        ("endog kalih kilo", SURE, 2, "SBK008"),
        ("endog sakilo", SURE, 1, "SBK008"),
        ("luwak sak renteng", SURE, 1, "KPT004"),
        ("bawang bodas saparapat", SURE, 0.25, "BMB018"),
        ("rinso papat nggih", SURE, 4, "SBN001"),
        ("half a kilo of shallots", SURE, 0.5, "BMB017"),
        ("1 loaf of sari roti bread", SURE, 1, "SNK014"),
        # Said twice, in a breath
        ("teh pucuk 4 tambah 1 lagi", SURE, 5, "MNM006"),
        ("teh pucuk 4 botol tambahin 2 botol", SURE, 6, "MNM006"),
        ("teh pucuk 4 botol tambah 1 dus", ASKED, 1, "MNM006"),
        # What stands beside it
        ("utk kantor lt. 3 good day 1 renteng", SURE, 1, "KPT003"),
        ("7up 2", MISSING, 2, ""),
        ("indomie rendang 3500x5", SURE, 5, "MIE002"),
        ("b3ar brand 3", SURE, 3, "SUS006"),
    ],
)  # fmt: skip
def test_a_line_says_what_and_how_much(
    line: str, verdict: Verdict, amount: float, sku: str
) -> None:
    assert read(line) == [(verdict, amount, sku)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chitato 3\nchitatonya 2 aja", [(SURE, 2, "SNK001")]),
        ("chitato 3\ntaro 5\ntambah chitato 1 lagi", [(SURE, 4, "SNK001"), (SURE, 5, "SNK003")]),
        ("telur 1 kg\ntambah telur 1/2 kg", [(ASKED, 1, "SBK008"), (ASKED, 0.5, "SBK008")]),
        # What another line cancels is asked, and so is what something else came instead of.
        (
            "qtela 2\nbeng-beng 10\nyg qtela ga jadi",
            [(ASKED, 2, "SNK002"), (SURE, 10, "SNK004")],
        ),
        ("kecap bango 2 eh kecap abc 2", [(ASKED, 2, "BMB006"), (SURE, 2, "BMB007")]),
        ("milo 2 eh salah maaf energen 2 renteng", [(ASKED, 2, "SUS010"), (SURE, 2, "KPT008")]),
        ("ga jadi sunlight ganti mama lemon 1", [(SURE, 1, "SBN006")]),
        ("kornet 2 hapus aja", []),
        ("wafer tango 2 ganti astor 2", [(ASKED, 2, "SNK009"), (SURE, 2, "SNK010")]),
        ("minyakita 3 deh, eh bukan, 2 aja", [(SURE, 2, "SBK010")]),
        ("telur sekilo, ga jadi deng setengah kilo aja", [(SURE, 0.5, "SBK008")]),
        ("lilin 3\nlilin nya kurangi jadi 2", [(SURE, 2, "RMT011")]),
        ("lilin 3\nlilin nya kurangi 2", [(ASKED, 2, "RMT011")]),
        # Of a name that nobody has the likest is meant, and that is asked.
        (
            "chitato 3\ntaro 5\nchittonya jadi 4",
            [(ASKED, 3, "SNK001"), (SURE, 5, "SNK003"), (MISSING, 4, "")],
        ),
    ],
)
def test_what_is_said_later_counts(text: str, expected: list[tuple[Verdict, float, str]]) -> None:
    assert read(text) == expected


def test_no_answers_make_another_line_wrong_or_sure() -> None:
    """Stands last: what is learned here stays."""
    texts = [chat.text for written in (FOURTH, FIFTH) for chat in chats(written)]
    careless_answers_change_only_their_lines(texts, 100)
