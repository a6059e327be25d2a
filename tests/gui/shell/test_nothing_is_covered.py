"""What was refused is seen while the way back is up, and no message stands before a button."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.application import Application
from gui.look.theme import Theme
from gui.order_entry.page import OrderEntryWindow
from gui.pages import OWN_WINDOWS, PAGES
from gui.shell.app_context import Desk
from gui.shell.main_window import Frame
from gui.widgets.buttons.button import Button
from gui.widgets.messages.aftermath import Aftermath
from gui.widgets.messages.undo_bar import UndoBar
from gui.widgets.text.labels import WholeLabel
from models.shop.opening import Shop
from tests.gui.keys_in_time import Key, Keyboard
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, pcs

LONG = "Kecap Bango Manis Gurih Refill Pouch Hemat 550 ml"
SIZES = [(1366, 695), (1280, 592), (960, 472)]  # what the header leaves of a window


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each beep."""
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    return beeps


def with_the_bar_up(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> tuple[Cashier, UndoBar]:
    """A line was just removed: the bar offers it back."""
    a_product(LONG, 3_500, barcodes=["8991003"])
    a_product(
        "Sirup Jeruk Nutrisari Manis Segar Botol Kaca 600 ml",
        20_000,
        on_hand=pcs(0),
        stock_policy="block",
        barcodes=["8991004"],
    )
    cashier = Cashier(desk, qtbot, size)
    cashier.scan("8991003")
    bar: list[UndoBar] = []

    def say(text: str, undo: object = None, icon: object = None, bold: str = "") -> None:
        room = cashier.window
        bar.append(UndoBar(room.deed_place(), room.deed_theme(), text, room.undo, "check", bold))

    desk.say = say
    cashier.press("Delete")
    assert cashier.cart == []
    return cashier, bar[0]


def is_read(widget: QWidget, text: str, role: str, around: int) -> bool:
    """Whether nothing covers it, and in two lines of `role` it says `text` to its end, beside
    `around` pixels of icon and edge."""
    room = widget.rect().adjusted(around, 0, 0, 0)
    font = QFontMetrics(Theme("light").font(role))
    needed = font.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    return widget.visibleRegion().boundingRect() == widget.rect() and room.contains(
        QRect(room.topLeft(), needed.size())
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("deed", ["unknown code", "sold out by scan", "sold out by Enter"])
def test_a_refusal_is_seen_and_heard_while_the_way_back_is_up(
    desk: Desk, qtbot: QtBot, heard: list[str], size: tuple[int, int], deed: str
) -> None:
    cashier, bar = with_the_bar_up(desk, qtbot, size)
    strip = cashier.window.counter.pieces.verdict
    (button,) = bar.findChildren(Button)
    qtbot.waitUntil(button.isVisible)
    place = button.mapTo(cashier.window, button.rect().center())
    heard.clear()
    if deed == "unknown code":
        cashier.scan("8990000000006")
        assert "Unknown code 8990000000006" in cashier.verdict
    elif deed == "sold out by scan":
        cashier.scan("8991004")
        assert "Sirup Jeruk" in cashier.verdict
    else:
        cashier.enter("sirup")
        assert "Sirup Jeruk" in cashier.verdict
    assert heard == ["beep"]
    assert is_read(strip, cashier.verdict, "second_strong", 60)
    (words,) = bar.findChildren(WholeLabel)
    assert words.text() == f"{LONG} removed from the cart"
    assert is_read(words, words.text(), "second_strong", 26)
    assert button.mapTo(cashier.window, button.rect().center()) == place, "it did not move"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cashier.cart == [(LONG, 1)]


def test_a_click_where_the_bar_has_just_gone_does_nothing(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        a_product(f"Sabun {number}", 4_000, barcodes=[f"899200{number:02}"])
    cashier, bar = with_the_bar_up(desk, qtbot, SIZES[0])
    cashier.scan(*[f"899200{number:02}" for number in range(12)])
    cashier.press("Delete", "Up", "Up")
    page = cashier.window.counter
    bar = next(bar for bar in page.findChildren(UndoBar) if bar.isVisible())
    spot, current = bar.mapTo(page, QPoint(100, 20)), cashier.window.basket.current
    monkeypatch.setattr("gui.widgets.messages.undo_bar.SECONDS", 0.001)
    qtbot.waitUntil(lambda: not isValid(bar))
    under = page.childAt(spot)
    assert under is not None
    QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(page, spot))
    assert cashier.window.basket.current == current, "the line below was not chosen"


# --- notices -------------------------------------------------------------------------------


@pytest.fixture
def frame(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Frame]:
    application = Application(qapp, shop, tmp_path, "id", "light", immediate=True)
    yield application.start("home")
    application.close()


def places(frame: Frame) -> dict[str, QRect]:
    """Where the buttons of the room in front stand in the window."""
    buttons = [button for button in frame.room.findChildren(Button) if button.isVisible()]
    return {
        f"{at} {button.accessibleName()}": QRect(button.mapTo(frame, QPoint()), button.size())
        for at, button in enumerate(buttons)
    }


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (960, 520)])
@pytest.mark.parametrize("room", sorted((*OWN_WINDOWS, "order_history", "drawer", "settings")))
def test_a_notice_moves_nothing_and_covers_no_button(
    frame: Frame, qtbot: QtBot, room: str, size: tuple[int, int]
) -> None:
    an_order(a_product("Beras", 70_000))
    frame.resize(*size)
    frame.open(room)
    qtbot.waitUntil(lambda: not frame.room.refreshing.stale)
    frame.grab()
    before = places(frame)
    sentence = "The printer does not answer. What was to be printed waits until it is back, " * 2
    frame.notice(sentence, "warn", remedy=("Try again", frame.redo))
    frame.grab()
    assert places(frame) == before
    notice = frame.notice_bar.geometry()
    covered = [name for name, place in before.items() if notice.intersects(place)]
    if frame.room.has_header:
        assert covered == []
    assert frame.rect().contains(notice)


