"""Settings: every choice is kept, told and can be taken back; privacy can be checked."""

import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.look.theme import Theme
from gui.settings.data import privacy as privacy_page
from gui.settings.data import restoring
from gui.settings.data import storage as storage_page
from gui.settings.data.privacy import PolicyDialog, PrivacySection
from gui.settings.data.storage import StorageSection
from gui.settings.page import SettingsPage
from gui.settings.section import Section
from gui.settings.shop.lateness import LatenessSection
from gui.settings.shop.shop import ShopSection
from gui.settings.shop.staff_codes import StaffSection
from gui.settings.shop.staff_dialogs import PinDialog
from gui.settings.station.appearance import AppearanceSection
from gui.settings.station.station import StationSection
from gui.shell.app_context import AppContext
from gui.widgets.buttons.nav_button import NavButton
from gui.widgets.messages.confirmation import Question, sure
from gui.widgets.rows.rows import RowsView
from gui.words.station_names import station_name
from models import session
from models.catalogue.catalogue import add_product, product
from models.errors import UnknownProduct
from models.journal import journal
from models.settings import data_inventory, preferences, privacy, staff, station_names
from models.settings.staff import StaffCode
from models.shop import backup
from models.shop.opening import Shop, open_shop
from tests.gui.conftest import Said
from tests.gui.keys_in_time import key_of
from tests.readable import STATIC_QRIS as STATIC

SECTIONS = (
    "shop", "station", "scanner", "sounds", "staff", "lateness", "storage", "appearance", "keys",
    "privacy", "about",
)  # fmt: skip


@pytest.fixture
def settings(qtbot: QtBot, context: AppContext) -> SettingsPage:
    window = SettingsPage(context)
    qtbot.addWidget(window)
    window.resize(1366, 720)
    window.show()
    qtbot.waitExposed(window)
    return window


def section(settings: SettingsPage, name: str) -> Section:
    settings.show_section(name)
    settings.refresh()
    return settings.section


def news(context: AppContext, settings: SettingsPage) -> None:
    """The news of what was just done comes in, as it does a moment later in the shop."""
    context.feed.read()
    settings.refresh()


@pytest.mark.parametrize("name", SECTIONS)
def test_every_control_says_what_it_is(settings: SettingsPage, name: str) -> None:
    page = section(settings, name)
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSpinBox, RowsView):
        for control in page.findChildren(kind):
            inner = isinstance(control.parent(), QComboBox | QSpinBox | RowsView)
            assert inner or control.accessibleName(), (name, control)


@pytest.mark.parametrize("name", SECTIONS)
def test_lists_keep_the_rules_of_models(settings: SettingsPage, name: str) -> None:
    for view in section(settings, name).findChildren(RowsView):
        QAbstractItemModelTester(
            view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, view
        )
    settings.refresh()


def test_all_sections_are_in_sight_beside_the_bars_of_a_desktop(settings: SettingsPage) -> None:
    """What a title bar and the bar of pages leave of 1366×743; and a lower page does not scroll."""
    settings.setFixedHeight(654)
    names = settings.findChildren(NavButton)
    assert len(names) == 13
    assert [x.text() for x in names if x.visibleRegion().boundingRect() != x.rect()] == []
    assert settings.minimumSizeHint().height() < 400


def test_the_list_of_sections_leads_to_each_by_keys(settings: SettingsPage) -> None:
    settings.opened(section="shop")
    seen = [settings.section]
    for _ in SECTIONS[1:]:
        QTest.keyClick(settings.focusWidget(), Qt.Key.Key_Down)
        seen.append(settings.section)
    assert len(set(seen)) == len(SECTIONS)


def test_the_shops_name_is_kept_and_can_be_taken_back(
    settings: SettingsPage, context: AppContext, said: Said
) -> None:
    page = section(settings, "shop")
    assert isinstance(page, ShopSection)
    page.name.setText("Toko Berkah")
    page.name.editingFinished.emit()
    assert preferences.get(preferences.SHOP_NAME) == "Toko Berkah"
    assert said.deeds == ["Name of the shop changed"]
    undo = said.undos[0]
    assert undo is not None
    undo()
    news(context, settings)
    assert page.name.text() == "BotBelanja"


