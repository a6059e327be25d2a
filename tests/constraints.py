"""Pins what is tested together: `python -m tests.constraints [--upgrade]`.

Every package that the program and its tests bring, on every Python and system, stands with its
version in `[tool.uv] constraint-dependencies` of pyproject.toml. What is pinned stays as it is
unless `--upgrade` is said; what is new is added, what nobody needs any more goes.
"""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

_PINS = re.compile(r"^constraint-dependencies = \[\n(?:    .*\n)*\]$", re.MULTILINE)
_VERSION = 'dynamic = ["version"]'  # it stands in a file that is not there
_EXPORT = (
    "uv", "export", "--quiet", "--all-extras", "--all-groups", "--no-hashes", "--no-annotate",
    "--no-header",
)  # fmt: skip


def pinned(project: str) -> list[str]:
    """What uv resolves for a pyproject.toml; with a marker only where versions differ."""
    with TemporaryDirectory() as folder:
        plain = project.replace(_VERSION, 'version = "0"')
        (Path(folder) / "pyproject.toml").write_text(plain, "utf-8")
        done = subprocess.run(_EXPORT, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    versions: dict[str, list[str]] = defaultdict(list)
    for line in done.stdout.splitlines():
        versions[line.partition("==")[0]].append(line.replace(" ; ", "; "))
    return [
        line if len(lines) > 1 else line.partition(";")[0]
        for lines in versions.values()
        for line in lines
    ]


def with_pins(project: str, pins: list[str]) -> str:
    """The same pyproject.toml with these versions."""
    lines = "".join(f'    "{pin}",\n' for pin in pins)
    return _PINS.sub(f"constraint-dependencies = [\n{lines}]", project)


if __name__ == "__main__":
    present = PYPROJECT.read_text("utf-8")
    before = with_pins(present, []) if "--upgrade" in sys.argv[1:] else present
    PYPROJECT.write_text(with_pins(present, pinned(before)), "utf-8")
