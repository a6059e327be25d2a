"""A cart that is on its way comes back to whoever it belongs to: after the program closed, after
another person came, after the windows were built anew.
"""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models import session
from models.orders import held_carts
from models.settings import staff
from models.shop.opening import Shop
from tests.gui.held_by_another import held_by_another
from tests.gui.runtime.till import Till

pytestmark = pytest.mark.usefixtures("beeps")
Key = Qt.Key


def send(till: Till, code: str) -> None:
    till.scan(code)
    till.press(Key.Key_F10)


def held() -> list[tuple[tuple[str, ...], str]]:
    return [(cart.names, cart.reference) for cart in held_carts.held()]


@pytest.fixture
def people(shop: Shop) -> None:
    for code in ("K1", "K2"):
        staff.add(code, staff.COUNTER)


def come(till: Till, code: str) -> None:
    """The till is locked, and this person comes, by keys."""
    till.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert till.window.lock_screen is not None
    till.window.lock_screen.fields.code_line.setText(code)
    till.press(Key.Key_Return)


def test_an_order_that_is_refused_while_the_program_closes_waits_on_the_rail(
    till: Till, shop: Shop, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with held_by_another(shop) as free:
        for _ in range(2):  # there is only one
            send(till, "8991001")
        threading.Timer(0.05, free.set).start()
        till.application.close()
    assert held() == [(("Tea",), "")]
    assert held_carts.drafts() == {}


def test_a_cart_that_is_taken_up_while_the_program_closes_goes_back_to_the_rail(
    till: Till, shop: Shop
) -> None:
    till.scan("8991001")
    till.hold()
    with held_by_another(shop) as free:
        till.press(Key.Key_F5)
        till.press(Key.Key_Return)
        threading.Timer(0.05, free.set).start()
        till.application.close()
    assert [names for names, _ in held()] == [("Tea",)]


@pytest.mark.usefixtures("people")
def test_an_order_that_is_refused_when_another_is_here_waits_for_its_person(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    session.current.staff = "K1"
    with held_by_another(shop):
        for _ in range(2):
            send(till, "8991001")
        come(till, "K2")
    qtbot.waitUntil(lambda: held() == [(("Tea",), "K1")])
    qtbot.waitUntil(lambda: not till.window.is_locked)
    assert (session.current.staff, till.cart) == ("K2", [])
    come(till, "K1")
    qtbot.waitUntil(lambda: till.cart == ["Tea"])


@pytest.mark.usefixtures("people")
def test_who_comes_back_at_once_finds_the_cart_that_is_still_on_its_way(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    session.current.staff = "K1"
    till.scan("8991003")
    with held_by_another(shop) as free:
        come(till, "K2")
        free.set()
        qtbot.waitUntil(lambda: not till.window.is_locked)
    with held_by_another(shop):
        come(till, "K1")
    qtbot.waitUntil(lambda: till.cart == ["Salt"])
    assert held() == []


def test_an_order_that_arrives_when_its_window_is_gone_is_told(
    till: Till, shop: Shop, qtbot: QtBot
) -> None:
    before = till.page
    with held_by_another(shop):
        send(till, "8991001")
        till.press(Key.Key_F10)
        till.application.apply_settings(theme="dark")
        qtbot.waitUntil(lambda: not isValid(before))
    window = till.application.front()
    qtbot.waitUntil(lambda: window.undo_bar is not None)
    assert window.undo_bar is not None
    assert window.undo_bar.accessibleName() == "Order 001 is sent"
