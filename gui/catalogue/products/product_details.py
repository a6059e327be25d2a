"""Everything about the product that is chosen: prices, other names, codes, stock."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.catalogue.commands import CatalogueCommands
from gui.catalogue.products.detail_lists import MovementList, PriceList
from gui.catalogue.products.number_fields import read_count
from gui.catalogue.products.price_chart import PriceChart
from gui.catalogue.products.stock_form import StockForm
from gui.catalogue.products.tags import Tags
from gui.shell.action_button import ActionButton, IconButton
from gui.shell.app_context import AppContext
from gui.shell.sign_in.window_lock import belongs_to
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card, Line
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from models.amounts import ONE
from models.catalogue.catalogue import Code, Sheet
from models.catalogue.learned import Answer
from models.print_spool import PrintRequest
from models.search.scanned_codes import Scan


class ProductDetails(Card):
    """The card at the side. `edit_wanted` asks for the form in its place."""

    edit_wanted = Signal()

    def __init__(self, context: AppContext, deeds: CatalogueCommands) -> None:
        super().__init__(context.theme)
        self._context = context
        self._deeds = deeds
        self.sheet: Sheet | None = None
        theme = context.theme
        self.codes = Label(theme, "", "second", "text_faint")
        self._state = Chip(theme)
        self.name = Words(wordWrap=True)
        self.name.setFont(theme.letters(18, 700))
        self._kind = Label(theme, "", "second", "text_muted")
        self._chart = PriceChart(theme, context.format)
        self._prices = PriceList(context)
        self.aliases = Tags(
            theme, self.tr("Add"), self.tr("Another name"), self.tr("Forget \u201c{word}\u201d")
        )
        self.aliases.added.connect(self._add_alias)
        self.aliases.removed.connect(self._remove_alias)
        self.answers = Tags(
            theme,
            self.tr("Add"),
            self.tr("Another name"),
            self.tr("Forget \u201c{word}\u201d"),
            can_add=False,
        )
        self.answers.removed.connect(self._forget_answer)
        self.barcodes = Tags(
            theme, self.tr("Add"), self.tr("Barcode, or 40*barcode"), self.tr("Remove {word}")
        )
        self.barcodes.added.connect(self._add_barcode)
        self.barcodes.removed.connect(self._remove_barcode)
        belongs_to(self.aliases, "catalogue.add_alias")
        belongs_to(self.answers, "learned.forget")
        belongs_to(self.barcodes, "catalogue.add_barcode")
        self._movements = MovementList(context)
        self.stock_form = StockForm(context, deeds)
        self.stock_form.closed.connect(self._close_stock)
        self.stock_form.hide()
        self._lay_out()

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows a product as it is now."""
        if self.sheet is None or self.sheet.product.id != sheet.product.id:
            self.aliases.close_field()
            self.barcodes.close_field()
            self._close_stock()
        self.sheet = sheet
        product = sheet.product
        codes = [product.sku, *(code.code for code in sheet.codes[:1])]
        self.codes.set_text(" \u00b7 ".join(dict.fromkeys(codes)))
        self._state.show_badge(
            Badge(self.tr("Active"), "ready", "check")
            if product.active
            else Badge(self.tr("Inactive"), "neutral", "eye-off-outline")
        )
        self.name.setText(product.name)
        kind = [part for part in (product.category, product.brand, product.unit) if part]
        self._kind.set_text(" \u00b7 ".join(kind))
        self._chart.show_sheet(sheet)
        self._prices.show_prices(sheet.prices)
        self.aliases.show_words([(phrase, phrase) for phrase in sheet.aliases])
        answers = [self._answer_text(answer) for answer in sheet.answers]
        self.answers.show_words([(text, text) for text in answers])
        self.barcodes.show_words([(code.code, self._code_text(code)) for code in sheet.codes])
        self._movements.show_stock(product, sheet.movements)
        self._star.set_icon("star-outline" if product.favourite is None else "star")
        self.deactivate.setVisible(product.active)
        self._activate.setVisible(not product.active)

    def _answer_text(self, answer: Answer) -> str:
        """`bear brand · dus = 30`: the words, the unit, what one of it comes to."""
        text = " \u00b7 ".join(part for part in (answer.phrase, answer.unit) if part)
        if answer.quantity is None:
            return text
        return f"{text} = {self._context.format.quantity(answer.quantity)}"

    def _code_text(self, code: Code) -> str:
        if code.quantity == ONE:
            return code.code
        return f"{self._context.format.quantity(code.quantity)} \u00d7 {code.code}"

    @property
    def is_adjusting(self) -> bool:
        """Whether the form for the stock is open."""
        return self.stock_form.isVisibleTo(self)

    def adjust_stock(self) -> None:
        if self.sheet is not None:
            self._buttons.hide()
            self.stock_form.show()
            self.stock_form.start(self.sheet.product)

    def take_scan(self, scan: Scan) -> None:
        """A label was scanned into the field of the barcodes, perhaps behind `40*`."""
        before, star, _ = self.barcodes.field.text().partition("*")
        self.barcodes.field.setText(f"{before}*{scan.code}" if star else scan.code)
        self.barcodes.take()

    # --- verbs -----------------------------------------------------------------------------

    def _edit(self) -> None:
        if self.sheet is not None:
            self.edit_wanted.emit()

    def _print_labels(self) -> None:
        """How many is asked where the paper is shown."""
        if self.sheet is not None:
            self._context.print(
                PrintRequest("labels", labels=((self.sheet.product.id, 1),)), preview=True
            )

    def _deactivate_product(self) -> None:
        if self.sheet is not None:
            self._deeds.set_active(self.sheet.product, False)

    def _turn_favourite(self) -> None:
        if self.sheet is not None:
            self._deeds.turn_favourite(self.sheet.product)

    def _activate_product(self) -> None:
        if self.sheet is not None:
            self._deeds.set_active(self.sheet.product, True)

    def _add_alias(self, phrase: str) -> None:
        if self.sheet is not None:
            self._deeds.add_alias(self.sheet.product, phrase)

    def _remove_alias(self, phrase: str) -> None:
        if self.sheet is not None:
            self._deeds.remove_alias(self.sheet.product, phrase)

    def _forget_answer(self, text: str) -> None:
        if self.sheet is not None:
            answer = next(a for a in self.sheet.answers if self._answer_text(a) == text)
            self._deeds.forget_answer(self.sheet.product, answer)

    def _add_barcode(self, typed: str) -> None:
        """`8991234` is one piece, `40*8991234` a carton of forty."""
        if self.sheet is None:
            return
        before, star, code = typed.partition("*")
        unit = self.sheet.product.unit
        quantity = read_count(before, self._context.format, unit) if star else ONE
        code = (code if star else typed).strip()
        self._deeds.add_barcode(self.sheet.product, code, quantity or ONE)

    def _remove_barcode(self, code: str) -> None:
        if self.sheet is None:
            return
        self._deeds.remove_barcode(self.sheet.product, code)

    def _close_stock(self) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.stock_form.isAncestorOf(focus)
        self.stock_form.hide()
        self._buttons.show()
        if had_focus:
            self.adjust.setFocus()

    # --- building --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        months = self.tr("12 months")
        for title, hint, parts in (
            (self.tr("Price history"), months, (self._chart, self._prices)),
            (self.tr("Other names"), "", (self.aliases,)),
            (self.tr("Learned"), self.tr("from shopping lists"), (self.answers,)),
            (self.tr("Barcodes"), "", (self.barcodes,)),
            (self.tr("Stock movements"), "", (self._movements,)),
        ):
            column.addWidget(Line(theme))
            column.addLayout(self._section(title, hint, parts))
        column.addStretch(1)
        whole.addWidget(ScrollArea(inside, sideways=False), 1)
        whole.addWidget(Line(theme, "border"))
        self._buttons = QWidget()
        foot = QHBoxLayout(self._buttons)
        foot.setContentsMargins(px(16), px(12), px(16), px(12))
        foot.setSpacing(px(8))
        self.adjust = self._action("catalogue.stock", self.adjust_stock)
        self.deactivate = self._action("catalogue.deactivate", self._deactivate_product)
        self._activate = self._action("catalogue.activate", self._activate_product)
        for button in (self.adjust, self.deactivate, self._activate):
            button.set_centred()
            foot.addWidget(button, 1)
        whole.addWidget(self._buttons)
        whole.addWidget(self.stock_form)

    def _head(self) -> QVBoxLayout:
        px = self._context.theme.px
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(16), px(16), px(16))
        head.setSpacing(px(4))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.codes, 1)
        top.addWidget(self._state)
        head.addLayout(top)
        title = QHBoxLayout()
        title.setSpacing(px(4))
        title.addWidget(self.name, 1)
        self._star = self._small_button("catalogue.favourite", self._turn_favourite)
        for button in (
            self._star,
            self._small_button("catalogue.labels", self._print_labels),
            self._small_button("catalogue.edit", self._edit),
        ):
            title.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(title)
        head.addWidget(self._kind)
        return head

    def _small_button(self, command: str, handler: Callable[[], object]) -> Button:
        action = self._context.actions.bind(self, command, handler)
        button = IconButton(self._context.theme, action, "quiet")
        button.set_height(32)
        return button

    def _section(self, title: str, hint: str, parts: tuple[QWidget, ...]) -> QVBoxLayout:
        theme, px = self._context.theme, self._context.theme.px
        section = QVBoxLayout()
        section.setContentsMargins(px(16), px(12), px(16), px(12))
        section.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(Label(theme, title, "body_strong"), 1)
        if hint:
            head.addWidget(Label(theme, hint, "second", "text_faint"))
        section.addLayout(head)
        for part in parts:
            section.addWidget(part)
        return section

    def _action(self, command: str, handler: object) -> ActionButton:
        return ActionButton(self._context.theme, self._context.actions.bind(self, command, handler))  # type: ignore[arg-type]
