"""A customer's list becomes lines; what is not sure is asked, what is not there is said so."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.shop.opening import Shop, open_shop
from models.shopping_list.shopping_list import Proposal, Verdict, read, read_list
from models.text.redaction import REMOVED
from tests.models.conftest import After, postgres_in_the_long_run
from tests.models.shopping_list.minimarket import fill

MATCH, ASK, UNAVAILABLE = Verdict.MATCH, Verdict.ASK, Verdict.UNAVAILABLE

NAMES = {
    "Indomie Goreng": 3000,
    "Indomie Goreng Dus": 115_000,
    "Mie Sedaap Soto": 2200,
    "Kapal Api Special": 12_100,
    "Kapal Api Mocha 30 g": 1000,
    "Gula Pasir 1 kg": 17_600,
    "Aqua 600 ml": 3000,
    "Aqua 1500 ml": 6000,
    "Telur Ayam": 2000,
    "Sampoerna Mild 12": 22_000,
    "Sampoerna Mild 16": 29_000,
    "Kabel Setrika Vyba": 15_500,
    "Walls Kelapa Muda Stick": 5000,
    "Good Day Cappuccino": 2000,
    "Djarum Super": 16_500,
    "U Mild Slop": 143_000,
}


def fill_the_shelf() -> None:
    for name, price in NAMES.items():
        catalogue.add_product(name, price)


@pytest.fixture
def shelf(after: After) -> dict[str, Product]:
    after(fill_the_shelf)
    products = catalogue.products_by_id(range(1, len(NAMES) + 1))
    return {product.name: product for product in products.values()}


def told(proposal: Proposal) -> tuple[str, float, str]:
    """(verdict, pieces, first choice) of a line."""
    first = proposal.choices[0].name if proposal.choices else ""
    return proposal.verdict, proposal.quantity / 1000, first


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("line", "quantity", "name"),
    [
        ("indomie goreng 5", 5, "Indomie Goreng"),
        ("5 indomie goreng", 5, "Indomie Goreng"),
        ("indomie goreng x3", 3, "Indomie Goreng"),
        ("indomie goreng 2x", 2, "Indomie Goreng"),
        ("indomie goreng lima bungkus", 5, "Indomie Goreng"),
        ("sebungkus indomie goreng", 1, "Indomie Goreng"),
        ("indomie goreng selusin", 12, "Indomie Goreng"),
        ("setengah lusin indomie goreng", 6, "Indomie Goreng"),
        ("half a dozen indomie goreng", 6, "Indomie Goreng"),
        ("indomie goreng 1 eh 2 deh", 2, "Indomie Goreng"),
        ("indomie goreng 1 dus", 1, "Indomie Goreng Dus"),
        ("indomi gorng 2", 2, "Indomie Goreng"),
        ("tolong tambah mie sedap soto 10 bks ya kak", 10, "Mie Sedaap Soto"),
        ("kapal api special 1", 1, "Kapal Api Special"),
        ("kapal api mocca 2", 2, "Kapal Api Mocha 30 g"),
        ("aqua 600ml 2 btl", 2, "Aqua 600 ml"),
        ("aqua 1,5 liter 1", 1, "Aqua 1500 ml"),
        ("aqua 1500 3", 3, "Aqua 1500 ml"),
        ("three bottles of aqua 600 ml please", 3, "Aqua 600 ml"),
        ("sampoerna mild 16 2", 2, "Sampoerna Mild 16"),
        ("sampoerna mild 16", 1, "Sampoerna Mild 16"),
        ("good day cappucino 4 sachet", 4, "Good Day Cappuccino"),
        ("djarum super dua bungkus", 2, "Djarum Super"),
        ("u mild 1 slop", 1, "U Mild Slop"),
        ("gula pasir sekilo 2", 2, "Gula Pasir 1 kg"),
    ],
)
def test_sure_lines_are_ready(line: str, quantity: float, name: str) -> None:
    (proposal,) = read(line)
    assert told(proposal) == (MATCH, quantity, name)


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("kapal api 1", {"Kapal Api Special", "Kapal Api Mocha 30 g"}),
        ("aqua 2", {"Aqua 600 ml", "Aqua 1500 ml"}),
        ("sampoerna mild 2", {"Sampoerna Mild 12", "Sampoerna Mild 16"}),
        ("djarum super 1 slop", {"Djarum Super"}),
        ("telur 1 kg", {"Telur Ayam"}),
        ("indomie goreng rp 20.000", {"Indomie Goreng"}),
    ],
)
def test_what_is_not_sure_is_asked(line: str, names: set[str]) -> None:
    (proposal,) = read(line)
    assert proposal.verdict is ASK
    assert names <= {hit.name for hit in proposal.choices}


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "line",
    [
        "printer epson 1",
        "setrika 1",
        "kelapa muda 2 butir",
        "wortel 1/2 kg",
        "kopi toraja 2",
        "jarum suntik 1",
        "1 kg potatoes",
        "galaxy s22 1",
        "gulai 1",
    ],
)
def test_what_the_shop_has_nothing_like_is_not_available(line: str) -> None:
    (proposal,) = read(line)
    assert (proposal.verdict, proposal.choices) == (UNAVAILABLE, ())


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "line",
    [
        "Selamat pagi kak, mau belanja ya",
        "terima kasih banyak",
        "antar ke kos Bu Lastri kamar 8 ya",
        "Jl. Melati No. 5 RT 03/02",
        "an. Rina 0812-0000-2222",
        "Hey, order for Sarah (blue house):",
        "nanti diambil jam 4 sore",
        "bisa diantar sekarang?",
        "Please leave it at the front door.",
        "My number is +62 813-5555-0101",
        "😁😁",
        "---",
    ],
)
def test_talk_is_no_line(line: str) -> None:
    reading = read_list(f"indomie goreng 2\n{line}\naqua 600ml 1")
    assert [proposal.source for proposal in reading.proposals] == [
        "indomie goreng 2", "aqua 600ml 1"
    ]  # fmt: skip


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "text",
    [
        "indomie goreng 5\naqua 600ml 2",
        "indomie goreng 5, aqua 600ml 2",
        "indomie goreng 5; aqua 600ml 2",
        "indomie goreng 5 dan aqua 600ml 2",
        "1. indomie goreng 5\n2. aqua 600ml 2",
        "• indomie goreng 5\n• aqua 600ml 2",
        "indomie goreng 5 bks aqua 600ml 2 botol",
        "5 indomie goreng 2 aqua 600ml",
    ],
)
def test_several_wishes_are_told_apart(text: str) -> None:
    assert [told(proposal) for proposal in read(text)] == [
        (MATCH, 5, "Indomie Goreng"), (MATCH, 2, "Aqua 600 ml")
    ]  # fmt: skip


@pytest.mark.usefixtures("shelf")
def test_each_wish_knows_the_words_and_the_line_it_came_from() -> None:
    reading = read_list("Halo kak\n- indomie goreng 5, wortel 1/2 kg\nmakasih")
    assert [(p.source, p.line) for p in reading.proposals] == [
        ("indomie goreng 5", 1), ("wortel 1/2 kg", 1)
    ]  # fmt: skip
    assert reading.noise == ("Halo kak", "makasih")
    assert reading.proposals[1].quantity == 500
    assert reading.proposals[1].unit == "kg"


@pytest.mark.usefixtures("shelf")
def test_personal_data_is_nowhere_in_what_was_read() -> None:
    reading = read_list("indomie goreng 2 081234567890\nrina@example.com\nwa 0857 1234 5678")
    assert reading.removed_personal_data == 3
    shown = [reading.text, *reading.noise, *(p.source for p in reading.proposals)]
    assert not any(digits in text for text in shown for digits in ("0812", "5678", "rina"))
    assert reading.text.count(REMOVED) == 3
    assert told(reading.proposals[0]) == (MATCH, 2, "Indomie Goreng")


@postgres_in_the_long_run
@pytest.mark.parametrize(
    ("line", "verdict", "quantity"),
    [
        ("wortel 1/2 kg", MATCH, 0.5),
        ("wortel 250 gr", MATCH, 0.25),
        ("setengah kilo wortel", MATCH, 0.5),
        ("2 ons wortel", MATCH, 0.2),
        ("kentang 1 kg", MATCH, 1),
        ("kentang 2 kg 3", ASK, 3),
        ("bawang merah 3", MATCH, 3),
        ("bawang merah 1/2 kg", ASK, 1),
    ],
)
def test_fresh_goods_are_sold_by_weight_or_by_the_packet(
    shop: Shop, line: str, verdict: Verdict, quantity: float
) -> None:
    catalogue.add_product("Wortel", 12_000, unit="kg")
    catalogue.add_product("Kentang 1 kg", 15_000, unit="bks")
    catalogue.add_product("Bawang Merah", 9000, unit="bks")
    assert told(read(line)[0])[:2] == (verdict, quantity)


def test_what_is_no_longer_sold_is_not_proposed(shelf: dict[str, Product]) -> None:
    catalogue.change_product(shelf["Djarum Super"].id, active=False)
    assert told(read("djarum super 1")[0])[0] is UNAVAILABLE


#: How soon they are read is measured in `tests/benchmarks/lists.py`.
HOSTILE = [
    "",
    "\n\n\n",
    "1 2 3 4 5",
    "a" * 100_000,
    "1 " * 50_000,
    "indomie " * 12_000,
    ", " * 50_000,
    "eh " * 20_000,
    "½" * 10_000,
    "\x00\u202e\ud800 indomie",
    "99999999999999999999 indomie goreng",
    "1/0 kg gula pasir",
]


@postgres_in_the_long_run
@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    for line in read(text):
        assert line.verdict is not MATCH or not line.amount_of(line.choices[0]).is_sure


@pytest.mark.usefixtures("shelf")
def test_the_longest_list_is_read_up_to_what_an_order_can_hold() -> None:
    reading = read_list("\n".join(f"indomie goreng {n}" for n in range(1, 10_001)))
    assert len(reading.proposals) == 1000
    assert reading.left_out == 9000


# --- against a real catalogue ----------------------------------------------------------------


@pytest.fixture(scope="module")
def minimarket(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with open_shop(str(tmp_path_factory.mktemp("minimarket") / "shop.sqlite3")):
        fill(shared_data)
        yield


def judged(messages: list[dict[str, Any]]) -> Counter[str]:
    """How many lines of each kind there are, how many were right, and what must not happen."""
    counts: Counter[str] = Counter()
    for message in messages:
        left = read(message["text"])
        for wanted in message["lines"]:
            counts[wanted["expect"]] += 1
            found = next((p for p in left if p.source == wanted["source"]), None)
            if found is None:
                continue
            left.remove(found)
            right = is_right(found, wanted)
            counts[f"{wanted['expect']} right"] += right
            counts["silently wrong"] += found.verdict is MATCH and not right
        counts["talk became a line"] += len(left)
    return counts


def is_right(found: Proposal, wanted: dict[str, Any]) -> bool:
    skus = [hit.sku for hit in found.choices]
    if wanted["expect"] == "match":
        quantity = round(float(wanted["quantity"]) * 1000)
        sure = found.verdict is MATCH and found.quantity == quantity
        return sure and skus[0] in wanted["accept"]
    if wanted["expect"] == "ask":
        return found.verdict is ASK and bool(set(skus[:8]) & set(wanted["accept"]))
    return found.verdict is UNAVAILABLE and not skus


def assert_good(counts: Counter[str]) -> None:
    for kind in ("match", "ask", "unavailable"):
        assert counts[f"{kind} right"] >= 0.95 * counts[kind], counts
    assert counts["silently wrong"] == 0, counts
    assert counts["talk became a line"] == 0, counts


@pytest.mark.usefixtures("minimarket")
def test_the_sample_messages_are_read_as_their_labels_say(shared_data: Path) -> None:
    lines = (shared_data / "shopping_lists_sample.jsonl").read_text().splitlines()
    assert_good(judged([json.loads(line) for line in lines]))


@pytest.mark.usefixtures("minimarket")
def test_our_own_messages_are_read_as_their_labels_say() -> None:
    lines = Path(__file__).with_name("shopping_lists.jsonl").read_text().splitlines()
    counts = judged([json.loads(line) for line in lines])
    assert counts.total() > 400
    assert_good(counts)
