"""What can be written on a page can be kept: nobody is refused after having typed it."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.catalogue.page import CataloguePage
from gui.catalogue.products.product_columns import COST, NAME, PRICE, STOCK
from gui.catalogue.products.tags import Tag
from gui.input.visible_widgets import seen_in
from gui.order_entry.page import OrderEntryPage
from gui.order_history.page import OrderHistoryPage
from gui.pages import PAGES
from gui.settings.page import _SECTIONS, SettingsPage
from gui.settings.section import SectionCard
from gui.shell.action_button import IconButton
from gui.shell.main_window import MainWindow
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from models import session
from models.catalogue import catalogue
from models.errors import NotAllowed
from models.journal import journal, rights
from models.settings import staff
from models.shop.opening import Shop
from tests.readable import a_product, an_order

ONLY_OWNER = "Only an owner may do this. Nothing was changed."
CODES = {"owner": "P1", "counter": "K1", "warehouse": "G1"}
PLACES = [*sorted(PAGES.keys() - {"settings"}), *(f"settings.{name}" for name in _SECTIONS)]


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The deeds that were refused once they were done; nothing is approved."""
    deeds: list[str] = []

    def tell(deed: str, *told: Any) -> NotAllowed:
        deeds.append(deed)
        return NotAllowed(deed, *told)

    monkeypatch.setattr(rights, "NotAllowed", tell)
    return deeds


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Application, "approve", lambda *_: False)
    monkeypatch.setattr("gui.widgets.messages.confirmation._answered", lambda dialog: False)


@pytest.fixture(params=["counter", "warehouse"])
def main_window(
    request: pytest.FixtureRequest, application: Application, qtbot: QtBot, shop: Shop
) -> MainWindow:
    """Somebody of that role is here."""
    tea = a_product("Teh", 4_000, barcodes=["8991002101630"], on_hand=5_000)
    an_order(tea)
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    staff.add("G1", staff.WAREHOUSE)
    main_window = application.start("home")
    qtbot.waitActive(main_window)
    session.current.staff = CODES[request.param]
    main_window.unlock("", session.current.staff)
    return main_window


@pytest.mark.parametrize("place", PLACES)
def test_what_is_written_is_not_refused_behind_it(
    main_window: MainWindow, qtbot: QtBot, refused: list[str], place: str
) -> None:
    name, _, section = place.partition(".")
    if not rights.standing().may(PAGES[name].right):
        return  # its door says whose it is
    page = main_window.open(name, **({"section": section} if section else {}))
    qtbot.waitUntil(lambda: not page.refresher.stale)
    for field in list(inputs(page)):
        write(field)
    own = [deed for deed in refused if not rights.standing().may_ask(deed)]
    assert own == []


@pytest.mark.parametrize("column", [NAME, COST, PRICE, STOCK])
@pytest.mark.parametrize("by", ["Enter", "double click"])
def test_a_cell_that_is_not_for_who_is_here_says_whose_it_is(
    main_window: MainWindow, qtbot: QtBot, column: int, by: str
) -> None:
    main_window.resize(1900, 800)  # all columns have room
    page = main_window.open("catalogue")
    assert isinstance(page, CataloguePage)
    table = page.products.table
    qtbot.waitUntil(lambda: table.paged.rowCount() == 1)
    cell = table.paged.index(0, column)
    table.setFocus()
    table.setCurrentIndex(cell)
    if by == "Enter":
        QTest.keyClick(table, Qt.Key.Key_Return)
    else:
        spot = table.visualRect(cell).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    may = rights.standing().role == "counter" or column == STOCK
    assert table.is_editing == may
    assert main_window.notice_text() == ("" if may else ONLY_OWNER)


