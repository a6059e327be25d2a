"""The warehouse lacks what was paid for: the counter that took the money is told what goes back."""

import pytest
from pytestqt.qtbot import QtBot

from gui.order_history.timeline import story
from gui.shell.app_context import AppContext
from gui.widgets.text.labels import Label
from models.fulfilment import fulfilment
from models.orders import order_history, orders, payments
from models.orders.payments import Tender
from models.shop import undo
from models.stages import Stage
from tests.gui.conftest import Said
from tests.gui.fulfilment.real_wall import RealWall
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, at_station, order_row, pcs

SPRITE = "8992761002015"


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot) -> Cashier:
    a_product("Sprite", 5_500, barcodes=[SPRITE])
    return Cashier(context, qtbot)


def sell(cashier: Cashier, said: Said, pieces: int, *keys: str) -> None:
    cashier.scan(*[SPRITE] * pieces)
    cashier.press(*keys)
    assert cashier.sent.startswith("Order 001 sent")
    said.notices.clear()  # that no till is open


def test_all_of_a_paid_order_is_short(cashier: Cashier, said: Said) -> None:
    sell(cashier, said, 1, "F9", "Return")
    sent = cashier.sent
    with at_station("gudang"):
        short = fulfilment.short(1, 1)
    cashier.hear()
    told = "Order 001: Rp5.500 to give back to the customer"
    assert said.notices == [told]
    assert cashier.sent == "001. Order cancelled. Give back Rp5.500"
    labels = cashier.window.counter.pieces.placed.findChildren(Label)
    assert all(label.text() for label in labels if label.isVisible()), "no icon stands alone"
    remedy = said.remedies[-1]
    assert remedy is not None
    remedy()
    assert said.opened == [("order_history", {"order_id": 1, "settle": True})]
    titles = [moment.title for moment in story(order_history.sheet(1), cashier.context.format)]
    assert titles == ["Ordered", "Short", "Cancelled"]
    with at_station("gudang"):
        assert short.sequence is not None
        undo.undo(short.sequence)
    cashier.hear()
    assert said.withdrawn == [told]
    assert cashier.sent == sent


def test_what_is_given_back_is_told_no_more(cashier: Cashier, said: Said) -> None:
    sell(cashier, said, 1, "F9", "Return")
    with at_station("gudang"):
        fulfilment.short(1, 1)
    cashier.hear()
    payments.refund(1, 5_500, "cash")
    cashier.hear()
    assert said.withdrawn == said.notices
    assert cashier.sent == "001. Order cancelled"


def test_each_piece_that_is_short_makes_the_sum_another(cashier: Cashier, said: Said) -> None:
    sell(cashier, said, 3, "F9", "Return")
    sent = cashier.sent
    for _ in range(2):
        with at_station("gudang"):
            fulfilment.short(1, 1, pcs(1))
        cashier.hear()
    one, both = (
        f"Order 001: {sum} to give back to the customer" for sum in ("Rp5.500", "Rp11.000")
    )
    assert (said.notices, said.withdrawn) == ([one, both], [one])
    assert cashier.sent == sent


def test_what_is_not_paid_too_much_or_was_taken_elsewhere_is_not_told(
    cashier: Cashier, said: Said
) -> None:
    sell(cashier, said, 2, "F10")
    payments.pay(1, Tender("cash", 5_500))
    with at_station("kasir2"):
        other = an_order(a_product("Teh", 4_000), tenders=[Tender("cash", 4_000)])
    with at_station("gudang"):
        fulfilment.short(1, 1, pcs(1))
        fulfilment.short(other.id, 1)
    cashier.hear()
    assert said.notices == []


def test_an_order_cancelled_elsewhere_is_called_so(cashier: Cashier, said: Said) -> None:
    sell(cashier, said, 1, "F10")
    with at_station("kasir2"):
        orders.cancel(1, "salah")
    cashier.hear()
    assert cashier.sent == "001. Order cancelled"


def test_the_warehouse_is_told_that_nothing_is_left(wall: RealWall) -> None:
    order = an_order(a_product("Tea"), a_product("Soap"))
    wall.hear()
    wall.press("S", "0", "Return")
    assert "cancelled" not in wall.said
    wall.press("S", "0", "Return")
    assert order_row(order.id)["stage"] == Stage.CANCELLED
    assert wall.said == "Short, sold out: 1 Soap. Order 001 is cancelled"
