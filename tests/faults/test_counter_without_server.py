"""The server goes away while a counter sells: it sells on by its keys, and all is sent once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.runtime.station import HEADS
from gui.shell.main_window import MainWindow
from models import events
from models.catalogue import catalogue, stock
from models.errors import NothingToPay
from models.orders import held_carts, order_history
from models.shop.offline import own_file, refused
from models.shop.offline.refused import Refused
from models.storage import server_address
from tests.faults.cable import Cable
from tests.faults.counter import Counter, check_orders, counter_at, hall
from tests.models.shop.test_send_queue import FULL, MADE_ROOM

if TYPE_CHECKING:
    from tests.conftest import Server

__all__ = ["hall"]

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def cable(own_postgres_url: str) -> Iterator[Cable]:
    cable = Cable(own_postgres_url)
    yield cable
    cable.close()


@pytest.fixture
def counter(cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    own = own_file.path_in(tmp_path / HEADS, cable.url_here)
    with counter_at(cable.url_here, qapp, qtbot, tmp_path, own) as counter:
        counter.wait(own.exists)
        counter.wait_until_copied()
        yield counter


@pytest.fixture
def till_with_password(
    postgres: "Server", cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Counter]:
    """One whose name the server asks for a password."""
    postgres.admin("CREATE ROLE till LOGIN SUPERUSER PASSWORD 'first'")
    postgres.guard("local all till scram-sha-256")
    address = replace(server_address.read(cable.url_here), user="till", password="first")
    url = server_address.keep_password(address, tmp_path / server_address.PASSWORDS).url
    own = own_file.path_in(tmp_path / HEADS, url)
    with counter_at(url, qapp, qtbot, tmp_path, own) as counter:
        counter.wait(own.exists)
        counter.wait_until_copied()
        yield counter
    postgres.admin("DROP ROLE till")


def test_a_password_that_is_refused_is_told_with_what_to_do_and_told_again(
    till_with_password: Counter, cable: Cable, postgres: "Server"
) -> None:
    counter = till_with_password
    cable.cut()
    counter.wait_for_banner()
    counter.fill_cart()
    counter.send()
    counter.wait(lambda: counter.waiting() == 1)
    postgres.admin("ALTER ROLE till PASSWORD 'second'")
    cable.mend()
    counter.wait_for_banner("does not take the name till with this password")
    window = counter.main_window
    click(button_of(window.notice_bar, "Close this notice"))
    assert window.notice_text() == ""
    click(button_of(window, "1 to send"))
    assert "1 order, payment or pick waits to be sent" in window.notice_text()
    assert "does not take the name till with this password" in window.notice_text()
    assert "Sell on" in window.notice_text()
    click(button_of(window.notice_bar, "Where the shop is kept"))
    assert window.page.name == "settings"
    assert button_of(window, "Keep it elsewhere").hasFocus()
    postgres.admin("ALTER ROLE till PASSWORD 'first'")
    counter.wait(lambda: "A-001 → 001" in window.notice_text())
    window.open("order_entry")
    assert counter.waiting() == 0


def button_of(parent: QWidget, name: str) -> QAbstractButton:
    return next(x for x in parent.findChildren(QAbstractButton) if x.accessibleName() == name)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_counter_sells_on_and_the_orders_are_sent(counter: Counter, cable: Cable) -> None:
    counter.fill_cart()
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    QTest.keyClicks(counter.till.focusWidget(), "teh")
    QTest.keyClick(counter.till.focusWidget() or counter.till, Qt.Key.Key_Return)
    counter.wait(lambda: bool(counter.till.basket.cart))
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1, 1_000_001])
    counter.wait(lambda: counter.waiting() == 1)
    cable.mend()
    counter.wait(lambda: "A-001 → 002" in counter.told()[0])
    counter.wait(lambda: counter.numbers_on_wall() == [1, 2])
    assert counter.waiting() == 0
    check_orders(2)


def test_what_is_only_at_the_server_is_said_while_it_is_away(
    counter: Counter, cable: Cable
) -> None:
    window = counter.main_window
    counter.fill_cart()
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Return):  # held without a reference
        QTest.keyClick(window.focusWidget() or window, key)
    counter.wait_for_the_answer()
    counter.fill_cart()
    counter.send()
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    rail = counter.till.counter.pieces.rail
    counter.wait(lambda: "1 held cart waits at the server" in said_by(rail))
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F5)
    assert "1 held cart waits at the server" in said_by(counter.till.counter.box)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    window.open("home")
    counter.wait(lambda: "1 more at the server" in said_by(window.page))
    click(button_of(window.notice_bar, "Close this notice"))
    window.open("order_history")
    counter.wait(lambda: not window.page.refresher.stale)
    counter.wait(lambda: "only open orders are listed here" in said_by(window.page))
    counter.wait_for_the_page()
    assert window.notice_text() == ""


def said_by(widget: QWidget) -> str:
    """All that stands on it."""
    shown = (x for x in widget.findChildren(QWidget) if x.isVisible())
    return " ".join(f"{x.accessibleName()} {x.accessibleDescription()}" for x in shown)


def test_the_number_at_the_counter_becomes_the_one_of_the_server(
    counter: Counter, cable: Cable
) -> None:
    cable.cut()
    counter.wait_for_banner()
    counter.fill_cart()
    counter.send()
    placed = counter.till.counter.pieces.placed
    counter.wait(lambda: "A-001" in said_by(placed))
    cable.mend()
    counter.wait(lambda: "001" in said_by(placed) and "A-001" not in said_by(placed))
    assert "Order sent" in said_by(placed)
    assert order_history.sheet(placed.order_id).order.number == 1


@pytest.mark.long
def test_closing_warns_while_orders_wait(counter: Counter, cable: Cable) -> None:
    cable.cut()
    counter.wait_for_banner()
    counter.fill_cart()
    counter.send()
    counter.wait(lambda: counter.waiting() == 1)
    *others, last = reversed(counter.main_windows)
    for window in others:
        close_by_key(counter, window)
    counter.wait(lambda: counter.main_windows == [last])
    asked = close_by_key(counter, last, "Esc")
    assert "1 order" in asked[0]
    assert last.isVisible()
    close_by_key(counter, last, "Left", "Return")
    assert not last.isVisible()


@pytest.mark.long
def test_what_cannot_be_sent_is_shown_one_by_one(
    counter: Counter, cable: Cable, own_postgres_url: str
) -> None:
    catalogue.change_product(1, stock_policy="block")
    stock.adjust(1, 1_000)
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    counter.fill_cart()
    counter.send()
    counter.wait(lambda: counter.waiting() == 1)
    with psycopg.connect(own_postgres_url) as elsewhere:
        elsewhere.execute("UPDATE stock SET on_hand = 0")
    cable.mend()
    counter.wait(lambda: "1 could not be sent" in counter.told()[0])
    told = answering("Return")
    (button,) = (
        button
        for button in counter.main_window.notice_bar.findChildren(QAbstractButton)
        if button.text() == "One by one"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "A-001 could not be sent" in told[0]
    assert "only 0 left" in told[0]
    assert [cart.reference for cart in held_carts.held()] == ["A-001"]


def test_what_was_refused_before_the_program_ended_is_told_by_the_next(
    cable: Cable, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    own = own_file.path_in(tmp_path / HEADS, cable.url_here)
    refused.keep(own, Refused(9, 1_000_002, 4_000, NothingToPay(7), events.PAID))
    with counter_at(cable.url_here, qapp, qtbot, tmp_path, own) as counter:
        told = answering("Return")
        click(button_of(counter.main_window, "1 not sent"))
        assert "A payment for A-002 could not be sent" in told[0]
        assert "Rp4.000 was taken: record or return it." in told[0]
        assert refused.kept(own) == []
        assert not button_of(counter.main_window, "0 not sent").isVisible()


@pytest.mark.long
def test_a_full_disk_of_the_server_is_said_and_the_cart_stays(
    counter: Counter, own_postgres_url: str
) -> None:
    counter.fill_cart()
    counter.wait(counter.has_saved_draft)
    with psycopg.connect(own_postgres_url, autocommit=True) as server:
        server.execute(FULL.format("orders"))
        for _ in range(2):
            counter.send()
            assert "The server's disk is full" in counter.till.counter.pieces.verdict.text()
            assert counter.till.basket.cart.lines
        server.execute(MADE_ROOM)
    counter.send()
    counter.wait(lambda: counter.numbers_on_wall() == [1])
    check_orders(1)


def close_by_key(counter: Counter, window: MainWindow, *answer: str) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # a dialog before
    window.activateWindow()
    counter.wait(window.isActiveWindow)
    asked = answering(*answer) if answer else []
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    return asked


def answering(*keys: str) -> list[str]:
    """The dialog that comes next is read, and answered by these keys."""
    told: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        told.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        for key in keys:
            QTest.keySequence(dialog.focusWidget(), key)

    QTimer.singleShot(0, answer)
    return told
