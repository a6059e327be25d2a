"""Whatever brings the program from its source to a computer, the command that it makes opens the
demo, wherever it is said."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.desktop.conftest import SMALL, Screens

pytestmark = pytest.mark.long

#: By way: what installs it (none: it is started right away), and what starts it.
WAYS = {
    "pip": (
        ("{python}", "-m", "venv", "{folder}/env"),
        ("{folder}/env/bin/pip", "install", "."),
        ("{folder}/env/bin/botbelanja",),
    ),
    "pipx": (
        ("uv", "tool", "run", "pipx", "install", "--python", "{python}", "."),
        ("{folder}/bin/botbelanja",),
    ),
    "uv tool": (
        ("uv", "tool", "install", "--python", "{python}", "."),
        ("{folder}/bin/botbelanja",),
    ),
    "uvx": (("uv", "tool", "run", "--python", "{python}", "--from", "{root}", "botbelanja"),),
}


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("way", WAYS)
def test_the_demo_opens_from_anywhere(
    screens: Screens, tmp_path: Path, way: str, version: str
) -> None:
    if not shutil.which("uv"):
        pytest.skip("uv is not installed here")
    python = _said("uv", "python", "find", "--no-project", version)
    if not python:
        pytest.skip(f"there is no Python {version} here")
    *steps, start = (
        [word.format(python=python, folder=tmp_path, root=ROOT) for word in step]
        for step in WAYS[way]
    )
    places = ("UV_TOOL_DIR", "PIPX_HOME")
    bins = ("UV_TOOL_BIN_DIR", "PIPX_BIN_DIR")
    environment = {
        **os.environ,
        **dict.fromkeys(places, str(tmp_path / "tools")),
        **dict.fromkeys(bins, str(tmp_path / "bin")),
    }
    for step in steps:
        subprocess.run(step, cwd=ROOT, env=environment, check=True, capture_output=True)
    _until_its_window_is_seen([*start, "--demo"], environment, screens(SMALL).environment, tmp_path)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _until_its_window_is_seen(
    command: Sequence[str], environment: dict[str, str], desktop: dict[str, str], home: Path
) -> None:
    shown = environment | {
        "DISPLAY": desktop["DISPLAY"],
        "QT_QPA_PLATFORM": "xcb",
        "XDG_DATA_HOME": str(home / "data"),
    }
    with (home / "said.txt").open("w+") as said:
        program = subprocess.Popen(command, cwd="/", env=shown, stdout=said, stderr=said)
        try:
            look = ("xdotool", "search", "--sync", "--onlyvisible", "--name", "BotBelanja")
            subprocess.run(look, env=shown, check=True, capture_output=True, timeout=600)
            assert program.poll() is None
        finally:
            program.terminate()
            program.wait()
        said.seek(0)
        assert "Traceback" not in said.read()
    assert not (home / "data").exists()  # nobody has accepted the policy
