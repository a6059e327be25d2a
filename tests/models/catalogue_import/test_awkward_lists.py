"""Price lists that mean something else than they seem to: read right, or said to be doubtful.

`awkward_lists.txt` holds them one after the other: `=== name | what its rows come to`, each its
price, cost and stock, why it is doubted, or why it is refused.
"""

import re
from pathlib import Path

import pytest

from models.amounts import ONE
from models.catalogue_import.price_list import price_list
from models.catalogue_import.row import Draft
from models.errors import UnreadableFile

BLOCK = re.compile(r"^=== (.*?) \| (.*?)\n(.*?)(?=^=== |\Z)", re.MULTILINE | re.DOTALL)
LISTS = BLOCK.findall((Path(__file__).parent / "awkward_lists.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expected", "content"),
    [pytest.param(expected, content, id=name) for name, expected, content in LISTS],
)
def test_a_list_is_read_right_or_doubted(tmp_path: Path, expected: str, content: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    try:
        found = ", ".join(map(said, price_list(path, None, False, "", None).drafts))
    except UnreadableFile as refused:
        found = f"asked {refused.reason}"
    assert found == expected


def said(draft: Draft) -> str:
    if draft.refused is not None:
        return draft.refused.code
    words = [str(draft.fields.get("price"))]
    if "cost" in draft.fields:
        words.append(f"cost {draft.fields['cost']}")
    if draft.on_hand is not None:
        words.append(f"stock {draft.on_hand // ONE}")
    if draft.fields.get("active") is False:
        words.append("not sold")
    return " ".join([*words, *(doubt.code for doubt in draft.doubts)])
