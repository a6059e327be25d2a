"""What somebody did at the wall who had never seen it: focus, ways back, keys that answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from models import fulfilment
from models.shop import Shop
from tests.gui.real_wall import RealWall
from tests.readable import a_product, an_order, at_station, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def application(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[Application]:
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True)
    yield application
    application.close()


@pytest.fixture
def wall(application: Application, qtbot: QtBot) -> RealWall:
    return RealWall(application, qtbot)


# --- another language ----------------------------------------------------------------------


@pytest.mark.parametrize("front", ["Ctrl+2", "Ctrl+,"])
def test_after_another_language_the_keys_are_the_wall_s(
    application: Application, wall: RealWall, qtbot: QtBot, front: str
) -> None:
    order = an_order((a_product("Tea"), pcs(2)), a_product("Soap")).id
    wall.hear()
    wall.press("Space")
    wall.strike(front)
    wall.after(lambda: application.choose(language="id"))
    wall.strike("Ctrl+2")
    wall.look_again()
    wall.press("Space")
    assert wall.frame.room is wall.room
    assert order_row(order)["stage"] == 2


@pytest.mark.parametrize("key", [f"Ctrl+{n}" for n in (1, 2, 4, 5)])
def test_a_page_that_comes_again_has_the_focus_where_one_works(
    application: Application, wall: RealWall, key: str
) -> None:
    wall.strike(key)
    wall.strike("Ctrl+0")
    wall.after(lambda: application.choose(language="id"))
    wall.strike(key)
    focus = wall.frame.focusWidget()
    assert focus is not None
    assert wall.frame.room.isAncestorOf(focus)
    assert not isinstance(focus, QAbstractButton)


# --- the way back --------------------------------------------------------------------------


def test_what_was_taken_over_goes_back_with_ctrl_z(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    with at_station("2"):
        fulfilment.pick(order, 1)
    wall.hear()
    wall.press("M")
    assert order_row(order)["claimed_by"] == "1"
    wall.press("Ctrl+Z")
    assert order_row(order)["claimed_by"] == "2"


def test_what_was_given_back_is_taken_again_with_ctrl_z(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "M")
    assert order_row(order)["claimed_by"] is None
    wall.press("Ctrl+Z")
    assert order_row(order)["claimed_by"] == "1"
