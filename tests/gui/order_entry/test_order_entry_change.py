"""A placed order is changed at the counter, as a cart is; and nothing of it becomes a second."""

import pytest
from pytestqt.qtbot import QtBot

from gui.order_history.timeline import story
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from models.fulfilment import fulfilment_queue
from models.orders import held_carts, order_history, orders
from models.orders.orders import PlacedOrder
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, cart_of, pcs


@pytest.fixture
def placed(context: AppContext) -> PlacedOrder:
    rice = a_product("Beras", 70_000, barcodes=["8991001"])
    a_product("Teh", 5_000, barcodes=["8991003"])
    return orders.place(cart_of((rice, pcs(2)))).value


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot, placed: PlacedOrder) -> Cashier:
    """Who was asked to change the order, with another cart in hand."""
    cashier = Cashier(context, qtbot)
    cashier.scan("8991003")
    cashier.window.opened(change=placed.id)
    cashier.hear()
    return cashier


def test_the_order_is_in_the_hands_and_the_cart_is_held(cashier: Cashier) -> None:
    assert cashier.cart == [("Beras", 2)]
    assert "changing order 001" in cashier.window.counter.pieces.change_bar.text.text()
    assert [held.lines for held in held_carts.held()] == [1]


def test_what_is_scanned_removed_and_counted_is_sent(
    cashier: Cashier, placed: PlacedOrder, said: Said
) -> None:
    cashier.scan("8991003", "8991003")
    cashier.window.basket.select(0)
    cashier.press("-", "F9")
    assert said.opened == [("order_history", {"order_id": placed.id, "settle": True})]
    assert said.deeds[-1] == "The change of order 001 is sent"
    assert cashier.cart == []
    lines = order_history.sheet(placed.id).lines
    assert [(x.name, (x.ordered - x.cancelled) / 1000) for x in lines] == [("Beras", 1), ("Teh", 2)]
    assert len(order_history.find()) == 1, "it is the same order still"


def test_a_change_is_taken_back_with_one_key(
    cashier: Cashier, placed: PlacedOrder, said: Said
) -> None:
    cashier.press("+", "F9")
    assert order_history.sheet(placed.id).order.total == 210_000
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert order_history.sheet(placed.id).order.total == 140_000


def test_leaving_changes_nothing(cashier: Cashier, placed: PlacedOrder, said: Said) -> None:
    cashier.press("+", "Ctrl+D")
    assert cashier.cart == []
    assert said.deeds[-1] == "Order 001 stays as it was"
    assert order_history.sheet(placed.id).order.total == 140_000
    assert not cashier.window.counter.pieces.change_bar.isVisible()
    cashier.scan("8991003")
    cashier.press("F10")
    assert len(order_history.find()) == 2


def test_sending_nothing_new_leaves_it(cashier: Cashier, said: Said) -> None:
    cashier.press("F9")
    assert said.deeds[-1] == "Order 001 stays as it was"


def test_discounts_and_notes_are_changed_like_everything_else(
    cashier: Cashier, placed: PlacedOrder, said: Said
) -> None:
    cashier.press("F8")
    cashier.enter("10%")
    cashier.press("F3")
    cashier.enter("dua plastik")
    assert cashier.total == 126_000
    cashier.press("F9")
    sheet = order_history.sheet(placed.id)
    assert (sheet.order.total, sheet.order.note) == (126_000, "dua plastik")
    told = story(sheet, cashier.context.format)[-1].detail
    assert told == "Discount Rp0 \u2192 10% Beras, Note: dua plastik"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    sheet = order_history.sheet(placed.id)
    assert (sheet.order.total, sheet.order.note) == (140_000, "")


