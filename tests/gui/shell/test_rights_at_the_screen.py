"""What rights look like: locked at the start, one person after another, an owner who approves."""

from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.drawer.page import DrawerPage
from gui.home.tile import PageTile
from gui.input.visible_widgets import seen_in
from gui.order_entry.page import OrderEntryPage
from gui.pages import PAGES
from gui.runtime.idle import IdleWatch
from gui.settings.page import SettingsPage
from gui.settings.shop.staff_codes import StaffSection
from gui.settings.shop.staff_dialogs import PinDialog
from gui.shell.action_button import ActionButton, IconButton
from gui.shell.command_palette import CommandPalette
from gui.shell.guide.guide_window import GuideWindow
from gui.shell.main_window import MainWindow
from gui.shell.sign_in.approval import ApprovalDialog
from gui.shell.sign_in.deed_texts import DEEDS, deed_text
from gui.widgets.buttons.button import Button
from gui.words.formatting import Formatting
from models import session
from models.amounts import Discount
from models.catalogue import catalogue, stock
from models.catalogue_import import catalogue_import
from models.errors import NotAllowed, WrongPin
from models.journal import journal, rights
from models.orders import drawer, held_carts, orders, payments, returns
from models.orders.payments import Tender
from models.settings import pins, preferences, privacy, staff
from models.shop.opening import Shop
from models.storage.database import database
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.keys_in_time import Key as Stroke
from tests.gui.keys_in_time import Keyboard
from tests.readable import a_product, an_order, at_station, cart_of

Key = Qt.Key
MOMENTS = count(10_000, 10_000)
SLOWLY = 60  # ms between two keys: a person, and no scanner


@pytest.fixture
def people(application: Application) -> None:
    """An owner, two counters and a warehouse; nobody is signed in."""
    a_product("Gula Pasir", 17_000, barcodes=["8991003"])
    staff.add("P1", staff.OWNER, "2718")
    for code in ("K1", "K2"):
        staff.add(code, staff.COUNTER, "1111")
    staff.add("G1", staff.WAREHOUSE)
    staff.sign_out()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def sign_in(main_window: MainWindow, code: str, pin: str) -> None:
    """By keys, at the lock; what stood in the field for the code is typed over."""
    assert main_window.lock_screen is not None
    main_window.lock_screen.fields.code_line.setFocus()
    main_window.lock_screen.fields.code_line.selectAll()
    QTest.keyClicks(focused(), code, delay=SLOWLY)
    QTest.keyClick(focused(), Key.Key_Tab)
    QTest.keyClicks(focused(), pin, delay=SLOWLY)
    QTest.keyClick(focused(), Key.Key_Return)


def start(application: Application, qtbot: QtBot, page: str) -> MainWindow:
    main_window = application.start(page)
    assert QTest.qWaitForWindowActive(main_window)
    return main_window


