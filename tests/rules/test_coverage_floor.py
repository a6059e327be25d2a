"""The share of the program that the tests run through may rise and never fall."""

import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

_FLOOR = re.compile(r"^[+ ]?fail_under = ([\d.]+)", re.MULTILINE)


def floors(text: str) -> list[float]:
    """Every floor that a pyproject.toml, or its changes as `git log -p` tells them, ever set."""
    return [float(floor) for floor in _FLOOR.findall(text)]


def test_the_floor_never_was_higher() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("without its history nobody knows what the floor was")
    log = ("git", "log", "--format=", "-p", "-U0", "-Gfail_under", "--", "pyproject.toml")
    done = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"git tells no history here: {done.stderr.strip()}")
    (floor,) = floors((ROOT / "pyproject.toml").read_text("utf-8"))
    assert floor >= max(floors(done.stdout), default=0.0)


def test_a_floor_is_read_from_what_was_changed() -> None:
    assert floors("-fail_under = 80\n+fail_under = 81.5\n") == [81.5]
