"""Orders that are wanted later stay off the wall until their time comes."""

from pathlib import Path

import pytest
from playhouse.migrations import Runner

from models import (
    clock as shop_clock,
)
from models import events
from models.clock import MINUTE
from models.fulfilment import fulfilment, fulfilment_lists, fulfilment_queue, promise
from models.fulfilment.cards import Card, Lateness
from models.journal import journal, replay
from models.orders import order_changes, order_history, orders
from models.orders.order_history import Search
from models.shop.opening import MIGRATIONS, Shop, open_shop
from models.shop.undo import undo
from models.stages import OPEN
from models.statistics import today
from models.storage import database
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, cart_of, kept_sums, order_row, sums_anew

HOUR = 60 * MINUTE


def wanted_in(minutes: int, lines: int = 1) -> int:
    """An order for a customer who comes in so many minutes."""
    cart = cart_of(*(a_product(f"Barang {n}") for n in range(lines)))
    cart.set_wanted(shop_clock.now() + minutes * MINUTE)
    told = promise.propose(lines, cart.wanted_at)
    return orders.place(cart, promised_at=told.ready_at, starts_at=told.starts_at).value.id


def ids(cards: list[Card]) -> list[int]:
    return [card.id for card in cards]


def test_it_is_not_on_the_wall_until_its_time_comes(shop: Shop, clock: SetClock) -> None:
    later, now = wanted_in(120), an_order().id
    wall = fulfilment_queue.wall()
    assert (ids(wall.waiting), ids(wall.later)) == ([now], [later])
    assert (ids(fulfilment_queue.waiting()), ids(fulfilment_queue.later())) == ([now], [later])
    assert [need.orders for need in fulfilment_lists.needs()] == [1]
    assert len(today.today().open) == 2  # it is open, though its time has not come
    clock.forward(111)
    assert ids(wall.as_of(clock.now()).waiting) == [now, later]
    assert wall.as_of(clock.now()) == fulfilment_queue.wall()
    assert len(fulfilment_lists.needs()) == 2


def test_open_means_the_same_everywhere(shop: Shop, clock: SetClock) -> None:
    """On Home, in *All orders* and on the wall."""
    made = [an_order().id for _ in range(5)]
    later = wanted_in(120)
    for order in made[:3]:
        fulfilment.make_ready(order)
    fulfilment.hand_over(made[0])
    orders.cancel(made[4], "")
    wall = fulfilment_queue.wall()
    on_the_wall = sorted(ids(wall.waiting) + ids(wall.ready) + ids(wall.later))
    listed = sorted(order.id for order in order_history.find(Search(stages=OPEN)))
    assert on_the_wall == listed == sorted([*made[1:4], later])
    assert len(today.today().open) == len(listed)


def test_it_comes_as_long_before_as_such_an_order_takes(shop: Shop, clock: SetClock) -> None:
    for _ in range(promise.ENOUGH):
        order = an_order().id
        clock.forward(5)
        fulfilment.make_ready(order)
        clock.forward(1)
    told = promise.propose(1, clock.now() + 3 * HOUR)
    assert told.ready_at == clock.now() + 3 * HOUR
    assert not told.is_guess
    assert told.starts_at == pytest.approx(told.ready_at - 5 * MINUTE, abs=MINUTE)


def test_who_comes_sooner_than_usual_keeps_the_time_and_it_is_begun_at_once(
    shop: Shop, clock: SetClock
) -> None:
    wanted = clock.now() + MINUTE
    told = promise.propose(1, wanted)
    assert (told.ready_at, told.starts_at) == (wanted, clock.now())
    assert told.usual_at == promise.propose(1).ready_at
    order = wanted_in(1)
    (card,) = fulfilment_queue.waiting()
    assert (card.id, card.promised_at) == (order, wanted)
    cart = order_changes.open_order(order).cart
    assert cart.wanted_at == wanted


def test_a_time_that_is_over_is_told_and_the_customer_waits(shop: Shop, clock: SetClock) -> None:
    told, usual = promise.propose(1, clock.now() - HOUR), promise.propose(1)
    assert told.over == clock.now() - HOUR
    assert (told.ready_at, told.starts_at) == (usual.ready_at, None)


def test_its_clock_begins_when_it_comes(shop: Shop, clock: SetClock) -> None:
    order = wanted_in(120)
    clock.forward(111)
    (card,) = fulfilment_queue.waiting()
    limits = fulfilment_queue.limits()
    assert card.lateness(clock.now(), limits) == Lateness.NORMAL
    assert card.thresholds(limits)[0] > clock.now()
    clock.forward(4)
    fulfilment.make_ready(order)
    assert ("lead_time", order_row(order)["day"], "ready", 300) in kept_sums()
    assert kept_sums() == sums_anew()


def test_it_stands_behind_those_who_came_before_its_time(shop: Shop, clock: SetClock) -> None:
    later = wanted_in(60)
    clock.forward(45)
    before = an_order().id
    clock.forward(10)
    after = an_order().id
    assert ids(fulfilment_queue.waiting()) == [before, later, after]


