"""Messages from files: what a customer wrote, once, and nothing that is no message."""

import json
from pathlib import Path

import pytest

from models.errors import UnreadableFile
from models.settings import preferences
from models.shop.opening import Shop
from models.shopping_list import inbox, shopping_list
from models.shopping_list.files import incoming
from models.shopping_list.inbox import Incoming
from models.shopping_list.shopping_list import Proposal, Verdict, learn
from tests.readable import a_product

MATCH, ASK = Verdict.MATCH, Verdict.ASK

EXPORT = """\ufeff12/03/26 09.14 - Pesan dan panggilan terenkripsi secara end-to-end.
12/03/26 09.15 - Bu Ani: pesan ya
bear brand 2
korek 1
12/03/26 09.16 - Bu Ani: <Media tidak disertakan>
12/03/26 09.17 - Toko Maju: siap bu
12/03/26 09.20 - Bu Ani: tambah aqua 3
12/03/26 09.31 - Pak Budi: surya 12 2 bks
"""
IPHONE = """[12/03/26, 09.15.10] Bu Ani: bear brand 2
[12/03/26, 09.16.40] Pak Budi: korek 1
"""


def texts(*paths: Path) -> list[str]:
    return [one.text for one in incoming.messages_in(map(str, paths)).messages]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_export_is_what_each_customer_wrote_in_a_row(shop: Shop, tmp_path: Path) -> None:
    preferences.put(preferences.SHOP_NAME, "Toko Maju")
    chat = written(tmp_path, "WhatsApp.txt", EXPORT)
    assert texts(chat) == [
        "pesan ya\nbear brand 2\nkorek 1\n<Media tidak disertakan>",
        "tambah aqua 3",
        "surya 12 2 bks",
    ]
    assert texts(written(tmp_path, "_chat.txt", IPHONE)) == ["bear brand 2", "korek 1"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("30/11/26 09.15 - Bu Ani: <Media tidak disertakan>", "[Media tidak disertakan]"),
        ("11/30/26, 9:15\u202fPM - Bu Ani: <Media omitted>", "[Media omitted]"),
        (
            "30/11/26 09.15 - Bu Ani: \u200eIMG-20261130-WA0001.jpg (file terlampir)\nbear brand 2",
            "[IMG-20261130-WA0001.jpg (file terlampir)]\n\nbear brand 2",
        ),
        (
            "11/30/26, 9:15 PM - Bu Ani: PTT-20261130-WA0002.opus (file attached)",
            "[PTT-20261130-WA0002.opus (file attached)]",
        ),
        ("\u200e[30/11/26 09.15.10] Bu Ani: \u200egambar tidak disertakan",
         "[gambar tidak disertakan]"),
        ("\u200e[11/30/26, 9:15:10\u202fPM] Bu Ani: \u200eimage omitted", "[image omitted]"),
        (
            "\u200e[11/30/26, 9:15:10 PM] Bu Ani: \u200e<attached: 0002-PHOTO-2026-11-30.jpg>",
            "[attached: 0002-PHOTO-2026-11-30.jpg]",
        ),
    ],
)  # fmt: skip
def test_what_an_export_only_mentions_is_shown_with_the_message(
    shop: Shop, tmp_path: Path, line: str, kept: str
) -> None:
    """Of both kinds of phones, in both languages, with hours up to 12 and up to 24."""
    chat = written(tmp_path, "chat.txt", f"{line}\n")
    assert inbox.put(incoming.messages_in([str(chat)]).messages).value == 1
    (message,) = inbox.inbox().messages
    assert message.content == kept
    reading = shopping_list.read_list(message.content)
    assert reading.text.strip() == kept, "read again it is the same"
    assert kept.split("\n")[0] in reading.noise
    assert not [one for one in reading.proposals if "[" in one.source]


def test_what_the_program_says_in_a_customer_s_name_is_no_message(
    shop: Shop, tmp_path: Path
) -> None:
    said = (
        "[30/11/26 09.14.00] Bu Ani: \u200ePesan dan panggilan terenkripsi secara end-to-end.",
        "[30/11/26 09.15.10] Bu Ani: bear brand 2 \u200e<Pesan ini diedit>",
        "[30/11/26 09.15.20] Bu Ani: \u200ePesan ini dihapus.",
        "30/11/26 09.16 - Bu Ani: Anda menghapus pesan ini",
        "30/11/26 09.17 - Bu Ani: null",
    )
    batch = incoming.messages_in([str(written(tmp_path, "chat.txt", "\n".join(said)))])
    assert inbox.put(batch.messages).value == 1
    assert inbox.inbox().messages[0].content.split() == ["bear", "brand", "2"]


