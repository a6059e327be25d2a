"""Enter in the empty box adds once more what was added last, and nothing that nobody meant."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_entry.entry.key_hints import KeyHints
from gui.order_entry.page import OrderEntryPage
from gui.shell.app_context import AppContext
from models.catalogue.catalogue import Product
from models.settings import staff
from tests.gui.order_entry.cashier import WIDE, Cashier
from tests.readable import a_product

Deed = Callable[[Cashier], object]


@pytest.fixture
def shelf(context: AppContext) -> list[Product]:
    return [
        a_product("Sabun Mandi", 3_500, barcodes=["8991001"]),
        a_product("Sabun Cuci", 4_000, barcodes=["8991002"]),
        a_product("Gula Pasir", 17_000, barcodes=["8991003"]),
    ]


@pytest.fixture
def cashier(context: AppContext, shelf: list[Product], qtbot: QtBot) -> Cashier:
    """With one piece of sugar, which Enter alone would add once more."""
    cashier = Cashier(context, qtbot, WIDE)
    cashier.enter("gula")
    reads(cashier)
    return cashier


def reads(cashier: Cashier) -> None:
    """Looks at what was done before the next key."""
    cashier.qtbot.waitUntil(lambda: cashier.window.counter.box.entry.listens)


def keys(*names: str) -> Deed:
    """Keys and, in between, letters."""

    def deed(cashier: Cashier) -> None:
        for name in names:
            if name[0].isupper() or name == "+":
                cashier.press(name)
            else:
                cashier.type(name)

    return deed


def scan(code: str) -> Deed:
    return lambda cashier: cashier.scan(code)


ADDS: dict[str, Deed] = {
    "typed": keys("sabun m", "Return"),
    "the second hit, three times": keys("3*sabun", "Down", "Return"),
    "once more": keys("Return"),
    "scanned": scan("8991002"),
}
ASKED: dict[str, Deed] = {
    "a discount": keys("F8", "10%", "Return"),
    "a note": keys("F3", "kardus", "Return"),
    "a quantity": keys("F6", "3", "Return"),
    "later": keys("Ctrl+U", "16.00", "Return"),
    "an unknown code": keys("4006381333931", "Return"),
    "words of nothing": keys("zzyzx", "Return", "Escape"),
    "half a piece": keys("0,5*sabun", "Return", "Escape", "Backspace"),
    "a price check": keys("F7", "sabun m", "Return", "Escape"),
    "a question left": keys("F8", "Escape"),
    "a code that nobody knows, scanned": scan("4006381333931"),
    "a broken label": scan("8992753100102"),
    "one more": keys("+"),
    "removed": keys("Delete"),
    "taken back": lambda cashier: cashier.window.undo(),
    "taken back and done again": lambda cashier: (cashier.window.undo(), cashier.window.redo()),
    "held": keys("F4", "Return"),
    "sent": keys("F10"),
}


@pytest.mark.parametrize("deed", (ADDS | ASKED).values(), ids=[*ADDS, *ASKED])
def test_the_second_of_two_enters_adds_nothing(cashier: Cashier, deed: Deed) -> None:
    deed(cashier)
    cart, said = cashier.cart, cashier.verdict
    cashier.press("Return")
    assert cashier.cart == cart
    assert cashier.verdict == said, "what was said stays to be read"


@pytest.mark.parametrize("deed", ADDS.values(), ids=ADDS)
def test_enter_alone_adds_what_was_added_last_once_more(cashier: Cashier, deed: Deed) -> None:
    deed(cashier)
    before = dict(cashier.cart)
    assert "Enter once more" in hints(cashier)
    reads(cashier)
    cashier.press("Return")
    line = cashier.window.basket.current_line
    assert line is not None
    assert dict(cashier.cart) == before | {line.name: before[line.name] + 1}


@pytest.mark.parametrize("deed", ASKED.values(), ids=ASKED)
def test_after_anything_else_enter_alone_does_nothing_and_says_nothing(
    cashier: Cashier, beeps: list[int], deed: Deed
) -> None:
    deed(cashier)
    cart, said, heard = cashier.cart, cashier.verdict, len(beeps)
    assert "Enter once more" not in hints(cashier)
    reads(cashier)
    cashier.press("Return")
    assert cashier.cart == cart
    assert cashier.verdict == said
    assert len(beeps) == heard


def hints(cashier: Cashier) -> str:
    """The keys that stand at the right of the field."""
    return next(
        shown.accessibleName()
        for shown in cashier.window.counter.box.findChildren(KeyHints)
        if shown.isVisible()
    )


def open_counter(application: Application, qtbot: QtBot) -> OrderEntryPage:
    """The counter in the program itself, with K1 at work and a product in the cart."""
    a_product("Gula Pasir", 17_000, barcodes=["8991003"])
    staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")
    main_window = application.start("order_entry")
    qtbot.waitActive(main_window)
    counter = main_window.page
    assert isinstance(counter, OrderEntryPage)
    counter.scanned("8991003")
    qtbot.waitUntil(lambda: counter.counter.box.entry.listens)
    return counter


@pytest.mark.parametrize("paying", [False, True])
def test_the_enter_that_unlocks_adds_and_pays_nothing(
    application: Application, qtbot: QtBot, paying: bool
) -> None:
    counter = open_counter(application, qtbot)
    window = counter.window().windowHandle()
    if paying:
        QTest.keyClick(window, Qt.Key.Key_F9)
    application.context.lock()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert counter.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [line.quantity for line in counter.basket.cart.lines] == [1000]
    assert counter.payment.isVisible() == paying
