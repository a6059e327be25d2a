"""A label scanned while something else is typed: nothing typed is lost, nothing happens unseen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.catalogue.page import CataloguePage
from gui.input.scanner import Scanner
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from models.amounts import ONE
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from tests.gui.conftest import Said
from tests.gui.keys_in_time import Key, Keyboard
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product

EGGS = "8991003"


class Gun:
    """A scanner in the hand before a page that is shown."""

    def __init__(self, context: AppContext) -> None:
        self._keyboard = Keyboard()
        context.scanner = self.scanner = Scanner(clock=self._keyboard.milliseconds)

    def aim(self, page: Page) -> None:
        self._page = page
        self.scanner.scanned.connect(page.scanned)

    def scan(self, code: str) -> None:
        self._play([Key(code[0], 1000), *(Key(letter, 3) for letter in code[1:] + "\r")])

    def type(self, text: str) -> None:
        """As fast as fingers are."""
        self._play([Key(letter, 300) for letter in text])
        self._keyboard.now += 1000

    def _play(self, keys: list[Key]) -> None:
        focus = self._page.focusWidget()
        assert focus is not None
        self._keyboard.play(focus, keys)


@pytest.fixture
def gun(context: AppContext, qapp: QApplication) -> Iterator[Gun]:
    gun = Gun(context)
    qapp.installEventFilter(gun.scanner)
    yield gun
    qapp.removeEventFilter(gun.scanner)


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot, gun: Gun) -> Cashier:
    """Rp81.500 of rice are in the cart."""
    a_product("Beras", 81_500, barcodes=["8991001"])
    a_product("Telur", 28_000, barcodes=[EGGS])
    cashier = Cashier(context, qtbot)
    gun.aim(cashier.window)
    gun.scan("8991001")
    return cashier


@pytest.fixture
def rice(context: AppContext, qtbot: QtBot, gun: Gun) -> tuple[CataloguePage, Product]:
    """Its sheet is open in the catalogue."""
    page = CataloguePage(context)
    qtbot.addWidget(page)
    page.resize(1366, 720)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    gun.aim(page)
    product = a_product("Beras", 81_500)
    page.opened(product_id=product.id)
    qtbot.waitUntil(lambda: page.products.sheet.isVisible())
    return page, product


# --- at the till -------------------------------------------------------------------------------


def test_the_cash_that_was_typed_stays_and_the_change_is_counted_anew(
    cashier: Cashier, gun: Gun
) -> None:
    cashier.press("F9")
    gun.type("200000")
    gun.scan(EGGS)
    assert cashier.window.payment.pieces.amount.amount == 200_000
    assert "90.500" in cashier.window.payment.pieces.take.text()


def test_a_note_that_was_chosen_is_short_by_what_is_scanned(cashier: Cashier, gun: Gun) -> None:
    cashier.press("F9")
    sums = cashier.window.payment.pieces.amount
    cashier.press("Alt+2")
    assert sums.amount == 85_000
    gun.scan(EGGS)
    assert sums.amount == 85_000
    cashier.press("Return")
    assert cashier.orders == []
    assert "24.500 is missing" in cashier.window.payment.pieces.trouble.text()
    gun.type("120000\r")
    cashier.hear()
    (payment,) = cashier.orders[0].payments
    assert (payment.amount, payment.tendered) == (109_500, 120_000)


@pytest.mark.parametrize("before", [(), ("F7",)])
def test_a_sum_that_was_only_proposed_goes_with_the_total(
    cashier: Cashier, gun: Gun, before: tuple[str, ...]
) -> None:
    """A price check that was left open behind the payment looks at nothing."""
    cashier.press(*before, "F9")
    gun.scan(EGGS)
    assert cashier.window.payment.pieces.amount.amount == 109_500


def test_what_is_added_behind_a_list_is_told_in_front_of_it(
    cashier: Cashier, gun: Gun, said: Said
) -> None:
    cashier.paste("beras 2\nair galon")
    gun.scan(EGGS)
    assert said.notices == [f"Added Telur \u00d7 1 {EGGS}"]
    assert cashier.cart == [("Beras", 1), ("Telur", 1)]


# --- in the catalogue --------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "quantity"), [("", ONE), ("40*", 40 * ONE)])
def test_a_label_scanned_into_the_field_of_the_barcodes_is_one(
    rice: tuple[CataloguePage, Product], gun: Gun, qtbot: QtBot, typed: str, quantity: int
) -> None:
    page, product = rice
    sheet = page.products.sheet
    (add,) = [
        button
        for button in sheet.barcodes.findChildren(QAbstractButton)
        if button.isVisible() and button.text() == "Add"
    ]
    add.click()
    gun.type(typed)
    gun.scan(EGGS)
    assert page.products.side.currentWidget() is sheet
    (code,) = catalogue.sheet(product.id).codes
    assert (code.code, code.quantity) == (EGGS, quantity)
    assert (sheet.barcodes.field.text(), sheet.barcodes.field.hasFocus()) == ("", True)


def test_a_count_that_is_typed_outlives_the_label_of_something_else(
    rice: tuple[CataloguePage, Product], gun: Gun, said: Said
) -> None:
    page, _ = rice
    sheet = page.products.sheet
    sheet.adjust.click()
    gun.type("12")
    gun.scan(EGGS)
    assert said.notices == ["First save the stock, or leave it by Esc"]
    assert (sheet.is_adjusting, sheet.stock_form.amount.text()) == (True, "12")
    QTest.keyClick(sheet.stock_form.amount, Qt.Key.Key_Escape)
    gun.scan(EGGS)
    assert page.products.form.text_of("barcode") == EGGS
