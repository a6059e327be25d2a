"""Whatever changes the shop for all its stations is said, and taken back with one key."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.shop.lateness import LatenessSection
from gui.settings.shop.shop import ShopSection
from gui.settings.shop.staff_codes import StaffSection
from gui.widgets.messages.undo_bar import UndoBar
from models.settings import preferences
from models.settings.preferences import Preference
from tests.gui.keys_in_time import key_of


def press(key: str) -> None:
    keys, focused = key_of(key), QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, keys.key(), keys.keyboardModifiers())


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def write(page: QWidget, field: str, text: str) -> None:
    box = getattr(page, field)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text, delay=90)
    press("Return")


def choose_zone(page: ShopSection) -> None:
    page.zone.setFocus()
    press("Down")
    press("Return")


def choose_day_ends(page: ShopSection) -> None:
    page.day_ends.setFocus()
    press("Down")
    press("Return")


def choose_rounding(page: ShopSection) -> None:
    click(page.rounding.findChildren(QAbstractButton)[-1])


def tick_tax(page: ShopSection) -> None:
    click(page.tax, QPoint(12, page.tax.height() // 2))


def tick_at_counter(page: LatenessSection) -> None:
    click(page.at_counter, QPoint(12, page.at_counter.height() // 2))


DEEDS: list[tuple[str, Preference[Any], Callable[[Any], None]]] = [
    ("shop", preferences.SHOP_NAME, lambda page: write(page, "name", "toko")),
    ("shop", preferences.SHOP_ADDRESS, lambda page: write(page, "address", "jalan")),
    ("shop", preferences.RECEIPT_FOOTER, lambda page: write(page, "footer", "suwun")),
    ("shop", preferences.ZONE, choose_zone),
    ("shop", preferences.DAY_ENDS, choose_day_ends),
    ("shop", preferences.CASH_ROUNDING, choose_rounding),
    ("shop", preferences.PRICES_INCLUDE_TAX, tick_tax),
    ("lateness", preferences.AT_COUNTER, tick_at_counter),
    ("lateness", preferences.WARN_AFTER, lambda page: write(page, "warn", "3")),
    ("lateness", preferences.LATE_AFTER, lambda page: write(page, "late", "9")),
    ("lateness", preferences.QUESTION_AFTER, lambda page: write(page, "question", "4")),
    ("lateness", preferences.BOARD_AFTER, lambda page: write(page, "board", "7")),
    ("staff", preferences.IDLE_LOCK, lambda page: write(page, "idle", "3")),
    ("staff", preferences.DISCOUNT_LIMIT, lambda page: write(page, "discount", "25")),
]


@pytest.mark.parametrize(
    ("section", "preference", "deed"), DEEDS, ids=lambda v: getattr(v, "key", None)
)
def test_it_is_said_and_undone(
    application: Application, qtbot: QtBot, section: str,
    preference: Preference[Any], deed: Callable[[Any], None],
) -> None:  # fmt: skip
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    assert isinstance(page.section, ShopSection | LatenessSection | StaffSection)
    before = preferences.get(preference)
    deed(page.section)
    assert preferences.get(preference) != before
    qtbot.waitUntil(lambda: bool(application.front().findChildren(UndoBar)))
    QTest.qWaitForWindowActive(application.front())
    press("Ctrl+Z")
    assert preferences.get(preference) == before
    QCoreApplication.sendPostedEvents()