def test_the_time_is_changed_like_everything_else(
    cashier: Cashier, placed: PlacedOrder, said: Said, clock: SetClock
) -> None:
    """Later, at another time, at once; and back."""
    words = cashier.context.format

    def wanted() -> int | None:
        return order_history.sheet(placed.id).order.wanted_at

    def change_to(text: str) -> str:
        cashier.window.opened(change=placed.id)
        cashier.hear()
        cashier.press("Ctrl+U", "Ctrl+A", "Backspace")
        cashier.enter(text)
        cashier.press("F9")
        return story(order_history.sheet(placed.id), words)[-1].detail

    assert change_to("17.30") == "for 17:30"
    at = wanted()
    assert at is not None
    assert words.time(at) == "17:30"
    assert [card.id for card in fulfilment_queue.wall().later] == [placed.id]
    assert change_to("besok 9") == "for 10 Mar 09:00"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert wanted() == at
    assert change_to("") == "wanted at once"
    assert wanted() is None
    assert [card.id for card in fulfilment_queue.wall().waiting] == [placed.id]


def test_it_can_be_neither_held_nor_sent_again(cashier: Cashier) -> None:
    cashier.press("F10", "F4")
    assert cashier.cart == [("Beras", 2)]
    assert len(order_history.find()) == 1
    assert len(held_carts.held()) == 1
    assert cashier.window.counter.talk.prompt is cashier.window.counter.talk.search


@pytest.mark.parametrize("policy", ["block", "warn"])
def test_what_the_order_has_already_is_not_asked_of_the_shelf_again(
    cashier: Cashier, context: AppContext, policy: str
) -> None:
    """Its two are reserved: with three on the shelf there is one more to add, and no second."""
    tea = a_product("Teh celup", 5_000, on_hand=pcs(3), stock_policy=policy, barcodes=["8991009"])
    placed = orders.place(cart_of((tea, pcs(2)))).value
    cashier.window.opened(change=placed.id)
    cashier.hear()
    cashier.press("+")
    assert cashier.cart == [("Teh celup", 3)]
    cashier.scan("8991009")
    assert cashier.cart == [("Teh celup", 3 if policy == "block" else 4)]
    cashier.press("F9")
    assert order_history.sheet(placed.id).order.total == 15_000 + 5_000 * (policy == "warn")


def test_a_button_that_cannot_be_pressed_says_why_under_the_pointer(cashier: Cashier) -> None:
    def tip(command: str) -> str:
        buttons = cashier.window.counter.findChildren(ActionButton)
        return next(b.toolTip() for b in buttons if b.action.objectName() == command)

    assert tip("order.hold") == "The order is placed already"
    cashier.window.counter.leave()
    cashier.hear()
    cashier.press("Delete")
    assert cashier.cart == []
    assert tip("order.later") == "The cart is empty"
    cashier.scan("8991003")
    assert tip("order.later") == "For later (Ctrl+U)"


def test_after_a_crash_it_is_no_second_order(cashier: Cashier) -> None:
    cashier.press("+")
    cashier.window.basket.save_draft()
    assert not held_carts.draft(cashier.window.basket.slot.key)


def test_another_language_goes_on_changing_it(
    cashier: Cashier, context: AppContext, qtbot: QtBot, placed: PlacedOrder
) -> None:
    cashier.press("+")
    carried = cashier.window.save_state()
    other = Cashier(context, qtbot)
    other.window.restore_state(carried)
    other.press("F9")
    assert order_history.sheet(placed.id).order.total == 210_000
    assert len(order_history.find()) == 1


def test_the_story_says_how_many_of_a_new_product(
    cashier: Cashier, placed: PlacedOrder, context: AppContext
) -> None:
    cashier.scan("8991003", "8991003")
    cashier.press("F9")
    assert story(order_history.sheet(placed.id), context.format)[-1].detail == "+2 pcs Teh"


def test_the_story_counts_from_what_was_wanted_before(
    cashier: Cashier, placed: PlacedOrder, context: AppContext
) -> None:
    cashier.press("-", "F9")  # one of two is cancelled
    cashier.window.opened(change=placed.id)
    cashier.press("+", "+", "F9")
    told = [moment.detail for moment in story(order_history.sheet(placed.id), context.format)]
    assert told[1:] == ["\u22121 pcs Beras", "1 \u2192 3 pcs Beras"]
