"""Home leads to every page there is."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.home.tile import PageTile, SmallTile
from gui.look.theme import Theme
from gui.pages import PAGES
from gui.shell.app_context import AppContext
from gui.shell.guide.guide_window import GuideWindow
from gui.shell.main_window import MainWindow
from gui.widgets.buttons.button import Button
from models.settings import staff
from tests.gui.conftest import Said
from tests.readable import a_product, an_order


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


def test_a_new_shop_is_led_to_the_first_hour_until_its_first_order(
    context: AppContext, qtbot: QtBot
) -> None:
    window = MainWindow(context, lambda name: HomePage, "main")
    qtbot.addWidget(window)
    window.resize(1366, 743)
    window.show()
    home = window.open("home")
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: not home.refresher.stale)
    guide = next(button for button in home.findChildren(Button) if button.key == "F1")
    assert guide.text() == "New here? The first hour"
    QTest.mouseClick(guide, Qt.MouseButton.LeftButton)
    (first,) = window.findChildren(GuideWindow)
    assert first.text.topic == "first_hour"
    QTest.keyClick(first, Qt.Key.Key_Escape)
    an_order(a_product("Teh"))
    context.feed.read()
    qtbot.waitUntil(lambda: guide.text() == "Guide and keys")
    QTest.mouseClick(guide, Qt.MouseButton.LeftButton)
    assert [each.text.topic for each in window.findChildren(GuideWindow) if each.isVisible()] == [
        "index"
    ]


@pytest.mark.parametrize("size", [(960, 520), (800, 560)])
def test_its_tiles_stand_below_each_other_where_there_is_little_room(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = MainWindow(context, lambda name: HomePage, "main")
    qtbot.addWidget(window)
    window.resize(*size)
    home = window.open("home")
    window.show()
    qtbot.waitUntil(lambda: not home.refresher.stale)
    assert home.width() <= window.width(), "nothing is scrolled sideways"
    buttons = [*home.findChildren(Button), *home.findChildren(PageTile)]
    assert [b.accessibleName() for b in buttons if b.geometry().right() > home.width()] == []


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (1280, 604)])
def test_all_of_it_is_in_sight_on_a_notebook(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = MainWindow(context, lambda name: HomePage, "main")
    qtbot.addWidget(window)
    window.resize(*size)
    home = window.open("home")
    window.show()
    qtbot.waitUntil(lambda: not home.refresher.stale)
    assert home.mapTo(window, home.rect().bottomRight()).y() < size[1], "nothing is scrolled"


@pytest.mark.parametrize(
    ("code", "pin", "told"),
    [
        ("K1", "1111", ["Rp5.000", "sold by K1 today"]),
        ("G1", "", ["0", "lines picked by G1 today"]),
        ("P1", "2718", ["Rp5.000", "today"]),
    ],
)
def test_who_may_not_see_the_shop_s_figures_sees_their_own(
    context: AppContext, qtbot: QtBot, code: str, pin: str, told: list[str]
) -> None:
    tea = a_product("Teh", 5_000)
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER, "1111")
    staff.add("G1", staff.WAREHOUSE)
    staff.sign_in("K1", "1111")
    an_order(tea)
    staff.sign_in(code, pin)
    home = HomePage(context)
    qtbot.addWidget(home)
    home.resize(1366, 743)
    home.show()
    qtbot.waitUntil(lambda: not home.refresher.stale)
    (tile,) = (x for x in home.findChildren(PageTile) if x.objectName() == "statistics")
    qtbot.waitUntil(lambda: all(part in tile.accessibleDescription() for part in told))
    staff.sign_out()


@pytest.mark.parametrize(("wide", "rows"), [(400, 1), (150, 2)])
def test_a_title_too_long_for_its_tile_goes_on_in_a_second_row(
    qtbot: QtBot, wide: int, rows: int
) -> None:
    theme = Theme("light")
    tile = SmallTile(theme, "Semua pesanan", "history")
    qtbot.addWidget(tile)
    tile.resize(wide, 80)
    image = tile.grab().toImage()
    ink = QColor(theme.color("text")).lightness() + 60
    inked = [
        y
        for y in range(4, 76)
        if any(image.pixelColor(x, y).lightness() < ink for x in range(44, wide - 4))
    ]
    gaps = sum(below - above > 1 for above, below in pairwise(inked))
    assert 1 + gaps == rows
