"""Ctrl+Shift+Z does once more what Ctrl+Z took back, wherever that was."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from models.catalogue import catalogue
from models.stages import Stage
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.readable import a_product, an_order, line_rows, order_row, pcs

NOTHING = "There is nothing to do again."


def picked(order: int) -> list[int]:
    return [line["picked"] for line in line_rows(order)]


# --- the wall ------------------------------------------------------------------------------


def test_what_was_picked_goes_out_and_in_again(wall: RealWall) -> None:
    order = an_order((a_product("Tea"), pcs(2)), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "Ctrl+Z")
    assert picked(order) == [0, 0]
    wall.press("Ctrl+Shift+Z")
    assert picked(order) == [pcs(2), 0]
    bar = wall.main_window.undo_bar
    assert bar is not None
    assert bar.accessibleName() == "Done again: 001 · Tea, what was picked"
    wall.press("Ctrl+Z")
    assert picked(order) == [0, 0]


def test_what_was_done_again_is_taken_back_when_its_bar_is_gone(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "Ctrl+Z", "Ctrl+Shift+Z")
    wall.wait_out_the_bar()
    wall.press("Ctrl+Z")
    assert picked(order) == [0, 0]


@pytest.mark.parametrize("waits", [False, True], ids=["at once", "when the bars are gone"])
def test_steps_come_again_in_their_order(wall: RealWall, waits: bool) -> None:
    order = an_order(a_product("Tea"), a_product("Soap"), a_product("Rice")).id
    wall.hear()
    wall.press("Space", "Space")
    for expected in ([pcs(1), 0, 0], [0, 0, 0]):
        wall.press("Ctrl+Z")
        assert picked(order) == expected
        if waits:
            wall.wait_out_the_bar()
    for expected in ([pcs(1), 0, 0], [pcs(1), pcs(1), 0]):
        wall.press("Ctrl+Shift+Z")
        assert picked(order) == expected
        if waits:
            wall.wait_out_the_bar()
    wall.press("Ctrl+Shift+Z")
    assert wall.main_window.notice_text() == NOTHING


@pytest.mark.parametrize("key", ["Return", "R", "M"])
def test_a_step_of_a_card_comes_again(wall: RealWall, key: str) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()

    def now() -> tuple[object, ...]:
        row = order_row(order)
        return row["stage"], row["rush"], row["claimed_by"]

    before = now()
    wall.press(key)
    after = now()
    assert after != before
    wall.press("Ctrl+Z")
    assert now() == before
    wall.press("Ctrl+Shift+Z")
    assert now() == after


def test_what_another_step_followed_stays_taken_back(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "Ctrl+Z", "R", "Ctrl+Shift+Z")
    assert picked(order) == [0, 0]
    assert wall.main_window.notice_text() == NOTHING


def test_what_is_handed_over_again_leaves_the_wall(wall: RealWall) -> None:
    placed = an_order(a_product("Tea"))
    pay(placed)
    order = placed.id
    wall.hear()
    wall.press("Space", "H", "Return")
    assert order_row(order)["stage"] == Stage.HANDED_OVER
    wall.press("Ctrl+Z")
    assert order_row(order)["stage"] == Stage.READY
    wall.press("Ctrl+Shift+Z")
    assert order_row(order)["stage"] == Stage.HANDED_OVER


# --- other pages ---------------------------------------------------------------------------


class Desk:
    """A page of the program, and the keys that are pressed there."""

    def __init__(self, application: Application, qtbot: QtBot, page: str, **arguments: object):
        self.application = application
        self.main_window = application.start(page, **arguments)
        self.main_window.showNormal()
        qtbot.waitActive(self.main_window)
        self.page = self.main_window.page
        self.qtbot = qtbot
        self.hear()

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(self.main_window.windowHandle(), key)
            self.hear()

    def hear(self) -> None:
        self.application.scanner.settle()
        self.application.context.feed.read()
        self.qtbot.waitUntil(lambda: not self.page.refresher.stale)

    @property
    def said(self) -> str:
        bar = self.main_window.undo_bar
        return bar.accessibleName() if bar is not None else ""


def test_a_tile_that_was_taken_off_is_put_again(application: Application, qtbot: QtBot) -> None:
    tea = a_product("Tea", 5_000).id
    desk = Desk(application, qtbot, "catalogue")
    desk.press("Down", "Ctrl+B")  # a tile at the counter
    assert catalogue.product(tea).favourite is not None
    desk.press("Ctrl+Z")
    assert catalogue.product(tea).favourite is None
    desk.press("Ctrl+Shift+Z")
    assert catalogue.product(tea).favourite is not None
    assert desk.said == "Tea added to favourites"
    desk.press("Ctrl+Z")
    assert catalogue.product(tea).favourite is None


def test_another_page_has_nothing_to_do_again(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap")).id
    wall.hear()
    wall.press("Space", "Ctrl+Z")
    wall.strike("Ctrl+0")
    wall.strike("Ctrl+Shift+Z")
    assert picked(order) == [0, 0]
    assert wall.main_window.notice_text() == NOTHING
