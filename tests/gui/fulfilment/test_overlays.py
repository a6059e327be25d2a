"""What stands over the wall has every key and every click, and its deed is for its own order."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.application import Application
from gui.fulfilment.cards.card_view import CardView
from gui.fulfilment.filters import ALL
from gui.fulfilment.overlays.overlay import Overlay
from gui.shell.guide.guide_window import GuideWindow
from gui.shell.guide.key_list import KeyList
from gui.widgets.messages.notice import Notice
from gui.widgets.text.labels import Label
from models.fulfilment import fulfilment, fulfilment_queue
from models.journal import journal
from models.orders import orders
from tests.gui.fulfilment.real_wall import RealWall
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs


@dataclass(frozen=True)
class Way:
    """The class that stands over the wall after these keys, on a wall made by `begin`."""

    kind: str
    keys: tuple[str, ...]


pytestmark = pytest.mark.usefixtures("beeps")

OVERLAYS = (
    Way("ShortPrompt", ("S",)),
    Way("ShortPrompt", ("T",)),
    Way("PartPrompt", ("*",)),
    Way("NumberPrompt", ("0",)),
    Way("FilterPrompt", ("F",)),
    Way("UnpaidPrompt", ("H", "Return")),
    Way("UnseenPrompt", ("F", "5", "Return", "Return")),
    Way("Recall", ("U",)),
    Way("AllDay", ("A",)),
    Way("Batch", ("B",)),
    Way("RestockTasks", ("K",)),
    Way("Later", ("L",)),
)
every = pytest.mark.parametrize("way", OVERLAYS, ids=lambda way: f"{way.kind} {way.keys[0]}")


def begin(wall: RealWall, way: Way) -> Overlay:
    """Three orders to be picked, two ready and unpaid, something to go back; and the overlay."""
    rice, soap = a_product("Rice", category="Food"), a_product("Soap", category="Wash")
    for _ in range(3):
        an_order((rice, pcs(3)), (soap, pcs(2)))
    for _ in range(2):
        fulfilment.make_ready(an_order((rice, pcs(1)), soap).id)
    back = an_order(rice, soap).id
    fulfilment.pick(back, 1)
    orders.cancel_line(back, 1)
    fulfilment.acknowledge(back)
    wall.hear()
    wall.press("1", *way.keys)
    return top(wall, way.kind)


def top(wall: RealWall, kind: str) -> Overlay:
    overlay = wall.page.overlays.top
    assert type(overlay).__name__ == kind
    assert overlay is not None
    return overlay


def click(wall: RealWall, widget: QWidget) -> None:
    """On the glass, wherever that widget stands."""
    window = wall.main_window.windowHandle()
    spot = widget.mapTo(wall.main_window, widget.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    wall.hear()


def a_card_beside(wall: RealWall, overlay: Overlay) -> CardView:
    page = wall.page

    def is_free(view: QWidget) -> bool:
        centre = view.mapTo(page, view.rect().center())
        return not overlay.geometry().contains(centre)

    return next(view for view in page.wall.views if is_free(view))


@every
def test_a_click_on_a_count_beside_it_closes_it_and_does_nothing(wall: RealWall, way: Way) -> None:
    begin(wall, way)
    before = journal.newest(), wall.card, wall.page.visible_orders.filter
    click(wall, wall.page.bars.top.chips["late"])
    assert wall.page.overlays.top is None
    assert (journal.newest(), wall.card, wall.page.visible_orders.filter) == before
    assert wall.page.wall.hasFocus()


@every
def test_a_click_on_a_card_beside_it_closes_it_and_goes_to_that_card(
    wall: RealWall, way: Way
) -> None:
    overlay = begin(wall, way)
    before = journal.newest(), wall.page.visible_orders.filter
    view = a_card_beside(wall, overlay)
    click(wall, view)
    assert wall.page.overlays.top is None
    assert (journal.newest(), wall.page.visible_orders.filter) == before
    assert wall.card == view.card
    assert wall.page.wall.hasFocus()


@every
def test_no_key_of_the_wall_reaches_a_card_and_esc_closes_it_alone(
    wall: RealWall, way: Way
) -> None:
    begin(wall, way)
    wall.main_window.toggle_full_screen()
    wall.hear()
    before = journal.newest(), wall.card, wall.page.visible_orders.filter
    wall.press("R", "M", "P", "Right", "Right", "Right", "Right", "Right", "Left", "PgDown")
    assert (journal.newest(), wall.card, wall.page.visible_orders.filter) == before
    top(wall, way.kind)
    wall.press("Escape")
    assert wall.page.overlays.top is None
    assert (journal.newest(), wall.card, wall.page.visible_orders.filter) == before
    assert wall.main_window.isFullScreen()
    assert wall.page.wall.hasFocus()


@every
def test_tab_stays_inside(wall: RealWall, way: Way) -> None:
    overlay = begin(wall, way)
    for key in [Qt.Key.Key_Tab] * 9 + [Qt.Key.Key_Backtab] * 18:
        QTest.keyClick(wall.main_window.windowHandle(), key)
        focus = wall.main_window.focusWidget()
        assert focus is overlay or overlay.isAncestorOf(focus)
    wall.press("Escape")
    assert wall.page.overlays.top is None


@every
def test_it_is_closed_by_the_mouse_alone(wall: RealWall, way: Way) -> None:
    begin(wall, way)
    before = journal.newest()
    closes = [key for key in wall.page.bars.keys.of_list if key.text() == "Close"]
    click(wall, closes[0])
    assert wall.page.overlays.top is None
    assert journal.newest() == before


def test_a_question_over_a_list_goes_first(wall: RealWall) -> None:
    begin(wall, Way("AllDay", ("A",)))
    ready = fulfilment_queue.wall().ready[0]
    wall.page.number_call.call(ready.number)  # its paper was scanned
    wall.hear()
    top(wall, "UnpaidPrompt")
    wall.press("Escape")
    top(wall, "AllDay")
    assert order_row(ready.id)["handed_at"] is None
    wall.press("Escape")
    assert wall.page.overlays.top is None


def test_arrows_go_where_they_point_in_the_filter_and_never_out(wall: RealWall) -> None:
    for place in range(8):
        an_order(a_product(f"Tea {place}", category=f"Kind {place}"))
    wall.hear()
    wall.press("F")
    before = journal.newest()
    wall.press(*["Right"] * 20, *["Down"] * 5)
    focus = wall.main_window.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Kind 7")
    wall.press("Return")
    assert wall.page.visible_orders.category == "Kind 7"
    assert journal.newest() == before
    wall.press("F", "C")  # beyond nine the keys are letters
    assert wall.page.visible_orders.category == "Kind 7"
    wall.press("Escape")
    assert wall.page.visible_orders.filter == ALL


def test_a_part_is_noted_on_the_line_as_it_stands_by_then(wall: RealWall) -> None:
    order = an_order((a_product("Rice"), pcs(5))).id
    wall.hear()
    wall.press("*")
    fulfilment.pick(order, 1, pcs(1))
    wall.hear()
    wall.type("3")
    wall.press("Return")
    assert line_rows(order)[0]["picked"] == pcs(3)


def test_what_was_counted_in_part_is_not_all_ready_without_a_question(wall: RealWall) -> None:
    order = an_order((a_product("Rice"), pcs(2)), a_product("Soap")).id
    wall.hear()
    wall.press("1", "Return", "*")
    wall.type("1")
    wall.press("Return", "Return")
    said = top(wall, "UnseenPrompt").accessibleName()
    assert "1 line is only partly picked" in said
    assert "1/2 Rice" in said
    wall.read()
    wall.press("Escape")
    assert [row["picked"] for row in line_rows(order)] == [pcs(1), 0]
    wall.press("Return")
    wall.read()
    wall.press("Return")
    assert [row["picked"] for row in line_rows(order)] == [pcs(2), pcs(1)]


# --- boxes of a round ----------------------------------------------------------------------


def boxes(wall: RealWall) -> dict[int, str]:
    """The letter on each order's box, as the list says it."""
    side = wall.page.overlays.batch
    assert side is not None
    pairs = [pair.split(" = ") for pair in side.hint_line.text().split("   ") if " = " in pair]
    return {int(number): letter for letter, number in pairs}


