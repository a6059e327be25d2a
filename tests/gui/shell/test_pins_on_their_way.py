"""A PIN is looked at on the thread of the verbs: no window waits for it, and no second press, no
Esc and no window that is built anew meanwhile gets in between.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.shop.staff_codes import StaffSection
from gui.settings.shop.staff_dialogs import PinDialog
from gui.shell.main_window import MainWindow
from gui.shell.sign_in.approval import ApprovalDialog
from gui.shell.sign_in.recovery import RecoveryCodeDialog, RecoveryDialog
from gui.widgets.messages.confirmation import Question
from models import session
from models.catalogue import catalogue
from models.errors import NotAllowed, ShopError
from models.journal import journal
from models.settings import pins, staff
from models.shop.opening import Shop
from tests.gui.held_by_another import held_by_another
from tests.readable import a_product

pytestmark = pytest.mark.usefixtures("beeps")

Key = Qt.Key
PIN = "2222"  # typed at once it is no scan: one key held down


class Station:
    """The program with its threads, as P1 (an owner), K1 or nobody finds it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot
        self.window = self._active(application.start("home"))

    def _active(self, window: MainWindow) -> MainWindow:
        self.qtbot.waitActive(window)
        return window

    def type_in(self, field: QWidget, text: str, *, enters: int = 1) -> None:
        field.setFocus()
        QTest.keyClicks(field, text)
        self.application.scanner.settle()
        for _ in range(enters):
            QTest.keyClick(field, Key.Key_Return, delay=2)

    def sign_in(self, code: str, pin: str, *, enters: int = 1) -> None:
        assert self.window.lock_screen is not None
        fields = self.window.lock_screen.fields
        fields.code_line.setText(code)
        self.type_in(fields.pin_line, pin, enters=enters)

    def until_open(self) -> None:
        self.qtbot.waitUntil(lambda: not self.application.front().is_locked)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def staff_section(self) -> StaffSection:
        page = self.window.open("settings")
        assert isinstance(page, SettingsPage)
        page.show_section("staff")
        assert isinstance(page.section, StaffSection)
        self.qtbot.waitUntil(page.section.use_button.isEnabled)
        return page.section