def test_a_shop_without_a_name_keeps_the_old_one(settings: SettingsPage, said: Said) -> None:
    page = section(settings, "shop")
    assert isinstance(page, ShopSection)
    page.name.setText("   ")
    page.name.editingFinished.emit()
    assert page.name.text() == "BotBelanja"
    assert said.deeds == []


def test_leaving_a_field_unchanged_says_nothing(settings: SettingsPage, said: Said) -> None:
    page = section(settings, "shop")
    assert isinstance(page, ShopSection)
    before = journal.newest()
    for field in (page.name, page.address, page.footer):
        field.editingFinished.emit()
    assert said.deeds == []
    assert journal.newest() == before


def test_another_zone_counts_at_once(settings: SettingsPage, said: Said) -> None:
    page = section(settings, "shop")
    assert isinstance(page, ShopSection)
    page.zone.setCurrentIndex(page.zone.findData("Asia/Jayapura"))
    page.zone.activated.emit(page.zone.currentIndex())
    assert preferences.get(preferences.ZONE) == "Asia/Jayapura"
    assert [list(chosen) for chosen in said.chosen] == [["then"]]


def test_tax_on_top_is_a_tick_away(settings: SettingsPage, qtbot: QtBot) -> None:
    page = section(settings, "shop")
    assert isinstance(page, ShopSection)
    QTest.keyClick(page.tax, Qt.Key.Key_Space)
    assert preferences.get(preferences.PRICES_INCLUDE_TAX) is False


def test_late_comes_after_almost_late(settings: SettingsPage, context: AppContext) -> None:
    page = section(settings, "lateness")
    assert isinstance(page, LatenessSection)
    for box, minutes, preference, kept in (
        (page.warn, 8, preferences.WARN_AFTER, 8),
        (page.late, 3, preferences.LATE_AFTER, 9),
        (page.warn, 50, preferences.WARN_AFTER, 8),
        (page.question, 7, preferences.QUESTION_AFTER, 7),
        (page.board, 45, preferences.BOARD_AFTER, 45),
    ):
        box.setValue(minutes)
        QTest.keyClick(box, Qt.Key.Key_Return)
        news(context, settings)
        assert preferences.get(preference) == kept


def test_appearance_is_chosen_for_this_station(settings: SettingsPage, said: Said) -> None:
    page = section(settings, "appearance")
    assert isinstance(page, AppearanceSection)
    for control in (page.language, page.theme, page.letters):
        control.chosen.emit(1 if control is not page.language else 0)
    assert said.chosen == [{"language": "id"}, {"theme": "dark"}, {"text_scale": 1.25}]


def test_the_station_remembers_its_name_and_first_window(
    settings: SettingsPage, context: AppContext
) -> None:
    page = section(settings, "station")
    assert isinstance(page, StationSection)
    page.name.setText(" Kasir  1 ")
    page.name.editingFinished.emit()
    assert context.station.text("station") == "Kasir 1"
    assert station_name("Kasir 1") == "Kasir 1"  # on an English screen too: somebody typed it
    page.first.setCurrentIndex(page.first.findData("fulfilment"))
    page.first.activated.emit(page.first.currentIndex())
    assert context.station.text("start_room") == "fulfilment"


@pytest.mark.parametrize("given", ["1", station_names.USUAL])
def test_a_name_that_the_program_gave_is_shown_in_the_words_of_the_screen_and_kept(
    settings: SettingsPage, context: AppContext, said: Said, given: str
) -> None:
    context.station.remember("station", given)
    page = section(settings, "station")
    assert isinstance(page, StationSection)
    page.refresh()
    assert page.name.text() == "Counter 1"
    page.name.setFocus()
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert (context.station.text("station"), said.deeds) == (given, [])


