"""A code that nobody knows: a product is made of it, and one is back with the customer."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.visible_widgets import seen_in
from models.catalogue import catalogue
from models.errors import TextMissing
from tests.readable import a_product, pcs

UNKNOWN, OTHER = "4006381333931", "8991002101630"


class Shopkeeper:
    """Somebody between the counter and the catalogue, with keys and a scanner."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot
        self.main_window = application.start("order_entry")
        self.main_window.resize(1366, 743)
        qtbot.waitExposed(self.main_window)
        self.main_window.activateWindow()
        qtbot.waitActive(self.main_window)

    @property
    def page(self) -> Any:
        return self.main_window.page

    @property
    def focus(self) -> QWidget:
        widget = self.main_window.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: str) -> None:
        for name in keys:
            combination = QKeySequence(name)[0]  # type: ignore[index]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.application.context.feed.read()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def scan(self, code: str) -> None:
        self.application.scanner.scanned.emit(code)
        self.application.context.feed.read()

    def field(self, name: str) -> QLineEdit:
        field = self.page.products.form.field(name)
        assert isinstance(field, QLineEdit)
        return field

    @property
    def cart(self) -> list[tuple[str, float]]:
        lines = self.main_window.pages["order_entry"].basket.cart.lines  # type: ignore[attr-defined]
        return [(line.name, line.quantity / 1000) for line in lines]

    def says(self, text: str) -> bool:
        """Whether it stands on the page in front."""
        shown = (w for w in seen_in(self.page) if w.accessibleName() == text)
        return next(shown, None) is not None

    @property
    def verdict(self) -> str:
        return str(self.page.counter.pieces.verdict.text())


@pytest.fixture
def keeper(application: Application, qtbot: QtBot) -> Shopkeeper:
    a_product("Indomie Goreng", 3_300, barcodes=["8991001"], on_hand=pcs(9))
    keeper = Shopkeeper(application, qtbot)
    application.scanner.stop()  # keys without a pause between them are no scan here
    return keeper


def test_an_unknown_code_becomes_a_product_in_the_cart(keeper: Shopkeeper) -> None:
    keeper.scan("8991001")
    keeper.scan(UNKNOWN)
    keeper.press("Ctrl+N")
    assert keeper.page.name == "catalogue"
    assert (keeper.focus, keeper.field("barcode").text()) == (keeper.field("name"), UNKNOWN)
    keeper.type("Pensil 2B")
    keeper.press("Tab")
    keeper.type("2500")
    keeper.press("Ctrl+S")
    assert keeper.page.name == "order_entry"
    assert keeper.cart == [("Indomie Goreng", 1), ("Pensil 2B", 1)]
    assert keeper.focus is keeper.page.counter.box.entry
    assert catalogue.scanned(UNKNOWN)[0].price == 2_500


@pytest.mark.parametrize("by", ["scanner", "keys"])
def test_a_code_whose_last_digit_does_not_fit_is_scanned_again_or_made_a_product(
    keeper: Shopkeeper, by: str
) -> None:
    """Of a torn label, or one that the shop printed itself."""
    torn = UNKNOWN[:-1] + "8"
    if by == "scanner":
        keeper.scan(torn)
    else:
        keeper.type(torn)
        keeper.press("Return")
    told = f"The last digit of {torn} does not fit: scan again, or create it"
    assert (keeper.verdict, keeper.cart) == (told, [])
    keeper.scan("8991001")
    assert keeper.cart == [("Indomie Goreng", 1)]
    keeper.scan(torn)
    keeper.press("Ctrl+N")
    assert keeper.field("barcode").text() == torn
    assert keeper.says("The last digit does not fit: mistyped?")
    keeper.type("Roti")
    keeper.press("Tab")
    keeper.type("2500")
    keeper.press("Ctrl+S")
    assert keeper.cart == [("Indomie Goreng", 1), ("Roti", 1)]
    keeper.scan(torn)
    assert keeper.cart[-1] == ("Roti", 2)


