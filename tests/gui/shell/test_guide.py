"""F1: the page of the guide that belongs to what is in front, its links, its search, its keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import page_class
from gui.first_run.dialog import FirstRunDialog
from gui.input.commands import COMMANDS
from gui.look.theme import Theme
from gui.pages import GUIDE, PAGES
from gui.settings.page import _SECTIONS
from gui.shell.app_context import AppContext
from gui.shell.guide import guide_pages
from gui.shell.guide.guide_window import GuideWindow
from gui.shell.guide.key_list import KeyList
from gui.shell.main_window import MainWindow
from gui.shell.page import Page
from gui.widgets.buttons.nav_button import NavButton
from gui.widgets.text.labels import Label
from gui.words.language import Language
from tests.readable import a_product

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def bring_to_front(window: QWidget, qtbot: QtBot) -> None:
    """As a window manager does; without one, keys would go to what was in front before."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def shown(
    context: AppContext, kind: Callable[[str], type[Page]], qtbot: QtBot, name: str
) -> MainWindow:
    window = MainWindow(context, kind, "main")
    qtbot.addWidget(window)
    window.resize(1366, 743)
    window.show()
    page = window.open(name)
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: not page.refresher.stale)
    return window


@pytest.fixture
def main_window(context: AppContext, qtbot: QtBot) -> MainWindow:
    """With pages that hold nothing."""

    def blank(name: str) -> type[Page]:
        return type(f"{name}Page", (Page,), {"name": name})

    return shown(context, blank, qtbot, "home")


@pytest.fixture
def opened(main_window: MainWindow, qtbot: QtBot) -> Callable[[], GuideWindow]:
    def press() -> GuideWindow:
        bring_to_front(main_window, qtbot)
        QTest.keyClick(main_window, Qt.Key.Key_F1)
        (window,) = main_window.findChildren(GuideWindow)
        bring_to_front(window, qtbot)
        return window

    return press


def _listed(window: GuideWindow) -> list[str]:
    return [each.objectName() for each in window.findChildren(NavButton) if each.isVisible()]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_f1_opens_the_page_of_the_guide_for_each_page(
    name: str, context: AppContext, qtbot: QtBot
) -> None:
    window = shown(context, page_class, qtbot, name)
    sections = _SECTIONS if name == "settings" else [""]
    for section in sections:
        if section:
            window.open(name, section=section)
        bring_to_front(window, qtbot)
        QTest.keyClick(window, Qt.Key.Key_F1)
        (opened,) = (each for each in window.findChildren(GuideWindow) if each.isVisible())
        topic = f"settings.{section}" if section else "home.new" if name == "home" else name
        assert opened.text.topic == GUIDE[topic]
        opened.close()


def _guide_of(window: MainWindow, qtbot: QtBot) -> tuple[str, str]:
    """The page that F1 opens, and the title of the first keys beside it."""
    QTest.keyClick(window, Qt.Key.Key_F1)
    (opened,) = (each for each in window.findChildren(GuideWindow) if each.isVisible())
    (keys,) = opened.findChildren(KeyList)
    told = opened.text.topic, keys.findChildren(Label)[0].text()
    opened.close()
    bring_to_front(window, qtbot)
    return told


def test_f1_knows_what_lies_over_the_counter(context: AppContext, qtbot: QtBot) -> None:
    a_product("Teh", barcodes=["8991001"])
    window = shown(context, page_class, qtbot, "order_entry")
    assert _guide_of(window, qtbot) == ("counter", "Order entry")
    window.open("order_entry", scanned="8991001")
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert _guide_of(window, qtbot) == ("payment", "Payment")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QApplication.clipboard().setText("teh 3\ngula 2 kg")
    QTest.keyClick(window, Qt.Key.Key_V, CTRL)
    assert _guide_of(window, qtbot) == ("lists", "Shopping list")


