"""Settings, Database and backup: old orders are removed, by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.data.old_orders import OldOrdersDialog
from models.orders import orders
from models.session import new_request
from models.settings import staff
from models.shop.removal import retention, tables_owner
from models.shop.removal.tables_owner import Login
from tests.conftest import SetClock
from tests.journeys.person import TYPIST
from tests.readable import a_product, an_order


@pytest.fixture
def dialog(application: Application, clock: SetClock, qtbot: QtBot) -> Iterator[OldOrdersDialog]:
    """Open in a shop with an order of years ago."""
    clock.set(2019, 3, 5, 10)
    tea = a_product("Teh")
    orders.cancel(an_order(tea).id, "batal")
    clock.set(2026, 3, 2, 9)
    an_order(tea)
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_in("P1", "2718")
    window = application.main_windows[0]
    dialog = OldOrdersDialog(window.page.context, new_request(), window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    staff.sign_out()


def test_what_goes_follows_the_years_and_nothing_is_done_before_it_is_seen(
    dialog: OldOrdersDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "There are no finished orders" in dialog.told.text())
    assert not dialog.verb.isEnabled()
    QTest.keyClicks(dialog.years, "2")
    said = "1 finished orders of before 1 Jan 2024 would go"
    qtbot.waitUntil(lambda: dialog.told.text().startswith(said))
    assert "article 28 (11)" in dialog.told.text()
    QTest.keyClick(dialog.years, Qt.Key.Key_Return)  # the word is missing
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.word
    QTest.keyClicks(dialog.word, "erase", delay=TYPIST)
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.word
    QTest.keyClick(dialog.word, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert retention.plan(2).orders == 1


def test_what_stays_though_it_is_old_is_said_with_its_reason(
    application: Application, clock: SetClock, qtbot: QtBot
) -> None:
    clock.set(2019, 3, 5, 10)
    orders.cancel(an_order(a_product("Teh")).id, "batal")
    clock.set(2026, 3, 2, 9)
    window = application.main_windows[0]
    dialog = OldOrdersDialog(window.page.context, new_request(), window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.years, "2")
    qtbot.waitUntil(lambda: "1 as old stay" in dialog.told.text())
    assert "or stored last of all, so that no number is given twice." in dialog.told.text()
    dialog.close()


def test_all_of_it_can_be_read(dialog: OldOrdersDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.years, "2")
    qtbot.waitUntil(lambda: "28 (11)" in dialog.told.text())
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QLineEdit), dialog.verb]
    for part in filter(QWidget.isVisible, parts):
        needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else 0
        assert part.height() >= max(needed, part.minimumSizeHint().height()), part
    dialog.close()


def test_on_a_server_the_owner_of_the_tables_is_asked_for(
    application: Application, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(tables_owner, "needs_login", lambda: True)
    window = application.main_windows[0]
    dialog = OldOrdersDialog(window.page.context, new_request(), window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for text in ("", "", "botbelanja_owner", "secret"):
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text, delay=TYPIST)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert dialog.login() == Login("botbelanja_owner", "secret")
    assert dialog.owners_login is not None
    assert dialog.owners_login.password.displayText() != "secret"
    dialog.close()
