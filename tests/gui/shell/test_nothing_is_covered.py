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
from gui.order_entry.page import OrderEntryPage
from gui.pages import OWN_WINDOWS, PAGES
from gui.shell.app_context import AppContext
from gui.shell.main_window import MainWindow
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


def with_the_bar_up(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> tuple[Cashier, UndoBar]:
    """A line was just removed: the bar offers it back."""
    a_product(LONG, 3_500, barcodes=["8991003"])
    a_product(
        "Sirup Jeruk Nutrisari Manis Segar Botol Kaca 600 ml",
        20_000,
        on_hand=pcs(0),
        stock_policy="block",
        barcodes=["8991004"],
    )
    cashier = Cashier(context, qtbot, size)
    cashier.scan("8991003")
    bar: list[UndoBar] = []

    def say(text: str, undo: object = None, icon: object = None, bold: str = "") -> None:
        page = cashier.window
        bar.append(
            UndoBar(page.undo_bar_anchor(), page.undo_bar_theme(), text, page.undo, "check", bold)
        )

    context.say = say
    cashier.press("Delete")
    assert cashier.cart == []
    return cashier, bar[0]


def is_read(widget: QWidget, text: str, role: str, around: int) -> bool:
    """Whether nothing covers it, and in two lines of `role` it says `text` to its end, beside
    `around` pixels of icon and edge."""
    page = widget.rect().adjusted(around, 0, 0, 0)
    font = QFontMetrics(Theme("light").font(role))
    needed = font.boundingRect(page, Qt.TextFlag.TextWordWrap, text)
    return widget.visibleRegion().boundingRect() == widget.rect() and page.contains(
        QRect(page.topLeft(), needed.size())
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("deed", ["unknown code", "sold out by scan", "sold out by Enter"])
def test_a_refusal_is_seen_and_heard_while_the_way_back_is_up(
    context: AppContext, qtbot: QtBot, beeps: list[int], size: tuple[int, int], deed: str
) -> None:
    cashier, bar = with_the_bar_up(context, qtbot, size)
    strip = cashier.window.counter.pieces.verdict
    (button,) = bar.findChildren(Button)
    qtbot.waitUntil(button.isVisible)
    place = button.mapTo(cashier.window, button.rect().center())
    beeps.clear()
    if deed == "unknown code":
        cashier.scan("8990000000006")
        assert "Unknown code 8990000000006" in cashier.verdict
    elif deed == "sold out by scan":
        cashier.scan("8991004")
        assert "Sirup Jeruk" in cashier.verdict
    else:
        cashier.enter("sirup")
        assert "Sirup Jeruk" in cashier.verdict
    assert len(beeps) == 1
    assert is_read(strip, cashier.verdict, "second_strong", 60)
    (words,) = bar.findChildren(WholeLabel)
    assert words.text() == f"{LONG} removed from the cart"
    assert is_read(words, words.text(), "second_strong", 26)
    assert button.mapTo(cashier.window, button.rect().center()) == place, "it did not move"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cashier.cart == [(LONG, 1)]


def test_a_click_where_the_bar_has_just_gone_does_nothing(
    context: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        a_product(f"Sabun {number}", 4_000, barcodes=[f"899200{number:02}"])
    cashier, bar = with_the_bar_up(context, qtbot, SIZES[0])
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
def main_window(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[MainWindow]:
    application = Application(qapp, shop, tmp_path, "id", "light", immediate=True)
    yield application.start("home")
    application.close()


def places(main_window: MainWindow) -> dict[str, QRect]:
    """Where the buttons of the page in front stand in the window."""
    buttons = [button for button in main_window.page.findChildren(Button) if button.isVisible()]
    return {
        f"{at} {button.accessibleName()}": QRect(button.mapTo(main_window, QPoint()), button.size())
        for at, button in enumerate(buttons)
    }


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (960, 520)])
@pytest.mark.parametrize("page", sorted((*OWN_WINDOWS, "order_history", "drawer", "settings")))
def test_a_notice_moves_nothing_and_covers_no_button(
    main_window: MainWindow, qtbot: QtBot, page: str, size: tuple[int, int]
) -> None:
    an_order(a_product("Beras", 70_000))
    main_window.resize(*size)
    main_window.open(page)
    qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
    main_window.grab()
    before = places(main_window)
    sentence = "The printer does not answer. What was to be printed waits until it is back, " * 2
    main_window.notice(sentence, "warn", remedy=("Try again", main_window.redo))
    main_window.grab()
    assert places(main_window) == before
    notice = main_window.notice_bar.geometry()
    covered = [name for name, place in before.items() if notice.intersects(place)]
    if main_window.page.has_header:
        assert covered == []
    assert main_window.rect().contains(notice)


def test_a_click_where_a_notice_has_just_gone_opens_nothing(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.resize(960, 520)
    main_window.notice("The cart is empty.")
    spot = main_window.notice_bar.geometry().center()
    close = main_window.notice_bar.findChildren(Button)[-1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert main_window.notice_text() == ""
    page = main_window.page
    for point in (spot, QPoint(main_window.width() - 20, 20)):
        hit = main_window.childAt(point)
        assert hit is not None
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton)
    assert (main_window.page, main_window.is_locked) == (page, False)
    qtbot.waitUntil(lambda: not main_window.findChildren(Aftermath))


# --- the way back on pages that scroll -----------------------------------------------------


def in_sight(main_window: MainWindow, widget: QWidget) -> bool:
    """Whether all of it can be seen, wherever the page was scrolled to."""
    whole = QRect(widget.mapTo(main_window, QPoint()), widget.size())
    return widget.visibleRegion().boundingRect() == widget.rect() and main_window.rect().contains(
        whole
    )


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1366, 743), 1.0),
        ((960, 520), 1.0),
        ((960, 520), 2.0),
        # What lies between them.
        pytest.param((1280, 640), 1.0, marks=pytest.mark.long),
        pytest.param((1280, 640), 2.0, marks=pytest.mark.long),
        pytest.param((1366, 743), 2.0, marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("name", sorted(set(PAGES) - {"ready_board"}))
def test_the_way_back_is_in_sight_on_every_page(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot,
    name: str, size: tuple[int, int], scale: float,
) -> None:  # fmt: skip
    application = Application(qapp, shop, tmp_path, "id", "light", scale, immediate=True)
    try:
        main_window = application.start(name)
        main_window.resize(*size)
        qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
        undone: list[str] = []
        main_window.say("Rp50.000 dimasukkan", lambda: undone.append("undone"), bold="Rp50.000")
        (bar,) = main_window.findChildren(UndoBar)
        (button,) = bar.findChildren(Button)
        qtbot.waitUntil(lambda: in_sight(main_window, bar) and in_sight(main_window, button))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert undone == ["undone"]
    finally:
        application.close()


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640), (960, 520)])
def test_what_is_said_after_a_deed_covers_no_button_of_an_import(
    main_window: MainWindow, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "harga.csv"
    path.write_text("nama,harga\nKopi,2000\nTeh,\n", encoding="utf-8")
    main_window.resize(*size)
    main_window.open("catalogue", import_path=str(path))
    main_window.grab()
    main_window.say("1 baris disimpan")
    (bar,) = main_window.findChildren(UndoBar)
    qtbot.waitUntil(bar.isVisible)
    box = QRect(bar.mapTo(main_window, QPoint()), bar.size())
    assert [name for name, place in places(main_window).items() if place.intersects(box)] == []


def test_with_large_letters_the_way_back_at_the_counter_is_pressed_and_goes_with_the_next_deed(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    """The foot of the cart is below the fold there."""
    a_product("Aqua 600 ml", 3_500)
    application = Application(qapp, shop, tmp_path, "en", "light", 2.0, immediate=True)
    try:
        main_window = application.start("order_entry")
        main_window.resize(1366, 743)
        qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
        page = main_window.page
        assert isinstance(page, OrderEntryPage)
        field = page.counter.box.entry
        aqua = [Key(letter, 150) for letter in "aqua\r"]
        keyboard = Keyboard()
        keyboard.play(field, aqua)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert not page.basket.cart
        (bar,) = shown_bars(main_window)
        (button,) = bar.findChildren(Button)
        qtbot.waitUntil(lambda: in_sight(main_window, button))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert page.basket.cart

        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert shown_bars(main_window)
        keyboard.play(field, aqua)
        assert not shown_bars(main_window), "undo would now take another step back"
    finally:
        application.close()


def shown_bars(main_window: MainWindow) -> list[UndoBar]:
    return [bar for bar in main_window.findChildren(UndoBar) if bar.isVisible()]
