"""Windows: opening rooms, undoing, telling, locking, changing the language, and dying."""

import gc
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.actions import allow
from gui.shell.action_button import ActionButton
from gui.shell.app_context import Desk
from gui.shell.command_palette import CommandPalette
from gui.shell.header import Tab
from gui.shell.key_help import KeyHelp
from gui.shell.main_window import TITLE_BAR, Frame, in_reach
from gui.shell.page import Room
from models import session
from models.errors import EmptyCart
from models.events import PREFERENCE_CHANGED, Event
from models.settings import preferences, staff
from models.shop.opening import Shop

CTRL = Qt.KeyboardModifier.ControlModifier


class Till(Room):
    """A room with a field, a command and a memory."""

    name = "order_entry"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
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

    def concerns(self, event: Event) -> bool:
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

    def carry_over(self) -> object:
        return self.field.text()

    def carry_on(self, carried: object) -> None:
        self.field.setText(str(carried))


class Wall(Room):
    name = "fulfilment"
    dark_by_default = True


class Door(Room):
    name = "home"

    def opened(self, **arguments: object) -> None:
        self.arguments = arguments


ROOMS: dict[str, type[Room]] = {"order_entry": Till, "fulfilment": Wall}


def room_class(name: str) -> type[Room]:
    return ROOMS.get(name, Door)


@pytest.fixture
def application(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Application]:
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True, rooms=room_class)
    yield application
    application.close()


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    frame = application.start("order_entry")
    qtbot.waitExposed(frame)
    return frame


def till(frame: Frame) -> Till:
    room = frame.room
    assert isinstance(room, Till)
    return room


def door(frame: Frame) -> Door:
    room = frame.room
    assert isinstance(room, Door)
    return room


def deliver_deferred_deletes() -> None:
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_room_is_built_when_it_is_first_opened_and_kept(frame: Frame) -> None:
    first = frame.room
    frame.open("fulfilment")
    assert isinstance(frame.room, Wall)
    assert frame.open("order_entry", order_id=7) is first
    assert till(frame).arguments == {"order_id": 7}
    assert frame.windowTitle() == "Till — BotBelanja"