def test_it_can_be_pulled_forward_and_let_go_again(shop: Shop, clock: SetClock) -> None:
    order = wanted_in(120)
    before = order_row(order)["starts_at"]
    fulfilment.pull_forward(order)
    assert ids(fulfilment_queue.waiting()) == [order]
    fulfilment.pull_forward(order)
    assert [event.kind for event in journal.for_order(order)] == ["placed", "pulled_forward"]
    undo(journal.newest())
    assert order_row(order)["starts_at"] == before
    assert fulfilment_queue.waiting() == []
    assert replay.replay() == []


def test_who_works_on_it_has_it_on_the_wall(shop: Shop, clock: SetClock) -> None:
    order = wanted_in(120, lines=3)
    with at_station("2"):
        fulfilment.claim(order)
    assert ids(fulfilment_queue.waiting()) == [order]
    with at_station("2"):
        fulfilment.undo_last_step(order)
    assert ids(fulfilment_queue.later()) == [order]
    fulfilment.pick(order, 1)
    pulled = journal.newest()
    fulfilment.pick(order, 2)
    undo(pulled)
    assert ids(fulfilment_queue.waiting()) == [order]
    assert replay.replay() == []


def test_the_customers_board_shows_it_when_its_time_comes(shop: Shop, clock: SetClock) -> None:
    wanted_in(120)
    (number,) = fulfilment_lists.board().preparing
    assert number.since == clock.now() + 110 * MINUTE


def test_what_was_wanted_later_is_no_lesson(shop: Shop, clock: SetClock) -> None:
    order = wanted_in(120)
    clock.forward(115)
    fulfilment.make_ready(order)
    assert promise.learn().orders == 0


def test_a_shop_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    database.bind(f"sqlite:///{path}", station="1")
    database.database.connect()
    database.database.execute_sql(f"PRAGMA application_id = {database.APPLICATION_ID}")
    Runner(database.database.obj, str(MIGRATIONS)).up("0001_first_shop")
    columns = [column.name for column in database.database.get_columns("orders")]
    database.database.close()
    assert "starts_at" not in columns
    with open_shop(str(path)):
        order = an_order().id
        fulfilment.make_ready(order)
        assert replay.replay() == []
        assert order_row(order)["starts_at"] is None
    assert len(list(tmp_path.glob("shop.sqlite3.before-*"))) == 1


def test_pulling_forward_is_a_step_of_the_warehouse() -> None:
    assert events.PULLED_FORWARD in events.FULFILMENT_KINDS & events.ORDER_KINDS


# --- changed when it is placed -----------------------------------------------------------------


def change_to(order_id: int, minutes: int | None) -> int:
    """The customer comes in so many minutes, or waits for it; the entry."""
    opened = order_changes.open_order(order_id)
    cart = opened.cart.copy()
    cart.set_wanted(None if minutes is None else shop_clock.now() + minutes * MINUTE)
    times = promise.times_of_change(len(cart.lines), opened.cart.wanted_at, cart.wanted_at)
    sequence = order_changes.send(opened, cart, times=times).sequence
    assert sequence is not None
    return sequence


def wall_and_later() -> tuple[list[int], list[int]]:
    wall = fulfilment_queue.wall()
    return ids(wall.waiting), ids(wall.later)


def test_what_is_wanted_later_after_all_goes_off_the_wall_and_back(
    shop: Shop, clock: SetClock
) -> None:
    order = an_order().id
    sequence = change_to(order, 120)
    assert wall_and_later() == ([], [order])
    assert not order_row(order)["changed"]
    undo(sequence)
    assert wall_and_later() == ([order], [])
    assert order_row(order)["starts_at"] is None
    assert replay.replay() == []


def test_what_is_wanted_at_once_after_all_begins_now(shop: Shop, clock: SetClock) -> None:
    order = wanted_in(120)
    clock.forward(30)
    change_to(order, None)
    assert wall_and_later() == ([order], [])
    (card,) = fulfilment_queue.waiting()
    assert card.since == shop_clock.now()
    assert order_history.sheet(order).order.wanted_at is None
    assert kept_sums() == sums_anew()


def test_what_is_worked_on_stays_on_the_wall_with_its_new_time(shop: Shop, clock: SetClock) -> None:
    order = an_order().id
    fulfilment.claim(order)
    clock.forward(5)
    sequence = change_to(order, 120)
    (card,) = fulfilment_queue.wall().waiting
    assert (card.id, card.promised_at) == (order, shop_clock.now() + 120 * MINUTE)
    assert card.since == card.placed_at
    assert order_history.sheet(order).order.wanted_at == card.promised_at
    undo(sequence)
    assert order_history.sheet(order).order.wanted_at is None


def test_the_same_time_is_no_change(shop: Shop, clock: SetClock) -> None:
    opened = order_changes.open_order(wanted_in(120))
    times = promise.times_of_change(1, opened.cart.wanted_at, opened.cart.wanted_at)
    assert order_changes.send(opened, opened.cart, times=times).sequence is None
