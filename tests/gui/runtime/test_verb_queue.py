"""While another program holds the shop, a window goes on: what was pressed is done once, in order.

The threads are real here, and so are the keys.
"""

import gc
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from gui.application import Application
from gui.runtime.pending import Pending
from gui.runtime.verb_queue import VerbQueue
from gui.settings.page import SettingsPage
from gui.settings.shop.staff_codes import StaffSection
from gui.shell.sign_in.recovery import RecoveryCodeDialog
from models.errors import DiskFull, ShopError, WrongStage
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import held_carts
from models.settings import staff
from models.shop.opening import Shop
from models.stages import Stage
from models.storage.database import transaction
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.held_by_another import held_by_another
from tests.gui.runtime.till import Till
from tests.readable import a_product, an_order, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def verbs(shop: Shop, qapp: QApplication) -> Iterator[VerbQueue]:
    queue = VerbQueue(shop.connection)
    yield queue
    queue.close()


def test_twenty_verbs_said_in_a_lock_are_each_done_once_and_in_order(
    shop: Shop, verbs: VerbQueue, qtbot: QtBot
) -> None:
    order = an_order((a_product(), pcs(19))).id
    told: list[int] = []
    refused: list[ShopError] = []
    slow: list[bool] = []
    turns: list[int] = []
    verbs.slow.connect(slow.append)
    ticking = QTimer()
    ticking.timeout.connect(partial(turns.append, 1))
    ticking.start(0)

    def done(number: int, receipt: Receipt[None]) -> None:
        told.append(number)

    with held_by_another(shop):
        for number in range(20):
            pick = partial(fulfilment.pick, order, 1, pcs(1))
            verbs.put(Pending(pick, partial(done, number), refused.append))
        qtbot.waitUntil(lambda: len(turns) > 100)  # the loop turns all the while
        qtbot.waitUntil(lambda: slow == [True])
        assert told == []
    qtbot.waitUntil(lambda: slow[-1:] == [False])
    assert told == list(range(19))
    assert [type(error) for error in refused] == [WrongStage]
    assert line_rows(order)[0]["picked"] == pcs(19)


def test_the_same_form_pressed_again_asks_for_nothing_more(
    shop: Shop, verbs: VerbQueue, qtbot: QtBot
) -> None:
    order = an_order((a_product(), pcs(9))).id
    told: list[Receipt[None]] = []
    with held_by_another(shop):
        for once in ("form", "form", "other form"):
            pick = partial(fulfilment.pick, order, 1, pcs(1))
            verbs.put(Pending(pick, told.append, once=once))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert line_rows(order)[0]["picked"] == pcs(2)


def test_a_refusal_flies_when_who_asked_is_gone(shop: Shop, verbs: VerbQueue, qtbot: QtBot) -> None:
    order = an_order((a_product(), pcs(1))).id
    told: list[object] = []
    owner = QObject()
    with qtbot.captureExceptions() as flown:
        with held_by_another(shop):
            for _ in range(2):
                pick = partial(fulfilment.pick, order, 1, pcs(1))
                verbs.put(Pending(pick, told.append, told.append, owner))
            delete(owner)
        qtbot.waitUntil(lambda: len(flown) == 1)
    assert flown[0][0] is WrongStage
    assert told == []


def test_what_is_on_its_way_at_the_end_is_still_done(shop: Shop, verbs: VerbQueue) -> None:
    order = an_order((a_product(), pcs(9))).id
    told: list[Receipt[None]] = []
    with held_by_another(shop) as free:
        for _ in range(5):
            verbs.put(Pending(partial(fulfilment.pick, order, 1, pcs(1)), told.append))
        threading.Timer(0.05, free.set).start()
        verbs.close()
    assert told == []  # nobody is there any more
    assert line_rows(order)[0]["picked"] == pcs(5)


# --- at the counter ------------------------------------------------------------------------------