def test_words_are_not_added_or_taken_away_by_who_may_not(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    catalogue_page = main_window.open("catalogue")
    assert isinstance(catalogue_page, CataloguePage)
    sheet = catalogue_page.products.sheet
    qtbot.waitUntil(lambda: sheet.sheet is not None)
    before = journal.newest()
    is_counter = rights.standing().role == "counter"
    for tags in (sheet.aliases, sheet.barcodes):
        parts = [part for part in seen_in(tags) if isinstance(part, Button | Tag)]
        assert parts
        for part in parts:
            assert part.isEnabled() == is_counter
            if not is_counter:
                QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        assert is_counter or not tags.field.isVisible()
    assert journal.newest() == before
    assert catalogue.product(1).name == "Teh"


def test_money_is_not_offered_to_who_takes_none(main_window: MainWindow, qtbot: QtBot) -> None:
    page = main_window.open("order_history")
    assert isinstance(page, OrderHistoryPage)
    main_window.open("order_history", order_id=1)
    qtbot.waitUntil(lambda: page.sheet.sheet is not None)
    pay = main_window.page.context.actions.of(page.sheet, "orders.pay")
    assert pay.isEnabled() == (rights.standing().role == "counter")
    if not pay.isEnabled():
        QTest.keyClick(main_window, Qt.Key.Key_F9)
        assert "Only the counter or an owner may do this" in main_window.notice_text()


def test_cards_of_the_shop_s_settings_say_whose_they_are_and_open_for_an_owner(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.open("settings", section="lateness")
    assert isinstance(page, SettingsPage)
    cards = [part for part in seen_in(page) if isinstance(part, SectionCard)]
    assert {card.whose.text() for card in cards} == {"Only an owner may do this."}
    assert all(card.whose.isVisible() for card in cards)
    before = session.current.staff
    main_window.lock(before)
    session.current.staff = "P1"
    main_window.unlock(before, "P1")
    page = main_window.open("settings", section="lateness")
    assert isinstance(page, SettingsPage)
    assert not any(card.whose.isVisible() for card in cards)
    assert any(True for _ in inputs(page))


def inputs(page: QWidget) -> Iterator[QWidget]:
    """What can be written into, ticked or chosen there now."""
    kinds = QLineEdit | QAbstractSpinBox | QComboBox | QCheckBox | Segmented
    for part in seen_in(page):
        if isinstance(part, kinds) and part.isEnabled():
            if isinstance(part, QLineEdit) and part.isReadOnly():
                continue
            yield part


def write(field: QWidget) -> None:
    """As a hand does: other text, the next number, another choice."""
    if not field.isVisible() or not field.isEnabled():
        return  # what was written before it closed it
    field.setFocus()
    if isinstance(field, QCheckBox):
        QTest.keyClick(field, Qt.Key.Key_Space)
    elif isinstance(field, QComboBox):
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
    elif isinstance(field, Segmented):
        last = [part for part in seen_in(field) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
        QTest.mouseClick(last[-1], Qt.MouseButton.LeftButton)
    elif isinstance(field, QAbstractSpinBox):
        QTest.keyClick(field, Qt.Key.Key_Up)
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(field, "7", delay=60)
        QTest.keyClick(field, Qt.Key.Key_Return)


# --- at the door ---------------------------------------------------------------------------

COUNTER_OR_OWNER = "Only the counter or an owner may do this. Nothing was changed."
#: What a page offers that the warehouse may not do, by its key.
CLOSED = {
    "order_entry": ["F3", "F4", "F5", "F8", "F9", "F10", "Ctrl+U", "Ctrl+R"],
    "order_history": ["F9", "Ctrl+E", "Ctrl+N"],
    "catalogue": ["Ctrl+B", "Ctrl+E", "Ctrl+N"],
}


@pytest.mark.parametrize("main_window", ["warehouse"], indirect=True)
@pytest.mark.parametrize("place", CLOSED)
def test_what_is_not_for_who_is_here_says_so_before_anything_is_opened(
    main_window: MainWindow, qtbot: QtBot, application: Application, place: str
) -> None:
    page = main_window.open(place)
    qtbot.waitUntil(lambda: not page.refresher.stale)
    if isinstance(page, OrderEntryPage):
        page.counter.talk.add(catalogue.product(1))
    elif isinstance(page, OrderHistoryPage):
        page.opened(order_id=1)
        qtbot.waitUntil(lambda: page.sheet.sheet is not None)
    elif isinstance(page, CataloguePage):
        qtbot.waitUntil(lambda: page.products.sheet.sheet is not None)
    before = journal.newest()
    for key in CLOSED[place]:
        main_window.notice_bar.close_it()
        combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
        QTest.keyClick(
            main_window.windowHandle(), combination.key(), combination.keyboardModifiers()
        )
        application.scanner.settle()
        assert main_window.notice_text() in (COUNTER_OR_OWNER, ONLY_OWNER), key
        assert main_window.page is page
    assert journal.newest() == before


@pytest.mark.parametrize("main_window", ["warehouse"], indirect=True)
def test_a_press_of_what_is_closed_says_whose_it_is(main_window: MainWindow, qtbot: QtBot) -> None:
    page = main_window.open("catalogue")
    assert isinstance(page, CataloguePage)
    qtbot.waitUntil(lambda: page.products.sheet.sheet is not None)
    star, labels, pencil = page.products.sheet.findChildren(IconButton)
    for button, says in ((star, COUNTER_OR_OWNER), (pencil, ONLY_OWNER)):
        assert face(button) != face(labels)
        spot = button.mapTo(main_window, button.rect().center())
        main_window.notice_bar.close_it()
        QTest.mouseClick(
            main_window.windowHandle(), Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier, spot,
        )  # fmt: skip
        assert main_window.notice_text() == says


def face(button: IconButton) -> int:
    """The colour on which its picture stands."""
    return button.grab().toImage().pixel(button.width() // 2, 3)
