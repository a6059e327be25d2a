"""What was refused is seen while the way back is up, and no message stands before a button."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.desk import Desk
from gui.frame import Frame
from gui.pages import OWN_WINDOWS
from gui.widgets.aftermath import Aftermath
from gui.widgets.button import Button
from gui.widgets.undo_bar import UndoBar
from models.shop import Shop
from tests.gui.cashier import Cashier
from tests.readable import a_product, an_order, pcs

SIZES = [(1366, 695), (1280, 592), (960, 472)]  # what the header leaves of a window


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each beep."""
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    return beeps


def with_the_bar_up(desk: Desk, qtbot: QtBot, size: tuple[int, int]) -> tuple[Cashier, UndoBar]:
    """A line was just removed: the bar offers it back."""
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    a_product("Sirup Jeruk", 20_000, on_hand=pcs(0), stock_policy="block", barcodes=["8991004"])
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


def stands_free(strip: QWidget, bar: UndoBar) -> bool:
    """Whether the words of the strip are in sight beside the bar, and the bar's button too."""
    words = strip.rect().adjusted(0, 0, -bar.width() - 8, 0)
    spots = (words.center(), words.topLeft(), words.bottomRight())
    over = [strip.childAt(spot) for spot in spots]
    return bar.isVisible() and not any(w is bar or bar.isAncestorOf(w) for w in over if w)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("deed", ["unknown code", "sold out by scan", "sold out by Enter"])
def test_a_refusal_is_seen_and_heard_while_the_way_back_is_up(
    desk: Desk, qtbot: QtBot, heard: list[str], size: tuple[int, int], deed: str
) -> None:
    cashier, bar = with_the_bar_up(desk, qtbot, size)
    strip = cashier.window.counter.pieces.verdict
    (button,) = bar.findChildren(Button)
    qtbot.waitUntil(button.isVisible)
    assert bar.width() == strip.width()
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
    assert stands_free(strip, bar)
    assert button.mapTo(cashier.window, button.rect().center()) == place, "it did not move"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_the_bar_has_its_words_again_when_the_refusal_is_over(desk: Desk, qtbot: QtBot) -> None:
    cashier, bar = with_the_bar_up(desk, qtbot, SIZES[0])
    strip = cashier.window.counter.pieces.verdict
    cashier.scan("8991004")
    assert bar.width() < strip.width() // 2
    strip.clear()
    assert bar.width() == strip.width()


def test_a_click_where_the_bar_has_just_gone_does_nothing(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cashier, bar = with_the_bar_up(desk, qtbot, SIZES[0])
    strip = cashier.window.counter.pieces.verdict
    cashier.scan("8990000000006")
    spot = bar.mapTo(strip, bar.rect().center())
    monkeypatch.setattr("gui.widgets.undo_bar.SECONDS", 0.001)
    qtbot.waitUntil(lambda: strip.bar is None)
    under = strip.childAt(spot)
    assert under is not None
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)
    assert "Unknown code" in cashier.verdict, "nothing was created"


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
    notice = frame._notice.geometry()
    covered = [name for name, place in before.items() if notice.intersects(place)]
    if frame.room.has_header:
        assert covered == []
    assert frame.rect().contains(notice)


def test_a_click_where_a_notice_has_just_gone_opens_nothing(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(960, 520)
    frame.notice("The cart is empty.")
    spot = frame._notice.geometry().center()
    close = frame._notice.findChildren(Button)[-1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert frame.notice_text() == ""
    room = frame.room
    for point in (spot, QPoint(frame.width() - 20, 20)):
        hit = frame.childAt(point)
        assert hit is not None
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton)
    assert (frame.room, frame.is_locked) == (room, False)
    qtbot.waitUntil(lambda: not frame.findChildren(Aftermath))
