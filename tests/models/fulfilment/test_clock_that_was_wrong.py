"""The queue at a moment, when the clock of a computer stood wrong for a while."""

from datetime import date, timedelta

import pytest

from models import clock as shop_clock
from models import events
from models.fulfilment import fulfilment, queue_history
from models.journal import journal, queue_checkpoints
from models.journal.believed_times import believed
from models.journal.clock_watch import ClockWatch
from models.shop.opening import Shop
from models.storage.database import database
from tests.conftest import SetClock
from tests.readable import a_product, an_order, order_row

DAY = date(2026, 3, 9)


def numbers_at(moment: int) -> list[int]:
    wall = queue_history.queue_at(moment)
    return [card.number for card in [*wall.waiting, *wall.ready]]


@pytest.mark.parametrize("every", [2048, 3])
@pytest.mark.parametrize("wrong_by", [30 * 24 * 60, 90, -90, -30 * 24 * 60, -3650 * 24 * 60])
def test_only_what_was_entered_meanwhile_is_in_doubt(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch, wrong_by: int, every: int
) -> None:
    monkeypatch.setattr(queue_checkpoints, "EVERY", every)
    moments = []
    for number in range(6):
        if number == 3:
            clock.forward(wrong_by)
        order = an_order()
        if number == 3:
            wrong = order
            clock.forward(-wrong_by)
        clock.forward(2)
        moments.append(clock.now())
        clock.forward(8)
        if number == 4:
            fulfilment.make_ready(order.id)
            fulfilment.hand_over(order.id)
    clock.forward(24 * 60)
    an_order()
    ids = [wrong.id + step for step in range(-3, 3)]
    for number, moment in enumerate(moments):
        wall = queue_history.queue_at(moment)
        seen = {card.id for card in wall.waiting}
        expected = set(ids[: number + 1]) - ({ids[4]} if number > 4 else set())
        assert seen - {wrong.id} == expected - {wrong.id}, number
        if number > 3:
            assert wrong.id in seen
    # The next day, everything is there that is still open.
    assert len(queue_history.queue_at(clock.now()).waiting) == 6
    (doubt,) = queue_history.doubts(DAY)
    assert doubt.said == wrong.placed_at
    assert doubt.since == moments[2] - 2 * shop_clock.MINUTE  # the entry before
    assert doubt.until == moments[3] + 8 * shop_clock.MINUTE  # and the one after
    assert queue_history.doubts(DAY + timedelta(1)) == []
    # The order stays on the day that its clock said.
    said = shop_clock.business_day(wrong.placed_at, "Asia/Jakarta")
    assert shop_clock.day_of(order_row(wrong.id)["day"]) == said == wrong.day
    levels = queue_history.levels(DAY)
    assert [level.waiting for level in levels if level.at >= moments[5] - 2 * 60_000][:1] == [5]
    assert queue_history.levels(DAY + timedelta(1))[0].waiting == 5


@pytest.mark.parametrize("wrong", [1, 2])
def test_what_was_entered_last_is_in_doubt_until_now(
    shop: Shop, clock: SetClock, wrong: int
) -> None:
    product = a_product()
    for _ in range(3):
        before = an_order(product).placed_at
        clock.forward(2)
    clock.forward(-90)
    for _ in range(wrong):
        an_order(product)
    (doubt,) = queue_history.doubts(DAY)
    assert (doubt.entries, doubt.since, doubt.until) == (wrong, before, None)


def test_a_clock_that_was_always_right_leaves_no_doubt(shop: Shop, clock: SetClock) -> None:
    for _ in range(4):
        an_order()
        clock.forward(3)
    assert queue_history.doubts(DAY) == []


def test_the_most_times_that_follow_one_another_are_believed() -> None:
    assert believed([]) == []
    assert believed([1, 2, 2, 3]) == [0, 1, 2, 3]
    assert believed([1, 2, 90, 3, 4]) == [0, 1, 3, 4]
    assert believed([10, 11, 2, 12, 13]) == [0, 1, 3, 4]
    assert believed([10, 90, 91, 92, 11]) == [0, 1, 2, 3]
    assert believed([10, 90, 11]) == [0, 2]
    assert believed([90, 11]) == [1]


def test_a_clock_set_back_says_which_orders_stay_ahead(shop: Shop, clock: SetClock) -> None:
    watch = ClockWatch()
    assert watch.check() is None
    an_order()
    clock.forward(30 * 24 * 60)
    assert watch.check() is None
    ahead = an_order()
    clock.forward(-30 * 24 * 60)
    told = watch.check()
    assert told is not None
    assert (told.orders, told.first_day, told.last_day) == (1, ahead.day, ahead.day)
    assert round(told.by / shop_clock.DAY) == 30
    newest = journal.entry(journal.newest())
    assert newest is not None
    assert newest.kind == events.CLOCK_SET_BACK
    assert watch.check() is None


def test_a_clock_that_was_set_back_while_nothing_ran_is_told_at_the_start(
    shop: Shop, clock: SetClock
) -> None:
    clock.forward(24 * 60)
    an_order()
    clock.forward(-24 * 60)
    watch = ClockWatch()
    assert watch.check() is not None
    assert watch.check() is None
    assert ClockWatch().check() is None  # it is noted


def test_nothing_is_told_of_past_sales(shop: Shop, clock: SetClock) -> None:
    an_order()
    database.execute_sql("SELECT 1")
    assert ClockWatch().check() is None
