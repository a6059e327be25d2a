"""The owner keeps the catalogue: finds products, changes them where they stand, takes it back."""

import gc
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.catalogue.page import CataloguePage
from gui.catalogue.products.paged_rows import PAGE
from gui.catalogue.products.product_columns import COST, MARGIN, NAME, PRICE, STOCK
from gui.catalogue.products.tags import Tag
from gui.shell.app_context import AppContext
from gui.shell.main_window import MainWindow
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label, WholeLabel
from gui.words.error_messages import sentence
from models.catalogue import catalogue, learned, stock
from models.catalogue.catalogue import Product
from models.catalogue_import import catalogue_import
from models.errors import (
    BadMoney,
    BrokenCheckDigit,
    CodeTaken,
    NotANumber,
    NotInParts,
    NotWhole,
    OtherUnit,
    TextMissing,
    UnclearNumber,
    UnknownCode,
)
from models.formats.check_digits import is_broken
from models.orders import orders, tickets
from models.settings import preferences
from models.shop.opening import Shop
from tests.gui.conftest import Said
from tests.gui.keys_in_time import key_of
from tests.readable import a_product, cart_of, pcs, product_with_code

Key = Qt.Key


class Owner:
    """Who sits before the catalogue, and what they do there."""

    def __init__(self, window: CataloguePage, context: AppContext, qtbot: QtBot) -> None:
        self.window = window
        self.context = context
        self.qtbot = qtbot
        self.page = window.products
        self.table = window.products.table

    def hear(self) -> None:
        """The news of what was done has reached the window, and it has asked again."""
        self.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        page = self.page
        timers = (page.finder.pause, page.following.pause)
        return not self.window.refresher.stale and not any(t.isActive() for t in timers)

    @property
    def names(self) -> list[str]:
        """The names in the table, from top to bottom."""
        column = [self.table.paged.row(i) for i in range(self.table.paged.rowCount())]
        return [product.name for product in column if product is not None]

    def cell(self, row: int, column: int) -> str:
        return str(self.table.paged.index(row, column).data())

    def edit(self, row: int, column: int, text: str) -> None:
        """Types into a cell and presses Enter."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.paged.index(row, column))
        QTest.keyClick(self.table, Key.Key_Return)
        editor = self.editor()
        assert editor is not None
        QTest.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, text)
        self.take()

    def editor(self) -> QLineEdit | None:
        """The field over the cell that is being edited."""
        return self.table.viewport().findChild(QLineEdit)

    def take(self) -> None:
        """Enter in the cell; Qt hands the text over a moment later."""
        editor = self.editor()
        assert editor is not None
        QTest.keyClick(editor, Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.table.is_editing)
        self.hear()

    def look_for(self, text: str) -> None:
        self.page.finder.take_focus()
        QTest.keyClicks(self.page.finder.box.field, text)
        self.hear()

    def choose(self, product: Product) -> None:
        self.page.show_product(product.id)
        self.hear()

    def press(self, name: str) -> None:
        """A button by its accessible name."""
        for button in self.window.findChildren(QAbstractButton):
            if button.accessibleName() == name and button.isVisibleTo(self.window):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return self.hear()
        raise AssertionError(f"no button {name}")

    def fill(self, **facts: str) -> None:
        for name, text in facts.items():
            self.page.form.field(name).setText(text)


@pytest.fixture
def owner(context: AppContext, qtbot: QtBot) -> Owner:
    window = CataloguePage(context)
    qtbot.addWidget(window)
    QAbstractItemModelTester(window.products.table.paged, window)
    window.resize(1366, 720)
    window.show()
    owner = Owner(window, context, qtbot)
    owner.hear()
    return owner


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException] | None]:
    """What flew out of a slot: the error handler would make a sentence of it."""
    caught: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))
    return caught


# --- finding -------------------------------------------------------------------------------


def test_a_list_without_products_says_which_and_leads_out(owner: Owner) -> None:
    product = a_product("Kopi")
    owner.hear()
    owner.press("Inactive 0")
    assert owner.page.empty.accessibleName().startswith("No product is inactive")
    owner.press("Show all products")
    assert owner.names == ["Kopi"]
    catalogue.change_product(product.id, active=False)
    owner.hear()
    assert owner.page.empty.accessibleName().startswith("No product is sold at the moment")
    assert owner.page.empty.import_button.isVisible()
    owner.press("Show inactive products")
    assert owner.names == ["Kopi"]


def test_an_empty_catalogue_says_what_belongs_here_and_how_to_begin(owner: Owner) -> None:
    assert owner.page.empty.accessibleName().startswith("Your products will appear here")
    assert owner.page.empty.import_button.isVisible()


def test_products_stand_in_the_order_of_their_names(owner: Owner) -> None:
    for name in ("Teh", "aqua", "Beras"):
        a_product(name)
    owner.hear()
    assert owner.names == ["aqua", "Beras", "Teh"]


def test_who_has_the_word_in_the_name_comes_before_who_is_only_called_so(owner: Owner) -> None:
    snack = a_product("Chitato")
    catalogue.add_alias(snack.id, "keripik kentang")
    for name in ("Keripik Tempe 200 g", "Aneka Keripik", "Beras"):
        a_product(name)
    owner.hear()
    owner.look_for("keripik")
    assert owner.names == ["Aneka Keripik", "Keripik Tempe 200 g", "Chitato"]


def test_filters_count_what_they_hold(owner: Owner) -> None:
    a_product("Teh", on_hand=pcs(3), reorder_at=pcs(5))
    a_product("Kopi", on_hand=0)
    gone = a_product("Gula")
    catalogue.change_product(gone.id, active=False)
    owner.hear()
    counts = [button.accessibleName() for button in owner.page.finder.filters.values()]
    assert counts == ["All 2", "Low stock 1", "Out of stock 1", "Inactive 1"]
    owner.press("Low stock 1")
    assert owner.names == ["Teh"]


@pytest.mark.parametrize("text", ["botol teh", "TEH BO", "MNM7", "89910021", "es manis"])
def test_a_product_is_found_by_words_code_barcode_or_other_name(owner: Owner, text: str) -> None:
    tea = a_product("Teh Botol", sku="MNM7", barcodes=["8991002101630"])
    catalogue.add_alias(tea.id, "es manis")
    a_product("Beras")
    owner.hear()
    owner.look_for(text)
    assert owner.names == ["Teh Botol"]


def test_a_search_without_a_hit_says_so_and_esc_empties_it(owner: Owner) -> None:
    a_product("Beras")
    owner.hear()
    owner.look_for("kulkas")
    assert "kulkas" in owner.page.empty.accessibleName()
    QTest.keyClick(owner.page.finder.box.field, Key.Key_Escape)
    owner.hear()
    assert owner.names == ["Beras"]


def test_letters_typed_in_the_table_go_to_the_search(owner: Owner) -> None:
    for name in ("Beras", "Teh"):
        a_product(name)
    owner.hear()
    owner.page.into_table()
    QTest.keyClick(owner.table, Key.Key_T)
    owner.hear()
    assert owner.page.finder.text == "t"
    assert owner.names == ["Teh"]


def test_a_head_orders_the_list_and_again_turns_it_round(owner: Owner) -> None:
    for name, price in (("A", 300), ("B", 100), ("C", 200)):
        a_product(name, price)
    owner.hear()
    head = owner.table.horizontalHeader()
    for expected in (["B", "C", "A"], ["A", "C", "B"]):
        head.sectionClicked.emit(PRICE)
        owner.hear()
        assert owner.names == expected


def test_a_margin_is_what_is_left_without_the_tax(owner: Owner) -> None:
    """As the statistics have it: of 23.500 with PPN only 21.171 are the shop's."""
    for name, price, cost in (
        ("Kopi", 23_500, 20_600), ("Rugi", 11_000, 10_000), ("Bebas", 11_000, None)
    ):  # fmt: skip
        a_product(name, price, cost=cost, tax_rate=1_100)
    a_product("Tempe", 5_000, cost=4_900)
    owner.hear()

    def shown() -> dict[str, str]:
        cells = [owner.cell(row, MARGIN) for row in range(len(owner.names))]
        return dict(zip(owner.names, cells, strict=True))

    assert shown() == {"Bebas": "\u2013", "Kopi": "3%", "Rugi": "\u22121%", "Tempe": "2%"}
    head = owner.table.horizontalHeader()
    QTest.mouseClick(
        head.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(head.sectionViewportPosition(MARGIN) + 20, head.height() // 2),
    )
    owner.hear()
    assert owner.names == ["Rugi", "Tempe", "Kopi", "Bebas"]
    preferences.put(preferences.PRICES_INCLUDE_TAX, False)  # at any station
    owner.hear()
    assert shown() == {"Bebas": "\u2013", "Kopi": "12%", "Rugi": "9%", "Tempe": "2%"}
    assert owner.names == ["Tempe", "Rugi", "Kopi", "Bebas"]


def test_a_long_catalogue_is_read_by_pages(owner: Owner) -> None:
    for i in range(PAGE + 20):
        a_product(f"Barang {i:03d}")
    owner.hear()
    assert owner.table.paged.rowCount() == PAGE + 20
    assert len(owner.table.paged.rows) == PAGE  # the rest is not read before it is seen
    owner.table.scrollToBottom()
    owner.table.grab()
    assert len(owner.table.paged.rows) == PAGE + 20


@pytest.mark.parametrize(("width", "height"), [(960, 480), (1280, 600), (1366, 700)])
def test_names_can_be_read_on_small_screens(owner: Owner, width: int, height: int) -> None:
    a_product("Minyak Goreng Bimoli 2 L", on_hand=pcs(1), reorder_at=pcs(5))
    owner.window.resize(width, height)
    owner.hear()
    assert owner.table.columnWidth(NAME) >= 220
    assert not owner.table.isColumnHidden(PRICE)


# --- editing in the cells ------------------------------------------------------------------


def test_a_price_is_changed_in_its_cell_and_taken_back(owner: Owner, said: Said) -> None:
    product = a_product("Bimoli", 25_900)
    owner.hear()
    owner.edit(0, PRICE, "26.300")
    assert catalogue.product(product.id).price == 26_300
    assert owner.cell(0, PRICE) == "Rp26.300"
    assert said.deeds == ["Price of Bimoli changed from Rp25.900 to Rp26.300"]
    owner.window.undo()
    owner.hear()
    assert owner.cell(0, PRICE) == "Rp25.900"


def test_name_cost_and_stock_are_changed_in_their_cells(owner: Owner) -> None:
    product = a_product("Bimoli", 25_900, cost=20_000, unit="kg", on_hand=pcs(3))
    owner.hear()
    owner.edit(0, COST, "21000")
    owner.edit(0, STOCK, "1,200.5")
    owner.edit(0, NAME, "Bimoli 2 L")
    now = catalogue.product(product.id)
    assert (now.cost, now.on_hand, now.name) == (21_000, pcs(1200.5), "Bimoli 2 L")


def test_an_emptied_cost_or_stock_is_one_that_nobody_knows(owner: Owner) -> None:
    product = a_product("Bimoli", 25_900, cost=20_000, on_hand=pcs(3))
    owner.hear()
    for column in (COST, STOCK):
        owner.table.setFocus()
        owner.table.setCurrentIndex(owner.table.paged.index(0, column))
        owner.table.edit_current()
        editor = owner.editor()
        assert editor is not None
        QTest.keyClick(editor, Key.Key_Backspace)
        owner.take()
    now = catalogue.product(product.id)
    assert (now.cost, now.on_hand) == (None, None)


@pytest.mark.parametrize(
    ("column", "typed", "refusal"),
    [
        (PRICE, "abc", NotANumber),
        (PRICE, "-5", NotANumber),
        (PRICE, "3,2", NotWhole),
        (PRICE, "1000000000001", BadMoney),
        (PRICE, "   ", TextMissing),
        (STOCK, "many", NotANumber),
        (NAME, "   ", TextMissing),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    owner: Owner, errors: list[Any], column: int, typed: str, refusal: type[Exception]
) -> None:
    product = a_product("Bimoli", 25_900, on_hand=pcs(3))
    owner.hear()
    owner.edit(0, column, typed)
    assert errors == [refusal]
    assert catalogue.product(product.id) == product


def test_esc_leaves_a_cell_as_it_was(owner: Owner, said: Said) -> None:
    a_product("Bimoli", 25_900)
    owner.hear()
    owner.table.setFocus()
    owner.table.setCurrentIndex(owner.table.paged.index(0, PRICE))
    owner.table.edit_current()
    editor = owner.editor()
    assert editor is not None
    QTest.keyClicks(editor, "1")
    QTest.keyClick(editor, Key.Key_Escape)
    owner.hear()
    assert said.deeds == []


def test_news_from_elsewhere_does_not_wipe_what_is_being_typed(owner: Owner) -> None:
    product = a_product("Bimoli", 25_900, on_hand=pcs(9))
    owner.hear()
    owner.table.setFocus()
    owner.table.setCurrentIndex(owner.table.paged.index(0, PRICE))
    owner.table.edit_current()
    editor = owner.editor()
    assert editor is not None
    QTest.keyClicks(editor, "27")
    orders.place(cart_of(product))
    owner.hear()
    assert editor.text() == "27"
    QTest.keyClicks(editor, "000")
    owner.take()
    assert owner.cell(0, PRICE) == "Rp27.000"


# --- the sheet at the side -----------------------------------------------------------------


def test_the_sheet_shows_the_product_under_the_cursor(owner: Owner) -> None:
    a_product("Aqua", 2_500)
    tea = a_product("Teh", 5_000, barcodes=["8991"])
    owner.hear()
    owner.choose(tea)
    sheet = owner.page.sheet
    assert sheet.name.text() == "Teh"
    assert "8991" in sheet.codes.text()
    QTest.keyClick(owner.table, Key.Key_Up)
    owner.hear()
    assert sheet.name.text() == "Aqua"


def test_the_sheet_and_its_keys_follow_the_highlighted_row_through_a_search(owner: Owner) -> None:
    sugar, salt = a_product("Gula", 15_000), a_product("Garam", 3_000)
    owner.hear()
    field = owner.page.finder.box.field
    owner.look_for("gula")
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(owner.table, Key.Key_Return)
    editor = owner.editor()
    assert editor is not None
    QTest.keyClick(editor, Key.Key_Escape)
    QTest.keyClick(owner.window, Key.Key_F2)
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Key.Key_Delete)
    owner.look_for("garam")
    QTest.keyClick(field, Key.Key_Down)
    owner.hear()
    assert owner.table.current_id == salt.id
    assert owner.page.sheet.name.text() == "Garam"
    QTest.keyClick(owner.table, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert catalogue.product(sugar.id).favourite is None
    assert catalogue.product(salt.id).favourite is not None


def test_a_key_pressed_before_the_sheet_has_come_means_the_highlighted_row(owner: Owner) -> None:
    salt, sugar = a_product("Garam", 3_000), a_product("Gula", 15_000)
    owner.hear()
    owner.choose(salt)
    owner.table.setFocus()
    QTest.keyClick(owner.table, Key.Key_Down)
    QTest.keyClick(owner.table, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert catalogue.product(salt.id).favourite is None
    assert catalogue.product(sugar.id).favourite is not None


def test_a_click_before_the_sheet_has_come_means_the_highlighted_row(owner: Owner) -> None:
    salt, sugar = a_product("Garam", 3_000), a_product("Gula", 15_000)
    owner.hear()
    owner.choose(salt)
    box = owner.table.visualRect(owner.table.paged.index(1, NAME))
    QTest.mouseClick(owner.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseClick(owner.page.sheet.deactivate, Qt.MouseButton.LeftButton)
    assert catalogue.product(salt.id).active
    assert not catalogue.product(sugar.id).active


def test_a_key_after_a_scan_means_the_product_that_was_scanned(
    owner: Owner, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While neither the list nor the sheet is here yet."""
    salt, sugar = a_product("Garam", 3_000), a_product("Gula", 15_000)
    owner.hear()
    owner.choose(salt)
    monkeypatch.setattr(context.background, "ask", lambda *question, **more: None)
    owner.window.scanned(sugar.sku)
    QTest.keyClick(owner.table, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert catalogue.product(salt.id).favourite is None
    assert catalogue.product(sugar.id).favourite is not None


def test_a_search_without_a_hit_leaves_no_product_at_the_side(owner: Owner) -> None:
    product = a_product("Gula", 15_000)
    owner.hear()
    owner.choose(product)
    owner.look_for("zzzz")
    assert not owner.page.sheet.isVisible()
    QTest.keyClick(owner.window, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert catalogue.product(product.id).favourite is None


def test_other_names_are_added_and_taken_away_one_by_one(owner: Owner) -> None:
    product = a_product("Indomie Goreng")
    owner.choose(product)
    for name in ("mi goreng", "indomie"):
        catalogue.add_alias(product.id, name)
    owner.hear()
    assert owner.page.sheet.aliases.words == ["indomie", "mi goreng"]
    owner.press("Forget \u201cindomie\u201d")
    assert catalogue.sheet(product.id).aliases == ("mi goreng",)
    owner.window.undo()
    owner.hear()
    tags = owner.page.sheet.findChildren(Tag)
    assert [tag.word for tag in tags if tag.isVisible()] == ["indomie", "mi goreng"]


def test_what_a_list_taught_is_seen_and_taken_back(owner: Owner) -> None:
    product = a_product("Bear Brand")
    owner.choose(product)
    learned.learn(product.id, "bear brand", "dus", 30_000)
    learned.learn(product.id, "susu beruang", "", None)
    owner.hear()
    told = ["bear brand \u00b7 dus = 30", "susu beruang"]
    assert owner.page.sheet.answers.words == told
    owner.press(f"Forget \u201c{told[0]}\u201d")
    assert [a.phrase for a in learned.answers_of(product.id)] == ["susu beruang"]
    owner.window.undo()
    owner.hear()
    assert owner.page.sheet.answers.words == told


def test_enter_goes_on_to_the_next_field_of_a_new_product(owner: Owner) -> None:
    owner.page.start_new()
    for text in ("Kerupuk Udang 200g", "8,5rb", "7rb"):
        QTest.keyClicks(owner.page.form.focusWidget(), text)
        QTest.keyClick(owner.page.form.focusWidget(), Key.Key_Return)
    form = owner.page.form
    assert [form.text_of(name) for name in ("name", "price", "cost")] == [
        "Kerupuk Udang 200g", "8,5rb", "7rb",
    ]  # fmt: skip
    assert form.focusWidget() is form.field("barcode")


@pytest.mark.parametrize(
    ("code", "is_doubted"),
    [
        ("8991002101631", True), ("8991002101630", False), ("12345678", True), ("12345670", False),
        ("123456789011", True), ("1234567", False),
    ],
)  # fmt: skip
def test_a_mistyped_barcode_is_told_and_taken(
    owner: Owner, said: Said, code: str, is_doubted: bool
) -> None:
    told = "The last digit does not fit: mistyped?"
    owner.page.start_new()
    form = owner.page.form
    QTest.keyClicks(form.field("barcode"), code)
    shown = [label for label in form.findChildren(Label) if label.text() == told]
    assert [label.isVisible() for label in shown] == [is_doubted]
    owner.fill(name="Teh", price="5000")
    QTest.keyClick(form, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    owner.hear()
    assert product_with_code(code).name == "Teh"
    owner.choose(a_product("Kopi"))
    tags = owner.page.sheet.barcodes
    tags.open_field()
    QTest.keyClicks(tags.field, f"9{code[1:]}")
    QTest.keyClick(tags.field, Key.Key_Return)
    assert product_with_code(f"9{code[1:]}").name == "Kopi"
    assert said.notices == ([told] if is_broken(f"9{code[1:]}") else [])


def test_another_name_is_typed_in_the_sheet(owner: Owner) -> None:
    product = a_product("Indomie Goreng")
    owner.choose(product)
    tags = owner.page.sheet.aliases
    tags.open_field()
    QTest.keyClicks(tags.field, "IMG")
    QTest.keyClick(tags.field, Key.Key_Return)
    owner.hear()
    assert catalogue.sheet(product.id).aliases == ("img",)
    QTest.keyClick(tags.field, Key.Key_Escape)
    assert not tags.field.isVisible()


def test_a_carton_has_a_barcode_of_its_own(owner: Owner) -> None:
    product = a_product("Indomie Goreng")
    owner.choose(product)
    owner.page.sheet.barcodes.added.emit("40*8998866200578")
    owner.hear()
    (code,) = catalogue.sheet(product.id).codes
    assert (code.code, code.quantity) == ("8998866200578", pcs(40))
    owner.press("Remove 8998866200578")
    assert catalogue.sheet(product.id).codes == ()
    owner.window.undo()
    assert catalogue.sheet(product.id).codes == (code,)


def test_after_a_word_was_taken_away_and_back_the_keys_take_away_no_other(owner: Owner) -> None:
    product = a_product("Teh", barcodes=["8991", "8992"])
    owner.choose(product)
    tags = owner.page.sheet.barcodes
    (first, _) = tags.findChildren(Tag)
    first.setFocus()
    QTest.keyClick(first, Key.Key_Space)
    owner.hear()
    owner.window.undo()
    owner.hear()
    for letter in " 8993":
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)
    assert len(catalogue.sheet(product.id).codes) == 2
    assert (tags.field.hasFocus(), tags.field.text()) == (True, "8993")


@pytest.mark.parametrize(
    ("reason", "typed", "left"), [(0, "7", 7), (1, "5", 15), (2, "4", 6), (3, "1", 9)]
)
def test_stock_is_counted_delivered_or_thrown_away(
    owner: Owner, reason: int, typed: str, left: int
) -> None:
    product = a_product("Teh", on_hand=pcs(10))
    owner.choose(product)
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    form.reason.setCurrentIndex(reason)
    form.amount.setText(typed)
    owner.press("Save")
    assert catalogue.product(product.id).on_hand == pcs(left)
    assert not form.isVisible()
    owner.window.undo()
    assert catalogue.product(product.id).on_hand == pcs(10)


@pytest.mark.parametrize(("kind", "left"), [(1, 29), (2, 19), (3, 19)])
def test_what_is_there_is_never_proposed_as_what_came_or_went(
    owner: Owner, errors: list[Any], kind: int, left: int
) -> None:
    product = a_product("Teh", on_hand=pcs(24))
    owner.choose(product)
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    assert form.amount.text() == "24"
    for _ in range(kind):
        QTest.keyClick(form.reason, Key.Key_Down)
    assert (form.amount.text(), form.outcome.text()) == ("", "24 \u2192 24 pcs")
    QTest.keyClick(form.amount, Key.Key_Return)
    assert errors == [TextMissing]
    assert catalogue.product(product.id).on_hand == pcs(24)
    QTest.keyClicks(form.amount, "5")
    for _ in range(2):  # what was typed stays, whatever it is taken for
        QTest.keyClick(form.reason, Key.Key_Up if kind > 1 else Key.Key_Down)
        QTest.keyClick(form.reason, Key.Key_Down if kind > 1 else Key.Key_Up)
    QTest.keyClick(form.amount, Key.Key_Return)
    assert catalogue.product(product.id).on_hand == pcs(left)


def test_whoever_clicks_on_the_proposed_stock_and_types_means_another(owner: Owner) -> None:
    product = a_product("Teh", on_hand=pcs(24))
    owner.choose(product)
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    for key in (Key.Key_Down, Key.Key_Up):
        QTest.keyClick(form.reason, key)
    QTest.mouseClick(form.amount, Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.amount, "12")
    QTest.keyClick(form.amount, Key.Key_Return)
    assert catalogue.product(product.id).on_hand == pcs(12)


def test_a_product_is_taken_out_of_sale_and_put_back(owner: Owner, said: Said) -> None:
    product = a_product("Teh")
    owner.choose(product)
    owner.press("Deactivate")
    assert not catalogue.product(product.id).active
    assert said.deeds == ["Teh is no longer sold"]
    owner.choose(product)
    owner.press("Activate")
    assert catalogue.product(product.id).active


def test_what_is_done_while_a_cell_is_edited_is_seen_at_once(owner: Owner, said: Said) -> None:
    product = a_product("Teh", 5_000)
    catalogue.change_product(product.id, active=False)
    owner.choose(product)
    owner.table.setFocus()
    QTest.keyClick(owner.table, Key.Key_Return)
    editor = owner.editor()
    assert editor is not None
    QTest.keyClicks(editor, "61")
    owner.press("Activate")
    assert said.deeds[-1] == "Teh is sold again"
    assert owner.page.sheet.deactivate.isVisible()
    counts = [button.accessibleName() for button in owner.page.finder.filters.values()]
    assert (counts[0], counts[-1]) == ("All 1", "Inactive 0")
    assert owner.editor() is editor
    assert editor.text() == "61", "nobody takes away what is being typed"
    owner.take()
    assert catalogue.product(product.id).price == 61


def test_ctrl_z_says_what_it_takes_back_and_reaches_no_deed_of_an_earlier_visit(
    context: AppContext, said: Said, qtbot: QtBot
) -> None:
    tea, oil = a_product("Teh", on_hand=pcs(10)), a_product("Bimoli", 25_900, on_hand=pcs(3))
    main_window = MainWindow(context, lambda name: CataloguePage, "main")
    qtbot.addWidget(main_window)
    page = main_window.open("catalogue")
    main_window.show()
    qtbot.waitActive(main_window)
    assert isinstance(page, CataloguePage)
    owner = Owner(page, context, qtbot)
    owner.hear()

    def press(key: str) -> None:
        keys = key_of(key)
        QTest.keyClick(owner.table, keys.key(), keys.keyboardModifiers())
        owner.hear()

    owner.edit(1, STOCK, "7")
    main_window.open("catalogue")
    owner.edit(0, PRICE, "26300")
    owner.edit(0, STOCK, "4")
    owner.press("Deactivate")
    deeds = said.deeds[1:]
    assert len(deeds) == 3
    assert deeds[-1] == "Bimoli is no longer sold"
    for deed in reversed(deeds):
        press("Ctrl+Z")
        assert said.deeds[-1] == f"Taken back: {deed}"
        assert said.undos[-1] is None
    now = catalogue.product(oil.id)
    assert (now.price, now.on_hand, now.active) == (25_900, pcs(3), True)
    press("Ctrl+Z")
    assert main_window.notice_text() == "There is nothing left to undo."
    assert catalogue.product(tea.id).on_hand == pcs(7)


def test_what_was_closed_is_taken_up_by_ctrl_z_also_when_its_bar_is_gone(
    context: AppContext, said: Said, qtbot: QtBot
) -> None:
    """Else a late hand takes back the deed before it, which is another product's."""
    oil, tea = a_product("Bimoli", on_hand=pcs(3)), a_product("Teh", on_hand=pcs(9))
    main_window = MainWindow(context, lambda name: CataloguePage, "main")
    qtbot.addWidget(main_window)
    page = main_window.open("catalogue")
    main_window.show()
    qtbot.waitActive(main_window)
    assert isinstance(page, CataloguePage)
    owner = Owner(page, context, qtbot)
    owner.hear()

    def press(name: str) -> None:
        keys = key_of(name)
        QTest.keyClick(main_window.windowHandle(), keys.key(), keys.keyboardModifiers())
        owner.hear()

    owner.choose(oil)
    owner.press("Deactivate")
    press("Ctrl+N")
    QTest.keyClicks(main_window.focusWidget(), "Gula")
    press("Esc")
    assert owner.table.hasFocus(), "not the logo of the window"
    press("Ctrl+Z")
    name = owner.page.form.field("name")
    assert (name.isVisible(), name.hasFocus(), name.text()) == (True, True, "Gula")
    press("Esc")
    owner.choose(tea)
    owner.press("Adjust stock")
    QTest.keyClicks(main_window.focusWidget(), "12")
    press("Esc")
    owner.choose(oil)
    press("Ctrl+Z")
    form = owner.page.sheet.stock_form
    assert (form.isVisible(), form.amount.text()) == (True, "12")
    press("Return")
    assert (stock.level(tea.id), stock.level(oil.id)) == ((pcs(12), 0), (pcs(3), 0))
    assert not catalogue.product(oil.id).active, "nothing else was taken back"


# --- new products --------------------------------------------------------------------------


def test_a_new_product_is_typed_in_at_the_side(owner: Owner, said: Said) -> None:
    owner.page.start_new()
    owner.fill(
        name="Kecap Bango", price="11.000", cost="9000", barcode="8999", category="Bumbu",
        stock="12", reorder_at="6", tax_rate="11",
    )  # fmt: skip
    owner.page.form.save()
    owner.hear()
    product = product_with_code("8999")
    assert (product.price, product.cost, product.category) == (11_000, 9_000, "Bumbu")
    assert (product.on_hand, product.reorder_at, product.tax_rate) == (pcs(12), pcs(6), 1_100)
    assert owner.table.current == product
    assert said.deeds == ["Kecap Bango is in the catalogue"]


def test_a_tax_that_cannot_be_is_told_as_it_was_typed(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(sentence(error)))
    owner.page.start_new()
    owner.fill(name="Kecap", price="11000", tax_rate="110")
    field = owner.page.form.field("tax_rate")
    field.setFocus()
    QTest.keyClick(field, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told == ["\u201c110%\u201d is not possible for Tax. Nothing was changed."]
    assert owner.window.focusWidget() is field
    assert owner.names == []


def test_a_new_product_has_nothing_of_the_one_before(owner: Owner) -> None:
    eggs = a_product("Indomie", category="Mi", brand="Indomie", unit="bks")
    owner.choose(eggs)
    owner.page.edit_product()
    owner.page.new_product()
    owner.hear()
    form = owner.page.form
    left = {name: form.text_of(name) for name in ("name", "category", "brand", "unit", "price")}
    assert left == {"name": "", "category": "", "brand": "", "unit": "pcs", "price": ""}


def test_an_unknown_code_from_the_counter_opens_a_new_product_with_it(owner: Owner) -> None:
    owner.window.opened(new_code="8997000000001")
    assert owner.page.side.currentWidget() is owner.page.form
    assert owner.page.form.text_of("barcode") == "8997000000001"


def test_a_scan_shows_its_product_or_begins_a_new_one(owner: Owner) -> None:
    tea = a_product("Teh", barcodes=["8991"])
    owner.hear()
    owner.window.scanned("8991")
    owner.hear()
    assert owner.table.current == tea
    owner.window.scanned("8990000")
    assert owner.page.form.text_of("barcode") == "8990000"
    owner.window.scanned("8990001")  # the form is open: the code belongs to it
    assert owner.page.form.text_of("barcode") == "8990001"
    with pytest.raises(CodeTaken):
        owner.window.scanned("8991")
    assert owner.page.form.text_of("barcode") == "8990001"


def test_goods_for_nothing_are_asked_about_once(owner: Owner, said: Said) -> None:
    owner.page.start_new()
    owner.fill(name="Kalender", price="0")
    QTest.keyClick(owner.page.form, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said.notices == ["The price is Rp0. Save once more if it costs nothing."]
    with pytest.raises(UnknownCode):
        product_with_code("P00001")
    QTest.keyClick(owner.page.form, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    owner.hear()
    assert owner.names == ["Kalender"]


@pytest.mark.parametrize(
    ("code", "is_odd"), [("abc def!", True), ("ABC-12/3", False), ("", False), ("899100", False)]
)
def test_an_odd_barcode_is_told_while_it_is_typed(owner: Owner, code: str, is_odd: bool) -> None:
    owner.page.start_new()
    QTest.keyClicks(owner.page.form.field("barcode"), code)
    texts = [x.text() for x in owner.page.form.findChildren(WholeLabel) if x.isVisible()]
    assert texts == ["A barcode has no blanks and no such signs: mistyped?"] * is_odd


def test_a_scan_means_what_it_means_at_the_counter(owner: Owner, said: Said) -> None:
    tea = a_product("Teh", barcodes=["8991002101630"])
    placed = orders.place(cart_of(tea)).value
    owner.hear()
    owner.window.scanned("]C10108991002101630" + "10LOT7")
    owner.hear()
    assert owner.table.current.name == "Teh"
    owner.window.scanned(tickets.code(placed.day, placed.number))
    assert said.opened == [("order_history", {"order_id": placed.id})]
    owner.window.scanned("]C1010899700000000510LOT8")
    assert owner.page.form.text_of("barcode") == "8997000000005"
    with pytest.raises(BrokenCheckDigit):
        owner.window.scanned("8997000000004")
    assert owner.page.form.text_of("barcode") == "8997000000005", "a misread label is no barcode"


def test_a_label_scanned_while_a_product_is_edited_becomes_its_barcode(
    owner: Owner, said: Said
) -> None:
    tea = a_product("Teh")
    owner.hear()
    owner.page.side.setCurrentWidget(owner.page.form)
    owner.page.form.start_edit(tea)
    owner.window.scanned("8997000000005")
    assert [code.code for code in catalogue.sheet(tea.id).codes] == ["8997000000005"]
    owner.window.scanned("8997000000005")
    assert said.deeds == ["Barcode 8997000000005 now belongs to Teh"], "once is enough"


def test_a_form_that_cannot_be_saved_stays_as_it_is(owner: Owner) -> None:
    owner.page.start_new()
    owner.fill(name="Kecap", price="")
    with pytest.raises(TextMissing):
        owner.page.form.save()
    assert owner.page.form.text_of("name") == "Kecap"
    owner.page.form.cancel()
    with pytest.raises(UnknownCode):
        product_with_code("P00001")


def test_every_fact_of_a_product_can_be_edited(owner: Owner) -> None:
    product = a_product("Teh", 5_000, tax_rate=1_100, reorder_at=pcs(1200))
    owner.choose(product)
    owner.page.edit_product()
    assert owner.page.form.text_of("reorder_at") == "1200"
    owner.page.form.save()  # nothing was changed: nothing changes
    assert catalogue.product(product.id) == product
    owner.page.edit_product()
    owner.fill(brand="Sosro", sku="T1", reorder_at="")
    owner.page.form.save()
    now = catalogue.product(product.id)
    assert (now.brand, now.sku, now.reorder_at, now.tax_rate) == ("Sosro", "T1", None, 1_100)


# --- the window ----------------------------------------------------------------------------


def test_tab_goes_from_the_search_over_the_buttons_into_the_table(owner: Owner) -> None:
    a_product("Teh")
    owner.hear()
    owner.page.finder.take_focus()
    seen: list[str] = []
    while owner.window.focusWidget() is not owner.table and len(seen) < 20:
        seen.append(owner.window.focusWidget().accessibleName())
        owner.window.focusNextChild()
    assert seen == [
        "Name, code or barcode", "All 1", "Low stock 0", "Out of stock 0", "Inactive 0", "Import",
        "Export", "Copy prices for customers", "New product",
    ]  # fmt: skip


def test_another_language_finds_the_same_product_again(owner: Owner, context: AppContext) -> None:
    for name in ("Aqua", "Beras", "Teh"):
        product = a_product(name)
    owner.choose(product)
    other = CataloguePage(context)
    owner.qtbot.addWidget(other)
    other.show()
    other.restore_state(owner.window.save_state())
    owner.qtbot.waitUntil(lambda: other.products.table.current == product)


@pytest.mark.parametrize(("mark", "cell"), [(".", ",2.5,"), (",", ";2,5;")])
def test_the_catalogue_is_written_to_a_file_that_is_known_again(
    owner: Owner, context: AppContext, said: Said, tmp_path: Path, mark: str, cell: str
) -> None:
    """With the marks of the owner's spreadsheet."""
    a_product("Teh", unit="kg", barcodes=["8991"], on_hand=2_500)
    path = tmp_path / "katalog.csv"
    context.format.decimal_mark = mark
    owner.window.products.copies.export_to(str(path))
    assert cell in path.read_text("utf-8-sig")
    assert said.deeds[-1] == "The catalogue is in katalog.csv"
    seen = catalogue_import.preview(path)
    assert (seen.format, seen.to_write, len(seen.rows)) == ("botbelanja", 0, 1)


def test_every_control_has_a_name(owner: Owner) -> None:
    product = a_product("Teh", barcodes=["8991"])
    catalogue.add_alias(product.id, "es teh")
    owner.choose(product)
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in owner.window.findChildren(kind)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not isinstance(widget.parent(), QComboBox)
        and widget.metaObject().className() != "QTableCornerButton"
    ]
    assert nameless == []


def test_the_window_is_freed_when_it_is_closed(context: AppContext) -> None:
    a_product("Teh")
    window = CataloguePage(context)
    window.show()
    window.refresh()
    alive = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert alive() is None


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("1.500", "4.5 \u2192 1.5 kg"), ("1500", "4.5 \u2192 1,500 kg"), ("1,500", ""),
     ("1,500.5", "4.5 \u2192 1,500.5 kg"), ("500 g", "4.5 \u2192 0.5 kg")],
)  # fmt: skip
def test_what_was_understood_stands_beside_a_count(
    owner: Owner, typed: str, understood: str
) -> None:
    owner.choose(a_product("Gula", unit="kg", on_hand=pcs(4.5)))
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    QTest.keyClicks(form.amount, typed)
    assert form.outcome.text() == understood
    if not understood:
        with pytest.raises(UnclearNumber):  # as everywhere else where an amount is typed
            form.save()


def test_a_stock_form_closed_by_esc_is_taken_up_again(owner: Owner, said: Said) -> None:
    owner.choose(a_product("Bimoli", on_hand=pcs(3)))
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    QTest.keyClicks(form.amount, "12")
    QTest.keyClick(form.amount, Key.Key_Escape)
    assert not form.isVisible()
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert (form.isVisible(), form.amount.text()) == (True, "12")
    QTest.keyClick(form.reason, Key.Key_Down)
    assert form.amount.text() == "12"


@pytest.mark.parametrize(
    ("typed", "refusal"), [("", TextMissing), ("many", NotANumber), ("12 btl", OtherUnit)]
)
def test_an_amount_that_is_none_is_marked_in_the_stock_form(
    owner: Owner, errors: list[Any], typed: str, refusal: type[Exception]
) -> None:
    owner.choose(a_product("Gula", unit="kg", on_hand=pcs(3)))
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    QTest.keyClick(form.amount, Key.Key_Delete)
    QTest.keyClicks(form.amount, typed)
    QTest.keyClick(form.amount, Key.Key_Return)
    assert errors == [refusal]
    assert form.isVisible()
    assert form.amount.property("wrong")


def test_half_a_piece_is_no_stock(owner: Owner, errors: list[Any]) -> None:
    for unit, after in (("kg", 1_500), ("pcs", 3_000)):
        product = a_product(f"Gula {unit}", unit=unit, on_hand=pcs(3))
        owner.choose(product)
        owner.press("Adjust stock")
        form = owner.page.sheet.stock_form
        QTest.keyClick(form.amount, Key.Key_Delete)
        QTest.keyClicks(form.amount, "1.5")
        QTest.keyClick(form.amount, Key.Key_Return)
        assert catalogue.product(product.id).on_hand == after
    assert errors == [NotInParts]
    assert form.amount.property("wrong")


def test_a_form_in_which_nothing_was_typed_is_closed_without_a_word(
    owner: Owner, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words that are in use come a moment later, as they do in the shop."""
    a_product("Teh", 5_000, category="Minuman")
    asked: list[tuple[Any, ...]] = []
    with monkeypatch.context() as later:
        later.setattr(owner.context.background, "ask", lambda *of, **more: asked.append(of))
        QTest.keyClick(owner.window, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for question, then, *_ in asked:
        then(question())
    form = owner.page.form
    assert form.isVisible()
    QTest.keyClick(form.focusWidget(), Key.Key_Escape)
    assert not form.isVisible()
    assert said.deeds == []


def test_goods_received_are_added_to_what_is_there_by_then(owner: Owner, said: Said) -> None:
    """A counter sells while the delivery is typed in."""
    product = a_product("Bimoli", on_hand=pcs(10))
    owner.choose(product)
    owner.press("Adjust stock")
    form = owner.page.sheet.stock_form
    form.reason.setCurrentIndex(1)
    QTest.keyClick(form.amount, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(form.amount, "12")
    stock.adjust(product.id, pcs(7))
    owner.hear()
    QTest.keyClick(form.amount, Key.Key_Return)
    assert stock.level(product.id) == (pcs(19), 0)
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert stock.level(product.id) == (pcs(7), 0)


def test_a_form_opens_at_its_top_again(owner: Owner) -> None:
    owner.window.resize(1280, 480)
    owner.page.start_new()
    owner.page.form.choice("stock_policy").setFocus()
    bar = owner.page.form.findChildren(ScrollArea)[0].verticalScrollBar()
    owner.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    owner.page.form.cancel()
    owner.page.start_new()
    assert bar.value() == 0


@pytest.mark.parametrize("height", [743, 640])
def test_the_stock_of_a_product_with_a_long_name_is_saved_in_sight(
    qapp: QApplication, shop: Shop, qtbot: QtBot, height: int
) -> None:
    name = "Minyak Goreng Bimoli Spesial Pouch Isi Ulang Kemasan Besar 2 liter"
    product = a_product(name, on_hand=5_000, barcodes=["8991002101234"])
    application = Application(qapp, shop, None, "id", "light", immediate=True)
    window = application.start("catalogue", product_id=product.id)
    window.resize(1280, height)
    page = window.page.products  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.sheet.isVisible() and page.sheet.adjust.isVisible())
    page.sheet.adjust.setFocus()
    QTest.keyClick(page.sheet.adjust, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.sheet.stock_form.isVisible())
    save = page.sheet.stock_form.save_button
    for _ in range(20):  # until all is laid out
        qapp.processEvents()
    assert save.mapTo(window, save.rect().bottomLeft()).y() < height
    application.close()