def test_a_box_keeps_its_letter_until_the_round_is_over(
    application: Application, wall: RealWall
) -> None:
    rice, soap, tea = a_product("Rice"), a_product("Soap"), a_product("Tea")
    placed = [an_order(rice, tea), an_order(soap, tea)]
    wall.hear()
    wall.press("B")
    assert boxes(wall) == {1: "A", 2: "B"}
    wall.press("Down", "Return", "Escape")  # 002 is claimed by that, 001 is not
    assert [row["picked"] for row in line_rows(placed[1].id)] == [pcs(1), 0]
    an_order(tea, rush=True)
    an_order(tea)
    wall.hear()
    wall.press("B")
    assert boxes(wall) == {1: "A", 2: "B", 4: "C"}
    wall.press("Escape")
    wall.after(lambda: application.apply_settings(text_scale=1.25))
    wall.look_again()
    wall.press("B")
    assert boxes(wall) == {1: "A", 2: "B", 4: "C"}
    with at_station("3"):
        fulfilment.claim(placed[0].id)  # is in other hands: its box is not for this round
    wall.hear()
    assert boxes(wall) == {2: "B", 4: "C"}


def test_a_round_that_is_over_gives_its_letters_back(wall: RealWall) -> None:
    tea = a_product("Tea")
    for _ in range(2):
        an_order(tea)
    wall.hear()
    wall.press("B", "Return", "Escape")
    an_order(tea)
    wall.hear()
    wall.press("B")
    assert boxes(wall) == {3: "A"}