def test_the_next_customers_are_served_while_the_orders_are_on_their_way(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    with held_by_another(shop):
        for code in ("8991001", "8991002"):
            till.scan(code)
            till.press(Qt.Key.Key_F10)
            till.press(Qt.Key.Key_F10)
            assert till.cart == []
        till.scan("8991003")
        qtbot.waitUntil(lambda: "On its way" in till.window.notice_text())
        assert till.orders == []
    qtbot.waitUntil(lambda: "On its way" not in till.window.notice_text())
    assert till.orders == [["Tea"], ["Soap"]]
    assert till.cart == ["Salt"]


def test_an_order_that_is_refused_comes_back_into_empty_hands(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    with held_by_another(shop):
        for _ in range(2):
            till.scan("8991001")
            till.press(Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: till.cart == ["Tea"])
    assert till.orders == [["Tea"]]
    assert till.page.counter.pieces.verdict.kind == "danger"
    till.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.cart == []
    gc.collect()  # what was in hand before is let go of, with its steps
    till.press(
        Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert till.cart == ["Tea"]


def test_an_order_that_is_refused_later_is_put_aside_when_the_hands_are_full(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    with held_by_another(shop):
        for _ in range(2):
            till.scan("8991001")
            till.press(Qt.Key.Key_F10)
        till.scan("8991003")
    qtbot.waitUntil(lambda: [cart.names for cart in held_carts.held()] == [("Tea",)])
    assert till.cart == ["Salt"]
    assert "put aside" in till.window.notice_text()


def test_a_held_cart_that_is_asked_for_twice_is_taken_up_once(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    till.scan("8991001")
    till.hold()
    with held_by_another(shop):
        for _ in range(2):
            till.press(Qt.Key.Key_F5)
            till.press(Qt.Key.Key_Return)
    last: list[Receipt[int]] = []
    till.application.context.run(partial(held_carts.release_drafts, []), last.append)
    qtbot.waitUntil(lambda: len(last) == 1)
    assert till.cart == ["Tea"]
    assert till.page.counter.pieces.verdict.kind != "danger"


def test_a_held_cart_for_a_window_that_is_gone_stays_on_the_rail(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    till.scan("8991001")
    till.hold()
    before, at = till.page, journal.newest()
    with held_by_another(shop):
        till.press(Qt.Key.Key_F5)
        till.press(Qt.Key.Key_Return)
        till.application.apply_settings(theme="dark")
        qtbot.waitUntil(lambda: not isValid(before))
    qtbot.waitUntil(lambda: journal.newest() == at + 2)  # off the rail, and on it again
    assert [cart.names for cart in held_carts.held()] == [("Tea",)]


def test_a_cart_that_could_not_be_held_is_not_lost_with_its_window(
    till: Till, shop: Shop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Receipt[int]:
        with transaction():  # behind the other program
            raise DiskFull("disk full")

    before = till.page
    with held_by_another(shop):
        till.scan("8991001")
        with monkeypatch.context() as patch:
            patch.setattr(held_carts, "hold", refuse)
            till.press(Qt.Key.Key_F4)
            till.press(Qt.Key.Key_Return)
        till.application.apply_settings(theme="dark")
        qtbot.waitUntil(lambda: not isValid(before))
    bar = till.application.front().notice_bar
    qtbot.waitUntil(lambda: "could not be put aside" in bar.text())
    again = next(one for one in bar.findChildren(QAbstractButton) if one.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [cart.names for cart in held_carts.held()] == [("Tea",)])


def test_a_recovery_code_that_is_asked_for_twice_is_made_once(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    staff.add("P1", staff.OWNER, "2718")
    page = till.window.open("settings")
    assert isinstance(page, SettingsPage)
    page.show_section("staff")
    section = page.section
    assert isinstance(section, StaffSection)
    qtbot.waitUntil(section.recovery_button.isEnabled)
    with held_by_another(shop):
        for _ in range(2):
            QTest.mouseClick(section.recovery_button, Qt.MouseButton.LeftButton)
    last: list[Receipt[int]] = []
    till.application.context.run(partial(held_carts.release_drafts, []), last.append)
    qtbot.waitUntil(lambda: len(last) == 1)
    (shown,) = till.window.findChildren(RecoveryCodeDialog)
    QTest.keyClick(shown, Qt.Key.Key_Return)


# --- at the wall ---------------------------------------------------------------------------------


def test_two_quick_scans_of_a_line_of_two_go_on_to_the_next_line(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    tea, soap = a_product("Tea", barcodes=["8991001"]), a_product("Soap")
    order = an_order((tea, pcs(2)), soap, a_product("Salt")).id
    application = Application(qapp, shop, tmp_path, "en", "light")
    wall = RealWall(application, qtbot)
    wall.press("1")
    with held_by_another(shop):
        for _ in range(2):
            wall.page.scanned("8991001")
    qtbot.waitUntil(lambda: line_rows(order)[0]["picked"] == pcs(2))
    qtbot.waitUntil(lambda: getattr(wall.page.wall.line, "name", "") == "Soap")
    application.close()


def test_a_quick_hand_ticks_line_after_line_while_nothing_is_stored(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> None:
    order = an_order(a_product("Tea"), a_product("Soap"), a_product("Salt")).id
    application = Application(qapp, shop, tmp_path, "en", "light")
    wall = RealWall(application, qtbot)
    wall.press("1")
    with held_by_another(shop):
        for _ in range(3):
            wall.strike("Space")
    qtbot.waitUntil(lambda: order_row(order)["stage"] == Stage.READY)
    assert [line["picked"] for line in line_rows(order)] == [pcs(1)] * 3
    application.close()
