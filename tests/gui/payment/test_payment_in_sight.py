"""All of the payment is in sight, also on the smallest screens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.payment.payment_panel import PaymentPane
from gui.shell.main_window import Frame
from models.settings import preferences
from models.shop.opening import Shop
from tests.gui.keys_in_time import key_of
from tests.readable import STATIC_QRIS, a_product, an_order, pcs

SIZES = [(1366, 743), (1280, 640), (960, 520)]
PRICE = 1_251_300


@pytest.fixture
def frames(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[str], Frame]]:
    """Opens the window in a language."""
    applications: list[Application] = []

    def start(language: str) -> Frame:
        applications.append(Application(qapp, shop, tmp_path, language, "light", immediate=True))
        frame = applications[0].start("home")
        qtbot.waitActive(frame)
        return frame

    yield start
    applications[0].close()


Start = Callable[[str], Frame]
Open = Callable[[Frame, QtBot], PaymentPane]


def press(frame: Frame, *names: str) -> None:
    for name in names:
        key = key_of(name)
        QTest.keyClick(frame.focusWidget() or frame, key.key(), key.keyboardModifiers())


def at_the_till(frame: Frame, qtbot: QtBot) -> PaymentPane:
    a_product("Beras", PRICE, barcodes=["8991001"])
    room = frame.open("order_entry")
    room.scanned("8991001")
    qtbot.waitUntil(lambda: not room.refreshing.stale)
    press(frame, "F9")
    return shown_pane(frame, qtbot)


def in_all_orders(frame: Frame, qtbot: QtBot) -> PaymentPane:
    order = an_order((a_product("Beras", PRICE), pcs(1)))
    frame.open("order_history", order_id=order.id)
    qtbot.waitUntil(lambda: not frame.room.refreshing.stale)
    press(frame, "F9")
    return shown_pane(frame, qtbot)


PLACES = [at_the_till, in_all_orders]


def shown_pane(frame: Frame, qtbot: QtBot) -> PaymentPane:
    qtbot.waitUntil(lambda: bool(frame.room.findChildren(PaymentPane)))
    pane: PaymentPane = frame.room.findChild(PaymentPane)  # type: ignore[assignment]
    qtbot.waitUntil(pane.isVisible)
    return pane


def cut(pane: PaymentPane) -> list[str]:
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
    frames: Start, qtbot: QtBot, language: str, open_at: Open, size: tuple[int, int]
) -> None:
    preferences.put(preferences.QRIS, STATIC_QRIS)
    frame = frames(language)
    frame.resize(*size)
    pane = open_at(frame, qtbot)
    assert (frame.width(), frame.height()) == size
    for deed in ("exact sum", "Alt+3", "Q", "D"):
        if deed != "exact sum":
            press(frame, deed)
        qtbot.waitUntil(lambda: cut(pane) == [])
        assert pane.pieces.part.isVisible()
        assert pane.pieces.send.isVisible()