def test_the_amount_said_before_it_counts_for_the_new_product(keeper: Shopkeeper) -> None:
    keeper.type(f"3*{UNKNOWN}")
    keeper.press("Return", "Ctrl+N")
    keeper.type("Pensil 2B")
    keeper.press("Tab")
    keeper.type("2500")
    keeper.press("Ctrl+S")
    assert keeper.cart == [("Pensil 2B", 3)]


def test_esc_goes_back_with_the_code_still_offered_and_nothing_lost(keeper: Shopkeeper) -> None:
    keeper.scan(UNKNOWN)
    keeper.press("Ctrl+N")
    keeper.type("Pensil")
    keeper.press("Esc")
    assert keeper.page.name == "order_entry"
    assert keeper.verdict == f"Unknown code {UNKNOWN}"
    keeper.press("Ctrl+Z")  # the bar offers to take the form up again
    assert (keeper.page.name, keeper.field("name").text()) == ("catalogue", "Pensil")
    keeper.press("Esc", "Ctrl+N")  # and so does the offer itself
    assert (keeper.field("name").text(), keeper.field("barcode").text()) == ("Pensil", UNKNOWN)


def test_an_untouched_form_is_closed_without_a_word(keeper: Shopkeeper) -> None:
    keeper.press("Ctrl+4", "Ctrl+N")
    keeper.press("Esc")
    assert keeper.main_window.undo_bar is None


def test_a_scan_with_the_cursor_in_the_form_is_its_barcode(keeper: Shopkeeper) -> None:
    keeper.press("Ctrl+4")
    keeper.scan(UNKNOWN)
    assert keeper.field("barcode").text() == UNKNOWN
    QTest.mouseClick(keeper.field("name"), Qt.MouseButton.LeftButton)
    keeper.scan(OTHER)
    assert keeper.field("barcode").text() == OTHER
    assert keeper.field("name").text() == ""


def test_a_new_product_begins_with_its_name(keeper: Shopkeeper) -> None:
    keeper.press("Ctrl+4", "Ctrl+N")
    assert keeper.focus is keeper.field("name")
    assert keeper.field("barcode").isVisible()
    assert keeper.field("stock").isVisible()
    assert all(keeper.field(name).text() == "" for name in ("name", "barcode", "price", "stock"))


def test_what_is_missing_is_marked_where_it_is(keeper: Shopkeeper) -> None:
    keeper.press("Ctrl+4", "Ctrl+N")
    with keeper.qtbot.capture_exceptions() as told:
        keeper.press("Ctrl+S")
    assert [kind for kind, *_ in told] == [TextMissing]
    fields = keeper.page.products.form._fields
    assert [name for name in fields if fields[name].property("wrong")] == ["name", "price"]
    assert keeper.focus is keeper.field("name")
    keeper.type("Pensil")
    assert not fields["name"].property("wrong")


@pytest.mark.parametrize(
    ("name", "text"), [("price", "many"), ("stock", "2 sendok"), ("barcode", "8991001")]
)
def test_what_is_refused_is_marked_where_it_is(keeper: Shopkeeper, name: str, text: str) -> None:
    keeper.press("Ctrl+4", "Ctrl+N")
    for field, typed in {"name": "Pensil", "price": "2500", name: text}.items():
        keeper.field(field).setFocus()
        keeper.field(field).clear()
        keeper.type(typed)
    with keeper.qtbot.capture_exceptions() as told:
        keeper.press("Ctrl+S")
    assert len(told) == 1
    assert keeper.page.products.form._fields[name].property("wrong")
    assert keeper.focus is keeper.field(name)


def test_a_megabyte_in_every_field_is_refused_and_the_form_stays(keeper: Shopkeeper) -> None:
    keeper.press("Ctrl+4", "Ctrl+N")
    QApplication.clipboard().setText("x" * 1_000_000)
    for name in ("name", "price", "barcode", "sku", "unit", "category", "stock"):
        keeper.field(name).setFocus()
        keeper.press("Ctrl+V")
    with keeper.qtbot.capture_exceptions() as told:
        keeper.press("Ctrl+S")
    assert len(told) == 1
    assert keeper.page.products.form.isVisible()
    QApplication.clipboard().clear()
