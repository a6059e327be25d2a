"""The cash drawer from its float to its count, and goods that come back."""

import pytest

from models import events, print_spool, session
from models.amounts import ONE, SUM_LIMIT
from models.catalogue import catalogue, stock
from models.catalogue.catalogue import Product
from models.errors import (
    BadMoney,
    BadQuantity,
    CannotUndo,
    DrawerIsClosed,
    DrawerIsOpen,
    NoDrawerOpen,
    NothingToRedo,
    NothingToReturn,
    NotInDrawer,
    TextMissing,
)
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.cart import Cart
from models.orders.drawer import Taken
from models.orders.ledger import paid_out
from models.orders.payments import Tender
from models.print_spool import PrintRequest
from models.settings import preferences
from models.shop.undo import undo
from tests.conftest import SetClock

pytestmark = pytest.mark.usefixtures("shop")


@pytest.fixture
def rice(shop: object) -> Product:
    return catalogue.add_product("Beras 5 kg", 70_000, on_hand=10 * ONE).value


def sell(product: Product, pieces: int, method: str = "cash") -> orders.PlacedOrder:
    cart = Cart().add(product, pieces * ONE)
    return orders.place(cart, tenders=[Tender(method, cart.bill().total)]).value


def test_all_that_is_in_the_drawer_can_be_taken_out_and_no_more(rice: Product) -> None:
    drawer.open_drawer(50_000)
    with pytest.raises(NotInDrawer):
        drawer.move(-50_001, "Setor")
    drawer.move(-50_000, "Setor")
    current = drawer.current()
    assert current is not None
    assert current.expected == 0


@pytest.mark.parametrize("opening", [-1, SUM_LIMIT + 1, True])
def test_a_drawer_opens_with_a_sum_of_money(opening: int) -> None:
    with pytest.raises(BadMoney):
        drawer.open_drawer(opening)
    assert drawer.current() is None


def test_what_is_taken_in_the_moment_of_opening_and_of_closing_counts(
    rice: Product, clock: SetClock
) -> None:
    drawer.open_drawer(0)
    sell(rice, 1, "qris")
    clock.forward(minutes=5)
    sell(rice, 1, "qris")
    assert drawer.close_drawer(0).value.taken == (Taken("qris", False, 2, 140_000),)


def test_the_report_of_a_closing_is_printed_with_it(rice: Product) -> None:
    drawer.open_drawer(0)
    drawer.close_drawer(0, papers=[PrintRequest("day_close")])
    assert [job.request.paper for job in print_spool.outstanding()] == ["day_close"]


@pytest.mark.parametrize("quantity", [0, -ONE])
def test_nothing_comes_back_in_no_quantity(rice: Product, quantity: int) -> None:
    order = sell(rice, 2)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    with pytest.raises(BadQuantity):
        returns.return_goods(order.id, {1: quantity})
    assert order_history.sheet(order.id).lines[0].returned == 0


def test_a_drawer_balances_over_sales_refunds_and_movements(rice: Product) -> None:
    drawer.open_drawer(200_000)
    first = sell(rice, 2)
    sell(rice, 1, "qris")
    drawer.move(-50_000, "Galon")
    drawer.move(20_000, "Receh")
    payments.refund(first.id, 40_000)
    open_now = drawer.current()
    assert open_now is not None
    assert (open_now.cash, open_now.moved, open_now.expected) == (100_000, -30_000, 270_000)
    closed = drawer.close_drawer(269_000).value
    assert closed.difference == -1_000
    assert closed.taken == (
        Taken("cash", False, 1, 140_000),
        Taken("cash", True, 1, -40_000),
        Taken("qris", False, 1, 70_000),
    )
    assert drawer.current() is None


def test_the_report_counts_payments_as_the_cashier_does(rice: Product) -> None:
    drawer.open_drawer(0)
    first, second = sell(rice, 2), orders.place(Cart().add(rice, ONE)).value
    undo(payments.pay(second.id, Tender("cash", 70_000)).sequence)
    undo(payments.refund(first.id, 70_000, "cash").sequence)
    payments.refund(first.id, 20_000, "cash")
    report = drawer.close_drawer(120_000).value
    assert report.taken == (Taken("cash", False, 1, 140_000), Taken("cash", True, 1, -20_000))


def test_cash_without_an_open_drawer_belongs_to_none(rice: Product) -> None:
    sell(rice, 1)
    drawer.open_drawer(0)
    assert drawer.close_drawer(0).value.difference == 0


