"""The drawer's window: opened with its float, cash in and out, counted by notes and closed."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.drawer.page import DrawerPage
from gui.input.actions import why_not
from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models import session
from models.errors import TextMissing
from models.orders import drawer, orders
from models.orders.payments import COINS, NOTES, Tender
from models.print_spool import PrintRequest
from tests.gui.conftest import Said
from tests.gui.keys_in_time import key_of
from tests.readable import a_product, cart_of


def test_cash_that_no_till_had_is_told_where_one_is_opened(
    context: AppContext, qtbot: QtBot
) -> None:
    goods = a_product(price=30_000)
    orders.place(cart_of(goods), tenders=[Tender("cash", 30_000)])
    with session.acting_for(session.Request("Palsu", "K12")):
        orders.place(cart_of(goods), tenders=[Tender("cash", 30_000)])
    keeper = Keeper(context, qtbot)
    elsewhere = "Rp30.000 in cash was taken today at Palsu, where no till was open."
    assert elsewhere in keeper.window.closed.loose.text()
    assert keeper.window.closed.loose.isVisible()
    assert "Rp30.000 in cash was taken" in keeper.window.closed.loose.text()
    keeper.type("100000")
    in_use = keeper.window.in_use
    told = [label.text() for label in in_use.findChildren(Label)]
    assert elsewhere in [label.text() for label in in_use.findChildren(QLabel)]
    assert "Rp30.000 in cash was taken before, while no till was open" in told


class Keeper:
    """Works the drawer by keys."""

    def __init__(self, context: AppContext, qtbot: QtBot) -> None:
        self.context, self.qtbot = context, qtbot
        self.window = DrawerPage(context)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 720)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.hear()
        self.window.opened()

    def hear(self) -> None:
        self.context.feed.read()
        self.window.refresh()

    def press(self, command: str) -> None:
        self.window.action(command).trigger()
        self.hear()

    def type(self, text: str, *, enter: bool = True) -> None:
        focus = self.window.focusWidget()
        assert isinstance(focus, QLineEdit)
        QTest.keyClicks(focus, text)
        if enter:
            QTest.keyClick(focus, Qt.Key.Key_Return)
        self.hear()

    def count(self, **notes: int | str) -> None:
        for note, number in notes.items():
            field = self.window.in_use.count.sheet.fields[int(note.removeprefix("of_"))]
            field.setFocus()
            field.clear()
            self.type(str(number), enter=False)

    @property
    def should_be_there(self) -> str:
        return self.window.in_use.figures["expected"].accessibleName()


@pytest.fixture
def keeper(context: AppContext, qtbot: QtBot) -> Keeper:
    return Keeper(context, qtbot)


@pytest.fixture
def sell(context: AppContext) -> Callable[[str], None]:
    rice = a_product("Beras", 70_000)

    def sell(method: str) -> None:
        orders.place(cart_of(rice), tenders=[Tender(method, 70_000)])

    return sell


def test_the_float_is_typed_and_enter_opens_the_drawer(keeper: Keeper, said: Said) -> None:
    keeper.type("200.000")
    current = drawer.current()
    assert current is not None
    assert current.opening == 200_000
    assert said.deeds == ["Till opened with Rp200.000"]
    assert keeper.should_be_there.startswith("Should be there: Rp200.000")


def test_cash_sales_are_in_it_and_others_are_not(
    keeper: Keeper, sell: Callable[[str], None]
) -> None:
    keeper.type("100000")
    sell("cash")
    sell("qris")
    keeper.hear()
    assert keeper.should_be_there.startswith("Should be there: Rp170.000")


def test_cash_goes_in_and_out_with_a_reason_and_can_be_undone(keeper: Keeper, said: Said) -> None:
    keeper.type("100000")
    keeper.type("30.000")
    keeper.type("Air galon", enter=False)
    keeper.press("drawer.take_out")
    assert keeper.should_be_there.startswith("Should be there: Rp70.000")
    assert said.deeds[-1] == "Rp30.000 taken out"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    keeper.hear()
    assert keeper.should_be_there.startswith("Should be there: Rp100.000")
    keeper.type("5000")
    keeper.type("Receh, tanya 0812-3456-7890", enter=False)
    keeper.press("drawer.put_in")
    current = drawer.current()
    assert current is not None
    assert current.expected == 105_000
    assert "0812" not in current.movements[-1].reason


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_sum_that_is_missing_is_called_missing_and_marked(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(sentence(error)))
    keeper.type("100000")
    keeper.type(typed)
    keeper.type("Air galon", enter=False)
    reason = keeper.window.focusWidget()
    keys = key_of(keeper.context.actions.key("drawer.put_in"))
    QTest.keyClick(reason, keys.key(), keys.keyboardModifiers())
    assert told == ["The amount is missing. Nothing was changed."]
    assert keeper.window.in_use.amount.property("wrong")
    keeper.type("5000", enter=False)
    QTest.keyClick(keeper.window.focusWidget(), keys.key(), keys.keyboardModifiers())
    current = drawer.current()
    assert current is not None
    assert (current.expected, current.movements[-1].reason) == (105_000, "Air galon")


@pytest.mark.parametrize("typed", ["2,5", "2.5", "-1", "1 000", "100000"])
def test_a_part_of_a_note_is_refused_in_words_and_never_becomes_ten_times_as_many(
    keeper: Keeper, typed: str
) -> None:
    keeper.type("150000")
    keeper.press("drawer.count")
    count = keeper.window.in_use.count
    first = keeper.window.focusWidget()
    keeper.type(typed)
    told = f"\u201c{typed}\u201d is no whole number of Rp100.000"
    assert (count.sheet.sum, count.difference.text()) == (0, told)
    assert keeper.window.focusWidget() is first
    action = keeper.window.action("drawer.close")
    assert (action.isEnabled(), why_not(action)) == (False, told)
    keeper.type("1")  # it was marked, and is typed anew
    keeper.type("1")
    assert count.difference.text() == "Exact to the rupiah"


def test_other_coins_are_a_sum_as_sums_are_typed(keeper: Keeper) -> None:
    keeper.type("1500")
    keeper.press("drawer.count")
    keeper.count(of_1="1.500")
    assert keeper.window.in_use.count.sheet.sum == 1_500
    keeper.count(of_1="2,5")
    assert keeper.window.in_use.count.difference.text() == "\u201c2,5\u201d is no sum of coins"


def test_an_exact_count_closes_at_once_and_shows_the_report(keeper: Keeper, said: Said) -> None:
    keeper.type("150000")
    assert not keeper.window.action("drawer.close").isEnabled()
    keeper.press("drawer.count")
    keeper.type("1")
    keeper.type("1")
    assert keeper.window.in_use.count.counted.text() == "Counted Rp150.000"
    assert keeper.window.in_use.count.difference.text() == "Exact to the rupiah"
    keeper.press("drawer.close")
    assert drawer.current() is None
    (closed,) = drawer.recent()
    assert (closed.counted, closed.difference) == (150_000, 0)
    assert said.printed == [(PrintRequest("day_close", closed.id), True)]
    assert keeper.window.closed.chosen == closed
    keeper.press("drawer.report")
    assert said.printed[-1] == (PrintRequest("day_close", closed.id), False)


def test_a_drawer_with_a_difference_closes_only_when_asked_twice(keeper: Keeper) -> None:
    keeper.type("100000")
    keeper.count(of_50000=1, of_20000=2, of_500=4, of_1=7)
    panel = keeper.window.in_use.count
    assert panel.sheet.sum == 92_007
    assert panel.difference.text() == "Rp7.993 short"
    keeper.window.close_drawer()
    assert drawer.current() is not None
    assert "press once more" in panel.close_button.accessibleName()
    keeper.count(of_2000=1)
    keeper.window.close_drawer()
    assert drawer.current() is not None, "the count changed: it is asked again"
    panel.note.setText("selisih receh")
    keeper.window.close_drawer()
    (closed,) = drawer.recent()
    assert (closed.counted, closed.difference, closed.note) == (94_007, -5_993, "selisih receh")


def test_what_is_closed_can_be_opened_again_with_an_empty_sheet(keeper: Keeper) -> None:
    keeper.type("0")
    keeper.count(of_1000=0)
    keeper.press("drawer.close")
    assert keeper.window.focusWidget() is keeper.window.closed.opening
    keeper.type("50000")
    assert keeper.window.in_use.count.sheet.is_empty
    assert keeper.window.focusWidget() is keeper.window.in_use.amount


def test_no_note_is_cut_where_letters_are_twice_as_large(context: AppContext, qtbot: QtBot) -> None:
    context.theme = Theme("light", 2.0)
    keeper = Keeper(context, qtbot)
    keeper.type("200.000")
    page = keeper.window.in_use
    assert page.width() <= keeper.window.width(), "it scrolls down only, never sideways"
    notes = [
        label
        for label in page.count.sheet.findChildren(Label)
        if label.text().startswith("Rp") and label.isVisible()
    ]
    assert len(notes) == len(NOTES) + len(COINS)
    assert [label.text() for label in notes if label.width() < label.sizeHint().width()] == []


def test_an_empty_float_is_asked_for_and_a_typed_nought_is_one(keeper: Keeper) -> None:
    field = keeper.window.closed.opening
    with keeper.qtbot.capture_exceptions() as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert [kind for kind, _, _ in told] == [TextMissing]
    assert drawer.current() is None
    assert field.property("wrong")
    assert field.hasFocus()
    QTest.keyClicks(field, "0")
    assert field.property("wrong") is False
    QTest.keyClick(field, Qt.Key.Key_Return)
    keeper.hear()
    assert keeper.should_be_there.endswith("Rp0")


@pytest.mark.parametrize("size", [(1366, 743), (1280, 640)])
def test_what_opened_it_is_said_beside_the_count(
    application: Application, qtbot: QtBot, size: tuple[int, int]
) -> None:
    main_window = application.start("drawer")
    main_window.resize(*size)
    qtbot.waitActive(main_window)
    page = main_window.page
    assert isinstance(page, DrawerPage)
    qtbot.waitUntil(lambda: not page.refresher.stale)
    page.closed.opening.setFocus()
    QTest.keyClicks(page.closed.opening, "200000", delay=60)
    key = key_of("Ctrl+O")
    QTest.keyClick(page.closed.opening, key.key(), key.keyboardModifiers())
    qtbot.waitUntil(lambda: main_window.undo_bar is not None)
    bar = main_window.undo_bar
    assert bar is not None
    assert bar.accessibleName() == "Till opened with Rp200.000"
    count = page.in_use.count
    box = bar.rect().translated(bar.mapTo(page, QPoint()))
    assert not box.intersects(count.rect().translated(count.mapTo(page, QPoint())))
