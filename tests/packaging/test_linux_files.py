"""What the desktop reads of the package: an entry of its menu, a page of its software centre."""

import os
import shutil
import subprocess
import sys
from configparser import ConfigParser
from xml.etree import ElementTree

import pytest

from gui.pages import PAGES
from gui.runtime.screen import DESKTOP_ID
from tests.conftest import ROOT

LINUX = ROOT / "packaging" / "linux"
ID = "com.botbelanja.BotBelanja"
ENTRY = LINUX / f"{ID}.desktop"
METAINFO = LINUX / f"{ID}.metainfo.xml"


def test_the_menu_opens_windows_that_there_are() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ENTRY)
    assert entry["Desktop Entry"]["Icon"] == ID == DESKTOP_ID
    assert entry["Desktop Entry"]["StartupWMClass"] == "BotBelanja"
    actions = [
        f"Desktop Action {name}" for name in entry["Desktop Entry"]["Actions"].split(";")[:-1]
    ]
    assert entry.sections() == ["Desktop Entry", *actions]
    for section in entry.sections():
        command, *words = entry[section]["Exec"].split()
        assert command == "botbelanja"
        assert not words or (words[0] == "--window" and words[1] in PAGES)
        if section != "Desktop Entry":
            assert entry[section]["Name[id]"]


def test_the_software_centre_knows_the_entry_of_the_menu() -> None:
    page = ElementTree.parse(METAINFO)
    assert page.findtext("id") == ID
    assert page.findtext("launchable") == ENTRY.name


@pytest.mark.parametrize(
    "command",
    [("desktop-file-validate", ENTRY), ("appstreamcli", "validate", "--no-net", METAINFO)],
    ids=["entry", "page"],
)
def test_the_tools_of_the_desktop_find_nothing_wrong(command: tuple[str, ...]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed here")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_desktop_knows_our_windows_by_the_entry_of_the_menu() -> None:
    """On X11 by the name of the program, on Wayland by that of the entry."""
    code = (
        "import main; from gui.runtime import screen; qt = screen.application(['x']);"
        " main._name(qt); print(qt.desktopFileName(), qt.applicationName())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    entry = ConfigParser(interpolation=None)
    entry.read(ENTRY)
    assert done.stdout.split() == [ENTRY.stem, entry["Desktop Entry"]["StartupWMClass"]]
