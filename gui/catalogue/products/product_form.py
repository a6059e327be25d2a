"""The facts of a product to be filled in: a new one, or one that is there."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.catalogue.commands import CatalogueCommands, broken_text
from gui.catalogue.products.number_fields import (
    count_to_type,
    money_to_type,
    read_count,
    read_money,
)
from gui.input.text_fields import LONGEST, for_numbers
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card, Line
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.draft import Draft, Values
from gui.widgets.fields.form import mark_wrong, point_out
from gui.widgets.text.labels import Label, WholeLabel
from models.amounts import ONE
from models.catalogue import catalogue_listing
from models.catalogue.catalogue import Product
from models.catalogue.product_fields import STOCK_POLICIES
from models.errors import BadChoice, BrokenCheckDigit, CodeTaken, ShopError, TextMissing
from models.formats.check_digits import is_broken
from models.journal import rights
from models.search.scanned_codes import Scan

#: What a product cannot be without.
_NEEDED = ("name", "price")
#: Letters, digits and signs that stand in the codes of goods.
_USUAL_CODE = re.compile(r"[0-9A-Za-z./_-]*")


class ProductForm(Card):
    """Stands where the product's sheet stood; `saved` carries the product's id."""

    saved = Signal(int)
    cancelled = Signal()

    def __init__(self, context: AppContext, deeds: CatalogueCommands) -> None:
        super().__init__(context.theme)
        self._context = context
        self._deeds = deeds
        self._product: Product | None = None
        self.draft = Draft(deeds.keep, self)
        self._given_up: tuple[str, Values] = ("", ())
        self._is_free = False  # somebody was asked whether it costs nothing
        theme = context.theme
        self._title = Label(theme, "", "title")
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._cells: dict[str, QWidget] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(8))
        self._lay_out_fields(column)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        head.addWidget(self._title, 1)
        self._approval = Label(theme, self.tr("An owner approves it"), "second", "text_muted")
        head.addWidget(self._approval)
        whole.addLayout(head)
        whole.addWidget(Line(theme))
        whole.addWidget(ScrollArea(inside, sideways=False), 1)
        whole.addWidget(Line(theme))
        whole.addLayout(self._foot())

    # --- filling in ------------------------------------------------------------------------

    def start_new(self, code: str = "") -> None:
        """An empty form; `code` is the barcode that nobody knew.

        If the form for this very code was given up, what was typed then stands in it.
        """
        self._product = None
        self._title.set_text(self.tr("New product"))
        for name in self._fields:
            if name != "stock_policy":
                self._set(name, "")
        self._choose("stock_policy", "allow")
        self.field("unit").setText("pcs")
        self._ask_words()
        self.field("barcode").setText(code)
        self._begin(is_new=True)
        if code and code == self._given_up[0]:
            self.draft.put_back(self._given_up[1])

    def start_edit(self, product: Product) -> None:
        """The form with a product's facts in it."""
        self._product = product
        words = self._context.format
        self._title.set_text(self.tr("Edit product"))
        for name in ("name", "sku", "unit", "category", "brand"):
            self._set(name, getattr(product, name))
        self._set("price", money_to_type(product.price, words))
        self._set("cost", money_to_type(product.cost, words))
        self._set("reorder_at", count_to_type(product.reorder_at, words))
        self._set("tax_rate", count_to_type(product.tax_rate * 10, words))
        self._choose("stock_policy", product.stock_policy)
        self._ask_words()
        self._begin(is_new=False)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def product(self) -> Product | None:
        """The product that is changed, None for a new one."""
        return self._product

    @property
    def code(self) -> str:
        """The barcode as it stands there."""
        return self.text_of("barcode")

    def take_scan(self, scan: Scan) -> None:
        """A label was scanned while the form is open: it belongs to this product.

        Raises `CodeTaken` when it belongs to another one.
        """
        if scan.product is not None:
            if self._product is None or scan.product.id != self._product.id:
                raise CodeTaken(scan.code, scan.product.name)
        elif self._product is None:
            self.field("barcode").setText(scan.code)
        else:
            self._deeds.add_barcode(self._product, scan.code, ONE)

    def save(self) -> None:
        """Stores what was typed; errors fly, and the form stays with the field marked."""
        self._refuse_gaps()
        facts = self._facts()
        if facts["price"] == 0 and not self._is_free:
            self._is_free = True
            point_out(self._fields["price"])
            self._context.notice(self.tr("The price is Rp0. Save once more if it costs nothing."))
        elif self._product is None:
            self._deeds.add(facts, self._stored, self._refused)
        else:
            self._deeds.change(self._product, facts, self._stored, self._refused)

    def _stored(self, product: Product) -> None:
        self.saved.emit(product.id)

    def _refused(self, error: ShopError) -> None:
        self._point_at(error)
        raise error

    def cancel(self) -> None:
        if self._product is None:
            self._given_up = (self.code, self.draft.values())
        self.cancelled.emit()

    # --- inside ----------------------------------------------------------------------------

    def _begin(self, is_new: bool) -> None:
        self._is_free = self._product is not None and self._product.price == 0
        for name in ("barcode", "stock"):
            self._cells[name].setVisible(is_new)
        for field in self._fields.values():
            mark_wrong(field, False)
        deed = "catalogue.add_product" if is_new else "catalogue.change_product"
        self._approval.setVisible(not rights.standing().may(deed))
        self.field("name").setFocus()
        self.field("name").selectAll()
        self.draft.begin()

    def _refuse_gaps(self) -> None:
        """Every field that is missing is marked. Raises `TextMissing` for the first one."""
        missing = [name for name in _NEEDED if not self.text_of(name)]
        for name in reversed(missing):
            point_out(self._fields[name])
        if missing:
            raise TextMissing(missing[0])

    def _point_at(self, error: ShopError) -> None:
        """Marks the field that an error is about, if it is about one."""
        name = getattr(error, "field", "")
        if isinstance(error, CodeTaken | BrokenCheckDigit):
            name = "barcode" if error.code == self.text_of("barcode") else "sku"
        if name in self._fields:
            point_out(self._fields[name])

    def _number(self, name: str, read: Callable[[str], int | None]) -> int | None:
        try:
            return read(self.text_of(name))
        except ShopError:
            point_out(self._fields[name])
            raise

    def _tax_rate(self, text: str) -> int:
        """In hundredths of a per cent. Raises `BadChoice` with what was typed."""
        rate = (read_count(text, self._context.format, "%") or 0) // 10
        if not 0 <= rate <= 10_000:
            raise BadChoice("tax_rate", f"{text.strip()}%")
        return rate

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {
            name: self.text_of(name) for name in ("name", "sku", "unit", "category", "brand")
        }
        if self._product is not None and not facts["sku"]:
            del facts["sku"]
        money = partial(read_money, words=self._context.format)
        count = partial(read_count, words=self._context.format, unit=facts["unit"])
        for name in ("price", "cost"):
            facts[name] = self._number(name, money)
        facts["reorder_at"] = self._number("reorder_at", count) or None
        facts["tax_rate"] = self._number("tax_rate", self._tax_rate)
        facts["stock_policy"] = STOCK_POLICIES[self.choice("stock_policy").currentIndex()]
        if self._product is None:
            code = self.text_of("barcode")
            facts["barcodes"] = (code,) if code else ()
            facts["on_hand"] = self._number("stock", count)
        return facts

    def _lay_out_fields(self, column: QVBoxLayout) -> None:
        rows = (
            (("name", self.tr("Name")),),
            (("price", self.tr("Price")), ("cost", self.tr("Cost"))),
            (("barcode", self.tr("Barcode")), ("sku", self.tr("Code"))),
            (("unit", self.tr("Unit")), ("category", self.tr("Category"))),
            (("brand", self.tr("Brand")), ("tax_rate", self.tr("Tax in %"))),
            (("stock", self.tr("On the shelf")), ("reorder_at", self.tr("Reorder level"))),
            (("stock_policy", self.tr("When stock runs out")),),
        )
        px = self._context.theme.px
        self._doubt = WholeLabel(
            self._context.theme, broken_text(), "second", "on_warn_soft", "alert"
        )
        self._doubt.hide()
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(px(12))
            for name, text in row:
                self._fields[name] = field = self._field(name)
                field.setAccessibleName(text)
                self._cells[name] = cell = QWidget()
                stack = QVBoxLayout(cell)
                stack.setContentsMargins(0, 0, 0, 0)
                stack.setSpacing(px(4))
                stack.addWidget(Label(self._context.theme, text, "second", "text_muted"))
                stack.addWidget(field)
                line.addWidget(cell, 4 if name == "barcode" else 3)  # 13 digits in sight
            column.addLayout(line)
            if row[0][0] == "barcode":
                column.addWidget(self._doubt)
        for name in self._fields:
            if name != "stock_policy":
                self.field(name).returnPressed.connect(self._go_on)
        self.field("barcode").textChanged.connect(self._doubt_code)
        self.field("sku").setPlaceholderText(self.tr("next free one"))
        self.field("stock").setPlaceholderText(self.tr("not counted"))
        self.field("reorder_at").setPlaceholderText(self.tr("no reminder"))

    def _go_on(self) -> None:
        """Enter: to the next field."""
        self.focusNextChild()

    def _doubt_code(self, code: str) -> None:
        plain = code.strip()
        odd = self.tr("A barcode has no blanks and no such signs: mistyped?")
        is_usual = _USUAL_CODE.fullmatch(plain) is not None
        self._doubt.set_text(broken_text() if is_usual else odd)
        self._doubt.setVisible(is_broken(plain) or not is_usual)

    def _field(self, name: str) -> QLineEdit | QComboBox:
        if name == "stock_policy":
            box = ChoiceBox()
            box.addItems([self.tr("Allow"), self.tr("Warn"), self.tr("Block")])
            return box
        if name in ("category", "unit", "brand"):
            box = ChoiceBox(editable=True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(4)
            return box
        field = QLineEdit(maxLength=LONGEST)
        if name in ("price", "cost", "stock", "reorder_at", "tax_rate"):
            for_numbers(field)
        return field

    def _ask_words(self) -> None:
        self._context.background.ask(catalogue_listing.words_in_use, self._offer_words, owner=self)

    def _offer_words(self, used: dict[str, list[str]]) -> None:
        for name, words in used.items():
            box, typed = self.choice(name), self.text_of(name)
            box.clear()
            box.addItems(words)
            box.setEditText(typed)
            self.field(name).setCursorPosition(0)

    def _foot(self) -> QHBoxLayout:
        px = self._context.theme.px
        actions, theme = self._context.actions, self._context.theme
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(12), px(16), px(12))
        foot.setSpacing(px(8))
        for command, handler, kind in (
            ("catalogue.cancel", self.cancel, "normal"),
            ("catalogue.save", self.save, "primary"),
        ):
            button = ActionButton(theme, actions.bind(self, command, handler), kind, "")
            foot.addWidget(button, 1)
        return foot

    def field(self, name: str) -> QLineEdit:
        field = self._fields[name]
        if isinstance(field, QComboBox):
            line = field.lineEdit()
            assert line is not None
            return line
        return field

    def choice(self, name: str) -> QComboBox:
        box = self._fields[name]
        assert isinstance(box, QComboBox)
        return box

    def text_of(self, name: str) -> str:
        return self.field(name).text().strip()

    def _set(self, name: str, text: str) -> None:
        self.field(name).setText(text)

    def _choose(self, name: str, value: str) -> None:
        self.choice(name).setCurrentIndex(STOCK_POLICIES.index(value))
