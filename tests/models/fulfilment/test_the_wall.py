"""What the warehouse's wall asks: all cards at once, what is still needed, what left the wall."""

from models.fulfilment import fulfilment, fulfilment_lists, fulfilment_queue
from models.fulfilment.fulfilment_lists import ClosedOrder
from models.orders import orders, payments
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.stages import Stage
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, cart_of, pcs


def test_the_wall_holds_open_and_ready_orders_and_the_put_back_list(shop: Shop) -> None:
    soap, rice = a_product(name="Soap"), a_product(name="Rice")
    first = orders.place(cart_of((soap, pcs(2)), (rice, pcs(1)))).value
    second = orders.place(cart_of((soap, pcs(1)))).value
    fulfilment.pick(first.id, 1)
    orders.cancel_line(first.id, 1)
    fulfilment.make_ready(second.id)
    wall = fulfilment_queue.wall()
    assert [card.id for card in wall.waiting] == [first.id]
    assert [card.id for card in wall.ready] == [second.id]
    assert [(task.name, task.quantity) for task in wall.restock_tasks] == [("Soap", pcs(2))]


def test_a_changed_card_says_when_until_it_is_acknowledged(shop: Shop, clock: SetClock) -> None:
    placed = orders.place(cart_of((a_product(), pcs(2)), (a_product(), pcs(1)))).value
    clock.forward(2)
    orders.cancel_line(placed.id, 1)
    card = fulfilment_queue.wall().waiting[0]
    assert (card.changed, card.changed_at) == (True, clock.now())
    fulfilment.acknowledge(placed.id)
    assert fulfilment_queue.wall().waiting[0].changed_at is None


def test_all_day_totals_add_up_what_is_still_open(shop: Shop) -> None:
    soap, rice = a_product(name="Soap"), a_product(name="Rice")
    first = orders.place(cart_of((soap, pcs(5)), (rice, pcs(1)))).value
    orders.place(cart_of((soap, pcs(4))))
    fulfilment.pick(first.id, 1, pcs(2))
    needs = fulfilment_lists.needs()
    assert [(need.name, need.quantity, need.orders) for need in needs] == [
        ("Soap", pcs(7), 2),
        ("Rice", pcs(1), 1),
    ]


def test_what_left_the_wall_last_comes_first(shop: Shop, clock: SetClock) -> None:
    soap = a_product(name="Soap")
    placed = [orders.place(cart_of((soap, pcs(1)))).value for _ in range(3)]
    for order in placed[:2]:
        clock.forward(1)
        fulfilment.make_ready(order.id)
    clock.forward(1)
    fulfilment.hand_over(placed[0].id)
    finished = fulfilment_lists.finished()
    assert [(order.number, order.stage) for order in finished] == [
        (1, Stage.HANDED_OVER),
        (2, Stage.READY),
    ]
    assert len(fulfilment_lists.finished(limit=1)) == 1


def test_a_card_and_what_left_the_wall_know_what_is_due(shop: Shop) -> None:
    placed = orders.place(cart_of(a_product(price=5_000))).value
    fulfilment.make_ready(placed.id)
    assert fulfilment_queue.wall().ready[0].due == 5_000
    payments.pay(placed.id, Tender("cash", 2_000))
    assert fulfilment_queue.wall().ready[0].due == 3_000
    (order,) = fulfilment_lists.finished()
    assert (order.total, order.paid) == (5_000, 2_000)


def test_what_became_of_an_order_that_is_gone(shop: Shop, clock: SetClock) -> None:
    out, off, here = (orders.place(cart_of(a_product())).value for _ in range(3))
    fulfilment.make_ready(out.id)
    clock.forward(3)
    with at_station("Gudang 2", "W1"):
        fulfilment.hand_over(out.id)
    with at_station("Kasir 1"):
        orders.cancel(off.id)
    left = fulfilment_lists.closed_order(out.id)
    assert left == ClosedOrder(1, out.placed_at, Stage.HANDED_OVER, clock.now(), "Gudang 2", "W1")
    left = fulfilment_lists.closed_order(off.id)
    assert left is not None
    assert (left.stage, left.station) == (Stage.CANCELLED, "Kasir 1")
    assert fulfilment_lists.closed_order(here.id) is None
    assert fulfilment_lists.closed_order(999) is None
    fulfilment.undo_last_step(out.id)
    assert fulfilment_lists.closed_order(out.id) is None


def test_the_customers_board_has_the_newest_ready_number_first(shop: Shop, clock: SetClock) -> None:
    soap = a_product(name="Soap")
    placed = [orders.place(cart_of((soap, pcs(1)))).value for _ in range(4)]
    for order in placed[:2]:
        clock.forward(1)
        fulfilment.make_ready(order.id)
    board = fulfilment_lists.board()
    assert [one.number for one in board.preparing] == [3, 4]
    assert [ready.number for ready in board.ready] == [2, 1]
    fulfilment.hand_over(placed[1].id)
    assert [ready.number for ready in fulfilment_lists.board().ready] == [1]


def test_the_wall_with_the_news_on_it_is_the_wall_as_it_is_now(shop: Shop) -> None:
    soap, rice = a_product(name="Soap"), a_product(name="Rice")
    placed = [orders.place(cart_of((soap, pcs(2)), (rice, pcs(1)))).value for _ in range(5)]
    before = fulfilment_queue.wall()
    fulfilment.pick(placed[0].id, 1)
    fulfilment.make_ready(placed[1].id)
    orders.cancel_line(placed[0].id, 1)
    fulfilment.rush(placed[3].id)
    new = orders.place(cart_of((soap, pcs(2)))).value
    touched = frozenset({placed[0].id, placed[1].id, placed[3].id, new.id})
    news = fulfilment_queue.changes(touched)
    assert fulfilment_queue.changed(before, news) == fulfilment_queue.wall()
    fulfilment.hand_over(placed[1].id)
    news = fulfilment_queue.changes(frozenset({placed[1].id}))
    after = fulfilment_queue.changed(fulfilment_queue.wall(), news)
    assert after == fulfilment_queue.wall()
    assert after.ready == []


def test_what_is_open_of_a_line_is_neither_picked_nor_short_nor_cancelled(shop: Shop) -> None:
    order = an_order((a_product("Gula", unit="kg"), pcs(7))).id
    fulfilment.pick(order, 1, 2_250)
    fulfilment.short(order, 1, 1_125)
    orders.change(order, {1: 5_000})
    (line,) = fulfilment_queue.card(order).lines
    assert (line.picked, line.short, line.cancelled) == (2_250, 1_125, 875)
    assert (line.open, line.wanted) == (2_750, 6_125)


def test_a_line_of_an_open_order_is_found_by_its_number(shop: Shop) -> None:
    order = an_order(a_product("Beras"), a_product("Gula", sku="g")).id
    found = fulfilment_queue.line(order, 2)
    assert (found.name, found.line) == ("Gula", 2)
    assert fulfilment_queue.line(order, 3) is None
    orders.cancel(order)
    assert fulfilment_queue.line(order, 2) is None
