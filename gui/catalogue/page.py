"""The catalogue: what the shop sells, and the way in for other people's price lists."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from gui.catalogue.commands import CatalogueCommands
from gui.catalogue.importing.import_view import ImportView
from gui.catalogue.products.products_view import ProductsView
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from models import events
from models.events import Event


class CataloguePage(Page):
    """`context.open("catalogue", product_id=7)`, `import_path="list.csv"`, or `new_code="899…"`.

    With `for_counter` one goes back there when the new product is saved or given up.
    """

    name = "catalogue"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.deeds = CatalogueCommands(context)
        self.products = ProductsView(context, self.deeds, self.start_import)
        self.importing = ImportView(context, self.deeds)
        self.importing.closed.connect(self._close_import)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.products)
        self._stack.addWidget(self.importing)
        self.setFocusProxy(self.products.finder.box.field)

    def title(self) -> str:
        return self.tr("Catalogue")

    def opened(self, **arguments: object) -> None:
        self.deeds.forget()
        if path := arguments.get("import_path"):
            self._show_import()
            self.importing.read(str(path))
        elif "new_code" in arguments:
            self._close_import()
            for_counter = bool(arguments.get("for_counter"))
            self.products.start_new(str(arguments["new_code"]), for_counter)
        elif isinstance(product_id := arguments.get("product_id"), int):
            self._close_import()
            self.products.show_product(product_id)

    def is_affected_by(self, event: Event) -> bool:
        kinds = events.CATALOGUE_KINDS | events.ORDER_KINDS | {events.PREFERENCE_CHANGED}
        return event.kind in kinds

    def refresh(self) -> None:
        self.products.refresh()

    def save_state(self) -> object:
        """The file that is being looked at, else what the products' page gives."""
        if self._stack.currentWidget() is self.importing:
            return self.importing.path
        return self.products.save_state()

    def restore_state(self, carried: object) -> None:
        if isinstance(carried, str) and carried:
            self.opened(import_path=carried)
        elif carried:
            self.products.restore_state(carried)

    def undo(self) -> bool:
        return self.deeds.undo()

    def scanned(self, code: str) -> None:
        if self._stack.currentWidget() is self.products:
            self.products.scanned(code)
        else:
            self.context.notice(self.tr("First finish the import, or leave it by Esc"))

    def undo_bar_anchor(self) -> QWidget:
        if self._stack.currentWidget() is self.importing:
            return self.importing
        return self.products.column

    def start_import(self) -> None:
        """Asks for a file and shows what it would change."""
        if path := self.importing.ask_file():
            self._show_import()
            self.importing.read(path)

    def _show_import(self) -> None:
        self._stack.setCurrentWidget(self.importing)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Tab would always come back to it
        self.importing.table.setFocus()

    def _close_import(self) -> None:
        self._stack.setCurrentWidget(self.products)
        self.setFocusProxy(self.products.finder.box.field)
        self.products.table.setFocus()
