"""A frame of the longest lists, against a table of Qt's own in C++ that shows the same cells.

A frame is one step of the scroll bar and the painting of what is then in sight. The catalogue has
a million products, of which only pages are here; the orders are as many as one has scrolled past.
"""

import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from gui.application import Application
from gui.catalogue.products.product_table import ProductTable
from gui.order_history.orders_table import OrdersTable
from gui.widgets.rows.rows import RowsView
from models.catalogue.catalogue import Product
from models.demo.demo import make_demo
from models.orders import order_history
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric

_ROWS = 1_000_000
_STEPS = 40  # frames of one reading


def measure(*, quick: bool) -> list[dict[str, Any]]:
    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    return _of_both(qt, 3 if quick else 9)  # there, so that the windows go before the application


def _of_both(qt: QApplication, rounds: int) -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder, open_shop(str(Path(folder) / "shop.sqlite3")) as shop:
        make_demo(days=20)
        application = Application(qt, shop, None, "id", "light", immediate=True)
        application.context.theme.apply_theme_to_application(qt)
        products = ProductTable(application.context)
        products.paged.page_wanted.connect(partial(_fill, products))
        products.paged.show_ids(list(range(1, _ROWS + 1)))
        past = OrdersTable(application.context)
        past.orders.append(order_history.find(limit=500))
        found = [
            _against(f"a frame of {_ROWS:,} products", products, rounds),
            _against("a frame of the orders", past, rounds),
        ]
        application.close()
    return found


def _fill(table: ProductTable, page: int) -> None:
    products = [
        Product(
            id, f"SKU-{id}", f"Product {id} 600 ml", "Drinks", "Brand", "pcs", 1000 + id, 800,
            1100, "ask", 5000, None, True, 12000, 0,
        )
        for id in table.paged.page_ids(page)
    ]  # fmt: skip
    table.paged.fill(page, products)


def _against(name: str, ours: RowsView, rounds: int) -> dict[str, Any]:
    for view in (ours, floor := _of_qt(ours)):
        view.resize(1200, 660)
        view.show()
        _main_windows(view)
    taken, least = [], []
    for _ in range(rounds):
        taken.append(_main_windows(ours))
        least.append(_main_windows(floor))
    ours.close()
    floor.close()
    return metric(name, median(taken), median(least), "ms")


def _of_qt(ours: RowsView) -> QTableView:
    """Qt's own table and model with the texts that ours shows at its beginning."""
    columns = ours.rows.columns
    model = QStandardItemModel(0, len(columns))
    for number in range(300):
        row = ours.rows.row(number)  # asked for here, there at the next look
        row = row or ours.rows.row(number)
        model.appendRow([QStandardItem(column.value(row) if row else "") for column in columns])
    view = QTableView()
    view.setModel(model)
    model.setParent(view)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
    view.setShowGrid(False)
    view.setVerticalScrollMode(ours.verticalScrollMode())
    return view


def _main_windows(view: QTableView) -> float:
    """CPU milliseconds of one frame."""
    bar = view.verticalScrollBar()
    step = max(1, bar.singleStep())
    begun = time.process_time()
    for number in range(_STEPS):
        bar.setValue(number * step)
        view.viewport().grab()
    return (time.process_time() - begun) / _STEPS * 1e3
