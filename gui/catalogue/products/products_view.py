"""The products: found by words or filters, changed in their cells, one of them open at the side."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.catalogue.commands import CatalogueCommands
from gui.catalogue.products.catalogue_copies import CatalogueCopies
from gui.catalogue.products.empty_products import EmptyProducts
from gui.catalogue.products.filter_bar import FilterBar
from gui.catalogue.products.number_fields import read_count, read_money
from gui.catalogue.products.product_columns import COST, NAME, PRICE, STOCK
from gui.catalogue.products.product_details import ProductDetails
from gui.catalogue.products.product_form import ProductForm
from gui.catalogue.products.product_table import ProductTable
from gui.shell.action_button import ActionButton, IconButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.beside import Beside
from gui.widgets.containers.card import Card
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.flow import Steady, SteadyStack, in_a_flow
from gui.widgets.rows.following import Following
from models.catalogue import catalogue, catalogue_listing
from models.catalogue.catalogue import Product, Sheet
from models.errors import TextMissing, UnknownCode
from models.search import scanned_codes
from models.settings import preferences

_SHEET_WIDTH = 336


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the list should show."""

    filter: str = "all"
    text: str = ""
    order: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class _Listed:
    asked: _Asked
    ids: list[int]
    counts: dict[str, int]
    tax_included: bool


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    products: list[Product]


def _list(asked: _Asked) -> _Listed:
    tax_included = preferences.get(preferences.PRICES_INCLUDE_TAX)
    ids = catalogue_listing.listing(
        asked.filter, asked.text, order=asked.order, descending=asked.descending,
        tax_included=tax_included,
    )  # fmt: skip
    return _Listed(asked, ids, catalogue_listing.counts(), tax_included)


def _read_page(number: int, ids: list[int]) -> _Page:
    return _Page(number, catalogue_listing.page(ids))


