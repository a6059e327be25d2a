"""Says whether every system gets the program as wheels: `python -m tests.wheels`.

For each system and Python uv resolves what a shop installs, from wheels alone and in the versions
that are tested together (`[tool.uv] constraint-dependencies`). What cannot be had so is said, and
the exit code is 1. Python 3.14 is looked at although nothing was tried on it yet.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

SYSTEMS = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS x64": "x86_64-apple-darwin",
    "Linux x64": "x86_64-manylinux_2_34",
    "Linux arm64": "aarch64-manylinux_2_39",
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
#: Qt 6.12 asks for as much.
OLDEST_MACOS = "14.0"

COMMAND = (
    "uv", "pip", "compile", "pyproject.toml", "--all-extras", "--only-binary", ":all:", "--quiet",
    "--no-header", "--no-annotate",
)  # fmt: skip


def resolve(platform: str, python: str) -> subprocess.CompletedProcess[str]:
    """What uv makes of it: a line `name==version` for each package, or why it cannot be."""
    return subprocess.run(
        [*COMMAND, "--python-platform", platform, "--python-version", python],
        cwd=ROOT,
        env=os.environ | {"MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS},
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> int:
    failed = 0
    for system, platform in SYSTEMS.items():
        for python in PYTHONS:
            done = resolve(platform, python)
            failed += done.returncode != 0
            found = dict(line.split("==") for line in done.stdout.splitlines() if "==" in line)
            sqlite = [f"{name} {found[name]}" for name in ("pysqlite3", "apsw") if name in found]
            told = ", ".join((f"PySide6 {found.get('pyside6-essentials', '?')}", *sqlite))
            print(f"{system}, Python {python}: {done.stderr.strip() or told}")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
