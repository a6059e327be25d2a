"""A day of the shop may last on after midnight: everything that tells days apart agrees on it."""

from datetime import date

import pytest

from models import clock as shop_clock
from models import session
from models.errors import BadChoice
from models.fulfilment import fulfilment
from models.orders import drawer, order_history, payments, returns
from models.orders.order_history import Search
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.settings import preferences
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.statistics import counter_figures
from models.statistics.statistics import dashboard
from models.statistics.today import today
from tests.conftest import SetClock
from tests.readable import a_product, an_order, kept_sums, pcs, sums_anew

SATURDAY, SUNDAY = date(2026, 3, 7), date(2026, 3, 8)


def test_a_day_begins_where_the_one_before_ends() -> None:
    for zone in ("Asia/Jakarta", "Europe/Berlin"):
        for day in (SUNDAY, date(2026, 3, 29), date(2026, 10, 25)):
            start = shop_clock.start_of(day, zone, 4)
            assert shop_clock.local(start, zone).hour == 4
            assert shop_clock.business_day(start, zone, 4) == day
            assert shop_clock.business_day(start - 1, zone, 4) < day
            for later in range(0, 24 * 60, 77):
                moment = start + later * shop_clock.MINUTE
                if shop_clock.business_day(moment, zone, 4) == day:
                    assert shop_clock.same_time(moment, day, zone, 4) == moment


def a_night(clock: SetClock) -> list[PlacedOrder]:
    """One order in the evening, one after midnight, one in the morning."""
    found = []
    for parts in ((2026, 3, 7, 23, 30), (2026, 3, 8, 1, 15), (2026, 3, 8, 4)):
        clock.set(*parts)
        order = an_order((a_product(price=10_000, sku=str(parts)), pcs(1)))
        payments.pay(order.id, Tender("cash", 10_000))
        fulfilment.make_ready(order.id)
        fulfilment.hand_over(order.id)
        found.append(order)
    return found


def test_numbers_figures_drawers_and_searches_agree(shop: Shop, clock: SetClock) -> None:
    preferences.put(preferences.DAY_ENDS, 4)
    clock.set(2026, 3, 7, 20)
    drawer.open_drawer(0)
    orders = a_night(clock)
    assert [(order.day, order.number) for order in orders] == [
        (SATURDAY, 1), (SATURDAY, 2), (SUNDAY, 1),
    ]  # fmt: skip
    for day, count in ((SATURDAY, 2), (SUNDAY, 1)):
        assert dashboard(day, day).now.sums.orders == count
        assert [x.received for x in counter_figures.methods(day, day)] == [count * 10_000]
        found = order_history.find(Search(first_day=day, last_day=day))
        assert len(found) == count
    clock.set(2026, 3, 8, 3, 59)
    assert (today().day, today().orders) == (SATURDAY, 2)
    returns.return_goods(orders[0].id, {1: pcs(1)})
    assert dashboard(SATURDAY, SATURDAY).now.sums.revenue == 10_000
    assert kept_sums() == sums_anew()


def test_another_end_leaves_the_days_that_are_over(shop: Shop, clock: SetClock) -> None:
    a_night(clock)
    before = kept_sums()
    changed = preferences.put(preferences.DAY_ENDS, 6)
    assert kept_sums() == before == sums_anew()
    clock.set(2026, 3, 9, 5)
    assert an_order().day == SUNDAY
    undo(changed.sequence)
    assert session.current.day_ends == 0
    assert an_order().day == date(2026, 3, 9)
    assert kept_sums() == sums_anew()
    with pytest.raises(BadChoice):
        preferences.put(preferences.DAY_ENDS, 7)


def test_it_holds_when_the_shop_is_opened_again(shop_url: str) -> None:
    with open_shop(shop_url):
        preferences.put(preferences.DAY_ENDS, 3)
    session.current.day_ends = 0
    with open_shop(shop_url):
        assert session.current.calendar == ("Asia/Jakarta", 3)
