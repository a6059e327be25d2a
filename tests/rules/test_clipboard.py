"""A program that ends with a picture on the clipboard ends quietly."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

COPIED = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

from gui.application import Application
from models.shop.opening import open_shop

qt = QApplication([])
with open_shop({path!r}) as shop:
    application = Application(qt, shop, immediate=True)
    application.start("home")
    content = QMimeData()
    content.setText("Telur 35")
    content.setImageData(QPixmap(9, 9).toImage())
    QGuiApplication.clipboard().setMimeData(content)
    application.close()
print(QGuiApplication.clipboard().text())
"""


def test_what_was_copied_does_not_crash_at_the_end(tmp_path: Path) -> None:
    code = COPIED.format(path=str(tmp_path / "shop.sqlite3"))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "Telur 35"), done.stderr
