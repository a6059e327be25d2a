"""What is shown before it has its place is a window of its own: it flashes and takes the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application, page_class
from gui.catalogue.products.product_details import ProductDetails
from gui.input.visible_widgets import seen_in
from gui.pages import PAGES
from gui.settings.page import _SECTIONS
from gui.shell.app_context import AppContext
from models.settings import preferences
from tests.readable import a_product, an_order


class Flashes(QObject):
    """Every widget that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def flashes(qapp: QApplication) -> Iterator[Flashes]:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    yield flashes
    qapp.removeEventFilter(flashes)


@pytest.mark.parametrize("name", PAGES)
def test_a_room_is_built_without_a_flash(context: AppContext, flashes: Flashes, name: str) -> None:
    preferences.put(preferences.DEMO, True)
    an_order()
    page = page_class(name)(context)
    page.refresh()
    page.resize(1366, 768)
    page.grab()
    page.deleteLater()
    assert flashes.seen == []


@pytest.mark.parametrize("section", _SECTIONS)
def test_a_section_of_the_settings_is_built_without_a_flash(
    context: AppContext, flashes: Flashes, section: str
) -> None:
    made = _SECTIONS[section](context)
    made.refresh()
    made.deleteLater()
    assert flashes.seen == []


def test_a_product_is_looked_at_without_a_flash(
    application: Application, flashes: Flashes, qtbot: QtBot
) -> None:
    a_product("Tea", barcodes=["8990001"])
    main_window = application.start("catalogue")
    qtbot.waitActive(main_window)
    page = main_window.page
    qtbot.waitUntil(lambda: not page.refresher.stale)
    QTest.keyClick(main_window.windowHandle(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: any(isinstance(it, ProductDetails) for it in seen_in(page)))
    assert [what for what in flashes.seen if not what.startswith("MainWindow")] == []
