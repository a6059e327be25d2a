"""What the wall answers to its keys: to the right order, once, and only where it is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from models import fulfilment, staff
from models.shop import Shop
from tests.gui.real_wall import RealWall
from tests.readable import a_product, an_order

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def application(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Application]:
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True)
    yield application
    application.close()


@pytest.fixture
def wall(application: Application, qtbot: QtBot) -> RealWall:
    return RealWall(application, qtbot)


# --- a key that was answered -----------------------------------------------------------------


@pytest.mark.parametrize("beside", ["nothing", "claimed"])
@pytest.mark.parametrize("key", ["U", "A"])
@pytest.mark.parametrize("enter", ["Return", "Space"])
def test_a_key_that_a_list_takes_is_not_said_to_be_impossible(
    wall: RealWall, beside: str, key: str, enter: str
) -> None:
    fulfilment.make_ready(an_order(a_product("Soap")).id)
    if beside == "claimed":
        fulfilment.pick(an_order(a_product("Tea"), a_product("Salt")).id, 1)
    wall.hear()
    wall.press(key, enter)
    assert wall.told == ""
    assert "Not possible" not in wall.verdict
    assert "No order" not in wall.verdict


@pytest.mark.parametrize("orders", [0, 1])
def test_the_enter_that_unlocks_is_nothing_else(wall: RealWall, orders: int) -> None:
    staff.add("K1", staff.COUNTER)
    for _ in range(orders):
        an_order(a_product("Tea"))
    wall.hear()
    wall.strike("Ctrl+L")
    wall.strike("Ctrl+L")
    assert wall.told == ""
    wall.type("K1")
    wall.press("Return")
    assert not wall.frame.is_locked
    assert (wall.told, wall.verdict) == ("", "")