def test_it_is_read_again_without_repeating(shop: Shop, tmp_path: Path) -> None:
    chat = written(tmp_path, "chat.txt", EXPORT)
    assert inbox.put(incoming.messages_in([str(chat)]).messages).value == 4
    written(tmp_path, "chat.txt", EXPORT + "12/03/26 10.02 - Bu Ani: korek 1\n")
    assert inbox.put(incoming.messages_in([str(chat)]).messages).value == 1


def test_a_text_is_one_message_and_a_folder_all_of_its_files(shop: Shop, tmp_path: Path) -> None:
    written(tmp_path, "1.txt", "bear brand 2\n\nkorek: 1")
    written(tmp_path, "2.txt", "bear brand 2\n\nkorek: 1")
    written(tmp_path, "note.pdf", "nothing")
    assert texts(tmp_path) == ["bear brand 2\n\nkorek: 1"] * 2
    assert inbox.put(incoming.messages_in([str(tmp_path)]).messages).value == 2


def test_a_bot_s_lines_are_messages_known_by_their_request(shop: Shop, tmp_path: Path) -> None:
    product = a_product("Bear Brand 189 ml")
    asked = [
        {"request_id": "a", "text": "korek 1"},
        {"request_id": "a", "text": "korek 1"},
        {"request_id": "b", "lines": [
            {"sku": product.sku, "quantity": 2, "unit": "klg"}, {"words": "korek"},
        ]},
    ]  # fmt: skip
    path = written(tmp_path, "bot.jsonl", "\n".join(map(json.dumps, asked)))
    assert inbox.put(incoming.messages_in([str(path)]).messages).value == 2
    kept = inbox.inbox().messages[1].content
    assert kept == f"[#{product.sku}] Bear Brand 189 ml \u00d7 2 klg\nkorek"
    asked[0] = {"request_id": "a", "text": "korek 2"}
    written(tmp_path, "other.json", json.dumps(asked, indent=1))
    assert inbox.put(incoming.messages_in([str(tmp_path)]).messages).value == 0, "said again"


def read_back(tmp_path: Path, *wishes: object) -> list[Proposal]:
    """What becomes of a request once it waited and was taken."""
    written(tmp_path, "bot.jsonl", json.dumps({"lines": wishes}))
    inbox.put(incoming.messages_in([str(tmp_path)]).messages)
    taken = inbox.take(None, "").value
    assert taken is not None
    return list(shopping_list.read_list(taken.content).proposals)


def test_a_code_is_that_product_whatever_the_words(shop: Shop, tmp_path: Path) -> None:
    other = a_product("Kopi Kapal Api", sku="K-1 (baru)", unit="bks")
    a_product("Teh Sari Wangi", sku="T1", unit="ktk")
    learn("teh", other.id)
    told = read_back(
        tmp_path,
        {"sku": "K-1 (baru)", "words": "teh, 12 atau 24", "quantity": 2.5},
        {"sku": "T1", "quantity": "3", "unit": "ktk"},
        {"sku": "T1", "words": "teh", "quantity": 1, "unit": "dus"},
        {"sku": "T1", "words": "teh", "quantity": 1, "unit": "palet"},
    )
    assert [(p.source, p.choices[0].sku, p.is_product_sure) for p in told] == [
        ("teh, 12 atau 24 \u00d7 2.5", "K-1 (baru)", True),
        ("Teh Sari Wangi \u00d7 3 ktk", "T1", True),
        ("teh \u00d7 1 dus", "T1", True),
        ("teh \u00d7 1 palet", "T1", True),
    ]
    assert [p.verdict for p in told] == [ASK, MATCH, ASK, ASK]
    assert told[1].quantity == 3_000


def test_a_number_in_the_words_is_not_how_much(shop: Shop, tmp_path: Path) -> None:
    a_product("Surya 12", sku="S12", unit="bks")
    a_product("Beras Curah", sku="B", unit="kg")
    told = read_back(
        tmp_path,
        {"words": "surya 12", "quantity": 2, "unit": "bks"},
        {"words": "beras curah", "quantity": 0.25, "unit": "kg"},
        {"words": "surya 12 bks 3", "quantity": 2},
    )
    assert [(p.verdict, p.choices[0].sku, p.quantity) for p in told[:2]] == [
        (MATCH, "S12", 2_000), (MATCH, "B", 250),
    ]  # fmt: skip
    assert told[2].verdict is ASK


