"""Favourites as tiles: put in order by keys, mouse and finger, and sold by one press."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme, text_width
from gui.order_entry.tiles import tile_painter
from gui.order_entry.tiles.tile_list import TileList
from gui.order_entry.tiles.tiles import ArrangeBar
from gui.runtime.station import Station
from gui.shell.app_context import AppContext
from gui.widgets.text.chip import Badge, badge_width
from gui.widgets.text.labels import Label
from models.catalogue import catalogue
from models.journal import journal
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import SMALL, WIDE, Cashier
from tests.readable import a_product, pcs

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    """At a wide screen with six favourites, and tea that is none."""
    for at, name in enumerate(["Kopi", "Beras", "Gula", "Susu", "Telur", "Roti"], start=1):
        a_product(name, 1_000 * at, category="Pagi" if at % 2 else "Siang", favourite=at)
    a_product("Teh", 500, category="Pagi")
    return Cashier(context, qtbot, WIDE)


def tiles(cashier: Cashier) -> TileList:
    return cashier.window.counter.pieces.tiles.list_view


def shown(cashier: Cashier) -> list[str]:
    return [product.name for product in tiles(cashier).rows.rows]


def kept() -> list[str]:
    return [product.name for product in catalogue.favourites()]


def middle(view: TileList, at: int) -> QPoint:
    return view.visualRect(view.rows.index(at, 0)).center()


def star(view: TileList, at: int) -> QPoint:
    cell = view.visualRect(view.rows.index(at, 0))
    return view.painter.plate(view.painter.box(cell, at)).center()


def drag(view: TileList, source: int, target: int) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=middle(view, source))
    QTest.mouseMove(view.viewport(), middle(view, source) + QPoint(4, 4))
    QTest.mouseMove(view.viewport(), middle(view, target))


def turn_wheel(widget: QWidget, by: int) -> None:
    """A notch is 120; away from the hand is up."""
    spot, still = QPointF(widget.rect().center()), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        spot, QPointF(widget.mapToGlobal(spot.toPoint())), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, still, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_arrows_choose_a_tile_and_with_shift_they_move_it(cashier: Cashier, said: Said) -> None:
    before = journal.newest()
    cashier.press("Ctrl+R", "Right", "Shift+Right", "Shift+Down")
    assert kept() == ["Kopi", "Gula", "Beras", "Susu", "Telur", "Roti"]
    assert kept() == shown(cashier)
    assert said.deeds == ["Beras moved"], "there is no tile below: nothing was done"
    assert journal.newest() == before + 1, "one act is one entry"


def test_a_tile_moves_a_whole_row_down(cashier: Cashier) -> None:
    cashier.press("Ctrl+R", "Shift+Down")
    assert kept() == ["Beras", "Gula", "Susu", "Telur", "Kopi", "Roti"]
    assert tiles(cashier).current.name == "Kopi", "it stays in the hand"


def test_a_tile_is_dragged_by_mouse_or_finger(cashier: Cashier) -> None:
    cashier.press("Ctrl+R")
    view, before = tiles(cashier), journal.newest()
    drag(view, 0, 3)
    assert shown(cashier)[:4] == ["Beras", "Gula", "Susu", "Kopi"], "it is shown at once"
    assert kept()[0] == "Kopi", "and counts when it is let go"
    QTest.mouseRelease(view.viewport(), LEFT, pos=middle(view, 3))
    cashier.hear()
    assert kept() == shown(cashier) == ["Beras", "Gula", "Susu", "Kopi", "Telur", "Roti"]
    assert journal.newest() == before + 1


def test_a_finger_sells_and_drags(cashier: Cashier) -> None:
    finger, view = QTest.createTouchDevice(), tiles(cashier)

    def touch(*spots: QPoint) -> None:
        window = cashier.window.windowHandle()
        first, *way = [view.viewport().mapTo(cashier.window, spot) for spot in spots]
        QTest.touchEvent(window, finger).press(0, first, window)
        for spot in way:
            QTest.touchEvent(window, finger).move(0, spot, window)
        QTest.touchEvent(window, finger).release(0, (way or [first])[-1], window)
        cashier.hear()

    touch(middle(view, 1))
    assert cashier.cart == [("Beras", 1)]
    cashier.press("Ctrl+R")
    touch(middle(view, 0), middle(view, 0) + QPoint(9, 9), middle(view, 1), middle(view, 2))
    assert kept() == ["Beras", "Gula", "Kopi", "Susu", "Telur", "Roti"]
    touch(star(view, 1))
    assert kept() == ["Beras", "Kopi", "Susu", "Telur", "Roti"]
    assert cashier.cart == [("Beras", 1)]


def test_escape_while_dragging_puts_it_back(cashier: Cashier) -> None:
    cashier.press("Ctrl+R")
    view = tiles(cashier)
    drag(view, 0, 3)
    cashier.press("Esc")
    QTest.mouseRelease(view.viewport(), LEFT, pos=middle(view, 3))
    assert kept() == shown(cashier) == ["Kopi", "Beras", "Gula", "Susu", "Telur", "Roti"]
    assert cashier.window.counter.pieces.tiles.is_arranging


def test_a_star_takes_a_tile_away_and_undo_brings_it_back(cashier: Cashier, said: Said) -> None:
    cashier.press("Ctrl+R", "Right", "Space")
    assert "Beras" not in shown(cashier)
    assert said.deeds == ["Beras removed from favourites"]
    cashier.window.undo()
    cashier.hear()
    assert shown(cashier) == ["Kopi", "Beras", "Gula", "Susu", "Telur", "Roti"]
    cashier.window.redo()
    cashier.hear()
    assert "Beras" not in shown(cashier)
    view = tiles(cashier)
    QTest.mouseClick(view.viewport(), LEFT, pos=star(view, 0))
    cashier.hear()
    assert kept() == ["Gula", "Susu", "Telur", "Roti"]


def test_in_a_category_its_own_tiles_are_arranged(cashier: Cashier) -> None:
    pieces = cashier.window.counter.pieces
    QTest.mouseClick(pieces.tiles.category_buttons.button(1), LEFT)
    assert shown(cashier) == ["Kopi", "Gula", "Telur", "Teh"]
    cashier.press("Ctrl+R", "Shift+Right", "Shift+Right", "Shift+Right")
    assert shown(cashier) == ["Gula", "Telur", "Kopi", "Teh"], "not behind what is no favourite"
    assert kept() == ["Gula", "Beras", "Telur", "Susu", "Kopi", "Roti"]
    cashier.press("Right", "Space")
    assert kept()[-1] == "Teh"


def test_nothing_is_sold_while_tiles_are_arranged(cashier: Cashier) -> None:
    cashier.press("Ctrl+R")
    view = tiles(cashier)
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, 2))
    cashier.press("Del")
    assert cashier.cart == []
    assert "Gula" not in kept(), "Del takes the tile away, and nothing out of the cart"
    cashier.press("Esc")
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, 0))
    assert cashier.cart == [("Kopi", 1)]


def test_who_types_a_name_sells_again(cashier: Cashier) -> None:
    cashier.press("Ctrl+R")
    cashier.type("t")
    assert not cashier.window.counter.pieces.tiles.is_arranging
    cashier.enter("eh")
    assert cashier.cart == [("Teh", 1)]


def test_a_hit_or_a_line_becomes_a_tile_by_one_key(cashier: Cashier, said: Said) -> None:
    cashier.press("Ctrl+B")
    assert cashier.verdict == "Choose a product first"
    cashier.type("teh")
    cashier.press("Ctrl+B")
    assert kept()[-1] == "Teh"
    assert said.deeds == ["Teh added to favourites"]
    cashier.press("Return", "Ctrl+B")
    assert "Teh" not in kept(), "the line in the cart is meant now"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert kept()[-1] == "Teh"


@pytest.mark.parametrize("size", [SMALL, (1280, 592), (960, 472)])
def test_a_small_screen_shows_tiles_beside_the_cart(
    context: AppContext, qtbot: QtBot, cashier: Cashier, size: tuple[int, int]
) -> None:
    cashier.close()
    cashier = Cashier(context, qtbot, size)
    pieces = cashier.window.counter.pieces
    cashier.press("Ctrl+T")
    assert (pieces.cart.isVisible(), pieces.tiles.isVisible()) == (True, True)
    assert not pieces.cart.geometry().intersects(pieces.tiles.geometry())
    view = tiles(cashier)
    QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, 1))
    assert cashier.cart == [("Beras", 1)]
    cashier.press("F10")
    assert (pieces.cart.isVisible(), pieces.tiles.isVisible()) == (True, True)
    assert cashier.sent, "what was sent is told where the cart is"
    cashier.press("Ctrl+T")
    assert (pieces.cart.isVisible(), pieces.tiles.isVisible()) == (True, False)


@pytest.mark.parametrize("size", [WIDE, (1280, 592), (960, 472)])
def test_without_favourites_it_says_how_to_make_one(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    a_product("Kopi", 5_000, barcodes=["8991001"])
    cashier = Cashier(context, qtbot, size)
    pieces = cashier.window.counter.pieces
    if size != WIDE:
        cashier.press("Ctrl+T")
    empty = pieces.tiles.empty
    qtbot.waitUntil(empty.isVisible)
    assert "No favourites yet" in empty.accessibleName()
    assert "Ctrl+B" in empty.accessibleName()
    cashier.scan("8991001")
    cashier.press("Ctrl+B")
    qtbot.waitUntil(lambda: not empty.isVisible())
    assert tiles(cashier).isVisible()


@pytest.mark.parametrize("size", [SMALL, (1280, 600), WIDE])
def test_dozens_of_categories_leave_room_for_tiles_and_are_all_reached(
    context: AppContext, qtbot: QtBot, size: tuple[int, int]
) -> None:
    for at in range(60):
        a_product(f"Barang {at:02}", 1_000, category=f"Kelompok {at:02}", favourite=at + 1)
    cashier = Cashier(context, qtbot, size)
    if size != WIDE:
        cashier.press("Ctrl+T")
    pieces, view = cashier.window.counter.pieces.tiles, tiles(cashier)
    strip, last = pieces.strip, pieces.category_buttons.button(60)
    two_rows = 2 * pieces.category_buttons.button(0).height() + context.theme.px(8)
    assert strip.height() == two_rows
    assert view.geometry().top() >= strip.geometry().bottom()
    assert view.viewport().height() >= 2 * view.painter.cell.height()
    assert pieces.rect().contains(view.geometry())
    for _ in range(60):
        turn_wheel(strip.viewport(), -120)
    assert strip.viewport().rect().contains(QRect(last.mapTo(strip, QPoint()), last.size()))
    QTest.mouseClick(last, LEFT)
    assert shown(cashier) == ["Barang 59"]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(60):
        QTest.keyClick(cashier.window.focusWidget(), Qt.Key.Key_Up)
    first = cashier.window.focusWidget()
    assert first in pieces.category_buttons.buttons()[:6]
    assert strip.viewport().rect().contains(QRect(first.mapTo(strip, QPoint()), first.size()))


def test_the_stock_of_a_narrow_tile_stands_above_its_price(
    context: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, QRect]] = []

    def write(_: object, box: QRect, text: str, font: QFont, *__: object) -> int:
        width = text_width(font, text)
        drawn.append((text, QRect(box.left(), box.top(), width, box.height())))
        return width

    def badge(_: object, theme: Theme, x: int, middle: int, badge: Badge, __: int) -> None:
        drawn.append(("badge", QRect(x, middle - 12, badge_width(theme, badge), 24)))

    monkeypatch.setattr(tile_painter, "write", write)
    monkeypatch.setattr(tile_painter, "paint_badge", badge)
    a_product("Telur Ayam Negeri", 30_000_000, on_hand=pcs(2), reorder_at=pcs(5), favourite=1)
    cashier = Cashier(context, qtbot, (800, 512))
    cashier.press("Ctrl+T")
    drawn.clear()
    tiles(cashier).viewport().grab()
    names = [name for name, _ in drawn]
    assert "badge" in names, names
    price = next(box for text, box in drawn if text.startswith("Rp"))
    assert [text for text, box in drawn if text[:2] != "Rp" and box.intersects(price)] == []


@pytest.mark.parametrize("size", [(960, 472), (800, 512), WIDE])
def test_what_arranging_is_stands_in_words_wherever_it_is_done(
    context: AppContext, qtbot: QtBot, cashier: Cashier, size: tuple[int, int]
) -> None:
    cashier.close()
    cashier = Cashier(context, qtbot, size)
    cashier.press("Ctrl+R")
    view = tiles(cashier)
    bar = next(x for x in cashier.window.counter.findChildren(ArrangeBar) if x.isVisible())
    words = bar.findChildren(Label)[0]
    qtbot.waitUntil(lambda: words.width() >= 100)
    assert not bar.hints.place_of("Esc").isEmpty()
    assert view.height() >= view.painter.theme.px(84), "a tile stands below it"
    assert bar.mapTo(cashier.window, bar.rect().bottomRight()).y() < size[1]
    QTest.mouseClick(bar.hints, LEFT, pos=bar.hints.place_of("Esc").center())
    assert not bar.isVisible()


def test_beside_the_tiles_of_a_narrow_screen_no_stepper_lies_over_a_name(
    context: AppContext, qtbot: QtBot, cashier: Cashier
) -> None:
    cashier.close()
    cashier = Cashier(context, qtbot, (800, 512))
    cashier.enter("kopi")
    card = cashier.window.counter.pieces.cart
    rows, painter = card.rows, card.painter

    def room() -> list[int]:
        """From where the name begins to each stepper."""
        box = rows.visualRect(rows.currentIndex())
        line = cashier.window.basket.cart.lines[0]
        return [spot.left() - painter.columns.name for _, spot in painter.steppers(box, line)]

    assert min(room()) > 80
    cashier.press("Ctrl+T")
    assert room() == []
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.currentIndex()).center())
    assert cashier.cart == [("Kopi", 1)]
    cashier.press("+")
    assert cashier.cart == [("Kopi", 2)]


def test_tiles_that_were_beside_the_cart_are_there_on_the_next_day(
    context: AppContext, qtbot: QtBot, cashier: Cashier, tmp_path: Path
) -> None:
    cashier.close()
    seen = []
    for key in ("Ctrl+T", "", "Ctrl+T", ""):
        station = Station(tmp_path)
        cashier = Cashier(replace(context, station=station), qtbot, SMALL)
        if key:
            cashier.press(key)
        seen.append(cashier.window.counter.pieces.tiles.isVisible())
        cashier.close()
        station.close()
    assert seen == [True, True, False, False]
