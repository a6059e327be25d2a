"""The wall with 500 open orders: how soon its window stands there, and a change is painted."""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from gui.application import Application
from gui.shell.main_window import MainWindow
from models.catalogue import catalogue
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric, run_loop

_OPEN, _LINES = 500, 4
_WINDOW, _FRAME = 300, 16  # milliseconds


def measure(*, quick: bool) -> list[dict[str, Any]]:
    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_shop(str(Path(folder) / "shop.sqlite3")) as shop,
    ):
        _fill()
        # Questions are asked at once, so that the reading counts as well.
        application = Application(qt, shop, None, "id", "dark", 1.0, immediate=True)
        main_window = application.start("home")
        main_window.resize(1920, 1080)
        run_loop(200)
        rounds = 3 if quick else 9
        opened = median(_open(application) for _ in range(rounds))
        main_window.open("fulfilment")
        run_loop(300)
        changed = median(_change(main_window) for _ in range(10 * rounds))
        application.close()
    return [
        metric(f"wall with {_OPEN} open orders opens, against the limit", opened, _WINDOW, "ms"),
        metric("a change on that wall is painted, against one frame", changed, _FRAME, "ms"),
    ]


def _fill() -> None:
    privacy.accept(privacy.policy("id"))
    goods = [catalogue.add_product(f"Barang {n}", 1000).value for n in range(_LINES)]
    for _ in range(_OPEN):
        cart = Cart()
        for product in goods:
            cart.add(product, 2000)
        orders.place(cart)


def _open(application: Application) -> float:
    """CPU milliseconds from the key to the painted window."""
    begun = time.process_time()
    application.open("fulfilment", own_window=True)
    main_window = application.main_windows[-1]
    main_window.resize(1920, 1080)
    _paint(main_window)
    taken = time.process_time() - begun
    main_window.close()
    run_loop(100)
    return taken * 1e3


def _change(main_window: MainWindow) -> float:
    """CPU milliseconds from the news of another station to the painted wall."""
    card = fulfilment_queue.waiting()[0]
    line = next(line for line in card.lines if line.open)
    fulfilment.pick(card.id, line.line, 1000)
    begun = time.process_time()
    main_window.page.context.feed.read()
    _paint(main_window)
    return (time.process_time() - begun) * 1e3


def _paint(main_window: MainWindow) -> None:
    """Lets the window hear, ask and paint, and nothing else."""
    while main_window.page.refresher.stale:
        QCoreApplication.sendPostedEvents()
        run_loop(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    run_loop(0)
