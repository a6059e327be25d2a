"""What is shown before it has its place is a window of its own: it flashes and takes the keys."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import page_class
from gui.pages import PAGES
from gui.shell.app_context import AppContext
from models.settings import preferences
from tests.readable import an_order


class Flashes(QObject):
    """Every widget that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("name", PAGES)
def test_a_room_is_built_without_a_flash(
    context: AppContext, qapp: QApplication, name: str
) -> None:
    preferences.put(preferences.DEMO, True)
    an_order()
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    try:
        page = page_class(name)(context)
        page.refresh()
        page.resize(1366, 768)
        page.grab()
    finally:
        qapp.removeEventFilter(flashes)
    page.deleteLater()
    assert flashes.seen == []