def test_f1_knows_what_lies_over_the_catalogue(
    context: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    prices = tmp_path / "prices.csv"
    prices.write_text("name,price\nTeh,4000\n")
    window = shown(context, page_class, qtbot, "catalogue")
    window.open("catalogue", import_path=str(prices))
    assert _guide_of(window, qtbot) == ("import", "Import")


def test_esc_and_f1_close_it(
    main_window: MainWindow, opened: Callable[[], GuideWindow], qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        window = opened()
        with qtbot.waitSignal(window.destroyed):
            QTest.keyClick(window.text, key)


def test_every_key_stands_beside_it(opened: Callable[[], GuideWindow]) -> None:
    (keys,) = opened().findChildren(KeyList)
    assert keys.isVisible()
    shown = {label.text() for label in keys.findChildren(Label)}
    assert {command.text for command in COMMANDS if command.keys} <= shown


def test_a_narrow_window_shows_the_keys_on_a_page_of_their_own(
    main_window: MainWindow, opened: Callable[[], GuideWindow]
) -> None:
    main_window.resize(640, 480)
    window = opened()
    assert window.text.isVisible()
    assert window.text.width() > window.width() // 2
    assert not window.keys.isVisible()
    window.text.open("keys")
    assert window.keys.isVisible()
    assert not window.text.isVisible()


def test_what_is_typed_is_looked_for(opened: Callable[[], GuideWindow]) -> None:
    window = opened()
    QTest.keyClicks(window.text, "scales")
    assert QApplication.focusWidget() is window.search.field
    assert set(_listed(window)) == set(guide_pages.found("scales", "en")) < set(guide_pages.TOPICS)
    assert window.text.topic == "scanner"
    assert [mark.cursor.selectedText().casefold() for mark in window.text.extraSelections()] == [
        "scales"
    ] * len(window.text.extraSelections())
    QTest.keyClicks(window.search.field, "xyz")
    assert _listed(window) == []
    QTest.keyClick(window.search.field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(window.search.field, Qt.Key.Key_Delete)
    assert _listed(window) == list(guide_pages.TOPICS)


def test_links_lead_to_other_pages_and_back(opened: Callable[[], GuideWindow]) -> None:
    window = opened()
    window.text.open("board")
    window.text.open("drawer")
    QTest.keyClick(window.text, Qt.Key.Key_Tab)  # onto its first link
    linked = window.text.textCursor().charFormat().anchorHref()
    QTest.keyClick(window.text, Qt.Key.Key_Return)
    assert window.text.topic == linked.removesuffix(".md")
    QTest.keyClick(window.text, Qt.Key.Key_Left, ALT)
    assert window.text.topic == "drawer"
    (button,) = (each for each in window.findChildren(NavButton) if each.isChecked())
    assert button.objectName() == "drawer"


def test_a_press_on_a_name_opens_its_page(opened: Callable[[], GuideWindow]) -> None:
    window = opened()
    (button,) = (each for each in window.findChildren(NavButton) if each.objectName() == "day")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert window.text.topic == "day"


def test_ctrl_f_goes_to_the_search(opened: Callable[[], GuideWindow]) -> None:
    window = opened()
    QTest.keyClick(window.text, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is window.search.field


@pytest.mark.parametrize("by", ["key", "button"])
def test_the_first_hour_is_opened_from_the_first_run(
    language: Language, qtbot: QtBot, by: str
) -> None:
    language.choose("id")
    first_run = FirstRunDialog(Theme("light"), language, place="shop.sqlite3")
    qtbot.addWidget(first_run)
    first_run.show()
    bring_to_front(first_run, qtbot)
    assert (first_run.guide.text(), first_run.guide.key) == ("Panduan dan tombol", "F1")
    if by == "key":
        QTest.keyClick(first_run.page, Qt.Key.Key_F1)
    else:
        QTest.mouseClick(first_run.guide, Qt.MouseButton.LeftButton)
    (window,) = first_run.findChildren(GuideWindow)
    assert window.text.document().begin().text() == "Jam pertama"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert first_run.isVisible()


@pytest.mark.parametrize("by", ["key", "button"])
def test_a_locked_window_says_how_to_find_help(
    main_window: MainWindow, qtbot: QtBot, by: str
) -> None:
    main_window.lock("")
    lock = main_window.lock_screen
    assert lock is not None
    qtbot.waitUntil(lock.isVisible)
    assert (lock.guide.text(), lock.guide.key) == ("Guide and keys", "F1")
    if by == "key":
        QTest.keyClick(lock.fields.pin_line, Qt.Key.Key_F1)
    else:
        QTest.mouseClick(lock.guide, Qt.MouseButton.LeftButton)
    (window,) = lock.findChildren(GuideWindow)
    assert window.text.topic == "staff"
    bring_to_front(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert main_window.is_locked
