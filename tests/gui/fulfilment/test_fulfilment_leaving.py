"""Goods that leave: what is not paid for says so first, and a paper is never the wrong order's."""

import pytest
from PySide6.QtCore import Qt

from gui.fulfilment.cards import card_face
from gui.printing.document_texts import sheet_of
from gui.words.formatting import Formatting
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import orders, tickets
from models.orders.orders import PlacedOrder
from models.printing import receipt
from models.stages import Stage
from tests.conftest import SetClock
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.fulfilment.wall import pay
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs

pytestmark = pytest.mark.usefixtures("beeps")


def an_unpaid_order(price: int = 12_000) -> PlacedOrder:
    """Ready, and not paid for."""
    order = an_order(a_product("Soap", price))
    fulfilment.make_ready(order.id)
    return order


def ticket(order: PlacedOrder) -> str:
    return tickets.code(order.day, order.number)


def is_out(order: PlacedOrder) -> bool:
    return bool(order_row(order.id)["stage"] == Stage.HANDED_OVER)


WAYS = {
    "Enter": lambda wall, order: wall.press("H", "Return"),
    "its number": lambda wall, order: wall.press("0", str(order.number), "Return"),
    "its ticket": lambda wall, order: wall.scan(ticket(order)),
}


@pytest.mark.parametrize("way", WAYS)
def test_an_unpaid_order_says_so_and_is_asked_about_once(wall: RealWall, way: str) -> None:
    order = an_unpaid_order()
    wall.hear()
    WAYS[way](wall, order)
    assert not is_out(order)
    assert "001 · Unpaid: Rp12.000" in wall.asked
    wall.press("Return")
    assert is_out(order)
    assert not wall.asked


@pytest.mark.parametrize("way", WAYS)
def test_esc_leaves_the_goods_where_they_are(wall: RealWall, way: str) -> None:
    order = an_unpaid_order()
    wall.hear()
    WAYS[way](wall, order)
    wall.press("Escape")
    assert not wall.asked
    assert not is_out(order)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_paid_for_goes_unasked(wall: RealWall, way: str) -> None:
    order = an_unpaid_order()
    pay(order, 12_000)
    wall.hear()
    WAYS[way](wall, order)
    assert is_out(order)


def test_a_part_that_is_still_due_is_the_sum_asked_about(wall: RealWall) -> None:
    order = an_unpaid_order()
    pay(order, 5_000)
    wall.hear()
    wall.scan(ticket(order))
    assert "Still due: Rp7.000" in wall.asked


def test_a_key_held_down_is_no_second_enter(wall: RealWall) -> None:
    order = an_unpaid_order()
    wall.hear()
    wall.press("H", "Return")
    wall.hold(Qt.Key.Key_Return, "\r")
    assert wall.asked
    assert not is_out(order)


def test_the_question_goes_when_it_is_paid_and_undo_brings_the_goods_back(wall: RealWall) -> None:
    order = an_unpaid_order()
    wall.hear()
    wall.press("H", "Return")
    pay(order, 12_000)
    wall.hear()
    assert not wall.asked
    wall.press("Return")
    assert is_out(order)
    wall.press("Ctrl+Z")
    assert not is_out(order)


def test_the_card_reads_what_is_due_until_it_is_paid(wall: RealWall) -> None:
    form = Formatting("en")
    order = an_order(a_product("Soap", 12_000), a_product("Tea", 3_000))
    card = fulfilment_queue.card(order.id)
    assert card is not None
    assert card_face.foot_of(card).unpaid
    assert "Unpaid: Rp15.000" in card_face.spoken(card, wall.page.orders.wall.limits, 0, form)
    fulfilment.make_ready(order.id)
    wall.hear()
    wall.press("H")
    view = wall.page.wall.view
    assert view.band().text == "Unpaid: Rp15.000"
    pay(order, 15_000)
    wall.hear()
    assert view.band() is None
    assert wall.card is not None
    assert not card_face.foot_of(wall.card).unpaid


def test_the_card_of_a_paid_order_that_lost_a_line_says_what_goes_back(wall: RealWall) -> None:
    order = an_order(a_product("Soap", 12_000), a_product("Tea", 3_000))
    pay(order, 15_000)
    fulfilment.make_ready(order.id)
    orders.cancel_line(order.id, 2)
    wall.hear()
    wall.press("H", "Return")  # got the change
    assert wall.page.wall.view.band().text == "Paid too much: Rp3.000 go back"
    wall.press("Return", "Return")
    assert is_out(order)


