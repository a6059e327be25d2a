"""The answer to a message that nobody has looked at: what a program can go on with."""

import json
from pathlib import Path
from typing import Any

import pytest

from gui.answers.reading_answer import answer_lines
from models.shop.opening import Shop
from models.shopping_list.files.incoming import read_file
from tests.readable import a_product


@pytest.fixture
def bot(shop: Shop, tmp_path: Path) -> Path:
    a_product("Teh Celup", 5_000, sku="T1", unit="ktk")
    a_product("Teh Botol", 4_000, sku="T2", unit="btl")
    a_product("Korek Batik", 2_000, sku="K1", unit="pcs")
    return tmp_path / "bot.jsonl"


def answers(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer_lines(path.name, read_file(path))]


def test_each_wish_is_sure_asked_or_not_available(bot: Path) -> None:
    wishes = [
        {"sku": "T1", "quantity": 2}, {"words": "korek 3"}, {"words": "teh", "quantity": 1},
        {"words": "durian 2"}, {"sku": "K1", "quantity": -1},
    ]  # fmt: skip
    bot.write_text(json.dumps({"request_id": "r7", "lines": wishes}) + "\nhalf")
    told, broken = answers(bot)
    assert (told["file"], told["line"], told["request_id"]) == ("bot.jsonl", 1, "r7")
    sure, counted, which, missing, much = told["wishes"]
    assert sure == {
        "words": "Teh Celup × 2", "sku": "T1", "name": "Teh Celup", "unit": "ktk", "price": 5_000,
        "verdict": "sure", "quantity": 2, "total": 10_000,
    }  # fmt: skip
    assert (counted["sku"], counted["quantity"]) == ("K1", 3)
    assert which["verdict"] == "which"
    assert {one["sku"] for one in which["choices"]} == {"T1", "T2"}
    assert missing == {"words": "durian 2", "verdict": "not_available"}
    assert (much["verdict"], much["sku"]) == ("how_much", "K1")
    assert told["errors"] == [{"line": 5, "reason": "quantity", "value": "-1"}]
    assert (told["total"], told["currency"]) == (16_000, "IDR")
    assert "Teh Celup\n   2 ktk × Rp5.000 = Rp10.000" in told["text"]
    assert "- durian 2" in told["text"]
    assert broken == {
        "file": "bot.jsonl", "line": 2,
        "errors": [{"line": 0, "reason": "not_json", "value": "half"}],
    }  # fmt: skip


def test_a_text_is_answered_as_well_and_nobody_s_data_comes_back(bot: Path) -> None:
    path = bot.with_name("1.txt")
    path.write_text("halo kak\nkorek batik 2\nhub 0812-3456-7890")
    (told,) = answers(path)
    assert [wish["verdict"] for wish in told["wishes"]] == ["sure"]
    assert "0812" not in json.dumps(told)
    assert "halo kak" in told["talk"]
