"""Every key can be changed at a station; never are two commands on one, and all follow."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.input.actions import Actions
from gui.input.key_map import Obstacle, kept_keys, obstacle, put_keys
from gui.runtime.station import Station
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.shell.command_palette import CommandPalette
from gui.shell.guide.key_list import KeyList
from gui.widgets.text.key_chip import KeyChip
from gui.words.language import Language
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product

pytestmark = pytest.mark.usefixtures("language")


def test_a_changed_key_replaces_the_usual_ones() -> None:
    actions = Actions(changed={"order.pay": "Shift+F9"})
    assert actions.keys("order.pay") == ["Shift+F9"]
    assert actions.key_names("order.pay") == ["Shift+F9"]
    assert actions.keys("order.send") == ["F10"]


def test_both_enter_keys_are_one() -> None:
    actions = Actions(changed={"order.send": "Shift+Return"})
    assert actions.keys("order.send") == ["Shift+Return", "Shift+Enter"]
    assert actions.key_names("order.send") == ["Shift+Enter"]


def test_a_command_may_have_no_key() -> None:
    actions = Actions(changed={"order.pay": ""})
    assert actions.keys("order.pay") == []
    assert actions.key("order.pay") == ""


@pytest.mark.parametrize(
    ("id", "key", "other"),
    [
        ("order.note", "F9", "order.pay"),
        ("order.note", "Ctrl+Return", "order.pay"),
        ("order.note", "Ctrl+K", "window.palette"),
        ("window.palette", "F9", "order.pay"),
        ("payment.part", "C", "payment.cash"),
        ("payment.part", "F10", "order.send"),
        ("queue.part", "S", "queue.short"),
    ],
)
def test_a_key_that_does_something_else_is_refused_with_its_name(
    id: str, key: str, other: str
) -> None:
    assert obstacle(Actions(), id, key) == Obstacle("taken", other)


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("order.note", "A"), ("order.note", "7"), ("order.note", "Left"), ("order.note", "Ctrl+C"),
        ("order.note", "Tab"), ("order.note", "Space"), ("order.note", "Shift+B"),
        ("catalogue.new", "Del"), ("queue.short", "5"), ("window.lock", "J"),
        ("order.note", "Ctrl+Left"), ("order.note", "Return"),
    ],
)  # fmt: skip
def test_what_is_written_or_moves_about_stays_so(id: str, key: str) -> None:
    assert obstacle(Actions(), id, key) == Obstacle("written")


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("order.note", "Shift+F9"), ("order.note", "Shift+F3"), ("order.note", "Ctrl+J"),
        ("order.note", "Alt+N"), ("order.note", "F3"), ("queue.short", "X"), ("queue.short", "Q"),
        ("payment.part", "P"), ("order.note", "Ctrl+Shift++"), ("catalogue.new", "F9"),
        ("order.note", "Ctrl+F9"),
    ],
)  # fmt: skip
def test_a_free_key_is_given(id: str, key: str) -> None:
    assert obstacle(Actions(), id, key) is None


def test_a_key_that_was_freed_can_be_given_away() -> None:
    actions = Actions(changed={"order.pay": "Shift+F9"})
    assert obstacle(actions, "order.note", "F9") is None
    assert obstacle(actions, "order.note", "Shift+F9") == Obstacle("taken", "order.pay")


def test_what_was_chosen_here_wins_in_every_language(language: Language) -> None:
    actions = Actions(changed={"payment.part": "T"})
    assert actions.keys("payment.cash") == ["C"]
    language.choose("id")
    assert actions.keys("payment.part") == ["T"]
    assert actions.keys("payment.cash") == []


def test_the_station_keeps_its_keys(tmp_path: Path) -> None:
    station = Station(tmp_path)
    actions = Actions()
    put_keys(actions, station, {"order.pay": "Shift+F9", "order.note": ""})
    station.close()
    again = Station(tmp_path)
    assert kept_keys(again) == {"order.pay": "Shift+F9", "order.note": ""}
    put_keys(actions, again, {"order.note": ""})
    again.close()
    assert kept_keys(Station(tmp_path)) == {"order.note": ""}


def test_a_command_that_is_no_more_is_forgotten() -> None:
    assert Actions(changed={"order.dance": "Shift+F9"}).changed == {}


def test_buttons_help_and_palette_show_the_new_key(context: AppContext, qtbot: QtBot) -> None:
    actions, theme = Actions(changed={"order.pay": "Shift+F9"}), context.theme
    page = QWidget()
    qtbot.addWidget(page)
    pressed: list[str] = []
    action = actions.bind(page, "order.pay", lambda: pressed.append("pay"))
    button = ActionButton(theme, action, parent=page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    assert button.key == "Shift+F9"
    QTest.keyClick(button, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert pressed == ["pay"]
    sheet = KeyList(theme, actions, page)
    names = [chip.accessibleName() for chip in sheet.findChildren(KeyChip)]
    assert "Shift+F9" in names
    assert "F9" in names  # pay in the list of all orders
    palette = CommandPalette(page, theme, actions, context.open)
    shown = palette.list.rows.row(0)
    assert shown.shortcuts()[0].toString() == "Shift+F9"
    sheet.close()
    palette.close()


def test_the_keys_of_the_empty_box_follow_too(context: AppContext, qtbot: QtBot) -> None:
    a_product("Teh", 3000, barcodes=["8991001"])
    put_keys(
        context.actions, context.station, {"order.more": "F4", "order.hold": "", "order.less": "+"}
    )
    cashier = Cashier(context, qtbot)
    cashier.scan("8991001", "8991001")
    cashier.press("F4")
    assert cashier.cart == [("Teh", 3)]
    cashier.press("+", "+")
    assert cashier.cart == [("Teh", 1)]
    cashier.press("-")  # means nothing now, so it is typed
    assert cashier.cart == [("Teh", 1)]
    assert cashier.box == "-"
