"""The desktop itself: what is pressed arrives, what is shown is seen, a fault is noticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.desktop.conftest import LARGE, SMALL, Start, accept
from tests.desktop.screen import Screen, missing, x_name


def test_keys_have_names_on_x() -> None:
    named = {
        "Ctrl+Return": "ctrl+Return", "Ctrl++": "ctrl+plus", "+": "plus", "S": "s", "*": "asterisk",
        "Ctrl+Shift+Z": "ctrl+shift+z", "Ctrl+,": "ctrl+comma", "PgDown": "Next", "F9": "F9",
    }  # fmt: skip
    assert {name: x_name(name) for name in named} == named


def test_the_first_run_by_keys_on_a_large_screen(start: Start) -> None:
    person = start(size=LARGE)
    assert not person.data.exists()
    accept(person)
    person.until("what comes after the policy", lambda sight: not sight.kind("AcceptBox"))
    assert not person.data.exists()


def test_a_screen_of_256_colours_is_told(tmp_path: Path) -> None:
    """Qt would draw all in black."""
    if why := missing():
        pytest.skip(why)
    screen = Screen(*SMALL, tmp_path, depth=8)
    try:
        told = subprocess.run(
            [sys.executable, "main.py", "--demo"], cwd=ROOT, capture_output=True, text=True,
            env=screen.environment | {"QT_QPA_PLATFORM": "xcb"},
        )  # fmt: skip
    finally:
        screen.close()
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr.startswith("botbelanja: the screen shows 256 colours")


def test_keys_clicks_wheel_and_scans_arrive(start: Start) -> None:
    person = start("--demo", "--window", "order_entry", keyboard="id")
    person.type_in("indomie")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "indomie")
    person.press("Return")
    person.until("it is in the cart", lambda sight: len(sight.rows("RowList")) == 1)
    person.scan("0000000000000")
    person.sees("0000000000000")
    person.click("Catalogue")
    person.until("products", lambda sight: len(sight.rows("ProductTable")) > 3)
    before = person.look()
    person.wheel(before.kind("ProductTable")[0], 5)
    top = before.rows("ProductTable")[0]
    person.until("other products", lambda sight: sight.rows("ProductTable")[0] != top)


def test_a_fault_in_the_log_is_noticed(start: Start) -> None:
    person = start("--demo")
    log = person.data / "logs" / "botbelanja.log"
    before = log.read_text()
    with log.open("a") as more:
        more.write("2026-03-09 10:00:00,000 ERROR something\n")
    assert len(person.faults()) == 1
    log.write_text(before)
