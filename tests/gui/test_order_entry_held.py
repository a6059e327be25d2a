"""Carts set aside and taken up again, and the draft that survives a power cut."""

import time

import pytest
from pytestqt.qtbot import QtBot

from gui.desk import Desk
from models import held_carts, session
from tests.gui.cashier import Cashier
from tests.gui.conftest import Said
from tests.readable import a_product, at_station, cart_of


@pytest.fixture
def cashier(desk: Desk, qtbot: QtBot) -> Cashier:
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    a_product("Indomie Goreng", 3_300, barcodes=["8991001"])
    return Cashier(desk, qtbot)


def rail(cashier: Cashier) -> list[str]:
    return [card.held.reference for card in cashier.window.counter.pieces.rail._shown]


# --- holding ---------------------------------------------------------------------------------


def test_f4_and_enter_hold_the_cart(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.press("F4", "Return")
    assert cashier.cart == []
    assert len(rail(cashier)) == 1


def test_f4_twice_holds_at_once(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.press("F4", "F4")
    assert len(rail(cashier)) == 1


def test_a_mark_is_kept_without_telephone_numbers(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.press("F4")
    cashier.enter("baju merah 081234567890")
    assert rail(cashier) == ["baju merah"]


def test_f5_takes_one_up_again(cashier: Cashier) -> None:
    cashier.scan("8991003", "8991003")
    cashier.press("F4", "Return", "F5", "Return")
    assert cashier.cart == [("Aqua 600 ml", 2)]
    assert rail(cashier) == []


def test_held_carts_are_found_by_mark_or_product(cashier: Cashier) -> None:
    for code, mark in (("8991003", "merah"), ("8991001", "biru")):
        cashier.scan(code)
        cashier.press("F4")
        cashier.enter(mark)
    cashier.press("F5")
    cashier.enter("aqua")
    assert cashier.cart == [("Aqua 600 ml", 1)]


def test_taking_one_up_sets_the_one_in_hand_aside(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.press("F4")
    cashier.enter("merah")
    cashier.scan("8991001")
    cashier.press("F5", "Return")
    assert cashier.cart == [("Aqua 600 ml", 1)]
    assert [held.names for held in held_carts.held()] == [("Indomie Goreng",)]


def test_an_order_to_be_placed_again_sets_the_cart_in_hand_aside(cashier: Cashier) -> None:
    cashier.scan("8991003")
    again = cart_of(a_product("Teh Botol", 5_000))
    cashier.window.opened(cart=again)
    assert cashier.cart == [("Teh Botol", 1)]
    assert [held.names for held in held_carts.held()] == [("Aqua 600 ml",)]


def test_holding_can_be_undone(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991003")
    cashier.press("F4", "Return")
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert cashier.cart == [("Aqua 600 ml", 1)]
    assert held_carts.held() == []


def test_discarding_can_be_undone(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991003")
    cashier.press("F4")
    cashier.enter("merah")
    cashier.press("F5", "Del")
    assert held_carts.held() == []
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert [held.reference for held in held_carts.held()] == ["merah"]


def test_a_cart_taken_up_elsewhere_is_told(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.press("F4", "Return", "F5")
    (held,) = held_carts.held()
    with at_station("2"):
        held_carts.resume(held.id)
    cashier.press("Return")
    assert "taken up or discarded at another station" in cashier.verdict
    assert cashier.cart == []


def test_the_rail_hears_what_other_stations_hold(cashier: Cashier) -> None:
    with at_station("2"):
        held_carts.hold(cart_of(a_product("Teh Botol", 5_000)), "jauh")
    cashier.hear()
    assert rail(cashier) == ["jauh"]


# --- the draft -------------------------------------------------------------------------------


def test_the_draft_is_written_within_half_a_second(cashier: Cashier, qtbot: QtBot) -> None:
    began = time.monotonic()
    cashier.scan("8991003")
    qtbot.waitUntil(lambda: held_carts.draft() is not None, timeout=500)
    assert time.monotonic() - began < 0.5


def test_a_station_that_was_stopped_goes_on_with_its_cart(
    cashier: Cashier, desk: Desk, qtbot: QtBot
) -> None:
    cashier.scan("8991003", "8991001")
    cashier.close()
    again = Cashier(desk, qtbot)
    assert again.cart == [("Aqua 600 ml", 1), ("Indomie Goreng", 1)]
    again.press("F10")
    assert len(again.orders) == 1
    assert held_carts.draft() is None


def test_a_second_window_has_a_cart_and_a_draft_of_its_own(
    cashier: Cashier, desk: Desk, qtbot: QtBot
) -> None:
    cashier.scan("8991003")
    cashier.window.basket.save_draft()
    second = Cashier(desk, qtbot)
    assert second.cart == []
    second.scan("8991001")
    second.window.hide()
    cashier.window.hide()
    assert [held_carts.draft(window).lines[0].name for window in (0, 1)] == [  # type: ignore[union-attr]
        "Aqua 600 ml",
        "Indomie Goreng",
    ]


def test_another_station_has_its_own_draft(cashier: Cashier, desk: Desk, qtbot: QtBot) -> None:
    cashier.scan("8991003")
    cashier.window.basket.save_draft()
    session.current.station = "2"
    assert Cashier(desk, qtbot).cart == []


def test_closing_the_window_writes_the_draft(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.window.hide()
    assert held_carts.draft() is not None
