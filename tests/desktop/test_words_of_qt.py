"""Qt's own buttons and dialogs speak the language of the program, whatever desktop it runs on."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.desktop.conftest import SMALL, Screens
from tests.desktop.screen import PATIENCE

#: What makes Qt believe that it runs there, beside the name of its theme.
DESKTOPS = {
    "plain": {},
    "gnome": {"XDG_CURRENT_DESKTOP": "GNOME"},
    "ubuntu": {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"},
    "xfce": {"XDG_CURRENT_DESKTOP": "XFCE"},
    "gtk3": {"QT_QPA_PLATFORMTHEME": "gtk3"},
    "portal": {"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"},
    "kde": {
        "QT_QPA_PLATFORMTHEME": "kde",
        "XDG_CURRENT_DESKTOP": "KDE",
        "KDE_FULL_SESSION": "true",
        "KDE_SESSION_VERSION": "6",
    },
}
#: Said alike in both languages.
COMMON = {"OK", "&OK"}


@pytest.mark.parametrize("desktop", DESKTOPS)
def test_no_text_of_qt_stays_english(desktop: str, screens: Screens) -> None:
    environment = {**screens(SMALL).environment, **DESKTOPS[desktop], "QT_QPA_PLATFORM": "xcb"}

    def texts(language: str) -> dict[str, str]:
        told = subprocess.run(
            [sys.executable, "-m", "tests.desktop.words_of_qt", language],
            cwd=ROOT, env=environment, timeout=PATIENCE, check=True, capture_output=True, text=True,
        )  # fmt: skip
        said: dict[str, str] = json.loads(told.stdout)
        return said

    english, indonesian = texts("en"), texts("id")
    same = {place: text for place, text in english.items() if text == indonesian[place]}
    assert {place: text for place, text in same.items() if text and text not in COMMON} == {}
    assert len(english) > 50
