"""From the start of the process to the first paint, against a PySide6 window that does nothing.

The program is started as anybody starts it, by `main.main`, in a shop whose policy is accepted.
Home and order entry are read when their first paint is done, the queue when its 500 orders hang
on the wall and the cards in sight are painted. CPU seconds of the whole process, all threads, from
the start of Python; floor and program take turns. The bytecode of both is compiled.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from models.catalogue import catalogue
from models.demo import demo
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import open_shop
from tests.at_home import at_home
from tests.benchmarks.metric import metric

ROOT = Path(__file__).parents[2]
QUEUE = 500

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
def done():
    print(time.process_time(), flush=True)
    QApplication.exit(0)
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
qt = QApplication(sys.argv)
window = Window(); window.resize(1366, 768); window.show()
qt.exec()
"""
# It waits for the turn of the loop after the paint, when all of the window is painted.
_OURS = """
import sys, time
import main
seen = []
def see():
    from PySide6.QtCore import QTimer
    if not seen:
        seen.append(True)
        QTimer.singleShot(0, done)
def done():
    print(time.process_time(), flush=True)
    from PySide6.QtWidgets import QApplication
    QApplication.exit(0)
def watch():
    if sys.argv[2] == "fulfilment":
        from gui.fulfilment.cards.card_view import CardView
        paint = CardView.paintEvent
        def painted(card, event):
            paint(card, event)
            if card.card is not None:
                see()
        CardView.paintEvent = painted
    else:
        from gui.shell.page import Page
        Page.paintEvent = lambda page, event: see()
options = main._options
def last_before_the_program(wanted):
    watch()
    return options(wanted)
main._options = last_before_the_program
main.main(["--database", sys.argv[1], "--window", sys.argv[2], "--language", "id"])
"""


def measure(*, quick: bool) -> list[dict[str, Any]]:
    rounds = 5 if quick else 11
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "shop.sqlite3")
        with open_shop(path):
            privacy.accept(privacy.policy("id"))
            demo.make_demo(days=30)
            _queue_up()
        at_home(Path(folder) / "BotBelanja", Path(path))
        ours: dict[str, list[float]] = {"home": [], "order_entry": [], "fulfilment": []}
        bare: list[float] = []
        for number in range(rounds + 1):
            readings = {page: _cpu(folder, _OURS, path, page) for page in ours}
            floor = _cpu(folder, _BARE)
            if number:  # the first round warms the caches and the bytecode
                bare.append(floor)
                for page, seconds in readings.items():
                    ours[page].append(seconds)
    names = {
        "home": "first paint of Home",
        "order_entry": "first paint of order entry",
        "fulfilment": f"queue of {QUEUE} painted",
    }
    return [
        metric(f"start-up CPU: {names[page]}", median(seconds), median(bare), "s")
        for page, seconds in ours.items()
    ]


def _queue_up() -> None:
    goods = list(catalogue.products_by_id(range(1, 200)).values())
    for number in range(QUEUE):
        cart = Cart()
        for at in range(4):
            cart.add(goods[(4 * number + at) % len(goods)])
        orders.place(cart)


def _cpu(folder: str, code: str, *words: str) -> float:
    """CPU seconds, user and system, until the process says that it has painted."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode", "XDG_DATA_HOME": folder}
    command = [sys.executable, "-c", code, *words]
    said = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(said.stdout)
