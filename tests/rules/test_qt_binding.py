"""The Qt binding that is installed keeps its hands off None: 6.12.0 on Python 3.11 does not."""

import subprocess
import sys

CODE = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(object)
application = QCoreApplication([])
bell = Bell()
for _ in range(200_000):
    bell.setObjectName("")
heard = []
bell.rung.connect(heard.append)
for _ in range(50_000):
    bell.rung.emit(None)
assert len(heard) == 50_000
"""


def test_many_void_calls_and_signals_do_not_end_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
