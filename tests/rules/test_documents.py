"""What the documents name is there: files, folders and each other."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = (
    "README.md", "README.id.md", "CONTRIBUTING.md", "SECURITY.md", "docs/bots.md",
    "docs/decisions.md", "docs/figures.md", "docs/releasing.md", "docs/trust.md",
)  # fmt: skip
_OURS = ("models/", "gui/", "tests/", "resources/", "docs/", ".github/")
#: Stand for any: a number, a name.
_PLACEHOLDERS = ("00NN", "CODE")


def missing(document: Path, text: str) -> list[str]:
    """The paths in backticks, from the top, and the links, from the document, that lead nowhere."""
    named = re.findall(r"`([\w./]+)`", text)
    paths = [
        (path, ROOT / path)
        for path in named
        if path.startswith(_OURS) and not any(word in path for word in _PLACEHOLDERS)
    ]
    links = [(link, document.parent / link) for link in re.findall(r"\]\(([^)#:]+)\)", text)]
    return [name for name, path in paths + links if not path.exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_names_is_there(name: str) -> None:
    assert missing(ROOT / name, (ROOT / name).read_text("utf-8")) == []


def test_what_is_gone_is_seen() -> None:
    text = "`models/box.py`, [a guide](docs/gone.md), `models/storage/migrations/00NN_new.py`"
    assert missing(ROOT / "README.md", text) == ["models/box.py", "docs/gone.md"]