class ProductsView(Steady):
    """`start_import` is what Ctrl+I does."""

    def __init__(
        self, context: AppContext, deeds: CatalogueCommands, start_import: Callable[[], object]
    ) -> None:
        super().__init__()
        self._context = context
        self._deeds = deeds
        self._asked = _Asked()
        self._wanted: int | None = None  # a product to be made current when it is listed
        self._waiting = False  # another list came while a cell was being edited
        self._for_counter = False  # a customer waits there for the new product
        theme = context.theme
        self.finder = FilterBar(context)
        self.finder.asked.connect(self._find)
        self.finder.done.connect(self.into_table)
        self.table = ProductTable(context)
        self.table.paged.page_wanted.connect(self._ask_page)
        self.table.paged.edited.connect(self._edited)
        self.table.typed.connect(self.finder.type)
        self.table.ordered.connect(self._order)
        self.table.rested.connect(self._rested)
        self.sheet = ProductDetails(context, deeds)
        self.following = Following(
            self, self.sheet, context.background, self._meant, self._shown, catalogue.sheet,
            self._show_sheet,
        )  # fmt: skip
        self.table.moved.connect(self.following.soon)
        self.sheet.edit_wanted.connect(self.edit_product)
        self.sheet.stock_form.reopened.connect(self._adjust)
        self.form = ProductForm(context, deeds)
        self.form.saved.connect(self._form_saved)
        self.form.cancelled.connect(self._give_up_form)
        self._nothing = Card(theme)
        hint = self.tr("The chosen product is shown here")
        QVBoxLayout(self._nothing).addWidget(EmptyState(theme, "tag-outline", "", hint))
        self.side = SteadyStack()
        self._lay_out(start_import)

    # --- what one can do -------------------------------------------------------------------

    def refresh(self) -> None:
        """Asks for the list, and for the product at the side."""
        self._context.background.ask(partial(_list, self._asked), self._show_list, owner=self)

    def into_table(self) -> None:
        """Down or Enter in the search: the first hit."""
        if self.table.paged.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.go_to_id(None)
            self.table.setFocus()

    def save_state(self) -> object:
        """The product under the cursor, and the form that is open beside it."""
        form = self.form if self.side.currentWidget() is self.form else None
        is_adjusting = form is None and self.sheet.is_adjusting
        product = self._shown() if is_adjusting else self.table.current_id
        if form and form.product:
            product = form.product.id
        new_code = form.code if form and form.product is None else None
        return product, form is not None, new_code, self._for_counter, is_adjusting

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        product, has_form, new_code, for_counter, is_adjusting = carried
        if product is not None:
            self.show_product(product)
            self._show_sheet(catalogue.sheet(product))
        if new_code is not None:
            self.start_new(new_code, for_counter)
        elif has_form:
            self.edit_product()
        elif is_adjusting:
            self.sheet.adjust_stock()

    def start_new(self, code: str = "", for_counter: bool = False) -> None:
        """An empty product at the side, perhaps with the barcode nobody knew.

        `for_counter`: it goes into the cart there when it is saved.
        """
        self._for_counter = for_counter
        self.side.setCurrentWidget(self.form)
        self.form.start_new(code)

    def new_product(self) -> None:
        """Ctrl+N: an empty form."""
        self.start_new()

    def show_product(self, product_id: int) -> None:
        """Brings one product to the front, whatever was listed."""
        self._wanted = product_id
        product = catalogue.product(product_id)
        self.following.soon()
        self.finder.clear("all" if product.active else "inactive")
        self._close_form()

    def scanned(self, code: str) -> None:
        """A label: its product is shown; an unknown one can be added at once."""
        scan = scanned_codes.read(code)
        if scan.order_id is not None:
            self._context.open("order_history", order_id=scan.order_id)
        elif scan.percent:
            raise UnknownCode(scan.code)
        elif self.side.currentWidget() is self.form:
            self.form.take_scan(scan)
        elif self.sheet.barcodes.field.hasFocus():
            self.sheet.take_scan(scan)
        elif self.sheet.is_adjusting and self.sheet.stock_form.draft.is_touched:
            self._context.notice(self.tr("First save the stock, or leave it by Esc"))
        elif scan.product is not None:
            self.show_product(scan.product.id)
        else:
            self.start_new(scan.code)

    # --- the list --------------------------------------------------------------------------

    def _find(self, filter_: str, text: str) -> None:
        if text != self._asked.text:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.table.paged.index(-1, -1))
        self._asked = replace(self._asked, filter=filter_, text=text)
        self.refresh()

    def _order(self, order: str, descending: bool) -> None:
        self._asked = replace(self._asked, order=order, descending=descending)
        self.refresh()

    def _show_list(self, listed: _Listed) -> None:
        if listed.asked != self._asked:
            return  # another question is on its way
        self.finder.show_counts(listed.counts)
        self.table.show_tax(listed.tax_included)
        if self.table.is_editing:  # no row moves under the hand; what they say is new
            self._waiting = True
            self.table.paged.read_again()
            self.following.soon()
            return
        self.table.give_room(bool(listed.counts["low"] or listed.counts["out"]))
        before = self.table.current_id
        number = max(0, self.table.currentIndex().row())
        bar = self.table.verticalScrollBar().value()
        if self.table.paged.show_ids(listed.ids):
            wanted, self._wanted = self._wanted, None
            self.table.verticalScrollBar().setValue(bar)
            if listed.ids:
                self.table.go_to_id(wanted if wanted is not None else before, number)
        elif self._wanted is not None:
            self.table.go_to_id(self._wanted)
            self._wanted = None
        elif before is None:
            self.table.go_to_id(None)
        if not listed.ids:
            self._show_sheet(None)
            self.empty.explain(listed.asked.filter, listed.asked.text, listed.counts)
        self.following.soon()

    def _ask_page(self, number: int) -> None:
        ids = self.table.paged.page_ids(number)
        self._context.background.ask(partial(_read_page, number, ids), self._show_page, owner=self)

    def _show_page(self, page: _Page) -> None:
        self.table.paged.fill(page.number, page.products)

    def _rested(self) -> None:
        if self._waiting:
            self._waiting = False
            self.refresh()

    # --- editing in cells ------------------------------------------------------------------

    def _edited(self, product: Product, column: int, typed: str) -> None:
        words = self._context.format
        if column == PRICE:
            price = read_money(typed, words)
            if price is None:
                raise TextMissing("price")
            self._deeds.change(product, {"price": price})
        elif column == COST:
            self._deeds.change(product, {"cost": read_money(typed, words)})
        elif column == NAME:
            self._deeds.change(product, {"name": typed})
        elif column == STOCK:
            on_hand = read_count(typed, words, product.unit)
            if on_hand is None:
                self._deeds.stop_counting(product)
            else:
                self._deeds.adjust(product, on_hand)

    # --- the side --------------------------------------------------------------------------

    def _meant(self) -> int | None:
        return self._wanted or self.table.current_id

    def _shown(self) -> int | None:
        return None if self.sheet.sheet is None else self.sheet.sheet.product.id

    def _show_sheet(self, sheet: Sheet | None) -> None:
        if sheet is None:
            self.sheet.sheet = None
        else:
            self.sheet.show_sheet(sheet)
        if self.side.currentWidget() is not self.form:
            self.side.setCurrentWidget(self._nothing if sheet is None else self.sheet)

    def edit_product(self) -> None:
        if self.sheet.sheet is not None:
            self._edit(self.sheet.sheet.product)

    def _edit(self, product: Product) -> None:
        self._for_counter = False
        self.side.setCurrentWidget(self.form)
        self.form.start_edit(product)

    def _form_saved(self, product_id: int) -> None:
        self.show_product(product_id)
        self.table.setFocus()
        if self._for_counter:
            self._for_counter = False
            self._context.open("order_entry", created=product_id)

    def _give_up_form(self) -> None:
        """Back to where one came from; what was typed can be taken up again."""
        form, for_counter = self.form, self._for_counter
        again: Callable[[], object] = partial(self.start_new, form.code)
        self._close_form()
        if for_counter:
            self._for_counter = False
            self._context.open("order_entry", offered=form.code)
            again = partial(self._context.open, "catalogue", new_code=form.code, for_counter=True)
        elif form.product is not None:
            again = partial(self._edit, form.product)
        form.draft.give_up(form.title, again)

    def _adjust(self, product_id: int) -> None:
        """The stock of this product, whatever is shown by now."""
        self.show_product(product_id)
        self._show_sheet(catalogue.sheet(product_id))
        self.sheet.adjust_stock()

    def _close_form(self) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.form.isAncestorOf(focus)
        has_sheet = self.sheet.sheet is not None
        self.side.setCurrentWidget(self.sheet if has_sheet else self._nothing)
        if had_focus:
            self.table.setFocus()

    def _give_form_room(self) -> None:
        self._beside.leave_side_alone(self.side.currentWidget() is self.form)

    def _listed(self) -> list[int]:
        """The ids of what is listed, in its order."""
        return self.table.paged.ids

    # --- building --------------------------------------------------------------------------

    def _lay_out(self, start_import: Callable[[], object]) -> None:
        theme, px = self._context.theme, self._context.theme.px
        bind = self._context.actions.bind
        bind(self, "catalogue.find", self.finder.take_focus)
        new = ActionButton(theme, bind(self, "catalogue.new", self.new_product), "toolbar_primary")
        importing = bind(self, "catalogue.import", start_import)
        makers = QWidget()
        row = QHBoxLayout(makers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        take_over = ActionButton(theme, importing, "toolbar")
        self.copies = CatalogueCopies(self, self._context, self._listed)
        exporting = bind(self, "catalogue.export", self.copies.export)
        copying = bind(self, "catalogue.copy", self.copies.copy)
        bind(self, "catalogue.copy_other", self.copies.copy_in_other_language)
        row.addWidget(take_over)
        out = [IconButton(theme, action) for action in (exporting, copying)]
        for button in (*out, new):
            row.addWidget(button)
        tools = in_a_flow(px(8), self.finder, makers, spread=True)
        self.column = Card(theme)
        self.table.corners = 9
        inside = QVBoxLayout(self.column)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.empty = EmptyProducts(self._context, self.finder, importing)
        self.table.set_empty(self.empty)
        for side in (self._nothing, self.sheet, self.form):
            self.side.addWidget(side)
        self._beside = Beside(theme, self.column, self.side, _SHEET_WIDTH)
        self.side.currentChanged.connect(self._give_form_room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(12), px(16), px(16))
        whole.setSpacing(px(12))
        whole.addWidget(tools)
        whole.addWidget(self._beside, 1)
        along = [*self.finder.filters.values(), take_over, *out, new, self.table]
        for before, after in pairwise(along):
            self.setTabOrder(before, after)
