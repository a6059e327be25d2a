"""Messages from files: what a customer wrote, once, and nothing that is no message."""

import json
from pathlib import Path

import pytest

from models.errors import UnreadableFile
from models.settings import preferences
from models.shop.opening import Shop
from models.shopping_list import inbox, incoming
from tests.readable import a_product

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
    assert inbox.inbox().messages[1].content == "Bear Brand 189 ml 2 klg\nkorek 1"


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
