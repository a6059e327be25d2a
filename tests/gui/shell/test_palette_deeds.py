"""What the palette offers of another page is done from anywhere, or named after that page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.commands import ANYWHERE, COMMANDS
from gui.shell.command_palette import CommandPalette
from gui.shell.main_window import MainWindow
from models.settings import preferences
from models.storage.database import transaction

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def main_window(application: Application, qtbot: QtBot) -> MainWindow:
    main_window = application.start("order_entry")
    qtbot.waitExposed(main_window)
    return main_window


def offered(
    main_window: MainWindow, qtbot: QtBot, typed: str
) -> tuple[CommandPalette, list[QAction]]:
    qtbot.keyClick(main_window.page, Qt.Key.Key_K, CTRL)
    palette = main_window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.box.field, typed)
    return palette, [palette.list.rows.row(at) for at in range(palette.list.rows.rowCount())]


def test_a_backup_is_made_from_the_counter(
    main_window: MainWindow, shop_file: Path, qtbot: QtBot
) -> None:
    palette, _ = offered(main_window, qtbot, "back up now")
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main_window.page.name == "settings")
    qtbot.waitUntil(lambda: len(list(shop_file.parent.rglob("*.sqlite3"))) > 1)


@pytest.mark.parametrize("page", ["order_entry", "home"])
@pytest.mark.parametrize("is_demo", [False, True])
def test_the_demo_is_removed_only_where_there_is_one(
    main_window: MainWindow, qtbot: QtBot, is_demo: bool, page: str
) -> None:
    with transaction():
        preferences.write(preferences.DEMO, is_demo)
    main_window.open(page)
    palette, rows = offered(main_window, qtbot, "remove the demo")
    assert ("home.remove_demo" in [row.objectName() for row in rows]) is is_demo
    palette.close()


def test_what_is_done_from_anywhere_can_be_done_on_a_page_that_was_just_opened(
    application: Application, main_window: MainWindow
) -> None:
    for command in COMMANDS:
        if command.id in ANYWHERE:
            main_window.open(command.group)
            there = application.context.actions.in_front(main_window)
            assert [one.isEnabled() for one in there if one.objectName() == command.id] == [True]


def test_no_two_entries_are_called_the_same(main_window: MainWindow, qtbot: QtBot) -> None:
    palette, rows = offered(main_window, qtbot, "import")
    texts = [row.text() for row in rows]
    assert texts.count("Import") == 1
    palette.close()
