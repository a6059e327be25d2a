"""All of the payment is in sight, also on the smallest screens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.look.theme import Theme, elided
from gui.payment.payment_panel import PaymentPanel
from gui.shell.main_window import MainWindow
from models.settings import preferences
from models.shop.opening import Shop
from tests.gui.keys_in_time import key_of
from tests.readable import STATIC_QRIS, a_product, an_order, pcs

SIZES = [(1366, 768), (1366, 743), (1280, 640), (960, 520)]
PRICE = 1_251_300


@pytest.fixture
def main_windows(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[str], MainWindow]]:
    """Opens the window in a language."""
    applications: list[Application] = []

    def start(language: str) -> MainWindow:
        applications.append(Application(qapp, shop, tmp_path, language, "light", immediate=True))
        main_window = applications[0].start("home")
        qtbot.waitActive(main_window)
        return main_window

    yield start
    applications[0].close()


Start = Callable[[str], MainWindow]
Open = Callable[[MainWindow, QtBot], PaymentPanel]


def press(main_window: MainWindow, *names: str) -> None:
    for name in names:
        key = key_of(name)
        QTest.keyClick(main_window.focusWidget() or main_window, key.key(), key.keyboardModifiers())


def at_the_till(main_window: MainWindow, qtbot: QtBot) -> PaymentPanel:
    a_product("Beras", PRICE, barcodes=["8991001"])
    page = main_window.open("order_entry")
    page.scanned("8991001")
    qtbot.waitUntil(lambda: not page.refresher.stale)
    press(main_window, "F9")
    return shown_pane(main_window, qtbot)


def in_all_orders(main_window: MainWindow, qtbot: QtBot) -> PaymentPanel:
    order = an_order((a_product("Beras", PRICE), pcs(1)))
    main_window.open("order_history", order_id=order.id)
    qtbot.waitUntil(lambda: not main_window.page.refresher.stale)
    press(main_window, "F9")
    return shown_pane(main_window, qtbot)


PLACES = [at_the_till, in_all_orders]


def shown_pane(main_window: MainWindow, qtbot: QtBot) -> PaymentPanel:
    qtbot.waitUntil(lambda: bool(main_window.page.findChildren(PaymentPanel)))
    pane: PaymentPanel = main_window.page.findChild(PaymentPanel)  # type: ignore[assignment]
    qtbot.waitUntil(pane.isVisible)
    return pane


def cut(pane: PaymentPanel) -> list[str]:
    """What is shown and not wholly in sight."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in pane.findChildren(QWidget)
        if widget.isVisible() and widget.accessibleName()
        if widget.visibleRegion().boundingRect() != widget.rect()
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("open_at", PLACES)
@pytest.mark.parametrize("language", ["en", "id"])
def test_all_of_it_is_in_sight(
    main_windows: Start, qtbot: QtBot, language: str, open_at: Open, size: tuple[int, int]
) -> None:
    preferences.put(preferences.QRIS, STATIC_QRIS)
    main_window = main_windows(language)
    main_window.resize(*size)
    pane = open_at(main_window, qtbot)
    assert (main_window.width(), main_window.height()) == size
    for deed in ("exact sum", "Alt+3", "Q", "D"):
        if deed != "exact sum":
            press(main_window, deed)
        qtbot.waitUntil(lambda: cut(pane) == [])
        assert pane.pieces.part.isVisible()
        assert pane.pieces.send.isVisible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("price", [73_400, 19_891_400])
def test_each_sum_is_whole_and_shows_its_key(
    main_windows: Start,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    price: int,
) -> None:
    main_window = main_windows("id")
    main_window.resize(*size)
    a_product("Beras", price, barcodes=["8991002"])
    page = main_window.open("order_entry")
    page.scanned("8991002")
    qtbot.waitUntil(lambda: not page.refresher.stale)
    press(main_window, "F9")
    sums = [one for one in shown_pane(main_window, qtbot).pieces.sums if one.isVisible()]
    shown: list[str] = []
    written: list[str] = []

    def chip(painter: QPainter, theme: Theme, x: int, y: int, key: str, on: object = None) -> int:
        shown.append(key)
        return 0

    def cut(font: QFont, text: str, width: int) -> str:
        written.append(elided(font, text, width))
        return written[-1]

    monkeypatch.setattr("gui.widgets.buttons.button.paint_key_chip", chip)
    monkeypatch.setattr("gui.widgets.buttons.button.elided", cut)
    for one in sums:
        one.grab()
    assert len(sums) >= 3
    assert shown == [f"Alt+{number}" for number in range(1, len(sums) + 1)]
    assert {one.text() for one in sums} <= set(written)