@pytest.mark.parametrize(("typed", "told"), [("Gudang 2", True), ("kasir 9", False)])
def test_a_name_that_was_used_before_is_taken_with_a_warning(
    settings: SettingsPage, context: AppContext, said: Said, typed: str, told: bool
) -> None:
    session.current.station = "Gudang 2"
    add_product("Teh", 5000)
    session.current.station = "1"
    page = section(settings, "station")
    assert isinstance(page, StationSection)
    page.name.setFocus()
    page.name.selectAll()
    QTest.keyClicks(page.name, typed)
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert context.station.text("station") == typed
    assert said.notices == [(f"{typed} has been used in this shop. "
                             "No two stations may have one name.")][: int(told)]  # fmt: skip


def test_a_staff_code_is_added_and_taken_out_of_use(
    settings: SettingsPage, context: AppContext, said: Said
) -> None:
    staff.add("P1", staff.OWNER, "1618")
    page = section(settings, "staff")
    assert isinstance(page, StaffSection)
    page.code.setText("k1")
    page.pin.setText("2718")
    QTest.keyClick(page.pin, Qt.Key.Key_Return)
    news(context, settings)
    assert [person.code for person in page.list.rows.rows] == ["K1", "P1"]
    assert said.deeds == ["Staff code K1 added"]
    assert page.pin.text() == ""
    page.list.go_to(0)
    QTest.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
    news(context, settings)
    assert not person_of("K1").active
    assert page.use_button.text() == "Activate"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert person_of("K1").active


def person_of(code: str) -> StaffCode:
    return next(person for person in staff.everyone() if person.code == code)


def test_a_new_pin_is_typed_twice(
    settings: SettingsPage, context: AppContext, qtbot: QtBot
) -> None:
    staff.add("P1", staff.OWNER, "1618")
    staff.add("K1", staff.COUNTER)
    changed: list[object] = []
    dialog = PinDialog(context, person_of("K1"), changed.append)
    qtbot.addWidget(dialog)
    for first, again, wrong in (
        ("2718", "2719", "The two are not the same. Nothing was changed."),
        ("27", "27", "4"),
    ):
        dialog.first.setText(first)
        dialog.again.setText(again)
        dialog.keep()
        assert wrong in dialog.wrong.text()
        assert not person_of("K1").has_pin
    dialog.first.setText("2718")
    dialog.again.setText("2718")
    dialog.keep()
    assert len(changed) == 1
    staff.sign_in("K1", "2718")


def test_a_locked_code_is_unlocked(
    settings: SettingsPage, context: AppContext, clock: object
) -> None:
    from models.storage.tables import Staff

    staff.add("P1", staff.OWNER, "1618")
    staff.add("K1", staff.COUNTER, "2718")
    Staff.update(failures=staff.FAILURES_LIMIT).where(Staff.code == "K1").execute()
    page = section(settings, "staff")
    assert isinstance(page, StaffSection)
    page.list.go_to(0)
    assert page.unlock_button.isEnabled()
    QTest.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)
    news(context, settings)
    assert not person_of("K1").locked
    assert not page.unlock_button.isEnabled()


