"""Home offers a newer version: one that was brought, or that works in the shop elsewhere."""

import platform
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.home.update_line import UpdateLine
from gui.look.theme import Theme
from gui.runtime.station import Station
from gui.shell.announcements import whats_new
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from models import session
from models.journal import journal
from models.settings import preferences, program
from models.shop.opening import Shop
from models.shop.verify import verify

CHANGES = """# Changelog

## Unreleased
- Not yet.

## 0.3.0 - 2027-02-01

### Added
- Bells <b>and</b> whistles.

## 0.2.0 - 2027-01-01
- Bells.

## 0.1.0 - 2026-11-22
- A door.
"""


@pytest.fixture
def home(context: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> HomePage:
    monkeypatch.setattr("gui.home.update_line.disks", list)
    page = HomePage(context)
    qtbot.addWidget(page)
    page.resize(1366, 743)
    page.show()
    qtbot.waitUntil(lambda: not page.refresher.stale)
    return page


def line_of(home: HomePage) -> UpdateLine:
    (line,) = home.findChildren(UpdateLine)
    return line


def test_where_nothing_is_newer_nothing_is_said(home: HomePage) -> None:
    assert not line_of(home).isVisible()


def test_an_installer_beside_the_shop_is_offered_until_it_is_gone(
    home: HomePage, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    assert shop.path is not None
    file = shop.path.with_name("botbelanja_99.0.0_amd64.deb")
    file.touch()
    home.refresh()
    line = line_of(home)
    assert line.isVisible()
    assert line.text().startswith(f"Version 99.0.0 is here: {file}. Close the program")
    file.unlink()
    home.refresh()
    assert not line.isVisible()


def test_a_version_that_works_in_the_shop_elsewhere_is_told_to_the_older_one(
    home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(session, "PROGRAM_VERSION", "0.9.0")
        program.note()
        written = journal.newest()
        program.note()
        assert journal.newest() == written, "once for each version"
    program.note()  # an older one changes nothing
    assert preferences.get(preferences.PROGRAM) == "0.9.0"
    assert verify().is_whole
    home.refresh()
    assert line_of(home).text().startswith("Version 0.9.0 works in this shop on another computer.")


@pytest.mark.parametrize(
    ("before", "told"), [("0.2.0", ["0.3.0"]), ("0.1.0", ["0.3.0", "0.2.0"]), ("0.3.0", [])]
)
def test_what_a_version_brought_is_shown_once(
    before: str,
    told: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "CHANGELOG.md").write_text(CHANGES)
    monkeypatch.setattr(session, "PROGRAM_VERSION", "0.3.0")
    monkeypatch.setattr(whats_new, "CHANGELOG", tmp_path / "CHANGELOG.md")
    station, window = Station(tmp_path), QWidget()
    qtbot.addWidget(window)
    window.show()
    if before != "0.1.0":  # which noted none
        station.remember("version", before)
    whats_new.show_news(station, Theme("light"), window)
    shown = window.findChildren(QDialog)
    assert len(shown) == bool(told)
    if told:
        text = shown[0].findChild(QTextBrowser).toPlainText()
        assert [version for version in ("0.3.0", "0.2.0", "0.1.0") if version in text] == told
        assert "Not yet" not in text
        qtbot.waitUntil(shown[0].isVisible)
        (go_on,) = shown[0].findChildren(Button)
        QTest.keyClick(go_on, Qt.Key.Key_Space)
        assert not shown[0].isVisible()
    whats_new.show_news(station, Theme("light"), window)
    assert [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()] == []
    station.close()