def test_a_click_where_a_notice_has_just_gone_opens_nothing(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(960, 520)
    frame.notice("The cart is empty.")
    spot = frame.notice_bar.geometry().center()
    close = frame.notice_bar.findChildren(Button)[-1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert frame.notice_text() == ""
    room = frame.room
    for point in (spot, QPoint(frame.width() - 20, 20)):
        hit = frame.childAt(point)
        assert hit is not None
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton)
    assert (frame.room, frame.is_locked) == (room, False)
    qtbot.waitUntil(lambda: not frame.findChildren(Aftermath))


# --- the way back on pages that scroll -----------------------------------------------------


def in_sight(frame: Frame, widget: QWidget) -> bool:
    """Whether all of it can be seen, wherever the page was scrolled to."""
    whole = QRect(widget.mapTo(frame, QPoint()), widget.size())
    return widget.visibleRegion().boundingRect() == widget.rect() and frame.rect().contains(whole)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (960, 520)])
@pytest.mark.parametrize("name", sorted(set(PAGES) - {"ready_board"}))
def test_the_way_back_is_in_sight_on_every_page(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot,
    name: str, size: tuple[int, int], scale: float,
) -> None:  # fmt: skip
    application = Application(qapp, shop, tmp_path, "id", "light", scale, immediate=True)
    try:
        frame = application.start(name)
        frame.resize(*size)
        qtbot.waitUntil(lambda: not frame.room.refreshing.stale)
        undone: list[str] = []
        frame.say("Rp50.000 dimasukkan", lambda: undone.append("undone"), bold="Rp50.000")
        (bar,) = frame.findChildren(UndoBar)
        (button,) = bar.findChildren(Button)
        qtbot.waitUntil(lambda: in_sight(frame, bar) and in_sight(frame, button))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert undone == ["undone"]
    finally:
        application.close()


def test_with_large_letters_the_way_back_at_the_counter_is_pressed_and_goes_with_the_next_deed(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    """The foot of the cart is below the fold there."""
    a_product("Aqua 600 ml", 3_500)
    application = Application(qapp, shop, tmp_path, "en", "light", 2.0, immediate=True)
    try:
        frame = application.start("order_entry")
        frame.resize(1366, 743)
        qtbot.waitUntil(lambda: not frame.room.refreshing.stale)
        room = frame.room
        assert isinstance(room, OrderEntryWindow)
        field = room.counter.box.entry
        aqua = [Key(letter, 150) for letter in "aqua\r"]
        keyboard = Keyboard()
        keyboard.play(field, aqua)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert not room.basket.cart
        (bar,) = shown_bars(frame)
        (button,) = bar.findChildren(Button)
        qtbot.waitUntil(lambda: in_sight(frame, button))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert room.basket.cart

        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert shown_bars(frame)
        keyboard.play(field, aqua)
        assert not shown_bars(frame), "undo would now take another step back"
    finally:
        application.close()


def shown_bars(frame: Frame) -> list[UndoBar]:
    return [bar for bar in frame.findChildren(UndoBar) if bar.isVisible()]
