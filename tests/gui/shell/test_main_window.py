"""Windows: opening pages, undoing, telling, locking, changing the language, and dying."""

import gc
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.application import Application
from gui.input.actions import allow
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.shell.command_palette import CommandPalette
from gui.shell.header import Tab
from gui.shell.main_window import MainWindow
from gui.shell.page import Page
from gui.shell.window_place import TITLE_BAR, in_reach
from models import session
from models.errors import EmptyCart
from models.events import PREFERENCE_CHANGED, Event
from models.settings import preferences, staff
from models.shop.opening import Shop

CTRL = Qt.KeyboardModifier.ControlModifier


class Till(Page):
    """A page with a field, a command and a memory."""

    name = "order_entry"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        self.refreshes = 0
        self.paid = 0
        self.undone = 0
        self.scans: list[str] = []
        self.arguments: dict[str, object] = {}
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button("order.pay", self.pay, "pay"))

    def title(self) -> str:
        return "Till"

    def is_affected_by(self, event: Event) -> bool:
        return event.kind == PREFERENCE_CHANGED

    def refresh(self) -> None:
        self.refreshes += 1

    def opened(self, **arguments: object) -> None:
        self.arguments = arguments

    def scanned(self, code: str) -> None:
        self.scans.append(code)

    def undo(self) -> bool:
        if self.undone == 1:
            return False  # one step was there
        self.undone += 1
        return True

    def pay(self) -> None:
        self.paid += 1

    def save_state(self) -> object:
        return self.field.text()

    def restore_state(self, carried: object) -> None:
        self.field.setText(str(carried))


class Wall(Page):
    name = "fulfilment"
    dark_by_default = True


class Door(Page):
    name = "home"

    def opened(self, **arguments: object) -> None:
        self.arguments = arguments


ROOMS: dict[str, type[Page]] = {"order_entry": Till, "fulfilment": Wall}


def page_class(name: str) -> type[Page]:
    return ROOMS.get(name, Door)


@pytest.fixture
def application(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Application]:
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True, pages=page_class)
    yield application
    application.close()


@pytest.fixture
def main_window(application: Application, qtbot: QtBot) -> MainWindow:
    main_window = application.start("order_entry")
    qtbot.waitExposed(main_window)
    return main_window


def till(main_window: MainWindow) -> Till:
    page = main_window.page
    assert isinstance(page, Till)
    return page


def door(main_window: MainWindow) -> Door:
    page = main_window.page
    assert isinstance(page, Door)
    return page


def deliver_deferred_deletes() -> None:
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_room_is_built_when_it_is_first_opened_and_kept(main_window: MainWindow) -> None:
    first = main_window.page
    main_window.open("fulfilment")
    assert isinstance(main_window.page, Wall)
    assert main_window.open("order_entry", order_id=7) is first
    assert till(main_window).arguments == {"order_id": 7}
    assert main_window.windowTitle() == "Till — BotBelanja"