def test_the_called_number_says_how_the_order_stands(wall: RealWall) -> None:
    order = an_unpaid_order()
    an_order(a_product("Tea", 3_000), a_product("Salt", 1_000))
    wall.hear()
    said = {}
    for number in ("1", "2", "7"):
        wall.press("0", number)
        said[number] = wall.page.overlays.question.state.text()
        wall.press("Escape")
    assert said == {
        "1": "001 · Ready · Unpaid: Rp12.000",
        "2": "002 · Not ready yet: 0 of 2 lines · Unpaid: Rp4.000",
        "7": "Not on the wall",
    }
    pay(order, 12_000)
    fulfilment.hand_over(order.id)
    wall.press("0", "1")
    assert wall.page.overlays.question.state.text().startswith("Handed over already · 001 · ")


def test_the_list_of_what_was_done_last_shows_what_is_due(wall: RealWall) -> None:
    order = an_unpaid_order()
    wall.press("U")
    rows = wall.page.overlays.side.list.rows
    due = next(column for column in rows.columns if column.head == "Still due")
    assert [due.value(row) for row in rows.rows] == ["Rp12.000"]
    pay(order, 12_000)
    wall.hear()
    assert [due.value(row) for row in rows.rows] == [""]


@pytest.mark.usefixtures("language", "shop")
def test_the_pick_ticket_says_what_is_due() -> None:
    order = an_order(a_product("Soap", 12_000))
    words = str(sheet_of(receipt.pick_ticket(order.id), Formatting("en")))
    assert "STILL TO PAY: Rp12.000" in words
    pay(order, 12_000)
    words = str(sheet_of(receipt.pick_ticket(order.id), Formatting("en")))
    assert "STILL TO PAY" not in words


# --- papers at the wrong moment ------------------------------------------------------------


def test_a_ticket_scanned_twice_says_when_it_was_handed_over_and_by_whom(
    wall: RealWall, clock: SetClock
) -> None:
    order = an_unpaid_order()
    pay(order, 12_000)
    wall.hear()
    with at_station("Gudang 2", "W1"):
        fulfilment.hand_over(order.id)
    clock.forward(5)
    other = an_order(a_product("Tea"))
    wall.hear()
    wall.scan(ticket(order))
    assert wall.verdict == "Handed over already 001 · 10:00 · Gudang 2 · W1"
    assert order_row(other.id)["stage"] == Stage.WAITING


def test_a_ticket_of_a_cancelled_order_says_so(wall: RealWall, clock: SetClock) -> None:
    order = an_order()
    with at_station("Kasir\N{NO-BREAK SPACE}1"):
        orders.cancel(order.id)
    wall.hear()
    wall.scan(ticket(order))
    assert wall.verdict == "Cancelled 001 · 10:00 · Counter 1"


def test_a_ticket_of_another_day_names_the_day(wall: RealWall, clock: SetClock) -> None:
    order = an_unpaid_order()
    pay(order, 12_000)
    fulfilment.hand_over(order.id)
    clock.forward(24 * 60)
    an_order()
    wall.hear()
    wall.scan(ticket(order))
    assert wall.verdict.startswith("Handed over already 001 (9 Mar) · 9 Mar 10:00")


def test_a_ticket_of_an_order_that_is_not_ready_brings_it_and_says_how_far_it_is(
    wall: RealWall,
) -> None:
    an_order()
    order = an_order(a_product("Soap"), a_product("Tea"))
    fulfilment.pick(order.id, 1)
    wall.hear()
    wall.scan(ticket(order))
    assert wall.card.id == order.id
    assert wall.verdict == "Not ready yet: 1 of 2 lines 002"


def test_a_ticket_of_an_order_changed_since_is_looked_at_first(wall: RealWall) -> None:
    soap, tea = a_product("Soap", 12_000), a_product("Tea", 3_000)
    order = an_order((soap, pcs(2)), tea)
    pay(order, 27_000)
    fulfilment.make_ready(order.id)
    orders.change(order.id, {1: pcs(1)})
    wall.hear()
    wall.scan(ticket(order))
    assert not is_out(order)
    assert wall.card.id == order.id
    assert wall.verdict == "Changed by the counter: look at it first 001"
    wall.press("Return", "Return", "Return")  # got it, hand it over, and the money goes back
    assert is_out(order)
    assert line_rows(order.id)[0]["handed"] == pcs(1)


def test_a_ticket_of_no_order_of_the_shop_says_so(wall: RealWall) -> None:
    wall.scan("BB-20260309-999")
    assert wall.verdict