def test_a_backup_is_made_shown_and_put_back(
    settings: SettingsPage, context: AppContext, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    tea = add_product("Teh", 5000).value
    page = section(settings, "storage")
    assert isinstance(page, StorageSection)
    settings.action("settings.back_up").trigger()
    assert page.list.rows.rowCount() == 1
    assert said.deeds[0].startswith("Backed up, file and journal whole: BotBelanja ")
    assert page.newest.text().endswith("file and journal whole")
    asked: list[str] = []
    monkeypatch.setattr(restoring, "sure", answer(True, asked))
    coffee = add_product("Kopi", 7000).value
    page.list.go_to(0)
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert "Not in it: 1 of this shop’s steps and 0 of its orders" in asked[1]
    (deed,) = said.again
    settings.close()
    deed()
    assert product(tea.id) == tea
    with pytest.raises(UnknownProduct):
        product(coffee.id)


def answer(yes: bool, asked: list[str]) -> object:
    """Stands for the person who is asked; what was asked is written down."""

    def sure(parent: QWidget, theme: Theme, question: str, detail: str, verb: str) -> bool:
        asked.extend((question, detail))
        return yes

    return sure


def test_a_backup_is_not_put_back_unless_wanted(
    settings: SettingsPage, said: Said, monkeypatch: pytest.MonkeyPatch, shop: Shop
) -> None:
    assert shop.backup_folder is not None
    backup.back_up_into(shop.backup_folder)
    page = section(settings, "storage")
    assert isinstance(page, StorageSection)
    monkeypatch.setattr(restoring, "sure", answer(False, []))
    page.list.go_to(0)
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert said.again == []


def test_a_file_of_another_shop_is_called_so_before_it_takes_the_place(
    qtbot: QtBot, context: AppContext, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "demo.sqlite3"
    with open_shop(str(other)):
        preferences.put(preferences.SHOP_NAME, "Toko Berkah (demo)")
        backup.back_up_into(tmp_path / "backups")
        copy = backup.back_up(tmp_path / "usb.sqlite3").path
    assert context.shop.path is not None
    with open_shop(str(context.shop.path)):
        preferences.put(preferences.SHOP_NAME, "Toko Maju")
        window = SettingsPage(context)
        qtbot.addWidget(window)
        window.show()
        page = section(window, "storage")
        assert isinstance(page, StorageSection)
        assert (page.list.rows.rowCount(), page.newest.text()) == (0, "")
        asked: list[str] = []
        monkeypatch.setattr(storage_page, "file_to_open", lambda *_: str(copy))
        monkeypatch.setattr(restoring, "sure", answer(False, asked))
        page.other_button.setFocus()
        QTest.keyClick(page.other_button, Qt.Key.Key_Space)
        assert asked[0] == (
            "This is another shop. Open “Toko Berkah (demo)” in the place of “Toko Maju”?"
        )
        assert asked[1].startswith(
            "usb.sqlite3 is the shop “Toko Berkah (demo)”; orders in it: 0; none placed yet. It is "
            "another shop. Nothing of “Toko Maju” is in it; all of its orders would be lost here: "
        )
        assert said.again == []


def test_privacy_shows_acceptances_and_every_column(settings: SettingsPage) -> None:
    privacy.accept(privacy.policy("id"))
    page = section(settings, "privacy")
    assert isinstance(page, PrivacySection)
    assert page.acceptances.rows.rowCount() == 1
    shown = {
        (held.table, column) for held in page.inventory.list.rows.rows for column in held.columns
    }
    declared = {
        (table, column) for table, words, *_ in data_inventory.DECLARED for column in words.split()
    }
    assert shown == declared
    assert f"{len(declared)} of {len(declared)}" in page.verdict.text()
    page.inventory.filter.field.setText("pin_hash")
    assert [held.table for held in page.inventory.list.rows.rows] == ["staff"]


def test_the_accepted_words_can_be_read_again(settings: SettingsPage) -> None:
    privacy.accept(privacy.policy("id"))
    page = section(settings, "privacy")
    assert isinstance(page, PrivacySection)
    page.acceptances.chosen.emit(page.acceptances.rows.row(0))
    (dialog,) = page.findChildren(PolicyDialog)
    assert dialog.text.toPlainText().split() == privacy.policy("id").text.split()
    dialog.reject()


def test_withdrawing_begins_anew(
    settings: SettingsPage, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    privacy.accept(privacy.policy())
    page = section(settings, "privacy")
    assert isinstance(page, PrivacySection)
    monkeypatch.setattr(privacy_page, "sure", answer(True, []))
    QTest.mouseClick(page.withdraw_button, Qt.MouseButton.LeftButton)
    (deed,) = said.again
    deed()
    assert privacy.needed()


def test_the_inventory_is_saved_as_a_file(
    settings: SettingsPage, tmp_path: Path, said: Said
) -> None:
    page = section(settings, "privacy")
    assert isinstance(page, PrivacySection)
    page.save_inventory(tmp_path / "inventory.csv")
    assert "policy_acceptance" in (tmp_path / "inventory.csv").read_text("utf-8-sig")
    assert said.deeds == ["Saved to inventory.csv"]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["Return"], False),
        (["Enter"], False),
        (["Return", "Return"], False),
        (["Escape"], False),
        (["y"], False),
        (["Left", "Return"], True),
        (["Backtab", "Return"], True),
        (["Tab", "Tab", "Return"], False),
    ],
)
def test_asking_has_cancel_as_its_default(
    qtbot: QtBot, context: AppContext, keys: list[str], wanted: bool
) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        for name in keys:
            QTest.keyClick(box.focusWidget() or box, key_of(name).key())
        if box.isVisible():  # no key may leave it standing here for ever
            box.reject()

    host = QWidget()
    qtbot.addWidget(host)
    QTimer.singleShot(0, host, press)
    answer = sure(host, context.theme, "Really?", "It cannot be undone.", "Do it")
    assert answer is wanted