def test_keys_change_the_room(main_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(main_window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(main_window.page, Wall)
    qtbot.keyClick(main_window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(main_window.page, Till)


def test_the_key_of_a_room_works_only_while_it_is_in_front(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = till(main_window)
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    main_window.open("fulfilment")
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    assert page.paid == 1


def test_a_disabled_command_greys_its_button(main_window: MainWindow, qtbot: QtBot) -> None:
    page = till(main_window)
    page.action("order.pay").setEnabled(False)
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    assert page.paid == 0
    assert not page.findChild(ActionButton).isEnabled()


def test_news_refresh_a_room_that_is_seen_once_and_a_hidden_one_when_it_is_shown(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    page = till(main_window)
    qtbot.waitUntil(lambda: page.refreshes == 1)
    preferences.put(preferences.SHOP_NAME, "A")
    preferences.put(preferences.SHOP_NAME, "B")
    qtbot.waitUntil(lambda: page.refreshes == 2)
    main_window.open("fulfilment")
    preferences.put(preferences.SHOP_NAME, "C")
    qtbot.waitUntil(lambda: page.refresher.stale)
    assert page.refreshes == 2
    main_window.open("order_entry")
    qtbot.waitUntil(lambda: page.refreshes == 3)


def test_the_deed_in_the_bar_is_undone_first_then_the_room_undoes(
    application: Application, main_window: MainWindow
) -> None:
    undone: list[str] = []
    application.say("Removed", lambda: undone.append("bar"))
    main_window.undo()
    assert undone == ["bar"]
    main_window.undo()
    assert till(main_window).undone == 1


def test_a_rule_of_the_shop_is_told_under_the_header_and_blocks_nothing(
    application: Application, main_window: MainWindow
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    assert main_window.notice_text() == "The cart is empty. Scan or type a product first."
    assert till(main_window).isEnabled()


def test_what_was_said_about_something_typed_goes_with_the_next_deed(
    application: Application, main_window: MainWindow
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    application.say("Added")
    assert main_window.notice_text() == ""


def test_what_was_said_about_something_typed_stays_on_its_page(
    application: Application, main_window: MainWindow
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    QTest.keySequence(
        main_window, QKeySequence(application.context.actions.keys("window.fulfilment")[0])
    )
    assert main_window.page.name == "fulfilment"
    assert main_window.notice_text() == ""


def test_what_stays_or_can_be_mended_follows_to_the_next_page(main_window: MainWindow) -> None:
    main_window.notice("The server is away", stays=True)
    main_window.open("fulfilment")
    main_window.say("Packed")
    assert main_window.notice_text() == "The server is away"
    main_window.notice("Not printed", remedy=("Print again", main_window.raise_))
    main_window.open("order_entry")
    assert main_window.notice_text() == "Not printed"


def test_undoing_and_redoing_nothing_says_so(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_Z, CTRL)
    assert main_window.notice_text() == ""
    QTest.keyClick(main_window, Qt.Key.Key_Z, CTRL)
    assert main_window.notice_text() == "There is nothing left to undo."
    QTest.keyClick(main_window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert main_window.notice_text() == "There is nothing to do again."


def test_enter_presses_the_tab_with_the_focus(main_window: MainWindow) -> None:
    tab = next(tab for tab in main_window.findChildren(Tab) if not tab.current and tab.isVisible())
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Return)
    assert main_window.page.name != "order_entry"


def test_the_wall_is_dark_at_a_light_counter(main_window: MainWindow) -> None:
    assert not main_window.page.context.theme.is_dark
    main_window.open("fulfilment")
    assert main_window.page.context.theme.is_dark


def test_another_language_builds_the_windows_anew_and_keeps_the_work(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    till(main_window).field.setText("half an order")
    application.apply_settings(language="id", text_scale=1.5)
    before = main_window.page
    qtbot.waitUntil(lambda: main_window.page is not before)
    rebuilt = till(main_window)
    assert rebuilt.field.text() == "half an order"
    assert rebuilt.action("order.pay").text() == "Bayar"
    assert rebuilt.context.theme.px(100) == 150
    assert application.context.station.text("language") == "id"


def test_a_locked_window_does_nothing_until_somebody_signs_in(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    page = till(main_window)
    application.context.lock()
    assert session.current.staff == ""
    qtbot.keyClick(main_window, Qt.Key.Key_F9)
    qtbot.keyClick(main_window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (page.paid, main_window.page) == (0, page)
    assert not page.isVisible()
    assert main_window.lock_screen is not None
    main_window.lock_screen.try_unlock()
    assert session.current.staff == "K1"
    assert page.isVisible()


def test_a_notice_leads_nowhere_while_the_window_is_locked(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    application.context.lock()
    application.notice("The warehouse asks", "info", ("Answer", partial(main_window.open, "home")))
    answer = next(b for b in main_window.findChildren(QAbstractButton) if b.text() == "Answer")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert not any(tab.isVisible() for tab in main_window.findChildren(Tab))
    assert main_window.lock_screen is not None
    qtbot.keyClicks(main_window.focusWidget(), "K1")
    qtbot.keyClick(main_window.focusWidget(), Qt.Key.Key_Return)
    assert main_window.page.name == "home"
    assert main_window.page.isVisible()
    assert any(tab.isVisible() for tab in main_window.findChildren(Tab))


def test_after_a_staff_code_that_is_not_known_another_one_is_typed(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    application.context.lock()
    fields = {field.accessibleName(): field for field in main_window.findChildren(QLineEdit)}
    qtbot.mouseDClick(fields["Staff code"], Qt.MouseButton.LeftButton)
    for typed in ("X9", "K1"):
        assert main_window.focusWidget() is fields["Staff code"]
        qtbot.keyClicks(main_window.focusWidget(), typed)
        qtbot.keyClick(main_window.focusWidget(), Qt.Key.Key_Return)
    assert session.current.staff == "K1"


def test_a_scan_goes_to_the_room_in_front(
    application: Application, main_window: MainWindow
) -> None:
    application.scanner.scanned.emit("8998866200578")
    assert till(main_window).scans == ["8998866200578"]


def test_the_palette_finds_a_command_by_a_few_letters_and_does_it(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = till(main_window)
    main_window.show_palette()
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bayar")  # in English, too
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.paid == 1)


@pytest.mark.parametrize("typed", ["pya", "p", "", "zzz"])
def test_the_palette_does_nothing_on_a_loose_match(
    main_window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    page = till(main_window)
    main_window.show_palette()
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, typed)
    for _ in range(2):  # a finger that bounces
        qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert (page.paid, main_window.page) == (0, page)
    palette.close()


def test_what_was_gone_to_in_the_palette_is_done(main_window: MainWindow, qtbot: QtBot) -> None:
    page = till(main_window)
    main_window.show_palette()
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "pya")
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    rows = [palette.list.rows.row(at) for at in range(palette.list.rows.rowCount())]
    steps = [row.objectName() for row in rows].index("order.pay")
    for key in [Qt.Key.Key_Down] * steps or [Qt.Key.Key_Up]:
        qtbot.keyClick(palette.box.field, key)
    assert palette.list.current.objectName() == "order.pay"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.paid == 1)


def test_the_palette_finds_a_setting_by_its_meaning(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_palette()
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bahasa")
    assert palette.list.current.text() == "Settings \u203a Language"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(main_window.page, Door))
    assert door(main_window).arguments == {"section": "appearance", "field": "language"}


@pytest.mark.parametrize(
    ("typed", "found", "text"),
    [
        ("diskon", "order.discount", "Order entry \u203a Discount"),
        ("discount", "order.discount", "Order entry \u203a Discount"),
        ("tutup kasir", "drawer.close", "Cash drawer \u203a Close the till"),
        ("retur", "orders.take_back", "All orders \u203a Take goods back"),
        ("struk", "orders.print", "All orders \u203a Reprint"),
    ],
)
def test_the_palette_finds_what_other_pages_do_and_goes_there(
    application: Application,
    main_window: MainWindow,
    qtbot: QtBot,
    typed: str,
    found: str,
    text: str,
) -> None:
    main_window.open("home")
    qtbot.keyClick(main_window.page, Qt.Key.Key_K, CTRL)
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, typed)
    rows = [palette.list.rows.row(at) for at in range(palette.list.rows.rowCount())]
    at = [row.objectName() for row in rows].index(found)
    assert rows[at].text() == text
    for _ in range(at):
        qtbot.keyClick(palette.box.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    page = application.context.actions.commands[found].group
    qtbot.waitUntil(lambda: page in main_window.pages)
    assert main_window.page is main_window.pages[page]


def test_the_palette_says_why_something_cannot_be_done_now(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = till(main_window)
    allow(page.action("order.pay"), False, "The cart is empty")
    qtbot.keyClick(page.field, Qt.Key.Key_K, CTRL)
    palette = main_window.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bayar")
    assert palette.list.current.objectName() == "order.pay"
    assert palette.list.rows.index(0, 1).data() == "Not now"
    assert palette.prompt.text() == "The cart is empty"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert (page.paid, main_window.page) == (0, page)
    qtbot.keyClick(palette.box.field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(palette.box.field, "bahasa")
    assert not palette.prompt.isVisible()
    palette.close()


@pytest.mark.parametrize("where", ["field", "button"])
def test_a_key_whose_command_cannot_be_done_now_says_why(
    main_window: MainWindow, qtbot: QtBot, where: str
) -> None:
    page = till(main_window)
    focus = page.field if where == "field" else page.findChild(ActionButton)
    focus.setFocus()
    allow(page.action("order.pay"), False, "The cart is empty")
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert main_window.notice_text() == "The cart is empty"
    allow(page.action("order.pay"), False)
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert main_window.notice_text() == "Not possible now: Pay"
    allow(page.action("order.pay"), True)
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert page.paid == 1


def test_esc_says_nothing_where_there_is_nothing_to_close(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = till(main_window)
    page.bind("list.cancel", page.pay, enabled=False)
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert main_window.notice_text() == ""


def test_a_window_of_its_own_is_opened_once(
    application: Application, main_window: MainWindow
) -> None:
    application.open("fulfilment", own_window=True)
    application.open("fulfilment", own_window=True)
    assert [window.place for window in application.main_windows] == ["main", "fulfilment"]


def test_the_place_of_a_window_is_remembered(
    application: Application, main_window: MainWindow, tmp_path: Path
) -> None:
    main_window.setGeometry(30, 40, 700, 500)
    main_window.close()
    again = MainWindow(application.context, page_class, "main")
    again.take_place()
    assert again.geometry() == main_window.geometry()
    application.context.station.close()
    assert (tmp_path / "station.ini").exists()


def test_the_first_window_leaves_room_for_its_title_bar(
    application: Application, main_window: MainWindow
) -> None:
    free = main_window.screen().availableGeometry()
    assert main_window.geometry().top() >= free.top() + TITLE_BAR
    assert free.contains(main_window.geometry())


@pytest.mark.parametrize(
    "wanted",
    [(-3000, 40, 1366, 768), (40, 5000, 700, 500), (0, 0, 1920, 1080), (700, -200, 640, 480)],
)
def test_a_window_from_another_screen_comes_back_whole(wanted: tuple[int, ...]) -> None:
    free = QRect(0, 24, 1024, 576)
    place = in_reach(QRect(*wanted), free)
    assert free.adjusted(0, TITLE_BAR, 0, 0).contains(place)
    assert place.width() >= min(wanted[2], 1000)


def test_a_closed_window_and_its_rooms_are_freed(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    application.open("order_entry", own_window=True)
    second = application.main_windows[1]
    second.say("Removed", second.undo)
    second.open("fulfilment")
    watched = [weakref.ref(widget) for widget in (second, *second.pages.values())]
    gc.disable()
    try:
        second.close()
        del second
        deliver_deferred_deletes()
        assert [ref() for ref in watched] == [None] * len(watched)
    finally:
        gc.enable()


def test_nothing_is_written_before_a_window_is_placed(
    qapp: QApplication, shop: Shop, tmp_path: Path
) -> None:
    from gui.runtime.station import Station

    station = Station(tmp_path / "data")
    assert station.text("language", "none") == "none"
    assert not (tmp_path / "data").exists()


def test_every_window_bears_the_sign_of_the_program(main_window: MainWindow) -> None:
    palette = CommandPalette(
        main_window, main_window.page.context.theme, main_window.page.context.actions, print
    )
    for window in (main_window, palette):
        picture = window.windowIcon().pixmap(32).toImage()
        assert picture.pixelColor(16, 3) == main_window.page.context.theme.color("accent")
    palette.close()


def test_going_from_page_to_page_leaves_no_dead_widgets(
    application: Application, main_window: MainWindow, qtbot: QtBot
) -> None:
    def visit() -> int:
        for name in ("home", "catalogue", "order_entry", "settings", "order_history"):
            main_window.open(name)
            for _ in range(3):
                QTest.keyClick(main_window.windowHandle(), Qt.Key.Key_Tab)
                application.scanner.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        return sum(isinstance(it, QWidget) and not isValid(it) for it in gc.get_objects())

    visit()
    before = visit()
    assert visit() == before