# --- what lies over the page besides -------------------------------------------------------


def head_of(view: CardView) -> QRect:
    """The number and the times of a card, and its first line."""
    return QRect(0, 0, view.width(), view.body_box().top() + 24)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 743), (1280, 640), (960, 520)])
def test_a_notice_covers_no_number_no_line_and_nothing_of_the_bars(
    wall: RealWall, size: tuple[int, int]
) -> None:
    for _ in range(6):
        an_order(a_product("Tea"), a_product("Soap"))
    wall.main_window.resize(*size)
    wall.hear()
    wall.main_window.grab()
    for sentence in ("The printer does not answer.", "The printer does not answer yet. " * 4):
        wall.main_window.notice(sentence, "warn", remedy=("Answer", wall.main_window.redo))
        notice = next(iter(wall.main_window.findChildren(Notice)))
        assert notice.isVisible()
        assert wall.main_window.rect().contains(notice.geometry())
        kept: list[tuple[QWidget, QRect]] = [
            (bar, bar.rect()) for bar in (wall.page.bars.top, wall.page.bars.keys)
        ]
        kept += [(view, head_of(view)) for view in wall.page.wall.views if view.isVisible()]
        for widget, box in kept:
            place = box.translated(widget.mapTo(wall.main_window, QPoint()))
            assert not notice.geometry().intersects(place)


def test_f1_begins_with_the_keys_of_the_page_in_front(wall: RealWall) -> None:
    wall.press("F1")
    (opened,) = wall.main_window.findChildren(GuideWindow)
    (sheet,) = opened.findChildren(KeyList)
    titles = [label for label in sheet.findChildren(Label) if label.text() == "Fulfilment"]
    assert titles[0].mapTo(sheet, QPoint()).y() < 150
    assert opened.text.topic == "warehouse"
    opened.accept()
