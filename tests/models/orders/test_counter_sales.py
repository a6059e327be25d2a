"""A shop that hands over at the counter: what is paid never waits for a warehouse."""

import pytest

from models import clock, events
from models.amounts import Discount
from models.catalogue import stock
from models.errors import CannotUndo, NothingToUndo
from models.events import Receipt
from models.fulfilment import fulfilment, fulfilment_queue, promise, queue_history
from models.journal import journal, replay
from models.orders import orders, returns
from models.orders.cart import Cart
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.settings import preferences
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Stage
from models.statistics import statistics
from models.statistics.today import today
from tests.readable import a_product, kept_sums, line_rows, order_row, pcs, sums_anew


@pytest.fixture
def at_counter(shop: Shop) -> None:
    preferences.put(preferences.AT_COUNTER, True)


def sell(*, paid: int | None = None, starts_at: int | None = None) -> Receipt[PlacedOrder]:
    """Three eggs for Rp6.999 with Rp999 off, paid in full where nothing else is said."""
    cart = Cart()
    cart.add(a_product("Telur", 2_333, tax_rate=1100, on_hand=8_000), pcs(3))
    cart.set_discount(Discount(999))
    given = cart.bill().total if paid is None else paid
    tenders = [Tender("cash", given, given + 500)] if given else []
    return orders.place(cart, tenders=tenders, starts_at=starts_at)


@pytest.mark.usefixtures("at_counter")
def test_what_is_paid_is_handed_over_by_the_same_deed() -> None:
    before = journal.newest()
    placed = sell().value
    assert placed.handed_over
    order = order_row(placed.id)
    assert (order["stage"], order["paid"]) == (Stage.HANDED_OVER, 6_000)
    assert order["ready_at"] == order["handed_at"] == order["placed_at"]
    (line,) = line_rows(placed.id)
    assert (line["picked"], line["handed"]) == (3_000, 3_000)
    assert stock.level(line["product"]) == (5_000, 0)
    assert [event.kind for event in journal.since(before)][-1:] == [events.PLACED]
    wall = fulfilment_queue.wall()
    assert wall.waiting + wall.ready + wall.later == []
    assert today().open == ()
    holds()


@pytest.mark.usefixtures("at_counter")
@pytest.mark.parametrize(
    ("paid", "later"), [(0, False), (3_000, False), (None, True)], ids=["unpaid", "part", "later"]
)
def test_what_is_not_paid_or_wanted_later_waits(paid: int | None, later: bool) -> None:
    starts_at = clock.now() + clock.DAY if later else None
    placed = sell(paid=paid, starts_at=starts_at).value
    assert not placed.handed_over
    assert order_row(placed.id)["stage"] == Stage.WAITING
    holds()


def test_with_a_warehouse_it_waits(shop: Shop) -> None:
    assert not sell().value.handed_over


@pytest.mark.usefixtures("at_counter")
def test_one_undo_takes_all_of_it_back() -> None:
    sold = sell()
    undo(sold.sequence)
    order = order_row(sold.value.id)
    assert (order["stage"], order["paid"], order["total"]) == (Stage.CANCELLED, 0, 0)
    (line,) = line_rows(sold.value.id)
    assert stock.level(line["product"]) == (8_000, 0)
    assert fulfilment_queue.open_restock_tasks() == [], "they never left the counter"
    with pytest.raises(CannotUndo):
        undo(sold.sequence)
    holds()


@pytest.mark.usefixtures("at_counter")
def test_what_came_back_since_is_not_undone() -> None:
    sold = sell()
    returns.return_goods(sold.value.id, {1: pcs(1)})
    with pytest.raises(CannotUndo):
        undo(sold.sequence)
    holds()


@pytest.mark.usefixtures("at_counter")
def test_an_order_that_waits_has_no_such_undo() -> None:
    with pytest.raises(NothingToUndo):
        undo(sell(paid=0).sequence)


@pytest.mark.usefixtures("at_counter")
def test_no_figure_of_times_counts_it() -> None:
    day = clock.business_day(clock.now(), "Asia/Jakarta", 0)
    sell()
    found = statistics.dashboard(day, day)
    assert (found.now.sums.orders, found.now.sums.revenue) == (1, 6_000)
    assert [found.now.time(step).p50 for step in statistics.STEPS] == [None] * 5
    assert today().median_ready is None
    assert promise.learn().orders == 0
    assert {(x.waiting, x.picking, x.ready) for x in queue_history.levels(day)} == {(0, 0, 0)}
    fulfilment.make_ready(sell(paid=0).value.id)
    assert promise.learn().orders == 1


def holds() -> None:
    assert kept_sums() == sums_anew()
    assert replay.replay() == []
