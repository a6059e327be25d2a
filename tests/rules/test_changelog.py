"""The changelog keeps the form of keepachangelog.com, and its newest version is the program's."""

import re
from datetime import date

from models.session import PROGRAM_VERSION
from tests.conftest import ROOT

KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
_RELEASE = re.compile(r"(\d+)\.(\d+)\.(\d+) - (\d{4}-\d\d-\d\d)")


def releases(text: str) -> dict[str, dict[str, list[str]]]:
    """The changes under each heading of a version, by their kind."""
    found: dict[str, dict[str, list[str]]] = {}
    kinds: dict[str, list[str]] = {}
    changes: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("## "):
            kinds = found[line.removeprefix("## ")] = {}
            changes = None
        elif line.startswith("### "):
            changes = kinds[line.removeprefix("### ")] = []
        elif line.startswith("- "):
            assert changes is not None, f"under no kind of change: {line}"
            changes.append(line)
    return found


def test_the_newest_version_is_the_programs() -> None:
    unreleased, *headings = releases((ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert unreleased == "Unreleased"
    found = [_RELEASE.fullmatch(heading) for heading in headings]
    assert all(found), headings
    versions = [tuple(int(part) for part in release.groups()[:3]) for release in found if release]
    assert versions == sorted(versions, reverse=True)
    assert ".".join(map(str, versions[0])) == PROGRAM_VERSION
    days = [date.fromisoformat(release[4]) for release in found if release]
    assert days == sorted(days, reverse=True)


def test_every_change_stands_under_its_kind() -> None:
    for heading, kinds in releases((ROOT / "CHANGELOG.md").read_text("utf-8")).items():
        assert [*kinds] == [kind for kind in KINDS if kind in kinds], heading
        assert all(kinds.values()), heading