def test_the_window_is_gone_when_it_is_closed(context: AppContext, qtbot: QtBot) -> None:
    window = SettingsPage(context)
    for name in SECTIONS:
        window.show_section(name)
    gone = weakref.ref(window)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    del window
    assert gone() is None


def test_the_shops_qris_is_checked_and_its_merchant_shown(
    settings: SettingsPage, said: Said
) -> None:
    shop = section(settings, "shop")
    assert isinstance(shop, ShopSection)
    field = shop.qris
    field.entry.setFocus()
    QTest.keyClicks(field.entry, STATIC[:-1])
    assert field.verdict.text().startswith("This is not the text of a QRIS")
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    assert preferences.get(preferences.QRIS) == ""
    QTest.keyClicks(field.entry, STATIC[-1])
    assert field.verdict.text() == "Pays WARUNG CONTOH \u00b7 JAKARTA \u00b7 ID1020021181745"
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    assert preferences.get(preferences.QRIS) == STATIC
    assert said.deeds == ["QRIS of the shop kept"]
    field.entry.clear()
    shop.scanned(STATIC.replace("5802ID", "5802SG"))
    assert "wrong or missing" in field.verdict.text()
    assert preferences.get(preferences.QRIS) == STATIC


def test_cash_is_rounded_when_the_owner_wants_it(
    settings: SettingsPage, said: Said, context: AppContext
) -> None:
    shop = section(settings, "shop")
    assert isinstance(shop, ShopSection)
    QTest.mouseClick(shop.rounding.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    assert preferences.get(preferences.CASH_ROUNDING) == 100
    undo = said.undos[-1]
    assert undo is not None
    undo()
    news(context, settings)
    assert preferences.get(preferences.CASH_ROUNDING) == 1
    assert shop.rounding.current == 0


def test_tab_goes_from_the_list_into_the_section_and_through_the_header(
    application: Application,
) -> None:
    main_window = application.front()
    page = main_window.page
    assert isinstance(page, SettingsPage)

    def tab(key: Qt.Key = Qt.Key.Key_Tab) -> QWidget:
        QTest.keyClick(main_window.windowHandle(), key)
        application.scanner.settle()
        focus = main_window.focusWidget()
        assert focus is not None
        return focus

    for button in page.findChildren(NavButton):
        spot = button.mapTo(main_window, button.rect().center())
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(main_window.windowHandle(), Qt.MouseButton.LeftButton, none, spot)
        if button.objectName() != "about":  # nothing in it has to be reached
            assert page.section.isAncestorOf(tab()), button.objectName()
            assert tab(Qt.Key.Key_Backtab) is button
        before = tab(Qt.Key.Key_Backtab)
        assert not page.isAncestorOf(before)
        assert tab() is button


def test_what_another_station_chose_of_days_holds_here(application: Application) -> None:
    preferences.put(preferences.DAY_ENDS, 4)
    session.current.day_ends = 0  # as in a process that was not the one that chose
    application.context.feed.read()
    assert session.current.day_ends == 4