@pytest.fixture
def pins_typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every PIN that was looked at."""
    looked: list[str] = []
    look = pins._fits  # noqa: SLF001

    def fits(kept: str, pin: str) -> bool:
        looked.append(pin)
        return look(kept, pin)

    monkeypatch.setattr(pins, "_fits", fits)
    return looked


@pytest.fixture
def station(qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot) -> Iterator[Station]:
    a_product("Gula", 17_000)
    staff.add("P1", staff.OWNER, PIN)
    staff.add("K1", staff.COUNTER)
    staff.sign_out()
    station = Station(Application(qapp, shop, tmp_path, "en", "light"), qtbot)
    yield station
    station.application.close()


def test_a_pin_that_is_entered_twice_is_one_try(
    station: Station, shop: Shop, pins_typed: list[str], qtbot: QtBot
) -> None:
    with held_by_another(shop):
        station.sign_in("P1", "9999", enters=3)
        assert station.window.is_locked
    assert station.window.lock_screen is not None
    qtbot.waitUntil(station.window.lock_screen.fields.wrong.isVisible)
    assert pins_typed == ["9999"]
    station.sign_in("P1", PIN)
    station.until_open()
    assert session.current.staff == "P1"


def test_windows_that_are_built_anew_meanwhile_open_as_well(
    station: Station, shop: Shop, qtbot: QtBot
) -> None:
    before = station.window.lock_screen
    with held_by_another(shop):
        station.sign_in("P1", PIN)
        station.application.apply_settings(theme="dark")
        qtbot.waitUntil(lambda: not isValid(before))
        assert station.application.front().is_locked
    station.until_open()


def test_who_comes_back_by_the_recovery_code_is_given_the_next_one(
    station: Station, shop: Shop, qtbot: QtBot
) -> None:
    session.current.staff = "P1"
    recovery = staff.make_recovery_code("P1").value
    staff.sign_out()
    assert station.window.lock_screen is not None
    forgotten = station.window.lock_screen.forgotten
    QTest.mouseClick(forgotten, Qt.MouseButton.LeftButton)
    dialog = station.dialog(RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    with held_by_another(shop):
        dialog.code.setText("P1")
        dialog.recovery.setText(recovery)
        dialog.pin.setText("4444")
        station.type_in(dialog.again, "4445")
        assert dialog.wrong.text().startswith("The two PINs are not the same")
        station.type_in(dialog.again, "4444", enters=2)
        QTest.keyClick(dialog, Key.Key_Escape)
    station.until_open()
    following = station.dialog(RecoveryCodeDialog)
    assert isinstance(following, RecoveryCodeDialog)
    assert following.shown.text() != recovery
    recovered, made = journal.since(0)[-2:]
    assert (recovered.staff, recovered.payload["recovered"]) == ("P1", True)
    assert made.staff == "P1"
    QTimer.singleShot(0, lambda: QTest.keyClick(question(), Key.Key_Escape))
    QTest.keyClick(following, Key.Key_Escape)
    assert following.isVisible(), "it is asked first: the code is never shown again"
    QTest.keyClick(following, Key.Key_Return)
    assert QApplication.activeModalWidget() is None


def question() -> Question:
    """What is asked in front."""
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Question)
    return asked


def in_approval(station: Station, do: Callable[[ApprovalDialog], None]) -> list[ShopError]:
    """K1 changes a price, and what is done in the dialog; the refusals."""
    session.current.staff = "K1"
    told: list[object] = []
    refused: list[ShopError] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ApprovalDialog):
            do(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(5, look)
    change = partial(catalogue.change_product, 1, price=18_000)
    station.application.context.run(change, told.append, refused.append)
    station.qtbot.waitUntil(lambda: bool(told or refused))
    return refused


def test_an_approval_that_is_entered_twice_lets_one_deed_pass(
    station: Station, pins_typed: list[str]
) -> None:
    def approve(dialog: ApprovalDialog) -> None:
        station.type_in(dialog.fields.pin_line, PIN, enters=2)

    assert in_approval(station, approve) == []
    assert pins_typed == [PIN]
    assert journal.since(0)[-1].payload["approved_by"] == "P1"


def test_esc_while_an_approval_is_on_its_way_is_no(
    station: Station, shop: Shop, pins_typed: list[str]
) -> None:
    def think_better(dialog: ApprovalDialog) -> None:
        with held_by_another(shop):
            station.type_in(dialog.fields.pin_line, PIN)
            QTest.keyClick(dialog, Key.Key_Escape)

    (error,) = in_approval(station, think_better)
    assert isinstance(error, NotAllowed)
    station.qtbot.waitUntil(lambda: bool(pins_typed))
    assert catalogue.product(1).price == 17_000


def test_the_first_pin_is_told_and_comes_with_its_recovery_code_though_esc_was_pressed(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    staff.add("P1", staff.OWNER)
    station = Station(Application(qapp, shop, tmp_path, "en", "light"), qtbot)
    section = station.staff_section()
    QTest.mouseClick(section.pin_button, Qt.MouseButton.LeftButton)
    dialog = station.dialog(PinDialog)
    assert isinstance(dialog, PinDialog)
    with held_by_another(shop):
        dialog.first.setText(PIN)
        station.type_in(dialog.again, PIN, enters=2)
        QTest.keyClick(dialog, Key.Key_Escape)
    QTest.keyClick(station.dialog(RecoveryCodeDialog), Key.Key_Return)
    assert station.window.undo_bar is not None
    assert "PIN of P1 changed" in station.window.undo_bar.accessibleName()
    station.application.close()


def test_a_code_that_is_put_out_of_use_by_two_presses_comes_back_by_undo(
    station: Station, shop: Shop, qtbot: QtBot
) -> None:
    station.sign_in("P1", PIN)
    station.until_open()
    section = station.staff_section()
    section.list.go_to(0)
    assert section.list.current.code == "K1"
    with held_by_another(shop):
        for _ in range(2):
            QTest.mouseClick(section.use_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: station.window.undo_bar is not None)
    QTest.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: all(person.active for person in staff.everyone()))