def test_what_cannot_be_used_is_told_and_waits(shop: Shop, tmp_path: Path) -> None:
    a_product("Bear Brand", sku="BB")
    wishes: list[object] = [
        {"sku": "gone", "words": "bear brand", "quantity": 2}, {"sku": "none"}, {},
        *({"sku": "BB", "quantity": much} for much in (-1, 0, "banyak", True, 1e400, 0.0001, 1e12)),
    ]  # fmt: skip
    path = written(
        tmp_path, "bot.jsonl", json.dumps({"request_id": 7, "lines": wishes}) + "\n{half"
    )
    batch = incoming.messages_in([str(path)])
    assert [(x.line, x.wish, x.reason) for x in batch.faults] == [
        (1, 1, "unknown_sku"), (1, 2, "unknown_sku"), (1, 3, "no_wishes"),
        *((1, at, "quantity") for at in range(4, 11)), (2, 0, "not_json"),
    ]  # fmt: skip
    (message,) = batch.messages
    told = shopping_list.read_list(message.text).proposals
    assert len(told) == 9
    assert not [p for p in told if p.verdict is MATCH and p.choices[0].sku == "BB"][1:]


def test_nobody_s_data_is_kept_of_what_a_bot_writes(shop: Shop, tmp_path: Path) -> None:
    a_product("Bear Brand", sku="BB")
    words = "bear brand, hub 0812-3456-7890"
    wishes = [{"sku": "081234567890", "words": words}, {"sku": "BB", "words": words, "quantity": 2}]
    written(tmp_path, "bot.jsonl", json.dumps({"lines": wishes}))
    typed = Incoming("[#081234567890] korek \u00d7 1", "typed by a customer")
    inbox.put([*incoming.messages_in([str(tmp_path)]).messages, typed])
    kept = "\n".join(one.content for one in inbox.inbox().messages)
    assert "0812" not in kept
    assert "[#BB] bear brand" in kept


@pytest.mark.parametrize("text", ['{"text": "korek', "[1]", '{"lines": [{}]}', "7", '{"a": 1}'])
def test_half_a_line_is_no_message(shop: Shop, tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile):
        texts(written(tmp_path, "bot.jsonl", text))


def test_what_is_not_there_is_told(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        texts(tmp_path / "gone.txt")


def test_of_a_long_chat_the_newest_are_taken(shop: Shop, tmp_path: Path) -> None:
    lines = [f"12/03/26 09.15 - Ani {number}: aqua {number}" for number in range(700)]
    batch = incoming.messages_in([str(written(tmp_path, "chat.txt", "\n".join(lines)))])
    assert (len(batch.messages), batch.left_out) == (incoming.MESSAGES_LIMIT, 200)
    assert batch.messages[-1].text == "aqua 699"


# --- large files ----------------------------------------------------------------------------------


def test_of_a_chat_of_years_no_more_is_kept_than_is_taken(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read line by line, and what is older is counted and let go."""
    monkeypatch.setattr(incoming, "MESSAGES_LIMIT", 20)
    said = "".join(f"12/03/26 09.15 - C{at % 7}: korek {at}\n" for at in range(1_000))
    chat = written(tmp_path, "chat.txt", said)
    batch = incoming.read_file(chat)
    assert (len(batch.messages), batch.left_out) == (20, 980)
    assert batch.messages[-1].text == "korek 999"
    two = incoming.messages_in([str(chat), str(written(tmp_path, "other.txt", said))])
    assert (len(two.messages), two.left_out) == (20, 1_980)


def test_of_a_text_that_is_no_list_no_more_is_read_than_is_looked_at(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "MESSAGE_LIMIT", 1_000)
    story = written(tmp_path, "story.txt", "korek 1\n" * 10_000)
    (one,) = incoming.read_file(story).messages
    assert len(one.text) < 2_000


def test_a_value_that_would_hold_the_windows_is_refused_and_many_lines_are_not(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "_VALUE_LIMIT", 1_000)
    lines = [json.dumps({"text": f"korek {at}", "request_id": str(at)}) for at in range(200)]
    batch = incoming.read_file(written(tmp_path, "many.jsonl", "\n".join(lines)))
    assert [one.line for one in batch.messages] == list(range(1, 201))
    assert not batch.faults
    with pytest.raises(UnreadableFile, match="too_large"):
        incoming.read_file(written(tmp_path, "one.json", f"[{','.join(lines)}]"))
