"""A list of any length: only the order of its ids is kept, rows are read when they are seen."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from gui.runtime.error_handler import guarded
from gui.widgets.rows.rows import Column, Index, RowsModel
from models.catalogue.catalogue import Product

PAGE = 128
_KEPT = 24  # pages around what is seen; older ones are read again

_OUTSIDE = QModelIndex()
_ARROWS = {False: " \u2191", True: " \u2193"}


class PagedRows(RowsModel):
    """`show_ids` says what is in the list, `page_wanted` asks for rows, `fill` brings them."""

    #: Carries a page number: its rows are about to be seen.
    page_wanted = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, _id_of, parent)
        self._ids: list[int] = []
        self._pages: OrderedDict[int, list[Product]] = OrderedDict()
        self._asked: set[int] = set()
        self._ordered = (0, False)

    @property
    def ids(self) -> list[int]:
        return self._ids

    @property
    def rows(self) -> list[Any]:
        """The rows that are here now."""
        return [product for page in self._pages.values() for product in page]

    def row(self, index: Index | int) -> Any:
        number = index if isinstance(index, int) else index.row()
        if not 0 <= number < len(self._ids):
            return None
        page = self._pages.get(number // PAGE)
        if page is None:
            self._ask(number // PAGE)
            return None
        place = number % PAGE
        return page[place] if place < len(page) else None

    def number_of(self, key: Any) -> int:
        return self._ids.index(key) if key in self._ids else -1

    def page_ids(self, page: int) -> list[int]:
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def show_ids(self, ids: list[int]) -> bool:
        """Another list, or the same one to be read again; whether its order differs."""
        differs = ids != self._ids
        if differs:
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            self._asked.clear()
            self.endResetModel()
        else:
            self.read_again()
        return differs

    def read_again(self) -> None:
        """What stands in the rows that are here may be new."""
        for page in list(self._pages):
            self._ask(page)

    def fill(self, page: int, products: list[Product]) -> None:
        """The rows of a page, as they are now."""
        self._asked.discard(page)
        if [product.id for product in products] != self.page_ids(page):
            return  # asked before the list changed
        before = self._pages.get(page)
        self._pages[page] = products
        self._pages.move_to_end(page)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        if before != products:
            first = page * PAGE
            last = self.index(first + len(products) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), last)

    def show_order(self, column: int, descending: bool) -> None:
        """Writes an arrow behind the head of the column that the list is ordered by."""
        self._ordered = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @guarded(0)
    def rowCount(self, parent: Index = _OUTSIDE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @guarded()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        text = super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and text and section == self._ordered[0]:
            return text + _ARROWS[self._ordered[1]]
        return text

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)


def _id_of(product: Product) -> int:
    return product.id