def test_keys_change_the_room(frame: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(frame.room, Wall)
    qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(frame.room, Till)


def test_the_key_of_a_room_works_only_while_it_is_in_front(frame: Frame, qtbot: QtBot) -> None:
    room = till(frame)
    qtbot.keyClick(frame, Qt.Key.Key_F9)
    frame.open("fulfilment")
    qtbot.keyClick(frame, Qt.Key.Key_F9)
    assert room.paid == 1


def test_a_disabled_command_greys_its_button(frame: Frame, qtbot: QtBot) -> None:
    room = till(frame)
    room.action("order.pay").setEnabled(False)
    qtbot.keyClick(frame, Qt.Key.Key_F9)
    assert room.paid == 0
    assert not room.findChild(ActionButton).isEnabled()


def test_news_refresh_a_room_that_is_seen_once_and_a_hidden_one_when_it_is_shown(
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    room = till(frame)
    qtbot.waitUntil(lambda: room.refreshes == 1)
    preferences.put(preferences.SHOP_NAME, "A")
    preferences.put(preferences.SHOP_NAME, "B")
    qtbot.waitUntil(lambda: room.refreshes == 2)
    frame.open("fulfilment")
    preferences.put(preferences.SHOP_NAME, "C")
    qtbot.waitUntil(lambda: room.refreshing.stale)
    assert room.refreshes == 2
    frame.open("order_entry")
    qtbot.waitUntil(lambda: room.refreshes == 3)


def test_the_deed_in_the_bar_is_undone_first_then_the_room_undoes(
    application: Application, frame: Frame
) -> None:
    undone: list[str] = []
    application.say("Removed", lambda: undone.append("bar"))
    frame.undo()
    assert undone == ["bar"]
    frame.undo()
    assert till(frame).undone == 1


def test_a_rule_of_the_shop_is_told_under_the_header_and_blocks_nothing(
    application: Application, frame: Frame
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    assert frame.notice_text() == "The cart is empty. Scan or type a product first."
    assert till(frame).isEnabled()


def test_what_was_said_about_something_typed_goes_with_the_next_deed(
    application: Application, frame: Frame
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    application.say("Added")
    assert frame.notice_text() == ""


def test_what_was_said_about_something_typed_stays_on_its_page(
    application: Application, frame: Frame
) -> None:
    application.exceptions.sentence_due.emit(EmptyCart())
    QTest.keySequence(frame, QKeySequence(application.desk.actions.keys("window.fulfilment")[0]))
    assert frame.room.name == "fulfilment"
    assert frame.notice_text() == ""


def test_what_stays_or_can_be_mended_follows_to_the_next_page(frame: Frame) -> None:
    frame.notice("The server is away", stays=True)
    frame.open("fulfilment")
    frame.say("Packed")
    assert frame.notice_text() == "The server is away"
    frame.notice("Not printed", remedy=("Print again", frame.raise_))
    frame.open("order_entry")
    assert frame.notice_text() == "Not printed"


def test_undoing_and_redoing_nothing_says_so(frame: Frame) -> None:
    QTest.keyClick(frame, Qt.Key.Key_Z, CTRL)
    assert frame.notice_text() == ""
    QTest.keyClick(frame, Qt.Key.Key_Z, CTRL)
    assert frame.notice_text() == "There is nothing left to undo."
    QTest.keyClick(frame, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert frame.notice_text() == "There is nothing to do again."


def test_enter_presses_the_tab_with_the_focus(frame: Frame) -> None:
    tab = next(tab for tab in frame.findChildren(Tab) if not tab.current and tab.isVisible())
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Return)
    assert frame.room.name != "order_entry"


def test_the_wall_is_dark_at_a_light_counter(frame: Frame) -> None:
    assert not frame.room.desk.theme.is_dark
    frame.open("fulfilment")
    assert frame.room.desk.theme.is_dark


def test_another_language_builds_the_windows_anew_and_keeps_the_work(
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    till(frame).field.setText("half an order")
    application.choose(language="id", text_scale=1.5)
    qtbot.waitUntil(lambda: application.frames[0] is not frame)
    rebuilt = till(application.frames[0])
    assert rebuilt.field.text() == "half an order"
    assert rebuilt.action("order.pay").text() == "Bayar"
    assert rebuilt.desk.theme.px(100) == 150
    assert application.desk.station.text("language") == "id"


def test_a_locked_window_does_nothing_until_somebody_signs_in(
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    room = till(frame)
    application.lock()
    assert session.current.staff == ""
    qtbot.keyClick(frame, Qt.Key.Key_F9)
    qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (room.paid, frame.room) == (0, room)
    assert not room.isVisible()
    assert frame.lock_screen is not None
    frame.lock_screen.try_unlock()
    assert session.current.staff == "K1"
    assert room.isVisible()


def test_a_notice_leads_nowhere_while_the_window_is_locked(
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    application.lock()
    application.notice("The warehouse asks", "info", ("Answer", partial(frame.open, "home")))
    answer = next(b for b in frame.findChildren(QAbstractButton) if b.text() == "Answer")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert not any(tab.isVisible() for tab in frame.findChildren(Tab))
    assert frame.lock_screen is not None
    qtbot.keyClicks(frame.focusWidget(), "K1")
    qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Return)
    assert frame.room.name == "home"
    assert frame.room.isVisible()
    assert any(tab.isVisible() for tab in frame.findChildren(Tab))


def test_after_a_staff_code_that_is_not_known_another_one_is_typed(
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    if "K1" not in {code.code for code in staff.everyone()}:
        staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    application.lock()
    fields = {field.accessibleName(): field for field in frame.findChildren(QLineEdit)}
    qtbot.mouseDClick(fields["Staff code"], Qt.MouseButton.LeftButton)
    for typed in ("X9", "K1"):
        assert frame.focusWidget() is fields["Staff code"]
        qtbot.keyClicks(frame.focusWidget(), typed)
        qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Return)
    assert session.current.staff == "K1"


def test_a_scan_goes_to_the_room_in_front(application: Application, frame: Frame) -> None:
    application.scanner.scanned.emit("8998866200578")
    assert till(frame).scans == ["8998866200578"]


def test_the_palette_finds_a_command_by_a_few_letters_and_does_it(
    frame: Frame, qtbot: QtBot
) -> None:
    room = till(frame)
    frame.show_palette()
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bayar")  # in English, too
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.paid == 1)


@pytest.mark.parametrize("typed", ["pya", "p", "", "zzz"])
def test_the_palette_does_nothing_on_a_loose_match(frame: Frame, qtbot: QtBot, typed: str) -> None:
    room = till(frame)
    frame.show_palette()
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, typed)
    for _ in range(2):  # a finger that bounces
        qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert (room.paid, frame.room) == (0, room)
    palette.close()


def test_what_was_gone_to_in_the_palette_is_done(frame: Frame, qtbot: QtBot) -> None:
    room = till(frame)
    frame.show_palette()
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "pya")
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    rows = [palette.list.rows.row(at) for at in range(palette.list.rows.rowCount())]
    steps = [row.objectName() for row in rows].index("order.pay")
    for key in [Qt.Key.Key_Down] * steps or [Qt.Key.Key_Up]:
        qtbot.keyClick(palette.box.field, key)
    assert palette.list.current.objectName() == "order.pay"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.paid == 1)


def test_the_palette_finds_a_setting_by_its_meaning(frame: Frame, qtbot: QtBot) -> None:
    frame.show_palette()
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bahasa")
    assert palette.list.current.text() == "Settings \u203a Language"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(frame.room, Door))
    assert door(frame).arguments == {"section": "appearance"}


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
    application: Application, frame: Frame, qtbot: QtBot, typed: str, found: str, text: str
) -> None:
    frame.open("home")
    qtbot.keyClick(frame.room, Qt.Key.Key_K, CTRL)
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, typed)
    rows = [palette.list.rows.row(at) for at in range(palette.list.rows.rowCount())]
    at = [row.objectName() for row in rows].index(found)
    assert rows[at].text() == text
    for _ in range(at):
        qtbot.keyClick(palette.box.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    page = application.desk.actions.commands[found].group
    qtbot.waitUntil(lambda: page in frame.rooms)
    assert frame.room is frame.rooms[page]


def test_the_palette_says_why_something_cannot_be_done_now(frame: Frame, qtbot: QtBot) -> None:
    room = till(frame)
    allow(room.action("order.pay"), False, "The cart is empty")
    qtbot.keyClick(room.field, Qt.Key.Key_K, CTRL)
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.box.field, "bayar")
    assert palette.list.current.objectName() == "order.pay"
    assert palette.list.rows.index(0, 1).data() == "Not now"
    assert palette.prompt.text() == "The cart is empty"
    qtbot.keyClick(palette.box.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert (room.paid, frame.room) == (0, room)
    qtbot.keyClick(palette.box.field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(palette.box.field, "bahasa")
    assert not palette.prompt.isVisible()
    palette.close()


@pytest.mark.parametrize("where", ["field", "button"])
def test_a_key_whose_command_cannot_be_done_now_says_why(
    frame: Frame, qtbot: QtBot, where: str
) -> None:
    room = till(frame)
    focus = room.field if where == "field" else room.findChild(ActionButton)
    focus.setFocus()
    allow(room.action("order.pay"), False, "The cart is empty")
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert frame.notice_text() == "The cart is empty"
    allow(room.action("order.pay"), False)
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert frame.notice_text() == "Not possible now: Pay"
    allow(room.action("order.pay"), True)
    qtbot.keyClick(focus, Qt.Key.Key_F9)
    assert room.paid == 1


def test_esc_says_nothing_where_there_is_nothing_to_close(frame: Frame, qtbot: QtBot) -> None:
    room = till(frame)
    room.bind("list.cancel", room.pay, enabled=False)
    qtbot.keyClick(room.field, Qt.Key.Key_Escape)
    assert frame.notice_text() == ""


def test_the_key_help_lists_every_command_that_has_a_key(frame: Frame) -> None:
    from gui.input.commands import COMMANDS
    from gui.widgets.text.labels import Label

    frame.show_keys()
    shown = {label.text() for label in frame.findChild(KeyHelp).findChildren(Label)}
    assert {command.text for command in COMMANDS if command.keys} <= shown


def test_a_window_of_its_own_is_opened_once(application: Application, frame: Frame) -> None:
    application.open("fulfilment", own_window=True)
    application.open("fulfilment", own_window=True)
    assert [window.place for window in application.frames] == ["main", "fulfilment"]


def test_the_place_of_a_window_is_remembered(
    application: Application, frame: Frame, tmp_path: Path
) -> None:
    frame.setGeometry(30, 40, 700, 500)
    frame.close()
    again = Frame(application.desk, room_class, "main")
    assert again.geometry() == frame.geometry()
    application.desk.station.close()
    assert (tmp_path / "station.ini").exists()


def test_the_first_window_leaves_room_for_its_title_bar(
    application: Application, frame: Frame
) -> None:
    free = frame.screen().availableGeometry()
    assert frame.geometry().top() >= free.top() + TITLE_BAR
    assert free.contains(frame.geometry())


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
    application: Application, frame: Frame, qtbot: QtBot
) -> None:
    application.open("order_entry", own_window=True)
    second = application.frames[1]
    second.say("Removed", second.undo)
    second.open("fulfilment")
    watched = [weakref.ref(widget) for widget in (second, *second.rooms.values())]
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
