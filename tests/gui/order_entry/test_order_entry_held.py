"""Carts set aside and taken up again, and the draft that survives a power cut."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.order_entry.cart.cart_editor import DRAFT_MS
from gui.runtime.station import Station
from gui.shell.app_context import AppContext
from models import session
from models.orders import held_carts, orders
from tests.conftest import ROOT, SetClock
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, at_station, cart_of


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    a_product("Indomie Goreng", 3_300, barcodes=["8991001"])
    return Cashier(context, qtbot)


def rail(cashier: Cashier) -> list[str]:
    return [card.held.reference for card in cashier.window.counter.pieces.rail.cards]


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
    assert "resumed or discarded at another station" in cashier.verdict
    assert cashier.cart == []


def test_the_rail_hears_what_other_stations_hold(cashier: Cashier) -> None:
    with at_station("2"):
        held_carts.hold(cart_of(a_product("Teh Botol", 5_000)), "jauh")
    cashier.hear()
    assert rail(cashier) == ["jauh"]


# --- the draft -------------------------------------------------------------------------------


def test_the_draft_is_written_within_half_a_second(cashier: Cashier, qtbot: QtBot) -> None:
    assert DRAFT_MS < 500
    cashier.scan("8991003")
    qtbot.waitUntil(lambda: held_carts.draft() is not None)


def test_a_station_that_was_stopped_goes_on_with_its_cart(
    cashier: Cashier, context: AppContext, qtbot: QtBot
) -> None:
    cashier.scan("8991003", "8991001")
    cashier.close()
    again = Cashier(context, qtbot)
    assert again.cart == [("Aqua 600 ml", 1), ("Indomie Goreng", 1)]
    again.press("F10")
    assert len(again.orders) == 1
    assert held_carts.draft() is None


def test_a_second_window_has_a_cart_and_a_draft_of_its_own(
    cashier: Cashier, context: AppContext, qtbot: QtBot
) -> None:
    cashier.scan("8991003")
    cashier.window.basket.save_draft()
    second = Cashier(context, qtbot)
    assert second.cart == []
    second.scan("8991001")
    second.window.hide()
    cashier.window.hide()
    assert [held_carts.draft(window).lines[0].name for window in ("", "2")] == [
        "Aqua 600 ml",
        "Indomie Goreng",
    ]


def test_another_station_has_its_own_draft(
    cashier: Cashier, context: AppContext, qtbot: QtBot
) -> None:
    cashier.scan("8991003")
    cashier.window.basket.save_draft()
    session.current.station = "2"
    assert Cashier(context, qtbot).cart == []


def test_a_cart_that_was_placed_unheard_is_placed_once(
    cashier: Cashier, context: AppContext, qtbot: QtBot
) -> None:
    cashier.scan("8991003")
    cart = cashier.window.basket.cart
    orders.place(cart)  # the answer is lost, the cart is still in hand,
    held_carts.save_draft(cart)  # and written once more before the power goes
    cashier.close()
    again = Cashier(context, qtbot)
    assert again.cart == [("Aqua 600 ml", 1)]
    again.press("F10")
    assert len(again.orders) == 1


def test_closing_the_window_writes_the_draft(cashier: Cashier) -> None:
    cashier.scan("8991003")
    cashier.window.hide()
    assert held_carts.draft() is not None


# --- two programs that call themselves by the same station ---------------------------------------

OTHER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QObject
from gui.runtime.station import Station
from models.orders import held_carts
from models.orders.cart import Cart
from models.shop.opening import open_shop
from tests.readable import product_with_code

with open_shop(sys.argv[1], station="1"):
    window, station = QObject(), Station(Path(sys.argv[2]))
    slot = station.slot("order_entry", window)
    held_carts.save_draft(Cart().add(product_with_code("8991003")), slot.key)
    print(slot.number, flush=True)
    time.sleep(60)
"""


def test_two_programs_at_one_station_keep_their_carts_apart_and_none_is_lost_in_a_crash(
    context: AppContext, qtbot: QtBot, shop_file: Path, tmp_path: Path, said: Said
) -> None:
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    context.station = Station(tmp_path / "habits")
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(shop_file), str(tmp_path / "habits")],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "0\n"
        cashier = Cashier(context, qtbot)
        assert cashier.window.basket.slot.number == 1
        assert (cashier.cart, held_carts.held()) == ([], [])
        cashier.scan("8991003", "8991003")
        cashier.window.basket.save_draft()
        assert len(held_carts.drafts()) == 2
        other.kill()
    cashier.window.opened()
    cashier.hear()
    assert said.notices == ["1 cart left behind is kept with the held ones now"]
    assert [held.lines for held in held_carts.held()] == [1]
    assert cashier.cart == [("Aqua 600 ml", 2)], "the one in hand stays there"
    context.station.close()


def test_a_program_that_crashed_alone_goes_on_with_its_cart(
    context: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    a_product("Aqua 600 ml", 3_500, barcodes=["8991003"])
    context.station = Station(tmp_path)
    first = Cashier(context, qtbot)
    first.scan("8991003")
    first.close()
    context.station.close()
    context.station = Station(tmp_path)
    again = Cashier(context, qtbot)
    assert again.cart == [("Aqua 600 ml", 1)]
    assert again.verdict == "Restored what was in hand when the program stopped"
    context.station.close()


def test_the_cart_of_another_machine_is_left_alone_until_nobody_touches_it_any_more(
    context: AppContext, qtbot: QtBot, tmp_path: Path, clock: SetClock
) -> None:
    held_carts.save_draft(cart_of(a_product()), "1@elsewhere")
    context.station = Station(tmp_path)
    cashier = Cashier(context, qtbot)
    assert (cashier.cart, held_carts.held()) == ([], [])
    clock.forward(13 * 60)
    cashier.window.opened()
    assert len(held_carts.held()) == 1
    context.station.close()


def test_what_was_not_found_is_not_said_of_the_cart_that_is_taken_up(cashier: Cashier) -> None:
    cashier.scan("8991001")
    cashier.press("F4", "Return")
    cashier.enter("zzzz")
    assert cashier.verdict.startswith("Not found")
    cashier.press("Ctrl+A", "Backspace", "F5", "Return")
    assert cashier.cart != []
    assert cashier.verdict == ""
