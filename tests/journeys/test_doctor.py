"""What is said of a computer on which something is wrong, one line each, in the user's language."""

import os
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.command_line import doctor
from gui.printing import print_settings
from gui.runtime.station import Station
from tests.journeys.test_command_line import say


def lines(said: str) -> dict[str, tuple[str, str]]:
    """The mark and the text of each line, by what it is about."""
    told = (line.partition(": ") for line in said.splitlines())
    return {head[2:].strip(): (head[:2].strip(), text) for head, _, text in told}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_a_computer_without_a_screen_and_with_a_strange_locale_is_fit_for_the_rest(
    tmp_path: Path,
) -> None:
    answer = say(tmp_path, "doctor", LC_ALL="xx_YY.UTF-8", LANG="id_ID.UTF-8")
    assert answer.returncode == 0, answer.stdout
    told = lines(answer.stdout)
    assert told["Language of the system"][0] == told["Screen"][0] == "?"
    assert {mark for mark, _ in told.values()} == {"ok", "?"}
    assert list(tmp_path.iterdir()) == [], "nothing is made by asking"


@pytest.mark.skipif(not Path("/usr/bin/apt").exists(), reason="only Debian has its packages")
@pytest.mark.parametrize(
    ("library", "package", "line"),
    [("libxcb-cursor.so.0", "libxcb-cursor0", "Layar"), ("libglib-2.0.so.0", "libglib2.0-0", "Qt")],
)
def test_libraries_that_are_missing_are_said_with_the_line_that_brings_them(
    tmp_path: Path, library: str, package: str, line: str
) -> None:
    (tmp_path / library).touch()
    answer = say(
        tmp_path, "doctor", "--language", "id", DISPLAY=":7654", LD_LIBRARY_PATH=str(tmp_path)
    )
    assert answer.returncode == 1
    mark, text = lines(answer.stdout)[line]
    assert (mark, text.endswith(f"sudo apt install {package}")) == ("!!", True), answer.stdout
    assert answer.stderr == ""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station's folder, on a computer without a screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("gui.runtime.data_folder.data_folder", lambda: tmp_path)
    tmp_path.chmod(0o700)
    return tmp_path


def examine(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    code = doctor.run("en", "", qapp)
    told = lines(capsys.readouterr().out)
    assert code == ("!!" in {mark for mark, _ in told.values()})
    return told


def test_printer_scanner_and_shop_are_those_of_the_station(
    folder: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    habits = Station(folder)
    habits.remember(print_settings.WAY, "escpos")
    habits.remember(print_settings.ADDRESS, "127.0.0.1:9")
    habits.remember("scanner/gap", 60)
    habits.close()
    (folder / "shop.sqlite3").write_bytes(b"no shop" * 100)
    told = examine(qapp, capsys)
    assert told["Printer"] == ("!!", "127.0.0.1:9 does not answer")
    assert told["Scanner"] == ("ok", "known by 60 ms between two characters, ending: any")
    assert told["Shop"][0] == "!!"
    assert told["Shop"][1].endswith("This file is not a shop of BotBelanja. It was not changed.")


def test_a_folder_that_cannot_be_written_and_a_clock_that_stands_wrong(
    folder: Path,
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "access", lambda *given: False)
    monkeypatch.setattr(time, "time", lambda: 1_000_000_000.0)
    told = examine(qapp, capsys)
    assert told["Folder"] == ("!!", f"{folder}: nothing can be written into {folder}")
    assert told["Clock"][0] == "!!"


def test_a_look_that_fails_is_a_line_like_any_other(
    folder: Path,
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> Path:
        raise OSError("no such device")

    monkeypatch.setattr("gui.runtime.data_folder.data_folder", broken)
    told = examine(qapp, capsys)
    assert told["A look that failed"] == ("!!", "OSError: no such device")
    assert told["SQLite"][0] == "ok"
