"""Chats in the manner of real ones, of ten kinds: how many of their wishes are read right."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from models.search import product_search
from models.shop.opening import open_shop
from models.shopping_list.shopping_list import Verdict, learn, read_list
from models.text.redaction import REMOVED
from tests.models.shopping_list.careless import careless_answers_change_only_their_lines
from tests.models.shopping_list.chats import chats, counts, judged
from tests.models.shopping_list.minimarket import fill

CHATS = Path(__file__).with_name("chats.txt")
OTHER_CHATS = Path(__file__).with_name("other_chats.txt")
THIRD_CHATS = Path(__file__).with_name("third_chats.txt")
FOURTH_CHATS = Path(__file__).with_name("fourth_chats.txt")
FOURTH_SMALL_SHOP = Path(__file__).with_name("fourth_small_shop.txt")
FIFTH_CHATS = Path(__file__).with_name("fifth_chats.txt")
FIFTH_SMALL_SHOP = Path(__file__).with_name("fifth_small_shop.txt")
SIXTH_CHATS = Path(__file__).with_name("sixth_chats.txt")
#: They are written first and the matcher afterwards; who changes one says so here. In the third
#: two labels were too strict: *Segitiga Biru* is the same flour, entered twice, and who wants
#: glasses *selusin* may well mean the product called so. In the fourth
#: sixteen were: what `>` quotes or was said of yesterday, so many fewer, *packs* of what is sold
#: singly, what has a sister (*surya 16*, as in shopping_lists.jsonl); and there are socks. In the
#: fifth two: there is one *Clas Mild 16*, and *Sampoerna Mild 12* at two prices. In the sixth
#: twenty-three, to *either* or *asked*: sisters that differ in a taste or a tray (*Surya 16*,
#: *Indomie goreng*, *sedap goreng*, *Pop Mie ayam*, *Magnum almond*, *agar merah*, *telor piring*),
#: a *Pack* of cigarettes that nobody calls *slop*, *Teh Gelas* and what else is entered twice at
#: two prices, *gas melon* (a refill or a new one), stamps of another value, what is wanted only if
#: there is nothing else; and *big aqua* is *Aqua Besar*.
SHA256 = {
    CHATS: "2d9e295644ca4f3d23559e249eef19463c062ccc166abac85bf76a0f6ba43084",
    OTHER_CHATS: "8ae3a4248be9454be6058960474c037cdef062277bbf81ca80a0466f3879b0ff",
    THIRD_CHATS: "efe533a39edf5a8466d4332975c96f17da0e0fbf6337cf0998be722496fd1782",
    FOURTH_CHATS: "70ee61fc22c38a6b534acda26506f4e79ce37e1dc3bd4a19f0af803b6bc80aaa",
    FOURTH_SMALL_SHOP: "7a3088b1337d28b631c439046c8d4fd8927a9852210d60ac7c946adeb4239f26",
    FIFTH_CHATS: "98dd6b6e7828534c44defbe69ec0c631cecad02e3a3e44a7b735c16cb9bb20f1",
    FIFTH_SMALL_SHOP: "878529ea86b8e1e9e587fc7c7a3c33af9e134a5579acc8ae0cf9006912429c3f",
    SIXTH_CHATS: "be813302564c2cda74ca34f9022f422113f0b35974713a277bc497d600d8f203",
}
KINDS = (
    "line", "paragraph", "dictated", "packs", "weights", "corrections", "person", "quoted",
    "english", "mixed",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def minimarket(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with open_shop(str(tmp_path_factory.mktemp("chats") / "shop.sqlite3")):
        fill(shared_data)
        yield


@pytest.fixture(scope="module")
def told(minimarket: None) -> dict[str, Counter[str]]:
    return counts(CHATS)


@pytest.mark.parametrize("written", SHA256, ids=lambda path: path.name)
def test_the_chats_are_those_that_were_written_first(written: Path) -> None:
    assert hashlib.sha256(written.read_bytes()).hexdigest() == SHA256[written]


@pytest.mark.parametrize("kind", KINDS)
def test_wishes_of_every_kind_are_read(told: dict[str, Counter[str]], kind: str) -> None:
    found = told[kind]
    wishes = sum(len(chat.wishes) for chat in chats(CHATS) if chat.kind == kind)
    assert wishes >= 30
    assert found["wrong"] == 0, found
    assert found["right"] >= 0.9 * wishes, found
    assert found["asked"] <= 0.1 * wishes, found
    assert found["lost"] <= 1, found


@pytest.mark.parametrize("answers", [0, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    ("written", "wishes"),
    [
        (OTHER_CHATS, 150),
        (THIRD_CHATS, 174),
        (FOURTH_CHATS, 104),
        (FIFTH_CHATS, 34),
        (SIXTH_CHATS, 424),
    ],
    ids=lambda x: str(x)[-15:],
)
def test_another_hand_is_read_as_well_also_after_answers(
    minimarket: None, written: Path, wishes: int, answers: int
) -> None:
    """In slang, by voice, mixed, quoted, corrected, hostile; then first proposals learned.

    When it was first run, before the matcher was touched for it, the fourth (393 wishes, 289 of
    them over the demo's goods) had 65 % right, 21 % asked, 10 % not found, 8 wrong and 8 lost. The
    fifth (105, of the kinds that were read worst) was written when the fourth was read as well,
    and had 84 % right, 10 % asked, 2 % not found, 4 wrong and 2 lost. The sixth (424) had 69 %
    right, 18 % asked, 6 % not found, 13 wrong and 16 lost; half of it was not looked at while the
    other half was mended, and had then 76 % right, 17 % asked, 3 wrong and 4 lost.
    """
    read = (p for chat in chats(CHATS) for p in read_list(chat.text).proposals if p.choices)
    for proposal in islice(read, answers):
        quantity = proposal.quantity if proposal.unit else None
        learn(proposal.source, proposal.choices[0].id, quantity)
    with product_search.current() as index:
        answered = set(index.answers)  # what was answered itself is no question any more
    found = Counter(
        outcome
        for chat in chats(written)
        for _, read_as, outcome in judged(chat)
        if not (outcome == "wrong" and read_as is not None and read_as.said_as in answered)
    )
    assert found["wrong"] == 0, found
    assert found["right"] >= 0.9 * wishes, found
    assert found["asked"] <= 0.1 * wishes, found
    assert found["lost"] <= 1, found  # `If yes 2 sak ya`, `555 2`: set aside as talk


@pytest.mark.parametrize(
    "text",
    [
        "bear brand 081234567890\naqua 600ml +62 812 3344 5566",
        "bear brand 1000000000000\naqua 600ml 1e12",
        "bear brand -3\naqua 600ml 0\nsprite 1,5 0 btl\nkorek batik minus 2",
        "bear brand 7.700\naqua 600ml Rp2.500\nkorek batik 2rb",
        "8EAR 8RAND  Z\n1nd0mie g0reng S\naq ua 6OO m1  3\nk0rek bat|k l",
        "\n".join(["wkwkwk", "\U0001f44d", "...", "iya kak", "test 123", "---", "halo?"] * 40),
        "999 paket isi: bear brand 144\n10 paket isi: korek batik 100",
        "bear brand sembilan ratus sembilan puluh sembilan\nkorek batik seratus juta",
        "isi:\n10 paket isi:\n:::\n\u2014 \u2014\n@ isi: @ isi:\nKoreksi: koreksi:",
        "ganti ganti ganti\nbear brandnya ganti\nganti bear brand 2\nkalo ga ada kalo ga ada",
    ],
)
def test_of_what_is_no_amount_nothing_is_sure_or_lost(text: str) -> None:
    reading = read_list(text)
    assert not [p for p in reading.proposals if p.verdict is Verdict.MATCH]
    kept = " ".join([*(p.source for p in reading.proposals), *reading.noise])
    assert all(name not in text or name in kept for name in ("bear brand", "korek", "1nd0mie"))


@pytest.mark.long
@pytest.mark.parametrize("written", SHA256, ids=lambda path: path.name)
def test_a_hundred_careless_answers_change_only_their_own_lines(written: Path) -> None:
    careless_answers_change_only_their_lines([chat.text for chat in chats(written)], 100)


def test_every_word_is_accounted_for() -> None:
    """What is no wish is set aside as talk; nothing is left out."""
    for chat in chats(CHATS):
        reading = read_list(chat.text)
        kept = " ".join([*(p.source for p in reading.proposals), *reading.noise])
        for wish in chat.wishes:
            if not wish.is_taken_back:
                telling = max(wish.words.split(), key=len)
                assert telling in kept, (telling, chat.text)


# --- lists that went wrong ------------------------------------------------------------------


def amounts(line: str) -> tuple[object, float, bool]:
    """What is sure, and the amount once the first product is chosen, and whether that is sure."""
    (proposal,) = read_list(line).proposals
    amount = proposal.amount_of(proposal.choices[0])
    return proposal.verdict, amount.quantity / 1000, amount.is_sure


@pytest.mark.parametrize(
    "line",
    [
        "telur 10 butir", "telor 1 kg", "telur 12 btr", "telor ayam 10", "gula 250 gram",
        "surya 12 3 batang", "kertas a4 sidu 10 lembar", "bear brand 1 dus", "djarum super 1 slop",
        "indomie kari ayam 5 packs", "aqua 600ml 2-3", "aqua 600ml 3500", "gula 20rb",
        "aqua 600ml -2", "aqua 600ml 0",
        "bear brand buat 3 orang",
        "bear brand 17.00", "bear brand 4 kurangi 1", "bear brand berapa?", "harga bear brand brp",
        "ada dunhill biru?", "indomie goreng 2 dus 3 bks", "kopi kapal api mocha 1 renteng",
        "telur setengah kg",
    ],
)  # fmt: skip
def test_choosing_the_product_does_not_answer_how_much(line: str) -> None:
    verdict, _, is_sure = amounts(line)
    assert (verdict, is_sure) == (Verdict.ASK, False)


@pytest.mark.parametrize(
    ("line", "quantity"),
    [
        ("sirup abc 2 lusin", 24), ("1 Bango kecap 550", 1), ("2 tissue paseo 280 sheets", 2),
        ("coca cola 390ml setengah lusin", 6), ("aqua 600ml sekodi", 20),
        ("rokok surya 12 2 bungkus", 2), ("kacang hijau 2 kilo", 2), ("aqua 600ml 3+2", 5),
        ("teh celup sariwangi isi 25 2 kotak", 2), ("indomie kari ayam 5 bj", 5),
        ("aqua 600ml 2 yang dingin ya", 2), ("teh pucuk harum 350 5 biji yg dingin", 5),
        ("susu bear brand 3 kaleng", 3), ("susunya bear brand 2", 2), ("roti keju 2", 2),
        ("pocari sweat 500 3, eh 2 aja deh", 2), ("milo 240 ml 4 kurangin jadi 3", 3),
        ("bear brand 2, salah, 3", 3), ("bear brand masih? minta 3", 3), ("#4 bear brand 2", 2),
        ("fanta orange 390ml? I'd take 3", 3), ("sm bear brand stu aja", 1),
        ("bear brand 2 buat 3 orang", 2), ("gula lokal stengah", 1), ("sprite 1,5 - 2", 2),
        ("batre abc besar isi 2 - 3 bungkus", 3), ("u mild sa slop", 1), ("telor 1/2 piring", 1),
        ("torabika susu lima saset", 5), ("telor 3 btr 10 paket", 10), ("mi sedap soto sakdus", 1),
        ("teh pucuk harum yang tiga ratus lima puluh dua puluh botol", 20),
    ],
)  # fmt: skip
def test_an_amount_is_what_was_said(line: str, quantity: float) -> None:
    _, found, is_sure = amounts(line)
    assert (found, is_sure) == (quantity, True)


@pytest.mark.parametrize(
    "spelling",
    ["stengah kg", "stgh kg", "stgah kilo", "1/2 kg", "\u00bd kg", "0,5 kg", "setengah kilo"],
)
def test_half_a_kilo_is_written_in_many_ways(spelling: str) -> None:
    (proposal,) = read_list(f"kacang hijau {spelling}").proposals
    assert (proposal.choices[0].name, proposal.quantity) == ("Kacang Hijau 1/2 kg", 1_000)


@pytest.mark.parametrize(
    ("text", "lines", "talk"),
    [
        (
            "rokok surya 12 2 bungkus. ambil jam 5 sore. bayar transfer",
            [("GUDANG GARAM SURYA 12", 2)],
            ["ambil jam 5 sore", "bayar transfer"],
        ),
        (
            "pesan bear brand 2 dan korek batik 1 makasih, nanti diambil jam 4",
            [("BEAR BRAND", 2), ("KOREK BATIK", 1)],
            ["nanti diambil jam 4"],
        ),
        ("diantar jam 5 aqua 600ml 2", [("AQUA 600 ml", 2)], ["diantar jam 5"]),
        (
            "kamar nomor dua belas bear brand dua",
            [("BEAR BRAND", 2)],
            ["kamar nomor dua belas"],
        ),
        ("bear brand dua titik korek batik tiga", [("BEAR BRAND", 2), ("KOREK BATIK", 3)], []),
        ("Wawan tolong dong bear brand 2", [("BEAR BRAND", 2)], ["Wawan tolong"]),
    ],
)
def test_what_is_said_of_time_and_place_takes_no_wish_along(
    text: str, lines: list[tuple[str, int]], talk: list[str]
) -> None:
    reading = read_list(text)
    assert all(p.verdict is Verdict.MATCH for p in reading.proposals)
    assert [(p.choices[0].name, p.quantity // 1000) for p in reading.proposals] == lines
    assert all(part in reading.noise for part in talk)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("bear brand 2, sama kamper", "sama kamper"),
        ("bear brand 2, gripe water if you have", "gripe water if you have"),
        ("bear brand 2, pulsa 10rb ke 085712345678", f"pulsa 10rb ke {REMOVED}"),
        ("bear brand 2, Mr Muscle lavender", "Mr Muscle lavender"),
        ("bear brand 2 sama mentega", "mentega"),
        ("bear brand 2, some toilet paper", "some toilet paper"),
        ("Bu Haji \u2014 bear brand 2", "bear brand 2"),
    ],
)
def test_what_the_shop_hardly_knows_is_a_wish_and_no_talk(text: str, last: str) -> None:
    assert read_list(text).proposals[-1].source == last


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("roti tawar susu 1\nrotinya 2 deh", [2]),
        ("paddle pop rainbow 5\npaddle pop jd 6", [6]),
        ("sasa 250 1, tambah sasa 100 2", [1, 2]),
        ("bear brand 1\nKOREKSI: bear brand 2", [2]),
        ("10 paket isi: bear brand 2, korek batik 1", [20, 10]),
    ],
)
def test_a_correction_is_of_the_one_line_that_it_can_mean(text: str, read: list[int]) -> None:
    found = read_list(text).proposals
    assert [(p.verdict, p.quantity // 1000) for p in found] == [(Verdict.MATCH, n) for n in read]


@pytest.mark.parametrize(
    "text",
    [
        "piattos bbq 2\neh piattosnya sapi panggang aja", "10 paket ya: bear brand 2",
        "2 buat Ibu, 1 buat Nenek: roti tawar panjang", "rinso molto saset 2",
        "aqua 600 2 dus tisu",
        "roti tawar susu 1\nroti sisir 1\nrotinya 2 deh", "kopi top 2\nkemarin: bear brand 2",
    ],
)  # fmt: skip
def test_what_may_be_of_another_line_is_asked(text: str) -> None:
    assert not [p for p in read_list(text).proposals if p.verdict is Verdict.MATCH]


@pytest.mark.parametrize("line", ["gula stengah kilo", "es batu kristal", "minyak 1"])
def test_what_was_gone_without_a_word_is_asked(line: str) -> None:
    (proposal,) = read_list(line).proposals
    assert (proposal.verdict, proposal.source) == (Verdict.ASK, line)


def test_what_only_last_time_knows_is_no_talk() -> None:
    (proposal,) = read_list("sama kayak kemarin ya").proposals
    assert (proposal.verdict, proposal.source) == (Verdict.UNAVAILABLE, "sama kayak kemarin ya")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # A package belongs to what stands before it, and a word that is joined to a wish is none.
        ("tiga kunyit bubuk renteng sama dua abc sambal asli 275ml", "Kunyit Bubuk Renteng"),
        ("dua gery saluut bon appetit box empat pisang bulat", "Gery Saluut Bon Appetit Box"),
        # The number of a name is neither a quantity nor cut off.
        ("dua lactogrow 3-5 madu 350 sama empat tic tac bal 26g", "LACTOGROW 3-5 MADU 350"),
    ],
)
def test_running_text_is_cut_between_wishes(text: str, read: str) -> None:
    first = read_list(text).proposals[0]
    assert first.choices[0].name == read
    assert first.quantity == (3_000 if text.startswith("tiga") else 2_000)


@pytest.mark.parametrize(
    "text",
    [
        "5 bks lactogrow 3 3 abc sardines tomat 155g",
        "kapal api mocha 30g 2 khog guan biscuits 2 bks mika 3a 1/4 6 pcs",
        "bear brand 2 korek batik 3 garam refina",
    ],
)
def test_a_quantity_that_may_belong_to_either_is_asked(text: str) -> None:
    """No line is sure to be one of something only because another took its number."""
    proposals = read_list(text).proposals
    assert len(proposals) > 1
    assert not [p for p in proposals if p.verdict is Verdict.MATCH and p.quantity == 1_000]


@pytest.mark.parametrize(
    "text",
    [
        "bear brand 3\nbukan bear brand", "kemarin bear brand 2", "kmrn pesan bear brand 2",
        "beli 2 gratis 1 bear brand",
    ],
)  # fmt: skip
def test_what_is_denied_given_or_of_another_day_is_asked(text: str) -> None:
    assert not [p for p in read_list(text).proposals if p.verdict is Verdict.MATCH]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("masing-masing 2: bear brand, korek batik", [2, 2]),
        ("bear brand, korek batik masing-masing 2 ya", [2, 2]),
        ("bear brand dan korek batik @2", [2, 2]),
        ("gula merah 1\nbear brand\nkorek batik\nmasing2 3", [1, 3, 3]),
        ("masing-masing dua:\n- bear brand\n- korek batik\n\ngula aren 300g 1", [2, 2, 1]),
    ],
)
def test_what_is_said_once_is_said_of_each(text: str, read: list[int]) -> None:
    proposals = read_list(text).proposals
    assert [p.quantity // 1000 for p in proposals] == read
    assert {p.verdict for p in proposals[-2:]} == {Verdict.MATCH}


def test_in_a_table_each_number_is_of_the_line_above() -> None:
    """Also where that ends with a number of its own."""
    reading = read_list("staples hd 50\n15\nbear brand\n2")
    assert [(p.verdict, p.quantity) for p in reading.proposals] == [
        (Verdict.MATCH, 15_000), (Verdict.MATCH, 2_000),
    ]  # fmt: skip
    reading = read_list("staples hd 50\n15\nbear brand 2\nkorek batik")
    assert reading.proposals[0].verdict is Verdict.ASK


@pytest.mark.parametrize(
    "text", ["bear brand 4, korek batik masing-masing 2", "fanta orange 390ml ada? kuangkut 3"]
)
def test_a_number_that_may_be_of_another_is_asked(text: str) -> None:
    assert not [p for p in read_list(text).proposals if p.verdict is Verdict.MATCH]


def test_an_older_message_is_asked_until_its_end() -> None:
    older = "-----Pesan asli-----\nbear brand 5\n-----\nkorek batik 2"
    assert [p.verdict for p in read_list(older).proposals] == [Verdict.ASK, Verdict.MATCH]
    heading = "pesanan kemarin:\n-----\nbear brand 5"
    assert [p.verdict for p in read_list(heading).proposals] == [Verdict.ASK]


def test_a_quoted_message_is_asked() -> None:
    reading = read_list("> aqua 600ml 2\nbear brand 1")
    assert [p.verdict for p in reading.proposals] == [Verdict.ASK, Verdict.MATCH]
