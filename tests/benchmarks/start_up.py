"""From the start of the process to the first paint, against a PySide6 window that does nothing."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from models import demo, privacy
from models.shop import open_shop
from tests.benchmarks.metric import metric

ROOT = Path(__file__).parents[2]

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QApplication.exit(0)
qt = QApplication(sys.argv)
window = Window(); window.resize(1366, 768); window.show()
qt.exec()
"""
# What main.py does once the policy is accepted, up to the first paint of the window.
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
qt = QApplication(sys.argv[:1])
from gui.application import Application
from models.shop import open_shop
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.exit(0)
        return False
with open_shop(sys.argv[1]) as shop:
    application = Application(qt, shop, Path(sys.argv[1]).parent, "id", "light")
    eye = Eye()
    frame = application.start(sys.argv[2])
    frame.room.installEventFilter(eye)
    qt.exec()
    application.close()
"""


def measure(*, quick: bool) -> list[dict[str, Any]]:
    rounds = 5 if quick else 11
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "shop.sqlite3")
        with open_shop(path):
            privacy.accept(privacy.policy("id"))
            demo.make_demo(days=30)
        ours: dict[str, list[float]] = {"home": [], "order_entry": [], "fulfilment": []}
        bare: list[float] = []
        for number in range(rounds + 1):
            readings = {room: _cpu(_OURS, path, room) for room in ours}
            floor = _cpu(_BARE)
            if number:  # the first round warms the caches and the bytecode
                bare.append(floor)
                for room, seconds in readings.items():
                    ours[room].append(seconds)
    return [
        metric(f"start-up CPU to the first paint, {room}", median(seconds), median(bare), "s")
        for room, seconds in ours.items()
    ]


def _cpu(code: str, *words: str) -> float:
    """CPU seconds, user and system, of a whole Python process."""
    # Bytecode is compiled in the first round, as on a machine that started the program before.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": f"{tempfile.gettempdir()}/botbelanja-bytecode"}
    command = [sys.executable, "-c", code, *words]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}")
    return used.ru_utime + used.ru_stime
