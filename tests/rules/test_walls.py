"""The walls of the house stand: who may import whom, and what nobody may import."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_nobody_imports_through_a_wall() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def drawn() -> str:
    """The picture that the contracts give: a line for each package, `-` between two floors."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contracts = settings["contracts"]
    doors = dict(line.split(":") for contract in contracts for line in contract.get("doors", ()))
    lines = []
    for contract in contracts:
        if contract.get("exhaustive"):
            (root,) = contract["containers"]
            for floor in contract["layers"]:
                lines.append(root if floor is contract["layers"][0] else "-")
                for name in re.split(r" [|:] ", floor):
                    lines.append(f"{name} {doors.get(f'{root}.{name}', '')}")
                    lines += [
                        f"{package.removeprefix(f'{root}.{name}')} {named}"
                        for package, named in doors.items()
                        if package.startswith(f"{root}.{name}.")
                    ]
    return "\n".join(lines)


def test_the_picture_of_the_packages_is_true() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = "\n".join(re.findall(r"```text\n(.*?)\n```", text, re.S))
    assert [line.split() for line in shown.splitlines()] == [
        line.split() for line in drawn().splitlines()
    ]


def test_nobody_uses_what_is_banned() -> None:
    done = run("ruff", "check", "--select", "TID251", "--output-format", "concise", ".")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6.QtSql import QSqlDatabase",
        "import sqlite3",
        "from PySide6.QtWidgets import QApplication\nQApplication.instance()",
        "from PySide6.QtWidgets import QApplication\nQApplication.processEvents()",
        "from PySide6.QtWidgets import QTableWidget",
        "from playhouse import signals",
    ],
)
def test_a_banned_thing_is_seen(line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select", "TID251", "-"],
        cwd=ROOT, input=line + "\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "TID251" in done.stdout