@pytest.mark.usefixtures("people")
def test_the_program_starts_locked_once_an_owner_has_a_pin(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    assert main_window.is_locked
    assert not main_window.page.isVisible()
    assert main_window.lock_screen is not None
    QTest.keyClick(focused(), Key.Key_Return)
    assert main_window.lock_screen.fields.wrong.text() == "Type the PIN of P1."
    sign_in(main_window, "p1", "2718")
    assert not main_window.is_locked
    assert session.current.staff == "P1"


@pytest.mark.usefixtures("people")
def test_pages_that_are_not_ones_own_say_whose_they_are(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    QTest.keyClick(main_window, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert main_window.page.name == "home"
    assert main_window.notice_text() == "Only an owner may do this. Nothing was changed."
    application.context.lock()
    sign_in(main_window, "P1", "2718")
    QTest.keyClick(main_window, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert main_window.page.name == "statistics"
    application.context.lock()
    sign_in(main_window, "K1", "1111")
    assert main_window.page.name == "home"


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("code", "pin", "of_others"),
    [
        ("P1", "2718", {}),
        ("K1", "1111", {"statistics": "Only an owner may do this."}),
        (
            "G1",
            "",
            {
                "statistics": "Only an owner may do this.",
                "drawer": "Only the counter or an owner may do this.",
                "inbox": "Only the counter or an owner may do this.",
            },
        ),
    ],
)
def test_exactly_ones_own_pages_open_by_key_and_by_the_palette(
    application: Application, qtbot: QtBot, code: str, pin: str, of_others: dict[str, str]
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, code, pin)
    actions = application.context.actions
    for name in [name for name in PAGES if name != "home"]:
        for way in (_press_key, _choose_in_the_palette):
            main_window.open("home")
            way(main_window, actions.key(f"window.{name}"), actions.text(f"window.{name}"))
            for palette in _palettes(main_window):
                assert palette.prompt.text().startswith(of_others[name])
                palette.close()
            if way is _press_key and name in of_others:
                assert main_window.notice_text().startswith(of_others[name])
            assert main_window.page.name == ("home" if name in of_others else name), (name, way)


def _press_key(main_window: MainWindow, key: str, text: str) -> None:
    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
    QTest.keyClick(main_window, combination.key(), combination.keyboardModifiers())


def _choose_in_the_palette(main_window: MainWindow, key: str, text: str) -> None:
    QTest.keyClick(main_window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = _palettes(main_window)
    QTest.keyClicks(palette.box.field, text)
    QTest.keyClick(palette.box.field, Key.Key_Return)


def _palettes(main_window: MainWindow) -> list[CommandPalette]:
    return [palette for palette in main_window.findChildren(CommandPalette) if palette.isVisible()]


@pytest.mark.usefixtures("people")
def test_a_cart_in_hand_waits_for_its_person(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "order_entry")
    counter = main_window.page
    assert isinstance(counter, OrderEntryPage)
    sign_in(main_window, "K1", "1111")
    counter.scanned("8991003")
    application.context.lock()
    sign_in(main_window, "K1", "1111")
    assert len(counter.basket.cart.lines) == 1, "the same person goes on"
    application.context.lock()
    sign_in(main_window, "K2", "1111")
    assert not counter.basket.cart
    assert [held.reference for held in held_carts.held()] == ["K1"]
    application.context.lock()
    sign_in(main_window, "K1", "1111")
    assert len(counter.basket.cart.lines) == 1
    assert held_carts.held() == []


@pytest.mark.usefixtures("people")
def test_nothing_of_who_went_is_left(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "P1", "2718")
    application.say("Done", undo=lambda: None)
    QApplication.clipboard().setText("copied")
    dialog = QDialog(main_window)
    dialog.open()
    application.context.lock()
    assert main_window.undo_bar is None
    assert not dialog.isVisible()
    assert QApplication.clipboard().text() == ""


def scan(widget: QWidget, code: str) -> None:
    QTest.keyClicks(widget, code)
    QTest.keyClick(widget, Key.Key_Return)


@pytest.mark.usefixtures("people")
def test_a_badge_signs_in_from_anywhere_on_the_lock_and_approves(
    application: Application, qtbot: QtBot
) -> None:
    session.current.staff = "P1"
    staff.set_badge("K1", "STF-0000123")
    staff.set_badge("P1", "STF-0000999")
    main_window = start(application, qtbot, "order_entry")
    application.context.lock()
    lock = main_window.lock_screen
    assert lock is not None
    for field in (lock.fields.pin_line, lock.fields.code_line, lock.forgotten):
        field.setFocus()
        scan(focused(), "STF-0000777")
        assert "Nobody here has this badge" in lock.fields.wrong.text()
        pins.forgive_badges()
    scan(focused(), "STF-0000123")
    assert (main_window.is_locked, session.current.staff) == (False, "K1")
    assert catalogue.product(1).price == 17_000

    def approve(dialog: ApprovalDialog) -> None:
        assert QTest.qWaitForWindowActive(dialog)
        scan(focused(), "STF-0000999")
        if dialog.isVisible():
            dialog.reject()

    in_dialog(approve)
    application.context.run(partial(catalogue.change_product, 1, price=18_000))
    assert journal.since(0)[-1].payload["approved_by"] == "P1"


def in_dialog(do: Callable[[ApprovalDialog], None]) -> None:
    """Does it in the dialog that comes next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ApprovalDialog):
            do(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


@pytest.mark.usefixtures("people")
def test_an_owner_approves_in_place(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")

    def approve(dialog: ApprovalDialog) -> None:
        assert dialog.fields.code_line.text() == "P1", "the only owner need not be typed"
        assert dialog.deed.isVisible()
        assert dialog.deed.text() == "Gula Pasir: Price Rp17.000 \u2192 Rp18.000"
        for pin in ("9999", "2718"):
            QTest.keyClicks(dialog.fields.pin_line, pin, delay=SLOWLY)
            QTest.keyClick(dialog.fields.pin_line, Key.Key_Return)

    in_dialog(approve)
    said: list[object] = []
    change = partial(catalogue.change_product, 1, price=18_000)
    application.context.run(change, said.append)
    assert len(said) == 1
    entry = journal.since(0)[-1]
    assert (entry.staff, entry.payload["approved_by"]) == ("K1", "P1")


def test_the_owner_is_told_what_to_approve(shop: Shop) -> None:
    """The goods, the order and the rupiah; whoever is called to the counter saw none of it."""
    rice, soap = a_product("Beras", 75_000), a_product("Sabun", 4_000, barcodes=["8991004"])
    paid = an_order(soap, rice, tenders=[Tender("cash", 79_000)])
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    number = f"{paid.number:03}"
    cart = cart_of(rice, soap).set_line_discount(1, Discount(rate=5_000))
    whole = cart_of(rice).set_discount(Discount(30_000))
    for deed, said in (
        (partial(orders.place, cart), "Discount on Sabun: Rp2.000 of Rp4.000 (50,0%)"),
        (partial(orders.place, whole), "Discount on Beras: Rp30.000 of Rp75.000 (40,0%)"),
        (
            partial(orders.change, paid.id, {1: 0}),
            f"Order {number} was paid for and goes from Rp79.000 to Rp75.000",
        ),
        (
            partial(payments.refund, paid.id, 5_000, "cash"),
            f"Rp5.000 is given back for order {number}",
        ),
        (
            partial(returns.return_goods, paid.id, {1: 1_000}),
            f"Goods of order {number} come back: 1 pcs Sabun",
        ),
        (partial(drawer.move, -5_000, "Parkir"), "Rp5.000 is taken out of the till: Parkir"),
        (partial(catalogue.add_product, "Teh", 5_000), "New product: Teh, Rp5.000"),
        (
            partial(catalogue.change_product, soap.id, price=4_500, active=False),
            "Sabun: Price Rp4.000 \u2192 Rp4.500, Active yes \u2192 no",
        ),
        (partial(catalogue.add_barcode, soap.id, "4711"), "Sabun gets the barcode 4711"),
        (partial(catalogue.remove_barcode, soap.id, "8991004"), "Sabun loses the barcode 8991004"),
        (partial(stock.stop_counting, soap.id), "The stock of Sabun is no longer counted"),
        (partial(catalogue_import.run, "/tmp/harga.csv"), "Import of harga.csv"),
    ):
        with pytest.raises(NotAllowed) as refused:
            deed()
        assert deed_text(refused.value, Formatting()) == said
    staff.sign_out()


def test_every_deed_that_can_be_approved_has_its_words() -> None:
    approved = {deed for deed, right in rights.RIGHTS.items() if right.approved}
    assert set(DEEDS) == approved


@pytest.mark.usefixtures("people")
def test_a_code_that_is_no_owner_s_is_told_that_it_may_not_approve(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    said: list[str] = []

    def approve(dialog: ApprovalDialog) -> None:
        assert QTest.qWaitForWindowActive(dialog)
        fields = dialog.fields
        for code in ("K1", "K9"):
            fields.code_line.setFocus()
            fields.code_line.selectAll()
            QTest.keyClicks(fields.code_line, code, delay=SLOWLY)
            QTest.keyClicks(fields.pin_line, "1111", delay=SLOWLY)
            QTest.keyClick(fields.pin_line, Key.Key_Return)
            said.append(fields.wrong.text())
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(approve)
    refused: list[object] = []
    change = partial(catalogue.change_product, 1, price=18_000)
    application.context.run(change, refused=refused.append)
    assert len(refused) == 1
    assert said == [
        "K1 may not approve this; an owner may. Nothing was changed.",
        "There is no staff code K9. Ask the owner to add it.",
    ]


@pytest.mark.usefixtures("people")
def test_the_first_page_shows_an_owner_what_is_an_owner_s(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    application.context.feed.read()  # no news is what makes it ask again
    tile = main_window.page.findChild(PageTile, "statistics")
    assert tile is not None
    main_window.page.refresh()
    assert "Average order" not in tile.accessibleDescription()
    main_window.page.refresher.stale = False
    sign_in(main_window, "P1", "2718")
    qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
    assert "Average order" in tile.accessibleDescription(), "not with the next half minute"
    application.context.lock()
    sign_in(main_window, "K1", "1111")
    qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
    assert "Average order" not in tile.accessibleDescription()


@pytest.mark.usefixtures("people")
def test_a_pin_that_is_typed_for_the_code_is_never_seen(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    assert main_window.lock_screen is not None
    fields = main_window.lock_screen.fields
    QTest.keyClick(focused(), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(focused(), Key.Key_Backspace)  # what stands there is marked
    QTest.keyClicks(focused(), "2718", delay=SLOWLY)
    QTest.keyClick(focused(), Key.Key_Return)
    assert fields.code_line.text() == ""
    assert fields.wrong.text() == "Type your staff code."


@pytest.mark.usefixtures("people")
def test_at_the_start_the_code_of_who_was_here_last_stands_there(
    application: Application, qtbot: QtBot
) -> None:
    for station, code in ((session.current.station, "K2"), ("elsewhere", "K1")):
        with at_station(station, code):
            orders.place(cart_of(catalogue.product(1)))
    main_window = start(application, qtbot, "home")
    assert main_window.lock_screen is not None
    assert main_window.lock_screen.fields.code_line.text() == "K2"
    QTest.keyClicks(focused(), "1111", delay=SLOWLY)  # the focus is in the PIN
    QTest.keyClick(focused(), Key.Key_Return)
    assert (main_window.is_locked, session.current.staff) == (False, "K2")


def test_at_the_start_the_only_code_with_a_pin_stands_there(
    application: Application, qtbot: QtBot
) -> None:
    staff.add("G1", staff.WAREHOUSE)
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_out()
    main_window = start(application, qtbot, "home")
    QTest.keyClicks(focused(), "2718", delay=SLOWLY)
    QTest.keyClick(focused(), Key.Key_Return)
    assert (main_window.is_locked, session.current.staff) == (False, "P1")


@pytest.mark.usefixtures("people")
def test_f1_opens_the_page_about_staff_on_the_lock(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    assert main_window.lock_screen is not None
    QTest.keyClick(focused(), Key.Key_F1)
    (guide,) = main_window.findChildren(GuideWindow)
    assert guide.isVisible()
    assert guide.text.topic == "staff"
    QTest.keyClick(guide, Key.Key_Escape)
    assert main_window.is_locked
    main_window.activateWindow()
    assert QTest.qWaitForWindowActive(main_window)
    sign_in(main_window, "P1", "2718")
    assert not main_window.is_locked


@pytest.mark.usefixtures("people")
def test_what_was_typed_at_the_drawer_is_gone_for_the_next_person(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    drawer.open_drawer(100_000)
    main_window.open("drawer")
    page = main_window.page
    assert isinstance(page, DrawerPage)
    qtbot.waitUntil(page.in_use.isVisible)
    page.in_use.amount.setFocus()
    QTest.keyClicks(focused(), "50000", delay=SLOWLY)
    QTest.keyClick(focused(), Key.Key_Return)
    QTest.keyClicks(focused(), "buat pribadi", delay=SLOWLY)
    application.context.lock()
    sign_in(main_window, "K1", "1111")
    assert page.in_use.typed_texts == ("50000", "buat pribadi"), "the same person goes on"
    application.context.lock()
    sign_in(main_window, "P1", "2718")
    assert page.in_use.typed_texts == ("", "")


@pytest.mark.usefixtures("people")
def test_what_no_owner_approves_is_not_done(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    before = journal.newest()
    in_dialog(lambda dialog: dialog.reject())
    refused: list[object] = []
    change = partial(catalogue.change_product, 1, price=1)
    application.context.run(change, refused=refused.append)
    assert len(refused) == 1
    assert journal.newest() == before


@pytest.mark.usefixtures("people")
def test_it_locks_itself_after_the_idle_minutes(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "P1", "2718")
    preferences.put(preferences.IDLE_LOCK, 1)
    application.context.feed.read()
    watch = application.findChild(IdleWatch)
    assert watch is not None
    watch.idle.emit()
    assert main_window.is_locked
    assert session.current.staff == ""


@pytest.mark.usefixtures("people")
def test_a_role_that_is_taken_away_locks_who_had_it(application: Application, qtbot: QtBot) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    session.current.staff = "P1"
    staff.set_active("K1", False)
    session.current.staff = "K1"
    application.context.feed.read()
    assert main_window.is_locked


def test_a_policy_that_is_new_elsewhere_is_asked_about_here(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "exit", lambda *_: None)  # no loop of the program runs here
    application.start("home")
    station, shop = application.context.station, application.context.shop
    for kept, is_asked in ((privacy.policy().version, False), ("2020-01-01.0ld", True)):
        station.keep_consent(str(shop.path or shop.url), kept)
        privacy.accept(privacy.policy())
        application.context.feed.read()
        assert (application.before_again is not None) == is_asked


def test_the_wall_stays_visible_and_takes_no_deed(wall: RealWall) -> None:
    an_order(a_product("Tea"))
    staff.add("P1", staff.OWNER, "2718")
    wall.hear()
    wall.strike("Ctrl+L")
    assert wall.main_window.is_locked
    assert wall.page.isVisible()
    before = journal.newest()
    wall.strike("Space")
    wall.strike("R")
    wall.strike("Return")
    QTest.mouseClick(wall.page, Qt.MouseButton.LeftButton)
    assert journal.newest() == before


@pytest.mark.usefixtures("people")
def test_nobody_types_a_pin_that_is_not_theirs_to_set(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    application.open("settings", section="staff")
    page = main_window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, StaffSection)
    qtbot.waitUntil(lambda: section.list.rows.rowCount() == len(staff.everyone()))
    codes = [person.code for person in section.list.rows.rows]
    for code, may in (("P1", False), ("K1", True)):
        section.list.go_to(codes.index(code))
        QTest.mouseClick(section.pin_button, Qt.MouseButton.LeftButton)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PinDialog) == may
        if dialog is not None:
            dialog.close()
    assert main_window.notice_text() == "Only an owner may do this. Nothing was changed."


@pytest.mark.usefixtures("people")
def test_whoever_comes_next_types_a_code_and_costs_the_one_before_no_try(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    sign_in(main_window, "K1", "1111")
    application.context.lock()
    for typed in ("k2", "1111"):
        for key in typed:
            QTest.keyClicks(focused(), key, delay=SLOWLY)
        QTest.keyClick(focused(), Key.Key_Return)
    qtbot.waitUntil(lambda: session.current.staff == "K2")
    assert [row[0] for row in database.execute_sql("SELECT SUM(failures) FROM staff")] == [0]


@pytest.mark.usefixtures("people")
def test_who_thought_better_of_the_recovery_code_types_the_pin(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    assert main_window.lock_screen is not None
    QTest.mouseClick(main_window.lock_screen.forgotten, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog_in_front(), Key.Key_Escape)
    qtbot.waitActive(main_window)
    assert focused() is main_window.lock_screen.fields.pin_line


@pytest.mark.usefixtures("people")
def test_a_pin_is_no_scan_however_fast_it_comes(application: Application, qtbot: QtBot) -> None:
    """A busy machine brings its keys in one bunch; nothing of it is shown."""
    session.current.staff = "P1"
    staff.set_badge("K1", "93481257")
    main_window = start(application, qtbot, "home")
    application.context.lock()
    at_once(main_window, "2718")
    assert session.current.staff == "P1"
    main_window.open("settings", section="staff")
    page = main_window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, StaffSection)
    section.pin.setFocus()
    QTest.keyClicks(section.pin, "9", delay=SLOWLY)
    at_once(main_window, "27182818284")
    assert main_window.page is page
    assert "2718" not in main_window.notice_text()
    assert section.pin.text() == "927182818284"
    application.context.lock()
    at_once(main_window, "93481257")
    assert session.current.staff == "K1"


def at_once(window: QWidget, text: str) -> None:
    """These keys and Enter, as fast as from a scanner."""
    keyboard = Keyboard()
    keyboard.now = next(MOMENTS)
    keyboard.play(window.focusWidget() or window, [Stroke(sign, 8) for sign in text + "\r"])


def dialog_in_front() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


@pytest.mark.usefixtures("people")
def test_the_seconds_to_the_next_pin_are_counted_down(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "home")
    assert main_window.lock_screen is not None
    fields = main_window.lock_screen.fields
    fields.tell(WrongPin(2))
    assert fields.wrong.text() == "Wrong PIN. Try again in 2 seconds."
    (seconds,) = fields.findChildren(QTimer)
    seconds.timeout.emit()
    assert fields.wrong.text() == "Wrong PIN. Try again in 1 second."
    seconds.timeout.emit()
    assert fields.wrong.text() == "Wrong PIN. Please try again."
    assert not seconds.isActive()


@pytest.mark.usefixtures("people")
def test_what_is_not_the_warehouse_s_in_the_catalogue_says_whose_it_is_before_it_is_typed(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "catalogue")
    sign_in(main_window, "G1", "")
    page = main_window.page
    qtbot.waitUntil(lambda: page.products.sheet.sheet is not None)  # type: ignore[attr-defined]
    for key in ("N", "I", "E"):
        QTest.keyClick(focused(), getattr(Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        assert main_window.notice_text() == "Only an owner may do this. Nothing was changed.", key
        main_window.notice_bar.close_it()
    buttons = {
        button.action.objectName(): button
        for button in seen_in(main_window)
        if isinstance(button, ActionButton | IconButton)
    }
    closed = {"catalogue.new", "catalogue.import", "catalogue.export", "catalogue.edit"}
    closed |= {"catalogue.deactivate"}
    shut = {id for id, button in buttons.items() if not button.isEnabled()}
    assert shut == closed | {"catalogue.favourite"}  # which the counter chooses as well
    assert {"Only an owner may do this." in buttons[id].toolTip() for id in closed} == {True}
    tags = page.products.sheet.barcodes  # type: ignore[attr-defined]
    assert not tags.findChildren(Button)[0].isEnabled()
    sign_out_and_in(application, main_window, "P1", "2718")
    assert all(button.isEnabled() for button in buttons.values())


@pytest.mark.usefixtures("people")
def test_the_counter_is_told_before_it_types_that_an_owner_approves_a_product(
    application: Application, qtbot: QtBot
) -> None:
    main_window = start(application, qtbot, "catalogue")

    def told() -> bool:
        return any(part.accessibleName() == "An owner approves it" for part in seen_in(main_window))

    for code, pin, approved in (("K1", "1111", True), ("P1", "2718", False)):
        sign_out_and_in(application, main_window, code, pin)
        QTest.keyClick(focused(), Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert main_window.page.products.form.isVisible()  # type: ignore[attr-defined]
        assert told() is approved
        QTest.keyClick(focused(), Key.Key_Escape)


def sign_out_and_in(application: Application, main_window: MainWindow, code: str, pin: str) -> None:
    if not main_window.is_locked:
        application.context.lock()
    sign_in(main_window, code, pin)
