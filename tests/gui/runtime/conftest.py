"""A till in a shop with tea, soap and salt, one piece of each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from models.shop.opening import Shop
from tests.gui.runtime.till import Till
from tests.readable import a_product, pcs


@pytest.fixture
def till(qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot) -> Iterator[Till]:
    for number, name in enumerate(("Tea", "Soap", "Salt"), 1):
        code = f"899100{number}"
        a_product(name, 1_000, barcodes=[code], on_hand=pcs(1), stock_policy="block")
    till = Till(Application(qapp, shop, tmp_path, "en", "light"), qtbot)
    yield till
    till.application.close()
