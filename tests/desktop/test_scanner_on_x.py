"""On a real X server, with real keys and real time: xdotool types like a scanner and a person."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xdotool")
pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in NEEDED), reason="Xvfb and xdotool are not installed"
)

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout
from gui.input.scanner import Scanner

qt = QApplication(sys.argv)
scanner = Scanner()
qt.installEventFilter(scanner)
dialog, field, button = QDialog(), QLineEdit(), QPushButton("Pay")
column = QVBoxLayout(dialog)
column.addWidget(field)
column.addWidget(button)
tell = lambda *words: print(*words, flush=True)
scanner.scanned.connect(lambda code: tell("scanned", code, "field", field.text()))
rest = QTimer(singleShot=True, interval=300)
field.textChanged.connect(rest.start)
rest.timeout.connect(lambda: tell("rests", field.text()))
field.returnPressed.connect(lambda: tell("enter", field.text()))
button.clicked.connect(lambda: tell("pressed"))
button.setDefault(True)
dialog.show()
dialog.activateWindow()
field.setFocus()
dialog.windowHandle().requestActivate()
tell("ready", int(dialog.winId()))
qt.exec()
"""


class Screen:
    """An X server with one dialog on it."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        assert number
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self.program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        # What is never said would be waited for for ever.
        self.patience = Timer(60, self.program.kill)
        self.patience.start()
        window = self.hear()
        if not window.startswith("ready"):
            self.close()
            pytest.skip("Qt cannot show windows on X here")
        self.tool("windowfocus", window.split()[1])

    def tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def hear(self) -> str:
        assert self.program.stdout is not None
        return self.program.stdout.readline().strip()

    def close(self) -> None:
        self.patience.cancel()
        for process in (self.program, self.server):
            process.kill()
            process.communicate()


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.close()


def test_scans_are_caught_and_typing_is_left_alone(screen: Screen) -> None:
    screen.tool("type", "--delay", "4", "8991002101630\n")
    assert [screen.hear(), screen.hear()] == ["scanned 8991002101630 field", "rests"]
    screen.tool("type", "--delay", "70", "teh 2")
    assert screen.hear() == "rests teh 2"
    screen.tool("type", "--delay", "12", "BB-20261122-042\n")
    assert [screen.hear(), screen.hear()] == ["scanned BB-20261122-042 field teh 2", "rests teh 2"]
    screen.tool("type", "--delay", "1", "B000477\nB000478\n")
    assert screen.hear() == "scanned B000477 field teh 2"
    assert [screen.hear(), screen.hear()] == ["scanned B000478 field teh 2", "rests teh 2"]
    screen.tool("key", "--delay", "80", "x", "Return")
    assert screen.hear() == "enter teh 2x"