def test_cash_that_no_drawer_had_is_asked_about_once_and_stands_in_the_next_report(
    rice: Product,
) -> None:
    for pieces in (1, 2, 1):
        asked = isinstance(drawer.doubt(70_000), NoDrawerOpen)
        assert asked == (drawer.loose_cash() == 0)
        sell(rice, pieces)
        sell(rice, 1, "qris")
    with session.acting_for(session.Request("Kasir 2", "")):
        assert isinstance(drawer.doubt(1), NoDrawerOpen), "another till has its own drawer"
        sell(rice, 1)
    assert drawer.loose_elsewhere() == [drawer.Loose("Kasir 2", 70_000)]
    assert drawer.doubt(-70_000) is None
    undo(payments.refund(order_history.find()[0].id, 70_000, "cash").sequence)
    assert drawer.loose_cash() == 280_000
    drawer.open_drawer(300_000)
    sell(rice, 1)
    current = drawer.current()
    assert current is not None
    assert (current.loose, current.cash, current.expected) == (280_000, 70_000, 370_000)
    assert drawer.close_drawer(370_000).value.loose == 280_000
    assert drawer.loose_cash() == 0
    assert isinstance(drawer.doubt(70_000), NoDrawerOpen)


def test_what_is_odd_about_cash(rice: Product) -> None:
    drawer.open_drawer(50_000)
    assert drawer.doubt(0) is drawer.doubt(10**9) is drawer.doubt(-50_000) is None
    assert isinstance(drawer.doubt(-50_001), NotInDrawer)


def test_a_drawer_is_opened_once_and_closed_once(rice: Product) -> None:
    with pytest.raises(DrawerIsClosed):
        drawer.close_drawer(0)
    drawer.open_drawer(100)
    with pytest.raises(DrawerIsOpen):
        drawer.open_drawer(100)
    drawer.close_drawer(100)
    assert [session.counted for session in drawer.recent()] == [100]


def test_what_cannot_go_in_or_out_is_refused(rice: Product) -> None:
    drawer.open_drawer(1_000)
    for amount, reason, error in (
        (0, "x", BadMoney), (-2_000, "x", NotInDrawer), (5, "", TextMissing),
    ):  # fmt: skip
        with pytest.raises(error):
            drawer.move(amount, reason)
    with pytest.raises(BadMoney):
        drawer.close_drawer(-1)
    current = drawer.current()
    assert current is not None
    assert current.expected == 1_000


def test_goods_brought_back_pay_out_and_stand_on_the_shelf_again(rice: Product) -> None:
    order = sell(rice, 3)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    assert returns.return_goods(order.id, {1: 2 * ONE}).value == 140_000
    assert stock.level(rice.id) == (9 * ONE, 0)
    with pytest.raises(NothingToReturn):
        returns.return_goods(order.id, {1: 2 * ONE})
    assert returns.return_goods(order.id, {1: ONE}, restock=False).value == 70_000
    assert stock.level(rice.id) == (9 * ONE, 0)
    assert replay.replay() == []
    assert journal.verify().intact


@pytest.mark.parametrize("restock", [True, False])
def test_goods_brought_back_by_mistake_are_the_customer_s_again(
    rice: Product, restock: bool
) -> None:
    preferences.put(preferences.CASH_ROUNDING, 500)
    drawer.open_drawer(1_000_000)
    order = sell(rice, 3)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    before = order_history.sheet(order.id), stock.level(rice.id), drawer.current().expected
    assert paid_out(returns.refund_due(order.id, {1: 2 * ONE})) == 140_000
    returns.return_goods(order.id, {1: 2 * ONE}, restock=restock, note="rusak")
    undo(journal.newest())
    sheet = order_history.sheet(order.id)
    assert (sheet.lines, sheet.order) == (before[0].lines, before[0].order)
    assert (stock.level(rice.id), drawer.current().expected) == before[1:]
    assert replay.replay() == []
    with pytest.raises(NothingToRedo):
        undo(journal.newest())
    with pytest.raises(CannotUndo):
        undo(next(e.sequence for e in sheet.timeline if e.kind == events.RETURNED))


def test_nothing_comes_back_before_it_was_handed_over(rice: Product) -> None:
    order = sell(rice, 1)
    with pytest.raises(NothingToReturn):
        returns.return_goods(order.id, {1: ONE})


def test_a_movement_that_takes_another_back_says_so() -> None:
    drawer.open_drawer(100_000)
    undo(drawer.move(-20_000, "plastik").sequence)
    opened = drawer.current()
    assert opened is not None
    moved = [(one.amount, one.reason, one.is_undo) for one in opened.movements]
    assert moved == [(-20_000, "plastik", False), (20_000, "plastik", True)]
