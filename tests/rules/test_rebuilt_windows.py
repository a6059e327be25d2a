"""Another language, theme or size of letters builds all windows anew: what was being done goes on.

Real keys type into every field of every page, and of the forms that are opened there; then the
language changes, and all that was typed stands where it stood.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.held_keys import DeafMoment
from gui.pages import PAGES
from gui.shell.action_button import ActionButton
from gui.widgets.fields.day_field import DayField
from models.fulfilment import fulfilment
from models.orders import drawer
from models.orders.payments import Tender
from models.shop.opening import Shop
from tests.gui.keys_in_time import key_of
from tests.journeys.person import TYPIST
from tests.readable import a_product, an_order

#: A page, and the keys or the command that open what is to be filled in.
FORMS = [
    *((name, "") for name in sorted(PAGES)),
    ("catalogue", "Ctrl+N"),
    ("catalogue", "Ctrl+E"),
    ("catalogue", "catalogue.stock"),
    *(("order_entry", key) for key in ("F3", "F4", "F6", "F7", "F8", "F9", "Ctrl+U")),
    ("order_history", "orders.refund"),
    ("order_history", "orders.take_back"),
    ("order_history", "orders.pay"),
]


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, shop: Shop) -> Iterator[Application]:
    noodles = a_product("Indomie", 3_500, category="Mi", favourite=1, on_hand=20_000)
    order = an_order(noodles, tenders=(Tender("cash", 1_000),))
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    drawer.open_drawer(100_000)
    made = Application(qapp, shop, None, "en", "light", immediate=True)
    yield made
    made.close()


def press(widget: QWidget, name: str) -> None:
    combination = key_of(name)
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def open_form(window: QWidget, how: str, qtbot: QtBot) -> None:
    """By its key, or by Space on the button of the command, once that is there."""
    if "." not in how:
        press(window.focusWidget() or window, how)
        return

    def buttons() -> list[ActionButton]:
        all_buttons = window.findChildren(ActionButton)
        return [one for one in all_buttons if one.isVisible() and one.action.objectName() == how]

    qtbot.waitUntil(lambda: bool(buttons()))
    (button,) = buttons()
    button.setFocus()
    press(button, "Space")


def fields_of(page: QWidget) -> list[QWidget]:
    """All that can be typed into, as it stands on the page."""
    found: list[QWidget] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [
        field
        for field in found
        if field.isVisibleTo(page) and field.isEnabled() and not field.isReadOnly()  # type: ignore[attr-defined]
    ]


def stands_in(page: QWidget) -> list[object]:
    """What the fields say, and what is chosen beside them; a day is the same in all languages."""
    found: list[object] = []
    for field in fields_of(page):
        if isinstance(field, DayField):
            found.append(field.day)
        elif isinstance(field, QPlainTextEdit):
            found.append(field.toPlainText())
        elif isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal:
            found.append(field.text())
    found += [box.currentIndex() for box in page.findChildren(QComboBox) if box.isVisibleTo(page)]
    found += [box.isChecked() for box in page.findChildren(QCheckBox) if box.isVisibleTo(page)]
    return found


@pytest.fixture
def let_it_work(qapp: QApplication) -> Callable[[], None]:
    """Lets the windows do what they do by themselves."""

    def turn() -> None:
        for _ in range(3):
            qapp.processEvents()

    return turn


@pytest.mark.parametrize(("name", "how"), FORMS)
def test_what_was_typed_stands_in_the_window_built_anew(
    application: Application, qtbot: QtBot, let_it_work: Callable[[], None], name: str, how: str
) -> None:
    window = application.start(name if how else "order_entry")  # and a page behind, with its state
    qtbot.waitActive(window)
    let_it_work()
    if name == "order_entry":
        application.scanner.scanned.emit("P00001")
    window.open(name)
    let_it_work()
    there = fields_of(window.page) if how else []
    if how:
        open_form(window, how, qtbot)
        let_it_work()
    opened = [field for field in fields_of(window.page) if field not in there]
    for field in opened or there:  # the box of the counter asks in its own field
        if field.isVisibleTo(window.page):
            field.setFocus()
            press(field, "End")
            QTest.keyClick(field, Qt.Key.Key_1)
    let_it_work()
    page, before = window.page, stands_in(window.page)
    application.apply_settings(language="id")
    let_it_work()
    assert application.main_windows == [window]
    assert window.page is not page
    assert stands_in(window.page) == before


def test_the_amount_before_half_a_word_counts_in_the_window_built_anew(
    application: Application, qtbot: QtBot, let_it_work: Callable[[], None]
) -> None:
    window = application.start("order_entry")
    qtbot.waitActive(window)
    let_it_work()
    QTest.keyClicks(window.focusWidget(), "3*indo", delay=TYPIST)
    application.apply_settings(language="id")
    let_it_work()
    counter = application.main_windows[0].page.counter  # type: ignore[attr-defined]
    assert counter.box.plate.accessibleName() == "3 \u00d7"
    assert counter.box.text() == "indo"
    press(counter.box.entry, "Return")
    basket = application.main_windows[0].page.basket  # type: ignore[attr-defined]
    assert [line.quantity for line in basket.cart.lines] == [3_000]


@pytest.mark.parametrize("key", ["Ctrl+T", "Ctrl+R"])
def test_favourites_stay_open(
    application: Application, qtbot: QtBot, let_it_work: Callable[[], None], key: str
) -> None:
    window = application.start("order_entry")
    qtbot.waitActive(window)
    window.resize(1200, 700)
    let_it_work()
    press(window.focusWidget() or window, key)
    let_it_work()
    before = window.page.counter.pieces.tiles  # type: ignore[attr-defined]
    assert before.isVisible()
    application.apply_settings(theme="dark")
    let_it_work()
    after = application.main_windows[0].page.counter.pieces.tiles  # type: ignore[attr-defined]
    assert (after.isVisible(), after.is_arranging) == (True, key == "Ctrl+R")


def test_a_part_that_was_paid_is_not_asked_for_again(
    application: Application, qtbot: QtBot, let_it_work: Callable[[], None]
) -> None:
    window = application.start("order_entry")
    qtbot.waitActive(window)
    for _ in range(4):
        application.scanner.scanned.emit("P00001")
    for key in ("F9", "S", "5", *["0"] * 3, "Return"):
        combination = key_of(key)  # as fast as fingers: a scanner's digits are a label
        focus = window.focusWidget() or window
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers(), TYPIST)
    application.apply_settings(language="id")
    let_it_work()
    pane = application.main_windows[0].page.payment  # type: ignore[attr-defined]
    assert pane.isVisible()
    assert pane.pieces.amount.amount == 9_000
    qtbot.waitActive(pane.window())
    read = DeafMoment(pane)
    read.start()
    qtbot.waitUntil(lambda: read.is_over)  # an Enter at once would be the second of two
    press(pane.pieces.amount.entry, "Return")
    qtbot.waitUntil(lambda: not pane.isVisible())
