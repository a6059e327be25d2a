"""Messages as customers of a small shop write them, chats and tables included, line by line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from models.catalogue import catalogue, learned
from models.catalogue.learned import Answer
from models.journal import journal
from models.shop.opening import open_shop
from models.shopping_list.shopping_list import Verdict, learn, read_list

if TYPE_CHECKING:
    from pathlib import Path

#: name → (price, unit)
GOODS = {
    "Aqua Botol 600 ml": (3500, "btl"),
    "Aqua Botol 600 ml Dus": (60_000, "dus"),
    "Aqua Botol 1500 ml": (6500, "btl"),
    "Pocari Sweat 500 ml": (7500, "btl"),
    "Pocari Sweat Kaleng 330 ml": (7000, "klg"),
    "Indomie Goreng Rendang": (3300, "pcs"),
    "Indomie Soto Banjar": (3200, "pcs"),
    "Mie Telur Cap Tiga Ayam": (5000, "pcs"),
    "Beras Ramos 5 kg": (72_000, "sak"),
    "Beras Ramos 10 kg": (140_000, "sak"),
    "Gula Pasir Putih 1 kg": (17_500, "pcs"),
    "Telur Ayam": (2200, "butir"),
    "Wortel": (14_000, "kg"),
    "Kopi Tubruk Gelatik Sachet": (1200, "sct"),
    "Kopi Tubruk Gelatik Renteng": (11_500, "rtg"),
    "Bubur Instan Cinta Sachet": (3500, "pcs"),
    "Minyak Goreng Kunci Mas 2 L": (38_000, "pch"),
    "Minyak Goreng Kunci Mas 1 L": (19_500, "pch"),
    "Tepung Kunci Biru": (11_000, "pcs"),
    "Sambal Bawang Bu Rudi 135 ml": (24_000, "btl"),
    "Saus Tomat Bu Rudi 135 ml": (24_000, "btl"),
    "Pensil Kayu 2B": (3000, "pcs"),
    "Isi Pensil Mekanik 2B": (9000, "pcs"),
    "Snowman Marker Hitam": (8000, "pcs"),
    "Snowman Boardmarker Hitam": (8500, "pcs"),
    "Rokok L.A Ungu": (24_000, "bks"),
    "Gelas Bening": (4000, "pcs"),
    "Gelas Bening Lusin": (44_000, "lusin"),
    "Plastik Ulang Tahun Warna": (9000, "pcs"),
    "Sabun Cuci Ekonomi": (4000, "pcs"),
    "Susu Bear Brand 189 ml": (10_500, "klg"),
    "Sarimi Isi 2 Koya": (3500, "pcs"),
    "Pepsodent 120 gr": (9000, "pcs"),
    "Pepsodent Herbal 120 g": (9000, "pcs"),
    "Gulaku 1 kg": (17_000, "pcs"),
    "Gulaku Kuning 1 kg": (17_000, "pcs"),
    "So Nice Sosis Ayam": (24_000, "pcs"),
    "Sonice Stik 250 gr": (24_000, "pcs"),
    "Terigu Segitiga 500 gr": (7000, "bks"),
    "Molto Spring Biru 900 ml": (12_000, "sct"),
    "Molto Trika Biru 400 ml": (9000, "pch"),
    "Telur Piring": (50_000, "pcs"),
    "Ponds Acne Clear": (25_000, "pcs"),
    "Ponds Pure White": (25_000, "pcs"),
    "Kuaci": (2000, "pcs"),
    "Mitu Tisu Refill": (11_000, "pcs"),
    "Eveready A2": (6000, "pcs"),
    "Selai Stroberi Top": (15_000, "btl"),
    "Bando 2 Warna isi 50": (8000, "pcs"),
    "Bando Kain 250": (9000, "pcs"),
}  # fmt: skip

SURE, ASKED, MISSING = Verdict.MATCH, Verdict.ASK, Verdict.UNAVAILABLE

#: (message, [(customer's words, verdict, quantity, the product or one of the first choices)])
MESSAGES: list[tuple[str, list[tuple[str, Verdict, float, str]]]] = [
    (
        ("[19.02, 12/3/2026] +62 812-3456-7890: malam kak\n"
         "[19.03, 12/3/2026] +62 812-3456-7890: aqua600ml 3\n"
         "[19.03, 12/3/2026] +62 812-3456-7890: beras ramos5kg 2"),
        [
            ("aqua600ml 3", SURE, 3, "Aqua Botol 600 ml"),
            ("beras ramos5kg 2", SURE, 2, "Beras Ramos 5 kg"),
        ],
    ),
    (
        "12/03/26 19.02 - Bu Yanti: pocari 500ml 2\n12/03/26 19.04 - Bu Yanti: ditunggu ya",
        [("pocari 500ml 2", SURE, 2, "Pocari Sweat 500 ml")],
    ),
    (
        "Sari, [12.03.26 19:02]\nindomie soto banjar 5",
        [("indomie soto banjar 5", SURE, 5, "Indomie Soto Banjar")],
    ),
    (
        "<ul><li>aqua 600 ml 3</li><li>wortel 1/2 kg</li></ul>",
        [
            ("aqua 600 ml 3", SURE, 3, "Aqua Botol 600 ml"),
            ("wortel 1/2 kg", SURE, 0.5, "Wortel"),
        ],
    ),
    (
        "barang;jumlah;harga\nBeras Ramos 10 kg;2;140000;280000\nTelur Ayam;12;2200;26400",
        [
            ("Beras Ramos 10 kg, 2, 140000, 280000", SURE, 2, "Beras Ramos 10 kg"),
            ("Telur Ayam, 12, 2200, 26400", SURE, 12, "Telur Ayam"),
        ],
    ),
    (
        "indomie soto banjar\n4\naqua 1500ml\n2",
        [
            ("indomie soto banjar, 4", SURE, 4, "Indomie Soto Banjar"),
            ("aqua 1500ml, 2", SURE, 2, "Aqua Botol 1500 ml"),
        ],
    ),
    (
        "halo\nindomie soto banjar\n4\naqua 1500ml\nmakasih",
        [
            ("indomie soto banjar, 4", ASKED, 4, "Indomie Soto Banjar"),
            ("aqua 1500ml", SURE, 1, "Aqua Botol 1500 ml"),
        ],
    ),
    (
        "aqua 600ml 2, eh 3 aja\nwortel 1 kg, ga jadi",
        [("aqua 600ml 2, eh 3 aja", SURE, 3, "Aqua Botol 600 ml")],
    ),
    (
        "aqua 600ml 2\npocari 500 ml 1\neh aquanya 600ml 3 aja",
        [
            ("aqua 600ml 2, eh aquanya 600ml 3 aja", SURE, 3, "Aqua Botol 600 ml"),
            ("pocari 500 ml 1", SURE, 1, "Pocari Sweat 500 ml"),
        ],
    ),
    (
        "aqua 600ml 2\nga jadi aqua 600ml ya",
        [("aqua 600ml 2", ASKED, 2, "Aqua Botol 600 ml")],
    ),
    (
        "indomie soto banjar 5 @ 3.200\naqua 600ml 6 = 21.000\nberas ramos 5kg 1 Rp 72.000",
        [
            ("indomie soto banjar 5 @ 3.200", SURE, 5, "Indomie Soto Banjar"),
            ("aqua 600ml 6 = 21.000", SURE, 6, "Aqua Botol 600 ml"),
            ("beras ramos 5kg 1 Rp 72.000", SURE, 1, "Beras Ramos 5 kg"),
        ],
    ),
    (
        "Minuman:\naqua 600 ml 1 dus\nDapur:\ntepung kunci biru 2",
        [
            ("aqua 600 ml 1 dus", SURE, 1, "Aqua Botol 600 ml Dus"),
            ("tepung kunci biru 2", SURE, 2, "Tepung Kunci Biru"),
        ],
    ),
    (
        "Bu Sri - gula pasir putih 1 kg 2\nPak Joko: kopi tubruk gelatik 1 renteng",
        [
            ("gula pasir putih 1 kg 2", SURE, 2, "Gula Pasir Putih 1 kg"),
            ("kopi tubruk gelatik 1 renteng", SURE, 1, "Kopi Tubruk Gelatik Renteng"),
        ],
    ),
    (
        "aqua 600ml & wortel masing2 2",
        [
            ("aqua 600ml 2", SURE, 2, "Aqua Botol 600 ml"),
            ("wortel 2", ASKED, 2, "Wortel"),
        ],
    ),
    ("indomie soto banjar 99999999", [("indomie soto banjar \u25ae", ASKED, 1, "")]),
    ("1\ufe0f\u20e3 aqua 600ml x 5 botol\n- [x] telur ayam 10", [
        ("aqua 600ml x 5 botol", SURE, 5, "Aqua Botol 600 ml"),
        ("telur ayam 10", SURE, 10, "Telur Ayam"),
    ]),
    ("indomie soto banjar 2 (dua) bungkus", [
        ("indomie soto banjar 2 (dua) bungkus", SURE, 2, "Indomie Soto Banjar"),
    ]),
]  # fmt: skip

#: One line each, as above.
LINES: list[tuple[str, Verdict, float, str]] = [
    ("sarimi isi dua koya 4", SURE, 4, "Sarimi Isi 2 Koya"),
    ("mie telur tiga ayam 2", SURE, 2, "Mie Telur Cap Tiga Ayam"),
    ("indomiesotobanjar 3", SURE, 3, "Indomie Soto Banjar"),
    ("la ungu 1", ASKED, 1, "Rokok L.A Ungu"),
    ("susu beruang 189ml 2", SURE, 2, "Susu Bear Brand 189 ml"),
    ("spidol snowman boardmarker hitam 2", SURE, 2, "Snowman Boardmarker Hitam"),
    ("spidol snowman hitam 2", ASKED, 2, "Snowman Marker Hitam"),
    ("gelas bening selusin", SURE, 1, "Gelas Bening Lusin"),
    ("gelas bening setengah lusin", SURE, 6, "Gelas Bening"),
    ("pensil mekanik 2b 3", ASKED, 3, "Isi Pensil Mekanik 2B"),
    ("isi pensil mekanik 2b 3", SURE, 3, "Isi Pensil Mekanik 2B"),
    ("sambal bawang bu rudi 135ml 1", SURE, 1, "Sambal Bawang Bu Rudi 135 ml"),
    ("bubur instan cinta cup 2", ASKED, 2, "Bubur Instan Cinta Sachet"),
    ("kue ulang tahun 1", MISSING, 1, ""),
    ("indomie soto banjar 2,5", ASKED, 3, "Indomie Soto Banjar"),
    ("indomie soto banjar 0", ASKED, 1, "Indomie Soto Banjar"),
    ("indomie soto banjar 1000", ASKED, 1000, "Indomie Soto Banjar"),
    ("indomie soto banjar 2-3", ASKED, 2, "Indomie Soto Banjar"),
    ("indomie soto banjar atau rendang 2", ASKED, 2, "Indomie Soto Banjar"),
    ("jangan indomie soto banjar 2", ASKED, 2, "Indomie Soto Banjar"),
    ("jangan lupa indomie soto banjar 2", SURE, 2, "Indomie Soto Banjar"),
    ("gula pasir 5 kg dari bungkus 1 kg", ASKED, 1, "Gula Pasir Putih 1 kg"),
    ("telur 20rb", ASKED, 1, "Telur Ayam"),
    ("aqua galon 1", ASKED, 1, "Aqua Botol 600 ml"),
    ("pepsodent 120gr 2", SURE, 2, "Pepsodent 120 gr"),
    ("gulaku 1kg 2", ASKED, 2, "Gulaku Kuning 1 kg"),
    ("sosis so nice 1", SURE, 1, "So Nice Sosis Ayam"),
    ("kuaci rebo 2", ASKED, 2, "Kuaci"),
    ("tisu basah mitu 1", SURE, 1, "Mitu Tisu Refill"),
    ("4 AA batteries eveready", ASKED, 4, "Eveready A2"),
    ("1 strawberry jam", ASKED, 1, "Selai Stroberi Top"),
    ("2 bando 250", SURE, 2, "Bando Kain 250"),
    ("jam dinding 1", MISSING, 1, ""),
    ("gula 1/2 kg", ASKED, 1, "Gula Pasir Putih 1 kg"),
    ("gula pasir 2 kg", ASKED, 2, "Gula Pasir Putih 1 kg"),
    ("gula pasir setengah", ASKED, 1, "Gula Pasir Putih 1 kg"),
    ("terigu segitiga 1/2 kg", SURE, 1, "Terigu Segitiga 500 gr"),
    ("terigu segitiga 1 kg", SURE, 2, "Terigu Segitiga 500 gr"),
    ("wortel 1/2 kg", SURE, 0.5, "Wortel"),
    ("wortel 2 ons", SURE, 0.2, "Wortel"),
    ("akua 1500ml 2", SURE, 2, "Aqua Botol 1500 ml"),
    ("molto sachet biru 2", ASKED, 2, "Molto Trika Biru 400 ml"),
    ("telur ayam 1 piring", ASKED, 1, "Telur Ayam"),
    ("sabun muka ponds 1", ASKED, 1, "Ponds Acne Clear"),
    ("terigu segitiga ½ lusin", SURE, 6, "Terigu Segitiga 500 gr"),
    ("printer 1", MISSING, 1, ""),
    ("pisang 2 sisir", MISSING, 2, ""),
    ("kopi toraja 1", MISSING, 1, ""),
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def small_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path: Path = tmp_path_factory.mktemp("small") / "shop.sqlite3"
    with open_shop(str(path)):
        for name, (price, unit) in GOODS.items():
            catalogue.add_product(name, price, unit=unit)
        yield


def assert_read(text: str, wanted: list[tuple[str, Verdict, float, str]]) -> None:
    found = read_list(text).proposals
    assert [p.source for p in found] == [source for source, *_ in wanted]
    for proposal, (source, verdict, quantity, name) in zip(found, wanted, strict=True):
        names = [hit.name for hit in proposal.choices]
        told = f"{source}: {proposal.verdict} {proposal.quantity / 1000:g} {names}"
        assert proposal.verdict is verdict, told
        assert verdict is MISSING or proposal.quantity == round(quantity * 1000), told
        assert names[:1] == [name] if verdict is SURE else not name or name in names, told


@pytest.mark.parametrize(("text", "wanted"), MESSAGES)
def test_a_message_is_read_line_by_line(
    text: str, wanted: list[tuple[str, Verdict, float, str]]
) -> None:
    assert_read(text, wanted)


@pytest.mark.parametrize("wanted", LINES, ids=[line for line, *_ in LINES])
def test_a_line_says_what_and_how_much(wanted: tuple[str, Verdict, float, str]) -> None:
    assert_read(wanted[0], [wanted])


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("1. gulaku 1 kg\n2. aqua 600ml 3\n3. indomie soto 5\n4. popok M", []),
        ("gulaku 1 kg 2\npopok bayi L\naqua 600ml 3", []),
        ("gulaku 1 kg 2\naqua 600ml 3\npopok bayi XL", []),
        ("gulaku 1 kg 2\npopok bayi\naqua 600ml 3", []),
        ("Rina\ngulaku 1 kg 2\naqua 600ml 3", ["Rina"]),
        ("gulaku 1 kg 2\naqua 600ml 3\nRina", ["Rina"]),
        ("- gulaku 1 kg 2\nBudi\n- aqua 600ml 3\n- popok bayi\n- indomie soto 2", ["Budi"]),
        ("*Rina*\n- gulaku 1 kg 2\n- aqua 600ml 3", ["Rina"]),
    ],
)
def test_what_the_shop_has_not_is_told_from_a_name(text: str, noise: list[str]) -> None:
    reading = read_list(text)
    assert list(reading.noise) == noise
    missing = [p.source for p in reading.proposals if p.verdict is MISSING]
    assert len(missing) == text.count("popok")


def test_who_wrote_is_not_shown() -> None:
    reading = read_list("[19.02, 12/3/2026] Rina Dewi: aqua 600ml 2\nBu Sri: telur ayam 3")
    shown = [*reading.noise, *(p.source for p in reading.proposals)]
    assert reading.removed_personal_data == 2
    assert "Rina" not in reading.text
    assert "Sri" not in reading.text
    assert shown == ["aqua 600ml 2", "telur ayam 3"]


@pytest.mark.parametrize(
    "said",
    [
        "kopi gelap 2 buat Rina",
        "kopi gelap 2 untuk Bu Rina Dewi",
        "Rina: kopi gelap 2",
        "kopi gelap (Rina) 2",
        "kopi gelap 2 a/n Rina 0812-3456-7890",
        "kopi gelap 2 rina@example.com",
        "kopi gelap 2 @rina_dewi dana 081234567890",
        "kak, kopi gelap 2 utk mbak Rina",
    ],
)
def test_for_whom_it_was_is_not_learned(said: str) -> None:
    coffee = next(h for h in read_list("kopi tubruk gelatik sachet 1").proposals[0].choices)
    before = journal.newest()
    learn(said, coffee.id)
    try:
        assert learned.answers_of(coffee.id) == [Answer("kopi gelap", "", None)]
        assert catalogue.sheet(coffee.id).aliases == ()
        kept = [entry.payload for entry in journal.since(before)]
        assert kept
        assert not any("rina" in str(payload).lower() or "0812" in str(payload) for payload in kept)
    finally:
        learned.forget(coffee.id, "kopi gelap", "")
