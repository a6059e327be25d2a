"""A computer on which nothing is installed: what it lacks is named, by README and program alike."""

import re

from gui.runtime.screen import LIBRARIES
from tests.conftest import ROOT


def test_the_readme_brings_what_the_program_would_ask_for() -> None:
    line = re.search(
        r"sudo apt install -y --no-install-recommends (.+?) && pipx install uv",
        (ROOT / "README.md").read_text(),
        re.M,
    )
    assert line is not None
    # Without fontconfig's own cache the font library makes one in the home, before any consent.
    assert line[1].split() == ["pipx", "fontconfig", *LIBRARIES]


def test_the_commands_of_a_till_bring_no_tools_of_developers() -> None:
    readme = (ROOT / "README.md").read_text()
    assert re.findall(r"uv run (?!--no-dev).*main\.py.*", readme) == []
    assert "uv run --no-dev main.py --demo " in readme
    assert re.search(r"^uv run pytest ", readme, re.M)
