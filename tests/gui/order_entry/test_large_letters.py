"""A list that is looked through with letters twice as large: how many are what stays readable."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_entry.page import OrderEntryPage
from gui.widgets.containers.layouts import lay_out_now
from gui.widgets.text.chip import Chip
from models.shop.opening import Shop
from tests.readable import a_product


def test_the_numbers_over_the_list_are_whole(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("Bear Brand", "Kopi Kapal Api", "Kopi Luwak"):
        a_product(name)
    application = Application(qapp, shop, tmp_path, "id", "dark", 2.0, immediate=True)
    window = application.start("order_entry")
    window.resize(1366, 743)
    qtbot.waitActive(window)
    page = window.page
    assert isinstance(page, OrderEntryPage)
    page.paste("bear brand 2\nkopi 1\ndurian 3")
    lay_out_now()
    chips = [chip for chip in page.review.findChildren(Chip) if chip.isVisible()]
    assert len(chips) == 3
    assert [chip for chip in chips if chip.width() < chip.sizeHint().width()] == []
    application.close()
