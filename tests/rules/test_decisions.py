"""Decisions can be cited: each has its number and its day, and what is over names what is now."""

import re
from datetime import date

from tests.conftest import ROOT

_HEADING = re.compile(r"## (\d+)\. \S.* \((\d{4}-\d\d-\d\d)(?:; superseded by (\d+))?\)")


def faults(text: str) -> list[str]:
    """The headings that are out of place, undated, or superseded by none that came later."""
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    wrong = []
    latest = date.min
    for number, heading in enumerate(headings, 1):
        found = _HEADING.fullmatch(heading)
        if found is None or int(found[1]) != number:
            wrong.append(heading)
            continue
        day = date.fromisoformat(found[2])
        if day < latest or (found[3] and not number < int(found[3]) <= len(headings)):
            wrong.append(heading)
        latest = max(day, latest)
    return wrong


def test_decisions_are_numbered_and_dated_and_the_superseded_name_their_successor() -> None:
    assert faults((ROOT / "docs" / "decisions.md").read_text("utf-8")) == []


def test_a_decision_out_of_order_is_seen() -> None:
    first, second = "## 1. One (2026-01-02)", "## 2. Two (2026-01-03)"
    assert faults(f"{first}\n{second}") == []
    assert faults(f"## 1. One (2026-01-02; superseded by 2)\n{second}") == []
    for breach in (
        "## Two",
        "## 3. Two (2026-01-03)",
        "## 2. Two (2026-01-01)",
        "## 2. Two (2026-01-03; superseded by 2)",
        "## 2. Two (2026-01-03; superseded by 3)",
    ):
        assert faults(f"{first}\n{breach}") == [breach]
