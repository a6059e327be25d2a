"""Goods come back and others go out: chosen at the counter, and one difference changes hands."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.printing.print_spooler import PrintSpooler
from gui.shell.app_context import AppContext
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import BigSum
from models.fulfilment import fulfilment
from models.orders import drawer, held_carts, order_history, orders, returns
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.orders.returns import OpenedExchange
from tests.gui.conftest import Said, printed
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, cart_of, pcs


@pytest.fixture
def sold(context: AppContext) -> PlacedOrder:
    shirt = a_product("Kemeja", 50_000)
    a_product("Celana", 65_000, barcodes=["8991001"])
    a_product("Topi", 42_000, barcodes=["8991002"])
    a_product("Kaus", 50_000, barcodes=["8991003"])
    cart = cart_of(shirt)
    order = orders.place(cart, tenders=[Tender("cash", cart.bill().total)]).value
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    return order


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot, sold: PlacedOrder) -> Cashier:
    cashier = Cashier(context, qtbot)
    goods = OpenedExchange(sold.id, sold.number, {1: pcs(1)}, None, True, "kekecilan")
    cashier.window.opened(exchange=goods)
    cashier.hear()
    return cashier


def words(widget: QWidget) -> list[str]:
    """What is seen on it, from top to bottom; a large sum stands on the line of its name."""
    shown = [x for x in widget.findChildren(QWidget) if isinstance(x, Label | BigSum)]
    seen = [x for x in shown if x.isVisible() and x.text()]
    return [
        x.text()
        for x in sorted(seen, key=lambda x: (x.mapTo(widget, x.rect().center()).y() // 16, x.x()))
    ]


def face(cashier: Cashier) -> str:
    """What stands on the button that pays."""
    return cashier.context.actions.of(cashier.window.counter, "order.pay").text()


def total(cashier: Cashier) -> list[str]:
    return words(cashier.window.counter.pieces.total)


def money(order: PlacedOrder) -> list[int]:
    return [paid.amount for paid in order_history.sheet(order.id).payments]


def test_what_comes_back_stands_against_what_goes_out(cashier: Cashier) -> None:
    assert "Exchange for order 001" in cashier.window.counter.pieces.change_bar.text.text()
    assert total(cashier)[-2:] == ["To give back", "Rp50.000"]
    assert total(cashier)[1] == "Goes back: Rp50.000 Cash", "how, before it is done"
    cashier.scan("8991001")
    assert total(cashier)[1:] == [
        "Goods out", "Rp65.000", "Goods back", "\u2212Rp50.000", "To be paid", "Rp15.000",
    ]  # fmt: skip


def test_the_difference_is_paid(cashier: Cashier, sold: PlacedOrder, said: Said) -> None:
    cashier.scan("8991001")
    cashier.press("F9")
    payment = cashier.window.payment
    assert payment.isVisible()
    assert "Goods back" in words(payment.pieces.summary)
    assert payment.till.total == 15_000
    cashier.enter("20000")
    assert money(sold) == [50_000, 15_000]
    assert said.opened == [("order_history", {"order_id": sold.id})]
    told = "Give back Rp5.000 change. Order 001: exchanged, Rp15.000 received"
    assert said.deeds[-1] == told
    assert cashier.cart == []
    cashier.scan("8991001")
    cashier.press("F9")
    assert payment.pieces.send.text() == "Send now, pay later", "of a new order"
    cashier.press("Escape")
    said.undo()
    assert money(sold) == [50_000]
    assert [line.sold for line in order_history.sheet(sold.id).lines] == [1_000, 0]


def test_what_is_paid_exactly_leaves_no_change_to_tell_of(cashier: Cashier, said: Said) -> None:
    cashier.scan("8991001")
    cashier.press("F9", "Return")
    assert said.deeds[-1] == "Order 001: exchanged, Rp15.000 received"


@pytest.mark.parametrize("way", ["exchange", "change", "cart", "held"])
def test_the_change_of_the_customer_before_is_gone_with_another_cart_in_hand(
    context: AppContext, qtbot: QtBot, sold: PlacedOrder, way: str
) -> None:
    waiting = a_product("Sabuk", 30_000)
    held_carts.hold(cart_of(waiting), "")
    cashier = Cashier(context, qtbot)
    cashier.scan("8991002")
    cashier.press("F9")
    cashier.enter("50000")
    assert cashier.window.counter.pieces.placed.change.isVisible()
    if way == "held":
        cashier.press("F5", "Return")
    else:
        goods = OpenedExchange(sold.id, sold.number, {1: pcs(1)}, None, True, "")
        opened = {"exchange": goods, "cart": cart_of(waiting)}
        cashier.window.opened(**{way: opened.get(way, orders.place(cart_of(waiting)).value.id)})
    cashier.hear()
    assert cashier.cart or cashier.window.basket.changing
    assert cashier.sent == ""
    cashier.press("Ctrl+D")
    assert cashier.sent == "", "it does not come back either"


def test_its_receipt_comes_out_without_another_paper(
    printing: PrintSpooler, cashier: Cashier, qtbot: QtBot, tmp_path: Path
) -> None:
    cashier.scan("8991001")
    cashier.press("F9")
    cashier.enter("20000")
    qtbot.waitUntil(lambda: len(printed(tmp_path)) == 1)


def test_what_is_too_much_goes_back(cashier: Cashier, sold: PlacedOrder, said: Said) -> None:
    cashier.scan("8991002")
    assert face(cashier) == "Give back Rp8.000"
    cashier.press("F9")
    assert money(sold) == [50_000, -8_000]
    assert said.deeds[-1] == "Order 001: exchanged, Rp8.000 given back"
    assert order_history.sheet(sold.id).lines[0].returned == pcs(1)


def test_for_the_same_no_money_moves(cashier: Cashier, sold: PlacedOrder, said: Said) -> None:
    cashier.scan("8991003")
    assert face(cashier) == "Exchange"
    cashier.press("F9")
    assert money(sold) == [50_000]
    assert said.deeds[-1] == "Order 001: exchanged"


def test_more_than_is_in_the_drawer_goes_out_only_after_one_more_press(
    cashier: Cashier, sold: PlacedOrder
) -> None:
    drawer.open_drawer(1_000)
    cashier.scan("8991002")
    cashier.press("F9")
    assert money(sold) == [50_000]
    assert "Rp1.000" in cashier.window.counter.pieces.verdict.text()
    cashier.press("F9")  # the second of two is no answer
    assert money(sold) == [50_000]
    cashier.window.exchange.deaf.stop()
    cashier.press("F9")
    assert money(sold) == [50_000, -8_000]


def test_what_is_left_or_refused_changes_nothing(
    cashier: Cashier, sold: PlacedOrder, said: Said
) -> None:
    cashier.scan("8991003")
    cashier.press("F8", "F3")
    assert cashier.window.counter.talk.prompt.command not in ("order.discount", "order.note")
    returns.return_goods(sold.id, {1: pcs(1)})
    cashier.press("F9")
    assert cashier.cart == [("Kaus", 1)], "it is in hand again"
    assert "Kemeja" in cashier.window.counter.pieces.verdict.text()
    cashier.press("Ctrl+D")
    assert said.deeds[-1] == "Order 001 stays as it was"
    assert cashier.cart == []
