"""Home leads to every page there is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.home.tile import PageTile, SmallTile
from gui.pages import PAGES
from gui.shell.app_context import AppContext
from tests.gui.conftest import Said


def test_each_page_is_opened_from_its_tile(context: AppContext, said: Said, qtbot: QtBot) -> None:
    home = HomePage(context)
    qtbot.addWidget(home)
    home.resize(1366, 743)
    home.show()
    qtbot.waitUntil(lambda: not home.refresher.stale)
    for kind in (PageTile, SmallTile):
        for tile in home.findChildren(kind):
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    opened = [page for page, arguments in said.opened if "section" not in arguments]
    assert sorted(opened) == sorted(PAGES.keys() - {"home"})
    assert ("settings", {"section": "privacy"}) in said.opened
